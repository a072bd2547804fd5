"""Were all sentences marked twice, and is the agreement counted right?"""

import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SCRIPT = HERE / "agreement.py"
KINDS = {
    "attitudes": ("statements", "cue", ["source"]),
    "events": ("events", "trigger", []),
}


@pytest.fixture(scope="module")
def agreement() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT), run_name="agreement")


def first_texts(kind: str) -> dict[str, str]:
    halves = [(HERE / kind / f"{half}.toml").read_text("utf-8") for half in ("open", "unseen")]
    return {s["id"]: s["text"] for half in halves for s in tomllib.loads(half)["sentence"]}


def second_marks(kind: str) -> dict[str, list[dict[str, Any]]]:
    tables = tomllib.loads((HERE / "second-pass" / f"{kind}.toml").read_text("utf-8"))
    return {name: table[KINDS[kind][0]] for name, table in tables.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_was_marked_twice(kind: str) -> None:
    assert second_marks(kind).keys() == first_texts(kind).keys()


@pytest.mark.parametrize("kind", KINDS)
def test_second_marks_quote_their_text(kind: str) -> None:
    texts = first_texts(kind)
    _, anchor, roles = KINDS[kind]
    for name, marks in second_marks(kind).items():
        for mark in marks:
            at = mark.get(f"{anchor}_at", texts[name].find(mark[anchor]))
            assert at >= 0, (name, mark)
            assert texts[name].startswith(mark[anchor], at), (name, mark)
            quoted = [mark[role] for role in roles if role in mark] + mark.get("content", [])
            assert all(words in texts[name] for words in quoted), (name, mark)


def test_the_script_prints_every_figure() -> None:
    run = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=True)

    printed = {tuple(line.split()[:2]) for line in run.stdout.splitlines()}
    features = ["attitude", "strength", "party", "source", "status", "actor", "target"]
    assert {(f, half) for f in features for half in ("open", "unseen", "both")} <= printed


def test_nothing_of_the_unseen_half_is_listed() -> None:
    run = subprocess.run(
        [sys.executable, SCRIPT, "--list"], capture_output=True, text=True, check=True
    )

    unseen = [
        s["id"]
        for kind in KINDS
        for s in tomllib.loads((HERE / kind / "unseen.toml").read_text("utf-8"))["sentence"]
    ]
    assert not set(unseen) & set(run.stdout.split())


def test_kappa_is_what_is_left_above_chance(agreement: dict[str, Any]) -> None:
    # Observed 35 of 50; expected (25 * 30 + 25 * 20) / 50² = one half.
    cells = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    labels = [pair for pair, n in cells.items() for _ in range(n)]

    assert agreement["agreement"](labels) == pytest.approx(0.7)
    assert agreement["kappa"](labels) == pytest.approx(0.4)
    assert agreement["kappa"]([("yes", "yes")] * 3) == 1


def test_a_mark_is_paired_once_and_with_the_longest_overlap(agreement: dict[str, Any]) -> None:
    text = "did not rule out and then ruled out"
    ones = [{"cue": "did not rule out"}, {"cue": "ruled out"}]
    others = [{"cue": "ruled"}, {"cue": "rule out and then ruled"}, {"cue": "then"}]

    paired = list(agreement["partners"](agreement["STATEMENTS"], text, ones, others))

    assert [(a["cue"], b["cue"]) for a, b in paired] == [
        ("did not rule out", "rule out and then ruled"),
        ("ruled out", "ruled"),
    ]
