"""Scores drafts against the models that a careful analyst drew of the same texts.

A dispute is a folder of texts with an analyst's model beside them: `dispute.toml` or `model.toml`,
the texts in the folder itself or in `texts/`. What each figure counts is said where it is made; how
options are paired, in `matching.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path

from matching import Pair, pairs

from detente import analysis
from detente.domain.conditions import Both, Condition, Not, Taken, holds, options_in, written
from detente.domain.dispute import Dispute, Preference
from detente.domain.drafts import Draft
from detente.domain.evidence import Reading
from detente.domain.states import feasible_states
from detente.domain.verdicts import CONCEPTS
from detente.errors import DetenteError
from detente.model import files
from detente.read import read_documents, take_file

# Under these two an outcome "holds" in a brief; the others follow from them in most disputes.
HEADLINE = ("nash", "seq")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A folder with texts and an analyst's model."""

    name: str
    folder: Path
    texts: tuple[Path, ...]
    model: Dispute


@dataclass(slots=True)
class Share:
    """So many of so many; ``missed`` names the others."""

    right: float = 0
    of: float = 0
    missed: list[str] = field(default_factory=list)

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of, self.missed + other.missed)

    @property
    def value(self) -> float | None:
        return self.right / self.of if self.of else None


@dataclass(slots=True)
class Found:
    """What of a list was found, and what else was: precision, recall and F1."""

    common: int = 0
    drafted: int = 0
    wanted: int = 0
    missed: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)

    def __add__(self, other: "Found") -> "Found":
        return Found(
            self.common + other.common,
            self.drafted + other.drafted,
            self.wanted + other.wanted,
            self.missed + other.missed,
            self.more + other.more,
        )

    @property
    def f1(self) -> float | None:
        both = self.drafted + self.wanted
        return 2 * self.common / both if both else None


@dataclass(slots=True)
class Score:
    """Everything that is measured of one draft, or of several together."""

    parties: Found = field(default_factory=Found)
    options: Found = field(default_factory=Found)
    today: Share = field(default_factory=Share)
    rules: Share = field(default_factory=Share)
    provisions: Share = field(default_factory=Share)
    preferences: Share = field(default_factory=Share)
    order: Share = field(default_factory=Share)  # right: concordant less discordant pairs
    equilibria: Share = field(default_factory=Share)

    def __add__(self, other: "Score") -> "Score":
        names = self.__dataclass_fields__
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in names})


# --- The disputes of a folder ---------------------------------------------------------------


def cases(folder: Path) -> Iterator[Case]:
    """Disputes below a folder, or the folder itself if it is one."""
    for place in (folder, *sorted(path for path in folder.iterdir() if path.is_dir())):
        model = next(
            (f for f in map(place.joinpath, ("dispute.toml", "model.toml")) if f.is_file()), None
        )
        texts = sorted((place / "texts").glob("*.txt")) or sorted(place.glob("*.txt"))
        if model is None or not texts:
            continue
        dispute, findings = files.load(model)
        if dispute is None:
            raise SystemExit(f"{model}: {findings[0].what}")
        yield Case(name=place.name, folder=place, texts=tuple(texts), model=dispute)


def read(texts: Iterable[Path]) -> tuple[Reading, ...]:
    """Read texts; what is refused as no article gives no reading."""
    documents = (take_file(path).document for path in texts)
    return tuple(read_documents([document for document in documents if document is not None]))


# --- The figures ------------------------------------------------------------------------------


def score(made: Draft, wanted: Dispute) -> Score:
    """Compare a draft with an analyst's model."""
    if made.dispute is None:
        return _nothing(wanted)
    drafted = made.dispute
    paired = pairs(drafted, wanted)
    return Score(
        parties=_parties(drafted, wanted),
        options=_options(drafted, wanted, paired),
        today=_today(drafted, wanted, paired),
        rules=_told([r.says for r in drafted.rules], [r.says for r in wanted.rules], paired),
        provisions=_told(
            [p.says for p in drafted.provisions], [p.says for p in wanted.provisions], paired
        ),
        preferences=_wishes(drafted, wanted, paired),
        order=_order(drafted, wanted, paired),
        equilibria=_equilibria(drafted, wanted, paired),
    )


