"""Whom "he", "she", "they" and "it" take up.

Within a sentence grammar decides: a pronoun in a clause that somebody says, thinks or does
means the subject above it. Otherwise everything named so far is weighed: what was a subject,
who was speaking, how often, how lately. Each sentence back halves the weight. Where two weigh
the same, nobody is meant.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.domain.evidence import Span
from detente.lexicon.parties import Gender
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage, child, children, controlled, has_to, modality
from detente.read.grammar.setting import Setting
from detente.read.grammar.speaking import Role, speaks, top
from detente.read.grammar.tokens import Token
from detente.read.who.persons import Person, Persons
from detente.read.who.referents import Referent, Referents

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})

_WEIGHTS: dict[Role, float] = {
    "subject": 80, "object": 45, "phrase": 35, "owner": 35, "other": 30,
}  # fmt: skip
_GOVERNING = word_class("governing")
_TOPIC = 60.0  # for whose the subject is
_SPEAKING = 25.0  # for whoever speaks; doubled where the pronoun itself does
_HEADING = 0.5
_UNNAMED = 0.9
# Who is only described and says nothing is seldom who speaks next: "… of an ally, she said".
_SILENT = 0.3
# "They" are rather officials than one state.
_ONE_STATE = 0.4
_NOBODYS = frozenset({"no", "any", "every", "each"})
# What weighs less than this much more than the next is a tie.
_CLEAR = 1.05
# Sentences that a pronoun looks back over, and referents; further back nobody remembers.
_REACH = {"person": 14, "group": 4}
_LOOK_BACK = 80
_SAID = word_class("writings") | word_class("utterances") | word_class("spelt_out")
_CITING = word_class("law_citing")
_DEMANDING = word_class("demanding")
_ASKING = word_class("asking_verbs")
_REQUESTS = word_class("requests")
_BELOW = (
    "ccomp",
    "xcomp",
    "advcl",
    "conj",
    "acl",
    "relcl",
    "parataxis",
    "pcomp",
    "prep",
)


def gender(word: str) -> Gender | None:
    """Gender that a pronoun tells."""
    if word in HE:
        return "male"
    return "female" if word in SHE else None


def fits(word: str) -> Callable[[Referent], bool]:
    """Which referents a pronoun may take up."""
    if word in IT:
        return lambda r: r.sort in ("party", "body", "writing")
    if word in THEY:
        return lambda r: r.sort in ("people", "party", "body")
    wanted = (None, gender(word))
    return lambda r: r.sort == "person" and r.gender in wanted


def above(token: Token) -> Iterable[Token]:
    """Subjects of the clauses above a pronoun's own, innermost first; of its own for "his"."""
    verb = _clause(token)
    if token.dep_ == "poss":
        # "urged Kenya to open its border": Kenya's.
        own = controlled(verb) or _called_upon(verb) or child(verb, "nsubj", "nsubjpass")
        if own is not None and own.i < token.i:
            yield own
        told = child(verb, "ccomp")
        if told is not None and told.i < token.i:
            # "Kenya will open the border if Somalia does, its minister said": Kenya's.
            first = child(told, "nsubj", "nsubjpass")
            if first is not None and first.i < token.i:
                yield first
                yield from first.children  # "Kenya's patience is running out, its minister said"
    for _ in range(8):
        if verb.dep_ not in _BELOW or verb.head.i == verb.i:
            return
        inner, verb = verb, _clause(verb.head)
        # "demanded that he leave" speaks of somebody else.
        if inner.dep_ == "ccomp" and verb.lemma in _DEMANDING:
            return
        own = child(verb, "nsubj", "nsubjpass")
        if own is not None and (own.i < token.i or _points_ahead(token, inner, own)):
            yield own


def _called_upon(verb: Token) -> Token | None:
    """Who is to do it: of "called on Kenya to open its border", "a plea to Kenya to open it"."""
    above = verb.head
    if not has_to(verb) or above.lemma not in _ASKING | _REQUESTS:
        return None
    asked = [child(prep, "pobj") for prep in children(above, "prep") if prep.lower_ in _UPON]
    return next((a for a in asked if a is not None and a.i < verb.i), None)


_UPON = frozenset({"at", "on", "to", "upon", "with"})


