"""Do the commands print the shapes that others build on, and say what they cannot answer?"""

import json
from pathlib import Path

import pytest

from detente.cli.app import main

EXAMPLES = Path(__file__).parents[3] / "examples"
F35 = str(EXAMPLES / "f35" / "dispute.toml")
PLAIN = """format = 1
name = "x"
[[party]]
id = "tr"
option = [{id = "relinquish", text = "Give it up"}]
[[party]]
id = "us"
option = [{id = "readmit", text = "Readmit"}]
[[provision]]
id = "law_1"
cite = "Sec. 1"
says = "us.readmit requires tr.relinquish"
in_force = 2019-12-20
"""


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "dispute.toml"
    path.write_text(PLAIN, encoding="utf-8")
    return str(path)


@pytest.fixture
def law(capsys):
    def run(*words):
        with pytest.raises(SystemExit) as left:
            main(["law", *words])
        out, said = capsys.readouterr()
        return left.value.code, out, said

    return run


def test_check(law, plain):
    code, out, _ = law("check", plain, "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["format"], found["on"], found["reading"]) == (1, "2019-12-20", None)
    assert [state["lawful"] for state in found["states"]] == ["yes", "yes", "no", "yes"]
    assert set(found["states"][0]) == {"id", "taken", "lawful", "depends_on"}
    _, out, _ = law("check", plain, "--json", "--on", "2019-12-19")
    assert {state["lawful"] for state in json.loads(out)["states"]} == {"yes"}


def test_why_not_and_requires(law, plain):
    _, out, _ = law("why-not", plain, "us.readmit", "--json")
    why = json.loads(out)
    assert (why["format"], why["state"], why["lawful"]) == (1, 3, "no")
    assert {"provisions", "facts", "cites", "text"} <= set(why["reasons"][0])
    assert why["reasons"][0]["provisions"] == ["law_1"]
    _, out, _ = law("requires", plain, "3", "--json")
    requires = json.loads(out)
    assert requires["more"] is False
    for way in requires["ways"]:
        assert {"changes", "text"} <= set(way)
        ids = {change["id"] for change in way["changes"]}
        assert all({"id", "to", "by"} <= set(change) for change in way["changes"])
        assert all(ids & {*r["provisions"], *r["facts"]} for r in why["reasons"])


def test_a_folder_stands_for_its_dispute_file(law, plain):
    assert law("check", str(Path(plain).parent), "--json")[0] == 0


def test_steps_and_what_if(law):
    code, out, _ = law("steps", F35, "us.readmit+us.sanction", "--json")
    route = json.loads(out)["route"]
    assert code == 0
    assert [step["number"] for step in route["steps"]] == list(range(1, len(route["steps"]) + 1))
    assert all(max(step["after"], default=0) < step["number"] for step in route["steps"])
    _, out, _ = law("what-if", F35, "--without", "ndaa2020_1245", "--json")
    found = json.loads(out)
    assert found["assumed"]["without"] == ["ndaa2020_1245"]
    assert {state["before"] for state in found["states"]} == {"no"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["check", "none.toml"], 2, "cannot be read"),
        (["check", F35, "--on", "2025-02-30"], 2, "is not a day"),
        (["check", F35, "--reading", "nemo"], 2, "no reading is called"),
        (["why-not", F35, "us.nothing"], 2, "no option is called"),
        (["requires", F35, "us.readmit", "--by", "nemo"], 2, "nobody is called"),
        (["what-if", F35], 2, "nothing is assumed"),
        (["what-if", F35, "--assume", "to_ssb"], 2, "is not a fact and its status"),
        (["what-if", F35, "--assume", "nemo=true"], 2, "no fact is called"),
        (["import-sanctions", "none.json", "-o", "x.toml"], 2, "cannot be read"),
    ],
)
def test_what_cannot_be_answered_is_told_with_a_way_out(
    law, words, code, told, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    found, out, said = law(*words)
    assert found == code
    assert told in said
    assert "  try: " in said
    assert "Traceback" not in said
    assert out == ""


def test_contradictory_law_is_told_with_its_place(law, plain):
    path = Path(plain)
    more = '[[provision]]\nid = "no"\ncite = "c"\nsays = "not us.readmit"\n'
    more += '[[provision]]\nid = "yes"\ncite = "c"\nkind = "obligation"\nsays = "us.readmit"\n'
    path.write_text(PLAIN + more, encoding="utf-8")
    code, _, said = law("check", plain, "--strict")
    assert code == 1
    assert f"{plain}:18:1: warning: 'no' and 'yes' apply at once" in said


def test_sanctions_are_written_as_an_instrument_file(law, tmp_path):
    entity = {"id": "s", "schema": "Sanction", "properties": {"entity": ["Some Body"]}}
    (tmp_path / "in.json").write_text(json.dumps([entity]), encoding="utf-8")
    target = tmp_path / "law.toml"
    code, out, _ = law("import-sanctions", str(tmp_path / "in.json"), "-o", str(target), "--json")
    assert code == 0
    assert json.loads(out)["sanctions"] == 1
    assert 'target = "Some Body"' in target.read_text(encoding="utf-8")
