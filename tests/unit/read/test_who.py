"""Whom do pronouns and descriptions take up in a text of several people?"""

import pytest

from .sentences import cases, read, words

# Text; the words of the last statement's source; words of the name it is resolved to, or None.
# The disputes and the people are made up.
MEANT = [
    # a dispute over a river: two of different gender
    (
        (
            "Water Minister Leyla Demir met her Syrian counterpart, Omar Haddad, in Urfa."
            " She said the"
            " gates would stay shut."
        ),
        "She",
        "Leyla Demir",
    ),
    (
        (
            "Water Minister Leyla Demir met her Syrian counterpart, Omar Haddad, in Urfa."
            " He said the"
            " gates would stay shut."
        ),
        "He",
        "Omar Haddad",
    ),
    # a tag that parts a subject from its verb is another's
    ("Benin closed the border in May. Niger, it argues, must pay the bill first.", "it", "Benin"),
    ("Benin says it is ready. Niger, it insists, must first drop a claim.", "it", "Benin"),
    # two of one gender: the subject, then whoever spoke
    (
        (
            "Foreign Minister Sergio Ruiz received the envoy, Pedro Salas, on Monday. He"
            " said the ports"
            " would open."
        ),
        "He",
        "Sergio Ruiz",
    ),
    (
        (
            "Sergio Ruiz arrived on Monday. Pedro Salas said the ports would open. “Nobody is to be"
            " kept out,” he added."
        ),
        "he",
        "Pedro Salas",
    ),
    (
        (
            "According to Pedro Salas, a lawyer in Lima, Sergio Ruiz was badly advised. He said the"
            " ports would open."
        ),
        "He",
        "Pedro Salas",
    ),
    (
        "For Pedro Salas, Sergio Ruiz was badly advised. He said the ports were shut.",
        "He",
        "Pedro Salas",
    ),
    # names inside a quotation are not who speaks outside it
    (
        (
            "Ana Torres opened the hearing. “Clara Vega signed the treaty and Clara Vega broke it,”"
            " she said."
        ),
        "she",
        "Ana Torres",
    ),
    (
        (
            "Borders Minister Ivan Kolev spoke first. “Petar Ilic is wrong, and Petar"
            " Ilic knows it,”"
            " he said."
        ),
        "he",
        "Ivan Kolev",
    ),
    # clauses under a subject
    (
        "Ana Torres met Clara Vega. Clara Vega said she hoped the ice would hold.",
        "she",
        "Clara Vega",
    ),
    ("Marta Lind explained why she believes the quota is too low.", "she", "Marta Lind"),
    ("Jonas Berg told Erik Dahl that he believed the quota was too low.", "he", "Jonas Berg"),
    (
        (
            "Jonas Berg fished there for years. Although Erik Dahl objected, he said the"
            " quota was low."
        ),
        "he",
        "Erik Dahl",
    ),
    # last names alone, initials, honorifics
    (
        (
            "Fisheries chief J. K. Olsen flew to Bergen. Olsen met skippers. He said the"
            " quota was too"
            " low."
        ),
        "He",
        "Olsen",
    ),
    (
        "Mr. Haddad and Ms. Demir met in Urfa on Monday. She said the gates would stay shut.",
        "She",
        "Demir",
    ),
    (
        (
            "Karen Price left the talks early. Mr. Price, her brother, stayed. She said"
            " the deal was"
            " dead."
        ),
        "She",
        "Karen Price",
    ),
    ("Larry King asked first. Mr. King said the deal was dead.", "Mr. King", None),
    # names from elsewhere
    (
        (
            "Xi Lan, a trade envoy, met exporters in Ningbo. Xi said the tariffs were"
            " unfair. She said"
            " they would fall."
        ),
        "She",
        "Xi",
    ),
    (
        (
            "Defence Minister Mehmet Yıldırım toured the strait. Yıldırım said ships would pass. He"
            " said mines had been cleared."
        ),
        "He",
        "Yıldırım",
    ),
    (
        (
            "Oil Minister Khalid al-Masri came late. Al-Masri said output would fall. He"
            " said prices"
            " were too low."
        ),
        "He",
        "Masri",
    ),
    (
        (
            "Chancellor María Fernanda López Rojas flew home. López Rojas said the border"
            " was open. She"
            " said the guards had left."
        ),
        "She",
        "López Rojas",
    ),
    # people without names
    (
        (
            "A farmer from the valley met the mayor. The woman said the wells were dry."
            " She said the"
            " cattle were dying."
        ),
        "She",
        "The woman",
    ),
    ("Residents gathered by the dam. They said the wells were dry.", "They", "Residents"),
    (
        (
            "The minister met trade unionists. Protesters said the wells were dry. The"
            " state radio was"
            " off, they said."
        ),
        "they",
        "Protesters",
    ),
    # groups and bodies
    (
        "Norway closed its waters. Dockworkers said they hoped the ice would melt.",
        "they",
        "Dockworkers",
    ),
    (
        "Norway waited. The city of Bergen objected. It says the quota is too low.",
        "It",
        "city of Bergen",
    ),
    (
        "Norway waited. The report runs to ten pages. It says the quota is too low.",
        "It",
        "The report",
    ),
    (
        "Leyla Demir and Omar Haddad met in Urfa. They said the gates would open.",
        "They",
        "Leyla Demir and Omar Haddad",
    ),
    # nothing that could be known
    ("They said the gates would open.", "They", None),
    ("Omar Haddad and Ivan Kolev met in Urfa. He said the gates would open.", "He", None),
    ("Leyla Demir left. He said the gates would open.", "He", None),
    ("“Leyla Demir has left the talks,” she said.", "she", None),
    # not who is named in what is said
    (
        (
            "Spokesman Erik Dahl said on Monday that Jonas Berg wanted talks. He said Berg hoped"
            " for peace."
        ),
        "He",
        "Erik Dahl",
    ),
    # a state by what it was said to be
    (
        "Tonga, the host of the meeting, is late. Tuvalu is early. The host said it rained.",
        "The host",
        "Tonga",
    ),
    # a part of some people
    (
        "The farmers met on Monday. Many of them said that the river would dry up.",
        "Many of them",
        "The farmers",
    ),
    # towns, firms and bodies that no table knows
    (
        (
            "Officials in Port Lomas asked for money. The Municipality of Port Lomas had built the"
            " bridge. The city argued that the bridge was unsafe."
        ),
        "The city",
        "Port Lomas",
    ),
    (
        "Nordhaven Steel makes the beams. The company said that the beams were sound.",
        "The company",
        "Nordhaven Steel",
    ),
    (
        "The report was written at Dravik University. The university said it was sound.",
        "The university",
        "Dravik University",
    ),
    ("Two men met in the valley. The company said that the beams were sound.", "The company", None),
    # a people by its name
    (
        "Many Kenyans live there. The Kenyan people know that the river will dry up.",
        "The Kenyan people",
        "Kenyans",
    ),
    # a name that is spelt wrong
    (
        "The engineer Ivo Lindquist led the talks. Lindquis said the river would dry up.",
        "Lindquis",
        "Ivo Lindquist",
    ),
    # officials who go on, and no state that they speak of
    (
        "Kenyan officials disagree. Somalia cannot stay, they say. They said the gates would shut.",
        "They",
        "Kenyan officials",
    ),
    # who spoke goes on, whoever was the topic before
    (
        (
            "Ethiopia refused. Its envoy asked Kenya to grant it an outlet. Ethiopia would go on."
            "\n\nKenya says it will never agree. It cited the charter."
        ),
        "It",
        "Kenya",
    ),
    # a thing that ends like a doer
    (
        "Omar Haddad asked for an outlet. If a corridor were offered, he said, it would do.",
        "he",
        "Omar Haddad",
    ),
    # relative clauses
    ("The talks were led by Omar Haddad, who said the gates would open.", "who", "Omar Haddad"),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "source", "name"), cases(MEANT, KNOWN))