def _nothing(wanted: Dispute) -> Score:
    """The score of a draft that gave no dispute: all is missed."""
    names = [name for name, _, _ in wanted.named_options()]
    return Score(
        parties=Found(wanted=len(wanted.parties), missed=[_code(p) for p in wanted.parties]),
        options=Found(wanted=len(names), missed=names),
        rules=Share(0, len(wanted.rules), [written(r.says) for r in wanted.rules]),
        provisions=Share(0, len(wanted.provisions), [p.id for p in wanted.provisions]),
        preferences=Share(0, sum(len(p.preferences) for p in wanted.parties)),
        equilibria=Share(0, 1, ["no dispute was drafted"]),
    )


def _code(party: object) -> str:
    return getattr(party, "code", None) or getattr(party, "id", "")


def _parties(drafted: Dispute, wanted: Dispute) -> Found:
    """Parties by code, else by id."""
    has, should = ({_code(p) for p in d.parties} for d in (drafted, wanted))
    return Found(
        len(has & should), len(has), len(should), sorted(should - has), sorted(has - should)
    )


def _options(drafted: Dispute, wanted: Dispute, paired: tuple[Pair, ...]) -> Found:
    has = {name: option.text for name, _, option in drafted.named_options()}
    should = {name: option.text for name, _, option in wanted.named_options()}
    missed = should.keys() - {pair.wanted for pair in paired}
    more = has.keys() - {pair.drafted for pair in paired}
    return Found(
        len(paired),
        len(has),
        len(should),
        [f"{name}: {should[name]}" for name in sorted(missed)],
        [f"{name}: {has[name]}" for name in sorted(more)],
    )


def _today(drafted: Dispute, wanted: Dispute, paired: tuple[Pair, ...]) -> Share:
    """Of the paired options those that are taken today in both or in neither."""
    found = Share(of=len(paired))
    has, should = (frozenset(d.status_quo or ()) for d in (drafted, wanted))
    for pair in paired:
        if ((pair.drafted in has) != pair.flipped) == (pair.wanted in should):
            found.right += 1
        else:
            found.missed.append(f"{pair.wanted} is {'' if pair.wanted in should else 'not '}taken")
    return found


def translated(condition: Condition, names: Mapping[str, Pair]) -> Condition | None:
    """A drafted condition in the analyst's names; None where an option has no pair."""
    match condition:
        case Taken(option):
            pair = names.get(option)
            if pair is None:
                return None
            return Not(Taken(pair.wanted)) if pair.flipped else Taken(pair.wanted)
        case Not(inner):
            found = translated(inner, names)
            return Not(found) if found is not None else None
        case Both(left, operator, right):
            one, other = translated(left, names), translated(right, names)
            return Both(one, operator, other) if one is not None and other is not None else None


def _truths(condition: Condition, options: Iterable[str]) -> tuple[bool, ...]:
    """Truth of a condition in every combination of some options."""
    options = sorted(options)
    return tuple(
        holds(condition, {o for o, taken in zip(options, row, strict=True) if taken})
        for row in product((False, True), repeat=len(options))
    )


def same(one: Condition, other: Condition) -> bool:
    options = options_in(one) | options_in(other)
    return _truths(one, options) == _truths(other, options)


def part_of(one: Condition, other: Condition) -> bool:
    """Whether one condition follows from the other: says the same, or a part of it."""
    options = options_in(one) | options_in(other)
    rows = zip(_truths(one, options), _truths(other, options), strict=True)
    return all(mine or not its for mine, its in rows)


