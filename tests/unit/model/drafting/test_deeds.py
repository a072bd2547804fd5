"""Is a proposition read as the right option of the right party, taken or not?"""

import pytest

from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed

from .drafts import drafted, options, read

# Text; owner, option, taken, member, worded as an end, of the one deed of its statements.
DEEDS = [
    ("Somalia urged Kenya to reopen the border.", ("KEN", "close", False, None, True)),
    ("Somalia urged Kenya not to close the border.", ("KEN", "close", False, None, False)),
    ("Somalia urged Kenya to withdraw its troops.", ("KEN", "withdraw", True, None, False)),
    ("Somalia urged Kenya not to deploy its troops.", ("KEN", "withdraw", True, None, True)),
    ("Somalia urged Kenya to give up the S-300 system.", ("KEN", "relinquish", True, None, False)),
    ("Somalia urged Kenya to lift the sanctions.", ("KEN", "{object}", False, None, True)),
    ("Somalia demanded an end to Kenyan sanctions.", ("KEN", "{object}", False, None, True)),
    ("Somalia urged Kenya to lift its sanctions.", ("KEN", "{object}", False, None, True)),
    ("Somalia urged the lifting of Kenya's sanctions.", ("KEN", "{object}", False, None, True)),
    ("Somalia hopes to rejoin the programme.", (None, "readmit", True, "SOM", False)),
    ("Somalia urged Kenya to readmit it to the programme.", ("KEN", "readmit", True, "SOM", False)),
    ("Somalia demanded the withdrawal of Kenyan troops.", ("KEN", "withdraw", True, None, False)),
    ("Somalia wants the border reopened.", (None, "close", False, None, True)),
]
KNOWN: dict[str, str] = {
    "Somalia demanded an end to Kenyan sanctions.": "of “an end to” a measure the measure is lost",
}


def deeds(text: str) -> list[Deed]:
    reading = read(text)
    found = (
        deed(p, {reading.document.id: text}) for s in reading.statements for p in s.propositions
    )
    return [d for d in found if d is not None]


def parameters() -> list[object]:
    assert set(KNOWN) <= {text for text, _ in DEEDS}
    return [
        pytest.param(
            text,
            expected,
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[text])] if text in KNOWN else [],
        )
        for text, expected in DEEDS
    ]


@pytest.mark.parametrize(("text", "expected"), parameters())
def test_whose_option_it_is(
    text: str, expected: tuple[str | None, str, bool, str | None, bool]
) -> None:
    (d,) = deeds(text)
    assert (d.owner, d.family.option, d.taken, d.member, d.undoing) == expected


def test_an_act_of_no_family_is_no_deed() -> None:
    assert deeds("Somalia said the fence endangers its herds.") == []


def test_the_contrary_is_the_same_option_the_other_way() -> None:
    (d,) = deeds("Somalia urged Kenya to reopen the border.")
    assert d.contrary.taken is not d.taken
    assert d.contrary.same_option(d)
    assert d.contrary.contrary == d


def test_an_unknown_owner_agrees_with_any_and_two_owners_never_do() -> None:
    (open_,) = deeds("Somalia wants the border reopened.")
    (kenya,) = deeds("Somalia urged Kenya to reopen the border.")
    (chad,) = deeds("Somalia urged Chad to reopen the border.")
    assert open_.same_option(kenya)
    assert open_.same_option(chad)
    assert not kenya.same_option(chad)


@pytest.mark.parametrize(
    ("text", "welcome"),
    [
        ("Somalia urged Kenya to reopen the border.", True),
        ("Somalia urged Kenya to close the border.", False),
        ("Somalia urged Kenya to withdraw its troops.", True),
        ("Somalia urged Kenya to lift the sanctions.", True),
    ],
)
def test_the_absence_of_harm_is_welcome(text: str, welcome: bool) -> None:
    (d,) = deeds(text)
    assert d.welcome is welcome


COMPOUNDS = [
    ("Somalia urged Kenya to lift the trade freeze.", "suspend", "trade", False),
    ("Somalia urged Kenya to end the border closure.", "close", "border", False),
    ("Somalia urged Kenya to reverse the visa suspension.", "grant", "visa", True),
    ("Somalia urged Kenya to end the gas cut-off.", "supply", "gas", True),
]


@pytest.mark.parametrize(("text", "option", "thing", "taken"), COMPOUNDS)
def test_what_a_compound_names_is_what_is_undone(
    text: str, option: str, thing: str, taken: bool
) -> None:
    d = deeds(text)[0]
    assert (d.owner, d.family.option, d.thing.words, d.taken) == ("KEN", option, thing, taken)


def test_what_a_convention_bars_is_nobodys_option() -> None:
    found = drafted(
        "The UN Convention on the Law of the Sea bars states from exploring another's shelf."
        " Somalia demanded that Kenya reopen the border. Kenya demanded that Somalia release the"
        " fishermen."
    )
    assert set(options(found)) == {"KEN.close", "SOM.release"}


def test_inspections_suspended_are_inspectors_not_let_in() -> None:
    found = drafted(
        "Kenya will suspend the inspections under the treaty unless Somalia lifts the tariffs, the"
        " Kenyan government said. Somalia urged Kenya to admit the inspectors."
    )
    assert set(options(found)) == {"KEN.admit", "SOM.tariff"}


def test_a_host_of_others_talks_takes_nothing_upon_itself() -> None:
    found = drafted(
        "Ethiopia offered to host technicians from the two sides. Somalia demanded that Kenya"
        " reopen the border. Kenya demanded that Somalia release the fishermen."
    )
    assert set(options(found)) == {"KEN.close", "SOM.release"}
