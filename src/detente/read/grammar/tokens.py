"""A parsed paragraph as plain objects, which is what all rules ask.

spaCy makes a new Python object each time that one of its tokens is looked at, and looks each
label up in its store of strings. Rules look at each token hundreds of times, so everything is
taken out of the parse once; the names are spaCy's own.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache, wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, TypeVar, overload

from spacy import attrs
from spacy.tokens import Doc as Parse
from spacy.vocab import Vocab

_NAMES = ("ORTH", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")
_NUMBERS = ("HEAD", "SENT_START", "ENT_IOB", "SPACY")
_ATTRIBUTES = [getattr(attrs, name) for name in (*_NAMES, *_NUMBERS)]
_IOB = ("", "I", "O", "B")
_OUTSIDE = _IOB.index("O")
_HALF = 1 << 63

# What the lemmatiser of the small model gets wrong, and it matters here.
_LEMMAS = {"hop": "hope", "bare": "bar", "spat": "spit", "data": "data"}
# "readmitted" comes back as "readmitte", and "renumbered" as "renumbere".
_DOUBLED = re.compile(r"^(\w+([bdfgklmnprt]))\2e$")
_WITH_E = re.compile(r"^(\w+(?:er|[aeo]y|[cfnprx]t|[eiu]st))e$")
_ENDING_SO = frozenset({"adhere", "cohere", "interfere", "persevere", "revere"})
_PAST = frozenset({"VBD", "VBN"})

T = TypeVar("T")


class Token:
    """A word or mark of a paragraph; there is one object for each, so identity is equality.

    ``i`` is its place among the tokens; it stands from the code point ``idx`` of the paragraph up
    to ``end``. ``children`` and ``subtree`` are in text order, ``subtree`` with the token itself.
    ``lemma`` is spaCy's ``lemma_`` in lower case, with its known slips put right.
    """

    __slots__ = (
        "_ancestors", "_subtree", "children", "dep_", "doc", "end", "ent_iob_", "ent_type_", "head",
        "i", "idx", "is_punct", "is_quote", "is_sent_start", "is_space", "known", "lemma", "lemma_",
        "like_num", "lower_", "pos_", "tag_", "text",
    )  # fmt: skip

    i: int
    idx: int
    end: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    head: "Token"
    children: Sequence["Token"]
    is_sent_start: bool
    is_punct: bool
    is_space: bool
    is_quote: bool
    like_num: bool
    doc: "Doc"
    lemma: str
    #: What :func:`once` has worked out, by who did.
    known: dict[Callable[..., Any], Any]
    _subtree: "tuple[Token, ...] | None"
    _ancestors: "tuple[Token, ...] | None"

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_title(self) -> bool:
        """Whether it is written as in a title."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether it is written in capitals."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """Whether it is written without capitals."""
        return self.text.islower()

    @property
    def subtree(self) -> "tuple[Token, ...]":
        """The token and everything that hangs on it."""
        known = self._subtree
        if known is None:
            found = [self]
            if self.children:
                for token in found:
                    found += token.children
                found.sort(key=_place)
            known = self._subtree = tuple(found)
        return known

    @property
    def left_edge(self) -> "Token":
        """First token of the subtree."""
        return self.subtree[0]

    @property
    def right_edge(self) -> "Token":
        """Last token of the subtree."""
        return self.subtree[-1]

    @property
    def ancestors(self) -> "tuple[Token, ...]":
        """What it hangs on, nearest first."""
        known = self._ancestors
        if known is None:
            found = []
            token = self
            while token.head is not token:
                token = token.head
                found.append(token)
            known = self._ancestors = tuple(found)
        return known

    @property
    def sent(self) -> "Span":
        """Sentence that it stands in."""
        return self.doc.sentence_of[self.i]

    def nbor(self, steps: int = 1) -> "Token":
        """Token so many steps on; IndexError where there is none."""
        place = self.i + steps
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


_place = attrgetter("i")


def _height(token: Token) -> tuple[bool, int]:
    mark = (token.is_space or token.is_punct) and not token.children
    return mark, 0 if mark else len(token.ancestors)


