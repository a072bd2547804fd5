"""The deal: what is asked, the way to it, and what would have to change."""

from collections.abc import Iterable, Iterator

from detente.brief.contents import Sentence
from detente.brief.forms.blocks import (
    Block,
    Items,
    Line,
    Passage,
    Table,
    cell,
)
from detente.brief.forms.context import Context
from detente.brief.wording import labels


def deal(laid: Context) -> Iterator[Block]:
    """What each side asks, a way from today to the deal, and who would stay in it."""
    deal = laid.brief.deal
    if deal is None:
        return
    if deal.asks:
        yield Items(title=labels.ASKS, items=tuple(_asks(laid, deal.asks)))
    if laid.brief.route:
        steps = tuple(
            Passage(
                text=step.text,
                because=step.because,
                anchor=f"route-{n}",
                mark="computed",
                tags=(labels.LAWFUL[False],) if step.lawful is False else (),
            )
            for n, step in enumerate(laid.brief.route, start=1)
        )
        yield Items(title=labels.ROUTE, items=steps, numbered=True, look="steps")
    if deal.why:
        yield Items(title=labels.WHO_STAYS, items=laid.passages("why", deal.why))


def _asks(laid: Context, asks: Iterable[Sentence]) -> Iterator[Passage]:
    for number, ask in enumerate(asks, start=1):
        about = laid.references.elements[ask.because[0]][1]
        yield Passage(
            text=ask.text,
            because=ask.because,
            anchor=f"asks-{number}",
            mark=laid.mark_of(about),
        )


def changes(laid: Context) -> Iterator[Block]:
    """The ladder: single changes after which the deal holds, the smallest first."""
    if not laid.brief.changes or laid.brief.dispute is None:
        return
    names = {party.id: party.name for party in laid.brief.dispute.parties}
    lines = tuple(
        Line(
            cells=(
                cell(n),
                Passage(text=lever.text, because=lever.because, mark="computed"),
                cell(names.get(lever.change.party or "", labels.LEGISLATOR)),
                cell(labels.KINDS[lever.change.kind]),
            ),
            anchor=f"changes-{n}",
        )
        for n, lever in enumerate(laid.brief.changes, start=1)
    )
    yield Table(
        name="changes",
        heads=labels.LADDER_HEADS,
        lines=lines,
        caption=labels.LADDER_CAPTION,
    )
