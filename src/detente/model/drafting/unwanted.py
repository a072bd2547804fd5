"""What somebody does not want: whose it is, that does not tell.

Who refuses something has it in hand; who "does not want it reopened" may only be against it.
"""

import re

from detente.domain.evidence import Statement


def only_unwanted(statement: Statement, text: str) -> bool:
    """Whether a refusal is a wish that was denied: "does not want the crossing reopened"."""
    if statement.by_cue != "refuses" or statement.cue is None:
        return False
    return _WANTING.search(statement.cue.of(text)) is not None


_WANTING = re.compile(r"\b(?:want|wish|like|desire)(?:s|ed|ing)?\b", re.IGNORECASE)
