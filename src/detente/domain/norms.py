"""What the law says: instruments and their provisions, and the facts these turn on.

Conditions here speak of options (``party.option``), of facts and of provisions by their ids;
a provision named in a condition means that it has effect.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from detente.domain.conditions import Condition, options_in
from detente.domain.findings import Place

InstrumentKind = Literal[
    "statute", "treaty", "resolution", "regulation", "decision", "sanctions", "agreement"
]
ActorKind = Literal["executive", "legislature", "court", "state", "organisation", "person"]
ProvisionKind = Literal[
    "prohibition", "obligation", "power", "exception", "waiver", "delay", "termination", "review"
]
Modality = Literal["shall", "may"]
Acting = Literal["jointly", "each"]
Form = Literal["act", "determination", "certification", "notice", "report", "joint resolution"]
Status = Literal["true", "false", "unknown", "contested"]
Unit = Literal["days", "months", "years"]

# Who controls what neither a party nor an office does.
NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A body or office that acts under the law: who certifies, who is told, who may repeal.

    Parameters
    ----------
    code
        Code of the state or organisation it belongs to; it sits at the table when a party of
        the dispute has the same code, unless it is a legislature or a court.
    """

    id: str
    name: str
    kind: ActorKind = "executive"
    code: str | None = None
    origin: str | None = field(default=None, compare=False)
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A statute, treaty, regulation or decision: a text with provisions.

    ``by`` is the actor that made it and may repeal or amend it.
    """

    id: str
    name: str
    cite: str = ""
    kind: InstrumentKind = "statute"
    enacted: date | None = None
    by: str | None = None
    origin: str | None = field(default=None, compare=False)
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalReading:
    """One of several readings of the law that rival each other; exactly one is right.

    ``about`` is the question it answers: readings with the same ``about`` exclude each other.
    """

    id: str
    about: str
    text: str
    source: str = ""
    because: tuple[str, ...] = ()
    origin: str | None = field(default=None, compare=False)
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What was so from a day on, until the next standing of the same fact."""

    status: Status
    as_of: date
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is so or not, on which provisions turn.

    Parameters
    ----------
    text, text_not
        What is so when it is true, and when it is false.
    status, as_of
        What is known of it and from which day on; of an act, the day on which it was done.
    history
        Earlier standings, oldest first.
    says
        Of a fact that other things settle: when it is true.
    by
        Ids of the parties or actors who control it together; empty if that is not known.
    fixed
        Nobody can change it any more.
    cost
        What changing it costs, for the cheapest way out; at least 1.
    """

    id: str
    text: str = ""
    text_not: str = ""
    status: Status = "unknown"
    as_of: date | None = None
    history: tuple[Standing, ...] = ()
    says: Condition | None = None
    by: tuple[str, ...] = ()
    fixed: bool = False
    cost: int = 1
    because: tuple[str, ...] = ()
    origin: str | None = field(default=None, compare=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    def standing(self, on: date | None) -> tuple[Status, date | None]:
        """What was known of it on a day, and from which day on; by default the newest."""
        if self.as_of is None or on is None or self.as_of <= on:
            return self.status, self.as_of
        for earlier in reversed(self.history):
            if earlier.as_of <= on:
                return earlier.status, earlier.as_of
        return "unknown", None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Days that must pass after an act before it has effect.

    ``begun_from`` and ``begun_to`` (``MM-DD``, both included) say for acts of which part of
    the year; a provision may have several, of which the first that fits counts.
    """

    days: int
    begun_from: str | None = None
    begun_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBefore:
    """The earliest day: a date, or so long after a fact came to be true."""

    on: date | None = None
    count: int = 0
    unit: Unit = "days"
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """So many of the listed facts or options at least."""

    least: int
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Another provision that gives way where this one has effect, and why."""

    provision: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A sanction: what is done to whom; subsidiaries are not meant unless it says so."""

    text: str
    target: str
    programme: str = ""
    subsidiaries: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingPlace:
    """Where a document of the record has a provision's wording: half-open, in code points."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A numbered rule of an instrument; states that break it are feasible but unlawful.

    ``in_force`` and ``until`` are both included; None means always.

    Parameters
    ----------
    kind
        Prohibitions and obligations must be kept. Exceptions, waivers, delays and terminations
        take effect away from the provisions they are ``of``; a review must be passed before
        the provisions it is ``of`` have effect; a power does nothing but have effect itself.
    says
        Of a prohibition or obligation what must be so; of the others when they may be used.
    when
        What calls a prohibition or obligation forth; unless given, it always applies.
    act
        Fact that the power, waiver, … is used, by ``actors`` in the ``form`` named.
    renew_days
        An act has effect for so many days, the last included.
    reading
        The reading of the law under which alone the provision stands.
    origin
        Name of the instrument file it comes from; None if the dispute file has it itself.
    """

    id: str
    cite: str
    says: Condition
    instrument: str | None = None
    kind: ProvisionKind = "prohibition"
    modality: Modality = "shall"
    when: Condition | None = None
    of: tuple[str, ...] = ()
    act: str | None = None
    actors: tuple[str, ...] = ()
    acting: Acting = "jointly"
    addressee: str = ""
    form: Form = "act"
    wait: tuple[Wait, ...] = ()
    not_before: NotBefore | None = None
    renew_days: int | None = None
    menu: Menu | None = None
    overrides: tuple[Override, ...] = ()
    reading: str | None = None
    wording: str | None = None
    wording_at: WordingPlace | None = None
    in_force: date | None = None
    in_force_basis: str = ""
    until: date | None = None
    until_basis: str = ""
    text_checked: bool = False
    measure: Measure | None = None
    note: str = ""
    cost: int = 1
    because: tuple[str, ...] = ()
    origin: str | None = field(default=None, compare=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    def applies(self, on: date | None) -> bool:
        """Whether the provision is in force on a day; an unknown day counts as today's law."""
        if on is None:
            return True
        begun = self.in_force is None or self.in_force <= on
        return begun and (self.until is None or on <= self.until)

    @property
    def binds(self) -> bool:
        """Whether it must be kept, rather than free somebody of what must be."""
        return self.kind in ("prohibition", "obligation")

    @property
    def relieves(self) -> bool:
        """Whether it takes effect away from the provisions that it is ``of``."""
        return self.kind in ("exception", "waiver", "delay", "termination")


def usual_modality(kind: ProvisionKind) -> Modality:
    """Whether one shall or may, where a file does not say: one may use a waiver or a power."""
    return "shall" if kind in ("prohibition", "obligation", "review") else "may"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentFile:
    """What an instrument file holds; a dispute file may hold the same tables."""

    name: str = ""
    instruments: tuple[Instrument, ...] = ()
    actors: tuple[Actor, ...] = ()
    readings: tuple[LegalReading, ...] = ()
    facts: tuple[Fact, ...] = ()
    provisions: tuple[Provision, ...] = ()


def leans_on(facts: Iterable[Fact], provisions: Iterable[Provision]) -> dict[str, frozenset[str]]:
    """What must be known first: for each fact and provision what its truth or effect hangs on.

    What a prohibition or obligation demands does not decide whether it has effect, and so is
    not among it.
    """
    found: dict[str, set[str]] = {}
    for fact in facts:
        found[fact.id] = set(options_in(fact.says)) if fact.says else set()
    provisions = tuple(provisions)
    for provision in provisions:
        conditions = [provision.when, None if provision.binds else provision.says]
        needs = found.setdefault(provision.id, set())
        needs.update(name for each in conditions if each for name in options_in(each))
        needs.update(name for name in (provision.act,) if name)
    for provision in provisions:
        for other in (*provision.of, *(each.provision for each in provision.overrides)):
            found.setdefault(other, set()).add(provision.id)
    return {name: frozenset(needs) for name, needs in found.items()}
