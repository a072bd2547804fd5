"""`detente analyse`: which states are stable for whom, and what proves it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from detente.cli.terminal import (
    AsJson,
    AsLines,
    Debug,
    Quiet,
    Strict,
    echo,
    exit_code,
    print_findings,
    working,
    write_json,
    write_json_line,
    write_long_json,
)
from detente.domain.dispute import Dispute, StateId
from detente.domain.findings import Finding, Place
from detente.domain.ruling_shapes import outcomes_shape
from detente.domain.rulings import LawfulOutcomes
from detente.domain.shapes import FORMAT, analysis_shape, finding_shape, state_shapes
from detente.domain.verdicts import CONCEPTS, Analysis, Concept, Verdict
from detente.errors import AnalysisError, DetenteError, InputError

# Above, states are written as they are made: all of them as one text would fill the memory.
MOST_STATES_AT_ONCE = 2**14


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of each dispute."""

    concepts: tuple[Concept, ...] = CONCEPTS
    on: date | None = None
    each: Mapping[str, Concept] | None = None  # a concept per party
    witness: str | None = None
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one file gave: an analysis, or at least the findings that say why not."""

    path: Path
    dispute: Dispute | None = None
    analysis: Analysis | None = None
    findings: tuple[Finding, ...] = ()
    mixed: tuple[StateId, ...] | None = None  # stable for each party under its own concept
    witnesses: tuple[Verdict, ...] | None = None
    verified: int | None = None
    outcomes: LawfulOutcomes | None = None  # where the dispute has law
    error: DetenteError | None = None


def analyse(
    disputes: Annotated[
        list[Path], typer.Argument(metavar="DISPUTE", help="Dispute files, TOML or JSON.")
    ],
    concept: Annotated[
        list[str] | None,
        typer.Option(help=f"Show only this concept: {', '.join(CONCEPTS)}. May be repeated."),
    ] = None,
    concept_of: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PARTY=CONCEPT",
            help="Also find what is stable for each party under a concept of its own.",
        ),
    ] = None,
    witness: Annotated[
        str | None,
        typer.Option(
            metavar="STATE",
            help="Print what proves the verdicts on a state: its id, or options joined with +.",
        ),
    ] = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Check every verdict again, without the solver.")
    ] = False,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Judge the law on this day, such as 2025-12-20."),
    ] = None,
    as_json: AsJson = False,
    as_lines: AsLines = False,
    strict: Strict = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Solve conflict models: who finds which state stable, and which are equilibria."""
    if as_json and not as_lines and len(disputes) > 1:
        raise InputError("--json prints one object, and several files are given", fix="use --jsonl")
    question = Question(
        concepts=_concepts(concept),
        on=_day(on),
        each=_concept_of_each(concept_of),
        witness=witness,
        verify=verify,
    )
    answers = []
    with working("solving", quiet=quiet) as now:
        for path in disputes:
            now(f"solving {path}")
            answer = _answer(path, question, now)
            _print(answer, question, as_json=as_json, as_lines=as_lines)
            print_findings(answer.findings, quiet=quiet)
            # Of thousands of models only what decides the exit code is kept.
            answers.append(replace(answer, dispute=None, witnesses=None))
    _exit(answers, strict)


def _exit(answers: Sequence[Answer], strict: bool) -> None:
    findings = [finding for answer in answers for finding in answer.findings]
    gave_result = any(answer.analysis for answer in answers)
    code = exit_code(gave_result=gave_result, findings=findings, strict=strict)
    errors = [answer.error for answer in answers if answer.error]
    raise typer.Exit(errors[0].exit_code if errors and not gave_result else code)


def _concepts(names: Sequence[str] | None) -> tuple[Concept, ...]:
    unknown = next((name for name in names or () if name not in CONCEPTS), None)
    if unknown is not None:
        known = ", ".join(CONCEPTS)
        raise InputError(f"no concept is called {unknown!r}", fix=f"name one of: {known}")
    return tuple(concept for concept in CONCEPTS if not names or concept in names)


def _concept_of_each(pairs: Sequence[str] | None) -> dict[str, Concept] | None:
    if not pairs:
        return None
    each: dict[str, Concept] = {}
    for pair in pairs:
        party, equals, name = pair.rpartition("=")
        if not equals or not party:
            raise InputError(
                f"{pair!r} is not a party and its concept", fix="write it as turkiye=seq"
            )
        if party in each:
            raise InputError(f"{party!r} is given two concepts", fix="give each party one")
        (each[party],) = _concepts([name])
    return each


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text!r} is not a day", fix="write it as 2025-12-20") from error


