"""Which act does a noun phrase stand for, and which stand for none?"""

import pytest

from detente.model.drafting.nouns import deed_of_noun

# Words; family, whether taken, owner.
READ = [
    ("a binding agreement", ("signing", True, None)),
    ("no signature", ("signing", False, None)),
    ("Serbia’s signature under the agreement", ("signing", True, "SRB")),
    ("Serbia’s recognition of Kosovo", ("recognition", True, "SRB")),
    ("any pause", ("activity", True, None)),
    ("the withdrawal of Kenyan troops", ("presence", True, "KEN")),
    ("an apology", ("apology", True, None)),
    ("fresh talks", ("talks", True, None)),
    ("no Association", ("founding", False, None)),
    ("respect for the fishing accord", ("upkeep", True, None)),
    ("the reinstatement of the accord", ("suspension", False, None)),
    ("a cut in the toll", ("measure", False, None)),
    ("the clearance of the minefield", ("structure", True, None)),
    ("the repair of the cable", ("repair", True, None)),
    ("the return of the stool", ("possession", True, None)),
    ("access for the inspectors", ("inspection", True, None)),
    ("the publication of the verdict", ("disclosure", True, None)),
    ("the release of the couple", ("custody", True, None)),
    ("the suspension of drilling at the Tor well", ("activity", True, None)),
    ("the halting of exercises off the coast", ("activity", True, None)),
    ("debt relief", ("forgiveness", True, None)),
    ("a treaty revision", ("amendment", True, None)),
    ("the handover of the seized trawler Nordlys", ("custody", True, None)),
]
NONE = [
    "",
    "it",
    "that formula",
    "four mediators",
    "to sign a treaty",
    "that the treaty will be signed",
    "how the treaty is read",
    "the treaty that both sides have been reading since the spring of the year before last year",
]


@pytest.mark.parametrize(("words", "expected"), READ)
def test_a_thing_that_is_wanted_stands_for_the_act_that_gives_it(
    words: str, expected: tuple[str, bool, str | None]
) -> None:
    found = deed_of_noun(words)
    assert found is not None
    assert (found.family.name, found.taken, found.owner) == expected


@pytest.mark.parametrize("words", NONE)
def test_clauses_and_things_of_no_act_stand_for_nothing(words: str) -> None:
    assert deed_of_noun(words) is None
