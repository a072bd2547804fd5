"""What a stretch of text says that somebody does: acts, with agent, object and polarity."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from detente.domain.evidence import Actor, Proposition, Span
from detente.lexicon.acts import Act, inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import first_words, word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token, once
from detente.read.who.mentions import Story

_BAD = re.compile(
    r"^(?:un(?:fair|just|justified|lawful|acceptable|warranted|reasonable)|illegal|illegitimate|wrong"
    r"|wrongful|mistaken?|mistake|injustice|arbitrary|provocative|counterproductive|baseless|excessive"
    r"|discriminatory|harmful|outrageous|disproportionate|groundless|unwelcome|an? injustice)$"
)
_GOOD = re.compile(
    r"^(?:fair|just|justified|lawful|welcome|necessary|right|legitimate|overdue|essential)$"
)
_TENTATIVE = word_class("tentative")
# Verbs that only carry another act: "agreed to lift", "began to withdraw", "is able to operate".
_CARRIERS = word_class("carriers")


@dataclass(frozen=True, slots=True)
class ActAt:
    """An act found at a token: which, on what, and by whom."""

    token: Token
    act: Act | None
    name: str
    object: Token | None
    complement: Token | None


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
    if token.pos_ in ("NOUN", "PROPN") and token.lemma in inventory().nouns:
        return _noun_act(token)
    return None


def known_act(token: Token) -> ActAt | None:
    """Return the act of the inventory that a verb or noun stands for, None for a plain lemma."""
    if token.pos_ in ("VERB", "AUX") and token.lemma not in _acting_verbs():
        return None
    found = act_at(token)
    return found if found is not None and found.act is not None else None


@cache
def _acting_verbs() -> frozenset[str]:
    """Verbs that the acts of the inventory begin with, and those that have rules of their own."""
    stock = inventory()
    return first_words((*stock.verbs, *stock.alone)) | _KEPT | _BEING | _ALLOWING


def _heads(noun: Token | None) -> list[str]:
    """Lemmas that say what kind of thing a noun phrase is."""
    if noun is None:
        return []
    found = [n.lemma for n in clauses.conjuncts(noun)]
    if noun.lemma == "own" and child(noun, "poss") is not None:
        return ["§any"]  # "if they pull back their own"
    if noun.ent_type_ in ("GPE", "LOC"):
        found.append("§place")
    if noun.pos_ == "PRON" or noun.tag_ in ("WDT", "DT"):
        earlier = _meant(noun)
        found += ["§any"] if earlier is None else [earlier.lemma]
    if noun.ent_type_ == "NORP" and noun.tag_ in ("NNPS", "NNS"):
        found.append("§people")
    if noun.lemma in _HUMAN or gazetteer().title_in(noun.text) is not None:
        found.append("§human")
    # "rounds of sanctions", "filling of the dam": what is measured out is what it is about.
    of = clauses.complement_of(noun, "of")
    if of is not None:
        found.append(of.lemma)
    return found


def _meant(pronoun: Token) -> Token | None:
    """Return the thing that "it" or "them" most likely is: of the sentence before, its topic."""
    start = pronoun.sent.start
    if pronoun.lower_ in ("him", "her"):
        # "Peru sent its ambassador back. It had recalled him in August."
        first = pronoun.doc[start - 1].sent.start if start else start
        people = (t for t in reversed(pronoun.doc[first : pronoun.i]) if t.pos_ == "NOUN")
        return next((t for t in people if _is_person_word(t)), None)
    if pronoun.lower_ not in ("it", "them", "they"):
        return None
    plural = pronoun.lower_ != "it"
    if plural:
        # "imposed sanctions and later lifted them"
        for t in reversed(pronoun.doc[start : pronoun.i]):
            if (
                t.tag_ == "NNS"
                and t.dep_ in ("dobj", "nsubjpass", "pobj")
                and not _is_person_word(t)
            ):
                return t
    if start == 0:
        return None
    before = pronoun.doc[start - 1].sent
    for labels in (("nsubj", "nsubjpass"), ("dobj",)):
        for t in before:
            number = t.tag_ == ("NNS" if plural else "NN")
            if t.dep_ in labels and number and not _is_person_word(t):
                return t
    return None


_HUMAN = word_class("human_nouns")


def _is_person_word(noun: Token) -> bool:
    return gazetteer().title_in(noun.text) is not None or noun.lower_ in gazetteer().anonymous


@once
def _verb_act(verb: Token) -> ActAt | None:
    if verb.lemma not in _acting_verbs():
        return _plain_act(verb, clauses.patient(verb))
    stock = inventory()
    special = _in_force(verb) or _into_force(verb) or _part_of(verb) or _letting(verb)
    if special is not None:
        return special
    direct = clauses.patient(verb)
    phrasings = clauses.phrasings(verb)
    if direct is None and any(phrase in stock.alone for phrase, _ in phrasings):
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
                for a in _nearest_first(stock.all_of_verb(phrase, _heads(target)), target)
                if _makes_sense(a, verb, target, bare=bare)
                and not (a.object_is and _is_a(direct, a.object_is))
            ),
            None,
        )
        if act is None:
            # "charged the boats a fee"
            for target in children(verb, "dobj")[1:2]:
                act = next(iter(stock.all_of_verb(phrase, _heads(target))), None)
        if act is None:
            continue
        if target is None:
            gerund = _below(verb, direct)
            target = gerund if gerund is not None and gerund.tag_ == "VBG" else None
        return ActAt(verb, act, act.name, target, _complement(verb, preposition, act))
    return _plain_act(verb, direct)


def _nearest_first(acts: Iterable[Act], target: Token | None) -> list[Act]:
    """What is done to the thing itself before what is done to what it is said to be of."""
    own = target.lemma if target is not None else ""
    return sorted(acts, key=lambda a: (not a.objects, bool(a.objects) and own not in a.objects))


def _is_a(thing: Token | None, class_name: str) -> bool:
    """Whether a thing is told of that belongs to a class: "pull back its tanks from the hill"."""
    return thing is not None and any(inventory().is_a(h, class_name) for h in _heads(thing)[:1])


def _plain_act(verb: Token, direct: Token | None) -> ActAt | None:
    if verb.lemma in _CARRIERS:
        carried = _below(verb, direct)
        if carried is not None and clauses.has_to(carried):
            return None
    prt = child(verb, "prt")
    name = verb.lemma if prt is None else f"{verb.lemma} {prt.lemma}"
    return ActAt(verb, None, name, direct, None)


def _below(verb: Token, direct: Token | None) -> Token | None:
    """Clause that stands in the place of an object."""
    return child(verb, "xcomp", "pcomp", "ccomp") if direct is None else None


def _makes_sense(act: Act, verb: Token, target: Token | None, *, bare: bool) -> bool:
    """Whether an act that the words allow is what they mean here."""
    if act.needs_complement:
        left = clauses.complement_of(verb, "from", "of", "out")
        if left is None or (left.pos_ == "VERB" and not _gains(left)):
            return False  # "bar trawlers from landing" lets nobody out of anything
    possession = act.family is not None and act.family.name == "possession"
    if not (possession and bare and verb.lemma in _LOOSE):
        return True
    return _is_thing(target) and not _from_a_group(verb)


def _from_a_group(verb: Token) -> bool:
    """Whether what is removed is a member: "the programme, from which it was removed"."""
    group = clauses.complement_of(verb, "from")
    if group is not None and group.tag_ == "WDT" and verb.dep_ == "relcl":
        group = verb.head
    return group is not None and any(inventory().is_a(h, "group") for h in _heads(group))


def _gains(verb: Token) -> bool:
    """Whether it is the beneficiary's own verb: "barred from rejoining"."""
    at = act_at(verb)
    return at is not None and at.act is not None and at.act.side == "gain"


