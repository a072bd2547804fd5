"""What a document names or describes that a pronoun may take up later."""

from dataclasses import dataclass, replace

from detente.domain.evidence import Span
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage, children, noun_extent
from detente.read.grammar.setting import Setting
from detente.read.grammar.speaking import role, speaks
from detente.read.grammar.tokens import Token
from detente.read.who.descriptions import Descriptions
from detente.read.who.names import Names
from detente.read.who.persons import Persons, is_doer, is_human, noun_gender
from detente.read.who.pronouns import Pronouns, gender
from detente.read.who.referents import Mention, Referent, Referents, Sort, Who

_BODIES = word_class("bodies")
_WRITINGS = word_class("writings")


@dataclass(frozen=True, slots=True)
class Gathering:
    """Collects the referents of one document, token by token."""

    names: Names
    persons: Persons
    setting: Setting
    descriptions: Descriptions
    pronouns: Pronouns
    referents: Referents

    def gather(self, passage: Passage, token: Token, mention: Mention | None) -> None:
        """Keep what a token stands for; ``mention`` is what it names, if anything."""
        referent = self._referent(passage, token, mention)
        if referent is None:
            return
        self.referents.add(referent)
        joint = self._joint(referent)
        if joint is not None:
            self.referents.add_joint(joint)

    def _referent(self, passage: Passage, token: Token, mention: Mention | None) -> Referent | None:
        if mention is not None and mention.person is not None and mention.person.name is not None:
            return self._person(passage, token, mention)
        if mention is not None and mention.person is None and token.pos_ != "NOUN":
            return self._party(passage, token, mention)
        if token.pos_ == "NOUN" or self._bare_title(passage, token):
            return self._noun(passage, token)
        if gender(token.lower_) is not None or _they(token):
            return self._again(passage, token)
        if token.ent_type_ in ("ORG", "NORP") and self.names.match_over(passage, token) is None:
            return self._organisation(passage, token)
        return None

    def _person(self, passage: Passage, token: Token, mention: Mention) -> Referent:
        who = Who(
            party=mention.party, kind=mention.kind or "person", person=mention.person,
            speaker=mention.span,
        )  # fmt: skip
        key = f"person {self.persons.index(passage, token)}"
        return self._placed(passage, token, mention.span, who, "person", key)

    def _party(self, passage: Passage, token: Token, mention: Mention) -> Referent:
        who = Who(party=mention.party, kind=mention.kind, speaker=mention.span)
        people = token.tag_ in ("NNPS", "NNS") and token.text.endswith("s")
        sort: Sort = "people" if people else "party"
        return self._placed(passage, token, mention.span, who, sort, f"party {mention.party}")

    def _again(self, passage: Passage, token: Token) -> Referent | None:
        """Somebody of whom the story goes on to speak as "he", "she" or "they"."""
        if self.setting.quotation(passage.start + token.idx) is not None:
            return None
        meant = self.pronouns.meant(passage, token)
        if meant is None:
            return None
        who = replace(meant.who, speaker=self.pronouns.name_of(meant))
        return self._placed(passage, token, passage.token_span(token), who, meant.sort, meant.key)

    def _bare_title(self, passage: Passage, token: Token) -> bool:
        """Whether it is an office with a capital and no name: "the Senator from Alaska"."""
        return (
            token.pos_ == "PROPN"
            and any(d.lemma in ("the", "a", "that") for d in children(token, "det"))
            and self.names.known.title_in(token.text) is not None
            and self.names.match_over(passage, token) is None
        )

    def _noun(self, passage: Passage, token: Token) -> Referent | None:
        """Somebody or some body that is only described: "the teacher", "officials"."""
        # "Ada Bell, a *teacher*" and "is a *teacher*" bring nobody new.
        if token.dep_ in ("compound", "amod", "nmod", "appos", "attr"):
            return None
        sort = self._sort(token)
        if sort is None or any(
            self.persons.at(passage, c) is not None for c in children(token, "appos", "compound")
        ):
            return None
        span = passage.span(*noun_extent(token))
        who = self.descriptions.who(passage, token)
        person, key = who.person, f"noun {token.lemma}"
        if person is not None and person.name is not None and sort == "person":
            key = f"person {person.number}"
        else:
            person = None
        who = Who(party=who.party, kind=who.kind, person=person, speaker=span, form=who.form)
        return self._placed(passage, token, span, who, sort, key)

    def _sort(self, token: Token) -> Sort | None:
        word, several = token.lemma, token.tag_ == "NNS"
        if is_human(word) or word in self.names.known.bare_titles:
            return "people" if several else "person"
        if word in _WRITINGS:
            return None if several else "writing"
        if word in _BODIES:
            return "people" if several else "body"
        if token.lower_ in self.names.known.anonymous or is_doer(token):
            return "people" if several else "person"
        return None

    def _organisation(self, passage: Passage, token: Token) -> Referent | None:
        """An organisation or a group of people that no table knows."""
        inside = token.i + 1 < len(passage.doc) and passage.doc[token.i + 1].ent_iob_ == "I"
        if inside or self.persons.at(passage, token) is not None:
            return None
        several = token.tag_ in ("NNPS", "NNS")
        if token.ent_type_ == "NORP" and not several:
            return None
        first = token
        while first.ent_iob_ == "I" and first.i > 0:
            first = passage.doc[first.i - 1]
        sort: Sort = "people" if several else "body"
        span = passage.span(first, token)
        return self._placed(passage, token, span, Who(speaker=span), sort, f"noun {token.lower_}")

    def _joint(self, second: Referent) -> Referent | None:
        """Two joined by "and", who together are "they"."""
        if second.token.dep_ != "conj" or second.sort == "writing":
            return None
        first = self.referents.at(second.passage, second.token.head)
        if first is None or first.sort == "writing":
            return None
        span = Span(start=first.span.start, end=second.span.end)
        one, other = first.who.party, second.who.party
        who = Who(
            party=one if one == other else None, speaker=span,
            kind=first.who.kind if one == other and one is not None else None,
        )  # fmt: skip
        key = f"{first.key} and {second.key}"
        return replace(second, span=span, who=who, sort="people", key=key, gender=None)

    def _placed(
        self, passage: Passage, token: Token, span: Span, who: Who, sort: Sort, key: str
    ) -> Referent:
        place = passage.start + token.idx
        quoted = self.setting.quotation(place) is not None
        person = who.person
        told = gender(token.lower_)
        if told is None:
            told = person.gender if person is not None else noun_gender(token.lemma)
        return Referent(
            span=span, who=who, sort=sort, key=key, token=token, passage=passage,
            role=role(token), sentence=self.setting.sentence(place), quoted=quoted,
            speaks=not quoted and speaks(token), heading=passage.heading,
            gender=told,
        )  # fmt: skip


def _they(token: Token) -> bool:
    """Whether it is people who go on to speak: "American officials disagree. They cite ..."."""
    return token.lower_ == "they" and speaks(token)
