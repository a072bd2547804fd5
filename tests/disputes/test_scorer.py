"""Does the scorer of drafts give full marks to the right model, and none to a wrong one?"""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from edits import score_edits
from matching import pairs
from scoring import cases, score

from detente.domain.dispute import Dispute
from detente.domain.drafts import Draft
from detente.model.files import loads

ROOT = Path(__file__).parents[2]
OPEN = Path(__file__).parent / "open"
CASES = {case.name: case for case in cases(ROOT / "examples") if (OPEN / case.name).is_dir()}


def dispute(text: str) -> Dispute:
    found, findings = loads(text)
    assert found is not None, findings
    return found


MODEL = """
format = 1
name = "Border"
status_quo = ["kenya.close"]

[[party]]
id = "kenya"
code = "KEN"
option = [{ id = "close", text = "Keep the border closed" }]
preference = [{ says = "somalia.withdraw" }, { says = "close" }]

[[party]]
id = "somalia"
code = "SOM"
option = [{ id = "withdraw", text = "Withdraw the soldiers" }]
preference = [{ says = "not kenya.close" }, { says = "not withdraw" }]

[[rule]]
says = "not (kenya.close and somalia.withdraw)"

[[provision]]
id = "law"
cite = "Border Act"
says = "not kenya.close requires somalia.withdraw"
"""
SWAPS = {
    "other names": (("kenya.close", "kenya.shut"), ('id = "close"', 'id = "shut"'),
                    ('"close"', '"shut"')),
    "other words": (("Withdraw the soldiers", "Pull back its soldiers from the border"),),
}  # fmt: skip


def changed(*swaps: tuple[str, str]) -> Dispute:
    text = MODEL
    for old, new in swaps:
        text = text.replace(old, new)
    return dispute(text)


@pytest.mark.parametrize("swaps", SWAPS.values(), ids=SWAPS)
def test_the_same_model_in_other_words_has_full_marks(swaps: tuple[tuple[str, str], ...]) -> None:
    found = score(Draft(dispute=changed(*swaps)), dispute(MODEL))
    assert (found.parties.f1, found.options.f1) == (1, 1)
    shares = (found.today, found.rules, found.provisions, found.preferences, found.order)
    assert [share.value for share in shares] == [1, 1, 1, 1, 1]
    assert found.equilibria.value == 1


def test_an_option_worded_as_its_end_is_the_same_the_other_way_round() -> None:
    text = MODEL.replace("Keep the border closed", "Open the border").replace(
        'status_quo = ["kenya.close"]', "status_quo = []"
    )
    for old, new in (
        ('says = "close"', 'says = "not close"'),
        ('"not kenya.close"', '"kenya.close"'),
        ("not kenya.close requires", "kenya.close requires"),
        ("not (kenya.close and", "not (not kenya.close and"),
    ):
        text = text.replace(old, new)
    found = score(Draft(dispute=dispute(text)), dispute(MODEL))
    flipped = {pair.wanted: pair.flipped for pair in pairs(dispute(text), dispute(MODEL))}
    assert flipped == {"kenya.close": True, "somalia.withdraw": False}
    assert (found.today.value, found.provisions.value, found.preferences.value) == (1, 1, 1)
    assert found.equilibria.value == 1


GOING_ON = [
    ("Halt digging on the border", "Keep digging on the border", True),
    ("Halt digging on the border", "Go on digging on the border", True),
    ("Stop building the dam", "Continue building the dam", True),
    ("Keep digging on the border", "Continue digging on the border", False),
    ("Keep opposing the dam", "Oppose the dam", False),
    ("Keep the border gas shut off", "Supply the border gas", True),
    ("Keep the border pact suspended", "Put the border pact back into effect", True),
    ("Keep the suspension of border visas", "Grant border visas", True),
    ("Keep border trade suspended", "Keep the ban on border trade in force", False),
    ("Keep the border post open", "Close the border post", True),
    ("Make the border payment", "Withhold the border payment", True),
    ("Fly drones along the border", "Stop flying drones along the border", True),
    ("Withdraw the border guards", "Take the border guards home", False),
    ("Impose a levy on frozen border fish", "Raise a levy on border fish", False),
]


