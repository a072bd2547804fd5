"""Which words depend on a condition, and where they end."""

from detente.read.conditions.extents import REPORTING
from detente.read.conditions.stretches import EDGES, SUBJECTS, VERBAL, Stretch
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Doc, Span, Token


def says_nothing(doc: Doc, words: Stretch) -> bool:
    """Whether words are a scrap or said in passing: "and", "well, you know"."""
    told = [t for t in doc[words.first : words.last + 1] if t.pos_ in _TELLING]
    return all(t.pos_ == "VERB" and lemma(t) in wordings().passing for t in told)


_TELLING = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM")


def main_clause(clause: Token, words: Stretch) -> tuple[Token | None, Stretch]:
    """Head of what a clause depends on; None where the clause is a sentence of its own."""
    after = _right_after(clause, words)
    above = clause.head
    while above.head.i != above.i and (
        above.pos_ not in VERBAL or above.dep_ in ("xcomp", "acomp", "oprd")
    ):  # fmt: skip
        # Of "agreed to talk", "stays closed" the whole clause depends.
        above = above.head
    lost = above.i == clause.i or words.covers(above.i) or not words.covers(clause.i)
    if after is not None and (lost or above.i < words.first):
        return _said(after, words), words
    if lost or (above.pos_ not in VERBAL and above.head.i == above.i and above.i == clause.i):
        return None, words
    return _said(above, words), words


def _right_after(clause: Token, words: Stretch) -> Token | None:
    """Verb of the clause that follows a condition directly, if the surface shows one."""
    doc, end = clause.doc, clause.sent.end
    i = words.last + 1
    while i < end and (doc[i].text in EDGES or doc[i].lower_ == "then"):
        i += 1
    if i >= end or i == words.last + 1:
        return None
    first = doc[i]
    if first.tag_ == "VB" and child(first, *SUBJECTS) is None:
        return first
    for verb in (first.head, first.head.head):
        if verb.pos_ in VERBAL and verb.i > first.i - 1 and verb.i < end:
            own = child(verb, *SUBJECTS)
            if own is not None and _is_tag(verb):
                return None
            if own is not None and own.left_edge.i <= i <= own.i and verb.dep_ != "relcl":
                return verb
    return None


def _is_tag(verb: Token) -> bool:
    """Whether a clause only says who says the rest: "..., the minister said on Monday"."""
    if lemma(verb) not in REPORTING or clauses.modality(verb) is not None:
        return False
    below = child(verb, "ccomp", "xcomp", "dobj")
    return below is None or below.i < verb.i


def _said(main: Token, words: Stretch) -> Token:
    """Of "he said that it would leave if ..." what would leave; the same of what one thinks."""
    for _ in range(4):
        below = child(main, "ccomp")
        if below is None or words.covers(below.i) or lemma(main) not in wordings().saying:
            return main
        own = child(main, *SUBJECTS)
        if lemma(main) == "be" and (below.i < main.i or own is None or own.pos_ == "PRON"):
            # "My view is that ...", but not "they are ready".
            return main
        if main.i > words.last and clauses.modality(main) is not None:
            # "If you go, you will see that it is true": seeing it is what depends.
            return main
        main = below
    return main


def consequence(main: Token, words: Stretch, form: str) -> Stretch | None:
    """Clause that depends, on one side of the condition or, if it lies in its midst, all of it."""
    left_out = _left_out(main)
    inside = [
        t.i for t in main.subtree if not words.covers(t.i) and t.i not in left_out
    ]  # fmt: skip
    if form == "the more":
        doc, sent = main.doc, main.sent
        stop = next((t.i for t in doc[words.last + 1 : sent.end] if t.text in ".;!?"), sent.end)
        return Stretch(words.last + 1, stop - 1)
    if form in ("otherwise", "or else", "and"):
        inside = [i for i in inside if i > words.last]
        while inside and main.doc[inside[0]].lower_ in _JOINING | EDGES:
            inside.pop(0)
    stop = _own_condition(main)
    inside = _within_semicolons(main, words, [i for i in inside if i < stop])
    while inside and main.doc[inside[-1]].dep_ in ("cc", "punct"):
        inside.pop()
    before = [i for i in inside if i < words.first]
    after = [i for i in inside if i > words.last]
    if not before or not after:
        side = before or after
        return Stretch(side[0], side[-1]) if side else None
    if _split(main, words):
        return Stretch(before[0], after[-1])
    side = before if main.i < words.first else after
    return Stretch(side[0], side[-1])


