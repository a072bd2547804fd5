"""Which words set a condition, and which words depend on it?

A pair is found whoever sets it and whether or not a model can use it. The condition is the
clause or phrase with its marker; the consequence is the clause that depends on it, without
whoever says so.
"""

import pytest

from .sentences import cases, read

# Text, words of the condition, words of the consequence.
CLAUSES = [
    ("If Somalia withdraws, Kenya will open the border.",
     "If Somalia withdraws", "Kenya will open the border"),
    ("Kenya will open the border if Somalia withdraws.",
     "if Somalia withdraws", "Kenya will open the border"),
    ("Kenya said it would open the border if Somalia withdrew.",
     "if Somalia withdrew", "it would open the border"),
    ("If Somalia withdraws, the minister said, Kenya will open the border.",
     "If Somalia withdraws", "Kenya will open the border"),
    # without a comma, and parted by a tag
    ("As long as the raids go on no truck will be let in, Kenya said.",
     "As long as the raids go on", "no truck will be let in"),
    ("Unless Somalia pulls out, Kenyan minister Ada Bell warned, the border will be shut.",
     "Unless Somalia pulls out", "the border will be shut"),
    ("Unless Somalia withdraws, the border stays closed.",
     "Unless Somalia withdraws", "the border stays closed"),
    ("The border stays closed unless Somalia withdraws.",
     "unless Somalia withdraws", "The border stays closed"),
    ("The prisoners will be freed provided that the troops leave.",
     "provided that the troops leave", "The prisoners will be freed"),
    ("The prisoners will be freed provided the troops leave.",
     "provided the troops leave", "The prisoners will be freed"),
    ("Providing the troops leave, the prisoners will be freed.",
     "Providing the troops leave", "the prisoners will be freed"),
    ("The ban will stay as long as the troops remain.",
     "as long as the troops remain", "The ban will stay"),
    ("So long as the troops remain, the ban will stay.",
     "So long as the troops remain", "the ban will stay"),
    ("Oslo will grant access only if London shares the data.",
     "only if London shares the data", "Oslo will grant access"),
    ("Only if London shares the data will Oslo grant access.",
     "Only if London shares the data", "will Oslo grant access"),
    ("Should the talks fail, Cairo will go to court.",
     "Should the talks fail", "Cairo will go to court"),
    ("Cairo will go to court should the talks fail.",
     "should the talks fail", "Cairo will go to court"),
    ("Had the talks failed, Cairo would have gone to court.",
     "Had the talks failed", "Cairo would have gone to court"),
    ("Were the talks to fail, Cairo would go to court.",
     "Were the talks to fail", "Cairo would go to court"),
    ("In case the talks fail, Cairo has hired a lawyer.",
     "In case the talks fail", "Cairo has hired a lawyer"),
    ("Rabat agreed to talk on condition that the border be opened.",
     "on condition that the border be opened", "Rabat agreed to talk"),
    ("Rabat agreed to talk on the condition that the border be opened.",
     "on the condition that the border be opened", "Rabat agreed to talk"),
    ("Assuming the vote passes, the treaty enters into force in May.",
     "Assuming the vote passes", "the treaty enters into force in May"),
    ("If the fee were dropped, trade would recover, and if it were raised, trade would stop.",
     "If the fee were dropped", "trade would recover"),
    ("The deal is dead if, as London fears, Oslo walks out.",
     "if, as London fears, Oslo walks out", "The deal is dead"),
    ("“If they leave, we will sign,” the envoy said.",
     "If they leave", "we will sign"),
    ("Whenever a ship enters the waters, Oslo charges a fee.",
     "Whenever a ship enters the waters", "Oslo charges a fee"),
    ("Once the troops have left, the prisoners will be freed.",
     "Once the troops have left", "the prisoners will be freed"),
    ("The sanctions will not be lifted until the inspectors are admitted.",
     "until the inspectors are admitted", "The sanctions will not be lifted"),
    ("If need be, Oslo will close its ports.", "If need be", "Oslo will close its ports"),
    ("If possible, the two sides will meet in Geneva.",
     "If possible", "the two sides will meet in Geneva"),
    ("Unless otherwise agreed, the fee is due in June.",
     "Unless otherwise agreed", "the fee is due in June"),
]  # fmt: skip

