"""`detente brief`: each form is written, and what stands in place of the draft is used."""

import json
import subprocess
import sys

import pytest
from waters import make_water

from detente.domain.evidence import Provenance
from detente.record import Arrival
from detente.record.cases import init_case, open_case

DISPUTE = """
format = 1
name = "Written by hand"
status_quo = ["kestria.levy"]

[[party]]
id = "arvenia"
name = "Arvenia"

  [[party.option]]
  id = "open"
  text = "Open the sluices"

  [[party.preference]]
  says = "not open"

[[party]]
id = "kestria"
name = "Kestria"

  [[party.option]]
  id = "levy"
  text = "Keep the levy"

  [[party.preference]]
  says = "arvenia.open"
"""


@pytest.fixture
def case(tmp_path):
    """A case with the two texts on the water dispute, read by hand."""
    folder = tmp_path / "case"
    store = open_case(init_case(folder), by="Ann")
    arrivals = [Arrival(document=r.document, reading=r) for r in make_water().readings]
    store.take_in(arrivals, Provenance(tool="by hand", version="1"))
    store.close()
    return folder


def run(*arguments):
    command = [sys.executable, "-m", "detente", "brief", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_ending_says_which_form_is_written(case, tmp_path):
    beginnings = {"html": b"<!doctype html>", "md": b"# Which", "json": b"{", "pdf": b"%PDF-1.7"}
    (case / "dispute.toml").write_text(DISPUTE)
    for form, beginning in beginnings.items():
        output = tmp_path / f"brief.{form}"
        done = run(case, "-o", output)
        assert done.returncode == 0, done.stderr
        assert output.read_bytes().startswith(beginning)
    markdown = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "](brief.states.svg)" in markdown
    assert (tmp_path / "brief.states.svg").read_bytes().startswith(b"<svg")


@pytest.mark.parametrize("name", ["brief.docx", "brief.txt", "brief.html.bak"])
def test_a_form_that_there_is_not_is_refused_before_the_work(case, tmp_path, name):
    done = run(case, "-o", tmp_path / name)
    assert done.returncode == 2
    assert "a brief cannot be written as" in done.stderr
    assert ".html, .md, .pdf or .json" in done.stderr
    assert not (tmp_path / name).exists()


def test_a_dispute_file_stands_in_place_of_the_draft(case, tmp_path):
    own = case / "dispute.toml"
    own.write_text(DISPUTE)
    output = tmp_path / "brief.json"
    assert run(case, "-o", output).returncode == 0
    brief = json.loads(output.read_text(encoding="utf-8"))
    assert brief["dispute"]["name"] == "Written by hand"
    judged = {element["id"]: element["judged"] for element in brief["elements"]}
    assert judged["arvenia.open"]

    other = tmp_path / "other.toml"
    other.write_text(DISPUTE.replace("Written by hand", "Another one"))
    assert run(case, "--dispute", other, "-o", output).returncode == 0
    assert json.loads(output.read_text(encoding="utf-8"))["dispute"]["name"] == "Another one"


def test_a_dispute_file_that_cannot_be_read_is_a_finding_and_no_model(case, tmp_path):
    (case / "dispute.toml").write_text("party = 1")
    output = tmp_path / "brief.json"
    done = run(case, "-o", output)
    assert done.returncode == 0
    brief = json.loads(output.read_text(encoding="utf-8"))
    assert brief["dispute"] is None
    assert any(finding["severity"] == "error" for finding in brief["findings"])
    assert brief["answer"]


def test_the_dispute_file_is_not_written_over(case, tmp_path):
    own = tmp_path / "mine.json"
    own.write_text(json.dumps({"format": 1}))
    done = run(case, "--dispute", own, "-o", own)
    assert done.returncode == 2
    assert own.read_text() == json.dumps({"format": 1})
