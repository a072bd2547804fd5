"""What a party no longer asks for: "no longer demands that", "dropped its demand that".

Whoever takes back a demand does not ask for its contrary: what was asked before is only not asked
any more.
"""

import re

from detente.domain.evidence import Statement

# In place of an attitude, for a voice that ends what its party voiced before.
TAKEN_BACK = "taken back"
_ASKING = (
    r"(?:demand|ask|call|insist|seek|request|require|press|urg|claim|condition|campaign|push|plea)"
)
_ENDED = re.compile(
    rf"(?:\b(?:not|no longer|never|stop\w*|cease\w*)\b|n[’']t\b).*\b{_ASKING}"
    r"|\b(?:abandon|cancel|drop|rescind|retract|revok|scrap|shelv|waiv|withdr[ae]w|g[ai]ven? up"
    rf"|took back|take back)\w*\b.*\b{_ASKING}",
    re.IGNORECASE,
)


def taken_back(statement: Statement, text: str) -> bool:
    """Whether a statement tells that its party no longer asks for what it names."""
    if statement.attitude != "mentions" or statement.cue is None:
        return False
    cue = statement.cue
    return _ENDED.search(text[max(0, cue.start - _BEFORE) : cue.end]) is not None


_BEFORE = 20  # characters before a cue in which "no longer" stands
