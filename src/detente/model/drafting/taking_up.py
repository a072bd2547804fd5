"""What words take up that was told before: "would not do so", "ruled that out", "withdraw it".

A deed that is only pointed at is the last that the same party was said to do, or asked to; a thing
that is only pointed at is the last to which that can be done. Both are looked for a few sentences
back and no further: what stays open is left as it is.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Literal

from detente.domain.evidence import Actor, Event, Proposition, Reading, Requirement, Span, Statement
from detente.lexicon.acts import Act, inventory, plain_verbs
from detente.lexicon.words import first_words, word_class
from detente.model.drafting.deeds import deed
from detente.model.drafting.pages import as_proposition
from detente.model.drafting.spoken import spoken_verb
from detente.model.drafting.things import Thing, is_a, thing

# Characters that a word looks back over.
_LOOK_BACK = 900
_TAIL = 24  # characters behind a verb in which "so", "that", "nothing of the kind" stand
_DO = r"\b(?:do|does|did|doing|done)\s"
_KIND = r"(?:no|any) such thing|(?:nothing|anything) of the (?:kind|sort)"
_DO_SO = re.compile(rf"{_DO}(?:so|that|this|it|just that|{_KIND})\b", re.IGNORECASE)
_THE_SAME = re.compile(rf"{_DO}(?:the same|likewise)\b(?!\sand\b)", re.IGNORECASE)
_SHELL = (
    r"(?:that|this|it|such (?:an? )?\w+"
    r"|(?:the|that|this) (?:idea|demand|request|step|move|call|suggestion))"
)
_SET_AGAINST = re.compile(
    rf"\b(?:opposed to|set against|dead against|against)\s{_SHELL}(?=[,.;]|$)", re.IGNORECASE
)
_ANAPHOR = re.compile(
    r"^(?:it|they|them|him|her|his|its|their|(?:its|their|her|his) own)$|\bof (?:it|them)$",
    re.IGNORECASE,
)
# What is the same only where the very act is told again: "refuses to disown anyone".
_ONLY_AGAIN = re.compile(
    r"^(?:any(?:body|one|thing)(?:\s(?:at|in|on|for)\s.*)?|the (?:measure|step|move)s?)$",
    re.IGNORECASE,
)
# Whether several are meant.
_NUMBERS = {"it": False, "them": True, "they": True}
_SENTENCES = re.compile(r"[.?!][”\"’']?\s+[A-ZÀ-Ž]|\n")
_POSSESSIVE = frozenset({"its", "their"})
_DESCRIBED = re.compile(r"\s(?:who|whom|that|which|whose)\b")
_PERSONS = frozenset({"him", "her", "his"})
_HUMAN = word_class("human_nouns")
_FATE = re.compile(r"\b(?:case|conduct|fate|health|life|whereabouts|role) of (?=[A-ZÀ-Ž])")
_CEASE = re.compile(r"\b(?:ceas|stop|quit)(?:e|ed|es|ing|ped|ping|s)?\s(?:to\s)?$")
_WHY = re.compile(r"\bwhy (?:should|would|must)\b[^.?!]*[?”\"]*$", re.IGNORECASE)
_SENTENCE = 120  # characters that such a question takes
_CEASING = 14  # characters before a verb in which "cease to" stands
# "As to the law, it does not intend to repeal it."
_TOPIC = re.compile(
    r"\b(?:As (?:to|for)|On|Of|Regarding|Concerning) (?P<thing>(?:the|its|their)\s[\w -]{3,60}?),"
)
# What somebody decided and did: "the decision will stand".
_DECISION = re.compile(r"(?:the|this|that|its|their) (?:\w+ )?decision$", re.IGNORECASE)
# What is told of a party's will, and not of what was done.
_TO_COME = frozenset({"planned", "denied"})
_SAYING_NOTHING = frozenset({"be", "do", "have"})
# "Do so", "is out of the question", "is opposed to it": the deed stands elsewhere.
_POINTING_ACTS = frozenset({"be", "do", "oppose"})


def taken_up(reading: Reading) -> Reading:
    """The reading with what its pronouns and "do so" stand for, where that can be told."""
    told = _Told(reading)
    statements = tuple([told.statement(s) for s in reading.statements])
    requirements = tuple(told.requirement(r) for r in reading.requirements)
    events = tuple([told.event(e) for e in reading.events])
    same = statements == reading.statements and requirements == reading.requirements
    if same and events == reading.events:
        return reading
    return replace(reading, statements=statements, requirements=requirements, events=events)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A thing that something is done to: the act, and by whom, if that is told."""

    actor: Actor
    act: str | None = None
    agent: str | None = None

    def words(self, text: str) -> str:
        """The words that name it."""
        return self.actor.span.of(text)

    def may_be_of(self, agent: Actor | None) -> bool:
        """Whether it is not another party's: whose it is, or who does something to it."""
        party = agent.party if agent is not None else None
        return party is None or {self.agent, self.actor.of} <= {party, None}


