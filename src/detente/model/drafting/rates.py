"""Duties that are named by their rate alone: "will charge 50% on wine" is a tariff on it."""

import re

from detente.domain.evidence import Proposition
from detente.model.drafting.things import Thing, thing

_RATE = re.compile(r"^(?:an? (?:further|extra|additional) )?\d[\d.,]*\s?(?:%|per\s?cent)$")
# Acts by which rates are charged.
CHARGING = frozenset({"apply", "charge", "impose", "levy", "put", "slap"})
_ON = re.compile(r"\s(?:on|upon)\s(?P<what>[^.,;:]+?)(?=[.,;:]|\s(?:if|unless|until|from|as)\s|$)")


def charged(proposition: Proposition, text: str) -> Thing | None:
    """The tariff that is charged, where only its rate is told; None of anything else."""
    found = proposition.object
    if found is None:
        return None
    rate = found.span.of(text)
    if _RATE.match(rate) is None:
        return None
    on = _ON.match(text, found.span.end)
    return thing(f"tariff of {rate} on {on['what']}") if on is not None else None
