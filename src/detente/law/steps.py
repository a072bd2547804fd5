"""From a way out to the steps that carry it out: who does what to whom, in which order, when.

An act comes after all that it certifies or presupposes, and after the reviews it must pass;
what the parties then do comes last. The days are the earliest: nobody tarries, and what hangs
on no clock can be done on the first day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from graphlib import CycleError, TopologicalSorter

from detente.domain.conditions import options_in
from detente.domain.dispute import Dispute, StateId
from detente.domain.norms import Fact, Provision
from detente.domain.rulings import TIERS, LegalChange, Route, Step, Way
from detente.law.clocks import earliest, later, wait_after
from detente.law.opinions import MOST_WAYS, Question


def route(
    dispute: Dispute,
    state: StateId,
    on: date | None,
    readings: Sequence[str] = (),
    *,
    by: Sequence[str] = (),
) -> Route | None:
    """The steps from today's state to another by the cheapest way that makes it lawful.

    The ways nearest to the table go first, and of those the cheapest. None if there is no
    way, or today's state is not known.

    Parameters
    ----------
    by
        Parties or actors who alone may have to change anything; see :func:`opinion`.
    """
    if not isinstance(dispute.status_quo, frozenset):
        return None
    with Question(dispute, state, on, readings) as question:
        if question.is_lawful:
            return _Planner(question, None).route()
        wanted = question.holders.meant(by) if by else None
        ways, _ = question.ways(wanted, MOST_WAYS, None)
        if not ways:
            return None
        cheapest = min(ways, key=lambda w: (TIERS.index(w.tier), w.cost, len(w.changes)))
        return _Planner(question, cheapest).route()


@dataclass(slots=True)
class _Item:
    """Something to be done, and what must be done before."""

    what: str
    text: str
    by: tuple[str, ...] = ()
    provision: Provision | None = None
    after: set[str] = field(default_factory=set)


class _Planner:
    def __init__(self, question: Question, way: Way | None) -> None:
        self.question = question
        self.way = way
        self.law = question.law
        self.dispute = question.dispute
        self.facts: Mapping[str, Fact] = {fact.id: fact for fact in self.dispute.facts}
        # Facts that others settle come about by the nearest means.
        derived = self.law.derived if way and way.means else frozenset()
        changes = [c for c in way.changes if c.id not in derived] if way else []
        changes += way.means[0] if way and way.means else ()
        self.changes: dict[str, LegalChange] = {change.id: change for change in changes}
        self.items: dict[str, _Item] = {}

    def route(self) -> Route:
        for change in self.changes.values():
            self.items[change.id] = self._item(change)
        self._order_acts()
        self._add_moves()
        steps = tuple(self._steps())
        days = [step.earliest for step in steps]
        known = [day for day in days if day is not None]
        state = self.question.state.id
        if self.way is not None and self.way.state is not None:
            state = self.way.state
        last = max(known) if known and len(known) == len(days) else None
        return Route(state=state, way=self.way, steps=steps, earliest=last)

    def _item(self, change: LegalChange) -> _Item:
        words = self.question.words
        provision = next((p for p in self.dispute.provisions if p.act == change.id), None)
        text = words.change(change)
        if provision is not None and change.kind == "fact":
            text = f"{text}: {words.terms(provision)}"
        if change.kind in ("provision", "clock"):
            provision = next(p for p in self.dispute.provisions if p.id == change.id)
        return _Item(what=change.id, text=text, by=change.by, provision=provision)

    def _order_acts(self) -> None:
        """Put an act after what it presupposes, and after its reviews."""
        for name, item in self.items.items():
            change, law = self.changes[name], item.provision
            if change.kind != "fact" or law is None:
                continue
            item.after |= self._resting_on(law) - {name}
            for review in self._reviews(law):
                item.after |= (self._resting_on(review) | {review.act or ""}) & self.items.keys()
            item.after.discard(name)

    def _resting_on(self, law: Provision) -> set[str]:
        """What is to change of all that a provision's use rests on."""
        found: set[str] = set()
        for name in options_in(law.says):
            found |= self.law.reached_from(name)
        # Means go together: what rests on one of them waits for all.
        means = {c.id for c in self.way.means[0]} if self.way and self.way.means else set()
        return (found | means if found & means else found) & self.items.keys()

    def _reviews(self, law: Provision) -> Iterator[Provision]:
        for other in self.dispute.provisions:
            if other.kind == "review" and law.id in other.of and other.applies(self.law.on):
                yield other

    def _add_moves(self) -> None:
        """Add what the parties do beside the changes.

        What an act presupposes comes before it, with all that a rule ties to it; the rest comes
        last, when all is lawful.
        """
        today = self.dispute.status_quo
        assert isinstance(today, frozenset), "asked for by `route`"
        changes = dict(self.items)
        taken = self.question.taken
        moves = [name for name in self.law.options if (name in taken) != (name in today)]
        moves = [name for name in moves if name not in changes]
        early = self._tied(self._presupposed(changes.values())) & set(moves)
        for name in moves:
            text = self.question.words.option(name, taken=name in taken)
            after = set() if name in early else set(changes) | early
            party = name.partition(".")[0]
            self.items[name] = _Item(what=name, text=text, by=(party,), after=after)
        for item in changes.values():
            if item.provision is not None and self._presupposed([item]) & early:
                item.after |= early

    def _presupposed(self, items: Iterable[_Item]) -> set[str]:
        """Options on which the use of a provision rests, of those that items use."""
        used = [item.provision for item in items if item.provision and not item.provision.binds]
        names = {name for law in used for name in options_in(law.says)}
        reached = {each for name in names for each in self.law.reached_from(name)}
        return reached.intersection(self.law.options)

    def _tied(self, options: set[str]) -> set[str]:
        """Options, and those that a rule names together with one of them."""
        tied = set(options)
        for rule in self.dispute.rules:
            names = options_in(rule.says)
            tied |= names if names & options else set()
        return tied

    def _steps(self) -> Iterator[Step]:
        order = self._sorted()
        numbers = {name: number for number, name in enumerate(order, start=1)}
        begun: dict[str, date | None] = {}
        for name in order:
            item = self.items[name]
            begun[name], clock = self._day(name, begun)
            law = item.provision
            yield Step(
                number=numbers[name],
                what=item.what,
                text=item.text,
                by=item.by,
                provision=law.id if law else None,
                cite=law.cite if law else None,
                after=tuple(sorted(numbers[each] for each in item.after)),
                earliest=begun[name],
                clock=clock,
            )

    def _sorted(self) -> list[str]:
        graph = {name: sorted(item.after) for name, item in self.items.items()}
        try:
            return list(TopologicalSorter(graph).static_order())
        except CycleError:  # two acts that presuppose each other are done together
            for item in self.items.values():
                item.after = set()
            return list(self.items)

    def _day(self, name: str, begun: Mapping[str, date | None]) -> tuple[date | None, str]:
        """The first day on which something can be done, and the clock that runs before."""
        item, on = self.items[name], self.law.on
        if on is None:
            return None, ""
        days: list[tuple[date, str]] = [(on, "")]
        for before in item.after:
            start = begun[before]
            if start is None:
                return None, ""
            days.append(self._over(before, name, start))
        change = self.changes.get(name)
        if change is not None and change.kind == "clock":
            if change.to == "later":
                return self._after_base(item.provision, begun)
            if change.to != "renewed":
                days.append((date.fromisoformat(str(change.to)), ""))
        if item.provision is not None and change is not None and change.kind == "fact":
            opens = earliest(item.provision, self.facts, None)
            if opens is not None:
                days.append((opens, f"not before {opens} ({item.provision.cite})"))
        # Of a day that two things lead to, the one needs no clock to be told of.
        return max(days, key=lambda each: (each[0], not each[1]))

    def _over(self, before: str, name: str, start: date) -> tuple[date, str]:
        """When the effect of an earlier act is there, so that a thing may follow it."""
        law = self.items[before].provision
        change = self.changes.get(before)
        if law is None or change is None or change.kind != "fact" or not law.wait:
            return start, ""
        days = wait_after(law.wait, start)
        return later(start, days, "days"), f"{days} days must pass first ({law.cite})"

    def _after_base(
        self, law: Provision | None, begun: Mapping[str, date | None]
    ) -> tuple[date | None, str]:
        """The end of a clock that begins with something still to be done."""
        rule = law.not_before if law else None
        start = begun.get(rule.after) if rule and rule.after else None
        if law is None or rule is None or start is None:
            return None, ""
        day = later(start, rule.count, rule.unit)
        return day, f"{rule.count} {rule.unit} must pass first ({law.cite})"
