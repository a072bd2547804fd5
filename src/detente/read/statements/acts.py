"""Which act of the inventory a verb or noun stands for, on what, and by whom."""

from collections.abc import Iterable, Iterator
from functools import cache

from detente.lexicon.acts import Act, inventory, plain_verbs
from detente.lexicon.nominals import verb_of
from detente.lexicon.words import first_words, word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.leaves import is_leave
from detente.read.grammar.tokens import Token, once
from detente.read.statements.act_frames import FRAMED, act_of_frame, caused, done_by_others
from detente.read.statements.act_heads import ActAt, heads_of, is_a
from detente.read.statements.act_recipients import act_of_recipient, recipient_of_noun
from detente.read.statements.forces import at_large
from detente.read.statements.lettings import (
    LETTING_ACTS,
    act_of_letting,
    letter_of,
    letting_of_noun,
    may_do,
    told_by_verb,
)

__all__ = ["ACTING", "ActAt", "act_at", "acts_in", "agent_of", "known_act", "open_noun_act"]

# Verbs that only carry another act: "agreed to lift", "began to withdraw", "is able to operate".
_CARRIERS = word_class("carriers")


def acts_in(tokens: Iterable[Token]) -> Iterator[ActAt]:
    """Acts of the inventory at verbs and nouns, in text order."""
    for token in tokens:
        found = known_act(token)
        if found is not None:
            yield found


# Parts of speech that tell of acts.
ACTING = frozenset({"VERB", "AUX", "NOUN", "PROPN"})


def act_at(token: Token) -> ActAt | None:
    """Return the act that a verb or an act noun stands for, or the plain lemma of a verb."""
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ != "aux"):
        return _verb_act(token)
    if token.pos_ in ("NOUN", "PROPN") and (_names_act(token.lemma) or is_leave(token)):
        return _noun_act(token) or _done_to_owner(token)
    return None


def _done_to_owner(noun: Token) -> ActAt | None:
    """Of "demands its return", "their repainting is" what is done to what the pronoun means."""
    owner = child(noun, "poss")
    if owner is None or owner.lower_ not in _ITS or noun.pos_ != "NOUN":
        return None
    if clauses.complement_of(noun, "of", "to", "from", "by", "with", "in", "on") is not None:
        return None
    verb = verb_of(noun.lemma)
    back = noun.lemma in _COMING_BACK
    if verb is None or verb in _UNTOLD or not (back or noun.lemma.endswith("ing")):
        return None
    return ActAt(noun, None, verb, owner, None)


_ITS = frozenset({"its", "their"})
_COMING_BACK = frozenset({"handover", "repatriation", "restitution", "restoration", "return"})


def open_noun_act(noun: Token) -> ActAt | None:
    """Of "the repainting of the buoys" the plain lemma of the verb, and what it is done to."""
    verb = verb_of(noun.lemma) if noun.pos_ == "NOUN" else None
    done_to = clauses.complement_of(noun, "of") if verb is not None else None
    if verb is not None and done_to is None:
        return _done_to_owner(noun)
    if verb is None or done_to is None or done_to.ent_type_ in _TIMES:
        return None
    if verb in _UNTOLD or verb in inventory().verbs:
        return None
    return ActAt(noun, None, verb, done_to, None)


_UNTOLD = plain_verbs() | word_class("carriers") | word_class("happening_verbs")


def _names_act(noun: str) -> bool:
    return noun in inventory().nouns or verb_of(noun) is not None


def known_act(token: Token) -> ActAt | None:
    """Return the act of the inventory that a verb or noun stands for, None for a plain lemma."""
    if token.pos_ in ("VERB", "AUX") and token.lemma not in _acting_verbs():
        return None
    found = act_at(token)
    if found is None or found.act is None:
        return None
    # Of "denied Oslo permission" the verb tells, and the noun says only what of.
    again = found.name in LETTING_ACTS and token.pos_ in _NOMINAL and told_by_verb(token)
    return None if again else found


_NOMINAL = frozenset({"NOUN", "PROPN"})


@cache
def _acting_verbs() -> frozenset[str]:
    """Verbs that the acts of the inventory begin with, and those that have rules of their own."""
    stock = inventory()
    return first_words((*stock.verbs, *stock.alone)) | FRAMED


