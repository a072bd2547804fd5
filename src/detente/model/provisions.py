"""Provisions: from the tables of files to the domain's type."""

from datetime import date
from typing import Any, cast, get_args

from detente.domain.conditions import Condition, Taken, joined
from detente.domain.norms import (
    Acting,
    Form,
    Measure,
    Menu,
    Modality,
    NotBefore,
    Override,
    Provision,
    ProvisionKind,
    Unit,
    Wait,
    WordingPlace,
    usual_modality,
)
from detente.model.law_names import LawNames, unknown
from detente.model.names import shown
from detente.model.tables import Table

# Larger menus do not occur; a counter over one grows with its size times its number.
MOST_ON_A_MENU = 100


class ProvisionReader:
    """Reads the provisions of one file."""

    def __init__(self, origin: str | None, known: LawNames) -> None:
        self.origin = origin
        self.known = known

    def provision(self, table: Table) -> Provision | None:
        """A provision; None if it lacks what every provision must have."""
        provision_id, cite = table.id(), table.text("cite", required=True)
        kind = cast("ProvisionKind", table.choice("kind", get_args(ProvisionKind)))
        act, menu = self.known.one_of(table, "act", self.known.facts, "fact"), self._menu(table)
        says = self._says(table, kind, act, menu)
        begun, until = table.day("in_force"), table.day("until")
        usual = usual_modality(kind)
        modality = table.choice("modality", (usual, *({"shall", "may"} - {usual})))
        found = {
            "instrument": self.known.one_of(table, "instrument", self.known.instruments),
            "modality": cast("Modality", modality),
            "when": self.known.condition(table, "when"),
            "of": self._of(table, kind),
            "actors": self.known.actors_in(table, "actors"),
            "acting": cast("Acting", table.choice("acting", get_args(Acting))),
            "addressee": table.text("addressee") or "",
            "form": cast("Form", table.choice("form", get_args(Form))),
            "wait": _waits(table),
            "not_before": self._not_before(table),
            "renew_days": table.whole("renew_days", least=1),
            "overrides": self._overrides(table),
            "reading": self.known.one_of(table, "reading", self.known.readings),
            "wording": table.text("wording"),
            "wording_at": _wording_at(table),
            "in_force_basis": table.text("in_force_basis") or "",
            "until_basis": table.text("until_basis") or "",
            "text_checked": table.truth("text_checked"),
            "measure": _measure(table),
            "note": table.text("note") or "",
            "cost": table.whole("cost", least=1) or 1,
            "because": table.text_or_texts("because"),
        }
        table.close()
        if begun and until and until < begun:
            what = "the provision ends before it begins"
            table.notes.error("bad-dates", (*table.path, "until"), what, "correct the dates")
        if (found["wait"] or found["renew_days"]) and act is None:
            what = "a clock runs from an act, and the provision names none"
            table.notes.error("names-nothing", table.path, what, 'add `act = "…"`, a fact\'s id')
        if not provision_id or not cite or says is None:
            return None
        return Provision(
            id=provision_id,
            cite=cite,
            says=says,
            kind=kind,
            act=act,
            menu=menu,
            in_force=begun,
            until=until,
            origin=self.origin,
            place=table.notes.places.at(table.path),
            **cast("dict[str, Any]", found),
        )

    def _says(
        self, table: Table, kind: str, act: str | None, menu: Menu | None
    ) -> Condition | None:
        """The condition; what only takes an act or a choice from a menu may leave it out."""
        binds = kind in ("prohibition", "obligation")
        implied: Condition | None = None
        if menu is not None and menu.of and binds:
            implied = joined(map(Taken, menu.of), "or")
        elif act is not None and not binds:
            implied = Taken(act)
        says = self.known.condition(table, "says", required=implied is None)
        return says if table.has("says") else implied

    def _of(self, table: Table, kind: str) -> tuple[str, ...]:
        names = table.text_or_texts("of")
        path = (*table.path, "of")
        many = isinstance(table.tree.get("of"), list)
        for index, name in enumerate(names):
            if name not in self.known.provisions:
                here = (*path, index) if many else path
                unknown(table, here, "provision", name, self.known.provisions)
        needs = kind not in ("prohibition", "obligation", "power")
        if needs and not names:
            what = f"this {kind} does not say of which provisions"
            table.notes.error("names-nothing", table.path, what, 'add `of = ["…"]`')
        if names and not needs:
            what = f"'of' says nothing for a provision of the kind {kind!r}"
            fix = "use a kind that is of others: exception, waiver, delay, termination, review"
            table.notes.error("bad-kind", path, what, fix)
        return names

    def _menu(self, table: Table) -> Menu | None:
        inner = table.inner("menu")
        if inner is None:
            return None
        least, of = inner.whole("least", least=1), inner.texts("of")
        inner.close()
        for index, name in enumerate(of):
            here = (*inner.path, "of", index)
            if name not in self.known.atoms:
                unknown(table, here, "option or fact", name, self.known.atoms)
            elif name in of[:index]:
                what = f"{name!r} is on the menu twice"
                table.notes.error("duplicate", here, what, "list it once")
        if least is None and "least" not in inner.tree:
            table.notes.error(
                "missing-key", inner.path, "the menu does not say how many", "add `least = …`"
            )
        if not of or (least or 0) > len(of) or len(of) > MOST_ON_A_MENU:
            what = f"{least or 0} of {len(of)} cannot be chosen"
            if len(of) > MOST_ON_A_MENU:
                what = f"the menu lists {len(of)}; the limit is {MOST_ON_A_MENU}"
            fix = "list at least as many as must be chosen, or lower `least`"
            table.notes.error("bad-menu", inner.path, what, fix)
        return Menu(least=least or 1, of=of)

    def _overrides(self, table: Table) -> tuple[Override, ...]:
        found = []
        for inner in table.tables("overrides"):
            name = inner.text("provision", required=True) or ""
            reason = inner.text("reason", required=True) or ""
            inner.close()
            if name and name not in self.known.provisions:
                path = (*inner.path, "provision")
                unknown(inner, path, "provision", name, self.known.provisions)
            found.append(Override(provision=name, reason=reason))
        return tuple(found)

    def _not_before(self, table: Table) -> NotBefore | None:
        if not isinstance(table.raw("not_before"), dict):
            day = table.day("not_before")
            return NotBefore(on=day) if day else None
        inner = table.inner("not_before")
        assert inner is not None
        count, after = inner.whole("count", least=0), inner.text("after", required=True)
        unit = cast("Unit", inner.choice("unit", get_args(Unit)))
        inner.close()
        if after is not None and after not in self.known.facts:
            unknown(table, (*inner.path, "after"), "fact", after, self.known.facts)
        return NotBefore(count=count or 0, unit=unit, after=after)


