"""Signs beside a deed, and the words around them that turn them, as patterns over a text."""

import re

from detente.lexicon.words import word_class

_WILD = {"*": r"\w*", "[]": r"(?:[\w’']+\s){0,1}[\w’']+", "...": r"[^.;]{1,90}?"}


def _pattern(name: str) -> str:
    """Alternatives of a class of signs, longest first, with what its wild cards stand for."""
    longest = sorted(word_class(name), key=len, reverse=True)
    return "|".join(
        "".join(_WILD.get(part, re.escape(part)) for part in re.split(r"(\*|\[\]|\.\.\.)", sign))
        for sign in longest
    )


# "No." as a whole answer, and what is not done with something that is only pointed at.
_SHORT_NO = (
    r"(?<=[“\"‘])(?:no|never|not)\b(?=[,.!”\" ])|\bnever(?=[,.;:”\"])"
    r"|(?:will|would|shall|can|could|does|did|are|is)(?: not| never|n[’']t)(?=[,.;:”\"])"
    r"|(?:will|would|shall|can|could|going)(?: not|not| never|n[’']t)(?: be| to| even| so much as)*"
    r" (?:do|tak|grant|follow|compl|yield|bend|budg|giv|acced|oblig|happen|hear|consider|propos"
    r"|entertain|bow|cav|back|relent|mov|conced|accept|allow|sign|agree)\w*"
)
_SHORT_YES = (
    r"(?<=[“\"‘])(?:yes|sure|certainly|of course|gladly|agreed|consider it done)\b"
    r"|\b(?:we|it|they|i|he|she) (?:shall|will|would)(?=[,.;:”\"])"
)
SIGN = re.compile(
    rf"\b(?:(?P<refuses>{_pattern('refusing_signs')})|(?P<offers>{_pattern('offering_signs')})"
    rf"|(?P<demands>{_pattern('demanding_signs')}))\b"
    rf"|(?P<no>{_SHORT_NO})|(?P<yes>{_SHORT_YES})",
    re.I,
)
# What is told of somebody's guesses, of what is open, or of what nobody said.
OPEN = re.compile(
    r"\b(?:comment(?:ed)? on|speculat\w+|rumou?r\w*|den(?:y|ied|ies|ying)|untrue|baseless|invented"
    r"|(?:said|says?|saying|decid\w+|clear|know\w*|tell|divided|consider\w*|wonder\w*"
    r"|doubt\w*|of|over|remains) (?:as to )?whether|unclear|undecided|no decision"
    r"|not decided|any decision"
    r"|neither confirmed|stud(?:y|ied|ying)|discuss\w*|talks? on|exchang\w+ views|too early"
    r"|might|could|(?<!asked )(?<!asks )if|were to|unless|until|committee|debat\w+"
    r"|reports? (?:that|about|of)"
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
NEAR, CLOSE = 25, 70  # characters between a sign and who gives it, or the deed held out
FOLLOWING = 2  # sentences behind one with a deed in which it may be answered
UNDONE = frozenset({"hypothetical", "planned", "denied"})
