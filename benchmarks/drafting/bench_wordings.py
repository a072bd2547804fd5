"""How many ways of refusing, demanding, offering, tying and threatening are understood.

    python benchmarks/drafting/bench_wordings.py [--half unseen] [--failed KIND]

The templates stand in `tests/wordings`; what counts as understood, in `filling.py` there. Of the
unseen half only totals are printed, so that nobody tunes to what must stay unseen.
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "wordings"))
from filling import KINDS, filled, holds, recorded


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--half", choices=("open", "second", "third", "fourth", "fifth", "unseen"), default="open"
    )
    options.add_argument("--failed", choices=KINDS, help="print what is not understood of a kind")
    options.add_argument("--dispute", type=int, help="only the dispute of this number, from 0")
    given = options.parse_args()
    sentences = [f for f in filled(given.half) if given.dispute in (None, f.dispute)]
    right, every = Counter[str](), Counter[str]()
    failed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each, _, record in recorded(sentences):
        every[each.kind] += 1
        if holds(each, record):
            right[each.kind] += 1
        else:
            failed[each.kind][each.template].append(each.text)
    console = Console()
    if given.failed and given.half != "unseen":
        for template, texts in sorted(failed[given.failed].items(), key=lambda e: -len(e[1])):
            console.print(f"{len(texts)}  {template}", highlight=False, markup=False)
            if len(texts) < len({f.dispute for f in sentences}):
                console.print(f"       {texts[0]}", highlight=False, markup=False)
    table = Table("voiced", "understood", "of", "share", title=f"wordings, {given.half} half")
    for kind in KINDS:
        table.add_row(kind, f"{right[kind]}", f"{every[kind]}", f"{right[kind] / every[kind]:.2f}")
    console.print(table)


if __name__ == "__main__":
    main()
