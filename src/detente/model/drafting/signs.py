"""Stances that no statement holds whole: a deed, and a word beside it that says yes or no.

"Put paid to any prospect of lifting it", "the reply to the plea for its lifting was no", "the door
has been shut in Oslo": what is refused, held out or asked for stands in the sentence as an event
that did not happen, and beside it a sign (`stances.toml`). Whose deed it is tells who refuses it
or holds it out; whoever else is named asks for it. Only sentences are asked in which nothing was
heard of the deed, and none that tell what onlookers make of it, what is open, or what was denied.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from detente.domain.evidence import Actor
from detente.lexicon.scales import scale
from detente.model.drafting.at_stake import at_stake
from detente.model.drafting.deed import Deed
from detente.model.drafting.hearsay import long_past
from detente.model.drafting.named_by_object import STANDS
from detente.model.drafting.named_deeds import Named, named_in
from detente.model.drafting.pages import Page
from detente.model.drafting.sign_words import (
    ASKED_BY,
    BY,
    CLOSE,
    FAR,
    FOLLOWING,
    NEAR,
    ONLOOKERS,
    OPEN,
    PASSIVE,
    QUESTION,
    REPLY,
    SAYING,
    TURNED,
    WITHHELD,
    signs_in,
)
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice

_REAL = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign in a stretch of text: what it says, where it begins and ends there, and by whom."""

    attitude: str
    start: int
    end: int
    by: str | None = None


@dataclass(frozen=True)
class _Signs:
    """A text, with what it names and what was heard of it already."""

    page: Page
    heard: Sequence[Voice]
    ties: Sequence[Tie]
    _words: dict[tuple[int, int], list[re.Match[str]]] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return self.page.reading.document.text

    @cached_property
    def named(self) -> list[Named]:
        """Welcome deeds that are not told as done, in text order, with whose they are if told."""
        return [
            replace(each, deed=self._owned(each.deed))
            for each in named_in(self.page, at_stake(self.heard))
        ]

    def _owned(self, made: Deed) -> Deed:
        """A deed with the owner that all other mentions of it in the text agree on."""
        if made.owner is not None or not made.thing.words:
            return made
        owners = {d.owner for d in self._with_owner if d.same_option(made)}
        owners |= {d.owner for d in self._done if d.same_option(made) and d.taken != made.taken}
        return replace(made, owner=next(iter(owners))) if len(owners) == 1 else made

    @cached_property
    def _with_owner(self) -> list[Deed]:
        """Deeds that are spoken of with whose they are."""
        found = [d for _, e, d in self.page.events if d is not None and e.status != "happened"]
        found += [v.deed for v in self.heard]
        found += [d for t in self.ties for d in (t.benefit, *t.needs)]
        return [d for d in found if d.owner is not None]

    @cached_property
    def _done(self) -> list[Deed]:
        """Deeds that were done: who did one can undo it, and does it no second time."""
        found = [d for _, e, d in self.page.events if d is not None and e.status in _REAL]
        return [d for d in found if d.owner is not None]

    def words_in(self, start: int, end: int) -> list[re.Match[str]]:
        """Words of a stretch that may be signs; of one stretch they are looked for once."""
        if (start, end) not in self._words:
            self._words[start, end] = list(signs_in(self.text, start, end))
        return self._words[start, end]

    @cached_property
    def parties(self) -> list[Actor]:
        """States and organisations named, in text order."""
        told = self.page.reading.mentions
        return [m for m in told if m.party is not None and m.kind in ("country", "igo")]

    def parties_in(self, start: int, end: int) -> list[Actor]:
        """Parties named in a stretch of the text."""
        return [m for m in self.parties if start <= m.span.start < end]

    def speaker(self, place: int) -> str | None:
        """Party to which what stands at a place is given as its word."""
        held = [
            (piece.end - piece.start, s.source.party)
            for s in self.page.by_id.values()
            if s.source is not None and s.source.party is not None
            for piece in s.content
            if piece.start <= place < piece.end
        ]
        return min(held)[1] if held else None

    def speaks(self, party: str | None, start: int, end: int) -> bool:
        """Whether a stretch gives a party's word: "its foreign minister ruled out the move"."""
        return party is not None and any(
            s.source is not None and s.source.party == party and start <= s.source.span.start < end
            for s in self.page.by_id.values()
        )

    @cached_property
    def _places(self) -> list[tuple[int, int, Deed, str]]:
        """Where something was heard, of which deed, and by whom; by nobody of what is tied."""
        where = {i: (s.extent.start, s.extent.end) for i, s in self.page.by_id.items()}
        where |= {i: (e.span.start, e.span.end) for i, e, _ in self.page.events}
        found = [(*where[i], v.deed, v.party) for v in self.heard for i in v.because if i in where]
        for tie in self.ties:
            at = [where[i] for i in tie.because if i in where]
            found += [(*each, d, "") for each in at for d in (tie.benefit, *tie.needs)]
        return found

    def heard_of(self, made: Deed, start: int, end: int, party: str) -> bool:
        """Whether a party, or a condition, spoke of a deed in a stretch of the text.

        Of "must not object to its membership of the league" the joining of the league is named
        in what was heard.
        """
        return any(
            first < end and start < last and who in (party, "")
            and (found.same_option(made) or _named_inside(made, found))
            for first, last, found, who in self._places
        )  # fmt: skip

    def only_posted_there(self, party: str, sign: "_Sign | None") -> bool:
        """Of "its ambassador in Lima demanded" that Lima is only where the ambassador is."""
        return any(
            _POSTED.search(self.text[s.source.span.start : m.span.start]) is not None
            for s in self.page.by_id.values()
            if sign and s.source and s.cue and s.cue.start == sign.start and s.source.party
            for m in self.parties_in(s.source.span.start, s.source.span.end)
            if m.party == party != s.source.party
        )


