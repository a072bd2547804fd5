"""Whether a sentence denies that one thing hangs on another: "no longer depends on".

Every rule that finds a condition finds it in such a sentence too, since the words are the same but
for one. So this is asked of all that was found.
"""

import re

from detente.domain.evidence import Span
from detente.read.conditions.dependence import Dependence
from detente.read.grammar.clauses import Passage

_NOT = r"\b(?:not|never|no longer|neither|nor|hardly|nothing to)\b|n[’']t\b"
_HANGING = (
    r"(?:depend|hinge|rest on|rest upon|turn on|tied|tie|tying|link|connect|contingent|conditional"
    r"|conditioned|dependent|subject to|hostage to|bound up with|insist|wait|a (?:pre)?condition\b)"
)
_MAKING = r"ma[dk]\w*\b[^.;:]*\b(?:conditional|contingent|dependent|subject|a (?:pre)?condition)\b"
# "Does not in any way depend"; in "will not cut that link" the link is what stays.
_BETWEEN = (
    r"(?:be|been|being|to|any|longer|going|yet|formally|directly|necessarily|in|way|it|this|do)"
)
_GIVING_UP = (
    r"\b(?:stop(?:s|ped)?|cease[sd]?|quit|g[ai]ven? up|abandon\w*|drop\w*|waiv\w*|withdr[ae]w\w*"
    r"|scrap\w*|renounc\w*|relax\w*)"
)
_DENIED = re.compile(
    rf"(?:{_NOT}) (?:{_BETWEEN} ){{0,2}}?(?:{_HANGING}|{_MAKING})"
    rf"|{_GIVING_UP} (?:\w+ ){{0,2}}?(?:tying|linking|making|conditioning|insisting|insistence"
    r"|requiring|(?:pre)?conditions?\b|prerequisites?|requirements?|linkage)"
    r"|\bwith or without\b|(?<!\bon )(?<!\bupon )\bwhether or not\b"
    r"|\b(?:regardless|irrespective) of\b"
    r"|\bno matter (?:whether|what|if|how)\b|\bindependent(?:ly)? of\b"
    r"|\bwithout (?:first )?"
    r"(?:waiting|regard|linking|tying|insisting|demanding|asking|requiring)\b",
    re.IGNORECASE,
)
# What somebody does "without" another's deed hangs on it only if it is withheld, or hurts.
_WITHHELD = re.compile(
    r"\b(?:not|no|never|nothing|none|nobody|nor|neither|cannot|hardly|unthinkable|impossible"
    r"|unacceptable|inconceivable|out of the question|refus\w*|reject\w*|rul\w+ out"
    r"|exclud\w*|oppos\w*"
    r"|stays?|stayed|remains?|remained|keep|keeps|kept|continu\w*|block\w*|withh[eo]ld\w*|closed|shut"
    r"|suspend\w*|ban\w*|bar\w*|dead|off|frozen)\b|n[’']t\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)


def unlinked(passage: Passage, d: Dependence) -> bool:
    """Whether the sentence of a condition says that there is none."""
    words = _stretch(passage, d)
    if _DENIED.search(words) is not None:
        return True
    given = d.benefit is not None and d.benefit.polarity == "positive"
    placed = _WITHOUT.search(words) is not None and (
        _WITHOUT.match(_before_and_in(passage, d.condition)) is not None
    )
    return given and placed and _WITHHELD.search(words) is None


def _stretch(passage: Passage, d: Dependence) -> str:
    """Words of a condition and a little around it, no further than its sentences go."""
    text = passage.doc.text
    start = min(d.condition.start, d.consequence.start) - passage.start
    end = max(d.condition.end, d.consequence.end) - passage.start
    within = [s for s in passage.doc.sents if s.start_char < end and start < s.end_char]
    if not within:
        return text[start:end]
    first, last = within[0].start_char, within[-1].end_char
    return text[max(first, start - _AROUND) : min(last, end + _AROUND)]


_AROUND = 40  # characters


def _before_and_in(passage: Passage, condition: Span) -> str:
    """A condition's words from the "without" just before or at their head."""
    start = condition.start - passage.start
    first = max(0, start - len("without any "))
    head = passage.doc.text[first : condition.end - passage.start]
    # One further on only tells how it is done: "if it carries them without handcuffs".
    found = _WITHOUT.search(head, 0, start - first + len("without"))
    return head[found.start() :] if found is not None else head
