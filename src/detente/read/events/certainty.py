"""How sure an event is: circumstances of the find, weighed by how often they were right.

What decides is where the word stands and how its two sides were found; which word it is says
little beside that. The counts are in ``event_counts.toml``.
"""

from detente.domain.evidence import Actor, Event
from detente.lexicon.event_counts import counts
from detente.read.events.telling import Told
from detente.read.grammar import clauses
from detente.read.grammar.tokens import Token

_PLACES = {
    "ROOT": "main clause", "conj": "joined", "ccomp": "complement", "xcomp": "complement",
    "pcomp": "after a preposition", "relcl": "relative clause", "acl": "below a noun",
    "advcl": "adverbial clause", "parataxis": "aside", "dobj": "object", "pobj": "in a phrase",
    "nsubj": "subject", "nsubjpass": "subject",
}  # fmt: skip
_FAR = 12


def confidence(event: Event, told: Told) -> float:
    """Share of such finds whose type and sides were right where they were counted."""
    table = counts()
    return table.confidence(table.sum(circumstances(event, told)))


def circumstances(event: Event, told: Told) -> tuple[str, ...]:
    """What is known of how an event was found, in the order in which it is counted."""
    token = told.token
    found = [
        f"word: {word(told)}",
        f"actor: {_side(event.actor, told.source)}",
        f"actor found: {actor_way(told)}",
        f"target: {_side(event.target, told.target)}",
        f"target found: {told.way or 'nowhere'}",
        f"place: {_PLACES.get(token.dep_, 'other')}",
        f"type: {event.type}",
        f"status: {event.status}",
    ]
    if event.reciprocal:
        found.append("reciprocal")
    if told.target is not None and abs(told.target.i - token.i) > _FAR:
        found.append("target far away")
    if told.source is not None and abs(told.source.i - token.i) > _FAR:
        found.append("actor far away")
    if event.actor and event.target and event.actor.party:
        found.append("one party" if event.actor.party == event.target.party else "two sides")
    return tuple(found)


def word(told: Told) -> str:
    """What kind of word tells of it."""
    code = told.code
    if code is None:
        return "a verb of no list" if told.at is None else "an act of the inventory"
    if code.stance is not None:
        return "a stance on another act"
    if code.light:
        return "a noun that a verb carries"
    if told.token.pos_ in ("NOUN", "PROPN"):
        return "a noun"
    return "a verb" if code.thing is None else "a verb with its noun"


def actor_way(told: Told) -> str:
    """How the one who does it hangs on the word."""
    token, source = told.token, told.source
    if source is None:
        passive = token.pos_ in ("VERB", "AUX") and clauses.is_passive(token)
        return "not said in a passive" if passive else "nowhere"
    if told.way in ("one of a pair", "whoever receives it"):
        return told.way
    if source.head.i == token.i:
        return {"nsubj": "subject", "poss": "whose it is"}.get(source.dep_, "beside it")
    if source.dep_ == "pobj":
        return f"after {source.head.lower_ if source.head.lower_ in _AFTER else 'a preposition'}"
    return "subject of a clause above"


_AFTER = ("by", "from", "in")


def _side(actor: Actor | None, token: Token | None) -> str:
    if actor is None:
        return "nobody"
    if token is not None and token.pos_ in ("PRON", "DET"):
        return "a pronoun"
    if actor.party is not None:
        return "a party" if token is None or token.pos_ == "PROPN" else "of a party"
    if token is not None and token.pos_ == "PROPN":
        return "another name"
    return "a thing" if actor.kind is None else "people"
