import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from detente.domain.shapes import dispute_shape
from detente.model.files import load
from detente.model.schema import dispute_schema, schema_text, shipped_schema_text

PUBLISHED = sorted((Path(__file__).parents[2] / "published").glob("*.toml"))


def test_the_shipped_schema_is_current():
    assert shipped_schema_text() == schema_text(), (
        "run `detente schema > src/detente/model/dispute.schema.json`"
    )


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(dispute_schema())


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_published_files_satisfy_it(path):
    tree = json.loads(json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), default=str))
    jsonschema.validate(tree, dispute_schema())
    dispute, _ = load(path)
    jsonschema.validate(dispute_shape(dispute), dispute_schema())


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "no format", "party": []},
        {"format": 1, "name": "x", "party": [{"id": 3}]},
        {"format": 1, "name": "x", "party": [{"id": "a", "preference": [{"says": []}]}]},
        {"format": 1, "name": "x", "party": [], "rules": []},
        {"format": 1, "name": "x", "party": [], "move": [{"party": "a", "origin": "1", "to": []}]},
    ],
)
def test_it_refuses_what_the_loader_refuses(wrong):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, dispute_schema())


def test_every_key_the_loader_asks_for_is_in_the_schema():
    """A file with every key gives no finding of an unknown one, and satisfies the schema."""
    tree = {
        "format": 1,
        "name": "x",
        "because": "analyst",
        "party": [
            {
                "id": "a",
                "name": "A",
                "code": "AAA",
                "because": ["c"],
                "option": [{"id": "x", "text": "t", "reversible": "yes", "because": "c"}],
                "preference": [{"says": "x", "unsure": True, "basis": "conduct", "because": "c"}],
            },
            {"id": "b", "option": [{"id": "y", "text": "t"}], "weights": {"y": 1}},
        ],
        "rule": [{"says": "a.x", "why": "w", "because": "c"}],
        "provision": [
            {
                "id": "p",
                "cite": "c",
                "says": "b.y",
                "wording": "w",
                "in_force": date(2020, 1, 1).isoformat(),
                "until": "2021-01-01",
                "text_checked": True,
                "because": "c",
            }
        ],
        "merge": [],
        "status_quo": ["a.x"],
    }
    from detente.model.files import loads

    dispute, findings = loads(json.dumps(tree), is_json=True)
    assert dispute is not None
    assert findings == ()
    jsonschema.validate(tree, dispute_schema())
