"""Deeds of verbs that no list knows, once somebody asks for them, offers or refuses them.

"Will repaint the buoys" is news, and seldom anything that others ask for. Where a text has somebody
ask for it, or refuse it, whatever else it says of the same deed is heard as if the act were known.
"""

from collections.abc import Iterable

from detente.model.drafting.deed import Deed
from detente.model.drafting.voices import STRONG, Voice


def at_stake(heard: Iterable[Voice]) -> tuple[Deed, ...]:
    """What strong voices speak of whose act is of no family, and whose owner is told."""
    told = (v.deed for v in heard if v.attitude in STRONG and v.deed.family.open)
    return tuple({made.key: made for made in told if made.owner is not None}.values())


def tells(made: Deed, stakes: Iterable[Deed]) -> bool:
    """Whether a deed counts: its act is known, or it is one of those at stake."""
    return not made.family.open or any(made.same_option(each) for each in stakes)
