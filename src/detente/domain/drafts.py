"""What drafting made of a record: the dispute, and all that a brief says beside it."""

from dataclasses import dataclass

from detente.domain.dispute import Dispute
from detente.domain.evidence import Claim
from detente.domain.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdParty:
    """A state or organisation that the record mentions and that decides nothing here."""

    name: str
    code: str
    because: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Claims of different parties that cannot all be true; ids of :class:`Claim`."""

    claims: tuple[str, ...]


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
