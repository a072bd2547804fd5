"""Does the component for events give what the reader gives?"""

import tomllib
from pathlib import Path

import pytest
import spacy

from detente.errors import InputError
from detente.read import event_component as component
from detente.read.parser import pipeline


def test_events_are_on_the_text() -> None:
    find = component.make_events(spacy.blank("en"), component.NAME, "2024-05-01")
    doc = find(pipeline()("Kenya attacked Somalia on Monday."))
    assert [(e.type, e.date) for e in doc._.events] == [("ASSAULT", "2024-04-29")]


@pytest.mark.parametrize("name", [component.NAME, component.SAVED_NAME])
def test_one_line_adds_it(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name, config={"published": "2024-05-01"})
    assert nlp("")._.events == ()


def test_unparsed_text_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(component.NAME)
    with pytest.raises(InputError, match="not parsed"):
        nlp("Kenya attacked Somalia.")


def test_its_name_is_in_the_project_file() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    entry = project["project"]["entry-points"]["spacy_factories"][component.NAME]
    module, function = entry.split(":")
    assert module == component.__name__
    assert getattr(component, function) is component.make_events
