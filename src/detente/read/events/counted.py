"""The day of an event that is told by counting from another: "five days after it came"."""

from collections.abc import Sequence
from datetime import date

from detente.domain.evidence import Event
from detente.lexicon.days import number
from detente.read.dates import calendar as reckon
from detente.read.events.telling import Told
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token

_UNITS = frozenset({"day", "week", "fortnight", "month", "year"})
_LONG = {"month": 7, "year": 4}
_ROUGHLY = frozenset({
    "about", "around", "almost", "nearly", "roughly", "over", "some", "least", "most", "than",
    "just", "barely", "approximately", "hardly",
})  # fmt: skip


def counted(found: Sequence[tuple[Event, Told]], on: dict[int, str]) -> dict[int, str]:
    """ISO dates of events that stand so many units before or after a dated one, by place.

    Of "removed it on 17 July, five days after the first shipment reached the country" the shipment
    came on the 12th; of "three weeks after the talks of 3 May it closed the border" the border was
    closed on the 24th. Roughly so many ("nearly two years after") tell no day; months tell a month
    and years a year.

    Parameters
    ----------
    found
        The events of a sentence.
    on
        ISO dates of those whose own clause has one, by their place in ``found``.
    """
    places = {told.token.i: k for k, (_, told) in enumerate(found)}
    days: dict[int, str] = {}
    for _, told in found:
        for word, step, unit, far in _counts(told.token):
            near = _event_at(word, places)
            if near is None or far not in places:
                continue
            later, earlier = places[far], near
            if later in on and earlier not in on:
                days.setdefault(earlier, _moved(on[later], -step, unit))
            elif earlier in on and later not in on:
                days.setdefault(later, _moved(on[earlier], step, unit))
    return {k: iso for k, iso in days.items() if iso}


def _counts(token: Token) -> list[tuple[Token, int, str, int]]:
    """What a told word is counted from: its word, how many units after it, and whose clause."""
    found = []
    for above in (token, *_clauses_above(token)):
        for clause in children(above, "advcl", "prep"):
            marker = clause if clause.dep_ == "prep" else child(clause, "mark")
            if marker is None or marker.lower_ not in ("after", "before"):
                continue
            much = _much(marker) or _much(clause)
            inner = child(clause, "pobj", "pcomp") if clause.dep_ == "prep" else clause
            if much is not None and inner is not None:
                count, unit = much
                step = count if marker.lower_ == "after" else -count
                found.append((inner, step, unit, token.i))
    return found


def _clauses_above(token: Token) -> list[Token]:
    """Verbs of saying of which a told act is the content: "announced that it was removing"."""
    found = []
    while token.dep_ in ("ccomp", "xcomp") and token.head.pos_ == "VERB":
        token = token.head
        found.append(token)
    return found


def _much(marker: Token) -> tuple[int, str] | None:
    """Number and unit before "after"; None of "nearly two years" and "years"."""
    length = child(marker, "npadvmod")
    if length is None or length.lemma not in _UNITS or length.i > marker.i:
        return None
    count = child(length, "nummod", "det")
    first = length.left_edge
    words = {t.lower_ for t in (*length.subtree, *length.doc[max(first.i - 2, 0) : first.i])}
    if count is None or _ROUGHLY & words:
        return None
    value = 1 if count.lower_ in ("a", "an", "the") else number(count.text)
    return None if value is None or value != int(value) else (int(value), length.lemma)


def _event_at(word: Token, places: dict[int, int]) -> int | None:
    """Event that a clause or noun tells of, or that its subject does: "the *shipment* came"."""
    if word.i in places:
        own = child(word, "nsubj")
        # "The shipment reached the country": the coming of the shipment is the shipment.
        return places[own.i] if own is not None and own.i in places else places[word.i]
    own = child(word, "nsubj", "nsubjpass")
    return places.get(own.i) if own is not None else None


def _moved(iso: str, count: int, unit: str) -> str:
    """The date so many units on, no closer than either says; "" where it cannot be said."""
    if len(iso) < _LONG.get(unit, 10):
        return ""
    whole = date.fromisoformat((iso + "-01-01")[:10] if len(iso) < 10 else iso)
    try:
        there = reckon.moved(whole, count, unit)
    except (ValueError, OverflowError):
        return ""
    return there.isoformat()[: _LONG.get(unit, 10)]
