"""Acts that no single verb of the inventory names: "put back into effect", "let them in".

What the verbs in these say is told by the words around them: a state that something is in or put
into, a group somebody is part of, who is let do what.
"""

from collections.abc import Callable

from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import ActAt, heads_of, is_a
from detente.read.statements.act_recipients import RECEIVED, act_of_recipient
from detente.read.statements.forces import COMING_AND_GOING, act_of_forces
from detente.read.statements.forewarning import FOREWARNING, act_of_forewarning
from detente.read.statements.lettings import LETTING, act_of_letting, let_to_do
from detente.read.statements.resorts import RESORTING, act_of_resort

ActOf = Callable[[Token], ActAt | None]


def act_of_frame(verb: Token, act_at: ActOf) -> ActAt | None:
    """Return the act that a verb and its frame stand for; ``act_at`` finds those inside it."""
    return (
        act_of_letting(verb)
        or act_of_recipient(verb)
        or act_of_forces(verb)
        or act_of_forewarning(verb)
        or act_of_resort(verb)
        or _conceding(verb)
        or _in_force(verb, act_at)
        or _into_force(verb)
        or _entering_force(verb, act_at)
        or _part_of(verb)
        or _having_done(verb, act_at)
        or _ensuring(verb, act_at)
        or _state(verb)
        or _as_a_state(verb)
        or _letting(verb, act_at)
    )


def _conceding(verb: Token) -> ActAt | None:
    """Of "acknowledge that the islands are Samoan" what is to be acknowledged."""
    if verb.lemma not in CONCEDING or child(verb, "dobj", "nsubjpass") is not None:
        return None
    claim = child(verb, "ccomp")
    if claim is None or claim.i < verb.i or child(claim, "mark") is None:
        return None  # "'It is over', the minister acknowledged"
    act = inventory().act(verb.lemma) if verb.lemma in inventory().acts else None
    act = act if act is not None and not act.objects else None
    return ActAt(verb, act, verb.lemma, claim, None)


CONCEDING = word_class("conceding")


def _in_force(verb: Token, act_at: ActOf) -> ActAt | None:
    """Of "the sanctions remain in force" the keeping of the sanctions."""
    if verb.lemma not in _KEPT:
        return None
    own = child(verb, "nsubj")
    state = clauses.complement_of(verb, "in")
    standing = state is not None and state.lemma in ("force", "place", "effect")
    if verb.lemma == "have" and standing:
        # "has sanctions in place"
        kept = child(verb, "dobj")
        act = inventory().of_verb("keep", heads_of(kept))
        measure = act is not None and act.family is not None and act.family.measure
        return ActAt(verb, act, act.name, kept, None) if act is not None and measure else None
    if own is None or not (
        (standing and verb.lemma in ("remain", "stay", "be", "stand"))
        or (
            verb.lemma in ("remain", "apply", "persist", "continue") and child(verb, "dobj") is None
        )
    ):
        return None
    inner = act_at(own)
    if inner is not None and inner.act is not None and inner.act.family is not None:
        # "The closure remains in force": its token knows who ordered it.
        return inner if inner.act.family.measure else None
    act = inventory().of_verb("keep", heads_of(own))
    if act is None or act.family is None or not act.family.measure:
        return None
    return ActAt(verb, act, act.name, own, None)


# What is done to be in force, to stay so, or to have it so.
_KEPT = frozenset({"have", "remain", "stay", "be", "stand", "apply", "persist", "continue"})


def _into_force(verb: Token) -> ActAt | None:
    """Of "put the treaty back into effect" the restoring, of "bring it into force" ratifying."""
    if verb.lemma not in _PUTTING:
        return None
    state, thing = clauses.complement_of(verb, "into", "in"), clauses.patient(verb)
    back = child(verb, "advmod", "prt")
    if state is None and back is not None:
        state = clauses.complement_of(back, "into", "in")
    if state is None or thing is None or state.lemma not in _FORCES:
        return None
    # What was in force before is restored; an agreement that never was is ratified.
    again = any(c.lower_ in _AGAIN for c in verb.subtree)
    acts = inventory().acts
    for name, class_name in (
        ("restore" if again else "ratify", "agreement"),
        ("impose", "measure"),
    ):
        if is_a(thing, class_name):
            return ActAt(verb, acts[name], name, thing, None)
    return None


