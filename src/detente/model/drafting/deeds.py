"""Propositions as a model needs them: whose option, of which family, taken or not."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import pairwise

from detente.domain.evidence import Actor, Proposition, Span
from detente.lexicon.acts import Act, Family, inventory, plain_verbs
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting.done_to import LETTING, done_to, with_complement
from detente.model.drafting.gifts import given
from detente.model.drafting.helping import help_given
from detente.model.drafting.owners import code_of, owner_of
from detente.model.drafting.phrases import bare, before_head, party_named
from detente.model.drafting.rates import CHARGING, charged
from detente.model.drafting.spoken import CARRIED_ON, carried_on, spoken_verb, verbs_of
from detente.model.drafting.things import AGREEING, Thing, is_a, is_somebody, singular, thing

_PERSONS = frozenset(
    {"i", "me", "you", "us", "we", "he", "him", "she", "her", "themselves", "itself"}
)
# What is said of a measure or a force that is left as it is.
STAYING = "stay"
# What is said of a deed that goes on and is to end: "will stop accepting flights".
HALTING = "halting"
_STAYING = re.compile(r"\b(?:remain|stay|stand|continue|persist|still\b)")
_KEEPING = re.compile(
    r"\b(?:keep|kept|maintain|retain|uphold|upheld|prolong|extend|renew|leav|stick|stuck|stand|stood"
    r"|hold(?:s|ing)? on|held on|cling|clung|hang(?:s|ing)? on|hung on)"
)
_GOES = frozenset({"go", "disappear", "end", "come down", "fall", "halt", "lapse", "expire"})
# Verbs that say nothing without their noun, and nouns that stand for one of an act.
_LIGHT = frozenset({"put", "give", "make", "lend", "set", "grant", "append", "affix", "withhold"})
_MEANT = {"name": "signature", "pen": "signature"}
# Verbs of which most uses are about no possession at all: "use the word", "have a say".
_ASKED_FOR = word_class("requests") | {"wish"}
_GRANTING = word_class("granting")
_HAVING = frozenset({"possess", "operate"})
# Putting on a list, and taking off it.
_LISTING = {
    "blacklist": word_class("listing_verbs"),
    "delist": word_class("delisting_verbs"),
}
_STAYS = frozenset({"stay", "remain", "continue", "stand", "persist", "go on", "last", "endure"})
# Verbs that are done to what stands behind their preposition: "take part in the talks".
_GOVERNING = word_class("governing_prepositions")
# What is given, by whatever verb of giving: "provide assurances", "make a pledge".
_COMMITMENTS = word_class("commitments")
PLEDGING = "~give"
# What is done to what takes the consent of both: "agree to a joint study" is to accept it.
ACCEPTING = "accept"
DeedKey = tuple[str, str, bool, str | None, str | None, str, frozenset[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An option of somebody, taken or not.

    ``owner`` is the code of who decides it, None where the text does not say;
    ``member`` is the beneficiary where the family has one ("readmit *Türkiye*", "let *it* land");
    ``act`` is the act as worded, ``undoing`` is whether it was worded as the end of something
    ("lift", "reopen"). ``key`` is what drafting tells deeds apart by: all but how many words name
    the thing.
    """

    family: Family
    thing: Thing
    taken: bool
    owner: str | None
    member: str | None = None
    undoing: bool = False
    act: str = ""
    key: DeedKey = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        family, about = self.family.name, self.thing
        who = self.owner, self.member
        scope = about.scope if family in AGREEING else ""
        key = (family, self.act, self.taken, *who, about.head, about.designations, scope)
        object.__setattr__(self, "key", key)

    def same_option(self, other: "Deed") -> bool:
        """Whether both speak of one option; an unknown owner or member agrees with any."""
        return (
            self.family.name == other.family.name
            and (self.owner is None or other.owner is None or self.owner == other.owner)
            and (self.member is None or other.member is None or self.member == other.member)
            and self.thing.same(other.thing, self.family)
        )

    @property
    def complete(self) -> bool:
        """Whether it says enough to be an option: whose, and of letting in, whom or into what."""
        nobody = self.family.name == "membership" and self.member is None and self.thing.generic
        return self.owner is not None and not nobody

    @property
    def named(self) -> bool:
        """Whether it is known what it is done to: not only "it"."""
        if self.family.name == "permission" and self.thing.unspecified:
            return False
        return not self.thing.generic or self.family.name == "membership"

    @property
    def contrary(self) -> "Deed":
        """The same option, the other way."""
        return Deed(
            family=self.family,
            thing=self.thing,
            taken=not self.taken,
            owner=self.owner,
            member=self.member,
            undoing=self.undoing,
            act=self.act,
        )

    @property
    def welcome(self) -> bool:
        """Whether the other side would want it: harm absent, anything else taken."""
        return self.taken != self.family.harm


