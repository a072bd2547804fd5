import json
from dataclasses import replace
from datetime import date

import pytest

from detente.domain.conditions import Both, Not, Taken, written
from detente.domain.dispute import Preference, Ranking
from detente.domain.states import MOST_OPTIONS
from detente.errors import InputError, StoreError
from detente.model.files import dumps, load, loads, save

RETURN = """\
format = 1
name = "Return to the programme"      # what it is about
status_quo = ["us.sanction"]

# The buyer.
[[party]]
id = "turkiye"
name = "Türkiye"
code = "TUR"

  [[party.option]]
  id = "relinquish"      # all of it
  text = "Give up the system"
  reversible = "once_taken"
  because = ["clm_3f1a"]

  [[party.preference]]      # said most often
  says = "not relinquish"
  because = ["clm_9b20"]

  [[party.preference]]
  says = ["us.readmit and not us.sanction", "us.readmit"]
  unsure = true
  basis = "presupposed"

[[party]]
id = "us"
weights = {readmit = -0.5, "turkiye.relinquish" = 3}
because = "analyst"

  [[party.option]]
  id = "readmit"
  text = "Readmit the buyer"

  [[party.option]]
  id = "sanction"
  text = "Keep the sanctions in force"

[[rule]]
says = "not (us.readmit and us.sanction)"
why = "no licence could be issued"

[[provision]]
id = "ndaa2020_1245"
cite = "Pub. L. 116-92, sec. 1245"
says = "us.readmit requires turkiye.relinquish"
in_force = 2019-12-20
"""

# Two options of two parties; tests put more after it.
SMALL = """\
format = 1
name = "Small"
[[party]]
id = "a"
option = [{id = "x", text = "does x"}]
[[party]]
id = "b"
option = [{id = "y", text = "does y"}]
"""

GRAPH = """\
format = 1
name = "Graph"
status_quo = "1"
state = [{id = "1", text = "talks open"}, {id = "2"}]
[[party]]
id = "a"
ranking = ["1", "2"]
[[party]]
id = "b"
ranking = [["1", "2"]]
[[move]]
party = "a"
from = "1"
to = ["2"]
[[move]]
party = "b"
from = "2"
to = ["1"]
"""


def good(text):
    dispute, findings = loads(text)
    assert findings == ()
    return dispute


def codes(text, **kind):
    dispute, findings = loads(text, name="file", **kind)
    assert (dispute is None) == any(finding.severity == "error" for finding in findings)
    for finding in findings:
        assert finding.what
        assert finding.fix
        assert finding.where.path == "file"
    return [finding.code for finding in findings]


def place_of(text, code):
    _, findings = loads(text)
    finding = next(finding for finding in findings if finding.code == code)
    return finding.where.line, finding.where.column


def test_it_reads_every_element():
    dispute = good(RETURN)
    turkiye, us = dispute.parties
    assert (turkiye.id, turkiye.name, turkiye.code) == ("turkiye", "Türkiye", "TUR")
    assert turkiye.options[0].reversible == "once_taken"
    assert turkiye.options[0].because == ("clm_3f1a",)
    first, second = turkiye.preferences
    assert first == Preference(says=(Not(Taken("turkiye.relinquish")),), because=("clm_9b20",))
    assert [written(says) for says in second.says] == [
        "us.readmit and not us.sanction",
        "us.readmit",
    ]
    assert (second.unsure, second.basis) == (True, "presupposed")
    assert us.name == "us"
    assert us.because == ("analyst",)
    assert us.weights == {"us.readmit": -0.5, "turkiye.relinquish": 3}
    assert dispute.status_quo == {"us.sanction"}
    assert dispute.rules[0].why == "no licence could be issued"
    law = dispute.provisions[0]
    assert law.says == Both(Taken("us.readmit"), "requires", Taken("turkiye.relinquish"))
    assert (law.in_force, law.until, law.text_checked) == (date(2019, 12, 20), None, False)


def test_graph_form():
    dispute = good(GRAPH)
    assert [state.text for state in dispute.states] == ["talks open", ""]
    assert dispute.moves[0].to == ("2",)
    assert dispute.parties[1].ranking == Ranking(tiers=(("1", "2"),))
    assert dispute.status_quo == "1"


def test_rankings_name_states_by_id_or_by_options():
    ranked = SMALL.replace('id = "a"\n', 'id = "a"\nranking = ["b.y+a.x", [1, "a.x"], 3]\n')
    tiers = good(ranked).parties[0].ranking.tiers
    assert tiers == ((frozenset({"a.x", "b.y"}),), (1, frozenset({"a.x"})), (3,))


