"""What a payment is for, and where a case is brought: the words that tell options apart."""

import pytest

from .drafts import drafted

FISHERMEN = " Kenya demanded that Somalia release the fishermen."
CALLED = {
    "Kenya would pay for the buses if Somalia admitted the migrants.": "Pay for the buses",
    "Kenya offered to pay for ten years of monitoring of the reef.": (
        "Pay for ten years of monitoring of the reef"
    ),
    "Somalia asked for compensation. Kenya offered to pay for a new hospital.": (
        "Pay for a new hospital"
    ),
    "Kenya refused to pay for the electricity. Somalia demanded that Kenya pay its bill.": (
        "Pay for the electricity"
    ),
    # What makes good a harm is compensation, however it is worded.
    "Kenya refused to pay for the damage.": "Pay the compensation for the damage",
    "Somalia demanded that Kenya pay compensation.": "Pay the compensation",
    "Somalia demanded that Kenya pay 5 million dollars.": "Pay 5 million dollars",
    # Who wants the money for what it has delivered wants to be paid, and nothing delivered.
    "Somalia wants the money for electricity delivered to Kenya in 2019. Kenya refused to pay.": (
        "Pay the money for electricity"
    ),
    # Time over which one pays is nothing that is paid for.
    "Kenya refused to pay for two weeks.": "Make the payment",
    "Kenya would take Somalia to the Court of Appeal of the region if it signed the treaty.": (
        "Take the case to the Court of Appeal of the region"
    ),
}


@pytest.mark.parametrize(("text", "called"), CALLED.items(), ids=CALLED)
def test_what_an_option_is_called(text: str, called: str) -> None:
    found = drafted(text + FISHERMEN).dispute
    assert found is not None
    assert called in {option.text for _, _, option in found.named_options()}
