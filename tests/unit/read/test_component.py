"""Does the component give people who use spaCy what the reader gives everybody else?"""

import tomllib
from pathlib import Path

import pytest
import spacy

from detente.errors import InputError
from detente.read import component
from detente.read.parser import pipeline

TEXT = "The Kenyan minister said the border would stay closed.\n\nSomalia rejected the plan."


def test_statements_are_on_the_text() -> None:
    find = component.make_statements(spacy.blank("en"), component.NAME)
    doc = find(pipeline()(TEXT))
    found = [(s.source and s.source.span.of(doc.text), s.attitude) for s in doc._.statements]
    assert found == [("The Kenyan minister", "asserts"), ("Somalia", "refuses")]


@pytest.mark.parametrize("name", [component.NAME, component.SAVED_NAME])
def test_one_line_adds_it(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    assert name in nlp.pipe_names
    assert nlp("")._.statements == ()


def test_a_pipeline_with_it_can_be_saved(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(component.SAVED_NAME)
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline").pipe_names == [component.SAVED_NAME]


def test_a_text_that_is_not_parsed_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(component.NAME)
    with pytest.raises(InputError, match="not parsed"):
        nlp(TEXT)


def test_spacy_finds_it_by_its_name() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    entry = project["project"]["entry-points"]["spacy_factories"][component.NAME]
    module, function = entry.split(":")
    assert module == component.__name__
    assert getattr(component, function) is component.make_statements