def test_nothing_taken_is_written_as_a_dash():
    ranked = SMALL.replace('id = "a"\n', 'id = "a"\nranking = [["-", 2, 3, 4]]\n')
    assert good(ranked).parties[0].ranking.tiers == ((frozenset(), 2, 3, 4),)


def test_a_merged_state_may_be_ranked_by_any_member():
    merged = SMALL + '[[merge]]\nsays = "a.x"\n'
    for name in ('"a.x"', '"a.x+b.y"', "2"):
        ranked = merged.replace('id = "a"\n', f'id = "a"\nranking = ["-", "b.y", {name}]\n')
        assert good(ranked).parties[0].ranking is not None


def test_json_has_the_same_tree(tmp_path):
    path = tmp_path / "dispute.json"
    save(good(RETURN), path)
    assert load(path) == (good(RETURN), ())
    assert json.loads(path.read_text())["provision"][0]["in_force"] == "2019-12-20"
    with_law = SMALL + '[[provision]]\nid = "p"\ncite = "c"\nsays = "a.x"\nuntil = 2020-02-29\n'
    save(good(with_law), path)
    assert load(path)[0] == good(with_law)


@pytest.mark.parametrize("text", [RETURN, GRAPH, SMALL + '[[merge]]\nsays = "a.x"\n'])
def test_what_is_written_is_read_back(text):
    assert good(dumps(good(text))) == good(text)


# --- findings ------------------------------------------------------------------------------


