"""What is said to depend on what, in whichever of the common wordings.

All wordings come to one shape, "the benefit requires the needs":

* cannot A if it wants B, must A if it wants B
* must A to B, must A before B
* not B unless (until, before) A; B only if (once, when, after) A; B if A
* barred from B while A; B as long as A; no B without A; B provided that A
* B requires (depends on, hinges on) A; A is a condition for B

"Even if" states no condition. What hurts the other side is turned round: "sanctions will be
imposed unless it withdraws" says that their absence requires the withdrawal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from detente.domain.evidence import Proposition, Span
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.propositions import act_at, proposition
from detente.read.who.mentions import Story

_WANTING = word_class("wanting")
_DUTY = frozenset({"must", "should"})
_UNDERTAKING = word_class("undertaking")
_BARRING = word_class("barring")
# Verbs of "B requires A", with the preposition before A.
_REQUIRING = {
    "require": "", "need": "", "presuppose": "", "demand": "", "necessitate": "", "entail": "",
    "involve": "", "depend": "on", "hinge": "on", "rest": "on",
}  # fmt: skip
_CONDITIONS = word_class("condition_nouns")
_CONDITIONAL = word_class("conditional")
Marker = Literal["if", "unless", "until", "only", "before", "while", "provided", "without"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """A condition as found: which clause needs which, before anybody is asked who sets it."""

    condition: Span
    consequence: Span
    benefit: Proposition | None
    needs: tuple[Proposition, ...]
    form: str
    token: Token
    setter: Token | None = None


def dependences(story: Story, passage: Passage) -> list[Dependence]:
    """Find the conditions of one paragraph, in text order."""
    found = [d for token in passage.doc for d in _at(story, passage, token)]
    return _whole([d for d in found if d.needs or d.benefit])


def _whole(found: list[Dependence]) -> list[Dependence]:
    """One per condition clause; what names both sides goes before what names one."""
    best: dict[Span, Dependence] = {}
    for d in sorted(found, key=lambda d: -(bool(d.needs) + bool(d.benefit))):
        overlapping = [
            b
            for b in best.values()
            if b.condition.start < d.condition.end and d.condition.start < b.condition.end
        ]
        if not overlapping:
            best[d.condition] = d
    return sorted(best.values(), key=lambda d: d.condition.start)


def _at(story: Story, passage: Passage, token: Token) -> Iterator[Dependence]:
    if token.pos_ in ("VERB", "AUX"):
        if token.dep_ in (
            "advcl",
            "ccomp",
            "conj",
            "relcl",
            "ROOT",
            "pcomp",
            "parataxis",
            "xcomp",
            "acl",
        ):
            yield from _marked(story, passage, token)
            yield from _purpose(story, passage, token)
        yield from _requiring(story, passage, token)
        yield from _copular(story, passage, token)
    elif token.lower_ in (
        "before",
        "without",
        "until",
        "unless",
        "after",
        "while",
    ) and token.pos_ in ("ADP", "SCONJ"):
        yield from _nominal(story, passage, token)


# --- clauses with a marker ------------------------------------------------------------


def _marked(story: Story, passage: Passage, clause: Token) -> Iterator[Dependence]:
    marker = _marker(clause)
    if marker is None or clause.dep_ == "ROOT":
        return
    main = _main_of(clause)
    if main is None:
        return
    wanted = _wanted(clause) if marker == "if" else None
    span = passage.span(*clauses.extent(clause))
    consequence = _consequence(passage, main, clause)
    if wanted is not None:
        duties = _duties(story, passage, main)
        benefit = _first(story, passage, wanted)
        if duties:
            yield Dependence(condition=span, consequence=consequence, benefit=benefit,
                needs=duties, form="if it wants", token=main)  # fmt: skip
        return
    inner = _stated(story, passage, clause, agent=None)
    yield from _combined(story, passage, marker, main, inner, span, consequence)


def _marker(clause: Token) -> Marker | None:
    """Return what introduces a clause; None for "even if" and for what is no condition."""
    doc = clause.doc
    left = clause.left_edge.i
    before = doc[left - 1].lower_ if left > 0 else ""
    first = " ".join(t.lower_ for t in doc[left : min(left + 4, clause.i + 1)])
    marks = [c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod", "prep", "cc")]
    if first.startswith("even ") or (
        before == "even" and first.startswith(("if", "though", "after", "when"))
    ):
        return None
    if first.startswith(("as long as", "so long as", "long as")) or (
        before == "long" and first.startswith("as ")
    ):
        return "while"
    if before == "soon" and first.startswith("as "):
        return "only"
    only = first.startswith("only ") or before == "only" or any(
        c.lower_ == "only" for c in children(clause.head, "advmod")
    )  # fmt: skip
    for word in marks:
        match word:
            case "unless" | "until" | "before" | "while":
                return word
            case "till":
                return "until"
            case "if":
                return "only" if only else "if"
            case "once" | "when" | "after":
                return "only" if only or word == "once" else None
    if first.startswith(
        ("provided", "providing", "on condition that", "on the condition", "assuming")
    ):
        return "provided"
    return "if" if first.startswith(("if ", "should ")) and clause.dep_ == "advcl" else None


def _main_of(clause: Token) -> Token | None:
    """Verb of the clause above, the first of those joined by "and" or "or"."""
    main = clause.head
    while main.pos_ not in ("VERB", "AUX") and main.head.i != main.i:
        if act_at(main) is not None:
            return main
        main = main.head
    # "barred from buying it while ...": it is the bar that lasts.
    if main.dep_ == "pcomp" and lemma(main.head.head) in _BARRING:
        main = main.head.head
    while (
        main.dep_ == "conj"
        and main.head.pos_ in ("VERB", "AUX")
        and child(main, "nsubj", "nsubjpass", "aux") is None
    ):
        main = main.head
    # "is not allowed to return until": what is allowed is what depends.
    return main if main.pos_ in ("VERB", "AUX") and main.i != clause.i else None


def _wanted(clause: Token) -> Token | None:
    """Of "if it wants to return" the return; of "if it is to return" likewise."""
    below = child(clause, "xcomp", "ccomp")
    if lemma(clause) in _WANTING and below is not None and clauses.has_to(below):
        return below
    if clauses.has_to(clause) and any(lemma(a) == "be" for a in children(clause, "aux")):
        return clause
    target = child(clause, "dobj")
    if lemma(clause) in ("want", "seek") and target is not None and act_at(target) is not None:
        return target
    return None


def _consequence(passage: Passage, main: Token, clause: Token) -> Span:
    if main.dep_ == "xcomp" and lemma(main.head) in ("have", "need"):
        # "Athens needs to stop": the words are those of the whole clause.
        main = main.head
    left_out = {t.i for t in clause.subtree}
    tokens = [t for t in sorted(main.subtree, key=lambda t: t.i) if t.i not in left_out]
    tokens = [t for t in tokens if t.dep_ != "mark" or t.head.i != main.i]
    first, last = clauses.trimmed(tokens) if tokens else (main, main)
    if first.i < clause.i < last.i and last.i > clause.right_edge.i and main.i < clause.i:
        kept = [t for t in tokens if t.i < clause.left_edge.i]
        first, last = clauses.trimmed(kept) if kept else (first, last)
    return passage.span(first, last)


def _combined(
    story: Story,
    passage: Passage,
    marker: Marker,
    main: Token,
    inner: tuple[Proposition, ...],
    condition: Span,
    consequence: Span,
) -> Iterator[Dependence]:
    """Turn "M marker C" into what is good and what it takes."""
    duties = _duties(story, passage, main)
    if marker == "before" and duties:
        benefit = inner[0] if inner else None
        yield Dependence(condition=condition, consequence=consequence, benefit=benefit,
            needs=duties, form="must before", token=main)  # fmt: skip
        return
    outer = _stated(story, passage, main, agent=None)
    if not outer and not inner:
        return
    stated = outer[0] if outer else None
    good = stated is None or is_good(stated)
    benefit = None if stated is None else (stated if good else flipped(stated))
    match marker:
        case "if" | "only" | "provided":
            if not _future(main) and marker == "if":
                return
            needs = inner if good else tuple(flipped(p) for p in inner)
        case "unless":
            needs = inner if not good else tuple(flipped(p) for p in inner)
        case "until" | "before":
            if good:
                return
            needs = inner
        case "while":
            needs = inner if good else tuple(flipped(p) for p in inner)
        case _:
            needs = inner
    yield Dependence(condition=condition, consequence=consequence, benefit=benefit,
        needs=needs, form=marker, token=main)  # fmt: skip


def _future(verb: Token) -> bool:
    modal = clauses.modality(verb)
    if clauses.has_to(verb) or lemma(verb) in _UNDERTAKING:
        return True
    return modal in ("will", "would", "can", "may", "should") or verb.pos_ not in ("VERB", "AUX")


def _duties(story: Story, passage: Passage, main: Token) -> tuple[Proposition, ...]:
    """What must be done, or not done: every verb joined under a modal of duty."""
    verb = main
    if lemma(main) in ("have", "need", "oblige", "require") and child(main, "xcomp") is not None:
        below = child(main, "xcomp")
        verb = below if below is not None and clauses.has_to(below) else main
    modal, negative = clauses.modality(verb), clauses.negated(verb) or clauses.negated(main)
    duty = modal in _DUTY or verb.i != main.i
    barred = negative and modal in ("can", "may", "must", "should")
    if not duty and not barred:
        return ()
    if verb.i != main.i and negative:
        return ()
    found = []
    for joined in clauses.conjuncts(verb):
        at = act_at(joined)
        # "the Russian made S-400": a participle that the parser took for a third verb.
        if joined.i != verb.i and (at is None or at.act is None):
            continue
        if at is not None and joined.pos_ in ("VERB", "AUX"):
            made = proposition(story, passage, at)
            found.append(replace(made, polarity="negative" if negative else made.polarity))
    return _sharing_objects(found)


def _sharing_objects(found: list[Proposition]) -> tuple[Proposition, ...]:
    """Give every verb of "operate or possess the system" the object that stands once."""
    last = next((p.object for p in reversed(found) if p.object is not None), None)
    return tuple(p if p.object is not None else replace(p, object=last) for p in found)


def _stated(
    story: Story, passage: Passage, clause: Token, agent: Token | None
) -> tuple[Proposition, ...]:
    """Acts that a clause states, as propositions; those joined by "and" all count."""
    verb = clause
    if clause.pos_ not in ("VERB", "AUX"):
        at = act_at(clause)
        return (
            () if at is None or at.act is None else (proposition(story, passage, at, agent=agent),)
        )
    if lemma(verb) in _BARRING and _barred_from(verb) is not None:
        return _barred(story, passage, verb)
    found = []
    for joined in clauses.conjuncts(verb):
        found += _through(story, passage, joined, agent)
    return _sharing_objects(found)


def _through(story: Story, passage: Passage, verb: Token, agent: Token | None) -> list[Proposition]:
    """Act of a verb, or of what it only carries: "agrees to withdraw", "there can be no return"."""
    at = act_at(verb)
    if at is not None and at.act is not None and at.act.family is not None:
        return [proposition(story, passage, at, agent=agent)]
    negative = clauses.negated(verb)
    fit = child(verb, "acomp")
    below = [] if fit is None else children(fit, "xcomp", "ccomp")
    for c in (
        *below,
        *children(verb, "xcomp", "ccomp", "attr", "dobj", "nsubjpass", "nsubj", "advcl"),
    ):
        if c.pos_ in ("NOUN", "PROPN") or clauses.has_to(c) or c.tag_ == "VBG" or c.dep_ == "ccomp":
            inner = act_at(c)
            if inner is not None and inner.act is not None and inner.act.family is not None:
                made = proposition(story, passage, inner, agent=agent)
                unmade = negative or any(lemma(d) == "no" for d in children(c, "det"))
                if lemma(verb) in ("refuse", "decline", "fail"):
                    unmade = not unmade
                modal = made.modality or clauses.modality(verb)
                return [
                    replace(made, modality=modal, polarity="negative" if unmade else made.polarity)
                ]
            deeper = child(c, "xcomp")
            if deeper is not None and c.pos_ == "VERB":
                return _through(story, passage, c, agent)
    return [] if at is None or at.act is None else [proposition(story, passage, at, agent=agent)]


def _barred_from(verb: Token) -> Token | None:
    return clauses.complement_of(verb, "from")


def _barred(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "barred from returning", not returning."""
    target = _barred_from(verb)
    assert target is not None
    held = clauses.patient(verb)
    inner = _through(story, passage, target, held) if target.pos_ == "VERB" else ()
    at = act_at(target)
    if not inner and at is not None and at.act is not None:
        inner = [proposition(story, passage, at, agent=held)]
    if inner:
        actor = None if held is None else story.actor(passage, held)
        made = inner[0]
        recognised = made.agent is not None and made.agent.party is not None
        return (replace(made, agent=made.agent if recognised else actor, polarity="negative"),)
    at = act_at(verb)
    return () if at is None or at.act is None else (proposition(story, passage, at),)


