"""What a party makes of a request where its answer names no deed: "Accra brushed it aside".

A refusal seldom repeats what it refuses. Asked to free two boats a government laughs the request
off, sees no reason to hurry, says that its waters are nobody's business or that the boats stay
where they are. Right after a request, in the words of whoever was asked or told of it, such a
sentence refuses what was asked; one that only says why all is as it should be is against it.
Nothing is heard where the party spoke of the same option elsewhere in the text, on a condition,
of what is still open, or where others speak.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from detente.domain.evidence import Span, Statement
from detente.lexicon.nominals import verb_of
from detente.lexicon.words import word_class
from detente.model.drafting.asks import Ask, asks, put_to_the_other
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.named_deeds import standing_for
from detente.model.drafting.pages import Page
from detente.model.drafting.reaction_words import (
    BUT_YES,
    EVEN_SO,
    UNSURE,
    accounts,
    asking_reacted,
    cannot_see_why,
    claims_right,
    grants,
    in_process,
    judged,
    reacts,
    there_will_be_no,
    will_not,
    will_not_do_that,
)
from detente.model.drafting.replies import answer, is_of, names_deed
from detente.model.drafting.sign_words import ONLOOKERS
from detente.model.drafting.spoken import verbs_of
from detente.model.drafting.staying import stays
from detente.model.drafting.things import PEOPLE, singular
from detente.model.drafting.ties import Tie
from detente.model.drafting.turns import Said, Turn, turns
from detente.model.drafting.voices import Voice

_Manner = Literal["refuses", "denies"]
_TURNS = 2  # sentences of whoever was asked in which it may say no in so many words
_WEAK = 0.4  # strength of a refusal that is only to be gathered
_STEM = 5  # letters by which a form of a verb is known
_BEGUN = 3  # letters by which a word is looked at more closely
_HEAD = 12  # characters at the head of a sentence in which its subject begins
_FIRST = re.compile(r"[,;:“”\"(]|\b(?:who|which|that)\b")
# Attitudes in which one says why something is as it is, and holds nothing out.
_ACCOUNTED = frozenset(
    {"accuses", "asserts", "believes", "denies", "mentions", "praises", "refuses"}
)


def reactions(page: Page, heard: Sequence[Voice], tied: Sequence[Tie]) -> Iterator[Voice]:
    """Refusals of what was asked that do not name it, in text order of the requests."""
    put = sorted(
        (*asks(page, heard, tied), *put_to_the_other(page, heard)), key=lambda ask: ask.place
    )
    known = _Known(page, heard, tied, tuple(put))
    for ask in put:
        if ask.deed.owner is None or ask.asker == ask.deed.owner or known.spoken_of(ask.deed):
            continue
        found = known.answered(ask)
        if found is not None:
            turn, manner = found
            because = standing_for(page, Span(start=turn.start, end=turn.end)) or ask.statement
            voice = answer(page, ask, because, refuses=True)
            weak = manner == "denies"
            yield replace(voice, attitude=manner, strength=_WEAK) if weak else voice


@dataclass(frozen=True)
class _Known:
    """A text, with what was heard of it already and what is asked of anybody in it."""

    page: Page
    heard: Sequence[Voice]
    tied: Sequence[Tie]
    put: Sequence[Ask]
    said: dict[int, Said] = field(default_factory=dict)

    def spoken_of(self, asked: Deed) -> bool:
        """Whether its owner spoke of an option itself, or gives it on a condition."""
        told = (v for v in self.heard if v.party == asked.owner and v.attitude != "demands")
        given = (t for t in self.tied if t.setter in (asked.owner, None))
        return any(v.deed.same_option(asked) for v in told) or any(
            t.benefit.same_option(asked) for t in given
        )

    @cached_property
    def taken(self) -> frozenset[int]:
        """Where the sentences begin in which something was heard already.

        What somebody will not do of which nobody else speaks is what it was asked, in other words.
        """
        where = {i: s.content[0].start for i, s in self.page.by_id.items() if s.content}
        where |= {i: event.span.start for i, event, _ in self.page.events}
        told = (
            where[i] for v in self.heard if not self._reworded(v) for i in v.because if i in where
        )
        return frozenset(self.page.sentence_at(place) for place in told)

    def _reworded(self, voice: Voice) -> bool:
        asked = any(voice.deed.same_option(ask.deed) for ask in self.put)
        return voice.attitude == "refuses" and not asked

    def answered(self, ask: Ask) -> tuple[Turn, _Manner] | None:
        """The sentence behind a request that refuses it, and in what manner."""
        spoken, accounted = 0, None
        owner = ask.deed.owner
        later = [a.place for a in self.put if a.deed.owner == owner and a.place > ask.place]
        for turn in turns(self.page, ask, self.said):
            if not (turn.own or turn.nobodys):
                continue
            closed = not self._left_open(turn)
            if any(place < turn.start for place in later) and not _names(ask.deed, turn.words):
                # Of what was asked before the last request only a refusal of all tells.
                if closed and turn.own and self._reacts(ask, turn):
                    return turn, "refuses"
                continue
            spoken += turn.spoken
            if closed and self._refuses(ask, turn, early=spoken <= _TURNS):
                return turn, "refuses"
            if accounted is None and spoken <= 1 and turn.own and self._accounts(ask, turn):
                accounted = turn
        return (accounted, "denies") if accounted is not None else None

    def _refuses(self, ask: Ask, turn: Turn, *, early: bool) -> bool:
        """Whether a sentence of whoever was asked says no to it."""
        words = turn.words
        if not turn.own:
            return asking_reacted(words)
        if stays(ask.deed, words) or self._reacts(ask, turn):
            return True
        if not (turn.named and early) or self._of_another(ask, words):
            return False
        if claims_right(words):
            return True
        if turn.start in self.taken or self._renounces(ask, turn):
            return False
        if any(_is_grant(ask.deed, noun) for noun in there_will_be_no(words)):
            return True
        return will_not(words) if turn.spoken else self._told_of_itself(ask, turn)

    def _told_of_itself(self, ask: Ask, turn: Turn) -> bool:
        """Whether the writer tells at the head of a sentence what the party will not do."""
        text = self.page.reading.document.text
        for m in self.page.reading.mentions:
            if m.party == ask.deed.owner and turn.start <= m.span.start < turn.start + _HEAD:
                return will_not(_FIRST.split(text[m.span.end : turn.end])[0])
        return False

    def _reacts(self, ask: Ask, turn: Turn) -> bool:
        """Whether a sentence brushes aside what was asked, whatever it was."""
        words = self._without_demands(turn)
        verbs = _stems(ask.deed)
        told = reacts(words, verbs, lambda word: _names(ask.deed, word)) or cannot_see_why(words)
        told = told or (turn.start not in self.taken and will_not_do_that(words, verbs))
        return told and not self._of_another(ask, words)

    def _without_demands(self, turn: Turn) -> str:
        """A sentence without what is asked for in it: whoever answers may ask for something too."""
        text, words = self.page.reading.document.text, turn.words
        for s in self.page.by_id.values():
            if s.by_cue == "demands" and _meets(s.extent, turn):
                for piece in s.content:
                    words = words.replace(" ".join(piece.of(text).split()), "")
        return words

    def _left_open(self, turn: Turn) -> bool:
        """Whether a sentence refuses on a condition or in part, or tells what onlookers make."""
        if not turn.spoken and ONLOOKERS.search(turn.words):
            return True
        if BUT_YES.search(turn.words):
            return True
        return not EVEN_SO.search(turn.words) and self._hangs(turn)

    def _hangs(self, turn: Turn) -> bool:
        """Whether a sentence sets a condition or leaves open what will be."""
        if UNSURE.search(turn.words):
            return True
        read = self.page.reading.conditions
        return any(_meets(c.condition, turn) or _meets(c.consequence, turn) for c in read)

    def _of_another(self, ask: Ask, words: str) -> bool:
        """Whether a sentence names what something else is about that is asked of the party."""
        if _names(ask.deed, words):
            return False
        others = (a.deed for a in self.put if a.deed.owner == ask.deed.owner and a is not ask)
        return any(_names(each, words) for each in others if not each.same_option(ask.deed))

    def _renounces(self, ask: Ask, turn: Turn) -> bool:
        """Whether it is some harm that will not be done: of that nothing was asked."""
        for s in self.page.by_id.values():
            for p in s.propositions:
                if p.polarity != "negative" or not turn.start <= p.span.start < turn.end:
                    continue
                made = deed(p, self.page.texts)
                harm = made is not None and made.family.harm and not made.taken
                if made is not None and harm and not made.same_option(ask.deed):
                    return True
        return False

    def _accounts(self, ask: Ask, turn: Turn) -> bool:
        """Whether whoever was asked only says why it is as it is, right behind the request."""
        first = self._right_behind(ask, turn)
        if not first or turn.start in self.taken or self._hangs(turn) or grants(turn.words):
            return False
        told = [s for s in self.page.by_id.values() if _says_there(s, ask.deed.owner, turn)]
        if any(s.by_cue not in _ACCOUNTED for s in told) or not (told or turn.named):
            return False
        if any(_is_named(ask.deed, thing) for thing in judged(turn.words)):
            return True
        if told and accounts(turn.words):
            return True
        return not in_process(turn.words) and any(self._tells_of(ask, s, turn) for s in told)

    def _right_behind(self, ask: Ask, turn: Turn) -> bool:
        """Whether nothing stands between a request and a sentence."""
        end = self.page.sentence_end(ask.place)
        return not self.page.reading.document.text[end : turn.start].strip()

    def _tells_of(self, ask: Ask, statement: Statement, turn: Turn) -> bool:
        """Whether a statement says something of what it is about: "the wall is on our ground"."""
        text = self.page.reading.document.text
        for p in statement.propositions:
            if p.agent is None or p.modality is not None:
                continue
            about = p.agent.span.of(text)
            if p.agent.party is not None and about.lower() != "they":
                continue
            person = ask.deed.family.name in PEOPLE and about.lower() in _PERSONS
            if turn.start <= p.span.start < turn.end and (person or _is_named(ask.deed, about)):
                return True
        return False


_PERSONS = frozenset({"he", "she"})


def _is_named(asked: Deed, words: str) -> bool:
    """Whether words name the thing of a deed, or only point."""
    return any(is_of(asked, word) for word in words.split() if len(word) > 1)


def _says_there(statement: Statement, party: str | None, turn: Turn) -> bool:
    if statement.source is None or statement.source.party != party or statement.inside is not None:
        return False
    return any(_meets(piece, turn) for piece in statement.content)


def _meets(span: Span, turn: Turn) -> bool:
    return span.start < turn.end and turn.start < span.end


def _names(asked: Deed, words: str) -> bool:
    """Whether a sentence names the thing of a deed."""
    begun = {head[:_BEGUN] for head in asked.thing.heads | {asked.thing.head} if head}
    return any(is_of(asked, word) for word in words.split() if word[:_BEGUN].lower() in begun)


def _is_grant(asked: Deed, noun: str) -> bool:
    """Whether there being none of it refuses: of a raise of a quota "increase", or "talks"."""
    act = asked.act.split()[0] if asked.act else ""
    return (
        not noun
        or singular(noun) in _CONCEDED
        or act in (noun, verb_of(noun))
        or (names_deed(asked, noun))
    )


_CONCEDED = word_class("conceded")


def _stems(asked: Deed) -> frozenset[str]:
    """How verbs begin by which a deed may be asked for."""
    act = asked.act or asked.family.name.removeprefix("~")
    verbs = (*verbs_of(act), act.replace("_", " "))
    return frozenset(verb.split()[0].rstrip("e")[:_STEM] for verb in verbs if verb)
