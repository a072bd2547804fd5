"""How an act is put by the words above it: as willed, ruled out, or owed.

"Is ready to lift it", "has no intention of lifting it", "could not agree to lift it", "nothing
prevents Oslo from lifting it", "it is time for Oslo to lift it", "lifting it is a red line": the
verb that names the act says nothing of this, and what stands above it says all. Words above are
followed up to the head of what a cue attributes, or to the end of the clause.
"""

from collections.abc import Container
from dataclasses import dataclass

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.belied import belied
from detente.read.statements.held_out import held_out
from detente.read.statements.judged import amiss, called_foolish, closed, fools
from detente.read.statements.owed import owed
from detente.read.statements.surroundings import (
    COUNTING_ON,
    LEFT_OPEN,
    asked_about,
    comes_about,
    demanded,
    denied_above,
    for_nobody,
    in_question,
    instead,
    no_such_one,
    our_own,
    plain_no,
    told_not_to,
    why_should,
)
from detente.read.statements.urged import asked_of_another, urged

_WILLING = word_class("willing_verbs")
_WILLING_TO = word_class("willing_adjectives")
_UNWILLING = word_class("unwilling_verbs")
_UNWILLING_TO = word_class("unwilling_adjectives")
_INTENTIONS = word_class("intentions")
_INTENDED = word_class("intended")
_REQUESTS = word_class("requests")
_GRANTING = frozenset(
    {"meet", "accept", "grant", "fulfil", "fulfill", "heed", "entertain", "consider"}
)
_REBUFFING = frozenset({"brush", "dismiss", "ignore", "rebuff", "shrug", "spurn", "turn", "wave"})
_OBSTACLES = word_class("obstacles")
_DUTIES = word_class("duty_nouns")
_WISHING = word_class("wishing_verbs")
_ASKING = word_class("asking_verbs")
_BARRING = word_class("barring")
_COMPELLING = word_class("compelling")
_NOMINAL = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_CLAUSES = ("acl", "ccomp", "relcl")
_LONGEST = 6  # words above an act that are followed


@dataclass(slots=True)
class Force:
    """What the words above an act make of it; ``doer`` is who they say is to do it, if they do.

    ``told`` is whether it is an order, which nobody gives to oneself; ``left_open``, whether it
    is only asked about, whatever its own mood.
    """

    negative: bool = False
    modality: str | None = None
    doer: Token | None = None
    told: bool = False
    left_open: bool = False

    def turn(self) -> None:
        """Take it for the contrary."""
        self.negative = not self.negative

    def will(self, verb: Token | None = None) -> None:
        """Take it for something willed, in the mood of a verb if that has one."""
        own = clauses.modality(verb) if verb is not None else None
        self.modality = own or self.modality or "will"


def force(token: Token, heads: Container[int]) -> Force:
    """Say how an act is put.

    Parameters
    ----------
    heads
        Places of the words that a cue attributes; what stands above those is the cue's.
    """
    verbal = token.pos_ in _VERBAL
    found = Force()
    if verbal:
        below_cue = token.i in heads and _lacking(token) is not None
        found.negative = clauses.negated(token) and not below_cue
        found.modality = clauses.modality(token) if not below_cue else None
    else:
        found.negative = clauses.of_none(token)
        if token.dep_ == "conj" and any(c.lower_ == "nor" for c in token.head.children):
            found.negative = True  # "neither a partial nor a full lifting"
        if plain_no(token) or (token.i in heads and token.dep_ in _SAID and found.negative):
            found.negative = True
            found.will()
    _follow(token, heads, found)
    if verbal and token.dep_ in ("acl", "relcl") and no_such_one(token):
        found.negative = not clauses.negated(token)
        found.will()
    if verbal and belied(token):
        found.negative = not clauses.negated(token)
        found.modality = "will"
        return found
    due = asked_of_another(token)
    if due is not None:
        found.modality, found.doer, found.negative = "must", due.doer, False
        return found
    if (verbal and asked_about(token)) or (found.modality in LEFT_OPEN and in_question(token)):
        found.modality, found.negative, found.left_open = None, False, True
    elif verbal and (instead(token) or for_nobody(token)):
        found.negative = True
        found.will()
    if found.doer is None:
        due = owed(token) or urged(token)
    if due is not None:
        found.modality = "should" if found.modality == "should" else "must"
        found.doer, found.told = due.doer, due.told
        found.negative = verbal and clauses.negated(token)
    elif (offer := held_out(token)) is not None:
        found.modality, found.negative = "will", False
        found.doer = offer.doer or found.doer
    elif verbal and why_should(token):
        found.negative = not found.negative  # asked so that nobody answers
        found.will()
    elif verbal and (rather := _rather_than(token)) is not None:
        found.negative, found.doer = not found.negative, clauses.subject(rather.head)
        found.will()
    return found