def test_whom_a_pronoun_takes_up(text: str, source: str, name: str | None) -> None:
    reading = read(text)
    found = [s.source for s in reading.statements if s.source and s.source.span.of(text) == source]
    assert found, [words(s.source and s.source.span, reading) for s in reading.statements]
    speaker = words(found[-1].speaker, reading)
    assert (speaker is None) == (name is None), speaker
    assert name is None or name in (speaker or "")


# Text; person and party of the last statement's source.
HOLDERS = [
    (
        (
            "Kenyan Foreign Minister Ada Oduya met traders. The Kenyan minister said the border was"
            " open."
        ),
        "Ada Oduya",
        "KEN",
    ),
    (
        (
            "Kenyan Foreign Minister Ada Oduya met the Somali defence minister, Omar Warsame. The"
            " foreign minister said the border was open."
        ),
        "Ada Oduya",
        "KEN",
    ),
    (
        (
            "Kenyan Foreign Minister Ada Oduya met the Somali defence minister, Omar Warsame. The"
            " defence minister said the border was open."
        ),
        "Omar Warsame",
        "SOM",
    ),
    (
        (
            "Kenyan Foreign Minister Ada Oduya met the Somali foreign minister, Omar Warsame. The"
            " Somali minister said the border was open."
        ),
        "Omar Warsame",
        "SOM",
    ),
    (
        "Ada Bell, a truck driver, waited at the border. The driver said the border was open.",
        "Ada Bell",
        None,
    ),
    # another of the same kind is not the one named
    (
        "Kenyan Foreign Minister Ada Oduya met traders. A minister said the border was open.",
        None,
        None,
    ),
    (
        "Kenyan Foreign Minister Ada Oduya met a lawyer. The lawyer said the border was open.",
        None,
        None,
    ),
    (
        "The Green nominee, Ada Bell, met traders. The Liberal nominee said the border was open.",
        None,
        None,
    ),
    # an office changes hands
    (
        (
            "Kenyan Foreign Minister Ada Oduya resigned. The new foreign minister, Paul Kiprop, was"
            " sworn in. The minister said the border was open."
        ),
        "Paul Kiprop",
        "KEN",
    ),
    # two people with one last name
    (
        (
            "Ada Oduya, the Kenyan foreign minister, met traders. Her brother Paul Oduya said the"
            " border was shut."
        ),
        "Paul Oduya",
        None,
    ),
    # bodies of a state
    (
        "The Kenyan foreign ministry met traders. The ministry said the border was open.",
        None,
        "KEN",
    ),
    ("NATO met in Rome. The alliance said the border was open.", None, "NATO"),
    (
        "Ada Paris, a teacher from Lyon, met traders. Paris said the border was open.",
        "Ada Paris",
        None,
    ),
    ("Traders went to Paris. Paris said the border was open.", None, "FRA"),
    # two hold the same office, and each is told from around the name
    (
        (
            "Kenyan fisheries minister Ada Oduya met traders. Somalia will close the border,"
            " fisheries minister Omar Warsame told parliament."
        ),
        "Omar Warsame",
        "SOM",
    ),
    ("Somalia is angry. Kenya's Chirchir said the border was open.", "Chirchir", "KEN"),
    # A last name that opens a sentence and that the parser takes for a common noun.
    (
        (
            "Kenyan ministry spokeswoman Ada Zumbach said the border was open. Somalia was angry."
            " Zumbach said that the talks were over."
        ),
        "Ada Zumbach",
        "KEN",
    ),
    ("Kenyan spokesperson He Lin met traders. He Lin said the border was open.", "He Lin", "KEN"),
    # One name with a hyphen is one last name.
    (
        "Kenya's spokesman, Dr. Omar Al-Otaibi, had a map. Dr. Al-Otaibi said the port was open.",
        "Omar Al-Otaibi",
        "KEN",
    ),
    (
        (
            "The Kenyan Minister in charge of Trade, Ms. Ada Oduya, met traders. Ms. Oduya said the"
            " border was open."
        ),
        "Ada Oduya",
        "KEN",
    ),
    # Where somebody works, as a clause says.
    (
        (
            "Ada Bell has advised the Kenyan delegation in talks with Somalia. She said the"
            " border was open."
        ),
        "Ada Bell",
        "KEN",
    ),
    (
        (
            "Ada Bell follows consular cases in the ministry in Nairobi. She said the border"
            " was open."
        ),
        "Ada Bell",
        "KEN",
    ),
    (
        "Ada Bell follows the Kenyan team to every game. She said the border was open.",
        "Ada Bell",
        None,
    ),
    # the family's name may come first
    (
        "Korean Trade Minister Baek Ji-hwan was firm. Baek said the border was open.",
        "Baek Ji-hwan",
        "KOR",
    ),
    (
        "Thai spokesman Somkiat Rattanaphan was firm. Somkiat said the border was open.",
        "Somkiat Rattanaphan",
        "THA",
    ),
    # of the only state that its sentence or the one before speaks of
    (
        (
            "Somalia sent a note. Kenyan traders are against the deal. The government said the"
            " border was open."
        ),
        None,
        "KEN",
    ),
    # else of the place where the story was filed
    (
        (
            "NAIROBI, 4 May — Kenya is calm. A minister met envoys of Somalia. The government said"
            " the border was open."
        ),
        None,
        "KEN",
    ),
    (
        (
            "NAIROBI, 4 May — Kenya is calm. Somalia sent a note. The government said the border"
            " was open."
        ),
        None,
        "SOM",
    ),
    # a word for those who rule, taken up again
    ("The Kenyan junta met. The junta said the border was open.", None, "KEN"),
]
KNOWN_HOLDERS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "person", "code"), cases(HOLDERS, KNOWN_HOLDERS))
def test_who_holds_an_office(text: str, person: str | None, code: str | None) -> None:
    source = read(text).statements[-1].source
    assert source is not None
    assert (source.person, source.party) == (person, code)