def deed(proposition: Proposition, texts: Mapping[str, str]) -> Deed | None:
    """Read a proposition as a deed; None where it says of nothing that it is done to anything.

    An act that the inventory does not know is a matter of its own.

    Parameters
    ----------
    texts
        Text of each document by id, for the words of objects.
    """
    text = texts[proposition.document]
    if proposition.object is not None and proposition.object.span.of(text).lower() == "what":
        return None  # "what he says we shall pay": what that is stands elsewhere
    act = inventory().act(proposition.act) or _bare(proposition, text)
    if act is not None and not _fits(act, proposition, text):
        act = None
    known = act.name if act is not None else proposition.act
    if known in _STAYS or known in _GOES:
        staying = _staying(proposition, text)
        if staying is not None:
            return staying if known in _STAYS else replace(staying.contrary, undoing=True)
    for named_by_object in _ways_of_naming(proposition.act):
        named = named_by_object(proposition, text)
        if named is not None:
            return named
    halting = _stop_ended(proposition, text)
    if halting is not None:
        resumed = deed(halting, texts)
        return None if resumed is None else replace(resumed, undoing=True)
    if act is None:
        return _light(proposition, text) or _open(proposition, text)
    if act.family is None:
        return None
    taken = (act.side != "drop") == (proposition.polarity == "positive")
    if act.family.name == "membership" and _done_to_forces(proposition, text):
        return _open(proposition, text)  # "expel Kenyan troops" takes Kenya out of nothing
    if act.family.name == "membership":
        people = _let_in(proposition, act, text, taken=taken)
        if people is not None:
            return people
        if act.side != "gain" and proposition.object and _is_no_member(proposition.object, text):
            return _open(proposition, text)  # "remove the symbol" lets nobody out of anything
        return _membership(proposition, act, act.family, text, taken)
    listed = act.name in _LISTING and proposition.complement is not None
    given = listed or act.family.name == "possession"
    if given and proposition.object and proposition.object.party:
        return _of_party(proposition, proposition.object.party, text)
    about = _what_is_intended(done_to(proposition, act, text))
    if about.is_time or (act.name in _HAVING and not about.is_held):
        return None
    if about.head == "decision" and act.family.measure:
        return None  # what was decided is told elsewhere
    if _is_plan(about, proposition, text):
        return None
    if act.family.name == "possession" and about.head in _HUMAN:
        return None  # people are let go or let in, and given up by nobody
    if act.name in _LEAVING and proposition.agent is not None and proposition.agent.party is None:
        gone = _gone_person(proposition, text)
        if gone is not None:
            return gone
    if act.name in LETTING:
        owner, whom = owner_of(proposition, act), code_of(proposition.complement)
        return Deed(
            family=act.family,
            thing=about,
            taken=taken,
            owner=owner,
            member=whom if whom != owner else None,
            act="let_do",
        )
    suspended = act.name == "halt" and spoken_verb(proposition, text) == "suspend"
    member = proposition.object if suspended else None
    if member is not None and (member.party or _is_any_member(member, text)):
        # Of "the union suspended Peru" that Peru is let in no more.
        return Deed(
            family=inventory().families["membership"],
            thing=thing(""),
            taken=not taken,
            owner=owner_of(proposition, act),
            member=member.party,
            undoing=taken,
            act="expel" if taken else "readmit",
        )
    if about.head in _ASKED_FOR and spoken_verb(proposition, text) in _GRANTING:
        return None  # to grant a request is to do what it asks for
    if act.name in ("halt", "continue") and (stopped := _of_gerund(about.words, taken=taken)):
        return replace(stopped, owner=owner_of(proposition, act))
    gerund = about.words.partition(" ")[0].endswith("ing")  # "stop sharing quotas"
    if act.name == "halt" and is_a(about.head, "measure") and not gerund:
        # "Refrain from duties": what is not to be done is the imposing of them.
        measure = inventory().families["measure"]
        return Deed(
            family=measure,
            thing=about,
            taken=not taken,
            owner=owner_of(proposition, act),
            undoing=taken,
            act="lift" if taken else "impose",
        )
    if act.family.measure and act.side != "drop" and _stays(proposition, text):
        # Whose border is closed closes it; whose goods are banned has not banned them.
        told = proposition.object if act.activity is None else None
        own = told.of if told is not None else None
        owner = owner_of(proposition, act) if proposition.agent is not None else own
        return Deed(family=act.family, thing=about, taken=taken, owner=owner, act=STAYING)
    goes_on = act.family.name == "activity" and carried_on(proposition, text)
    return Deed(
        family=act.family,
        thing=about,
        taken=taken,
        owner=owner_of(proposition, act),
        undoing=act.side == "drop" and not _is_kept_out(act, proposition, text),
        act=CARRIED_ON if goes_on else act.name,
    )


