"""What a text says in the voice of somebody known: every sentence that attributes nothing.

Statements and letters speak so for whoever issued them, interviews for whoever answers.
"""

from collections.abc import Iterator, Sequence

from detente.domain.evidence import Source, Span, Statement
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.statements.joined_clauses import first_clause
from detente.read.statements.stated import Said, propositions_of
from detente.read.who.mentions import Story

_STRENGTH = 0.5


def issued(story: Story, passage: Passage, said: Sequence[Said]) -> Iterator[Said]:
    """Statements of whoever speaks in a paragraph, beside those that are found in it already.

    That is who issued the text, who gives the speech or the answer, or whom a label names.
    """
    source = _own_voice(story, passage)
    if source is None:
        return
    taken = [span for s in said for span in (s.statement.cue, *s.statement.content) if span]
    for tokens, head in stretches(story, passage):
        span = words_of(story, passage, tokens)
        here = [t for t in taken if span.start < t.end and t.start < span.end]
        if here:
            part = first_clause(passage, tokens, head, here) if head is not None else []
            if part and head is not None:
                yield unmarked(story, passage, part, head, source)
            continue
        head = head or _short_answer(tokens)
        if head is not None and tokens[-1].text != "?":
            yield unmarked(story, passage, tokens, head, source)


def _short_answer(piece: list[Token]) -> Token | None:
    """Of "No." and "Not before May." the word that answers."""
    first = next((t for t in piece if not t.is_punct and not t.is_space), None)
    few = sum(not t.is_punct for t in piece) <= _FEW
    return first if first is not None and few and first.lower_ in _ANSWERS else None


_FEW = 6
_ANSWERS = word_class("short_answers")


def stretches(story: Story, passage: Passage) -> Iterator[tuple[list[Token], Token | None]]:
    """Sentences of a paragraph, each parted at its semicolons, with the verb that heads each.

    A label that the paragraph begins with is left out.
    """
    start = story.voices.told_from(passage)
    for sentence in passage.doc.sents:
        piece: list[Token] = []
        for token in sentence:
            if token.idx < start:
                continue
            piece.append(token)
            if token.text == ";" or token.i == sentence.end - 1:
                yield piece, _head(piece)
                piece = []


def _head(piece: list[Token]) -> Token | None:
    """The verb that stands highest in the parse, or none."""
    inside = {t.i for t in piece}
    tops = [t for t in piece if t.head.i == t.i or t.head.i not in inside]
    top = next((t for t in tops if t.pos_ in ("VERB", "AUX")), None)
    below = clauses.child(top, "xcomp") if top is not None and top.lemma in _DUTIES else None
    return below if below is not None and clauses.has_to(below) else top


# Of "it ought to be lifted" the lifting is what is said.
_DUTIES = frozenset({"have", "need", "ought"})


def _own_voice(story: Story, passage: Passage) -> Source | None:
    """Who speaks in a paragraph in the own voice, where it is known for whom."""
    voice = story.voices.speaker(passage)
    if voice is story.voices.issuer and (voice.span is None or voice.span.end > passage.start):
        return None
    who = voice.who(several=False)
    span = voice.span or (who.person.span if who.person is not None else None)
    official = who.person is not None and who.person.office is not None
    if span is None or not (who.party is not None or official or voice.named):
        return None
    return Source(
        span=span,
        party=who.party,
        kind=who.kind,
        person=who.person.name if who.person is not None else None,
        office=who.person.office if who.person is not None else None,
        speaker=span,
    )


def unmarked(
    story: Story, passage: Passage, tokens: list[Token], head: Token, source: Source
) -> Said:
    """A stretch of text as the word of somebody whom it does not name."""
    span = words_of(story, passage, tokens)
    found = Attribution(
        passage=passage, cue=tokens[-1], cue_span=passage.token_span(tokens[-1]),
        content=[span], attitude="asserts", strength=_STRENGTH, heads=[head],
    )  # fmt: skip
    return Said(
        Statement(
            document=story.document,
            source=source,
            cue=None,
            content=(span,),
            manner="direct" if "“" in span.of(story.text) else "indirect",
            attitude="asserts",
            strength=_STRENGTH,
            propositions=propositions_of(story, found, source),
        ),
        found,
    )


def words_of(story: Story, passage: Passage, tokens: list[Token]) -> Span:
    """Words without the full stop behind them."""
    start, end = passage.start + tokens[0].idx, passage.start + tokens[-1].end
    while end > start and (story.text[end - 1].isspace() or story.text[end - 1] in ".;"):
        end -= 1
    return Span(start=start, end=end)
