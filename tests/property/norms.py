"""Random law, and what it means word by word: slow, and written without the program's own.

Strategies make disputes of a few options, facts and provisions of every kind. The oracle
follows the definitions of `docs/explanation/law.md` and tries everything there is to try.
"""

from dataclasses import replace
from datetime import date
from itertools import combinations, product

from hypothesis import strategies as st

from detente.domain.conditions import Both, Not, Taken
from detente.domain.dispute import Dispute, Option, Party, Rule
from detente.domain.norms import Fact, LegalReading, Menu, Override, Provision, Wait

DAY = date(2024, 6, 1)
OPTIONS = ("a.x", "a.y", "b.z")
PLAIN = Dispute(
    name="x",
    parties=(
        Party(id="a", name="A", options=(Option(id="x", text="x"), Option(id="y", text="y"))),
        Party(id="b", name="B", options=(Option(id="z", text="z"),)),
    ),
)
KINDS = (
    *("prohibition", "obligation", "power", "exception"),
    *("waiver", "delay", "termination", "review"),
)


def conditions(names):
    atoms = st.sampled_from(sorted(names)).map(Taken)
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            inner.map(Not),
            st.builds(Both, inner, st.sampled_from(["and", "or", "requires", "iff"]), inner),
        ),
        max_leaves=4,
    )


@st.composite
def facts(draw, most=4):
    found = []
    for number in range(draw(st.integers(1, most))):
        status = draw(st.sampled_from(["true", "false", "unknown", "contested"]))
        days_ago = draw(st.integers(0, 40))
        dated = draw(st.booleans())
        since = date.fromordinal(DAY.toordinal() - days_ago) if dated else None
        found.append(Fact(id=f"f{number}", status=status, as_of=since))
    if draw(st.booleans()):
        names = [*OPTIONS, *(fact.id for fact in found)]
        found.append(Fact(id="derived", says=draw(conditions(names))))
    return tuple(found)


@st.composite
def provisions(draw, known_facts, readings, most=4):
    plain = [fact.id for fact in known_facts if fact.says is None]
    found = []
    for number in range(draw(st.integers(1, most))):
        names = [*OPTIONS, *(fact.id for fact in known_facts), *(p.id for p in found)]
        kind = draw(st.sampled_from(KINDS if found else KINDS[:3]))
        earlier = [p.id for p in found]
        needs = kind not in ("prohibition", "obligation", "power")
        binds = kind in ("prohibition", "obligation")
        # What takes effect away is written later, and leans on facts alone: so no circles.
        own = [*OPTIONS, *(fact.id for fact in known_facts)]
        says = draw(conditions(own if needs or binds is False else names))
        act = draw(st.sampled_from([None, *plain])) if not binds else None
        menu = None
        if binds and draw(st.integers(0, 3)) == 0:
            of = draw(st.lists(st.sampled_from(own), min_size=1, max_size=4, unique=True))
            menu = Menu(least=draw(st.integers(1, len(of))), of=tuple(of))
        overrides = ()
        if earlier and draw(st.integers(0, 4)) == 0:
            overrides = (Override(provision=draw(st.sampled_from(earlier)), reason="later"),)
        found.append(
            Provision(
                id=f"p{number}",
                cite=f"Sec. {number}",
                kind=kind,
                says=says,
                when=draw(st.none() | conditions(own)) if binds else None,
                of=tuple(draw(st.lists(st.sampled_from(earlier), min_size=1, unique=True)))
                if needs
                else (),
                act=act,
                menu=menu,
                wait=(Wait(days=draw(st.integers(1, 30))),) if act and draw(st.booleans()) else (),
                renew_days=draw(st.none() | st.integers(1, 30)) if act else None,
                overrides=overrides,
                reading=draw(st.sampled_from([None, None, *readings])),
                until=draw(st.sampled_from([None, None, None, date(2023, 1, 1)])),
            )
        )
    return tuple(found)


@st.composite
def disputes(draw, facts_at_most=4, provisions_at_most=4):
    readings = draw(st.sampled_from([(), ("r1", "r2"), ("r1", "r2", "r3")]))
    known = draw(facts(facts_at_most))
    rules = draw(st.lists(conditions(OPTIONS), max_size=1))
    return replace(
        PLAIN,
        rules=tuple(Rule(says=says) for says in rules),
        facts=known,
        readings=tuple(LegalReading(id=r, about="q", text=r) for r in readings),
        provisions=draw(provisions(known, readings, provisions_at_most)),
        status_quo=draw(st.sampled_from([None, frozenset(), frozenset({"a.x"})])),
    )


# --- The oracle --------------------------------------------------------------------------------