def _is_kept_out(act: Act, proposition: Proposition, text: str) -> bool:
    """Whether it is let in no more as it is: "will be kept out until" threatens no end."""
    kept = act.family is not None and act.family.name == "entry" and act.side == "drop"
    return kept and _KEPT.search(proposition.span.of(text)) is not None


_KEPT = re.compile(r"\b(?:kept|keeps?|remains?|stays?)\b")


def _is_any_member(found: Actor, text: str) -> bool:
    """Whether law speaks of whoever belongs to it: "a Member State shall be suspended"."""
    return thing(found.span.of(text)).head in _ANY_MEMBER


_ANY_MEMBER = frozenset({"country", "member", "state"})


def _is_no_member(found: Actor, text: str) -> bool:
    return code_of(found) is None and not _is_any_member(found, text)


def _is_plan(about: Thing, proposition: Proposition, text: str) -> bool:
    """Whether it is a plan to do something: of "drop its plan to close it" it is left open."""
    found = proposition.object
    after = text[found.span.end : found.span.end + 4] if found is not None else ""
    return after.startswith(" to ") and about.head in _PLANS


def _what_is_intended(about: Thing) -> Thing:
    """Of "drop the idea of sanctions", "lift the threat of a ban" the sanctions and the ban."""
    _, of, what = about.words.partition(" of ")
    return thing(what) if of and about.head in _INTENTS else about


_INTENTS = word_class("intents")
_PLANS = word_class("plans")
_HUMAN = word_class("human_nouns")


@cache
def _may_be_spoken(act: str, verbs: frozenset[str]) -> bool:
    """Whether an act may stand there by one of the verbs; which it is takes time to tell."""
    return not verbs.isdisjoint((act, act.replace("_", " "), *verbs_of(act)))


@cache
def _ways_of_naming(act: str) -> tuple[Callable[[Proposition, str], Deed | None], ...]:
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


def _done_to_forces(proposition: Proposition, text: str) -> bool:
    found = proposition.object
    return (
        found is not None and found.party is None and is_a(thing(found.span.of(text)).head, "force")
    )


