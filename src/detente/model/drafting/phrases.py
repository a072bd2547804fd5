"""Noun phrases taken apart: their heads, the names they bear, what tells which thing it is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.lexicon.acts import inventory, known_nouns
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class

_LEADING = re.compile(
    r"^(?:(?:(?:all|any|each|most|some|none|one|an? (?:inch|ounce|part|scrap|shred|single one))\sof"
    r"|the|a|an|its|their|his|her|our|all|any|some|those|these|this|that|more|further|both|such|no"
    r"|single|own|every|each|so-called)\s+)+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\s(?:of|for|on|from|to|in|at|by|with|without|that|which|as|over|against|under|within|into|and|or|near"
    r"|along|inside|off|worth|since|until|after|before|between|during|together|alongside|jointly)\s"
)
_POINTING = re.compile(
    r"^(?:\w+ing )?(?:these|those|such|this)\s\w|^(?:an?|one|any|the)\s(?:single|one)\s\w",
    re.IGNORECASE,
)
# What tells when, how or why, and not which thing it is.
_WHEN = "|".join(sorted(word_class("times")))
_HUNG = re.compile(
    r"[,;]?\s(?:as|which|that|who|where|if|unless|until|while|before|because|when|after|within|under"
    r"|without|subject to|conditional|contingent|dependent on|illegal$|unlawful$"
    r"|in force|immediately|unconditionally|today|yesterday|tomorrow|again|first$|at all"
    rf"|(?:on|in|by|from|since|this|next|last)\s(?:{_WHEN}|[12][0-9]{{3}}))\b.*$"
    r"|,\s(?:an?|the|one|some|whose)\s.*$",
    re.IGNORECASE,
)
_EACH_INSIDE = re.compile(rf"\s(?:an?|per|each|every)\s(?:{_WHEN})(?=\s)")  # "a week to Berlin"
_EACH = re.compile(rf"\s(?:an?|per|each|every)\s(?:{_WHEN})$")  # "of water a year"
_SUM = (
    r"(?:[A-Z]{0,2}[$€£¥]\s?[0-9][0-9.,]*(?:\s?(?:[mbt]n|[mb]\b|(?:m|b|tr)illion))?"
    r"|[0-9][0-9.,]*\s(?:(?:m|b|tr)illion\s)?(?:euros?|dollars?|pounds?|roubles?|rubles?|yuan|yen|rupees?"
    r"|francs?|crowns?|kron[ao]r?|pesos?|rands?|liras?))"
)
_AMOUNT = re.compile(
    rf"^(?:(?:about|around|nearly|almost|some|roughly|over|at least|up to|more than)\s)*{_SUM}"
    r"(?:$|\s(?:(?:in|of|worth of)\s(?P<what>.+)"
    r"|(?:for|from|to|at|that|which|frozen|held|owed|on)\s.*))$"
)
_MEASURED = re.compile(r"^(?P<noun>[\w’'-]+)\s(?:of|in)\s(?P<what>.+)$")
_JOINED = re.compile(r",?\s(?:and|or)\s|,\s")
_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"[A-ZÀ-Ž][\w’'-]*[a-zà-ž][\w’'-]*")
# Things that an "-ing" before them describes, and does nothing to.
_NEVER_DONE_TO = ("measure", "agreement", "permit", "talks", "data")
# Things that an activity describes: fishing boats, a training camp.
_WHERE_DONE = ("vessel", "force", "facility", "structure", "aircraft", "business", "passage")


@lru_cache(maxsize=2**14)
def bare(words: str) -> str:
    """A phrase without its quotes, the articles before it and how often: "a year"."""
    return _EACH.sub("", _LEADING.sub("", words.strip().strip("“”\"'’,.")).strip())


_CLAUSE = re.compile(
    r"^(?:that|to|if|when|how|what|why|whether|who|where)\b"
    r"|\b(?:is|are|was|were|be|been|has|had|have|will|would|can|could|must|should|may|might)\b"
)
_CLAIM = re.compile(
    r"that\s(?=(?:the|an?|its?|their|his|her|our|no|all|any|both|each|neither|they|we|he|she|there)\s"
    r"|[A-ZÀ-Ž][\w’'-]*\s[a-z]+\s)"
)


def claim(words: str) -> str | None:
    """Of a clause after "that" what it claims; None of a noun phrase: "that ban"."""
    found = _CLAIM.match(words.lstrip())
    return words.lstrip()[found.end() :].strip() if found is not None else None


def has_clause(words: str) -> bool:
    """Whether words are a clause, or hold a verb that makes one: no bare noun phrase."""
    return _CLAUSE.search(words) is not None


def points_back(words: str) -> bool:
    """Whether a phrase takes up a thing told of before, or picks any of them: "a single map"."""
    return _POINTING.search(words) is not None


def says_which(plain: str) -> bool:
    """Whether a phrase begins with what it is about: not "anything less than a full agreement"."""
    opening = plain.split(maxsplit=1)[:1]
    return bool(opening) and opening[0].lower() not in word_class("pointing_words")


def shown(words: str) -> str:
    """A phrase without what says only when, how or why."""
    return _HUNG.sub("", f" {words}").strip()


def in_plural(plain: str, head: str) -> bool:
    """Whether a phrase speaks of several of what heads it."""
    words = [word.lower().strip("’'") for word in plain.split()]
    if words and singular(words[0]) != words[0] and singular(words[0]) in word_class("measuring"):
        return True  # "parts of the shelf"
    return any(singular(w) == head != w for w in words if w.endswith(("s", "men", "children")))


@lru_cache(maxsize=2**14)
def amounts_to(plain: str) -> bool:
    """Whether a phrase begins with a sum of money."""
    return _AMOUNT.match(plain) is not None


@lru_cache(maxsize=2**14)
def head_of(plain: str) -> str:
    """The noun that heads a phrase, in the singular; of "two tonnes of rice" the rice."""
    amount = _AMOUNT.match(plain)
    if amount is not None:
        what = amount["what"]
        return head_of(bare(what)) if what else "money"
    plain = _EACH_INSIDE.sub("", plain)
    head_part = _STOP.split(f"{plain} ", maxsplit=1)[0].strip()
    first, last = (head_part.split() or [""])[0], (head_part.split() or [""])[-1]
    # "filling the reservoir" is about the filling; a "landing fee", a "binding agreement" are not.
    gerund = first.endswith("ing") and first != last and first[0].islower()
    named = gerund and _describes(first, singular(last.lower()))
    head = _unhyphened(singular((first if gerund and not named else last).lower().strip("’'")))
    if head in word_class("measuring"):
        measured = _MEASURED.match(plain[len(head_part) - len(last) :])
        return head_of(bare(measured["what"])) if measured else head
    return head


def _describes(gerund: str, noun: str) -> bool:
    """Whether an "-ing" tells which thing is meant: "operating rules", "fishing boats"."""
    if gerund in word_class("describing_participles"):
        return True
    activity = gerund in word_class("describing_activities")
    return any(is_a(noun, name) for name in _NEVER_DONE_TO + (_WHERE_DONE if activity else ()))


def first_noun(words: str) -> str:
    """The first noun of a clause that is known as one; else what heads it as a phrase."""
    nouns = (singular(word) for word in _WORD.findall(words.lower()))
    return next((noun for noun in nouns if noun in known_nouns()), head_of(bare(words)))


def before_head(plain: str) -> str:
    """What a noun says it is done to before it: of "the grain export ban" the grain export."""
    words = _STOP.split(f"{plain} ", maxsplit=1)[0].split()
    first = len(words) - 1
    while first > 0 and singular(words[first - 1].lower()) in known_nouns():
        first -= 1
    return " ".join(words[first:-1])


def _unhyphened(noun: str) -> str:
    """Of "export-ban" the ban; not of what is a word of its own, such as "safe-conduct"."""
    last = noun.rpartition("-")[2]
    return last if noun not in known_nouns() and last in known_nouns() else noun


def heads_of(plain: str) -> Iterator[str]:
    """Heads of all things that a phrase joins: of "maps and records" both."""
    yield head_of(plain)
    if not _JOINED.search(plain) or amounts_to(plain):
        return
    for part in _JOINED.split(shown(plain))[1:]:
        head = head_of(bare(part))
        if head in known_nouns():
            yield head


def names_in(plain: str) -> Iterator[str]:
    """Proper names in a phrase, word by word; those of parties and peoples tell nothing apart."""
    parties = [(m.start, m.end) for m in gazetteer().find(plain)]
    for found in _NAME.finditer(plain):
        word = found.group().removesuffix("’s").removesuffix("'s").lower()
        if any(start <= found.start() < end for start, end in parties):
            continue
        common = singular(word) in known_nouns() or word in word_class("before_names")
        opening = found.start() == 0 and found.end() == len(plain) and word.endswith("s")
        if not common and not opening and word not in word_class("times"):
            yield word


@lru_cache(maxsize=2**14)
def content(plain: str) -> frozenset[str]:
    """Words of a phrase that say what it is about: no names of parties, no little words."""
    parties = [(m.start, m.end) for m in gazetteer().find(plain)]
    return frozenset(
        singular(found.group().lower())
        for found in _WORD.finditer(plain)
        if not any(start <= found.start() < end for start, end in parties)
    )


@lru_cache(maxsize=2**14)
def singular(noun: str) -> str:
    """Return a noun in the singular, as far as the inventory's classes need it."""
    noun = noun.removesuffix("’s").removesuffix("'s")
    if noun in ("children", "people", "police"):
        return "child" if noun == "children" else noun
    if noun.endswith("men") and len(noun) > 2:
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


def is_a(head: str, class_name: str) -> bool:
    """Whether a head noun belongs to a class of the inventory."""
    return inventory().is_a(head, class_name)


def party_named(words: str) -> str | None:
    """The code of the party that a phrase names and nothing else, "the" apart."""
    party = gazetteer().by_name(words.removeprefix("the "))
    return None if party is None else party.code
