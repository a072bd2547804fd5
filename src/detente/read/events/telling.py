"""What a sentence tells of: acts at verbs and nouns, each with its two sides."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache

from detente.lexicon.acts import inventory
from detente.lexicon.plover import Coding, plover
from detente.read.events.coding import Coded, coded, noun_coding
from detente.read.events.deliveries import coming, delivery
from detente.read.events.dyads import Aim, acts, doer, doer_of_noun
from detente.read.events.notices import notice_of, noticed, notifier
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt, known_act
from detente.read.statements.lettings import lets_look
from detente.read.who.mentions import Story

# Verbs that only begin, end or plan another act.
BEGINNING = frozenset({
    "begin", "start", "finish", "continue", "resume", "be", "set", "plan", "intend", "try", "seek",
    "let", "make", "get", "go", "keep", "fail", "come",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """An act found at a word: what the inventory and PLOVER make of it, and its two sides.

    ``way`` says where the target was found.
    """

    token: Token
    at: ActAt | None
    code: Coded | None
    source: Token | None
    target: Token | None
    reciprocal: bool = False
    way: str = ""


def told_in(story: Story, passage: Passage, sentence: Iterable[Token]) -> Iterator[Told]:
    """Acts of a sentence in text order; a noun that a light verb carries is told by the verb."""
    carried: set[int] = set()
    nouns = _telling_nouns()
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN"):
            if token.lemma not in nouns or token.i in carried:
                continue
        elif token.pos_ not in ("VERB", "AUX"):
            continue
        at = known_act(token)
        at = at if at is not None and at.act is not None and at.act.family is not None else None
        if at is not None and lets_look(at):
            at = None  # "demanded to see the files" tells of no leave that was given
        code = coded(token)
        if code is not None and code.light and code.thing is not None:
            carried.add(code.thing.i)
        if at is None and token.pos_ == "VERB" and noticed(token) is not None:
            continue
        if token.pos_ == "NOUN" and (came := coming(at)) is not None:
            carried.add(came.i)
        if at is None and code is None and (token.i in carried or not _plain_act(token)):
            continue
        if at is None and code is not None and code.stance is not None and code.stance.silent:
            continue
        yield _with_sides(story, passage, token, at, code)


@cache
def _telling_nouns() -> Set[str]:
    """Nouns that the inventory of acts or PLOVER knows."""
    return inventory().nouns.keys() | plover().nouns.keys()


def _plain_act(token: Token) -> bool:
    """Whether a verb tells of a doing that no list has: "the crews are dredging the channel"."""
    if token.pos_ != "VERB" or token.dep_ in ("amod", "compound", "aux"):
        return False
    if child(token, "ccomp") is not None or (
        token.lemma in BEGINNING and child(token, "xcomp") is not None
    ):
        # Verbs of speech and of the mind; beginnings of another act.
        return False
    return token.lemma not in plover().silent or _in_course(token)


def _in_course(verb: Token) -> bool:
    """Whether even a verb of little meaning tells of something under way: "are arguing over"."""
    return (
        verb.tag_ == "VBG"
        and any(a.lemma == "be" for a in children(verb, "aux"))
        and child(verb, "ccomp", "xcomp", "acomp", "attr") is None
        and not verb.head.i > verb.i
        and verb.lemma not in ("say", "tell", "do", "have", "get", "go", "be")
    )


def is_doing(story: Story, passage: Passage, told: Told) -> bool:
    """Whether a clause tells of a doing, though of nobody known: "two cutters had collided"."""
    token = told.token
    if token.pos_ != "VERB" or token.dep_ not in _MAIN:
        return False
    if told.code is not None and told.code.stance is not None:
        return False
    # Talks and moves do nothing by themselves; shells and plants do.
    doing = (
        told.source is not None
        and noun_coding(told.source) is None
        and (told.source.pos_ in ("NOUN", "PROPN") or acts(story, passage, told.source))
    )
    return doing or (told.target is not None and clauses.is_passive(token))


_MAIN = frozenset({"ROOT", "conj", "ccomp", "xcomp", "pcomp", "acl", "advcl", "relcl", "parataxis"})


_UNKNOWN = Coding(type="")


def _with_sides(
    story: Story, passage: Passage, token: Token, at: ActAt | None, code: Coded | None
) -> Told:
    look = code if code is not None else Coded(token, _UNKNOWN, at.object if at else None)
    verbal = token.pos_ in ("VERB", "AUX")
    source = doer(token) if verbal else doer_of_noun(token)
    notice = notice_of(token) if at is not None else None
    if notice is not None and (source is None or not clauses.passive_agent(token)):
        source = notifier(notice) or source
    sender, getter = delivery(at)
    if sender is not None or getter is not None:
        source = source if source is not None else sender
        target = getter if getter is not None else clauses.complement_of(token, "to", "for")
        return Told(token, at, code, source, target, way="where the word names it")
    if look.received and look.thing is not None:
        origin = _origin(token, look.thing)
        if origin is not None:
            return Told(token, at, code, origin, source, way="whoever receives it")
    if look.coding.reciprocal:
        pair = _pair(story, passage, look, source)
        if pair is not None:
            return Told(token, at, code, *pair, reciprocal=True, way="one of a pair")
    aim = Aim(story, passage, source)
    target = aim.of(look)
    reciprocal = look.coding.reciprocal and target is not None and _with(look, target)
    return Told(token, at, code, source, target, reciprocal, aim.way)


def _origin(verb: Token, thing: Token) -> Token | None:
    """Of "faces criticism from Oslo" Oslo."""
    for word in (thing, verb):
        found = clauses.complement_of(word, "from", "by")
        if found is not None and found.ent_type_ not in ("DATE", "TIME"):
            return found
    return None


def _pair(
    story: Story, passage: Passage, look: Coded, source: Token | None
) -> tuple[Token, Token] | None:
    """Two who do the same to each other: "A and B met", "talks between A and B"."""
    words = [look.token, *([look.thing] if look.thing is not None else [])]
    for word in words:
        for preposition in children(word, "prep"):
            if preposition.lemma in ("between", "among"):
                inner = child(preposition, "pobj")
                both = [] if inner is None else clauses.conjuncts(inner)
                if len(both) > 1 and source is None:
                    return both[0], both[1]
    if source is None or any(
        p.lemma in ("with", "to") for word in words for p in children(word, "prep", "dative")
    ):
        return None
    both = [s for s in clauses.conjuncts(source) if acts(story, passage, s)]
    if len(both) > 1:
        return both[0], both[1]
    if source.lemma in plover().actors["counting"]:
        # "Delegations from Egypt and Ethiopia".
        home = clauses.complement_of(source, "from", "of")
        both = [] if home is None else clauses.conjuncts(home)
        if len(both) > 1 and all(story.names.match_over(passage, b) for b in both[:2]):
            return both[0], both[1]
    for c in children(source, "amod", "compound", "nmod"):
        joined = clauses.conjuncts(c)
        if len(joined) > 1 and all(story.names.match_over(passage, j) for j in joined[:2]):
            return joined[0], joined[1]
    return None


def _with(look: Coded, target: Token) -> bool:
    return target.dep_ == "pobj" and target.head.lemma == "with"