def _let_in(proposition: Proposition, act: Act, text: str, *, taken: bool) -> Deed | None:
    """Of "let our accountants into the plant" that these are admitted: no state is."""
    found = proposition.object
    if act.side != "take" or found is None or found.party is not None:
        return None
    about = thing(found.span.of(text))
    if about.head not in _HUMAN:
        return None
    family, owner = inventory().families["inspection"], owner_of(proposition, act)
    return Deed(family=family, thing=about, taken=taken, owner=owner, act="admit_people")


def _fits(act: Act, proposition: Proposition, text: str) -> bool:
    """Whether it is the act of that name, and not a verb spelled like it: "release water"."""
    found = proposition.object
    if not act.objects or found is None or act.name not in inventory().verbs:
        return True
    if found.party:
        known = gazetteer().by_code(found.party)
        return act.name != "leave" or known is None or known.kind != "country"
    if _takes_kinds(act.name):
        return True
    other = proposition.complement.span.of(text) if proposition.complement is not None else ""
    about = found.span.of(text)
    return not act.objects.isdisjoint(_singulars(f"{about} {other}")) or thing(about).generic


@lru_cache(maxsize=2**14)
def _singulars(words: str) -> frozenset[str]:
    """Every word of a phrase in lower case and the singular, alone and with the one before it."""
    found = re.findall(r"[\w’'-]+", words.lower())
    pairs = (f"{first} {singular(second)}" for first, second in pairwise(found))
    return frozenset([*map(singular, [*found, *(w.rpartition("-")[2] for w in found)]), *pairs])


@cache
def _takes_kinds(name: str) -> bool:
    """Whether an act is done to kinds of things, such as people, beside those that are listed."""
    act = inventory().act(name)
    return act is not None and any(mark.startswith("§") for mark in act.objects)


def _stays(proposition: Proposition, text: str) -> bool:
    """Whether a measure is left as it is: "the tax will stay", "Tokyo will keep its curbs"."""
    words = proposition.span.of(text)
    if _AS_BEFORE.search(text, proposition.span.start, proposition.span.end + _NEAR):
        return True  # "the fines will be collected as before"
    if proposition.agent is None:  # "the tax will stay", "the tax will be kept"
        return (_STAYING.search(words) or _KEEPING.search(words)) is not None
    return (
        _KEEPING.search(
            words[: proposition.object.span.start - proposition.span.start]
            if proposition.object
            else words
        )
        is not None
    )


_AS_BEFORE = re.compile(r"\bas (?:before|ever|until now|up to now|hitherto)\b")
_NEAR = 16  # characters behind an act in which such words may stand


def _staying(proposition: Proposition, text: str) -> Deed | None:
    """Of "the ban remains" keeping it, of "the units stay" not withdrawing them."""
    agent = proposition.agent
    if agent is None or agent.party is not None:
        return None
    about = thing(agent.span.of(text))
    if about.head == "duty" and _TO_DO.match(text, agent.span.end):
        return None  # a duty to do something is no customs duty
    families = inventory().families
    for class_name, family, taken in (
        ("measure", families["measure"], True),
        ("force", families["presence"], False),
    ):
        if inventory().is_a(about.head, class_name):
            positive = proposition.polarity == "positive"
            return Deed(
                family=family,
                thing=about,
                taken=taken == positive,
                owner=agent.of,
                undoing=False,
                act=STAYING,
            )
    return _lasting(proposition, agent, text)


_TO_DO = re.compile(r"\sto\s(?!the\b|an?\b)[a-z]+\b")


def _lasting(proposition: Proposition, agent: Actor, text: str) -> Deed | None:
    """Of "the closure will last" that it stays closed, of "the rupture" that ties stay cut."""
    named = inventory().nouns.get(thing(agent.span.of(text)).words, ())
    acts = [act for act in named if act.family is not None and act.family.name in _KEPT_SO]
    if len({(act.family, act.side) for act in acts}) != 1 or acts[0].family is None:
        return None
    return Deed(
        family=acts[0].family,
        thing=thing(""),
        taken=(acts[0].side == "take") == (proposition.polarity == "positive"),
        owner=agent.of,
        act=STAYING,
    )


