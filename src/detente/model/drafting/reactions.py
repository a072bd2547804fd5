"""What a party makes of a request where its answer names no deed: "Accra brushed it aside".

A refusal seldom repeats what it refuses. Asked to free two boats a government laughs the request
off, sees no reason to hurry, says that its waters are nobody's business or that the boats stay
where they are. Right after a request, in the words of whoever was asked or told of it, such a
sentence refuses what was asked. Nothing is heard where the party spoke of the same option
elsewhere in the text, of conditions, or where others speak.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from detente.domain.evidence import Span, Statement
from detente.model.drafting.asks import Ask, asks
from detente.model.drafting.deeds import Deed, deed
from detente.model.drafting.hearsay import alleged
from detente.model.drafting.named_deeds import standing_for
from detente.model.drafting.pages import Page
from detente.model.drafting.reaction_words import (
    BUT_YES,
    EVEN_SO,
    OPEN_STILL,
    SHUT,
    UNSURE,
    accounts,
    asking_reacted,
    cannot_see_why,
    claims_right,
    grants,
    keeps_on,
    lasts,
    reacts,
    will_not,
)
from detente.model.drafting.replies import ENDED, answer, is_end, is_of
from detente.model.drafting.sign_words import ONLOOKERS
from detente.model.drafting.spoken import verbs_of
from detente.model.drafting.things import PEOPLE
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice

_FOLLOWING = 4  # sentences behind a request in which it may be answered
_REACH = 700  # characters
_TURNS = 2  # sentences of whoever was asked in which the answer may stand
_PERSONS = frozenset({"he", "she"})
_BANS = frozenset({"ban", "blockade", "closure", "embargo", "freeze", "moratorium"})
# Families of deeds by which something comes back into use: not while it "stays shut".
_OPENING = frozenset(
    {"closure", "opening", "supply", "service", "water", "suspension", "relations", "entry", "funds"}
)
_ENDS = ENDED | {"shutdown", "order", "immunity", "disconnection", "reduction", "structure"}
_STEM = 5


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence behind a request, with whose it is.

    ``own`` is whether whoever was asked speaks or is told of, ``spoken`` whether it speaks there,
    ``named`` whether the sentence says so, and ``left_open`` whether it names nobody; ``plain`` is
    whether it refuses, and not only accounts for what is asked to end.
    """

    start: int
    end: int
    words: str
    own: bool
    spoken: bool
    named: bool
    left_open: bool
    plain: bool = True


def reactions(page: Page, heard: Sequence[Voice], tied: Sequence[Tie]) -> Iterator[Voice]:
    """Refusals of what was asked that do not name it, in text order of the requests."""
    put = sorted((*asks(page, heard, tied), *_put_to_the_other(page, heard)), key=_place)
    taken = _heard_in(page, heard, put) if put else frozenset()
    for ask in put:
        owner = ask.deed.owner
        if owner is None or ask.asker == owner or _spoken_of(ask.deed, heard, tied):
            continue
        answered = _answered(page, ask, put, taken)
        if answered is not None:
            because = standing_for(page, Span(start=answered.start, end=answered.end)) or ask.statement
            voice = answer(page, ask, because, refuses=True)
            yield voice if answered.plain else replace(voice, attitude="denies", strength=_WEAK)


def _place(ask: Ask) -> int:
    return ask.place


def _put_to_the_other(page: Page, heard: Sequence[Voice]) -> Iterator[Ask]:
    """What is asked of nobody by name, where but one other party is heard or spoken of."""
    parties = {p for v in heard for p in (v.party, v.deed.owner) if p}
    if len(parties) != _BOTH:
        return
    for voice in heard:
        if voice.attitude != "demands" or voice.deed.owner is not None or not voice.party:
            continue
        if voice.deed.family.name.startswith("membership"):
            continue
        (other,) = parties - {voice.party}
        made = replace(voice.deed, owner=other)
        for i in voice.because:
            if i in page.by_id:
                place = page.by_id[i].extent.start
                yield Ask(place=place, statement=i, asker=voice.party, deed=made)


