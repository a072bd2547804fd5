"""Dependences drawn from pairs: what the other rules miss and the wording alone still shows."""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import flipped, is_good, weighed
from detente.read.conditions.deeds import let_do
from detente.read.conditions.dependence import Dependence, Marker
from detente.read.conditions.extents import REPORTING
from detente.read.conditions.giving import given_over
from detente.read.conditions.loose import stated_loosely
from detente.read.conditions.pairs import Pair
from detente.read.conditions.phrases import FAILING
from detente.read.conditions.ultimatums import ordered
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story

# Forms of pairs, by the marker of a clause that means the same.
_MARKERS: dict[str, Marker] = {
    "if": "if", "in case": "if", "in the event": "if", "insofar": "if", "unless": "unless",
    "provided": "provided", "on condition": "provided", "in exchange": "if",
    "should": "provided", "had": "provided", "were": "provided", "once": "only",
    "only": "only", "as long as": "while", "until": "until", "without": "until",
}  # fmt: skip


_PROVIDED = frozenset({"provided", "providing"})


def of_pair(story: Story, passage: Passage, pair: Pair) -> Iterator[Dependence]:
    """Take the two halves of a pair apart."""
    marker = _MARKERS.get(pair.form)
    needed, wanted = pair.given, _told(pair)
    if pair.form == "in exchange":
        if pair.main.pos_ in ("VERB", "AUX") and clauses.negated(pair.main):
            return  # "would not end it in exchange for aircraft" sets no price
        target = child(pair.given, "pobj", "pcomp")
        if target is None:
            return
        needed = target
        if _asked_of_others(pair.main):
            # "Expects them to leave in exchange for its withdrawal": that is what they get.
            needed, wanted, marker = wanted, needed, "provided"
    if pair.form == "provided":
        # "Ratify provided that they are handed over": the parser hangs the clause on the marker.
        needed = next(
            (c for t in pair.given.children if t.lower_ in _PROVIDED for c in children(t, "ccomp")),
            pair.given,
        )
    if pair.form == "in the event":
        clause = child(pair.given, "acl", "relcl", "ccomp")
        of = clauses.complement_of(pair.given, "of")
        needed = clause if clause is not None else of if of is not None else pair.given
    if pair.form == "for":
        needed, wanted = wanted, needed
    if pair.form == "without" and pair.given.head.lower_ in FAILING and _to_come(wanted):
        marker = "unless"  # "failing access, it will close them" threatens
    stated = stated_loosely(story, passage, needed)
    if not stated and pair.form in _GIVING and needed.pos_ == "NOUN":
        stated = given_over(story, passage, needed)
    # Of "should they stay, we would close it", read as one row of verbs, the first.
    apart = [p for p in stated if not pair.consequence.covers(p.span)]
    inner = tuple(apart) if marker == "provided" else stated
    if pair.form == "only" and clauses.negated(pair.given) and _outside(pair):
        inner = tuple(map(flipped, inner))
    if marker is not None:
        yield from weighed(story, passage, marker, wanted, inner, pair.condition, pair.consequence)
        return
    if pair.form in ("depends", "subject to", "for", "and", "or else", "otherwise"):
        yield from _plain(story, passage, pair, wanted, inner)


# What a thing is named for in these is that it is given.
_GIVING = frozenset({"in exchange", "without"})


def _to_come(wanted: Token) -> bool:
    """Whether it will be, and not only stays away: "will close it", not "will not lift it"."""
    helped = wanted.pos_ in ("VERB", "AUX") and clauses.modality(wanted) in ("will", "would")
    return helped and not clauses.negated(wanted)


def _told(pair: Pair) -> Token:
    """What depends; of "it would impose them, it said" not the saying."""
    main = pair.main
    if main.lemma not in REPORTING or clauses.modality(main) is not None:
        return let_do(main)
    words = (t for t in main.sent if t.i > pair.given.i and t.i < main.i and t.pos_ == "VERB")
    return next((t for t in words if clauses.modality(t) in ("will", "would")), main)


def _outside(pair: Pair) -> bool:
    """Whether "not" bears on what depends: "not until they leave", "but not before they leave"."""
    first = next((c for c in pair.given.children if c.dep_ == "neg"), pair.given)
    fronted = first.is_sent_start or (first.i > 0 and first.nbor(-1).is_quote)
    return fronted or (first.i + 1 < pair.given.i and first.nbor(1).lower_ in _OPENING)


_OPENING = frozenset(
    {"after", "before", "if", "once", "till", "unless", "until", "when", "without"}
)


def _asked_of_others(main: Token) -> bool:
    """Whether somebody else is to do it: "asks them to leave", "wants a withdrawal"."""
    above = main.head
    asked = main.dep_ in ("xcomp", "ccomp") and above.lemma in _EXPECTING
    if clauses.modality(main) in ("will", "would"):
        return False  # "told the agency that it would be lifted in exchange for"
    return asked and (child(main, "nsubj") is not None or child(above, "dobj") is not None)


_EXPECTING = word_class("asking_verbs") | {"expect", "want", "need", "require"}


def _plain(
    story: Story, passage: Passage, pair: Pair, wanted: Token, needs: tuple[Proposition, ...]
) -> Iterator[Dependence]:
    """Of "B depends on A", "do A and we will do B", "do A or else B"."""
    outer = stated_loosely(story, passage, wanted)
    if not outer or not needs:
        return
    benefit = outer[0]
    if pair.form == "and":
        # "Open it and we will talk": the order is all that is asked, and not of the speaker.
        needs = tuple(p for p in needs if p.span.end <= benefit.span.start)
    if ordered(pair.given):
        needs = tuple(replace(p, agent=None) for p in needs)
    if not needs:
        return
    if pair.form in ("or else", "otherwise"):
        if is_good(benefit) and benefit.polarity == "positive":
            return
        benefit = flipped(benefit)
    yield Dependence(
        condition=pair.condition,
        consequence=pair.consequence,
        benefit=benefit,
        needs=needs,
        form="requires" if pair.form in ("depends", "subject to", "for") else pair.form,
        token=pair.main,
    )
