"""What is in a text and is nobody's word today: what others say of a party, and what is long past.

A party is held only to what it says itself, now. That another party says it said so, that onlookers
expect it to, that a former minister wants it, or that it threatened the same in 1994 is no wish.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

from detente.domain.evidence import Source, Statement
from detente.lexicon.words import word_class
from detente.model.drafting.pages import Page
from detente.model.drafting.things import thing

# By what somebody is known not to speak for a state, though it stands in their name.
_FORMER = re.compile(
    r"\b(?:former|formerly|ex-|retired|erstwhile|exiled|jailed|one-?time|opposition|shadow)", re.I
)
# Who tells of others what these would do, and has it from nobody.
_ONLOOKER = re.compile(
    r"\b(?:analyst|historian|observer|expert|economist|commentator|columnist|academic|scholar|critic"
    r"|pundit|newspaper|lobb(?:y|ies)|researcher|professor|trader|resident|voter|poll)s?\b",
    re.I,
)
_ASKED_WHETHER = ("whether ", "if ", "asked whether ", "asked if ")
_TELLING = frozenset({"asserts", "denies", "mentions"})
_GUESSED = frozenset({"believes", "expects", "asks", "mentions"})
_YEAR = re.compile(
    r"\b(?:in|since|during|of) (?:the )?(?:early |late |mid-)?((?:19|20)\d\d)s?\b", re.I
)
_AGO = re.compile(
    r"\b(?:years|decades|a decade|a generation|a century) (?:ago|earlier|before)\b"
    r"|\bonce\b(?! (?:more|again))"
    r"|\b(?:previous|earlier|former|last|predecessor) (?:government|administration)\b",
    re.I,
)
# Years after which a word no longer stands for what is wanted today.
_OLD = 3
# Characters at the end of what is said in which its time may stand.
_TAIL = 30


def of_a_court(source: Source | None, text: str) -> bool:
    """Whether judges say it: "a court in Nairobi", "the tribunal in The Hague"."""
    if source is None or source.person is not None:
        return False
    words = source.span.of(text)
    named = any(word[0].isupper() for word in words.split()[1:])
    return named and thing(_PLACED.split(words)[0]).head in _COURTS


_COURTS = word_class("courts")
_PLACED = re.compile(r" (?:at|in|of) ")


def alleged(statement: Statement, by_id: Mapping[str, Statement], text: str = "") -> bool:
    """Whether it is somebody else who says, or guesses, that this party said it."""
    party = statement.source.party if statement.source else None
    outer = by_id.get(statement.inside or "")
    while outer is not None:
        source = outer.source
        teller = source.party if source else None
        # Who turns a demand down does not say of another that it asks: the writer does.
        put = statement.by_cue in ("demands", "offers")
        answers = outer.by_cue in ("refuses", "accepts") and put
        if teller is not None and teller != party and not answers:
            return True
        guessed = source is not None and teller is None and outer.by_cue in _GUESSED
        if guessed or (source is not None and _ONLOOKER.search(source.span.of(text))):
            return True
        outer = by_id.get(outer.inside or "")
    return False


def by_onlookers(statement: Statement, text: str) -> bool:
    """Whether people say it who decide nothing: "an analyst said that Oslo might leave if"."""
    source = statement.source
    if source is None or source.party is not None:
        return False
    return _ONLOOKER.search(source.span.of(text)) is not None


def only_named(statement: Statement, by_id: Mapping[str, Statement], text: str) -> bool:
    """Whether it is denied to have been said, or left open: "refused to say whether it would"."""
    first = statement.content[0].of(text).lower() if statement.content else ""
    if first.startswith(_ASKED_WHETHER) and statement.by_cue in (
        "asserts",
        "mentions",
        "asks",
    ):
        # "If the level did not rise, Peru would close it" says what Peru would do.
        return statement.by_cue != "asserts" or _CONDITION_FIRST.match(first) is None
    if statement.cue is not None and _rumoured(text, statement.cue.start):
        return True
    outer = by_id.get(statement.inside or "")
    while outer is not None:
        if outer.by_cue == "denies" and statement.by_cue != "denies":
            return True
        if outer.by_cue == "mentions" and outer.cue is not None and "comment" in outer.cue.of(text):
            return True  # "would not comment on a report that it had refused to"
        outer = by_id.get(outer.inside or "")
    return False


_CONDITION_FIRST = re.compile(
    r"[“\"]?if\s[^,]{6,}?,\s.*?\b(?:will|would|can|could|may|might|must|shall)\b"
)


def _rumoured(text: str, place: int) -> bool:
    """Of "a rumour that Oslo had agreed to leave" the agreeing."""
    before = text[max(0, place - _RUMOUR_REACH) : place].lower()
    if not ("rumo" in before or "gossip" in before or "speculation" in before):
        return False  # soon told
    return _RUMOUR.search(text, max(0, place - _RUMOUR_REACH), place) is not None


_RUMOUR = re.compile(r"\b(?:gossip|rumou?rs?|speculation)\s(?:that|of)\s[^,.;:]*$", re.I)
_RUMOUR_REACH = 80
# No sentence is longer; what is told before it is not looked at.
_SENTENCE = 600
# Of "ago", "earlier", "before", "once", "government" and "administration" what few others have.
_PAST = ("ago", "earl", "bef", "onc", "gov", "trat")
_MAY_BE_PAST = re.compile("|".join(_PAST), re.I)
_MAY_BE_YEAR = re.compile(r"(?:19|20)\d\d")


def past_words(page: Page) -> list[int]:
    """Places of a text at which it may tell of years long past, looked for once."""
    text = page.reading.document.text
    lowered = text.lower()
    found = [m.start() for m in _MAY_BE_YEAR.finditer(text)]
    if any(word in lowered for word in _PAST):  # soon told, and most texts have none
        found += [m.start() for m in _MAY_BE_PAST.finditer(text)]
    return sorted(found)


def outdated(statement: Statement, page: Page, past: Sequence[int]) -> bool:
    """Whether it is told of years long past, or said by somebody who no longer speaks for it.

    ``past`` are the page's `past_words`.
    """
    text, published = page.reading.document.text, page.reading.document.published
    if statement.source is not None and _former(statement.source.span.of(text)):
        return True
    if not past or statement.cue is None or statement.by_cue in _TELLING:
        return False
    start = max(page.sentence_at(statement.cue.start), statement.cue.start - _SENTENCE)
    first = bisect_left(past, start)
    if first == len(past) or past[first] >= (end := statement.extent.end):
        return False
    before = text[start : statement.cue.start]
    after = text[max(end - _TAIL, statement.cue.end) : end]
    if long_past(before):
        return True
    if published is None:
        return False
    years = [int(m[1]) for words in (before, after) for m in _YEAR.finditer(words)]
    return any(y < int(published[:4]) - _OLD for y in years)


def long_past(words: str) -> bool:
    """Whether words tell of what once was: "a previous government", "decades ago"."""
    return _AGO.search(words) is not None


@lru_cache(maxsize=2**12)
def _former(words: str) -> bool:
    return _FORMER.search(words) is not None
