"""Who decides what a condition speaks of, where the record tells who did what it would undo.

Of "you want us to lift it? Then release the men" no word says who releases whom, and a reader
takes whoever is named. Whoever imposed a ban can lift it, and whoever holds the men can let them
go, whatever a sentence seems to say: a condition that has the two sides crossed is put right.
"""

from collections.abc import Iterable
from dataclasses import replace

from detente.model.drafting.deed import Deed
from detente.model.drafting.positions import Telling
from detente.model.drafting.things import AGREEING
from detente.model.drafting.ties import Tie


class Doers:
    """Who did what, as far as the record tells of one alone."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._done: dict[str, list[Deed]] = {}
        for each in tellings:
            if each.happened and each.deed.owner is not None:
                self._done.setdefault(each.deed.family.name, []).append(each.deed)

    def of(self, found: Deed) -> str | None:
        """Who did what a deed would undo, if only one did."""
        if found.thing.generic:
            return None
        anybody = replace(found, owner=None)
        owners = {
            done.owner
            for done in self._done.get(found.family.name, ())
            if done.taken != found.taken and done.same_option(anybody)
        }
        return next(iter(owners)) if len(owners) == 1 else None

    def have_done(self, found: Deed) -> bool:
        """Whether whoever would do it has done it already, of what each side does once: ratify."""
        return found.family.name in AGREEING and any(
            done.owner == found.owner and done.taken == found.taken and done.same_option(found)
            for done in self._done.get(found.family.name, ())
        )

    def uncross(self, tie: Tie) -> Tie:
        """A condition whose deeds are those of the wrong side each, the right way round."""
        if len(tie.needs) != 1 or tie.law:
            return tie
        need = tie.needs[0]
        gives, takes = self.of(tie.benefit), self.of(need)
        doubtful = ((tie.benefit, gives), (need, takes))
        if any(d.owner is not None and not _contradicted(d, doer) for d, doer in doubtful):
            return tie  # of the two, whoever is named beside a deed does it
        wrong = any(_contradicted(d, doer) for d, doer in doubtful)
        gives, takes = gives or _other(tie, takes), takes or _other(tie, gives)
        if not wrong or gives is None or takes is None or gives == takes:
            return tie
        benefit, need = replace(tie.benefit, owner=gives), replace(need, owner=takes)
        return replace(tie, benefit=benefit, needs=(need,))


def _contradicted(found: Deed, doer: str | None) -> bool:
    return doer is not None and found.owner not in (None, doer)


def _other(tie: Tie, doer: str | None) -> str | None:
    """The side of a condition that is not the doer: who sets it, or whose deed it speaks of."""
    named = {tie.setter, tie.benefit.owner, *(need.owner for need in tie.needs)} - {None, doer}
    return next(iter(named)) if doer is not None and len(named) == 1 else None