@dataclass(frozen=True)
class _Told:
    """What a text has told of by each place: deeds, and things that something is done to.

    Most texts have no word that takes these up, so they are worked out for the first that does.
    """

    reading: Reading

    @cached_property
    def text(self) -> str:
        return self.reading.document.text

    @cached_property
    def texts(self) -> Mapping[str, str]:
        return {self.reading.document.id: self.text}

    @cached_property
    def deeds(self) -> tuple[Proposition, ...]:
        return tuple(sorted(_propositions(self.reading), key=lambda p: p.span.start))

    @cached_property
    def places(self) -> tuple[int, ...]:
        return tuple(p.span.start for p in self.deeds)

    @cached_property
    def things(self) -> tuple[_Mention, ...]:
        return tuple(sorted(_mentions(self.reading), key=lambda m: m.actor.span.start))

    def statement(self, s: Statement) -> Statement:
        party = s.source.party if s.source is not None else None
        propositions = tuple([self._meant(p, party, s) for p in s.propositions])
        return s if propositions == s.propositions else replace(s, propositions=propositions)

    def event(self, e: Event) -> Event:
        """Of the writer's "Lima will not release them" whom it will not release."""
        pointing = e.object or e.target
        if (
            e.status not in _TO_COME
            or pointing is None
            or not _pointing(pointing.span.of(self.text))
        ):
            return e
        p = replace(as_proposition(e), object=pointing)
        found = self._with_thing(p)
        return e if found is p else replace(e, act=found.act, object=found.object)

    def requirement(self, r: Requirement) -> Requirement:
        sides = (*((r.benefit,) if r.benefit else ()), *r.needs)
        # What a frame holds apart is no part of what the frame's own verb tells.
        apart = r.form.startswith("framed")

        def meant(p: Proposition) -> Proposition:
            found = self._meant(p, r.setter, None)
            return found if apart else self._outer(found, sides)

        benefit = meant(r.benefit) if r.benefit else None
        return replace(r, benefit=benefit, needs=tuple(map(meant, r.needs)))

    def _outer(self, p: Proposition, sides: Collection[Proposition]) -> Proposition:
        """Of "revoke the recognition" the revoking, where only the noun was taken for an act."""
        own = {(side.act, side.span.start) for side in sides}
        for told in self.deeds:
            if (told.act, told.span.start) in own or all(told.span.covers(o.span) for o in sides):
                continue
            around = told.object.span if told.object is not None else None
            if around is not None and around.start <= p.span.start and p.span.end <= around.end:
                return replace(told, polarity=p.polarity) if self._is_deed(told) else p
        return p

    def _meant(self, p: Proposition, party: str | None, said: Statement | None) -> Proposition:
        """A proposition with the deed or thing that it points at."""
        if p.act not in _POINTING_ACTS:
            return self._what_was_decided(p, party) or self._with_thing(p)
        words = self.text[p.span.start : p.span.end + _TAIL]
        if p.act == "do" and _THE_SAME.search(words):
            earlier = self._deed_before(p, None)
            return p if earlier is None else _again(p, earlier, p.agent, self.texts)
        who = p.agent.party if p.agent is not None and p.agent.party else party
        against = p.act != "do" and p.polarity == "positive"
        refused = against and _SET_AGAINST.search(words) is not None
        judged = self._judged(p, said)
        if (p.act == "do" and _DO_SO.search(words)) or refused or judged:
            earlier = self._asked_before(p, who) if who is not None else None
            if earlier is None or self._nearer(p, earlier):
                return p
            agent = earlier.agent or p.agent
            agent = replace(agent, party=who) if agent is not None else None
            again = _again(p, earlier, agent, self.texts)
            folly = judged and against and said is not None and said.attitude == "refuses"
            # "That would be folly": it will not be done.
            refused = refused or (folly and p.modality is not None)
            return replace(again, polarity="negative", modality="will") if refused else again
        return self._with_thing(p)

    def _what_was_decided(self, p: Proposition, party: str | None) -> Proposition | None:
        """Of "the decision will stand", "reverse the decision" what its maker did last."""
        if p.object is None or _DECISION.match(p.object.span.of(self.text)) is None:
            return None
        act = inventory().act(p.act)
        if act is None or act.family is None or not act.family.measure:
            return None
        kept = (act.side != "drop") == (p.polarity == "positive")
        owner = (p.agent.party if p.agent is not None else None) or party or self._speaker_at(p)
        if owner is None:
            return None
        for event in reversed(self.reading.events):
            by = event.actor.party if event.actor is not None else None
            behind = p.span.start - event.span.end
            if by != owner or event.status != "happened" or not 0 < behind <= _LOOK_BACK:
                continue
            done = as_proposition(event)
            if self._is_deed(done):
                polarity: Literal["positive", "negative"] = "positive" if kept else "negative"
                return replace(done, span=p.span, polarity=polarity, modality=p.modality)
        return None

    def _speaker_at(self, p: Proposition) -> str | None:
        """Party of whoever says what a proposition tells."""
        return next(
            (
                s.source.party
                for s in self.reading.statements
                if s.source is not None and any(piece.covers(p.span) for piece in s.content)
            ),
            None,
        )

    def _judged(self, p: Proposition, said: Statement | None) -> bool:
        """Whether a deed that is only pointed at is called out of the question, or agreed to."""
        if said is None or said.attitude not in ("refuses", "accepts") or p.act != "be":
            return False
        if p.object is not None and any(q.span.start > p.span.start for q in said.propositions):
            return False  # "it would be a mistake to lift it": what is a mistake follows
        return p.agent is not None and thing(p.agent.span.of(self.text)).generic

    def _asked_before(self, p: Proposition, who: str) -> Proposition | None:
        """The last deed told of a party before a place, else the last that is told of nobody."""
        own = self._deed_before(p, {who})
        if own is not None:
            return own
        nobodys = self._deed_before(p, {None})
        if nobodys is not None and nobodys.modality in ("will", "would"):
            # Of "they would be kept out, Oslo said. Lima should do no such thing" Oslo keeps out.
            speaker = self._speaker_at(nobodys)
            if speaker not in (None, who) and speaker == self._speaker_at(p):
                return None
        return nobodys

    def _nearer(self, p: Proposition, earlier: Proposition) -> bool:
        """Whether something else is asked or told in the sentence of "do so": then it means that.

        Of "invited Lomé to see the notary, and is ready to do so" nothing further back is meant.
        """
        start = max(self.text.rfind(end, 0, p.span.start) for end in (". ", "\n", ".” ", "? "))
        if earlier.span.start > start:
            return False
        last = bisect_left(self.places, p.span.start)
        between = (d for d in self.deeds[:last] if d.span.start > start)
        return any(d.act not in _SAYING_NOTHING and d.span.end <= p.span.start for d in between)

    def _deed_before(
        self, p: Proposition, whose: Collection[str | None] | None
    ) -> Proposition | None:
        """The last deed of some party told before a place; of any but the one there, for None."""
        last = bisect_left(self.places, p.span.start)
        for earlier in reversed(self.deeds[:last]):
            if p.span.start - earlier.span.start > _LOOK_BACK:
                return None
            agent = earlier.agent.party if earlier.agent is not None else None
            other = p.agent is None or agent != p.agent.party
            if (agent in whose if whose is not None else other) and self._is_deed(earlier):
                return earlier
        return None

    def _is_deed(self, p: Proposition) -> bool:
        made = deed(p, self.texts)
        return made is not None and p.act not in _SAYING_NOTHING

    def _with_thing(self, p: Proposition) -> Proposition:
        """A proposition with the thing that its "it" or "him" stands for."""
        found = p.object
        if found is None or p.act in _SAYING_NOTHING or not self._points(found, p):
            return p
        told = [m for m in self.things if 0 < p.span.start - m.actor.span.end <= _LOOK_BACK]
        persons = found.span.of(self.text).lower() in _PERSONS
        verb = spoken_verb(p, self.text)
        # What the same party does something to comes before what others do something to.
        for mine in (True, False):
            for mention in reversed(told):
                if mine and not mention.may_be_of(p.agent):
                    continue
                act = self._done_to(p, verb, mention, persons=persons)
                if act is not None:
                    meant = replace(mention.actor, party=None, of=found.of or mention.actor.of)
                    return replace(p, act=act, object=meant)
        return p

    def _done_to(
        self, p: Proposition, verb: str, mention: "_Mention", *, persons: bool
    ) -> str | None:
        """The act that a verb is, if it can be done to what is mentioned."""
        about = thing(mention.words(self.text))
        if about.generic or _ANYBODYS.match(mention.words(self.text)):
            return None
        if mention.act == p.act:
            return p.act
        if p.object is None or _ONLY_AGAIN.match(p.object.span.of(self.text)):
            return None
        if (persons or p.object.span.of(self.text).lower() == "it") and _are_many(about):
            return None
        if persons:
            human = about.head in _HUMAN | about.names
            done = inventory().of_verb(verb, [about.head, *(["§human"] if human else [])])
            person = is_a(about.head, "person") or human
            return (done.name if done is not None and done.objects else p.act) if person else None
        human = about.head in _HUMAN and p.object.span.of(self.text).lower() in _POSSESSIVE
        acts = inventory().all_of_verb(verb, [about.head, *(["§human"] if human else [])])
        known = next((a.name for a in acts if a.objects and self._is_meant(a, p)), None)
        return known or (p.act if self._close_by(p, verb, mention, about) else None)

    def _close_by(self, p: Proposition, verb: str, mention: "_Mention", about: Thing) -> bool:
        """Whether what is done to "it" by a verb of no list is done to what the sentence names.

        So of "if Lima does not move the hulk, Oslo will tow it away".
        """
        words = p.object.span.of(self.text).lower() if p.object is not None else ""
        if verb.split()[0] in _listed() or words not in _NUMBERS or mention.act is None:
            return False
        between = self.text[mention.actor.span.end : p.span.start]
        return _SENTENCES.search(between) is None and _NUMBERS[words] == _are_many(about)

    def _is_meant(self, act: Act, p: Proposition) -> bool:
        """Whether it is the act of a noun with "its" or "their", which says itself what is done."""
        told = inventory().act(p.act)
        its = p.object is not None and p.object.span.of(self.text).lower() in _POSSESSIVE
        if not its or told is None or told.family == act.family:
            return True
        return self.text[p.span.start : p.span.end].lower().endswith(" return")

    def _points(self, found: Actor, p: Proposition) -> bool:
        """Whether the words of an object only point at something, and at no party."""
        words = found.span.of(self.text)
        if not _pointing(words):
            return False
        if _DESCRIBED.match(self.text[found.span.end :]):
            return False
        own = p.agent is not None and found.party == p.agent.party
        open_still = words.lower() in _NUMBERS and p.act.split()[0] not in _listed()
        if found.party is None or own or _done_to_things(p.act) or open_still:
            return True
        if p.agent is not None and p.agent.party is None:
            return False
        # Nobody scraps a state, whichever was named last.
        return words.lower() == "it" and spoken_verb(p, self.text) not in _DONE_TO_STATES