@once
def _verb_act(verb: Token) -> ActAt | None:
    let = may_do(verb)
    if let is not None:
        return let
    if verb.lemma not in _acting_verbs():
        return _plain_act(verb, clauses.patient(verb))
    stock = inventory()
    special = act_of_frame(verb, act_at)
    if special is not None:
        return special
    direct = clauses.patient(verb)
    if verb.lemma == "meet" and direct is not None and direct.lemma in _FULFILLED:
        return ActAt(verb, None, "fulfil", direct, None)  # "until its own needs are met": no talks
    pointed = direct is not None and direct.pos_ == "PRON"
    if verb.lemma == "leave" and pointed and clauses.complement_of(verb, "to") is not None:
        return ActAt(verb, None, "leave", direct, None)  # "leave it to the UN": left to do
    phrasings = clauses.phrasings(verb)
    if any(phrase in _APART for phrase, _ in phrasings):
        phrasings = [(phrase, _) for phrase, _ in phrasings if phrase != verb.lemma]
    alone = direct is None or direct.lemma in _LANDS  # "to leave the country" is to leave
    if alone and any(phrase in stock.alone for phrase, _ in phrasings):
        moved = _by_itself(verb)
        if moved is not None:
            return moved
    for phrase, preposition in phrasings:
        if phrase not in stock.verbs:
            continue
        target = direct
        if preposition is not None:
            inner = child(preposition, "pobj", "pcomp")
            target = inner if inner is not None else direct
        bare = phrase == verb.lemma
        act = next(
            (
                a
                for a in _nearest_first(stock.all_of_verb(phrase, heads_of(target)), target)
                if _makes_sense(a, verb, target, bare=bare)
                and not (a.object_is and is_a(direct, a.object_is))
            ),
            None,
        )
        if act is None and phrase in _KEEPING_AWAY and direct is not None:
            # "kept its boats off the reef"
            target, act = direct, stock.of_verb(phrase, heads_of(direct))
        if act is None:
            # "charged the boats a fee"
            for target in children(verb, "dobj")[1:2]:
                act = next(iter(stock.all_of_verb(phrase, heads_of(target))), None)
        if act is None:
            continue
        if target is None:
            gerund = _below(verb, direct)
            target = gerund if gerund is not None and gerund.tag_ == "VBG" else None
        return ActAt(verb, act, act.name, target, _complement(verb, preposition, act))
    return _plain_act(verb, direct)


# With its particle such a verb is another: what is held out is held by nobody.
_APART = word_class("phrasals_apart")
_KEEPING_AWAY = frozenset({"keep away", "keep off", "move off", "pull off", "take out", "take off"})


def _nearest_first(acts: Iterable[Act], target: Token | None) -> list[Act]:
    """What is done to the thing itself before what is done to what it is said to be of."""
    own = target.lemma if target is not None else ""
    return sorted(acts, key=lambda a: (not a.objects, bool(a.objects) and own not in a.objects))


def _plain_act(verb: Token, direct: Token | None) -> ActAt | None:
    if verb.lemma in _CARRIERS:
        carried = _below(verb, direct)
        if carried is not None and clauses.has_to(carried):
            return None
    governed = _governed(verb, direct)
    if governed is not None:
        return governed
    prt = child(verb, "prt") or _kept_off(verb)
    name = verb.lemma if prt is None else f"{verb.lemma} {prt.lemma}"
    return ActAt(verb, None, name, direct, None)


def _governed(verb: Token, direct: Token | None) -> ActAt | None:
    """Of "cooperate with the court", "take part in the talks" what is done to what."""
    if verb.lemma not in _GOVERNING_VERBS:
        return None
    for phrase, preposition in clauses.phrasings(verb):
        if phrase in _GOVERNING and preposition is not None:
            # Of "took part" the part is no object; "engaged a lawyer in the case" has one.
            own = direct is None or direct.lemma in phrase.split()
            target = child(preposition, "pobj", "pcomp")
            return ActAt(verb, None, phrase, target, None) if own and target is not None else None
    return None


_GOVERNING = word_class("governing_prepositions")
_GOVERNING_VERBS = first_words(_GOVERNING)


def _below(verb: Token, direct: Token | None) -> Token | None:
    """Clause that stands in the place of an object."""
    return child(verb, "xcomp", "pcomp", "ccomp") if direct is None else None