def _by_itself(verb: Token) -> ActAt | None:
    """Of "while its police stay in the north" the keeping of the police there."""
    own = child(verb, "nsubj")
    if own is None or child(verb, *_TRANSITIVE) is not None or own.pos_ == "PRON":
        return None
    heads = _heads(own)
    for phrase, _ in clauses.phrasings(verb):
        act = inventory().of_subject(phrase, heads)
        if act is not None and (act.objects or _is_activity(own)):
            return ActAt(verb, act, act.name, own, _complement(verb, None, act))
    return None


_TRANSITIVE = ("dobj", "ccomp", "xcomp", "attr")


def _is_activity(own: Token) -> bool:
    """Whether a subject that "stops" or "ends" is something done, and nobody who does it."""
    return own.pos_ == "NOUN" and "§human" not in _heads(own) and own.ent_type_ == ""


def _in_force(verb: Token) -> ActAt | None:
    """Of "the sanctions remain in force" the keeping of the sanctions."""
    if verb.lemma not in _KEPT:
        return None
    own = child(verb, "nsubj")
    state = clauses.complement_of(verb, "in")
    standing = state is not None and state.lemma in ("force", "place", "effect")
    if verb.lemma == "have" and standing:
        # "has sanctions in place"
        kept = child(verb, "dobj")
        act = inventory().of_verb("keep", _heads(kept))
        measure = act is not None and act.family is not None and act.family.measure
        return ActAt(verb, act, act.name, kept, None) if act is not None and measure else None
    if own is None or not (
        (standing and verb.lemma in ("remain", "stay", "be", "stand"))
        or (
            verb.lemma in ("remain", "apply", "persist", "continue") and child(verb, "dobj") is None
        )
    ):
        return None
    inner = act_at(own)
    if inner is not None and inner.act is not None and inner.act.family is not None:
        # "The closure remains in force": its token knows who ordered it.
        return inner if inner.act.family.measure else None
    act = inventory().of_verb("keep", _heads(own))
    if act is None or act.family is None or not act.family.measure:
        return None
    return ActAt(verb, act, act.name, own, None)


