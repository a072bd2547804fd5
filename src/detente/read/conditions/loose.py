"""What a clause or noun says is done, where no act of the inventory fits its words.

Half of a condition is often worded loosely: "until the Association exists", "only after the
constitution has been amended", "no signature before", "as long as its veto stays in place". Such a
half is read as the act it comes to, or else as the plain lemma of its verb.
"""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.nominals import verb_of
from detente.lexicon.words import word_class
from detente.read.conditions.deeds import acts_stated
from detente.read.conditions.giving import given_over
from detente.read.conditions.nominalised import (
    brought_about,
    giver_of,
    got_back,
    got_from,
    only_act,
    purposed,
    sole_act,
)
from detente.read.conditions.ruling_out import ruled
from detente.read.conditions.standing import held_on, over, stood
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt, act_at, open_noun_act
from detente.read.statements.force import force
from detente.read.statements.judged import closed
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_NOMINAL = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_INTENTIONS = word_class("intentions")


def stated_loosely(
    story: Story, passage: Passage, head: Token, agent: Token | None = None
) -> tuple[Proposition, ...]:
    """Acts that a clause or noun states, however worded; those joined by "and" all count."""
    if _only_of_something(head):
        return ()
    thing = _closed(head) or _fallen(head)
    if thing is not None:
        return tuple(map(_denied, _of_gone(story, passage, thing)))
    brought = _brought_off(story, passage, head)
    brought = brought or stood(story, passage, head) or _got(story, passage, head)
    if brought:
        return brought + _beside(story, passage, head)
    kept = held_on(head)
    if kept is not None:
        return (proposition(story, passage, kept, agent=agent),)
    if _that_is_closed(head):
        happening = ActAt(head, None, HAPPENING, None, None)
        return (_denied(proposition(story, passage, happening, agent=_for_whom(head))),)
    named = brought_about(head) or purposed(head) or got_back(head) or _talked_over(head)
    if named is None:
        found = acts_stated(story, passage, head, agent)
    else:
        made = proposition(story, passage, named, agent=agent)
        # Who wants something back does not give it.
        found = (replace(made, agent=None) if clauses.patient(head) is named.object else made,)
    if found:
        turned = _none_of(head) or _turned(head)
        found = tuple(_denied(p) for p in found) if turned else found
        return found + _states_beside(story, passage, head)
    if head.pos_ in _NOMINAL:
        return _of_noun(story, passage, head, agent)
    if head.pos_ not in _VERBAL:
        return ()
    stated = _of_verb(story, passage, head) + _beside(story, passage, head)
    return tuple(map(_denied, stated)) if _turned(head) else stated


def _beside(story: Story, passage: Passage, head: Token) -> tuple[Proposition, ...]:
    """What the clauses joined to one state: "until they sign and the ban is off the table"."""
    stated: tuple[Proposition, ...] = ()
    for verb in clauses.conjuncts(head)[1:] if head.pos_ in _VERBAL else ():
        gone = _closed(verb)
        apart = () if gone is None else tuple(map(_denied, _of_gone(story, passage, gone)))
        stated += apart or stood(story, passage, verb) or _of_verb(story, passage, verb)
    return stated


def _states_beside(story: Story, passage: Passage, head: Token) -> tuple[Proposition, ...]:
    """Of "until they are freed and the ban is off the table" that the ban is."""
    stated: tuple[Proposition, ...] = ()
    for verb in clauses.conjuncts(head)[1:] if head.pos_ in _VERBAL else ():
        if lemma(verb) == "be":
            thing = _closed(verb) or _fallen(verb)
            stated += () if thing is None else tuple(map(_denied, _of_gone(story, passage, thing)))
    return stated


def _of_gone(story: Story, passage: Passage, thing: Token) -> tuple[Proposition, ...]:
    return stated_loosely(story, passage, thing) or _done_away(story, passage, thing)


