"""Conditions that their party drops: "will ratify it whether or not they lift the ban".

Whoever once said that one thing takes another, and later does it anyway, or refuses it anyway, sets
that condition no longer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.pages import Page


@dataclass(frozen=True, slots=True)
class Freed:
    """What a party does or refuses whatever others do; it ends the conditions it set before."""

    party: str
    deed: Deed


def unconditioned(page: Page) -> Iterator[Freed]:
    """What parties do or refuse without a condition, in so many words, in the order of the text."""
    text = page.reading.document.text
    lowered = text.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return
    for statement in page.by_id.values():
        party = statement.source.party if statement.source is not None else None
        if party is None:
            continue
        for proposition in statement.propositions:
            start = proposition.span.start
            freed = _FREELY.search(text, start, min(len(text), start + _REACH))
            if freed is None or _PARTED.search(text, start, freed.start()):
                continue
            if _FREELY.search(text, page.sentence_at(start), start) or _FREELY.match(text, start):
                continue  # what stands behind "whether or not" is what it does not hang on
            found = deed(proposition, page.texts)
            if found is not None:
                yield Freed(party, found)


# Of each wording of the pattern below a part, sooner looked for than the whole.
_SIGNS = (
    "whether or", "regardless", "irrespective", "no matter", "without ", "unconditionally",
    "strings attached", "in return", "even if",
)  # fmt: skip
_REACH = 160
_PARTED = re.compile(r"[.;!?]\s")
_FREELY = re.compile(
    r"\bwhether or not\b|\b(?:regardless|irrespective) of\b|\bno matter (?:whether|what|if|how)\b"
    r"|\bwithout (?:first )?(?:waiting|insisting|demanding|asking|requiring|conditions)\b"
    r"|\bunconditionally\b|\bno strings attached\b|\bnothing in return\b|\beven if\b",
    re.IGNORECASE,
)
