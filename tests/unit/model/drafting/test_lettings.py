"""Who lets whom do what: the letting is one party's, what is let is another's."""

import pytest

from detente.model.drafting.draft import listen
from detente.model.drafting.hearing import in_order
from detente.model.drafting.positions import Gathered

from .drafts import drafted, options, read, wishes


def voiced(text: str) -> set[str]:
    """What each party wants of whose leave, and of anything else: ``TGO: not GHA.leave``."""
    gathered = Gathered(in_order(listen([read(text)]).heard))
    return {
        f"{p.party}: {'' if p.deed.taken else 'not '}{p.deed.owner or '?'}."
        f"{'leave' if p.deed.family.name == 'permission' else p.deed.family.name}"
        for p in gathered.positions
    }


REFUSED = [
    "Uruguay has denied Paraguay permission to dredge the upper channel.",
    "Uruguay refused Paraguay permission to build the pier.",
    "Uruguay withheld its consent to the construction of the pier by Paraguay.",
    "Uruguay revoked Paraguay's permit to dredge the channel.",
    "Uruguay has withdrawn its consent to the survey of the lake by Paraguay.",
    "Uruguay has barred Paraguay from dredging the channel.",
    "Uruguay's government has forbidden Paraguay to fish in the lagoon.",
    "Uruguay said on Monday it would not allow Paraguay to dredge the channel.",
    "Uruguay will not permit Paraguayan barges to use the canal, its foreign minister said.",
    "Uruguay will not give its blessing to the dredging, its foreign minister said.",
    "Uruguay's defence minister said Paraguay would not receive approval to send the guns to Peru.",
    "Uruguay turned down a request by Paraguay for permission to dredge the channel.",
    "Permission to export the timber was refused by Uruguay.",
    "Paraguay was denied permission by Uruguay to export the timber.",
    "Paraguayan crews are not allowed to fish in the lagoon, Uruguay's fisheries minister said.",
    "Uruguay blocked Paraguay's purchase of the ferry company.",
    "Uruguay has vetoed the purchase of the ferry company by Paraguay.",
    "“Consent is not an option,” Uruguay's foreign minister told Paraguay.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_who_does_not_let_refuses_leave_and_nothing_else(text: str) -> None:
    assert "URY: not URY.leave" in voiced(text)
    own = {v for v in voiced(text) if v.startswith(("URY: URY.", "URY: not URY."))}
    assert own == {"URY: not URY.leave"}


GIVEN = [
    "Uruguay agreed to let Paraguay dredge the channel.",
    "Uruguay will allow Paraguay to dredge the channel, its foreign minister said.",
    "Uruguay signed off on Paraguay's purchase of the ferry company.",
    "Uruguay has promised to give Paraguay the green light to send the guns to Peru.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_who_lets_gives_leave(text: str) -> None:
    assert "URY: URY.leave" in voiced(text)


ASKED = [
    "Paraguay sought Uruguay's approval for the pier.",
    "Paraguay urged Uruguay to let it dredge the channel.",
    "Paraguay called on Uruguay to authorise it to dredge the channel.",
    "Paraguay demanded that Uruguay give it permission to build the pier.",
    "Paraguay wants Uruguay's go-ahead to send the guns to Peru.",
    "Paraguay asked Uruguay to reconsider its refusal to let it dredge the channel.",
    "Paraguay is still waiting for Uruguay's permission to build the pier.",
]


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_to_be_let_asks_it_of_who_lets(text: str) -> None:
    assert "PRY: URY.leave" in voiced(text)
    assert not any(".activity" in v or "URY.~" in v for v in voiced(text))


NEEDED = [
    "Paraguay needs a licence from Uruguay to dredge the channel.",
    "Paraguay cannot dredge the channel without Uruguay's consent.",
    "Uruguay must give its assent before Paraguay can dredge the channel.",
    "Paraguay may dredge the channel only with Uruguay's consent.",
]


@pytest.mark.parametrize("text", NEEDED)
def test_what_takes_leave_requires_it_and_does_the_one_who_lets_no_favour(text: str) -> None:
    found = drafted(text)
    assert set(options(found)) == {"PRY.dredge", "URY.grant"}
    assert "URY: PRY.dredge" not in set(wishes(found))
    texts = {o.id: o.text for _, _, o in found.dispute.named_options()} if found.dispute else {}
    assert texts["grant"] == "Grant permission to dredge the channel"


BEFORE = "Ghana denied Togo permission to lay the cable."
WANTED_AGAIN = [
    "Togo asked Ghana to reconsider.",
    "Togo's foreign minister urged Ghana to reverse its decision.",
    "Togo's foreign minister demanded a review of the decision.",
    "Togo called on Ghana to change its mind.",
]


@pytest.mark.parametrize("later", WANTED_AGAIN)
def test_who_asks_for_a_refusal_to_be_thought_over_asks_for_what_was_refused(later: str) -> None:
    assert voiced(f"{BEFORE} {later}") == {"GHA: not GHA.leave", "TGO: GHA.leave"}


@pytest.mark.parametrize(
    "later",
    [
        "Ghana would stick to its no, its energy minister said.",
        "“We will not budge,” Ghana's energy minister said.",
        "Ghana's energy minister said it would not change its mind.",
        "Ghana is adamant, its energy minister said.",
    ],
)
def test_who_stands_by_a_refusal_refuses_again(later: str) -> None:
    gathered = Gathered(in_order(listen([read(f"{BEFORE} {later}")]).heard))
    (position,) = gathered.positions
    assert position.deed.family.name == "permission"
    assert len({i for voice in position.voices for i in voice.because}) > 1


def test_an_option_to_let_names_who_is_let() -> None:
    found = drafted(f"{BEFORE} Togo asked Ghana to reconsider.")
    assert found.dispute is not None
    ((_, _, option),) = found.dispute.named_options()
    assert option.text == "Permit Togo to lay the cable"


@pytest.mark.parametrize(
    ("text", "not_said"),
    [
        ("“Let Somalia release the fishermen,” Kenya's president said.", "SOM.leave"),
        ("Kenya may not let prices rise, its minister said.", "KEN.leave"),
        ("Ghana rejected calls by Togo for the clearance of the mines.", "GHA.leave"),
        ("Article 5 of the treaty allows Kenya to close the border, Kenya said.", "KEN.leave"),
    ],
)
def test_what_nobody_lets_is_no_letting(text: str, not_said: str) -> None:
    assert not any(not_said in v for v in voiced(text))
