"""Disputes that somebody takes further: "take the matter to the court", "turn to the Council".

So does who asks a court to strike something down, and who files for arbitration.
"""

from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import ActAt, heads_of

# Verbs that such acts begin with, by what stands behind them.
_TAKING = word_class("taking_further")
_TURNING = word_class("turning_to")
_FILING = word_class("filing")
_APPLYING = word_class("applying_for")
_BEGINNING = word_class("beginning_proceedings")
_ASKING = word_class("asking_judges")
RESORTING = _TAKING | _TURNING | _FILING | _APPLYING | _BEGINNING | _ASKING

_JUDGES = word_class("judges")
_WATCHING = word_class("watching_over")
_FORA = word_class("fora")
_UNIONS = frozenset({"african union", "european commission", "european union"})
_MATTERS = word_class("matters_at_issue")
_FILINGS = word_class("filings")
_BEFORE = frozenset({"at", "before", "in", "to", "with"})


def act_of_resort(verb: Token) -> ActAt | None:
    """Return the suing that a verb stands for, with the forum that it goes to."""
    if verb.lemma not in RESORTING:
        return None
    forum = _arbitration(verb) or _asked_to_judge(verb)
    if forum is not None:
        return ActAt(verb, inventory().acts["sue"], "sue", None, forum)
    forum = _forum(verb)
    if forum is None or not _of_a_dispute(verb, forum):
        return None
    return ActAt(verb, inventory().acts["sue"], "sue", _taken(verb), forum)


def _arbitration(verb: Token) -> Token | None:
    """Arbitration that a verb applies for or begins: whoever does needs nobody's consent."""
    found = None
    if verb.lemma in _APPLYING and child(verb, "dobj") is None:
        found = clauses.complement_of(verb, "for")
    if verb.lemma in _BEGINNING:
        found = child(verb, "dobj")
        if found is not None and found.lemma == "proceeding":
            found = child(found, "compound")
    return found if found is not None and found.lower_ == "arbitration" else None


def _asked_to_judge(verb: Token) -> Token | None:
    """Judges that a state asks to do something: "will ask the court to strike the levy down"."""
    if verb.lemma not in _ASKING or clauses.is_passive(verb):
        return None
    judges, asked = child(verb, "dobj"), child(verb, "xcomp", "ccomp")
    own = clauses.subject(verb)
    if judges is None or asked is None or own is None or not clauses.has_to(asked):
        return None
    if asked.pos_ != "VERB" or asked.lemma in _NO_RULING:
        return None
    if judges.lemma not in _JUDGES or child(judges, "poss") is not None:
        return None
    return judges if _is_state(own) else None


def _forum(verb: Token) -> Token | None:
    """Where a dispute is taken: a court, or a body of many states."""
    thing = clauses.patient(verb)
    back = next((c for c in children(verb, "advmod", "prt") if c.lower_ == "back"), None)
    beside = [word for word in (verb, thing, back) if word is not None]
    for preposition in (p for word in beside for p in children(word, "prep", "dative")):
        found = child(preposition, "pobj")
        if preposition.lower_ not in _BEFORE or found is None:
            continue
        if _is_forum(found) or (verb.lemma in _TAKING and _is_union(found)):
            return found
        if verb.lemma in _TAKING | _TURNING and _watches_over(verb, found):
            return found
    return None


_NO_RULING = frozenset({"be", "have", "keep", "remain", "wait"})


def _is_forum(noun: Token) -> bool:
    """Whether states are judged there: "the court", "the Law of the Sea tribunal"; not its own."""
    last = clauses.complement_of(noun, "of")
    named = noun.lower_ in _FORA or (last is not None and last.lower_ in _FORA)
    return named and child(noun, "poss") is None


def _watches_over(verb: Token, noun: Token) -> bool:
    """Whether a dispute can be taken to a body that watches over a treaty: "the secretariat".

    Who turns to one *for* something wants help of it.
    """
    helped = verb.lemma in _TURNING and clauses.complement_of(verb, "for") is not None
    return noun.lemma in _WATCHING and not helped and child(noun, "poss") is None


def _is_union(noun: Token) -> bool:
    """Whether it is a union of states by name, to which a matter may be taken."""
    return noun.i > 0 and f"{noun.nbor(-1).lower_} {noun.lower_}" in _UNIONS


def _taken(verb: Token) -> Token | None:
    """What is taken there: the object, or what is said to go."""
    thing = clauses.patient(verb)
    return thing if thing is not None else _going(verb)


def _going(verb: Token) -> Token | None:
    """Of "the matter will go to the court" the matter."""
    own = child(verb, "nsubj")
    return own if verb.lemma == "go" and own is not None and own.lemma in _MATTERS else None


def _of_a_dispute(verb: Token, forum: Token) -> bool:
    """Whether it is a dispute that is taken there, and nobody who travels."""
    thing = clauses.patient(verb)
    if thing is None:
        return _going(verb) is not None or (verb.lemma in _TURNING and _a_party(verb))
    if verb.lemma in _FILING and thing.lemma in _FILINGS:
        return True
    if verb.lemma not in _TAKING:
        return False
    if thing.lemma in _MATTERS or thing.lower_ in _IT:
        return True
    return forum.head.lower_ in _THERE and _contested(verb, thing)


# "We will bring it to the Council": what is brought there was told of before.
_IT = frozenset({"it", "that", "this"})


def _contested(verb: Token, thing: Token) -> bool:
    """Whether it is what states quarrel about: "take the dam to the court", no paper and no person.

    Plans are laid before a council, and delegations are taken there.
    """
    definite = any(c.lower_ in ("the", "this", "that") for c in children(thing, "det"))
    definite = definite or child(thing, "poss") is not None
    nobody = thing.pos_ == "NOUN" and "§human" not in heads_of(thing)
    paper = any(inventory().is_a(thing.lemma, name) for name in ("agreement", "data"))
    paper = paper or thing.lemma in _LAID_BEFORE
    return verb.lemma in _BRINGING and definite and nobody and not paper


_BRINGING = frozenset({"bring", "take"})
_THERE = frozenset({"before", "to"})
_LAID_BEFORE = word_class("writings") | word_class("utterances") | word_class("plans") | {
    "delegation", "idea", "news", "proposal", "resolution", "text",
}  # fmt: skip


def _a_party(verb: Token) -> bool:
    """Whether it is a state that turns there, and not its envoy."""
    own = clauses.subject(verb)
    if own is None or verb.lemma != "go":
        return own is not None
    return _is_state(own)


def _is_state(noun: Token) -> bool:
    """Whether it is a state by its name, or "the government", and no person."""
    if noun.pos_ == "NOUN":
        return noun.lemma in _STATES
    return noun.lower_ not in _PERSONS and noun.ent_type_ != "PERSON"


_STATES = frozenset({"capital", "country", "government", "ministry", "state"})
_PERSONS = frozenset({"he", "i", "she", "they", "who", "you"})
