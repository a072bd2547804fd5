"""Propositions as a model needs them: whose option, of which family, taken or not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from detente.domain.evidence import Actor, Proposition
from detente.lexicon.acts import Act, Family, inventory, plain_verbs
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting.deed import STAYING, Deed
from detente.model.drafting.done_to import LETTING, done_to, with_complement
from detente.model.drafting.gerunds import of_gerund
from detente.model.drafting.gifts import given
from detente.model.drafting.helping import help_given
from detente.model.drafting.named_by_object import singulars, stop_ended, ways_of_naming
from detente.model.drafting.owners import code_of, owner_of
from detente.model.drafting.spoken import CARRIED_ON, carried_on, spoken_verb
from detente.model.drafting.things import PERSONS, Thing, is_a, is_somebody, singular, thing

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
    for named_by_object in ways_of_naming(proposition.act):
        named = named_by_object(proposition, text)
        if named is not None:
            return named
    halting = stop_ended(proposition, text)
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
    if act.name in ("halt", "continue") and (stopped := of_gerund(about.words, taken=taken)):
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
    return not act.objects.isdisjoint(singulars(f"{about} {other}")) or thing(about).generic


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
    if not about.tells_what or about.head in PERSONS:
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
