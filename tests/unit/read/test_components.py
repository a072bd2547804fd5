"""Do the components give people who use spaCy what the reader gives everybody else?"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy

from detente.errors import InputError
from detente.read import components
from detente.read.grammar.parser import pipeline

TEXT = "The Kenyan minister said the border would stay closed.\n\nSomalia rejected the plan."
NAMES = ["detente.statements.v1", "detente.events.v1"]
SAVED_NAMES = ["detente_statements", "detente_events"]


def test_statements_are_on_the_text() -> None:
    find = components.make_statements(spacy.blank("en"), NAMES[0])
    doc = find(pipeline()(TEXT))
    found = [(s.source and s.source.span.of(doc.text), s.attitude) for s in doc._.statements]
    assert found == [("The Kenyan minister", "expects"), ("Somalia", "refuses")]


def test_events_are_on_the_text() -> None:
    find = components.make_events(spacy.blank("en"), NAMES[1], "2024-05-01")
    doc = find(pipeline()("Kenya attacked Somalia on Monday."))
    assert [(e.type, e.date) for e in doc._.events] == [("ASSAULT", "2024-04-29")]


@pytest.mark.parametrize("name", NAMES + SAVED_NAMES)
def test_one_line_adds_it(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    assert name in nlp.pipe_names
    doc = nlp("")
    assert (doc._.statements, doc._.events) == ((), ())


@pytest.mark.parametrize("name", SAVED_NAMES)
def test_a_pipeline_with_it_can_be_saved(tmp_path: Path, name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline").pipe_names == [name]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_that_is_not_parsed_is_refused(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    with pytest.raises(InputError, match="not parsed"):
        nlp(TEXT)


@pytest.mark.parametrize(
    ("name", "make"),
    [(NAMES[0], components.make_statements), (NAMES[1], components.make_events)],
)
def test_spacy_finds_it_by_its_name(name: str, make: Callable[..., Any]) -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    module, function = project["project"]["entry-points"]["spacy_factories"][name].split(":")
    assert module == components.__name__
    assert getattr(components, function) is make
