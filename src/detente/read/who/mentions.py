"""Who a phrase means: governments, organisations, persons and the parties they speak for.

The story is told in order, so what "he", "it" or "the minister" means depends on what was
mentioned before. A :class:`Story` collects the mentions of one document and answers that
question for any phrase; it answers None rather than guess.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

from detente.domain.evidence import Actor, Span
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import (
    Passage,
    child,
    children,
    extent,
    is_passive,
    modality,
    noun_extent,
    passive_agent,
    subjunctive,
)
from detente.read.grammar.setting import Setting
from detente.read.grammar.speaking import letting_know
from detente.read.grammar.tokens import Token
from detente.read.who.bodies import Bodies
from detente.read.who.descriptions import DEFINITE, OPPOSITE, Descriptions
from detente.read.who.gathering import Gathering
from detente.read.who.governing import decreed_by, governing
from detente.read.who.issuers import issuer
from detente.read.who.labels import is_label
from detente.read.who.leads import is_item
from detente.read.who.names import Names
from detente.read.who.offices import of_match
from detente.read.who.persons import Person, Persons
from detente.read.who.pronouns import IT, THEY, Pronouns, gender
from detente.read.who.quoting import quoted_by
from detente.read.who.referents import Mention, Mentions, Referents, Who
from detente.read.who.sittings import sitting
from detente.read.who.turns import NOBODY
from detente.read.who.voices import FIRST, FIRST_PLURAL, SECOND, Voices

_WORDS = word_class("utterances")
_GOVERNING = word_class("governing")
_SPEAKING = _WORDS | _GOVERNING
_DEMANDING = word_class("demanding")
_PARTS = word_class("parts")
_OF_ONES_OWN = frozenset({"assure", "convince", "deprive", "relieve", "remind", "rob", "strip"})
# Parts of speech for which the tagger may take a name that it does not know.
_TAKEN_FOR_WORDS = frozenset({"ADJ", "ADV", "INTJ", "NOUN", "VERB", "X"})


@dataclass(slots=True)
class Story:
    """The mentions of one document, in text order."""

    text: str
    passages: list[Passage]
    document: str
    published: str | None = None
    names: Names = field(init=False)
    persons: Persons = field(init=False)
    setting: Setting = field(init=False)
    voices: Voices = field(init=False)
    descriptions: Descriptions = field(init=False)
    pronouns: Pronouns = field(init=False)
    _told: Mentions = field(default_factory=Mentions)
    _quoted: dict[int, Who] = field(default_factory=dict)
    _actors: dict[Token, Actor] = field(default_factory=dict)
    _whos: dict[Token, Who] = field(default_factory=dict)
    #: Whether answers are final: the whole story is told, and no quotation's speaker is sought.
    _final: bool = False
    #: What :func:`detente.read.events.sides.side` has found.
    sides: dict[Token, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = Names(self.text, self.passages)
        issued_by = issuer(self.names, self.passages)
        house = sitting(self.names, self.passages)
        home = house if issued_by.party is None else issued_by
        self.persons = Persons(self.names, self.published, home=(home.party, home.kind))
        for passage in self.passages:
            self.persons.introduce(passage)
        self.setting = Setting(self.text, self.passages)
        self.voices = Voices(
            self.text, self.passages, self.persons, self.setting.quotations, issued_by, house
        )
        bodies = Bodies(self.text, self.passages, self.names)
        self.descriptions = Descriptions(
            self.text, self.names, self.persons, self._told, bodies, self.who
        )
        referents = Referents()
        self.pronouns = Pronouns(
            referents,
            self.persons,
            self.setting,
            lambda quotation: self._quoted_by(quotation).person,
        )
        gathering = Gathering(
            self.names,
            self.persons,
            self.setting,
            self.descriptions,
            self.pronouns,
            referents,
        )
        for passage in self.passages:
            for token in passage.doc.tokens:
                if token.pos_ in ("PROPN", "NOUN", "PRON") or token.ent_type_:
                    mention = self._mention_of(passage, token)
                    if mention is not None:
                        self._told.add(mention)
                    gathering.gather(passage, token, mention)
        self._final = True

    @property
    def mentions(self) -> list[Mention]:
        """Where parties and persons are named, in text order."""
        return self._told.all

    def told_before(self, place: int) -> list[Mention]:
        """Where parties and persons are named that start before a place, in text order."""
        return self._told.between(0, place)

    def forget(self) -> None:
        """Let go of what asks the story in turn; nobody may be looked for any more.

        Else all of it would wait in memory for the collector, as of :meth:`Doc.forget`.
        """
        del self.descriptions, self.pronouns

    # --- mentions in order -----------------------------------------------------

    def _mention_of(self, passage: Passage, token: Token) -> Mention | None:
        if (
            token.pos_ == "PROPN"
            or token.ent_type_
            or self.persons.index(passage, token) is not None
        ):
            return self._mention(passage, token)
        if token.is_title and token.pos_ in _TAKEN_FOR_WORDS:
            # A name that the tagger does not know: "Suriname refused".
            match = self.names.match_over(passage, token)
            if match is not None and match.form == "name":
                return self._mention(passage, token)
        if token.pos_ == "NOUN" and token.dep_ in (
            "nsubj",
            "pobj",
            "nsubjpass",
            "dobj",
        ):
            return self._unnamed(passage, token) or self._government(passage, token)
        return None

    def _government(self, passage: Passage, token: Token) -> Mention | None:
        """Note "the government" and the like as the party they stand for."""
        if token.dep_ not in ("nsubj", "nsubjpass") or token.lemma not in _GOVERNING:
            return None
        who = self.descriptions.who(passage, token)
        if who.party is None:
            return None
        return Mention(span=passage.token_span(token), party=who.party, kind=who.kind, subject=True)

    def _unnamed(self, passage: Passage, token: Token) -> Mention | None:
        """Note somebody who is only described, so that "she" is not taken for the last name."""
        if token.tag_ != "NN" or token.lower_ not in self.names.known.title_heads:
            return None
        if any(c.dep_ == "appos" for c in token.children):
            return None
        span = passage.span(*noun_extent(token))
        title = self.descriptions.title(passage, token)
        if title is None or title.text.split()[-1].lower() != token.lower_:
            return None
        if self._person_in(passage, token) is not None:
            return None
        match = self.descriptions.modifier(passage, token)
        party, kind = of_match(match)
        definite = any(d.lemma in DEFINITE for d in children(token, "det"))
        if definite and party is None:
            return None
        person = Person(
            name=None,
            office=span.of(self.text),
            party=party,
            kind=kind,
            span=span,
            title=title.title.words[0],
        )
        subject = token.dep_ in ("nsubj", "nsubjpass") or token.head.lower_ in (
            "to",
            "by",
        )
        return Mention(span=span, party=party, kind=kind, person=person, subject=subject)

    def _mention(self, passage: Passage, token: Token) -> Mention | None:
        by = token.dep_ == "pobj" and token.head.dep_ == "agent"
        subject = (
            by
            or token.dep_ in ("nsubj", "nsubjpass")
            or (token.dep_ in ("compound", "amod") and token.head.dep_ == "nsubj")
            or (
                # "Beijing's reply came within hours", "Peru's Foreign Ministry turned it down".
                token.dep_ == "poss"
                and token.head.dep_ == "nsubj"
                and token.head.lemma.lower() in _SPEAKING
            )
        )
        match = self.names.match_over(passage, token)
        if match is not None:
            if passage.start + token.end < match.end and token.dep_ == "compound":
                return None
            if match.form == "demonym" and token.dep_ not in (
                "nsubj",
                "dobj",
                "pobj",
                "poss",
            ):
                return None
            span = Span(start=match.start, end=match.end)
            return Mention(
                span=span,
                party=match.party.code,
                kind=match.party.kind,
                subject=subject,
            )
        person = self.persons.at(passage, token)
        name = None if person is None else self.persons.name_ending(passage, token)
        if person is None or name is None:
            return None
        subject = subject or any(
            a.dep_ in ("nsubj", "nsubjpass") and a.i in {token.head.i, token.i}
            for a in (token, token.head, token.head.head)
        )
        return Mention(
            span=name,
            party=person.party,
            kind=person.kind,
            person=person,
            subject=subject,
        )

    # --- resolving --------------------------------------------------------------

    def who(self, passage: Passage, token: Token) -> Who:
        """Resolve a noun phrase, given by its head, to a party and maybe a person."""
        known = self._whos.get(token)
        if known is None:
            known = self._who(passage, token)
            if self._final:
                self._whos[token] = known
        return known

    def _who(self, passage: Passage, token: Token) -> Who:
        if is_item(passage, token, self.text):
            return self.voices.speaker(passage).who(several=True)
        if token.pos_ in ("PRON", "DET", "PART") or token.tag_ in ("PRP", "PRP$"):
            return self._pronoun(passage, token)
        if is_label(passage, token, self.text):
            labelled = self.voices.speaker(passage)
            if labelled != NOBODY:
                return replace(labelled.who(several=False), form="description")
        whole = self._whole(token)
        if whole is not None:
            # "Many of them": no party, since nobody says how many.
            return Who(form="description", speaker=self._taken_up(passage, whole).speaker)
        return self._named(passage, token) or self.descriptions.who(passage, token)

    def _whole(self, token: Token) -> Token | None:
        """Return "them" of "many of them", "one of them"."""
        if token.lower_ not in _PARTS:
            return None
        of = next((p for p in children(token, "prep") if p.lower_ == "of"), None)
        whole = of and child(of, "pobj")
        return whole if whole is not None and whole.lower_ in THEY else None

    def actor(self, passage: Passage, token: Token) -> Actor:
        """Words of a noun phrase and the party they stand for, if any."""
        known = self._actors.get(token)
        if known is None:
            known = self._actors[token] = self._actor(passage, token)
        return known

    def _actor(self, passage: Passage, token: Token) -> Actor:
        span = passage.span(*noun_extent(token))
        if token.pos_ == "VERB":
            return Actor(span=span)
        who = self.who(passage, token)
        if who.party is None and token.lemma in OPPOSITE:
            return Actor(span=span, party=self._opposite(passage, token), kind=who.kind)
        of = self._owner(passage, token) if who.party is None else None
        return Actor(span=span, party=who.party, kind=who.kind, of=of)

    def _opposite(self, passage: Passage, token: Token) -> str | None:
        """Of "its neighbour" the other state that was named most so far, if one was."""
        owner = child(token, "poss")
        own = self.who(passage, owner).party if owner is not None else None
        if own is None:
            return None
        told = self.told_before(passage.token_span(token).start)
        states = (m.party for m in told if m.kind == "country")
        others = Counter(state for state in states if state not in (own, None))
        first, second = (*others.most_common(2), (None, 0), (None, 0))[:2]
        return first[0] if first[1] > second[1] else None

    def _owner(self, passage: Passage, token: Token) -> str | None:
        """Party that a thing is said to belong to: "its sanctions", "US sanctions"."""
        for c in children(token, "poss", "compound", "amod", "nmod"):
            if c.dep_ == "poss" or self.names.match_over(passage, c) is not None:
                party = self.who(passage, c).party
                if party is not None:
                    return party
        for by in token.children:
            if by.dep_ == "prep" and by.lemma == "by":
                owner = child(by, "pobj")
                return None if owner is None else self.who(passage, owner).party
        return None

    def _named(self, passage: Passage, token: Token) -> Who | None:
        match = self.names.match_over(passage, token)
        if match is not None:
            return Who(party=match.party.code, kind=match.party.kind)
        person = self._person_in(passage, token)
        if person is not None:
            # Of a name that the text spells otherwise elsewhere, as it is spelt in full.
            own = (person.name or "").lower().split()
            misspelt = token.pos_ == "PROPN" and self.persons.misspelt(token.lower_)
            speaker = person.span if misspelt and token.lower_ not in own else None
            return Who(
                party=person.party, kind=person.kind or "person", person=person, speaker=speaker
            )
        return None

    def _person_in(self, passage: Passage, token: Token) -> Person | None:
        person = self.persons.at(passage, token)
        if person is not None or not token.children:
            return person
        # "US Ambassador to Turkey Tom Barrack": the name may hang below the title, and
        # "the minister, Hakan Fidan" has it in apposition.
        first, last = extent(token)
        for other in passage.doc.tokens[first.i : last.i + 1]:
            if other.pos_ == "PROPN" and other.ent_type_ == "PERSON" and other.dep_ != "poss":
                person = self.persons.at(passage, other)
                if person is not None and (
                    other.dep_ in ("appos", "compound")
                    or self.descriptions.title(passage, token) is not None
                ):
                    return person
        return None

    # --- pronouns -----------------------------------------------------------------

    def _pronoun(self, passage: Passage, token: Token) -> Who:
        word = token.lower_
        if word in FIRST or word in FIRST_PLURAL or word in SECOND:
            return self._present(passage, token)
        if gender(word) is not None:
            return self._taken_up(passage, token)
        if word in IT or word in THEY:
            return Who(form="pronoun") if word == "them" else self._it(passage, token)
        if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
            return replace(self.who(passage, token.head.head), form="pronoun")
        return Who(form="pronoun")

    def _present(self, passage: Passage, token: Token) -> Who:
        """Resolve the first and second person."""
        word = token.lower_
        quotation = self.setting.quotation(passage.start + token.idx)
        if quotation is None:
            asked = word in SECOND
            voice = self.voices.addressee(passage) if asked else self.voices.speaker(passage)
            return voice.who(several=word in FIRST_PLURAL)
        quoted = self._quoted_by(quotation) if word not in SECOND else Who()
        if word in FIRST_PLURAL:
            quoted = replace(quoted, person=None)
        return replace(quoted, form="pronoun")

    def _quoted_by(self, quotation: Span) -> Who:
        """Whose words a quotation is."""
        known = self._quoted.get(quotation.start)
        if known is None:
            # Whoever asks again while this is being found out is told nobody.
            self._quoted[quotation.start] = Who()
            final, self._final = self._final, False
            found = quoted_by(self.setting, quotation)
            if found is None:
                known = self.voices.guest().who(several=False)
            else:
                passage, source = found
                known = self.who(passage, source)
                if known.speaker is None and source.pos_ != "PRON":
                    known = replace(known, speaker=passage.span(*noun_extent(source)))
            self._quoted[quotation.start], self._final = known, final
        return known

    def _taken_up(self, passage: Passage, token: Token) -> Who:
        """Resolve a pronoun of the third person by what was told before."""
        referent = self.pronouns.meant(passage, token)
        if referent is None:
            return Who(form="pronoun")
        who = referent.who
        return Who(
            party=who.party, kind=who.kind, person=who.person, form="pronoun",
            speaker=self.pronouns.name_of(referent),
        )  # fmt: skip

    def _it(self, passage: Passage, token: Token) -> Who:
        """Resolve to the party that the sentence's grammar points at, else the last subject."""
        place = passage.start + token.idx
        sentence = passage.start + token.sent.start_char

        # A person's own party is meant by "it" only where nothing else is.
        inside = [
            m for m in self._told.between(sentence, place)
            if m.party is not None and m.person is None and m.kind in ("country", "igo", "other")
        ]  # fmt: skip
        decreeing = decreed_by(token)
        if decreeing is not None:
            return self._other(passage, token, decreeing) or Who(form="pronoun")
        if token.dep_ == "poss":
            doer = self._own_doer(passage, token)
            if doer is not None:
                return Who(
                    party=doer.party,
                    kind=doer.kind,
                    speaker=doer.speaker,
                    form="pronoun",
                )
        speaker = self._own_speaker(passage, token)
        if speaker is not None:
            return Who(
                party=speaker.party,
                kind=speaker.kind,
                speaker=speaker.speaker,
                form="pronoun",
            )
        mention = governing(inside, passage, token) if inside else None
        if mention is None:
            return self._taken_up(passage, token)
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
        above = letting_know(above) or above
        if is_passive(above) and modality(verb) in ("will", "would"):
            # "Lima has been told by Oslo that it will leave": who tells it promises it.
            teller = passive_agent(above)
            if teller is not None:
                return self._party_of(passage, teller)
        own = child(above, "nsubj") if above.pos_ in ("VERB", "AUX") else None
        told = above.lemma == "insist" and not _shall(verb)
        if own is not None and above.lemma in _DEMANDING and not told:
            return self._other(passage, token, own)
        whom = child(above, "dobj", "dative") if modality(verb) in ("must", "should") else None
        if whom is not None and whom.i < token.i and (bound := self._party_of(passage, whom)):
            return bound  # "told Lima that it must leave": Lima
        if own is None or own.i >= token.i or own.pos_ in ("PRON", "DET"):
            return None
        if above.lemma == "be" and own.lemma in _WORDS:
            # "Kenya's position is that it cannot leave."
            own = child(own, "poss") or own
        return self._party_of(passage, own)

    def _own_doer(self, passage: Passage, token: Token) -> Who | None:
        """In "if Somalia withdraws its soldiers" Somalia, the subject of the same clause."""
        verb = token.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
        own = child(verb, "nsubj")
        whom = child(verb, "dobj") if verb.lemma in _OF_ONES_OWN else None
        if whom is not None and token.head.dep_ == "pobj" and token.head.head.lower_ == "of":
            own = whom  # "reminded Oslo of its obligation": Oslo's
        if own is None or own.i >= token.i:
            return None
        # "It must open its border" is of one; of "he" the party is another question.
        same = own.lower_ in IT | THEY and token.lower_ in IT | THEY
        return self._party_of(passage, own) if same or own.pos_ != "PRON" else None

    def _party_of(self, passage: Passage, own: Token) -> Who | None:
        """Party that a phrase stands for, with its words; None for a person."""
        who = self.who(passage, own)
        if who.party is None or who.person is not None:
            return None
        return replace(who, speaker=who.speaker or passage.span(*noun_extent(own)))

    def _other(self, passage: Passage, token: Token, speaker: Token) -> Who | None:
        """In "Baku has demanded that it release them" whoever was named before Baku.

        Of "Baku informed Yerevan of its exclusion" Yerevan, named between the two.
        """
        party = self.who(passage, speaker).party
        if party is None:
            return None

        def another(m: Mention) -> bool:
            return m.kind == "country" and m.person is None and m.party != party

        place = passage.start + speaker.idx
        between = [m for m in self._told.between(place, passage.start + token.idx) if another(m)]
        mention = between[-1] if between else self._told.before(place, another)
        if mention is None:
            return None
        return Who(party=mention.party, kind=mention.kind, speaker=mention.span, form="pronoun")


def _shall(verb: Token) -> bool:
    """Of "insists that it leave" the leaving, but not of "insists that it has left"."""
    return subjunctive(verb) or modality(verb) in ("must", "should")