def _named_inside(made: Deed, found: Deed) -> bool:
    """Whether one is only named in what another is done to, as a membership in an objection."""
    bid = found.family.name in STANDS and made.family.name in _BIDS
    return bid and bool(made.thing.words) and made.thing.words in found.thing.words


_BIDS = frozenset({"membership", "membership_own"})


def signs(page: Page, heard: Sequence[Voice], tied: Sequence[Tie]) -> Iterator[Voice]:
    """Voices that a word beside a deed gives, in text order."""
    known = _Signs(page, heard, tied)
    starts = {page.sentence_at(each.start) for each in known.named}
    given: set[tuple[int, str, bool]] = set()
    for named in known.named:
        start = page.sentence_at(named.start)
        for k in range(1 + FOLLOWING):
            end = page.sentence_end(start)
            if k and (start in starts or "\n" in known.text[named.start : end].rstrip()):
                break
            found = list(_voices_in(known, named, start, end, beside=k == 0))
            for voice in found:
                key = start, voice.party, voice.deed.taken
                if key not in given:
                    given.add(key)
                    yield voice
            if found or end >= len(known.text):
                break
            start = end


def _voices_in(
    known: _Signs, named: Named, start: int, end: int, *, beside: bool
) -> Iterator[Voice]:
    """Voices that the signs of a sentence give to a deed that it names, or that is before it."""
    if not known.words_in(start, end):
        return
    text = QUESTION.sub("", known.text[start:end])
    if OPEN.search(text) or long_past(text):
        return
    told = [
        sign
        for sign in _signs_of(known, named, start, end, beside=beside)
        if not _of_onlookers(known, sign, start, end)
    ]
    # What is refused may have been asked for, offered and agreed to in the same sentence.
    own = [s for s in told if s.attitude == "refuses"] or [
        s for s in told if s.attitude == "offers"
    ]
    owner = named.deed.owner or (own[0].by if own else None)
    if own and owner is not None and not known.heard_of(named.deed, start, end, owner):
        yield _voiced(known, named, own[0].attitude, owner)
    if own and named.deed.owner is None:
        return  # whoever refuses calls asks for nothing
    asked = next((s for s in told if s.attitude == "demands"), None)
    who = _asking(known, named, asked, start, end) if asked is not None else None
    heard = who is not None and known.heard_of(named.deed, start, end, who)
    if who is not None and not heard and not known.only_posted_there(who, asked):
        yield _voiced(known, named, "demands", who)


