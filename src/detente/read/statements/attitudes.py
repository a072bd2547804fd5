"""What attitude a statement takes on from what it says.

"Said" commits nobody to more than an assertion; "said it would never withdraw" is a refusal. Where
the cue is a plain one, its first clause is asked in this order: does it tie an act to another one
(conditions), call a claim untrue (denies), rule out an act of the speaker's own (refuses), ask one
of somebody else (demands), hold out one that hurts (threatens) or does not (promises), or tell what
others will do (expects)? A warning is a threat only if the speaker can carry it out.
"""

from collections.abc import Sequence
from dataclasses import replace

from detente.domain.evidence import ConditionPair, Proposition, Statement
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import is_a
from detente.read.statements.judged import closed
from detente.read.statements.owed import ordered
from detente.read.statements.stated import Said
from detente.read.statements.surroundings import why_should
from detente.read.statements.urged import asked_of_another

# Attitudes of cues that leave it to what is said.
_PLAIN = frozenset({"asserts", "warns", "believes"})
_FUTURE = frozenset({"will", "would"})
_POSSIBLE = frozenset({"can", "may"})
_FIRST_PERSON = frozenset({"i", "we", "us"})
_UNTRUE = word_class("untrue")
_CLAIMS = word_class("claim_nouns")
_HARMING = word_class("harming")


def settled(said: Said, conditions: Sequence[ConditionPair]) -> Statement:
    """Give a statement the attitude that its first clause asks for, if its cue is a plain one.

    Parameters
    ----------
    conditions
        Those that the statement holds.
    """
    statement = said.statement
    if statement.attitude == "asks" and any(map(why_should, said.found.heads)):
        # "“Why should we lift it?” the minister asked": they will not.
        return replace(statement, attitude="refuses", cue_attitude="asserts")
    if statement.attitude == "asks" and _asks_a_deed(said):
        return replace(statement, attitude="demands", cue_attitude="asserts")
    if statement.attitude in _MANNERS and said.found.frame == "clause":
        found = _attitude(said, conditions) if _is_manner(said) else None
        if found in _FORCES:
            return replace(statement, attitude=found, cue_attitude=statement.attitude)
    if statement.attitude == "mentions" and _weighs_harm(said):
        return replace(statement, attitude="threatens", strength=_WEIGHED, cue_attitude=None)
    if statement.attitude not in _PLAIN:
        return statement
    found = _attitude(said, conditions) or _without_more(said)
    if found == statement.attitude:
        return statement
    return replace(statement, attitude=found, cue_attitude=statement.attitude)


def _weighs_harm(said: Said) -> bool:
    """Of "is considering closing the border" that it would hurt: then it is a threat."""
    found = said.found
    if found.cue.lemma not in _WEIGHING or found.frame == "clause" or clauses.negated(found.cue):
        return False
    own = _Own(said)
    if found.frame == "object" and found.cue.lemma in _MULLING:
        return found.cue.tag_ == "VBG" and any(
            is_a(head, "measure") and head.lemma != "decision" for head in found.heads
        )
    return any(_hurts(own, head) or _is_new_measure(head) for head in found.heads)


def _is_new_measure(head: Token) -> bool:
    """Whether it is a measure that is not there yet: "a ban", and not "the ban"."""
    if head.pos_ != "NOUN" or head.lemma not in _MEASURES:
        return False
    first = clauses.child(head, "det", "poss")
    return first is None or first.lower_ in ("a", "an")


_MEASURES = word_class("new_measures")


# "Is considering tariffs"; who discusses or studies them may only talk of them.
_MULLING = frozenset({"consider", "contemplate", "eye", "mull", "ponder", "weigh"})
_WEIGHING = word_class("weighing")
_WEIGHED = 0.4


def _asks_a_deed(said: Said) -> bool:
    """Of "“Why does Oslo not lift it?” the minister asked" that it should."""
    own, heads = _Own(said), said.found.heads
    for verb in (v for head in heads for v in head.subtree):
        if asked_of_another(verb) is not None and not own.does(verb):
            return True
    # "Does Oslo not see that it must lift it?"
    return any(map(clauses.negated, heads)) and any(
        p.modality == "must" and not own.is_doer(p) for p in said.statement.propositions
    )


# How something is said may be told in place of that it is: "it must leave, the ministry thundered".
_MANNERS = frozenset({"accuses", "denies"})
_FORCES = frozenset({"refuses", "demands", "threatens", "conditions"})


def _is_manner(said: Said) -> bool:
    """Whether a cue tells only how it was said; what is denied comes after the denial."""
    heads = said.found.heads
    before = bool(heads) and heads[0].i < said.found.cue.i
    return before or said.statement.attitude == "accuses"


def _without_more(said: Said) -> str:
    """Attitude of a plain cue alone: what is believed is asserted, and so is what is warned of."""
    attitude = said.statement.attitude
    if attitude == "asserts" or said.found.frame == "clause":
        return "asserts"
    return "expects"


