"""Who does what to whom, by which type: does the grammar of the sentence decide it?"""

import pytest

from .sentences import cases, party, read, words

# Text; type, words of the actor, words of the target and whether reciprocal, of each event with
# a type.
DYADS = [
    ("Kenya attacked Somalia.", [("ASSAULT", "Kenya", "Somalia", False)]),
    ("Somalia was attacked by Kenya.", [("ASSAULT", "Kenya", "Somalia", False)]),
    ("Kenya carried out an attack on Somalia.", [("ASSAULT", "Kenya", "Somalia", False)]),
    ("Kenya accused Somalia of spying.", [("ACCUSE", "Kenya", "Somalia", False)]),
    ("Kenya was accused by Somalia of attacking ships.", [("ACCUSE", "Somalia", "Kenya", False)]),
    ("Kenya faces criticism from Somalia.", [("ACCUSE", "Somalia", "Kenya", False)]),
    ("Washington imposed sanctions on Iran.", [("SANCTION", "Washington", "Iran", False)]),
    ("Washington lifted its ban on Iranian ships.", [("CONCEDE", "Washington", "Iranian", False)]),
    ("Kenya gave Somalia a warning.", [("THREATEN", "Kenya", "Somalia", False)]),
    ("Kenya rejected a request from Somalia.", [("REJECT", "Kenya", "Somalia", False)]),
    ("Kenya withdrew its troops from Somalia.", [("RETREAT", "Kenya", "Somalia", False)]),
    ("Kenya suspended aid to Somalia.", [("SANCTION", "Kenya", "Somalia", False)]),
    # both do it to each other
    ("Kenya met Somalia.", [("CONSULT", "Kenya", "Somalia", True)]),
    ("Kenya and Somalia met.", [("CONSULT", "Kenya", "Somalia", True)]),
    ("Kenya and Somalia held talks in Geneva.", [("CONSULT", "Kenya", "Somalia", True)]),
    ("Talks between Kenya and Somalia failed.", [("CONSULT", "Kenya", "Somalia", True)]),
    ("Negotiators from Kenya and Somalia met.", [("CONSULT", "Kenya", "Somalia", True)]),
    # whose a noun is
    ("Kenya's invasion of Somalia surprised them.", [("ASSAULT", "Kenya", "Somalia", False)]),
    ("An attack on Kenya by Somalia followed.", [("ASSAULT", "Somalia", "Kenya", False)]),
    # what is only announced is a promise or a threat, what will not be done a refusal
    ("Kenya will help Somalia.", [("AGREE", "Kenya", "Somalia", False)]),
    ("Kenya will attack Somalia.", [("THREATEN", "Kenya", "Somalia", False)]),
    ("Kenya will not help Somalia.", [("REJECT", "Kenya", "Somalia", False)]),
    ("Kenya said Somalia must withdraw.", [("REQUEST", "Kenya", "Somalia", False)]),
    # a pronoun is the name in its sentence
    ("Kenya said it had attacked Somalia.", [("ASSAULT", "Kenya", "Somalia", False)]),
    # no event
    ("Kenya released a report.", []),
    ("Kenya met its targets.", []),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "expected"), cases(DYADS, KNOWN))
def test_dyads(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    reading = read(text)
    found = [
        (e.type, words(e.actor, reading), words(e.target, reading), e.reciprocal)
        for e in reading.events
        if e.type
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kenyan police arrested ten Somali fishermen.", ("KEN", "SOM")),
        ("A group of Kenyans attacked Somalia.", ("KEN", "SOM")),
        ("Police in Mombasa arrested a Somali fisherman.", ("KEN", "SOM")),
        ("Israeli tanks shelled Hebron.", ("ISR", "PSE")),
        ("Rebels attacked Somalia.", (None, "SOM")),
    ],
)
def test_whose_people_they_are(text: str, sides: tuple[str | None, str | None]) -> None:
    (event,) = [e for e in read(text).events if e.type]
    assert (party(event.actor), party(event.target)) == sides


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A judge convicted two men.", "person"),
        ("Kenya attacked Somalia.", "country"),
        ("NATO attacked Serbia.", "igo"),
        ("A company sued Kenya.", "company"),
        ("Protesters clashed with Kenyan police.", "other"),
    ],
)
def test_an_actor_has_a_kind(text: str, kind: str) -> None:
    (event,) = [e for e in read(text).events if e.type]
    assert event.actor is not None
    assert event.actor.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "of of of to to",
        "\u202e Kenya \u0000 attacked \ufeff Somalia",
        "attacked " * 300,
        "Kenya " + "and Somalia " * 200 + "met.",
        "(((((((((Kenya attacked)))))",
    ],
)
def test_hostile_text_does_not_raise(text: str) -> None:
    read(text)
