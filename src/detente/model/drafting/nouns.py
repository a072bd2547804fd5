"""Acts that are worded as nouns: what somebody wants stands for the act that gives it.

"Wants a binding agreement" is to sign it, "no signature" is not to sign, "Serbia's recognition of
Kosovo" is Serbia's to give. Only a short noun phrase is read so; whatever has a clause is the
reader's work.
"""

import re

from detente.lexicon.acts import Act, inventory, known_nouns, plain_verbs
from detente.lexicon.nominals import verb_of
from detente.lexicon.parties import Match, gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import acceptance, open_family
from detente.model.drafting.phrases import amounts_to, bare, before_head, has_clause
from detente.model.drafting.things import Thing, is_a, singular, thing

# Class of the thing that is wanted, and the act that gives it.
_GIVES = {
    "agreement": "sign",
    "talks": "negotiate",
    "permit": "grant",
    "inspector": "admit",
    "data": "share",
    "ballot": "hold_vote",
    "body": "set_up",
}
# What is threatened or asked for by its name alone: "new sanctions", "a ban on flights".
_IMPOSED = "measure"
_NO = re.compile(r"^(?:no|not a|not any|without|neither)\s+", re.IGNORECASE)
_OF = re.compile(r"\s(of|on|for|from|to|under|in)\s")
_ABOUT = re.compile(r"\s(?:from|in|at|near|under)\s")
# What is signed stands behind "under" as well: "a signature under the rules".
_SIGNS = frozenset({"signature"})
_LONGEST = 12  # words


def deed_of_noun(words: str, *, imposed: bool = False) -> Deed | None:
    """Read a noun phrase as a deed; None where it names no known act or thing.

    Parameters
    ----------
    imposed
        Whether a measure that is named is one to be imposed: "threatened tariffs".
    """
    words = " ".join(words.split()).strip("“”\"'’,.;: ")
    owed = _OWED.match(words)
    if owed is not None:
        return _deed(inventory().acts["pay"], thing(owed["sum"]), negative=False, owner=None)
    if not words or len(words.split()) > _LONGEST or has_clause(words):
        return None
    negative = bool(_NO.match(words))
    plain = _NO.sub("", words)
    back = _BACK.match(plain)
    if back is not None:
        return _given_back(back["thing"], negative=negative)
    away = _AWAY.match(plain)
    gone = _out_of(away["thing"], negative=negative) if away is not None else None
    if gone is not None:
        return gone
    owner, rest = _owned(plain)
    named, preposition, done_to = (*_OF.split(rest, maxsplit=1), "", "")[:3]
    head = thing(named)
    if _is_leave(named, head):
        what = f"permission {preposition} {done_to}".strip()
        return _deed(inventory().acts["let_do"], thing(what), negative=negative, owner=owner)
    around = _ABOUT.match(f" {preposition} ") is not None
    if around and not (preposition == "in" and head.head in _CHANGES) and head.head not in _SIGNS:
        done_to = ""
    done_to = done_to or before_head(bare(named))
    act = inventory().of_noun(head.head, _kinds(done_to))
    if act is None or not act.objects:
        act = _of_doing(head, preposition, done_to) or act
    act = act or _sole(head, done_to)
    if act is not None and act.family is not None and act.family.name != "membership":
        about = thing(act.activity or done_to)
        if act.family.name == "apology" and (preposition != "for" or not done_to):
            about = thing("apology")  # "an apology to the families"
        if act.family.name == "payment" and not about.words:
            about = head  # "compensation", and it is not said for what
        return _deed(act, about, negative=negative, owner=owner or _named_first(done_to))
    if amounts_to(plain):
        return _deed(inventory().acts["pay"], thing(plain), negative=negative, owner=owner)
    if imposed and is_a(singular(head.head), _IMPOSED):
        return _deed(inventory().acts["impose"], thing(rest), negative=negative, owner=owner)
    for class_name, name in _GIVES.items():
        if is_a(singular(head.head), class_name):
            return _deed(inventory().acts[name], thing(rest), negative=negative, owner=owner)
    if _EARLY.match(rest):
        return _deed(
            inventory().acts["notify"], thing("advance notice"), negative=negative, owner=owner
        )
    if is_joint(rest):
        return acceptance(thing(rest), owner, taken=not negative)
    return _of_open_doing(head, done_to, negative=negative, owner=owner)


# "Wants the money for electricity delivered to Peru" wants to be paid, and not delivered to.
_OWED = re.compile(
    r"(?:the|its|their|our|all the) "
    r"(?P<sum>(?:money|cash|arrears|rent)(?: for (?:[\w-]+ ){0,2}[\w-]+?)?)"
    r"(?: (?:delivered|due|owed|shipped|sold|supplied|that|which)\b.*)?$"
)


def _is_leave(named: str, head: Thing) -> bool:
    """Whether a phrase names leave that one gives: "consent", "the green light"."""
    words = named.lower().split()
    coloured = words[-2:] in (["green", "light"], ["go", "ahead"]) or words[-1:] == ["go-ahead"]
    return coloured or (head.head in _LEAVES and head.head not in _PASSES | {"light", "approval"})


_LEAVES = word_class("leaves")
_PASSES = word_class("passes") - {"permission"}
# Nouns of which what changes stands behind "in": "a cut in the duty".
_CHANGES = word_class("changes")
_HUMAN = word_class("human_nouns")