PHRASES = [
    ("Without an apology, Lima will not send back its envoy.",
     "Without an apology", "Lima will not send back its envoy"),
    ("Lima will not send back its envoy without an apology.",
     "without an apology", "Lima will not send back its envoy"),
    ("Tripoli would free the sailors in exchange for an apology.",
     "in exchange for an apology", "Tripoli would free the sailors"),
    ("Tripoli would free the sailors in return for fuel.",
     "in return for fuel", "Tripoli would free the sailors"),
    ("The sale is subject to approval by Congress.",
     "approval by Congress", "The sale"),
    ("The loan is contingent on reforms.", "reforms", "The loan"),
    ("The truce depends on the release of the hostages.",
     "the release of the hostages", "The truce"),
    ("A return to the pact would require the removal of the radar.",
     "the removal of the radar", "A return to the pact"),
    ("Athens needs to stop drilling before talks can resume.",
     "Athens needs to stop drilling", "before talks can resume"),
    ("Athens must stop drilling before talks can resume.",
     "Athens must stop drilling", "before talks can resume"),
    ("In the event of an attack, the allies will help.",
     "In the event of an attack", "the allies will help"),
]  # fmt: skip

ULTIMATUMS = [
    ("Withdraw or face sanctions, the envoy told Somalia.", "Withdraw", "face sanctions"),
    ("Somalia must withdraw or face sanctions.", "Somalia must withdraw", "face sanctions"),
    ("Somalia must withdraw by Friday or else the border will be closed.",
     "Somalia must withdraw by Friday", "the border will be closed"),
    ("Somalia must withdraw. Otherwise, the border will be closed.",
     "Somalia must withdraw", "the border will be closed"),
    ("Somalia must withdraw, otherwise the border will be closed.",
     "Somalia must withdraw", "the border will be closed"),
]  # fmt: skip

MORE = [
    ("The State may, if it chooses, close the port.",
     "if it chooses", "The State may, if it chooses, close the port"),
    ("If the talks fail then Cairo will go to court.",
     "If the talks fail", "Cairo will go to court"),
    ("If Oslo wants peace, if it wants trade, it must talk.",
     "If Oslo wants peace, if it wants trade", "it must talk"),
    ("Sign if you can; leave if you must.", "if you can", "Sign"),
    ("Sign if you can; leave if you must.", "if you must", "leave"),
    ("I think that if the talks fail, Cairo will go to court.",
     "if the talks fail", "Cairo will go to court"),
    ("You can put them in if you want.", "if you want", "You can put them in"),
    ("Open the border and we will lift the ban.", "Open the border", "we will lift the ban"),
    ("The longer the talks last, the harder a deal becomes.",
     "The longer the talks last", "the harder a deal becomes"),
    ("For the truce to hold, both sides would have to withdraw.",
     "For the truce to hold", "both sides would have to withdraw"),
    ("The price varies depending on the season.",
     "depending on the season", "The price varies"),
    ("Suppose the talks fail. Then Cairo will go to court.",
     "Suppose the talks fail", "Then Cairo will go to court"),
]  # fmt: skip

# What has "if" or "without" and sets no condition.
NO_PAIR = [
    "The minister asked if Somalia had withdrawn.",
    "It is not clear if the talks will resume.",
    "Nobody knows whether the talks will resume.",
    "The envoy left without a word.",
    "The envoy left without speaking to reporters.",
    "The talks went on until Friday.",
    "The envoy waited until the minister arrived.",
    "The envoy spoke as if nothing had happened.",
    "Kenya opened the border after Somalia withdrew.",
    "It takes two to make peace or war.",
    "They may sign on Monday or Tuesday.",
    "The envoy wondered if it was too late.",
    "Even if Somalia withdraws, Kenya will not open the border.",
    "Kenya will not open the border even if Somalia withdraws.",
    "The envoys are in no hurry to see if it works.",
    "Many, if not all, of the ships left.",
    "It was a brief if friendly meeting.",
    "If I understand you correctly, the talks are over.",
    "What if they leave?",
    "To do otherwise would be unwise.",
    "Had the talks failed?",
    "Never had the talks failed so soon.",
    "The government should withdraw its troops.",
    "He asked for a signature or a stamp.",
    "It took as long as four years.",
    "Spain asked Algeria to lift a trade freeze imposed after it backed the plan for the Sahara.",
]
KNOWN: dict[str, str] = {
    "For the truce to hold": "the parser hangs “for the truce to hold” on no verb",
}
KNOWN_NONE = {
    "It was a brief if friendly": "the parser makes a clause of “if friendly meeting”",
}


