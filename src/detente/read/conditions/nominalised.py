"""Acts that no verb names: "the halting of enrichment", "once the engineers are home"."""

from detente.lexicon.acts import Act, inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import heads_of
from detente.read.statements.acts import ActAt, act_at
from detente.read.statements.forces import at_large

_PARTIES = frozenset({"GPE", "NORP", "PERSON", "ORG"})


def nominalised(noun: Token) -> ActAt | None:
    """Act of a noun and what follows its "of", where the noun's own act does not fit that.

    "Suspension" is what is done to members, and to drilling; "halting" has no act of its own.
    """
    if noun.pos_ not in ("NOUN", "PROPN", "VERB"):
        return None
    done_to = clauses.complement_of(noun, "of")
    if done_to is None:
        return _towards(noun) or _ended(noun)
    own = act_at(noun) if noun.pos_ != "VERB" else None
    if own is not None and own.act is not None and not _of_members(own, done_to):
        return None
    for verb in _verbs(noun):
        fit = inventory().all_of_verb(verb, heads_of(done_to))
        act = next((a for a in fit if a.family is not None and not a.needs_complement), None)
        if act is not None:
            other = clauses.complement_of(noun, "to", "from", "into")
            return ActAt(noun, act, act.name, done_to, other)
    plain = wordings().nominal.get(noun.lemma)
    return None if plain is None else ActAt(noun, None, plain, done_to, None)


def _towards(noun: Token) -> ActAt | None:
    """Of "a return to talks" the returning to them."""
    to = clauses.complement_of(noun, "to") if noun.pos_ == "NOUN" else None
    verb = wordings().nominal.get(noun.lemma) if to is not None else None
    if verb is None or to is None:
        return None
    act = inventory().of_verb(f"{verb} to", [to.lemma])
    known = act is not None and act.family is not None and bool(act.objects)
    return ActAt(noun, act, act.name, to, None) if act is not None and known else None


def _ended(noun: Token) -> ActAt | None:
    """Of "bring an end to the blockade" its lifting, where "to" is read as the verb's."""
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if noun.lemma not in _ENDS or after is None or after.lower_ != "to" or after.head is noun:
        return None
    thing = child(after, "pobj")
    act = None if thing is None else inventory().of_noun(noun.lemma, [thing.lemma])
    return None if act is None else ActAt(noun, act, act.name, thing, None)


def only_act(acts: tuple[Act, ...]) -> Act | None:
    """Act of a word that can mean no other family: "signature", "to ratify"."""
    kinds = {(a.family and a.family.name, a.side) for a in acts}
    return acts[0] if len(kinds) == 1 else None


def sole_act(noun: Token) -> ActAt | None:
    """Of "Serbia's signature" the signing, of what does not matter."""
    act = only_act(inventory().nouns.get(lemma(noun), ())) or inventory().bare.get(lemma(noun))
    if act is None or act.family is None:
        return None
    of = clauses.complement_of(noun, "of", "under")
    return ActAt(noun, act, act.name, of, clauses.complement_of(noun, "to"))


_ENDS = frozenset({"end", "halt", "stop"})


def _of_members(own: ActAt, done_to: Token) -> bool:
    """Whether the act is one of members, and the thing is none."""
    family = own.act.family if own.act is not None else None
    letting = family is not None and family.name == "membership"
    return letting and done_to.ent_type_ not in _PARTIES


def _verbs(noun: Token) -> tuple[str, ...]:
    """Verbs that a noun may come from: "halting" is "halt", "lifting" "lift"."""
    known = wordings().nominal.get(noun.lemma)
    if known is not None:
        return (known,)
    word = noun.lower_
    if not word.endswith("ing") or len(word) < 6:
        return ()
    stem = word.removesuffix("ing")
    undoubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return (stem, f"{stem}e", undoubled)


def brought_about(verb: Token) -> ActAt | None:
    """Of "they are home" and "they remain in custody" the act that leaves them so."""
    own = clauses.subject(verb)
    if lemma(verb) not in _BEING or own is None:
        return None
    for word in verb.children:
        state = _state(word) if word.i > verb.i else ""
        name = wordings().states.get(state) or wordings().states.get(_among_ones_own(state))
        if name == "release" and at_large(own):
            name = "withdraw"
        if name == "release" and inventory().is_a(own.lemma, "envoy"):
            name = "return_envoy"
        act = inventory().act(name) if name is not None else None
        # Whoever is in custody or out of prison is a person.
        if act is not None and (" " in state or _fits(act, own)):
            return ActAt(verb, act, act.name, own, None)
    return None


def _among_ones_own(state: str) -> str:
    """Of "back with their families", "back in Oslo" that they are back."""
    first, *rest = state.split(" with ")
    if rest and rest[0] in _ONES_OWN:
        return first
    first, *rest = state.split(" in ")
    return first if rest and first in ("back", "home") else ""