# What is done to be in force, to stay so, or to have it so.
_KEPT = frozenset({"have", "remain", "stay", "be", "stand", "apply", "persist", "continue"})


def _into_force(verb: Token) -> ActAt | None:
    """Of "put the treaty back into effect" the restoring, of "bring the levy into force" it."""
    if verb.lemma not in ("put", "bring", "place"):
        return None
    state, thing = clauses.complement_of(verb, "into", "in"), clauses.patient(verb)
    back = child(verb, "advmod", "prt")
    if state is None and back is not None:
        state = clauses.complement_of(back, "into", "in")
    if state is None or thing is None or state.lemma not in _FORCES:
        return None
    acts = inventory().acts
    for name, class_name in (("restore", "agreement"), ("impose", "measure")):
        if _is_a(thing, class_name):
            return ActAt(verb, acts[name], name, thing, None)
    return None


_FORCES = frozenset({"force", "effect", "operation", "practice"})


def _is_thing(target: Token | None) -> bool:
    """Whether "have" is followed by a thing one can hold, named or with a designation."""
    if target is None:
        return False
    stock = inventory()
    heads = _heads(target)
    if "§any" in heads and target.lower_ in ("it", "them", "which", "that"):
        return True
    named = any(
        any(c.isdigit() for c in t.text) and t.ent_type_ != "DATE" and not t.like_num
        for t in target.subtree
    )
    if target.lemma == "system" and not named and child(target, "compound") is None:
        # "Keep the old system" holds on to no thing.
        return not any(c.ent_type_ != "NORP" for c in children(target, "amod"))
    return named or any(stock.is_a(h, c) for h in heads for c in ("goods", "weapon"))


# Verbs of so many meanings that only the thing tells whether something is held.
_LOOSE = word_class("many_meanings")


def _part_of(verb: Token) -> ActAt | None:
    """Of "wishes to be part of the programme" the return to the programme."""
    role = child(verb, "attr") if verb.lemma in _BEING else None
    if role is None or role.lemma not in ("part", "member", "partner"):
        return None
    group = clauses.complement_of(role, "of", "in")
    act = inventory().of_verb("be part of", _heads(group))
    return None if act is None else ActAt(verb, act, act.name, group, None)


_BEING = frozenset({"be", "become", "remain"})
_ALLOWING = frozenset({"let", "allow", "permit", "enable", "invite"})


