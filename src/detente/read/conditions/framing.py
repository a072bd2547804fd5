"""The frames of ``conditions.toml``: how whole sentences set one deed against another.

A frame is a pattern over the words of a sentence, with a slot for what is had and one for what it
takes. It needs no parse: of "the road to an end of the sanctions leads through a withdrawal" and
"it will take a withdrawal for them to be lifted" a small parser finds the parts in many shapes.
"""

import re
import tomllib
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from detente.read.conditions.dependence import Marker

_SLOT = re.compile(r"<([bns])>")
_CLASS = re.compile(r"\{(\w+)\}")
_VERB_ENDINGS = "(?:e|es|s|ed|ing|ies|ied|ning|ned|ged|ging|led|ling)?"
# Longest slot, in characters: a sentence that is longer says more than one thing.
_LONGEST = 170


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern, the marker that says the same, and words of which one must be there.

    ``keys`` are how those words begin, ``called`` is the name of their class: many frames share
    one, and it is sooner looked for than the whole pattern.
    """

    marker: Marker
    pattern: re.Pattern[str]
    keys: frozenset[str]
    words: re.Pattern[str]
    called: str
    timed: bool


@dataclass(frozen=True, slots=True)
class Framed:
    """A sentence that fits a frame: where what is had stands, what it takes, and who sets it.

    ``infinitive`` is whether what is had must be worded "to do it".

    ``plain`` is the sentence without those who say it, which the places are in.
    """

    frame: Frame
    plain: str
    had: tuple[int, int]
    taken: tuple[int, int]
    setter: tuple[int, int] | None
    infinitive: bool


@cache
def frames() -> tuple[Frame, ...]:
    """Load the frames that are shipped."""
    tree = _table()
    classes: dict[str, list[str]] = tree["framing"]
    words = {name: re.compile(_spaced(_any_of(name, classes))) for name in classes}
    found = []
    for marker, patterns in tree["frames"].items():
        for pattern in patterns:
            key = _CLASS.search(pattern)
            assert key is not None
            for_time = marker == "timed"
            found.append(
                Frame(
                    marker=cast("Marker", "only" if for_time else marker),
                    pattern=_compiled(pattern, classes),
                    keys=frozenset(map(_key, classes[key.group(1)])),
                    words=words[key.group(1)],
                    called=key.group(1),
                    timed=for_time,
                )
            )
    return tuple(found)


def _key(words: str) -> str:
    """First letters of the word that a phrase is looked for by: its first that is no small word."""
    first = next((w for w in words.split() if w not in _SMALL), words.split()[0])
    return first[:KEY].split("%")[0]


KEY = 3
_SMALL = frozenset({"the", "in", "of", "on", "from", "at", "be", "for", "to", "a", "as", "right"})


def _compiled(pattern: str, classes: dict[str, list[str]]) -> re.Pattern[str]:
    """Spell a pattern out; a slot that ends it takes all there is."""
    built = _CLASS.sub(lambda m: _any_of(m.group(1), classes), pattern)
    slots = list(_SLOT.finditer(built))
    last = slots[-1].group(1) if built.endswith(">") else None
    built = _SLOT.sub(lambda m: _slot(m.group(1), greedy=m.group(1) == last), built)
    opening = r"(?:^|[\s\"'(])" if not pattern.startswith("<") else r"(?:^|[:;]\s*)"
    return re.compile(opening + _spaced(built))


def _any_of(name: str, classes: dict[str, list[str]]) -> str:
    words = sorted(classes[name], key=len, reverse=True)
    return "(?:" + "|".join(w.strip().replace("%", _VERB_ENDINGS) for w in words) + ")"


def _spaced(pattern: str) -> str:
    """A pattern that does not mind which space stands between words."""
    return pattern.replace(" ", r"\s+").replace(r",\s+", r"\s*,\s*")


def _slot(name: str, *, greedy: bool) -> str:
    least = 1 if name == "s" else 4
    return rf"(?P<{name}>[^;:]{{{least},{_LONGEST}}}{'' if greedy else '?'})"


_NEAR = r"[^,;:\".!?]"
_WHEN = r"(?:on|in|at|to|after|during|late|early|yesterday|this|last|from|by|via|here|today)"


@cache
def _tag() -> re.Pattern[str]:
    """Who says the rest, set apart: ", the minister said on Monday,", ", said an envoy."."""
    said = "(?:" + "|".join(_table()["framing"]["tagged"]) + ")"
    joining = "(?:but|and|or|while|though|which|who|yet|if|unless)"
    return re.compile(
        rf"\s*,[\"”’]?\s*(?:(?!{joining}\b){_NEAR}{{1,80}}?\b{said}"
        rf"|according to {_NEAR}{{1,80}}|{said} {_NEAR}{{1,80}})"
        rf"(?:\s+{_WHEN}\b{_NEAR}{{0,80}}|(?<=told) {_NEAR}{{1,60}}|(?<=tells) {_NEAR}{{1,60}})?"
        r"(?=,|[.;!?]|\"|$)"
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(
        files("detente.lexicon").joinpath("data/conditions.toml").read_text("utf-8")
    )


def without_tags(sentence: str) -> str:
    """A sentence in lower case, blanks in place of who says it; offsets stay what they are."""
    plain = _tag().sub(lambda m: " " * len(m.group()), sentence.lower())
    return plain.replace('"', " ")


def framed(sentence: str, begun: AbstractSet[str]) -> Iterator[Framed]:
    """Frames that a sentence fits, given the first letters of its words, which are quick to ask."""
    plain: str | None = None
    there: dict[str, bool] = {}
    for frame in frames():
        if frame.keys.isdisjoint(begun):
            continue
        if plain is None:
            plain = without_tags(sentence)
        if frame.called not in there:
            there[frame.called] = frame.words.search(plain) is not None
        found = frame.pattern.search(plain) if there[frame.called] else None
        if found is not None:
            groups = found.groupdict()
            yield Framed(
                frame=frame,
                plain=plain,
                had=found.span("b"),
                taken=found.span("n"),
                setter=found.span("s") if "s" in groups else None,
                infinitive="to" in groups,
            )