def _first(story: Story, passage: Passage, clause: Token) -> Proposition | None:
    found = _stated(story, passage, clause, agent=None)
    return found[0] if found else None


# --- "must A to B", "A before any B", "no B without A" -----------------------------------


def _purpose(story: Story, passage: Passage, clause: Token) -> Iterator[Dependence]:
    in_order = clause.dep_ == "acl" and clause.head.lower_ == "order"
    if (clause.dep_ not in ("advcl", "xcomp") and not in_order) or not clauses.has_to(clause):
        return
    main = _main_of(clause.head if in_order else clause)
    if main is None or main.pos_ not in ("VERB", "AUX"):
        return
    duties = _duties(story, passage, main)
    if clause.dep_ == "xcomp" and any(d.span.start == passage.start + clause.idx for d in duties):
        return
    benefit = _first(story, passage, clause)
    if (
        not duties
        or benefit is None
        or any(d.act == benefit.act and d.span == benefit.span for d in duties)
    ):
        return
    yield Dependence(
        condition=passage.span(*clauses.extent(clause)),
        consequence=_consequence(passage, main, clause),
        benefit=benefit, needs=duties, form="must to", token=main,
    )  # fmt: skip


def _nominal(story: Story, passage: Passage, preposition: Token) -> Iterator[Dependence]:
    """Return what a preposition makes depend: "before any return", "without giving up"."""
    target = child(preposition, "pobj", "pcomp")
    at = None if target is None else act_at(target)
    if target is None or preposition.nbor(-1).lower_ == "even" if preposition.i else False:
        return
    main = preposition.head
    while main.pos_ not in ("VERB", "AUX") and main.head.i != main.i and act_at(main) is None:
        main = main.head
    if at is None or at.act is None or main.i == preposition.i:
        return
    span = passage.span(*clauses.extent(preposition))
    consequence = _consequence(passage, main, preposition)
    inner = (proposition(story, passage, at, agent=_subject_of(main)),)
    marker: Marker = "until" if preposition.lower_ in ("without", "until", "unless") else "before"
    if preposition.lower_ == "while":
        marker = "while"
    if preposition.lower_ == "after":
        if not any(c.lower_ == "only" for c in (*main.children, *preposition.children)):
            return
        marker = "only"
    yield from _combined(story, passage, marker, main, inner, span, consequence)