def _letting(verb: Token) -> ActAt | None:
    """Of "let the prisoners go" and "allow them to return to the project" the granting."""
    if verb.lemma not in _ALLOWING:
        return None
    below = child(verb, "ccomp", "xcomp")
    if below is None or below.pos_ != "VERB":
        return _let_pass(verb, below) or _let_lapse(verb)
    loosed = clauses.complement_of(below, "of")
    if below.lemma == "go" and loosed is not None:
        act = inventory().of_verb("let go of", _heads(loosed))
        return None if act is None else ActAt(verb, act, act.name, loosed, None)
    whom = child(below, "nsubj")
    whom = whom if whom is not None else child(verb, "dobj", "nsubjpass")
    if whom is None:
        return None
    stock = inventory()
    if below.lemma in ("go", "leave"):
        act = stock.of_verb("let go", _heads(whom))
        return None if act is None else ActAt(verb, act, act.name, whom, None)
    act = stock.of_verb(f"let {below.lemma}", _heads(whom))
    if act is None and below.lemma in _COMING_IN:
        # "Let inspectors return to the site", "allow the lorries to cross".
        act = stock.of_verb("let in", _heads(whom))
    if act is not None:
        return ActAt(verb, act, act.name, whom, None)
    inner = act_at(below)
    if inner is not None and inner.act is not None and inner.act.side == "gain":
        act = stock.act("readmit")
        return ActAt(verb, act, "readmit", whom, inner.object)
    # "Allow the candidate to stand": a matter of its own.
    return ActAt(verb, None, f"let {below.lemma}", whom, None)


def _let_pass(verb: Token, below: Token | None) -> ActAt | None:
    """Of "let the inspectors in", "allow its ships into the ports" the letting in of them.

    The parser takes the way for a clause, of which whoever passes is the subject or the head.
    """
    way: str | None
    if below is not None and below.lower_ in _WAYS:
        whom, way = child(below, "nsubj"), _WAYS[below.lower_]
    elif below is not None and below.pos_ in ("NOUN", "PROPN"):
        whom, way = below, _way(below)
    else:
        whom = child(verb, "dobj", "nsubjpass")
        way = _way(verb)
    if whom is None or way is None:
        return None
    act = inventory().of_verb(f"let {way}", _heads(whom))
    return None if act is None else ActAt(verb, act, act.name, whom, None)


def _way(token: Token) -> str | None:
    """Where a letting leads: in, through or out."""
    for c in token.children:
        if c.lower_ in _WAYS and c.dep_ in ("prep", "prt", "advmod", "dative"):
            return _WAYS[c.lower_]
    return None


_WAYS = {
    "in": "in", "into": "in", "ashore": "in", "back": "in", "onto": "in", "through": "through",
    "across": "through", "over": "through", "out": "out",
}  # fmt: skip
_COMING_IN = word_class("coming_in")


def _let_lapse(verb: Token) -> ActAt | None:
    """Of "let the military pact lapse", parsed as a lapse of the pact, the end of the pact."""
    end = child(verb, "dobj")
    thing = child(end, "compound", "nmod") if end is not None else None
    if end is None or thing is None:
        return None
    act = inventory().of_verb(f"{verb.lemma} {end.lemma}", [thing.lemma])
    return None if act is None else ActAt(verb, act, act.name, thing, None)


def _complement(verb: Token, used: Token | None, act: Act) -> Token | None:
    for preposition in children(verb, "prep", "dative"):
        if used is not None and preposition.i == used.i:
            continue
        if preposition.lemma in ("from", "to", "into", "with", "on", "against", "for", "in", "of"):
            found = child(preposition, "pobj")
            if found is not None and found.ent_type_ not in ("DATE", "TIME"):
                return found
    return None


@once
def _noun_act(noun: Token) -> ActAt | None:
    stock = inventory()
    word = noun.lemma
    of = clauses.complement_of(noun, "of")
    to = clauses.complement_of(noun, "to", "into")
    origin = clauses.complement_of(noun, "from")
    owner = child(noun, "poss")
    compound = child(noun, "compound")
    heads = [
        *_heads(of),
        *_heads(to),
        *_heads(origin),
        *([compound.lemma] if compound is not None else []),
    ]
    if owner is not None:
        heads.append("§people" if owner.lower_ in ("their", "his", "her") else owner.lemma)
    act = stock.of_noun(word, heads)
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
    if act is not None and noun.dep_ == "dobj":
        # "grant access": the verb says it already.
        known = (a.family for a in stock.verbs.get(noun.head.lemma, ()))
        if act.family is not None and act.family in known:
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
    if target is None and owner is not None and (custody or act.objects & set(_heads(owner))):
        target = owner
    return ActAt(noun, act, act.name, target, origin if origin is not None else to)