def _kinds(done_to: str) -> list[str]:
    """What kind of thing is named, as the inventory has it."""
    head = thing(done_to).head if done_to else ""
    kind = _BEFORE_NAME.search(done_to)
    kinds = [head, *([singular(kind[1])] if kind is not None else [])]
    return [*kinds, *(["§human"] if head in _HUMAN else [])] if head else []


# "The impounded tanker Delvar" is a tanker.
_BEFORE_NAME = re.compile(r"\b([a-z-]{3,})(?: [A-ZÀ-Þ][\w’'-]*)+$")


def _of_doing(head: Thing, preposition: str, done_to: str) -> Act | None:
    """Of "respect for the accord" the act of the verb, with what it is done to."""
    if head.head in _PASSES and " for " in f" {preposition} {done_to}":
        _, _, whom = f" {preposition} {done_to}".partition(" for ")
        return inventory().of_verb("let in", _kinds(whom))
    verb = verb_of(head.head)
    if verb is None or not done_to:
        return None
    moving = (f"{verb} {preposition}",) if preposition in ("to", "from") else (verb,)
    acts = (a for v in moving for a in inventory().all_of_verb(v, _kinds(done_to)))
    kinds = _kinds(done_to)
    doing = any(is_a(kind, "activity") for kind in kinds)
    known = (a for a in acts if a.objects or doing or verb in _GIVING_BACK)
    return next((a for a in known if not (doing and a.needs_complement)), None)


# Verbs that give back whatever is done to.
_GIVING_BACK = frozenset({"return", "surrender", "hand over"})


def _of_open_doing(head: Thing, done_to: str, *, negative: bool, owner: str | None) -> Deed | None:
    """Of "the rebuilding of the monument" a matter of its own, as of the verb."""
    verb = verb_of(head.head)
    about = thing(done_to)
    if verb is None or verb in plain_verbs() or not done_to or _NO.match(done_to):
        return None
    if about.generic or about.is_time:
        return None
    return Deed(family=open_family(verb), thing=about, taken=not negative, owner=owner, act=verb)


def _given_back(words: str, *, negative: bool) -> Deed | None:
    """Of "the sculptures back" the giving back of them, or the release of people."""
    owner, rest = _owned(words)
    about = thing(rest)
    stock = inventory()
    act = stock.of_verb("give back", [about.head])
    known = act is not None and bool(act.objects)
    act = act if known else stock.of_verb("take back", [about.head]) or act
    if act is None or act.family is None or act.family.measure or act.family.name == "membership":
        return None
    return _deed(act, about, negative=negative, owner=owner)


_BACK = re.compile(
    r"^(?P<thing>(?:[\w’' -]|(?<=\d),(?=\d)){3,60}?),? (?:back|home)"
    r"(?:,? (?:for|at|as|by|in|to)\b.*)?$"
)


def _out_of(words: str, *, negative: bool) -> Deed | None:
    """Of "its troops out of the valley" the withdrawal of them, and of a state that of its own."""
    owner, rest = _owned(words)
    whole = gazetteer().by_name(words)
    forces = thing(rest) if whole is None else thing("forces")
    if not is_a(forces.head, "force"):
        return None
    owner = owner if whole is None else whole.code
    return _deed(inventory().acts["withdraw"], forces, negative=negative, owner=owner)


_AWAY = re.compile(r"^(?P<thing>[\w’' -]{3,60}?) (?:out|off)(?: of)?(?: \S.*)?$")


_EARLY = re.compile(
    r"^(?:an? |any )?(?:advance|prior|early|timely) (?:\w+ )?(?:notice|notification|warning)\b"
)


def is_joint(words: str) -> bool:
    """Whether something is named that parties would do together: "joint patrols on the lake"."""
    return _TOGETHER.match(words) is not None


_TOGETHER = re.compile(
    r"^(?:(?:an?|any|the|some|regular|permanent)\s)*"
    r"(?:(?:joint|shared|common|bilateral|trilateral|international|neutral)\s(?:[\w-]+\s)?|co-)"
    rf"(?:{'|'.join(sorted(word_class('done_together')))})s?\b",
    re.IGNORECASE,
)


def _sole(head: Thing, done_to: str) -> Act | None:
    """Of "no signature", without what is signed, the act: where the noun can mean only one."""
    acts = inventory().nouns.get(head.head, ())
    if len({(a.family, a.side) for a in acts}) == 1:
        return acts[0]
    other = done_to and thing(done_to).head in known_nouns()
    return None if other else inventory().bare.get(head.head)


def _deed(act: Act, about: Thing, *, negative: bool, owner: str | None) -> Deed:
    assert act.family is not None
    return Deed(
        family=act.family,
        thing=about,
        taken=(act.side != "drop") != negative,
        owner=owner,
        undoing=act.side == "drop",
        act=act.name,
    )


def _owned(words: str) -> tuple[str | None, str]:
    """Of "Serbia's recognition of Kosovo" Serbia and the rest."""
    first = _first(words)
    if first is None:
        return None, words
    after = words[first.end :]
    possessive = re.match(r"^(?:[’']s?)?\s+", after)
    return (first.party.code, after[possessive.end() :]) if possessive else (None, words)


def _first(words: str) -> Match | None:
    """The party whose name begins a phrase."""
    found = next(iter(gazetteer().find(words)), None)
    lead = words[: found.start].strip().lower() if found else ""
    return found if found is not None and lead in ("", "the", "an", "a", "any") else None


def _named_first(words: str) -> str | None:
    """Of "withdrawal of Kenyan troops" Kenya."""
    found = _first(words)
    return found.party.code if found is not None and found.form == "demonym" else None
