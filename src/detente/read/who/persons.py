"""Persons as a text names them: which names are one person's, and what is said of each.

A person is introduced once, with a full name or an office, and afterwards goes by a last
name, sometimes by a first. Two people with one last name stay two.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from detente.domain.evidence import Kind, Span
from detente.lexicon.given_names import gender_of
from detente.lexicon.parties import Gender
from detente.lexicon.people import people
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.speaking import speaks
from detente.read.grammar.tokens import Token
from detente.read.who.names import Names
from detente.read.who.offices import Offices, office_places

_NAME = re.compile(r"[^\W\d_][\w.’'-]*$")
_TITLE_WORDS = word_class("title_words")
_NOT_NAMES = word_class("not_names")
_DEPARTMENTS = word_class("departments")
_MALE, _FEMALE = word_class("male_nouns"), word_class("female_nouns")
_HUMAN = word_class("human_nouns") | _MALE | _FEMALE
_BODY_WORDS = word_class("body_words")
_NOT_SOMEBODY = word_class("not_somebody")
_DOER = re.compile(r"(?:[^aeiou]er|or|ist|ian|man|woman)s?$|(?:men|women)$")
# Letters that a misspelt name has at least, and names with which it is compared at most.
_LEAST_MISSPELT, _MOST_COMPARED = 5, 200
# Offices that a last name may follow, with nothing in between.
_RANKS = frozenset({
    "ambassador", "chancellor", "commissioner", "governor", "minister", "premier", "president",
    "secretary", "spokesman", "spokeswoman",
})  # fmt: skip
_PLACES = ("GPE", "LOC", "FAC", "DATE", "EVENT", "LAW", "PRODUCT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as first introduced, with office and party where the text gives them.

    ``roles`` are the nouns that the text uses for the person beside the name, as lemmas, and
    ``words`` all words that stand with them: of "the Republican nominee, Ada Bell" both.
    ``number`` counts the persons of a document from 0; who is only described has none.
    """

    name: str | None
    office: str | None
    party: str | None
    kind: Kind | None
    span: Span
    title: str | None = None
    gender: Gender | None = None
    roles: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    number: int | None = None
    #: Party that is only guessed, and against which the place of the story speaks.
    likely: str | None = None


