"""Who is meant by a name, an office, a capital or a pronoun?"""

import pytest

from .sentences import cases, read, words

# Text; party, person and office of the last statement's source.
SOURCES = [
    # names, capitals, governments
    ("Kenya said the border was open.", "KEN", None),
    ("Nairobi said the border was open.", "KEN", None),
    ("The Kenyan government said the border was open.", "KEN", None),
    ("The White House said the border was open.", "USA", None),
    ("The Kremlin said the border was open.", "RUS", None),
    ("Türkiye said the border was open.", "TUR", None),
    ("Turkey said the border was open.", "TUR", None),
    ("Ankara said the border was open.", "TUR", None),
    ("NATO said the border was open.", "NATO", None),
    ("The European Union said the border was open.", "EU", None),
    ("Brussels said the border was open.", "EU", None),
    # whoever a quotation is about, and whose it is that something cannot be done
    ("Somalia left. “Under no circumstances will Kenya go,” its minister said.", "KEN", None),
    # offices
    ("The Kenyan foreign ministry said the border was open.", "KEN", None),
    ("The foreign minister of Kenya said the border was open.", "KEN", None),
    ("Kenya's foreign minister said the border was open.", "KEN", None),
    ("A Kenyan official said the border was open.", "KEN", None),
    ("A senior US official, who asked not to be named, said the border was open.", "USA", None),
    ("Officials in Nairobi said the border was open.", "KEN", None),
    ("The US ambassador to Kenya said the border was open.", "USA", None),
    ("Kenya's ambassador to the United States said the border was open.", "KEN", None),
    # persons
    ("Kenyan Foreign Minister Ada Oduya said the border was open.", "KEN", "Ada Oduya"),
    ("Ada Oduya, the Kenyan foreign minister, said the border was open.", "KEN", "Ada Oduya"),
    ("The Kenyan foreign minister, Ada Oduya, said the border was open.", "KEN", "Ada Oduya"),
    ("US Ambassador to Kenya Ada Bell said the border was open.", "USA", "Ada Bell"),
    ("Ada Bell, the US ambassador to Kenya, said the border was open.", "USA", "Ada Bell"),
    (
        "Kenyan Foreign Minister Ada Oduya met traders. Oduya said the border was open.",
        "KEN",
        "Ada Oduya",
    ),
    (
        "Kenyan Foreign Minister Ada Oduya met traders. She said the border was open.",
        "KEN",
        "Ada Oduya",
    ),
    (
        "Kenyan Foreign Minister Ada Oduya met traders. The minister said the border was open.",
        "KEN",
        "Ada Oduya",
    ),
    (
        (
            "Kenyan Foreign Minister Ada Oduya met the Somali envoy, Omar Warsame. Warsame said the"
            " border was open."
        ),
        "SOM",
        "Omar Warsame",
    ),
    (
        (
            "Kenyan Foreign Minister Ada Oduya met the Somali envoy, Omar Warsame. The envoy said"
            " the border was open."
        ),
        "SOM",
        "Omar Warsame",
    ),
    (
        "Ada Oduya, who speaks for the foreign ministry in Nairobi, said the border was open.",
        "KEN",
        "Ada Oduya",
    ),
    (
        "Kenya sent its foreign minister, Ada Oduya. She said the border was open.",
        "KEN",
        "Ada Oduya",
    ),
    # pronouns
    ("Kenya met traders. It said the border was open.", "KEN", None),
    ("Kenya said that it believed the border was open.", "KEN", None),
    ("The country was told of it. Kenya waited, and it said the border was open.", "KEN", None),
    (
        "Nairobi wants Somalia to halt the drilling. It says that the fish are gone.",
        "KEN",
        None,
    ),
    ("The border was quiet. Kenya blamed Somalia. It said the border was open.", "KEN", None),
    # nobody that could be known
    ("He said the border was open.", None, None),
    ("It said the border was open.", None, None),
    ("Traders said the border was open.", None, None),
    ("Ada Bell, a truck driver, said the border was open.", None, "Ada Bell"),
    ("An analyst in Nairobi said the border was open.", None, None),
    ("A Kenyan farmer said the border was open.", None, None),
    ("The University of Nairobi said the border was open.", None, None),
    ("A Turkish company said the border was open.", None, None),
]
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(("text", "code", "person"), cases(SOURCES, KNOWN))
def test_for_whom_a_source_speaks(text: str, code: str | None, person: str | None) -> None:
    source = read(text).statements[-1].source
    assert source is not None
    assert (source.party, source.person) == (code, person)


def test_an_office_is_given_in_the_words_of_the_text() -> None:
    (statement,) = read("US Ambassador to Kenya Ada Bell said the border was open.").statements
    assert statement.source is not None
    assert statement.source.office == "US Ambassador to Kenya"