_BOTH = 2
# Of whoever spoke in the sentence before.
_IT_SAID = re.compile(r"(?:It|They|He|She) (?:also |then )?(?:added|insisted|replied|said|says)\b")


def _spoken_of(asked: Deed, heard: Sequence[Voice], tied: Sequence[Tie]) -> bool:
    """Whether its owner spoke of an option itself, or gives it on a condition."""
    told = (v for v in heard if v.party == asked.owner and v.attitude != "demands")
    own = any(v.deed.same_option(asked) for v in told)
    return own or any(t.benefit.same_option(asked) for t in tied if t.setter in (asked.owner, None))


def _heard_in(page: Page, heard: Sequence[Voice], put: Sequence[Ask]) -> frozenset[int]:
    """Where the sentences begin in which something was heard already.

    What somebody will not do of which nobody else speaks is what it was asked, in other words.
    """
    where = {i: s.content[0].start for i, s in page.by_id.items() if s.content}
    where |= {i: event.span.start for i, event, _ in page.events}
    own = [v for v in heard if v.attitude == "refuses"]
    own = [v for v in own if not any(v.deed.same_option(ask.deed) for ask in put)]
    told = (where[i] for v in heard if v not in own for i in v.because if i in where)
    return frozenset(page.sentence_at(place) for place in told)


def _answered(
    page: Page, ask: Ask, put: Sequence[Ask], taken: Collection[int]
) -> _Sentence | None:
    """The sentence behind a request that refuses it, if one does."""
    turns, accounted = 0, None
    later = [a.place for a in put if a.deed.owner == ask.deed.owner and a.place > ask.place]
    for sentence in _behind(page, ask):
        if not (sentence.own or sentence.left_open):
            continue
        if any(place < sentence.start for place in later) and not _names(ask.deed, sentence.words):
            # Of what was asked before the last request only a refusal of all tells.
            if sentence.own and _reacts(page, ask, put, sentence):
                return sentence
            continue
        turns += sentence.spoken
        if _refuses(page, ask, put, taken, sentence, first=turns <= _TURNS):
            return sentence
        if turns == 1 and sentence.spoken and _accounts(page, ask, taken, sentence):
            accounted = sentence
    return replace(accounted, plain=False) if accounted is not None else None


def _accounts(page: Page, ask: Ask, taken: Collection[int], sentence: _Sentence) -> bool:
    """Whether whoever was asked only says why it is as it is, right behind the request."""
    first = page.sentence_end(ask.place) == sentence.start
    if not first or sentence.start in taken or _hangs(page, sentence):
        return False
    told = [s for s in page.by_id.values() if _says_there(s, ask.deed.owner, sentence)]
    if not told or any(s.by_cue not in _ACCOUNTED for s in told):
        return False
    return not grants(sentence.words) and accounts(sentence.words)


def _says_there(statement: Statement, party: str | None, sentence: _Sentence) -> bool:
    if statement.source is None or statement.source.party != party or statement.inside is not None:
        return False
    return any(p.start < sentence.end and sentence.start < p.end for p in statement.content)


_ACCOUNTED = frozenset(
    {"accuses", "asserts", "believes", "denies", "mentions", "praises", "refuses"}
)
_WEAK = 0.4  # of a refusal that is only to be gathered


