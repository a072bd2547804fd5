"""Who a phrase means: governments, organisations, persons and the parties they speak for.

The story is told in order, so what "he", "it" or "the minister" means depends on what was
mentioned before. A :class:`Story` collects the mentions of one document and answers that
question for any phrase; it answers None rather than guess.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from detente.domain.evidence import Actor, Kind, Span
from detente.lexicon.parties import Gazetteer, Match, TitleMatch, gazetteer
from detente.lexicon.words import word_class
from detente.read.clauses import Passage, child, children, extent, lemma, noun_extent

_GOVERNING = word_class("governing")
_HE = frozenset({"he", "she", "him", "her", "his"})
_IT = frozenset({"it", "its", "they", "them", "their", "itself"})
_COUNTRY = word_class("country")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as first introduced, with office and party where the text gives them."""

    name: str | None
    office: str | None
    party: str | None
    kind: Kind | None
    span: Span
    title: str | None = None


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
    names: Gazetteer = field(default_factory=gazetteer)
    matches: list[Match] = field(default_factory=list)
    persons: dict[str, Person] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.matches = self._certain(self.names.find(self.text))
        self._starts = [match.start for match in self.matches]
        for passage in self.passages:
            self._introduce(passage)
        for passage in self.passages:
            for mention in self._mentions(passage):
                self.mentions.append(mention)
                self._mention_starts.append(mention.span.start)

    _starts: list[int] = field(default_factory=list)
    _mention_starts: list[int] = field(default_factory=list)

    def _certain(self, matches: Iterable[Match]) -> list[Match]:
        """Leave out names that often mean something else and that nothing here supports."""
        matches = list(matches)
        sure = {m.party.code for m in matches if not m.ambiguous}
        places = {
            passage.start + entity.start_char
            for passage in self.passages
            for entity in passage.doc.ents
            if entity.label_ in ("GPE", "NORP")
        }
        return [
            m for m in matches
            if not m.party.channel
            and (not m.ambiguous or m.party.code in sure or m.start in places)
        ]  # fmt: skip

    # --- names ---------------------------------------------------------------

    def match_at(self, span: Span) -> Match | None:
        """Return the first gazetteer match inside a span."""
        return next(self.matches_in(span), None)

    def matches_in(self, span: Span) -> Iterator[Match]:
        """Gazetteer matches inside a span, in order."""
        for k in range(bisect_left(self._starts, span.start), len(self.matches)):
            match = self.matches[k]
            if match.start >= span.end:
                return
            if match.end <= span.end:
                yield match

    def match_over(self, passage: Passage, token: Token) -> Match | None:
        """Return the match whose words include a token."""
        start = passage.start + token.idx
        k = bisect_left(self._starts, start + 1) - 1
        if k >= 0 and self.matches[k].start <= start < self.matches[k].end:
            return self.matches[k]
        return None

    def _introduce(self, passage: Passage) -> None:
        """Note each person with the office that stands beside the name."""
        for tokens in self._names(passage):
            self._note_person(passage, tokens)

    def _names(self, passage: Passage) -> Iterator[list[Token]]:
        """Runs of proper names that are neither places nor titles, and look like a person's."""
        run: list[Token] = []
        for token in (*passage.doc, None):
            if token is not None and (
                self._of_a_name(passage, token) or (run and _joined(token, run[-1]))
            ):
                run.append(token)
                continue
            if run and self._looks_personal(passage, run):
                yield run
            run = []

    def _of_a_name(self, passage: Passage, token: Token) -> bool:
        if token.pos_ != "PROPN" or not _NAME.match(token.text) or not token.text[0].isupper():
            return False
        word = token.lower_.rstrip(".")
        titled = self.names.title_in(token.text) is not None or word in _TITLE_WORDS
        return not titled and word not in _NOT_NAMES and self.match_over(passage, token) is None

    def _looks_personal(self, passage: Passage, run: list[Token]) -> bool:
        if len(run) > 5 or run[-1].text.isupper():
            return False
        if any(t.ent_type_ == "PERSON" for t in run):
            return True
        if any(
            t.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "EVENT", "LAW", "PRODUCT") for t in run
        ):
            return False
        beside = any(
            self.names.title_in(passage.span(first, last).of(self.text)) is not None
            for first, last in _office_places(passage, run)
        )
        return beside and len(run) > 1

    def _note_person(self, passage: Passage, tokens: list[Token]) -> None:
        span = passage.span(tokens[0], tokens[-1])
        name = span.of(self.text)
        key = tokens[-1].text.lower()
        known = self.persons.get(key)
        if known is not None and known.party is not None:
            return
        office, party, kind, title = self._office(passage, tokens)
        if office is not None and party is None:
            party, kind = self._of_the_land(passage, span, office)
        if party is None:
            party, kind = self._spoken_for(passage, tokens)
        if known is not None and office is None and party is None:
            return
        if known is not None and known.name is not None and len(known.name) > len(name):
            name = known.name
        self.persons[key] = Person(
            name=name, office=office, party=party, kind=kind, span=span, title=title
        )

    def _office(
        self, passage: Passage, name: list[Token]
    ) -> tuple[str | None, str | None, Kind | None, str | None]:
        """Words before a name, or in apposition to it, that name an office."""
        for first, last in _office_places(passage, name):
            span = passage.span(first, last)
            words = span.of(self.text)
            title = self.names.title_in(words)
            if title is None:
                continue
            match = self.match_at(span)
            return words, *self._of_match(match, words), title.title.words[0]
        return None, None, None, None

    def _of_the_land(
        self, passage: Passage, span: Span, office: str
    ) -> tuple[str | None, Kind | None]:
        """Of a bare "Foreign Minister": the state last named in the paragraph before it."""
        title = self.names.title_in(office)
        words = self.text[passage.start : span.start].lower()
        theirs = re.search(r"\b(?:its|the country[’']s)\s+(?:\S+\s+){0,5}$", words) is not None
        if title is None or not (theirs or title.speaks_for_state):
            return None, None
        before = [
            m for m in self.matches_in(Span(start=passage.start, end=span.start))
            if m.party.kind == "country" and (theirs or m.form in ("name", "capital"))
        ]  # fmt: skip
        elsewhere = self._same_office(office)
        if elsewhere is not None:
            return elsewhere.party.code, elsewhere.party.kind
        sentence = next(
            (s for s in passage.doc.sents if passage.start + s.end_char > span.start), None
        )
        start = passage.start + (sentence.start_char if sentence is not None else 0)
        stop = passage.start + (sentence.end_char if sentence is not None else 0)
        around = self.matches_in(Span(start=start, end=max(start, stop)))
        here = {m.party.code for m in around if m.party.kind == "country"}
        # Two states in the sentence: either may be the one meant.
        if not before or (len(here) > 1 and not theirs):
            return None, None
        return before[-1].party.code, before[-1].party.kind

    def _same_office(self, office: str) -> Match | None:
        """State beside the same office elsewhere: "irrigation ministry in Cairo"."""
        words = [w for w in re.findall(r"[\w’'-]+", office.lower()) if w not in _COMMON_OFFICE]
        found = {}
        for word in words[:3]:
            for hit in re.finditer(rf"\b{re.escape(word)}\b", self.text, re.IGNORECASE):
                for m in self.matches_in(Span(start=max(0, hit.start() - 14), end=hit.end() + 24)):
                    between = self.text[min(m.end, hit.end()) : max(m.start, hit.start())]
                    before = m.end <= hit.start() and re.fullmatch(r"(?:[’']s)?\s", between)
                    after = m.start >= hit.end() and re.fullmatch(
                        r"\s(?:minist\w+\s)?(?:in|of)\s(?:the\s)?", between
                    )
                    if before or after:
                        found[m.party.code] = m
        return next(iter(found.values())) if len(found) == 1 else None

    def _spoken_for(self, passage: Passage, name: list[Token]) -> tuple[str | None, Kind | None]:
        """Of "Ada Bell, who speaks for the ministry in Cairo" Egypt."""
        rest = passage.doc[name[-1].i + 1 : min(name[-1].i + 16, len(passage.doc))]
        if len(rest) < 3:
            return None, None
        words = " ".join(t.lower_ for t in rest[:5])
        if not _REPRESENTING.match(words):
            return None, None
        match = self.match_at(passage.span(rest[0], rest[-1]))
        return self._of_match(match, words)

    def _of_match(self, match: Match | None, words: str) -> tuple[str | None, Kind | None]:
        if match is not None:
            return match.party.code, match.party.kind
        return None, None

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
        title = self.names.title_in(words)
        if title is None or title.text.split()[-1].lower() != token.lower_:
            return None
        if self._person_in(passage, token, span) is not None:
            return None
        match = self._modifier(passage, token)
        party, kind = self._of_match(match, words)
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
        match = self.match_over(passage, token)
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
            if c.dep_ == "poss" or self.match_over(passage, c) is not None:
                party = self.who(passage, c).party
                if party is not None:
                    return party
        by = next((c for c in children(token, "prep") if lemma(c) == "by"), None)
        owner = None if by is None else child(by, "pobj")
        return None if owner is None else self.who(passage, owner).party

    def _named(self, passage: Passage, token: Token, span: Span) -> Who | None:
        match = self.match_over(passage, token)
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
                    titled = self.names.title_in(span.of(self.text)) is not None
                    if titled or other.dep_ in ("appos", "compound"):
                        return person
        return None

    def _described(self, passage: Passage, token: Token, span: Span) -> Who:
        head = lemma(token)
        words = span.of(self.text)
        title = self.names.title_in(words)
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
        match = self.match_at(before)
        if match is None:
            match = next(self.matches_in(passage.span(token, last)), None) if stop is None else None
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

    def _before(self, place: int, wanted: "object") -> Mention | None:
        assert callable(wanted)
        for k in range(bisect_left(self._mention_starts, place) - 1, -1, -1):
            if wanted(self.mentions[k]):
                return self.mentions[k]
        return None