SPEAKERS = [
    ("Kenyan Foreign Minister Ada Oduya met traders. She said the border was open.", "Ada Oduya"),
    ("Kenya met traders. It said the border was open.", "Kenya"),
    ("He said the border was open.", None),
    ("Kenya said the border was open.", None),
]
KNOWN_SPEAKERS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "speaker"), cases(SPEAKERS, KNOWN_SPEAKERS))
def test_a_pronoun_shows_whom_it_was_resolved_to(text: str, speaker: str | None) -> None:
    reading = read(text)
    source = reading.statements[-1].source
    assert source is not None
    found = words(source.speaker, reading)
    assert found == speaker or (speaker is not None and found is not None and found in speaker)


# --- "it" and "its" inside what is said ------------------------------------------------------

THINGS = [
    ("Somalia demanded that Kenya open its border.", "KEN"),
    ("Kenya refused to open its border.", "KEN"),
    ("Somalia urged Kenya to open its border.", "KEN"),
    ("Somalia called on Kenya to open its border.", "KEN"),
    ("Somalia called upon Kenya to free its port.", "KEN"),
    ("Somalia appealed to Kenya to open its border.", "KEN"),
    ("Somalia pressed Kenya to lift its ban on tea.", "KEN"),
    ("Kenya was urged by Somalia to open its border.", "KEN"),
    ("Somalia told Kenya it must open its border.", "KEN"),
    ("Somalia warned Kenya that it should open its border.", "KEN"),
    ("Somalia told Kenya it will open its border.", "SOM"),
    ("Kenya said it would not open its border.", "KEN"),
    ("Kenya will open the border if Somalia withdraws its soldiers, Nairobi said.", "SOM"),
]
KNOWN_THINGS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "owner"), cases(THINGS, KNOWN_THINGS))
def test_whose_a_thing_is(text: str, owner: str) -> None:
    reading = read(text)
    things = [p.object for s in reading.statements for p in s.propositions if p.object]
    owned = [t.of for t in things if (words(t, reading) or "").startswith("its")]
    assert set(owned) == {owner}


def test_who_is_mentioned() -> None:
    reading = read("Kenya and Somalia met in Djibouti; the African Union and Reuters looked on.")
    assert [m.party for m in reading.mentions] == ["KEN", "SOM", "DJI", "AU"]
    spans = [words(m, reading) for m in reading.mentions]
    assert spans[:3] == ["Kenya", "Somalia", "Djibouti"]


AMBIGUOUS = [
    ("Turkey is eaten at Christmas, the cook said.", []),
    ("Michael Jordan said the game was over.", []),
    ("Chad Bell said the game was over.", []),
    ("Georgia and Russia met in Vienna, an envoy said.", ["GEO", "RUS"]),
    ("The state of Georgia and its governor sued, a lawyer said.", []),
    ("Washington and Lee University opened, a dean said.", []),
]
KNOWN_AMBIGUOUS: dict[str, str] = {
    "Turkey is eaten": "a bird is a country",
}


@pytest.mark.parametrize(("text", "codes"), cases(AMBIGUOUS, KNOWN_AMBIGUOUS))
def test_a_name_that_often_means_something_else(text: str, codes: list[str]) -> None:
    found = [m.party for m in read(text).mentions]
    assert [c for c in codes if c not in found] == []
    assert [c for c in found if c in ("TUR", "JOR", "TCD", "GEO", "USA") and c not in codes] == []


def test_a_name_that_the_tagger_does_not_know_is_a_mention() -> None:
    text = "Suriname refused to open the port."
    assert [m.party for m in read(text).mentions] == ["SUR"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Peru cited the Caracas Convention against Chile.", ["PER", "CHL"]),
        ("Under the Algiers accords Peru must withdraw.", ["PER"]),
        ("The Ankara Customs Agreement binds Peru.", ["PER"]),
        ("Ankara signed agreements with Peru.", ["TUR", "PER"]),
        ("Caracas broke the convention.", ["VEN"]),
        ("Nairobi's treaty with Peru stands.", ["KEN", "PER"]),
        ("The treaty with Peru stands.", ["PER"]),
    ],
)
def test_a_treaty_is_no_state_after_whose_capital_it_is_named(
    text: str, parties: list[str]
) -> None:
    assert [m.party for m in read(text).mentions if m.party] == parties


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will not open the border, Chad's envoy said.",
        "Chad asked Kenya to open the border. Kenya will not, a minister said. Chad closed its.",
    ],
)
def test_a_country_whose_name_people_bear_is_the_country_throughout(text: str) -> None:
    reading = read(text)
    places = [m for m in reading.mentions if m.party == "TCD" and m.span.of(text) == "Chad"]
    assert len(places) == text.count("Chad")
