"""What the law stage finds: what is lawful, why not, and what would have to change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.domain.dispute import StateId
from detente.domain.verdicts import Change

Lawful = Literal["yes", "no", "depends"]
# Who controls a change, the nearest first: a party at the table or an office of its, a
# legislature, a state or body that is not at the table, nobody.
Tier = Literal["table", "legislature", "third", "nobody"]
TIERS: tuple[Tier, ...] = ("table", "legislature", "third", "nobody")
ChangeKind = Literal["option", "fact", "provision", "clock"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Whether a state is lawful; if that depends, on which facts and readings, by id."""

    state: StateId
    taken: tuple[str, ...]
    lawful: Lawful
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Provisions and facts that together, and no fewer, keep a state from being lawful.

    Parameters
    ----------
    provisions
        Those that are not kept, and those whose clock has not run.
    facts
        Facts as they are, and options that are not taken and of which the law speaks itself.
    options
        What the state takes, or drops of today's, without which the reason would fall away.
    readings
        The readings of the law under which alone it is a reason; empty: under all.
    unsettled
        Facts among them that are unknown or contested: the reason is then that they are not
        established.
    lacking
        Waivers, exceptions and the like that would free from it, and do not on these facts.
    foreclosed
        Those that cannot be used in this state, whatever else is changed.
    """

    provisions: tuple[str, ...]
    facts: tuple[str, ...]
    options: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    foreclosed: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalChange:
    """One thing that would have to change.

    ``to`` is true or false for a fact or option; ``repealed`` for a provision; for a clock the
    day it must be, or ``renewed``. ``by`` are the parties or actors who control it together.
    """

    id: str
    kind: ChangeKind
    to: bool | str
    by: tuple[str, ...]
    tier: Tier
    cost: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Changes that together, and no fewer, make a state lawful.

    Parameters
    ----------
    means
        Where more must happen for these to come about, since options and other facts settle
        them or a rule ties them: in which ways, the nearest to the table first.
    cost
        Of the changes and of the first of the means.
    state
        The state then, by the first of the means.
    """

    changes: tuple[LegalChange, ...]
    tier: Tier
    cost: int
    means: tuple[tuple[LegalChange, ...], ...] = ()
    state: StateId | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step on the way to a state: who does what to whom, and when at the earliest.

    Parameters
    ----------
    after
        Numbers of the steps that come before it, from 1.
    earliest
        None where no day can be told.
    clock
        The clock that runs before it, in words.
    """

    number: int
    what: str
    text: str
    by: tuple[str, ...] = ()
    provision: str | None = None
    cite: str | None = None
    after: tuple[int, ...] = ()
    earliest: date | None = None
    clock: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the law says of one state: a conclusion, its reasons, and the ways out.

    ``more`` is whether there are more ways than are listed, ``more_reasons`` the same of
    reasons. ``under`` are ways that suffice under one of the open readings only, by reading.
    """

    state: StateId
    taken: tuple[str, ...]
    on: date | None
    lawful: Lawful
    depends_on: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    ways: tuple[Way, ...] = ()
    more: bool = False
    more_reasons: bool = False
    under: Mapping[str, tuple[Way, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The cheapest way to make a state lawful and to reach it, step by step."""

    state: StateId
    way: Way | None
    steps: tuple[Step, ...]
    earliest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawfulOutcomes:
    """Where law and stability meet.

    Parameters
    ----------
    known
        Whether all preferences are, without which nothing is said of equilibria.
    equilibria
        Ids of the equilibria, under any concept, that are surely lawful.
    doubtful
        Ids of the equilibria of which it depends.
    near
        Lawful states that would hold if one preference changed, with what would have to.
    more_near
        Not all lawful states were looked at for that.
    route
        The cheapest lawful deal with its steps; None when there is no deal to speak of.
    """

    equilibria: tuple[StateId, ...]
    known: bool = True
    doubtful: tuple[StateId, ...] = ()
    near: tuple["NearOutcome", ...] = ()
    more_near: bool = False
    route: Route | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearOutcome:
    """A lawful state that would hold if one preference changed: each change alone suffices."""

    state: StateId
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A state of which the law says otherwise under an assumption."""

    state: StateId
    taken: tuple[str, ...]
    before: Lawful
    after: Lawful