_SAID = frozenset({"ccomp", "nsubj", "ROOT"})  # "no release, the minister said"


def _follow(token: Token, heads: Container[int], found: Force) -> None:
    node, counted = token, clauses.negated(token) if token.pos_ in _VERBAL else False
    for _ in range(_LONGEST):
        if node.i in heads or node.head.i == node.i:
            return
        if node.dep_ == "conj":
            node = node.head
            continue
        above = _governor(node)
        if above is None:
            return
        if above.pos_ in _NOMINAL:
            if not (counted and node is token and _lacking(token) is not None):
                if _on_a_matter(node, above):
                    found.left_open = True
                    return
                planned = above.lemma in _PLANS and above.head.i in heads
                _by_noun(above, found, below_cue=above.i in heads or planned)
            if above.i in heads:
                return
            verb = _clause_of(above)
            if verb is None:
                return
            node = verb
        elif above.pos_ == "ADJ":
            _by_adjective(above, found)
            node = above
        elif not _by_verb(above, node, found):
            return
        else:
            node = above


def _governor(node: Token) -> Token | None:
    """Word above that may say whether it is willed; None at the end of the clause."""
    above = node.head
    if node.dep_ == "pcomp" or (node.dep_ == "pobj" and node.pos_ in _NOMINAL):
        if above.lower_ in _WHEN:
            return None  # "did not rule out talks, but only after a withdrawal"
        above = above.head
        while above.pos_ in ("ADP", "ADV") and above.head.i != above.i:
            above = above.head
        before = node.doc[node.head.i - 1]
        # "Sees no obstacle to lifting it", with "to" hung on the seeing.
        return before if before.lemma in _OBSTACLES and before.head is above else above
    if node.dep_ in ("xcomp", "acomp", "oprd", "attr", "dobj", "nsubj", "nsubjpass", "csubj"):
        return above
    if node.dep_ == "ccomp" and node.tag_ in ("VBN", "VBD") and above.lemma in _WISHING:
        return above  # "we want this ban gone"
    bare = node.dep_ == "ccomp" and node.tag_ == "VB" and child(node, "mark") is None
    if bare and above.lemma in _MAKING:
        return above  # "nobody makes us lift it", "would like to see it lift it"
    if node.dep_ in _CLAUSES and above.lemma in _REQUESTS and clauses.subjunctive(node):
        return above  # "the demand that they leave"
    if node.dep_ == "ccomp" and above.lemma in _ASKING and clauses.subjunctive(node):
        return above  # "we demand that they leave"
    if node.dep_ in _CLAUSES and above.lemma in _INTENTIONS and clauses.of_none(above):
        return above  # "there is no way that they will lift it"
    if node.dep_ in ("acl", "relcl", "advcl", "ccomp") and (
        clauses.has_to(node) or node.pos_ == "ADJ"
    ):
        noun = _circumstance(node)
        return noun if noun is not None else above
    return None


_WHEN = frozenset({"after", "before", "following", "pending", "since", "till", "until", "upon"})


def _on_a_matter(node: Token, noun: Token) -> bool:
    """Of "no decision on the lifting" and "talk about lifting it" what is not decided by that."""
    about = node.head.lower_ in _ABOUT and node.head.dep_ == "prep"
    return about and (noun.lemma in _INTENDED or noun.lemma in _INTENTIONS)


_ABOUT = frozenset({"about", "concerning", "on", "over", "regarding"})


def _circumstance(node: Token) -> Token | None:
    """Of "is in no mood to lift it" the mood, wherever the parser hangs the lifting."""
    for preposition in children(node.head, "prep"):
        noun = child(preposition, "pobj")
        if noun is not None and preposition.i < node.i and noun.lemma in _INTENTIONS:
            return noun
    return None


