"""What must be done, and what else will follow: "withdraw or face sanctions", "otherwise"."""

from collections.abc import Iterator

from detente.lexicon.words import word_class
from detente.read.conditions.stretches import EDGES, SUBJECTS, VERBAL, Found, Stretch
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Token


def ordered(verb: Token) -> bool:
    """Whether a clause is an imperative."""
    return verb.tag_ == "VB" and child(verb, *SUBJECTS, "aux") is None


def ultimatums(token: Token) -> Iterator[Found]:
    """Of "withdraw or face sanctions", "must withdraw, otherwise", "withdraw. Otherwise,"."""
    if token.lower_ == "not" and _if_not(token):
        demand, then = _demand_before(token), _clause_after(token)
        if demand is not None and then is not None:
            yield "otherwise", demand, _before(demand, token.nbor(-1)), then
    elif token.lower_ in ("which", "that") and _deadline_over(token):
        demand = _demand_before(token) or next((v for v in _verbs_before(token) if bound(v)), None)
        then = _clause_after(token)
        if demand is not None and then is not None:
            yield "otherwise", demand, _before(demand, token), then
    elif token.lower_ == "or" and (either := _either(token)) is not None:
        first_done, then = either
        yield "or else", first_done, _before(first_done, token), then
    elif token.lower_ == "otherwise" and token.dep_ == "advmod":
        first = token.is_sent_start or token.nbor(-1).text in EDGES
        demand = _demand_before(token) if first or token.nbor(-1).dep_ == "cc" else None
        if demand is not None:
            yield "otherwise", demand, _before(demand, token), token.head
    elif token.lower_ == "and" and token.dep_ == "cc" and ordered(token.head):
        # "Open the border and we will lift the ban".
        order = token.head
        then = next((c for c in children(order, "conj") if c.i > token.i), None)
        own = None if then is None else child(then, *SUBJECTS)
        if lemma(order) == "let":
            return
        if then is not None and own is not None and clauses.modality(then) in ("will", "can"):
            yield "and", order, _before(order, token), then
    elif token.lower_ == "then" and token.dep_ == "advmod":
        # "First they must withdraw; then we will talk".
        demand = _demand_before(token)
        if demand is None or not _duty(demand):
            return
        first = any(t.lower_ == "first" for t in demand.sent)
        if first and clauses.modality(token.head) in ("will", "can", "would"):
            yield "and", demand, _before(demand, token), token.head
    elif token.lower_ == "or" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "else":
        demand = next((v for v in _verbs_before(token) if bound(v) or ordered(v)), None)
        rest = token.doc[token.i + 2 : token.sent.end]
        then = next(
            (v for v in rest if v.pos_ in VERBAL and v.dep_ not in ("aux", "auxpass")), None
        )
        if demand is not None and then is not None:
            yield "or else", demand, _before(demand, token), then
    elif token.lower_ == "or" and (joined := _or_will(token)) is not None:
        yield "or else", joined[0], _before(joined[0], token), joined[1]
    elif token.lower_ == "or" and token.dep_ == "cc":
        demand = token.head
        then = next((c for c in children(demand, "conj") if c.i > token.i), None)
        if then is None or then.pos_ not in VERBAL or demand.pos_ not in VERBAL:
            return
        # "Pay or leave" names two things to do; "withdraw or face sanctions" names one.
        harm = lemma(then) in wordings().suffering and (ordered(demand) or bound(demand))
        own = child(then, *SUBJECTS)
        will = own is not None and clauses.modality(then) == "will"
        if harm or (will and clauses.modality(demand) == "must"):
            yield "or else", demand, _before(demand, token), then


def _if_not(token: Token) -> bool:
    """Whether it is the "not" of "If not, we will close it"."""
    doc = token.doc
    before, after = doc[max(token.i - 1, 0)], doc[min(token.i + 1, len(doc) - 1)]
    return before.lower_ == "if" and bool(before.is_sent_start) and after.text == ","


