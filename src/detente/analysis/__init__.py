"""Which outcomes can hold, and what proves it."""

from detente.analysis.checking import Checker, verify
from detente.analysis.deals import asks, deal
from detente.analysis.solving import analyse
from detente.analysis.witnesses import verdict, verdicts

__all__ = ["Checker", "analyse", "asks", "deal", "verdict", "verdicts", "verify"]
