"""Answers that leave out what they answer: "Baku refused", "they will stay", "none will be given".

What is refused or accepted stands in the sentences before: the last thing that somebody else asked
of whoever answers, or, where nobody is named, the last thing that was asked of anybody.
"""

import re
from collections.abc import Iterator, Sequence

from detente.domain.evidence import Event, Statement
from detente.lexicon.acts import inventory
from detente.lexicon.nominals import verb_of
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.model.drafting.asks import Ask, asks
from detente.model.drafting.deed import Deed
from detente.model.drafting.pages import Page
from detente.model.drafting.things import thing
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice, only_may

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


def replies(page: Page, spoken: Sequence[Voice], tied: Sequence[Tie]) -> Iterator[Voice]:
    """Refusals and acceptances that do not say of what, in text order."""
    put = sorted(asks(page, spoken, tied), key=lambda ask: ask.place)
    if not put:
        return
    for i, s in page.by_id.items():
        # By whom is not said: "The request was rejected."
        if s.source is None and s.by_cue in ("refuses", "accepts"):
            refused = s.by_cue == "refuses"
            told = (a for a in put if a.statement == s.answers)
            yield from (answer(page, a, i, refuses=refused) for a in told)
    heard = {i for voice in spoken for i in voice.because}
    for i, s in page.by_id.items():
        party = s.source.party if s.source is not None else None
        if party is None or i in heard:
            continue
        ask = next((a for a in reversed(put) if _put_to(a, s, party)), None)
        refuses = _short_word(s, page) if ask is not None else None
        if ask is not None and refuses is None:
            refuses = _of_that(s, page)
        if refuses is None:
            words = _words(s, page)
            asked = (a for a in reversed(put) if _put_to(a, s, party))
            ask = next((a for a in asked if _left_as_it_is(a.deed, s, words)), None)
            refuses = True
        if ask is not None and refuses is not None:
            yield answer(page, ask, i, refuses=refuses)
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
        ask = next((a for a in reversed(put) if _answered(a, event, who, it=it)), None)
        if ask is not None:
            yield answer(page, ask, event.id, refuses=refuses)


def answer(page: Page, ask: Ask, because: str, *, refuses: bool) -> Voice:
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
    words = _words(statement, page)
    if len(words) > _SHORT or statement.inside is not None:
        return None
    if _NO.search(words):
        return True
    return False if _YES.search(words) else None


def _of_that(statement: Statement, page: Page) -> bool | None:
    """Whether somebody refuses or is ready for what is only pointed at: "is ready for that"."""
    words = _words(statement, page)
    if _THAT.fullmatch(words) is None:
        return None
    cue = statement.cue.of(page.reading.document.text) if statement.cue is not None else ""
    if _HOLDING.search(cue) is not None or "decide" in cue:
        return None  # "will hold on to it" accepts nothing, "has to decide on that" neither
    if only_may(statement, page.by_id):
        return None
    if statement.by_cue in ("offers", "accepts", "promises"):
        return False
    return True if statement.by_cue == "refuses" else None


def _words(statement: Statement, page: Page) -> str:
    return " ".join(piece.of(page.reading.document.text) for piece in statement.content)


def _left_as_it_is(asked: Deed, statement: Statement, words: str) -> bool:
    """Whether what should be ended or given is said to stay, or the thing to be refused.

    "They were going to remain there", "the engines would stay in Arica", "it stays open"; "none
    will be given"; "would not hear of a plant", where a plant was asked for.
    """
    if _NONE.match(words):
        return True
    if _OUT_OF_THE_WAY.search(words):
        return False
    if "refuses" in (statement.by_cue, statement.attitude):
        return any(is_of(asked, word) for word in words.split()[:_OPENING] if len(word) > 1)
    none = _NO_MORE.match(words)
    if none is not None:
        return any(names_deed(asked, word.lower()) for word in none["deed"].split())
    kind = asked.family.name.removeprefix("~")
    if _KEEPING.search(words) is not None:
        return kind in ENDED and is_end(asked)
    staying = _STAYING.match(words)
    if staying is None or kind not in ENDED:
        return False
    if kind in ("closure", "close"):
        open_still = staying["how"].startswith("open")
        return is_of(asked, staying["what"]) and asked.taken == open_still
    return is_end(asked) and is_of(asked, staying["what"])


