"""Whose goods come to whom: "the first shipment of Russian gas reached Austria"."""

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt

_NATIONS = frozenset({"NORP", "GPE"})
_ARRIVING = word_class("arriving")


def delivery(at: ActAt | None) -> tuple[Token | None, Token | None]:
    """Words that name who sends and who gets what a noun of delivery tells of, as far as any do.

    Goods are called after where they come from, so that "Russian" in "a shipment of Russian gas"
    is the sender and nobody that it is done to; where a shipment arrives is who gets it.
    """
    if at is None or not is_delivery(at):
        return None, None
    noun = at.token
    goods = [t for t in (at.object, noun) if t is not None]
    sender = next(
        (
            c
            for thing in goods
            for c in children(thing, "amod", "compound", "nmod")
            if c.ent_type_ in _NATIONS
        ),
        None,
    )
    return sender, _arrives_at(at)


def is_delivery(at: ActAt | None) -> bool:
    """Whether it is a noun like "shipment", of goods."""
    if at is None or at.act is None or at.act.family is None:
        return False
    return at.act.family.name == "supply" and at.token.pos_ == "NOUN"


def coming(at: ActAt | None) -> Token | None:
    """Verb of "the shipment reached the country", which tells of the shipment's own coming."""
    if at is None or not is_delivery(at):
        return None
    verb = at.token.head
    return verb if at.token.dep_ == "nsubj" and verb.lemma in _ARRIVING else None


def _arrives_at(at: ActAt) -> Token | None:
    verb = coming(at)
    if verb is None:
        return None
    where = child(verb, "dobj")
    return where if where is not None else clauses.complement_of(verb, "in", "at", "to", "for")
