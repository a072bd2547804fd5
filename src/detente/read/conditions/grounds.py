"""Law as the stated ground of a condition: "under the law", "the act says", "legally"."""

import re
from functools import lru_cache

_LAWS = (
    r"(?:laws?|legislation|statutes?|treaty|convention|constitution|charter|accord"
    r"|legal requirements?|section\s\d+|framework agreement"
    r"|(?-i:Act|Congress|Declaration|Agreement|Protocol|Pact))"
)
# Law as a ground: "under the law", "the law says", "citing the act", "legally".
_LAW = re.compile(
    r"\b(?:"
    rf"(?:by|under|in|citing|cited|cites|quoting|pointing\sto)\s(?:[\w’'-]+\s){{0,6}}?(?:{_LAWS}"
    r"|act|rules|agreement|declaration|protocol|pact|regulations?|ruling|judgment|resolution)"
    rf"|{_LAWS}\s(?:[\w’'-]+\s){{0,4}}?(?:is|are|was|were|has|does|do|will|would|remains?"
    r"|requires?|says?|bars?|forbids?|prohibits?|demands?|allows?|permits?|provides?|obliges?|stipulates?|leaves?"
    r"|makes?|states?|sets?|stands?|rules?|binds?|ties?|gives?|left|set)"
    r"|(?:articles?|sections?|paragraph|clause|chapter)\s(?:\d+|(?-i:[IVXL]+))"
    r"|legally|lawful(?:ly)?|statutory"
    r")\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def names_law(words: str) -> bool:
    """Whether words speak of law as a ground: "under federal law", "the treaty says"."""
    return _LAW.search(words) is not None
