"""What an official statement says in its own voice: every sentence that attributes nothing."""

from collections.abc import Iterator, Sequence

from detente.domain.evidence import Source, Span, Statement
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Span as Sentence
from detente.read.statements.attribution import Attribution
from detente.read.statements.stated import Said, propositions_of
from detente.read.who.mentions import Story

_STRENGTH = 0.5


def issued(story: Story, passage: Passage, said: Sequence[Said]) -> Iterator[Said]:
    """Statements of whoever issued a text, in a paragraph in which these are found already."""
    voice = story.voices.issuer
    if voice.party is None or voice.span is None or voice.span.end > passage.start:
        return
    source = Source(span=voice.span, party=voice.party, kind=voice.kind, speaker=voice.span)
    taken = [span for s in said for span in (s.statement.cue, *s.statement.content) if span]
    for sentence in passage.doc.sents:
        span = _words(story.text, passage, sentence)
        if any(span.start < t.end and t.start < span.end for t in taken):
            continue
        root = sentence.root
        if root.pos_ not in ("VERB", "AUX"):
            continue
        found = Attribution(
            passage=passage, cue=sentence[-1], cue_span=passage.token_span(sentence[-1]),
            content=[span], attitude="asserts", strength=_STRENGTH, heads=[root],
        )  # fmt: skip
        yield Said(
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


def _words(text: str, passage: Passage, sentence: Sentence) -> Span:
    """A sentence without its full stop."""
    start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".;"):
        end -= 1
    return Span(start=start, end=end)