@dataclass(slots=True)
class Persons:
    """The persons of one document, in order of introduction."""

    names: Names
    published: str | None = None
    #: Party that issued the text, for which its bare offices are held, and the party's kind.
    home: tuple[str | None, Kind | None] = (None, None)
    known: list[Person] = field(default_factory=list)
    #: Nouns that the text uses for any of them.
    roles: set[str] = field(default_factory=set)
    # How often each is named, and which of them a word can name.
    _times: list[int] = field(default_factory=list)
    _by_last: dict[str, list[int]] = field(default_factory=dict)
    _by_first: dict[str, list[int]] = field(default_factory=dict)
    _at: dict[int, int] = field(default_factory=dict)
    _ending: dict[int, Span] = field(default_factory=dict)
    _misspelt: set[str] = field(default_factory=set)
    #: Whether the text writes a word with small letters only, of those asked for.
    _small: dict[str, bool] = field(default_factory=dict)

    def introduce(self, passage: Passage) -> None:
        """Note each person that a paragraph names, with the office beside the name."""
        for tokens in self._names(passage):
            index = self._index(passage, tokens)
            for token in tokens:
                self._at[passage.start + token.idx] = index
            span = passage.span(tokens[0], tokens[-1])
            self._ending[passage.start + int(tokens[-1].idx)] = span

    def index(self, passage: Passage, token: Token) -> int | None:
        """Place among the known of the person in whose name a token stands."""
        index = self._at.get(passage.start + token.idx)
        if index is not None or not (token.pos_ == "PROPN" or self._opens_with_name(token)):
            return index
        # Not taken for a personal name here, but perhaps elsewhere.
        last = self._usual(self._by_last.get(token.lower_, ()))
        if last is not None or not _stands_alone(token):
            return last
        # "Baek Ji-hwan ... Baek": in many languages the family's name comes first.
        return self._usual(self._by_first.get(token.lower_, ()))

    def _opens_with_name(self, token: Token) -> bool:
        """Whether a sentence opens with a last name that is taken for a common noun.

        Of "Zumthor said" the parser knows no such word, nor does the text write it small. So of
        a family's name that comes first, but not of "Will" and "Mark".
        """
        return (
            token.pos_ in ("NOUN", "ADJ", "VERB", "X")
            and token.i == token.sent.start
            and token.text[:1].isupper()
            and (
                token.lower_ in self._by_last
                or (token.lower_ in self._by_first and gender_of(token.text) is None)
            )
            and not self._written_small(token.lower_)
        )

    def _written_small(self, word: str) -> bool:
        known = self._small.get(word)
        if known is None:
            found = re.search(rf"\b{re.escape(word)}\b", self.names.text)
            known = self._small[word] = found is not None
        return known

    def at(self, passage: Passage, token: Token) -> Person | None:
        """Person in whose name a token stands."""
        index = self.index(passage, token)
        return None if index is None else self.known[index]

    def _served(self, passage: Passage, token: Token) -> tuple[str | None, Kind | None]:
        """Party of the person in whose name a token stands, for whom another may work."""
        person = self.at(passage, token)
        return (None, None) if person is None else (person.party, person.kind)

    def name_ending(self, passage: Passage, token: Token) -> Span | None:
        """Span of the name whose last word a token is; None inside a name."""
        place = passage.start + token.idx
        return self._ending.get(place) if place in self._at else passage.token_span(token)

    def called(self, words: str) -> Person | None:
        """Person meant by a name that stands alone, such as the label of a speaker."""
        parts = [w for w in words.lower().split() if w.rstrip(".") not in _TITLE_WORDS]
        if not parts:
            return None
        found = self._usual(self._by_last.get(parts[-1], ()))
        if found is None:
            found = self._usual(self._by_first.get(parts[-1], ()))
        return None if found is None else self.known[found]

    # --- names ----------------------------------------------------------------------

    def _names(self, passage: Passage) -> Iterator[list[Token]]:
        """Runs of proper names that are neither places nor titles, and look like a person's."""
        run: list[Token] = []
        for token in (*passage.doc.tokens, None):
            if token is not None and (
                (token.pos_ == "PROPN" and self._of_a_name(passage, token))
                or (run and _joined(token, run[-1]))
                or _is_surname_he(token)
            ):
                run.append(token)
                continue
            while run and run[-1].text == "-":
                run.pop()
            if run:
                name = _without_body(run)
                if name and self._looks_personal(passage, name):
                    yield name
                run = []

    def _of_a_name(self, passage: Passage, token: Token) -> bool:
        if not token.text[0].isupper() or not _NAME.match(token.text):
            return False
        word = token.lower_.rstrip(".")
        if self._last_name_too(token):
            return True
        return (
            word not in _TITLE_WORDS
            and not self._of_an_office(passage, token)
            and word not in _NOT_NAMES
            and self.names.match_over(passage, token) is None
            and word not in self.names.known.bare_titles
        )

    def _of_an_office(self, passage: Passage, token: Token) -> bool:
        """Whether it says which office: of "Secretary of State Ada Bell" the State."""
        doc = passage.doc.tokens
        for of in range(token.i - 1, max(token.i - 4, 0), -1):
            if doc[of].lower_ != "of":
                continue
            words = passage.span(doc[of - 1], doc[min(token.i + 2, len(doc) - 1)])
            title = self.names.known.title_in(words.of(self.names.text))
            end = passage.start + token.end
            return title is not None and title.start == 0 and words.start + title.end >= end
        return False

    def _last_name_too(self, token: Token) -> bool:
        """Whether a title is a last name: "Mr. King", "Larry King"."""
        if token.i == 0 or token.lower_ not in _TITLE_WORDS or token.text.endswith("."):
            return False
        before = token.doc[token.i - 1]
        after = token.doc[token.i + 1 : token.i + 2]
        if any(t.pos_ == "PROPN" for t in after):
            return False
        honoured = before.text in self.names.known.honorifics
        return honoured or (
            before.ent_type_ == "PERSON"
            and token.ent_type_ == "PERSON"
            and gender_of(before.text) is not None
        )

    def _looks_personal(self, passage: Passage, run: list[Token]) -> bool:
        if len(run) > 5 or run[-1].text.isupper() or _names_office(run):
            return False
        if is_human(run[-1].lower_) and gender_of(run[0].text) is None:
            # "the Mets Poet" is nobody's name.
            return False
        if any(t.ent_type_ == "PERSON" for t in run):
            return len(run) > 1 or not (_is_where(run[0]) or self._is_country(run[0]))
        if run[0].i and passage.doc[run[0].i - 1].text in self.names.known.honorifics:
            return True
        if len(run) < 2:
            return self._holds_office(passage, run[0])
        told = any(c.dep_ == "appos" and is_human(c.lemma) for c in run[-1].children)
        if told or _interviewed(run):
            return True
        if any(t.ent_type_ in _PLACES for t in run):
            return False
        if any(
            self.names.known.title_in(passage.span(first, last).of(self.names.text)) is not None
            for first, last in office_places(passage, run)
        ):
            return True
        if run[-1].ent_type_ in ("ORG", "NORP"):
            # The label is wrong more often than a given name is a company's.
            return len(run) == 2 and gender_of(run[0].text) is not None
        return bool(
            gender_of(run[0].text) is not None or self._roles(passage, run)[1] or speaks(run[-1])
        )

    def _holds_office(self, passage: Passage, name: Token) -> bool:
        """Whether a last name alone stands behind an office: "Culture Minister Quispe"."""
        before = name.doc[name.i - 1] if name.i else name
        behind = before.text[:1].isupper() and before.lower_ in _RANKS
        # The labels of unknown names are guesses; of a country there is a list.
        return (
            behind and before.sent.start == name.sent.start and name.ent_type_ != "NORP"
            and not self._is_country(name)
        )  # fmt: skip

    def _is_country(self, token: Token) -> bool:
        """Whether a name alone is that of a country too: nobody was told of as Chad before."""
        known = self.names.known.by_name(token.text)
        return known is not None and known.kind == "country"

    # --- identity -------------------------------------------------------------------

    def _index(self, passage: Passage, tokens: list[Token]) -> int:
        """Index of the person whom a name means; a new one if it is nobody's yet."""
        span = passage.span(tokens[0], tokens[-1])
        name = span.of(self.names.text)
        gender = self._gender(passage, tokens)
        index = self._same(tokens, name, gender)
        if index is None:
            index = len(self.known)
            self.known.append(
                Person(name=name, office=None, party=None, kind=None, span=span, number=index)
            )
            self._times.append(0)
        self._times[index] += 1
        again = self._times[index] > 1 and len(name) <= len(self.known[index].name or "")
        # Most of the times that somebody is named nothing more is told.
        if not again or gender is not None or _something_beside(tokens):
            self._learn(index, passage, tokens, name, gender)
        return index

    def _same(self, tokens: list[Token], name: str, gender: Gender | None) -> int | None:
        """Person already known under this name or under a part of it."""
        words = name.split()  # "Al-Masri" is one
        bearing = self._by_last.get(tokens[-1].lower_, [])
        if len(words) > 1:
            fitting = [k for k in bearing if _compatible(words, (self.known[k].name or "").split())]
            return fitting[-1] if fitting else None
        fitting = [k for k in bearing if self.known[k].gender in (None, gender) or gender is None]
        if fitting:
            return self._usual(fitting)
        called = self._usual(self._by_first.get(words[0].lower(), ()))
        return self._nearly(words[0].lower()) if called is None else called

    def _nearly(self, word: str) -> int | None:
        """Only person whose last name is a word but for one letter that it lacks or has too much.

        Who is named in full is not named by a last name alone that nobody bears.
        """
        if len(word) < _LEAST_MISSPELT or len(self._by_last) > _MOST_COMPARED:
            return None
        alike = [last for last in self._by_last if last[0] == word[0] and _one_letter(last, word)]
        bearing = [
            k for last in alike for k in self._by_last[last] if " " in (self.known[k].name or "")
        ]
        if len(bearing) != 1:
            return None
        self._misspelt.add(word)
        return bearing[0]

    def misspelt(self, word: str) -> bool:
        """Whether a word is taken for a last name that the text spells otherwise elsewhere."""
        return word in self._misspelt

    def _usual(self, indices: Sequence[int]) -> int | None:
        """Of several who share a name the one whom the text speaks of most, else the last."""
        if not indices:
            return None
        return max(indices, key=lambda k: (self._times[k], k))

    def _learn(
        self,
        index: int,
        passage: Passage,
        tokens: list[Token],
        name: str,
        gender: Gender | None,
    ) -> None:
        """Add what the words beside a name tell of its bearer."""
        known = self.known[index]
        words, roles = self._roles(passage, tokens)
        said = next((g for g in map(noun_gender, roles) if g is not None), None)
        known = replace(
            known, gender=known.gender or gender or said, roles=known.roles | roles,
            words=known.words | words if roles else known.words,
        )  # fmt: skip
        longer = known.name is None or len(name) > len(known.name)
        if known.party is None:
            offices = Offices(self.names, self._served, self.published, self.home)
            held = offices.of(passage, tokens, name)
            if held.office is not None or held.party is not None:
                known = replace(
                    known, office=held.office, party=held.party, kind=held.kind,
                    title=held.title, likely=held.likely, span=passage.span(tokens[0], tokens[-1]),
                )  # fmt: skip
        if longer:
            known = replace(known, name=name)
        self.known[index] = known
        self.roles |= known.roles
        first = name.split()[0].lower()
        for table, word in (
            (self._by_last, tokens[-1].lower_),
            (self._by_first, first),
        ):
            if index not in table.setdefault(word, []):
                table[word].append(index)

    # --- what is told beside a name -----------------------------------------------------

    def _gender(self, passage: Passage, tokens: list[Token]) -> Gender | None:
        """Tell from "Mr" before a name, else from the given name."""
        first = tokens[0]
        if first.i > 0:
            word = passage.doc[first.i - 1].text
            honorifics = self.names.known.honorifics
            gender = honorifics.get(word) or honorifics.get(f"{word}.")
            if gender is not None:
                return gender
        gender = gender_of(first.text)
        # Many a man's given name is somebody's last name; few women's are.
        return gender if len(tokens) > 1 or gender == "female" else None

    def _roles(
        self, passage: Passage, tokens: list[Token]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Words beside a name, and the nouns for somebody among them.

        "the *driver*, Ada Bell"; "Ada Bell, a *teacher*"; "Ada Bell is a *poet*".
        """
        found = [
            t
            for first, last in office_places(passage, tokens)
            for t in _unowned(passage.doc[first.i : last.i + 1])
            if t.pos_ in ("NOUN", "PROPN", "ADJ")
        ]
        head = tokens[-1]
        copula = head.head if head.dep_ == "nsubj" and head.head.lemma == "be" else None
        predicate = None if copula is None else child(copula, "attr")
        if predicate is not None:
            found += [predicate, *children(predicate, "amod", "compound")]
        nouns = {t.lemma for t in found if t.pos_ != "ADJ" and t.dep_ != "poss"}
        known = self.names.known
        roles = frozenset(n for n in nouns if is_human(n) or known.title_in(n) is not None)
        return frozenset(t.lower_ for t in found), roles


def noun_gender(noun: str) -> Gender | None:
    """Gender that a noun for somebody tells, given its lemma."""
    if noun in _MALE:
        return "male"
    return "female" if noun in _FEMALE else None


def is_human(noun: str) -> bool:
    """Whether a lemma is a noun for somebody, beside titles."""
    return noun in _HUMAN


def is_doer(token: Token) -> bool:
    """Whether a noun that no table has looks like people: "demonstrators", "dockworkers"."""
    return (
        token.dep_ in ("nsubj", "nsubjpass")
        and token.lemma not in _NOT_SOMEBODY
        and _DOER.search(token.lower_) is not None
    )


def _compatible(one: list[str], other: list[str]) -> bool:
    """Whether two names with the same last word can be one person's."""
    if len(other) < 2 or one[0].lower() == other[0].lower():
        return True
    known = people()
    written = {(known.find(" ".join(n), None) or (None,))[0] for n in (one, other)}
    if len(written) == 1 and None not in written:
        return True
    # An initial, a shortened name, or the end of a longer name.
    first, second = sorted((one[0].rstrip(".").lower(), other[0].rstrip(".").lower()), key=len)
    shortened = second.startswith(first) and (len(first) == 1 or len(first) > 2)
    tails = one[0] in other or other[0] in one
    return shortened or tails


def _one_letter(one: str, other: str) -> bool:
    """Whether one word is the other without one of its letters."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1:
        return False
    k = next((k for k, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[k:] == long[k + 1 :]


def _something_beside(tokens: list[Token]) -> bool:
    """Whether words that may name an office touch a name, or it has a predicate."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    before = doc[first - 1] if first else None
    after = doc[last + 1] if last + 1 < len(doc) else None
    return (
        (
            before is not None
            and (
                before.pos_ in ("NOUN", "PROPN", "ADJ")
                or before.tag_ == "POS"
                or before.text == ","
            )
        )
        or (after is not None and after.text in (",", "(", "—", "–"))
        or (tokens[-1].dep_ == "nsubj" and tokens[-1].head.pos_ == "AUX")
    )


def _unowned(words: Iterable[Token]) -> list[Token]:
    """Words after the last possessor: of "the senator's aide" the aide."""
    kept = list(words)
    last = max((k for k, t in enumerate(kept) if t.tag_ == "POS"), default=-1)
    return kept[last + 1 :]


def _names_office(run: list[Token]) -> bool:
    """Whether words say what an office is for: of "Water Resources Minister" the resources."""
    after = run[-1].doc[run[-1].i + 1 : run[-1].i + 2]
    return any(t.text in _MINISTERS and t.sent.start == run[0].sent.start for t in after)


_MINISTERS = frozenset({"Minister", "Secretary"})


def _interviewed(run: list[Token]) -> bool:
    """Whether a name stands where only a person's can: "interviews Ada Bell"."""
    before = [t.lower_ for t in run[0].doc[max(0, run[0].i - 2) : run[0].i]]
    if before[-1:] == ["with"]:
        before.pop()
    return bool(before) and before[-1].startswith("interview")


def _is_where(token: Token) -> bool:
    """Whether a name is where something is: "the machines stay in Rotterdam"."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "near", "into", "off")


def _stands_alone(token: Token) -> bool:
    """Whether no other name stands beside one: of "Ada Bank" neither does."""
    doc, k = token.doc, token.i
    beside = (*doc[max(k - 1, 0) : k], *doc[k + 1 : k + 2])
    return token.text[:1].isupper() and not any(t.pos_ == "PROPN" for t in beside)


def _is_surname_he(token: Token) -> bool:
    """Whether "He" is a last name: "the spokesperson, He Yun, said"."""
    after = token.doc[token.i + 1 : token.i + 2]
    return (
        token.text == "He"
        and token.i > token.sent.start
        and any(t.pos_ == "PROPN" and t.text[0].isupper() for t in after)
    )


def _without_body(run: list[Token]) -> list[Token]:
    """Cut "Osaka University" from before a name; of "Osaka University" alone nothing is left."""
    last = max((k for k, t in enumerate(run) if t.lower_ in _BODY_WORDS), default=-1)
    kept = run[last + 1 :] if last < 0 or len(run) - last > 2 else []
    # "Minister of Public Health Ada Bell", "Deputy for Maritime Affairs Ada Bell".
    charged = run[0].i > 1 and run[0].doc[run[0].i - 1].lower_ in ("of", "for", "and", "&", ",")
    while charged and len(kept) > 1 and kept[0].lower_ in _DEPARTMENTS:
        kept = kept[1:]
    # Headlines write "Biologist Ada Bell".
    while len(kept) > 2 and (is_human(kept[0].lower_) or kept[0].lower_.endswith("ist")):
        kept = kept[1:]
    return kept


def _joined(token: Token, before: Token) -> bool:
    """Whether a token goes on a name with a hyphen: "Cho Tae-yul"."""
    adjoining = token.idx == before.end
    return adjoining and (token.text == "-" or (before.text == "-" and token.pos_ == "PROPN"))
