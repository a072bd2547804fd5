"""Conditions without a clause of their own: "without a deal", "B depends on A", "the longer"."""

from collections.abc import Iterator

from detente.read.conditions.extents import OPENING, words_from
from detente.read.conditions.stretches import (
    EDGES,
    SUBJECTS,
    VERBAL,
    Found,
    Stretch,
    verb_above,
    whole,
)
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at

_OBJECTS = ("prep", "ccomp", "dobj")


def of_phrase(token: Token) -> Iterator[Found]:
    """Of "without a deal", "in exchange for", "depending on", "subject to", "requires"."""
    word = token.lower_
    if word == "without" and token.dep_ == "prep":
        target = child(token, "pobj", "pcomp")
        main = verb_above(token)
        if (
            target is not None
            and main is not None
            and (_is_term(target) or child(target, *SUBJECTS) is not None)
            and _hangs_in_the_air(main, token)
        ):
            yield "without", target, whole(token), main
    elif word in FAILING and (target := child(token, "dobj", "pobj")) is not None:
        main = verb_above(token)
        if main is not None and (_is_term(target) or _ahead(main)):
            yield "without", target, whole(token), main
    elif word == "absence" and token.head.lower_ == "in":
        target, main = clauses.complement_of(token, "of"), verb_above(token.head)
        if target is not None and main is not None and _is_term(target):
            yield "without", target, whole(token.head), main
    elif word in ("exchange", "return") and token.head.lower_ == "in":
        given = child(token, "prep")
        main = _beyond_relative(verb_above(token.head))
        if given is not None and given.lower_ == "for" and main is not None:
            yield "in exchange", given, whole(token.head), main
    elif (
        word == "depending" and child(token, "aux") is None and child(token, *_OBJECTS) is not None
    ):
        yield "depending", token, whole(token), verb_above(token)
    elif word == "subject" and child(token, "prep") is not None:
        target = clauses.complement_of(token, "to")
        own = child(token.head, *SUBJECTS) if lemma(token.head) in _BEING else verb_above(token)
        if target is not None and own is not None and _is_term(target):
            yield "subject to", target, whole(target), own
    elif word == "for" and token.dep_ == "mark" and clauses.has_to(token.head):
        yield from _for_to(token)
    elif word == "event" and token.head.lower_ == "in" and child(token, "prep", "acl", "relcl"):
        yield "in the event", token, whole(token.head), verb_above(token.head)
    elif token.pos_ in (*VERBAL, "ADJ"):
        yield from _dependent(token)


FAILING = frozenset({"absent", "barring", "failing"})


def _ahead(main: Token) -> bool:
    """Whether it may or will be: only then can the want of any other thing bring it about."""
    return main.pos_ in VERBAL and clauses.modality(main) in ("will", "would", "may", "can")


_BEING = frozenset({"be", "become", "remain", "stay"})


def _beyond_relative(main: Token | None) -> Token | None:
    """Of "free all soldiers it holds in return for" the freeing: what is held is no exchange."""
    while main is not None and main.dep_ == "relcl" and clauses.modality(main) is None:
        above = verb_above(main)
        if above is None:
            return main
        main = above
    return main


def _for_to(marker: Token) -> Iterator[Found]:
    """Of "for the truce to hold, both sides would have to withdraw"."""
    clause = marker.head
    main = clause.head
    if clause.dep_ != "advcl" or main.pos_ not in VERBAL or main.i < clause.i:
        return
    duty = clauses.modality(main) == "must" or lemma(main) in ("have", "need", "require")
    if duty or clauses.modality(main) == "would":
        yield "for", clause, words_from(marker, clause), None


def correlated(token: Token) -> Iterator[Found]:
    """Of "the longer it takes, the harder it gets"."""
    if not _compares(token):
        return
    before = token.nbor(-1) if not token.is_sent_start else None
    if before is not None and before.text not in EDGES and before.lower_ not in OPENING:
        return
    for t in token.doc[token.i + 3 : token.sent.end]:
        if t.lower_ == "the" and _compares(t):
            stop = next((p.i for p in token.doc[t.i : token.sent.end] if p.text in ".;!?"),
                        token.sent.end)  # fmt: skip
            rest = token.doc[t.i : stop]
            if len(rest) > 1:
                yield "the more", token.nbor(1), Stretch(token.i, t.i - 1), rest.root
            return


def _compares(the: Token) -> bool:
    after = the.nbor(1) if the.i + 2 < len(the.doc) else None
    return after is not None and after.tag_ in ("JJR", "RBR")


def _hangs_in_the_air(main: Token, preposition: Token) -> bool:
    """Whether what goes with "without" has not happened and would not: "cannot, will not"."""
    modal = clauses.modality(main)
    return modal in ("will", "would", "can", "may") and (
        clauses.negated(main) or preposition.i < main.i
    )


def _dependent(token: Token) -> Iterator[Found]:
    """Of "B is contingent on A", "B depends on A", "B would require A"."""
    preposition = wordings().depending.get(lemma(token))
    own = clauses.subject(token) if token.pos_ in VERBAL else child(token.head, *SUBJECTS)
    if preposition is None or own is None or own.pos_ == "PRON" or own.i > token.i:
        return
    if preposition:
        target = clauses.complement_of(token, *preposition.split("|"))
    else:
        wanted = clauses.modality(token) in ("will", "would") and _is_term(own)
        target = child(token, "ccomp", "xcomp", "dobj") if wanted else None
    if target is None or target.i < token.i or target.pos_ == "PRON":
        return
    if token.pos_ == "ADJ" or _is_term(target):
        yield "depends", target, whole(target), own


def _is_term(word: Token) -> bool:
    """Whether a word names what one party may do or give, so that it can be a term of a deal."""
    at = act_at(word)
    known = at is not None and at.act is not None and at.act.family is not None
    return known or lemma(word) in wordings().terms