def _attitude(said: Said, conditions: Sequence[ConditionPair]) -> str | None:
    if said.found.frame == "predicate" and _called_closed(said):
        return "refuses"
    head = _main(said)
    if head is None:
        return None
    own = _Own(said)
    pair = _tied(said, head, conditions)
    tied = pair is not None
    if pair is not None and pair.kind == "threat":
        return "threatens"
    warned = said.statement.attitude == "warns"
    if _denies(head):
        return "denies"
    if closed(head):
        return "refuses"
    if ordered(head):
        return "demands"
    modal, negative = clauses.modality(head), clauses.negated(head)
    future = modal in _FUTURE
    if own.does(head):
        if negative and (future or modal == "can") and not tied:
            return "refuses"
        if (future or (modal in _POSSIBLE and not negative)) and _hurts(own, head):
            return "threatens"
        if tied and future:
            return "threatens" if warned else "conditions"
        if future and not negative:
            return "threatens" if warned else "promises"
        return None
    if tied and (modal is not None or negative):
        return "threatens" if warned and not negative else "conditions"
    if _asks(head, modal, own):
        return "demands"
    if future:
        nobody = clauses.is_passive(head) and clauses.passive_agent(head) is None
        return "threatens" if warned and nobody else "expects"
    return None


def _called_closed(said: Said) -> bool:
    """Of "called lifting it a red line" that it is ruled out."""
    cue, passage = said.found.cue, said.found.passage
    words = " ".join(t.lower_ for piece in said.found.content for t in passage.within(piece))
    if clauses.negated(cue):
        return False
    return any(f" {idiom}" in f" {words}" for idiom in _CLOSED_IDIOMS | _CLOSED)


_CLOSED = word_class("closed_matters")
_CLOSED_IDIOMS = word_class("closed_idioms")


class _Own:
    """Whether a verb tells of the speaker's own doing."""

    def __init__(self, said: Said) -> None:
        statement = said.statement
        self._party = statement.source.party if statement.source else None
        self._propositions = statement.propositions
        self._start = said.found.passage.start
        source = said.found.source
        self._several = source is not None and child(source, "conj") is not None

    def does(self, verb: Token) -> bool:
        agent = clauses.subject(verb)
        if agent is None:
            return False
        if agent.lower_ in _FIRST_PERSON and not clauses.is_passive(verb):
            return True
        if agent.lower_ == "they" and self._several:
            return True
        told = self.proposition(verb)
        party = told.agent.party if told is not None and told.agent is not None else None
        return party is not None and party == self._party

    def is_doer(self, told: Proposition) -> bool:
        """Whether the speaker is who does it, or nobody is."""
        return told.agent is None or told.agent.party in (None, self._party)

    def proposition(self, verb: Token) -> Proposition | None:
        """Proposition that a verb was read as, the shortest that holds it."""
        place = self._start + verb.idx
        holding = [p for p in self._propositions if p.span.start <= place < p.span.end]
        return min(holding, key=lambda p: p.span.end - p.span.start) if holding else None


def _main(said: Said) -> Token | None:
    """Verb of the first clause of what is said."""
    if said.found.frame != "clause" or not said.found.heads:
        return None
    head = said.found.heads[0]
    return head if head.pos_ in ("VERB", "AUX") else None


def _tied(said: Said, head: Token, conditions: Sequence[ConditionPair]) -> ConditionPair | None:
    """Condition that lets the first clause come about, unless law is its ground."""
    place = said.found.passage.start + head.idx
    return next(
        (
            c
            for c in conditions
            if c.kind != "law" and c.consequence.start <= place < c.consequence.end
        ),
        None,
    )


def _denies(head: Token) -> bool:
    """Of "that is a lie", "the report is untrue", "there is no truth in it"."""
    about = child(head, "nsubj")
    complement = child(head, "attr", "acomp")
    if head.lemma != "be" or complement is None:
        return False
    if about is None:
        nothing = any(d.lemma == "no" for d in children(complement, "det"))
        return nothing and complement.lemma == "truth"
    untrue = complement.lemma in _UNTRUE and not clauses.negated(head)
    return untrue and (about.pos_ == "PRON" or about.lemma in _CLAIMS)


def _asks(head: Token, modal: str | None, own: _Own) -> bool:
    """Whether somebody else is told what to do: a duty, "insists that it be lifted"."""
    agent = clauses.subject(head)
    if agent is None:
        return False
    if modal in ("must", "should"):
        told = own.proposition(head)
        other = told is not None and told.agent is not None and told.agent.party is not None
        return other or (clauses.is_passive(head) and modal == "must")
    if child(head, "mark") is None or children(head, "aux"):
        return False
    return clauses.subjunctive(head)


def _hurts(own: _Own, head: Token) -> bool:
    """Whether the act is one that hurts the other side, as the inventory or the words say."""
    if head.lemma in _HARMING:
        return True
    told = own.proposition(head)
    act = inventory().act(told.act) if told is not None else None
    return act is not None and act.family is not None and act.family.harm and act.side != "drop"
