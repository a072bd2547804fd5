"""Deeds told by what came of them: "while that Act is in force", "until the money arrives".

A condition often names no deed at all, only how a thing stands or that it has come. Whoever can
keep it so, or send it, is asked for that.
"""

import re
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import Act, inventory
from detente.lexicon.words import word_class
from detente.read.conditions.nominalised import sole_act
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt
from detente.read.statements.forces import at_large
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_LASTING = word_class("lasting_states")
_ARRIVING = word_class("arriving_verbs")
_MEASURING = word_class("measuring")
_LASTING_ON = frozenset(wordings().staying)


def stood(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What a clause without a deed comes to; nothing where it tells of one, or of nothing."""
    if verb.pos_ not in ("VERB", "AUX"):
        return ()
    # "There are soldiers on the island"
    own = clauses.subject(verb) if child(verb, "expl") is None else child(verb, "attr")
    if own is None or own.pos_ not in ("NOUN", "PROPN"):
        return ()
    return (
        _lasting(story, passage, verb, own)
        or _present(story, passage, verb, own)
        or _arrived(story, passage, verb, own)
        or _owed(story, passage, verb, own)
        or _as_above(story, passage, verb, own)
    )


def _lasting(story: Story, passage: Passage, verb: Token, own: Token) -> tuple[Proposition, ...]:
    """Of "the ban is in effect" the keeping of it, of "the Act is in force" no repeal."""
    if any(c.lower_ in ("a", "an") for c in own.children):
        return ()  # "while an appeal is pending" is said of any
    pending = verb.lower_ == "pending"  # which the parser takes for a verb
    if not pending and (lemma(verb) not in _STAYING or not (_is_lasting(verb) or _is_run(verb))):
        return ()
    kept, repealed = (_limited(verb_of, own) for verb_of in ("keep", "repeal"))
    if kept is not None and kept.family is not None and kept.family.measure:
        return (proposition(story, passage, ActAt(verb, kept, kept.name, own, None)),)
    gone = ActAt(verb, None, "close", own, None)  # "as long as the shelter remains in operation"
    if repealed is not None:
        gone = ActAt(verb, repealed, repealed.name, own, None)
    elif not _is_run(verb) or _limited("open", own) is not None:
        return ()  # of "the strait is open" an act tells
    return (_turned(proposition(story, passage, gone)),)


def _turned(made: Proposition) -> Proposition:
    return replace(made, polarity="positive" if made.polarity == "negative" else "negative")


# "When the records are in our hands", "the day the fine is in the treasury's account"
_IN_HAND = re.compile(
    r" (?:\w+ )?in (?:(?:our|its|their|his|her) hands?|(?:[\w’']+ ){0,4}(?:accounts?|coffers)) "
)
_STAYING = frozenset({"be", "remain", "stay", "continue", "stand"})


def _is_lasting(verb: Token) -> bool:
    return any(f" {state} " in _after(verb) for state in _LASTING)


def _is_run(verb: Token) -> bool:
    return _RUNNING.match(_after(verb)) is not None


_RUNNING = re.compile(r" (?:still |\w+ly )?(?:in operation|open|up and running) (?!to )")


def over(verb: Token) -> bool:
    """Whether a clause says that its subject is no more: "is gone", "is off the court's list"."""
    if lemma(verb) != "be" or clauses.negated(verb):
        return False
    after = _after(verb)
    return any(f" {state} " in after for state in _ENDED) or _OFF_THE_LIST.match(after) is not None


_ENDED = word_class("ended_states")
_OFF_THE_LIST = re.compile(r" (?:\w+ )?off (?:[\w’'-]+ ){1,5}?(?:agenda|books|docket|list|table) ")


def _present(story: Story, passage: Passage, verb: Token, own: Token) -> tuple[Proposition, ...]:
    """Of "while a single soldier is on the island" no withdrawal of the soldiers."""
    if lemma(verb) not in _BEING or clauses.modality(verb) or not at_large(own):
        return ()
    there = clauses.complement_of(verb, *_PLACED)
    if there is None and child(verb, "expl") is not None:
        there = clauses.complement_of(own, *_PLACED)
    if there is None or not _is_a_place(there):
        return ()
    if there.ent_type_ in _WHEN or lemma(there) in _TIMES or lemma(there) in _HELD_IN:
        return ()
    gone = inventory().act("withdraw")
    made = _turned(proposition(story, passage, ActAt(verb, gone, "withdraw", own, None)))
    return (replace(made, agent=None) if child(verb, "expl") is not None else made,)


def _is_a_place(noun: Token) -> bool:
    """Whether it names one place: "on the island", "in Oslo", not "in danger"."""
    return noun.pos_ == "PROPN" or child(noun, "det", "poss") is not None


_BEING = frozenset({"be", "remain", "stay"})
_PLACED = ("at", "in", "inside", "on")
_WHEN = frozenset({"DATE", "TIME"})
_TIMES = word_class("times")
_HELD_IN = frozenset({"captivity", "custody", "detention", "jail", "prison"})


def _as_above(story: Story, passage: Passage, verb: Token, own: Token) -> tuple[Proposition, ...]:
    """Of "the levy stays for as long as the ban does" the ban, that does what the levy does.

    So of "will be closed for as long as their ports are".
    """
    if lemma(verb) not in _PRO_VERBS or any(c.i > verb.i for c in verb.children if _tells(c)):
        return ()
    main = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), verb)
    if main.i == verb.i or lemma(main) not in _LASTING_ON:
        return ()
    kept = _limited("keep", own)
    if kept is not None and kept.family is not None and kept.family.measure:
        return (proposition(story, passage, ActAt(verb, kept, kept.name, own, None)),)
    done = sole_act(own)  # "for as long as the arrest does"
    return () if done is None else (proposition(story, passage, done),)


_PRO_VERBS = frozenset({"be", "do"})


def _tells(part: Token) -> bool:
    return part.dep_ in ("acomp", "attr", "dobj", "xcomp", "ccomp", "advmod", "prep")


def _after(verb: Token) -> str:
    return f" {' '.join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 7])} "


def _limited(verb: str, thing: Token) -> Act | None:
    """Act of a verb that is done to such things, and not to any."""
    act = inventory().of_verb(verb, [lemma(thing)])
    return act if act is not None and act.objects else None


def _arrived(story: Story, passage: Passage, verb: Token, own: Token) -> tuple[Proposition, ...]:
    """Of "the money has arrived" the payment, of "the records reach Oslo" the handing over."""
    if clauses.modality(verb) in ("can", "may"):
        return ()  # "the planes may land" tells of leave
    handed = lemma(verb) == "be" and _IN_HAND.match(_after(verb)) is not None
    if not (handed or lemma(verb) in _ARRIVING) or child(verb, "xcomp", "ccomp") is not None:
        return ()
    thing = own
    if lemma(own) in _MEASURING:
        thing = clauses.complement_of(own, "of") or own
    for kind, name in _SENDING.items():
        # "Unless the first half arrives by May"
        share = thing is own and lemma(own) in _SHARES and name == "pay"
        if inventory().is_a(lemma(thing), kind) or share:
            act = inventory().act(name)
            made = proposition(story, passage, ActAt(verb, act, name, thing, None))
            return (replace(made, agent=None),)
    return ()


def _owed(story: Story, passage: Passage, verb: Token, own: Token) -> tuple[Proposition, ...]:
    """Of "while a single cent of the debt is outstanding" that it is not paid."""
    if lemma(verb) not in _BEING or _OWING.match(_after(verb)) is None:
        return ()
    about = clauses.complement_of(own, "of") if lemma(own) in _MEASURING else None
    act = inventory().act("pay")
    made = proposition(story, passage, ActAt(verb, act, "pay", about or own, None))
    return (replace(_turned(made), agent=None),)


_OWING = re.compile(r" (?:still |\w+ly )?(?:outstanding|unpaid|owing|overdue|in arrears) ")
_SHARES = frozenset({"half", "instalment", "installment", "payment", "remainder", "sum", "tranche"})
# By which act things of a class come to arrive, asked in this order.
_SENDING = {"debt": "pay", "funds": "pay", "data": "share", "goods": "supply"}


def held_on(verb: Token) -> ActAt | None:
    """Of "if they hold on to the ban" the keeping of it."""
    if lemma(verb) not in _HOLDING_ON:
        return None
    thing = next((p for name, p in clauses.phrasings(verb) if name in _ON_TO and p), None)
    thing = None if thing is None else child(thing, "pobj")
    act = None if thing is None else _limited("keep", thing)
    measure = act is not None and act.family is not None and act.family.measure
    return ActAt(verb, act, act.name, thing, None) if act is not None and measure else None


_HOLDING_ON = frozenset({"cling", "hang", "hold"})
_ON_TO = frozenset({"cling to", "hang on to", "hang onto", "hold on to", "hold onto"})
