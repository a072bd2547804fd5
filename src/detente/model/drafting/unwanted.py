"""What somebody does not want: whose it is, that does not tell.

Who refuses something has it in hand; who "does not want it reopened", objects to it or calls it
unacceptable may only be against it.
"""

import re

from detente.domain.evidence import Statement


def only_unwanted(statement: Statement, text: str) -> bool:
    """Whether a refusal only says what one is against: "objects to the reopening"."""
    if statement.by_cue != "refuses" or statement.cue is None:
        return False
    return _WANTING.search(statement.cue.of(text)) is not None


_WANTING = re.compile(
    r"\b(?:want|wish|like|desire|object|oppose?|protest|call|consider|deem|describ|regard|brand)"
    r"(?:e?s|ed|ing)?\b|\b(?:against|averse|hostile|opposed)\b",
    re.IGNORECASE,
)
