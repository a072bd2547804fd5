"""What the law stage found, in words: the sentences of a memorandum, and nothing computed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from detente.domain.conditions import Both, Condition, Not, Taken
from detente.domain.dispute import Dispute
from detente.domain.norms import Fact, Form, Provision
from detente.domain.rulings import LegalChange, Reason, Tier, Way
from detente.law.day import LawOfDay
from detente.law.holders import Holders

ADVICE = "This is a model of the law and not legal advice."
NOT_CHECKED = "wording not checked against the official text"
# Of a fact that rests on more unknown ones than this, nothing is said.
_MOST_TRIED = 8
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
TIER_WORDS: dict[Tier, str] = {
    "table": "By those at the table",
    "legislature": "With a legislature",
    "third": "With others who are not at the table",
    "nobody": "With what nobody controls",
}
_FORMS: dict[Form, tuple[str, str]] = {
    "act": ("acts", "act"),
    "determination": ("determines", "determine"),
    "certification": ("certifies", "certify"),
    "notice": ("gives notice", "give notice"),
    "report": ("reports", "report"),
    "joint resolution": ("passes a joint resolution", "pass a joint resolution"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one dispute."""

    dispute: Dispute
    law: LawOfDay
    holders: Holders
    taken: frozenset[str] = frozenset()

    @property
    def _truths(self) -> frozenset[str]:
        """What is so in the state, unknown facts left out."""
        return self.law.truths(self.taken, self.law.settled)

    @property
    def _in_force(self) -> list[Provision]:
        return [each for each in self.dispute.provisions if each.applies(self.law.on)]

    def apart(self) -> Iterator[str]:
        """Prohibitions and obligations that are not in force on the day, and why."""
        day = self.law.on
        for each in self.dispute.provisions:
            if each.binds and day is not None and not each.applies(day):
                is_early = each.in_force is not None and day < each.in_force
                since = f"from {each.in_force} on" if is_early else f"until {each.until}"
                yield f"{short(each)} ({since})"

    # --- names ---------------------------------------------------------------------------

    def option(self, name: str, *, taken: bool = True) -> str:
        """An option taken or not, with its party."""
        for full, party, option in self.dispute.named_options():
            if full == name:
                today = self.dispute.status_quo
                dropped = isinstance(today, frozenset) and name in today
                left = "no longer " if dropped else "not "
                return f"{party.name}: {'' if taken else left}“{_plain(option.text)}”"
        return name

    def fact(self, fact: Fact, is_so: bool) -> str:
        """What is so when a fact is true or false."""
        if is_so:
            return _plain(fact.text) or fact.id
        return _plain(fact.text_not) or f"it is not so that {_lower(_plain(fact.text) or fact.id)}"

    def said(self, condition: Condition) -> str:
        """A condition in words."""
        match condition:
            case Not(Taken(name)):
                return self._atom(name, is_so=False)
            case Taken(name):
                return self._atom(name, is_so=True)
            case Not(inner):
                return f"not ({self.said(inner)})"
            case Both(left, "requires", right):
                return f"if {_lower(self.said(left))}, then {_lower(self.said(right))}"
            case Both(left, "iff", right):
                return f"{self.said(left)} if and only if {_lower(self.said(right))}"
            case Both(left, operator, right):
                return (
                    f"{self._part(left, operator)} {operator} {_lower(self._part(right, operator))}"
                )

    def _part(self, condition: Condition, inside: str) -> str:
        text = self.said(condition)
        is_loose = isinstance(condition, Both) and condition.operator != inside
        return f"({text})" if is_loose else text

    def _atom(self, name: str, *, is_so: bool) -> str:
        fact = next((each for each in self.dispute.facts if each.id == name), None)
        if fact is not None:
            return self.fact(fact, is_so)
        provision = self._provision(name)
        if provision is not None:
            return f"{short(provision)} {'has' if is_so else 'has no'} effect"
        return self.option(name, taken=is_so)

    def _provision(self, name: str) -> Provision | None:
        return next((each for each in self.dispute.provisions if each.id == name), None)

    def open_name(self, name: str) -> str:
        """An unknown fact, or a reading of the law, on which something depends."""
        for reading in self.dispute.readings:
            if reading.id == name:
                return f"which reading is right about {reading.about}"
        fact = next((each for each in self.dispute.facts if each.id == name), None)
        if fact is None:
            return name
        contested = " (contested)" if fact.standing(self.law.on)[0] == "contested" else ""
        return f"whether {_lower(_plain(fact.text) or fact.id)}{contested}"

    def open_names(self, names: Sequence[str]) -> list[str]:
        """All on which something depends, rival readings once."""
        return list(dict.fromkeys(map(self.open_name, names)))

    # --- reasons -------------------------------------------------------------------------

    def reason(self, reason: Reason) -> str:
        """One minimal reason, as a paragraph."""
        closed = self.foreclosed(reason.foreclosed)
        parts = [self.rules(reason), self.relief(reason.lacking), closed, self.facts(reason)]
        return " ".join(part for part in parts if part)

    def rules(self, reason: Reason) -> str:
        """What the provisions of a reason say, and of what in the state."""
        sentences = [self._rule(name) for name in reason.provisions]
        if reason.options:
            asked = [self.option(name, taken=name in self.taken) for name in reason.options]
            sentences.append(f"The state asked for has {listed(asked)}.")
        if reason.readings:
            sentences.append(f"This holds only if {self.readings(reason.readings)}.")
        return " ".join(sentences)

    def relief(self, lacking: Iterable[str]) -> str:
        """What could free from the provisions, and on which terms."""
        return " ".join(self._lacking(name) for name in lacking)

    def foreclosed(self, names: Iterable[str]) -> str:
        """What could free from the provisions in another state, and why not in this one."""
        return " ".join(f"{self._lacking(name)} {self._closed(name)}" for name in names)

    def _closed(self, name: str) -> str:
        reached = self.law.reached_from(name)
        derived = (f for f in self.dispute.facts if f.says is not None and f.id in reached)
        known = ((fact, self._certain(fact.id)) for fact in derived)
        settled = [self.settled(fact, is_so) for fact, is_so in known if is_so is not None]
        why = f": {_lower(listed(settled))}" if settled else ""
        return f"That is not open in this state{why}."

    def _certain(self, name: str) -> bool | None:
        """Truth of a name in this state, if that is the same whatever is unknown."""
        unknown = [each for each in self.law.unknown if each in self.law.rests_on[name]]
        if len(unknown) > _MOST_TRIED:
            return None
        given = self.law.settled
        found = {
            name in self.law.truths(self.taken, {**given, **dict(zip(unknown, truth, strict=True))})
            for truth in product((False, True), repeat=len(unknown))
        }
        return found.pop() if len(found) == 1 else None

    def facts(self, reason: Reason) -> str:
        """The facts of a reason, and what of them is not established."""
        facts = list(self._facts(reason))
        sentences = [f"As things stand, {_lower(listed(facts))}."] if facts else []
        if reason.unsettled:
            texts = [self.open_name(name) for name in reason.unsettled]
            sentences.append(f"It is not established {listed(texts)}.")
        return " ".join(sentences)

    def readings(self, names: Iterable[str]) -> str:
        """Which readings would have to be right."""
        found = [each for each in self.dispute.readings if each.id in set(names)]
        return listed([f"the reading “{_plain(each.text)}” is right" for each in found], "or")

    def _rule(self, name: str) -> str:
        provision = self._provision(name)
        assert provision is not None
        unmet = self.law.clocks.get(name)
        if unmet is not None and not provision.binds:
            if unmet.lapsed:
                return f"{short(provision)} has lapsed and would have to be used anew."
            day = f"before {unmet.opens}" if unmet.opens else "yet: its clock has not begun"
            return f"{short(provision)} cannot be used {day}."
        called = "" if provision.when is None else f", where {_lower(self.said(provision.when))}"
        if provision.note:
            return f"{short(provision)} provides{called}: {_plain(provision.note)}."
        verb = "forbids" if provision.kind == "prohibition" else "requires"
        return f"{short(provision)} {verb}{called}: {_plain(self._demand(provision))}."

    def _demand(self, provision: Provision) -> str:
        said = self.said(provision.says)
        if provision.menu is not None:
            return f"at least {provision.menu.least} of {len(provision.menu.of)} listed measures"
        if isinstance(provision.says, Both) and provision.says.operator == "requires":
            act, need = provision.says.left, provision.says.right
            return f"{_lower(self.said(act))}, unless {_lower(self.said(need))}"
        return said if provision.kind == "obligation" else f"lawful only if {_lower(said)}"

    def _facts(self, reason: Reason) -> Iterator[str]:
        """What is so, and from when on that is known."""
        for name in reason.facts:
            fact = next((each for each in self.dispute.facts if each.id == name), None)
            if fact is None:
                yield self.option(name, taken=False)
            elif fact.says is not None:
                yield self.settled(fact, name in self._truths)
            elif name not in reason.unsettled:
                status, since = fact.standing(self.law.on)
                day = f" ({'since' if status == 'true' else 'as of'} {since})" if since else ""
                yield f"{self.fact(fact, status == 'true')}{day}"

    def settled(self, fact: Fact, is_so: bool) -> str:
        """What is so when a fact is settled by other things, and the options that do it."""
        options = [n for n in self.law.options if n in self.law.rests_on[fact.id]]
        if not options:
            return self.fact(fact, is_so)
        here = [n for n in options if n in self.taken]
        none = f"none of {', '.join(options)}" if len(options) > 1 else f"{options[0]} not"
        return f"{self.fact(fact, is_so)} ({', '.join(here) or none} taken)"

    def _lacking(self, name: str) -> str:
        provision = self._provision(name)
        assert provision is not None
        needs = self.terms(provision)
        who = self.actors(provision) or "it"
        verb = {"exception": "excepts from", "waiver": "may waive", "delay": "may delay"}
        does = verb.get(provision.kind, "may end")
        if not provision.actors:
            does = does.removeprefix("may ") + ("s" if does.startswith("may") else "")
            return f"{short(provision)} {does} this: {needs}."
        return f"Under {short(provision)}, {who} {does} this: {needs}."

    def actors(self, provision: Provision) -> str:
        """Who acts under a provision, jointly or each."""
        names = [self.holders.name(each) for each in provision.actors]
        if len(names) < 2:
            return listed(names)
        return f"{listed(names)} {'jointly' if provision.acting == 'jointly' else 'each'}"

    # --- ways ----------------------------------------------------------------------------

    def way(self, way: Way) -> str:
        """What would have to change, as sentences."""
        changes = "; ".join(self.change(change) for change in way.changes)
        return " ".join(part for part in (f"{upper(changes)}.", self.means(way)) if part)

    def means(self, way: Way) -> str:
        """How the changes can come about, where more must happen."""
        found = [self._means(one) for one in way.means]
        if len(found) < 2:
            return "".join(f"This comes about by: {means}." for means in found)
        every = "; ".join(f"({_letter(n)}) {each}" for n, each in enumerate(found))
        return f"This can come about by {every}."

    def _means(self, changes: Sequence[LegalChange]) -> str:
        """Options and facts beneath a change, those of one party together."""
        by_party: dict[str, list[str]] = {}
        for full, party, option in self.dispute.named_options():
            if any(change.id == full for change in changes):
                by_party.setdefault(party.name, []).append(f"“{_plain(option.text)}”")
        parts = [f"{party}: {listed(texts)}" for party, texts in by_party.items()]
        parts += [self.change(change) for change in changes if change.kind != "option"]
        return ", and ".join(parts)

    def change(self, change: LegalChange) -> str:
        """One thing that would have to change, and who controls it."""
        who = listed([self.holders.name(each) for each in change.by])
        provision = self._provision(change.id)
        match change.kind:
            case "option":
                return self.option(change.id)
            case "provision":
                assert provision is not None
                return f"{who} repeals or amends {short(provision)}"
            case "clock":
                assert provision is not None
                return self._clock(provision, str(change.to))
            case "fact":
                return self._changed_fact(change, who)

    @staticmethod
    def _clock(provision: Provision, to: str) -> str:
        if to == "renewed":
            return f"what {short(provision)} allows is done anew"
        until = f"until {to}" if to != "later" else "until its clock has run"
        return f"it waits {until} ({short(provision)})"

    def _changed_fact(self, change: LegalChange, who: str) -> str:
        fact = next(each for each in self.dispute.facts if each.id == change.id)
        used = next((p for p in self._in_force if p.act == fact.id), None)
        if used is not None and change.to is True and used.actors:
            return self.act(used)
        text = self.fact(fact, change.to is True)
        status = fact.standing(self.law.on)[0]
        settled = "" if status in ("true", "false") or fact.says else f"; now {status}"
        return f"{_lower(text)} ({who}{settled})"

    def act(self, provision: Provision) -> str:
        """Who does what to whom under a provision."""
        one, several = _FORMS[provision.form]
        plural = len(provision.actors) > 1
        names = listed([self.holders.name(each) for each in provision.actors])
        how = ("jointly " if provision.acting == "jointly" else "each ") if plural else ""
        to = f" to {_plain(provision.addressee)}" if provision.addressee else ""
        return f"{names} {how}{several if plural else one}{to} under {short(provision)}"

    def terms(self, provision: Provision) -> str:
        """On which terms a provision may be used."""
        return _plain(provision.note) or self.said(provision.says)


