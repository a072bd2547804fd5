"""Equal voices, conditions and events of many texts, each kind counted once."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from detente.domain.evidence import ordered
from detente.lexicon.due import interval
from detente.model.drafting.deed import Deed
from detente.model.drafting.facts import Fact
from detente.model.drafting.hearing import Heard, Unheard
from detente.model.drafting.ties import Tie
from detente.model.drafting.unconditioned import Freed
from detente.model.drafting.unused import MOST_KEPT
from detente.model.drafting.voices import STRONG, Voice

if TYPE_CHECKING:
    from detente.model.drafting.laws import Duty

# What follows from the voices of a position. Kept between runs beside them, so that most are never
# looked at again: the names of plain values.
WORKED_OUT = (
    "strong", "strength", "refused", "demanded", "only_own", "because", "times", "asking",
    "announced", "dangled", "held_out", "newest",
)  # fmt: skip
# Attitudes to what has not been done yet.
_ANNOUNCING = frozenset({"promises", "threatens"})
_DANGLING = frozenset({"conditions", "threatens"})
_AHEAD = frozenset({"conditions", "demands", "offers", "promises"})


@dataclass
class Position:
    """What one party voiced of one deed, as often as it did."""

    party: str
    deed: Deed
    voices: list[Voice] = field(default_factory=list)

    def add(self, voice: Voice) -> None:
        """Count one more voice; what follows from them all is worked out anew."""
        self.deed = best_worded(self.deed, voice.deed)
        self.voices.append(voice)
        for name in WORKED_OUT:
            self.__dict__.pop(name, None)

    @cached_property
    def strong(self) -> bool:
        """Whether it puts the option on the table."""
        return any(voice.attitude in STRONG for voice in self.voices)

    @cached_property
    def strength(self) -> float:
        """How strongly it was voiced at most."""
        return max(voice.strength for voice in self.voices)

    @cached_property
    def refused(self) -> bool:
        """Whether the party refuses it, as its own to do."""
        return any(voice.attitude == "refuses" for voice in self.voices)

    @cached_property
    def demanded(self) -> bool:
        """Whether it is asked of somebody, and so of somebody else."""
        return any(voice.attitude == "demands" for voice in self.voices)

    @cached_property
    def only_own(self) -> bool:
        """Whether it counts only if the option is the party's own."""
        return any(voice.only_own for voice in self.voices)

    @cached_property
    def because(self) -> tuple[str, ...]:
        """What it rests on, oldest first."""
        return ordered(i for voice in self.voices for i in voice.because)

    @cached_property
    def times(self) -> int:
        """How often it was voiced."""
        return len(self.voices)

    @cached_property
    def asking(self) -> int:
        """How often it was asked, or called wrong that it is not done."""
        return sum(voice.attitude in ("demands", "accuses") for voice in self.voices)

    @cached_property
    def announced(self) -> bool:
        """Whether it is promised or threatened."""
        return any(voice.attitude in _ANNOUNCING for voice in self.voices)

    @cached_property
    def dangled(self) -> bool:
        """Whether it is threatened, or made to depend on something."""
        return any(voice.attitude in _DANGLING for voice in self.voices)

    @cached_property
    def held_out(self) -> str:
        """The newest day on which it was asked for or held out; empty if it never was."""
        days = (voice.published or "" for voice in self.voices if voice.attitude in _AHEAD)
        return max(days, default="")

    @cached_property
    def newest(self) -> str:
        """The newest day on which it was voiced; empty if none is known."""
        return max(voice.published or "" for voice in self.voices)


@dataclass(slots=True)
class Telling:
    """Events that say the same of the same option; ``day`` is the newest one's."""

    deed: Deed
    happened: bool
    target: str | None
    day: str
    ids: list[str] = field(default_factory=list)