def _behind(page: Page, ask: Ask) -> Iterator[_Sentence]:
    """Sentences not far behind a request."""
    text, owner = page.reading.document.text, ask.deed.owner
    start, before = page.sentence_end(ask.place), False
    left = _FOLLOWING
    while left and start < len(text) and start - ask.place <= _REACH:
        stop = page.sentence_end(start)
        words = " ".join(text[start:stop].split())
        if not words:
            start = stop
            continue
        left -= 1
        speakers, silent = _speakers(page, start, stop)
        names = {
            m.party for m in page.reading.mentions
            if start <= m.span.start < stop and m.kind in ("country", "igo") and m.party
        }
        spoken = owner in speakers
        nobody = not speakers and not silent
        told = nobody and (owner in names or (before and not names))
        spoken = spoken or (told and before and _IT_SAID.match(words) is not None)
        own, left_open = spoken or told, nobody and not names
        named = owner in names or spoken
        yield _Sentence(start, stop, words, own, spoken=spoken, named=named, left_open=left_open)
        before = own
        start = stop


def _speakers(page: Page, start: int, end: int) -> tuple[set[str], bool]:
    """Parties whose word a sentence gives, and whether others speak who decide nothing."""
    text = page.reading.document.text
    found: set[str] = set()
    silent = False
    for s in page.by_id.values():
        if s.source is None or s.inside is not None or s.by_cue == "mentions":
            continue
        if not any(piece.start < end and start < piece.end for piece in s.content):
            continue
        if alleged(s, page.by_id, text) or ONLOOKERS.search(s.source.span.of(text)):
            silent = True
        elif s.source.party is not None:
            found.add(s.source.party)
    return found, silent


def _refuses(
    page: Page, ask: Ask, put: Sequence[Ask], taken: Collection[int], sentence: _Sentence,
    *, first: bool,
) -> bool:  # fmt: skip
    """Whether a sentence of whoever was asked says no to it."""
    words = sentence.words
    if _left_open(page, sentence):
        return False
    if not sentence.own:
        return asking_reacted(words)
    if _stays(ask.deed, words):
        return True
    if _reacts(page, ask, put, sentence):
        return True
    if not sentence.named or _of_another(ask, put, words) or _renounces(page, ask, sentence):
        return False
    if not first or sentence.start in taken:
        return False
    return claims_right(words) or (
        will_not(words) if sentence.spoken else _told_of_itself(page, ask, sentence)
    )


def _told_of_itself(page: Page, ask: Ask, sentence: _Sentence) -> bool:
    """Whether the writer tells at the head of a sentence what the party will not do."""
    text = page.reading.document.text
    for m in page.reading.mentions:
        if m.party == ask.deed.owner and sentence.start <= m.span.start < sentence.start + _HEAD:
            return will_not(_FIRST.split(text[m.span.end : sentence.end])[0])
    return False


_HEAD = 12  # characters at the head of a sentence in which its subject begins
_FIRST = re.compile(r"[,;:“”\"(]|\b(?:who|which|that)\b")


def _reacts(page: Page, ask: Ask, put: Sequence[Ask], sentence: _Sentence) -> bool:
    """Whether a sentence brushes aside what was asked, whatever it was."""
    words = _without_demands(page, sentence)
    if _left_open(page, sentence) or not (reacts(words, _stems(ask.deed)) or cannot_see_why(words)):
        return False
    return not _of_another(ask, put, words)


def _without_demands(page: Page, sentence: _Sentence) -> str:
    """A sentence without what is asked for in it, as whoever answers may ask for something too."""
    text, words = page.reading.document.text, sentence.words
    for s in page.by_id.values():
        if s.by_cue == "demands" and s.extent.start < sentence.end and sentence.start < s.extent.end:
            for piece in s.content:
                words = words.replace(" ".join(piece.of(text).split()), "")
    return words


def _left_open(page: Page, sentence: _Sentence) -> bool:
    """Whether a sentence refuses only on a condition or in part, or tells what onlookers make."""
    words = sentence.words
    if not sentence.spoken and ONLOOKERS.search(words):
        return True
    return BUT_YES.search(words) is not None or (
        not EVEN_SO.search(words) and _hangs(page, sentence)
    )


def _hangs(page: Page, sentence: _Sentence) -> bool:
    """Whether a sentence sets a condition or leaves open what will be."""
    if UNSURE.search(sentence.words):
        return True
    read = page.reading.conditions
    return any(_meets(c.condition.start, c.consequence.end, sentence) for c in read)