def _told(drafted: list[Condition], wanted: list[Condition], paired: tuple[Pair, ...]) -> Share:
    """Conditions of which a drafted one says the same or a part."""
    names = {pair.drafted: pair for pair in paired}
    said = [c for each in drafted if (c := translated(each, names)) is not None]
    found = Share(of=len(wanted))
    for condition in wanted:
        if any(part_of(each, condition) for each in said):
            found.right += 1
        else:
            found.missed.append(written(condition))
    return found


def _stated(
    dispute: Dispute, code: str, names: Mapping[str, Pair] | None
) -> list[tuple[Preference, Condition]]:
    """Single statements of a party in order; ``names`` translates a draft's."""
    found = []
    for party in dispute.parties:
        if _code(party) != code:
            continue
        for preference in party.preferences:
            for says in preference.says:
                condition = translated(says, names) if names is not None else says
                if condition is not None:
                    found.append((preference, condition))
    return found


def _matched(
    drafted: Dispute, wanted: Dispute, paired: tuple[Pair, ...], code: str
) -> list[tuple[int, int | None, Condition]]:
    """The analyst's statements of a party: place, place in the draft or None, and what it says."""
    names = {pair.drafted: pair for pair in paired}
    has = _stated(drafted, code, names)
    found = []
    for place, (_, condition) in enumerate(_stated(wanted, code, None)):
        there = next((k for k, (_, said) in enumerate(has) if same(said, condition)), None)
        found.append((place, there, condition))
    return found


def _wishes(drafted: Dispute, wanted: Dispute, paired: tuple[Pair, ...]) -> Share:
    """The analyst's statements that the draft has too, wherever in the order."""
    found = Share()
    for party in wanted.parties:
        for _, there, condition in _matched(drafted, wanted, paired, _code(party)):
            found.of += 1
            if there is not None:
                found.right += 1
            else:
                found.missed.append(f"{party.id}: {written(condition)}")
    return found


def _order(drafted: Dispute, wanted: Dispute, paired: tuple[Pair, ...]) -> Share:
    """Kendall's τ over the pairs of common statements that the analyst has put in order."""
    found = Share()
    for party in wanted.parties:
        code = _code(party)
        ranked = [(p, k) for k, p in enumerate(party.preferences) for _ in p.says]
        common = [
            (ranked[place], there)
            for place, there, _ in _matched(drafted, wanted, paired, code)
            if there is not None
        ]
        for ((one, first), a), ((other, second), b) in combinations(common, 2):
            if one.unsure or other.unsure or first == second:
                continue
            found.of += 1
            found.right += 1 if (first < second) == (a < b) else -1
    return found


def _equilibria(drafted: Dispute, wanted: Dispute, paired: tuple[Pair, ...]) -> Share:
    """Whether both have the same equilibria, seen on the paired options alone.

    Where less than half of the analyst's options are paired, they are not the same.
    """
    found = Share(of=1)
    if 2 * len(paired) < sum(1 for _ in wanted.named_options()):
        found.missed.append("too few options are paired")
        return found
    there = _projected(wanted, {pair.wanted: (pair.wanted, False) for pair in paired})
    here = _projected(drafted, {pair.drafted: (pair.wanted, pair.flipped) for pair in paired})
    differ = [c for c in HEADLINE if here is None or there is None or here[c] != there[c]]
    found.right = 0 if differ else 1
    found.missed = [f"equilibria under {', '.join(differ)}"] if differ else []
    return found


def _projected(
    dispute: Dispute, names: Mapping[str, tuple[str, bool]]
) -> dict[str, frozenset[frozenset[str]]] | None:
    """Equilibria of each concept as options taken, of the given ones, under their new names."""
    try:
        solved = analysis.analyse(dispute, concepts=CONCEPTS)
    except DetenteError:
        return None
    states = feasible_states(dispute)
    return {
        concept: frozenset(
            frozenset(
                new
                for name, (new, flipped) in names.items()
                if (name in (states[solved.number(i)].taken or ())) != flipped
            )
            for i in ids
        )
        for concept, ids in solved.equilibria.items()
    }
