"""More everyday ways of news stories to ask, to refuse and to hold out, each in other disputes."""

import pytest

from .drafts import voiced

# Texts, and what is voiced in each.
VOICED = [
    # A stop that is to end is that it goes on again.
    ("Peru called on Chile to end the halt to gas deliveries.",
     "PER demands CHL.stop_supply gas deliveries"),
    ("Chile gave Peru until Friday to end its suspension of beef exports.",
     "CHL demands PER.not ban_goods ban on beef exports"),
    ("Chile would not end its freeze on imports of wool, its minister said.",
     "CHL refuses CHL.suspend imports of wool"),
    ("Kenya urged Uganda to lift its suspension of grain exports.",
     "KEN demands UGA.stop_supply grain exports"),
    # Who will not join decides that.
    ("Chile will not take part in the customs union, its minister said. Peru regretted this.",
     "CHL refuses CHL.not join customs union"),
    ("Mali will never return to the bloc, Mali's minister told reporters.",
     "MLI refuses MLI.not join bloc"),
    ("Chile would rejoin the customs union, its minister said. Peru was pleased.",
     "CHL promises CHL.join customs union"),
    # Help to do something.
    ("Chile will also help Peru restructure its debt, its spokeswoman said.",
     "CHL promises CHL.help Peru restructure its debt"),
    ("Chile offered to help Peru repair the dam at Ilo.",
     "CHL offers CHL.help Peru repair the dam at Ilo"),
    ("Chile refused to help Peru find the wreck.", "CHL refuses CHL.not help Peru find the wreck"),
    ("Peru asked Chile to help it fight the fires.", "PER demands CHL.help fight the fires"),
    # Who is told it.
    ("Peru has conveyed to Chile that it should not allow the tanker to dock at Arica.",
     "PER demands CHL.not let_in tanker"),
    ("Peru made it clear to Chile that it must pay the fee for the port.",
     "PER demands CHL.pay fee"),
    ("Peru has told Chile it must not close the port, Peru's minister said.",
     "PER demands CHL.not close port"),
    ("Peru signalled to Chile that it should lift the ban on wine, a spokesman said.",
     "PER demands CHL.not lift ban on wine"),
    ("After talks with Chile, Peru said it must not close the port to trucks.",
     "PER promises PER.not close port to trucks"),
    # Nobody of ours.
    ("“Nobody here wants to keep the trawlers,” Peru's minister told Chile.",
     "PER hopes PER.detain trawlers"),
    ("Nobody in Lima is thinking of closing the port to Chile, Peru's minister said.",
     "PER refuses PER.not close port"),
    # The country's minister.
    ("Peru will not sign the treaty with Chile, the country's transport minister said on Monday.",
     "PER refuses PER.not sign treaty with Chile"),
    (("Peru could not reopen the port, minister Ana Quispe told a committee, but it would pay half"
      " the cost of a dredger."), "PER promises PER.pay half the cost of a dredger"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wish"), VOICED)
def test_a_way_of_the_news_is_heard(text: str, wish: str) -> None:
    assert wish in voiced(text)


# Texts that hold out or ask for nothing of the kind.
SILENT = [
    ("This will help Peru recover, Chile's minister said.", "help"),
    ("Chile will help its farmers, its minister said. Peru laughed.", "help"),
    ("Peru helped Chile out in March, its minister said.", "help"),
    ("Chile will not be let back into the bloc, Peru's minister told reporters.", "CHL.not join"),
    ("Nobody in Chile wants to close the port, Peru's minister said.", "PER.not close"),
]


@pytest.mark.parametrize(("text", "deed"), SILENT)
def test_what_says_nothing_of_the_kind_is_not_heard(text: str, deed: str) -> None:
    assert not any(deed in wish for wish in voiced(text))
