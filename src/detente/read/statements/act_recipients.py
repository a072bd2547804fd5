"""Acts whose words name who gets or loses what: "denied the ship entry", "took it off the list".

What the act is done to is then not the object of the verb: whoever is denied entry is kept out,
what the rebels are supplied with is supplied, and who comes off a sanctions list is sanctioned no
more.
"""

from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import ActAt, heads_of


def act_of_recipient(verb: Token) -> ActAt | None:
    """Return the act that a verb and who gets or loses something stand for."""
    return _of_passage(verb) or _of_provision(verb) or _of_listing(verb)


_GRANTING = word_class("granting_verbs")
_WITHHOLDING = word_class("withholding_verbs")
_GRANTING_OR_NOT = _GRANTING | _WITHHOLDING
_PASSES = word_class("passes")


def _of_passage(verb: Token) -> ActAt | None:
    """Of "denied the ship entry" and "grant inspectors access" the keeping out, the letting in."""
    if verb.lemma not in _GRANTING_OR_NOT:
        return None
    passing = clauses.patient(verb)
    if passing is None or passing.lemma not in _PASSES:
        return None
    if clauses.complement_of(passing, "to") is not None:
        return None  # "access to the records" is a thing to grant, and no way in
    whom = child(verb, "dative") or _named_before(passing)
    if whom is None and passing.dep_ == "dobj":
        whom = child(verb, "nsubjpass")  # "the men will be denied entry"
    if whom is not None and whom.pos_ == "ADP":
        whom = child(whom, "pobj")
    if whom is None:
        whom = clauses.complement_of(passing, "for")
    phrase = "let in" if verb.lemma in _GRANTING else "keep out"
    act = inventory().of_verb(phrase, heads_of(whom)) if whom is not None else None
    return ActAt(verb, act, act.name, whom, None) if act is not None and act.objects else None


def _named_before(passing: Token) -> Token | None:
    """Of "denied the ship permission" the ship, taken for a part of its name."""
    return next((c for c in children(passing, "compound", "nmod") if c.i == passing.i - 1), None)


def recipient_of_noun(noun: Token) -> ActAt | None:
    """Return the act that a noun and who gets or loses something stand for."""
    return _passage_for(noun) or _taking_off(noun)


def _passage_for(noun: Token) -> ActAt | None:
    """Of "access for the inspectors" the letting in of them."""
    whom = clauses.complement_of(noun, "for") if noun.lemma in _PASSES else None
    act = inventory().of_verb("let in", heads_of(whom)) if whom is not None else None
    return ActAt(noun, act, act.name, whom, None) if act is not None and act.objects else None


_PROVIDING = word_class("providing_verbs")


def _of_provision(verb: Token) -> ActAt | None:
    """Of "supply the rebels with drones" the supply of drones."""
    if verb.lemma not in _PROVIDING or clauses.patient(verb) is None:
        return None
    given = clauses.complement_of(verb, "with")
    act = inventory().of_verb("supply", heads_of(given)) if given is not None else None
    return ActAt(verb, act, act.name, given, None) if act is not None and act.objects else None


_PUTTING_ON = word_class("listing_verbs")
_TAKING_OFF = word_class("delisting_verbs")
_LISTING = {
    "blacklist": (_PUTTING_ON, ("on", "to", "in")),
    "delist": (_TAKING_OFF, ("off", "from")),
}
_LISTS = frozenset({"list", "blacklist", "register"})
_HOSTILE = word_class("hostile_lists")


def _of_listing(verb: Token) -> ActAt | None:
    """Of "took the firm off its sanctions list" that it is sanctioned no more."""
    whom = clauses.patient(verb)
    if whom is None:
        return None
    for name, (verbs, prepositions) in _LISTING.items():
        register = clauses.complement_of(verb, *prepositions) if verb.lemma in verbs else None
        if register is not None and _sanctions(register):
            return ActAt(verb, inventory().acts[name], name, whom, register)
    return None


def _taking_off(noun: Token) -> ActAt | None:
    """Of "the removal of the firm from the list" that it is sanctioned no more."""
    whom = clauses.complement_of(noun, "of")
    if whom is None or noun.lemma not in ("removal", "deletion", "striking"):
        return None
    register = clauses.complement_of(noun, "from") or clauses.complement_of(whom, "from")
    if register is None or not _sanctions(register):
        return None
    return ActAt(noun, inventory().acts["delist"], "delist", whom, register)


def _sanctions(register: Token) -> bool:
    """Whether it is a list of those who are punished: by its name, or by none."""
    if register.lemma not in _LISTS:
        return False
    telling = children(register, "compound", "amod", "nmod")
    of = clauses.complement_of(register, "of")
    telling = [*telling, *([of] if of is not None else [])]
    return not telling or any(t.lemma in _HOSTILE for t in telling)


# Verbs that have such a frame.
RECEIVED = _GRANTING | _WITHHOLDING | _PROVIDING | _PUTTING_ON | _TAKING_OFF
