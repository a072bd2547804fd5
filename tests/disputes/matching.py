"""Which option of a draft means which option of an analyst's model.

Two options of one owner mean the same when their texts share an object and their acts are of one
family, or the same verb, or each other's opposites ("lift the ban", "keep the ban": then the one
is taken where the other is not). Acts are looked up in the inventory that the drafter uses; verbs
that it does not know are compared as words. An object is shared when the texts have a content
word in common besides the verb, or, under one family, words of the class of things that its acts
are done to ("the agreement", "the accord"; not "the interim accord", "the full agreement"). Where
the acts say nothing, half of all content words must be common. Pairs are made best first, one to
one. The rule is generous to wordings and strict about owners.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.domain.dispute import Dispute
from detente.lexicon.acts import inventory
from detente.model.drafting.things import thing

_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:-[0-9]+)?")
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "keep",
        "kept",
        "of",
        "off",
        "on",
        "or",
        "other",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "this",
        "those",
        "to",
        "under",
        "up",
        "with",
        "within",
        "without",
        "force",
        "again",
        "all",
        "back",
        "both",
        "give",
        "more",
        "not",
        "out",
        "over",
        "take",
        "until",
        "what",
        "when",
        "which",
        "who",
        "whom",
        "whose",
    ]
)
_KEEPING = frozenset({"keep", "maintain", "retain", "continue", "uphold", "stay", "hold"})
_ENDING = frozenset(
    [
        "lift",
        "drop",
        "end",
        "halt",
        "stop",
        "cease",
        "withdraw",
        "remove",
        "revoke",
        "abolish",
        "scrap",
        "suspend",
        "cancel",
        "relax",
        "ease",
        "relinquish",
        "abandon",
        "release",
        "dismantle",
        "refrain",
    ]
)
# Words by which something does not run, hold or happen; two of them undo each other.
_OFF = frozenset(
    [
        "ban",
        "banned",
        "bar",
        "barred",
        "block",
        "blocked",
        "blocking",
        "cancel",
        "cease",
        "close",
        "closed",
        "closure",
        "drop",
        "embargo",
        "end",
        "freeze",
        "frozen",
        "halt",
        "halted",
        "held",
        "lift",
        "neutralise",
        "refuse",
        "remove",
        "restrict",
        "revoke",
        "sanctions",
        "scrap",
        "shut",
        "stop",
        "stopped",
        "suspend",
        "suspended",
        "suspension",
        "terminate",
        "withdraw",
        "withheld",
        "withhold",
    ]
)

# Verbs after which something runs, holds or is had.
_ON = _KEEPING | frozenset(
    [
        "admit",
        "allow",
        "begin",
        "deliver",
        "grant",
        "impose",
        "issue",
        "make",
        "open",
        "pay",
        "permit",
        "put",
        "renew",
        "reopen",
        "restart",
        "restore",
        "resume",
        "run",
        "sell",
        "send",
        "start",
        "supply",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A drafted option and the analyst's; ``flipped`` if taking one is leaving the other."""

    drafted: str
    wanted: str
    flipped: bool


@dataclass(frozen=True, slots=True)
class _Worded:
    """An option with its words taken apart."""

    name: str
    owner: str
    verb: str
    text: str
    words: frozenset[str]
    sides: frozenset[tuple[str, bool]]  # families of the verb, and whether it leaves the option
    keeps: bool  # whether something that is there is to stay or go on: "keep digging"

    off: bool  # whether what it is about does not run then: "keep the gas shut off", "stop the ban"

    @property
    def ends(self) -> bool:
        """Whether something that is there is to go: not "keep imports suspended"."""
        return self.verb in _ENDING and not self.keeps


def pairs(drafted: Dispute, wanted: Dispute) -> tuple[Pair, ...]:
    """Pair the options of two disputes, best first, each at most once."""
    found: list[Pair] = []
    scored = sorted(_scored(drafted, wanted), key=lambda each: (-each[0], each[1].drafted))
    for _, pair in scored:
        free = all(pair.drafted != p.drafted and pair.wanted != p.wanted for p in found)
        if free:
            found.append(pair)
    return tuple(found)


def _scored(drafted: Dispute, wanted: Dispute) -> Iterator[tuple[float, Pair]]:
    others = list(_worded(wanted))
    for one in _worded(drafted):
        for other in others:
            score, flipped = _likeness(one, other)
            if one.owner == other.owner and score > 0:
                yield score, Pair(drafted=one.name, wanted=other.name, flipped=flipped)


def _likeness(one: _Worded, other: _Worded) -> tuple[float, bool]:
    """How alike two options are, 0 if they are not the same; and whether one is the other's end."""
    common = one.words & other.words
    share = len(common) / max(1, min(len(one.words), len(other.words)))
    families = {family for family, _ in one.sides} & {family for family, _ in other.sides}
    flipped = _flipped(one, other, families)
    if {thing(one.text).scope, thing(other.text).scope} == {"part", "whole"}:
        return 0.0, False
    if one.verb == other.verb and one.verb and common:
        return 2 + share, False
    if families or (one.keeps and other.ends) or (one.ends and other.keeps):
        if not common and any(_of_one_class(one, other, family) for family in families):
            return 0.5, flipped
        return (1 + share if common else 0.0), flipped
    return (share if share >= 0.5 and len(common) >= 1 else 0.0), flipped


