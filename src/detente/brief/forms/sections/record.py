"""What the record holds: claims in conflict, what is expected, what happened, and sources."""

from collections.abc import Iterator

from detente.brief.forms.axis import time_axis
from detente.brief.forms.blocks import (
    Block,
    Card,
    Cards,
    Items,
    Line,
    Passage,
    Picture,
    Table,
    cell,
    tagged,
)
from detente.brief.forms.context import Context
from detente.brief.wording import labels, people, times
from detente.brief.wording.phrases import quoted
from detente.domain.evidence import Claim


def conflicts(laid: Context) -> Iterator[Block]:
    """Claims that cannot all be true, side by side."""
    brief = laid.brief
    if not brief.claims:
        return
    claims = {claim.id: claim for claim in brief.claims}
    for clash in brief.conflicts:
        sides = tuple(_side(laid, claims[one]) for one in clash.claims if one in claims)
        yield Cards(cards=sides, look="sides")
    if not brief.conflicts:
        yield Items(items=(Passage(text=labels.NO_CONFLICT),))


def _side(laid: Context, claim: Claim) -> Card:
    words = Passage(text=quoted(claim.text), because=(claim.id,), mark="quoted")
    items = [tagged(words, laid.review(claim))]
    items += [
        Passage(text=mark.caption, because=(mark.id,))
        for mark in laid.references.evidence([claim.id])
    ]
    return Card(
        title=people.claim_by(laid.brief.name(claim.party)), blocks=(Items(items=tuple(items)),)
    )


def expectations(laid: Context) -> Iterator[Block]:
    """What is expected, by when, and what came of it."""
    if not laid.brief.expectations:
        return
    lines = tuple(
        Line(
            cells=(
                cell(laid.brief.name(due.party) or due.party),
                Passage(text=quoted(due.text), because=due.because, mark="quoted"),
                cell(due.due),
                cell(labels.DUE[due.status]),
            ),
            anchor=f"expectations-{n}",
        )
        for n, due in enumerate(laid.brief.expectations, start=1)
    )
    yield Table(
        name="expectations",
        heads=labels.EXPECTATION_HEADS,
        lines=lines,
        caption=labels.EXPECTATIONS_CAPTION,
    )


def timeline(laid: Context) -> Iterator[Block]:
    """What happened, drawn and in the texts' words."""
    entries = laid.brief.timeline
    if not entries:
        return
    drawn = time_axis(laid.brief, linked=laid.linked)
    if drawn:
        yield Picture(name="timeline", drawing=drawn, caption=labels.axis_caption(len(entries)))
    items = tuple(
        Passage(
            text=entry.text,
            because=entry.because,
            anchor=f"timeline-{n}",
            mark="quoted",
            lead=times.told(d for d, _ in entry.dates) if entry.dates else labels.UNDATED,
            tags=(times.STATUSES[entry.status],) if entry.status == "happened" else (),
        )
        for n, entry in enumerate(entries, start=1)
    )
    yield Items(items=items, numbered=True, look="events")


def sources(laid: Context) -> Iterator[Block]:
    """Publishers with what each of them brings."""
    if not laid.brief.readings:
        return
    documents = {r.document.id: n for n, r in enumerate(laid.brief.readings, start=1)}
    lines = tuple(
        Line(
            cells=(
                cell(origin.publisher or labels.NO_PUBLISHER),
                Passage(text=str(len(origin.documents)), because=origin.documents),
                cell(labels.copied(len(origin.copies))),
                cell(origin.statements),
                cell(origin.events),
                cell(labels.period(origin.first, origin.last)),
            ),
            anchor=f"origin-{n}",
        )
        for n, origin in enumerate(laid.brief.origins, start=1)
    )
    repeats = [(documents[one], documents[first]) for one, first in laid.brief.copies.items()]
    yield Table(
        name="sources",
        heads=labels.SOURCE_HEADS,
        lines=lines,
        caption=labels.SOURCES_CAPTION,
        note=labels.copies_note(repeats),
    )
