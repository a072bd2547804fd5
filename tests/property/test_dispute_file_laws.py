"""Whatever somebody types, reading it ends well; and what is written is read back."""

import json
import string
import tempfile
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
from games import conditions, disputes, option_forms
from hypothesis import given
from hypothesis import strategies as st

from detente.domain.conditions import holds, written
from detente.domain.shapes import dispute_shape
from detente.model.conditions import parse
from detente.model.files import dumps, load, loads, save
from detente.model.schema import dispute_schema

NAMES = ("a.x", "a.y", "b.z")
WORDS = ("not", "and", "or", "requires", "iff", "(", ")", "a.x", "y", "b.z", "c.q", "&", "\n", "-")
PUBLISHED = sorted((Path(__file__).parents[1] / "published").glob("*.toml"))

KEYS = st.sampled_from(
    [
        *("format", "name", "party", "id", "option", "text", "preference", "says", "weights"),
        *("ranking", "status_quo", "rule", "provision", "cite", "merge", "state", "move", "from"),
        *("to", "because", "unsure", "basis", "law", "fact", "in_force", "reversible"),
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["a", "b", "x", "a.x", "not a.x", "1", "-", "yes", "2020-02-30"])
    | st.text(max_size=5)
)
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=20,
    ),
    max_size=8,
)


def no_surprise(dispute, findings):
    assert (dispute is None) == any(finding.severity == "error" for finding in findings)
    for finding in findings:
        assert finding.what
        assert finding.fix


@given(conditions(NAMES), st.sets(st.sampled_from(NAMES)))
def test_a_written_condition_means_the_same(condition, taken):
    again, findings = parse(written(condition), NAMES)
    assert findings == ()
    assert holds(again, taken) == holds(condition, taken)
    assert parse(written(again), NAMES) == (again, ())


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text())
def test_any_text_gives_a_condition_or_findings(text):
    condition, findings = parse(text, NAMES, party="a")
    assert (condition is None) == bool(findings)
    for finding in findings:
        assert finding.where.line >= 1
        assert 1 <= finding.where.column <= len(text) + 1


@given(st.text())
def test_any_text_is_read_without_surprise(text):
    no_surprise(*loads(text))
    no_surprise(*loads(text, is_json=True))


@given(TREES)
def test_any_tree_is_read_without_surprise(tree):
    no_surprise(*loads(json.dumps(tree), is_json=True))


@given(st.data())
def test_a_damaged_file_is_read_without_surprise(data):
    text = data.draw(st.sampled_from(PUBLISHED)).read_text(encoding="utf-8")[:2500]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    noise = data.draw(st.text(string.printable, max_size=5))
    no_surprise(*loads(text[:start] + noise + text[end:]))


@given(disputes())
def test_what_is_written_is_read_back(dispute):
    text = dumps(dispute)
    again, findings = loads(text)
    assert not [finding for finding in findings if finding.severity == "error"]
    assert dispute_shape(again) == dispute_shape(loads(dumps(again))[0])
    assert dumps(again) == text
    by_json, _ = loads(json.dumps(dispute_shape(dispute)), is_json=True)
    assert by_json == again


@given(disputes())
def test_what_is_written_satisfies_the_schema(dispute):
    tree = json.loads(json.dumps(tomllib.loads(dumps(dispute)), default=date.isoformat))
    jsonschema.validate(tree, dispute_schema())
    jsonschema.validate(dispute_shape(dispute), dispute_schema())


@given(option_forms(), option_forms())
def test_a_file_that_is_changed_says_the_new(old, new):
    """Whatever stood in the file, saving another dispute over it makes it say that one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dispute.toml")
        save(old, path)
        save(new, path)
        assert dumps(load(path)[0]) == dumps(new)
