"""The legal memo, with the provisions and the facts that it turns on."""

from collections.abc import Iterable, Iterator

from detente.brief.contents import Element, Memo, Sentence
from detente.brief.forms.blocks import (
    Block,
    Items,
    Passage,
)
from detente.brief.forms.context import Context
from detente.brief.wording import labels, norms
from detente.brief.wording.phrases import capital, full_stop, quoted
from detente.domain.norms import Provision


def law(laid: Context) -> Iterator[Block]:
    """What the law makes of the outcomes, and the provisions and facts that this rests on."""
    dispute = laid.brief.dispute
    if dispute is None or not (dispute.provisions or dispute.rules):
        return
    if rest := laid.rest(law=True):
        yield Items(items=rest)
    if laid.brief.memo:
        yield from _memo(laid, laid.brief.memo)
    told = [e for e in laid.brief.elements if e.kind in ("provision", "rule")]
    cited = {provision.id: provision for provision in dispute.provisions}
    provisions = tuple(_provision(laid, e, cited.get(e.id)) for e in told)
    if provisions:
        yield Items(title=labels.PROVISIONS, items=provisions)
    facts = tuple(
        laid.element(laid.references.elements[e.id], e.text, ())
        for e in laid.brief.elements
        if e.kind == "fact"
    )
    if facts:
        yield Items(title=labels.FACTS, items=facts, look="folded")


def _memo(laid: Context, memo: Memo) -> Iterator[Block]:
    number = 0

    def numbered(sentences: Iterable[Sentence]) -> tuple[Passage, ...]:
        nonlocal number
        found = []
        for sentence in sentences:
            number += 1
            found.append(
                Passage(
                    text=sentence.text,
                    because=sentence.because,
                    anchor=f"law-{number}",
                    mark="computed",
                )
            )
        return tuple(found)

    for advice in memo.advice:
        items = numbered([advice.conclusion])
        reasons, ways = numbered(advice.reasons), numbered(advice.ways)
        yield Items(title=labels.opinion_on(advice.state), items=items)
        if reasons:
            yield Items(title=labels.REASONS, items=reasons, numbered=True, look="steps")
        if ways:
            yield Items(title=labels.WAYS, items=ways, numbered=True, look="steps")
        if advice.more:
            yield Items(items=(Passage(text=advice.more),))
    if outcomes := numbered(memo.outcomes):
        yield Items(title=labels.LAW_AND_STABILITY, items=outcomes)
    if steps := numbered(memo.steps):
        yield Items(title=labels.LEGAL_STEPS, items=steps, numbered=True, look="steps")


def _provision(laid: Context, element: Element, provision: Provision | None) -> Passage:
    anchor = laid.references.elements[element.id][0]
    if provision is None:
        return laid.element((anchor, element), element.text, ())
    dates = norms.in_force(provision.in_force, provision.until)
    wording = f"{full_stop(quoted(provision.wording))} " if provision.wording else ""
    return Passage(
        text=f"{wording}{element.text}{dates}",
        because=element.because,
        anchor=anchor,
        mark="quoted" if provision.wording else laid.mark_of(element),
        lead=full_stop(capital(provision.cite)),
        tags=() if provision.text_checked else (labels.NOT_CHECKED,),
    )
