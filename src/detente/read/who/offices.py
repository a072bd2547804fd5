"""The office that a text gives beside a person's name, and the party it is held for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from detente.domain.evidence import Kind, Span
from detente.lexicon.parties import Match, gazetteer
from detente.lexicon.people import people
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage, children, modality
from detente.read.grammar.tokens import Span as Sentence
from detente.read.grammar.tokens import Token
from detente.read.who.employers import employment
from detente.read.who.names import Names

_REPRESENTING = re.compile(
    r", (?:who (?:speaks|spoke|runs|ran|heads|headed|leads|led|represents|represented|negotiates)"
    r"|speaking for|representing|heading|leading|on behalf of)\b"
)
_COMMON_OFFICE = word_class("common_office")
_LOOSE = word_class("loose")
_BODIES = word_class("bodies")
_COMMISSIONS = {"commissioner": "commission"}
_VIEWS = word_class("views")
_BREAKS = frozenset({",", ".", ";", "—", "–", "-", ":", ")", "(", '"'})
# Between an office and its state: "spokesman *for the foreign ministry in* Baku". Other names are
# of others: an energy minister is not of the "Energy *Community in* Vienna".
_POSTED = re.compile(
    r"\s(?:(?:[a-zß-ÿ][\w’'-]*|Affairs|Department|Minist\w+|Office|Secretar\w+)\s){0,4}?"
    r"(?:in|of|for)\s(?:the\s)?"
)
# "Its foreign minister, ": no mark stands in between.
_ITS = re.compile(r"\b(?:its|their)\s")
_THEIRS = re.compile(r"\b(?:its|the country[’']s)\s+(?:[\w’'-]+\s+){0,4}(?:[\w’'-]+,?\s*)?$")
# "Kenyan energy minister *Davis Chirchir*" holds that office, and nobody else who is named.
_NAMED_AFTER = r"(?:\s(?:{}|minist\w+|spokes\w+|secretary|official|envoy))*\s+[A-ZÀ-Þ][\w.’'-]*\w"
# Looking for an office elsewhere in the text costs a pass over it for each bare title.
_LONGEST_SEARCHED = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office as worded, its title, and the party it is held for; each None if not told.

    ``likely`` is the party where it is only guessed, and the place of the story speaks against it.
    """

    office: str | None = None
    party: str | None = None
    kind: Kind | None = None
    title: str | None = None
    likely: str | None = None


Whose = Callable[[Passage, Token], tuple[str | None, Kind | None]]