class Gathered:
    """What texts contribute, counted as they come, oldest first; one more text is soon added."""

    def __init__(self, heard: Iterable[Heard] = ()) -> None:
        self._positions: dict[object, Position] = {}
        self._ties: dict[object, Tie] = {}
        self._tellings: dict[object, Telling] = {}
        self.unread: list[tuple[str, str]] = []
        self.unheard: list[Unheard] = []
        self.unused: list[str] = []
        self.duties: list[Duty] = []
        self.named: Counter[str] = Counter()
        self.newest = ""
        for each in heard:
            self.add(each)

    def add(self, heard: Heard) -> None:
        """Count what one more text contributes."""
        for voice in heard.voices:
            self._voiced(voice)
        for freed in heard.freed:
            self._untied(freed)
        for tie in heard.ties:
            self._tied(tie)
        for fact in heard.facts:
            self._told(fact)
        self.duties += heard.duties
        self.named.update(dict(heard.named))
        self.unread += heard.unread
        self.unheard += heard.unheard
        self.unused = [*self.unused, *heard.unused][-MOST_KEPT:] if heard.unused else self.unused
        if heard.published:
            self.newest = max(self.newest, interval(heard.published)[1])

    @classmethod
    def restored(
        cls,
        positions: Iterable[Position],
        ties: Iterable[Tie],
        tellings: Iterable[Telling],
        others: Mapping[str, object],
    ) -> "Gathered":
        """Put together again what was gathered, from its parts in their order.

        ``others`` are the attributes that stand beside these, by name.
        """
        self = cls()
        vars(self).update(others)
        self._positions = {(p.party, p.deed.key, p.only_own): p for p in positions}
        self._ties = {
            (t.benefit.key, tuple(n.key for n in t.needs), t.setter, t.law, t.asked): t
            for t in ties
        }
        self._tellings = {(t.deed.key, t.happened, t.target): t for t in tellings}
        return self

    def parts(
        self,
    ) -> tuple[Collection[Position], Collection[Tie], Collection[Telling], Mapping[str, object]]:
        """What `restored` takes: not copies, and not to be changed."""
        told = ("_positions", "_ties", "_tellings")
        others = {name: value for name, value in vars(self).items() if name not in told}
        return self._positions.values(), self._ties.values(), self._tellings.values(), others

    @property
    def positions(self) -> list[Position]:
        """What each party voiced of each deed, in the order it first came up."""
        return [copy(position) for position in self._positions.values()]

    @property
    def ties(self) -> list[Tie]:
        """Each condition once for each party that sets it, as strongly as it was ever set."""
        return list(self._ties.values())

    @property
    def tellings(self) -> list[Telling]:
        """What is told as done, each thing once, in the order of the newest day it is told of."""
        told = self._tellings.values()
        copied = [Telling(t.deed, t.happened, t.target, t.day, t.ids) for t in told]
        return sorted(copied, key=lambda telling: telling.day)

    def take_over(
        self, known: "Gathered", order: Iterable[str], name: Callable[[Position], str]
    ) -> None:
        """Take positions as they were known before, but for those of which something is here.

        Parameters
        ----------
        order
            Names of all positions, in the order they first came up.

        Raises
        ------
        KeyError
            If one was not known.
        """
        both = {**known._positions, **self._positions}
        keys = {name(position): key for key, position in both.items()}
        self._positions = {keys[each]: both[keys[each]] for each in order}

    def _voiced(self, voice: Voice) -> None:
        key = position_key(voice)
        position = self._positions.get(key)
        if position is None:
            position = self._positions[key] = Position(voice.party, voice.deed)
        position.add(voice)

    def _tied(self, tie: Tie) -> None:
        needs = tuple(need.key for need in tie.needs)
        key = tie.benefit.key, needs, tie.setter, tie.law, tie.asked
        before = self._ties.get(key)
        if before is not None:
            tie = replace(
                before,
                strength=max(before.strength, tie.strength),
                because=ordered([*before.because, *tie.because]),
            )
        self._ties[key] = tie

    def _untied(self, freed: Freed) -> None:
        """Forget the conditions that a party set in earlier texts and sets no longer."""
        ended = [
            key
            for key, tie in self._ties.items()
            if tie.setter == freed.party and tie.benefit.same_option(freed.deed) and not tie.law
        ]
        for key in ended:
            del self._ties[key]

    def _told(self, fact: Fact) -> None:
        key = fact.deed.key, fact.happened, fact.target
        telling = self._tellings.pop(key, None)
        if telling is None:
            telling = Telling(fact.deed, fact.happened, fact.target, fact.day)
        telling.deed = best_worded(telling.deed, fact.deed)
        telling.day = max(telling.day, fact.day)
        telling.ids.append(fact.id)
        self._tellings[key] = telling


def position_key(voice: Voice) -> object:
    """What voices of one position have in common."""
    return voice.party, voice.deed.key, voice.only_own


def best_worded(one: Deed, other: Deed) -> Deed:
    """The one of two equal deeds whose thing is named better."""
    if one.thing.words == other.thing.words:
        return one
    return one if one.thing.detail >= other.thing.detail else other
