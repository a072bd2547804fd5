"""Is it told on which open question a result rests, and never that it rests on none?"""

from dataclasses import replace

import pytest

from detente.analysis import analyse, robustness, varying
from detente.domain.verdicts import CONCEPTS
from detente.errors import InputError
from detente.model.files import loads

# Washington readmits only a buyer that has given the system up; whether Ankara would give it up
# for that, the record does not say.
OPEN = """\
format = 1
name = "Readmission"
status_quo = ["us.sanction"]
[[party]]
id = "tr"
option = [{id = "relinquish", text = "give it up", because = ["clm_0"]}]
preference = [
  {says = "not relinquish", unsure = true, because = ["clm_1"]},
  {says = "us.readmit"},
  {says = "not us.sanction"},
]
[[party]]
id = "us"
option = [{id = "readmit", text = "readmit"}, {id = "sanction", text = "keep the measure"}]
preference = [
  {says = "tr.relinquish"},
  {says = "readmit requires tr.relinquish"},
  {says = "readmit"},
  {says = "not sanction"},
]
"""


def read(text):
    dispute, findings = loads(text)
    assert dispute is not None, findings
    return dispute


def test_a_place_that_is_open_is_tried_everywhere():
    (question,) = robustness(read(OPEN)).questions
    assert (question.kind, question.party, question.because) == ("order", "tr", ("clm_1",))
    assert question.element == "not tr.relinquish"
    assert [(answer.says, answer.above) for answer in question.answers] == [
        (None, None),
        ("not tr.relinquish", "not us.sanction"),
        ("not tr.relinquish", None),
    ]


def test_the_question_that_decides_the_deal_is_named():
    found = robustness(read(OPEN))
    assert (found.status_quo, found.deal) == (5, 4)
    assert found.standing(4) == "sometimes"
    assert found.standing(4, "nash") == "sometimes"
    (question,) = found.decided_by(4)
    assert question.deal == 1.0
    # Under nash only a buyer that does not mind at all gives it up.
    nash = [answer.turns(4, "nash") for answer in question.answers]
    assert nash == [True, False, False]


def test_what_rests_on_nothing_open_holds_always():
    found = robustness(read(OPEN.replace(", unsure = true", "")))
    assert (found.questions, found.variants, found.exhaustive) == ((), 1, True)
    assert found.always == analyse(read(OPEN)).equilibria
    assert not any(found.sometimes.values())
    assert found.standing(4) == "never"


SILENT = OPEN.replace(', unsure = true, because = ["clm_1"]', "").replace(
    '  {says = "not relinquish"},\n', ""
)


def test_an_option_that_its_party_does_not_speak_of_is_a_question():
    found = robustness(read(SILENT))
    (question,) = found.questions
    assert (question.kind, question.element) == ("option", "tr.relinquish")
    assert question.because == ("clm_0",)
    assert [(answer.says, answer.above) for answer in question.answers] == [
        ("tr.relinquish", "us.readmit"),
        ("tr.relinquish", "not us.sanction"),
        ("tr.relinquish", None),
        ("not tr.relinquish", "us.readmit"),
        ("not tr.relinquish", "not us.sanction"),
        ("not tr.relinquish", None),
    ]
    # It is not marked in the file, so what holds is not said to rest on it.
    assert found.standing(4) == "always"
    assert found.decided_by(4) == (question,)


def test_what_a_party_of_unknown_preferences_wants_is_the_question():
    head, american = OPEN.split("preference = [\n", 1)[0], OPEN.split('[[party]]\nid = "us"')[1]
    dispute = read(f'{head}[[party]]\nid = "us"{american}')
    found = robustness(dispute)
    assert not any(found.always.values())
    (question,) = found.questions
    assert question.element == "tr.relinquish"
    assert [answer.says for answer in question.answers] == ["tr.relinquish", "not tr.relinquish"]
    answered = dispute.with_party(
        replace(dispute.party("tr"), preferences=question.answers[0].preferences)
    )
    assert question.answers[0].gained == analyse(answered).equilibria


def test_two_parties_of_unknown_preferences_leave_nothing_to_compare():
    text = OPEN.split("preference = [\n", 1)[0] + '[[party]]\nid = "us"\n'
    text += 'option = [{id = "readmit", text = "readmit"}, {id = "sanction", text = "keep"}]\n'
    found = robustness(read(text))
    assert [question.equilibria for question in found.questions] == [0, 0, 0]


def test_the_most_decisive_question_comes_first():
    text = OPEN.replace('"not us.sanction"}', '"not us.sanction", unsure = true}')
    found = robustness(read(text))
    assert [question.element for question in found.questions] == [
        "not tr.relinquish",
        "not us.sanction",
    ]
    first, second = found.questions
    assert (first.deal, first.status_quo) >= (second.deal, second.status_quo)


def test_too_many_combinations_are_tried_one_at_a_time_and_that_is_said(monkeypatch):
    text = OPEN.replace('"us.readmit"}', '"us.readmit", unsure = true}')
    dispute = read(text.replace('"readmit"}', '"readmit", unsure = true}'))
    together = robustness(dispute)
    monkeypatch.setattr(varying, "MOST_VARIANTS", 3)
    alone = robustness(dispute)
    assert (together.exhaustive, alone.exhaustive) == (True, False)
    assert 1 < alone.variants < together.variants
    assert alone.questions == together.questions
    for concept in CONCEPTS:
        assert set(together.always[concept]) <= set(alone.always[concept])
        assert set(alone.sometimes[concept]) <= set(together.sometimes[concept])


def test_members_of_a_merged_state_are_not_told_apart():
    text = SILENT.replace('{says = "tr.relinquish"},\n  ', "")
    assert robustness(read(text)).questions
    merged = text + '[[merge]]\nsays = "not us.readmit and us.sanction"\n'
    assert robustness(read(merged)).questions == ()


def test_a_ranking_leaves_nothing_open():
    text = """\
format = 1
name = "G"
status_quo = "1"
state = [{id = "1"}, {id = "2"}]
party = [{id = "a", ranking = ["1", "2"]}, {id = "b", ranking = ["2", "1"]}]
move = [{party = "a", from = "1", to = ["2"]}, {party = "b", from = "1", to = ["2"]}]
"""
    found = robustness(read(text))
    assert found.questions == ()
    assert found.always["nash"] == ("2",)
    assert found.deal is None


def test_a_dispute_without_parties_is_refused():
    with pytest.raises(InputError):
        robustness(replace(read(OPEN), parties=()))