@dataclass(frozen=True, slots=True)
class Offices:
    """Looks for the office of a name, in the text first and in the table of holders last.

    ``whose`` tells the party of a person whose name ends at a token.
    """

    names: Names
    whose: Whose
    published: str | None = None
    #: Party that issued the text, and its kind.
    home: tuple[str | None, Kind | None] = (None, None)

    def of(self, passage: Passage, tokens: list[Token], name: str) -> Held:
        """Return the office and party of a person, given by the tokens of the name."""
        office, party, kind, title = self._office(passage, tokens)
        guessed = False
        if party is None:
            party, kind = self._belonging_to(passage, tokens[0], tokens[-1], office)
        if office is not None and party is None:
            # A full name with an office is that holder's; whose land it is would be a guess.
            office, party, kind = self._on_record(name, office)
        if office is not None and party is None:
            span = passage.span(tokens[0], tokens[-1])
            party, kind, guessed = self._of_the_land(passage, span, office)
        if party is None:
            party, kind = self._spoken_for(passage, tokens)
        if party is None:
            work, state = employment(self.names, passage, tokens)
            office, (party, kind) = office or work, of_match(state)
        if party is None:
            office, party, kind = self._on_record(name, office)
        likely = None
        if party is not None and guessed and self._disputed(passage, tokens[0], party):
            # All that is said decides.
            party, kind, likely = None, None, party
        return Held(office=office, party=party, kind=kind, title=title, likely=likely)

    def _on_record(
        self, name: str, office: str | None
    ) -> tuple[str | None, str | None, Kind | None]:
        """Ask the table of office holders about a full name that the text leaves open."""
        found = people().find(name, self.published)
        held = found[1] if found is not None else None
        if held is None:
            return office, None, None
        party = self.names.known.by_code(held.party)
        # Which of several offices was held is only known on a date.
        dated = None if self.published is None else held.told(self.published)
        return office or dated, held.party, party.kind if party is not None else None

    def _office(
        self, passage: Passage, name: list[Token]
    ) -> tuple[str | None, str | None, Kind | None, str | None]:
        """Words before a name, or in apposition to it, that name an office."""
        for first, last in (*office_places(passage, name), *_said_to_be(name[-1])):
            span = passage.span(first, last)
            words = span.of(self.names.text)
            title = self.names.known.title_in(words)
            if title is None:
                continue
            match = self.names.match_at(span) or self._of_a_body(span, words)
            party, kind = (
                of_match(match) if match is not None else self._serving(passage, first, last)
            )
            return words, party, kind, title.title.words[0]
        return None, None, None, None

    def _of_a_body(self, span: Span, words: str) -> Match | None:
        """Of "commission spokeswoman" the organisation last named before that is so called."""
        told = words.lower().split()
        called = {_COMMISSIONS.get(word, word) for word in told} & _BODIES
        if not called or "for" in told:
            return None  # whom a body's member has speak for it is asked elsewhere
        before = self.names.matches_in(Span(start=0, end=span.start))
        organs = [m for m in before if m.party.kind == "igo"]
        named = (
            m for m in reversed(organs)
            if not called.isdisjoint(self.names.text[m.start : m.end].lower().split())
        )  # fmt: skip
        return next(named, None)

    def _serving(
        self, passage: Passage, first: Token, last: Token
    ) -> tuple[str | None, Kind | None]:
        """Of "Bell's envoy", "an aide to Bell", "Bell adviser" the party of Bell."""
        for token in passage.doc[first.i : last.i + 1]:
            party, kind = self.whose(passage, token) if token.pos_ == "PROPN" else (None, None)
            if party is not None:
                return party, kind
        return None, None

    def _disputed(self, passage: Passage, first: Token, party: str) -> bool:
        """Whether the place of the story, or of the sentence, speaks against a guess."""
        if self.names.filed not in (None, party):
            return True
        head = first.sent.start
        if first.doc[head].lower_ not in ("in", "from") or first.i - head < len(("In", "Oslo")):
            return False
        place = self.names.match_over(passage, first.doc[head + 1])
        return place is not None and place.party.code != party

    def _belonging_to(
        self, passage: Passage, first: Token, last: Token, office: str | None
    ) -> tuple[str | None, Kind | None]:
        """Of "Kenya's Chirchir", of "Minister Chirchir of Kenya" and "(Kenya)" too."""
        before = list(passage.doc[max(first.i - 2, 0) : first.i])
        if len(before) == 2 and before[1].tag_ == "POS":
            match = self.names.match_over(passage, before[0])
        else:
            after = list(passage.doc[last.i + 1 : last.i + 4])
            title = self.names.known.title_in(office or "")
            if title is None or not title.speaks_for_state:
                return None, None  # a member, of whom it is the country of birth
            if len(after) < 2 or after[0].lower_ not in ("of", "("):
                return None, None
            of = after[2] if after[1].lower_ == "the" and len(after) > 2 else after[1]
            match = self.names.match_over(passage, of)
        return of_match(match if match is not None and match.party.kind == "country" else None)

    def _of_the_land(
        self, passage: Passage, span: Span, office: str
    ) -> tuple[str | None, Kind | None, bool]:
        """Of a bare "Foreign Minister": the state last named in the paragraph before it.

        And whether that is only a guess.
        """
        title = self.names.known.title_in(office)
        words = self.names.text[passage.start : span.start].lower()
        theirs = _THEIRS.search(words) is not None
        if title is None or not (theirs or title.speaks_for_state):
            return None, None, False
        if self.home[0] is not None and not theirs:
            return *self.home, False
        announcing = self._announcing(passage, span)
        if announcing is not None:
            return *of_match(announcing), False
        named = self._topic(passage, span) if _ITS.search(office) is not None else None
        if named is not None:
            return *of_match(named), False  # "Oslo refused, said Bell, of its foreign ministry"
        elsewhere = self._same_office(office)
        if elsewhere is not None:
            return *of_match(elsewhere), not theirs
        if theirs:
            before = self.names.matches_in(Span(start=passage.start, end=span.start))
            countries = [m for m in before if m.party.kind == "country"]
            # "In Minsk … Lithuanian buyers, its spokeswoman said": Minsk's.
            countries = [m for m in countries if m.form != "demonym"] or countries
            last = self._topic(passage, span) or (countries[-1] if countries else None)
            return *of_match(last), False
        return *of_match(self._topic(passage, span)), True

    def _announcing(self, passage: Passage, span: Span) -> Match | None:
        """Of "Uganda will buy it elsewhere, the energy minister said" Uganda."""
        for sentence in passage.doc.sents:
            if (
                not passage.start + sentence.start_char
                <= span.start
                < passage.start + sentence.end_char
            ):
                continue
            for token in sentence:
                if passage.start + token.idx >= span.start:
                    return None
                if token.dep_ == "nsubj" and modality(token.head) in ("will", "would"):
                    match = self.names.match_over(passage, token)
                    return match if match is not None and match.party.kind == "country" else None
        return None

    def _topic(self, passage: Passage, span: Span) -> Match | None:
        """State that the sentence with a name is about, else the sentence before it.

        Only a subject counts, and not one that is told what it must or cannot do: who
        tells it that is somebody else.
        """
        sentences = [s for s in passage.doc.sents if passage.start + s.start_char <= span.start]
        told_back = 2
        for sentence in reversed(sentences):
            if told_back == 0:
                return None
            # "It says ..." goes on with the subject of the sentence before.
            told_back -= not _goes_on(sentence)
            for token in sentence:
                if passage.start + token.idx >= span.start:
                    break
                if token.dep_ not in ("nsubj", "nsubjpass"):
                    continue
                match = self.names.match_over(passage, token)
                told = modality(token.head) in ("must", "should", "can", "may")
                if match is None or told or match.party.kind != "country":
                    break
                if _awaits(token.head):
                    # "Payments go on when Lima has agreed, the treasurer said": not Lima's.
                    continue
                return match
        return None

    def _same_office(self, office: str) -> Match | None:
        """State beside the same office elsewhere: "irrigation ministry in Cairo"."""
        words = [w for w in re.findall(r"[\w’'-]+", office.lower()) if w not in _COMMON_OFFICE]
        found: dict[str, Match] = {}
        if len(self.names.text) > _LONGEST_SEARCHED:
            return None
        held = re.compile(_NAMED_AFTER.format("|".join(map(re.escape, office.lower().split()))))
        for word in words[:3]:
            for hit in re.finditer(rf"\b{re.escape(word)}\b", self.names.text, re.IGNORECASE):
                for m in self.names.matches_in(
                    Span(start=max(0, hit.start() - 14), end=hit.end() + 44)
                ):
                    between = self.names.text[min(m.end, hit.end()) : max(m.start, hit.start())]
                    named = held.match(self.names.text, hit.end())
                    before = (
                        m.end <= hit.start()
                        and named is None
                        and re.fullmatch(r"(?:[’']s)?\s", between)
                    )
                    after = m.start >= hit.end() and _POSTED.fullmatch(between)
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
        match = self.names.match_at(passage.span(rest[0], rest[-1]))
        return of_match(match)