_DEMANDING = word_class("demanding")
_REPRESENTING = re.compile(
    r", (?:who (?:speaks|spoke|runs|ran|heads|headed|leads|led|represents|represented|negotiates)"
    r"|speaking for|representing|heading|leading|on behalf of)\b"
)
_TITLE_WORDS = word_class("title_words")


def _joined(token: Token, before: Token) -> bool:
    """Whether a token goes on a name with a hyphen: "Cho Tae-yul"."""
    adjoining = token.idx == before.idx + len(before)
    return adjoining and (token.text == "-" or (before.text == "-" and token.pos_ == "PROPN"))


def _office_places(passage: Passage, name: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Where an office may stand: before the name, or set off by a comma after it."""
    doc, first, last = passage.doc, name[0], name[-1]
    stop = first.i - 1
    if stop >= 0 and doc[stop].text == ",":
        stop -= 1
    start = stop + 1
    while start > first.sent.start and _office_word(doc[start - 1]):
        start -= 1
    while start <= stop and doc[start].lower_ in _LOOSE:
        start += 1
    if start <= stop:
        yield doc[start], doc[stop]
    after = last.i + 1
    if after < len(doc) and doc[after].text in (",", "(", "—", "–"):
        end = after + 1
        while end < last.sent.end and doc[end].text not in _BREAKS and end < after + 14:
            end += 1
        begin = after + 1
        while begin < end - 1 and doc[begin].lower_ in _LOOSE:
            begin += 1
        if end > begin:
            yield doc[begin], doc[end - 1]


_COMMON_OFFICE = word_class("common_office")
_LOOSE = word_class("loose")
_BREAKS = frozenset({",", ".", ";", "—", "–", "-", ":", ")", "(", '"'})
_NOT_NAMES = word_class("not_names")


def _office_word(token: Token) -> bool:
    """Whether a word may belong to an office: "the Egyptian minister of irrigation"."""
    if token.pos_ in ("PROPN", "NOUN", "ADJ") or token.tag_ == "POS":
        return True
    return token.lower_ in ("of", "to", "for", "the", "its", "and") and token.i > token.sent.start


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
