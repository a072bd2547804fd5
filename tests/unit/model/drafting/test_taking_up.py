"""What "do so", "that" and "it" stand for: the deed, or the thing, that was told before."""

import pytest

from .drafts import drafted, options, provisions, wishes

FISHERMEN = " Kenya demanded that Somalia release the fishermen."
ASKED = "Somalia demanded that Kenya reopen the border. "
# An answer that does not repeat what was asked, and the wish it comes to.
ANSWERS = {
    "Kenya refused to do that.": "KEN: KEN.close",
    "Kenya said it would not do so.": "KEN: KEN.close",
    "Kenya will do nothing of the kind, Kenyan government spokesman Peter Otieno said.": (
        "KEN: KEN.close"
    ),
    "The Kenyan government said it would do no such thing.": "KEN: KEN.close",
    "That is out of the question, the Kenyan government said.": "KEN: KEN.close",
    "Kenya is opposed to that, Kenyan government spokesman Peter Otieno said.": "KEN: KEN.close",
    "Kenya said it had no intention of doing so.": "KEN: KEN.close",
    "Kenya agreed to do so.": "KEN: not KEN.close",
}


@pytest.mark.parametrize(("answer", "wish"), ANSWERS.items(), ids=ANSWERS)
def test_a_deed_that_is_only_pointed_at(answer: str, wish: str) -> None:
    found = drafted(ASKED + answer + FISHERMEN)
    assert wish in set(wishes(found, "stated"))
    assert set(options(found)) == {"KEN.close", "SOM.release"}


def test_what_is_denied_of_a_ceasing_goes_on() -> None:
    found = drafted(
        "Somalia demanded that Kenya cease to oppose its membership of the bloc. Kenya will do no"
        " such thing, Kenyan government spokesman Peter Otieno said." + FISHERMEN
    )
    assert "KEN: not KEN.support" in set(wishes(found, "stated"))


def test_a_condition_may_take_up_what_was_asked() -> None:
    found = drafted(
        ASKED + "Kenya will do so only after Somalia has released the fishermen, Kenya's"
        " government said."
    )
    assert "KEN: not KEN.close requires SOM.release" in set(wishes(found, "stated"))


def test_the_same_is_the_others_deed() -> None:
    found = drafted("Kenya said it would lift the tariffs if Somalia did the same.")
    assert {"KEN.tariff", "SOM.tariff"} <= set(options(found))


def test_somebody_elses_deed_is_not_taken_up() -> None:
    found = drafted(
        "Somalia demanded that Ethiopia reopen the border. Kenya said it would not do so."
        + FISHERMEN
    )
    assert "KEN.close" not in options(found)


def test_what_was_told_long_before_is_not_taken_up() -> None:
    between = "The rains were late in the hills this year, and the harvest was poor. " * 15
    found = drafted(ASKED + between + "Kenya said it would not do so." + FISHERMEN)
    assert "KEN: KEN.close" not in set(wishes(found, "stated"))


THINGS = {
    # Another act is done to the thing here than to the one before it.
    "Somalia demanded that Kenya cancel the order for the jets. Kenya described Somalia's ban on"
    " fish as unjust. It asked Somalia to drop it.": "KEN: not SOM.ban",
    "Somalia demanded that Kenya withdraw a second lawsuit. Kenya refuses to withdraw it."
    + FISHERMEN: "KEN: KEN.lawsuit",
    "As to the law, Kenya does not intend to repeal it." + FISHERMEN: "KEN: KEN.law",
}


@pytest.mark.parametrize(("text", "wish"), THINGS.items(), ids=THINGS)
def test_a_thing_that_is_only_pointed_at(text: str, wish: str) -> None:
    assert wish in set(wishes(drafted(text), "stated"))


def test_him_is_the_man_told_of() -> None:
    found = drafted(
        "Kenya refused to release the pilot Abdi Warsame. Somalia demanded that Kenya release him."
        " Under the treaty of 1984, Kenya may not extradite him, Somalia's foreign ministry said."
        + FISHERMEN
    )
    assert found.dispute is not None
    texts = {option.text for _, _, option in found.dispute.named_options()}
    assert {"Release the pilot Abdi Warsame", "Extradite the pilot Abdi Warsame"} <= texts


def test_a_repealed_law_is_one_no_longer_in_force() -> None:
    found = drafted("Somalia demanded that Kenya repeal the law on fishing." + FISHERMEN)
    assert options(found)["KEN.law"]


def test_anybody_described_is_nobody_told_of() -> None:
    found = drafted(
        "Kenya asked Somalia to close the port. Kenya will not stop anybody who wishes to leave,"
        " Kenyan government spokesman Peter Otieno said." + FISHERMEN
    )
    assert not provisions(found)
    assert not any(wish.startswith("KEN: not") for wish in wishes(found, "stated"))


def test_its_own_are_the_same_things_of_the_other_side() -> None:
    found = drafted(
        "Somalia said it would pull back its heavy weapons from the valley if Kenya pulled back"
        " its own."
    )
    assert found.dispute is not None
    texts = [(name[:5], option.text) for name, _, option in found.dispute.named_options()]
    assert ("kenya", "Withdraw heavy weapons") in texts


def test_a_condition_on_revoking_is_no_condition_on_what_is_revoked() -> None:
    found = drafted(
        "Kenya will revoke the recognition of the enclave only if Somalia reopens the border, the"
        " Kenyan government said. Somalia demanded that Kenya revoke the recognition."
    )
    assert set(options(found)) == {"KEN.recognise", "SOM.close"}


def test_what_was_asked_without_a_name_may_be_taken_up() -> None:
    found = drafted(
        "Somalia will reopen the bridge only if the nine sailors are freed, the Somali government"
        " said. Kenya is not prepared to do so, Kenyan government spokesman Peter Otieno said."
    )
    assert "KEN: not KEN.release" in set(wishes(found, "stated"))
