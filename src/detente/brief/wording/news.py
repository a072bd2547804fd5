"""What is new in a record, what it did to the model, and what that did to the answer."""

from detente.brief.wording.phrases import capital, counted, day, listed, number, quoted, whole


def since(what: str) -> str:
    """From when on something counts as new."""
    return (
        f"after entry {what} of the log"
        if what.isdecimal() and len(what) < 8
        else (f"since {day(what)}")
    )


def record(documents: int, statements: int, gone: int, judged: int) -> str:
    """What came into the record, and what left it."""
    parts = []
    if documents:
        with_ = counted(statements, "statement")
        parts.append(f"{counted(documents, 'text')} with {with_} came in")
    if gone:
        parts.append(f"{counted(gone, 'text')} left it")
    if judged:
        parts.append(f"a person judged {counted(judged, 'claim')}")
    return f"{capital(listed(parts))}." if parts else "Nothing came in, and nothing was judged."


def text_came(title: str, published: str | None, publisher: str | None) -> str:
    """A text that came in."""
    about = [part for part in (publisher, day(published) if published else None) if part]
    return f"{title}{f' ({whole(about)})' if about else ''}."


def judged(decision: str, by: str, party: str, text: str) -> str:
    """A decision on a claim."""
    return f"{by or 'Somebody'} {decision}: {party}, {quoted(text)}."


def element(kind: str, turn: str, text: str) -> str:
    """What became of a part of the model."""
    said = text if text.endswith(".") else f"{text}."
    return f"{_TURNS[turn]} {kind}: {said}"


def provision(cite: str, fact: str) -> str:
    """A provision in a list of what is new."""
    return f"{cite}, by which {fact}"


_TURNS = {"added": "New", "removed": "Gone: the", "moved": "At another place in the order: the"}


def model_came() -> str:
    """There was no model before."""
    return "Nothing could be modelled before; now there is an answer."


def model_went() -> str:
    """There is no model any more."""
    return "There was an answer before; now nothing can be modelled."


def same_model() -> str:
    """The model is as it was."""
    return "The model is as it was."


def same_answer() -> str:
    """The answer is as it was."""
    return "The answer is as it was."


def did_it(what: str) -> str:
    """The one piece of news without which the answer would be as it was."""
    return f"{what} Without it, the answer would be as it was."


def took_part(what: str) -> str:
    """News without which the answer would be neither as it was nor as it is."""
    return f"{what} Without it, the answer would be another again."


def nobody_did_it(tried: int) -> str:
    """No single piece of news turned the answer."""
    return (
        f"No single sentence did it: without any one of the {number(tried)} that the changes rest "
        "on, the answer would be as it is now."
    )


def not_tried(more: int, most: int) -> str:
    """There is more news than is tried one by one."""
    return f"Only {number(most)} sentences were tried one by one; {number(more)} more are new."


def sentence(who: str, words: str, where: str) -> str:
    """A new sentence of the record."""
    return f"{who}: {quoted(words)}{f' ({where})' if where else ''}."