def _waits(table: Table) -> tuple[Wait, ...]:
    if not isinstance(table.raw("wait"), list):
        days = table.whole("wait", least=1)
        return (Wait(days=days),) if days else ()
    found = []
    for inner in table.tables("wait"):
        days = inner.whole("days", least=1)
        begun = _day_of_year(inner, "begun_from"), _day_of_year(inner, "begun_to")
        inner.close()
        if (begun[0] is None) != (begun[1] is None):
            what = "a part of the year has a beginning and an end"
            inner.notes.error("bad-dates", inner.path, what, "give `begun_from` and `begun_to`")
        found.append(Wait(days=days or 1, begun_from=begun[0], begun_to=begun[1]))
    return tuple(found)


def _day_of_year(table: Table, key: str) -> str | None:
    text = table.text(key)
    if text is None:
        return None
    try:
        # A leap year, so that 29 February is a day.
        date.fromisoformat(f"2000-{text}")
    except ValueError:
        what = f"{shown(text)} is no day of the year"
        table.notes.error("bad-dates", (*table.path, key), what, "write it as `07-10`")
    return text


def _measure(table: Table) -> Measure | None:
    inner = table.inner("measure")
    if inner is None:
        return None
    measure = Measure(
        text=inner.text("text", required=True) or "",
        target=inner.text("target", required=True) or "",
        programme=inner.text("programme") or "",
        subsidiaries=inner.truth("subsidiaries"),
    )
    inner.close()
    return measure


def _wording_at(table: Table) -> WordingPlace | None:
    inner = table.inner("wording_at")
    if inner is None:
        return None
    place = WordingPlace(
        document=inner.text("document", required=True) or "",
        start=inner.whole("start") or 0,
        end=inner.whole("end") or 0,
    )
    inner.close()
    if place.end <= place.start:
        what = "the wording ends before it begins"
        table.notes.error("bad-place", inner.path, what, "correct `start` and `end`")
    return place
