"""What is asked for by a noun after "is": "what we ask is a signature", "all we want"."""

import re

from detente.domain.evidence import Proposition, Statement
from detente.model.drafting.deed import Deed
from detente.model.drafting.nouns import deed_of_noun

_ASKING = re.compile(
    r"(?:what|all|everything|the only thing)\s(?:that\s)?(?:\S+\s){1,3}?"
    r"(?:ask|demand|expect|insist on|need|request|require|seek|want)s?(?:\s(?:for|of \S+))?$",
    re.IGNORECASE,
)


def asked_in_cleft(proposition: Proposition, statement: Statement, text: str) -> Deed | None:
    """The deed that is asked for where a sentence turns round what somebody wants."""
    agent, about = proposition.agent, proposition.object
    if proposition.act != "be" or proposition.polarity == "negative":
        return None
    if agent is None or about is None:
        return None
    if any(about.span.covers(p.span) for p in statement.propositions):
        return None  # what the noun names is heard as an act already
    told = text[proposition.span.start : about.span.start]
    words = agent.span.of(text) if " " in agent.span.of(text) else told.rpartition(" is")[0]
    asked = _ASKING.match(words.strip(" \n“\"'"))
    return deed_of_noun(about.span.of(text)) if asked is not None else None
