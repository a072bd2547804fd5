"""Who is meant by whoever answers: nobody refuses what they themselves ask of somebody else.

"Peru wants Chile to repaint the buoys. The minister ruled out repainting them": Chile's minister.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.domain.evidence import Actor, Kind, Span, Statement
from detente.read.statements.stated import Said
from detente.read.who.mentions import Story

_ASKS = frozenset({"demands", "asks"})
_OWN_WORD = frozenset({"refuses", "promises", "offers", "accepts", "threatens"})
_WILLED = ("will", "would")
_POINTING = frozenset({"it", "them", "that", "this", "so"})
# Letters of a word that tells one thing from another, at least.
_TELLING = 4
# Characters beside a name in which its bearer's state may stand.
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where a text says that one party asks another for an act, and the words of its object."""

    place: int
    things: frozenset[str]
    asker: str
    other: str


Asked = Mapping[str, Sequence[_Asked]]


def asked_in(said: Sequence[Said], text: str) -> Asked:
    """What parties that are named ask of each other, by act."""
    found: dict[str, list[_Asked]] = defaultdict(list)
    for s in said:
        source = s.statement.source
        if source is None or source.party is None or source.person is not None:
            continue
        if s.statement.by_cue not in _ASKS:
            continue
        for p in s.statement.propositions:
            other = p.agent.party if p.agent is not None else None
            if p.object is not None and p.condition is None and other not in (None, source.party):
                place, things = s.statement.extent.start, _things(p.object, text)
                found[p.act].append(_Asked(place, things, source.party, str(other)))
    return found


def answering(asked: Asked, statement: Statement, text: str) -> Iterator[tuple[str, str]]:
    """Who was asked for what a statement refuses or promises, and who asked it of them."""
    if not asked or statement.by_cue in _ASKS or statement.attitude in _ASKS:
        return
    own = statement.by_cue in _OWN_WORD or statement.attitude in _OWN_WORD
    for p in statement.propositions:
        if p.object is None or p.condition is not None or not (own or p.modality in _WILLED):
            continue
        things = _things(p.object, text)
        pairs = {
            (a.other, a.asker)
            for a in asked.get(p.act, ())
            if a.place < statement.extent.start and (things & a.things or things <= _POINTING)
        }
        if len(pairs) == 1:
            yield pairs.pop()


def unguessed(story: Story, said: Sequence[Said], asked: Asked) -> list[Said]:
    """Take away the party of whoever would refuse what that party asks of another, or accuse it.

    Only where the state was inferred: a minister who is called Peru's is Peru's.
    """
    wrong = {
        (source.person or source.span.of(story.text), source.party)
        for s in said if (source := s.statement.source) is not None and source.party is not None
        for _, asker in answering(asked, s.statement, story.text)
        if asker == source.party and not _named(story, source.span, source.person, asker)
    } | {
        (source.person or source.span.of(story.text), source.party)
        for s in said if (source := s.statement.source) is not None and source.party is not None
        if aimed_at(story, s) == source.party
        and not any(m.party.code == source.party for m in story.names.matches_in(source.span))
    }  # fmt: skip
    return [_without(story, s, wrong) for s in said] if wrong else list(said)


def aimed_at(story: Story, said: Said) -> str | None:
    """Whom somebody accuses: nobody accuses the own side."""
    if said.statement.by_cue != "accuses":
        return None
    content = said.statement.content[0]
    first = next(story.names.matches_in(content), None)
    opens = first is not None and first.start <= content.start + len("the ")
    return first.party.code if first is not None and opens and first.form != "demonym" else None


def _named(story: Story, span: Span, person: str | None, party: str) -> bool:
    """Whether a party is named in the words for somebody, or where the person is introduced."""
    places = [span]
    known = next((p for p in story.persons.known if person and p.name == person), None)
    if known is not None:
        start = max(known.span.start - _BESIDE, story.text.rfind("\n", 0, known.span.start) + 1)
        stop = max(story.text.rfind(mark, start, known.span.start) for mark in (". ", "” ", '" '))
        end = min(known.span.end + _BESIDE, len(story.text))
        places.append(Span(start=max(start, stop), end=end))
    if person is None and span.of(story.text).lower() in _PRONOUNS:
        return True  # whom it takes up is another question
    return any(m.party.code == party for at in places for m in story.names.matches_in(at))


_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "i"})


def _without(story: Story, s: Said, wrong: set[tuple[str, str]]) -> Said:
    source = s.statement.source
    if source is None or source.party is None:
        return s
    if (source.person or source.span.of(story.text), source.party) not in wrong:
        return s

    def unnamed(actor: Actor | None) -> Actor | None:
        if actor is None or actor.party != source.party or any(story.names.matches_in(actor.span)):
            return actor
        return replace(actor, party=None, kind=None)

    told = tuple(replace(p, agent=unnamed(p.agent)) for p in s.statement.propositions)
    kind: Kind | None = "person" if source.person is not None else None
    lost = replace(source, party=None, kind=kind)
    return Said(replace(s.statement, source=lost, propositions=told), s.found)


def _things(thing: Actor, text: str) -> frozenset[str]:
    words = thing.span.of(text).lower().split()
    told = frozenset(w.strip(",.;").rstrip("s") for w in words if len(w) >= _TELLING)
    return told or frozenset(words)
