"""Who a phrase means: governments, organisations, persons and the parties they speak for.

The story is told in order, so what "he", "it" or "the minister" means depends on what was
mentioned before. A :class:`Story` collects the mentions of one document and answers that
question for any phrase; it answers None rather than guess.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from detente.domain.evidence import Actor, Kind, Span
from detente.lexicon.parties import Match, TitleMatch
from detente.lexicon.words import word_class
from detente.read.clauses import Passage, child, children, extent, lemma, noun_extent
from detente.read.names import Names
from detente.read.persons import Person, Persons, of_match

_GOVERNING = word_class("governing")
_HE = frozenset({"he", "she", "him", "her", "his"})
_IT = frozenset({"it", "its", "they", "them", "their", "itself"})
_COUNTRY = word_class("country")
_DEMANDING = word_class("demanding")
# Mentions that a pronoun looks back over; further back nobody remembers either.
_LOOK_BACK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a party or a person is named."""

    span: Span
    party: str | None
    kind: Kind | None
    person: Person | None = None
    subject: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """What a phrase was resolved to."""

    party: str | None = None
    kind: Kind | None = None
    person: Person | None = None
    speaker: Span | None = None
    form: Literal["named", "pronoun", "description"] = "named"


@dataclass(slots=True)
class Story:
    """The mentions of one document, in text order."""

    text: str
    passages: list[Passage]
    document: str
    published: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    names: Names = field(init=False)
    persons: dict[str, Person] = field(init=False)
    _mention_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = Names(self.text, self.passages)
        introduced = Persons(self.names, self.published)
        for passage in self.passages:
            introduced.introduce(passage)
        self.persons = introduced.by_name
        for passage in self.passages:
            for mention in self._mentions(passage):
                self.mentions.append(mention)
                self._mention_starts.append(mention.span.start)

    # --- mentions in order -----------------------------------------------------

    def _mentions(self, passage: Passage) -> Iterator[Mention]:
        for token in passage.doc:
            mention = None
            if token.pos_ == "PROPN" or token.ent_type_:
                mention = self._mention(passage, token)
            elif token.pos_ == "NOUN" and token.dep_ in ("nsubj", "pobj", "nsubjpass", "dobj"):
                mention = self._unnamed(passage, token) or self._government(passage, token)
            if mention is not None:
                yield mention

    def _government(self, passage: Passage, token: Token) -> Mention | None:
        """Note "the government" and the like as the party they stand for."""
        if token.dep_ not in ("nsubj", "nsubjpass") or lemma(token) not in _GOVERNING:
            return None
        who = self._described(passage, token, passage.span(*noun_extent(token)))
        if who.party is None:
            return None
        return Mention(span=passage.token_span(token), party=who.party, kind=who.kind, subject=True)

    def _unnamed(self, passage: Passage, token: Token) -> Mention | None:
        """Note somebody who is only described, so that "she" is not taken for the last name."""
        if token.tag_ != "NN" or any(c.dep_ == "appos" for c in token.children):
            return None
        span = passage.span(*noun_extent(token))
        words = span.of(self.text)
        title = self.names.known.title_in(words)
        if title is None or title.text.split()[-1].lower() != token.lower_:
            return None
        if self._person_in(passage, token, span) is not None:
            return None
        match = self._modifier(passage, token)
        party, kind = of_match(match)
        definite = any(lemma(d) in ("the", "that", "this") for d in children(token, "det"))
        if definite and party is None:
            return None
        person = Person(
            name=None, office=words, party=party, kind=kind, span=span, title=title.title.words[0]
        )
        subject = token.dep_ in ("nsubj", "nsubjpass") or token.head.lower_ in ("to", "by")
        return Mention(span=span, party=party, kind=kind, person=person, subject=subject)

    def _mention(self, passage: Passage, token: Token) -> Mention | None:
        by = token.dep_ == "pobj" and token.head.dep_ == "agent"
        subject = (
            by
            or token.dep_ in ("nsubj", "nsubjpass")
            or (token.dep_ in ("compound", "amod") and token.head.dep_ == "nsubj")
        )
        match = self.names.match_over(passage, token)
        if match is not None:
            if passage.start + token.idx + len(token) < match.end and token.dep_ == "compound":
                return None
            if match.form == "demonym" and token.dep_ not in ("nsubj", "dobj", "pobj", "poss"):
                return None
            span = Span(start=match.start, end=match.end)
            return Mention(
                span=span, party=match.party.code, kind=match.party.kind, subject=subject
            )
        person = self.persons.get(token.text.lower())
        if person is None or token.pos_ != "PROPN":
            return None
        subject = subject or any(
            a.dep_ in ("nsubj", "nsubjpass") and a.i in {token.head.i, token.i}
            for a in (token, token.head, token.head.head)
        )
        span = passage.token_span(token)
        return Mention(
            span=span, party=person.party, kind=person.kind, person=person, subject=subject
        )

    # --- resolving --------------------------------------------------------------

    def who(self, passage: Passage, token: Token) -> Who:
        """Resolve a noun phrase, given by its head, to a party and maybe a person."""
        word = token.lower_
        if word in _HE:
            return self._he(passage, token)
        if word in _IT:
            plural = word in ("they", "them", "their") and token.dep_ != "nsubj"
            return Who(form="pronoun") if plural and word == "them" else self._it(passage, token)
        if token.tag_ in ("PRP", "PRP$", "WP", "WDT", "DT"):
            return Who(form="pronoun")
        first, last = noun_extent(token)
        span = passage.span(first, last)
        named = self._named(passage, token, span)
        return named if named is not None else self._described(passage, token, span)

    def actor(self, passage: Passage, token: Token) -> Actor:
        """Words of a noun phrase and the party they stand for, if any."""
        first, last = noun_extent(token)
        if token.pos_ == "VERB":
            return Actor(span=passage.span(first, last))
        who = self.who(passage, token)
        of = self._owner(passage, token) if who.party is None else None
        return Actor(span=passage.span(first, last), party=who.party, kind=who.kind, of=of)

    def _owner(self, passage: Passage, token: Token) -> str | None:
        """Party that a thing is said to belong to: "its sanctions", "US sanctions"."""
        for c in children(token, "poss", "compound", "amod", "nmod"):
            if c.dep_ == "poss" or self.names.match_over(passage, c) is not None:
                party = self.who(passage, c).party
                if party is not None:
                    return party
        by = next((c for c in children(token, "prep") if lemma(c) == "by"), None)
        owner = None if by is None else child(by, "pobj")
        return None if owner is None else self.who(passage, owner).party

    def _named(self, passage: Passage, token: Token, span: Span) -> Who | None:
        match = self.names.match_over(passage, token)
        if match is not None:
            if match.form == "organisation" and match.party.kind == "company":
                return Who(party=match.party.code, kind=match.party.kind)
            return Who(party=match.party.code, kind=match.party.kind)
        person = self._person_in(passage, token, span)
        if person is not None:
            return Who(party=person.party, kind=person.kind or "person", person=person)
        return None

    def _person_in(self, passage: Passage, token: Token, span: Span) -> Person | None:
        if token.pos_ == "PROPN" and token.lower_ in self.persons:
            return self.persons[token.lower_]
        # "US Ambassador to Turkey Tom Barrack": the name may hang below the title, and
        # "the minister, Hakan Fidan" has it in apposition.
        first, last = extent(token)
        for other in passage.doc[first.i : last.i + 1]:
            if other.pos_ == "PROPN" and other.ent_type_ == "PERSON":
                person = self.persons.get(other.lower_)
                if person is not None and other.dep_ not in ("poss",):
                    titled = self.names.known.title_in(span.of(self.text)) is not None
                    if titled or other.dep_ in ("appos", "compound"):
                        return person
        return None

    def _described(self, passage: Passage, token: Token, span: Span) -> Who:
        head = lemma(token)
        words = span.of(self.text)
        title = self.names.known.title_in(words)
        if head in _GOVERNING or title is not None:
            match = self._modifier(passage, token)
            if match is not None:
                return Who(party=match.party.code, kind=match.party.kind, form="description")
            owner = child(token, "poss")
            if owner is not None:
                who = self.who(passage, owner)
                return Who(party=who.party, kind=who.kind, form="description")
        if title is not None:
            person = self._titled(title, passage.start + token.idx)
            if person is not None:
                return Who(
                    party=person.party, kind=person.kind, person=person, speaker=person.span,
                    form="description",
                )  # fmt: skip
        if head in _COUNTRY and any(
            lemma(d) in ("the", "that", "this") for d in children(token, "det")
        ):
            mention = self._before(
                passage.start + token.idx, lambda m: m.kind == "country" and m.person is None
            )
            if mention is not None:
                return Who(
                    party=mention.party, kind=mention.kind, speaker=mention.span, form="description"
                )
        return Who(form="description")

    def _modifier(self, passage: Passage, token: Token) -> Match | None:
        """Party named inside a noun phrase, the office's own before the place it is sent to."""
        first, last = noun_extent(token)
        stop = next((c for c in children(token, "prep") if lemma(c) in ("to", "with")), None)
        before = passage.span(first, token)
        match = self.names.match_at(before)
        if match is None:
            match = (
                next(self.names.matches_in(passage.span(token, last)), None)
                if stop is None
                else None
            )
        return match

    def _titled(self, title: TitleMatch, before: int) -> Person | None:
        """Last person introduced with this title before a place."""
        seen = [
            m.person
            for m in self.mentions
            if m.span.start < before and m.person and m.person.title is not None
        ]
        last_word = title.title.words[0].split()[-1]
        return next(
            (p for p in reversed(seen) if p.title and p.title.split()[-1] == last_word), None
        )

    def _he(self, passage: Passage, token: Token) -> Who:
        """Resolve to the last person who was the subject of a sentence, else the last named."""
        place = passage.start + token.idx
        sentence = passage.start + token.sent.start_char
        inside = self._before(
            place, lambda m: m.person is not None and m.subject and m.span.start >= sentence
        )
        mention = inside or self._before(sentence, lambda m: m.person is not None and m.subject)
        mention = mention or self._before(place, lambda m: m.person is not None)
        if mention is None or mention.person is None:
            return Who(form="pronoun")
        return Who(
            party=mention.party, kind=mention.kind or "person", person=mention.person,
            speaker=mention.span, form="pronoun",
        )  # fmt: skip

    def _it(self, passage: Passage, token: Token) -> Who:
        """Resolve to the party that the sentence's grammar points at, else the last subject."""
        place = passage.start + token.idx
        sentence = passage.start + token.sent.start_char

        def party(mention: Mention) -> bool:
            # A person's own party is meant by "it" only where nothing else is.
            return mention.party is not None and mention.person is None

        inside = [
            m for m in self.mentions
            if sentence <= m.span.start < place and party(m)
            and m.kind in ("country", "igo", "other")
        ]  # fmt: skip
        if token.dep_ == "poss":
            doer = self._own_doer(passage, token)
            if doer is not None:
                return Who(party=doer.party, kind=doer.kind, speaker=doer.speaker, form="pronoun")
        speaker = self._own_speaker(passage, token)
        if speaker is not None:
            return Who(
                party=speaker.party, kind=speaker.kind, speaker=speaker.speaker, form="pronoun"
            )
        mention = _governing(inside, passage, token) if inside else None
        if mention is None and inside:
            mention = inside[-1]
        if mention is None:
            mention = self._before(
                sentence, lambda m: party(m) and m.subject and m.kind == "country"
            )
        if mention is None:
            mention = self._before(place, lambda m: m.party is not None and m.subject)
        if mention is None:
            return Who(form="pronoun")
        return Who(party=mention.party, kind=mention.kind, speaker=mention.span, form="pronoun")

    def _own_speaker(self, passage: Passage, token: Token) -> Who | None:
        """In "the government says that it was wronged" the government, named or not."""
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return None
        verb = token.head
        above = verb.head
        if verb.dep_ not in ("ccomp", "acl") or above.i == verb.i:
            return None
        if above.pos_ == "NOUN":
            # "turned down a demand that it leave": whoever turned it down.
            above = above.head
        own = child(above, "nsubj") if above.pos_ in ("VERB", "AUX") else None
        if own is not None and lemma(above) in _DEMANDING:
            return self._other(passage, token, own)
        if own is None or own.i >= token.i or own.pos_ in ("PRON", "DET"):
            return None
        who = self.who(passage, own)
        return who if who.party is not None and who.person is None else None

    def _own_doer(self, passage: Passage, token: Token) -> Who | None:
        """In "if Somalia withdraws its soldiers" Somalia, the subject of the same clause."""
        verb = token.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
        own = child(verb, "nsubj")
        if own is None or own.i >= token.i or own.pos_ == "PRON":
            return None
        who = self.who(passage, own)
        return who if who.party is not None and who.person is None else None

    def _other(self, passage: Passage, token: Token, speaker: Token) -> Who | None:
        """In "Baku has demanded that it release them" whoever was named before Baku."""
        party = self.who(passage, speaker).party
        if party is None:
            return None
        mention = self._before(
            passage.start + speaker.idx,
            lambda m: m.kind == "country" and m.person is None and m.party != party,
        )
        if mention is None:
            return None
        return Who(party=mention.party, kind=mention.kind, speaker=mention.span, form="pronoun")

    def _before(self, place: int, wanted: Callable[[Mention], bool]) -> Mention | None:
        """Return the last mention before a place that fits, not looking back for ever."""
        last = bisect_left(self._mention_starts, place) - 1
        for k in range(last, max(-1, last - _LOOK_BACK), -1):
            if wanted(self.mentions[k]):
                return self.mentions[k]
        return None


