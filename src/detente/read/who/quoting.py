"""Whose words a quotation is, as far as the sentences around it say."""

from collections.abc import Iterator

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage, child, passive_agent
from detente.read.grammar.setting import Setting
from detente.read.grammar.speaking import says
from detente.read.grammar.tokens import Span as Sentence
from detente.read.grammar.tokens import Token

# Paragraphs that one quotation may run over.
_RUNS_ON = 4


def quoted_by(setting: Setting, quotation: Span) -> tuple[Passage, Token] | None:
    """Source of a quotation: the tag in its own sentence, else whoever spoke last before it.

    Where a paragraph is all quotation, the one before it is asked.
    """
    number = setting.paragraph(quotation.start)
    for back in range(_RUNS_ON):
        if number - back < 0:
            break
        passage = setting.passages[number - back]
        if back and passage.heading:
            break
        found = _here(setting, passage, quotation) if back == 0 else None
        if found is None:
            told = [s for s in _sources(setting, passage) if _place(passage, s) < quotation.start]
            found = told[-1] if told else None
        if found is not None:
            return passage, found
        if setting.quotation(passage.start) is None:
            break
    return None


def _here(setting: Setting, passage: Passage, quotation: Span) -> Token | None:
    start, end = quotation.start - passage.start, quotation.end - passage.start
    near: list[tuple[int, Token]] = []
    for sentence in passage.doc.sents:
        # A tag after a question mark or an exclamation stands in a sentence of its own.
        touches = sentence.start_char < end + 2 and sentence.end_char > start
        if not touches:
            continue
        for source in _sources(setting, passage, sentence):
            at = source.idx
            near.append((min(abs(at - end), abs(start - at)), source))
    return min(near, key=lambda n: n[0])[1] if near else None


def _sources(
    setting: Setting, passage: Passage, sentence: Sentence | None = None
) -> Iterator[Token]:
    """Who something is attributed to outside quotation marks."""
    for token in sentence if sentence is not None else passage.doc:
        if token.pos_ not in ("VERB", "AUX") and token.lower_ != "according":
            continue
        source = _source(token)
        if source is None or source.tag_ in ("WP", "WDT", "DT", "EX"):
            continue
        if setting.quotation(_place(passage, token)) is None:
            yield source


def _source(token: Token) -> Token | None:
    if token.lower_ == "according":
        to = child(token, "prep")
        return None if to is None else child(to, "pobj")
    if not says(token):
        return None
    own = child(token, "nsubj")
    verb = token
    for _ in range(3):
        if own is not None or verb.dep_ not in ("conj", "advcl", "xcomp"):
            break
        verb = verb.head
        own = child(verb, "nsubj")
    return own if own is not None else passive_agent(token)


def _place(passage: Passage, token: Token) -> int:
    return passage.start + token.idx