def is_end(asked: Deed) -> bool:
    """Whether a deed ends something that goes on: what is kept is not withdrawn, lifted, barred."""
    if asked.family.name == "inspection":
        return not asked.taken
    return asked.taken != asked.family.measure


def names_deed(asked: Deed, noun: str) -> bool:
    """Whether a noun names a deed of that kind: of raising a quota "increase"."""
    verb = verb_of(noun) or noun
    acts = (*inventory().nouns.get(noun, ()), *inventory().verbs.get(verb, ()))
    named = {act.family.name for act in acts if act.family is not None}
    return asked.family.name in {*named, f"~{verb}"}


def is_of(asked: Deed, words: str) -> bool:
    """Whether words name the thing of a deed, or only point: "they", "the engines"."""
    named = thing(words)
    if named.generic:
        return words.strip().lower() in _POINTING | _IT
    told = (word for word in asked.thing.words.split() if word not in _JOINING)
    about = asked.thing.heads | {thing(word).head for word in told}
    return named.head in about


_OUT_OF_THE_WAY = re.compile(
    r"\b(?:not|never|n[’']t) (?:stand in|oppose|object|hinder|hesitate|rule)\b"
)
_JOINING = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "its",
        "of",
        "on",
        "the",
        "their",
        "to",
        "with",
    }
)
_OPENING = 4  # words within which the noun of a phrase stands
_HOLDING = re.compile(
    r"\b(?:cl[iu]ng|h[eo]ld|keep|kept|maintain|retain|stand|st[iu]ck)", re.IGNORECASE
)
_NONE = re.compile(r"[“\"']?none\s(?:will|would|shall)\sbe\s\w+", re.IGNORECASE)
_NO_MORE = re.compile(
    r"[“\"']?there\s(?:will|would|shall|can)\sbe\sno\s(?P<deed>\w+(?:\s\w+)?)", re.IGNORECASE
)
_KEEPING = re.compile(
    r"\b(?:will|would|shall)\s(?:\w+\s)?(?:(?:cling|hold\son|stick)\sto|stand\sby|keep|maintain"
    r"|retain|continue|uphold)\s(?:it|them|these|those)\b",
    re.IGNORECASE,
)
_STAYING = re.compile(
    r"[“\"']?(?P<what>(?:[\w’'-]+\s){1,6}?)"
    r"(?:(?:will|would|shall|must|(?:are|is|was|were)\s(?:going\s)?to)\s)?"
    r"(?:stays?|remains?|(?:carry|carries|go|goes|works?|runs?)\son)\b\s?(?P<how>\w*)",
    re.IGNORECASE,
)
# Families of deeds after which what they are done to is no longer there, or no longer so.
ENDED = frozenset(
    {
        "activity",
        "close",
        "closure",
        "custody",
        "inspection",
        "measure",
        "possession",
        "presence",
        "restitution",
    }
)

_THAT = re.compile(
    r"(?:to |for |of )?(?:it|this|that|such an? \w+"
    r"|(?:the|this|that) (?:idea|measure|move|request|step|wish))[.,]?",
    re.I,
)


def _put_to(ask: Ask, statement: Statement, party: str | None) -> bool:
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


def _answered(ask: Ask, event: Event, who: str | None, *, it: bool) -> bool:
    if ask.place >= event.span.start or ask.asker == ask.deed.owner:
        return False
    if it and who is not None and who == ask.asker:
        # "Oslo asked Lima to leave. It refused": nobody answers oneself.
        return event.span.start - ask.place < _REACH
    return who is None or (ask.deed.owner == who and ask.asker != who)


_IT = frozenset({"it", "they"})


def _short(event: Event, text: str) -> bool:
    """Whether it is told without what is refused, or only by a word that points back."""
    if event.object is None:
        return _COMPLETED.search(text[event.span.start : event.span.end + _NEXT]) is None
    if _SAID_BEHIND.match(text[event.object.span.end :]):
        return False  # "rejected the demand that he be allowed to stand"
    words = event.object.span.of(text).lower().split()
    return bool(words) and (words[-1] in _POINTING or words[-1].rstrip("s") in _ASKED_FOR)
