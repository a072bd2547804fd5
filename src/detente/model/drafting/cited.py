"""What a party means by law in general words: what it asks in the passage in which it cites it.

"Members must respect the borders", "measures must not discriminate", "they broke the treaty" fit no
option by themselves. Who cites such law says by what stands beside it what follows from it: it is
the citer's own reading, and no more is claimed.
"""

from collections.abc import Iterator, Sequence

from detente.domain.evidence import Proposition, Requirement
from detente.lexicon.words import word_class
from detente.model.drafting.deeds import Deed
from detente.model.drafting.pages import Page
from detente.model.drafting.phrases import content
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice

GENERAL = word_class("general_duties") | word_class("hindering")
# How somebody stands to what law is cited for: asks it, or will not have it.
_STANDS = frozenset({"demands", "refuses", "accuses"})


def sought(
    page: Page, law: Requirement, setter: str | None, voices: Sequence[Voice], ties: Sequence[Tie]
) -> tuple[Deed, ...]:
    """What who cites a law asks beside it, if the law's words can mean that.

    What these name comes first, else what is nearest.
    ``setter`` is None where several cite it together, "both governments": any of them asks.
    """
    words = content(law.condition.of(page.reading.document.text))
    general = any(need.act in GENERAL or _of_anybody(need, law) for need in law.needs)

    def named(deed: Deed) -> bool:
        return bool(words & (content(deed.thing.words) | {deed.thing.head}))

    asked = sorted(
        _asked(page, law, setter, voices, ties), key=lambda each: (not named(each[1]), each[0])
    )
    return tuple(deed for _, deed in asked if general or named(deed))


def _of_anybody(need: Proposition, law: Requirement) -> bool:
    """Whether a party cites law that speaks of no party: "each side shall grant the other ..."."""
    named = need.agent is not None and (need.agent.party or need.agent.of) is not None
    return law.setter is not None and need.agent is not None and not named


def _asked(
    page: Page, law: Requirement, setter: str | None, voices: Sequence[Voice], ties: Sequence[Tie]
) -> Iterator[tuple[int, Deed]]:
    """Deeds that a party asks or refuses near a law, each with its distance."""
    for voice in voices:
        if setter in (None, voice.party) and voice.attitude in _STANDS:
            for away in _away(page, law, voice.because):
                yield away, voice.deed
    for tie in ties:
        if setter in (None, tie.setter):
            for away in _away(page, law, tie.because):
                yield from ((away, need) for need in tie.needs)


def _away(page: Page, law: Requirement, because: Sequence[str]) -> Iterator[int]:
    """How far before a law it is said, or in its own paragraph behind it, which is farther."""
    text = page.reading.document.text
    place = law.condition.start
    end = text.find("\n", place)
    last = end if end >= 0 else len(text)
    for name in because:
        statement = page.by_id.get(name)
        if statement is None or statement.extent.start >= last:
            continue
        away = place - statement.extent.start
        yield away if away >= 0 else len(text) - away
