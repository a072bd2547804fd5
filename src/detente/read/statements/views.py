"""Attributions by a preposition: "according to", "in the view of Oslo", "for Oslo, it is late"."""

from collections.abc import Iterator

from detente.lexicon.cues import cues
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution

_LINKING = word_class("linking")


def according(passage: Passage, token: Token) -> Iterator[Attribution]:
    """Of "Talks go on, according to Oslo" what Oslo says."""
    to = child(token, "prep")
    source = to and child(to, "pobj")
    if to is None or source is None:
        return
    above = token.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    if _closes_sentence(token):
        above = _topmost(above)
    tokens = _beside_according(token, above)
    if not tokens:
        return
    cue = cues().verbs["according to"]
    yield Attribution(
        passage=passage,
        cue=token,
        cue_span=passage.span(token, to),
        content=[passage.span(*clauses.trimmed(tokens))],
        attitude=cue.frames["clause"],
        strength=scale().strength(cue.frames["clause"], None, []),
        source=source,
        source_span=passage.span(*clauses.extent(source)),
        heads=[above],
        entry=cue,
    )


VIEWS = word_class("views")


def for_somebody(passage: Passage, preposition: Token) -> Iterator[Attribution]:
    """Of "for Oslo, lifting it is out of the question" what is so for Oslo."""
    source, above = child(preposition, "pobj"), preposition.head
    own = child(above, "nsubj", "csubj")
    apart = any(t.text == "," for t in above.doc[preposition.i : own.left_edge.i]) if own else False
    if source is None or not apart or above.lemma not in _LINKING:
        return
    said = [t for t in above.subtree if t.i > preposition.right_edge.i]
    if said and source.pos_ == "PROPN":
        yield _according_to(passage, preposition, preposition, source, said, above)


def in_the_view_of(passage: Passage, noun: Token) -> Iterator[Attribution]:
    """Of "in the view of Oslo it must leave", "in Oslo's words" what Oslo says."""
    preposition = noun.head
    if noun.lemma not in VIEWS or noun.dep_ != "pobj" or preposition.lower_ not in _SEEN_IN:
        return
    source = child(noun, "poss") or clauses.complement_of(noun, "of")
    above = preposition.head
    if source is None or above.pos_ not in ("VERB", "AUX"):
        return
    above = _topmost(above) if preposition.i == noun.sent.start else above
    left_out = {t.i for t in preposition.subtree}
    tokens = [t for t in sorted(above.subtree, key=_index) if t.i not in left_out]
    tokens = [t for t in tokens if (t.i > noun.i) == (above.i > noun.i)]
    if tokens:
        yield _according_to(passage, preposition, noun, source, tokens, above)


def _according_to(
    passage: Passage, first: Token, last: Token, source: Token, said: list[Token], head: Token
) -> Attribution:
    """What some words, from one to another, give as the word of a source."""
    cue = cues().verbs["according to"]
    return Attribution(
        passage=passage,
        cue=last,
        cue_span=passage.span(first, last),
        content=[passage.span(*clauses.trimmed(sorted(said, key=_index)))],
        attitude=cue.frames["clause"],
        strength=scale().strength(cue.frames["clause"], None, []),
        source=source,
        source_span=passage.span(*clauses.noun_extent(source)),
        heads=[head],
        entry=cue,
    )


_SEEN_IN = frozenset({"in", "to", "from"})


def _closes_sentence(token: Token) -> bool:
    """Whether a phrase ends its sentence after a comma, and so tells of all of it."""
    last = token.right_edge.i
    rest = token.doc[last + 1 : token.sent.end]
    before = token.doc[token.i - 1] if token.i else token
    return before.text == "," and all(t.is_punct or t.is_space for t in rest)


def _topmost(verb: Token) -> Token:
    """Verb of the sentence in which a verb stands, if a verb is what it has at its head."""
    root = verb.sent.root
    return root if root.pos_ in ("VERB", "AUX") else verb


def _beside_according(token: Token, above: Token) -> list[Token]:
    """Words of the clause on the side of "according to" where its verb stands."""
    left_out = {t.i for t in token.subtree}
    for c in children(above, "advcl"):
        # "According to the agency, *quoting the army*, the soldiers have left."
        quoting = token.right_edge.i < c.left_edge.i <= token.right_edge.i + 2
        if c.tag_ == "VBG" and ((_speaks(c) and c.i > above.i) or (quoting and c.i < above.i)):
            left_out |= {t.i for t in c.subtree}
    tokens = [t for t in sorted(above.subtree, key=_index) if t.i not in left_out]
    after = above.i > token.i
    return [t for t in tokens if (t.i > token.i) == after]


def _speaks(participle: Token) -> bool:
    cue = cues().verbs.get(participle.lemma)
    return cue is not None and "clause" in cue.frames and child(participle, "ccomp") is not None


def _index(token: Token) -> int:
    return token.i
