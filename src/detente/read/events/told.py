"""What happened, as told: who did what to whom, its PLOVER type, its time and its standing."""

from collections.abc import Sequence, Set
from dataclasses import replace

from detente.domain.evidence import Actor, Dated, Event, Proposition, Span
from detente.read.dates.times import dates_in
from detente.read.events.announcing import typed
from detente.read.events.both import both_sides
from detente.read.events.certainty import confidence
from detente.read.events.dating import dated_events, within
from detente.read.events.deliveries import coming
from detente.read.events.dyads import acts, ordered_to
from detente.read.events.notices import notice_of
from detente.read.events.sides import at_home, side
from detente.read.events.standing import standing
from detente.read.events.telling import Told, is_doing, told_in
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

# Entities that may be parties, though no table has them.
_PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_RECIPROCAL = frozenset({"negotiate", "meet"})


def events(
    story: Story, passage: Passage, dates: Sequence[Dated] | None = None
) -> list[tuple[Event, Told]]:
    """Find the events of a paragraph, each with what it was made from.

    Parameters
    ----------
    dates
        The document's dates in text order; found here when they are not given.
    """
    if dates is None:
        dates = dates_in(story.text, story.published, story.passages)
    found: list[tuple[Event, Told]] = []
    for sentence in passage.doc.sents:
        words = Span(
            start=passage.start + sentence.start_char, end=passage.start + sentence.end_char
        )
        parties = {m.party.code for m in story.names.matches_in(words)}
        named = bool(parties) or any(t.ent_type_ in _PARTIES for t in sentence)
        times = within(dates, words)
        here = [
            (event, told)
            for told in told_in(story, passage, sentence)
            if (event := _event(story, passage, told, parties, named=named, dated=bool(times)))
            is not None
        ]
        found += dated_events(here, times, passage)
    return found


# --- making an event --------------------------------------------------------------------------


def _event(
    story: Story, passage: Passage, told: Told, parties: Set[str], *, named: bool, dated: bool
) -> Event | None:
    """Make an event of what is told in a sentence that names these parties, if it is one.

    ``named``: whether the sentence names anybody, parties that no table has included; ``dated``:
    whether it names a time.
    """
    made = proposition(story, passage, told.at) if told.at is not None else None
    actor = side(story, passage, told.source)
    target = side(story, passage, told.target)
    if made is not None:
        actor, target = _as_the_inventory_has_it(story, passage, told, made, actor, target)
    if actor is not None and target is not None and actor.span == target.span:
        target = None
    if target is not None and told.target is not None and told.target.pos_ == "PRON":
        # "It had recalled him": its own ambassador.
        target = None if _is_own(actor, target) else target
    pair = both_sides(story, passage, told.source, actor)
    if pair is not None and (target is None or target.party is None):
        actor, target = pair
    between = _counts(story, passage, told, actor, target, made)
    # "The contract was concluded in December", "has been concluded": who did, other texts tell.
    placed = dated or _by_now(told.token)
    stands = told.token.pos_ == "AUX" and told.token.dep_ in ("ROOT", "conj")
    of_the_matter = made is not None and (stands or (placed and told.token.pos_ == "VERB"))
    if not (between or of_the_matter or (named and is_doing(story, passage, told))):
        return None
    if made is None and len(parties) == 1:
        actor, target = at_home(story, actor, target), at_home(story, target, actor)
    status = standing(told.token)
    # Without anybody who does it or has it done to him, PLOVER knows no event.
    kind = ""
    if between:
        kind, actor, target = typed(story, passage, told, status, actor, target)
    event = Event(
        document=story.document,
        span=_with_phase(
            passage, told, made.span if made is not None else _span(passage, told.token)
        ),
        act=made.act if made is not None else _name(told),
        type=kind,
        mode=told.code.coding.mode
        if told.code is not None and told.code.coding.type == kind
        else None,
        status=status,
        reciprocal=told.reciprocal
        or pair is not None
        or (made is not None and made.act in _RECIPROCAL),
        actor=actor,
        target=target,
        object=made.object if made is not None else _ended(story, passage, told.token),
        complement=made.complement if made is not None else None,
    )
    return replace(event, confidence=confidence(event, told)) if kind else event


def _ended(story: Story, passage: Passage, verb: Token) -> Actor | None:
    """Of "lifted the closure of the port" the closure, which the verb alone does not name."""
    if verb.pos_ != "VERB" or verb.lemma not in _ENDING:
        return None
    ended = clauses.patient(verb)
    return story.actor(passage, ended) if ended is not None and ended.pos_ == "NOUN" else None