# --- the first person ------------------------------------------------------------------------

QUOTED = "“The wells are dry. I believe the dam is to blame,” {tag}."
INTERVIEW = """\
Interview with Ada Bell, who founded a school by the lake

The school was opened in 1990.

What made you move to the lake?

I thought the lake would be quiet. It was not.

Do you think the lake is dying?

Yes. I fear the fish are gone.

I heard you once doubted that. What changed?

I saw the nets. We believe the lake can be saved.
"""
LABELLED = """\
Ada Bell spoke to Omar Haddad about the lake.

Q: Do you think the lake is dying?

A: I fear the fish are gone.

Q: Can it be saved?

A: I believe the lake can be saved.
"""
NAMED_LABELS = """\
Two engineers, Ada Bell and Omar Haddad, met on stage.

Ada Bell: I think the lake is dying.

Omar Haddad: I doubt the lake is dying.

I believe the lake can be saved.
"""
SPEECH = """\
Remarks by the Kenyan foreign minister, Ada Oduya, to the Assembly

Mr. President, the border has been quiet for a year.

I believe the border can be opened. I told the traders that the guards would go.

I hope the guards will go soon.
"""
NAMELESS = """\
Good morning to all of you.

As mayor of this town, I promise that the wells will be cleaned.

I believe the wells can be cleaned.
"""
ARTICLE = """\
The border was shut on Monday, a lawyer said.

Traders waited. Some had come from far away, and I believe the border will open.
"""


