"""What the law forbids: provisions, with what they rest on."""

from dataclasses import dataclass
from datetime import date

from detente.domain.conditions import Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A numbered rule of an instrument; states that break it are feasible but unlawful.

    ``in_force`` and ``until`` are both included; None means always.
    """

    id: str
    cite: str
    says: Condition
    wording: str | None = None
    in_force: date | None = None
    until: date | None = None
    text_checked: bool = False
    because: tuple[str, ...] = ()

    def applies(self, on: date | None) -> bool:
        """Whether the provision is in force on a day; an unknown day counts as today's law."""
        if on is None:
            return True
        begun = self.in_force is None or self.in_force <= on
        return begun and (self.until is None or on <= self.until)
