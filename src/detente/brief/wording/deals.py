"""The deal: what each side asks, whether it would hold, and what would make it hold."""

from collections.abc import Sequence

from detente.brief.wording.concepts import under, under_only
from detente.brief.wording.phrases import capital, listed, number
from detente.domain.verdicts import ChangeKind, Concept


def asks(party: str, wish: str) -> str:
    """What one party asks of another."""
    return f"{capital(party)} asks {wish}."


def deal(words: str, law: str | None, standing: str, *, alike: bool) -> str:
    """The deal in words: what the law says of it, and whether it would hold.

    Parameters
    ----------
    law
        From :func:`lawfulness`; None where no law is known.
    alike
        Whether both speak for the deal, or both against it.
    """
    verdict = f"{law}{' and ' if alike else ', but '}{standing}" if law else standing
    return f"The deal, in which each side has what it asks of the other ({words}), {verdict}."


def lawfulness(lawful: bool | None) -> str:
    """What the law says of the deal."""
    return {
        True: "would be lawful",
        False: "would be unlawful",
        None: "may be unlawful, depending on what the record does not settle",
    }[lawful]


def no_deal(asking: Sequence[str], silent: Sequence[str]) -> str:
    """There is no state in which each has what it asks."""
    if silent:
        return (
            "No deal can be named: nothing could be read in the record that "
            f"{listed(silent, 'or')} asks of the other side."
        )
    if asking:
        return (
            f"No single outcome gives each party what it asks: {listed(asking)} exclude each other."
        )
    return "No deal can be named: nothing could be read that one side asks of the other."


def deal_holds(concepts: Sequence[Concept]) -> str:
    """The deal is an equilibrium under some concept."""
    return f"would hold {under_only(concepts)}"


def deal_fails(leavers: Sequence[str]) -> str:
    """The deal is no equilibrium; ``leavers`` say who would leave it and for what."""
    why = f": {'; '.join(leavers)}" if leavers else " under any stability concept"
    return f"would not hold as things stand{why}"


def deal_open(words: str, law: str | None, unknown: Sequence[str]) -> str:
    """Whether the deal holds cannot be said."""
    lawful = f" It {law}." if law else ""
    return (
        f"Whether the deal, in which each side has what it asks of the other ({words}), would hold "
        f"cannot be said, because the record does not show what {listed(unknown, 'or')} "
        f"prefers.{lawful}"
    )


def condition(kind: ChangeKind, who: str, what: str, above: str | None) -> str:
    """One change, as a condition."""
    return {
        "raise": f"if {who} wanted {what} more than it wants {above}",
        "drop": f"if {who} no longer wanted {what}",
        "reverse": f"if {who} came to want {what}",
        "repeal": f"if {what} no longer applied",
    }[kind]


def change(condition: str, concepts: Sequence[Concept], *, open_: bool) -> str:
    """One change after which the deal holds; ``open_`` is whether it may be so already."""
    already = " The record does not rule out that this is so already." if open_ else ""
    return f"The deal would hold {under(concepts)} {condition}.{already}"


def changes_summary(condition: str, concepts: Sequence[Concept], others: int) -> str:
    """The first of the changes that would do, and how many others would."""
    also = {0: "; no other single change would do"}.get(
        others,
        f"; {number(others)} other single change{'' if others == 1 else 's'} would do as well",
    )
    return f"It would hold {under(concepts)} {condition}{also}."


def no_change() -> str:
    """No single change suffices."""
    return "No single change of a preference or a provision would make the deal hold."


def hurdle(party: str, wish: str, against: str | None) -> str:
    """What keeps the deal from holding, in one sentence."""
    return f"{capital(party)} wants {wish}" + (
        f", while {against}." if against else ", and the deal asks the contrary."
    )


def against_provision_unless(cite: str, wish: str, fact: str) -> str:
    """What a preference collides with: a provision that sets a condition."""
    return f"under {cite} it is unlawful for {wish} unless {fact}"


def against_provision(cite: str, fact: str) -> str:
    """What a preference collides with: a provision of any form."""
    return f"{cite} requires that {fact}"


def against_party(party: str, wish: str) -> str:
    """What a preference collides with: what another party wants."""
    return f"{party} wants {wish}"


def against_ask(party: str, wish: str) -> str:
    """What a preference collides with: what another party asks."""
    return f"{party} asks {wish}"


def hurdle_law(cite: str, fact: str | None) -> str:
    """The deal itself is unlawful; ``fact`` is what the law demands, where one clause says it."""
    return f"The deal breaks {cite}" + (f", by which it must be so that {fact}." if fact else ".")


def hurdle_asks(one: str, one_wish: str, other: str, other_wish: str) -> str:
    """The asks exclude each other."""
    return f"{capital(one)} asks {one_wish}, while {other} asks {other_wish}."


def hurdle_first_move() -> str:
    """Today's state and the deal both hold."""
    return "Today’s state holds as well as the deal, so no party gains by being the first to move."


def contrary(wish: str) -> str:
    """What is wanted, turned round, where it cannot be said in one clause."""
    return f"the contrary of this: {wish}"


def route_step(party: str, changed: str, gain: bool | None, wish: str | None) -> str:
    """One move on the way to the deal, and whether whoever moves gains by it."""
    why = f", because it wants {wish}" if wish else ""
    how = {True: f"; it gains by that{why}", False: f"; it loses by that{why}", None: ""}[gain]
    return f"{capital(party)} {changed}{how}."
