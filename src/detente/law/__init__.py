"""What the law says of the states of a dispute."""

from detente.law.assuming import Assumption, differences
from detente.law.contradictions import contradictions
from detente.law.judging import breaches, broken, check, judge, newest_day
from detente.law.opinions import opinion
from detente.law.steps import route

__all__ = [
    "Assumption",
    "breaches",
    "broken",
    "check",
    "contradictions",
    "differences",
    "judge",
    "newest_day",
    "opinion",
    "route",
]