def _meets(start: int, end: int, sentence: _Sentence) -> bool:
    return min(start, end) < sentence.end and sentence.start < max(start, end)


def _of_another(ask: Ask, put: Sequence[Ask], words: str) -> bool:
    """Whether a sentence names what something else is about that is asked of the same party."""
    if _names(ask.deed, words):
        return False
    others = [a.deed for a in put if a.deed.owner == ask.deed.owner and a is not ask]
    return any(_names(each, words) for each in others if not each.same_option(ask.deed))


def _names(asked: Deed, words: str) -> bool:
    heads = {h for h in asked.thing.heads | {asked.thing.head} if h}
    return any(is_of(asked, word) for word in words.split() if word[:3].lower() in {h[:3] for h in heads})


def _renounces(page: Page, ask: Ask, sentence: _Sentence) -> bool:
    """Whether it is some harm that will not be done: of that nothing was asked."""
    for s in page.by_id.values():
        for p in s.propositions:
            if not sentence.start <= p.span.start < sentence.end or p.polarity != "negative":
                continue
            made = deed(p, page.texts)
            harm = made is not None and made.family.harm and not made.taken
            if made is not None and harm and not made.same_option(ask.deed):
                return True
    return False


def _stays(asked: Deed, words: str) -> bool:
    """Whether what is to end, or to open again, is said to stay as it is."""
    kind = asked.family.name.removeprefix("~")
    for subject, behind in lasts(words):
        told = [word.strip("“”\"'’") for word in subject.split()]
        about = any(is_of(asked, word) for word in told if len(word) > 1)
        about = about or (kind in PEOPLE and told[:1] and told[0].lower() in _PERSONS)
        if kind in _OPENING and asked.taken == (not asked.family.measure) and SHUT.match(behind):
            return True
        if not about:
            continue
        if kind in ("closure", "close"):
            shut = not asked.taken
            banned = any(word.strip(",.").lower() in _BANS for word in subject.split())
            if (SHUT.match(behind) or banned) if shut else OPEN_STILL.match(behind):
                return True
            continue
        if _ends(asked):
            return True
    return _ends(asked) and any(_keeps(asked, kept) for kept in keeps_on(words))


def _ends(asked: Deed) -> bool:
    """Whether what is asked ends what it is done to: it is lifted, halted, withdrawn or freed."""
    kind = asked.family.name.removeprefix("~")
    return kind in _ending() if asked.family.open else kind in _ENDS and is_end(asked)


def _keeps(asked: Deed, kept: str) -> bool:
    """Whether what is gone on with is what is to end, by its name or by what is done."""
    words = [word.strip("“”\"'’.,;:!?").lower() for word in kept.split()[:_OBJECT]]
    stems = {word[:_STEM] for word in asked.thing.words.lower().split() if len(word) >= _STEM}
    return any(
        (len(word) > 1 and is_of(asked, word)) or (word.endswith("ing") and word[:_STEM] in stems)
        for word in words
    )


_OBJECT = 7  # words within which it is told what somebody goes on with


@cache
def _ending() -> frozenset[str]:
    """Verbs of no list that end whatever they are done to."""
    acts = ("lift", "take_down", "relinquish", "reduce", "repeal", "shut_down", "cancel_order")
    more = {"take down", "remove", "dismantle", "tow", "tow away", "move", "end", "stop", "demolish"}
    return frozenset(verb for act in acts for verb in verbs_of(act)) | more


def _stems(asked: Deed) -> frozenset[str]:
    """How verbs begin by which a deed may be asked for."""
    act = asked.act or asked.family.name.removeprefix("~")
    verbs = (*verbs_of(act), act.replace("_", " "))
    return frozenset(verb.split()[0].rstrip("e")[:_STEM] for verb in verbs if verb)