def _subject_of(main: Token) -> Token | None:
    return clauses.subject(main) if main.pos_ in ("VERB", "AUX") else child(main, "poss")


# --- "B requires A", "A is a condition for B" ----------------------------------------------


def _requiring(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
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
    if below is None or own is None:
        return
    needs = _needs(story, passage, verb, below)
    benefit = _benefit(story, passage, own)
    aim = clauses.complement_of(verb, "for", "before")
    if benefit is None and aim is not None:
        # "For a return, the law requires it to be given up."
        own, benefit = aim, _benefit(story, passage, aim)
    if not needs or benefit is None:
        return
    yield Dependence(
        condition=passage.span(*clauses.extent(below)),
        consequence=passage.span(*clauses.extent(own)),
        benefit=benefit, needs=needs, form="requires", token=verb,
    )  # fmt: skip


def _needs(story: Story, passage: Passage, verb: Token, below: Token) -> tuple[Proposition, ...]:
    agent = child(verb, "dobj") if below.dep_ != "dobj" else None
    owner = child(below, "poss", "nsubj") if below.tag_ == "VBG" else None
    found = _stated(story, passage, below, agent=owner if owner is not None else agent)
    if found:
        return found
    # "requires Ankara to give it up" parsed as an object with a clause hung on it
    for c in children(below, "acl", "relcl", "xcomp"):
        found = _stated(story, passage, c, agent=below)
        if found:
            return found
    for c in children(verb, "xcomp", "advcl"):
        found = _stated(story, passage, c, agent=below)
        if found:
            return found
    return ()


def _benefit(story: Story, passage: Passage, own: Token) -> Proposition | None:
    found = _stated(story, passage, own, agent=None)
    if found:
        return found[0]
    for c in children(own, "prep"):
        target = child(c, "pobj", "pcomp")
        if target is not None:
            found = _stated(story, passage, target, agent=None)
            if found:
                return found[0]
    return None


def _copular(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    if lemma(verb) not in ("be", "remain", "make", "become"):
        return
    predicate = child(verb, "attr", "acomp", "oprd")
    own = clauses.subject(verb)
    setter = None
    if lemma(verb) == "make" and not clauses.is_passive(verb):
        # "Washington made the removal a condition": who made it one is who sets it.
        setter = own
        predicate = predicate if predicate is not None else child(verb, "ccomp", "dobj")
        own = child(verb, "dobj")
        if predicate is not None and child(predicate, "nsubj") is not None:
            own = child(predicate, "nsubj")
    if predicate is None or own is None or predicate.i == own.i:
        return
    target = clauses.complement_of(predicate, "for", "of", "to", "on", "upon")
    target = (
        target if target is not None else clauses.complement_of(verb, "for", "of", "on", "upon")
    )
    if target is None:
        return
    if lemma(predicate) in _CONDITIONS:
        needs, benefit = _stated(story, passage, own, None), _benefit(story, passage, target)
        needed = own
    elif lemma(predicate) in _CONDITIONAL:
        needs, benefit = _stated(story, passage, target, None), _benefit(story, passage, own)
        needed = target
    else:
        return
    if needs and benefit is not None:
        other = target if needed.i == own.i else own
        yield Dependence(
            condition=passage.span(*clauses.extent(needed)),
            consequence=passage.span(*clauses.extent(other)),
            benefit=benefit, needs=needs, form="condition for", token=verb, setter=setter,
        )  # fmt: skip


# --- good and bad ------------------------------------------------------------------------


def is_good(stated: Proposition) -> bool:
    """Whether what is stated is something the other side would want.

    Harm (a measure, a closure) is good when it is absent; of everything else taking the
    option of its family is.
    """
    act = inventory().act(stated.act)
    if act is None or act.family is None or act.name == "acquire":
        return stated.polarity == "positive"
    taking = (act.side != "drop") == (stated.polarity == "positive")
    return taking != act.family.harm


def flipped(stated: Proposition) -> Proposition:
    """Return the same act with the contrary polarity."""
    return replace(stated, polarity="positive" if stated.polarity == "negative" else "negative")


def found_acts(dependence: Dependence) -> tuple[Proposition, ...]:
    """All propositions that a condition speaks of."""
    return (*((dependence.benefit,) if dependence.benefit else ()), *dependence.needs)
