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
     "CHL promises CHL.help debt"),
    ("Chile offered to help Peru repair the dam at Ilo.",
     "CHL offers CHL.help dam at Ilo"),
    ("Chile refused to help Peru find the wreck.", "CHL refuses CHL.not help wreck"),
    ("Peru asked Chile to help it fight the fires.", "PER demands CHL.help fires"),
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
    # Something is put somewhere.
    ("Peru will put no more buoys into the lake, its minister said. Chile was pleased.",
     "PER refuses PER.not put buoys into the lake"),
    ("Peru will put signs along the border river, its minister told Chile.",
     "PER promises PER.put signs along the border river"),
    ("Chile threatened to put gunboats in the strait. Peru shrugged it off.",
     "CHL threatens CHL.put gunboats in the strait"),
    # "It" is taken further.
    ("“I don't want to, but we'll bring it before the court,” Peru's minister told Chile.",
     "PER promises PER.sue lawsuit at the court"),
    ("Chile said it would take it to the Security Council. Peru laughed.",
     "CHL promises CHL.sue lawsuit at the Security Council"),
    # What may be given along, and to whom.
    ("Peru asks Chile for an armed escort for its drivers.",
     "PER demands CHL.give armed escort for its drivers"),
    ("Peru demands a written guarantee from Chile that the flights will not be hindered.",
     "PER demands CHL.give written guarantee"),
    ("Chile offered Peruvian fishermen free passage around the island.",
     "CHL offers CHL.give free passage around the island"),
    ("Chile offered Peruvian drivers a discount on the toll.",
     "CHL offers CHL.give discount on the toll"),
    ("Peru appealed to Chile to release the credit line.", "PER demands CHL.unfreeze credit line"),
    # "'d" is "would".
    ("“We'd lift the ban on wine from Ica,” Chile's minister told Peru in the end.",
     "CHL promises CHL.not lift ban on wine"),
    ("“We’d never lift the ban on wine from Ica,” Chile's minister told Peru in the end.",
     "CHL refuses CHL.lift ban on wine"),
    ("Peru will turn away Chilean geologists from Nazca, its minister said on Monday.",
     "PER promises PER.not bar Chilean geologists from Nazca"),
    # What one would do is something.
    ("“What we would do is to reopen the port for coal,” Peru's minister told Chile.",
     "PER promises PER.not open port for coal"),
    ("“What we'd do is reopen the port for coal,” Peru's minister told Chile.",
     "PER promises PER.not open port for coal"),
    ("What Peru can do is to extend the licences of Chile's trawlers, its minister said.",
     "PER promises PER.grant licences of Chile's trawlers"),
    ("What Chile must do is to reopen the port, Peru's minister said.",
     "PER demands CHL.not open port"),
    # What is proposed that both do is asked of the other.
    ("Peru proposed that the two sides release their prisoners. Chile has not replied.",
     "PER demands None.release prisoners"),
    # Of an authority it is asked as of its state.
    ("Chile demanded that the Callao Port Authority clear the nets. Peru is silent.",
     "CHL demands None.clear nets"),
    # A person who leaves withdraws no force.
    ("The Chilean man who is living in a shed on the site is asked to leave it. Peru waits.",
     " demands CHL.leave site"),
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
    ("Peru wants the Titicaca Commission to clear the reeds. Chile is silent.", "clear"),
    ("Chile wants the Upper River Commission to survey the islands. Peru is silent.", "survey"),
    ("Brazil proposed that the two sides release their prisoners. Peru accepted.", "BRA.release"),
    ("“They'd lifted the ban on wine by then,” Peru's minister told Chile in the end.", "PER.not"),
    ("Peru refused to put the matter to a vote. Chile was angry.", "put"),
    ("Peru refused to put pressure on the rebels. Chile was angry.", "put"),
    ("Peru refused to put lives at risk. Chile was angry with its minister.", "put"),
    ("Chile will bring the matter to the attention of Peru, its minister said.", "sue"),
    ("Chile's minister will take it to Lima on Friday, a spokesman said.", "sue"),
    ("Chile's navy will fire none from this Friday, its minister told Peru.", "fire nothing"),
    ("Peru closed the port until further notice, the Minister of Ports, Ana Quispe, said.", "if"),
]


@pytest.mark.parametrize(("text", "deed"), SILENT)
def test_what_says_nothing_of_the_kind_is_not_heard(text: str, deed: str) -> None:
    assert not any(deed in wish for wish in voiced(text))
