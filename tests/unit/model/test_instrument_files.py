"""Are instrument files read whole, written back, and is what is wrong in them told with place?"""

import json
import os
import tomllib
from pathlib import Path

import jsonschema
import pytest

from detente.domain.norms import InstrumentFile
from detente.domain.shapes import dispute_shape
from detente.model.files import load, loads
from detente.model.provisions import MOST_ON_A_MENU
from detente.model.sanctions import sanctions_in
from detente.model.schema import (
    dispute_schema,
    instrument_schema,
    schema_text,
    shipped_schema_text,
)

EXAMPLES = Path(__file__).parents[3] / "examples"
LAW = sorted(EXAMPLES.glob("*/law/*.toml"))
HEAD = """format = 1
name = "x"
[[party]]
id = "a"
option = [{id = "x", text = "t"}]
[[party]]
id = "b"
option = [{id = "y", text = "t"}]
"""
RULE = '[[provision]]\nid = "p"\ncite = "c"\nsays = "a.x"\n'


def waiver(rest=""):
    return f'{RULE}[[provision]]\nid = "w"\ncite = "c"\nkind = "waiver"\nsays = "b.y"\n{rest}\n'


def findings(text):
    return {(each.code, each.where.line) for each in loads(HEAD + text)[1]}


def line(text, of):
    return (HEAD + text).split("\n").index(of) + 1


def test_the_shipped_schema_is_current():
    assert shipped_schema_text("instrument") == schema_text(instrument_schema), (
        "run `detente schema instrument > src/detente/model/instrument.schema.json`"
    )


@pytest.mark.parametrize("path", LAW, ids=lambda path: path.stem)
def test_the_examples_satisfy_it(path):
    tree = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))
    jsonschema.validate(tree, instrument_schema())


