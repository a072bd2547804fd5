"""What is taken today, as the words presuppose it?"""

import pytest

from .drafts import drafted, options

FISHERMEN = " Kenya demanded that Somalia release the fishermen."
# Text, and whether Kenya's option of that id is taken today.
TODAY = {
    # What is threatened to be ended goes on.
    "Kenya threatened to suspend police cooperation with Somalia.": ("restore_relations", True),
    "Kenya will recall its ambassador if Somalia keeps the fishermen, Kenya said.": (
        "return_envoy",
        True,
    ),
    "Kenya will bar Somali trawlers from its ports if Somalia keeps the fishermen, Kenya said.": (
        "admit",
        True,
    ),
    "Kenya will stop accepting flights of migrants if Somalia keeps the fishermen, Kenya said.": (
        "admit",
        True,
    ),
    "Kenya said it would seize Somali trawlers unless Somalia paid the fees.": ("release", True),
    "Kenya will freeze the funds of Somali banks if Somalia keeps the fishermen, Kenya said.": (
        "unfreeze",
        True,
    ),
    "Kenya holds two trawlers. It would seize more trawlers unless Somalia paid fees, it said.": (
        "release",
        False,
    ),
    # What was ended does not, nor what somebody asks to be begun.
    "Kenya severed relations with Somalia. Somalia asked Kenya to restore relations with it.": (
        "restore_relations",
        False,
    ),
    "Somalia demanded that Kenya admit the lorries.": ("admit", False),
    # What ends a closure, and how things stand.
    "Kenya closed the border in 2019. Kenya lifted the closure of the border on Friday.": (
        "close",
        False,
    ),
    "Kenya closed the border in 2019. The border has been open again since Friday.": (
        "close",
        False,
    ),
    "Kenya closed the border in 2019. Kenya reopens the border on 1 July 2031.": ("close", True),
    # Talks that were held are held no more; those that have begun are.
    "Kenya held talks with Somalia in March. Somalia asked Kenya to hold talks.": (
        "negotiate",
        False,
    ),
    "Kenya has opened talks with Somalia. Somalia asked Kenya to hold talks.": ("negotiate", True),
    # What has not been lifted was imposed.
    "The ban on bananas, which Kenya introduced in June, has not been lifted. Somalia demanded that"
    " Kenya admit its bananas.": ("ban", True),
    # What is threatened, intended or announced is not in force; what is to be raised is.
    "Kenya intends to restrict the import of Somali fish. Somalia demanded that Kenya drop the"
    " restrictions.": ("restriction", False),
    "Kenya threatened to impose a levy on bananas. Somalia demanded that Kenya lift the levy.": (
        "levy",
        False,
    ),
    "The tariffs on bananas are announced but not in force, Kenya said. Somalia demanded that"
    " Kenya lift the tariffs.": ("tariff", False),
    "Kenya has announced tariffs on bananas, but they have not taken effect. Somalia demanded that"
    " Kenya lift the tariffs.": ("tariff", False),
    "Kenya imposed tariffs on bananas in March. Somalia demanded that Kenya lift the tariffs."
    " Kenya threatened to raise the tariffs.": ("tariff", True),
    "The tariffs on bananas would be kept, Kenya said. Somalia demanded that Kenya lift them.": (
        "tariff",
        True,
    ),
    # What is put into service imposes nothing.
    "Kenya would lodge a complaint with the African Union if Somalia imposed tariffs, its minister"
    " said. A new ferry was put into service by Kenya last week.": ("complaint", False),
    # What is to end goes on; what is to be granted does not yet.
    "Somalia demanded that Kenya end its subsidies for sugar mills.": ("pay", True),
    "Somalia demanded that Kenya grant subsidies to its herders.": ("pay", False),
    # The leave that was withdrawn is not told of as given.
    "Kenya withdrew the permission of Somali trawlers to land. Somalia demanded that Kenya permit"
    " its trawlers to land.": ("admit", False),
    # What is only going to be built or drilled is not under way: there is nothing to halt.
    "Kenya will start drilling in the Lamu field in May, its minister said.": ("halt", True),
    "Kenya would build a harbour if Somalia signed the treaty, its minister said.": ("halt", True),
    "Kenya will go on drilling in the Lamu field, its minister said.": ("halt", False),
    "Kenya will continue to build the dam unless Somalia signs the treaty, its minister said.": (
        "halt",
        False,
    ),
    "Kenya is building a dam. Somalia demanded that Kenya not build the dam.": ("halt", False),
    # What is still asked for, or held out, has not been done before.
    "Somalia demanded that Kenya pay compensation. Kenya has paid 5 million dollars. Kenya offered"
    " to pay for the hospital.": ("pay", False),
    # A measure that is spoken of as still there is there.
    "If the border is still closed in May, Somalia will impose tariffs, Somalia said. Somalia"
    " demanded that Kenya reopen the border.": ("close", True),
}


@pytest.mark.parametrize(("text", "told"), TODAY.items(), ids=TODAY)
def test_today(text: str, told: tuple[str, bool]) -> None:
    option, taken = told
    assert options(drafted(text + FISHERMEN))[f"KEN.{option}"] is taken


def test_what_is_waited_for_was_not_done() -> None:
    found = drafted(
        "Somalia demanded that Kenya extradite the pilot. Kenya demanded that Somalia drop the"
        " tariffs. It will, but only after he has been extradited, the Somali minister said."
    )
    assert not options(found)["KEN.extradite"]


@pytest.mark.parametrize(
    ("told", "today"),
    [
        ("The toll will be levied as before, Kenya said.", True),
        ("The fines will be collected as ever, Kenya's minister said.", True),
        ("Kenya will levy a toll, its minister said.", False),
    ],
)
def test_what_is_done_as_before_is_done_today(told: str, today: bool) -> None:
    about = "toll" if "toll" in told else "fine"
    found = options(drafted(f"{told} Somalia demanded that Kenya drop the {about}s."))
    assert found[f"KEN.{about}"] is today
