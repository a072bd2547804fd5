"""What the calendar adds to the law: waiting, renewing, not before.

The day of an act is day 0. What must wait n days has effect from day n on; what must be
renewed every n days has effect up to day n, that day included. A month or a year ends on the
same day of the later month, or on that month's last day where it has no such day.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.domain.norms import Fact, NotBefore, Provision, Unit, Wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock that keeps a provision from having effect on a day.

    ``opens`` is the day from which it no longer does, None where that hangs on something
    that has not happened; ``lapsed`` is whether an act would have to be done anew.
    """

    provision: str
    opens: date | None = None
    lapsed: bool = False


def later(day: date, count: int, unit: Unit) -> date:
    """The day so long after another; the calendar's last day where there is none."""
    try:
        if unit == "days":
            return day + timedelta(days=count)
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "years" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):  # beyond the year 9999
        return date.max


def wait_after(waits: tuple[Wait, ...], act: date) -> int:
    """Days to wait after an act done on a day."""
    for wait in waits:
        if wait.begun_from is None or wait.begun_to is None:
            continue
        if _is_within(f"{act:%m-%d}", wait.begun_from, wait.begun_to):
            return wait.days
    return next((wait.days for wait in waits if wait.begun_from is None), 0)


def _is_within(day: str, begun: str, end: str) -> bool:
    """Whether a day of the year lies in a part of it, which may run over New Year."""
    return begun <= day <= end if begun <= end else day >= begun or day <= end


def earliest(provision: Provision, facts: Mapping[str, Fact], act: date | None) -> date | None:
    """First day on which a provision can have effect if it is used on a day; None: any."""
    days = []
    if act is not None and provision.wait:
        days.append(later(act, wait_after(provision.wait, act), "days"))
    if provision.not_before is not None:
        opens = _opening(provision.not_before, facts, None)
        days += [opens] if opens else []
    return max(days, default=None)


def unmet(provision: Provision, facts: Mapping[str, Fact], on: date | None) -> Clock | None:
    """The clock that keeps a provision from having effect on a day; None if none does.

    An act that is not known to be done counts as done long enough ago: what it then has to
    wait for belongs to the steps, not to today's law.
    """
    if on is None:
        return None
    found = list(_unmet(provision, facts, on))
    if not found:
        return None
    days = [clock.opens for clock in found]
    known = [day for day in days if day is not None]
    opens = max(known) if len(known) == len(days) else None
    return Clock(provision=provision.id, opens=opens, lapsed=any(c.lapsed for c in found))


def _unmet(provision: Provision, facts: Mapping[str, Fact], on: date) -> Iterator[Clock]:
    if provision.not_before is not None and not _is_open(provision.not_before, facts, on):
        opens = _opening(provision.not_before, facts, on)
        yield Clock(provision=provision.id, opens=opens)
    act = _done(provision.act, facts, on)
    if act is None:
        return
    opens = later(act, wait_after(provision.wait, act), "days")
    if on < opens:
        yield Clock(provision=provision.id, opens=opens)
    if provision.renew_days is not None and on > later(act, provision.renew_days, "days"):
        yield Clock(provision=provision.id, lapsed=True)


def _is_open(rule: NotBefore, facts: Mapping[str, Fact], on: date) -> bool:
    opens = _opening(rule, facts, on)
    if opens is not None:
        return on >= opens
    # True since nobody knows when: what it would have to wait for is taken to be over.
    return rule.after is not None and _status(rule.after, facts, on)[0] == "true"


def _opening(rule: NotBefore, facts: Mapping[str, Fact], on: date | None) -> date | None:
    if rule.after is None:
        return rule.on
    since = _done(rule.after, facts, on)
    return None if since is None else later(since, rule.count, rule.unit)


def _done(fact: str | None, facts: Mapping[str, Fact], on: date | None) -> date | None:
    """The day since when a fact is true, if it is and that is known."""
    if fact is None:
        return None
    status, since = _status(fact, facts, on)
    return since if status == "true" else None


def _status(fact: str, facts: Mapping[str, Fact], on: date | None) -> tuple[str, date | None]:
    return facts[fact].standing(on) if fact in facts else ("unknown", None)