def _entering_force(verb: Token, act_at: ActOf) -> ActAt | None:
    """Of "once the treaty has entered into force", "the law takes effect" what puts it there."""
    own, state = child(verb, "nsubj"), clauses.complement_of(verb, "into", "in")
    state = child(verb, "dobj") if verb.lemma == "take" else state
    if verb.lemma not in _ENTERING or own is None or state is None or state.lemma not in _FORCES:
        return None
    inner = act_at(own)
    if inner is not None and inner.act is not None and inner.act.family is not None:
        return inner  # "the amendment of the statute takes effect"
    acts = inventory().acts
    for name, class_name in (
        ("ratify", "agreement"),
        ("pass_law", "statute"),
        ("impose", "measure"),
    ):
        if is_a(own, class_name):
            return ActAt(verb, acts[name], name, own, None)
    named = next(iter(inventory().nouns.get(own.lemma, ())), None)
    amending = named is not None and named.family is not None and named.family.name == "amendment"
    return ActAt(verb, named, named.name, None, None) if named is not None and amending else None


_ENTERING = frozenset({"come", "enter", "go", "take"})
_AGAIN = frozenset({"again", "back", "once"})


_PUTTING = frozenset({"put", "bring", "place"})
_FORCES = frozenset({"force", "effect", "operation", "practice"})


def _part_of(verb: Token) -> ActAt | None:
    """Of "wishes to be part of the programme" the return to the programme."""
    role = child(verb, "attr") if verb.lemma in _BEING else None
    if role is None or role.lemma not in ("part", "member", "partner"):
        return None
    group = clauses.complement_of(role, "of", "in")
    act = inventory().of_verb("be part of", heads_of(group))
    return None if act is None else ActAt(verb, act, act.name, group, None)


_BEING = frozenset({"be", "become", "remain"})


def _having_done(verb: Token, act_at: ActOf) -> ActAt | None:
    """Of "let the chapter be opened", "have the appeal heard" the opening, the hearing."""
    below = caused(verb)
    if below is None:
        return None
    inner = act_at(below)
    done_to = child(below, "nsubjpass", "nsubj") or child(verb, "dobj")
    if inner is None or done_to is None or done_to.i < verb.i:
        return None
    target = inner.object if inner.object is not None else done_to
    return ActAt(verb, inner.act, inner.name, target, inner.complement)


def _done_to_object(verb: Token) -> Token | None:
    """Of "offered to have the border surveyed", parsed as a surveyed border, the surveying."""
    made_to = verb.tag_ == "VB" and verb.lemma in _MAKING
    thing = child(verb, "dobj") if made_to else None
    return child(thing, "acl") if thing is not None else None


_MAKING = frozenset({"get", "have"})
_CAUSING = frozenset({"get", "have", "let", "see"})


def caused(verb: Token) -> Token | None:
    """Of "have the line surveyed", "see the ban lifted" what is to be done; None of other verbs."""
    if verb.lemma not in _CAUSING:
        return None
    below = child(verb, "ccomp", "xcomp") or _done_to_object(verb)
    if below is None or child(below, "aux", "mark") is not None:
        return None  # "has the vote been held", "sees that it is lifted"
    made_to = verb.tag_ == "VB" and verb.lemma in _MAKING
    return below if below.tag_ == "VBN" or (below.tag_ == "VBD" and made_to) else None


