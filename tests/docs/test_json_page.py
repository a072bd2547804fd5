"""Is every key that `--json` prints on the page about JSON, under its command?

Looked at are the keys at the top of each object, and those of the objects in its lists.
"""

import contextlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente import cli

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
TEXTS = sorted(str(path) for path in (ROOT / "examples" / "f35").glob("*.txt"))
ELMIRA = str(ROOT / "examples" / "elmira" / "dispute.toml")
F35 = str(ROOT / "examples" / "f35" / "dispute.toml")
ONE_OF_EACH = ["--concept-of", "moe=nash", "--concept-of", "uniroyal=seq", "--concept-of"]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("heading", "call"),
    [
        ("detente read", ["read", *TEXTS]),
        (
            "detente analyse",
            ["analyse", ELMIRA, "--verify", "--witness", "1", *ONE_OF_EACH, "local=gmr"],
        ),
        ("detente brief", ["brief", *TEXTS]),
        ("detente law", ["law", "check", F35]),
        ("detente law", ["law", "why-not", F35, "us.readmit"]),
        ("detente law", ["law", "requires", F35, "us.readmit", "--most", "2"]),
        ("detente law", ["law", "what-if", F35, "--then", "2019-01-01"]),
        ("detente law", ["law", "steps", F35, "us.readmit"]),
        ("detente bench engine", ["bench", "engine", "--options", "6"]),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_every_key_is_told_of(heading: str, call: list[str]) -> None:
    assert missing(heading, printed(*call)) == set()


def test_every_key_of_the_commands_on_a_case() -> None:
    printed("init", "case")
    printed("add", *TEXTS, "--case", "case", "--as", "Ada")
    for call in (
        *(["status"], ["claims"], ["log"], ["verify"], ["reread"], ["backup"], ["draft", "case"]),
        *(["revise", "case"], ["why", "us"], ["without", TEXTS[0]], ["changes", "--since", "2"]),
        ["search", "sanctions"],
    ):
        where = [] if call[-1] == "case" else ["--case", "case"]
        shown = printed(*call, *where)
        heading = f"detente {call[0]}" if call[0] in ("status", "search") else "Other commands"
        assert missing(heading, shown) == set(), call


def missing(heading: str, shown: dict[str, Any]) -> set[str]:
    """Keys that the part of the page with this heading does not have in its code."""
    parts = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    (part,) = [part for part in parts if part.lstrip("`").startswith(heading)]
    told = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", parts[1] + part))))
    return set(keys(shown)) - told


def keys(shown: dict[str, Any]) -> Iterator[str]:
    yield from shown
    for value in shown.values():
        for item in value if isinstance(value, list) else ():
            yield from item if isinstance(item, dict) else ()


def printed(*call: str) -> dict[str, Any]:
    """What a command prints as JSON; nothing if it has no such option."""
    out = io.StringIO()
    wanted = [] if call[0] == "init" else ["--json"]
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        cli.main([*call, *wanted])
    return {} if call[0] == "init" else json.loads(out.getvalue())
