"""What a brief does not know, and how it came about."""

from collections.abc import Sequence

from detente.brief.wording.phrases import capital, counted, listed, number


def unreviewed(claims: int) -> str:
    """No analyst has judged the claims."""
    if not claims:
        return "Unreviewed: no analyst has looked at this record."
    counts = "counts" if claims == 1 else "count"
    all_of = counted(claims, "claim")
    return f"Unreviewed: no analyst has judged the record; {all_of} {counts} provisionally."


def one_document() -> str:
    """The whole record is one text."""
    return "Everything here rests on one document; nothing in it was checked against a second."


def single_source(single: int, total: int) -> str:
    """How much rests on one statement or on one document alone."""
    if single == total:
        which = "The one claim rests" if total == 1 else f"All {counted(total, 'claim')} rest"
    else:
        rests = "rests" if single == 1 else "rest"
        which = f"{capital(number(single))} of {counted(total, 'claim')} {rests}"
    return f"{which} on a single statement or on a single document."


def no_source(count: int) -> str:
    """Statements without a source that could be told."""
    carry = "has" if count == 1 else "have"
    return f"{capital(counted(count, 'statement'))} {carry} no source that could be told."


def undated(count: int) -> str:
    """Documents without a date."""
    carry = "carries" if count == 1 else "carry"
    return f"{capital(counted(count, 'document'))} {carry} no date of publication."


def repeated(count: int) -> str:
    """Documents with the same text."""
    repeat, count_ = ("repeats", "counts") if count == 1 else ("repeat", "count")
    documents = capital(counted(count, "document"))
    return f"{documents} {repeat} the text of another, and {count_} once with it."


def near_copies(count: int) -> str:
    """Documents that carry another's text with few changes."""
    carry, count_ = ("carries", "counts") if count == 1 else ("carry", "count")
    documents = capital(counted(count, "document"))
    return f"{documents} {carry} nearly the words of another, and {count_} as one source with it."


def further(options: Sequence[str]) -> str:
    """What the record speaks of and the model leaves out."""
    return f"Left out of the model, because the record says least of it: {listed(options)}."


def unsure_order(party: str, count: int) -> str:
    """How many preferences have an assumed place."""
    of = counted(count, "preference")
    return f"The place of {of} of {party} in its order is assumed, not stated."


def freely_reversible() -> str:
    """Every option is treated as reversible."""
    return (
        "Every option is treated as freely reversible: what is done can be undone, and the reverse."
    )


def unchecked_provisions(cites: Sequence[str]) -> str:
    """Provisions whose official text nobody has compared."""
    return (
        f"The wording of {listed(cites)} comes from the record or from a summary; "
        "it was not checked against the official text."
    )


def no_provisions() -> str:
    """The model holds no law."""
    return "The model holds no provision of law, so no outcome was judged by law."


def not_understood(count: int) -> str:
    """How many findings there are."""
    return (
        f"{capital(counted(count, 'finding'))} "
        f"{'names' if count == 1 else 'name'} what was read but not understood, or is missing."
    )


def model_bounds(options: int) -> str:
    """What the table of states covers."""
    return (
        f"The outcomes are the combinations of the model’s {counted(options, 'option')}; "
        "what nobody in the record spoke of is not among them."
    )


def machine_read() -> str:
    """How statements were found."""
    return (
        "Statements, events and the model were found by rules of grammar and word lists; "
        "they can be wrong."
    )


def not_legal_advice() -> str:
    """What the brief is not."""
    return "Nothing here is legal advice."
