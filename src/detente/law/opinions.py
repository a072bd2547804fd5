"""Why a state is not lawful, and the smallest ways to make it so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice
from types import TracebackType
from typing import Self

from detente.domain.dispute import Dispute, StateId
from detente.domain.rulings import TIERS, LegalChange, Opinion, Reason, Way
from detente.domain.states import OptionStates, State, feasible_states
from detente.errors import InputError
from detente.law.changes import Changes
from detente.law.clauses import Clauses
from detente.law.day import LawOfDay, clock, law_of, standing
from detente.law.dualising import (
    Ask,
    Demands,
    EnoughAskedError,
    conflicts,
    corrections,
    limited,
)
from detente.law.grounds import Ground
from detente.law.holders import Holders
from detente.law.judging import rule_on, with_options
from detente.law.wording import Words

MOST_WAYS = 24
MOST_REASONS = 40
MOST_MEANS = 8
# So many times the ways that are listed are looked at, so that the nearest are among them.
_LOOKED_AT = 4
# A search asks less often the more there is to ask about, so that huge law ends in seconds too.
_MOST_WORK = 2**21
_LEAST_ASKED = 2**9


def opinion(
    dispute: Dispute,
    state: StateId,
    on: date | None,
    readings: Sequence[str] = (),
    *,
    by: Sequence[str] = (),
    most: int = MOST_WAYS,
    largest: int | None = None,
) -> Opinion:
    """Say whether a state is lawful, all minimal reasons why not, and all minimal ways out.

    Parameters
    ----------
    by
        Ids of parties or actors, or names of tiers: only ways that these control are listed.
    most
        So many ways are listed at most, nearest to the table first, then the smallest.
    largest
        No way with more changes is looked for.

    Raises
    ------
    InputError
        If no state, reading or holder is called so; of a merged state, whose members the
        law may judge differently; and of a dispute in graph form.
    """
    with Question(dispute, state, on, readings) as question:
        return question.opinion(by=by, most=most, largest=largest)


class Question:
    """One state before the law of a day."""

    def __init__(
        self, dispute: Dispute, state: StateId, on: date | None, readings: Sequence[str] = ()
    ) -> None:
        self.dispute = dispute
        self.readings = tuple(readings)
        self.law = law_of(dispute, on, readings)
        self.states = with_options(feasible_states(dispute))
        self.state = _found(self.states, state)
        self.taken = self.state.members[0]
        self.holders = Holders(dispute)
        self.words = Words(dispute, self.law, self.holders, self.taken)
        self.changes = Changes(dispute, self.law, self.holders)
        self._facts = {fact.id: fact for fact in dispute.facts}
        self._provisions = {each.id: each for each in dispute.provisions}
        self._stack = ExitStack()
        self.ground = self._stack.enter_context(self._ground(self.law))
        # Minimal conflicts that were found on the way, and whether these are all.
        self._known: list[Demands] = []
        self._all_known = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def _ground(self, law: LawOfDay) -> Ground:
        fixed = {fact.id for fact in self.dispute.facts if fact.fixed}
        rules = [rule.says for rule in self.dispute.rules]
        return Ground(law, rules, self._asked_for, self._not_taken, fixed)

    @property
    def _asked_for(self) -> dict[str, bool]:
        """What the state takes, and what it drops of today's: that is what is asked for."""
        today = self.dispute.status_quo
        dropped = today - self.taken if isinstance(today, frozenset) else frozenset()
        return {
            name: name in self.taken for name in self.law.options if name in self.taken | dropped
        }

    @property
    def _not_taken(self) -> list[str]:
        """Options that somebody may still take."""
        asked_for = self._asked_for
        return [name for name in self.law.options if name not in asked_for]

    @property
    def is_lawful(self) -> bool:
        """Whether the state is surely lawful as it is."""
        return rule_on(self.law, self.state).lawful == "yes"

    def opinion(
        self, *, by: Sequence[str] = (), most: int = MOST_WAYS, largest: int | None = None
    ) -> Opinion:
        """The conclusion, the reasons and the ways; see :func:`opinion`."""
        wanted = self.holders.meant(by) if by else None
        ruling = rule_on(self.law, self.state)
        found = Opinion(
            state=self.state.id,
            taken=self.state.taken or (),
            on=self.law.on,
            lawful=ruling.lawful,
            depends_on=ruling.depends_on,
        )
        if ruling.lawful == "yes":
            return found
        ways, more = self.ways(wanted, most, largest)
        reasons, more_reasons = self.reasons(largest)
        return replace(
            found,
            reasons=reasons,
            ways=ways,
            more=more,
            more_reasons=more_reasons,
            under=self._under(ways, by, most, largest),
        )

    # --- ways ----------------------------------------------------------------------------

    def ways(
        self, wanted: frozenset[str] | None, most: int, largest: int | None
    ) -> tuple[tuple[Way, ...], bool]:
        """Ways that the holders wanted control, and whether there are more than are listed.

        With holders wanted, a way is minimal for them: what others could do beneath it stays
        undone.
        """
        ground = self.ground
        theirs = {
            n for n, c in self.changes.all.items() if wanted is None or wanted.issuperset(c.by)
        }
        # Who changes a fact that other things settle is decided by those.
        open_to_change = sorted(ground.demands & (theirs | self.law.derived))
        demands = ground.demands | (ground.beneath - theirs)
        known: list[Demands] = []
        found: list[Demands] = []
        more = False
        try:
            for given_up in self._corrections(demands, open_to_change, known, largest):
                if given_up is None or len(found) == most * _LOOKED_AT:
                    more = True
                    break
                found.append(given_up)
        except EnoughAskedError:
            more = True
        if wanted is None:
            self._known, self._all_known = known, not more
        ways = sorted((self._way(each, demands, theirs) for each in found), key=_order)
        return tuple(ways[:most]), more or len(ways) > most

    def _corrections(
        self,
        demands: Demands,
        open_to_change: Sequence[str],
        known: list[Demands],
        largest: int | None = None,
    ) -> Iterator[Demands | None]:
        """Sets of demands to give up, the cheapest first; None where larger ones are left out."""
        costs = {name: self.changes.all[name].cost for name in open_to_change}
        dearest = max(costs.values(), default=1)
        for found in corrections(demands, open_to_change, self._ask(), costs, known):
            if largest is None or len(found) <= largest:
                yield found
            elif sum(costs[name] for name in found) > largest * dearest:
                yield None
                return

    def _ask(self) -> Ask:
        """The ground's answers, as many as a search may need that ends in seconds."""
        size = len(self.ground.demands) + len(self.ground.beneath) + 1
        return limited(self.ground.ask, max(_LEAST_ASKED, _MOST_WORK // size))

    def _way(self, given_up: Demands, demands: Demands, theirs: Set[str]) -> Way:
        means = tuple(self._means(given_up, demands, theirs))
        stands = self.ground.changed(given_up, demands)
        changes = [self.changes.made(name, stands) for name in given_up]
        changes = [self._by_means(change, means) for change in changes]
        tiers = [change.tier for change in changes]
        first = means[0] if means else ()
        added = {c.id for c in (*changes, *first) if c.kind == "option" and c.to is True}
        way = Way(
            changes=tuple(sorted(changes, key=self.changes.as_told)),
            means=means,
            tier=max(tiers, key=TIERS.index, default="table"),
            cost=sum(change.cost for change in (*changes, *first)),
            state=self.states.id_of(self.taken | added),
        )
        return replace(way, text=self.words.way(way))

    def _means(
        self, given_up: Demands, demands: Demands, theirs: Set[str]
    ) -> Iterator[tuple[LegalChange, ...]]:
        """How the changes come about where more must happen, the nearest to the table first.

        Options and what lies beneath may change, and facts that these settle with them.
        """
        ground, derived = self.ground, self.law.derived
        loose = (ground.beneath | ground.demands.intersection(self.law.options)) & theirs
        loose -= given_up
        met = (demands - given_up - derived) | loose
        found: list[tuple[LegalChange, ...]] = []
        with suppress(EnoughAskedError):
            for changed in islice(self._corrections(met, sorted(loose), []), MOST_MEANS):
                if not changed:  # nothing more has to happen
                    return
                rest = met - changed
                # What could be lawful without one of the changes is a means to another way.
                if not any(ground.ask(rest | {name})[0] for name in given_up & derived):
                    stands = ground.changed(changed, met)
                    changes = (self.changes.made(name, stands) for name in sorted(changed))
                    found.append(tuple(changes))
        yield from sorted(found, key=_by_nearness)

    def _by_means(self, change: LegalChange, means: Sequence[Sequence[LegalChange]]) -> LegalChange:
        """Of a fact that others settle, who controls it: by the nearest means."""
        if change.id not in self.law.derived or not means:
            return change
        tier = TIERS[_tier(means[0])]
        return replace(change, tier=tier)

    def _under(
        self, ways: Sequence[Way], by: Sequence[str], most: int, largest: int | None
    ) -> Mapping[str, tuple[Way, ...]]:
        """By open reading the ways that suffice if it is the right one, and not otherwise."""
        known = {frozenset(change.id for change in way.changes) for way in ways}
        found: dict[str, tuple[Way, ...]] = {}
        for question in self.law.open_questions():
            for each in question:
                chosen = (*self.readings, each)
                here = (self.dispute, self.state.id, self.law.on, chosen)
                with Question(*here) as narrower:
                    wanted = self.holders.meant(by) if by else None
                    more, _ = narrower.ways(wanted, most, largest)
                    narrower_only = [
                        w for w in more if frozenset(c.id for c in w.changes) not in known
                    ]
                if narrower_only:
                    found[each] = tuple(narrower_only)
        return found

    # --- reasons -------------------------------------------------------------------------

    def reasons(self, largest: int | None = None) -> tuple[tuple[Reason, ...], bool]:
        """All minimal reasons, the smallest first, and whether there are more than are listed."""
        known = sorted(self._known, key=_by_size)
        found: Iterable[Demands] = known
        if not self._all_known:
            found = conflicts(self.ground.demands, self._ask())
        listed: list[Demands] = []
        more = False
        try:
            for core in found:  # the smallest first
                more = len(listed) == MOST_REASONS or (largest is not None and len(core) > largest)
                if more:
                    break
                listed.append(core)
        except EnoughAskedError:
            more = True
            fits = (core for core in known if largest is None or len(core) <= largest)
            listed = list(dict.fromkeys((*listed, *fits)))[:MOST_REASONS]
        listed.sort(key=_by_size)
        return tuple(map(self._reason, listed)), more

    def _reason(self, core: Demands) -> Reason:
        provisions = [p for p in self._provisions if standing(p) in core or clock(p) in core]
        facts = [name for name in (*self.law.options, *self._facts) if name in core]
        reason = Reason(
            provisions=tuple(provisions),
            facts=tuple(facts),
            options=self._needed_options(core),
            readings=self._readings_of(core),
            unsettled=tuple(name for name in facts if name in self.law.unknown),
            lacking=tuple(self._lacking(core)),
            foreclosed=tuple(self._foreclosed(core)),
            cites=tuple(dict.fromkeys(self._provisions[p].cite for p in provisions)),
        )
        return replace(reason, text=self.words.reason(reason))

    def _needed_options(self, core: Demands) -> tuple[str, ...]:
        """Options taken or dropped without which the reason would fall away."""
        needed = self._asked_for
        for name in self.law.options:
            without = {each: taken for each, taken in needed.items() if each != name}
            if name in needed and self.ground.excludes(core, without):
                needed = without
        return tuple(needed)

    def _readings_of(self, core: Demands) -> tuple[str, ...]:
        """Open readings under which alone it is a reason; none where it is one under all."""
        found: list[str] = []
        for question in self.law.open_questions():
            where = [each for each in question if self._is_reason_under(each, core)]
            found += where if len(where) < len(question) else []
        return tuple(found)

    def _is_reason_under(self, reading_id: str, core: Demands) -> bool:
        ground = self._grounds_under[reading_id]
        return ground.excludes(core & ground.demands)

    @cached_property
    def _grounds_under(self) -> Mapping[str, Ground]:
        return {
            each: self._stack.enter_context(
                self._ground(law_of(self.dispute, self.law.on, (*self.readings, each)))
            )
            for question in self.law.open_questions()
            for each in question
        }

    def _lacking(self, core: Demands) -> Iterator[str]:
        """Provisions that would free from those in the reason and rest on facts in it."""
        broken = {p.id for p in self.law.binding if standing(p.id) in core}
        for provision in self.dispute.provisions:
            frees = provision.relieves and broken.intersection(provision.of)
            if frees and self.law.reached_from(provision.id) & core:
                yield provision.id

    def _foreclosed(self, core: Demands) -> Iterator[str]:
        """Provisions that would free from those in the reason, but for what is asked for."""
        broken = {p.id for p in self.law.binding if standing(p.id) in core}
        for provision in self.dispute.provisions:
            frees = provision.relieves and broken.intersection(provision.of)
            if frees and provision.applies(self.law.on) and not self._leaves_open(provision.id):
                yield provision.id

    def _leaves_open(self, name: str) -> bool:
        """Whether a name may be true in this state, facts and other options being as one likes."""
        clauses = self._loose
        asked = [clauses.atom(n) if so else -clauses.atom(n) for n, so in self._asked_for.items()]
        return clauses.solve([*asked, clauses.named(name)]) is not None

    @cached_property
    def _loose(self) -> Clauses:
        """A solver that knows what the law means and the rules, and no facts."""
        clauses = self._stack.enter_context(Clauses(self.law))
        for rule in self.dispute.rules:
            clauses.add([clauses.meaning(rule.says)])
        return clauses


def _found(states: OptionStates, state: StateId) -> State:
    number = states.number_of(state)
    if number is None:
        raise InputError(f"no state is called {state!r}", fix="name a state by its id")
    found = states[number]
    if len(found.members) > 1:
        what = f"state {found.id} stands for several, which the law may judge differently"
        raise InputError(what, fix="leave out its [[merge]], and ask of one of them")
    return found


def _tier(changes: Sequence[LegalChange]) -> int:
    return max((TIERS.index(change.tier) for change in changes), default=0)


def _by_nearness(means: Sequence[LegalChange]) -> tuple[int, int, int, list[str]]:
    """Those at the table first, then those that take no facts to be settled."""
    facts = sum(change.kind != "option" for change in means)
    return _tier(means), facts, len(means), [change.id for change in means]


def _by_size(core: Demands) -> tuple[int, list[str]]:
    return len(core), sorted(core)


def _order(way: Way) -> tuple[int, int, int, list[str]]:
    names = [change.id for change in way.changes]
    return TIERS.index(way.tier), len(way.changes), way.cost, names