class Span:
    """Tokens of a paragraph in a row, from ``start`` up to and without ``end``."""

    __slots__ = ("_tokens", "doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, max(start, end), label
        self._tokens = doc.tokens[start:end]

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self._tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...

    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        return self._tokens[place]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """First code point in the paragraph."""
        return self._tokens[0].idx if self._tokens else self.doc.place_of(self.start)

    @property
    def end_char(self) -> int:
        """Code point in the paragraph after the last one."""
        return self._tokens[-1].end if self._tokens else self.start_char

    @property
    def text(self) -> str:
        """The words as the parser was given them."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """Token nearest to the root of its sentence, the first of several, a mark at need."""
        for token in self._tokens:
            if token.head is token:
                return token
        outside = [t for t in self._tokens if not self.start <= t.head.i < self.end]
        return min(outside, key=_height) if outside else self._tokens[0]


class Doc:
    """A parsed paragraph: its tokens, sentences and entities."""

    def __init__(
        self, text: str, tokens: list[Token], entities: list[tuple[int, int, str]]
    ) -> None:
        self.text = text
        self.tokens = tokens
        for token in tokens:
            token.doc = self
        self.ents = tuple(Span(self, *entity) for entity in entities)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...

    @overload
    def __getitem__(self, place: slice) -> Span: ...

    def __getitem__(self, place: int | slice) -> Token | Span:
        if not isinstance(place, slice):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, end)

    @cached_property
    def sents(self) -> tuple[Span, ...]:
        """Sentences, in text order; together they have all tokens."""
        begins = [t.i for t in self.tokens if t.is_sent_start]
        return tuple(Span(self, *ends) for ends in pairwise([*begins, len(self.tokens)]))

    @cached_property
    def starts(self) -> list[int]:
        """First code point of each token, by its place."""
        return [token.idx for token in self.tokens]

    @cached_property
    def sentence_of(self) -> list[Span]:
        """Sentence of each token, by its place."""
        return [sentence for sentence in self.sents for _ in sentence]

    def place_of(self, token: int) -> int:
        """First code point of the token at a place, or where the paragraph ends."""
        return self.tokens[token].idx if token < len(self.tokens) else len(self.text)

    def rehung(self) -> None:
        """Drop what is remembered of the tree, of which a token now hangs elsewhere."""
        for token in self.tokens:
            token._subtree = token._ancestors = None

    def forget(self) -> None:
        """Take the tokens apart; nothing may be asked of them any more.

        They all hold each other, and would wait in memory for the collector to look through
        everything that there is.
        """
        for token in self.tokens:
            del token.head, token.children, token.doc, token.known
            del token._subtree, token._ancestors
        self.__dict__.clear()


def once(work: Callable[[Token], T]) -> Callable[[Token], T]:
    """Let something be worked out once for each token; several rules ask the same of it."""

    @wraps(work)
    def answer(token: Token) -> T:
        known = token.known
        if work in known:
            found: T = known[work]
        else:
            found = known[work] = work(token)
        return found

    return answer


class _Looked(dict[int, T]):
    """What spaCy's codes stand for; each is looked up once."""

    def __init__(self, find: Callable[[int], T]) -> None:
        self.find = find

    def __missing__(self, code: int) -> T:
        found = self[code] = self.find(code)
        return found


# What a word is wherever it stands: its text, its length, the text in lower case, and whether
# it is a mark, a blank, a quotation mark, a number.
_Word = tuple[str, int, str, bool, bool, bool, bool]


@lru_cache(maxsize=2)
def _words(vocab: Vocab) -> tuple[_Looked[str], _Looked[str], _Looked[_Word]]:
    """Strings of a vocabulary as they are and as lemmas, and its words."""
    store = vocab.strings

    def word(code: int) -> _Word:
        known = vocab[code]
        text = known.orth_
        return (
            text, len(text), sys.intern(str(known.lower_)),
            known.is_punct, known.is_space, known.is_quote, known.like_num,
        )  # fmt: skip

    # Rules compare them with names of their own, which is quickest where both are one object.
    plain = _Looked[str](lambda code: sys.intern(str(store[code])) if code else "")
    return plain, _Looked[str](lambda code: _mended(plain[code])), _Looked[_Word](word)


def taken_from(parse: Parse) -> Doc:
    """Take out of spaCy's parse of a paragraph what rules ask.

    Its own ``text`` and ``ents`` are left alone: either makes all its token objects.
    """
    rows = parse.to_array(_ATTRIBUTES).tolist()
    named, mended, words = _words(parse.vocab)
    tokens = [Token() for _ in rows]
    named_here: list[Token] = []
    text: list[str] = []
    place = 0
    for i, (token, row) in enumerate(zip(tokens, rows, strict=True)):
        orth, lemma, tag, pos, dep, kind, head, begins, iob, blank = row
        (token.text, length, token.lower_,
         token.is_punct, token.is_space, token.is_quote, token.like_num) = words[orth]  # fmt: skip
        token.i = i
        token.idx = place
        token.lemma_ = named[lemma]
        token.lemma = mended[lemma]
        token.tag_ = named[tag]
        if token.tag_ in _PAST and token.lemma.endswith("e"):
            token.lemma = _without_e(token.lemma)
        elif token.tag_ == "VBD" and token.lower_ == "lay":
            token.lemma = "lie"
        token.pos_ = named[pos]
        token.dep_ = named[dep]
        token.ent_type_ = named[kind]
        token.ent_iob_ = _IOB[iob]
        if iob != _OUTSIDE:
            named_here.append(token)
        token.is_sent_start = begins == 1
        token.children = ()
        token.known = {}
        token._subtree = token._ancestors = None
        # The distance is signed, and the table is not.
        token.head = tokens[i + head if head < _HALF else i + head - 2 * _HALF]
        token.end = place = place + length
        text.append(token.text)
        if blank:
            text.append(" ")
            place += 1
    _join(tokens)
    return Doc("".join(text), tokens, _entities(named_here))


def _entities(named: list[Token]) -> list[tuple[int, int, str]]:
    """First token, end and kind of each entity."""
    found: list[tuple[int, int, str]] = []
    for token in named:
        if token.ent_iob_ == "B":
            found.append((token.i, token.i + 1, token.ent_type_))
        elif token.ent_iob_ == "I" and found:
            start, _, kind = found[-1]
            found[-1] = start, token.i + 1, kind
    return found


def _mended(lemma: str) -> str:
    word = lemma.lower()
    doubled = _DOUBLED.match(word) if word.endswith("e") else None
    return doubled[1] if doubled else _LEMMAS.get(word, word)


@lru_cache(maxsize=2**12)
def _without_e(lemma: str) -> str:
    """Lemma of a participle in "-ed" that the model does not know, and gives an "e" too many."""
    slip = _WITH_E.match(lemma) if lemma not in _ENDING_SO else None
    return slip[1] if slip is not None else lemma


def _join(tokens: list[Token]) -> None:
    """Tell each token its children, and a verb of the "re-" before it."""
    below: defaultdict[Token, list[Token]] = defaultdict(list)
    for i, token in enumerate(tokens):
        if token.head is not token:
            below[token.head].append(token)
        if token.lower_ == "re" and i + 2 < len(tokens) and tokens[i + 1].text == "-":
            tokens[i + 2].lemma = f"re{tokens[i + 2].lemma_.lower()}"
    for token, children in below.items():
        token.children = children