# Families of what is kept as it is until it is undone.
_KEPT_SO = frozenset({"closure", "custody", "relations", "suspension"})


@lru_cache(maxsize=2**12)
def _of_gerund(words: str, *, taken: bool) -> Deed | None:
    """Of "stop blocking its entry" not to block it, where blocking is a known act."""
    resort = _of_resort(words, taken=taken)
    if resort is not None:
        return resort
    verb, _, rest = words.partition(" ")
    if not verb.endswith("ing") or not rest:
        return None
    if rest in _PERSONS:
        return _of_barring(verb, taken=taken)
    particle, _, others = rest.partition(" ")
    particle = particle if particle in _PARTICLES and others else ""
    rest = others if particle else rest
    whom = _WHOM.match(rest) if verb in _GIVING_WHOM else None
    rest = rest[whom.end() :] if whom is not None else rest
    given = _WITH.search(rest) if verb in _PROVIDING else None
    done_to = thing(rest[given.end() :] if given is not None else rest)
    stem = verb.removesuffix("ing")
    for spelled in (stem, f"{stem}e", stem[:-1]):
        act = inventory().of_verb(f"{spelled} {particle}".strip(), [done_to.head])
        if act is not None and act.family is not None and (act.objects or _arms(act)):
            done_to = thing(act.activity) if act.activity is not None else done_to
            found = Deed(
                family=act.family, thing=done_to, taken=act.side != "drop", owner=None, act=act.name
            )
            # To halt an activity is the option of its family: taken, the activity is left.
            found = replace(found, undoing=found.taken)
            return replace(found.contrary, act=HALTING) if taken else found
    return None


def _of_resort(words: str, *, taken: bool) -> Deed | None:
    """Of "refrain from going to the court", "from suing" that the case is not taken there."""
    found = _RESORTING.match(words)
    forum = found["forum"] if found is not None else None
    if found is None or (forum is not None and thing(forum).head not in _FORA):
        return None
    case = thing("lawsuit" if forum is None else f"lawsuit at {forum}")
    family = inventory().families["measure"]
    made = Deed(family=family, thing=case, taken=True, owner=None, act="sue")
    return made.contrary if taken else made


_RESORTING = re.compile(
    r"(?:suing|going to court)\b"
    r"|(?:going|turning|resorting|(?:bringing|taking) (?:it|the \w+)) (?:to|before) (?P<forum>.+)"
)
_FORA = word_class("fora") | word_class("judges") | word_class("watching_over")


def _of_barring(gerund: str, *, taken: bool) -> Deed | None:
    """Of "stop blocking us" the end of the block, of "continue vetoing it" the veto."""
    stem = gerund.removesuffix("ing")
    noun = next((n for n in (stem, f"{stem}e", stem[:-1]) if n in _BARRING), None)
    if noun is None:
        return None
    act = "lift" if taken else STAYING
    family = inventory().families["measure"]
    return Deed(
        family=family, thing=thing(noun), taken=not taken, owner=None, undoing=taken, act=act
    )


_BARRING = word_class("barring_nouns")
_WITH = re.compile(r"\bwith\s")
_PARTICLES = word_class("particles")
# Of "charging ferries the fee" whom, before what.
_WHOM = re.compile(
    r"(?:(?!(?:at|by|for|from|in|of|on|over|to|with)\b)[\w’'-]+ ){1,4}?"
    r"(?=(?:the|an?|its|their|this|that|no|any) )"
)
_GIVING_WHOM = frozenset(
    {"allowing", "charging", "denying", "giving", "granting", "offering", "paying", "refusing"}
)
_PROVIDING = frozenset({"equipping", "furnishing", "providing", "supplying"})


def _arms(act: Act) -> bool:
    """Whether an act says itself what is given: "arming the rebels" supplies arms."""
    return act.activity is not None and act.family is not None and act.family.name == "supply"


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