def first_persons(text: str) -> list[tuple[str, str | None, str | None]]:
    """Sources in the first and second person: the word, whom it means, for whom."""
    reading = read(text)
    return [
        (s.source.span.of(text), s.source.person, s.source.party)
        for s in reading.statements
        if s.source is not None
        and s.source.span.of(text).lower() in ("i", "we", "you", "a", "it", "omar")
    ]


def test_an_interview_is_the_guest_who_answers_and_who_is_asked() -> None:
    found = first_persons(INTERVIEW)
    assert ("I", "Ada Bell", None) in found
    assert ("you", "Ada Bell", None) in found
    # The interviewer has no name, and is not the guest.
    assert {p for w, p, _ in found if w == "I"} <= {"Ada Bell", None}
    # Whoever "we" are, she says it.
    assert ("We", "Ada Bell", None) in found


def test_a_guest_may_be_announced_by_the_office_alone() -> None:
    text = INTERVIEW.replace("with Ada Bell, who founded a school", "with the head of a school")
    text = text.replace("The school was opened in 1990.", "Ada Bell, the head, opened it in 1990.")
    assert ("I", "Ada Bell", None) in first_persons(text)


def test_labels_of_one_letter() -> None:
    assert {p for w, p, _ in first_persons(LABELLED) if w == "I"} == {"Ada Bell"}


