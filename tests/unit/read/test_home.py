"""For whom an official speaks whom a text gives without a state."""

import pytest

from .sentences import read

HOMES = [
    # Whose government the sentences before were about.
    (
        "Kenya rejected the proposal on Monday.",
        "Foreign Minister Ada Bell told state radio that the idea was absurd.",
        "KEN",
    ),
    # Whose ministry has just answered, wherever the story was filed.
    (
        "NAIROBI: Kenya was quiet. Kenya waited. Somalia's Foreign Ministry turned the plan down.",
        "Spokesman Ali Nur said the men would serve their sentences.",
        "SOM",
    ),
    # Whose own a thing is that the text tells of, and who "they" are that must do something.
    (
        "NAIROBI: Kenya was quiet. Kenya stopped the transit of Somali charcoal in May.",
        "“They must carry our charcoal,” Transport Minister Ali Nur said.",
        "SOM",
    ),
    # Where the story was filed.
    (
        "NAIROBI: The port of Kenya was quiet on Monday. A deal of Kenya with Somalia is far off.",
        "“The port is open,” Transport Ministry spokeswoman Ada Bell said.",
        "KEN",
    ),
    # Told for those at home, who need not be told whose government it is.
    (
        "NAIROBI - Somali charcoal will cost more. Government has put a levy of 9 per cent on it.",
        "Trade Minister Ada Bell said the charcoal was burnt in stolen forests.",
        "KEN",
    ),
    (
        "NAIROBI - Somali charcoal will cost more. A levy of 9 per cent is put on it today.",
        "Trade Minister Ada Bell told Parliament that Somalia had to stop the burning of forests.",
        "KEN",
    ),
    # Filed there, and the text tells of something that is theirs.
    (
        "NAIROBI. The statue may come back.",
        "Culture Minister Njoroge said it would return if Somalia repaired the Kenyan graves.",
        "KEN",
    ),
    # An official of theirs who spoke without a name, and is named in the next sentence.
    (
        "Kenya will keep the border shut, its government spokesman said on Monday.",
        "Isaac Mwangi said the talks with Somalia and Uganda were over.",
        "KEN",
    ),
    # What an office deals with is not whose it is.
    (
        "Kenya declined on Monday. Kenya would not sign.",
        "The annex was a trap, said Ali Nur of its Somalia office.",
        "KEN",
    ),
    # Whoever works for somebody whose state is told.
    (
        "Kenyan President Ada Bell tore up the accord. Somali President Ali Nur was furious.",
        "Bell's envoy Tom Reed said the accord was dead.",
        "KEN",
    ),
    # A holder of an office whom the table knows, whatever state the sentences before name.
    (
        "Venezuela stopped the flights on Monday. Venezuela was furious.",
        "Secretary of State Marco Rubio said there would be no relief.",
        "USA",
    ),
    # Who is "here" is where the story was filed.
    ("", "NAIROBI — The port stays shut, a senior official here has warned.", "KEN"),
    # Whose capital begins the paragraph.
    (
        "",
        "Nairobi is calm. The port opens if Somalia pays, explains Deputy Minister Ada Bell.",
        "KEN",
    ),
    # A council with a secretary is a state's own.
    (
        "NAIROBI — The port of Kenya was quiet. Kenya waited.",
        "“The port is shut,” Ada Bell, the deputy secretary of the Security Council, said.",
        "KEN",
    ),
    # Whose acts the official announces.
    (
        "Kenya and Somalia disagree about a port.",
        "Somalia will not open it, Foreign Ministry spokesman Ali Nur said.",
        "SOM",
    ),
    # Where somebody spoke, and what a state can and will not do.
    (
        "",
        "Speaking in Nairobi, Foreign Minister Ada Bell said Kenya “cannot and will not” open it.",
        "KEN",
    ),
    # A state in the words themselves.
    ("", "Ada Bell of the Kenyan foreign ministry said that the port was open.", "KEN"),
    # A ministry that just spoke, through somebody who is told by where the story was filed.
    (
        "NAIROBI: Kenya's port is open to Kenya alone, foreign ministry spokesman Ali Nur said.",
        "The ministry called the ban of Somalia absurd.",
        "KEN",
    ),
    # Armed and other bodies of a state, and courts of several states.
    ("Kenya and Somalia disagree.", "Somalia's coast guard said that it let the boat pass.", "SOM"),
    (
        "NAIROBI: The port of Kenya was quiet on Monday. A deal of Kenya with Somalia is far off.",
        "A judge of the East African Court of Justice said that the port was open.",
        None,
    ),
    # The place that opens the sentence, though the story was filed elsewhere.
    (
        "NAIROBI: The port of Kenya was quiet on Monday. A deal of Kenya with Somalia is far off.",
        "In Mogadishu, Transport Minister Ali Nur said that the port was open.",
        "SOM",
    ),
    # An official who spoke first without a name, and is named later; a trader is none.
    (
        "The port of Kenya is shut, a Kenyan official said on Monday. Somalia has a port too.",
        "Peter Otieno said at a briefing that it would open.",
        "KEN",
    ),
    (
        "The port of Kenya is shut, a Kenyan official said on Monday. Somalia has a port too.",
        "Peter Otieno, a trader, said that it would open.",
        None,
    ),
    # To whom it is said, and whose capital the sentence begins with.
    (
        "Kenya rejected the proposal of Somalia on Monday.",
        "The port would not open, the foreign minister told Kenya.",
        None,
    ),
    (
        "Kenya and Somalia disagree about a port. Kenya closed it in May.",
        "For Mogadishu the matter is closed, the foreign minister said.",
        "SOM",
    ),
    # The house at the head of the text, though others are spoken of.
    (
        "Statement by the Ministry of Trade of Kenya on the measures of Somalia",
        "The Ministry called on Somalia to open the port.",
        "KEN",
    ),
    (
        "Weekly briefing, Kenyan Ministry of Trade\n\nSomalia was the first question.",
        "The Minister called on Somalia to open the port.",
        "KEN",
    ),
    (
        "Weekly briefing, Kenyan Ministry of Trade\n\nSomalia was the first question.",
        "Ambassador Ali Nur called on Somalia to open the port.",
        None,
    ),
    # The other of the two that the text is about, and the same person again.
    (
        "Kenya and Somalia met. Kenya's envoy said that it was open. The EU carried messages.",
        "His counterpart, Ali Nur, said no to that. Nur said that it was absurd.",
        "SOM",
    ),
    (
        "Kenya and Somalia met. Kenya's envoy said that the port was open.",
        "Ada Bell made the remark to a station. “It will stay so,” Bell said.",
        "KEN",
    ),
    (
        "Kenya met Somalia. Foreign minister Ali Nur of Somalia was there.",
        "“Never,” he said. Nur said that it was absurd.",
        "SOM",
    ),
    # In one's own capital.
    (
        "Somalia wants to tax the herds. A count is being prepared there.",
        "Wildlife Minister Ada Nur read it there. “We shall send our goats,” she said in Nairobi.",
        "KEN",
    ),
    # Who is bound to accept something has not spoken.
    (
        "In Nairobi two ministers spoke on Thursday.",
        "Kenya will grant nothing, director Ada Nur said. Somalia is bound to accept, she added.",
        "KEN",
    ),
    # Who answers is not who asked.
    ("Kenya wants Somalia to repaint the buoys.", "The minister ruled out repainting them.", "SOM"),
    (
        "Kenya wants Somalia to repaint the buoys.",
        "“We will not repaint the buoys,” said Ali Nur, the prime minister.",
        "SOM",
    ),
    (
        "Kenya wants Somalia to repaint the buoys.",
        "Kenyan Foreign Minister Ada Bell promised to repaint the buoys at home.",
        "KEN",
    ),
    # Somebody of whom nothing is told, or the other side, may answer too; no fisherman does.
    ("Kenya wants Somalia to repaint the buoys.", "“We will not repaint them,” Nur said.", "SOM"),
    ("Kenya wants its people to repaint the buoys.", "“We will not repaint them,” Nur said.", None),
    (
        "Kenya wants Somalia to repaint the buoys.",
        "“We will not repaint them,” Ali Nur said.",
        "SOM",
    ),
    (
        "Kenya wants Somalia to repaint the buoys.",
        "The other side refused to repaint the buoys.",
        "SOM",
    ),
    (
        "Kenya wants Somalia to repaint the buoys.",
        "Ali Nur, a fisherman, refused to repaint the buoys.",
        None,
    ),
    # Where the sentence says that it was said.
    (
        "NAIROBI — Kenya sent a note. Kenya waited.",
        "In Mogadishu, Trade Minister Ali Nur said the buoys would not be repainted.",
        "SOM",
    ),
    # Nor is it somebody of the state on which it hangs what is done.
    (
        "MOGADISHU — Somalia pays nothing.",
        "“We pay when Kenya has agreed to a term,” Finance Minister Ali Nur said.",
        "SOM",
    ),
    # Of two states not the one that is urged.
    (
        "Kenya built the port. Somalia lights the buoys. They are old.",
        "That is so, Ali Nur, a director, said. Nur urged Kenya to repaint them.",
        "SOM",
    ),
    # What speaks for the place of the story counts against the last state named.
    (
        "NAIROBI — Kenya sent a note. Somalia has repainted the buoys.",
        "That will be undone, Trade Minister Ada Bell said. Kenya will tow them away, Bell said.",
        "KEN",
    ),
    # The energy of which a body has the name is not the minister's.
    (
        "Kenya wants the money for its power. The Energy Community in Vienna offered to mediate.",
        "Energy Minister Ada Bell said on Monday his country would switch off the line.",
        None,
    ),
    # Who dismisses an argument did not make it.
    (
        "NAIROBI - Somalia wants the files back. Kenya says that it may keep them.",
        "Foreign Minister Ada Bell dismissed the argument. The diving must stop, Bell said.",
        "SOM",
    ),
    # Who issues a text asks the other of two states, and its officials are of its own.
    (
        "MINISTRY OF TRADE\nStatement on Kenyan tea\n\nForty lorries are held at a Somali post.",
        "The Ministry recalls that the treaty obliges Somalia to let the Kenyan lorries pass.",
        "KEN",
    ),
    # Named a paragraph after the office, and by the office again.
    (
        "Kenya will tow the buoys away, the deputy trade minister said.",
        "“They are ours,” Ada Bell told a station. Bell said Somalia had lied.",
        "KEN",
    ),
    (
        "NAIROBI — A spokesman for the Ministry of Trade said Kenya would not repaint the buoys.",
        "Somalia lights them. That, too, ought to end, the spokesman added.",
        "KEN",
    ),
    # Beside the name; of a member it is the country of birth.
    ("Somalia sent a note.", "“No,” said Prime Minister Ada Bell of Kenya.", "KEN"),
    ("Somalia sent a note.", "“No,” said Foreign Minister Ada Bell (Kenya).", "KEN"),
    # "He" is whoever the description before him was.
    (
        "MOSCOW — Kenya will not open the port, a deputy head of the Kenyan foreign ministry said.",
        "“The port concerns nobody else,” the diplomat said.\n\nHe demanded that Somalia pay.",
        "KEN",
    ),
    # Who was told of by the office at the head of a sentence has a name a sentence later.
    (
        "The Kenyan trade secretary has held out the prospect of a deal with Somalia.",
        "The levy could not be lifted, Ada Bell told a committee in the capital.",
        "KEN",
    ),
    # A town that is no capital.
    (
        "MOMBASA - The port of Kenya was quiet on Monday. A deal of Kenya with Somalia is far off.",
        "“The port is open,” Transport Ministry spokeswoman Ada Bell said.",
        "KEN",
    ),
    # Diplomats of no state.
    ("Kenya rejected the proposal on Monday.", "Western diplomats said it was absurd.", None),
    # A minister of nobody in particular stays unresolved.
    ("Kenya and Somalia disagree about a port.", "A minister said that it was open.", None),
]


