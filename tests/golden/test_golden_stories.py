"""Do timelines tell what was marked by hand, to the day that the texts allow?"""

import runpy
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
STORIES = sorted(path.parent for path in (HERE / "events" / "stories").glob("*/expected.toml"))
# What is not as it was marked, and why. An entry goes when the reader learns it.
KNOWN = {
    ("f35", "deal signed, as Ankara said"): "a day beside “said” is the day of the saying",
    ("river", "commission met"): "whose commission met, its second text does not say again",
    ("fisheries", "ambassador recalled"): "“it had recalled him”: it may be either country",
    ("fisheries", "boats fired on"): "“officials there” have no party",
    ("fisheries", "two boats released"): "whose boats, only the text before says",
    ("fisheries", "licences to be paid for"): "“the ministry” has no party",
    ("fisheries", "patrol boats offered"): "“both countries” as those who are offered something",
    ("river", "protest"): "a protest by note is talk, and stands under the claims",
    ("river", "commission to meet"): "a commission of two states has no party",
}
KNOWN_DUE: dict[tuple[str, str], str] = {}


@cache
def script() -> dict[str, Any]:
    return runpy.run_path(str(HERE / "stories.py"), run_name="stories")


@cache
def told(folder: Path) -> Any:
    return script()["Told"](folder)


@cache
def events(folder: Path) -> dict[str, str]:
    return {what: wrong for what, _, wrong in script()["checked"](told(folder))}


def marks(key: str, name: str, known: dict[tuple[str, str], str]) -> list[Any]:
    found = []
    for folder in STORIES:
        for mark in tomllib.loads((folder / "expected.toml").read_text("utf-8"))[key]:
            why = known.get((folder.name, mark[name]))
            missed = [pytest.mark.xfail(strict=True, reason=why)] if why else []
            one = f"{folder.name}: {mark[name]}"
            found.append(pytest.param(folder, mark[name], id=one, marks=missed))
    return found


@pytest.mark.parametrize(("folder", "what"), marks("event", "what", KNOWN))
def test_an_event_stands_in_the_timeline_as_marked(folder: Path, what: str) -> None:
    assert events(folder)[what] == ""


@pytest.mark.parametrize(("folder", "words"), marks("expectation", "words", KNOWN_DUE))
def test_an_expectation_falls_due_as_marked(folder: Path, words: str) -> None:
    assert dict(script()["expectations"](told(folder)))[words]


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_nothing_that_was_not_marked_has_a_date(folder: Path) -> None:
    assert script()["unmarked"](told(folder)) == []