def pairs(text: str) -> list[tuple[str, str]]:
    reading = read(text)
    return [(c.condition.of(text), c.consequence.of(text)) for c in reading.conditions]


@pytest.mark.parametrize(
    ("text", "condition", "consequence"), cases([*CLAUSES, *PHRASES, *ULTIMATUMS, *MORE], KNOWN)
)
def test_a_condition_and_what_depends_on_it(text: str, condition: str, consequence: str) -> None:
    assert (condition, consequence) in pairs(text)


@pytest.mark.parametrize(("text",), cases([(text,) for text in NO_PAIR], KNOWN_NONE))
def test_what_sets_no_condition(text: str) -> None:
    assert pairs(text) == []


# --- what it is to the other side, and whose ------------------------------------------------------

KINDS = [
    ("Kenya will impose sanctions if Somalia keeps the port closed.", "threat", "KEN"),
    ("“Withdraw or face sanctions,” the Kenyan minister told Somalia.", "threat", "KEN"),
    ("Somalia must withdraw by Friday or else Kenya will close the border.", "threat", "KEN"),
    ("Kenya will lift the sanctions if Somalia withdraws its troops.", "offer", "KEN"),
    ("Kenya would free the sailors in exchange for an apology.", "offer", "KEN"),
    ("Kenya will lift the sanctions provided that Somalia withdraws.", "offer", "KEN"),
    ("Kenya will not lift the sanctions unless Somalia withdraws its troops.", "demand", "KEN"),
    ("Kenya will not lift the sanctions until Somalia withdraws its troops.", "demand", "KEN"),
    ("Kenya will lift the sanctions only if Somalia withdraws its troops.", "demand", "KEN"),
    ("Under the treaty, Kenya may not lift the sanctions unless Somalia withdraws.", "law", "KEN"),
    ("If it rains, the river rises.", None, None),
    ("Norway said it would grant access if Britain shared the data.", "offer", "NOR"),
]
KNOWN_KINDS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "kind", "setter"), cases(KINDS, KNOWN_KINDS))
def test_what_a_condition_is_and_who_sets_it(
    text: str, kind: str | None, setter: str | None
) -> None:
    (found,) = read(text).conditions
    assert (found.kind, found.setter) == (kind, setter)


def test_a_condition_belongs_to_the_statement_that_holds_it() -> None:
    reading = read("The Kenyan minister said that if Somalia withdrew, the border would be opened.")
    assert [c.statement for c in reading.conditions] == [reading.statements[0].id]


def test_what_only_a_rule_for_models_sees_is_listed_too() -> None:
    text = "Athens must halt the drilling to rejoin the project."
    (found,) = read(text).conditions
    assert found.condition.of(text) == "Athens must halt the drilling"
    assert found.consequence.of(text) == "to rejoin the project"


def test_a_condition_says_its_form_and_how_sure_it_is() -> None:
    found = read(
        "Kenya stays unless Somalia leaves. Kenya will not leave until Somalia does."
    ).conditions
    assert [c.form for c in found] == ["unless", "until"]
    assert found[0].confidence > found[1].confidence


@pytest.mark.parametrize(
    "text",
    [
        "If",
        "if if if if unless unless",
        "If, then, or else otherwise.",
        "Unless",
        "or else",
        "Otherwise",
        "the more the less the more",
        "Suppose",
        "in exchange for",
        "depending on",
        "If (if (if (if " * 50,
        "provided that " * 60,
        "subject to subject to without without",
        "Should. Had. Were.",
    ],
)
def test_hostile_text_does_not_raise(text: str) -> None:
    for pair in read(text).conditions:
        for span in (pair.condition, pair.consequence):
            assert 0 <= span.start < span.end <= len(text)


def test_every_form_that_is_found_has_a_confidence() -> None:
    texts = [row[0] for row in (*CLAUSES, *PHRASES, *ULTIMATUMS, *MORE)]
    found = [c for text in texts for c in read(text).conditions]
    assert all(0 < c.confidence <= 1 for c in found)