def _makes_sense(act: Act, verb: Token, target: Token | None, *, bare: bool) -> bool:
    """Whether an act that the words allow is what they mean here."""
    if act.needs_complement:
        left = clauses.complement_of(verb, "from", "of", "off", "out")
        if left is None or (left.pos_ == "VERB" and not _gains(left)):
            return False  # "bar trawlers from landing" lets nobody out of anything
    if verb.lemma == "call" and target is not None and target.lower_ == "what":
        return False  # "what it called a ban" calls no vote
    if act.name == "leave" and clauses.patient(verb) is not target:
        return False  # "withdrew its judges from the court": the judges leave
    if act.name == "withdraw_from" and _of_people(clauses.subject(verb)):
        return False  # "told its nationals to leave the country": they are no force
    if act.name == "acquire" and any(c.lower_ in _ABOUT for c in verb.children):
        return False  # ships that are ordered about are not bought
    gerund = target or child(verb, "xcomp", "pcomp")
    asking = gerund is not None and gerund.tag_ == "VBG" and gerund.lemma in _ASKING
    if asking and act.family is not None and act.family.name == "activity":
        return False  # "will not stop asking for its release" stops no activity
    if act.name == "detain" and verb.lemma in _KEEPING and _own_force(verb, target):
        return False
    if verb.lemma == "strike" and target is not None and target.lemma in _STRUCK:
        return False  # "struck a softer tone" attacks nobody
    if target is not None and target.lower_ in ("none", "nothing"):
        return False  # "will settle for nothing less" settles nothing
    possession = act.family is not None and act.family.name == "possession"
    if possession and bare and target is None:
        return False  # "returned to Melbourne" gives nothing back
    if not (possession and bare and verb.lemma in _LOOSE):
        return True
    return _is_thing(target) and not _from_a_group(verb)


def _of_people(own: Token | None) -> bool:
    """Whether it is people who are no soldiers: "its nationals", "the tourists"."""
    if own is not None and own.lower_ in _ONE_PERSON:
        return True
    if own is None or own.pos_ != "NOUN" or is_a(own, "force"):
        return False
    return is_a(own, "person") or "§human" in heads_of(own)


_STRUCK = word_class("struck")
_FULFILLED = word_class("fulfilled")
_LANDS = frozenset({"capital", "country", "land", "soil", "territory"})
_ABOUT = frozenset({"about", "around", "away", "back", "off", "out"})
_ONE_PERSON = frozenset({"he", "her", "him", "she"})
_ASKING = word_class("asking_verbs") | {"insist", "remind", "say", "speak", "talk"}
_KEEPING = frozenset({"have", "hold", "keep"})


def _own_force(verb: Token, target: Token | None) -> bool:
    """Whether soldiers are kept somewhere, and nobody else's: "keeps 300 soldiers in the town"."""
    if target is None or not is_a(target, "force"):
        return False
    foreign = any(c.ent_type_ in ("NORP", "GPE") for c in target.children)
    place = clauses.complement_of(verb, "in", "on", "at", "near", "along")
    return not foreign and place is not None


def _from_a_group(verb: Token) -> bool:
    """Whether what is removed is a member: "the programme, from which it was removed"."""
    group = clauses.complement_of(verb, "from")
    if group is not None and group.tag_ == "WDT" and verb.dep_ == "relcl":
        group = verb.head
    return group is not None and any(inventory().is_a(h, "group") for h in heads_of(group))


def _gains(verb: Token) -> bool:
    """Whether it is the beneficiary's own verb: "barred from rejoining"."""
    at = act_at(verb)
    return at is not None and at.act is not None and at.act.side == "gain"


def _by_itself(verb: Token) -> ActAt | None:
    """Of "while its police stay in the north" the keeping of the police there."""
    own = child(verb, "nsubj") or clauses.raised(verb) or clauses.controlled(verb)
    after = [c for c in children(verb, *_TRANSITIVE) if c.i > verb.i and c.lemma not in _LANDS]
    if own is not None and own.lower_ in ("it", "they"):
        return _staying_so(verb, own)
    if own is None or own.pos_ == "PRON" or after:
        return None
    if verb.lemma in _COMING_ABOUT and _names_deed(own):
        return None  # of "the lifting of the ban will follow" the ban does not come
    heads = heads_of(own)
    on = any(c.lower_ == "on" for c in children(verb, "prt"))
    for phrase, _ in clauses.phrasings(verb):
        if on and phrase == "go":
            continue  # what goes on is not gone
        act = inventory().of_subject(phrase, heads)
        if act is not None and act.name == "release" and at_large(own):
            act = inventory().acts["withdraw"]  # of soldiers who go home it is not said that
        if act is not None and (act.objects or _is_activity(own)):
            return ActAt(verb, act, act.name, own, _complement(verb, None, act))
    return None


def _staying_so(verb: Token, own: Token) -> ActAt | None:
    """Of "it would stay closed" the keeping of it closed, whatever it is."""
    if verb.lemma not in _LASTING:
        return None
    for phrase, _ in clauses.phrasings(verb):
        acts = inventory().alone.get(phrase, ())
        if " " in phrase and len(acts) == 1:
            return ActAt(verb, acts[0], acts[0].name, own, None)
    return None


