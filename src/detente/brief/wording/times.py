"""What happened when, and what falls due when, with no more precision than the record has."""

from collections.abc import Iterable

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


def iso(date: str) -> str:
    """ISO date at the precision that holds a date or the two days of a stretch."""
    first, _, last = date.partition("/")
    if not last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4]


def told(dates: Iterable[str]) -> str:
    """When something was, as texts tell it: "10 May 2024 or 12 May 2024"."""
    return " or ".join(stretch(date) for date in sorted(dates))


def stretch(date: str) -> str:
    """A date, or the first and last day of a stretch, in words."""
    first, _, last = date.partition("/")
    return f"{day(first)} to {day(last)}" if last else day(first)


def disagreement(dates: Iterable[tuple[str, int]]) -> str:
    """Dates of one event that cannot all be right, with how many texts tell each."""
    sides = [f"{stretch(date)} ({_texts(number)})" for date, number in dates]
    return f"Texts disagree on the date: {' or '.join(sides)}."


def _texts(number: int) -> str:
    return "one text" if number == 1 else f"{number} texts"
