"""Which complement a cue has: a clause, an infinitive, an order, a noun phrase, a tag.

A tag is a cue set beside what it attributes, "Talks go on, the minister said on Monday",
and is found by its commas where the parser makes something else of it.
"""

from spacy.tokens import Token

from detente.domain.evidence import Span
from detente.lexicon.cues import Cue
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read import clauses
from detente.read.clauses import Passage, child, children, lemma


def frame(
    passage: Passage, verb: Token, preposition: Token | None, cue: Cue, quoted: list[Span]
) -> tuple[str, list[Token]] | None:
    """Return the complement a verb has, and where its content hangs; None if it takes no such."""
    frames = cue.frames
    if "predicate" in frames:
        judged = _judged(verb)
        if judged is not None:
            return "predicate", [judged]
    complement = child(verb, "ccomp", "xcomp")
    if complement is not None and "object" in frames and _after_colon(verb, complement):
        complement = None
    if (
        complement is not None
        and complement.pos_ not in ("VERB", "AUX")
        and child(complement, "nsubj") is None
    ):
        complement = None
    if complement is not None:
        kind = _complement_kind(verb, complement)
        if kind in frames:
            return kind, [complement]
        if kind == "gerund" and "object" in frames:
            return "object", [complement]
        if (
            kind == "infinitive"
            and "order" in frames
            and clauses.controlled(complement) is not None
        ):
            return "order", [complement]
    if "gerund" in frames and preposition is None:
        close = _close_gerund(verb)
        if close is not None:
            return "gerund", [close]
    if preposition is not None:
        target = child(preposition, "pobj", "pcomp")
        if target is not None:
            if target.dep_ == "pcomp" and "gerund" in frames:
                return "gerund", [target]
            inner = child(target, "acl", "xcomp") or child(verb, "xcomp", "advcl")
            if inner is not None and "order" in frames and clauses.has_to(inner):
                return "order", [inner]
            if "object" in frames:
                return "object", [target]
    if "clause" in frames:
        beside = _beside(passage, verb, quoted)
        if beside is not None:
            return "clause", beside
    direct = child(verb, "dobj")
    if direct is not None and preposition is None:
        # "promised Kyiv to ...", "accused Cairo of ...": the clause counts, not the addressee.
        inner = child(verb, "advcl", "xcomp")
        if inner is not None and clauses.has_to(inner) and "order" in frames:
            return "order", [inner]
        if "object" in frames and direct.tag_ not in ("PRP", "WDT"):
            return "object", [direct]
    if clauses.is_passive(verb) and child(verb, "nsubjpass") is not None and "object" in frames:
        own = child(verb, "nsubjpass")
        return ("object", [own]) if own is not None and own.tag_ not in ("PRP", "WDT") else None
    return None


def _close_gerund(verb: Token) -> Token | None:
    """Of "ruled out releasing them" the release, where the parser hung it on as an aside."""
    for c in children(verb, "advcl"):
        between = verb.doc[verb.i + 1 : c.i]
        if c.tag_ == "VBG" and 0 <= len(between) <= 2 and all(t.dep_ == "prt" for t in between):
            return c
    return None


def _judged(verb: Token) -> Token | None:
    """Return what "call", "consider" or "describe ... as" pass judgement on."""
    complement = child(verb, "ccomp", "oprd")
    if complement is not None and complement.pos_ in ("ADJ", "NOUN") and complement.i > verb.i:
        own = child(complement, "nsubj")
        return own if own is not None else child(verb, "dobj", "nsubjpass")
    target = child(verb, "dobj")
    if target is None:
        return None
    if (
        any(lemma(c) == "as" for c in children(verb, "prep"))
        or target.right_edge.i + 1 < verb.right_edge.i
    ):
        return target
    after = target.doc[target.right_edge.i] if target.right_edge.i < len(target.doc) else None
    return target if after is not None and after.pos_ == "ADJ" and after.i > target.i else None


def _after_colon(verb: Token, complement: Token) -> bool:
    """Whether an object stands before a colon and the clause after it: "denies this: ..."."""
    return child(verb, "dobj") is not None and any(
        t.text == ":" for t in verb.doc[verb.i : complement.left_edge.i + 1]
    )


def _complement_kind(verb: Token, complement: Token) -> str:
    if clauses.has_to(complement):
        own = child(complement, "nsubj", "nsubjpass")
        return "order" if own is not None or child(verb, "dobj") is not None else "infinitive"
    if complement.tag_ == "VBG" and child(complement, "nsubj", "aux", "mark") is None:
        return "gerund"
    return "clause"


