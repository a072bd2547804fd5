"""What drafting made of a record: the dispute, and all that a brief says beside it."""

from dataclasses import dataclass
from typing import Literal

from detente.domain.dispute import Dispute, Option
from detente.domain.evidence import Claim
from detente.domain.findings import Finding

Outcome = Literal["met", "missed", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdParty:
    """A state or organisation that decides nothing here, and whether it at least speaks."""

    name: str
    code: str
    because: tuple[str, ...] = ()
    speaks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Something a party expects or hopes for, and when it falls due.

    ``text`` is the expected content in the text's own words; ``earliest`` and ``until`` are
    ISO dates, None where open or unknown; ``open_ended`` is whether the words themselves leave
    open until when; ``because`` holds statement ids.
    """

    party: str
    text: str
    earliest: str | None = None
    until: str | None = None
    open_ended: bool = False
    because: tuple[str, ...] = ()
    outcome: Outcome = "open"
    met_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Claims of different parties that cannot all be true; ids of :class:`Claim`."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A party speaks for an option and against it: ``wants`` is its later, or stronger, word.

    ``before`` and ``after`` are the days on which the texts of the two words were published.
    """

    party: str
    option: str
    wants: bool
    before: str | None
    after: str | None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherOption:
    """An option that the record speaks of and that is less central than those in the model."""

    name: str
    option: Option


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the record says of a dispute, formal as far as it goes.

    ``dispute`` is None when nothing could be drafted; the findings then name what is
    missing. Options and preferences of the dispute rest on claim, statement or event ids.
    """

    dispute: Dispute | None
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    third_parties: tuple[ThirdParty, ...] = ()
    findings: tuple[Finding, ...] = ()
    shifts: tuple[Shift, ...] = ()
    further: tuple[FurtherOption, ...] = ()
