"""What a text has somebody ask of a party, with the place where it is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.model.drafting.deed import Deed
from detente.model.drafting.pages import Page
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import UNKNOWN, Voice

_BOTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something asked of a party at a place of the text."""

    place: int
    statement: str
    asker: str | None
    deed: Deed


def asks(page: Page, spoken: Sequence[Voice], tied: Sequence[Tie]) -> Iterator[Ask]:
    """What is asked outright, and what somebody sets as a condition."""
    said = page.by_id
    told = {name: event.span.start for name, event, _ in page.events}
    for voice in spoken:
        wanted = voice.attitude == "demands" or (voice.attitude == "conditions" and voice.wants)
        if not wanted or voice.deed.owner in (None, voice.party):
            continue
        for i in voice.because:
            place = said[i].extent.start if i in said else told.get(i)
            if place is not None:
                asker = None if voice.party == UNKNOWN else voice.party
                yield Ask(place=place, statement=i, asker=asker, deed=voice.deed)
    for tie in tied:
        for need in tie.needs:
            i = tie.statement or ""
            if i in said and need.owner not in (None, tie.setter):
                place = said[i].extent.start
                yield Ask(place=place, statement=i, asker=tie.setter, deed=need)


def put_to_the_other(page: Page, spoken: Sequence[Voice]) -> Iterator[Ask]:
    """What is asked of nobody by name, where but one other party is heard or spoken of."""
    parties = {party for v in spoken for party in (v.party, v.deed.owner) if party}
    if len(parties) != _BOTH:
        return
    for voice in spoken:
        if voice.attitude != "demands" or voice.deed.owner is not None or not voice.party:
            continue
        if voice.deed.family.name.startswith("membership"):
            continue
        (other,) = parties - {voice.party}
        made = replace(voice.deed, owner=other)
        for i in voice.because:
            if i in page.by_id:
                place = page.by_id[i].extent.start
                yield Ask(place=place, statement=i, asker=voice.party, deed=made)
