"""`detente changes`: the record as it stood, told apart from the record as it stands."""

import json
import subprocess
import sys

import pytest
from waters import make_water

from detente import workflow
from detente.domain.claims import claims
from detente.domain.evidence import Judgement, Provenance
from detente.errors import InputError
from detente.record import Arrival
from detente.record.cases import init_case, open_case
from detente.record.rewinding import entry_named, rewound

READER = Provenance(tool="by hand", version="1")


@pytest.fixture
def store(tmp_path):
    """A case with two entries of texts, a judgement that was taken back, and one that stands."""
    opened = open_case(init_case(tmp_path / "case"), by="Ann")
    for reading in make_water().readings:
        opened.take_in([Arrival(document=reading.document, reading=reading)], READER)
    for claim in claims(opened.readings())[:2]:
        judgement = Judgement(claim=claim.id, decision="rejected", by="Ann", at="", note="")
        opened.judge(judgement)
    opened.undo("Ann")
    yield opened
    opened.close()


def seq(store, kind, which=0):
    return [entry.seq for entry in store.history() if entry.kind == kind][which]


def test_the_record_is_as_it_stood(store):
    first = make_water().readings[0]
    past = rewound(store, seq(store, "added"))
    assert [reading.document.id for reading in past.readings()] == [first.document.id]
    assert past.judgements() == ()
    past = rewound(store, seq(store, "added", 1))
    assert len(past.readings()) == 2


def test_what_was_undone_later_stood_then(store):
    assert len(rewound(store, seq(store, "judged", 1)).judgements()) == 2
    assert len(rewound(store, seq(store, "undone")).judgements()) == 1


def test_a_text_that_was_removed_since_was_there(store):
    document = store.readings()[0].document.id
    before = store.history()[-1].seq
    store.remove(document, by="Ann")
    assert document not in {reading.document.id for reading in store.readings()}
    assert document in {r.document.id for r in rewound(store, before).readings()}
    assert document not in {r.document.id for r in rewound(store, before + 1).readings()}


def test_since_is_a_day_or_an_entry(store):
    entries = store.history()
    assert entry_named(entries, "3") == 3
    assert entry_named(entries, "1999-12-31") == 0
    assert entry_named(entries, "2999-12-31") == entries[-1].seq
    for wrong in ("yesterday", "2025-02-31", "99", "", "0"):
        with pytest.raises(InputError):
            entry_named(entries, wrong)


def test_since_the_last_entry_there_is_nothing_new(store):
    news = workflow.changes(store, str(store.history()[-1].seq))
    assert (news.model, news.answer, news.causes) == ((), (), ())


def test_since_before_everything_all_is_new(store):
    news = workflow.changes(store, "1999-12-31")
    assert news.record[0].text.startswith("Two texts with nine statements came in")
    assert json.dumps([cause.text for cause in news.causes])


def test_the_command_refuses_what_is_no_day(store, tmp_path):
    command = [sys.executable, "-m", "detente", "changes", "--case", str(tmp_path / "case")]
    done = subprocess.run([*command, "--since", "soon"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "neither a day nor the number of an entry" in done.stderr
    done = subprocess.run([*command, "--since", "1", "--json"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["since"] == "1"
