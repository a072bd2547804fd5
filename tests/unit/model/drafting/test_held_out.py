"""What is only thought of, or may be done: measures made ready, harm that is possible."""

import pytest

from .drafts import drafted, options

QUARREL = (
    " Kenya closed its border in May. Somalia demanded that Kenya reopen the border. Kenya demanded"
    " that Somalia release two fishermen."
)
PLAIN = {"KEN.close", "SOM.release"}


@pytest.mark.parametrize(
    ("told", "option"),
    [
        ("Somalia is weighing tariffs on Kenyan tea.", "SOM.tariff"),
        ("Somalia is preparing a ban on Kenyan tea, its minister said.", "SOM.ban"),
        (
            "Somalia's minister said her government was also considering a levy on Kenyan lorries.",
            "SOM.levy",
        ),
        ("Somalia's minister warned it might cut off gas supplies to Kenya.", "SOM.supply"),
        ("Somalia warned that it could raise tariffs on Kenyan tea.", "SOM.tariff"),
    ],
)
def test_what_hurts_is_held_out_before_it_is_certain(told: str, option: str) -> None:
    found = options(drafted(told + QUARREL))
    assert set(found) == {*PLAIN, option}
    assert found[option] is (option == "SOM.supply")


@pytest.mark.parametrize(
    "told",
    [
        # It is there already, it is not the other's word, and it would do good.
        "Somalia is considering the wording of the note.",
        "Somalia warned that Kenya might raise tariffs on its tea.",
        "Somalia's minister said it might visit the island.",
        "Somalia is planning a ceremony.",
    ],
)
def test_what_is_only_thought_of_and_hurts_nobody_is_no_option(told: str) -> None:
    assert set(options(drafted(told + QUARREL))) == PLAIN


def test_what_is_being_made_ready_is_not_in_force() -> None:
    found = drafted("Somalia is preparing sanctions against Kenya." + QUARREL)
    assert not any(taken for name, taken in options(found).items() if "sanction" in name)
