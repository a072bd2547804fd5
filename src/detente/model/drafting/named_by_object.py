"""Deeds that are told by what an act is done to: "drop its objections", "lift its closure".

The verb only says that it begins or ends; which deed it is, the noun says.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from detente.domain.evidence import Proposition, Span
from detente.lexicon.acts import Act, inventory
from detente.lexicon.words import word_class
from detente.model.drafting.deed import STAYING, Deed
from detente.model.drafting.done_to import with_complement
from detente.model.drafting.phrases import bare, before_head, party_named
from detente.model.drafting.rates import CHARGING, charged
from detente.model.drafting.spoken import spoken_verb, verbs_of
from detente.model.drafting.things import is_a, singular, thing

_HUMAN = word_class("human_nouns")


@cache
def _may_be_spoken(act: str, verbs: frozenset[str]) -> bool:
    """Whether an act may stand there by one of the verbs; which it is takes time to tell."""
    return not verbs.isdisjoint((act, act.replace("_", " "), *verbs_of(act)))


@cache
def ways_of_naming(act: str) -> tuple[Callable[[Proposition, str], Deed | None], ...]:
    """How what an act is done to may tell the deed; of most acts it never does."""
    return tuple(
        read
        for read, fits in (
            (_taken_back, _may_be_spoken(act, _TAKING_BACK)),
            (_ended, act in _ENDING),
            (_approved, act in _CARRYING_OUT | _APPROVING or _may_be_spoken(act, _FORGOING)),
            (_changed, _may_be_spoken(act, _ADOPTING | _FORGOING)),
            (_out_of_court, act.startswith("withdraw")),
            (_opened_to, _may_be_spoken(act, _OPENING)),
            (_charged, act in CHARGING),
        )
        if fits
    )


def _opened_to(proposition: Proposition, text: str) -> Deed | None:
    """Of "open the meeting to partners", "the plant to a visit" the letting in of these."""
    found = proposition.object
    if found is None or " to " not in text[found.span.start : found.span.end + len(" to ")]:
        return None
    if spoken_verb(proposition, text) not in _OPENING:
        return None
    what, _, whoever = found.span.of(text).partition(" to ")
    if not any(is_a(thing(what).head, name) for name in _VISITED):
        return None
    behind = _TO_WHOM.match(text, found.span.end)
    whom = thing(whoever or (behind["whom"] if behind is not None else ""))
    if whom.head not in _HUMAN and not is_a(whom.head, "inspector"):
        return None
    agent = proposition.agent
    return Deed(
        family=inventory().families["inspection"],
        thing=whom,
        taken=proposition.polarity == "positive",
        owner=(agent.party or agent.of) if agent is not None else found.of,
        act="admit_people" if whom.head in _HUMAN else "admit",
    )


_OPENING = frozenset({"open", "open up", "reopen"})
_VISITED = ("talks", "facility", "event", "enterprise")
_TO_WHOM = re.compile(r"\sto\s(?P<whom>[^.,;:]+)")


@lru_cache(maxsize=2**14)
def singulars(words: str) -> frozenset[str]:
    """Every word of a phrase in lower case and the singular, alone and with the one before it."""
    found = re.findall(r"[\w’'-]+", words.lower())
    pairs = (f"{first} {singular(second)}" for first, second in pairwise(found))
    return frozenset([*map(singular, [*found, *(w.rpartition("-")[2] for w in found)]), *pairs])


_ENDING = frozenset({
    "cancel", "continue", "end", "halt", "impose", "lift", "maintain", "reverse", "revoke", "undo",
    "uphold", "withdraw",
})  # fmt: skip


_CLOSING = re.compile(r"[a-z-]+ing (?:the|an?|its|their|any|all|more|other) ")


def _ended(proposition: Proposition, text: str) -> Deed | None:
    """Of "an end to the closure", "will lift its closure" the opening."""
    found = proposition.object
    if found is None:
        return None
    words = found.span.of(text)
    if _CLOSING.match(words) is not None:
        return None  # "stop closing the border" is told by the verb
    what = _OF_WHAT.split(words, maxsplit=1)
    about = thing(what[1] if len(what) > 1 else before_head(bare(words)))
    named = [a for a in inventory().nouns.get(thing(words).head, ()) if a.family is not None]
    fitting = [a for a in named if about.head in a.objects and a.side == "drop"]
    act = next((a for a in named if a.side == "take" and _kept_up(a)), None)
    act = next(iter(fitting), act)  # of "the asset freeze" the funds
    act = act or next((a for a in named if a.name == "sever_relations"), None)
    if act is None or act.family is None or act.family.name == "measure":
        return None
    goes_on = proposition.act in _GOING_ON
    agent = proposition.agent
    if act.family.name == "suspension" and len(what) > 1 and _is_member(what[1]):
        return _suspended(proposition, party_named(what[1]), goes_on=goes_on)
    return Deed(
        family=act.family,
        thing=about,
        taken=((act.side == "take") == goes_on) == (proposition.polarity == "positive"),
        owner=found.of or ((agent.party or agent.of) if agent is not None else None),
        undoing=not goes_on,
        act=act.name,
    )


def stop_ended(proposition: Proposition, text: str) -> Proposition | None:
    """Of "end its halt to gas deliveries" what is not halted: the deliveries."""
    found = proposition.object
    if found is None or not _may_be_spoken(proposition.act, _ENDING):
        return None
    stopping = _STOPPING.match(found.span.of(text))
    before = text[proposition.span.start : found.span.start]
    if stopping is None or _ENDS_IT.search(before) is None:
        return None
    verb = _STOPS[stopping["noun"].lower()]
    start = found.span.start + stopping.end()
    what = Span(start=start, end=found.span.end)
    act = inventory().of_verb(verb, singulars(what.of(text)))
    if act is None or act.family is None or act.family.name == "membership":
        return None
    return replace(
        proposition,
        act=act.name,
        object=replace(found, span=what, party=None),
        polarity="negative" if proposition.polarity == "positive" else "positive",
    )


_ENDS_IT = re.compile(
    r"\b(?:cancel|end|halt|lift|revers|revok|stop|undo|withdraw|drop|scrap)\w*\s(?:of\s)?$", re.I
)
# Nouns for a stop that was put to something, with the verb that each is of.
_STOPS = {
    "freeze": "suspend", "halt": "halt", "interruption": "interrupt", "moratorium": "suspend",
    "pause": "halt", "stoppage": "halt", "suspension": "suspend",
}  # fmt: skip
_STOPPING = re.compile(
    rf"(?:[\w’']+\s){{0,3}}?(?P<noun>{'|'.join(_STOPS)})\s(?:of|to|on|in)\s(?:all\s|the\s|its\s)?",
    re.I,
)


def _is_member(words: str) -> bool:
    """Whether it is a state, and no agreement, that is suspended: "the country", "Mali"."""
    return party_named(words) is not None or thing(words).words in _MEMBERS


def _suspended(proposition: Proposition, member: str | None, *, goes_on: bool) -> Deed:
    """Of "uphold the suspension of Mali" that Mali is let in no more, of its end that it is."""
    found, agent = proposition.object, proposition.agent
    own = (agent.party or agent.of) if agent is not None else None
    taken = goes_on != (proposition.polarity == "positive")
    return Deed(
        family=inventory().families["membership"],
        thing=thing(""),
        taken=taken,
        owner=(found.of if found is not None else None) or own,
        member=member,
        undoing=not taken,
        act="readmit" if taken else "expel",
    )


_MEMBERS = frozenset({"country", "member", "member state", "nation", "state"})
_GOING_ON = frozenset({"continue", "impose", "maintain", "uphold"})
_OF_WHAT = re.compile(r"\s(?:of|on)\s")


def _kept_up(act: Act) -> bool:
    """Whether what is taken may be ended: a measure, a trial."""
    return act.family is not None and (act.family.measure or act.family.name == "trial")


_TAKING_BACK = (_ENDING - _GOING_ON) | {
    "abandon", "cancel", "drop", "give up", "overcome", "remove", "renounce", "rescind", "retract",
    "revoke", "waive",
}  # fmt: skip
_TO_WHAT = re.compile(r"\s(?:to|on|of|against|over)\s")
# Nouns for what is taken back: how one stands to another's bid, and the recognition of a state.
_STANDS = {("support", "drop"), ("recognition", "take")}
STANDS = frozenset(family for family, _ in _STANDS)


@cache
def _stances() -> frozenset[str]:
    """Nouns of which something may be taken back: objections, a recognition."""
    return frozenset(
        noun
        for noun, acts in inventory().nouns.items()
        if any(a.family and (a.family.name, a.side) in _STANDS for a in acts)
    )


def _taken_back(proposition: Proposition, text: str) -> Deed | None:
    """Of "drop its objections to the accession", "revoke the recognition" the contrary of these."""
    found = proposition.object
    if found is None:
        return None
    if singulars(found.span.of(text)).isdisjoint(_stances()):
        return None
    if spoken_verb(proposition, text) not in _TAKING_BACK:
        return None
    stand, *about = _TO_WHAT.split(with_complement(proposition, found, text), maxsplit=1)
    acts = inventory().nouns.get(thing(stand).head, ())
    act = next((a for a in acts if a.family and (a.family.name, a.side) in _STANDS), None)
    if act is None or act.family is None or not (about or act.side == "take"):
        return None
    agent = proposition.agent
    return Deed(
        family=act.family,
        thing=thing(about[0] if about else ""),
        taken=(act.side == "drop") == (proposition.polarity == "positive"),
        owner=found.of or ((agent.party or agent.of) if agent is not None else None),
        undoing=act.side == "take",
        act=act.name,
    )


def _charged(proposition: Proposition, text: str) -> Deed | None:
    """Of "will charge 50% on wine" the tariff on it."""
    tariff, agent = charged(proposition, text), proposition.agent
    if tariff is None:
        return None
    return Deed(
        family=inventory().families["measure"],
        thing=tariff,
        taken=proposition.polarity == "positive",
        owner=(agent.party or agent.of) if agent is not None else None,
        act="impose",
    )


def _out_of_court(proposition: Proposition, text: str) -> Deed | None:
    """Of "will withdraw from the court", "from The Hague" that the case is dropped."""
    agent = proposition.agent
    if agent is None or agent.party is None:
        return None
    if _FROM_COURT.search(proposition.span.of(text)) is None:
        return None
    taken = proposition.polarity != "positive"
    return Deed(
        family=inventory().families["measure"],
        thing=thing("lawsuit"),
        taken=taken,
        owner=agent.party,
        undoing=not taken,
        act="lift" if not taken else STAYING,
    )


_FROM_COURT = re.compile(
    r"\bwithdr\w+\s(?:(?:its|the|that)\s(?:case|claim|complaint|suit)\s)?from\s"
    r"(?:The Hague"
    r"|(?:the|its)\s(?:[\w’']+\s){0,2}(?:arbitration|case|court|proceedings|suit|tribunal))\b"
)
_APPROVING = word_class("approving")
_CARRYING_OUT = word_class("carrying_out")
_FORGOING = word_class("forgoing")


def _approved(proposition: Proposition, text: str) -> Deed | None:
    """Of "will not approve the delivery of the jets", "dropped" it, not delivering them."""
    found, agent = proposition.object, proposition.agent
    of_what = found is not None and " of " in found.span.of(text)
    given_up = of_what and spoken_verb(proposition, text) in _FORGOING
    carried = proposition.act in _CARRYING_OUT or given_up
    if found is None or not (carried or (proposition.act in _APPROVING and agent is not None)):
        return None
    words, _, of = found.span.of(text).partition(" of ")
    act = inventory().of_noun(thing(words).head, [thing(of).head] if of else [])
    if act is None or act.family is None or (carried and not of):
        return None
    if (act.family.measure or act.family.held) and not carried:
        return None
    return Deed(
        family=act.family,
        thing=thing(of),
        taken=((act.side != "drop") == (proposition.polarity == "positive")) != given_up,
        owner=(agent.party or agent.of) if agent is not None else found.of,
        undoing=act.side == "drop",
        act=act.name,
    )


_ADOPTING = frozenset({"adopt", "approve", "enact", "make", "pass", "sign"})
_CHANGES = frozenset({"amendment", "change", "reform", "revision"})


def _changed(proposition: Proposition, text: str) -> Deed | None:
    """Of "adopt constitutional amendments", "abandon the amendments" the amending, or not."""
    found, agent = proposition.object, proposition.agent
    if found is None or thing(found.span.of(text)).head not in _CHANGES:
        return None
    verb = spoken_verb(proposition, text)
    if verb not in _ADOPTING and verb not in _FORGOING:
        return None
    words, *about = _TO_WHAT.split(with_complement(proposition, found, text), maxsplit=1)
    changed = "constitution" if "constitutional" in words.lower() else next(iter(about), "it")
    of_law = thing(changed).generic or is_a(thing(changed).head, "law")
    if thing(words).head not in _CHANGES or not of_law:
        return None
    return Deed(
        family=inventory().families["amendment"],
        thing=thing(changed),
        taken=(proposition.polarity == "positive") == (verb in _ADOPTING),
        owner=found.of or ((agent.party or agent.of) if agent is not None else None),
        act="amend",
    )
