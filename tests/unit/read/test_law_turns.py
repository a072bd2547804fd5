"""Law in the turns in which news tells of it: who makes it, how far it reaches, who recalls it."""

import pytest

from .sentences import party, read

HEARD = [
    # the law stands before whoever tells of it, or before who signed it
    ("Lima's envoy saw it otherwise: Article 9, she argued, obliges members to reopen their ports.",
     "open", "positive", None),
    ("Clause 4 of the pact, Lima's minister pointed out, prohibits Chile from taxing the ore.",
     "tax", "negative", "CHL"),
    ("The pact that the two presidents signed last June requires Chile to reopen the port.",
     "open", "positive", "CHL"),
    ("He noted that the declaration the two initialled in 2012 requires Oman to publish them.",
     "share", "positive", "OMN"),
    # what something is not to suffer
    ("The charter does not permit goods in transit to be delayed.", "halt", "negative", None),
    ("The pact does not allow lorries on the bridge to be searched.", "search", "negative", None),
    ("The truce forbids Georgia to lay a cable.", "lay", "negative", "GEO"),
    ("The charter lays down a duty to release the crew.", "release", "positive", None),
    # how far it reaches
    ("The treaty does not provide for inspections, Chad said.", "admit", "negative", None),
    ("The lease does not extend to the stationing of troops, Kenya said.", "deploy", "negative",
     None),
    ("The peace accord foresees the release of all prisoners.", "release", "positive", None),
    ("Chad recalled that the accord caps the catch at 20,000 tonnes.", "comply", "positive", None),
    # no ground in law
    ("Ireland had no legal power to turn the boats back, its attorney general warned.",
     "turn_back", "negative", "IRL"),
    ("There is no legal basis for the closure of the border, Peru said.", "close", "negative",
     None),
    ("Chile lacks any legal ground for holding the crew, Peru said.", "detain", "negative", "CHL"),
    # what binds all, and what houses and councils lay down
    ("A UN embargo in force since 1992 bans the sale of weapons to Chad.", "supply", "negative",
     None),
    ("Under UN sanctions Chad may not supply missiles to Peru.", "supply", "negative", "TCD"),
    ("The commission's decision of 2019 requires Hungary to reopen the border.", "open",
     "positive", "HUN"),
    ("The Norwegian parliament has forbidden the government to sell the fleet.", "sell",
     "negative", "NOR"),
    # who owes it
    ("The treaty entitles the firm to compensation from Ecuador.", "pay", "positive", "ECU"),
    ("Under the agreement of 1998 Japan pays for the right to fish, and this year it has not paid.",
     "pay", "positive", "JPN"),
    ("Neutrality, anchored in Article 11 of the constitution, bars Moldova from hosting troops.",
     "host", "negative", "MDA"),
    ("The Dutch parliament voted in June to bar the ministry from granting permits.", "grant",
     "negative", None),
    ("No member of the union may tax the transit, Belarus noted, quoting Article 20 of the treaty.",
     "tax", "negative", None),
    ("As the guarantor of the 1977 treaty, Hungary must finish the lock.", "finish", "positive",
     "HUN"),
    ("The accord gives Baku sixty days to hand over the maps.", "share", "positive", "AZE"),
    ("The treaty obliges Chile to keep the wharf at Arica open to cargo.", "open", "positive",
     "CHL"),
    ("Under the accord Kenya must keep the maps secret.", "withhold", "positive", "KEN"),
    ("Kenya must, under a protocol of 2009, supply Chad with electricity in summer.", "supply",
     "positive", "KEN"),
    ("The trade deal signed in 2020 caps China's purchases of soybeans, Brazil noted.", "comply",
     "positive", None),
    ("Portugal is under an obligation, dating from the Treaty of Windsor, to open its harbours.",
     "open", "positive", "PRT"),
    ("Uruguay, a party to the convention, is barred from accepting the waste.", "accept",
     "negative", "URY"),
    ("Union law prohibits Indonesia from discriminating against tyres, Chad said.", "comply",
     "positive", "IDN"),
    ("The Sejm passed a bill in May which forbids Poland to repaint the buoys.", "repaint",
     "negative", "POL"),
    ("The tribunal enjoined Malaysia from continuing the land reclamation.", "continue",
     "negative", "MYS"),
    ("The law makes the closure of the border illegal.", "close", "negative", None),
    ("The closure of the border was declared unlawful by the court.", "close", "negative", None),
    ("The emirate is obliged, the arbitrators decided in Stockholm, to release the crew.",
     "release", "positive", None),
    ("Kenya has an obligation under the readmission treaty to release the crew.", "release",
     "positive", "KEN"),
    ("Kenya is required by a court order to release the crew.", "release", "positive", "KEN"),
    ("The seizure of the ferry violates freedom of navigation as laid down in the convention.",
     "seize", "negative", None),
    ("The council's framework decision obliges Malta to surrender the suspect.", "surrender",
     "positive", "MLT"),
    ("The ruling forbids Poland to log in the forest.", "comply", "positive", "POL"),
    ("Kenya's membership of the union obliges it to release the crew.", "release", "positive",
     "KEN"),
    ("Constitutionally, Bosnia's presidency cannot recognise Kosovo.", "recognise", "negative",
     "BIH"),
    ("The constitution, in force since 1955, does not permit military alliances.", "comply",
     "positive", None),
    ("The peace deal signed in Juba provides that the rebels hand in their guns.", "relinquish",
     "positive", None),
    ("The convention of 1926 binds Laos to dredge the bed of the river.", "dredge", "positive",
     "LAO"),
]  # fmt: skip
SILENT = [
    "Peru wants a treaty that obliges Chile to reopen the port.",
    "Chad called for a law that bars the government from selling the port.",
    "Chile is negotiating an accord which would oblige Peru to release the crew.",
    "The Dutch parliament wants to bar the ministry from granting permits.",
    "The Sejm debated a bill in May which forbids Poland to repaint the buoys.",
    "Uruguay, a big country, is barred from the final.",
    "The emirate is obliged, his friends decided in Stockholm, to release the crew.",
    "Kenya has an obligation to its voters to release the crew.",
    "The rain makes the closure of the border likely.",
    "Under pressure from the treaty's critics, Kenya may not ratify it.",
    "The sergeant does not permit military alliances.",
    "A barge, anchored in the harbour, bars the boats from leaving.",
    "Chad asked the court to order Kenya to release the crew.",
    "Parliament urged the government to reopen the border.",
    "The Danish parliament has forbidden the singers to rehearse in the hall.",
    "Peru's decision requires Chile to reopen the border.",
    "The report does not provide for inspections, Chad said.",
    "There is no good reason for the closure of the border, Peru said.",
    "The embargo of Chad bans the sale of weapons.",
]


