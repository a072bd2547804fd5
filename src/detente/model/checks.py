"""What can be wrong with a dispute although each of its elements reads well."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, pairwise

from detente.domain.conditions import holds, options_in, written
from detente.domain.dispute import Dispute, Party, worth
from detente.domain.states import OptionStates, State, States, feasible_states
from detente.errors import AnalysisError
from detente.model.names import shown
from detente.model.places import Path
from detente.model.tables import Notes


def check_names(dispute: Dispute, notes: Notes) -> None:
    """Check that names are used once and that the two forms are not mixed."""
    if len(dispute.parties) < 2:
        what = f"a dispute has two parties or more, and this one has {len(dispute.parties)}"
        notes.error("too-few-parties", ("party",), what, "add a [[party]] table")
    _once(notes, "party", ("party",), (party.id for party in dispute.parties))
    _once(notes, "state", ("state",), (state.id for state in dispute.states))
    for index, party in enumerate(dispute.parties):
        _once(notes, "option", ("party", index, "option"), (option.id for option in party.options))
        if dispute.states and party.options:
            what = "a dispute in graph form lists states and moves, and no options"
            notes.error("mixed-forms", ("party", index, "option"), what, "keep one of the two")
    if dispute.moves and not dispute.states:
        what = "moves are listed, and no states"
        notes.error("mixed-forms", ("move",), what, "add [[state]] tables, or remove the moves")
    if not dispute.states and not any(party.options for party in dispute.parties):
        what = "no party has an option, and no states are listed"
        notes.error("no-options", ("party",), what, "add [[party.option]] tables")


def _once(notes: Notes, kind: str, path: Path, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name and name in seen:
            what = f"two of a kind ({kind}) are called {shown(name)}"
            notes.error("duplicate", (*path, index), what, "give each its own name")
        seen.add(name)


def check_idle(dispute: Dispute, notes: Notes) -> None:
    """Warn of a party that can do nothing: allowed, and probably a mistake."""
    movers = {move.party for move in dispute.moves}
    for index, party in enumerate(dispute.parties):
        if not party.options and party.id not in movers:
            lacks = "move" if dispute.states else "option"
            notes.warning(
                "idle-party",
                ("party", index),
                f"the party {party.id!r} has no {lacks}: it changes nothing",
                f"add its {lacks}s, or leave the party out",
            )


def check_statements(dispute: Dispute, notes: Notes) -> None:
    """Warn of statements said twice: the second says nothing."""
    for index, party in enumerate(dispute.parties):
        path: Path = ("party", index, "preference")
        said: set[Hashable] = set()
        for place, preference in enumerate(party.preferences):
            texts = Counter(written(condition) for condition in preference.says)
            repeated = next((text for text, times in texts.items() if times > 1), None)
            if repeated or frozenset(texts) in said:
                notes.warning(
                    "duplicate-statement",
                    (*path, place),
                    f"the party {party.id!r} says {shown(repeated or ', '.join(texts))} twice",
                    "remove one of the two",
                )
            said.add(frozenset(texts))


def check_states(dispute: Dispute, notes: Notes) -> None:
    """Check everything that takes a list of the feasible states."""
    try:
        states = feasible_states(dispute)
    except AnalysisError as error:
        what = f"{error.what}: rules, rankings and merged states were not checked"
        notes.warning("too-many-states", ("party",), what, error.fix)
        return
    if not states:
        _blame_a_rule(dispute, notes)
        return
    if isinstance(dispute.status_quo, frozenset) and states.number_of(dispute.status_quo) is None:
        what = "the status quo is not feasible: a rule forbids it"
        notes.warning("status-quo-infeasible", ("status_quo",), what, "correct it or the rule")
    for index, party in enumerate(dispute.parties):
        _check_ranking(party, states, ("party", index, "ranking"), notes)
    if isinstance(states, OptionStates) and dispute.merges:
        _check_merges(dispute, states, notes)


def _blame_a_rule(dispute: Dispute, notes: Notes) -> None:
    """Name the first rule that leaves no state, given those before it."""
    for index in range(len(dispute.rules)):
        before = replace(dispute, rules=dispute.rules[: index + 1], merges=())
        if _surely_infeasible(before):
            what = "this rule leaves no feasible state"
            what += ": it contradicts those before it" if index else ""
            notes.error("contradictory-rules", ("rule", index), what, "correct the rules")
            return


def _surely_infeasible(dispute: Dispute) -> bool:
    try:
        return not feasible_states(dispute)
    except AnalysisError:  # more than can be listed
        return False


def _check_ranking(party: Party, states: States, path: Path, notes: Notes) -> None:
    """Check that a ranking names every state exactly once."""
    if party.ranking is None:
        return
    seen: set[int] = set()
    for index, tier in enumerate(party.ranking.tiers):
        for place, named in enumerate(tier):
            here = (*path, index, place) if len(tier) > 1 else (*path, index)
            shape = "+".join(sorted(named)) or "-" if isinstance(named, frozenset) else str(named)
            number = states.number_of(named)
            if number is None:
                what = (
                    f"the ranking of {party.id!r} names {shown(shape)}, which is no feasible state"
                )
                notes.error("unknown-state", here, what, "see the states with `detente analyse`")
            elif number in seen:
                what = f"the ranking of {party.id!r} names state {states[number].id} twice"
                notes.error("ranking-repeats", here, what, "name each state once")
            else:
                seen.add(number)
    if len(seen) < len(states):
        unseen = (number for number in range(len(states)) if number not in seen)
        some = ", ".join(_described(states[number]) for number in islice(unseen, 5))
        missing = len(states) - len(seen)
        more = f" and {missing - 5} more" if missing > 5 else ""
        what = f"the ranking of {party.id!r} misses {some}{more}"
        notes.error("ranking-misses", path, what, "rank every feasible state")


def _described(state: State) -> str:
    if state.taken is None:
        return f"state {state.id!r}"
    return f"state {state.id} ({'+'.join(state.taken) or '-'})"


def _check_merges(dispute: Dispute, states: OptionStates, notes: Notes) -> None:
    taken: set[int] = set()
    for index, merge in enumerate(dispute.merges):
        alone = feasible_states(replace(dispute, merges=(merge,)))
        assert isinstance(alone, OptionStates)
        matching = alone.groups[0]
        if len(matching) < 2:
            what = f"{len(matching)} feasible states satisfy this: there is nothing to merge"
            notes.warning("merge-empty", ("merge", index), what, "correct the condition")
        if not taken.isdisjoint(matching):
            what = "a state satisfies this and an earlier merge"
            notes.error("merge-overlap", ("merge", index), what, "make the two exclude each other")
        taken.update(matching)
    for group in states.merged:
        number = states.number_of(states.taken(group[0]))
        assert number is not None
        _check_members(dispute, states[number], notes)


def _check_members(dispute: Dispute, state: State, notes: Notes) -> None:
    """Check that nothing distinguishes the members of a merged state."""
    index = next(k for k, merge in enumerate(dispute.merges) if holds(merge.says, state.members[0]))
    for party in dispute.parties:
        for one, other in pairwise(state.members):
            if worth(party, one) != worth(party, other):
                what = (
                    f"the states {shown('+'.join(sorted(one)) or '-')} and "
                    f"{shown('+'.join(sorted(other)) or '-')} are merged, and {party.id!r} "
                    "prefers one of them"
                )
                fix = "correct the condition, or the preferences"
                notes.error("merged-differ", ("merge", index), what, fix)
                break
    for day in _days_that_matter(dispute):
        if len({_is_lawful(dispute, member, day) for member in state.members}) > 1:
            what = (
                f"states are merged of which the law forbids only some{f' on {day}' if day else ''}"
            )
            notes.error("merged-differ", ("merge", index), what, "correct the condition")
            return


def _days_that_matter(dispute: Dispute) -> Iterator[date | None]:
    """One day of each stretch in which the law stays the same."""
    yield None
    for provision in dispute.provisions:
        if provision.in_force:
            yield provision.in_force
        if provision.until and provision.until < date.max:
            yield provision.until + timedelta(days=1)


def _is_lawful(dispute: Dispute, taken: frozenset[str], day: date | None) -> bool:
    """Whether the provisions allow it that hang on options alone; the rest the law stage judges."""
    options = {name for name, _, _ in dispute.named_options()}
    touched = {other for law in dispute.provisions for other in law.of}
    touched |= {each.provision for law in dispute.provisions for each in law.overrides}
    return all(
        holds(law.says, taken)
        for law in dispute.provisions
        if law.applies(day)
        and law.binds
        and law.id not in touched
        and not (law.when or law.menu or law.reading)
        and options_in(law.says) <= options
    )
