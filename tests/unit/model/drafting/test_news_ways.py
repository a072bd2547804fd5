"""Everyday ways of news stories to put a condition, and whom and what their words mean."""

import pytest

from detente.model.drafting.draft import listen

from .drafts import conditions, read, voiced

# Texts, and a condition in each: what is given, and what it takes.
CONDITIONS = [
    # "It" is what somebody only spoke of, and no state.
    (
        ("Peru rejected the levy and said it would send its tea through Chile unless Bolivia"
        " scrapped it."),
        "PER.not send tea if BOL.not lift levy",
    ),
    (
        ("Peru called the levy unfair and warned it would close the border if Bolivia did not drop"
        " it."),
        "PER.not close border if BOL.not lift levy",
    ),
    (
        "“The levy is illegal. If they keep it, we will close the border,” Peru's minister said.",
        "PER.not close border if None.not impose levy",
    ),
    # What was decided is what its maker did last.
    (
        ("Peru closed the border in May. Its minister said the decision would stand until Chile"
        " released the crew."),
        "PER.not close border if CHL.release crew",
    ),
    (
        ("Peru stopped the transit of copper in May. Its minister said the decision would stand as"
        " long as Chile held political prisoners."),
        "PER.stop_supply transit of copper if CHL.detain political prisoners",
    ),
    # Nothing that is Chile-held.
    (
        "Peru said it would keep the ban as long as Chile held prisoners.",
        "PER.not stay ban if CHL.detain prisoners",
    ),
    # What waits is no second statement.
    (
        ("Peru said on Monday it was ready to reopen the line, but only after Chile had freed the"
        " crew."),
        "PER.not open line if CHL.release crew",
    ),
    # What runs again was given again.
    ("Peru said it would pay the debt once the power was back.",
     "PER.pay debt if None.restore_energy power"),
    ("Peru said it would pay the debt as soon as gas flowed again.",
     "PER.pay debt if None.let_flow gas"),
    ("Peru said it would pay the debt once the water ran again.",
     "PER.pay debt if None.release_water water"),
    ("Peru said it would lift the ban once the troops were out of the province.",
     "PER.not lift ban if None.withdraw troops"),
    ("Peru said it would turn on the gas when the water flows, not the other way round.",
     "PER.supply gas if None.release_water water"),
    # It is what was closed before.
    (
        (
            "Peru closed its border and said it would stay closed until Chile stopped work on the"
            " canal."
        ),
        "PER.not stay border if CHL.halt work on the canal",
    ),
    (
        "Peru said it would reopen the port if Chile kept its boats off the reef.",
        "PER.not open port if CHL.withdraw boats",
    ),
    # Who cannot agree to it does not offer it.
    (
        (
            "Peru cannot agree to lift the ban in the absence of the release of the crew by Chile,"
            " its ministry stated."
        ),
        "PER.not lift ban if CHL.release crew",
    ),
    # Who tries somebody, whose state the text tells elsewhere.
    (
        (
            "LIMA: Peru was quiet. Peru waited. Law Minister Ada Bell offered to try the banker if"
            " Chile shared its evidence."
        ),
        "PER.try_person banker if CHL.share evidence",
    ),
    # What two do together takes the consent of each.
    (
        "Peru said it would release the crew if Chile agreed to a joint station at Tacna.",
        "PER.release crew if CHL.agree to joint station at Tacna",
    ),
]  # fmt: skip

# Texts, and what is voiced in each.
VOICED = [
    ("Peru said Chile was late and vowed to close the border.", {"PER promises PER.close border"}),
    ("Peru closed the border to Chile. Peru said its neighbour must pay the debt.",
     {"PER demands CHL.pay debt"}),
    ("Peru insisted on a joint measuring station.",
     {"PER demands None.accept joint measuring station"}),
    ("Germany turned down a request by Qatar for 21 additional flights a week to Berlin.",
     {"DEU refuses DEU.not give 21 additional flights",
      "QAT demands DEU.give 21 additional flights"}),
    ("Peru urged Chile to lift what it called an illegal ban on tea.",
     {"PER demands CHL.not lift illegal ban on tea"}),
    ("Peru is considering limits on the export of filters.",
     {"PER threatens PER.impose limits on the export of filters"}),
    ("Peru considered the ban for an hour.", set()),
    ("Peru asked Chile to send engineers to inspect the works.",
     {"PER demands CHL.send engineers"}),
    ("Peru urged Chile to call back its fleet.", {"PER demands CHL.withdraw fleet"}),
    # What is joined behind a tag is no part of what the tag attributes.
    ("Peru will close the border, its minister said, and urged Chile to pay the debt.",
     {"PER promises PER.close border", "PER demands CHL.pay debt"}),
    ("Peru will close the border, its minister said, and Chile demanded the release of the crew.",
     {"PER promises PER.close border", "CHL demands None.release crew"}),
    # A threat whose condition is not understood threatens still, and does not refuse itself.
    ("Peru said it would take the matter to the European Union.",
     {"PER promises PER.sue lawsuit at the European Union"}),
    ("Peru would take the matter to the European Union if nothing was done, its minister said.",
     {"PER conditions PER.sue lawsuit at the European Union"}),
    ("Peru threatened to sue if nothing happened.",
     {"PER threatens PER.sue lawsuit"}),
    ("Peru called on Chile to crack down on fraud.", {"PER demands CHL.crack down on fraud"}),
    ("Peru urged Chile not to waste the chance.", set()),
    ("Peru refused to reopen the Arica crossing to Chilean fruit.",
     {"PER refuses PER.open Arica crossing to Chilean fruit"}),
    ("Peru's customs administration said Chile was late. It offered to provide test kits.",
     {"PER offers PER.supply test kits"}),
    ("Peru insisted on an independent judiciary.", set()),
    # Nobody asks for its part.
    ("Ivory Coast, for its part, asks that Ghana pay the fine.", {"CIV demands GHA.pay fine"}),
    # What is paid out is ended, and no paying of it halted.
    ("Ivory Coast asks that Ghana stop paying fuel subsidies to its fleet.",
     {"CIV demands GHA.not halting fuel subsidies to its fleet"}),
    # By then, and not before it.
    ("Peru urged Chile to lift the levy before the summit in March.",
     {"PER demands CHL.not lift levy"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "condition"), CONDITIONS, ids=[c for _, c in CONDITIONS])
def test_a_condition_is_heard(text: str, condition: str) -> None:
    (heard,) = listen([read(text)]).heard
    assert condition in conditions(text)
    assert not heard.unread


@pytest.mark.parametrize(("text", "told"), VOICED, ids=[t for t, _ in VOICED])
def test_who_voices_what(text: str, told: set[str]) -> None:
    assert voiced(text) == told
    assert not conditions(text)


def test_what_is_waited_for_has_not_happened() -> None:
    (heard,) = listen([read(CONDITIONS[6][0])]).heard
    assert not any(fact.happened for fact in heard.facts)