_LASTING = frozenset({"remain", "stay"})


def _names_deed(noun: Token) -> bool:
    """Whether a noun tells what is done to what stands after its "of"."""
    done = noun.lemma in inventory().nouns or noun.lower_.endswith("ing")
    return noun.pos_ == "NOUN" and done and clauses.complement_of(noun, "of") is not None


# Said of a deed, these say that it is done: "the release will follow within days".
_COMING_ABOUT = word_class("happening_verbs") | {"go", "take"}

_TRANSITIVE = ("dobj", "ccomp", "xcomp", "attr")


def _is_activity(own: Token) -> bool:
    """Whether a subject that "stops" or "ends" is something done, and nobody who does it."""
    done = own.pos_ == "NOUN" or own.tag_ == "VBG"  # "the digging stops"
    return done and "§human" not in heads_of(own) and own.ent_type_ == ""


def _is_thing(target: Token | None) -> bool:
    """Whether "have" is followed by a thing one can hold, named or with a designation."""
    if target is None:
        return False
    stock = inventory()
    heads = heads_of(target)
    if "§any" in heads and target.lower_ in ("it", "them", "which", "that"):
        return True
    named = any(
        any(c.isdigit() for c in t.text) and t.ent_type_ != "DATE" and not t.like_num
        for t in target.subtree
    )
    if target.lemma == "system" and not named and child(target, "compound") is None:
        # "Keep the old system" holds on to no thing.
        return not any(c.ent_type_ != "NORP" for c in children(target, "amod"))
    return named or any(stock.is_a(h, c) for h in heads for c in ("goods", "weapon", "enterprise"))


# Verbs of so many meanings that only the thing tells whether something is held.
_LOOSE = word_class("many_meanings")


def _complement(verb: Token, used: Token | None, act: Act) -> Token | None:
    for preposition in children(verb, "prep", "dative"):
        if used is not None and preposition.i == used.i:
            continue
        if preposition.lemma in _COMPLEMENTS:
            found = child(preposition, "pobj")
            if found is not None and (found.ent_type_ not in _TIMES or _of_something(found)):
                return found
    return None


_TIMES = ("DATE", "TIME")


def _of_something(time: Token) -> bool:
    """Whether a stretch of time is one of some doing: "pay for ten years of monitoring"."""
    what = clauses.complement_of(time, "of") if time.head.lemma == "for" else None
    return what is not None and what.ent_type_ not in _TIMES and what.pos_ == "NOUN"


_COMPLEMENTS = frozenset({
    "from", "off", "to", "into", "with", "on", "against", "for", "in", "of",
})  # fmt: skip


@once
def _noun_act(noun: Token) -> ActAt | None:
    received = letting_of_noun(noun) or recipient_of_noun(noun)
    if received is not None:
        return received
    if noun.dep_ in ("dobj", "nsubjpass") and _received(noun.head):
        return None  # "denied the ship permission": the verb says it already
    stock = inventory()
    word = noun.lemma
    of = clauses.complement_of(noun, "of")
    if of is not None and (of.ent_type_ == "DATE" or _is_edge(noun)):
        return None  # "by the end of August", "at either end of the canal"
    to = clauses.complement_of(noun, "to", "into")
    origin = clauses.complement_of(noun, "from")
    owner = child(noun, "poss")
    compound = child(noun, "compound")
    heads = [
        *heads_of(of),
        *heads_of(to),
        *heads_of(origin),
        *([compound.lemma] if compound is not None else []),
    ]
    if owner is not None:
        heads.append("§people" if owner.lower_ in ("their", "his", "her") else owner.lemma)
    # Of "the expulsion of the consul" what is done to a consul, before what is done to people.
    act = stock.of_noun(word, [of.lemma]) if of is not None else None
    if act is None or not act.objects:
        act = stock.of_noun(word, heads)
    if act is None or not act.objects:
        act = _of_doing(word, of) or act
    itself = None
    if act is None:
        # "Access requires ...": the noun is both the granting and what is granted.
        act = stock.of_noun(word, [word])
        itself = noun if act is not None and act.objects else None
    if (
        act is None
        and to is None
        and word in ("reentry", "re-entry", "readmission", "rejoining", "return")
    ):
        # "as a condition for reentry": to what, everybody knows.
        act = next(iter(stock.nouns[word])) if word != "return" else None
    if noun.dep_ == "dobj" and of is None and compound is not None and _done_by_verb(noun):
        return None  # "grant Lima's boats access", parsed as access of boats
    if act is not None and noun.dep_ == "dobj":
        # "grant access": the verb says it already.
        verb = noun.head.lemma
        worded = (*stock.verbs.get(verb, ()), *stock.verbs.get(f"{verb} {word}", ()))
        if act.family is not None and act.family in (a.family for a in worded):
            return None
    if act is None or (act.needs_complement and origin is None and of is None and owner is None):
        return None
    told = noun.dep_ in ("nsubjpass", "nsubj", "dobj", "pobj", "attr")
    if all(x is None for x in (of, to, origin, owner, compound)) and not told and word not in (
        "reentry", "re-entry", "readmission", "rejoining",
    ):  # fmt: skip
        return None
    if act.family is not None and act.family.name == "membership":
        member = owner if owner is not None else of
        group = to if to is not None else origin
        if act.side == "gain":
            return ActAt(noun, act, act.name, group, member)
        return ActAt(noun, act, act.name, member, group)
    target = of if of is not None else compound
    if itself is not None:
        target = itself
    if target is None and act.family is not None and act.family.name == "activity":
        # "a halt to the filling"
        target = to
    custody = act.family is not None and act.family.name in ("custody", "handover")
    if target is None and owner is not None and (custody or act.objects & set(heads_of(owner))):
        target = owner
    return ActAt(noun, act, act.name, target, origin if origin is not None else to)


