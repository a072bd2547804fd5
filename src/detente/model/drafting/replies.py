"""Short answers: "Baku refused", "the request was rejected", "Kyiv agreed".

What is refused or accepted stands in the sentences before: the last thing that somebody else asked
of whoever answers, or, where nobody is named, the last thing that was asked of anybody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.domain.evidence import Event, Statement
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.model.drafting.deeds import Deed
from detente.model.drafting.pages import Page
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import UNKNOWN, Voice

_REFUSING = word_class("refusing_answers")
_ACCEPTING = word_class("accepting_answers")
_ASKED_FOR = word_class("demands") | word_class("requests") | {
    "blueprint", "compromise", "formula", "measure", "overture", "plan", "roadmap", "step",
}  # fmt: skip
# "Declined to comment", "agreed that": what is refused or accepted stands right there.
_COMPLETED = re.compile(r"\w+(?:ed|s|ny|se)\s(?:to|that|on|with|whether|any|all)\b")
_SAID_BEHIND = re.compile(r"\s(?:that|to|for|of)\b")
_NEXT = 10  # characters behind an event in which such a word may stand
_POINTING = frozenset({"it", "this", "that", "them", "these", "those", "so"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ask:
    """Something asked of a party at a place of the text."""

    place: int
    statement: str
    asker: str | None
    deed: Deed


def replies(page: Page, spoken: Sequence[Voice], tied: Sequence[Tie]) -> Iterator[Voice]:
    """Refusals and acceptances that do not say of what, in text order."""
    asks = sorted(_asks(page, spoken, tied), key=lambda ask: ask.place)
    if not asks:
        return
    for i, s in page.by_id.items():
        # By whom is not said: "The request was rejected."
        if s.source is None and s.by_cue in ("refuses", "accepts"):
            refused = s.by_cue == "refuses"
            told = (a for a in asks if a.statement == s.answers)
            yield from (_answer(page, a, i, refuses=refused) for a in told)
    heard = {i for voice in spoken for i in voice.because}
    for i, s in page.by_id.items():
        party = s.source.party if s.source is not None else None
        if party is None or i in heard:
            continue
        ask = next((a for a in reversed(asks) if _put_to(a, s, party)), None)
        refuses = _short_word(s, page) if ask is not None else None
        if ask is not None and refuses is None:
            refuses = _of_that(s, page)
        if ask is not None and refuses is not None:
            yield _answer(page, ask, i, refuses=refuses)
    for event in page.reading.events:
        if event.status != "happened" or not _short(event, page.reading.document.text):
            continue
        refuses = event.act in _REFUSING
        if not refuses and event.act not in _ACCEPTING:
            continue
        who = event.actor.party if event.actor is not None else None
        it = (
            event.actor is not None
            and event.actor.span.of(page.reading.document.text).lower() in _IT
        )
        ask = next((a for a in reversed(asks) if _answered(a, event, who, it=it)), None)
        if ask is not None:
            yield _answer(page, ask, event.id, refuses=refuses)


def _answer(page: Page, ask: _Ask, because: str, *, refuses: bool) -> Voice:
    """What whoever was asked says of it."""
    assert ask.deed.owner is not None
    attitude = "refuses" if refuses else "accepts"
    return Voice(
        party=ask.deed.owner,
        deed=ask.deed.contrary if refuses else ask.deed,
        attitude=attitude,
        strength=scale().strength(attitude, None, ()),
        because=(because,),
        published=page.reading.document.published,
    )


def _short_word(statement: Statement, page: Page) -> bool | None:
    """Whether somebody says no or yes without saying to what; None for anything else."""
    words = " ".join(piece.of(page.reading.document.text) for piece in statement.content)
    if len(words) > _SHORT or statement.inside is not None:
        return None
    if _NO.search(words):
        return True
    return False if _YES.search(words) else None


def _of_that(statement: Statement, page: Page) -> bool | None:
    """Whether somebody refuses or is ready for what is only pointed at: "is ready for that"."""
    words = " ".join(piece.of(page.reading.document.text) for piece in statement.content)
    if _THAT.fullmatch(words) is None:
        return None
    if statement.by_cue in ("offers", "accepts", "promises"):
        return False
    return True if statement.by_cue == "refuses" else None


_THAT = re.compile(
    r"(?:to |for |of )?(?:it|this|that|such an? \w+"
    r"|(?:the|this|that) (?:idea|measure|move|request|step|wish))[.,]?",
    re.I,
)


def _put_to(ask: _Ask, statement: Statement, party: str | None) -> bool:
    """Whether a request was put to a party not long before it speaks."""
    if ask.deed.owner != party or ask.asker == party:
        return False
    return 0 < statement.extent.start - ask.place < _REACH


# Words that say no or yes to what was asked before, whatever it was; no longer sentence does.
_SHORT, _REACH = 90, 700
_NO = re.compile(
    r"\b(?:nothing of the (?:kind|sort)|no such thing|out of the question|not going to happen"
    r"|(?:will|would|can|could) (?:not|never) (?:do (?:so|that|this|it)|happen|comply|oblige|yield)"
    r"|won[’']t (?:do (?:so|that|this|it)|happen|comply|yield|budge)|unacceptable|a non-starter"
    r"|not an option|not on the (?:table|agenda|cards))\b"
    r"|^[“\"']?(?:that )?(?:i|it|he|she|they|we) (?:(?:will|would|shall) not|won[’']t)[.,!”\"']*$"
    r"|^[“\"']?(?:no|never)\b(?: way)?[,.!”\"']",
    re.I,
)
_YES = re.compile(
    r"\b(?:we|it|they|i|he|she) (?:(?:can|could|will|would|shall|intend to|mean to|plan to)"
    r" (?:gladly |certainly |also )?(?:do|arrange|grant|manage) (?:so|that|this|it))\b"
    r"|\b(?:nothing|no objections?) (?:against|to) (?:it|that|this|such an? \w+)\b"
    r"|^[“\"']?(?:that|this|it) (?:is|would be|seems) (?:\w+ )?(?:possible|acceptable|fine|feasible"
    r"|no problem|agreeable|in order|all right|conceivable)\b"
    r"|^[“\"']?(?:that|this|it) (?:can|will|shall)"
    r" (?:happen|follow|come|be (?:done|arranged|granted))\b"
    r"|\b(?:would|will|can|could) (?:gladly |happily |readily )?(?:do so|comply|oblige)\b"
    r"|^[“\"']?(?:that )?(?:i|it|he|she|they|we) (?:will|would|shall)[.,!”\"']*$"
    r"|^[“\"']?(?:yes|of course|agreed|gladly)[,.!”\"']",
    re.I,
)


def _answered(ask: _Ask, event: Event, who: str | None, *, it: bool) -> bool:
    if ask.place >= event.span.start or ask.asker == ask.deed.owner:
        return False
    if it and who is not None and who == ask.asker:
        # "Oslo asked Lima to leave. It refused": nobody answers oneself.
        return event.span.start - ask.place < _REACH
    return who is None or (ask.deed.owner == who and ask.asker != who)


_IT = frozenset({"it", "they"})


def _asks(page: Page, spoken: Sequence[Voice], tied: Sequence[Tie]) -> Iterator[_Ask]:
    said = page.by_id
    for voice in spoken:
        if voice.attitude == "demands" and voice.deed.owner is not None:
            for i in voice.because:
                if i in said:
                    asker = None if voice.party == UNKNOWN else voice.party
                    place = said[i].extent.start
                    yield _Ask(place=place, statement=i, asker=asker, deed=voice.deed)
    for tie in tied:
        for need in tie.needs:
            i = tie.statement or ""
            if i in said and need.owner not in (None, tie.setter):
                place = said[i].extent.start
                yield _Ask(place=place, statement=i, asker=tie.setter, deed=need)


def _short(event: Event, text: str) -> bool:
    """Whether it is told without what is refused, or only by a word that points back."""
    if event.object is None:
        return _COMPLETED.search(text[event.span.start : event.span.end + _NEXT]) is None
    if _SAID_BEHIND.match(text[event.object.span.end :]):
        return False  # "rejected the demand that he be allowed to stand"
    words = event.object.span.of(text).lower().split()
    return bool(words) and (words[-1] in _POINTING or words[-1].rstrip("s") in _ASKED_FOR)
