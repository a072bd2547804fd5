"""Instruments, provisions, facts and readings: from the tables of files to the domain's types.

A dispute file and the instrument files that it names are read together: first every name
there is, then the conditions, which may speak of what another file declares.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, cast, get_args

from detente.domain.norms import (
    Actor,
    ActorKind,
    Fact,
    Instrument,
    InstrumentFile,
    InstrumentKind,
    LegalReading,
    Standing,
    Status,
)
from detente.model.law_names import LawNames
from detente.model.provisions import ProvisionReader
from detente.model.tables import Notes, Table

FORMAT = 1
# Stands in where a standing has no day, which is told of.
_NO_DAY = date.min
_FACTS_KEYS = ("text", "text_not", "status", "as_of", "history", "says", "by", "fixed", "cost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that holds law: its tables, and where its findings are noted."""

    tree: Mapping[str, Any]
    notes: Notes
    origin: str | None = None  # None: the dispute file itself


def norms_in(
    sources: Sequence[Source], options: Sequence[str], parties: Sequence[str]
) -> InstrumentFile:
    """Read the law of all sources, the dispute file's own last.

    A fact that the dispute file declares once more keeps what its own table does not say.
    """
    tops = [(source, Table(source.tree, (), source.notes)) for source in sources]
    known = LawNames(
        options=frozenset(options),
        parties=frozenset(parties),
        facts=_ids(tops, "fact"),
        provisions=_ids(tops, "provision"),
        actors=_ids(tops, "actor"),
        instruments=_ids(tops, "instrument"),
        readings=_ids(tops, "reading"),
    )
    found = InstrumentFile()
    for source, top in tops:
        readers = _Reader(source.origin, known)
        provisions = ProvisionReader(source.origin, known)
        found = InstrumentFile(
            instruments=(*found.instruments, *map(readers.instrument, top.tables("instrument"))),
            actors=(*found.actors, *map(readers.actor, top.tables("actor"))),
            readings=(*found.readings, *map(readers.reading, top.tables("reading"))),
            facts=_merged(found.facts, [readers.fact(table) for table in top.tables("fact")]),
            provisions=(
                *found.provisions,
                *(p for p in map(provisions.provision, top.tables("provision")) if p),
            ),
        )
        if source.origin is not None:
            _close_instrument_file(top)
    return found


def _ids(tops: Sequence[tuple[Source, Table]], key: str) -> frozenset[str]:
    tables = [source.tree.get(key) for source, _ in tops]
    members = [m for table in tables if isinstance(table, list) for m in table]
    return frozenset(
        m["id"] for m in members if isinstance(m, dict) and isinstance(m.get("id"), str)
    )


def _close_instrument_file(top: Table) -> None:
    if top.raw("format") != FORMAT:
        what = f"the file does not say that it has format {FORMAT}"
        top.notes.error("missing-key", ("format",), what, f"add `format = {FORMAT}` at the top")
    top.text("name")
    top.close()


def _merged(
    earlier: Sequence[Fact], later: Sequence[tuple[Fact, Mapping[str, Any]]]
) -> tuple[Fact, ...]:
    facts = {fact.id: fact for fact in earlier}
    for number, (fact, given) in enumerate(later):
        before = facts.get(fact.id)
        if before is not None and before.origin is not None and fact.origin is None:
            said = {key: getattr(fact, key) for key in _FACTS_KEYS if key in given}
            if fact.says is not None:  # what settles it takes the place of what was known
                said |= {"status": "unknown", "as_of": None, "history": ()}
            because = (*before.because, *fact.because)
            facts[fact.id] = replace(before, **said, because=because, origin=None, place=fact.place)
        else:
            # Two of one name in one file are both kept here: the check of names tells of them.
            facts[fact.id if before is None else f"{fact.id} {number}"] = fact
    return tuple(facts.values())


class _Reader:
    """Reads the tables of one file."""

    def __init__(self, origin: str | None, known: LawNames) -> None:
        self.origin = origin
        self.known = known

    def instrument(self, table: Table) -> Instrument:
        """An instrument."""
        makers = self.known.actors | self.known.parties
        instrument = Instrument(
            id=table.id() or "",
            name=table.text("name", required=True) or "",
            cite=table.text("cite") or "",
            kind=cast("InstrumentKind", table.choice("kind", get_args(InstrumentKind))),
            enacted=table.day("enacted"),
            by=self.known.one_of(table, "by", makers, "actor or party"),
            origin=self.origin,
            place=table.notes.places.at(table.path),
        )
        table.close()
        return instrument

    def actor(self, table: Table) -> Actor:
        actor = Actor(
            id=table.id() or "",
            name=table.text("name", required=True) or "",
            kind=cast("ActorKind", table.choice("kind", get_args(ActorKind))),
            code=table.text("code"),
            origin=self.origin,
            place=table.notes.places.at(table.path),
        )
        table.close()
        return actor

    def reading(self, table: Table) -> LegalReading:
        reading = LegalReading(
            id=table.id() or "",
            about=table.text("about", required=True) or "",
            text=table.text("text", required=True) or "",
            source=table.text("source") or "",
            because=table.text_or_texts("because"),
            origin=self.origin,
            place=table.notes.places.at(table.path),
        )
        table.close()
        return reading

    # --- facts ---------------------------------------------------------------------------

    def fact(self, table: Table) -> tuple[Fact, Mapping[str, Any]]:
        """A fact, and which keys its table gives."""
        status = table.choice("status", ("unknown", "true", "false", "contested"))
        fact = Fact(
            id=table.id() or "",
            text=table.text("text") or "",
            text_not=table.text("text_not") or "",
            status=cast("Status", status),
            as_of=table.day("as_of"),
            history=tuple(self._standing(each) for each in table.tables("history")),
            says=self.known.condition(table, "says"),
            by=self.known.actors_in(table, "by"),
            fixed=table.truth("fixed"),
            cost=table.whole("cost", least=1) or 1,
            because=table.text_or_texts("because"),
            origin=self.origin,
            place=table.notes.places.at(table.path),
        )
        table.close()
        self._check_history(table, fact)
        if fact.says is not None and "status" in table.tree:
            what = f"the fact {fact.id!r} has both a condition that settles it and a status"
            fix = "keep `says` or `status`"
            table.notes.error("fact-settled-twice", (*table.path, "status"), what, fix)
        return fact, table.tree

    def _standing(self, table: Table) -> Standing:
        status = table.choice("status", ("unknown", "true", "false", "contested"))
        day = table.day("as_of")
        if day is None and "as_of" not in table.tree:
            what = "an earlier standing needs a day"
            table.notes.error("missing-key", table.path, what, "add `as_of = …`")
        standing = Standing(
            status=cast("Status", status),
            as_of=day or _NO_DAY,
            because=table.text_or_texts("because"),
        )
        table.close()
        return standing

    def _check_history(self, table: Table, fact: Fact) -> None:
        days = [each.as_of for each in fact.history if each.as_of != _NO_DAY]
        days += [fact.as_of] if fact.as_of else []
        fix = "put the oldest first, and the present standing's day after all of them"
        if any(later <= earlier for earlier, later in pairwise(days)):
            what = f"the standings of {fact.id!r} are not in the order of their days"
            table.notes.error("bad-dates", (*table.path, "history"), what, fix)
        elif fact.history and fact.as_of is None:
            what = f"the fact {fact.id!r} has earlier standings, and the present one has no day"
            table.notes.error("bad-dates", (*table.path, "history"), what, "add `as_of = …`")