def _governing(inside: list[Mention], passage: Passage, token: Token) -> Mention | None:
    """Mention that a pronoun in a subordinate clause takes up from the clause above it.

    A clause of condition or time speaks of the other side: the object of the clause above
    if a party is one, else its subject. A clause of content speaks of its speaker.
    """
    verb = token.head
    while verb.dep_ not in ("advcl", "ccomp", "ROOT", "relcl", "acl") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ not in ("advcl", "ccomp", "relcl"):
        return None
    above = verb.head
    labels = ("dobj", "pobj", "nsubjpass", "nsubj") if verb.dep_ == "advcl" else ("nsubj", "dobj")
    tokens = {int(t.i): t for t in above.subtree}
    for label in labels:
        for mention in reversed(inside):
            at = next(
                (
                    t
                    for t in tokens.values()
                    if passage.start + t.idx <= mention.span.start < passage.start + t.idx + len(t)
                ),
                None,
            )
            if at is not None and _role(at, above) == label:
                return mention
    return None


def _role(token: Token, verb: Token) -> str | None:
    """What a name is to a verb: its own subject or object, alone or at the end of a name."""
    head = token
    while head.dep_ in ("compound", "amod", "nmod") and head.head.i != head.i:
        head = head.head
    if head.head.i == verb.i:
        return str(head.dep_)
    if head.dep_ == "pobj" and head.head.head.i == verb.i:
        return "pobj"
    return None