def _ensuring(verb: Token, act_at: ActOf) -> ActAt | None:
    """Of "ensure that the line is surveyed", "make sure it is", "see to it that" the surveying."""
    if verb.lemma not in _ENSURING:
        return None
    sure = child(verb, "ccomp", "acomp", "oprd") if verb.lemma == "make" else verb
    if sure is None or (verb.lemma == "make" and sure.lower_ not in _SURE):
        return None
    below = child(sure, "ccomp") or child(verb, "ccomp")
    if below is None or below.i < verb.i or (verb.lemma == "see" and not _to_it(verb)):
        return None
    done_to = child(below, "nsubjpass") or (child(below, "nsubj") if _gets(below) else None)
    inner = act_at(below) if done_to is not None and below.tag_ == "VBN" else None
    if inner is None:
        return None  # "make sure that Oslo leaves" is for Oslo to do
    target = inner.object if inner.object is not None else done_to
    return ActAt(verb, inner.act, inner.name, target, inner.complement)


_ENSURING = frozenset({"ensure", "guarantee", "make", "see"})
_SURE = frozenset({"certain", "sure"})


def _to_it(verb: Token) -> bool:
    it = clauses.complement_of(verb, "to")
    return it is not None and it.lower_ == "it"


def _gets(verb: Token) -> bool:
    return any(c.lemma == "get" for c in children(verb, "aux", "auxpass"))


def done_by_others(verb: Token) -> bool:
    """Whether who has something done need not do it: "wants to see it lifted", "to have it lifted".

    Who "will have it lifted", and offers to, is the one who does.
    """
    if caused(verb) is None or verb.lemma == "let":
        return False
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.lemma == "see" or (verb.dep_ in _HOPED and above.lemma in _HOPING)


_HOPED = frozenset({"pcomp", "xcomp"})
_HOPING = word_class("wishing_verbs") | word_class("wanting") | {
    "campaign", "demand", "fight", "insist", "lobby", "long", "need", "press", "push", "struggle",
    "try",
}  # fmt: skip


def _state(verb: Token) -> ActAt | None:
    """Of "the border is open again" the opening, of "the crew is free" the release."""
    if verb.lemma == "be" and _home_again(verb):
        return ActAt(verb, inventory().acts["release"], "release", child(verb, "nsubj"), None)
    state = child(verb, "acomp") if verb.lemma in _BEING else None
    named = _STATES.get(state.lower_) if state is not None else None
    own = child(verb, "nsubj")
    if state is None or named is None or own is None or own.pos_ == "PRON":
        return None
    if child(state, "xcomp", "ccomp") is not None or clauses.complement_of(state, "to") is not None:
        return None  # "is open to talks", "is free to go"
    act = inventory().of_verb(named, heads_of(own))
    return None if act is None or not act.objects else ActAt(verb, act, act.name, own, None)


def _home_again(verb: Token) -> bool:
    """Whether people who are held must be home: "the crews must be back with their families"."""
    own = child(verb, "nsubj")
    back = any(c.lower_ in ("back", "home") and c.i > verb.i for c in children(verb, "advmod"))
    if not back or own is None or clauses.modality(verb) not in ("must", "should"):
        return False
    return is_a(own, "person") and not is_a(own, "force")


_STATES = {"open": "open", "closed": "close", "shut": "close", "free": "free"}


_ALLOWING = frozenset({"let", "allow", "permit", "enable", "invite"})


def _as_a_state(verb: Token) -> ActAt | None:
    """Of "treats the province as independent", "deals with it as a state" the recognition."""
    if verb.lemma not in _TREATING:
        return None
    whom = child(verb, "dobj", "nsubjpass") or clauses.complement_of(verb, "with")
    seen = next((c for c in verb.children if c.lower_ == "as" and c.i > verb.i), None)
    what = child(seen, "pobj", "amod", "pcomp", "acomp") if seen is not None else None
    if whom is None or what is None or what.lemma not in _STATEHOOD:
        return None
    return ActAt(verb, inventory().act("recognise"), "recognise", whom, None)


_TREATING = frozenset({"accept", "acknowledge", "deal", "treat"})
_STATEHOOD = frozenset({"country", "government", "independent", "nation", "sovereign", "state"})