_ONES_OWN = frozenset({"family", "families", "parents", "relatives", "wives"})


def _state(word: Token) -> str:
    """Words of a state: "home", "in custody", "out of prison"."""
    below = child(word, "pobj", "prep") if word.dep_ in ("prep", "advmod") else None
    if below is None:
        return word.lower_
    return f"{word.lower_} {_state(below) if below.dep_ == 'prep' else below.lower_}"


def got_back(verb: Token) -> ActAt | None:
    """Of "wants the boats back" the giving back of the boats."""
    thing = child(verb, "dobj")
    if lemma(verb) not in _GETTING or thing is None:
        return None
    around = (*verb.children, *thing.children)
    if not any(c.lower_ in ("back", "home") and c.i > thing.i for c in around):
        return None
    act = inventory().of_verb("give back", [thing.lemma]) or inventory().act("release")
    return None if act is None else ActAt(verb, act, act.name, thing, None)


_GETTING = frozenset({"want", "get", "have", "see", "receive", "need", "demand", "expect"})


def got_from(verb: Token) -> ActAt | None:
    """Of "until it has a written guarantee" the giving of one, by whoever is asked for it.

    So of things that are known to be handed over, or let have: "once it has received the data".
    """
    thing = child(verb, "dobj")
    if thing is None or thing.pos_ != "NOUN" or not (lemma(verb) in _OBTAINING or _waits(verb)):
        return None
    if thing.lemma in _COMMITMENTS:
        return ActAt(verb, None, "provide", thing, None)
    for kind, name in _HANDED.items():
        if inventory().is_a(thing.lemma, kind) and _under_condition(verb):
            return ActAt(verb, inventory().act(name), name, thing, None)
    act = inventory().of_verb("give", [thing.lemma, thing.lower_])
    shared = act is not None and act.family is not None and act.family.name == "disclosure"
    return ActAt(verb, act, act.name, thing, None) if act is not None and shared else None


def _under_condition(verb: Token) -> bool:
    """Whether a clause says on what something hangs: not "will get no extension"."""
    return any(c.lower_ in _TILL | {"if", "when"} and c.i < verb.i for c in verb.children)


def giver_of(verb: Token) -> Token | None:
    """Of "has a guarantee from Oslo", "has Oslo's guarantee" Oslo, which gives it."""
    thing = child(verb, "dobj")
    if thing is None:
        return None
    owner = child(thing, "poss")
    named = owner is not None and owner.pos_ == "PROPN"
    sources = (child(t, "pobj") for t in verb.subtree if t.lower_ == "from")
    return owner if named else next(sources, None)


def _waits(verb: Token) -> bool:
    """Whether something is waited for till somebody has it: "if it has evidence" asks for none."""
    if lemma(verb) not in _HAVING:
        return False
    return verb.head.lower_ in ("long", "soon") or any(
        c.lower_ in _TILL for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i
    )


_HAVING, _OBTAINING = frozenset({"have", "hold"}), frozenset({"get", "obtain", "receive", "secure"})
_TILL = frozenset({"before", "once", "till", "unless", "until", "while"})
_COMMITMENTS = word_class("commitments")
# By which act things of a class come to be had.
_HANDED = {"permit": "grant", "debt": "pay", "funds": "pay"}


_BEING = frozenset({"be", "remain", "stay", "come", "get", "go", "return", "walk", "lie"})


def purposed(verb: Token) -> ActAt | None:
    """Of "for the crossing to reopen", read as a crossing that is to reopen, the opening of it."""
    thing = verb.head
    if verb.dep_ == "xcomp" and lemma(thing) in ("be", "have", "need") and clauses.has_to(verb):
        # "If talks are to begin": the subject stands above.
        own = child(thing, "nsubj")
        act = None if own is None else inventory().of_subject(lemma(verb), [own.lemma])
        return None if act is None else ActAt(verb, act, act.name, own, None)
    hangs = verb.dep_ in ("acl", "relcl") and child(verb, "dobj", "xcomp", "nsubj") is None
    if not hangs or not clauses.has_to(verb):
        return None
    if thing.dep_ != "pobj" or thing.head.lower_ != "for":
        return None
    done = None if clauses.is_passive(verb) else inventory().of_subject(lemma(verb), [thing.lemma])
    act = done or inventory().of_verb(lemma(verb), [thing.lemma])
    return ActAt(verb, act, act.name, thing, None) if act is not None and act.objects else None


def _fits(act: Act, own: Token) -> bool:
    """Whether an act is done to such a thing; people are of too many kinds to be listed."""
    held = act.family is not None and act.family.name == "custody"
    human = own.lemma in _HUMAN or own.lower_ in ("they", "he", "she")
    human = human or gazetteer().title_in(own.text) is not None
    return own.lemma in act.objects or (human and held)


_HUMAN = word_class("human_nouns")
