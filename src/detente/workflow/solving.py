"""Dispute → verdicts: which states are lawful, and which are stable for whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from detente import analysis, law
from detente.domain.dispute import Dispute
from detente.domain.findings import Finding, Place
from detente.domain.states import feasible_states
from detente.domain.verdicts import CONCEPTS, Analysis, Concept
from detente.errors import DetenteError
from detente.model import files
from detente.workflow.reading import Tell, silently


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What became of one dispute; ``error`` is why it could not be solved."""

    dispute: Dispute | None = None
    analysis: Analysis | None = None
    findings: tuple[Finding, ...] = ()
    error: DetenteError | None = None


def analyse_dispute(
    path: Path,
    on: date | None = None,
    concepts: Sequence[Concept] = CONCEPTS,
    *,
    tell: Tell = silently,
) -> Solved:
    """Solve a dispute file.

    Parameters
    ----------
    on
        Day on which the law is judged; by default the newest that the dispute itself names.
    concepts
        Stability concepts that are asked about.
    tell
        Called with what is being done now.
    """
    dispute, findings = files.load(path)
    if dispute is None:
        return Solved(findings=findings)
    on = on or law.newest_day(dispute)
    solved = solve(dispute, on, concepts, tell=tell)
    placed = (
        replace(finding, where=finding.where or Place(path=str(path)))
        for finding in (*findings, *law.contradictions(dispute, on), *solved.findings)
    )
    return replace(solved, findings=tuple(placed))


def solve(
    dispute: Dispute,
    on: date | None,
    concepts: Sequence[Concept] = CONCEPTS,
    *,
    tell: Tell = silently,
) -> Solved:
    """Judge each state by the law of a day, and find which states are stable for whom."""
    try:
        lawful = law.judge(dispute, feasible_states(dispute), on)
        solved = analysis.analyse(dispute, lawful=lawful, concepts=concepts, tell=tell)
    except DetenteError as error:
        return Solved(dispute=dispute, findings=(not_analysed(error),), error=error)
    return Solved(dispute=dispute, analysis=solved, findings=solved.findings)


def not_analysed(error: DetenteError, where: Place | None = None) -> Finding:
    """Say of one dispute why it is not solved, where others still are."""
    return Finding(
        code="not-analysed", severity="error", what=error.what, fix=error.fix, where=where
    )