def _points_ahead(token: Token, inner: Token, own: Token) -> bool:
    """Of "with a pledge that it would leave, Oslo surprised Lima" Oslo, of which nothing is before.

    ``inner`` is the clause in which the pronoun stands, and ``own`` the subject behind it.
    """
    if inner.dep_ in ("ccomp", "conj", "parataxis"):
        return False  # "it must leave, Oslo said" asks somebody else
    before = token.doc[token.sent.start : token.i]
    return inner.i < own.i and not any(t.pos_ in ("PROPN", "PRON") for t in before)


def _why(verb: Token) -> bool:
    return any(a.lower_ == "why" for a in children(verb, "advmod"))


def _clause(token: Token) -> Token:
    """Verb of the clause that a token stands in."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return token
        token = token.head
    return token


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Finds what a pronoun of the third person takes up.

    Parameters
    ----------
    quoted
        Who is quoted in a quotation, if it is known.
    """

    referents: Referents
    persons: Persons
    setting: Setting
    quoted: Callable[[Span], Person | None]

    def meant(self, passage: Passage, token: Token) -> Referent | None:
        """What the grammar of the sentence points at, else what weighs most."""
        barred = self._barring(passage, token)
        found = self._above(passage, token, barred) or self._going_on(passage, token, barred)
        return found if found is not None else self._heaviest(passage, token, barred)

    def name_of(self, referent: Referent) -> Span:
        """Last place where the same was named; its own words where it has no name."""
        if referent.token.pos_ == "PROPN":
            return referent.span
        person = referent.who.person
        if person is None or referent.token.pos_ == "PRON":
            return referent.who.speaker or referent.span
        named = self.referents.last(
            referent.span.start, _LOOK_BACK,
            lambda r: r.key == referent.key and r.token.pos_ == "PROPN",
        )  # fmt: skip
        return person.span if named is None else named.span

    def _above(
        self, passage: Passage, token: Token, barred: Callable[[Referent], bool]
    ) -> Referent | None:
        """Subject of a clause above, or what that stands for if it is a pronoun too."""
        suits = fits(token.lower_)
        for own in above(token):
            for part in (
                own,
                *(c for c in own.subtree if c.dep_ in ("appos", "compound")),
            ):
                referent = self.referents.at(passage, part)
                if referent is None or not suits(referent):
                    continue
                if not barred(referent) or self._of_the_quoted(token, own, referent):
                    return referent
        return None

    def _going_on(
        self, passage: Passage, token: Token, barred: Callable[[Referent], bool]
    ) -> Referent | None:
        """Of "Oslo says it will never sign. It cited the treaty" Oslo: who spoke speaks on."""
        first = token.sent.start
        goes_on = token.dep_ == "nsubj" and (speaks(token) or token.head.lemma in _CITING)
        if token.i != first or first == 0 or token.lower_ not in IT or not goes_on:
            return None
        for own in token.doc[first - 1].sent:
            if own.dep_ == "nsubj" and own.head.dep_ in ("ROOT", "conj") and speaks(own):
                referent = self.referents.at(passage, own)
                suits = referent is not None and fits(token.lower_)(referent)
                return referent if suits and referent is not None and not barred(referent) else None
        return None

    def _of_the_quoted(self, token: Token, own: Token, referent: Referent) -> bool:
        """Of "“Kenya will not leave,” its minister said" Kenya, of whom the quotation speaks.

        Not of "“Kenya must leave,” its minister said".
        """
        said = token.dep_ == "poss" and referent.quoted and referent.sort == "party"
        asked = modality(own.head) in ("must", "should") and not _why(own.head)
        return said and own.head.dep_ == "ccomp" and own.head.i < token.i and not asked

    def _heaviest(
        self, passage: Passage, token: Token, barred: Callable[[Referent], bool]
    ) -> Referent | None:
        word = token.lower_
        place = passage.start + token.idx
        sentence, speaking = self.setting.sentence(place), speaks(token)
        suits, reach = fits(word), _REACH["person" if gender(word) else "group"]
        sums: dict[str, float] = {}
        latest: dict[str, Referent] = {}
        for referent in self.referents.before(place, _LOOK_BACK):
            back = sentence - referent.sentence
            if back > reach:
                break
            if suits(referent) and not barred(referent):
                key = referent.key
                weight = _weight(referent, speaking=speaking) * 0.5**back
                if word in THEY and referent.sort == "party":
                    weight *= _ONE_STATE
                sums[key] = sums.get(key, 0) + weight
                if key not in latest:
                    latest[key] = referent
        order = sorted(sums, key=lambda key: -sums[key])
        tie = len(order) > 1 and sums[order[0]] < _CLEAR * sums[order[1]]
        return latest[order[0]] if order and not tie else None

    def _barring(self, passage: Passage, token: Token) -> Callable[[Referent], bool]:
        """What a pronoun cannot mean.

        Not what only a quotation names, where it stands outside; not who is quoted, where it
        stands inside; not another part of its own clause ("Bell met her"); not who is named
        in what it says ("she said Bell was late"); and not the subject that a tag parts from its
        verb ("Iraq, it insists, must pay").
        """
        quotation = self.setting.quotation(passage.start + token.idx)
        quoted = None if quotation is None else self.quoted(quotation)
        verb = token.head if token.dep_ != "poss" else None
        named = self._named_below(passage, token)
        asked = self._asked(passage, token)
        parted = _parted(token)

        def barred(referent: Referent) -> bool:
            if (quotation is None and referent.quoted) or referent.key in named:
                return True
            if asked is not None and referent.sort == "person" and referent.who.party == asked:
                return True
            if any(d.lower_ in _NOBODYS for d in children(referent.token, "det")):
                return verb is None or referent.token.sent.start != verb.sent.start
            if quoted is not None and referent.who.person == quoted:
                return True
            if _is_parted(referent, passage, parted):
                return True
            return (
                verb is not None
                and referent.passage.start == passage.start
                and referent.token.head.i == verb.i
            )

        return barred

    def _asked(self, passage: Passage, token: Token) -> str | None:
        """Of "he called on Russia to leave" Russia, for which he does not speak."""
        verb = token.head
        if token.dep_ != "nsubj" or gender(token.lower_) is None or verb.lemma not in _ASKING:
            return None
        upon = (child(prep, "pobj") for prep in children(verb, "prep") if prep.lower_ in _UPON)
        asked = child(verb, "dobj") or next((each for each in upon if each is not None), None)
        referent = self.referents.at(passage, asked) if asked is not None else None
        known = referent is not None and referent.sort == "party"
        return referent.who.party if known and referent is not None else None

    def _named_below(self, passage: Passage, token: Token) -> frozenset[str]:
        """Keys of the persons named in the clauses under the verb of "he" or "she"."""
        if token.dep_ != "nsubj" or gender(token.lower_) is None:
            return frozenset()
        numbers = {
            self.persons.index(passage, t)
            for t in token.head.subtree
            if t.pos_ == "PROPN" and t.i > token.i
        }
        return frozenset(f"person {n}" for n in numbers if n is not None)