def _of_onlookers(known: _Signs, sign: _Sign, start: int, end: int) -> bool:
    """Whether it is said by people who decide nothing, and not only told beside them.

    Of "where his predecessor had hinted, Oslo was plain" the sign after "Oslo" is Oslo's.
    """
    for who in ONLOOKERS.finditer(known.text, start, end):
        if who.end() <= sign.start:
            edges = [m.end() for m in _EDGE.finditer(known.text, who.end(), sign.start)]
            if not edges or not known.parties_in(edges[-1], sign.start):
                return True
        elif SAYING.search(known.text, max(start, who.start() - NEAR), min(end, who.end() + NEAR)):
            return True
    return False


def _signs_of(
    known: _Signs, named: Named, start: int, end: int, *, beside: bool
) -> Iterator[_Sign]:
    """Signs of a sentence that say something of a deed."""
    text, owner = known.text, named.deed.owner
    for match in known.words_in(start, end):
        kind = match.lastgroup
        assert kind is not None
        attitude = {"no": "refuses", "yes": "offers"}.get(kind, kind)
        sign = _Sign(attitude, match.start(), match.end())
        duty = _DUTY.fullmatch(match[0]) is not None
        inside = beside and named.start <= sign.start < named.end and not duty
        if inside:
            continue
        before = text[start : sign.start]
        if attitude == "offers" and WITHHELD.search(before):
            sign = replace(sign, attitude="refuses")
            attitude = kind = "refuses"
        elif TURNED.search(before):
            continue
        if not beside and not _answers(kind, text[start : sign.start], text[sign.end : end]):
            continue
        if not beside and _RULED.match(text, start):
            continue
        who = known.speaker(sign.start) or (None if duty else _giving(known, named, sign, start))
        others = who not in (None, owner)
        if attitude == "demands":
            unknown = owner is None
            if who != owner if not unknown else _asked_closely(known, named, sign, start):
                yield sign
            continue
        if owner is None:
            # Nobody refuses what is not up to him; what stands beside a yes may be anybody's.
            if who is not None and kind != "offers" and _told_together(known, named, sign):
                yield replace(sign, by=who)
            continue
        near = who == owner or _owner_near(known, named, sign, start, end)
        if others or not near or (kind == "offers" and not _close(known, named, sign)):
            continue
        if not _NEXT_DONE.search(text[sign.end : max(named.start, sign.end)]):
            yield sign


def _asked_closely(known: _Signs, named: Named, sign: _Sign, start: int) -> bool:
    """Whether a deed that may be anybody's is asked for right there: "Oslo called for it"."""
    spoken = known.speaker(sign.start)
    if spoken is not None and spoken == known.speaker(named.start):
        return True
    return _giving(known, named, sign, start) is not None and _close(known, named, sign)


def _giving(known: _Signs, named: Named, sign: _Sign, start: int) -> str | None:
    """Party that a sign is said of: of "Oslo spurned", "a rebuff from Oslo" Oslo."""
    text = known.text
    replier = _replying(known, start, sign.start)
    if replier is not None:
        return replier
    for after in known.parties_in(sign.end, sign.end + NEAR):
        if named.start <= after.span.start < named.end:
            continue  # of "promised the return of Lima" Lima promises nothing
        between = text[sign.end : after.span.start]
        if BY.search(between) and not ASKED_BY.search(between):
            return after.party
    before = known.parties_in(max(start, sign.start - 3 * NEAR), sign.start)
    if not before or (PASSIVE.search(text[start : sign.start]) and not _active(known, sign)):
        return None
    between = text[before[-1].span.end : sign.start]
    near = len(between) <= NEAR and not _NO_SUBJECT.search(between)
    return before[-1].party if near else None


