"""Which acts does a text speak of, by whom, on what, and in which mood?"""

import pytest

from .sentences import cases, party, read, sense, words

# Text; act, what it comes to, agent, words of the object: of the first known act.
ACTS = [
    ("Somalia urged Kenya to reopen the border.", "open", "not closure", "KEN", "the border"),
    ("Somalia wants the border reopened.", "open", "not closure", None, "the border"),
    (
        "On Monday, Somalia called on Kenya to reopen the border.",
        "open",
        "not closure",
        "KEN",
        "the border",
    ),
    ("Somalia wants the border to stay open.", "open", "not closure", None, "the border"),
    ("Kenya refused to lift the tariffs.", "lift", "not measure", "KEN", "the tariffs"),
    ("Kenya refused to get rid of the tariffs.", "lift", "not measure", "KEN", "the tariffs"),
    ("Kenya vowed to keep the tariffs in place.", "impose", "measure", "KEN", "the tariffs"),
    ("Kenya says the tariffs remain in force.", "impose", "measure", None, "the tariffs"),
    (
        "Kenya refused to give up the S-300 system.",
        "relinquish",
        "possession",
        "KEN",
        "the S-300 system",
    ),
    ("Kenya refused to part with the missiles.", "relinquish", "possession", "KEN", "the missiles"),
    (
        "Kenya vowed to operate the S-300 system.",
        "operate",
        "not possession",
        "KEN",
        "the S-300 system",
    ),
    ("Kenya offered to let the prisoners go.", "release", "custody", "KEN", "the prisoners"),
    (
        "Kenya offered to free two Somali sailors.",
        "release",
        "custody",
        "KEN",
        "two Somali sailors",
    ),
    (
        "Kenya offered to release the engineer Ada Bell on Friday.",
        "release",
        "custody",
        "KEN",
        "the engineer Ada Bell",
    ),
    (
        "Kenya offered to release the sailors and their captain.",
        "release",
        "custody",
        "KEN",
        "the sailors and their captain",
    ),
    (
        "Kenya offered to release the sailors, and Somalia the cook.",
        "release",
        "custody",
        "KEN",
        "the sailors",
    ),
    ("Kenya vowed to pull its troops out.", "withdraw", "presence", "KEN", "its troops"),
    ("Kenya vowed to send troops to the valley.", "deploy", "not presence", "KEN", "troops"),
    ("Kenya refused to stop enriching uranium.", "halt", "activity", "KEN", "enriching uranium"),
    (
        "Kenya vowed to press ahead with the drilling.",
        "continue",
        "not activity",
        "KEN",
        "the drilling",
    ),
    (
        "Kenya refused to recognise the passports.",
        "recognise",
        "recognition",
        "KEN",
        "the passports",
    ),
    ("Kenya refused to sign the treaty.", "sign", "signing", "KEN", "the treaty"),
    ("Kenya refused to issue the licences.", "grant", "permission", "KEN", "the licences"),
    ("Kenya refused to let in the inspectors.", "admit", "inspection", "KEN", "the inspectors"),
    ("Kenya offered to sell gas to Somalia.", "supply", "supply", "KEN", "gas"),
    ("Kenya threatened to cut off the gas.", "cut_off", "not supply", "KEN", "the gas"),
    ("Kenya offered to resume the talks.", "negotiate", "talks", "KEN", "the talks"),
    ("Kenya threatened to walk out of the talks.", "walk_out", "not talks", "KEN", "the talks"),
    ("Kenya offered to share its records.", "share", "disclosure", "KEN", "its records"),
    ("Kenya refused to extradite the banker.", "extradite", "handover", "KEN", "the banker"),
    ("Kenya refused to pay compensation.", "pay", "payment", "KEN", "compensation"),
    ("Kenya refused to apologise for the raid.", "apologise", "apology", "KEN", "the raid"),
    ("Kenya promised to cut its emissions.", "reduce", "reduction", "KEN", "its emissions"),
    ("Kenya threatened to leave the bloc.", "leave", "not membership_own", "KEN", "the bloc"),
    ("Somalia hopes to rejoin the programme.", "rejoin", "membership", "SOM", "the programme"),
    # frames and classes that law speaks of
    (
        "Kenya promised to treat the enclave as independent.",
        "recognise",
        "recognition",
        "KEN",
        "the enclave",
    ),
    (
        "Kenya threatened to lift the immunity of envoys.",
        "lift_immunity",
        "immunity",
        "KEN",
        "the immunity of envoys",
    ),
    ("Kenya refused to admit the gymnasts.", "admit_people", "inspection", "KEN", "the gymnasts"),
]
KNOWN: dict[str, str] = {
    "Kenya refused to get rid of the tariffs": "a measure one gets rid of is a thing given up",
}


@pytest.mark.parametrize(("text", "act", "meaning", "agent", "thing"), cases(ACTS, KNOWN))
def test_an_act(text: str, act: str, meaning: str, agent: str | None, thing: str) -> None:
    reading = read(text)
    (found,) = [p for s in reading.statements for p in s.propositions if p.act == act]
    assert (sense(found), party(found.agent), words(found.object, reading)) == (
        meaning,
        agent,
        thing,
    )