_DONE_TO_STATES = word_class("done_to_states")


@cache
def _listed() -> frozenset[str]:
    """Verbs that acts of the inventory begin with, and those that say too little."""
    return first_words(inventory().verbs) | plain_verbs()


def _done_to_things(name: str) -> bool:
    """Whether it is done to things of some class only, so that no party can be its "it".

    Of "asked Lima to reopen it" the verb alone is known, since nothing tells what "it" is.
    """
    act = inventory().act(name)
    return bool(act.objects) if act is not None else name in inventory().verbs


@lru_cache(maxsize=2**12)
def _pointing(words: str) -> bool:
    """Whether words of an object name nothing themselves: "it", "the release of them"."""
    return bool(_ANAPHOR.search(words) or _ONLY_AGAIN.match(words))


def _are_many(about: Thing) -> bool:
    """Whether several are named, whom no "him", "her" or "it" takes up: "the judges"."""
    return bool(about.head) and about.head not in _WORD.findall(about.words.lower())


_WORD = re.compile(r"[\w’'-]+")


def _propositions(reading: Reading) -> Iterator[Proposition]:
    """What is said to be done, each place once: as it is worded, not as a condition turns it."""
    told = set()
    for s in reading.statements:
        for p in s.propositions:
            told.add((p.span, p.act))
            yield p
    for r in reading.requirements:
        for p in (*((r.benefit,) if r.benefit is not None else ()), *r.needs):
            if (p.span, p.act) not in told:
                yield p


