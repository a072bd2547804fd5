"""Whether what is asked to end goes on: "the nets stay up", "will keep drilling", "stays shut"."""

from functools import cache

from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.reaction_words import OPEN_STILL, SHUT, keeps_on, lasts
from detente.model.drafting.replies import ENDED, is_end, is_of
from detente.model.drafting.spoken import verbs_of
from detente.model.drafting.things import PEOPLE

_PERSONS = frozenset({"he", "she"})
_BANS = frozenset({"ban", "blockade", "closure", "embargo", "freeze", "moratorium"})
# Families of deeds by which something comes back into use: not while it "stays shut".
_OPENING = frozenset(
    {
        "closure",
        "opening",
        "supply",
        "service",
        "water",
        "suspension",
        "relations",
        "entry",
        "funds",
    }
)
_ENDS = ENDED | {"shutdown", "order", "immunity", "disconnection", "reduction", "structure"}
_ENDING_ACTS = (
    "lift", "take_down", "relinquish", "reduce", "repeal", "shut_down", "cancel_order",
)  # fmt: skip
_ENDING_VERBS = word_class("ending_verbs")
_OBJECT = 7  # words within which it is told what somebody goes on with
_STEM = 5  # letters by which a form of a verb is known
_MARKS = "“”\"'’.,;:!?"


def stays(asked: Deed, words: str) -> bool:
    """Whether a sentence says that what is to end, or to open again, stays as it is."""
    return any(_left(asked, subject, behind) for subject, behind in lasts(words)) or (
        _ends(asked) and any(_keeps(asked, kept) for kept in keeps_on(words))
    )


def _left(asked: Deed, subject: str, behind: str) -> bool:
    """Whether something that lasts is what a deed was to end."""
    kind = asked.family.name.removeprefix("~")
    reopens = kind in _OPENING and asked.taken != asked.family.measure
    if reopens and SHUT.match(behind):
        return True
    told = [word.strip(_MARKS) for word in subject.split()]
    person = kind in PEOPLE and bool(told) and told[0].lower() in _PERSONS
    if not person and not any(is_of(asked, word) for word in told if len(word) > 1):
        return False
    if kind in ("closure", "close"):
        banned = any(word.lower() in _BANS for word in told)
        return OPEN_STILL.match(behind) is not None if asked.taken else banned
    return _ends(asked)


def _ends(asked: Deed) -> bool:
    """Whether what is asked ends what it is done to: it is lifted, halted, withdrawn or freed."""
    kind = asked.family.name.removeprefix("~")
    return kind in _ending() if asked.family.open else kind in _ENDS and is_end(asked)


def _keeps(asked: Deed, kept: str) -> bool:
    """Whether what is gone on with is what is to end, by its name or by what is done."""
    words = [word.strip(_MARKS).lower() for word in kept.split()[:_OBJECT]]
    stems = {word[:_STEM] for word in asked.thing.words.lower().split() if len(word) >= _STEM}
    return any(
        (len(word) > 1 and is_of(asked, word)) or (word.endswith("ing") and word[:_STEM] in stems)
        for word in words
    )


@cache
def _ending() -> frozenset[str]:
    """Verbs of no list that end whatever they are done to."""
    return frozenset(verb for act in _ENDING_ACTS for verb in verbs_of(act)) | _ENDING_VERBS
