"""Who held which office when, so that a person named without a title can be given a party.

The table is ``data/people.toml``; a file of the same format, given by the user, goes before
it. What a text itself says about somebody always goes before either.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from detente.errors import InputError
from detente.lexicon.due import interval
from detente.lexicon.own import PEOPLE, own_files
from detente.lexicon.parties import Gazetteer, fold, gazetteer

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office and the party that its holder speaks for.

    ``since`` and ``until`` are ISO dates of any precision, both inclusive; no ``until``
    means that the office is not known to have ended, as far as it was known on ``as_of``.
    """

    party: str
    office: str
    since: str
    until: str | None = None
    as_of: str | None = None

    def told(self, on: str) -> str | None:
        """Return the office as of a date; None if it may have ended since it was written down."""
        newer = self.as_of is not None and interval(on)[0] > interval(self.as_of)[1]
        return None if newer and self.until is None else self.office

    def held(self, on: str) -> bool:
        """Whether it may have been held on some day of an ISO date of any precision."""
        first, last = interval(on)
        begun = interval(self.since)[0] <= last
        return begun and (self.until is None or first <= interval(self.until)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person and the offices held; of several that fit a date, the first counts."""

    name: str
    offices: tuple[Office, ...]

    def office(self, on: str | None) -> Office | None:
        """Return the office held on a date, or None if there is none, or it would be a guess.

        It is a guess where the offices that fit speak for different parties. Without a date,
        all offices fit.
        """
        fitting = [office for office in self.offices if on is None or office.held(on)]
        parties = {office.party for office in fitting}
        return fitting[0] if len(parties) == 1 else None


class People:
    """Finds office-holders by their full names.

    Parameters
    ----------
    holders
        By spelling, folded as `find` folds names.
    """

    def __init__(self, holders: Mapping[str, Holder]) -> None:
        self._holders = dict(holders)

    @property
    def holders(self) -> tuple[Holder, ...]:
        """All people known."""
        return tuple({holder.name: holder for holder in self._holders.values()}.values())

    def find(self, name: str, on: str | None) -> tuple[str, Office | None] | None:
        """Find a person and the office held on a date.

        Parameters
        ----------
        name
            The full name and nothing else. Case, diacritics, hyphens, dots and apostrophes
            do not matter; a last name alone finds nobody.
        on
            ISO date of any precision, usually that of the text; None if unknown.

        Returns
        -------
        The name as the table writes it, and the office as `Holder.office` picks it.

        Raises
        ------
        InputError
            If ``on`` is no ISO date.
        """
        if on is not None and not _is_date(on):
            raise InputError(f"{on!r} is no date", fix="write it as 2023, 2023-06 or 2023-06-03")
        holder = self._holders.get(_spelling(name))
        return (holder.name, holder.office(on)) if holder else None

    def extended(self, path: Path, parties: Gazetteer | None = None) -> "People":
        """Return people that also include those of a user's TOML file; its entries go first.

        An entry replaces the one of the same name, but keeps its other spellings.

        Parameters
        ----------
        parties
            Where the codes of parties must be known; the shipped gazetteer if not given.

        Raises
        ------
        InputError
            If the file cannot be read or is not of the documented format.
        """
        mine = _holders(_checked(_tree(path), parties or gazetteer(), path))
        known = {
            spelling: mine.get(_spelling(holder.name), holder)
            for spelling, holder in self._holders.items()
        }
        return People(known | mine)


@cache
def people() -> People:
    """Load the table that is shipped, and the user's own before it."""
    text = files(__package__).joinpath("data/people.toml").read_text("utf-8")
    known = People(_holders(tomllib.loads(text)))
    for file in own_files(PEOPLE):
        known = known.extended(file)
    return known


def _holders(tree: Table) -> dict[str, Holder]:
    holders: dict[str, Holder] = {}
    for table in tree.get("person", ()):
        offices = tuple(_office(office, tree.get("as_of")) for office in table["office"])
        holder = Holder(name=table["name"], offices=offices)
        holders |= {_spelling(words): holder for words in _names(table)}
    return holders


def _office(table: Table, as_of: str | None) -> Office:
    return Office(
        as_of=as_of,
        party=table["party"],
        office=table["office"],
        since=table["from"],
        until=table.get("until"),
    )


def _names(table: Table) -> Iterator[str]:
    yield table["name"]
    yield from table.get("names", ())


def _spelling(name: str) -> str:
    """Write a name as it is compared: folded, and without dots and apostrophes."""
    return " ".join(re.sub(r"[^\w\s]", "", fold(name)).split())


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


# --- The user's file

_PERSON = ("name", "names", "office")
_OFFICE = ("party", "office", "from", "until")


def _tree(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}", fix="check the path"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8", fix="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is not TOML: {error}", fix="correct that line") from error


def _checked(tree: Table, parties: Gazetteer, path: Path) -> Table:
    """Check a user's tables, so that nothing in them is silently passed over."""
    _check_keys(tree, ("person",), str(path))
    seen: set[str] = set()
    for number, table in enumerate(_tables(tree, "person", str(path)), 1):
        where = f"{path}: person {number}"
        _check_keys(table, _PERSON, where)
        _check_names(table, seen, where)
        offices = _tables(table, "office", where)
        for office_number, office in enumerate(offices, 1):
            _check_office(office, parties, f"{where}, office {office_number}")
    return tree


def _tables(tree: Table, key: str, where: str) -> list[Table]:
    value = tree.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(t, dict) for t in value):
        brackets = "[[person]]" if key == "person" else "[[person.office]]"
        raise InputError(f"{where} has no table {key!r}", fix=f"add at least one {brackets}")
    return value


def _check_keys(table: Table, allowed: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in allowed:
            names = ", ".join(allowed)
            raise InputError(f"{where}: nothing is called {key!r} here", fix=f"use one of {names}")


def _check_text(table: Table, key: str, where: str) -> None:
    if key not in table:
        raise InputError(f"{where} has no {key!r}", fix=f"add a line {key} = …")
    if not isinstance(table[key], str) or not table[key].strip():
        raise InputError(f"{where}: {key!r} is not as it must be", fix="give a text in quotes")


def _check_names(table: Table, seen: set[str], where: str) -> None:
    _check_text(table, "name", where)
    others = table.get("names", [])
    if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
        raise InputError(f"{where}: 'names' is not as it must be", fix="give a list of texts")
    for name in _names(table):
        spelling = _spelling(name)
        if " " not in spelling:
            raise InputError(f"{where}: {name!r} is no full name", fix="write first and last name")
        if spelling in seen:
            raise InputError(f"{where}: {name!r} is there already", fix="list each name once")
        seen.add(spelling)


def _check_office(table: Table, parties: Gazetteer, where: str) -> None:
    _check_keys(table, _OFFICE, where)
    dates = [key for key in ("from", "until") if key in table or key == "from"]
    for key in ("party", "office", *dates):
        _check_text(table, key, where)
    for key in dates:
        if not _is_date(table[key]):
            fix = "write it as 2023, 2023-06 or 2023-06-03"
            raise InputError(f"{where}: {table[key]!r} is no date", fix=fix)
    if "until" in table and interval(table["until"])[1] < interval(table["from"])[0]:
        raise InputError(f"{where} ends before it begins", fix="correct 'from' or 'until'")
    if parties.by_code(table["party"]) is None:
        code = table["party"]
        fix = "use a code of the tables of parties, or add the party to yours"
        raise InputError(f"{where}: no party has the code {code!r}", fix=fix)