@pytest.mark.parametrize(("before", "text", "party"), HOMES)
def test_an_official_is_at_home(before: str, text: str, party: str | None) -> None:
    source = read(f"{before}\n\n{text}").statements[-1].source
    assert source is not None
    assert source.party == party


def test_who_is_told_what_to_do_is_not_who_speaks() -> None:
    text = (
        "Kenya closed the port on Monday. It is on the border with Somalia.\n\n"
        "Foreign Ministry spokesman Ali Nur urged Kenya to open it."
    )
    source = read(text).statements[-1].source
    assert source is not None
    assert source.party != "KEN"


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("Kenyan prosecutors insisted that Somalia hand over the skipper.", "KEN"),
        ("Kenya's investigators demanded that Somalia hand over the logs.", "KEN"),
        ("Somalia kept quiet. Kenya waited. Prosecutors demanded the skipper's arrest.", None),
    ],
)
def test_who_prosecutes_speaks_for_the_state_that_is_named(told: str, party: str | None) -> None:
    statements = read(told).statements
    assert statements[-1].source is not None
    assert statements[-1].source.party == party


@pytest.mark.parametrize(
    "told",
    [
        # What an office is for is nobody's name, and a last name may stand behind it.
        "“No,” Kenya's Water Resources Minister Ada Bell said. She said the dam was full.",
        "“No,” Natural Resources Minister Ada Bell of Kenya said. She said the dam was full.",
        "Kenya's Culture Minister Njoroge would go, she told a station, if Somalia agreed.",
    ],
)
def test_she_is_the_minister(told: str) -> None:
    source = read(told).statements[-1].source
    assert source is not None
    assert source.party == "KEN"
    assert source.person in ("Ada Bell", "Njoroge")


@pytest.mark.parametrize("other", ["Chile", "Santiago"])
def test_who_tells_that_another_had_agreed_is_not_of_that_other(other: str) -> None:
    text = (
        "LIMA, March 2 (AFP) - Peru accused Chile of dragging its feet over a promised cable.\n\n"
        f"Energy Minister Rosa Luna told parliament that {other} had signed up to the cable in"
        ' 2019. "We kept our side," she said.'
    )
    said = [s.source for s in read(text).statements if s.source and s.source.person]
    assert {source.party for source in said} == {"PER"}
