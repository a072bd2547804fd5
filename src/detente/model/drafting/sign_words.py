"""Signs beside a deed, and the words around them that turn them, as patterns over a text."""

import re
from collections.abc import Iterator
from functools import cache

from detente.lexicon.words import word_class

# Between two words of a sign may stand an aside: "is prepared, its envoy confirmed, to".
_WILD = {
    " ": r"(?:,[^,.:;“”\"]{2,60},)? ",
    "*": r"\w*",
    "[]": r"(?:[\w’']+\s){0,1}[\w’']+",
    "...": r"[^.;]{1,90}?",
}


def pattern_of(name: str, begun: str = "") -> str:
    """Alternatives of a class of signs that begin so, longest first, with their wild cards."""
    longest = sorted((s for s in word_class(name) if s.startswith(begun)), key=len, reverse=True)
    return "|".join(
        "".join(_WILD.get(part, re.escape(part)) for part in re.split(r"(\*|\[\]|\.\.\.| )", sign))
        for sign in longest
    )


# "No." as a whole answer, and what is not done with something that is only pointed at.
_SHORT_NO = (
    r"(?:(?<=[“\"‘])|(?<=\? ))(?:(?:absolutely|certainly|definitely|of course|probably) )?"
    r"(?:no|never|not)\b(?=[,.!”\" ])|\bnever(?=[,.;:”\"])"
    r"|(?:will|would|shall|can|could|does|did|are|is)(?: not| never|n[’']t)(?=[,.;:”\"])"
    r"|(?:will|would|shall|can|could|going|do|does|did)(?: not|not| never|n[’']t)[“”\"]?"
    r"(?: be| to| even| so much as| propose to| intend to| mean to| plan to| wish to| want to)*"
    r" (?:do|tak|grant|follow|compl|yield|bend|budg|giv|acced|oblig|happen|hear|consider|propos"
    r"|entertain|bow|cav|back|relent|mov|conced|accept|allow|sign|agree)\w*"
)
_SHORT_YES = (
    r"(?<=[“\"‘])(?:yes|sure|certainly|of course|gladly|agreed|consider it done)\b"
    r"|\b(?:we|it|they|i|he|she) (?:shall|will|would)(?=[,.;:”\"])"
)
_CLASSES = {
    "refuses": "refusing_signs", "offers": "offering_signs", "demands": "demanding_signs",
}  # fmt: skip
BEGUN = 2  # letters by which the signs that may begin at a word are looked up
# The first letters of short answers, which no class lists.
_SHORT = frozenset({"no", "ne", "wi", "wo", "sh", "ca", "co", "do", "di", "ar", "is", "go", "ye",
                    "su", "ce", "of", "gl", "ag", "we", "it", "th", "i ", "he"})  # fmt: skip
WORD = re.compile(r"\b\w")


@cache
def _starting(begun: str) -> re.Pattern[str] | None:
    """Signs that begin with these letters; hundreds of alternatives at each word would be slow."""
    told = [
        rf"(?P<{kind}>\b(?:{words})\b)"
        for kind, name in _CLASSES.items()
        if (words := pattern_of(name, begun))
    ]
    return re.compile("|".join(told), re.I) if told else None


@cache
def _short() -> re.Pattern[str]:
    """Short answers; to compile them takes time, and most texts have nowhere to look for them."""
    return re.compile(rf"(?P<no>{_SHORT_NO})|(?P<yes>{_SHORT_YES})", re.I)


def signs_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Signs in a stretch of a text, in its order, none overlapping."""
    free = start
    for word in WORD.finditer(text, start, end):
        place = word.start()
        if place < free:
            continue
        begun = text[place : place + BEGUN].lower()
        known = _starting(begun)
        match = known.match(text, place, end) if known is not None else None
        if match is None and begun in _SHORT:
            match = _short().match(text, place, end)
        if match is not None:
            free = match.end()
            yield match


# What is told of somebody's guesses, of what is open, or of what nobody said.
OPEN = re.compile(
    r"\b(?:comment(?:ed)? on|speculat\w+|rumou?r\w*|den(?:y|ied|ies|ying)|untrue|baseless|invented"
    r"|(?:said|says?|saying|decid\w+|clear|know\w*|tell|divided|consider\w*|wonder\w*"
    r"|doubt\w*|of|over|remains) (?:as to )?whether|unclear|undecided|no decision"
    r"|not decided|any decision"
    r"|neither confirmed|stud(?:y|ied|ying)|discuss\w*|talks? on|exchang\w+ views|too early"
    r"|might|could|(?<!asked )(?<!asks )if|were to|unless|until|committee|debat\w+"
    r"|reports? (?:that|about|of)"
    r"|(?:declin|refus)\w+ to"
    r" (?:say|comment|confirm|disclose|discuss|elaborate|reveal|specify|speculate|tell)"
    r"|no position|silent|nothing to (?:add|announce)|not a word|taken note|agenda)\b",
    re.I,
)
# What somebody was asked is open, and the answer is not.
QUESTION = re.compile(r"\b(?:asked|asks) (?:if|whether|when|why|about)\b[^,.:;]*", re.I)
ONLOOKERS = re.compile(
    r"\b(?:analyst|historian|observer|expert|economist|commentator|columnist|academic|scholar"
    r"|critic|pundit|think tank|survey|poll|opposition|protest\w*|demonstrat\w*|march\w*|lobb\w+"
    r"|trader|resident|voter|activist|crowd|relative|famil(?:y|ie)|business\w*|association"
    r"|former|predecessor|mediator|envoy|European Union|United Nations|UN)s?\b",
    re.I,
)
TURNED = re.compile(
    r"(?:\b(?:not|never|no|used to be|without|nor|cannot|stopped short of"
    r"|dropped|withdrew|dropping|lifted)"
    r"|n[’']t)\s(?:[\w’']+\s){0,4}$",
    re.I,
)
# Before a yes, what makes a no of it: "is not in a position to accede to".
WITHHELD = re.compile(
    r"(?:\b(?:will|would|can|could|shall) ?(?:not|never)|\b(?:wo|would|ca|could)n[’']t"
    r"|\bnot in a position to|\b(?:unable|unwilling|unprepared) to)\s(?:\w+\s){0,2}$",
    re.I,
)
PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are|being|met with)\s(?:\w+\s){0,2}$", re.I)
BY = re.compile(r"^[\s,]*(?:\w+\s){0,3}?(?:from|by|in|of)\s(?:the\s)?(?:\w+\s(?:in|of)\s)?$", re.I)
SAYING = re.compile(r"\b(?:argu|believ|demand|expect|hop|predict|sa(?:y|id)|think|told|want|warn)")
REPLY = re.compile(r"\b(?:answer|reaction|rejoinder|reply|response|retort|verdict|word)\b")
# "Rejected calls from Oslo": Oslo calls, and rejects nothing.
ASKED_BY = re.compile(
    r"\b(?:appeal|call|demand|invitation|offer|plea|proposal|request|ultimatum)s?\b"
)
NEAR, CLOSE = 25, 70  # characters between a sign and who gives it, or the deed held out
FAR = 110  # characters between a sign and a deed that may be anybody's
FOLLOWING = 2  # sentences behind one with a deed in which it may be answered
UNDONE = frozenset({"hypothetical", "planned", "denied"})
