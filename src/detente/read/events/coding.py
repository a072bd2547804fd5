"""Which PLOVER type a verb or noun of a sentence stands for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.lexicon.plover import Coding, Stance, plover
from detente.lexicon.words import first_words
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token, once


@dataclass(frozen=True, slots=True)
class Coded:
    """A word that tells of an event.

    ``thing`` is the noun that carries the sense of a ``light`` verb ("carried out an
    *attack*"), or that a verb needs for its sense ("lifted the *ban*"); ``received`` says that
    the subject is at the receiving end of it. ``content`` is the verb of the act that a stance
    is taken on ("agreed to *lift*"). ``entry`` names the section and the word of ``events.toml``
    that say so.
    """

    token: Token
    coding: Coding
    thing: Token | None = None
    light: bool = False
    received: bool = False
    content: Token | None = None
    stance: Stance | None = None
    entry: str = ""


def coded(token: Token) -> Coded | None:
    """Return what a verb or a noun stands for, None if it tells of no event."""
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")):
        return _verb(token) if token.lemma in _heads() else None
    if token.pos_ == "NOUN":
        coding = noun_coding(token)
        return None if coding is None else Coded(token, coding, entry=f"noun.{token.lemma}")
    return None


@cache
def _verbal() -> frozenset[str]:
    """Verbs, with particle and preposition, that anything is known of."""
    stock = plover()
    return frozenset().union(stock.verbs, stock.stances, stock.carriers, stock.receivers)


@cache
def _heads() -> frozenset[str]:
    """The same without particle and preposition; "found guilty" has a rule of its own."""
    return first_words(_verbal()) | {"find"}


@once
def _verb(verb: Token) -> Coded | None:
    if verb.dep_ in ("amod", "compound"):
        return None
    known = _verbal()
    phrases = [
        (name, at) for name, at in clauses.phrasings(verb) if name in known and not _of_time(at)
    ]
    stance = _stance(verb, phrases)
    if stance is not None:
        return stance
    if verb.lemma == "call" and child(verb, "oprd", "ccomp", "acomp") is not None:
        # "Called the mood businesslike" is talk.
        return None
    found = _with_things(verb, phrases)
    if found is not None:
        return found if found.coding.type else None
    if _guilty(verb):
        return Coded(verb, Coding(type="ACCUSE", mode="convict"), entry="verb.find guilty")
    if not phrases:
        return None
    direct = clauses.patient(verb)
    alone = direct is None and child(verb, "ccomp") is None
    for phrase, _ in phrases:
        coding = plover().plain(phrase, alone=alone)
        if coding is not None:
            return Coded(verb, coding, entry=f"verb.{phrase}")
    return None


def _with_things(verb: Token, phrases: list[tuple[str, Token | None]]) -> Coded | None:
    """What a verb stands for together with the nouns after it."""
    if not phrases:
        return None
    stock = plover()
    direct = clauses.patient(verb)
    if direct is not None:
        # "withdrew its inspectors from Iraq" is about inspectors, whatever "withdraw from" is.
        phrases = sorted(phrases, key=lambda phrase: phrase[1] is not None)
    for phrase, preposition in phrases:
        inner = None if preposition is None else child(preposition, "pobj")
        for thing in _things(verb, direct if preposition is None else inner):
            coding = stock.limited(phrase, kinds(thing))
            if coding is not None:
                return Coded(verb, coding, thing, entry=f"verb.{phrase}")
            received = phrase in stock.receivers
            if received or phrase in stock.carriers:
                carried = _carried(thing)
                if carried is not None:
                    return Coded(
                        verb, carried[1], carried[0], light=True, received=received,
                        entry=f"noun.{carried[0].lemma}",
                    )  # fmt: skip
    return None


def _of_time(preposition: Token | None) -> bool:
    """Whether a phrase only says when: "called *on Monday*" is no "call on"."""
    inner = None if preposition is None else child(preposition, "pobj")
    return inner is not None and inner.ent_type_ in ("DATE", "TIME")


def _guilty(verb: Token) -> bool:
    """Whether it is the "found" of "found the banker guilty"."""
    return verb.lemma == "find" and any(
        t.lower_ == "guilty" and t.i > verb.i and t.head.i - verb.i < 12 for t in verb.subtree
    )


def _things(verb: Token, thing: Token | None) -> list[Token]:
    """Nouns that a verb may need for its sense: "gave *Sudan* a *warning*"."""
    if thing is None:
        return []
    others = [t for t in children(verb, "dobj") if t.i != thing.i] if thing.head.i == verb.i else []
    return [thing, *others]


def _stance(verb: Token, phrases: list[tuple[str, Token | None]]) -> Coded | None:
    stances = plover().stances
    ready = child(verb, "acomp") if verb.lemma == "be" else None
    names = [phrase for phrase, _ in phrases] if ready is None else [f"be {ready.lemma}"]
    name = next((name for name in names if name in stances), None)
    content = None if name is None else _content(verb)
    if name is None or content is None:
        return None
    stance = stances[name]
    if verb.lemma == "tell" and not clauses.has_to(content):
        # What one tells is not what one asks for.
        return None
    inner = coded(content)
    kind = stance.type
    if inner is not None and inner.coding.harmful:
        kind = stance.turned if stance.turned != "COERCE" or inner.coding.type == "COERCE" else kind
    if not kind and inner is None and not stance.silent:
        return None
    if not kind and inner is not None:
        kind = inner.coding.type
    together = inner is not None and inner.coding.reciprocal
    coding = Coding(
        type=kind, to=_OF_STANCES, reciprocal=together or verb.lemma in ("agree", "fail")
    )
    return Coded(verb, coding, content=content, stance=stance, entry=f"attitude.{name}")


# Where a stance names the other side before its content does.
_OF_STANCES = ("with", "object", "on", "upon", "to")


def _content(verb: Token) -> Token | None:
    """Verb of the act that a stance is taken on: "agreed to *lift*", "refused *lifting*"."""
    for above in (verb, *children(verb, "acomp")):
        for below in children(above, "xcomp", "ccomp", "advcl"):
            if below.dep_ == "advcl" and not clauses.has_to(below):
                continue
            if below.pos_ in ("VERB", "AUX") and below.i > verb.i:
                return below
    for preposition in children(verb, "prep"):
        gerund = child(preposition, "pcomp")
        if gerund is not None:
            return gerund
    # "urged Cairo to sign" is sometimes hung on Cairo.
    whom = child(verb, "dobj", "dative")
    if whom is None and (to := child(verb, "prep", "dative")) is not None:
        whom = child(to, "pobj")
    if whom is not None:
        told = child(whom, "acl", "relcl")
        if told is not None and clauses.has_to(told) and told.pos_ == "VERB":
            return told
    return None


def _carried(thing: Token) -> tuple[Token, Coding] | None:
    """Noun that a light verb carries, "talks" of "talks" and of "a round of talks"."""
    of = clauses.complement_of(thing, "of")
    compound = children(thing, "compound")
    for noun in (*clauses.conjuncts(thing), *([of] if of is not None else []), *compound):
        coding = noun_coding(noun) if noun.pos_ in ("NOUN", "PROPN") else None
        if coding is not None:
            return noun, coding
    return None


def noun_coding(noun: Token) -> Coding | None:
    """Return what a noun stands for among PLOVER's types."""
    stock = plover()
    codings = stock.nouns.get(noun.lemma)
    if codings is None:
        return None
    # What is limited comes first.
    return stock.of_noun(noun.lemma, _beside(noun) if codings[0].objects else ())


def _beside(noun: Token) -> Iterator[str]:
    for c in children(noun, "compound", "amod", "nmod"):
        yield c.lemma
    for preposition in children(noun, "prep"):
        inner = child(preposition, "pobj")
        if inner is not None:
            yield from kinds(inner)


def kinds(noun: Token) -> set[str]:
    """Lemmas that say what kind of thing a noun phrase is."""
    found = {word for n in clauses.conjuncts(noun) for word in _words(n)}
    of = clauses.complement_of(noun, "of")
    if of is not None:
        found |= _words(of)
    return found


def _words(noun: Token) -> set[str]:
    found = {noun.lemma}
    found |= {c.lemma for c in children(noun, "compound", "amod", "nmod")}
    if noun.ent_type_ in ("GPE", "LOC", "FAC"):
        found.add("§place")
    elif noun.ent_type_ == "PERSON" or (noun.ent_type_ == "NORP" and noun.tag_ == "NNPS"):
        found.add("§person")
    return found
