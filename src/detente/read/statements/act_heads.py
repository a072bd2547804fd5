"""An act found at a word, and what the nouns beside it are: which kinds of things they name."""

from dataclasses import dataclass

from detente.lexicon.acts import Act, inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child
from detente.read.grammar.tokens import Token


@dataclass(frozen=True, slots=True)
class ActAt:
    """An act found at a token: which, on what, and by whom."""

    token: Token
    act: Act | None
    name: str
    object: Token | None
    complement: Token | None


def heads_of(noun: Token | None) -> list[str]:
    """Lemmas that say what kind of thing a noun phrase is."""
    if noun is None:
        return []
    found = [n.lemma for n in clauses.conjuncts(noun)]
    if noun.lemma == "own" and child(noun, "poss") is not None:
        return ["§any"]  # "if they pull back their own"
    if noun.ent_type_ in ("GPE", "LOC"):
        found.append("§place")
    if _those_who(noun):
        found.append("§human")
    elif noun.pos_ == "PRON" or noun.tag_ in ("WDT", "DT"):
        if noun.lemma in _ANYONE:
            return [noun.lemma]  # "nobody may be held", "surrender anyone whom"
        earlier = _meant(noun)
        found += ["§any"] if earlier is None else [earlier.lemma]
    if noun.pos_ == "NUM" and _counts_people(noun):
        found += ["§human", "§people"]
    if noun.pos_ == "NUM" and any(c.tag_ == "$" for c in noun.children):
        found.append("money")  # "$5m is released"
    if noun.ent_type_ == "NORP" and noun.tag_ in ("NNPS", "NNS"):
        found.append("§people")
    if noun.lemma in _HUMAN or gazetteer().title_in(noun.text) is not None:
        found.append("§human")
    # "rounds of sanctions", "filling of the dam": what is measured out is what it is about.
    of = clauses.complement_of(noun, "of")
    if of is not None:
        found.append(of.lemma)
        if of.lemma in _HUMAN and noun.lemma in _COUNTING:
            found.append("§human")
    return [*found, *_compounds(noun), *_kinds(noun)]


def _counts_people(number: Token) -> bool:
    """Whether those counted are people, told of before: "the seven will be sent home"."""
    the = any(c.lower_ in ("all", "the") and c.dep_ in ("det", "predet") for c in number.children)
    return the and number.text.isalpha() and clauses.complement_of(number, "of") is None


def _compounds(noun: Token) -> list[str]:
    """Of "export controls" the two words together, which may be of another kind than the last."""
    beside = noun.nbor(-1) if noun.i else noun
    return [f"{beside.lemma} {noun.lemma}"] if beside.dep_ in _BESIDE else []


_COUNTING = word_class("people_counts")


def _those_who(noun: Token) -> bool:
    """Of "arrest those who fired on them", "the three who fled" that these are people."""
    clause = child(noun, "relcl")
    own = child(clause, "nsubj", "nsubjpass") if clause is not None else None
    return noun.lower_ in ("those", "all", "any") and own is not None and own.lower_ == "who"


def _kinds(noun: Token) -> list[str]:
    """Of a name what it is said to be the name of: of "the tanker Delvar" a tanker."""
    if noun.pos_ != "PROPN":
        return []
    return [
        c.lemma for c in noun.children if c.pos_ == "NOUN" and c.dep_ in _BESIDE and c.i < noun.i
    ]


_BESIDE = frozenset({"compound", "nmod", "amod"})


def _meant(pronoun: Token) -> Token | None:
    """Return the thing that "it" or "them" most likely is: of the sentence before, its topic."""
    start = pronoun.sent.start
    if pronoun.lower_ in ("him", "her"):
        # "Peru sent its ambassador back. It had recalled him in August."
        first = pronoun.doc[start - 1].sent.start if start else start
        people = (t for t in reversed(pronoun.doc[first : pronoun.i]) if t.pos_ == "NOUN")
        return next((t for t in people if _is_person_word(t)), None)
    if pronoun.lower_ not in ("it", "them", "they"):
        return None
    plural = pronoun.lower_ != "it"
    if plural:
        # "imposed sanctions and later lifted them"
        for t in reversed(pronoun.doc[start : pronoun.i]):
            if (
                t.tag_ == "NNS"
                and t.dep_ in ("dobj", "nsubjpass", "pobj")
                and not _is_person_word(t)
            ):
                return t
    if start == 0:
        return None
    before = pronoun.doc[start - 1].sent
    for labels in (("nsubj", "nsubjpass"), ("dobj",)):
        for t in before:
            number = t.tag_ == ("NNS" if plural else "NN")
            if t.dep_ in labels and number and not _is_person_word(t):
                return t
    return None


_HUMAN = word_class("human_nouns")
_ANYONE = word_class("anyone")


def _is_person_word(noun: Token) -> bool:
    return gazetteer().title_in(noun.text) is not None or noun.lower_ in gazetteer().anonymous


def is_a(thing: Token | None, class_name: str) -> bool:
    """Whether a thing is told of that belongs to a class: "pull back its tanks from the hill"."""
    return thing is not None and any(inventory().is_a(h, class_name) for h in heads_of(thing)[:1])