def _stop_ended(proposition: Proposition, text: str) -> Proposition | None:
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
    act = inventory().of_verb(verb, _singulars(what.of(text)))
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
    if _singulars(found.span.of(text)).isdisjoint(_stances()):
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


def _bare(proposition: Proposition, text: str) -> Act | None:
    """Of "we shall not ratify" the act, where all acts of the verb are of one family."""
    if proposition.object is not None or proposition.act in _INTRANSITIVE:
        return None  # "Lomé called on Accra" is no ballot, and "flew to Accra" hoists no flag
    if proposition.act == "pass" and _PASSING_BY.search(proposition.span.of(text)):
        return None  # oil that passes through is no law
    acts = [a for a in inventory().verbs.get(proposition.act, ()) if a.family is not None]
    return acts[0] if len({(a.family and a.family.name, a.side) for a in acts}) == 1 else None


_INTRANSITIVE = frozenset({"appeal", "call", "fly", "stick"})
_PASSING_BY = re.compile(r"\bpass(?:es|ed|ing)?\s(?:along|by|over|through)\b")


def _light(proposition: Proposition, text: str) -> Deed | None:
    """Of "put its name to the accord", "give its approval": what the noun says is done."""
    found, other = proposition.object, proposition.complement
    if proposition.act not in _LIGHT or found is None:
        return None
    noun = thing(found.span.of(text)).head
    acts = inventory().nouns.get(_MEANT.get(noun, noun), ())
    if len({(a.family and a.family.name, a.side) for a in acts}) != 1 or acts[0].family is None:
        return None
    agent = proposition.agent
    return Deed(
        family=acts[0].family,
        thing=thing(other.span.of(text)) if other is not None else thing(""),
        taken=(acts[0].side != "drop") == (proposition.polarity == "positive"),
        owner=(agent.party or agent.of) if agent is not None else None,
        undoing=acts[0].side == "drop",
        act=acts[0].name,
    )


def _open(proposition: Proposition, text: str) -> Deed | None:
    """Read an act that no family knows: what is done to what."""
    verb = spoken_verb(proposition, text)
    found = proposition.object
    if found is None:
        return _helped(proposition, text)
    about = thing(with_complement(proposition, found, text))
    gift = given(verb, about.words, by_somebody=proposition.agent is not None)
    if gift is not None:
        verb, about = "give", gift
    elif verb == "put" and (placed := _put_somewhere(found, text)) is not None:
        about = placed
    elif verb.split()[0] in plain_verbs() and not (
        verb.startswith("let ") or verb in _GOVERNING or verb in _PHRASAL
    ):
        return None
    if verb in _CONSENTING:
        if not takes_both(about):
            return None  # "agree to the terms", "agree on a date"
        verb = ACCEPTING
    if verb.split()[0] == "send" and about.head in _SENT_WORD:
        return None  # to send a message is to say something
    if not about.tells_what or about.head in _PERSONS:
        return None
    if about.head in _STRIFE or about.head in _CONDUCT:
        return None
    if verb in _GIVEN_TO and about.head in _HUMAN:
        return None  # "would grant its neighbour neither a corridor nor a quay"
    if about.head in _ASKED_FOR and verb in _GRANTING:
        return None
    if verb.split()[0] in _THINKING_OVER and about.head in _DECIDED and about.words == about.head:
        return None  # "reverse its decision": what was decided is told elsewhere
    if verb in _STANDING_BY and about.head in _COMMITMENTS | _GIVEN_WORD:
        return None  # "honour its signature": what was promised is told elsewhere
    let = proposition.act.removeprefix("let ") if proposition.act.startswith("let ") else None
    founding = inventory().families["founding"]
    accepted = verb == "accept" and is_a(about.head, "body")  # "will not accept a buffer zone"
    family = founding if accepted else open_family(verb)
    if let:
        family = replace(family, text=f"let {{object}} {let}")
    agent = proposition.agent
    owner = (agent.party or agent.of) if agent is not None else _whose(found, text)
    if agent is not None and owner != agent.party and _is_text(agent.span.of(text)):
        return None  # what a convention does, nobody decides
    guessed = agent is not None and owner is None and proposition.modality in _PREDICTING
    if guessed and agent is not None and not is_somebody(agent.span.of(text)):
        return None  # "the deposit would not outlive the duty" tells of no deed
    return Deed(
        family=family,
        thing=about,
        taken=proposition.polarity == "positive",
        owner=owner,
        act=proposition.act,
    )


