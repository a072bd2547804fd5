"""What can be wrong with the law of a dispute although each of its tables reads well."""

from graphlib import CycleError, TopologicalSorter

from detente.domain.dispute import Dispute
from detente.domain.findings import Place
from detente.domain.norms import leans_on
from detente.model.names import shown
from detente.model.tables import Notes


def check_norms(dispute: Dispute, notes: Notes) -> None:
    """Check names, cycles and rival readings; findings point into the file concerned."""
    _check_names(dispute, notes)
    _check_cycles(dispute, notes)
    _check_readings(dispute, notes)


def _check_names(dispute: Dispute, notes: Notes) -> None:
    """Facts and provisions share their names, since conditions may speak of either."""
    kinds: list[list[tuple[str, Place | None, str]]] = [
        [
            *((f.id, f.place, "fact") for f in dispute.facts),
            *((p.id, p.place, "provision") for p in dispute.provisions),
        ],
        [(i.id, i.place, "instrument") for i in dispute.instruments],
        [(a.id, a.place, "actor") for a in dispute.actors],
        [(r.id, r.place, "reading") for r in dispute.readings],
    ]
    for named in kinds:
        seen: dict[str, str] = {}
        for name, place, kind in named:
            if name and name in seen:
                other = seen[name]
                both = f"two of a kind ({kind})" if other == kind else f"a {other} and a {kind}"
                what = f"{both} are called {shown(name)}"
                place = place or Place()
                notes.add("duplicate", "error", place, what, "give each its own name")
            seen.setdefault(name, kind)
    parties = {party.id for party in dispute.parties}
    for actor in dispute.actors:
        if actor.id in parties:
            what = f"an actor and a party are called {shown(actor.id)}"
            place = actor.place or Place()
            notes.add("duplicate", "error", place, what, "give each its own name")


def _check_cycles(dispute: Dispute, notes: Notes) -> None:
    """Refuse law in which a provision's effect hangs on itself."""
    graph = leans_on(dispute.facts, dispute.provisions)
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle: list[str] = error.args[1]
        places = {fact.id: fact.place for fact in dispute.facts}
        places |= {provision.id: provision.place for provision in dispute.provisions}
        place = places.get(circle[0]) or Place()
        # The sorter names each before what hangs on it.
        path = " hangs on ".join(shown(name) for name in reversed(circle[:8]))
        more = " …" if len(circle) > 8 else ""
        what = f"the law goes round in a circle: {path}{more}"
        fix = "take one of them out of the condition, of `of` or of `overrides`"
        notes.add("cyclic-law", "error", place, what, fix)


def _check_readings(dispute: Dispute, notes: Notes) -> None:
    for reading in dispute.readings:
        rivals = [each for each in dispute.readings if each.about == reading.about]
        if len(rivals) == 1:
            what = f"the reading {reading.id!r} has no rival about {shown(reading.about)}"
            fix = "add the other reading with the same `about`, or leave this one out"
            notes.add("reading-without-rival", "warning", reading.place or Place(), what, fix)
