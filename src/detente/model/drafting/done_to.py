"""What an act is done to, also where that goes by another name: leave, a sum that is paid.

Of "let Oslo build the pier" it is permission to build the pier; of "compensation of 5 million" it
is the compensation.
"""

import re

from detente.domain.evidence import Actor, Proposition
from detente.lexicon.acts import Act
from detente.lexicon.words import word_class
from detente.model.drafting.phrases import amounts_to
from detente.model.drafting.things import Thing, thing

# Acts of letting another do something, and of not letting.
LETTING = frozenset({"let_do", "forbid_do"})
_LEAVES = word_class("leaves")
COMPENSATIONS = frozenset({"compensation", "indemnity", "reimbursement", "reparation"})
# What is paid where the words say only what for: "pay for the buses".
PAYMENT = "payment"
# Of "appeal against the ruling", "exempt its fishmeal" the noun, with what it is of.
_OF_WHAT = {"contest_verdict": "appeal against", "exempt": "exemption for"}
_JUDGING = frozenset({"arbitration", "arbitrator"})
_PREPOSITION = 8  # characters, spaces included


def with_complement(proposition: Proposition, found: Actor, text: str) -> str:
    """Of "remove the symbol from public places" all that stands behind the verb."""
    other = proposition.complement
    between = text[found.span.end : other.span.start] if other is not None else ""
    if other is None or not 0 < len(between) <= _PREPOSITION or not between.strip().isalpha():
        return found.span.of(text)
    return text[found.span.start : other.span.end]


def done_to(proposition: Proposition, act: Act, text: str) -> Thing:
    """What an act is done to, as the words of a proposition have it."""
    if act.activity is not None:
        return thing(_activity(proposition, act, act.activity, text))
    if act.object_is is not None:
        return Thing(words="forces", head="force")
    if act.name in LETTING:
        return thing(_leave(proposition, text))
    named = _paid_as(proposition, act, text)
    if named is not None:
        return thing(named)
    if act.name == "meet":
        return thing("talks")  # nobody holds whom one meets
    if act.name == "apologise" and proposition.object is not None:
        before = text[: proposition.object.span.start][-len(" for the ") :]
        if " for " not in before:
            return thing("apology")  # of "apologised and handed him over" for nobody
    sum_paid = proposition.object is not None and amounts_to(proposition.object.span.of(text))
    against = act.family is not None and act.family.name == "measure" and _aimed(proposition, text)
    against = against or _for_whom(proposition, act, text)
    if proposition.object and (act.name in ("withdraw", "deploy") or sum_paid or against):
        return thing(with_complement(proposition, proposition.object, text))
    paying = act.family is not None and act.family.name == "payment"
    if proposition.object is not None and not (paying and _is_paid(proposition.object, text)):
        return thing(proposition.object.span.of(text))
    if paying:
        other = proposition.complement  # "pay for the aircraft", "no compensation"
        paid = other is not None and other.party is None and not thing(other.span.of(text)).generic
        called = "compensation" if _makes_good(proposition, text) else PAYMENT
        return thing(f"{called} for {other.span.of(text)}" if paid and other else called)
    if act.family is not None and act.family.name == "apology":
        return thing("apology")  # for what, the text need not say
    # Of "an end to the limits" the limits stand behind a preposition.
    other = proposition.complement
    if other is not None and act.objects and thing(other.span.of(text)).head in act.objects:
        return thing(other.span.of(text))
    return thing("")


def _is_paid(found: Actor, text: str) -> bool:
    """Whether somebody gets the money, and it is not what is paid: "would not pay the Czechs"."""
    return found.party is not None or found.span.of(text).lower() in _PEOPLE


_PEOPLE = frozenset({"us", "them", "me", "him", "her", "you"})


def _activity(proposition: Proposition, act: Act, activity: str, text: str) -> str:
    """What is done as a noun, with what it is done to: "construction of the smelter"."""
    forum = proposition.complement
    if act.name == "sue" and forum is not None and _named(forum.span.of(text)):
        return f"{activity} at {forum.span.of(text)}"
    about = proposition.object.span.of(text) if proposition.object is not None else ""
    about = about.removeprefix("no ")  # "no water may be stored"
    if not about or thing(about).generic:
        return activity.removesuffix(" on goods") if activity.startswith("sanctions") else activity
    if "goods" in activity:
        return activity.replace("goods", about)
    done = act.family is not None and act.family.name == "activity"
    if act.name in _OF_WHAT:
        return f"{_OF_WHAT[act.name]} {about}"
    return f"{activity} of {about}" if done else activity


def _named(forum: str) -> bool:
    """Whether it is told who is to judge, and not only that it goes to court."""
    return " " in forum or thing(forum).head in _JUDGING


def _aimed(proposition: Proposition, text: str) -> bool:
    """Whether a measure is followed by what it is on: "lift the ban / on flights"."""
    found, other = proposition.object, proposition.complement
    between = text[found.span.end : other.span.start].strip() if found and other else ""
    if other is not None and thing(other.span.of(text)).head in _TERMS:
        return False  # "lift the ban on condition that they leave"
    return between in ("on", "against", "over")


def _for_whom(proposition: Proposition, act: Act, text: str) -> bool:
    """Whether it says to whom something is closed, or who gets what is halted: "to cattle"."""
    found, other = proposition.object, proposition.complement
    if found is None or other is None or act.family is None:
        return False
    if text[found.span.end : other.span.start] != " to ":
        return False
    closed = act.family.name == "closure" and other.party is None
    given = act.family.name == "activity" and thing(found.span.of(text)).head in _GIVEN
    return closed or given


_GIVEN = frozenset({"aid", "assistance", "backing", "help", "support"})
_TERMS = frozenset({"condition", "proviso", "understanding"})


_APPOSED = re.compile(r"^(?:,?\s[A-ZÀ-Ž][\w’'-]*)+,?(?=\s[a-z])")


def _leave(proposition: Proposition, text: str) -> str:
    """What is let, as leave to do it: "permission to build the pier"."""
    what, whom = proposition.object, proposition.complement
    if what is None or thing(what.span.of(text)).head in _LEAVES:
        return "permission"
    words = what.span.of(text)
    rest = text[whom.span.end : what.span.end] if whom is not None else ""
    if whom is not None and what.span.start == whom.span.start and rest.startswith(" "):
        # "let Oslo build the pier", "let the Dutch company Zandbank dredge it"
        done = _APPOSED.sub("", rest).strip() or rest.strip()
        return f"permission to {done.removeprefix('to ').removeprefix('may ')}"
    return f"permission {words}" if words.startswith("to ") else f"permission for {words}"


def _makes_good(proposition: Proposition, text: str) -> bool:
    """Whether what is paid is compensation, by its name or by what it is paid for."""
    words = proposition.span.of(text).lower()
    if any(word in words for word in COMPENSATIONS):
        return True
    other = proposition.complement
    return other is not None and thing(other.span.of(text)).head in _HARMS


_HARMS = word_class("harms")


def _paid_as(proposition: Proposition, act: Act, text: str) -> str | None:
    """Of "compensation of 50 million euros" what the sum is paid as, where a noun names the act."""
    found = proposition.object
    if act.family is None or act.family.name != "payment" or found is None:
        return None
    words = proposition.span.of(text)
    named = not amounts_to(words) and thing(words).head in COMPENSATIONS
    return words if named and amounts_to(found.span.of(text)) else None
