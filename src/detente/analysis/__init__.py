"""Which outcomes can hold, and what proves it."""

from detente.analysis.checking import Checker, verify
from detente.analysis.deals import asks, changes_of_mind, deal
from detente.analysis.solving import analyse
from detente.analysis.varying import robustness
from detente.analysis.witnesses import verdict, verdicts

__all__ = [
    "Checker",
    "analyse",
    "asks",
    "changes_of_mind",
    "deal",
    "robustness",
    "verdict",
    "verdicts",
    "verify",
]
