"""Finds the elements of a dispute by what a person calls them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from detente.domain.conditions import written
from detente.domain.dispute import Dispute
from detente.errors import InputError
from detente.model.conditions import parse
from detente.model.names import nearest, shown

ElementKind = Literal["party", "option", "preference", "rule", "provision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A line of a model: what it is called, what it says, and what it rests on.

    ``party`` is the id of the party it belongs to, None for rules and provisions.
    """

    kind: ElementKind
    name: str
    text: str
    because: tuple[str, ...]
    party: str | None = None


def elements(dispute: Dispute) -> Iterator[Element]:
    """Every element of a dispute, in the order of its file."""
    for party in dispute.parties:
        yield Element(kind="party", name=party.id, text=party.name, because=party.because)
        for option in party.options:
            name = f"{party.id}.{option.id}"
            yield Element(
                kind="option", name=name, text=option.text, because=option.because, party=party.id
            )
        for preference in party.preferences:
            says = ", ".join(map(written, preference.says))
            yield Element(
                kind="preference",
                name=f"{party.id}: {says}",
                text=says,
                because=preference.because,
                party=party.id,
            )
    for rule in dispute.rules:
        says = written(rule.says)
        yield Element(kind="rule", name=says, text=rule.why or says, because=rule.because)
    for law in dispute.provisions:
        text = f"{written(law.says)} ({law.cite})"
        yield Element(kind="provision", name=law.id, text=text, because=law.because)


def find(dispute: Dispute, wanted: str) -> tuple[Element, ...]:
    """Elements that a person calls so: by id, code or name, or by what they say.

    Raises
    ------
    InputError
        If there is none.
    """
    known = tuple(elements(dispute))
    calls = {id(element): set(_called(dispute, element)) for element in known}
    asked = {" ".join(wanted.split()), *_spelled(dispute, wanted)}
    found = tuple(e for e in known if calls[id(e)] & asked)
    if not found:
        every = [name for names in calls.values() for name in names]
        best = nearest(wanted, every)
        raise InputError(
            f"nothing in the dispute is called {shown(wanted)}",
            fix=f"did you mean {best!r}?" if best else "name a party, an option or a condition",
        )
    return found


def check_named(dispute: Dispute, options: Iterable[str]) -> None:
    """Refuse full names of options that are not there.

    Raises
    ------
    InputError
        If one is not.
    """
    known = [name for name, _, _ in dispute.named_options()]
    for option in options:
        if option not in known:
            best = nearest(option, known)
            raise InputError(
                f"the record speaks of no option {shown(option)}",
                fix=f"did you mean {best!r}?" if best else f"known are {', '.join(known)}",
            )


def _called(dispute: Dispute, element: Element) -> Iterator[str]:
    """Every name of an element."""
    yield from (element.name, element.text)
    match element.kind:
        case "party":
            yield from (p.code for p in dispute.parties if p.id == element.name and p.code)
        case "option":
            yield element.name.split(".", 1)[1]
        case "provision":
            yield from (written(p.says) for p in dispute.provisions if p.id == element.name)


def _spelled(dispute: Dispute, wanted: str) -> Iterable[str]:
    """The wanted condition as the program spells it, alone and behind its party."""
    options = [name for name, _, _ in dispute.named_options()]
    party, colon, text = wanted.partition(":")
    owner = party.strip() if colon else None
    condition, _ = parse(text if colon else wanted, options, party=owner)
    if condition is None:
        return []
    says = written(condition)
    return [f"{owner}: {says}"] if owner else [says]
