"""Verbs that say what something takes: "B requires A", "only A would make them B"."""

from collections.abc import Iterator

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.read.conditions.benefits import flipped, is_good, weighed
from detente.read.conditions.deeds import acts_stated
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.loose import is_deed, stated_loosely
from detente.read.conditions.open_deeds import names_open_deed
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

# Verbs of "B requires A", with the preposition before A.
_REQUIRING = {
    "require": "", "need": "", "presuppose": "", "demand": "", "necessitate": "", "entail": "",
    "involve": "", "depend": "on", "hinge": "on", "rest": "on", "wait": "for", "await": "",
}  # fmt: skip
# Of these either side may be worded loosely; the others often only describe.
_STRICTLY = frozenset({"require", "presuppose", "necessitate", "depend", "hinge", "wait", "await"})
# Verbs of "only A would make them B".
_MAKING = frozenset({"make", "bring", "get", "lead", "move", "persuade", "induce", "allow", "let"})


def of_requiring(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "B requires A", "B hinges on A", "for B the law requires A"."""
    preposition = _REQUIRING.get(lemma(verb))
    if preposition is None:
        return
    if clauses.is_passive(verb):
        # "disposal is required before/for B" is found as a duty.
        return
    below = child(verb, "ccomp", "xcomp", "dobj", "advcl")
    if preposition:
        below = clauses.complement_of(verb, preposition)
    own = clauses.subject(verb)
    if below is not None and below.lower_ == "what" and lemma(verb.head) == "be":
        # "An end to it is what ratification requires."
        below = clauses.subject(verb.head)
    if below is None or own is None or own.i == below.i:
        return
    loosely = lemma(verb) in _STRICTLY
    needs = _needs(story, passage, verb, below)
    needs = needs or (stated_loosely(story, passage, below) if loosely else ())
    benefit = benefit_of(story, passage, own, loosely=loosely)
    aim = clauses.complement_of(verb, "for", "before")
    if benefit is None and aim is not None:
        # "For a return, the law requires it to be given up."
        own, benefit = aim, benefit_of(story, passage, aim)
    if not needs or benefit is None:
        return
    # "Oslo requires a release before leaving": who asks is who says so.
    asker = clauses.subject(verb) if own is aim else None
    yield Dependence(
        condition=passage.span(*clauses.extent(below)),
        consequence=passage.span(*clauses.extent(own)),
        benefit=benefit, needs=needs, form="requires", token=verb,
        setter=asker if asker is not None and asker.pos_ == "PROPN" else None,
    )  # fmt: skip


def _needs(story: Story, passage: Passage, verb: Token, below: Token) -> tuple[Proposition, ...]:
    agent = child(verb, "dobj") if below.dep_ != "dobj" else None
    owner = child(below, "poss", "nsubj") if below.tag_ == "VBG" else None
    found = acts_stated(story, passage, below, agent=owner if owner is not None else agent)
    if found:
        return found
    # "requires Ankara to give it up" parsed as an object with a clause hung on it
    for c in children(below, "acl", "relcl", "xcomp"):
        found = acts_stated(story, passage, c, agent=below)
        if found:
            return found
    for c in children(verb, "xcomp", "advcl"):
        found = acts_stated(story, passage, c, agent=below)
        if found:
            return found
    return ()


def benefit_of(
    story: Story, passage: Passage, own: Token, *, loosely: bool = False
) -> Proposition | None:
    """What is had for it: the act of a noun, or of a noun that hangs on it."""
    found = acts_stated(story, passage, own, agent=None)
    if found:
        return found[0]
    if loosely and (own.pos_ in ("VERB", "AUX") or is_deed(own) or names_open_deed(own)):
        return next(iter(stated_loosely(story, passage, own)), None)
    for c in children(own, "prep"):
        target = child(c, "pobj", "pcomp")
        if target is not None:
            found = acts_stated(story, passage, target, agent=None)
            if found:
                return found[0]
    return None


def of_leading(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "a refusal to release them would lead Oslo to close it", "would force it to close"."""
    if lemma(verb) not in _LEADING:
        return
    own, below = clauses.subject(verb), child(verb, "xcomp", "ccomp")
    if own is None or below is None or own.pos_ != "NOUN":
        return
    if clauses.modality(verb) not in ("would", "will", "can") or not clauses.has_to(below):
        return
    inner = subject_act(story, passage, own)
    yield from weighed(
        story, passage, "if", below, inner,
        passage.span(*clauses.extent(own)), passage.span(*clauses.extent(below)),
    )  # fmt: skip


def of_meeting(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "a failure to leave would be met with tariffs", "would trigger a closure"."""
    own = clauses.subject(verb) if not clauses.is_passive(verb) else child(verb, "nsubjpass")
    if own is None or own.pos_ != "NOUN" or clauses.modality(verb) not in ("would", "will"):
        return
    if clauses.is_passive(verb):
        outcome = clauses.complement_of(verb, "with", "by") if lemma(verb) in _ANSWERING else None
    elif lemma(verb) in _TRIGGERING:
        outcome = child(verb, "dobj") or clauses.complement_of(verb, "to", "in", "about")
    else:
        outcome = None
    if outcome is None:
        return
    inner = subject_act(story, passage, own)
    wanted = stated_loosely(story, passage, outcome) or imposed(story, passage, outcome)
    if not inner or not wanted:
        return
    harm = not is_good(wanted[0])
    yield Dependence(
        condition=passage.span(*clauses.extent(own)),
        consequence=passage.span(*clauses.extent(outcome)),
        benefit=flipped(wanted[0]) if harm else wanted[0],
        needs=tuple(map(flipped, inner)) if harm else inner,
        form="if", token=verb,
    )  # fmt: skip


def imposed(story: Story, passage: Passage, noun: Token) -> tuple[Proposition, ...]:
    """Of a measure that is named as what will come: "with a tariff on all its goods"."""
    act = inventory().of_verb("impose", [lemma(noun)])
    if act is None or not act.objects:
        return ()
    return (proposition(story, passage, ActAt(noun, act, act.name, noun, None)),)


_ANSWERING = frozenset({"meet", "answer", "follow", "punish", "reward", "reciprocate"})
_TRIGGERING = frozenset(
    {"trigger", "provoke", "prompt", "bring", "mean", "lead", "result", "spark", "entail"}
)


def subject_act(story: Story, passage: Passage, own: Token) -> tuple[Proposition, ...]:
    """What the subject of such a verb does: "a refusal to leave" is not to leave."""
    refused = child(own, "acl") if own.lemma in ("refusal", "failure") else None
    if refused is None:
        return stated_loosely(story, passage, own)
    by = clauses.complement_of(own, "by") or child(own, "poss")
    told = stated_loosely(story, passage, refused, by)
    return tuple(p if p.polarity == "negative" else flipped(p) for p in told)


_LEADING = frozenset({"lead", "force", "prompt", "cause", "compel", "oblige", "push", "drive"})


def of_making(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "only A would make them B", "only A could bring them to B"."""
    if lemma(verb) not in _MAKING:
        return
    own, below = clauses.subject(verb), child(verb, "ccomp", "xcomp")
    if own is None or below is None:
        return
    only = any(c.lower_ == "only" for c in own.children) or (
        own.left_edge.i > 0 and own.left_edge.nbor(-1).lower_ == "only"
    )
    if not only or clauses.modality(verb) not in ("would", "can", "will", "may"):
        return
    needs = stated_loosely(story, passage, own)
    benefit = next(iter(stated_loosely(story, passage, below, child(verb, "dobj"))), None)
    if needs and benefit is not None:
        yield Dependence(
            condition=passage.span(*clauses.extent(own)),
            consequence=passage.span(*clauses.extent(below)),
            benefit=benefit, needs=needs, form="only", token=verb,
        )  # fmt: skip