_JOINING = frozenset({"or", "else", "otherwise", "and"})


def _split(main: Token, words: Stretch) -> bool:
    """Whether a condition parts a verb from its subject, an auxiliary or an object."""
    near = [c for c in main.children if c.dep_ in (*SUBJECTS, "aux", "dobj", "attr", "acomp",
                                                   "xcomp", "ccomp")]  # fmt: skip
    return any((c.i < words.first) != (main.i < words.first) for c in near)


def _own_condition(main: Token) -> int:
    """Where, of "if A, B, and if C, D", the part that has a condition of its own begins."""
    return min(
        (
            c.left_edge.i
            for c in children(main, "conj")
            if c.i > main.i and any(_introduced(below) for below in c.children)
        ),
        default=len(main.doc),
    )


def _introduced(clause: Token) -> bool:
    return clause.i < clause.head.i and any(
        wordings().marker(mark) is not None for mark in children(clause, "mark", "advmod")
    )


def _within_semicolons(main: Token, words: Stretch, inside: list[int]) -> list[int]:
    doc = main.doc
    stops = [t.i for t in main.sent if t.text == ";"]
    low = max((i for i in stops if i < words.first), default=-1)
    high = min((i for i in stops if i > words.last), default=len(doc))
    return [i for i in inside if low < i < high] or inside


def _left_out(main: Token) -> set[int]:
    """What hangs before a clause without being part of it: "that", "and", who says so."""
    found: set[int] = set()
    for c in main.children:
        if c.dep_ in ("mark", "cc", "punct") and c.i < main.i and c.lower_ in (
            "that", "and", "but", "so", "or", "because", "then",
        ):  # fmt: skip
            found |= {t.i for t in c.subtree}
        if c.lower_ == "then" and c.i < main.i:
            found.add(c.i)
        if c.dep_ == "parataxis" and lemma(c) in REPORTING:
            found |= {t.i for t in c.subtree}
    return found


def neighbour(clause: Token, words: Stretch, *, ahead: bool) -> Stretch | None:
    """Sentence beside a condition that is one itself."""
    sent = clause.sent
    left = Stretch(sent.start, words.first - 1) if words.first > sent.start else None
    right = Stretch(words.last + 1, sent.end - 1) if words.last + 1 < sent.end else None
    for side in (None if ahead else left, right):
        if side is not None and _has_verb(clause.doc, side) and not says_nothing(clause.doc, side):
            return side
    after = _sentence(clause.doc, sent.end)
    before = _sentence(clause.doc, sent.start - 1)
    if ahead:
        return None if after is None else Stretch(after.start, after.end - 1)
    # A sentence that does not end was cut by the parser.
    cut = sent[-1].text not in (".", "?", "!", '"', "'")
    goes_on = cut or (
        after is not None and after[0].lower_ in ("then", "so", "and", "that", "it", "this")
    )
    beside = after if (goes_on and after is not None) or before is None else before
    return None if beside is None else Stretch(beside.start, beside.end - 1)


def _has_verb(doc: Doc, words: Stretch) -> bool:
    return any(t.pos_ in VERBAL for t in doc[words.first : words.last + 1])


def _sentence(doc: Doc, i: int) -> Span | None:
    return doc[i].sent if 0 <= i < len(doc) else None
