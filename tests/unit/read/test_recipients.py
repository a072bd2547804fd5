"""Who gets or loses what, and to whom is it said: is the act done to the right one?"""

import pytest

from .sentences import party, read, sense, words

# Text; what its act comes to, and the noun for what it is done to.
RECEIVED = [
    ("Kenya refused to grant Somali inspectors entry.", "inspection", "inspectors"),
    ("Kenya said it would deny the ship permission to dock.", "not entry", "ship"),
    ("Kenya refused to supply the rebels with missiles.", "supply", "missiles"),
    ("Kenya refused to take the bank off its sanctions list.", "not measure", "bank"),
    ("Kenya vowed to add two Somali banks to its blacklist.", "measure", "banks"),
    ("Kenya refused to let the consulate reopen.", "not closure", "consulate"),
    ("Kenya refused to let Somali lorries into the port.", "entry", "lorries"),
    ("Kenya promised to turn the power back on.", "supply", "power"),
    ("Somalia demanded the removal of the bank from the list.", "not measure", "bank"),
]


@pytest.mark.parametrize(("text", "meaning", "thing"), RECEIVED)
def test_what_is_done_is_done_to_who_gets_or_loses_it(text: str, meaning: str, thing: str) -> None:
    reading = read(text)
    told = {
        (sense(p), (words(p.object, reading) or "").split()[-1])
        for s in reading.statements
        for p in s.propositions
    }
    assert (meaning, thing) in told


@pytest.mark.parametrize(
    "text",
    [
        "Kenya refused to put the temple on the heritage list.",
        "Kenya refused to take the song off the list of favourites.",
        "Kenya refused to give the inspectors access to the records.",
    ],
)
def test_other_lists_and_things_are_none_of_these(text: str) -> None:
    told = {sense(p) for s in read(text).statements for p in s.propositions}
    assert not told & {"measure", "not measure", "entry", "inspection"}


ASKED = [
    "Somalia called on Kenya to free the crew and to lift the tariffs.",
    "Somalia called on Kenya to free the crew and lift the tariffs.",
    "Somalia appealed to Kenya to free the crew and to lift the tariffs.",
]


@pytest.mark.parametrize("text", ASKED)
def test_all_that_is_asked_is_asked_of_the_same(text: str) -> None:
    agents = {p.act: party(p.agent) for s in read(text).statements for p in s.propositions}
    assert agents["lift"] == "KEN"


def test_what_whoever_asks_will_do_is_its_own() -> None:
    reading = read("Somalia called on Kenya to free the crew and will lift the tariffs.")
    agents = {p.act: party(p.agent) for s in reading.statements for p in s.propositions}
    assert agents["lift"] == "SOM"


def test_a_halt_is_to_what_stands_behind_it() -> None:
    reading = read("Somalia demanded a halt to the dumping of waste.")
    told = {p.act: words(p.object, reading) for s in reading.statements for p in s.propositions}
    assert "dumping" in (told["halt"] or "")


def test_people_who_are_told_to_leave_are_no_force() -> None:
    told = {
        sense(p)
        for s in read("Kenya advised its nationals to leave Somalia.").statements
        for p in s.propositions
    }
    assert "presence" not in told


# Sentence; what is done to the accord.
INTO_FORCE = {
    "Somalia urged Kenya to bring the accord into force.": "ratification",
    "Somalia urged Kenya to put the accord back into force.": "not suspension",
}


@pytest.mark.parametrize(("text", "meaning"), INTO_FORCE.items(), ids=INTO_FORCE)
def test_what_was_never_in_force_is_ratified(text: str, meaning: str) -> None:
    assert meaning in {sense(p) for s in read(text).statements for p in s.propositions}


def test_a_hyphen_cuts_no_word() -> None:
    reading = read("Kenya refused to issue a safe-conduct to the envoy.")
    (granted,) = [p for s in reading.statements for p in s.propositions if p.act == "grant"]
    assert (words(granted.object, reading) or "").startswith("a safe-conduct")
