"""Who speaks in paragraphs that bear labels: "Q:", "Ada Bell (Kenya):", "The Kenyan side:"."""

import re
from collections.abc import Mapping

from detente.domain.evidence import Span
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.who.benches import OFFICED, Label, answerers
from detente.read.who.interviews import interviewed
from detente.read.who.turns import NOBODY, SAYS_WE, Paragraphs, Turn, Voice

_LABEL = re.compile(
    r"(?P<label>Q|A|(?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|the|al|de|van|von|bin)){0,6})"
    r"(?:\s\((?P<beside>[^)\n]{1,90})\))?(?:\s\(\d{1,2}[:.]\d\d\))?\s?:\s"
)
# "The Kenyan side: ...", "For the Kenyan delegation: ..."
_SIDE = re.compile(r"(?P<label>[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){1,7})\s?:\s")
# In records of parliaments a stop stands for the colon: "Speaker Rossi. I thank …".
_RECORD = re.compile(
    r"(?P<label>(?:The\s)?(?:Mr|Mrs|Ms|Dr|Speaker|Senator|President|PRESIDENT|SPEAKER|CHAIR)\b\.?"
    r"(?:\s[A-Z][\w’'-]+){0,3})\.\s(?=[A-Z])"
)
# "Q. …" and "A. …", which count only together: "A. Bell" is somebody's name.
_SHORT = re.compile(r"(?P<label>[QA])\.\s")
# "Q. And the ships? – They stay.": the answer stands in the same paragraph.
_ASKED_AND_ANSWERED = re.compile(r"Q(?:uestion)?[.:]\s[^?\n]{1,300}\?\s*[–—-]+\s")
_ASKING = frozenset({"q", "question", "reporter", "interviewer", "moderator", "host", "ed."})
_ANSWERING = frozenset({"a", "answer", "interviewee"})
_GOVERNING = word_class("governing")
_LONGEST = 200  # characters in which a label stands
_WORDS = 24  # that it has at most


def is_label(passage: Passage, token: Token, text: str) -> bool:
    """Whether a word stands in the label that a paragraph begins with."""
    return token.i < _WORDS and token.end <= label_end(passage, text)


def label_end(passage: Passage, text: str) -> int:
    """Where in a paragraph the label and what is asked behind it end; 0 where it has none."""
    words = text[passage.start : passage.end]
    forms = (_ASKED_AND_ANSWERED, _LABEL, _SIDE, OFFICED)
    match = next((m for form in forms if (m := form.match(words)) is not None), None)
    return 0 if match is None else match.end()


def labelled(paragraphs: Paragraphs, issuer: Voice, house: Voice = NOBODY) -> dict[int, Turn]:
    """Turns of a text whose paragraphs begin with labels; none unless two of them do.

    An office in a label is held for whoever issued the text, or for the state in whose house
    it was spoken. There others than the holders of offices speak for nobody.
    """
    labels = {p.start: _label(paragraphs.text, p) for p in paragraphs.passages}
    labels |= _lettered(paragraphs)
    given = [label for label in labels.values() if label is not None]
    short = any(label.lower() in _ASKING | _ANSWERING for label in given)
    sides = {
        place: side
        for p in paragraphs.passages
        for place, side in ((p.start, _side(paragraphs, p)),)
        if side is not None
    }
    known = [label for label in given if paragraphs.persons.called(label) is not None]
    home = house if issuer.party is None else issuer
    for place, voice in answerers(paragraphs, _full(paragraphs, labels), home).items():
        sides.setdefault(place, voice)
    if len(given) < 2 and len(sides) < 2 and not _opens_record(paragraphs):
        return {}
    if not short and not known and not sides:
        return {}
    marked = [k for k, p in enumerate(paragraphs.passages) if labels[p.start] or p.start in sides]
    guest, host = interviewed(paragraphs, marked[0]) if short else (NOBODY, NOBODY)
    if guest == NOBODY:
        guest = issuer  # "Spokesperson's remarks": who issues a paper answers in it
    turns: dict[int, Turn] = {}
    turn = Turn()
    for passage in paragraphs.passages:
        label = labels[passage.start]
        if passage.start in sides:
            turn = Turn(speaker=sides[passage.start])
        elif label is not None and house.party is not None and sides:
            turn = Turn()
        elif label is not None:
            turn = _turn_of(label, paragraphs, guest, host)
            if turn.speaker.party is None and _answers_for(issuer, paragraphs, passage, turn):
                turn = Turn(speaker=issuer)
        if turn.speaker != NOBODY or turn.addressee != NOBODY:
            turns[passage.start] = turn
    return turns