def _got(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "until it has a guarantee from Oslo" that Oslo gives one."""
    at = got_from(verb) if verb.pos_ in _VERBAL else None
    if at is None:
        return ()
    giver = giver_of(verb)
    made = proposition(story, passage, at)  # which "has no guarantee" denies
    return (replace(made, agent=None if giver is None else story.actor(passage, giver)),)


def _only_of_something(verb: Token) -> bool:
    """Of "if nothing has changed by May" what is to happen stands before it."""
    own = child(verb, "nsubj", "nsubjpass") if lemma(verb) in _CHANGING else None
    return own is not None and own.lower_ in _SOMETHING


_SOMETHING = frozenset({"anything", "nothing", "something"})
_CHANGING = word_class("happening_verbs") | {"change", "do", "move"}


def _of_noun(
    story: Story, passage: Passage, noun: Token, agent: Token | None
) -> tuple[Proposition, ...]:
    at = sole_act(noun) or _coming_about(noun) or _done_to(noun) or _of_delivery(noun)
    if at is None:
        return ()
    own = next((c for c in children(noun, "amod", "compound") if c.ent_type_ == "NORP"), agent)
    made = proposition(story, passage, at, agent=own)
    return (_denied(made) if _none_of(noun) else made,)


def _of_verb(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    negative = clauses.negated(verb)
    about = _spoken_of(verb)
    if about is not None:
        found = stated_loosely(story, passage, about)
        return tuple(_denied(p) for p in found) if negative else found
    turned_down = _turned_down(verb)
    if turned_down is not None:
        made = proposition(story, passage, turned_down)
        return (replace(made, polarity="positive" if negative else "negative"),)
    ruled_out = ruled(verb)
    if ruled_out is not None and (ruled_out.tag_ == "VBG" or is_deed(ruled_out)):
        found = stated_loosely(story, passage, ruled_out, clauses.subject(verb))
        return found if negative else tuple(_denied(p) for p in found)
    held_out = in_prospect(verb)
    if held_out is not None:
        found = _promised(story, passage, verb, held_out)
        return tuple(_denied(p) for p in found) if negative else found
    put_off = _put_off(verb)
    if put_off is not None:
        found = stated_loosely(story, passage, put_off, clauses.subject(verb))
        return found if negative else tuple(_denied(p) for p in found)
    carried = _carried(verb)
    if carried is not None:
        # What is refused or lacks a reason is turned there, by the words above it.
        return stated_loosely(story, passage, carried, clauses.subject(verb))
    inclined = _inclined(verb)
    if inclined is not None:
        own = clauses.subject(verb)
        found = stated_loosely(story, passage, inclined, own)
        if not found and lemma(inclined) in _AGREED_UPON:
            return (proposition(story, passage, _accepting(verb, inclined), agent=own),)
        if any(known(p) for p in found):
            return tuple(map(_denied, found)) if negative else found
    agreed = _agreed(verb)
    if agreed is not None:
        return (proposition(story, passage, agreed),)
    coming = _coming(verb)
    if coming is not None:
        found = stated_loosely(story, passage, coming)
        if any(known(p) for p in found) or open_noun_act(coming) is not None:
            return tuple(_denied(p) for p in found) if negative else found
    thing = _existing(verb) or _held_out(verb)
    if thing is not None:
        found = acts_stated(story, passage, thing, None) or _of_noun(
            story, passage, thing, clauses.subject(verb)
        )
        if not found and _none_of(thing):
            return tuple(map(_denied, _done_away(story, passage, thing)))
        lacks = lemma(verb) in wordings().lacking
        if found:
            turned = (negative and not _none_of(thing)) != lacks
            return tuple(_denied(p) if turned else p for p in found)
    matter = _matter(verb)
    if matter is not None and is_deed(matter):
        found = stated_loosely(story, passage, matter)
        return tuple(_denied(p) for p in found) if negative else found
    kept = _kept(verb)
    at = kept or act_at(verb)
    return () if at is None else (proposition(story, passage, at),)


def _talked_over(verb: Token) -> ActAt | None:
    """Of "will not discuss a quota until they pay" talks on it, which only wait."""
    thing = child(verb, "dobj") if verb.pos_ == "VERB" else None
    ahead = clauses.modality(verb) in ("can", "will", "would")
    if lemma(verb) != "discuss" or thing is None or thing.pos_ != "NOUN" or not ahead:
        return None
    return ActAt(verb, None, "negotiate", thing, None)


def stays(verb: Token) -> bool:
    """Whether a clause says that something stays as it is: "the veto stays in place"."""
    on = any(c.lower_ == "on" for c in children(verb, "prt"))
    lasts = lemma(verb) in wordings().staying or (on and lemma(verb) in _GOING_ON)
    return lasts and child(verb, "dobj", "xcomp", "acomp") is None


_GOING_ON = frozenset({"carry", "drag", "go", "run", "wear"})


def known(p: Proposition) -> bool:
    """Whether the inventory knows what is done, if need be without knowing to what."""
    act = inventory().act(p.act) or (only_act(inventory().verbs.get(p.act, ())))
    return act is not None and act.family is not None


def is_deed(noun: Token) -> bool:
    """Whether a noun can mean only one kind of act: "signature", "ratification"."""
    return noun.pos_ in _NOMINAL and sole_act(noun) is not None


def _denied(p: Proposition) -> Proposition:
    return replace(p, polarity="positive" if p.polarity == "negative" else "negative")


def _none_of(noun: Token) -> bool:
    """Whether there is none of it: "no signature"."""
    return noun.pos_ in _NOMINAL and any(lemma(d) == "no" for d in children(noun, "det"))


def _coming_about(noun: Token) -> ActAt | None:
    """Of "without the Association" its founding, of "no agreement" its signing."""
    stock = inventory()
    if stock.is_a(lemma(noun), "agreement") and child(noun, "poss") is not None:
        return None  # "would trigger its treaty with Oslo": it was signed
    for class_name, name in wordings().bringing.items():
        if stock.is_a(lemma(noun), class_name):
            return ActAt(noun, stock.act(name), name, noun, None)
    return None


def _done_to(noun: Token) -> ActAt | None:
    """Of "an amended law" and "a change of the law" the amending, of "the delivery of data" it."""
    for participle in children(noun, "amod"):
        if participle.lower_.endswith("ed"):
            act = inventory().of_verb(lemma(participle), [lemma(noun)])
            if act is not None and act.objects:
                return ActAt(noun, act, act.name, noun, None)
    of = clauses.complement_of(noun, "of")
    if of is None:
        return None
    verb = verb_of(lemma(noun)) or lemma(noun)
    act = inventory().of_verb(verb, [lemma(of)])
    act = act if act is not None and act.objects else None
    return ActAt(noun, act, verb if act is None else act.name, of, None)


def _of_delivery(noun: Token) -> ActAt | None:
    """Of "there will be no deliveries to Oslo" the supply of whatever goes there."""
    if not inventory().is_a(lemma(noun), "delivery") or clauses.complement_of(noun, "of"):
        return None
    act = inventory().of_verb("resume", [lemma(noun)])
    return None if act is None else ActAt(noun, act, act.name, noun, None)


def _done_away(story: Story, passage: Passage, thing: Token) -> tuple[Proposition, ...]:
    """Of "until the complaint is off the table" the keeping of it, which will be no more."""
    act = inventory().of_verb("keep", [lemma(thing)])
    if act is None or act.family is None or not act.family.measure:
        return ()
    return (proposition(story, passage, ActAt(thing, act, act.name, thing, None)),)


def _turned(head: Token) -> bool:
    """Whether the words above make the contrary of it: "refused to lift"."""
    hangs = clauses.has_to(head) or head.tag_ == "VBG" or _of_no_way(head)
    if head.pos_ not in _VERBAL or not hangs:
        return False
    return force(head, frozenset()).negative != clauses.negated(head)


def _of_no_way(verb: Token) -> bool:
    """Of "there is no way that they lift it" the lifting."""
    noun = verb.head
    clause = verb.dep_ in ("acl", "ccomp", "relcl")
    return clause and lemma(noun) in _INTENTIONS and clauses.of_none(noun)


def _closed(verb: Token) -> Token | None:
    """Of "relief is off the table" and "a return is unthinkable" what will not be."""
    if verb.pos_ not in _VERBAL or not closed(verb):
        return None
    own = clauses.subject(verb)
    return own if own is not None and own.pos_ in _NOMINAL else None


HAPPENING = "happen"


def _that_is_closed(verb: Token) -> bool:
    """Whether "that" or "it", which was told before, is out of the question."""
    own = clauses.subject(verb) if verb.pos_ in _VERBAL and verb.lemma in _BEING else None
    return own is not None and own.lower_ in _TAKING_UP and closed(verb)


_BEING = frozenset({"be", "remain", "stay"})
_TAKING_UP = frozenset({"it", "that", "this"})


def _for_whom(verb: Token) -> Token | None:
    """Of "out of the question for Oslo" Oslo."""
    for word in verb.subtree:
        of = child(word, "pobj") if word.lower_ == "for" and word.i > verb.i else None
        if of is not None and of.pos_ == "PROPN" and word.head.dep_ in ("ccomp", "ROOT", "pobj"):
            return of
    return None


def _carried(verb: Token) -> Token | None:
    """Of "refuses to sign", "is ready to sign", "sees no reason to sign" the signing."""
    fit = child(verb, "acomp")
    below = child(verb if fit is None else fit, "xcomp")
    if below is not None and (clauses.has_to(below) or _is_begun(verb, below)):
        return below
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    nouns += [n for p in children(verb, "prep") if (n := child(p, "pobj")) is not None]
    for noun in nouns:
        if lemma(noun) in _INTENTIONS:
            of = clauses.complement_of(noun, "of", "in", "for")
            below = child(noun, "acl", "relcl", "xcomp") or of
            if below is not None and (clauses.has_to(below) or below.tag_ == "VBG"):
                return below
    return None


def _inclined(verb: Token) -> Token | None:
    """Of "is not interested in talks", "is ready for arbitration" the talks, the arbitration."""
    fit = child(verb, "acomp")
    if fit is None or lemma(fit) not in _INCLINED:
        return None
    below = clauses.complement_of(fit, "for", "in", "to")
    return below if below is not None and below.pos_ in _NOMINAL else None


_INCLINED = frozenset({"interested", "open", "prepared", "ready"})


def _agreed(verb: Token) -> ActAt | None:
    """Of "once such a committee has been agreed" the accepting of it, of a treaty its signing."""
    thing = child(verb, "nsubjpass")
    if lemma(verb) not in _REACHING or thing is None or thing.pos_ not in _NOMINAL:
        return None
    act = inventory().of_verb("sign", [lemma(thing)])
    if act is not None and act.objects:
        on = clauses.complement_of(thing, "on")
        if on is not None and lemma(on) in _AGREED_UPON:
            return _accepting(verb, on)  # "an agreement on arbitration"
        return ActAt(verb, act, act.name, thing, None)
    return _accepting(verb, thing) if lemma(verb) == "agree" else None


def _accepting(verb: Token, thing: Token) -> ActAt:
    act = inventory().of_verb("accept", [lemma(thing)])
    act = act if act is not None and act.objects else None
    return ActAt(verb, act, "accept" if act is None else act.name, thing, None)


_REACHING = frozenset({"agree", "conclude", "find", "reach", "strike"})


def _is_begun(verb: Token, below: Token) -> bool:
    """Whether a verb only tells that something is begun or goes on: "starts dredging it"."""
    return lemma(verb) in _BEGINNING and below.tag_ == "VBG"


_BEGINNING = frozenset({"begin", "continue", "resume", "start"})


def _turned_down(verb: Token) -> ActAt | None:
    """Of "if they refuse arbitration" the accepting of it, which takes two."""
    thing, particle = child(verb, "dobj"), child(verb, "prt")
    name = lemma(verb) if particle is None else f"{lemma(verb)} {particle.lower_}"
    if thing is None or name not in _TURNING_DOWN or not _takes_both(thing):
        return None
    return _accepting(verb, thing)


def _takes_both(thing: Token) -> bool:
    joint = any(c.lower_ in _SHARED for c in thing.children) and lemma(thing) not in _ONLY_IN_NAME
    return joint or lemma(thing) in _AGREED_UPON


_SHARED = word_class("shared_by")
_ONLY_IN_NAME = word_class("shared_in_name")
_TURNING_DOWN = word_class("refusing_answers")
_AGREED_UPON = word_class("agreed_upon")


def in_prospect(verb: Token) -> Token | None:
    """Of "held out the prospect of a visit" the visit."""
    thing = child(verb, "dobj")
    if thing is None or lemma(thing) != "prospect" or lemma(verb) not in _HOLDING_OUT:
        return None
    return clauses.complement_of(thing, "of")


def _promised(story: Story, passage: Passage, verb: Token, thing: Token) -> tuple[Proposition, ...]:
    """Of "the prospect of an officer aboard" that whoever holds it out will accept the officer."""
    own = clauses.subject(verb)
    found = acts_stated(story, passage, thing, own) or given_over(story, passage, thing)
    if not found:
        found = (proposition(story, passage, ActAt(thing, None, "accept", thing, None)),)
    return tuple(p if own is None else replace(p, agent=story.actor(passage, own)) for p in found)


_HOLDING_OUT = frozenset({"dangle", "hold", "offer"})


def _put_off(verb: Token) -> Token | None:
    """Of "is holding off on lifting it", "put off the opening" what is put off."""
    particle = child(verb, "prt")
    name = lemma(verb) if particle is None else f"{lemma(verb)} {particle.lower_}"
    if name not in wordings().deferring:
        return None
    below = clauses.complement_of(verb, "on", "from") or child(verb, "dobj", "xcomp")
    if below is None and particle is not None:
        below = clauses.complement_of(particle, "on")
    return below if below is not None and (below.tag_ == "VBG" or is_deed(below)) else None


def _coming(verb: Token) -> Token | None:
    """Of "the lifting will follow", "a release can go ahead" the lifting, the release."""
    own = clauses.subject(verb)
    if own is None or own.pos_ != "NOUN" or verb.lemma not in _COMING_ABOUT:
        return None
    if verb.lemma == "take" and not any(c.lower_ == "place" for c in children(verb, "dobj")):
        return None
    return own if child(verb, "dobj", "xcomp", "ccomp") is None or verb.lemma == "take" else None


_COMING_ABOUT = word_class("happening_verbs") | {"go", "take"}


def _fallen(verb: Token) -> Token | None:
    """Of "on the day the recognition falls" the recognition, which will be no more."""
    down = lemma(verb) == "come" and any(c.lower_ == "down" for c in verb.children)
    own = clauses.subject(verb) if lemma(verb) in _FALLING or down or over(verb) else None
    if own is None or clauses.negated(verb) or child(verb, "dobj", "xcomp"):
        return None
    if lemma(verb) in _FALLING and (child(verb, "acomp") or _goes_somewhere(verb)):
        return None
    if lemma(verb) in _FALLING:
        return own if is_deed(own) else None
    lasting = inventory().of_verb("keep", [lemma(own)])
    measure = lasting is not None and lasting.family is not None and lasting.family.measure
    return own if measure or (is_deed(own) and brought_about(verb) is None) else None


def _goes_somewhere(verb: Token) -> bool:
    """Whether it goes ahead or on, and so is not gone."""
    return any(c.lower_ in _ONWARD for c in verb.children)


_ONWARD = frozenset({"ahead", "forward", "on", "through", "to"})
_FALLING = frozenset({"cease", "end", "expire", "fall", "go", "lapse", "vanish"})


def _matter(verb: Token) -> Token | None:
    """Of "the question of the lifting can be resolved" the lifting, if that is done with it."""
    own = child(verb, "nsubjpass", "nsubj", "dobj")
    if own is None or lemma(own) not in wordings().matters:
        return None
    return clauses.complement_of(own, "of", "on", "about")


def _brought_off(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "must move on the lifting", "has to see to the release" the lifting, the release."""
    if verb.pos_ != "VERB" or lemma(verb) not in _ARRANGING or child(verb, "dobj") is not None:
        return ()
    below = clauses.complement_of(verb, "about", "for", "on", "to", "with")
    if below is None or (below.tag_ != "VBG" and below.pos_ != "NOUN"):
        return ()
    found = stated_loosely(story, passage, below, clauses.subject(verb))
    if not any(known(p) for p in found):
        return ()
    return tuple(_denied(p) for p in found) if clauses.negated(verb) else found


_ARRANGING = word_class("arranging") - {"agree", "care", "commit", "consent"}


def _spoken_of(verb: Token) -> Token | None:
    """Of "we can talk about lifting it", "there can be talk of its lifting" the lifting."""
    there = child(verb, "expl") is not None
    thing = child(verb, "attr", "nsubj", "nsubjpass") if there else None
    if there and (thing is None or lemma(thing) not in wordings().matters):
        return None
    if not there and (lemma(verb) not in _SPEAKING or clauses.modality(verb) is None):
        return None
    below = clauses.complement_of(verb if thing is None else thing, "about", "of", "on")
    return below if below is not None and (below.tag_ == "VBG" or is_deed(below)) else None


_SPEAKING = frozenset({"discuss", "dream", "speak", "talk", "think"})


def _existing(verb: Token) -> Token | None:
    """Of "there will be no Association", "it exists", "it comes into being" what there is."""
    own = clauses.subject(verb)
    into = clauses.complement_of(verb, "into")
    if lemma(verb) == "exist" or (into is not None and lemma(into) in ("being", "existence")):
        return own
    if lemma(verb) != "be":
        return None
    if child(verb, "expl") is not None:
        return child(verb, "attr", "nsubj")
    there = any(c.lower_ == "there" and c.dep_ in ("advmod", "acomp") for c in verb.children)
    return own if there else None


def _held_out(verb: Token) -> Token | None:
    """Of "puts its signature there", "lacks a Serbian signature" the signature."""
    thing = child(verb, "dobj")
    return thing if thing is not None and sole_act(thing) is not None else None


def _kept(verb: Token) -> ActAt | None:
    """Of "the complaint stays where it is" the keeping of the complaint."""
    own = clauses.subject(verb)
    if not stays(verb) or own is None or own.pos_ not in _NOMINAL:
        return None
    act = inventory().of_verb("keep", [lemma(own)])
    limited = act is not None and bool(act.objects)
    return ActAt(verb, act, act.name, own, None) if act is not None and limited else None
