"""The names that the tables of the law may use, and what is told of one that nobody declared."""

from dataclasses import dataclass
from functools import cached_property

from detente.domain.conditions import Condition
from detente.domain.norms import NOBODY
from detente.model.conditions import parse
from detente.model.names import nearest, shown
from detente.model.places import Path
from detente.model.tables import Table


@dataclass(frozen=True)
class LawNames:
    """Everything that a provision or fact may name."""

    options: frozenset[str]
    parties: frozenset[str]
    facts: frozenset[str]
    provisions: frozenset[str]
    actors: frozenset[str]
    instruments: frozenset[str]
    readings: frozenset[str]

    @cached_property
    def atoms(self) -> frozenset[str]:
        """What a condition may speak of."""
        return self.options | self.facts | self.provisions

    def condition(self, table: Table, key: str, *, required: bool = False) -> Condition | None:
        """The condition under a key."""
        text = table.text(key, required=required)
        if text is None:
            return None
        path = (*table.path, key)
        condition, findings = parse(
            text, self.atoms, law=True, where=lambda offset: table.notes.places.at(path, offset)
        )
        table.notes.findings.extend(findings)
        return condition

    def actors_in(self, table: Table, key: str) -> tuple[str, ...]:
        """Parties or actors: one, or a list of them."""
        names = table.text_or_texts(key)
        known = self.actors | self.parties | {NOBODY}
        is_list = isinstance(table.tree.get(key), list)
        for index, name in enumerate(names):
            if name not in known:
                path: Path = (*table.path, key)
                unknown(table, (*path, index) if is_list else path, "actor or party", name, known)
        return names

    def one_of(self, table: Table, key: str, known: frozenset[str], kind: str = "") -> str | None:
        """One name out of some."""
        name = table.text(key)
        if name is not None and name not in known:
            unknown(table, (*table.path, key), kind or key, name, known)
        return name


def unknown(table: Table, path: Path, kind: str, name: str, known: frozenset[str]) -> None:
    """Tell of a name that nobody declared."""
    best = nearest(name, sorted(known))
    fix = f"did you mean {best!r}?" if best else "declare it, or correct the name"
    table.notes.error("unknown-name", path, f"no {kind} is called {shown(name)}", fix)
