"""What a text has somebody ask of a party, with the place where it is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.model.drafting.deeds import Deed
from detente.model.drafting.pages import Page
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import UNKNOWN, Voice


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
        if wanted and voice.deed.owner not in (None, voice.party):
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