def _mentions(reading: Reading) -> Iterator[_Mention]:
    """What something is done to, and what is offered or demanded by its name alone."""
    text = reading.document.text
    for p in _propositions(reading):
        agent = p.agent.party if p.agent is not None else None
        if p.object is not None:
            yield _Mention(_of_person(p.object, text), p.act, agent)
        own = p.agent
        if own is not None and own.party is None and _THE.match(own.span.of(text)) is not None:
            yield _Mention(own)  # "The levy is illegal. If they keep it, we will"
    for event in reading.events:
        if event.object is not None:
            agent = event.actor.party if event.actor is not None else None
            yield _Mention(_of_person(event.object, text), event.act, agent)
    for s in reading.statements:
        if not s.propositions and len(s.content) == 1:
            yield _Mention(Actor(span=_phrase(s.content[0], text)))
    for topic in _TOPIC.finditer(text):
        yield _Mention(Actor(span=Span(start=topic.start("thing"), end=topic.end("thing"))))


_THE = re.compile(r"(?:the|this|that|these|those) \w", re.IGNORECASE)


def _of_person(actor: Actor, text: str) -> Actor:
    """Of "the fate of Ada Bell" Ada Bell."""
    found = _FATE.search(actor.span.of(text))
    if found is None:
        return actor
    return replace(actor, span=Span(start=actor.span.start + found.end(), end=actor.span.end))


