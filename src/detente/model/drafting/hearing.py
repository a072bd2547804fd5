"""What one text contributes to a draft, worked out once, however often it is drafted from."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from detente.domain.claims import worded
from detente.domain.evidence import Span, ordered
from detente.model.drafting.addressed import addressed
from detente.model.drafting.at_issue import stands
from detente.model.drafting.facts import Fact, facts
from detente.model.drafting.laws import Duty, duties
from detente.model.drafting.organs import whole
from detente.model.drafting.pages import Page
from detente.model.drafting.people import People, attributed
from detente.model.drafting.pleading import only_law, pleaded
from detente.model.drafting.questions import answered
from detente.model.drafting.reactions import reactions
from detente.model.drafting.reconsidering import reconsidered
from detente.model.drafting.replies import replies
from detente.model.drafting.signs import signs
from detente.model.drafting.taking_up import taken_up
from detente.model.drafting.ties import Tie, ties, unread
from detente.model.drafting.told import told
from detente.model.drafting.unconditioned import Freed, unconditioned
from detente.model.drafting.unused import unused
from detente.model.drafting.voices import STRONG, Voice, voices

_DECIDING_KINDS = ("country", "igo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheard:
    """A party refuses, demands or offers something that no option was made of."""

    party: str
    attitude: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a text says of anybody's options; what it rests on are claim and event ids.

    ``named`` counts how often it names each state and organisation.
    """

    document: str
    published: str | None = None
    voices: tuple[Voice, ...] = ()
    ties: tuple[Tie, ...] = ()
    freed: tuple[Freed, ...] = ()
    duties: tuple[Duty, ...] = ()
    facts: tuple[Fact, ...] = ()
    named: tuple[tuple[str, int], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    unheard: tuple[Unheard, ...] = ()
    unused: tuple[str, ...] = ()


def hear(page: Page, people: People) -> Heard:
    """Work out what one text contributes; see `people.py` for whom its persons speak."""
    names = {i: name for i, (name, _) in page.claims.items()}
    page = page.anew(taken_up(addressed(whole(attributed(page.reading, people)))))

    def claimed(ids: Iterable[str]) -> tuple[str, ...]:
        return ordered([names.get(i, i) for i in ids])

    said = tuple(voices(page))
    spoken = (*said, *told(page, said))
    tied = tuple(ties(page))
    spoken += tuple(replies(page, spoken, tied))
    spoken += tuple(reconsidered(page, spoken))
    spoken += tuple(answered(page, spoken))
    spoken += tuple(stands(page, spoken))
    spoken += tuple(signs(page, spoken, tied))
    spoken += tuple(reactions(page, spoken, tied))
    heard = {i for voice in spoken for i in voice.because} | {i for t in tied for i in t.because}
    happened = tuple(facts(page))
    ruled = tuple(duties(page, spoken, tied))
    spoken = tuple(v for v in spoken if not only_law(v, ruled))
    spoken += tuple(pleaded(ruled, spoken, tied, page.reading.document.published))
    return Heard(
        document=page.name,
        published=page.reading.document.published,
        voices=tuple([v.resting_on(claimed(v.because), v.published) for v in spoken]),
        ties=tuple(replace(t, because=claimed(t.because)) for t in tied),
        freed=tuple(unconditioned(page)),
        duties=tuple(replace(d, because=claimed(d.because)) for d in ruled),
        facts=happened,
        named=tuple(_named(page)),
        unread=tuple(unread(page)),
        unheard=tuple(_unheard(page, heard, {i for t in tied for i in t.because})),
        unused=tuple(unused(page, tuple(_used(page, heard, happened, ruled)))),
    )


def _used(
    page: Page, heard: Collection[str], happened: Iterable[Fact], ruled: Iterable[Duty]
) -> Iterator[Span]:
    """Where a text says what was understood, or what is named as not understood already."""
    reading = page.reading
    known = {*heard, *(i for d in ruled for i in d.because)}
    for name, statement in page.by_id.items():
        if name in known or statement.by_cue in STRONG or statement.attitude in STRONG:
            yield from statement.content
    done = {fact.id for fact in happened}
    told = zip(page.event_ids, reading.events, strict=True)
    yield from (event.span for name, event in told if name in done)
    for requirement in reading.requirements:
        yield from (requirement.condition, requirement.consequence)
    for pair in reading.conditions:
        yield from (pair.condition, pair.consequence)


def _named(page: Page) -> Iterator[tuple[str, int]]:
    """How often a text names each party that could decide something."""
    codes = (m.party for m in page.reading.mentions if m.kind in _DECIDING_KINDS)
    yield from Counter(code for code in codes if code is not None).items()


def _unheard(page: Page, heard: Collection[str], tied: Collection[str]) -> Iterator[Unheard]:
    """Strong statements of known parties of which nothing was made, nor of what is inside them.

    What stands inside a condition that was made something of was heard with it.
    """
    inside = {s.inside for i, s in page.by_id.items() if i in heard}
    for name, statement in page.by_id.items():
        party = statement.source.party if statement.source else None
        if party is None or name in heard or name in inside or statement.inside in tied:
            continue
        outer = page.by_id.get(statement.inside or "")
        if outer is not None and outer.by_cue == "denies":
            continue  # "denied that it was seeking a bomb": nobody says that it wants one
        duty = any(p.modality in ("must", "should") for p in statement.propositions)
        if duty or statement.by_cue in STRONG or statement.attitude in STRONG:
            words = worded(statement, page.reading.document.text)
            yield Unheard(party=party, attitude=statement.attitude, wording=words)


def in_order(heard: Iterable[Heard]) -> Iterator[Heard]:
    """Each text once, oldest first; those without a date come last."""
    once = {each.document: each for each in heard}
    yield from sorted(once.values(), key=lambda each: age_key(each.published))


def age_key(published: str | None) -> str:
    """What texts are put in order by, oldest first; those without a date come last."""
    return published or "9999"
