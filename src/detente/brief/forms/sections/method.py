"""What to find out next, how the brief came about, and what was not understood."""

from collections.abc import Iterator

from detente.brief.forms.blocks import Block, Items, Passage
from detente.brief.forms.context import Context
from detente.brief.wording import concepts, labels
from detente.brief.wording.phrases import capital, full_stop
from detente.domain.findings import Finding
from detente.domain.verdicts import CONCEPTS


def gaps(laid: Context) -> Iterator[Block]:
    """Questions to settle next, those on which most hangs first."""
    if laid.brief.gaps:
        items = laid.passages("gaps", laid.brief.gaps)
        yield Items(items=items, numbered=True, look="questions")


def method(laid: Context) -> Iterator[Block]:
    """How the brief came about, what its words mean, and what was not understood."""
    yield Items(items=tuple(Passage(text=limit) for limit in laid.brief.limits), look="bullets")
    if laid.brief.state_table:
        meanings = tuple(
            Passage(lead=concepts.CONCEPT_NAMES[c], text=concepts.CONCEPT_MEANINGS[c])
            for c in CONCEPTS
        )
        yield Items(title=labels.CONCEPTS_TITLE, items=meanings)
    if laid.brief.findings:
        found = tuple(_finding(laid, finding) for finding in laid.brief.findings)
        yield Items(title=labels.FINDINGS, items=found)


def _finding(laid: Context, finding: Finding) -> Passage:
    text = f"{full_stop(capital(finding.what))} {full_stop(capital(finding.fix))}"
    where = str(finding.where) if finding.where else ""
    return Passage(
        text=text, lead=finding.severity, tags=tuple(filter(None, (finding.code, where)))
    )
