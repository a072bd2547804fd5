import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.cli.app import main

PUBLISHED = Path(__file__).parents[2] / "published"
DILEMMA = str(PUBLISHED / "prisoners-dilemma.toml")
ELMIRA = str(PUBLISHED / "elmira-9.toml")

LAW = """
[[provision]]
id = "p"
cite = "c"
says = "not one.cooperate"
in_force = 2020-01-01
until = 2021-01-01
"""


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command line in this process; returns exit code, output and what was said."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        output, said = capsys.readouterr()
        return left.value.code or 0, output, said

    return run


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text("format = 1\nname = ", encoding="utf-8")
    return path


@pytest.fixture
def with_warning(tmp_path):
    path = tmp_path / "warning.toml"
    path.write_text(Path(DILEMMA).read_text(encoding="utf-8") + "[colour]\n", encoding="utf-8")
    return path


@pytest.fixture
def large(tmp_path):
    options = ", ".join(f'{{id = "o{n}", text = "t"}}' for n in range(20))
    path = tmp_path / "large.toml"
    party = f"option = [{options}]\nweights = {{o0 = 1}}\n"
    path.write_text(
        f'format = 1\nname = "L"\n[[party]]\nid = "a"\n{party}[[party]]\nid = "b"\n{party}',
        encoding="utf-8",
    )
    return path


def test_the_table_says_who_finds_what_stable(run):
    code, output, said = run("analyse", DILEMMA)
    assert (code, said) == (0, "")
    assert "Prisoner's dilemma" in output
    rows = [line.split() for line in output.splitlines()]
    assert ["1", "–", "all", "all", "all", "all", "all", "yes"] in rows
    assert ["gmr", "equilibria:", "1▾,", "4"] in rows
    assert "today's state: 4" in output


def test_json_has_the_public_shape(run):
    code, output, _ = run("analyse", DILEMMA, "--json")
    shape = json.loads(output)
    assert code == 0
    assert shape["format"] == 1
    assert shape["states"][3] == {
        "id": 4,
        "taken": ["one.cooperate", "two.cooperate"],
        "lawful": True,
    }
    assert shape["stable"]["one"]["seq"] == [1, 3, 4]
    assert shape["equilibria"]["nash"] == [1]
    assert (shape["status_quo"], shape["findings"]) == (4, [])


def test_lines_come_in_order_one_a_file(run, broken):
    code, output, said = run("analyse", ELMIRA, broken, DILEMMA, "--jsonl")
    shapes = [json.loads(line) for line in output.splitlines()]
    assert [shape["path"] for shape in shapes] == [ELMIRA, str(broken), DILEMMA]
    assert [len(shape["states"] or ()) for shape in shapes] == [9, 0, 4]
    assert shapes[1]["stable"] is None
    assert shapes[1]["findings"][0]["code"] == "not-parsed"
    assert code == 0
    assert f"{broken}:2:8: error: " in said


def test_graph_form_has_labels_and_no_options(run):
    _, output, _ = run("analyse", PUBLISHED / "us-china-trade-2017-2020.toml", "--json")
    shape = json.loads(output)
    assert shape["states"][0] == {"id": "1", "taken": None, "lawful": None}
    assert shape["equilibria"]["seq"] == ["10", "42", "73"]


def test_a_witness_by_id_and_by_options(run):
    _, output, _ = run("analyse", DILEMMA, "--witness", "4", "--concept", "seq")
    assert "one, seq: state 4 is stable; each better move is answered" in output
    assert "its move to 3 is answered: two to 1" in output
    _, output, _ = run("analyse", DILEMMA, "--witness", "one.cooperate+two.cooperate", "--json")
    witnesses = json.loads(output)["witnesses"]
    assert {witness["state"] for witness in witnesses} == {4}
    seq = next(w for w in witnesses if (w["party"], w["concept"]) == ("one", "seq"))
    assert seq["deterred"] == [{"improvement": 3, "answer": [{"party": "two", "to": 1}]}]


def test_nothing_taken_is_a_dash(run):
    _, output, _ = run("analyse", DILEMMA, "--witness", "-", "--json")
    assert {witness["state"] for witness in json.loads(output)["witnesses"]} == {1}


def test_verify_counts_what_it_checked(run):
    _, output, _ = run("analyse", DILEMMA, "--verify")
    assert "40 verdicts checked without the solver: all proved." in output
    _, output, _ = run("analyse", DILEMMA, "--verify", "--concept", "nash", "--json")
    shape = json.loads(output)
    assert shape["verified"] == 8
    assert list(shape["equilibria"]) == ["nash"]
    assert list(shape["stable"]["one"]) == ["nash"]


def test_law_is_judged_on_the_day_asked_for(run, tmp_path):
    path = tmp_path / "law.toml"
    path.write_text(Path(DILEMMA).read_text(encoding="utf-8") + LAW, encoding="utf-8")

    def lawful(*more):
        _, output, _ = run("analyse", path, "--json", *more)
        return [state["lawful"] for state in json.loads(output)["states"]]

    assert lawful() == lawful("--on", "2020-06-01") == [True, False, True, False]
    assert lawful("--on", "2019-06-01") == [True] * 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--on", "soon"], 2),
        (["--concept", "metagame"], 2),
        (["--witness", "9"], 2),
        (["--witness", "one.cooperat"], 2),
        (["--nonsense"], 2),
        ([ELMIRA, "--json"], 2),
    ],
)
def test_a_senseless_call_says_what_to_do(run, arguments, code):
    left, output, said = run("analyse", DILEMMA, *arguments)
    assert left == code
    assert said
    assert "Traceback" not in said
    assert "Traceback" not in output