def sources(dispute: Dispute, names: Iterable[str]) -> Iterator[str]:
    """For each provision named its citation, with its wording and whether that was checked."""
    wanted = set(names)
    for provision in dispute.provisions:
        if provision.id in wanted:
            wording = f": “{_plain(provision.wording)}”" if provision.wording else ""
            checked = "" if provision.text_checked else f" ({NOT_CHECKED})"
            yield f"{provision.cite}{wording}{checked}"


def short(provision: Provision) -> str:
    """A citation without what stands in brackets at its end; the sources have it whole."""
    return _BRACKETS.sub("", provision.cite) or provision.cite


def listed(texts: Sequence[str], word: str = "and") -> str:
    """Texts joined as a sentence joins them."""
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {word} {texts[-1]}"


def _letter(number: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[number % 26]


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _lower(text: str) -> str:
    """Begin in lower case, unless a name or a word in capitals begins there."""
    first, *rest = text.split(" ", 1) or [""]
    is_plain_word = first in _OPENERS
    return " ".join([first.lower(), *rest]) if is_plain_word else text


def upper(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


# Words that begin a text of the file and are capitals only for that.
_OPENERS = frozenset(
    {
        *("A", "An", "The", "It", "No", "There", "This", "That", "Any", "All", "Each"),
        *("If", "Not", "What", "Neither"),
    }
)