def _active(known: _Signs, sign: _Sign) -> bool:
    """Whether a sign behind "is" tells what somebody does: "is going ahead with", "is ready to"."""
    return _ACTIVE.match(known.text, sign.start) is not None


_POSTED = re.compile(r"\b(?:at|in|to)\s(?:the\s)?$")
_ACTIVE = re.compile(r"(?:\w+ing|about|committed|prepared|ready|willing)\b", re.I)


def _replying(known: _Signs, start: int, end: int) -> str | None:
    """Whose answer a stretch speaks of: "the reply from Oslo to the plea", "Oslo's answer"."""
    for word in REPLY.finditer(known.text, start, end):
        for named in known.parties_in(start, end):
            first, last = named.span.start, named.span.end
            if _POSSESSIVE.fullmatch(known.text[last : word.start()]) or (
                first > word.end() and BY.search(known.text[word.end() : first])
            ):
                return named.party
    return None


def _owner_near(known: _Signs, named: Named, sign: _Sign, start: int, end: int) -> bool:
    """Whether whose deed it is is named there, and not only as who is to do it.

    Of "Oslo's plea that Lima lift it was rejected", where nobody else can have, that is enough.
    """
    owner = named.deed.owner
    told = known.parties_in(min(start, known.page.sentence_at(named.start)), end)
    own = [m for m in told if m.party == owner]
    outside = any(not named.start <= m.span.start < named.end for m in own)
    if known.speaks(owner, start, end) and _told_together(known, named, sign):
        return True
    passive = PASSIVE.search(known.text[start : sign.start]) is not None
    headed = sign.start == start and known.text[sign.end] == ":"  # "Rejected: a plea that Oslo"
    return outside or (bool(own) and (passive or headed))


def _told_together(known: _Signs, named: Named, sign: _Sign) -> bool:
    """Whether a sign and a deed that may be anybody's are told in one go, and the thing too."""
    first, last = (sign.end, named.start) if sign.end <= named.start else (named.end, sign.start)
    between = known.text[first:last]
    return named.deed.named and len(between) <= FAR and not _ELSEWHERE.search(between)


def _close(known: _Signs, named: Named, sign: _Sign) -> bool:
    """Whether nothing but a few words stands between a sign and a deed that is held out."""
    first, last = (sign.end, named.start) if sign.end <= named.start else (named.end, sign.start)
    between = known.text[first:last]
    if first == named.end and _OF_ITS_OWN.match(known.text[sign.end : sign.end + NEAR]):
        return False
    if _NOBODY.search(known.text[known.page.sentence_at(named.start) : named.start]):
        return False
    return len(between) <= CLOSE and not _APART.search(between)


# A second thing that whoever refuses something does: "dismissed the talk and invited them to".
_NEXT_DONE = re.compile(r"\band (?:\w+ly )?\w+ed\b")
# Between a sign and a deed to which it does not belong, and behind one that has its own deed.
_APART = re.compile(r"[;.]|\b(?:not?|but|since|after|when|before|while|although|because|if)\b")
_NOBODY = re.compile(r"\b(?:nobody|no one|none of)\b", re.I)
_OF_ITS_OWN = re.compile(r"\s(?:to|of|for|on|that)\b(?! (?:that|this|th(?:is|at) effect|it|so)\b)")
# A court's order that goes unheeded orders what the sentence before need not tell.
_RULED = re.compile(
    r"\W*(?:an?|the)\s(?:[\w-]+\s)?"
    r"(?:decree|injunction|judge?ment|motion|order|petition|resolution|ruling|verdict)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\b(?:which|who|whom|whose|where|while|since|but|after|before|because)\b")