def lacking(noun: Token) -> bool:
    """Whether there is none of something, or next to none: "little appetite for leaving"."""
    return clauses.of_none(noun) or any(c.lower_ in _SCANT for c in children(noun, "amod", "det"))


_SCANT = frozenset({"few", "little", "minimal", "scant", "scarce", "zero"})


def _clause_of(noun: Token) -> Token | None:
    """Verb of the clause that a noun stands in: of "is not in a position to" the verb."""
    above = noun.head
    if above.pos_ == "ADP":
        above = above.head
    return above if above.pos_ in _VERBAL and above.lemma in ("be", "have", "see") else None


def _by_noun(noun: Token, found: Force, *, below_cue: bool) -> None:
    """What a noun above says: "no intention of", "a readiness to", "no objection to".

    What becomes of a request is told by the verb above it, unless that is the cue.
    """
    if noun.lower_ == "nothing" and child(noun, "prep") is not None:
        if any(p.lower_ == "against" for p in children(noun, "prep")):
            found.will()  # "has nothing against lifting it"
        return
    verb = _clause_of(noun)
    if fools(noun, verb):
        found.turn()
        found.will()
        return
    none = lacking(noun) or (verb is not None and clauses.negated(verb))
    above = noun.head
    if noun.lemma in _REQUESTS and not none and not below_cue and our_own(noun):
        found.modality = "must"
        return
    if noun.lemma in _REQUESTS and noun.dep_ in ("nsubjpass", "nsubj"):
        # "The demand that it be lifted will not be met", "is rejected".
        met = above.lemma in _GRANTING and clauses.negated(above)
        if not below_cue and (met or above.lemma in _UNWILLING or above.lemma in _REBUFFING):
            found.turn()
            found.will()
        return
    if noun.lemma in _REQUESTS and above.pos_ == "VERB" and noun.dep_ == "dobj":
        # "Rejected calls to lift it": it will not be lifted.
        if not below_cue and (above.lemma in _UNWILLING or above.lemma in _REBUFFING):
            found.negative ^= not clauses.negated(above)
            found.will()
        return
    if noun.lemma in _REQUESTS and noun.dep_ == "pobj" and not below_cue:
        complying = _complying(noun)
        if complying is not None:
            found.negative ^= clauses.negated(complying)
            found.will()
        return
    if noun.lemma in _OBSTACLES:
        found.negative ^= not none
        found.will()
    elif noun.lemma in _INTENTIONS and none:
        found.turn()
        found.will()
    elif noun.lemma in _PLANS and (dropped := dropping(noun)) is not None:
        # Under a cue such as "has no intention of" the cue tells that it is not dropped.
        found.negative ^= not clauses.negated(dropped) or (below_cue and dropped.dep_ == "pcomp")
        if clauses.modality(dropped) is not None:
            found.will(dropped)
    elif noun.lemma in _INTENDED:
        if any(d.lower_ == "any" for d in children(noun, "det")) and denied_above(noun):
            found.turn()  # "will not sign any decision to lift it"
        found.will()
    elif noun.lemma == "time" or noun.lemma in _DUTIES:
        found.modality = "must"
        found.doer = child(noun, "poss") or found.doer