def with_party(line):
    return SMALL.replace('id = "a"\n', f'id = "a"\n{line}\n')


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "missing-key"),
        (SMALL.replace("format = 1\n", ""), "missing-key"),
        (SMALL.replace("format = 1", "format = 2"), "newer-format"),
        (SMALL.replace("format = 1", "format = true"), "wrong-type"),
        (SMALL.replace('name = "Small"', 'name = ""'), "wrong-type"),
        (SMALL.replace('text = "does x"', "text = 3"), "wrong-type"),
        (SMALL.replace(', text = "does x"', ""), "missing-key"),
        (SMALL.replace('id = "a"', 'id = "a b"'), "bad-id"),
        (SMALL.replace('id = "a"', 'id = "not"'), "bad-id"),
        (SMALL.replace('id = "b"', 'id = "a"'), "duplicate"),
        ('format = 1\nname = "x"\nparty = 3', "wrong-type"),
        ('format = 1\nname = "x"\nparty = [3]', "wrong-type"),
        (SMALL.split('[[party]]\nid = "b"')[0], "too-few-parties"),
        ('format = 1\nname = "x"\nparty = [{id = "a"}, {id = "b"}]', "no-options"),
        (SMALL + '[[party]]\nid = "c"\n', "idle-party"),
        (with_party("status = 1"), "unknown-key"),
        (with_party("ranking = [1, 2, 3]"), "ranking-misses"),
        (with_party("ranking = [1, 2, 3, 4, 4]"), "ranking-repeats"),
        (with_party('ranking = [1, 2, 3, 4, "a.x"]'), "ranking-repeats"),
        (with_party("ranking = [1, 2, 3, 5]"), "unknown-state"),
        (with_party('ranking = [1, 2, 3, "a.z"]'), "unknown-state"),
        (with_party('ranking = [1, 2, 3, "a.x+a.x"]'), "unknown-state"),
        (with_party("ranking = [1, 2, 3, 4.0]"), "wrong-type"),
        (with_party("ranking = [1, 2, 3, true]"), "wrong-type"),
        (with_party("ranking = []"), "ranking-misses"),
        (with_party("ranking = [1, 2, 3, 4, []]"), "empty-list"),
        (with_party('ranking = "1"'), "wrong-type"),
        (with_party("weights = {x = nan}"), "bad-weight"),
        (with_party("weights = {x = inf}"), "bad-weight"),
        (with_party(f"weights = {{x = 1{'0' * 400}}}"), "bad-weight"),
        (with_party('weights = {x = "1"}'), "bad-weight"),
        (with_party("weights = {z = 1}"), "unknown-option"),
        (with_party('weights = {x = 1, "a.x" = 2}'), "duplicate"),
        (with_party("weights = {a.x = 1}"), "wrong-type"),
        (with_party("weights = {}"), "wrong-type"),
        (with_party("ranking = [1, 2, 3, 4]\nweights = {x = 1}"), "several-preferences"),
        (with_party('preference = [{says = "x"}, {says = "a.x"}]'), "duplicate-statement"),
        (with_party('preference = [{says = ["x", "x"]}]'), "duplicate-statement"),
        (with_party('preference = [{says = "x and"}]'), "condition-syntax"),
        (with_party('preference = [{says = "z"}]'), "unknown-option"),
        (with_party("preference = [{says = []}]"), "empty-list"),
        (with_party("preference = [{says = [1]}]"), "wrong-type"),
        (with_party("preference = [{unsure = true}]"), "missing-key"),
        (with_party('preference = [{says = "x", unsure = "yes"}]'), "wrong-type"),
        (with_party('preference = [{says = "x", basis = "rumour"}]'), "wrong-type"),
        (SMALL.replace('text = "does x"', 'text = "", reversible = "no"'), "wrong-type"),
        (SMALL + '[[rule]]\nsays = "a.x"\n[[rule]]\nsays = "not a.x"\n', "contradictory-rules"),
        (SMALL + '[[merge]]\nsays = "a.x and b.y"\n', "merge-empty"),
        (SMALL + '[[merge]]\nsays = "a.x"\n[[merge]]\nsays = "b.y"\n', "merge-overlap"),
        (
            with_party('preference = [{says = "b.y"}]') + '[[merge]]\nsays = "a.x"\n',
            "merged-differ",
        ),
        (with_party("weights = {x = 1}") + '[[merge]]\nsays = "b.y"\n', "merged-differ"),
        (
            SMALL
            + '[[merge]]\nsays = "a.x"\n[[provision]]\nid = "p"\ncite = "c"\nsays = "not b.y"\n',
            "merged-differ",
        ),
        ("status_quo = 3\n" + SMALL, "wrong-type"),
        ('status_quo = ["a.z"]\n' + SMALL, "unknown-option"),
        ('status_quo = ["a.x", "a.x"]\n' + SMALL, "duplicate"),
        (
            'status_quo = ["a.x"]\n' + SMALL + '[[rule]]\nsays = "not a.x"\n',
            "status-quo-infeasible",
        ),
        (SMALL + '[[provision]]\nid = "p"\nsays = "a.x"\n', "missing-key"),
        (SMALL + '[[provision]]\nid = "p"\ncite = "c"\nsays = "a.x"\nuntil = 1\n', "wrong-type"),
        (
            SMALL + '[[provision]]\nid = "p"\ncite = "c"\nsays = "a.x"\nuntil = "2020-02-30"\n',
            "wrong-type",
        ),
        (
            SMALL
            + '[[provision]]\nid = "p"\ncite = "c"\nsays = "a.x"\n'
            + "in_force = 2020-01-02\nuntil = 2020-01-01\n",
            "bad-dates",
        ),
        ('law = ["law/x.toml"]\n' + SMALL, "law-left-out"),
        (SMALL + '[[fact]]\nid = "f"\nby = "nemo"\n', "unknown-name"),
        (SMALL + '[[instrument]]\nid = "i"\n', "missing-key"),
        (SMALL + '[[move]]\nparty = "a"\nfrom = "1"\nto = ["2"]\n', "mixed-forms"),
        (
            GRAPH.replace('id = "a"\n', 'id = "a"\noption = [{id = "x", text = ""}]\n'),
            "mixed-forms",
        ),
        (GRAPH.replace('to = ["2"]', 'to = ["1"]'), "self-loop"),
        (GRAPH.replace('to = ["2"]', 'to = ["3"]'), "unknown-state"),
        (GRAPH.replace('to = ["2"]', "to = []"), "empty-list"),
        (GRAPH.replace('from = "1"', 'from = "3"'), "unknown-state"),
        (GRAPH.replace('party = "b"', 'party = "c"'), "unknown-party"),
        (GRAPH.replace('quo = "1"', 'quo = "9"'), "unknown-state"),
        (GRAPH.replace('quo = "1"', 'quo = ["1"]'), "wrong-type"),
        (GRAPH.replace('[["1", "2"]]', '[["1"]]'), "ranking-misses"),
        (GRAPH.replace('[["1", "2"]]', "[[1, 2]]"), "wrong-type"),
        (GRAPH.replace('{id = "2"}', '{id = "1"}'), "duplicate"),
        (GRAPH + '[[rule]]\nsays = "a.x"\n', "unknown-option"),
        ("format = 1\nname = ", "not-parsed"),
        ("format = 1\nformat = 1", "not-parsed"),
        ("a = " + "[" * 10**6, "not-parsed"),
        ("a = " + "9" * 10**5, "not-parsed"),
    ],
)
def test_bad_input_gives_a_finding(text, code):
    assert code in codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[1]", "not-parsed"),
        ("{", "not-parsed"),
        ('{"format": 1, "format": 1}', "not-parsed"),
        ("[" * 10**6, "not-parsed"),
        ('{"format": ' + "9" * 10**5 + "}", "not-parsed"),
        ('{"format": 1, "name": null, "party": []}', "wrong-type"),
        ('{"format": 1, "name": "x", "party": {"id": "a"}}', "wrong-type"),
    ],
)
def test_bad_json_gives_a_finding(text, code):
    assert code in codes(text, is_json=True)


