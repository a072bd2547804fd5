"""Which claims cannot both be true, and who is only mentioned."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from detente.domain.drafts import Conflict, ThirdParty
from detente.domain.evidence import Claim, Proposition, Reading, Span, Statement, ordered
from detente.lexicon.acts import inventory
from detente.model.drafting.names import party_name
from detente.model.drafting.pages import Page, claims_of

# Places that show that somebody was mentioned.
_ENOUGH = 4
# Claims of one party on one matter that are set against those of each other party.
_MOST_AGAINST = 3


def contested_claims(readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """Every claim of some readings, with the statements that speak against it."""
    pages = [Page(reading) for reading in readings]
    return opposed(claims_of(pages), conflicts(pages))


def opposed(known: Mapping[str, Claim], found: Iterable[Conflict]) -> tuple[Claim, ...]:
    """Claims with the statements that speak against them filled in from the conflicts."""
    against: dict[str, list[str]] = {}
    for conflict in found:
        for one in conflict.claims:
            for other in conflict.claims:
                if known[one].party != known[other].party:
                    against.setdefault(one, []).extend(known[other].support)
    return tuple(
        replace(claim, oppose=ordered(against[name])) if name in against else claim
        for name, claim in known.items()
    )


def conflicts(pages: Sequence[Page]) -> tuple[Conflict, ...]:
    """Pairs of claims of different parties of which one denies the other.

    Of many that two parties make of one matter only the first few are set against each other.
    """
    claimed = {i: name for page in pages for i, (name, _) in page.claims.items()}
    found: dict[tuple[str, ...], None] = {}
    for page in pages:
        for ids in _answered(page):
            found[tuple(claimed[i] for i in ids if i in claimed)] = None
    answered = [set(ids) for ids in found]
    for ids in _contrary(pages):
        pair = tuple(claimed[i] for i in ids if i in claimed)
        if not any(set(pair) <= other for other in answered):
            found[pair] = None
    return tuple(Conflict(claims=pair) for pair in found if len(set(pair)) > 1)


def _answered(page: Page) -> Iterator[tuple[str, ...]]:
    """Of "rejected that position, arguing that ...": the position, the denial, the argument."""
    ordered_ids = list(page.by_id.items())
    for k, (name, statement) in enumerate(ordered_ids):
        if statement.answers is None or statement.by_cue not in ("denies", "accuses"):
            continue
        argument = [
            other
            for other, s in ordered_ids[k + 1 : k + 3]
            if s.source == statement.source and s.by_cue in ("asserts", "denies", "believes")
            and s.source is not None
        ]  # fmt: skip
        # "That position" says nothing itself where an argument follows.
        yield (statement.answers, *(argument or [name]))


@dataclass(frozen=True, slots=True)
class _Said:
    """An assertion: which statement makes it, whose it is, its act and words, and whether so."""

    place: int
    statement: str
    party: str
    act: str
    words: frozenset[str]
    so: bool


def _contrary(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """Same act asserted by one party and denied by another, of things that share a word."""
    by_matter: dict[tuple[str, str], dict[tuple[str, bool], list[_Said]]] = {}
    for said in _said(pages):
        for word in said.words:
            sides = by_matter.setdefault((said.act, word), {})
            same = sides.setdefault((said.party, said.so), [])
            if len(same) < _MOST_AGAINST:
                same.append(said)
    found = {
        (min(one.place, other.place), max(one.place, other.place)): (one, other)
        for sides in by_matter.values()
        for (party, so), ones in sides.items()
        if so
        for (its, also), others in sides.items()
        if not also and its != party
        for one in ones
        for other in others
    }
    for _, (one, other) in sorted(found.items()):
        first, second = sorted((one, other), key=lambda said: said.place)
        yield first.statement, second.statement


def _said(pages: Iterable[Page]) -> Iterator[_Said]:
    place = 0
    for page in pages:
        conditional, text = page.reading.conditional, page.reading.document.text
        for name, statement in page.by_id.items():
            party = statement.source.party if statement.source else None
            for p in statement.propositions:
                place += 1
                if (
                    party is not None
                    and _is_assertion(statement, p)
                    and (p.span, p.act) not in conditional
                ):
                    words = frozenset(_words(p, text))
                    yield _Said(place, name, party, p.act, words, _truth(statement, p))


def _is_assertion(statement: Statement, proposition: Proposition) -> bool:
    """Whether it says how things are, and not what somebody should or will do."""
    if statement.by_cue not in ("asserts", "denies", "accuses", "warns", "believes"):
        return False
    if proposition.modality in ("must", "should", "can") or proposition.condition is not None:
        return False
    act = inventory().act(proposition.act)
    # What a party will do is a position; what a thing would do is a claim.
    position = act is not None and act.family is not None and proposition.modality is not None
    return act is not None and not position


def _truth(statement: Statement, proposition: Proposition) -> bool:
    return (proposition.polarity == "positive") != (statement.by_cue == "denies")


def _words(proposition: Proposition, text: str) -> set[str]:
    spans = [proposition.span]
    spans += [a.span for a in (proposition.agent, proposition.object) if a is not None]
    words = " ".join(span.of(text) for span in spans).casefold().split()
    return {w.strip(".,’'”“\"").removesuffix("s") for w in words if len(w) > 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Whom one text mentions: of each code the first places; and who speaks in it."""

    document: str
    places: tuple[tuple[str, tuple[str, ...]], ...] = ()
    speaking: tuple[str, ...] = ()


def mentions(page: Page) -> Mentions:
    """States and organisations that a text mentions, in the order they first come up."""
    places: dict[str, list[str]] = {}
    reading = page.reading
    covered = _covered(page) if reading.mentions else []
    for mention in reading.mentions:
        if mention.party is None or mention.kind not in ("country", "igo"):
            continue
        ids = places.setdefault(mention.party, [])
        if len(ids) < _ENOUGH:
            ids += [i for span, i in covered if span.covers(mention.span) and i not in ids]
    speaking = (s.source.party for s in reading.statements if s.source and s.source.party)
    return Mentions(
        document=page.name,
        places=tuple((code, tuple(ids[:_ENOUGH])) for code, ids in places.items()),
        speaking=ordered(speaking),
    )


def _covered(page: Page) -> list[tuple[Span, str]]:
    """Where each statement stands, and each event of a known type."""
    told = zip(page.event_ids, page.reading.events, strict=True)
    spans = [(s.extent, i) for i, s in page.by_id.items()]
    return [*spans, *((e.span, i) for i, e in told if e.type)]


@dataclass(slots=True)
class Mentioned:
    """Whom texts mention, oldest first: of each code the first places and the first document."""

    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    speaking: set[str] = field(default_factory=set)

    def add(self, found: Mentions) -> None:
        """Count whom one more text mentions."""
        for code, ids in found.places:
            before = self.places.get(code, ())
            self.places[code] = before if len(before) == _ENOUGH else (*before, *ids)[:_ENOUGH]
            self.documents.setdefault(code, found.document)
        self.speaking.update(found.speaking)


def third_parties(mentioned: Mentioned, deciding: Collection[str]) -> tuple[ThirdParty, ...]:
    """States and organisations mentioned beside those that decide, with where."""
    return tuple(
        ThirdParty(
            name=party_name(code).name,
            code=code,
            because=ids or (mentioned.documents[code],),
            speaks=code in mentioned.speaking,
        )
        for code, ids in mentioned.places.items()
        if code not in deciding
    )
