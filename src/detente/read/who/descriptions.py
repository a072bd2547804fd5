"""Whom a description means: "the Turkish government", "the minister", "the driver"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from detente.domain.evidence import Span
from detente.lexicon.parties import Match, TitleMatch
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage, child, children, noun_extent
from detente.read.grammar.tokens import Token, once
from detente.read.who.bodies import Bodies
from detente.read.who.names import Names
from detente.read.who.offices import of_match
from detente.read.who.persons import Person, Persons
from detente.read.who.referents import Mention, Mentions, Who

_GOVERNING = word_class("governing")
_COUNTRY = word_class("country")
_LEAGUES = word_class("leagues")
_BODIES = word_class("bodies")
_POPULATION = word_class("population")
_PLAIN = word_class("plain_adjectives")
# An office with one of these is another office.
_QUALIFYING = frozenset({"vice", "former", "ex", "shadow"})
# Persons of a text that are gone through for each description.
_MOST = 200
# Whose they are said to be, they are not: "its neighbour".
OPPOSITE = frozenset({"adversary", "counterpart", "neighbor", "neighbour", "opponent", "rival"})
# What stands before a name at the head of a sentence.
_OPENS = re.compile(r"(?:^|[.!?”\"]\s|\n)(?:In |The )?$")
DEFINITE = ("the", "that", "this")


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Finds who is meant by a noun phrase without a name.

    Parameters
    ----------
    mentions
        What was named so far; it grows while the document is gone through.
    bodies
        Towns and organisations that are named and that no table knows.
    owner
        Who a possessor is: of "its minister" it.
    """

    text: str
    names: Names
    persons: Persons
    mentions: Mentions
    bodies: Bodies
    owner: Callable[[Passage, Token], Who]
    _titles: dict[Token, TitleMatch | None] = field(default_factory=dict)

    def title(self, passage: Passage, token: Token) -> TitleMatch | None:
        """Title among the words of a noun phrase, given by its head."""
        known = self._titles
        if token not in known:
            first, last = noun_extent(token)
            words = self.text[passage.start + first.idx : passage.start + last.end]
            known[token] = self.names.known.title_in(words)
        return known[token]

    def who(self, passage: Passage, token: Token) -> Who:
        """Resolve a description, given by its head."""
        head = token.lemma
        title = self.title(passage, token)
        if head in _GOVERNING or title is not None:
            party = self._by_party(passage, token)
            if party is not None:
                return self._with_holder(passage, token, title, party)
        person = self._holder(passage, token, title)
        if person is not None:
            return Who(
                party=person.party, kind=person.kind, person=person, speaker=person.span,
                form="description",
            )  # fmt: skip
        mention = self._last_party(passage, token, head)
        if mention is not None:
            return Who(
                party=mention.party,
                kind=mention.kind,
                speaker=mention.span,
                form="description",
            )
        return Who(form="description", speaker=self._named_elsewhere(passage, token, head))

    def _named_elsewhere(self, passage: Passage, token: Token, head: str) -> Span | None:
        """Name of no known party: of "the city" its own, of "the Kenyan people" Kenyans."""
        if not _definite(token):
            return None
        place = passage.start + token.idx
        if head in _POPULATION:
            return self._inhabitants(passage, token, place)
        bare = not any(children(token, "amod", "compound", "prep", "poss", "relcl", "appos"))
        return self.bodies.meant(head, place) if bare and token.tag_ == "NN" else None

    def _inhabitants(self, passage: Passage, token: Token, place: int) -> Span | None:
        """Where the text calls a people by its name, last before a place or first after it."""
        match = self.modifier(passage, token)
        if match is None or match.form != "demonym":
            return None
        called = self.names.peoples.get(match.party.code, [])
        k = bisect_left(called, place, key=lambda m: m.start)
        found = called[k - 1] if k else next(iter(called), None)
        return None if found is None else Span(start=found.start, end=found.end)

    def modifier(self, passage: Passage, token: Token) -> Match | None:
        """Party named inside a noun phrase, the office's own before the place it is sent to."""
        first, last = noun_extent(token)
        match = self.names.match_at(passage.span(first, token))
        placed = ("to", "with", "in", "at") if token.lemma in _SENT_ABROAD else ("to", "with")
        if match is not None or any(c.lemma in placed for c in children(token, "prep")):
            return match
        return next(self.names.matches_in(passage.span(token, last)), None)

    def _by_party(self, passage: Passage, token: Token) -> Who | None:
        """Party that the words themselves give, by name or by possessor."""
        party, kind = of_match(self.modifier(passage, token))
        if party is not None:
            return Who(party=party, kind=kind, form="description")
        owner = child(token, "poss")
        if owner is None or token.lemma in OPPOSITE:
            return None
        who = self.owner(passage, owner)
        return Who(party=who.party, kind=who.kind, form="description")

    def _with_holder(
        self, passage: Passage, token: Token, title: TitleMatch | None, who: Who
    ) -> Who:
        """Add the person who holds the office for the party: "the Kenyan minister"."""
        if title is None or who.party is None:
            return who
        person = self._holder(passage, token, title, who.party)
        return who if person is None else replace(who, person=person, speaker=person.span)

    def _last_party(self, passage: Passage, token: Token, head: str) -> Mention | None:
        """Of "the country" the state last named, of "the ministry" the one it was part of."""
        if token.tag_ not in ("NN", "NNP") or not _definite(token):
            return None
        place = passage.start + token.idx
        if token.tag_ == "NNP":
            return self._organ(token.lower_, place)  # "the Assembly"
        bare = not any(children(token, "amod", "compound", "prep", "poss"))
        if any(c.lower_ in _LAW_ROLES for c in children(token, "amod", "compound")):
            return None  # "the territorial state" is whichever law means
        if bare and head in _ROLES:
            return self._so_called(head, place)
        if head in _COUNTRY:
            told = self._spoken_of(passage, token) if head == "government" else None
            own = self._of_the_place(told, place) if bare and head == "government" else None
            if own is not None or told is not None:
                return own or told
            doer = self._doer_before(passage, token)
            if doer is not None:
                return doer
            wanted = "country"
        elif not bare:
            return None
        elif head in _LEAGUES:
            wanted = "igo"
        else:
            # "The Kenyan ministry …. The ministry …"
            words = token.lower_
            named = self.mentions.before(
                place, lambda m: m.party is not None and m.span.of(self.text).lower() == words
            )
            return named or self._organ(words, place)
        return self.mentions.before(place, lambda m: m.kind == wanted and m.person is None)

    def _doer_before(self, passage: Passage, token: Token) -> Mention | None:
        """Of "Oslo is not going to discuss it with Lima, the country's minister said" Oslo.

        Who speaks for a country tells what it does: that is the subject of what is said.
        """
        speaker = token.head
        if token.dep_ != "poss" or speaker.dep_ != "nsubj":
            return None
        told = [c for c in children(speaker.head, "ccomp") if c.i < token.i]
        if not told and speaker.head.dep_ != "parataxis":
            return None
        start = passage.start + token.sent.start_char
        return self.mentions.before(
            passage.start + token.idx,
            lambda m: (
                m.kind == "country"
                and m.person is None
                and bool(m.subject)
                and m.span.start >= start
            ),
        )

    def _so_called(self, head: str, place: int) -> Mention | None:
        """Of "the host" the party that was introduced so: "Tonga, the host of the meeting,"."""
        called = re.compile(rf", (?:the|a|an|[\w ]+[’']s) (?:[\w-]+ ){{0,2}}{head}\b")
        ends = {found.start() for found in called.finditer(self.text, 0, place)}
        if not ends:
            return None
        return self.mentions.before(place, lambda m: m.party is not None and m.span.end in ends)

    def _of_the_place(self, told: Mention | None, place: int) -> Mention | None:
        """Of "the government" that of the place where the story was filed.

        Unless the sentences before are about another state, which stands at their head.
        """
        filed = self.names.filed
        if filed is None or filed not in self.names.mostly:
            return None
        if told is not None and told.party != filed:
            called = next(self.names.matches_in(told.span), None)
            if self._opens(told) or (called is not None and called.form == "demonym"):
                return None
        last = self.mentions.before(
            place, lambda m: m.subject and m.kind == "country" and self._opens(m)
        )
        if last is not None and last.party != filed:
            return None
        return self.mentions.before(place, lambda m: m.party == filed and m.person is None)

    def _opens(self, mention: Mention) -> bool:
        """Whether a mention stands at the head of its sentence."""
        start = mention.span.start
        return _OPENS.search(self.text[max(0, start - len(". The ")) : start]) is not None

    def _organ(self, noun: str, place: int) -> Mention | None:
        """Of "the Assembly" the organisation named before of which that is a word of the name."""
        if noun not in _BODIES:
            return None
        return self.mentions.before(
            place,
            lambda m: (
                m.kind == "igo"
                and m.person is None
                and noun in m.span.of(self.text).lower().split()
            ),
        )

    def _spoken_of(self, passage: Passage, token: Token) -> Mention | None:
        """Only state of its sentence, else of the one before: "Kenyan traders … the government"."""
        place = passage.start + token.idx
        back = [s for s in passage.doc.sents if passage.start + s.start_char <= place][-2:]
        for sentence in reversed(back):
            start = passage.start + sentence.start_char
            end = min(place, passage.start + sentence.end_char)
            states = [
                m
                for m in self.names.matches_in(Span(start=start, end=end))
                if m.party.kind == "country"
            ]
            if len({m.party.code for m in states}) > 1:
                return None
            if states:
                last = states[-1]
                return Mention(
                    span=Span(start=last.start, end=last.end),
                    party=last.party.code,
                    kind=last.party.kind,
                )
        return None

    # --- offices and roles -----------------------------------------------------------

    def _holder(
        self,
        passage: Passage,
        token: Token,
        title: TitleMatch | None,
        party: str | None = None,
    ) -> Person | None:
        """Last person before a place whom the description fits; else the only one after it."""
        if token.tag_ not in ("NN", "NNP"):
            return None
        if not (_definite(token) or token.tag_ == "NNP"):
            owned = child(token, "poss") is not None or party is not None
            if not owned or any(d.lemma in ("a", "an") for d in children(token, "det")):
                return None
        if title is not None and title.text.split()[-1].lower() != token.lower_:
            title = None
        role = token.lemma
        if title is None and role not in self.persons.roles:
            return None
        traits = frozenset(self._traits(passage, token, title))

        def fits(person: Person | None) -> bool:
            if person is None or (person.name is None and (party or title is None)):
                return False
            if party is not None and person.party != party:
                return False
            if not _holds(person, title) and (person.title or role not in person.roles):
                return False
            if (traits ^ person.words) & _QUALIFYING:
                return False
            return traits <= person.words or not traits

        mention = self.mentions.before(passage.start + token.idx, lambda m: fits(m.person))
        if mention is not None:
            return mention.person
        if len(self.persons.known) > _MOST:
            return None
        fitting = [p for p in self.persons.known if fits(p)]
        return fitting[0] if len(fitting) == 1 else None

    def _traits(self, passage: Passage, token: Token, title: TitleMatch | None) -> Iterator[str]:
        """Words of a description that tell one holder of an office from another."""
        own = set() if title is None else set(title.text.lower().split())
        for c in children(token, "amod", "compound", "nmod"):
            if c.lower_ in own or c.lower_ in _PLAIN or c.pos_ not in ("ADJ", "NOUN", "PROPN"):
                continue
            if self.names.match_over(passage, c) is None:
                yield c.lower_
        for preposition in children(token, "prep"):
            below = child(preposition, "pobj")
            if preposition.lemma != "of" or below is None or below.pos_ != "PROPN":
                continue
            if self.names.match_over(passage, below) is None:
                yield below.lower_


_ROLES = word_class("state_roles")
_LAW_ROLES = word_class("law_roles")
# Of "the ambassador in Lima" only where he is sent is told.
_SENT_ABROAD = frozenset(
    {"ambassador", "attaché", "chargé", "consul", "embassy", "envoy", "mission"}
)


@once
def _definite(token: Token) -> bool:
    return any(d.dep_ == "det" and d.lemma in DEFINITE for d in token.children)


def _holds(person: Person, title: TitleMatch | None) -> bool:
    """Whether a person was introduced with a title, or one that ends in the same word."""
    if title is None or person.title is None:
        return False
    if " " in title.text and " " in person.title:
        return person.title == title.title.words[0]
    return person.title.split()[-1] == title.title.words[0].split()[-1]