_LEAVING = frozenset({"leave", "withdraw_from", "quit"})


def _gone_person(proposition: Proposition, text: str) -> Deed | None:
    """Of "the Chilean man is asked to leave the house" his leaving: no force is withdrawn."""
    agent, found = proposition.agent, proposition.object
    if agent is None or found is None:
        return None
    words = _WHO.split(agent.span.of(text), maxsplit=1)[0].split()
    if not words or words[-1] != singular(words[-1]) or words[-1].lower() not in _ONE_PERSON:
        return None
    about = thing(found.span.of(text))
    # "The man who lives in a shed on the site is asked to leave it."
    before = text[agent.span.start : found.span.start]
    where = _WHERE.findall(before) if about.generic else ()
    return Deed(
        family=open_family("leave"),
        thing=thing(where[-1]) if where else about,
        taken=proposition.polarity == "positive",
        owner=agent.of,
        act="leave",
    )


_WHERE = re.compile(r"\s(?:in|inside|on|at)\s((?:the|an?|its|this|that)\s[\w’'-]+)")
_ONE_PERSON = word_class("human_nouns") | word_class("male_nouns") | word_class("female_nouns")
_WHO = re.compile(r"\s(?:who|in|on|at|of|from|with|living|staying)\b")


def _put_somewhere(found: Actor, text: str) -> Thing | None:
    """Of "put further buoys into the river" the buoys and where; of "put it to a vote" nothing."""
    where = _PLACED.match(text, found.span.end)
    what = thing(_FURTHER.sub("", found.span.of(text)))
    if where is None or where["head"].lower() in _NO_PLACE or not what.tells_what:
        return None
    if what.head in _NEVER_PUT or what.head in _HUMAN:
        return None
    return replace(what, words=f"{what.words} {where['where']}")


_PLACED = re.compile(
    r"\s(?P<where>(?:into|in|onto|on|along|across|on board|aboard|off|up|at)"
    r"\s(?:the\s|its\s|their\s|each\s|every\s|all\s)?(?:[\w’'-]+\s){0,2}?(?P<head>[\w’'-]+))"
    r"(?=[,.;:]|\s(?:if|unless|until|before|once|when|as|and|or|but|in|on|by|from|from|with)\b|$)"
)
_FURTHER = re.compile(r"^(?:no |any )?(?:further|more|other|new|additional)\s", re.I)
# "Put the plan into effect", "lives at risk": no place is told.
_NO_PLACE = word_class("no_places")
_NEVER_PUT = word_class("conduct") | word_class("never_given") | word_class("never_put")


def _helped(proposition: Proposition, text: str) -> Deed | None:
    """Of "will help Lima restructure its debt" the help, which is up to whoever helps."""
    helped, agent = help_given(proposition, text), proposition.agent
    if helped is None or agent is None:
        return None
    how, about = helped
    return Deed(
        family=replace(open_family("help"), text=f"{how} {{object}}"),
        thing=about,
        taken=proposition.polarity == "positive",
        owner=agent.party or agent.of,
        act="help",
    )


def _whose(found: Actor, text: str) -> str | None:
    """Whose a thing is to which something is done by nobody named: goods of a nation are not its.

    Of "Peru's claim will be dropped" Peru drops it; who unloads Peruvian tea is not told.
    """
    words = found.span.of(text)
    first = next(iter(gazetteer().find(words)), None)
    return None if first is not None and first.form == "demonym" else found.of


