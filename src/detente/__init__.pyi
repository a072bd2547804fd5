from detente.notebook import FindingWarning, analyse, load, loads, robustness, save, verify, witness

__version__: str
__all__ = ["FindingWarning", "analyse", "load", "loads", "robustness", "save", "verify", "witness"]