def test_findings_point_to_line_and_column():
    assert place_of(with_party('preference = [{says = "not zz"}]'), "unknown-option") == (5, 28)
    text = SMALL + '[[rule]]\nwhy = "w"\nsays = """\nnot a.x and\n  a.zz"""\n'
    assert place_of(text, "unknown-option") == (13, 3)
    assert place_of(with_party("ranking = [1, 2, [3, 9], 4]"), "unknown-state") == (5, 22)
    assert place_of(SMALL + "  colour = 1\n", "unknown-key") == (9, 3)
    assert place_of(GRAPH.replace('to = ["2"]', 'to = ["2", "1"]'), "self-loop") == (14, 12)
    assert place_of("format = 1\nname = ", "not-parsed") == (2, 8)
    assert place_of(SMALL.replace('id = "b"\n', ""), "missing-key") == (6, 1)


def test_places_in_json_and_with_windows_line_ends():
    text = '{"format": 1,\n "name": "x",\n "party": [{"id": 3}]}'
    _, findings = loads(text, is_json=True)
    place = next(f.where for f in findings if f.code == "wrong-type")
    assert (place.line, place.column) == (3, 19)
    assert place_of(SMALL.replace("\n", "\r\n") + "  colour = 1\r\n", "unknown-key") == (9, 3)


def test_an_unknown_name_gets_the_nearest_known_one():
    _, findings = loads(with_party('preference = [{says = "not b.yy"}]'))
    assert findings[0].fix == "did you mean 'b.y'?"
    _, findings = loads(with_party('rankings = "x"'))
    assert findings[0].fix == "did you mean 'ranking'?"


def test_too_many_options_to_list_are_told_and_not_tried():
    options = ", ".join(f'{{id = "o{n}", text = "t"}}' for n in range(MOST_OPTIONS + 10))
    text = SMALL.replace('option = [{id = "x", text = "does x"}]', f"option = [{options}]")
    assert codes(text) == ["too-many-states"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff\xfe\x00", "not-utf8"), (b"\x00\x01", "not-parsed"), (b"", "missing-key")],
)
def test_files_that_are_no_text(tmp_path, data, code):
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    dispute, findings = load(path)
    assert dispute is None
    assert findings[0].code == code
    assert findings[0].where.path == str(path)


def test_files_that_cannot_be_read(tmp_path):
    for path in (tmp_path / "absent.toml", tmp_path):
        dispute, findings = load(path)
        assert dispute is None
        assert [finding.code for finding in findings] == ["unreadable"]


def test_a_byte_order_mark_is_no_error(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert load(path) == (good(SMALL), ())


# --- saving --------------------------------------------------------------------------------


def test_saving_unchanged_changes_no_byte(tmp_path):
    path = tmp_path / "d.toml"
    path.write_text(RETURN, encoding="utf-8")
    save(good(RETURN), path)
    assert path.read_text(encoding="utf-8") == RETURN


def test_saving_keeps_comments_and_spelling(tmp_path):
    path = tmp_path / "d.toml"
    path.write_text(RETURN, encoding="utf-8")
    old = good(RETURN)
    turkiye = replace(old.parties[0], preferences=old.parties[0].preferences[::-1])
    new = replace(old, parties=(turkiye, old.parties[1]), status_quo=frozenset(), provisions=())
    save(new, path)
    assert load(path) == (new, ())
    text = path.read_text(encoding="utf-8")
    for comment in ("# what it is about", "# The buyer.", "# all of it", "# said most often"):
        assert comment in text
    assert 'says = "not relinquish"' in text
    assert "ndaa2020" not in text


def test_saving_over_a_broken_file_is_refused(tmp_path):
    path = tmp_path / "d.toml"
    path.write_text("broken = ")
    with pytest.raises(InputError, match="no valid dispute file"):
        save(good(SMALL), path)
    assert path.read_text() == "broken = "


def test_saving_where_nothing_can_be_written(tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        save(good(SMALL), tmp_path / "absent" / "d.toml")


def test_a_failed_save_leaves_nothing_behind(tmp_path):
    (tmp_path / "d.json").mkdir()
    with pytest.raises(StoreError):
        save(good(SMALL), tmp_path / "d.json")
    assert [path.name for path in tmp_path.iterdir()] == ["d.json"]