# Text; polarity and modality of its first known act.
MOODS = [
    ("Kenya said it will open the border.", "positive", "will"),
    ("Kenya said it will not open the border.", "negative", "will"),
    ("Kenya said it would never open the border.", "negative", "would"),
    ("Kenya said Somalia must open the border.", "positive", "must"),
    ("Kenya said Somalia has to open the border.", "positive", "must"),
    ("Kenya said Somalia should open the border.", "positive", "should"),
    ("Kenya said Somalia cannot open the border.", "negative", "can"),
    ("Kenya said Somalia could open the border.", "positive", "can"),
    ("Kenya said Somalia may open the border.", "positive", "may"),
    ("Kenya said it no longer closes the border.", "negative", None),
    ("Kenya said it had opened the border.", "positive", None),
    ("“We are not going to open the border,” the Kenyan minister said.", "negative", "will"),
    ("Kenya said it had no intention of opening the border.", "negative", "will"),
    ("Kenya said no border would be opened.", "negative", "would"),
    ("Kenya said it would neither open the border nor talk.", "negative", "would"),
]
KNOWN_MOODS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "polarity", "modality"), cases(MOODS, KNOWN_MOODS))
def test_polarity_and_modality(text: str, polarity: str, modality: str | None) -> None:
    found = [p for s in read(text).statements for p in s.propositions if p.act in ("open", "close")]
    assert [(p.polarity, p.modality) for p in found][:1] == [(polarity, modality)]


AGENTS = [
    ("Somalia says the border was closed by Kenya.", "KEN"),
    ("Somalia says Kenya closed the border.", "KEN"),
    ("Somalia says the closure of the border by Kenya is wrong.", "KEN"),
    ("Somalia condemned Kenya's closure of the border.", "KEN"),
    ("Somalia says the border was closed.", None),
    ("“We closed the border,” the Kenyan minister said.", "KEN"),
    ("The Kenyan minister said Kenya closed the border and he was glad.", "KEN"),
]
KNOWN_AGENTS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "agent"), cases(AGENTS, KNOWN_AGENTS))
def test_who_does_it(text: str, agent: str | None) -> None:
    found = [p for s in read(text).statements for p in s.propositions if p.act == "close"]
    assert {party(p.agent) for p in found} == {agent}


VALUED = [
    ("Somalia called the closure of the border unfair.", "against"),
    ("Somalia said the closure of the border was unjust.", "against"),
    ("Somalia said the unlawful closure of the border hurts.", "against"),
    ("Kenya said the closure of the border was necessary.", "for"),
    ("Kenya said the closure of the border was not unfair.", None),
    ("Kenya said the closure of the border was recent.", None),
    ("Somalia said it was unfairly shut out when Kenya closed the border.", None),
]
KNOWN_VALUED: dict[str, str] = {
    "Somalia called the closure of the border unfair": (
        'the parser takes "the border unfair" for one phrase'
    ),
    "Somalia said the unlawful closure": 'the parser takes "hurts" for a noun',
}


@pytest.mark.parametrize(("text", "valued"), cases(VALUED, KNOWN_VALUED))
def test_whether_an_act_is_called_good_or_bad(text: str, valued: str | None) -> None:
    found = [p for s in read(text).statements for p in s.propositions if p.act == "close"]
    assert {p.valued for p in found} == {valued}


def test_a_second_verb_is_no_noun_beside_the_first_object() -> None:
    text = (
        "Somalia will pay only when Kenya restores the independence of its courts and scraps a law"
        " that allows it to punish strikers."
    )
    done = [p for r in read(text).requirements for p in r.needs]
    assert [p.object.span.of(text) for p in done if p.object] == ["the independence of its courts"]


def test_what_one_stops_doing_is_not_what_one_does_besides() -> None:
    reading = read("Kenya will stop buying oil and will hand over the terminal, its minister said.")
    acts = {p.act: words(p.object, reading) for s in reading.statements for p in s.propositions}
    assert acts["halt"] in (None, "buying oil")


@pytest.mark.parametrize("verbs", ["operate nor possess", "operates nor possesses"])
def test_nor_denies_what_follows_it(verbs: str) -> None:
    reading = read(f"The law requires that Kenya neither {verbs} the S-400, Somalia said.")
    told = {p.act: p.polarity for s in reading.statements for p in s.propositions}
    assert (told["operate"], told["possess"]) == ("negative", "negative")


def test_an_old_system_is_no_thing_that_one_holds() -> None:
    held = [
        [p.act for s in read(f"Kenya vowed to keep the {what}.").statements for p in s.propositions]
        for what in ("old system", "missile system", "system")
    ]
    assert held == [["keep"], ["possess"], ["possess"]]


def test_a_date_stays_with_its_act() -> None:
    reading = read("Somalia says Kenya closed the border in May 2021.")
    (found,) = [p for s in reading.statements for p in s.propositions if p.act == "close"]
    assert words(found.time, reading) in ("May 2021", "in May 2021")


@pytest.mark.xfail(strict=True, reason='"break down" falls back to "break", a violation')
def test_what_is_no_known_act_keeps_its_verb_and_particle() -> None:
    reading = read("Kenya said the talks broke down.")
    assert [p.act for s in reading.statements for p in s.propositions] == ["break down"]
