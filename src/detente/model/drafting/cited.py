"""What a party means by law in general words: what it asks in the passage in which it cites it.

"Members must respect the borders", "measures must not discriminate", "they broke the treaty" fit no
option by themselves. Who cites such law says by what stands beside it what follows from it: it is
the citer's own reading, and no more is claimed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.domain.evidence import Proposition, Requirement
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.pages import Page
from detente.model.drafting.phrases import content
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice

GENERAL = word_class("general_duties") | word_class("hindering")
# How somebody stands to what law is cited for: asks it, or will not have it.
_STANDS = frozenset({"demands", "refuses", "accuses"})


@dataclass(frozen=True, slots=True)
class Sought:
    """What who cites a law asks near it.

    ``meant`` is what the law's words can mean, what they name first, else what is nearest;
    ``beside`` is all that is asked in the text, nearest first, for where its words fit nothing.
    """

    meant: tuple[Deed, ...] = ()
    beside: tuple[Deed, ...] = ()


def sought(
    page: Page, law: Requirement, setter: str | None, voices: Sequence[Voice], ties: Sequence[Tie]
) -> Sought:
    """What who cites a law asks in the text that cites it.

    ``setter`` is None where several cite it together, "both governments": any of them asks.
    """
    words = content(law.condition.of(page.reading.document.text))
    general = any(need.act in GENERAL or _of_anybody(need, law) for need in law.needs)

    def named(deed: Deed) -> bool:
        return bool(words & (content(deed.thing.words) | {deed.thing.head}))

    asked = tuple(_asked(page, setter, voices, ties))
    near = [(away, deed) for start, deed in asked if (away := _away(page, law, start)) is not None]
    near.sort(key=lambda each: (not named(each[1]), each[0]))
    place = law.condition.start
    return Sought(
        meant=tuple(deed for _, deed in near if general or named(deed)),
        beside=tuple(deed for _, deed in sorted(asked, key=lambda each: abs(place - each[0]))),
    )


def _of_anybody(need: Proposition, law: Requirement) -> bool:
    """Whether a party cites law that speaks of no party: "each side shall grant the other ..."."""
    named = need.agent is not None and (need.agent.party or need.agent.of) is not None
    return law.setter is not None and need.agent is not None and not named


def _asked(
    page: Page, setter: str | None, voices: Sequence[Voice], ties: Sequence[Tie]
) -> Iterator[tuple[int, Deed]]:
    """Deeds that a party asks or refuses, each with where in the text it does."""
    for voice in voices:
        if setter in (None, voice.party) and voice.attitude in _STANDS:
            for start in _starts(page, voice.because):
                yield start, voice.deed
    for tie in ties:
        if setter in (None, tie.setter):
            for start in _starts(page, tie.because):
                yield from ((start, need) for need in tie.needs)


def _starts(page: Page, because: Sequence[str]) -> Iterator[int]:
    yield from (page.by_id[name].extent.start for name in because if name in page.by_id)


def _away(page: Page, law: Requirement, start: int) -> int | None:
    """How far before a law it is said, or in its own paragraph behind it, which is farther."""
    text = page.reading.document.text
    place = law.condition.start
    end = text.find("\n", place)
    last = end if end >= 0 else len(text)
    if start >= last:
        return None
    away = place - start
    return away if away >= 0 else len(text) - away
