"""Help to do something, which is up to whoever helps: "will help Lima restructure its debt".

No verb with an object stands there: whoever is helped does what the help is for.
"""

import re

from detente.domain.evidence import Proposition
from detente.model.drafting.things import Thing, thing

HELPING = frozenset({"aid", "assist", "help"})
# What is said of it behind the verb: whom, what that one does, and to what.
_HELPED = re.compile(
    r"\b(?:help|assist|aid)(?:s|ed|ing)?\s"
    r"(?P<whom>(?:the\s)?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}"
    r"|it|them)\s(?:to\s|in\s)?(?P<verb>[a-z]{3,})\s(?P<what>[^,.;:“”\"()]{3,60})"
)
_REACH = 160  # characters
# Words behind "help Lima" that are no verb.
_NO_VERB = frozenset(
    {"and", "but", "for", "from", "out", "over", "this", "through", "when", "with"}
)
_ON_CONDITION = re.compile(
    r"\s(?:if|unless|until|once|when|as soon as|as long as|so long as|provided|in return"
    r"|in exchange)\b"
)


def help_given(proposition: Proposition, text: str) -> tuple[str, Thing] | None:
    """How somebody is helped, and with what; None where nobody is, or with nothing that is told.

    Of "will help Lima restructure its debt" that is "help Lima restructure", and the debt.
    """
    if proposition.act not in HELPING or proposition.agent is None:
        return None
    start = proposition.span.start
    found = _HELPED.search(text, start, start + _REACH)
    if found is None or found["verb"] in _NO_VERB:
        return None
    done = thing(_ON_CONDITION.split(found["what"], maxsplit=1)[0].strip())
    whom = "" if found["whom"] in ("it", "them") else f"{found['whom']} "
    return (f"help {whom}{found['verb']}", done) if done.head else None
