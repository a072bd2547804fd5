"""What somebody goes on to say in sentences that name nobody, as in "Bell refused. It must go".

After words that it attributes, a text lets the speaker go on unmarked. What shows it is the mood:
the writer tells what is and was, and whoever is quoted what must, shall, may not or would be.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.domain.evidence import Source, Span, Statement
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.statements.introduced import introduced
from detente.read.statements.issued import stretches, unmarked, words_of
from detente.read.statements.joined_clauses import first_clause
from detente.read.statements.stated import Said
from detente.read.who.mentions import Story

_MOODS = frozenset({"must", "should", "will", "would"})
# Whoever only mentions, asks or praises something does not go on to speak of it.
_SILENT = frozenset({"mentions", "asks", "praises"})
_USUALLY = word_class("habitual")


def carried_on(story: Story, passage: Passage, said: Sequence[Said]) -> Iterator[Said]:
    """Statements of whoever spoke before, in a paragraph in which these are found already."""
    speaker: Source | None = None
    sentence, speaking = -1, False
    told = _Told(said)
    for tokens, head in stretches(story, passage):
        here = told.within(words_of(story, passage, tokens))
        if here:
            before, speaker = speaker, _speaker(here)
            goes_on = before is not None and speaker is not None and _same(before, speaker)
            if before is not None and goes_on and speaking and head is not None:
                yield from _first(story, passage, tokens, head, before, here)
            speaking = any(map(_speaks, here))
        elif head is not None and (brought := introduced(story, passage, head)) is not None:
            speaker, speaking = brought, True
        elif speaker is not None and head is not None and tokens[-1].text != "?":
            # Who refuses to do something need not speak on, unless the sentence goes on.
            speaking = speaking or head.sent.start == sentence
            if speaking and _in_mood(head) and not _of_another(story, passage, head, speaker):
                yield unmarked(story, passage, tokens, head, speaker)
            else:
                speaker = None
        sentence = tokens[0].sent.start


def _first(
    story: Story,
    passage: Passage,
    tokens: list[Token],
    head: Token,
    speaker: Source,
    here: Sequence[Said],
) -> Iterator[Said]:
    """What somebody goes on to say before a clause that is attributed to the same."""
    taken = [p for s in here for p in (s.statement.cue, *s.statement.content) if p is not None]
    part = first_clause(passage, tokens, head, taken)
    if part and _in_mood(head):
        yield unmarked(story, passage, part, head, speaker)


class _Told:
    """Statements by place, asked for one stretch after the other, so that time stays linear."""

    def __init__(self, said: Sequence[Said]) -> None:
        spans = [
            (span, s)
            for s in said
            for span in (s.statement.cue, *s.statement.content)
            if span is not None
        ]
        self._waiting = deque(sorted(spans, key=lambda p: p[0].start))
        self._open: list[tuple[Span, Said]] = []

    def within(self, stretch: Span) -> list[Said]:
        """Statements of which something stands in a stretch that follows those asked for before."""
        while self._waiting and self._waiting[0][0].start < stretch.end:
            self._open.append(self._waiting.popleft())
        self._open = [p for p in self._open if p[0].end > stretch.start]
        return list({id(s): s for _, s in self._open}.values())


def _speaks(said: Said) -> bool:
    """Whether somebody says a clause, and does not only refuse, demand or call something so."""
    return said.found.frame == "clause" or said.found.owns_quotation


def _speaker(here: Sequence[Said]) -> Source | None:
    """The one who speaks; nobody where several do, or where somebody is only spoken of."""
    found = [s.statement for s in here]
    outer = [s for s in found if not any(_holds(o, s) for o in found if o is not s)]
    if any(s.attitude in _SILENT for s in outer):
        return None
    sources = [s.source for s in outer]
    last = sources[-1] if sources else None
    if last is None or not all(s is not None and _same(s, last) for s in sources):
        return None
    known = last.party is not None or last.person is not None or last.office is not None
    return replace(last, span=last.named) if known else None


def _holds(outer: Statement, inner: Statement) -> bool:
    place = inner.cue or inner.content[0]
    return any(piece.covers(place) for piece in outer.content)


def _same(one: Source, other: Source) -> bool:
    if one.person is not None and other.person is not None:
        return one.person == other.person
    return one.party == other.party


def _of_another(story: Story, passage: Passage, head: Token, speaker: Source) -> bool:
    """Whether the writer tells what another will not do: "Lima wants it. Oslo will not do it"."""
    own = clauses.subject(head)
    reported = any(t.lower_ in _REPORTED for t in clauses.children(head, "aux"))
    if own is None or reported or not clauses.negated(head):
        return False
    party = story.actor(passage, own).party
    return party is not None and party != speaker.party


# What a speech that is told in other words has in place of "will" and "is going to".
_REPORTED = frozenset({"would", "'d", "’d", "was", "were"})


def _in_mood(head: Token) -> bool:
    """Whether a sentence says what must, shall or would be, and not what often is or was."""
    if any(t.lower_ in _USUALLY for t in clauses.children(head, "advmod")):
        return False
    if _takes_something(head):
        return True
    modality = clauses.modality(head)
    if modality in ("can", "may"):
        return clauses.negated(head)
    if modality in ("will", "would") and _of_a_thing(head):
        return False
    return modality in _MOODS


def _takes_something(verb: Token) -> bool:
    """Whether it says, as told speech does, what a deed took: "their freedom presupposed"."""
    own = clauses.child(verb, "nsubj")
    if clauses.lemma(verb) not in _PRESUPPOSING or verb.tag_ != "VBD" or own is None:
        return False
    named = inventory().nouns.get(own.lemma, ())
    return any(act.family is not None for act in named)


_PRESUPPOSING = frozenset({"depend", "hang", "hinge", "presuppose", "require"})


def _of_a_thing(verb: Token) -> bool:
    """Whether a thing does something to another: "it would overshadow the talks" is a guess."""
    own = clauses.child(verb, "nsubj")
    return own is not None and own.pos_ == "NOUN" and clauses.child(verb, "dobj") is not None