def test_exit_codes_of_files(run, broken, with_warning, large, tmp_path):
    assert run("analyse", broken)[0] == 2
    assert run("analyse", tmp_path / "absent.toml")[0] == 2
    assert run("analyse", broken, DILEMMA)[0] == 0
    assert run("analyse", broken, DILEMMA, "--strict")[0] == 1
    assert run("analyse", with_warning)[0] == 0
    assert run("analyse", with_warning, "--strict")[0] == 1
    assert run("analyse", DILEMMA, "--strict")[0] == 0
    assert run("analyse", large)[0] == 4
    assert run("analyse", large, DILEMMA)[0] == 0


def test_what_failed_is_said_even_if_quiet(run, broken, with_warning):
    assert "error" in run("analyse", broken, "-q")[2]
    assert "colour" in run("analyse", with_warning)[2]
    assert run("analyse", with_warning, "--quiet")[2] == ""
    assert run("--quiet", "analyse", with_warning)[2] == ""


def test_json_of_a_failed_file_is_no_empty_result(run, broken):
    code, output, _ = run("analyse", broken, "--json")
    shape = json.loads(output)
    assert code == 2
    assert shape["states"] is None
    assert shape["findings"][0]["where"] == {"path": str(broken), "line": 2, "column": 8}


def test_an_unknown_party_is_told(run, tmp_path):
    path = tmp_path / "unknown.toml"
    text = Path(DILEMMA).read_text(encoding="utf-8")
    path.write_text(text.replace("ranking = [2, 4, 1, 3]\n", ""), encoding="utf-8")
    code, output, said = run("analyse", path)
    assert code == 0
    assert "not known, for want of the preferences of two" in output
    assert "nothing is known of what Prisoner Two prefers" in said
    shape = json.loads(run("analyse", path, "--json")[1])
    assert shape["unknown"] == ["two"]


def test_markup_in_a_file_is_printed_as_it_is(run, tmp_path):
    path = tmp_path / "markup.toml"
    text = Path(DILEMMA).read_text(encoding="utf-8")
    path.write_text(text.replace("Prisoner's dilemma\"", '[bold]x[/nope]"'), encoding="utf-8")
    code, output, _ = run("analyse", path)
    assert code == 0
    assert "[bold]x[/nope]" in output


def test_a_fault_of_ours_shows_no_traceback_unless_asked(run, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError("nothing to divide")

    monkeypatch.setattr("detente.analysis.analyse", fail)
    code, _, said = run("analyse", DILEMMA)
    assert code == 70
    assert "fault of Détente" in said
    assert "Traceback" not in said
    assert "Traceback" in run("analyse", DILEMMA, "--debug")[2]


def test_the_errors_of_a_call_show_no_traceback_unless_asked(run):
    assert "Traceback" not in run("analyse", DILEMMA, "--on", "x")[2]
    assert "Traceback" in run("analyse", DILEMMA, "--on", "x", "--debug")[2]


def test_version_and_schema(run):
    from detente import __version__
    from detente.model.schema import schema_text

    assert run("--version")[1].strip() == f"detente {__version__}"
    assert run("schema")[1] == schema_text()
    assert "schema" not in run("--help")[1]


# --- in a process of its own ---------------------------------------------------------------


def python(*arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        timeout=60,
        env=os.environ | environment,
    )


def loaded_by(code):
    done = python("-c", f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)")
    assert done.returncode == 0, done.stderr
    return {name.split(".")[0] for name in done.stderr.decode().split()}


def loaded_by_command(*arguments):
    return loaded_by(
        "from detente.cli import main\n"
        f"try:\n    main({list(arguments)!r})\n"
        "except SystemExit:\n    pass"
    )


HEAVY = {"numpy", "spacy", "trafilatura", "jinja2", "tomlkit", "rich", "typer", "sqlite3", "pandas"}


def test_importing_the_package_imports_nothing_heavy():
    assert not HEAVY & loaded_by("import detente")


def test_help_imports_only_what_help_needs():
    assert not (HEAVY - {"typer"}) & loaded_by_command("--help")


def test_analysing_imports_only_what_solving_needs():
    loaded = loaded_by_command("analyse", DILEMMA, "--json")
    assert "numpy" in loaded
    assert not (HEAVY - {"typer", "numpy"}) & loaded


def test_output_is_utf8_whatever_the_terminal_claims():
    done = python("-m", "detente", "analyse", DILEMMA, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "–" in done.stdout.decode("utf-8")


def test_a_reader_that_stops_early_causes_no_traceback():
    us_china = PUBLISHED / "us-china-trade-2017-2020.toml"
    command = f"{sys.executable} -m detente analyse {us_china} --json | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, timeout=60)
    assert b"Traceback" not in done.stderr


def test_completion_is_offered():
    done = python(
        "-m",
        "detente",
        _DETENTE_COMPLETE="complete_bash",
        COMP_WORDS="detente an",
        COMP_CWORD="1",
    )
    assert b"analyse" in done.stdout