_ENDING = frozenset({"cancel", "end", "lift", "reverse", "revoke", "undo", "withdraw"})


def _by_now(verb: Token) -> bool:
    """Whether a clause tells how things stand by now: "the ban has been lifted"."""
    if verb.dep_ not in ("ROOT", "conj") or not clauses.is_passive(verb):
        return False
    return any(a.tag_ in ("VBZ", "VBP") and a.lemma == "have" for a in children(verb, "aux"))


def _as_the_inventory_has_it(
    story: Story,
    passage: Passage,
    told: Told,
    made: Proposition,
    actor: Actor | None,
    target: Actor | None,
) -> tuple[Actor | None, Actor | None]:
    """Sides of an act of a known family: what the model rests on goes first."""
    at = told.at
    assert at is not None and at.act is not None
    known = made.agent
    if ordered_to(told.token) is not None:
        known = None if actor is not None else known
    pronoun = told.source is not None and told.source.pos_ == "PRON"
    if known is not None and known.party is not None and actor is not None and pronoun:
        known = replace(actor, party=known.party, kind=known.kind)
    if known is None and at.object is not None and at.act.family and at.act.family.measure:
        owner = _owner(story, passage, at.object)
        known = None if owner is None else story.actor(passage, owner)
    same = known is not None and actor is not None and known.party == actor.party
    if known is not None and not same and (known.party is not None or actor is None):
        actor = known
    if actor is not None and made.object is not None and actor.span == made.object.span:
        # "Its removal" is done to it.
        actor = None
    own = None if actor is None else actor.party or actor.of
    aimed = next(
        (a for a in (made.object, made.complement) if a is not None and a.party not in (None, own)),
        None,
    )
    if target is not None and (target.party or target.of) not in (None, own):
        return actor, target
    return actor, aimed if aimed is not None else target


def _is_own(actor: Actor | None, target: Actor) -> bool:
    return actor is not None and actor.party is not None and actor.party == target.party


def _owner(story: Story, passage: Passage, thing: Token) -> Token | None:
    for c in children(thing, "poss", "compound", "amod", "nmod"):
        if story.who(passage, c).party is not None:
            return c
    return None


def _counts(
    story: Story,
    passage: Passage,
    told: Told,
    actor: Actor | None,
    target: Actor | None,
    made: Proposition | None,
) -> bool:
    """Whether it is an event between parties, or one that PLOVER has a type for."""
    parties = [a for a in (actor, target) if a is not None and (a.party or a.of)]
    if told.at is not None and made is not None:
        if parties or any(a is not None and a.party for a in (made.object, made.complement)):
            return True
        if told.at.object is not None and _owner(story, passage, told.at.object) is not None:
            return True
    if told.code is None:
        return actor is not None and actor.party is not None
    if told.token.pos_ == "NOUN":
        return len(parties) == 2 or (told.reciprocal and bool(parties))
    if parties:
        return True
    return (
        actor is not None
        and target is not None
        and told.source is not None
        and told.target is not None
        and acts(story, passage, told.source)
        and acts(story, passage, told.target)
    )


def _name(told: Told) -> str:
    """Lemma with its particle, or the noun that a light verb carries."""
    token = told.token
    if told.code is not None and told.code.light and told.code.thing is not None:
        return told.code.thing.lemma
    particle = child(token, "prt")
    return f"{token.lemma} {particle.lemma}" if particle is not None else token.lemma


def _with_phase(passage: Passage, told: Told, span: Span) -> Span:
    """Let "began to withdraw its troops" and a notice start there, a delivery end where it got."""
    token = told.token
    above = token.head
    if token.pos_ == "NOUN" and (came := coming(told.at)) is not None:
        return Span(start=span.start, end=max(span.end, _span(passage, came).end))
    if told.at is not None and (notice := notice_of(token)) is not None:
        whole = _span(passage, notice)
        return Span(start=min(span.start, whole.start), end=span.end)
    if token.dep_ != "xcomp" or above.lemma not in _BEGUN or above.i > token.i:
        return span
    return Span(start=min(span.start, passage.start + above.idx), end=span.end)


_BEGUN = frozenset({"begin", "start", "continue", "resume", "cease", "stop", "finish"})


def _span(passage: Passage, token: Token) -> Span:
    """Words of the act: the clause or noun phrase, without what is merely joined to it."""
    if token.pos_ not in ("VERB", "AUX"):
        return passage.span(*clauses.noun_extent(token))
    joined = ("advcl", "conj", "cc", "parataxis", "relcl", "mark", "ccomp")
    return passage.span(*clauses.trimmed(clauses.subtree_without(token, joined)))