class World:
    """Options, facts, one reading and the provisions that stand, all settled."""

    def __init__(self, dispute, taken, facts, reading, repealed=frozenset(), waited=frozenset()):
        self.taken, self.given, self.reading = taken, facts, reading
        self.repealed, self.waited = repealed, waited
        self.facts = {fact.id: fact for fact in dispute.facts}
        self.provisions = {p.id: p for p in dispute.provisions}

    def is_so(self, condition):
        match condition:
            case Taken(name):
                return self.atom(name)
            case Not(inner):
                return not self.is_so(inner)
            case Both(left, "and", right):
                return self.is_so(left) and self.is_so(right)
            case Both(left, "or", right):
                return self.is_so(left) or self.is_so(right)
            case Both(left, "requires", right):
                return self.is_so(right) or not self.is_so(left)
            case Both(left, "iff", right):
                return self.is_so(left) is self.is_so(right)

    def atom(self, name):
        if name in self.facts:
            says = self.facts[name].says
            return self.given[name] if says is None else self.is_so(says)
        if name in self.provisions:
            return self.has_effect(self.provisions[name])
        return name in self.taken

    def in_force(self):
        return [p for p in self.provisions.values() if p.applies(DAY)]

    def of(self, provision):
        return [p for p in self.in_force() if provision.id in p.of]

    def has_effect(self, p):
        if p not in self.in_force() or p.id in self.repealed:
            return False
        if p.kind in ("prohibition", "obligation"):
            usable = p.when is None or self.is_so(p.when)
        else:
            usable = self.is_so(p.says) and (p.act is None or self.given[p.act])
            usable = usable and self.clock_ran(p)
        reviewed = all(self.is_passed(r) for r in self.of(p) if r.kind == "review")
        return usable and reviewed and self.is_free(p)

    def is_passed(self, review):
        return not self.is_free(review) or self.has_effect(review)

    def is_free(self, p):
        if p.reading is not None and p.reading != self.reading:
            return False
        lifted = any(
            self.has_effect(q)
            for q in self.of(p)
            if q.kind in ("exception", "waiver", "delay", "termination")
        )
        overridden = any(
            self.has_effect(q)
            for q in self.in_force()
            if any(o.provision == p.id for o in q.overrides)
        )
        return not lifted and not overridden

    def clock_ran(self, p):
        return p.id in self.waited or clock_has_run(p, self.facts)

    def is_lawful(self):
        return all(self.is_kept(p) for p in self.in_force())

    def is_kept(self, p):
        if p.kind not in ("prohibition", "obligation") or not self.has_effect(p):
            return True
        enough = p.menu is None or sum(map(self.atom, p.menu.of)) >= p.menu.least
        return self.is_so(p.says) and enough


def clock_has_run(p, known):
    """Count the days one by one."""
    fact = known.get(p.act)
    if fact is None or fact.status != "true" or fact.as_of is None:
        return True
    passed = 0
    while date.fromordinal(fact.as_of.toordinal() + passed) != DAY:
        passed += 1
    waited = not p.wait or passed >= p.wait[0].days
    return waited and (p.renew_days is None or passed <= p.renew_days)


def completions(dispute, known=None):
    """Every truth of the facts, with those known as they are unless given otherwise."""
    plain = [fact for fact in dispute.facts if fact.says is None]
    known = {f.id: f.status == "true" for f in plain if f.status in ("true", "false")} | (
        known or {}
    )
    open_facts = [fact.id for fact in plain if fact.id not in known]
    readings = [each.id for each in dispute.readings] or [None]
    for values in product([False, True], repeat=len(open_facts)):
        for reading in readings:
            yield known | dict(zip(open_facts, values, strict=True)), reading


def answers(dispute, taken):
    return {World(dispute, taken, f, r).is_lawful() for f, r in completions(dispute)}


def bears(dispute, taken):
    """Open facts and readings of which one alone can decide."""
    plain = [f.id for f in dispute.facts if f.says is None and f.status in ("unknown", "contested")]
    found = set()
    for given, reading in completions(dispute):
        here = World(dispute, taken, given, reading).is_lawful()
        for fact in plain:
            other = {**given, fact: not given[fact]}
            if World(dispute, taken, other, reading).is_lawful() != here:
                found.add(fact)
        for rival in dispute.readings:
            if World(dispute, taken, given, rival.id).is_lawful() != here:
                found |= {rival.id, reading}
    return found


def mentioned(condition):
    match condition:
        case None:
            return set()
        case Taken(name):
            return {name}
        case Not(inner):
            return mentioned(inner)
        case Both(left, _, right):
            return mentioned(left) | mentioned(right)


