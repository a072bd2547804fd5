"""The verb that stands for an act in a text, of which the inventory knows several."""

import re
from functools import cache

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory

_STEM = 6  # letters by which a form of a verb is known
# The act of whoever goes on with an activity.
CARRIED_ON = "continue"
_CARRIED_ON = re.compile(
    r"\b(?:continu|resum|carry on|carries on|carried on|go on|goes on|went on|keep|kept|still)"
)
_BEFORE = 16  # characters before a verb in which "continue to" stands


def carried_on(proposition: Proposition, text: str) -> bool:
    """Whether an activity is under way already: "will continue to build", "keeps drilling"."""
    found, start = proposition.object, proposition.span.start
    end = found.span.start if found is not None else proposition.span.end
    return _CARRIED_ON.search(text[max(0, start - _BEFORE) : max(start, end)]) is not None


def spoken_verb(proposition: Proposition, text: str) -> str:
    """The verb as it is spoken, of an act that the inventory knows by several."""
    act = proposition.act
    if act not in inventory().acts:
        return act
    spoken = proposition.span.of(text).lower().split()
    begun = {word[:length] for word in spoken for length in range(1, _STEM + 1)}
    words, plain = set(spoken), ""
    for verb, stem, rest in _stems_of(act):
        if rest and not words.issuperset(rest):
            continue
        if stem in begun:
            return verb
        if rest and not plain:
            plain = verb  # "took it back": the particle tells which it is
    return plain or act.replace("_", " ")


@cache
def _stems_of(act: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Verbs of an act, each with how its forms begin and the words that go with it."""
    found = []
    for verb in verbs_of(act):
        first, *rest = verb.split()
        found.append((verb, first.rstrip("e")[:_STEM], tuple(rest)))
    return tuple(found)


@cache
def verbs_of(act: str) -> tuple[str, ...]:
    """Verbs that stand for an act, those of several words first."""
    return tuple(sorted(_verbs_by_act().get(act, ()), key=lambda v: -len(v.split())))


@cache
def _verbs_by_act() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for verb, acts in inventory().verbs.items():
        for name in dict.fromkeys(act.name for act in acts):
            found.setdefault(name, []).append(verb)
    return found
