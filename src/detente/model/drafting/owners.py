"""Whose deed it is, as far as a proposition says: whoever does it, or to whom the thing belongs."""

from detente.domain.evidence import Actor, Proposition
from detente.lexicon.acts import Act
from detente.lexicon.parties import gazetteer
from detente.model.drafting.done_to import LETTING


def owner_of(proposition: Proposition, act: Act) -> str | None:
    """Whoever does it; of a passive, whoever the thing belongs to."""
    agent, target, other = proposition.agent, proposition.object, proposition.complement
    if agent is None and act.name in LETTING:
        return None  # what is let is not done by whoever lets
    measure = act.family is not None and act.family.measure
    own = act.family is not None and act.family.name == "measure" and act.activity is None
    if own and act.side == "drop" and target is not None and target.of:
        return target.of  # "lift Oslo's ban"; a border that is opened may be anybody's
    if agent is not None and (agent.party or agent.of):
        return agent.party or agent.of
    if act.family is not None and act.family.name in _OF_OTHERS:
        # "The release of the Kenyan drivers" is not Kenya's to order; "held in Kenya" is.
        held = act.side == "drop" and other is not None
        return other.party if held and other is not None else None
    if act.object_is == "force":
        return None  # whose troops they are that shall leave, where they are does not say
    if measure and act.activity is not None:
        return None  # "Ugandan sugar was stopped": nobody bans its own goods
    if target is not None and target.of:
        return target.of
    if target is not None and act.family is not None and act.family.name == "presence":
        return target.party  # "its guards" are people of a party
    if target is not None and act.name == "recognise":
        return None
    given = act.family is not None and act.family.name in _TO_ANOTHER
    return _belongs(other) if not (measure or given) else None


# What is done in these is done to people of the other side.
_OF_OTHERS = frozenset({"custody", "handover", "inspection", "entry"})


# What is done in these is done to whoever stands behind the "to".
_TO_ANOTHER = frozenset({"apology", "payment", "permission"})


def of_its_members(proposition: Proposition, party: str | None) -> str | None:
    """Who decides on membership of which a union says no more: "a member shall be suspended".

    A union keeps out whom it lets in, and no other is named.
    """
    known = gazetteer().by_code(party) if party is not None else None
    union = known is not None and known.kind == "igo"
    return party if union and proposition.agent is None else None


def _belongs(actor: Actor | None) -> str | None:
    return actor.of if actor is not None else None


def code_of(actor: Actor | None) -> str | None:
    """Party of whoever is named, or whose the named is."""
    return (actor.party or actor.of) if actor is not None else None