def _awaits(verb: Token) -> bool:
    """Whether a clause says on what or until when something hangs."""
    if verb.dep_ != "advcl":
        return False
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _AWAITING for c in verb.children)


_AWAITING = frozenset({"if", "unless", "until", "till", "once", "when", "as", "before", "after"})


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence begins with a pronoun that takes up the one before."""
    return sentence[0].lower_ in ("it", "they", "its", "their")


def of_match(match: Match | None) -> tuple[str | None, Kind | None]:
    """Code and kind of the party that a match stands for."""
    return (None, None) if match is None else (match.party.code, match.party.kind)


def office_places(passage: Passage, name: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Where an office may stand: before the name, or set off by a comma after it."""
    doc, first, last = passage.doc.tokens, name[0], name[-1]
    begin_of_sentence = first.sent.start
    stop = first.i - 1
    honorifics = gazetteer().honorifics
    while stop > begin_of_sentence and doc[stop].text in honorifics:
        # "the trade minister, Dr. Ada Bell"
        stop -= 1
    if stop >= 0 and doc[stop].text == ",":
        stop -= 1
    start = stop + 1
    while start > begin_of_sentence and _office_word(doc[start - 1]):
        start -= 1
    while start <= stop and doc[start].lower_ in _LOOSE:
        start += 1
    if start + 1 < stop and doc[start].lower_ in _VIEWS and doc[start + 1].lower_ == "of":
        start += 2  # "in the view of the minister, Ada Bell"
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


def _said_to_be(name: Token) -> Iterator[tuple[Token, Token]]:
    """Of "Ada Bell is Kenya's minister for trade" what she is."""
    if name.dep_ == "nsubj" and name.head.lemma == "be":
        yield from ((c.left_edge, c.right_edge) for c in children(name.head, "attr"))


def _office_word(token: Token) -> bool:
    """Whether a word may belong to an office: "the Egyptian minister of irrigation"."""
    if token.pos_ in ("PROPN", "NOUN", "ADJ") or token.tag_ == "POS":
        return True
    after = token.doc[token.i + 1 : token.i + 2]
    if token.lower_ == "in" and any(t.lower_ == "charge" for t in after):
        return True
    return token.lower_ in ("of", "to", "for", "the", "its", "and") and token.i > token.sent.start