def _phrase(span: Span, text: str) -> Span:
    """The opening phrase of some content, up to its comma, without a verdict or where it goes."""
    words = _VERDICT.sub("", _WAY.split(span.of(text).split(",")[0], maxsplit=1)[0])
    return Span(start=span.start, end=span.start + len(words))


# "Called the levy illegal"
_VERDICT = re.compile(
    r"(?<=\w)\s(?:\w+ly\s)?(?:\w+(?:able|al|ful|ible|ive|less|ous)|(?:mis|un)\w+ed|absurd|wrong"
    r"|unfair|unjust|void)$"
)
# What is said of people in general: "one does not sell one's own family".
_ANYBODYS = re.compile(r"one[’']s\b", re.IGNORECASE)
_WAY = re.compile(r"\s(?:back|home)\b")


def _again(
    p: Proposition, earlier: Proposition, agent: Actor | None, texts: Mapping[str, str]
) -> Proposition:
    """A proposition whose deed is that of an earlier one; what is denied twice is affirmed."""
    made = deed(earlier, texts)
    opened = made is not None and made.family.open
    before = texts[earlier.document][: earlier.span.start][-_CEASING:]
    denied = (earlier.polarity == "negative") != (_CEASE.search(before) is not None)
    if denied and _WHY.search(texts[earlier.document][: earlier.span.end][-_SENTENCE:]):
        denied = False  # "why should we leave?" names the leaving
    return replace(
        p,
        act=made.family.name.removeprefix("~") if made is not None and opened else earlier.act,
        agent=agent,
        object=earlier.object,
        complement=earlier.complement,
        polarity="positive" if (p.polarity == "negative") == denied else "negative",
    )
