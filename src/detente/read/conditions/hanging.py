"""On what a duty under law hangs, and whom it binds: "if they leave", "any state that buys them".

Law that is made for whoever it fits is told by nouns such as *state*, *member* and *host*.
"""

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import flipped
from detente.read.conditions.grounds import as_law_has_it
from detente.read.conditions.loose import stated_loosely
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at
from detente.read.who.mentions import Story

_ANYBODY = word_class("anybody")
_ANY = frozenset({"a", "all", "an", "any", "both", "each", "either", "every", "neither", "no"})
_NOMINAL = ("NOUN", "PROPN")
# What makes a duty hang on something else; then it is a condition.
_HANGING = frozenset({
    "after", "as", "before", "if", "once", "unless", "until", "when", "whenever", "while",
})  # fmt: skip
_WANTING = word_class("wanting") - {"be"}
_GIVEN = frozenset({"if", "once", "when", "whenever"})
UNLESS = frozenset({"unless", "until"})
# What law forbids before something is done it forbids until then.
UNTIL = UNLESS | {"before"}


def hung_on(verb: Token) -> Token | None:
    """Clause on which it hangs: of "must close it if they leave" the leaving."""
    asked = [*children(verb, "xcomp", "ccomp", "advcl", "acl")]
    # "Barred from closing it until": what it is barred from.
    asked += [c for p in children(verb, "prep") for c in children(p, "pcomp")]
    below = [*children(verb, "advcl"), *(c for a in asked for c in children(a, "advcl"))]
    below += [c for noun in children(verb, "dobj", "pobj") for c in children(noun, "acl", "advcl")]
    hanging = (clause for clause in below if mark_of(clause) is not None)
    return next((clause for clause in hanging if not as_law_has_it(clause)), None)


def mark_of(clause: Token) -> str | None:
    """Word that makes a duty hang on a clause."""
    marks = (c.lower_ for c in children(clause, "mark", "advmod"))
    return next((word for word in marks if word in _HANGING), None)


def given_in(story: Story, passage: Passage, clause: Token) -> tuple[Proposition, ...]:
    """What is given where a duty arises: "if they leave", "unless they stay"."""
    mark = mark_of(clause)
    if lemma(clause) in _WANTING or mark not in (_GIVEN | UNTIL):
        return ()
    given = stated_loosely(story, passage, clause)
    return tuple(map(flipped, given)) if mark in UNTIL else given


def of_whoever(verb: Token) -> Token | None:
    """Clause on anybody whom the law speaks of: of "any state that buys them" the buying."""
    for noun in verb.subtree:
        if noun.lower_ in _WHOEVER and noun.dep_ == "nsubj" and noun.head.i != verb.i:
            return noun.head  # "on whoever buys them"
        if lemma(noun) in _ANYBODY and _indefinite(noun):
            for clause in noun.children:
                if lemma(clause) in STATIVE:
                    continue
                related = clause.dep_ == "relcl" and child(clause, "nsubj", "nsubjpass") is not None
                if related or (clause.dep_ == "acl" and clause.tag_ == "VBG"):
                    return clause
    return None


def where_done(verb: Token) -> Token | None:
    """Of "must license boats for which proof has been given" the giving: where it is done."""
    asked = (verb, *children(verb, "xcomp", "ccomp"))
    things = [n for clause in asked for n in children(clause, "dobj", "nsubjpass")]
    for noun in things:
        for clause in children(noun, "relcl"):
            own = child(clause, "nsubjpass")
            if own is None or own.tag_ in _RELATIVE:
                continue  # what is said of the thing itself only describes it
            done = any(c.lemma == "have" for c in children(clause, "aux"))
            act = act_at(clause)
            if done and act is not None and act.act is not None and act.act.family is not None:
                return clause
    return None


_RELATIVE = frozenset({"WDT", "WP"})
_WHOEVER = frozenset({"whoever", "whichever", "whatever"})
# What only describes whom law speaks of: "a country with which it has no ties".
STATIVE = frozenset({"be", "exist", "have", "lack", "remain"})


def binds_anybody(verb: Token) -> bool:
    """Whether law speaks at a verb to whoever it fits: "states must", "obliges a host to"."""
    told = children(verb, "nsubj", "nsubjpass", "dobj")
    return any(lemma(noun) in _ANYBODY and _indefinite(noun) for noun in told)


def _indefinite(noun: Token) -> bool:
    """Whether a noun means whichever one it fits: "any state", "states", "a host"."""
    determiner = child(noun, "det", "poss")
    return noun.pos_ in _NOMINAL and (determiner is None or determiner.lower_ in _ANY)