@pytest.mark.parametrize(("one", "other", "flipped"), GOING_ON)
def test_to_go_on_with_something_is_not_to_stop_it(one: str, other: str, flipped: bool) -> None:
    made, wanted = (changed(("Keep the border closed", text)) for text in (one, other))
    (pair,) = [p for p in pairs(made, wanted) if p.wanted == "kenya.close"]
    assert pair.flipped == flipped


def test_the_wrong_owner_is_no_match() -> None:
    text = MODEL.replace('code = "KEN"', 'code = "XXX"').replace('code = "SOM"', 'code = "KEN"')
    found = score(Draft(dispute=dispute(text.replace("XXX", "SOM"))), dispute(MODEL))
    assert found.parties.f1 == 1
    assert found.options.f1 == 0
    assert found.equilibria.value == 0


def test_another_thing_of_the_same_act_is_no_match() -> None:
    found = score(
        Draft(dispute=changed(("Withdraw the soldiers", "Withdraw the ambassador"))),
        dispute(MODEL),
    )
    assert found.options.common == 1


def test_an_order_turned_round_counts_against_the_draft() -> None:
    model = dispute(MODEL)
    kenya = model.party("kenya")
    turned = model.with_party(replace(kenya, preferences=kenya.preferences[::-1]))
    found = score(Draft(dispute=turned), model)
    assert (found.preferences.value, found.order.value) == (1, 0)


def test_without_a_draft_everything_is_missed() -> None:
    found = score(Draft(dispute=None), dispute(MODEL))
    assert (found.parties.f1, found.options.f1) == (0, 0)
    assert (found.provisions.value, found.equilibria.value) == (0, 0)


@pytest.mark.parametrize("name", CASES)
def test_an_analysts_model_has_full_marks_against_itself(name: str) -> None:
    model = CASES[name].model
    found = score(Draft(dispute=model), model)
    assert found.options.f1 == 1
    assert [pair.drafted for pair in pairs(model, model)] == [
        pair.wanted for pair in pairs(model, model)
    ]
    assert found.preferences.missed == []
    assert found.equilibria.value == 1


@pytest.mark.parametrize("name", CASES)
def test_the_edits_of_the_open_half_name_words_that_stand_in_the_texts(name: str) -> None:
    tree = tomllib.loads((OPEN / name / "edits.toml").read_text(encoding="utf-8"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in CASES[name].texts}
    for edit in tree["delete"]:
        for sentence in (*edit["sentences"], *edit.get("tidy", ())):
            assert sentence["text"] in texts[sentence["file"]]
    for edit in (*tree["turn"], *tree["reword"]):
        assert edit["old"] in texts[edit["file"]]


def test_an_edit_is_tried_on_the_text_it_names(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Published: 2024-01-01\n\nKenya refused to reopen the border. Somalia refused to withdraw"
        " its soldiers. Somalia demanded that Kenya reopen the border.",
        encoding="utf-8",
    )
    (tmp_path / "dispute.toml").write_text(MODEL, encoding="utf-8")
    (tmp_path / "edits.toml").write_text(
        """
[[delete]]
element = "somalia: not withdraw"
sentences = [{ file = "a.txt", text = "Somalia refused to withdraw its soldiers. " }]
[[turn]]
element = "somalia: not withdraw"
file = "a.txt"
old = "refused to withdraw"
new = "offered to withdraw"
becomes = "somalia: withdraw"
[[reword]]
element = "somalia: not withdraw"
file = "a.txt"
old = "refused to withdraw"
new = ["ruled out withdrawing", "flatly refused to withdraw"]
""",
        encoding="utf-8",
    )
    (case,) = cases(tmp_path)
    held = score_edits(case, tmp_path / "edits.toml")
    assert {kind: (h.drafted, h.drafted_of) for kind, h in held.items()} == {
        "delete": (1, 1),
        "turn": (1, 1),
        "reword": (2, 2),
    }