def _clause_after(token: Token) -> Token | None:
    """Verb of the rest of a sentence that says what will be."""
    rest = token.doc[token.i + 1 : token.sent.end]
    return next(
        (t for t in rest if t.pos_ in VERBAL and clauses.modality(t) in ("will", "would")), None
    )


def _deadline_over(token: Token) -> bool:
    """Whether it is the "which" of "72 hours to leave, after which they will be expelled"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if token.lower_ == "which":
        return before in ("after", "failing")
    return before == "after" and bool(token.nbor(-1).is_sent_start)


def _or_will(token: Token) -> tuple[Token, Token] | None:
    """Of "must leave or they will be expelled", however the parser joins it, both verbs."""
    near = token.doc[token.i + 1 : min(token.i + 9, token.sent.end)]
    modal = next((t for t in near if t.tag_ == "MD" and t.lower_ in ("will", "would")), None)
    demand = next((v for v in _verbs_before(token) if bound(v) or ordered(v)), None)
    if modal is None or demand is None or modal.head.i <= modal.i or not _duty(demand):
        return None
    named = any(t.pos_ in ("PROPN", "PRON", "NOUN") for t in token.doc[token.i + 1 : modal.i])
    return (demand, modal.head) if named else None


def _either(token: Token) -> tuple[Token, Token] | None:
    """Verbs of "either they release them or we close the crossing"."""
    start = token.sent.start
    if not any(t.lower_ == "either" for t in token.doc[start : token.i][:3]):
        return None
    own = [t for t in token.sent if t.pos_ in VERBAL and child(t, "nsubj") is not None]
    before = [t for t in own if t.i < token.i]
    after = [t for t in own if token.i < child(t, *SUBJECTS).left_edge.i]  # type: ignore[union-attr]
    named = any(child(v, *SUBJECTS).pos_ == "PROPN" for v in own)  # type: ignore[union-attr]
    return (before[0], after[0]) if before and after and named else None


def _verbs_before(token: Token) -> Iterator[Token]:
    """Verbs of the sentence before a word, the nearest first."""
    for i in range(token.i - 1, token.sent.start - 1, -1):
        if token.doc[i].pos_ in VERBAL and token.doc[i].dep_ not in ("aux", "auxpass"):
            yield token.doc[i]


def bound(verb: Token) -> bool:
    """Whether something has to be done, or is the end of what is done."""
    return clauses.modality(verb) in ("must", "should") or clauses.has_to(verb)


_TOLD = word_class("asking_verbs") | {"give", "set", "have", "issue", "hand"}


def _duty(verb: Token) -> bool:
    """Whether it is a duty of somebody named: "must leave", "has until May to leave"."""
    if clauses.modality(verb) in ("must", "should"):
        return child(verb, *SUBJECTS) is not None or clauses.has_to(verb)
    above = verb.head
    named = any(c.pos_ == "PROPN" for c in above.children)
    return clauses.has_to(verb) and above.lemma in _TOLD and named


def _before(demand: Token, marker: Token) -> Stretch:
    first = demand.left_edge.i
    own = [t.i for t in demand.subtree if t.i < marker.i]
    last = max(own, default=demand.i)
    while last > demand.i and (demand.doc[last].is_punct or demand.doc[last].dep_ == "cc"):
        last -= 1
    return Stretch(min(first, last), last)


def _demand_before(otherwise: Token) -> Token | None:
    """What must be done: earlier in the sentence, else the head of the sentence before."""
    verb = otherwise.head
    above = verb.head
    if above.i < otherwise.i and above.pos_ in VERBAL and bound(above):
        return above
    nearest = next((v for v in _verbs_before(otherwise) if bound(v)), None)
    if nearest is not None:
        return nearest
    start = otherwise.sent.start
    if start == 0 or otherwise.i > start + 2:
        return None
    sentence = otherwise.doc[start - 1].sent
    if bound(sentence.root) or ordered(sentence.root):
        return sentence.root
    # "Kenya has 72 hours to release them. Otherwise ..."
    return next((t for t in sentence if t.pos_ == "VERB" and bound(t)), None)
