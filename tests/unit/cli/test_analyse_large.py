"""The command on models whose states nobody wants to see all of."""

import json

import pytest

from detente.cli.app import main

OPTIONS = ", ".join(f'{{id = "o{k}", text = "does {k}"}}' for k in range(8))
LARGE = f"""
format = 1
name = "Large"
status_quo = ["a.o1"]
[[party]]
id = "a"
option = [{OPTIONS}]
preference = [{{says = "b.o1 and not o1"}}, {{says = "o2 iff b.o2"}}, {{says = "not o3"}}]
[[party]]
id = "b"
option = [{OPTIONS}]
preference = [{{says = "a.o1 or o4"}}, {{says = "not o1"}}]
"""


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "large.toml"
    path.write_text(LARGE, encoding="utf-8")

    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["analyse", str(path), *arguments])
        return left.value.code or 0, *capsys.readouterr()

    return run


def test_the_table_shows_some_states_and_says_so(run):
    code, output, _ = run("--concept", "nash")
    assert code == 0
    assert "65,536 states; the table shows 200 of them" in output
    assert len(output.splitlines()) < 2_000


@pytest.mark.parametrize("form", ["--json", "--jsonl"])
def test_json_holds_every_state(run, form):
    code, output, _ = run(form, "--concept", "nash")
    assert code == 0
    assert (output.count("\n") == 1) == (form == "--jsonl")
    found = json.loads(output)
    assert [state["id"] for state in found["states"]] == list(range(1, 65_537))
    assert found["states"][2] == {"id": 3, "taken": ["a.o1"], "lawful": True}
    assert found["status_quo"] == 3
    nash = set(found["stable"]["a"]["nash"]) & set(found["stable"]["b"]["nash"])
    assert found["equilibria"]["nash"] == sorted(nash)


def test_a_witness_of_one_state_among_very_many(run):
    code, output, _ = run("--json", "--concept", "seq", "--witness", "a.o1")
    assert code == 0
    witnesses = json.loads(output)["witnesses"]
    assert [(w["party"], w["concept"], w["state"]) for w in witnesses] == [
        ("a", "seq", 3),
        ("b", "seq", 3),
    ]


def test_each_party_may_have_a_concept_of_its_own(run):
    code, output, _ = run("--json", "--concept-of", "a=nash", "--concept-of", "b=seq")
    assert code == 0
    found = json.loads(output)
    assert found["mixed"]["concepts"] == {"a": "nash", "b": "seq"}
    held = set(found["stable"]["a"]["nash"]) & set(found["stable"]["b"]["seq"])
    assert found["mixed"]["equilibria"] == sorted(held)


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        (["a=nash"], "no concept is given for 'b'"),
        (["a=nash", "b=seq", "c=seq"], "no party is called 'c'"),
        (["a=nash", "a=seq"], "'a' is given two concepts"),
        (["a:nash"], "'a:nash' is not a party and its concept"),
        (["a=cooperate"], "no concept is called 'cooperate'"),
    ],
)
def test_concepts_that_do_not_fit_the_parties(run, pairs, says):
    code, _, said = run(*(part for pair in pairs for part in ("--concept-of", pair)))
    assert code == 2
    assert says in said
