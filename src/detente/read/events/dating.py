"""Which event a date of the sentence belongs to."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.domain.evidence import Dated, Event, Span
from detente.lexicon.due import interval
from detente.lexicon.words import word_class
from detente.read.dates.times import precise
from detente.read.events.counted import counted
from detente.read.events.notices import noticed
from detente.read.events.telling import BEGINNING, Told
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token


def within(dates: Sequence[Dated], words: Span) -> list[Dated]:
    """Dates that start inside these words, of dates in text order."""
    first = bisect_left(dates, words.start, key=lambda dated: dated.span.start)
    last = bisect_left(dates, words.end, key=lambda dated: dated.span.start)
    return list(dates[first:last])


def dated_events(
    found: list[tuple[Event, Told]], dates: Sequence[Dated], passage: Passage
) -> list[tuple[Event, Told]]:
    """Give each date to the event of whose clause it is part."""
    places = {told.token.i: k for k, (_, told) in enumerate(found)}
    given: dict[int, Dated] = {}
    for dated in dates:
        iso = precise(dated)
        tokens = passage.within(dated.span) if iso is not None and found else []
        for k in _of_date(places, tokens) if tokens else ():
            if iso is not None:
                given.setdefault(k, dated)
    for k, (_, told) in enumerate(found):
        before = _told_before(told.token, places) if k not in given else None
        if before is not None and before in given:
            given[k] = given[before]
    on_their_own = [
        (_on(event, given[k]) if k in given else event, told)
        for k, (event, told) in enumerate(found)
    ]
    days = {k: e.date for k, (e, _) in enumerate(on_their_own) if e.date is not None}
    from_others = counted(on_their_own, days) if days else {}
    return [
        (replace(event, date=from_others[k]) if k in from_others else event, told)
        for k, (event, told) in enumerate(on_their_own)
    ]


def _told_before(verb: Token, places: Mapping[int, int]) -> int | None:
    """Event that a joined one goes on from: "closed the gate on Tuesday *and cut off* water"."""
    above = verb.head
    if verb.dep_ != "conj" or above.i not in places or verb.tag_ != above.tag_:
        return None
    if verb.tag_ not in ("VBD", "VBN") or child(verb, "nsubj", "nsubjpass") is not None:
        return None
    apart = children(verb, "aux", "auxpass", "neg") or any(
        c.lower_ in _LATER for c in children(verb, "advmod", "prep", "npadvmod")
    )
    return None if apart else places[above.i]


_LATER = frozenset({"then", "later", "since", "soon", "afterwards", "eventually", "earlier"})


def _on(event: Event, dated: Dated) -> Event:
    """Date an event; of "last week", which no ISO date says, also by its first and last day."""
    iso = precise(dated)
    whole = iso is None or iso == dated.earliest or (dated.earliest, dated.latest) == interval(iso)
    if whole:
        return replace(event, date=iso)
    return replace(event, date=iso, earliest=dated.earliest, latest=dated.latest)


# Verbs whose own date is that of the telling.
_TELLING = word_class("tagging") | frozenset({"tell", "announce", "quote", "reveal", "comment"})


def _of_date(places: Mapping[int, int], tokens: list[Token]) -> list[int]:
    """Events that a date belongs to: the nearest word above it that tells of one.

    A date beside "said" is the day of the saying. Where the word above is neither, the date
    is its subject's or object's if only one of these tells of an event, and else the nearest
    event before it.
    """
    inside = {t.i for t in tokens}
    above = next((t for t in tokens if t.head.i not in inside), tokens[0])
    for _ in range(30):
        if above.i in places:
            return [places[above.i], *_phases(places, above)]
        # "Kept closed since May": the state that a verb brings about is part of it.
        apart = above.pos_ in ("VERB", "AUX") and not (
            above.dep_ in ("ccomp", "xcomp", "oprd", "acomp", "advcl")
            and above.tag_ in ("VBN", "VBD", "JJ")
            and child(above, "nsubj", "mark", "aux") is None
        )
        if apart or above.head.i == above.i:
            break
        above = above.head
    if above.pos_ in ("VERB", "AUX"):
        below = _phases(places, above) or _announced(places, above)
        if below or above.lemma in _TELLING:
            return below
        # "The boats that it seized were let go on Monday": not seized on Monday.
        sides = [t for t in above.subtree if t.i in places and t.dep_ not in ("relcl", "acl")]
        if len(sides) == 1:
            return [places[sides[0].i]]
    before = [k for i, k in places.items() if i < tokens[0].i]
    return before[-1:] if above.pos_ not in ("VERB", "AUX") else []


def _announced(places: Mapping[int, int], verb: Token) -> list[int]:
    """One's own act that is done by saying so: "announced on Monday that it *was closing*"."""
    notice = noticed(verb)
    if notice is not None and notice.i in places:
        return [places[notice.i]]
    if verb.lemma not in _DECLARING:
        return []
    return [
        places[c.i]
        for c in children(verb, "ccomp")
        if c.i in places
        and c.tag_ == "VBG"
        and any(a.lower_ in ("was", "were") for a in children(c, "aux"))
        and any(own.lower_ in ("it", "he", "she", "they") for own in children(c, "nsubj"))
    ]


_DECLARING = frozenset({"announce", "declare", "proclaim"})


def _phases(places: Mapping[int, int], verb: Token) -> list[int]:
    """Acts below a verb that only begins them: "began on Monday *to withdraw*"."""
    if verb.lemma not in BEGINNING:
        return []
    return [places[c.i] for c in children(verb, "xcomp", "ccomp") if c.i in places]
