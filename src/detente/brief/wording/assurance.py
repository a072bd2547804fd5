"""How sure the answer is, and what one would have to find out to be surer."""

from detente.brief.wording.phrases import capital, counted, day, listed, number, share


def level(word: str, passed: int, asked: int) -> str:
    """The word, and the count that it stands for."""
    return f"{capital(word)}: {number(passed)} of {counted(asked, 'check')} came out well."


def record_spread(documents: int, copies: int, publishers: int, statements: int) -> str:
    """How broad the record is."""
    told = counted(documents, "document")
    if copies:
        told += (
            f", {number(copies)} of them a copy of another"
            if copies == 1
            else (f", {number(copies)} of them copies of others")
        )
    by = f" of {counted(publishers, 'publisher')}" if publishers else ", no publisher named"
    return f"{capital(counted(statements, 'statement'))} in {told}{by}."


def stated(own: int, total: int) -> str:
    """How many of the preferences the parties have stated themselves."""
    if total == 1:
        return "The one preference of the model is " + (
            "stated by its party." if own else "not stated by its party, but inferred."
        )
    if own == total:
        return f"All {number(total)} preferences are stated by the parties themselves."
    rest = total - own
    are = "is" if own == 1 else "are"
    return (
        f"{capital(number(own))} of {number(total)} preferences {are} stated by the parties "
        f"themselves, {number(rest)} {'is' if rest == 1 else 'are'} inferred."
    )


def settled(order: int) -> str:
    """Whether the record settles the order of what each party wants."""
    if not order:
        return "The record leaves no preference’s place in its order open."
    are = "is" if order == 1 else "are"
    return f"The places of {counted(order, 'preference')} in the order {are} assumed."


def robust(what: str, standing: str, variants: int, exhaustive: bool) -> str:
    """Whether a state holds, however the record's open questions are settled."""
    if variants < 2:
        return f"Nothing that the record leaves open decides whether {what} holds."
    how = {"always": "all", "sometimes": "some, not all,", "never": "none"}[standing]
    tried = "" if exhaustive else ", tried one by one"
    return (
        f"{capital(what)} holds (under SEQ) in {how} of the {number(variants)} orders of "
        f"preference that the record leaves open{tried}."
    )


def judged(count: int, total: int, by: tuple[str, ...], last: str | None) -> str:
    """How much of the record a person has looked at."""
    if not count:
        return "No person has judged any of it."
    when = f", last on {day(last)}" if last else ""
    of = (
        "The one claim was"
        if total == 1
        else f"{capital(number(count))} of {number(total)} claims were"
    )
    return f"{of} judged by {listed(by)}{when}."


def measured(confidence: float) -> str:
    """How often such statements were right where the reader was measured."""
    often = share(confidence)
    return f"Statements like these were read rightly {often} of the time where it was measured."


# --- gaps ------------------------------------------------------------------------------


def open_order(party: str, wish: str, turns: float, what: str) -> str:
    """A preference whose place is open, and how much hangs on it."""
    hangs = (
        f" In {share(turns)} of its possible places {what}."
        if turns
        else (" None of its possible places would change the answer.")
    )
    return f"How much does {party} want {wish}, compared with what else it wants?{hangs}"


def open_option(party: str, act: str, turns: float, what: str) -> str:
    """An option of which its owner's words say nothing, and how much hangs on it."""
    hangs = (
        f" In {share(turns)} of the possible answers {what}."
        if turns
        else (" No answer to it would change the result.")
    )
    return f"Does {party} want to {act} for its own sake?{hangs}"


def silent(party: str, option: str, owner: str) -> str:
    """A party whose position on an option of another is not in the record."""
    return f"What does {party} say of this: {owner} {option}? The record has no word of it."


def undated_hopes(count: int) -> str:
    """Expectations that nobody can hold anybody to."""
    hopes = "expectation has" if count == 1 else "expectations have"
    return f"By when? {capital(number(count))} {hopes} no day on which they fall due."


def past_due(party: str, text: str, until: str) -> str:
    """An expectation whose day has come."""
    return f"Did it come about that {party} expected: {text}, until {day(until)}?"


def alone(claims: int) -> str:
    """Claims that the model rests on and only one text reports."""
    if claims == 1:
        return "Does a second source confirm the claim that the model takes from one text only?"
    return (
        f"Does a second source confirm the {number(claims)} claims that the model takes from one "
        "text only?"
    )
