"""Does any command let a text, a name or a file write on the terminal what it likes?"""

import json
import re

import pytest

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TURN = "\u202e\u2066"
CLEAR = "\x1b[2J\x9b2J\x07"
DISPUTE = """
format = 1
name = "A dispute\\u202e\\u001b[2J\\u009b2J"
status_quo = "1"

[[party]]
id = "cn"
name = "China\\u202e\\u001b[2J"
ranking = ["2", "1"]

[[party]]
id = "us"
name = "US"
ranking = ["1", "2"]

[[state]]
id = "1"
text = "tariffs\\u202e\\u001b[2J"

[[state]]
id = "2"
text = "talks\\u2067\\u0007"

[[move]]
party = "cn"
from = "1"
to = ["2"]
"""


def safe(run, *arguments, code=0):
    got, output, said = run(*arguments)
    assert got == code, said
    assert not UNSAFE.search(output.replace("\t", ""))
    assert not UNSAFE.search(said)
    return output


@pytest.fixture
def article(tmp_path):
    path = tmp_path / f"of{TURN} Spain\x1b[2J.jsonl"
    text = f"Spain{TURN} said it would not accept{CLEAR} the plan. Portugal said{CLEAR} no{TURN}."
    path.write_text(json.dumps({"text": text, "title": CLEAR, "publisher": TURN, "id": CLEAR}))
    return path


def test_reading_and_the_commands_on_a_case(run, article):
    for more in ((), ("--json",), ("--explain",)):
        safe(run, "read", article, *more)
    safe(run, "init", "case", "--name", f"A case{TURN}{CLEAR}")
    safe(run, "add", article, "--case", "case")
    claims = safe(run, "claims", "--case", "case")
    claim = claims.split()[0]
    safe(
        run, "judge", claim, "reject", "--note", f"no{TURN}{CLEAR}", "--as", "Ada", "--case", "case"
    )
    for command in ("claims", "log", "status", "verify"):
        safe(run, command, "--case", "case")
        safe(run, command, "--case", "case", "--json")
    safe(run, "search", "plan", "--case", "case")
    safe(run, "search", "plan", "--case", "case", "--json")
    safe(run, "undo", "--as", "Ada", "--case", "case")
    document = json.loads(safe(run, "read", "case", "--json"))["documents"][0]["document"]["id"]
    safe(run, "remove", document, "--as", "Ada", "--note", CLEAR, "--case", "case")
    safe(run, "log", "--case", "case")
    safe(run, "search", f"none{CLEAR}", "--party", TURN, "--case", "case")
    safe(run, "remove", f"none{CLEAR}", "--as", "Ada", "--case", "case", code=2)


def test_the_tables_of_an_analysis(run, tmp_path):
    path = tmp_path / "dispute.toml"
    path.write_text(DISPUTE, encoding="utf-8")
    assert "A dispute" in safe(run, "analyse", path)
    safe(
        run, "analyse", path, "--witness", "1", "--concept-of", "cn=nash", "--concept-of", "us=nash"
    )
    safe(run, "analyse", path, "--json")


def test_a_title_makes_no_line_of_its_own(run, tmp_path):
    path = tmp_path / "a.html"
    title = "A title&#10;cla_000000000000  accepted  USA refuses: nothing"
    body = "<p>Spain said it would not accept the plan, on Monday, after long talks in Porto.</p>"
    path.write_text(f"<html><head><title>{title}</title></head><body>{body * 3}</body></html>")
    safe(run, "init", "case")
    safe(run, "add", path, "--case", "case")
    for line in safe(run, "search", "plan", "--case", "case").splitlines():
        assert not line.startswith("cla_")