def _answers_for(issuer: Voice, paragraphs: Paragraphs, passage: Passage, turn: Turn) -> bool:
    """Whether somebody of whom nothing is known speaks for those who called the press together.

    Whoever asks there speaks for no party: nobody who does is named in full, or says "we".
    """
    if issuer.party is None or any(p.party is not None for p in turn.speaker.persons):
        return False
    words = paragraphs.text[passage.start : passage.end]
    asks = words.rstrip().endswith("?") or SAYS_WE.search(words) is None
    return bool(turn.speaker.persons) and not asks


def _label(text: str, passage: Passage) -> str | None:
    """Label that a paragraph begins with: "Q:", "Ada Bell (Reuters):"."""
    words = text[passage.start : passage.start + _LONGEST]
    match = _LABEL.match(words) or _RECORD.match(words)
    return match["label"] if match else None


def _full(paragraphs: Paragraphs, labels: Mapping[int, str | None]) -> dict[int, Label]:
    """Labels with what stands in brackets behind them, those of long offices too."""
    found: dict[int, Label] = {}
    for p in paragraphs.passages:
        words = paragraphs.text[p.start : p.start + _LONGEST]
        match = OFFICED.match(words) or _LABEL.match(words)
        if match is not None and match["label"].lower() not in _ASKING | _ANSWERING:
            found[p.start] = Label(p, match["label"], match["beside"])
        elif labels[p.start] is not None and _RECORD.match(words) is not None:
            found[p.start] = Label(p, labels[p.start] or "")
    return found


def _lettered(paragraphs: Paragraphs) -> dict[int, str | None]:
    """Labels of one letter and a stop, where the text has both of them."""
    found: dict[int, str | None] = {}
    for p in paragraphs.passages:
        words = paragraphs.text[p.start : p.end]
        if _ASKED_AND_ANSWERED.match(words) is not None:
            found[p.start] = "A"
            continue
        match = _SHORT.match(words)
        if match is not None:
            found[p.start] = match["label"]
    both = any(_ASKED_AND_ANSWERED.match(paragraphs.text, place) for place in found)
    return found if both or len(set(found.values())) == 2 else {}


def _side(paragraphs: Paragraphs, passage: Passage) -> Voice | None:
    """The party that a label names: of "The Kenyan side:" and "Ms Bell (Kenya):" Kenya."""
    words = paragraphs.text[passage.start : passage.start + _LONGEST]
    match, group = _LABEL.match(words), "beside"
    if match is None or match["beside"] is None:
        match, group = _SIDE.match(words), "label"
        if match is None or match["label"].split()[-1].lower() not in _GOVERNING:
            return None
    begin, end = match.span(group)
    inside = Span(start=passage.start + begin, end=passage.start + end)
    found = {m.party.code: m.party for m in paragraphs.persons.names.matches_in(inside)}
    if len(found) != 1:
        return None
    (party,) = found.values()
    span = Span(start=passage.start, end=passage.start + match.end("label"))
    return Voice(span=span, party=party.code, kind=party.kind)


def _opens_record(paragraphs: Paragraphs) -> bool:
    return any(
        _RECORD.match(paragraphs.text[p.start : p.start + _LONGEST]) is not None
        for p in paragraphs.passages
    )


def _turn_of(label: str, paragraphs: Paragraphs, guest: Voice, host: Voice) -> Turn:
    word = label.lower()
    if word in _ASKING:
        return Turn(host, guest)
    if word in _ANSWERING:
        return Turn(guest, host)
    person = paragraphs.persons.called(label)
    return Turn() if person is None else Turn(speaker=Voice((person,), person.span))