def _of_one_class(one: _Worded, other: _Worded, family: str) -> bool:
    """Whether both name a thing of the class that a family's acts are done to."""
    acts = (act for act in inventory().acts.values() if act.family and act.family.name == family)
    things = {_stem(noun) for act in acts for noun in act.objects}
    return bool(one.words & things) and bool(other.words & things)


def _flipped(one: _Worded, other: _Worded, families: set[str]) -> bool:
    if (one.keeps and other.ends) or (one.ends and other.keeps):
        return True
    standing = any(each.keeps and each.off for each in (one, other))
    running, stopped = (other, one) if one.off else (one, other)
    # Of a verb that no list has nobody knows: "pull the fence down".
    own = len(running.verb) > 2 and any(w.startswith(running.verb) for w in stopped.words)
    runs = running.verb in _ON or own
    if (not families or standing) and one.off != other.off and runs:
        return True
    if standing and one.off == other.off:
        return False
    # A family tells nothing of a verb that may be either in it: "stop" lifts bans and imposes them.
    told = [
        (own, its)
        for family in families
        if len(own := {left for name, left in one.sides if name == family}) == 1
        and len(its := {left for name, left in other.sides if name == family}) == 1
    ]
    return bool(told) and all(own != its for own, its in told)


def _worded(dispute: Dispute) -> Iterator[_Worded]:
    codes = {party.id: party.code or party.id for party in dispute.parties}
    names = {_stem(w) for p in dispute.parties for w in _WORD.findall(p.name)}
    for name, party, option in dispute.named_options():
        spoken = [w.lower() for w in _WORD.findall(option.text)]
        keeps = spoken[:1] != [] and (spoken[0] in _KEEPING or spoken[:2] == ["go", "on"])
        if spoken[:2] == ["go", "on"]:
            spoken = ["keep", *spoken[2:]]
        if len(spoken) > 1 and spoken[0] in _KEEPING and spoken[1].endswith("ing"):
            spoken = [_unfolded(spoken[1]), *spoken[2:]]  # "keep opposing" is to oppose
        if spoken and spoken[0] in _KEEPING and (kept := _participle(spoken[1:])):
            spoken = [kept, *(word for word in spoken[1:] if not word.startswith(kept))]
        verb = spoken[0] if spoken else ""
        words = {_stem(w) for w in spoken[1:] if w not in _STOP and len(w) > 2}
        words |= {_stem(w) for w in re.split(r"[_\d]+", option.id) if len(w) > 2 and w != verb}
        yield _Worded(
            name=name,
            owner=codes[party.id],
            verb=verb,
            text=option.text,
            words=frozenset(
                (words - names - {_stem(verb)} or words - {_stem(verb)}) | _object_of(verb)
            ),
            sides=frozenset(_sides(verb, spoken)),
            keeps=keeps,
            off=_off([word.lower() for word in _WORD.findall(option.text)]),
        )


def _off(words: list[str]) -> bool:
    """Whether its words stop what they speak of, and not twice; "frozen poultry" stops nothing."""
    stopping = [
        word
        for word, after in zip(words, [*words[1:], ""], strict=True)
        if word in _OFF and not (word.endswith(("ed", "en")) and after and after not in _STOP)
    ]
    return len(stopping) % 2 == 1


def _unfolded(gerund: str) -> str:
    """Of "opposing" the verb, if the inventory knows it; else the stem."""
    stem = gerund.removesuffix("ing")
    spelled = (f"{stem}e", stem, stem[:-1])
    return next((verb for verb in spelled if verb in inventory().verbs), stem)


def _participle(words: Iterable[str]) -> str | None:
    """Of "keep the border closed" to close: what is kept done is the verb."""
    for word in words:
        for verb in (word.removesuffix("d"), word.removesuffix("ed")):
            if word.endswith("ed") and verb in inventory().verbs:
                return verb
    return None


def _object_of(verb: str) -> frozenset[str]:
    """Of "drill" the drilling: a verb that names its own activity."""
    acts = inventory().verbs.get(verb, ())
    return frozenset(
        _stem(act.activity) for act in acts if act.activity and " " not in act.activity
    )


def _sides(verb: str, spoken: Iterable[str]) -> Iterator[tuple[str, bool]]:
    words = list(spoken)
    for length in (3, 2, 1):
        for act in inventory().verbs.get(" ".join(words[:length]), ()):
            if act.family is not None:
                yield act.family.name, act.opposed


def _stem(word: str) -> str:
    """A word without its ending, as far as plurals, participles and nouns of acts go."""
    word = word.lower().replace("’s", "").removesuffix("'s")
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ers",
        "er",
        "ed",
        "es",
        "s",
        "y",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
