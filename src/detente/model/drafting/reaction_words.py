"""Words by which a party answers a request and names no deed, as patterns over a sentence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.lexicon.words import word_class
from detente.model.drafting.sign_words import BEGUN, TURNED, WORD, pattern_of


def _alternatives(name: str) -> str:
    return "|".join(sorted(map(re.escape, word_class(name)), key=len, reverse=True))


_MODAL = r"(?:will|would|shall)"
_BE = r"(?:is|are|was|were|am|[’']s|[’']re|[’']m)"
_NOBODY = (
    r"(?:(?:nobody|no one)(?: who [^,]{1,60}?)?|none|nothing|neither (?:\w+ )?\w+"
    r"|no(?: [\w-]+){1,3}?)"
)
_LIGHT = r"(?:\w+ly |even |ever |now |just |so much as )*"
_WILL_NOT = re.compile(
    rf"(?:\b{_MODAL}(?: \w+ly)? (?:not|never)|\b(?:wo|would|sha)n[’']t|\bnever {_MODAL}"
    rf"|{_BE} (?:not|never) (?:going|about|prepared|ready|willing) to"
    r"|\b(?:isn|aren|wasn|weren)[’']t (?:going|about|prepared|ready|willing) to"
    rf"|\b{_NOBODY} {_MODAL}|\b(?:can(?: ?not|[’']t)|could(?: not|n[’']t))(?= (?:be|accept|allow"
    r"|agree|comply|permit|tolerate|bow|yield|let)\b))"
    rf" {_LIGHT}(?P<verb>\w+)(?: (?P<next>\w+))?",
    re.I,
)
_WILL_NO = re.compile(
    rf"\b{_MODAL} (?:be )?(?P<verb>(?!be\b)\w+)(?: (?:over|back|up|to|out)){{0,2}}"
    r" (?:no|nobody|none|nothing|neither)\b",
    re.I,
)
_THERE = re.compile(
    rf"\bthere (?:{_MODAL}|can|could) (?:not )?be (?:no|any) (?P<noun>\w+)"
    r"|\bno(?: [\w-]+){1,3} (?:is|are|was|were) (?:due|planned|envisaged|forthcoming|foreseen)\b"
    r"|\b(?:none|nothing) (?:(?:will|would|shall|is|was|are|were) )(?:be )?(?:forthcoming|planned)",
    re.I,
)
# "We do not hand over our own", of which some deed is an instance.
_PRINCIPLE = re.compile(
    r"\W*(?:(?:we|one|you) (?:do|does)(?: not|n[’']t)"
    r"|(?:nobody|no one|no \w+) (?:ever )?(?=\w+s\b)) ?(?:\w+ly )?(?P<verb>\w+)",
    re.I,
)
_IN_MIND = word_class("in_mind")
_UNREFUSING = word_class("unrefusing_verbs")
_UNMOVABLE = word_class("unmovable")
_NOTHING_MEANT = word_class("obstacles") | {"attack", "comment", "doubt", "harm", "war"}
_PARTICIPLE = re.compile(r"\w+(?:ed|en|wn|nt|lt|ld|ght|ut|rn|de|ne|et|ft|ung)$")


def will_not(words: str) -> bool:
    """Whether a sentence says that something will not be done that is more than a word."""
    for found in _WILL_NOT.finditer(words):
        verb, behind = found["verb"].lower(), (found["next"] or "").lower()
        if verb == "be":
            if behind in _UNMOVABLE or (_PARTICIPLE.match(behind) and behind not in _SPARED):
                return True
        elif verb not in _UNREFUSING:
            return True
    if any(found["verb"].lower() not in _UNREFUSING for found in _WILL_NO.finditer(words)):
        return True
    principle = _PRINCIPLE.match(words)
    return principle is not None and principle["verb"].lower() not in _UNREFUSING | _IN_MIND


def there_will_be_no(words: str) -> Iterator[str]:
    """Of what a sentence says that there will be none; nothing where only "none" is told."""
    for found in _THERE.finditer(words):
        noun = (found["noun"] or "").lower()
        if noun not in _NOTHING_MEANT:
            yield noun


_SPARED = word_class("spared")


@dataclass(frozen=True, slots=True)
class Found:
    """A word of reaction in a sentence, with what stands before and behind it."""

    before: str
    words: str
    behind: str


@cache
def _starting(name: str, begun: str) -> re.Pattern[str] | None:
    """Words of a class that begin with these letters; to try hundreds at each word is slow."""
    words = pattern_of(name, begun)
    return re.compile(rf"(?:{words})(?!\w)", re.I) if words else None


@lru_cache(maxsize=2**10)
def _found(name: str, words: str) -> tuple[Found, ...]:
    """Words of a class in a sentence, none overlapping; one sentence may answer many requests."""
    found, free = [], 0
    for word in WORD.finditer(words):
        place = word.start()
        known = _starting(name, words[place : place + BEGUN].lower()) if place >= free else None
        match = known.match(words, place) if known is not None else None
        if match is not None:
            found.append(Found(words[:place], match[0], words[match.end() :]))
            free = match.end()
    return tuple(found)


def _all(pattern: re.Pattern[str], words: str) -> Iterator[Found]:
    for match in pattern.finditer(words):
        yield Found(words[: match.start()], match[0], words[match.end() :])


_REACTING = "refusing_reactions"
_OPENING = "refusing_openings"
_RIGHT = "claims_of_right"
_LASTING = "lasting"


def _yielding() -> str:
    return "|".join(re.escape(verb).rstrip("e") for verb in word_class("yielding"))


_ASKED = _alternatives("askings")
_POINTED = (
    r"(?:it|this|that|them|those|these|so|such|him|her"
    r"|(?:the|this|that|these|any|such an?|any such|its|their|all|[A-Z][\w-]+(?:[’']s?)?)"
    r" (?:[\w-]+ )?"
    rf"(?:{_ASKED})s?)\b"
)
# What may stand behind a word that refuses what was asked: an end, or what only points.
_BEHIND = re.compile(
    r"[”\"’')\]]*\s*(?:$|[,.;:!?—–-])"
    r"|[”\"’')\]]*\s(?:and|but|or|so|yet|as|when|again|either|at all|here|there|whatever|whatsoever"
    r"|privately|publicly|openly|politely|curtly|coolly"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|flat|since|for (?:years|decades|months|weeks|good|ever)|with thanks|at once|straight away"
    r"|(?:in|from|for) [A-Z][\w-]+|within \w+|said|says|replied|answered|retorted|declared)\b"
    rf"|\s(?:to|of|for|about|at|on|over|upon|in|with|by|from|against) {_POINTED}|\s{_POINTED}"
    rf"|\s(?:to|of|for|in) (?:{_yielding()})(?:e|ing|s)?\b"
    r"|\s(?:to|of|for|in) \w+ (?:it|them|that|this|him|her|those)\b"
    r"|\s(?:to|of|for|about) ?(?=$|[.,;!?”\"])"
)
_BEEN = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?$", re.I)
_HEADED = re.compile(rf"\W*(?:but |and |yet )?{_POINTED}", re.I)
_REJECTED = re.compile(
    r"\s(?:(?:was|were|is|are|has been|have been|had been|being|got)\s)?(?:\w+ly )?"
    r"(?:denied|dismissed|rebuffed|refused|rejected|spurned|turned down|thrown out"
    r"|went unheard|went unanswered)\b",
    re.I,
)
_OBJECT = 5  # words within which it is told what is brushed aside
_CLAUSE_END = re.compile(r"[,;:.!?—–“”\"]|\b(?:that|who|which|and|but|because|to)\b")
_VERB = re.compile(r"\s(?:to|of|for|in|at|why) (?:\w+ly )?(?P<verb>\w+)")


def reacts(
    words: str, verbs: frozenset[str], about: Callable[[str], bool] = lambda _: False
) -> bool:
    """Whether a sentence brushes something aside that it only points at, or asks or calls.

    ``verbs`` are beginnings of the verbs by which it was asked, and ``about`` is whether a word
    names the thing that it was about.
    """
    for found in _found(_REACTING, words):
        negated = found.words.lower().startswith(("no", "not"))
        if not negated and TURNED.search(found.before):
            continue
        clause = _EDGE.split(found.before)[-1]
        passive = found.words.split()[0].endswith("ed") and _BEEN.search(found.before)
        if passive and not _HEADED.match(clause.lstrip()):
            continue  # "the charge was waved away" tells of no request
        if _BEHIND.match(found.behind):
            return True
        if any(about(word) for word in _CLAUSE_END.split(found.behind)[0].split()[:_OBJECT]):
            return True
        verb = _VERB.match(found.behind)
        if verb is not None and any(verb["verb"].lower().startswith(each) for each in verbs):
            return True
    return False


def asking_reacted(words: str) -> bool:
    """Whether a sentence that names nobody tells what became of a request: "it was rejected"."""
    head = _HEADED.match(words)
    return head is not None and (
        reacts(words, frozenset()) or _REJECTED.match(words[head.end() :]) is not None
    )


def will_not_do_that(words: str, verbs: frozenset[str]) -> bool:
    """Whether a sentence denies what was asked as a rule: "monuments are not removed on demand"."""
    return any(
        found["verb"].lower().startswith(each)
        for found in _AS_A_RULE.finditer(words)
        for each in verbs
    )


_AS_A_RULE = re.compile(
    r"\b(?:(?:is|are|do|does|be|will|would|shall|can) ?(?:not|never|n[’']t)|cannot|never"
    r"|nothing (?:\w+ )?to|nobody|no one) (?:\w+ly |be |being )*(?P<verb>\w+)",
    re.I,
)


def cannot_see_why(words: str) -> bool:
    """Whether a sentence asks back, prefers something else, or owes nothing."""
    return any(
        not TURNED.search(found.before) and not _POSITIVE.match(found.behind)
        for found in _found(_OPENING, words)
    )


# "The answer was yes", "the reaction was cautious".
_POSITIVE = re.compile(
    r"\s(?:(?:an?|the|that it) )?(?:\w+ly )?(?:yes|positive|favourable|encouraging|warm"
    r"|promis\w+|offer\w*|due|expected|awaited|cautious|mixed|muted|ready|not (?:yet )?known"
    r"|not made public|published)\b",
    re.I,
)


def claims_right(words: str) -> bool:
    """Whether a sentence claims that whoever speaks decides alone, owns it or is in the right."""
    return any(not _TURNING.search(found.before) for found in _found(_RIGHT, words))


_TURNING = re.compile(r"\b(?:not|never|n[’']t)\s(?:\w+\s)?$")


def grants(words: str) -> bool:
    """Whether a sentence may hold anything out, or asks for something itself."""
    return _GRANTING.search(words) is not None


def judged(words: str) -> Iterator[str]:
    """What a sentence says is judged in some way, in its order."""
    for found in _all(_JUDGING, words):
        if not TURNED.search(found.before):
            yield " ".join(_EDGE.split(found.behind)[0].split()[:_JUDGED])


def in_process(words: str) -> bool:
    """Whether a sentence tells of something on its way."""
    return _IN_PROCESS.search(words) is not None


_JUDGED = 4  # words within which it is told what is judged
_JUDGING = re.compile(rf"\b(?:{pattern_of('judging')})(?!\w)", re.I)
_IN_PROCESS = re.compile(rf"\b(?:{pattern_of('in_process')})(?!\w)", re.I)


def accounts(words: str) -> bool:
    """Whether a sentence says why something is as it is, denies something, or answers back."""
    told = _DECLINING_NOTHING.sub("", words)
    return any(pattern.search(told) for pattern in (_NEGATED, _ACCOUNTING, _RETORTING))


_ACCOUNTING = re.compile(rf"\b(?:{pattern_of('accounting')})(?!\w)", re.I)
_RETORTING = re.compile(rf"\b(?:{pattern_of('retorting')})(?!\w)", re.I)
_DECLINING_NOTHING = re.compile(rf"\b(?:{pattern_of('declining_nothing')})(?!\w)", re.I)
_NEGATED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|nowhere|hardly|cannot)\b|n[’']t\b", re.I
)
_GRANTING = re.compile(
    rf"\b(?:{pattern_of('granting_words')})(?!\w)|\b(?:would|will|shall|could)\b(?! not)", re.I
)


def lasts(words: str) -> Iterator[tuple[str, str]]:
    """What a sentence says stays as it is, with the words that follow, in its order."""
    for found in _found(_LASTING, words):
        if _NO_LONGER.search(found.before) or _NOT_STAYING.match(found.behind):
            continue
        clause = _EDGE.split(found.before)[-1]
        yield clause, found.behind


def keeps_on(words: str) -> Iterator[str]:
    """What a sentence says that somebody goes on with, in its order."""
    for found in _all(_KEEPING, words):
        if not _NO_LONGER.search(found.before):
            yield _EDGE.split(found.behind)[0]


_KEEPING = re.compile(rf"\b(?:{pattern_of('keeping_on')})(?!\w)", re.I)
_EDGE = re.compile(r"[,;:.!?—–“”\"]|\b(?:that|said|says|but|because)\s")
_NO_LONGER = re.compile(
    r"\b(?:no longer|ceased? to|stop|may|might|could|should|not(?! going)|never"
    r"|n[’']t(?! going))(?: \w+)? ?$"
)
_NOT_STAYING = re.compile(
    r"\s(?:ready|committed|open to|to be|unclear|hopeful|concerned|silent|unanswered|a\b|an\b|the\b"
    r"|unresolved|to \w+ing|talks?|negotiat\w+|on friendly)"
)
SHUT = re.compile(rf"\s(?:{_alternatives('staying_shut')})\b")
OPEN_STILL = re.compile(rf"\s(?:{_alternatives('staying_open')})\b")
# What hangs on something, is guessed at, or open.
UNSURE = re.compile(
    r"\b(?:if|unless|until|once|provided|as long as|before|in exchange|in return|whether|unclear"
    r"|undecided|no decision|stud(?:y|ied|ying)|speculat\w*|rumou?rs?|might|may have"
    r"|consider(?:ing)?"
    r"|(?:den(?:y|ied|ies)) (?:that|having|the|any)|not ruled? out|rule[sd]? nothing out"
    r"|declin\w+ to (?:comment|say)|no comment|too early|yet to|postpone a decision"
    r")\b",
    re.I,
)
EVEN_SO = re.compile(
    r"\bif anything\b|\bnot being considered|never (?:be )?considered|\bnot considering"
    r"|\beven (?:if|when|once)\b|\bas before"
    r"|\bas long as (?:it (?:takes|took)|necessary|needed|we live)"
    r"|\buntil (?:it|they) (?:was|is|were|are) done",
    re.I,
)
# After a no that is none.
BUT_YES = re.compile(
    r"\bbut\b.*\b(?:ready|willing|prepared|open to|consider|offer\w*|could imagine|might"
    r"|would (?:\w+ )?(?:do|look|study|think|examine|talk))\b",
    re.I,
)