@pytest.mark.parametrize("name", ["f35", "safeguards"])
def test_a_dispute_with_law_is_read_without_complaint_and_written_back(name):
    path = EXAMPLES / name / "dispute.toml"
    dispute, found = load(path)
    assert not found
    shape = dispute_shape(dispute)
    jsonschema.validate(shape, dispute_schema())
    again, _ = loads(json.dumps(shape), is_json=True, folder=path.parent)
    assert again == dispute
    # What instrument files say is not written into the dispute file.
    assert "provision" not in shape
    assert dispute.provisions


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ('law = ["none.toml"]\n', "unreadable", None),
        (RULE + 'when = "nemo"\n', "unknown-name", 'when = "nemo"'),
        (RULE + 'instrument = "nemo"\n', "unknown-name", 'instrument = "nemo"'),
        (RULE + 'reading = "nemo"\n', "unknown-name", 'reading = "nemo"'),
        (RULE + 'actors = ["nemo"]\n', "unknown-name", 'actors = ["nemo"]'),
        (RULE + "when = 3\n", "wrong-type", "when = 3"),
        (RULE + "cost = 0\n", "wrong-type", "cost = 0"),
        (RULE + 'of = "p"\n', "bad-kind", 'of = "p"'),
        (waiver(), "names-nothing", None),
        (waiver('of = "q"'), "unknown-name", 'of = "q"'),
        (waiver('of = "p"\nact = "q"'), "unknown-name", 'act = "q"'),
        (waiver('of = "p"\nwait = 3'), "names-nothing", None),
        (waiver('of = "p"\nnot_before = "2019-02-30"'), "wrong-type", None),
        (
            waiver('of = "p"\nnot_before = {count = 1, unit = "years", after = "q"}'),
            "unknown-name",
            None,
        ),
        (
            waiver(
                'of = "p"\nact = "f"\nwait = [{days = 3, begun_from = "02-30", begun_to = "03-01"}]'
            )
            + '[[fact]]\nid = "f"\n',
            "bad-dates",
            None,
        ),
        (RULE.replace('says = "a.x"', ""), "missing-key", None),
        (RULE + "menu = {least = 3, of = ['a.x', 'b.y']}\n", "bad-menu", None),
        (RULE + "menu = {least = 1, of = []}\n", "bad-menu", None),
        (RULE + "menu = {least = 1, of = ['a.x', 'a.x']}\n", "duplicate", None),
        (RULE + "menu = {least = 1, of = ['a.q']}\n", "unknown-name", None),
        (RULE + "in_force = 2020-01-02\nuntil = 2020-01-01\n", "bad-dates", "until = 2020-01-01"),
        (RULE + RULE, "duplicate", None),
        (RULE + '[[fact]]\nid = "p"\n', "duplicate", None),
        ('[[actor]]\nid = "a"\nname = "n"\n', "duplicate", None),
        ('[[fact]]\nid = "f"\nsays = "a.x"\nstatus = "true"\n', "fact-settled-twice", None),
        ('[[fact]]\nid = "f"\nsays = "f or a.x"\n', "cyclic-law", None),
        ('[[fact]]\nid = "f"\nstatus = "perhaps"\n', "wrong-type", None),
        (
            '[[fact]]\nid = "f"\nhistory = [{status = "true", as_of = 2020-01-01}]\n',
            "bad-dates",
            None,
        ),
        (
            '[[fact]]\nid = "f"\nhistory = [{status = "true"}]\nas_of = 2020-01-01\n',
            "missing-key",
            None,
        ),
        ('[[reading]]\nid = "r"\nabout = "q"\ntext = "t"\n', "reading-without-rival", None),
        (waiver('of = "p"').replace('says = "b.y"', 'says = "p"'), "cyclic-law", None),
        (RULE + "wording_at = {document = 'd', start = 3, end = 3}\n", "bad-place", None),
        (RULE.replace("a.x", "not " * 70 + "a.x"), "condition-too-deep", None),
        (RULE + "in_force = 2019-02-30\n", "not-parsed", None),
    ],
)
def test_bad_law_is_a_finding_with_its_place(text, code, at, tmp_path):
    if text.startswith("law"):
        path = tmp_path / "d.toml"
        path.write_text(text + HEAD, encoding="utf-8")
        dispute, found = load(path)
        assert dispute is None
        assert {each.code for each in found} == {code}
        return
    found = findings(text)
    assert code in {each for each, _ in found}
    assert all(number is not None for _, number in found)
    if at is not None:
        assert (code, line(text, at)) in found


def test_overrides_that_go_round_name_their_circle():
    text = "".join(
        f'[[provision]]\nid = "{one}"\ncite = "c"\nsays = "a.x"\n'
        f'overrides = [{{provision = "{other}", reason = "r"}}]\n'
        for one, other in ("pq", "qr", "rp")
    )
    (found,) = loads(HEAD + text)[1]
    assert found.code == "cyclic-law"
    assert all(f"'{name}'" in found.what for name in "pqr")


def test_a_large_menu_is_refused():
    of = ", ".join(f'"f{n}"' for n in range(MOST_ON_A_MENU + 1))
    facts = "".join(f'[[fact]]\nid = "f{n}"\n' for n in range(MOST_ON_A_MENU + 1))
    assert "bad-menu" in {
        c for c, _ in findings(facts + RULE + f"menu = {{least = 2, of = [{of}]}}\n")
    }


def test_a_finding_in_an_instrument_file_names_that_file(tmp_path):
    (tmp_path / "law.toml").write_text(
        'format = 1\n[[provision]]\nid = "p"\ncite = "c"\nsays = "q"\n'
    )
    (tmp_path / "d.toml").write_text('law = ["law.toml"]\n' + HEAD)
    dispute, (found,) = load(tmp_path / "d.toml")
    assert dispute is None
    assert found.where.path == str(tmp_path / "law.toml")
    assert (found.where.line, found.where.column) == (5, 9)


