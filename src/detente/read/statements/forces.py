"""Forces that come and go: what soldiers and ships do by themselves, their state does with them.

Of "the last soldier leaves the dam" and "the battalion will return to its barracks" the withdrawal,
of "its guards will remain where they are" and "its troops are going nowhere" the keeping of them.
"""

from detente.lexicon.acts import inventory
from detente.lexicon.words import first_words, word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import ActAt, heads_of, is_a


def act_of_forces(verb: Token) -> ActAt | None:
    """Return the withdrawal or the keeping of the forces that a verb moves or leaves in place."""
    if verb.lemma not in COMING_AND_GOING:
        return None
    own = child(verb, "nsubj") or clauses.raised(verb)
    if own is not None and own.pos_ in ("NOUN", "PROPN") and is_a(own, "force"):
        name = _by_themselves(verb, own)
        return None if name is None else ActAt(verb, inventory().acts[name], name, own, None)
    return _taken_away(verb) or _held_back(verb)


def _by_themselves(verb: Token, own: Token) -> str | None:
    """The act that it is of whose forces they are when they do this."""
    if held(own):
        return None  # "the captured soldiers will go home": they are released
    phrases = {phrase for phrase, _ in clauses.phrasings(verb)}
    place = clauses.patient(verb)
    if place is not None and place.i > verb.i:
        distance = place.lemma in _DISTANCES and verb.lemma == "keep"
        left = verb.lemma in _LEAVING and _is_place(verb, place) and not _may(verb, own)
        return "withdraw" if distance or left else None
    beside = {c.lower_ for c in verb.children}
    if verb.lemma == "be" and (beside & _HERE or _at_a_place(verb)):
        return "deploy"
    if (verb.lemma in _STAYING and ("put" in beside or _where_they_are(verb))) or (
        verb.lemma in _GOING and "nowhere" in beside
    ):
        return "deploy"
    home = verb.lemma in _GOING and ("home" in beside or _is_home(verb)) and at_large(own)
    away = home or bool(phrases & _GOING_AWAY)
    return "withdraw" if away and not _may(verb, own) else None


def _taken_away(verb: Token) -> ActAt | None:
    """Of "get its troops out of the valley" the withdrawal of the troops."""
    forces = clauses.patient(verb)
    if verb.lemma not in _TAKING or forces is None or not is_a(forces, "force") or held(forces):
        return None
    away = any(
        c.lower_ in _AWAY and c.dep_ in ("prep", "prt", "advmod")
        for c in (*verb.children, *forces.children)
        if c.i > forces.i or c.dep_ == "prt"
    )
    return ActAt(verb, inventory().acts["withdraw"], "withdraw", forces, None) if away else None


def _is_place(verb: Token, left: Token) -> bool:
    """Whether somewhere is left, and not a pact, nor three people dead."""
    so = child(verb, "oprd", "acomp", "ccomp")
    others = any(is_a(left, c) for c in _NO_PLACES) or "§human" in heads_of(left)
    return so is None and not others


def _held_back(verb: Token) -> ActAt | None:
    """Of "stop its boats from entering the bay", "keep them off the beach" their withdrawal."""
    forces = clauses.patient(verb)
    if verb.lemma not in _HOLDING or forces is None or not is_a(forces, "force"):
        return None
    own = child(forces, "poss")
    coming = clauses.complement_of(verb, "from")
    kept_away = verb.lemma == "keep" and clauses.complement_of(verb, "off", "out", "out of")
    if own is None or own.lower_ not in _OWN:
        return None
    if not kept_away and (coming is None or coming.lemma not in _COMING):
        return None
    return ActAt(verb, inventory().acts["withdraw"], "withdraw", forces, None)


def _at_a_place(verb: Token) -> bool:
    place = clauses.complement_of(verb, "in", "on", "at", "inside")
    if place is None:
        return False
    area = is_a(place, "area") or inventory().is_a(place.lower_, "area")
    return area or place.ent_type_ in ("GPE", "LOC")


def _is_home(verb: Token) -> bool:
    """Whether somebody goes to where forces belong: "to its barracks", "to port"."""
    goal = clauses.complement_of(verb, "to", "into")
    return goal is not None and goal.lower_ in _HOMES


def _where_they_are(verb: Token) -> bool:
    below = child(verb, "ccomp", "advcl")
    where = below is not None and any(c.lower_ == "where" for c in below.children)
    return where and below is not None and below.lemma in ("be", "stand")


def _may(verb: Token, own: Token) -> bool:
    """Whether a ship is let go: "the boat may leave the port"."""
    let = any(c.lower_ in ("may", "can", "could") for c in children(verb, "aux"))
    return let and is_a(own, "vessel")


def held(own: Token) -> bool:
    """Whether soldiers are spoken of as held by somebody."""
    return any(c.lower_ in _HELD for c in own.children)


def at_large(own: Token) -> bool:
    """Whether soldiers are spoken of and nothing says that anybody holds them."""
    theirs = is_a(own, "person") and child(own, "poss") is not None  # "let their soldiers go home"
    return is_a(own, "force") and not held(own) and not theirs


_LEAVING = word_class("leaving_places")
_GOING_AWAY = word_class("going_away")
_GOING = word_class("going_verbs")
_TAKING = frozenset({"bring", "get", "move", "pull", "ship", "take"})
_AWAY = frozenset({"away", "home", "off", "out"})
_STAYING = frozenset({"remain", "stay"})
_HOMES = word_class("home_bases")
_DISTANCES = frozenset({"distance"})
_NO_PLACES = ("agreement", "group", "person", "talks")
_HERE = frozenset({"here", "there"})
_HOLDING = frozenset({"hold", "keep", "prevent", "stop"})
_OWN = frozenset({"its", "our", "their", "your"})
_COMING = frozenset(
    {"approach", "come", "cross", "enter", "go", "near", "sail", "stray", "venture"}
)
_HELD = word_class("captive_words")

# Verbs that such acts begin with.
COMING_AND_GOING = (
    _LEAVING | first_words(_GOING_AWAY) | _GOING | _TAKING | _STAYING | _HOLDING | {"be"}
)