def dropping(noun: Token) -> Token | None:
    """Verb of "drop plans to close it", "reverse its decision to", "go back on the decision to"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun.head
    up = verb.lemma == "give" and any(c.lower_ == "up" for c in children(verb, "prt"))
    dropped = noun.dep_ in ("dobj", "nsubjpass") and (verb.lemma in _DROPPING or up)
    backing = noun.dep_ == "pobj" and verb.lemma in _BACKING_OUT
    return verb if verb.pos_ in _VERBAL and (dropped or backing) else None


_PLANS = word_class("plans")
_DROPPING = word_class("dropping_plans")
_BACKING_OUT = word_class("backing_out")


def _complying(noun: Token) -> Token | None:
    """Verb of "will not comply with the request to lift it", "bows to calls to lift it"."""
    preposition = noun.head
    while preposition.head.pos_ in ("ADP", "ADV") and preposition.head.i != preposition.i:
        preposition = preposition.head  # "give in to"
    verb = preposition.head
    if verb.pos_ not in _VERBAL or verb.lemma not in _COMPLYING:
        return None
    future = clauses.modality(verb) in ("will", "would", "can", "must")
    return verb if future or clauses.negated(verb) else None


_COMPLYING = word_class("complying")


def _by_adjective(adjective: Token, found: Force) -> None:
    if adjective.lemma in _WILLING_TO:
        found.will()
    elif adjective.lemma in _UNWILLING_TO:
        found.turn()
        found.will()


def _by_verb(verb: Token, node: Token, found: Force) -> bool:
    """What a verb above says; whether what stands above that may say more."""
    own = child(verb, "nsubj", "nsubjpass", "csubj")
    if node.dep_ in ("nsubj", "nsubjpass", "csubj"):
        if closed(verb):
            found.turn()
            found.will(verb)
        elif comes_about(verb):
            found.negative ^= clauses.negated(verb)
            found.will(verb)
        elif found.negative or clauses.negated(verb):
            found.negative = True
            found.modality = clauses.modality(verb) or found.modality
        return False
    if verb.lemma == "insist" and node.head.lower_ == "on" and clauses.negated(verb):
        found.turn()  # "urged Oslo not to insist on its removal"
        return False
    if verb.lemma == "forget" and _may_forget(verb):
        found.negative = True  # "Oslo can forget about its lifting"
        found.will()
        return False
    if own is not None and own.lower_ == "it" and _not_for_us(verb, node):
        found.turn()
        found.will()
        return False
    if verb.lemma in _WAITING and node.pos_ in _NOMINAL and _waits_no_longer(verb):
        found.negative = False
        found.will()
        return False
    if verb.lemma in _WAITING and _in_vain(verb):
        found.turn()
        found.will()
        return False
    if verb.lemma in COUNTING_ON and node.pos_ in _NOMINAL and told_not_to(verb):
        found.negative = True  # "do not expect its lifting": it will not be lifted
        found.will()
        return False
    if node.dep_ == "pcomp" and node.head.lower_ == "against" and verb.lemma in _DECIDING:
        found.turn()
        found.will()
        return False
    if demanded(verb, node):
        found.modality = "want" if verb.lemma in _WISHING else "must"
        return False
    if own is not None and own.lower_ in _FIRST and _asks(verb, node):
        # Inside quotation marks no word is a cue: "We call on Oslo to lift it".
        found.modality, found.doer = "must", _asked(verb, node)
        return False
    if verb.lemma in _WISHING and node.dep_ in ("xcomp", "ccomp"):
        if asked_about(verb):
            found.left_open = True
            return False
        found.negative ^= clauses.negated(verb)
        found.modality = "want"
        return False
    if verb.lemma in _BARRING and node.dep_ == "pcomp" and node.head.lower_ == "from":
        found.doer = child(verb, "dobj", "nsubjpass") or found.doer
        found.negative ^= not clauses.negated(verb)
        found.will()
        return False
    if verb.lemma == "be" and node.dep_ == "xcomp" and own is not None and own.lemma in _DUTIES:
        found.modality = "must"
        found.doer = child(own, "poss") or found.doer
        return False
    if called_foolish(verb, node):
        found.turn()
        found.modality = "will" if child(node, "nsubj") is None else "must"
        return False
    if amiss(verb, node):
        found.turn()
        found.will()
        return False
    if verb.lemma == "bring" and clauses.negated(verb) and _to_oneself(verb, node):
        found.negative = True
        found.will()
        return False
    if verb.lemma in _COMPELLING and clauses.negated(verb):
        found.negative = not found.negative
        found.will()
        return False
    if verb.lemma in _UNWILLING or (verb.lemma == "rule" and child(verb, "prt") is not None):
        found.negative ^= not clauses.negated(verb)
        found.will()
    elif verb.lemma in _WILLING and node.dep_ != "dobj":
        found.negative ^= clauses.negated(verb)
        found.will(verb)
    elif verb.lemma in _THINKING and node.dep_ == "pcomp" and clauses.negated(verb):
        found.turn()
        found.will()
    elif node.dep_ == "dobj" and verb.dep_ == "relcl" and own is not None and own.tag_ == "WDT":
        return False  # "grounds that would justify its lifting" promises nothing
    elif node.dep_ in ("attr", "dobj"):
        if clauses.negated(verb) or found.negative:
            found.negative = True
        found.modality = found.modality or clauses.modality(verb)
        return False
    elif verb.lemma == "fail":
        found.negative ^= not clauses.negated(verb)
    elif verb.lower_ == "going":
        return False  # "is not going to lift it" is told by the verb's own mood
    else:
        found.negative ^= clauses.negated(verb)
        found.modality = clauses.modality(verb) or found.modality
    return verb.dep_ == "xcomp"


_FIRST = frozenset({"i", "we"})


def _may_forget(verb: Token) -> bool:
    """Whether somebody is told to forget something: "can forget", "forget about it"."""
    own = child(verb, "nsubj")
    told = own is None and verb.tag_ == "VB" and not clauses.has_to(verb)
    allowed = clauses.modality(verb) in ("can", "may", "should", "must")
    return (told or (allowed and own is not None and own.lower_ not in _FIRST)) and not (
        clauses.negated(verb)
    )


def _not_for_us(verb: Token, node: Token) -> bool:
    """Of "it is not for us to lift it", "it is not up to Oslo to lift it" the lifting."""
    bare = child(verb, "acomp", "attr") is None
    mark = any(m.lower_ == "for" for m in children(node, "mark"))
    return verb.lemma == "be" and bare and mark and clauses.negated(verb)


def _to_oneself(verb: Token, node: Token) -> bool:
    """Of "cannot bring ourselves to lift it" that one makes oneself."""
    whom = child(node, "nsubj") or child(verb, "dobj")
    return whom is not None and whom.lower_.endswith(("self", "selves"))


def _waits_no_longer(verb: Token) -> bool:
    """Of "Lima will not have to wait long for its lifting", "need wait no longer" the waiting."""
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma in ("have", "need") else verb
    no_longer = any(c.lower_ == "longer" for c in children(verb, "advmod"))
    to_come = clauses.modality(above) in ("will", "would") or above.lemma == "need"
    return to_come and (clauses.negated(above) or clauses.negated(verb) or no_longer)


def _in_vain(verb: Token) -> bool:
    """Whether there is no end to a waiting: "can wait for its lifting until hell freezes over"."""
    after = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end])
    return any(f" {idiom}" in f" {after}" for idiom in _ENDLESSLY)


_ENDLESSLY = word_class("endlessly")
_WAITING = word_class("waiting")
_DECIDING = frozenset({"argue", "be", "choose", "come", "decide", "opt", "rule", "vote"})
_THINKING = frozenset({"dream", "think"})
_MAKING = frozenset({"make", "have", "see"})


def _rather_than(node: Token) -> Token | None:
    """Of "would rather walk away than lift it" the "rather", wherever the parser hangs the rest."""
    than = node.doc[node.i - 1] if node.i > node.sent.start else node
    beside = than.lower_ == "than" or any(
        m.lower_ == "than" for m in children(node, "mark", "prep", "advmod")
    )
    if not beside:
        return None
    before = node.doc[node.sent.start : node.i]
    told = (t for t in before if t.lower_ in ("rather", "sooner") and t.pos_ == "ADV")
    return next(told, None)


def _asks(verb: Token, node: Token) -> bool:
    """Whether a verb asks somebody named to do what stands below it."""
    below = node.dep_ == "ccomp" and clauses.subjunctive(node)
    below = below or (node.dep_ in ("xcomp", "ccomp") and clauses.has_to(node))
    return below and verb.lemma in _ASKING and _asked(verb, node) is not None


def _asked(verb: Token, node: Token) -> Token | None:
    """Who is asked: of "we call on Oslo to lift it" Oslo."""
    return (
        child(node, "nsubj")
        or child(verb, "dobj", "dative")
        or clauses.complement_of(verb, "on", "upon", "to", "with")
    )


def _lacking(token: Token) -> Token | None:
    """Noun of which there is none, and on which a verb hangs: "no intention of lifting it"."""
    noun = token.head.head if token.dep_ == "pcomp" else token.head
    hangs = token.dep_ in ("pcomp", "acl", "xcomp", "advcl", "relcl") and noun.pos_ == "NOUN"
    return noun if hangs and noun.lemma in _INTENTIONS and clauses.of_none(noun) else None