def agent_of(found: ActAt) -> Token | None:
    """Who does the act: the subject of a verb, whoever a noun belongs to."""
    token = found.token
    if token.pos_ in ("VERB", "AUX"):
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


def _by(noun: Token) -> Token | None:
    """Of "the closure by Cairo" and "the closure, ordered by Cairo" Cairo."""
    found = clauses.complement_of(noun, "by")
    if found is not None:
        return found
    return next(
        (a for c in children(noun, "acl") if (a := clauses.passive_agent(c)) is not None), None
    )


def proposition(
    story: Story,
    passage: Passage,
    found: ActAt,
    *,
    agent: Token | None = None,
    ordered: bool = False,
) -> Proposition:
    """Make a proposition of an act, resolving who is meant.

    Parameters
    ----------
    agent
        Who does it where the grammar of the clause does not say.
    ordered
        Whether the agent was told to, and goes before what the clause says.
    """
    token = found.token
    doer = agent if ordered and agent is not None else agent_of(found)
    doer = doer if doer is not None else agent
    verbal = token.pos_ in ("VERB", "AUX")
    return Proposition(
        document=story.document,
        span=_span(passage, found),
        act=found.name,
        agent=None if doer is None else story.actor(passage, doer),
        object=_named(passage, found.object, _actor(story, passage, found.object)),
        complement=_actor(story, passage, found.complement),
        valued=_valued(token),
        polarity="negative" if verbal and clauses.negated(token) else "positive",
        modality=clauses.modality(token) if verbal else _noun_modality(token),
        time=_time(passage, token),
    )


def _actor(story: Story, passage: Passage, token: Token | None) -> Actor | None:
    if token is None:
        return None
    if token.pos_ == "VERB":
        # "Stop sharing the data if Oslo signs": the condition is not what is stopped.
        own = clauses.subtree_without(token, ("advcl", "parataxis", "mark"))
        return Actor(span=passage.span(*clauses.trimmed(own)))
    return story.actor(passage, token)


def _named(passage: Passage, token: Token | None, found: Actor | None) -> Actor | None:
    """What something is done to, with the name set behind it and what is joined to it."""
    if token is None or found is None or token.pos_ not in ("NOUN", "PROPN"):
        return found
    span = passage.span(*clauses.thing_extent(token))
    return found if span == found.span else replace(found, span=span)


def _span(passage: Passage, found: ActAt) -> Span:
    """Words of the act: the clause or noun phrase, without what is merely joined to it."""
    token = found.token
    if token.pos_ not in ("VERB", "AUX"):
        return passage.span(*clauses.noun_extent(token))
    joined = ("advcl", "conj", "cc", "parataxis", "relcl", "mark")
    return passage.span(*clauses.trimmed(clauses.subtree_without(token, joined)))


def _noun_modality(noun: Token) -> str | None:
    words = {c.lemma for c in children(noun, "amod", "det")}
    return "may" if words & _TENTATIVE else None


def _valued(token: Token) -> Literal["for", "against"] | None:
    """Whether the text calls the act good or bad: "its removal was unfair"."""
    words = [c.lemma for c in children(token, "amod")]
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
        words += [c.lemma for c in children(head, "acomp", "attr", "oprd")]
        if clauses.negated(head):
            return None
    if token.dep_ == "dobj" and head.lemma in ("call", "describe", "consider", "deem", "brand"):
        words += [
            t.lower_ for t in head.subtree if t.dep_ in ("oprd", "acomp", "amod", "pobj", "ccomp")
        ]
    if token.pos_ == "VERB" and clauses.is_passive(token):
        words += adverbs_as_adjectives(token)
    if any(_BAD.match(w) for w in words):
        return "against"
    return "for" if any(_GOOD.match(w) for w in words) else None


_CALLING = word_class("calling")


def adverbs_as_adjectives(token: Token) -> list[str]:
    """Adverbs of manner as the adjectives they come from: "unfairly removed"."""
    return [w[:-2] for w in clauses.adverbs(token) if w.endswith("ly")]


def _time(passage: Passage, token: Token) -> Span | None:
    for t in token.subtree:
        if t.ent_type_ == "DATE" and t.ent_iob_ == "B":
            last = t
            while last.i + 1 < len(passage.doc) and passage.doc[last.i + 1].ent_iob_ == "I":
                last = passage.doc[last.i + 1]
            return passage.span(t, last)
    return None