def _done_by_verb(noun: Token) -> bool:
    """Whether the verb before a noun is an act that is done to just such a thing."""
    return any(a.objects for a in inventory().all_of_verb(noun.head.lemma, [noun.lemma]))


def _is_edge(noun: Token) -> bool:
    """Whether an end is where something is, and no ending: "at either end of the canal"."""
    if noun.lemma != "end":
        return False
    sides = any(c.lower_ in _SIDES for c in noun.children)
    return sides or (noun.dep_ == "pobj" and noun.head.lower_ in _PLACED)


_SIDES = frozenset({"both", "each", "either", "far", "near", "northern", "other", "southern"})
_PLACED = frozenset({"at", "from", "near", "on"})


def _received(verb: Token) -> bool:
    return (act_of_letting(verb) or act_of_recipient(verb)) is not None


def _of_doing(noun: str, of: Token | None) -> Act | None:
    """Of "the reinstatement of the order" the act of "reinstate the order"."""
    verb = verb_of(noun) if of is not None else None
    acts = inventory().all_of_verb(verb, heads_of(of)) if verb is not None else ()
    return next((a for a in acts if a.objects), None)


def agent_of(found: ActAt) -> Token | None:
    """Who does the act: the subject of a verb, whoever a noun belongs to."""
    token = found.token
    if found.name in LETTING_ACTS:
        return letter_of(found)
    threatening = _threatening(token)
    if threatening is not None:
        return threatening
    if token.pos_ in ("VERB", "AUX"):
        if (below := caused(token)) is not None:
            by = clauses.passive_agent(below)
            if by is not None or done_by_others(token):
                return by
        if clauses.is_passive(token):
            return clauses.passive_agent(token)
        own = clauses.subject(token)
        return (
            None
            if own is not None and found.object is not None and own.i == found.object.i
            else own
        )
    act = found.act
    owner = child(token, "poss")
    if act is not None and act.family is not None and act.family.name == "membership":
        if act.side == "gain":
            return found.complement
        return _by(token)
    by = _by(token)
    if by is None and found.object is not None and found.object.pos_ == "NOUN":
        by = clauses.complement_of(found.object, "by")
    if by is not None:
        return by
    if owner is not None and (found.object is None or owner.i != found.object.i):
        return owner
    return None


def _threatening(verb: Token) -> Token | None:
    """Of "despite threats from Oslo to cut ties" Oslo, whose word it is to do it."""
    noun = verb.head
    if verb.dep_ != "acl" or not clauses.has_to(verb) or noun.lemma not in _OWN_WORDS:
        return None
    return clauses.complement_of(noun, "from", "by")


_OWN_WORDS = word_class("commitments") | {"offer", "refusal", "threat", "vow", "warning"}


def _by(noun: Token) -> Token | None:
    """Of "the closure by Cairo" and "the closure, ordered by Cairo" Cairo."""
    found = clauses.complement_of(noun, "by")
    if found is not None:
        return found
    return next(
        (a for c in children(noun, "acl") if (a := clauses.passive_agent(c)) is not None), None
    )


def _kept_off(verb: Token) -> Token | None:
    """Of "keep its soldiers off the beach" the "off": nobody keeps the soldiers."""
    if verb.lemma != "keep" or child(verb, "dobj") is None:
        return None
    return next((p for p in children(verb, "prep") if p.lower_ == "off"), None)
