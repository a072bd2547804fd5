"""Conditions called so: "A is a condition for B", "X makes B conditional on A"."""

from collections.abc import Iterator

from detente.lexicon.words import word_class
from detente.read.conditions.deeds import acts_stated
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.loose import known, stated_loosely
from detente.read.conditions.requiring import benefit_of
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story

_CONDITIONS = word_class("condition_nouns")
_CONDITIONAL = word_class("conditional")
_NOUNS = ("NOUN", "PROPN")


def of_copula(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "A is a condition for B", "B is conditional on A", "X made A a condition for B"."""
    if lemma(verb) in _REGARDING:
        yield from _regarded(story, passage, verb)
        return
    if lemma(verb) not in ("be", "remain", "make", "become"):
        return
    setter = None
    if lemma(verb) == "make" and not clauses.is_passive(verb):
        # "Washington made the removal a condition": who made it one is who sets it.
        setter = clauses.subject(verb)
        predicate = _made(verb)
        own = _first_noun(verb)
    else:
        predicate = child(verb, "attr", "acomp", "oprd")
        own = clauses.subject(verb)
    if predicate is None or own is None or predicate.i == own.i:
        return
    target = clauses.complement_of(predicate, "for", "of", "to", "on", "upon")
    if target is None:
        target = clauses.complement_of(verb, "for", "of", "on", "upon")
    if target is None:
        return
    needed, other = (own, target) if lemma(predicate) in _CONDITIONS else (target, own)
    if lemma(predicate) not in _CONDITIONS | _CONDITIONAL:
        return
    needs = acts_stated(story, passage, needed, None) or stated_loosely(story, passage, needed)
    benefit = benefit_of(story, passage, other, loosely=True)
    if needs and benefit is not None:
        yield Dependence(
            condition=passage.span(*clauses.extent(needed)),
            consequence=passage.span(*clauses.extent(other)),
            benefit=benefit, needs=needs, form="condition for", token=verb, setter=setter,
        )  # fmt: skip


_REGARDING = word_class("calling") | {"treat"}


def _regarded(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "regards A as a condition for B" the condition."""
    needed = child(verb, "dobj", "nsubjpass")
    called = clauses.complement_of(verb, "as") or child(verb, "oprd")
    if called is None and needed is not None:
        called = clauses.complement_of(needed, "as")
    if needed is None or called is None or lemma(called) not in _CONDITIONS:
        return
    target = clauses.complement_of(called, "for", "of", "to")
    needs = acts_stated(story, passage, needed, None) or stated_loosely(story, passage, needed)
    benefit = benefit_of(story, passage, target, loosely=True) if target is not None else None
    if target is not None and needs and benefit is not None:
        yield Dependence(
            condition=passage.span(*clauses.extent(needed)),
            consequence=passage.span(*clauses.extent(target)),
            benefit=benefit, needs=needs, form="condition for", token=verb,
            setter=clauses.subject(verb),
        )  # fmt: skip


def of_tying(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "X tied B to A", "X made B dependent on A" by verbs of tying."""
    if lemma(verb) not in _TYING:
        return
    tied = child(verb, "dobj", "nsubjpass")
    # "Linked an end to the curbs with a withdrawal": "with" is the verb's, if it is there.
    to = clauses.complement_of(verb, "with") or clauses.complement_of(verb, "to", "on", "upon")
    if to is None and tied is not None:
        to = clauses.complement_of(tied, "to")
    if tied is None or to is None:
        return
    to = _last_deed(story, passage, tied) or to
    needs = acts_stated(story, passage, to, None) or stated_loosely(story, passage, to)
    benefit = benefit_of(story, passage, tied, loosely=True)
    if needs and benefit is not None:
        yield Dependence(
            condition=passage.span(*clauses.extent(to)),
            consequence=passage.span(*clauses.noun_extent(tied)),
            benefit=benefit, needs=needs, form="condition for", token=verb,
            setter=None if clauses.is_passive(verb) else clauses.subject(verb),
        )  # fmt: skip


def _last_deed(story: Story, passage: Passage, tied: Token) -> Token | None:
    """Of "tied the admission to the list to the return of the bell" the return."""
    for t in reversed(tied.sent):
        target = child(t, "pobj") if t.i > tied.i and t.lower_ in _TO else None
        if target is None or target.pos_ != "NOUN":
            continue
        if any(map(known, acts_stated(story, passage, target, None))):
            return target
    return None


_TO = frozenset({"to", "on", "upon", "with"})


def of_price(story: Story, passage: Passage, noun: Token) -> Iterator[Dependence]:
    """Of "the price for B is A", "its condition for B: A", "one condition for B is that A"."""
    if lemma(noun) not in PRICES:
        return
    wanted = clauses.complement_of(noun, "for", "of")
    if wanted is None:
        return
    needed, setter = _named_price(noun)
    if needed is not None and needed.i <= wanted.i:
        return
    if needed is None:
        needed, setter = _asked_as_one(noun)
    if needed is None:
        return
    needs = acts_stated(story, passage, needed, None) or stated_loosely(story, passage, needed)
    benefit = benefit_of(story, passage, wanted, loosely=True)
    if needs and benefit is not None:
        yield Dependence(
            condition=passage.span(*clauses.extent(needed)),
            consequence=passage.span(*clauses.extent(wanted)),
            benefit=benefit, needs=needs, form="condition for", token=noun, setter=setter,
        )  # fmt: skip


def _named_price(noun: Token) -> tuple[Token | None, Token | None]:
    """What is asked as the price, and who asks it where a verb says so."""
    verb = noun.head
    owner = child(noun, "poss")
    if noun.dep_ == "nsubj" and lemma(verb) == "be":
        return child(verb, "attr", "ccomp", "xcomp"), owner
    colon = next((t for t in noun.sent if t.text == ":" and t.i > noun.i), None)
    if colon is None:
        return None, None
    after = [t for t in noun.sent if t.i > colon.i and not t.is_punct]
    if not after:
        return None, None
    head = noun.doc[after[0].i : noun.sent.end].root
    own = clauses.subject(verb) if noun.dep_ == "dobj" else None
    return head, owner if owner is not None else own


def _asked_as_one(noun: Token) -> tuple[Token | None, Token | None]:
    """Of "as a condition for B, X demands A" what is asked, and who asks it."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "as" or lemma(verb) not in _ASKING:
        return None, None
    asked = children(verb, "ccomp", "xcomp", "dobj")
    needed = next((c for c in asked if c.i > verb.i and c.pos_ != "PROPN"), None)
    return needed, child(verb, "nsubj")


_ASKING = word_class("asking_verbs") | word_class("demanding")
_TYING = frozenset({"tie", "link", "condition", "peg", "hitch", "predicate", "couple"})
PRICES = _CONDITIONS | {"price", "key"}


def _made(verb: Token) -> Token | None:
    """Of "made the removal a condition for" the condition, wherever the parser hangs it."""
    words = (t for t in verb.subtree if t.i > verb.i)
    return next((t for t in words if lemma(t) in _CONDITIONS | _CONDITIONAL), None)


def _first_noun(verb: Token) -> Token | None:
    """Head of the noun phrase that follows a verb."""
    after = next((t for t in verb.subtree if t.i > verb.i and t.pos_ in _NOUNS), None)
    while after is not None and after.dep_ in ("compound", "poss") and after.head.i > after.i:
        after = after.head
    return after
