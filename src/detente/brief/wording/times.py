"""What happened when, and what falls due when, with no more precision than the record has."""

from detente.brief.wording.phrases import capital, day, full_stop, quoted

STATUSES = {
    "happened": "reported as happened",
    "ongoing": "ongoing",
    "planned": "planned",
    "denied": "not done",
    "hypothetical": "hypothetical",
}


def due(earliest: str | None, until: str | None, dated: bool) -> str:
    """When an expectation falls due."""
    if until:
        since = f"from {day(earliest)} " if earliest and earliest != until else ""
        return f"{since}until {day(until)}"
    if not dated:
        return "unknown, the article carries no date"
    return f"open, from {day(earliest)}" if earliest else "open"


def expects(party: str, text: str, when: str) -> str:
    """What a party expects or hopes for, in the text's own words."""
    return f"{capital(party)} expects or hopes: {quoted(text)}. Due: {when}."


def happening(
    actor: str | None, target: str | None, together: bool, words: str, status: str
) -> str:
    """An event in the text's own words; who and towards whom where those do not say."""
    if actor and target:
        who = f"{capital(actor)} {'and' if together else 'towards'} {target}: "
    else:
        who = f"{capital(actor)}: " if actor else f"Towards {target}: " if target else ""
    note = "" if status == "happened" else f" ({STATUSES.get(status, status)})"
    return full_stop(f"{who}{quoted(words)}{note}")
