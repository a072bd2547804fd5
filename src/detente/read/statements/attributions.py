"""Who said what: cues, their sources and the content they attribute.

Quotation marks are looked at first: a cue inside them is somebody's word, not the writer's.
A candidate is a cue of the lexicon with one of the complements it may take; it passes if
what speaks for it outweighs what speaks against. Quotations that no content covers go to
the cue beside them.
"""

import re
from collections.abc import Iterator

from detente.domain.evidence import Span
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child
from detente.read.grammar.quotes import is_quoted
from detente.read.grammar.setting import Setting
from detente.read.grammar.tokens import Token
from detente.read.statements.asides import asides
from detente.read.statements.attribution import Attribution
from detente.read.statements.candidates import candidates, is_cue
from detente.read.statements.contents import joined, manner, tidy
from detente.read.statements.gate import passes, passes_inside
from detente.read.statements.quoted import add, attach, goes_on

LONGEST_SENTENCE = 300
# Paragraphs into which one quotation runs on at most.
RUNS_ON = 8


def attributions(
    passages: list[Passage], text: str, setting: Setting | None = None
) -> list[list[Attribution]]:
    """Find the attributions of each paragraph, in the order of their cues.

    ``setting``: of these paragraphs or of more, where it is known already.
    """
    setting = setting or Setting(text, passages)
    found: list[list[Attribution]] = []
    speaker: Attribution | None = None
    for passage in passages:
        quoted = setting.quotations_in(passage.start, passage.end)
        here = _grammatical(passage, quoted, text)
        doubtful = [a for a in here if a.doubtful]
        here = [a for a in here if not a.doubtful]
        left = attach(passage, here, quoted, text)
        for quotation in left:
            # A paragraph that is all quotation goes on from the one before.
            starts = quotation.start <= passage.start + 1
            if speaker is not None and starts and len(speaker.reach) < RUNS_ON:
                add(speaker, quotation, passage)
                speaker.reach.append(passage)
        known = {a.cue.i for a in here}
        here += [a for a in doubtful if a.cue.i not in known]
        here.sort(key=lambda a: (a.cue_span.start, a.cue_span.end))
        for attribution in here:
            attribution.content = joined(attribution.content, text)
            attribution.manner = manner(attribution.content, quoted)
        speaker = goes_on(here) if here else (speaker if left else None)
        found.append(here)
    return found


def proposed(passage: Passage, quoted: list[Span], text: str) -> Iterator[list[Attribution]]:
    """Candidates at each cue of a paragraph, likeliest reading first."""
    for sentence in passage.doc.sents:
        # No sentence is so long; what the parser makes of such a run of words means nothing.
        if len(sentence) > LONGEST_SENTENCE:
            continue
        for token in sentence:
            if not is_cue(token) or is_quoted(quoted, passage.start + token.idx):
                continue
            here = []
            for candidate in candidates(passage, token):
                candidate.content = tidy(candidate, quoted, text)
                if candidate.content:
                    here.append(candidate)
            if here:
                yield here
        for aside in asides(passage, sentence, text):
            if not is_quoted(quoted, aside.cue_span.start):
                yield [aside]


def _grammatical(passage: Passage, quoted: list[Span], text: str) -> list[Attribution]:
    """Attributions by grammar alone: the first reading of each cue that passes."""
    found: list[Attribution] = []
    rejected: list[list[Attribution]] = []
    for readings in proposed(passage, quoted, text):
        passing = [c for c in readings if passes(c, quoted)]
        chosen = next((c for c in passing if not c.doubtful), next(iter(passing), None))
        if chosen is not None:
            found.append(chosen)
        else:
            rejected.append(readings)
    outer = [piece for a in found for piece in a.content]
    for readings in rejected:
        if any(piece.covers(readings[0].cue_span) for piece in outer):
            inner = next((c for c in readings if passes_inside(c)), None)
            if inner is not None:
                inner.doubtful = False
                found.append(inner)
    found = _without_asides_of_cues(found)
    supports = {a.support.i for a in found if a.support is not None}
    found = [a for a in found if a.cue.pos_ == "NOUN" or a.cue.i not in supports]
    heads = {a.cue.i for a in found}
    found = [a for a in found if not _carries_another(a, heads)]
    return _distinct(found)


def _without_asides_of_cues(found: list[Attribution]) -> list[Attribution]:
    """Drop an aside that a verb of its own attributes, and a noun that an aside is told with."""
    dropped: set[int] = set()
    for a in found:
        aside = a.aside
        if aside is None:
            continue
        for other in found:
            if other.aside is None and aside.covers(other.cue_span):
                spelt_out = all(c.start >= aside.end for c in other.content)
                noun = other.cue.pos_ == "NOUN" and not spelt_out
                dropped.add(id(other) if noun else id(a))
    return [a for a in found if id(a) not in dropped]


def _carries_another(attribution: Attribution, cues: set[int]) -> bool:
    """Whether a cue only weakens another: of "is expected to argue that" the argument counts."""
    return (
        attribution.frame == "infinitive"
        and attribution.source is None
        and any(h.i in cues for h in attribution.heads)
    )


def _distinct(found: list[Attribution]) -> list[Attribution]:
    """Drop a second attribution of the same content."""
    kept: list[Attribution] = []
    seen: set[tuple[Span, ...]] = set()
    for attribution in found:
        key = tuple(attribution.content)
        if key not in seen:
            seen.add(key)
            kept.append(attribution)
    return kept


_CHANNEL = re.compile(
    r"\b(press conference|news conference|briefing|interview|statement|speech|letter|post|tweet"
    r"|address|communiqu[eé]|message|remarks|hearing|report|televised address|op-ed)\b",
    re.IGNORECASE,
)


def channel_words(attribution: Attribution) -> Iterator[tuple[Token, Span]]:
    """Phrases beside a cue that may say where a thing was said: "told X", "in a post on X"."""
    cue, passage = attribution.cue, attribution.passage
    for c in cue.children:
        if c.dep_ in ("dobj", "dative", "iobj") or (
            c.dep_ == "prep" and c.lower_ in ("in", "on", "at", "via", "to", "during", "with")
        ):
            target = c if c.dep_ != "prep" else child(c, "pobj")
            if target is not None and all(target.i != h.i for h in attribution.heads):
                yield target, passage.span(*clauses.extent(target))


def channel_noun(words: str) -> str | None:
    """Kind of occasion that words name, if any."""
    match = _CHANNEL.search(words)
    return match and match[1].lower()