@pytest.mark.parametrize(("text", "act", "polarity", "who"), HEARD)
def test_law_is_heard(text: str, act: str, polarity: str, who: str | None) -> None:
    asked = [p for r in read(text).requirements if r.duty for p in r.needs]
    assert [(p.act, p.polarity, party(p.agent)) for p in asked] == [(act, polarity, who)]


@pytest.mark.parametrize("text", SILENT)
def test_no_law_is_made_up(text: str) -> None:
    assert not [r for r in read(text).requirements if r.duty or r.ground == "law"]


@pytest.mark.parametrize(
    ("text", "had", "leave"),
    [
        ("Under the act the shells may be handed over only with the consent of Bern.", "supply",
         "CHE"),
        ("Under the treaty Kenya may not dredge the channel without Oman's approval.", "dredge",
         "OMN"),
    ],
)  # fmt: skip
def test_what_takes_the_leave_of_a_party_hangs_on_it(text: str, had: str, leave: str) -> None:
    (law,) = [r for r in read(text).requirements if r.duty]
    assert law.benefit is not None
    assert (law.benefit.act, law.benefit.polarity) == (had, "positive")
    assert [(p.act, party(p.agent)) for p in law.needs] == [("let_do", leave)]


@pytest.mark.parametrize(
    "text",
    [
        "The decree makes the sale of the shells to Peru conditional on the release of the pilots.",
        "The sale of shells is conditional on the release of the pilots, under a 1987 protocol.",
    ],
)
def test_what_law_makes_conditional_is_tied_by_law(text: str) -> None:
    (law,) = [r for r in read(text).requirements if r.ground == "law"]
    assert law.benefit is not None
    assert (law.benefit.act, [p.act for p in law.needs]) == ("supply", ["release"])


@pytest.mark.parametrize(
    "text",
    [
        "Under the regulation Chad may levy the duty only where Peru has not signed the accord.",
        "The charter allows Chad to levy the duty only where Peru has not signed the accord.",
    ],
)
def test_a_case_that_is_a_deed_is_a_condition(text: str) -> None:
    (law,) = [r for r in read(text).requirements if r.ground == "law"]
    assert law.benefit is not None
    assert not law.duty
    assert [(p.act, p.polarity, party(p.agent)) for p in law.needs] == [("sign", "negative", "PER")]
