"""From the public record of a dispute to an answer that can be checked."""

from importlib import import_module

__version__ = "0.1.0"
__all__ = ["FindingWarning", "analyse", "load", "loads", "robustness", "save", "verify", "witness"]


def __getattr__(name: str) -> object:
    """Load what a notebook uses when it does: numpy alone takes longer than all of the rest.

    By its name, since every part of the program may ask this module for the version. The
    types are in `__init__.pyi`.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("detente.notebook"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
