"""Things that are to go or stay: "the wreck must go", "wants the buoys out of the bay".

No act says so, as nobody is told to do anything. Whatever is to be gone is to be removed, and of
what stays the removal is refused.
"""

import re

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import open_family
from detente.model.drafting.things import is_a, is_somebody, thing

_REMOVE = "remove"
_HUMAN = word_class("human_nouns")
_MUST = frozenset({"must", "should"})
# What may stand behind "go" and "stay" and tells no more than where from, and when.
_NO_MORE = re.compile(
    r"\W*(?:$|\b(?:and|at once|before|but|by|first|from|immediately|in place|now|on|put|until|up"
    r"|where (?:it|they) (?:is|are|stands?)|without)\b|[.,;:!?“”\"'])"
)
_REACH = 40
_GONE = re.compile(r"\sgone\b")
_AWAY = re.compile(
    r"^(?P<thing>[\w’' -]{3,60}?) (?:gone|out|away|off|removed)"
    r"(?:\s(?!the (?:agenda|hook|list|table)\b)"
    r"(?:of|from|by|before|at once|now|within|the|its|their|our|this|[A-ZÀ-Ž][\w’'-]*)\b.*)?$"
)
# A day off, a way out and "hands off": nothing that anybody removes.
_AIRY = word_class("never_given")


def removed(words: str) -> Deed | None:
    """Of "the wreck gone", "their buoys out of the bay" the removal; None for people."""
    away = _AWAY.match(words)
    return _removal(away["thing"], None) if away is not None else None


def gone(proposition: Proposition, text: str) -> Deed | None:
    """Of "the wreck must go", "wants the wreck gone" the removal, of a thing and of no people."""
    if proposition.act not in ("go", "disappear") or proposition.polarity == "negative":
        return None
    agent, about = proposition.agent, proposition.object
    if agent is None:
        wished = about is not None and _GONE.search(proposition.span.of(text)) is not None
        return _removal(about.span.of(text), about.of) if about is not None and wished else None
    if proposition.modality not in _MUST or agent.party is not None or about is not None:
        return None
    end = proposition.span.end
    if proposition.complement is not None or not _NO_MORE.match(text[end : end + _REACH]):
        return None
    if is_somebody(agent.span.of(text)):
        return None
    return _removal(agent.span.of(text), agent.of)


def _removal(words: str, owner: str | None) -> Deed | None:
    about = thing(words)
    force = is_a(about.head, "force")
    if not about.tells_what or about.head in _AIRY or (_is_person(about.head) and not force):
        return None
    if gazetteer().by_name(words):
        return None
    verb = "withdraw" if force else _REMOVE
    act = inventory().of_verb(verb, [about.head])
    known = act is not None and bool(act.objects) and act.family is not None
    if known and act is not None and act.family is not None:
        side = act.side != "drop"
        return Deed(
            family=act.family,
            thing=about,
            taken=side,
            owner=owner,
            undoing=not side,
            act=act.name,
        )
    return Deed(family=open_family(_REMOVE), thing=about, taken=True, owner=owner, act=_REMOVE)


def _is_person(head: str) -> bool:
    titled = gazetteer().title_in(head) is not None
    return titled or head in _HUMAN or is_a(head, "person") or is_a(head, "envoy")
