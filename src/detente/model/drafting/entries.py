"""One option on the table, as it gathers what speaks for it."""

from dataclasses import dataclass, field

from detente.model.drafting.deed import Deed


@dataclass(slots=True, eq=False)
class Entry:
    """One option: its deed when taken, what it rests on, whether it is taken today.

    ``name`` is the full name by which the model calls it.
    """

    deed: Deed
    because: dict[str, None] = field(default_factory=dict)
    today: bool = False
    name: str = ""

    @property
    def owner(self) -> str:
        """Code of the party that decides it."""
        assert self.deed.owner is not None
        return self.deed.owner
