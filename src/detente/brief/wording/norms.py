"""What the law makes of the states."""

from collections.abc import Sequence
from datetime import date

from detente.brief.wording.phrases import capital, day, full_stop, listed, one_line
from detente.domain.dispute import StateId


def unlawful_unless(cite: str, wish: str, fact: str, states: str) -> str:
    """A provision that makes one act depend on another."""
    return f"Under {cite}, it is unlawful for {wish} unless {fact} ({states})."


def unlawful_act(cite: str, wish: str, states: str) -> str:
    """A provision that forbids one act."""
    return f"Under {cite}, it is unlawful for {wish} ({states})."


def unlawful(cite: str, fact: str, states: str) -> str:
    """A provision of any other form."""
    return f"{capital(cite)} requires that {fact}; otherwise the outcome is unlawful ({states})."


def breaking(states: Sequence[StateId], count: int) -> str:
    """The states that break a provision, the first of them where there are many."""
    more = count - len(states)
    named = [*map(str, states), *([f"{more:,} more"] if more else [])]
    return f"{'state' if count == 1 else 'states'} {listed(named)}"


def nothing_unlawful() -> str:
    """No provision of the model is broken anywhere."""
    return "No feasible outcome breaks a provision of the model."


def rule(fact: str, why: str) -> str:
    """What cannot happen otherwise, and why."""
    return full_stop(f"It is always so that {fact}" + (f": {one_line(why)}" if why else ""))


def provision(fact: str) -> str:
    """What a provision says in the model's terms."""
    return f"Required: {fact}."


def in_force(since: date | None, until: date | None) -> str:
    """From when to when a provision applies, where that is known."""
    begun = f" In force from {day(since.isoformat())}." if since else ""
    return begun + (f" Until {day(until.isoformat())}." if until else "")


def broken(cite: str, states: str) -> str:
    """A provision that states break, when and why being said in the memo."""
    return f"Under {cite}, {states} {'is' if states.startswith('state ') else 'are'} unlawful."


def relief(kind: str, fact: str) -> str:
    """A provision that frees from others, or gives a power, and when it may be used."""
    return f"{kind.capitalize()}, usable where this is so: {fact}."


def in_effect(cite: str) -> str:
    """A provision as a condition of another."""
    return f"{cite} has effect"


def fact(text: str, status: str, since: str | None) -> str:
    """A fact, and what is known of it."""
    known = {"true": "so", "false": "not so", "contested": "contested"}.get(status, "not known")
    when = f" since {day(since)}" if since and status in {"true", "false"} else ""
    return full_stop(f"{capital(text)}: {known}{when}")


def conclusion(state: str, lawful: str, on: str | None) -> str:
    """What the law says of a state."""
    when = f" on {day(on)}" if on else ""
    said = {
        "yes": "is lawful",
        "no": "is unlawful",
        "depends": "is lawful or not, depending on what is open below",
    }[lawful]
    return f"{capital(state)} {said}{when}, as far as the model knows the law."


def outcomes(lawful: Sequence[str], doubtful: Sequence[str]) -> str:
    """Which of the states that hold are lawful."""
    if not lawful and not doubtful:
        return "No state that holds under any concept is lawful."
    sure = f"{capital(listed(lawful))} {'holds' if len(lawful) == 1 else 'hold'} and " + (
        "is lawful." if len(lawful) == 1 else "are lawful."
    )
    open_ = f"Of {listed(doubtful)} it depends." if doubtful else ""
    return " ".join(part for part in (sure if lawful else "", open_) if part)


def step(text: str, cite: str | None, clock: str, earliest: str | None) -> str:
    """One step on the way to a lawful deal."""
    law = f" ({cite})" if cite and cite not in text else ""
    wait = f"; {clock}" if clock else ""
    when = f"; on {day(earliest)} at the earliest" if earliest else ""
    return full_stop(f"{capital(text)}{law}{wait}{when}")


def left_out(reasons: int, ways: int) -> str:
    """What the memo leaves out."""
    parts = [
        f"{count} more {noun}{'' if count == 1 else 's'}"
        for count, noun in ((reasons, "reason"), (ways, "way"))
        if count > 0
    ]
    return f"Left out here: {listed(parts)}; `detente law` prints them." if parts else ""