def _beside(passage: Passage, verb: Token, quoted: list[Span]) -> list[Token] | None:
    """Clause that a cue is set beside rather than above: "Talks go on, the minister said"."""
    if verb.dep_ in ("parataxis", "advcl", "ccomp") and child(verb, "nsubj") is not None:
        above = verb.head
        first, last = sorted((above, verb), key=lambda t: int(t.i))
        apart = any(t.text == ";" for t in verb.doc[first.i : last.i])
        if (
            not apart
            and above.pos_ in ("VERB", "AUX")
            and any(c.text == "," or c.is_quote for c in (*above.children, *verb.children))
        ):
            marked = any(c.dep_ == "mark" or c.tag_ in ("WRB", "WDT") for c in verb.children)
            clear = lemma(verb) in ("say", "tell", "add", "write", "note", "explain", "state")
            return None if marked or not clear else [above]
    tagged = tail(passage, verb)
    if tagged is not None:
        return tagged
    sentence = verb.sent
    start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    near = [q for q in quoted if start <= q.start < end or start < q.end <= end]
    # The quotation may close the paragraph's sentence in which the cue stands, or follow a colon.
    if near and verb.dep_ in ("ROOT", "conj", "ccomp", "advcl", "parataxis"):
        return []
    return None


_TAGGING = word_class("tagging")


def tail(passage: Passage, verb: Token) -> list[Token] | None:
    """Clause before a cue that ends the sentence, whatever the parser made of it.

    "Talks go on, the minister, Ada Bell, said on Monday": a comma, names, the cue, the stop.
    """
    went_on = lemma(verb) == "go" and any(c.lower_ == "on" for c in verb.children)
    if (lemma(verb) not in _TAGGING and not went_on) or verb.tag_ not in (
        "VBD",
        "VBZ",
        "VBP",
        "VBN",
    ):
        return None
    doc, sentence = verb.doc, verb.sent
    stop = next((t.i for t in doc[verb.i + 1 : sentence.end] if t.text == ","), sentence.end)
    after = doc[verb.i + 1 : stop]
    if any(t.pos_ in ("VERB", "AUX") for t in after) or len(after) > 14:
        return None
    if stop + 1 < sentence.end and doc[stop + 1].tag_ not in ("VBG", "VBN", "IN"):
        return None
    start = tag_start(verb)
    if start is None or start - told_from(verb, start) < 4:
        return None
    clause = doc[told_from(verb, start) : start]
    heads = [t for t in clause if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
    return [min(heads, key=_depth)] if heads else None


def told_from(verb: Token, start: int) -> int:
    """Where the words before a tag begin: the sentence, or what follows a semicolon."""
    return next(
        (t.i + 1 for t in reversed(verb.doc[verb.sent.start : start]) if t.text == ";"),
        verb.sent.start,
    )


def tag_start(verb: Token) -> int | None:
    """Where the tag begins: the comma before the names that stand before the cue."""
    doc, place, names = verb.doc, verb.i - 1, 0
    while place > verb.sent.start and verb.i - place < 20:
        token = doc[place]
        if token.dep_ in ("aux", "auxpass", "neg", "advmod") and token.head.i == verb.i:
            place -= 1
            continue
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or token.is_quote:
            return place + 1 if names and token.is_quote else None
        if token.text == "," and names:
            # "the ambassador, Tom Barrack, posted": go on through an apposition.
            piece = doc[place + 1 : verb.i]
            above = doc[place - 1]
            if not (
                piece[0].pos_ == "PROPN" and above.pos_ in ("NOUN", "PROPN") and _is_title(above)
            ):
                return place
        names += token.pos_ in ("NOUN", "PROPN", "PRON")
        place -= 1
    return None


def tag_source(verb: Token) -> Token | None:
    """Head of the names between the comma and the cue."""
    start = tag_start(verb)
    if start is None:
        return None
    names = [t for t in verb.doc[start : verb.i] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if clauses.passive_agent(verb) is not None:
        return clauses.passive_agent(verb)
    inside = {int(t.i) for t in names}
    return next((t for t in names if int(t.head.i) not in inside or t.dep_ == "nsubj"), None)


def _is_title(noun: Token) -> bool:
    return gazetteer().title_in(noun.text) is not None


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