def _answer(path: Path, question: Question, tell: Callable[[str], None]) -> Answer:
    """Answer the question for one file; whatever goes wrong, the other files are still read."""
    from detente import workflow

    asked = {*question.concepts, *(question.each or {}).values()}
    solved = workflow.analyse_dispute(
        path, question.on, [c for c in CONCEPTS if c in asked], tell=tell
    )
    answer = Answer(path=path, dispute=solved.dispute, findings=solved.findings, error=solved.error)
    if solved.dispute is None or solved.analysis is None:
        return answer
    try:
        return replace(
            answer,
            analysis=_of_concepts(
                replace(solved.analysis, findings=solved.findings), question.concepts
            ),
            mixed=solved.analysis.equilibria_with(question.each) if question.each else None,
            witnesses=_witnesses(solved.dispute, question),
            verified=_count_verified(solved.dispute, question) if question.verify else None,
            outcomes=workflow.lawful_outcomes(solved.dispute, solved.analysis, question.on),
        )
    except DetenteError as error:
        finding = workflow.not_analysed(error, Place(path=str(path)))
        return replace(answer, findings=(*answer.findings, finding), error=error)


def _of_concepts(solved: Analysis, concepts: tuple[Concept, ...]) -> Analysis:
    return replace(
        solved,
        stable={
            party: {concept: ids for concept, ids in stable.items() if concept in concepts}
            for party, stable in solved.stable.items()
        },
        equilibria={concept: solved.equilibria[concept] for concept in concepts},
    )


def _witnesses(dispute: Dispute, question: Question) -> tuple[Verdict, ...] | None:
    from detente import analysis
    from detente.model.states import find_state

    if question.witness is None:
        return None
    state = find_state(dispute, question.witness)
    return tuple(analysis.verdicts(dispute, states=(state,), concepts=question.concepts))


def _count_verified(dispute: Dispute, question: Question) -> int:
    from detente import analysis

    checker = analysis.Checker(dispute)
    count = 0
    for verdict in analysis.verdicts(dispute, concepts=question.concepts):
        if not checker.verifies(verdict):
            raise AnalysisError(
                f"the verdict on state {verdict.state} for {verdict.party!r} under "
                f"{verdict.concept} is not proved by its witness",
                fix="report it with this file: the solver is wrong",
            )
        count += 1
    return count


def _print(answer: Answer, question: Question, *, as_json: bool, as_lines: bool) -> None:
    if as_lines or as_json:
        _print_json(answer, question, one_line=as_lines)
    elif answer.analysis is not None and answer.dispute is not None:
        from detente.cli.tables import print_analysis, print_mixed, print_witnesses

        print_analysis(answer.dispute, answer.analysis, question.concepts)
        if question.each and answer.mixed is not None:
            print_mixed(question.each, answer.mixed)
        print_witnesses(answer.witnesses)
        if answer.outcomes is not None:
            from detente.cli.memos import print_outcomes

            print_outcomes(answer.outcomes)
        if answer.verified is not None:
            echo(f"{answer.verified} verdicts checked without the solver: all proved.")


def _print_json(answer: Answer, question: Question, *, one_line: bool) -> None:
    shape = _shape(answer, question)
    if answer.analysis is not None and len(answer.analysis.states) > MOST_STATES_AT_ONCE:
        write_long_json(shape, states=state_shapes(answer.analysis), one_line=one_line)
    elif one_line:
        write_json_line(shape)
    else:
        write_json(shape)


def _shape(answer: Answer, question: Question) -> dict[str, Any]:
    if answer.analysis is None:
        empty = dict.fromkeys(("states", "stable", "equilibria", "status_quo"))
        findings = [finding_shape(finding) for finding in answer.findings]
        return {"format": FORMAT, "path": str(answer.path), **empty, "findings": findings}
    shape = analysis_shape(
        answer.analysis, states=len(answer.analysis.states) <= MOST_STATES_AT_ONCE
    )
    shape = {"format": shape.pop("format"), "path": str(answer.path), **shape}
    if question.each and answer.mixed is not None:
        shape["mixed"] = {"concepts": dict(question.each), "equilibria": list(answer.mixed)}
    if answer.witnesses is not None:
        shape["witnesses"] = list(_witness_shapes(answer.witnesses))
    if answer.verified is not None:
        shape["verified"] = answer.verified
    if answer.outcomes is not None:
        shape["law"] = outcomes_shape(answer.outcomes)
    return shape


def _witness_shapes(verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    for verdict in verdicts:
        yield {
            "party": verdict.party,
            "state": verdict.state,
            "concept": verdict.concept,
            "stable": verdict.stable,
            "escape": verdict.escape,
            "deterred": [
                {
                    "improvement": each.improvement,
                    "answer": [{"party": step.party, "to": step.to} for step in each.answer],
                }
                for each in verdict.deterred
            ],
        }
