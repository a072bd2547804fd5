"""Who "I", "we" and "you" are: the one quoted, or whose speech or interview a text is.

Inside quotation marks "I" is the one quoted. Outside, a text speaks in the first person where
its paragraphs carry the labels of speakers, where it is an interview, where it is a speech, or
where its head says which party issued it.
"""

from collections.abc import Sequence
from functools import cached_property

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.who.interviews import interview
from detente.read.who.labels import label_end, labelled
from detente.read.who.leads import item_end, leads
from detente.read.who.persons import Persons
from detente.read.who.posts import posts
from detente.read.who.speeches import speech
from detente.read.who.turns import NOBODY, Paragraphs, Turn, Voice

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves", "'s"})
SECOND = frozenset({"you", "your", "yours", "yourself"})


class Voices:
    """The first and second persons of one document, outside quotation marks.

    Parameters
    ----------
    text, passages, persons
        The document, its parsed paragraphs, and the persons it names.
    quotations
        Stretches in quotation marks, in order; their first person is somebody else's.
    issuer
        Party whose official statement the text is; nobody where it is none.
    house
        State in whose house the text was spoken; nobody where it was spoken elsewhere.
    """

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        persons: Persons,
        quotations: Sequence[Span] = (),
        issuer: Voice = NOBODY,
        house: Voice = NOBODY,
    ) -> None:
        self._given = (text, passages, persons, quotations)
        self.issuer = issuer
        self.house = house

    def speaker(self, passage: Passage) -> Voice:
        """Who says "I" in a paragraph."""
        return self._turn(passage).speaker

    def addressee(self, passage: Passage) -> Voice:
        """Who is "you" in a paragraph."""
        return self._turn(passage).addressee

    def speaks_for(self, passage: Passage) -> bool:
        """Whether it is known for whom a paragraph's speaker speaks, and that is a party."""
        voice = self.speaker(passage)
        return voice.party is not None or any(p.party is not None for p in voice.persons)

    def told_from(self, passage: Passage) -> int:
        """Where in a paragraph begins what is said, behind a label or the mark of an item."""
        text = self._given[0]
        return (self._turn(passage) != Turn() and label_end(passage, text)) or item_end(
            passage, text
        )

    def guest(self) -> Voice:
        """Who is interviewed, and so speaks where the text quotes somebody and says not whom."""
        return self._told[1]

    def _turn(self, passage: Passage) -> Turn:
        return self._told[0].get(passage.start, Turn())

    @cached_property
    def _told(self) -> tuple[dict[int, Turn], Voice]:
        """Turns of the paragraphs, by where these start; worked out when first asked for."""
        paragraphs = Paragraphs(*self._given)
        turns, guest = labelled(paragraphs, self.issuer, self.house) or posts(paragraphs), NOBODY
        if not turns:
            turns, guest = interview(paragraphs)
        if not turns:
            turns = speech(paragraphs)
        if not turns and self.issuer.party is not None:
            turns = {p.start: Turn(speaker=self.issuer) for p in paragraphs.passages}
        for place, voice in leads(paragraphs):
            turns.setdefault(place, Turn(speaker=voice))
        for passage in paragraphs.passages:
            signed = _signed(paragraphs.persons, passage)
            if signed is not None:
                turns[passage.start] = Turn(speaker=signed)
        return turns, guest


def _signed(persons: Persons, passage: Passage) -> Voice | None:
    """Of "I was never asked. Ada Bell" the name at the end."""
    last = list(passage.doc.sents)[-1:]
    if not last or last[0].start == 0:
        return None
    tokens = [t for t in last[0] if t.text not in ("-", "—", "–", ".", "“", '"')]
    if not tokens or len(tokens) > 4 or any(t.pos_ != "PROPN" for t in tokens):
        return None
    person = persons.at(passage, tokens[-1])
    return None if person is None else Voice((person,), person.span)