_CONSENTING = frozenset({"agree on", "agree to", "consent to"})


def takes_both(about: Thing) -> bool:
    """Whether it takes the consent of two: "a survey", "a joint station"."""
    if about.head in _AGREED_UPON:
        # Several that one side has made are shown: "asked for the studies".
        return not (is_a(about.head, "data") and _SEVERAL.match(about.words) is not None)
    return about.head not in _ONLY_IN_NAME and not _SHARED.isdisjoint(about.words.lower().split())


_AGREED_UPON = word_class("agreed_upon")
_SEVERAL = re.compile(r"(?:studies|assessments)\b")
_SHARED = word_class("shared_by")
_ONLY_IN_NAME = word_class("shared_in_name")
_STRIFE = word_class("strife")
_CONDUCT = word_class("conduct")
_GIVEN_TO = word_class("granting_verbs") - {"allow", "restore"}
_PHRASAL = word_class("phrasal_deeds")
_SENT_WORD = word_class("utterances") | word_class("writings") | {"greeting", "signal"}
_THINKING_OVER = word_class("thinking_over")
_DECIDED = word_class("decided")
_STANDING_BY = frozenset({"fulfil", "fulfill", "honor", "honour", "keep", "respect", "stand by"})
_GIVEN_WORD = word_class("obligations") | {"signature", "word"}
_PREDICTING = frozenset({"will", "would"})


def acceptance(about: Thing, owner: str | None, *, taken: bool = True) -> Deed:
    """The accepting of what takes the consent of both: joint patrols, an inquiry."""
    act = inventory().of_verb(ACCEPTING, [about.head])
    known = act.family if act is not None and act.objects else None
    # Who accepts arbitration goes to it; what lets in is not meant.
    family = known if known is not None and known.name == "referral" else open_family(ACCEPTING)
    return Deed(family=family, thing=about, taken=taken, owner=owner, act=ACCEPTING)


def open_family(verb: str) -> Family:
    """The family of an act that the inventory does not know: a matter of its own."""
    return Family(name=f"~{verb}", option=verb.replace(" ", "_"), text=f"{verb} {{object}}")


def _is_text(words: str) -> bool:
    return is_a(thing(words).head, "agreement")


def _of_party(proposition: Proposition, party: str, text: str) -> Deed | None:
    """Of "remove Chile from the list" a matter of its own: a state is nothing that is given up."""
    other = proposition.complement
    known = gazetteer().by_code(party)
    found = _open(proposition, text) if other is None or known is None else None
    if other is None or known is None or proposition.object is None:
        return found
    between = text[proposition.object.span.end : other.span.start].strip()
    spoken = proposition.span.of(text).lower().split()
    listing = _LISTING.get(proposition.act, ())
    verb = next((v for v in sorted(listing) if _inflected(v, spoken)), None)
    verb = verb or spoken_verb(proposition, text)
    agent = proposition.agent
    return Deed(
        family=open_family(verb),
        thing=thing(f"{known.name} {between} {other.span.of(text)}"),
        taken=proposition.polarity == "positive",
        owner=(agent.party or agent.of) if agent is not None else None,
        act=proposition.act,
    )


def _inflected(verb: str, spoken: Sequence[str]) -> bool:
    return any(word.startswith(verb.rstrip("e")) for word in spoken)


def _membership(proposition: Proposition, act: Act, family: Family, text: str, taken: bool) -> Deed:
    """Who is let into what; whoever lets in is unknown when the member's own verb is used."""
    agent, target, other = proposition.agent, proposition.object, proposition.complement
    if act.side == "gain":
        member = code_of(agent) or code_of(other)
        group = target
        owner = None
    else:
        member = code_of(target)
        group = other
        owner = code_of(agent)
        owner = None if owner == member else owner
    words = group.span.of(text) if group is not None else ""
    return Deed(
        family=family, thing=thing(words), taken=taken, owner=owner, member=member, act=act.name
    )