def _parted(token: Token) -> Token | None:
    """Last word of the subject before a tag: of "Iraq, it insists, must pay first" Iraq."""
    if token.dep_ != "nsubj" or token.i < 2 or token.nbor(-1).text != ",":
        return None
    verb, before = token.head, token.nbor(-2)
    tagged = verb.i == token.i + 1 and verb.i + 1 < len(token.doc) and verb.nbor(1).text == ","
    return before if tagged and before.pos_ in ("PROPN", "NOUN") else None


def _is_parted(referent: Referent, passage: Passage, parted: Token | None) -> bool:
    if parted is None or referent.passage.start != passage.start:
        return False
    return referent.token.i in (parted.i, top(parted).i)


def _weight(referent: Referent, *, speaking: bool) -> float:
    weight = _WEIGHTS[referent.role]
    owned = top(referent.token).head
    if referent.role == "owner" and owned.dep_ == "nsubj" and owned.lemma not in _SAID:
        weight = _TOPIC  # "Kenya's patience with Peru is wearing thin. It will act."
        if owned.lemma.lower() in _GOVERNING:
            weight = _WEIGHTS["subject"]  # "China's administration said it would. It offered"
    if referent.speaks:
        # "According to Bell" is as good as "Bell said".
        weight = _WEIGHTS["subject"] + _SPEAKING * (2 if speaking else 1)
    if referent.token.pos_ == "NOUN":
        silent = speaking and referent.sort == "person" and not referent.speaks
        weight *= _SILENT if silent else _UNNAMED
    return weight * (_HEADING if referent.heading else 1)
