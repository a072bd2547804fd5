"""Words that set conditions, from ``conditions.toml``, asked of tokens."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from detente.read.grammar.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The table of wordings.

    Parameters
    ----------
    single
        Words that introduce a condition, with the name of the form.
    phrases
        Rows of words that do, by their last word, each with the name of its form.
    bearing
        Words that may stand before a marker and bear on it: "only".
    bringing
        Of classes of things that come about by an act, the act.
    nominal
        Of nouns that name what is done, the verb.
    states
        Of states that somebody or something is in, the act that brings them there.
    """

    single: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    bearing: frozenset[str]
    asking: frozenset[str]
    saying: frozenset[str]
    depending: dict[str, str]
    suffering: frozenset[str]
    terms: frozenset[str]
    staying: frozenset[str]
    refusing: frozenset[str]
    lacking: frozenset[str]
    giving: tuple[str, ...]
    deferring: frozenset[str]
    matters: frozenset[str]
    bringing: dict[str, str]
    nominal: dict[str, str]
    states: dict[str, str]
    passing: frozenset[str]
    asides: frozenset[str]
    confidence: dict[str, float]

    def marker(self, token: Token) -> str | None:
        """Name of the form that a token introduces, the last of its words if it has several."""
        word = token.lower_
        for words, form in self.phrases.get(word, ()):
            if self._ends(token, words):
                return form
        single = self.single.get(word)
        if single is None or not _introduces(token, word):
            return None
        return single

    def _ends(self, token: Token, words: tuple[str, ...]) -> bool:
        first = token.i - len(words) + 1
        doc = token.doc
        return first >= 0 and all(doc[first + k].lower_ == w for k, w in enumerate(words))

    def leads(self, marker: Token) -> list[int]:
        """Places of the words that belong to a marker and stand before it."""
        found = []
        for words, _ in self.phrases.get(marker.lower_, ()):
            if self._ends(marker, words):
                found += list(range(marker.i - len(words) + 1, marker.i))
                break
        first = found[0] if found else marker.i
        while first > 0 and marker.doc[first - 1].lower_ in self.bearing:
            first -= 1
            found.insert(0, first)
        return found


def _introduces(token: Token, word: str) -> bool:
    """Whether a word that may be other things is here what a clause begins with."""
    if word in ("if", "unless", "iff", "whenever"):
        return True
    if word == "suppose":
        return bool(token.is_sent_start) and token.tag_ in ("VB", "VBP")
    if word in ("provided", "providing", "assuming", "supposing"):
        follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
        that = follows is not None and follows.lower_ == "that"
        first = bool(token.is_sent_start) or token.nbor(-1).text in (",", "(", "—", ";")
        if not that and not _verb_follows(token):
            # "Providing access to the data".
            return False
        opens = token.dep_ in ("mark", "prep", "advcl", "ROOT", "acl", "csubj")
        holds = any(c.dep_ in ("ccomp", "pcomp") for c in token.children)
        inside = word == "provided" and token.dep_ in ("mark", "advcl", "prep") and holds
        return opens and (first or that or inside)
    return token.dep_ in ("mark", "advmod") and token.head.i > token.i


def _verb_follows(token: Token) -> bool:
    """Whether there is a verb before the next comma or stop."""
    for t in token.doc[token.i + 1 : token.sent.end]:
        if t.text in (",", ".", ";"):
            return False
        if t.pos_ in ("VERB", "AUX"):
            return True
    return False


@cache
def wordings() -> Wordings:
    """Load the table that is shipped."""
    text = files("detente.lexicon").joinpath("data/conditions.toml").read_text("utf-8")
    tree: dict[str, Any] = tomllib.loads(text)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, rows in tree["phrases"].items():
        for row in rows:
            words = tuple(row.split())
            phrases.setdefault(words[-1], []).append((words, form.replace("_", " ")))
    return Wordings(
        single={word: form for form, words in tree["words"].items() for word in words},
        phrases={
            word: tuple(sorted(rows, key=lambda row: -len(row[0])))
            for word, rows in phrases.items()
        },
        bearing=frozenset(tree["bearing"]),
        asking=frozenset(tree["asking"]),
        saying=frozenset(tree["saying"]),
        depending=dict(tree["depending"]),
        suffering=frozenset(tree["suffering"]),
        asides=frozenset(tree["asides"]),
        confidence={k.replace("_", " "): v for k, v in tree["confidence"].items()},
        passing=frozenset(tree["passing"]),
        terms=frozenset(tree["terms"]["words"]),
        staying=frozenset(tree["staying"]),
        refusing=frozenset(tree["refusing"]),
        lacking=frozenset(tree["lacking"]),
        giving=tuple(tree["giving"]),
        deferring=frozenset(tree["deferring"]),
        matters=frozenset(tree["matters"]),
        bringing=dict(tree["bringing"]),
        nominal=dict(tree["nominal"]),
        states=dict(tree["states"]),
    )
