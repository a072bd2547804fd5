"""Who "I", "we" and "you" are: the one quoted, or whose speech or interview a text is.

Inside quotation marks "I" is the one quoted. Outside, a text speaks in the first person where
its paragraphs carry the labels of speakers, where it is an interview, where it is a speech, or
where its head says which party issued it.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.who.interviews import interview, interviewed
from detente.read.who.issuers import issuer
from detente.read.who.persons import Persons
from detente.read.who.speeches import speech
from detente.read.who.turns import NOBODY, Paragraphs, Turn, Voice

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves", "'s"})
SECOND = frozenset({"you", "your", "yours", "yourself"})

_LABEL = re.compile(
    r"(?P<label>Q|A|(?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|the|al|de|van|von|bin)){0,6})"
    r"(?:\s\([^)\n]{1,60}\))?\s?:\s"
)
# In records of parliaments a stop stands for the colon: "Speaker Rossi. I thank …".
_RECORD = re.compile(
    r"(?P<label>(?:The\s)?(?:Mr|Mrs|Ms|Dr|Speaker|Senator|President|PRESIDENT|SPEAKER|CHAIR)\b\.?"
    r"(?:\s[A-Z][\w’'-]+){0,3})\.\s(?=[A-Z])"
)
# "Q. …" and "A. …", which count only together: "A. Bell" is somebody's name.
_SHORT = re.compile(r"(?P<label>[QA])\.\s")
_ASKING = frozenset({"q", "question", "reporter", "interviewer", "moderator", "host", "ed."})
_ANSWERING = frozenset({"a", "answer", "interviewee"})


def is_label(passage: Passage, token: Token) -> bool:
    """Whether a word is the "Q" or "A" that a paragraph of an interview begins with."""
    return (
        token.i == 0
        and token.lower_ in _ASKING | _ANSWERING
        and [t.text for t in passage.doc[1:2]] == [":"]
    )


class Voices:
    """The first and second persons of one document, outside quotation marks.

    Parameters
    ----------
    text, passages, persons
        The document, its parsed paragraphs, and the persons it names.
    quotations
        Stretches in quotation marks, in order; their first person is somebody else's.
    """

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        persons: Persons,
        quotations: Sequence[Span] = (),
    ) -> None:
        self._given = (text, passages, persons, quotations)

    def speaker(self, passage: Passage) -> Voice:
        """Who says "I" in a paragraph."""
        return self._turn(passage).speaker

    def addressee(self, passage: Passage) -> Voice:
        """Who is "you" in a paragraph."""
        return self._turn(passage).addressee

    def guest(self) -> Voice:
        """Who is interviewed, and so speaks where the text quotes somebody and says not whom."""
        return self._told[1]

    @cached_property
    def issuer(self) -> Voice:
        """Party whose official statement the text is; nobody where it is none."""
        return issuer(Paragraphs(*self._given))

    def _turn(self, passage: Passage) -> Turn:
        return self._told[0].get(passage.start, Turn())

    @cached_property
    def _told(self) -> tuple[dict[int, Turn], Voice]:
        """Turns of the paragraphs, by where these start; worked out when first asked for."""
        paragraphs = Paragraphs(*self._given)
        turns, guest = _labelled(paragraphs), NOBODY
        if not turns:
            turns, guest = interview(paragraphs)
        if not turns:
            turns = speech(paragraphs)
        if not turns and self.issuer.party is not None:
            turns = {p.start: Turn(speaker=self.issuer) for p in paragraphs.passages}
        for passage in paragraphs.passages:
            signed = _signed(paragraphs.persons, passage)
            if signed is not None:
                turns[passage.start] = Turn(speaker=signed)
        return turns, guest


def _label(text: str, passage: Passage) -> str | None:
    """Label that a paragraph begins with: "Q:", "Ada Bell (Reuters):"."""
    words = text[passage.start : passage.start + 100]
    match = _LABEL.match(words) or _RECORD.match(words)
    return match["label"] if match else None


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


def _labelled(paragraphs: Paragraphs) -> dict[int, Turn]:
    """Turns of a text whose paragraphs begin with labels; none unless two of them do."""
    labels = {p.start: _label(paragraphs.text, p) for p in paragraphs.passages}
    labels |= _lettered(paragraphs)
    given = [label for label in labels.values() if label is not None]
    short = any(label.lower() in _ASKING | _ANSWERING for label in given)
    known = [label for label in given if paragraphs.persons.called(label) is not None]
    if len(given) < 2 and not _opens_record(paragraphs):
        return {}
    if not short and not known:
        return {}
    first = next(k for k, p in enumerate(paragraphs.passages) if labels[p.start] is not None)
    guest, host = interviewed(paragraphs, first) if short else (NOBODY, NOBODY)
    turns: dict[int, Turn] = {}
    turn = Turn()
    for passage in paragraphs.passages:
        label = labels[passage.start]
        if label is not None:
            turn = _turn_of(label, paragraphs.persons, guest, host)
        if turn.speaker.persons or turn.addressee.persons:
            turns[passage.start] = turn
    return turns


def _lettered(paragraphs: Paragraphs) -> dict[int, str | None]:
    """Labels of one letter and a stop, where the text has both of them."""
    found: dict[int, str | None] = {}
    for p in paragraphs.passages:
        match = _SHORT.match(paragraphs.text[p.start : p.start + 3])
        if match is not None:
            found[p.start] = match["label"]
    return found if len(set(found.values())) == 2 else {}


def _opens_record(paragraphs: Paragraphs) -> bool:
    return any(
        _RECORD.match(paragraphs.text[p.start : p.start + 100]) is not None
        for p in paragraphs.passages
    )


def _turn_of(label: str, persons: Persons, guest: Voice, host: Voice) -> Turn:
    word = label.lower()
    if word in _ASKING:
        return Turn(host, guest)
    if word in _ANSWERING:
        return Turn(guest, host)
    person = persons.called(label)
    return Turn() if person is None else Turn(speaker=Voice((person,), person.span))