def _letting(verb: Token, act_at: ActOf) -> ActAt | None:
    """Of "let the prisoners go" and "allow them to return to the project" the granting."""
    if verb.lemma not in _ALLOWING:
        return None
    below = child(verb, "ccomp", "xcomp")
    if below is None or below.pos_ != "VERB":
        return _let_pass(verb, below) or _let_lapse(verb)
    loosed = clauses.complement_of(below, "of")
    if below.lemma == "go" and loosed is not None:
        act = inventory().of_verb("let go of", heads_of(loosed))
        return None if act is None else ActAt(verb, act, act.name, loosed, None)
    whom = child(below, "nsubj")
    whom = whom if whom is not None else child(verb, "dobj", "nsubjpass")
    whom = whom if whom is not None else child(below, "compound")  # "let the consulate reopen"
    if whom is None or whom.lemma in _LAPSING:
        return None
    stock = inventory()
    if below.lemma in ("go", "leave"):
        act = stock.of_verb("let go", heads_of(whom))
        return None if act is None else ActAt(verb, act, act.name, whom, None)
    act = stock.of_verb(f"let {below.lemma}", heads_of(whom))
    if act is None and below.lemma in _COMING_IN:
        # "Let inspectors return to the site", "allow the lorries to cross".
        act = stock.of_verb("let in", heads_of(whom))
    if act is not None:
        return ActAt(verb, act, act.name, whom, None)
    again = stock.of_subject(below.lemma, heads_of(whom))
    if again is not None and again.objects and child(below, "dobj") is None:
        # "Let the consulate reopen", "allow the talks to resume".
        return ActAt(verb, again, again.name, whom, None)
    inner = act_at(below)
    if inner is not None and inner.act is not None and inner.act.side == "gain":
        act = stock.act("readmit")
        return ActAt(verb, act, "readmit", whom, inner.object)
    if verb.lemma == "invite":
        return ActAt(verb, None, verb.lemma, whom, None)  # who invites leaves the rest open
    # "Allow Oslo to build the pier"; "allow the candidate to stand": a matter of its own.
    return let_to_do(verb, below, whom) or ActAt(verb, None, f"let {below.lemma}", whom, None)


def _let_pass(verb: Token, below: Token | None) -> ActAt | None:
    """Of "let the inspectors in", "allow its ships into the ports" the letting in of them.

    The parser takes the way for a clause, of which whoever passes is the subject or the head.
    """
    way: str | None
    if below is not None and below.lower_ in _WAYS:
        whom, way = child(below, "nsubj"), _WAYS[below.lower_]
    elif below is not None and below.pos_ in ("NOUN", "PROPN"):
        whom, way = below, _way(below) or _way(verb)
    else:
        whom = child(verb, "dobj", "nsubjpass")
        way = _way(verb)
    if whom is None or way is None or whom.lemma in _LAPSING:
        return None
    act = inventory().of_verb(f"let {way}", heads_of(whom))
    return None if act is None else ActAt(verb, act, act.name, whom, None)


def _way(token: Token) -> str | None:
    """Where a letting leads: in, through or out."""
    for c in token.children:
        if c.lower_ in _WAYS and c.dep_ in ("prep", "prt", "advmod", "dative"):
            return _WAYS[c.lower_]
    return None


_WAYS = {
    "in": "in", "into": "in", "ashore": "in", "back": "in", "onto": "in", "through": "through",
    "across": "through", "over": "through", "out": "out",
}  # fmt: skip


_COMING_IN = word_class("coming_in")
_LAPSING = word_class("lapsing")  # what nobody lets in by letting it pass


def _let_lapse(verb: Token) -> ActAt | None:
    """Of "let the military pact lapse", parsed as a lapse of the pact, the end of the pact."""
    end = child(verb, "dobj")
    thing = child(end, "compound", "nmod") if end is not None else None
    if end is None or thing is None:
        return None
    act = inventory().of_verb(f"{verb.lemma} {end.lemma}", [thing.lemma])
    return None if act is None else ActAt(verb, act, act.name, thing, None)


# Verbs that have such a frame.
FRAMED = (
    COMING_AND_GOING
    | FOREWARNING
    | RESORTING
    | _KEPT
    | _PUTTING
    | _BEING
    | _ALLOWING
    | _CAUSING
    | _ENSURING
    | _TREATING
    | RECEIVED
    | LETTING
    | CONCEDING
)
