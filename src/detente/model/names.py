"""Names that people type: what they may look like, and which one was probably meant."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

RESERVED = frozenset({"and", "iff", "not", "or", "requires"})
_ID = re.compile(r"\w[\w-]*")
# Comparing names takes the square of their length, and no real name is longer.
_LONGEST = 80


def fault_in_id(name: str) -> str | None:
    """Say why a name cannot be the id of a party, option or provision; None if it can."""
    if name in RESERVED:
        return f"{name!r} is a word of the condition language"
    if not _ID.fullmatch(name):
        return f"{shown(name)} is not made of letters, digits, '_' and '-' alone"
    return None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like this one, if any is much like it."""
    if len(name) > _LONGEST:
        return None
    return next(iter(get_close_matches(name, list(known), n=1)), None)


def shown(name: str) -> str:
    """Quote a name for a message, cut where it would fill the screen."""
    return repr(name if len(name) <= _LONGEST else name[:_LONGEST] + "…")
