"""What a party asks by citing law: "under the treaty, Oslo said, Peru is bound to withdraw".

Who says that law obliges or forbids somebody else to do something asks for that, as plainly as who
demands it. Law that speaks of whoever it fits, and what is said to comply with it in general words,
ask for nothing that could be an option.
"""

from collections.abc import Iterator, Sequence

from detente.lexicon.scales import scale
from detente.model.drafting.cited import GENERAL
from detente.model.drafting.laws import Duty
from detente.model.drafting.ties import Tie
from detente.model.drafting.voices import Voice


def pleaded(
    ruled: Sequence[Duty], spoken: Sequence[Voice], tied: Sequence[Tie], published: str | None
) -> Iterator[Voice]:
    """Voices in law that parties cite against each other, of what nobody speaks of elsewhere."""
    known = [*(v.deed for v in spoken), *(d for t in tied for d in (t.benefit, *t.needs))]
    for duty in ruled:
        setter, deed = duty.setter, duty.deed
        if setter is None or deed.owner in (None, setter) or duty.general or duty.given is not None:
            continue
        if deed.act in GENERAL or not (deed.complete and deed.named):
            continue
        if any(each.same_option(deed) for each in known):
            continue  # it is on the table, and law says no more of it than whoever spoke of it
        if _for_something_else(duty):
            continue
        yield Voice(
            party=setter, deed=deed, attitude="demands",
            strength=scale().strength("demands", None, ()), because=duty.because,
            published=published,
        )  # fmt: skip


def _for_something_else(duty: Duty) -> bool:
    """Whether what law is cited for is said beside it, in other words than the law's.

    "Must end the trawling. The accord obliges it to withdraw its trawlers" asks for one thing, and
    so does an act that nobody knows where something is asked of the same party.
    """
    deed = duty.deed
    asked = any(each.owner == deed.owner for each in duty.beside)
    return bool(duty.sought) or (deed.family.open and asked)


def only_law(voice: Voice, ruled: Sequence[Duty]) -> bool:
    """Whether a demand is only what a law says, where what it is cited for is said beside it.

    "We ask for a signature under the rules. The declaration requires Oslo to settle the rules."
    """
    if voice.attitude != "demands" or not voice.deed.family.open:
        return False
    return any(
        duty.setter == voice.party and duty.deed.same_option(voice.deed)
        and set(voice.because) <= set(duty.because) and _of_its_thing(duty)
        for duty in ruled
    )  # fmt: skip


def _of_its_thing(duty: Duty) -> bool:
    """Whether something else is asked of what the law speaks of."""
    deed = duty.deed
    others = (each for each in duty.beside if not each.same_option(deed))
    return any(each.named and each.thing.head == deed.thing.head for each in others)
