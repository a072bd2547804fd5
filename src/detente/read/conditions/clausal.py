"""Clauses that set a condition: "if", "unless", "until", "in order to"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import flipped, is_good, weighed
from detente.read.conditions.deeds import BARRING, duties_of, let_do
from detente.read.conditions.dependence import Dependence, Marker, consequence_of
from detente.read.conditions.loose import known, stated_loosely, stays
from detente.read.conditions.ruling_out import ruled
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.mended_conditions import MOMENTS
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at
from detente.read.who.mentions import Story

_WANTING = word_class("wanting")
_TAGGING = word_class("tagging")
# What stands below these is what is agreed or refused, and no purpose of it.
_CARRYING = word_class("willing_verbs") | word_class("unwilling_verbs") | {"bring"}
_VERBAL = ("VERB", "AUX")
# "Comes down after ratification and not before": nothing else will do.
_NOT_BEFORE = re.compile(
    r"\b(?:and|but|,) not (?:[\w-]+ ){0,2}(?:before|sooner|earlier|until then)\b"
)


def of_clause(story: Story, passage: Passage, clause: Token) -> Iterator[Dependence]:
    """Of "not B unless A", "B if A", "cannot A if it wants B"."""
    marker = _marker(clause)
    if marker is None or (clause.dep_ == "ROOT" and _inverted_below(clause) is None):
        return
    main = _inverted_below(clause) or _main_of(clause)
    if main is None:
        return
    if (
        marker == "while"
        and _sets_against(clause, main)
        and not (stays(main) and _harms(stated_loosely(story, passage, clause)))
    ):
        return
    if marker in ("only", "until", "before") and _told(main) and _told(clause):
        return  # "closed it before they recalled him" tells what was
    wanted = _wanted(clause) if marker == "if" else None
    span = passage.span(*clauses.extent(clause))
    consequence = consequence_of(passage, main, clause)
    inner = stated_loosely(story, passage, clause)
    if _denied_outside(clause):
        inner = tuple(flipped(p) for p in inner)
    if main.head.i == clause.i:
        marker, inner = "only", tuple(flipped(p) for p in inner)
        span = passage.span(clause.left_edge, main.doc[main.left_edge.i - 1])
    if wanted is not None:
        duties = duties_of(story, passage, main)
        benefit = _first(story, passage, wanted)
        if duties:
            yield Dependence(condition=span, consequence=consequence, benefit=benefit,
                needs=duties, form="if it wants", token=main)  # fmt: skip
        return
    yield from weighed(story, passage, marker, main, inner, span, consequence)


def _denied_outside(clause: Token) -> bool:
    """Whether "not" bears on what waits: of "but not before it is dredged" its dredging."""
    mark = next((c for c in clause.children if c.dep_ == "mark"), None)
    denials = children(clause, "neg")
    return mark is not None and len(denials) == 1 and denials[0].i == mark.i - 1


def _told(verb: Token) -> bool:
    """Whether it is told as done: in the past, neither denied nor only possible."""
    helped = children(verb, "aux", "auxpass")
    past = verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in helped)
    open_still = clauses.modality(verb) is not None or clauses.has_to(verb) or stays(verb)
    held = lemma(verb) in _HELD or ruled(verb) is not None
    return past and not open_still and not clauses.negated(verb) and not held


_HELD = _CARRYING | word_class("undertaking") | {"be", "have", "keep", "remain"}


def _sets_against(clause: Token, main: Token) -> bool:
    """Whether "while" sets one thing against another: only a bar lasts while something does."""
    if not any(c.lower_ == "while" for c in children(clause, "mark")):
        return False
    # "There can be no talks while", "will deliver no wine while"
    named = children(main, "attr", "dobj", "nsubj", "nsubjpass")
    none = any(clauses.of_none(noun) for noun in named)
    barred = (clauses.negated(main) or none) and clauses.modality(main) is not None
    above = (main, main.head, main.head.head)
    bars = any(lemma(v) in BARRING or ruled(v) is not None for v in above)
    return not barred and not bars


def _harms(stated: tuple[Proposition, ...]) -> bool:
    """Whether all that goes on meanwhile is harm: "stays in force while they hold the crew"."""
    return bool(stated) and not any(is_good(p) or not known(p) for p in stated)


def _inverted_below(clause: Token) -> Token | None:
    """Of "not until A will B" the head of B, which the parser hangs on A."""
    denials = children(clause, "neg")
    if not any(c.lower_ == "not" and c.nbor(1).lower_ in ("before", "until") for c in denials):
        return None
    for below in children(clause, "advcl", "conj", "ccomp", "xcomp"):
        own = child(below, "nsubj", "nsubjpass")
        aux = child(below, "aux")
        if own is not None and aux is not None and clause.i < aux.i < own.i:
            return below
    return None


def _first(story: Story, passage: Passage, clause: Token) -> Proposition | None:
    return next(iter(stated_loosely(story, passage, clause)), None)


_EVEN = ("after", "as soon", "before", "if", "once", "the day", "the moment", "though", "when")


def _marker(clause: Token) -> Marker | None:
    """Return what introduces a clause; None for "even if" and for what is no condition."""
    doc = clause.doc
    left = clause.left_edge.i
    if doc.tokens[left].lower_ not in _OPENINGS and not any(
        c.lower_ in _MARKERS for c in clause.children
    ):
        return None
    before = doc[left - 1].lower_ if left > 0 else ""
    first = " ".join(t.lower_ for t in doc[left : min(left + 4, clause.i + 1)])
    marks = [c.lower_ for c in clause.children
             if c.dep_ in ("mark", "advmod", "prep", "cc") and not _of_its_own(c)
             and not (c.lower_ == "once" and c.i and doc[c.i - 1].lower_ == "at")]  # fmt: skip
    if (
        first.startswith("even ")
        or (before == "even" and first.startswith(_EVEN))
        or (before == "on" and left > 1 and doc[left - 2].lower_ == "even")
    ):
        return None  # "even on the day they leave"
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
            case "before" | "until" | "till" if "not" in (before, first.split()[0]) and left > 1:
                return "only"  # "will sign, but not before they do"
            case "unless" | "until" | "before" | "while":
                return word
            case "till":
                return "until"
            case "if":
                return "only" if only else "if"
            case _ if word in MOMENTS:
                return "only"  # "can sail the moment the bill is paid"
            case "once" if " at once" in f" {clause.doc.text[clause.idx :][:60]}":
                return None  # "to be lifted at once"
            case "when" | "whenever" if clauses.modality(clause.head) in ("can", "may"):
                return "only"  # "can land whenever the fee is paid"
            case "once" | "when" | "after":
                return "only" if only or word == "once" or nothing_else(clause) else None
    if first.startswith(("provided that", "providing that", "on condition", "on the condition")):
        return "provided"
    return "if" if first.startswith(("if ", "should ")) and clause.dep_ == "advcl" else None


# Words without which nothing below can come out, and words that may open the rest.
_MARKERS = MOMENTS | {
    "before", "until", "till", "unless", "while", "if", "once", "when", "whenever", "after",
}  # fmt: skip
_OPENINGS = frozenset({"as", "so", "long", "if", "should", "provided", "providing", "on"})


def _of_its_own(marker: Token) -> bool:
    """Whether a preposition behind its verb introduces a noun: "lift it until the withdrawal"."""
    behind = marker.dep_ == "prep" and marker.i > marker.head.i
    return behind and child(marker, "pobj", "pcomp") is not None


def nothing_else(condition: Token) -> bool:
    """Whether the sentence says after a condition that nothing less will do: "and not before"."""
    after = condition.doc.text[condition.idx : condition.sent[-1].idx]
    return _NOT_BEFORE.search(after) is not None


def _main_of(clause: Token) -> Token | None:
    """Verb of the clause above, the first of those joined by "and" or "or"."""
    main = clause.head
    while main.pos_ not in ("VERB", "AUX") and main.head.i != main.i:
        if act_at(main) is not None:
            return main
        main = main.head
    main = let_do(_without_tag(_beyond_where(main), clause))
    # "barred from buying it while ...": it is the bar that lasts.
    if main.dep_ == "pcomp" and lemma(main.head.head) in BARRING:
        main = main.head.head
    while (
        main.dep_ == "conj"
        and main.head.pos_ in ("VERB", "AUX")
        and child(main, "nsubj", "nsubjpass", "aux") is None
    ):
        main = main.head
    # "is not allowed to return until": what is allowed is what depends.
    return main if main.pos_ in ("VERB", "AUX") and main.i != clause.i else None


def _beyond_where(main: Token) -> Token:
    """Of "stays where it is as long as" the staying."""
    where = main.dep_ == "advcl" and any(c.lower_ == "where" for c in main.children)
    return main.head if where and main.head.pos_ in _VERBAL else main


def _without_tag(main: Token, clause: Token) -> Token:
    """Of "unless A, he insisted, B" the head of B."""
    clear = lemma(main) == "make" and child(main, "acomp", "ccomp", "oprd") is not None
    went_on = lemma(main) == "go" and any(c.lower_ == "on" for c in children(main, "prt"))
    if (
        not (lemma(main) in _TAGGING or clear or (went_on and main.tag_ == "VBD"))
        or clauses.modality(main) is not None
    ):
        return main
    told = children(main, "ccomp", "parataxis")
    between = (b for b in told if main.i < b.i < clause.i and _parted_from(b, clause))
    for below in (
        *(b for b in told if b.i > clause.i),
        *(b for b in told if b.i < main.i),
        *between,
    ):
        # "A, he insisted, if B", "A, but only if B, he told reporters"
        if below.pos_ in _VERBAL and below.i != clause.i:
            return below
    above = main.head
    tagged = main.dep_ in ("advcl", "parataxis", "ccomp") and above.i > main.i > clause.i
    return above if tagged and above.pos_ in _VERBAL else main


def _parted_from(said: Token, clause: Token) -> bool:
    """Of "said it would lift it, but only when they leave" it is the lifting that waits."""
    words = [t.lower_ for t in clause.doc[said.i + 1 : clause.i]]
    return any(pair in _BUT_ONLY for pair in pairwise(words))


_BUT_ONLY = frozenset({("but", "only"), ("but", "not"), ("and", "only"), ("though", "only")})


def _wanted(clause: Token) -> Token | None:
    """Of "if it wants to return" the return; of "if it is to return" likewise."""
    below = child(clause, "xcomp", "ccomp")
    if lemma(clause) in _WANTING and below is not None and _to_be_done(below):
        done = child(below, "ccomp") if lemma(below) in ("see", "have", "get") else None
        return done if done is not None and done.tag_ == "VBN" else below
    if clauses.has_to(clause) and any(lemma(a) == "be" for a in children(clause, "aux")):
        return clause
    target = child(clause, "dobj")
    if lemma(clause) in ("want", "seek") and target is not None and act_at(target) is not None:
        return target
    return None


def _to_be_done(verb: Token) -> bool:
    """Whether something is to be done: "wants to lift it", "wants it lifted"."""
    if clauses.has_to(verb):
        return True
    own = child(verb, "nsubj", "nsubjpass") is not None
    return own and verb.tag_ in ("VBD", "VBN") and child(verb, "aux", "auxpass", "dobj") is None


def of_purpose(story: Story, passage: Passage, clause: Token) -> Iterator[Dependence]:
    """Of "must A to B", "must A in order to B"."""
    in_order = clause.dep_ == "acl" and clause.head.lower_ == "order"
    if in_order and child(clause.head, "det", "poss") is not None:
        return  # "must comply with the court's order to close it"
    if (clause.dep_ not in ("advcl", "xcomp") and not in_order) or not clauses.has_to(clause):
        return
    if clause.dep_ == "xcomp" and lemma(clause.head) in _CARRYING | {"cease"}:
        return
    main = _main_of(clause.head if in_order else clause)
    if main is None or main.pos_ not in ("VERB", "AUX"):
        return
    if clauses.has_to(main) and _listed(clause):
        return
    duties = duties_of(story, passage, main)
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
        consequence=consequence_of(passage, main, clause),
        benefit=benefit, needs=duties, form="must to", token=main,
    )  # fmt: skip


def _listed(clause: Token) -> bool:
    """Whether it is one of several that are asked: "to free them, to lift the ban, to leave"."""
    first = next((a for a in children(clause, "aux") if a.tag_ == "TO"), None)
    return first is not None and first.i > 0 and first.nbor(-1).text in (",", ";")