LETTERED = """The Bridge Brief interviews Ada Bell, the engineer of the dam.

Q{stop} Will the dam hold?

A{stop} The dam will hold for a hundred years. I have asked for more steel.
"""


@pytest.mark.parametrize("stop", [":", "."])
def test_the_answer_of_an_interview_is_its_guests(stop: str) -> None:
    text = LETTERED.format(stop=stop)
    assert ("I", "Ada Bell", None) in first_persons(text)
    answers = [p for w, p, _ in first_persons(text) if w == "A"]
    assert answers == (["Ada Bell"] if stop == ":" else [])


def test_an_answer_of_nobody_known_stays_unresolved() -> None:
    text = LETTERED.format(stop=":").replace("interviews Ada Bell, the engineer of", "is about")
    assert {p for _, p, _ in first_persons(text)} == {None}


def test_a_rubric_before_a_colon_says_nothing() -> None:
    assert read("UPDATE: The dam will hold for a hundred years.").statements == ()


def test_labels_with_names() -> None:
    found = [p for w, p, _ in first_persons(NAMED_LABELS) if w == "I"]
    assert found == ["Ada Bell", "Omar Haddad", "Omar Haddad"]


def test_a_speech_is_its_speakers() -> None:
    found = first_persons(SPEECH)
    assert len(found) >= 3
    assert {(p, c) for _, p, c in found} == {("Ada Oduya", "KEN")}


def test_a_speaker_without_a_name_is_known_by_the_office() -> None:
    reading = read(NAMELESS)
    spoken = [s.source for s in reading.statements if s.source]
    assert [words(s.speaker, reading) for s in spoken if s.span.of(NAMELESS) == "I"][-1] == (
        "mayor of this town"
    )


def test_a_stray_first_person_is_nobody() -> None:
    assert {p for w, p, _ in first_persons(ARTICLE) if w == "I"} == {None}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The World Bank froze a loan. The bank said that it was late.", "WB"),
        (
            "The European Commission met. Kenya was glad. The Commission said that it was late.",
            "European Commission",
        ),
        # No organisation of which that is a word of the name was told of.
        ("The African Union met in Nairobi. The Assembly said that it was late.", None),
    ],
)
def test_an_organisation_goes_by_a_word_of_its_name(text: str, party: str | None) -> None:
    source = read(text).statements[-1].source
    assert source is not None
    assert source.party == party


@pytest.mark.parametrize("met", ["The foreign minister of Egypt travelled to Kinshasa.",
                                 "The foreign ministers of Egypt and Ethiopia met."])  # fmt: skip
def test_its_ministry_is_the_subjects_whatever_ministers_met_before(met: str) -> None:
    told = "Ethiopia rejected the plan, said Dawit Alemayehu, a spokesman for its foreign ministry."
    source = next(
        s.source for s in read(f"{met} {told}").statements if s.source and s.source.person
    )
    assert source.party == "ETH"


def test_whom_a_body_has_speak_belongs_to_it_and_to_no_state_named_since() -> None:
    reading = read(
        "The European Commission wants Hungary to pay a fine. Hungary will not pay."
        " Judgments are enforceable, commission spokeswoman Ada Bell said."
    )
    sources = [s.source for s in reading.statements if s.source is not None]
    assert [s.party for s in sources if "Ada Bell" in s.span.of(reading.document.text)] == [
        "European Commission"
    ]
