"""How an option's text names its thing: whose it is, how many, with which article."""

import pytest

from .drafts import drafted

FISHERMEN = " Kenya demanded that Somalia release the fishermen."
# What is said, and the text of Kenya's option.
TEXTS = {
    "Somalia demanded that Kenya release at least 3.2 billion cubic metres of water.": (
        "Release at least 3.2 billion cubic metres of water"
    ),
    "Somalia demanded that Kenya pay the debt. Kenya offered to transfer an instalment.": (
        "Pay the debt"
    ),
    # The owner's own name says nothing; another party's does.
    "Kenya refused to lift Kenya's tariffs.": "Keep tariffs in force",
    "Kenya will bar Somali trawlers from June 1, the Kenyan government said.": (
        "Admit Somali trawlers"
    ),
    # Articles go with the number of the thing, whatever stands behind it.
    "Kenya refused to lift the ban on Somali flights.": "Keep the ban on Somali flights in force",
    "Kenya refused to deliver 20 tanks to Somalia.": "Supply 20 tanks",
    "Kenya refused to sign a binding agreement.": "Sign the binding agreement",
    "Kenya refused to reopen the crossing.": "Keep the crossing closed",
    "Kenya refused to release the pilot Abdi Warsame.": "Release the pilot Abdi Warsame",
    "Kenya refused to accept the 1992 border agreement.": "Sign the 1992 border agreement",
    "Kenya refused to resume the gas deliveries.": "Resume gas deliveries",
    "Kenya demanded tariffs. Kenya will build the smelter, the Kenyan government said.": (
        "Refrain from the construction of the smelter"
    ),
    # What is only threatened is not kept, and who has stayed does not return.
    "Kenya threatened to impose tariffs on Somali tea.": "Impose tariffs on Somali tea",
    "Kenya threatened to sue Somalia in Geneva.": "File the lawsuit",
    "Kenya threatened to close the port.": "Close the port",
    "Kenya threatened to expel Somali diplomats.": "Keep Somali diplomats",
    # A condition is no part of what is stopped.
    "Kenya will stop sharing radar data if Somalia keeps the fishermen, Kenya said.": (
        "Share the radar data"
    ),
    # To what a passage is closed, and who gets what is stopped, stand behind them.
    "Kenya will close its border to Somali goats.": "Close the border to Somali goats",
    "Kenya will close the road to Somalia.": "Close the road",
    "Somalia demanded that Kenya cease its support to militias in the valley.": (
        "Halt the support to militias in the valley"
    ),
    # What is said most of names it: for what, and what is paid for harm is compensation.
    "Somalia asked Kenya to apologise for these remarks. There will be no apology, Kenya said.": (
        "Apologise for remarks"
    ),
    "Somalia wants Kenya to pay for the boat. No compensation will be paid, Kenya's minister"
    " said.": "Pay the compensation for the boat",
    "Somalia wants Kenya to pay for the school. No compensation will be paid, Kenya's minister"
    " said.": "Pay for the school",
    # A duty that is named by its rate, and money by what was frozen.
    "If Somalia closes the port, Kenya will charge 50% on Somali tea, its minister said.": (
        "Impose the tariff of 50% on Somali tea"
    ),
    "Kenya has frozen $18m of budget support. Somalia asked Kenya to release the money.": (
        "Release $18m of budget support"
    ),
    # Whom a party holds stands in what it did.
    "Kenya arrested nine sailors. Kenya refused to release the men.": "Release nine sailors",
}


@pytest.mark.parametrize(("text", "called"), TEXTS.items(), ids=TEXTS)
def test_how_an_option_is_worded(text: str, called: str) -> None:
    found = drafted(text + FISHERMEN)
    assert found.dispute is not None
    assert called in [
        option.text for name, _, option in found.dispute.named_options() if "kenya" in name
    ]


def test_of_two_arrests_neither_names_the_men() -> None:
    found = drafted(
        "Kenya arrested nine sailors. Kenya detained two teachers. Kenya refused to release the"
        " men." + FISHERMEN
    )
    assert found.dispute is not None
    texts = [option.text for _, _, option in found.dispute.named_options()]
    assert "Release men" in texts
