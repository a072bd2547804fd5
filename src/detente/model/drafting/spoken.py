"""The verb that stands for an act in a text, of which the inventory knows several."""

from functools import cache

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory


def spoken_verb(proposition: Proposition, text: str) -> str:
    """The verb as it is spoken, of an act that the inventory knows by several."""
    act = proposition.act
    if act not in inventory().acts:
        return act
    spoken = proposition.span.of(text).lower().split()
    plain = ""
    for verb in verbs_of(act):
        first, *rest = verb.split()
        if not all(word in spoken for word in rest):
            continue
        if any(word.startswith(first.rstrip("e")[:6]) for word in spoken):
            return verb
        if rest and not plain:
            plain = verb  # "took it back": the particle tells which it is
    return plain or act.replace("_", " ")


@cache
def verbs_of(act: str) -> tuple[str, ...]:
    """Verbs that stand for an act, those of several words first."""
    verbs = [v for v, acts in inventory().verbs.items() if any(a.name == act for a in acts)]
    return tuple(sorted(verbs, key=lambda v: -len(v.split())))
