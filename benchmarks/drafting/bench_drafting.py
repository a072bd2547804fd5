"""How near drafts come to the models that careful analysts drew of the same texts.

Give folders of disputes; by default those in `examples/` that `tests/disputes/open/` tells of, from
which rules may be written. With
`--totals` only the last lines are printed, so that nobody tunes to what must stay unseen.
"""

import argparse
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
OPEN = ROOT / "tests" / "disputes" / "open"
sys.path.insert(0, str(ROOT / "tests" / "disputes"))

from edits import KINDS, Held, score_edits  # noqa: E402
from scoring import Case, Found, Score, Share, cases, read, score  # noqa: E402

from detente.model.drafting.draft import draft  # noqa: E402

COLUMNS = {
    "parties": "parties F1",
    "options": "options F1",
    "today": "today",
    "provisions": "provisions",
    "rules": "rules",
    "preferences": "wishes",
    "order": "order τ",
    "equilibria": "equilibria",
}


def main() -> None:
    """Draft every dispute and print how near each draft comes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="*", type=Path, default=[EXAMPLES])
    options.add_argument("--totals", action="store_true", help="print nothing of single disputes")
    options.add_argument("--edits", action="store_true", help="try the edits too; takes minutes")
    options.add_argument("--only", action="append", help="only the dispute of this name")
    given = options.parse_args()
    table = Table("dispute", *COLUMNS.values())
    total = Score()
    held = {kind: Held() for kind in KINDS}
    number = 0
    for case in (case for folder in given.folders for case in cases(folder)):
        if given.only and case.name not in given.only:
            continue
        if case.folder.parent == EXAMPLES and not (OPEN / case.name).is_dir():
            continue
        found = score(draft(read(case.texts)), case.model)
        total, number = total + found, number + 1
        if not given.totals:
            table.add_row(case.name, *_row(found))
            _tell(case, found)
        path = _edits_of(case)
        for kind, one in score_edits(case, path).items() if given.edits and path else ():
            held[kind] += one
    table.add_row(f"all {number}", *_row(total), style="bold")
    Console(width=120).print(table)
    if given.edits:
        _print_edits(held, totals=given.totals)


def _edits_of(case: Case) -> Path | None:
    """The edits of a dispute: in its folder, or in the folder of the tests that bears its name."""
    places = (case.folder / "edits.toml", OPEN / case.name / "edits.toml")
    return next((path for path in places if path.is_file()), None)


def _print_edits(held: dict[str, Held], *, totals: bool) -> None:
    table = Table("edit", "holds, of elements that the draft has", "holds, of all")
    everything = Held()
    for kind, one in held.items():
        everything += one
        table.add_row(kind, *_shares(one))
        for failed in () if totals else one.failed:
            print(f"  fails: {failed}")
    table.add_row("all", *_shares(everything), style="bold")
    Console(width=120).print(table)
    if everything.unusable:
        print(f"{everything.unusable} edits name words or files that are not there")


def _shares(held: Held) -> list[str]:
    pairs = ((held.drafted, held.drafted_of), (held.every, held.every_of))
    return [f"{right / of:.2f}  {right}/{of}" if of else "–" for right, of in pairs]


def _row(found: Score) -> list[str]:
    values = [getattr(found, name) for name in COLUMNS]
    return [_figure(v.f1 if isinstance(v, Found) else v.value, v) for v in values]


def _figure(value: float | None, counted: Found | Share) -> str:
    if value is None:
        return "–"
    if isinstance(counted, Found):
        return f"{value:.2f}  {counted.common}/{counted.drafted}/{counted.wanted}"
    return f"{value:.2f}  {counted.right:g}/{counted.of:g}"


def _tell(case: Case, found: Score) -> None:
    print(f"\n{case.name}")
    for name, title in COLUMNS.items():
        value = getattr(found, name)
        for each in value.missed:
            print(f"  {title}: missed {each}")
        for each in getattr(value, "more", ()):
            print(f"  {title}: drafted {each}")


if __name__ == "__main__":
    main()