def looked_at(dispute, taken):
    """Names at which the law looks; of facts that others settle, those whose truth is clear."""
    facts = {fact.id: fact for fact in dispute.facts}
    in_force = {p.id: p for p in dispute.provisions if p.applies(DAY)}
    waiting = [p.id for p in in_force.values() if p.binds]
    found, provisions = set(), set()
    for p in [in_force[name] for name in waiting]:
        waiting += mentioned(p.says) | set(p.menu.of if p.menu else ())
    seen = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in in_force:
            p = in_force[name]
            provisions.add(name)
            waiting += mentioned(p.when) | ({p.act} - {None})
            waiting += set() if p.binds else mentioned(p.says)
            waiting += [q.id for q in in_force.values() if name in q.of and not q.binds]
            waiting += [
                q.id for q in in_force.values() if any(o.provision == name for o in q.overrides)
            ]
        elif name in facts and facts[name].says is not None:
            worlds = (World(dispute, taken, f, r) for f, r in completions(dispute))
            values = {world.atom(name) for world in worlds}
            if len(values) == 1:
                found.add(name)
            else:
                waiting += mentioned(facts[name].says)
        elif name not in {p.id for p in dispute.provisions}:
            found.add(name)
    return found, provisions


class Brute:
    """All minimal reasons and ways of a state, by trying every set of demands."""

    def __init__(self, dispute, taken, rules):
        self.dispute, self.taken, self.rules = dispute, taken, rules
        surface, provisions = looked_at(dispute, taken)
        dropped = dispute.status_quo or frozenset()
        options = [name for name in OPTIONS if name not in taken | dropped]
        plain = [fact for fact in dispute.facts if fact.says is None]
        known = {fact.id: fact for fact in dispute.facts}
        in_force = [p for p in dispute.provisions if p.applies(DAY)]
        self.value = {
            fact.id: World(dispute, taken, *next(completions(dispute))).atom(fact.id)
            for fact in dispute.facts
            if fact.says is not None and fact.id in surface
        }
        self.items = frozenset(
            [("option", n) for n in options]
            + [("fact", f.id) for f in plain]
            + [("derived", n) for n in self.value]
            + [("provision", p.id) for p in in_force if p.binds]
            + [
                ("clock", p.id)
                for p in in_force
                if p.id in provisions and not clock_has_run(p, known)
            ]
        )
        self.demands = frozenset(
            each for each in self.items if each[0] in ("provision", "clock") or each[1] in surface
        )
        self.known = {f.id: f.status == "true" for f in plain if f.status in ("true", "false")}

    def is_lawful(self, chosen, derived=frozenset()):
        """Whether all is lawful whatever is left unsettled, and derived facts stay as they are."""
        taken = self._taken(chosen)
        if not all(rule(taken) for rule in self.rules):
            return False
        worlds = self._worlds(chosen)
        return all(w.is_lawful() for w in worlds) and self.keeps(chosen, derived)

    def keeps(self, chosen, derived):
        """Whether derived facts stay as they are whatever is left unsettled."""
        return all(w.atom(n) == self.value[n] for w in self._worlds(chosen) for n in derived)

    def _taken(self, chosen):
        return self.taken | {n for (k, n), v in chosen.items() if k == "option" and v}

    def _worlds(self, chosen):
        taken = self._taken(chosen)
        known = self.known | {n: v for (k, n), v in chosen.items() if k == "fact"}
        repealed = {n for (k, n), v in chosen.items() if k == "provision" and v}
        waited = {n for (k, n), v in chosen.items() if k == "clock" and v}
        return [
            World(self.dispute, taken, f, r, repealed, waited)
            for f, r in completions(self.dispute, known)
        ]

    def can_be_met(self, demands):
        """Whether the rest can be so chosen that all is lawful whatever is left unsettled."""
        free = sorted(each for each in self.items - demands if each[0] != "derived")
        derived = [name for kind, name in demands if kind == "derived"]
        return any(
            self.is_lawful(dict(zip(free, values, strict=True)), derived)
            for values in product([False, True], repeat=len(free))
        )

    def reasons_and_ways(self):
        met = {}
        for size in range(len(self.demands) + 1):
            for each in combinations(sorted(self.demands), size):
                subset = frozenset(each)
                if any(not met[subset - {d}] for d in subset):
                    met[subset] = False
                else:
                    met[subset] = self.can_be_met(subset)
        reasons = {s for s, ok in met.items() if not ok and all(met[s - {d}] for d in s)}
        ways = {
            self.demands - s
            for s, ok in met.items()
            if ok and all(not met[s | {d}] for d in self.demands - s)
        }
        return reasons, ways