def test_the_dispute_says_what_settles_a_fact_of_an_instrument(tmp_path):
    (tmp_path / "law.toml").write_text(
        'format = 1\n[[fact]]\nid = "f"\ntext = "it is so"\nstatus = "true"\n' + RULE
    )
    (tmp_path / "d.toml").write_text(
        'law = ["law.toml"]\n' + HEAD + '[[fact]]\nid = "f"\nsays = "a.x"\n'
    )
    dispute, found = load(tmp_path / "d.toml")
    assert not found
    (fact,) = dispute.facts
    assert (fact.text, fact.says is not None, fact.origin) == ("it is so", True, None)


def entity(**properties):
    return {"id": "s1", "schema": "Sanction", "properties": properties}


def imported(tmp_path, *entities):
    path = tmp_path / "ftm.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in entities), encoding="utf-8")
    found = sanctions_in([path])
    law = tmp_path / "law.toml"
    law.write_text(found.text, encoding="utf-8")
    (tmp_path / "d.toml").write_text('law = ["law.toml"]\n' + HEAD, encoding="utf-8")
    dispute, problems = load(tmp_path / "d.toml")
    assert not problems
    return found, dispute


def test_sanctions_of_followthemoney_become_an_instrument(tmp_path):
    target = {"id": "t1", "schema": "Organization", "properties": {"name": ["Presidency, Örnek"]}}
    found, dispute = imported(
        tmp_path,
        target,
        entity(
            entity=["t1"],
            authority=["Office"],
            program=["PROG"],
            provisions=["no licences"],
            startDate=["2020-12-14"],
            endDate=["2024-01-01T00:00:00"],
        ),
    )
    assert (found.count, found.findings) == (1, ())
    (provision,) = dispute.provisions
    assert provision.measure.target == "Presidency, Örnek"
    assert provision.measure.text == "no licences"
    assert not provision.measure.subsidiaries
    assert (str(provision.in_force), str(provision.until)) == ("2020-12-14", "2024-01-01")
    assert "startDate" in provision.in_force_basis
    assert dispute.instruments[0].kind == "sanctions"


def test_what_an_entity_lacks_or_has_wrong(tmp_path):
    nested = entity(entity=[{"id": "x", "schema": "Person", "properties": {"name": ["A B"]}}])
    found, dispute = imported(tmp_path, entity(startDate=["2020"]), nested, {"id": 3}, entity())
    assert {each.code for each in found.findings} == {"bad-dates", "bad-line"}
    assert found.count == 3
    targets = [provision.measure.target for provision in dispute.provisions]
    assert targets == ["unnamed target", "A B", "unnamed target"]
    assert len({provision.id for provision in dispute.provisions}) == 3


def test_a_file_without_sanctions(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('[{"id": "x", "schema": "Person", "properties": null}]', encoding="utf-8")
    assert [each.code for each in sanctions_in([path]).findings] == ["no-sanction"]
    missing = sanctions_in([tmp_path / "none.json"])
    assert [each.code for each in missing.findings] == ["unreadable"]


def test_an_instrument_file_has_only_these_tables():
    tables = set(instrument_schema()["properties"]) - {"format", "name"}
    assert tables == {"instrument", "actor", "reading", "fact", "provision"}
    assert InstrumentFile() == InstrumentFile()


@pytest.mark.parametrize("name", ["/dev/zero", "pipe", "."])
def test_a_law_that_is_no_file_is_refused_at_once(tmp_path, name):
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    elif name != "." and not Path(name).exists():
        pytest.skip("there is no such device here")
    (tmp_path / "d.toml").write_text(f'law = ["{name}"]\n' + HEAD)
    dispute, found = load(tmp_path / "d.toml")
    assert dispute is None
    assert [each.code for each in found] == ["unreadable"]
    assert found[0].fix


def test_a_device_without_end_is_too_large():
    if not Path("/dev/zero").exists():
        pytest.skip("there is no such device here")
    _, found = load("/dev/zero")
    assert [each.code for each in found] == ["too-large"]
    assert [each.code for each in sanctions_in([Path("/dev/zero")]).findings] == ["too-large"]