_EDGE = re.compile(r"[,;:.—–]")
# What stands between a deed and whose it is.
_POSSESSIVE = re.compile(r"(?:[’']s?)?\s(?:[\w-]+\s){0,2}")
_BY_WHOM = re.compile(r"(?:\s(?:for|of))?\sby\s(?:the\s)?")
# "Nothing is to be signed before the court has spoken": the court asks for nothing.
_WAITED_FOR = re.compile(r"\b(?:after|before|once|unless|until|when)\s(?:the\s)?$", re.IGNORECASE)
_DUTY = re.compile(r"must|should|ought to|ha(?:s|ve|d) to|is to|needs to", re.I)
# Between a party and a sign that it does not give: "told Lima of the decision to".
_NO_SUBJECT = re.compile(r"[,;:.—]|\b(?:of|to|for|with|by|from|over|about)\b")
# "Has given it the green light", "for that it has our blessing".
_OF_IT = re.compile(r"\b(?:it|this|that|the (?:move|step|idea))\s(?:\w+\s){0,3}$", re.I)
_ADDRESSED = re.compile(r"\s(?:(?:to|on|upon|from|of|for)\s)?(?:the\s)?$")
# What an answer may be followed by, which says nothing of what it answers.
_POINTING = re.compile(
    r"^\s*(?:$|[.,;:!”\"]|and\b|again\b|so\b|it\b|th(?:is|at|ose|ese|em)\b|either\b|such\b"
    r"|(?:the|this|that|any such) (?:appeal|call|demand|idea|move|overture|plan|plea|possibility"
    r"|proposal|prospect|request|step|suggestion|wish)s?\b|(?:on|in|from|by) [A-Z])"
)


def _answers(kind: str, before: str, after: str) -> bool:
    """Whether a sign in a later sentence says yes or no to what was told before."""
    if kind in ("no", "yes"):
        return True
    if kind == "offers":
        return _OF_IT.search(before) is not None
    return kind == "refuses" and _POINTING.match(after) is not None


def _asking(known: _Signs, named: Named, sign: _Sign, start: int, end: int) -> str | None:
    """Who asks for a deed: who says so, else the only party named beside whose deed it is."""
    owner = named.deed.owner
    by = _BY_WHOM.match(known.text, sign.end)
    if by is not None and PASSIVE.search(known.text[start : sign.start]):
        # "Are asked for by the commission, Oslo said" tells that the commission asks.
        asking = known.parties_in(by.end(), by.end() + 1)
        return asking[0].party if asking and asking[0].party != owner else None
    duty = _DUTY.fullmatch(known.text[sign.start : sign.end])
    who = known.speaker(sign.start) or (None if duty else _giving(known, named, sign, start))
    if who is not None and who != owner:
        return who
    told = known.parties_in(start, end)
    for after in known.parties_in(sign.end, sign.end + NEAR):
        if (
            not duty
            and after.party != owner
            and _ADDRESSED.match(known.text[sign.end : after.span.start])
        ):
            return None  # "appealed to Lima to unblock it": Lima is asked, and not the owner
    others = {
        m.party
        for m in told
        if not named.start <= m.span.start < named.end
        and not _WAITED_FOR.search(known.text[start : m.span.start])
    } - {owner}
    return next(iter(others)) if owner is not None and len(others) == 1 else None


def _voiced(known: _Signs, named: Named, attitude: str, party: str) -> Voice:
    refused = attitude == "refuses"
    return Voice(
        party=party,
        deed=named.deed.contrary if refused else named.deed,
        attitude=attitude,
        strength=scale().strength(attitude, None, ()),
        because=(named.by,),
        published=known.page.reading.document.published,
        only_own=refused and named.deed.owner is None and named.deed.family.name != "membership",
    )
