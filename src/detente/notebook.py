"""What `import detente` offers: a dispute in one line, its verdicts in the next.

The verbs are those of the command line, and what they return are the nouns of `domain`. Where
the command line prints findings and goes on, a notebook shows them as warnings.
"""

import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from detente import analysis, law, workflow
from detente.domain.dispute import Dispute, StateId
from detente.domain.findings import Finding
from detente.domain.robustness import Robustness
from detente.domain.verdicts import CONCEPTS, Analysis, Concept, Verdict
from detente.errors import InputError
from detente.model import files
from detente.model.states import find_state

# More are not read; the first are what to correct first.
_MOST_TOLD = 20


class FindingWarning(UserWarning):
    """A problem in a dispute file that does not keep it from being solved."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(_told(finding))
        self.finding = finding


def load(path: Path | str) -> Dispute:
    """Read a dispute file, TOML or JSON, and warn of what is wrong with it.

    Raises
    ------
    InputError
        If the file gives no dispute; names every place to correct.
    """
    return _dispute(*files.load(path))


def loads(text: str) -> Dispute:
    """Read the text of a dispute file, TOML or JSON; otherwise as :func:`load`."""
    return _dispute(*files.loads(text, is_json=text.lstrip().startswith("{")))


def save(dispute: Dispute, path: Path | str) -> None:
    """Write a dispute file, JSON if it is called ``.json``, else TOML, keeping its comments.

    Raises
    ------
    InputError
        If the file exists and is no valid dispute file: what stands there would be lost.
    StoreError
        If the file cannot be written.
    """
    files.save(dispute, path)


def analyse(
    dispute: Dispute,
    *,
    concepts: Sequence[Concept] = CONCEPTS,
    on: date | str | None = None,
    tell: Callable[[str], None] | None = None,
) -> Analysis:
    """Find every party's stable states and the equilibria, and judge each state by the law.

    Parameters
    ----------
    concepts
        Those that are asked about.
    on
        Day on which the law is judged; the newest that the dispute itself names unless given.
    tell
        Called with what is being done, where that takes long; ``print`` will do.

    Raises
    ------
    InputError
        If a concept or the day cannot be understood, or no state is feasible.
    AnalysisError
        If the dispute is too large; names the limit and what to leave out first.
    """
    _check(concepts)
    day = _day(on) if isinstance(on, str) else on
    told = {} if tell is None else {"tell": tell}
    solved = workflow.solve(dispute, day or law.newest_day(dispute), _in_order(concepts), **told)
    if solved.analysis is None:
        raise solved.error or AssertionError("neither an analysis nor a reason why not")
    return solved.analysis


def robustness(dispute: Dispute, *, on: date | str | None = None) -> Robustness:
    """Find which equilibria rest on what the dispute leaves open, and on which question.

    Open are the places of statements marked as unsure, and what a party wants with an option of
    its own of which its statements say nothing.

    Parameters
    ----------
    on
        Day on which the law is judged, as for :func:`analyse`.

    Raises
    ------
    InputError, AnalysisError
        As for :func:`analyse`.
    """
    return analysis.robustness(dispute, lawful=analyse(dispute, on=on).lawful)


def witness(
    dispute: Dispute, state: StateId, *, concepts: Sequence[Concept] = CONCEPTS
) -> tuple[Verdict, ...]:
    """Say what proves the verdicts on a state, party by party and concept by concept.

    Parameters
    ----------
    state
        Its id, or the options taken joined with ``+`` (``-`` where none is).

    Raises
    ------
    InputError
        If no feasible state or no concept is called so.
    """
    _check(concepts)
    found = find_state(dispute, str(state))
    return tuple(analysis.verdicts(dispute, states=(found,), concepts=_in_order(concepts)))


def verify(dispute: Dispute, verdicts: Iterable[Verdict] | None = None) -> bool:
    """Say whether verdicts (by default all) are proved by their witnesses, without the solver.

    It is written to be read against the definitions, not to be fast.
    """
    checker = analysis.Checker(dispute)
    verdicts = analysis.verdicts(dispute) if verdicts is None else verdicts
    return all(checker.verifies(verdict) for verdict in verdicts)


def _dispute(dispute: Dispute | None, findings: Sequence[Finding]) -> Dispute:
    for finding in findings:
        if finding.severity != "error":
            warnings.warn(FindingWarning(finding), stacklevel=3)
    if dispute is None:
        raise _unusable([finding for finding in findings if finding.severity == "error"])
    return dispute


def _unusable(errors: Sequence[Finding]) -> InputError:
    first, *others = errors
    if not others:
        return InputError(_place_and_what(first), fix=first.fix)
    told = "".join(f"\n  {_told(finding)}" for finding in errors[:_MOST_TOLD])
    what = f"the dispute cannot be used: {len(errors)} errors{told}"
    return InputError(what, fix="correct these places, the first one first")


def _told(finding: Finding) -> str:
    return f"{_place_and_what(finding)} ({finding.fix})"


def _place_and_what(finding: Finding) -> str:
    place = str(finding.where).lstrip(":") if finding.where else ""
    return f"{place}: {finding.what}" if place else finding.what


def _check(concepts: Sequence[Concept]) -> None:
    unknown = [repr(concept) for concept in concepts if concept not in CONCEPTS]
    if unknown or not concepts:
        what = f"no concept is called {unknown[0]}" if unknown else "no concept is asked about"
        raise InputError(what, fix=f"give a list of some of: {', '.join(CONCEPTS)}")


def _in_order(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    return tuple(concept for concept in CONCEPTS if concept in concepts)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text!r} is not a day", fix="write it as 2025-12-20") from error
