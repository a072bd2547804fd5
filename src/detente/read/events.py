"""What happened, as told: acts of known actors with their time and their standing."""

from dataclasses import replace

from spacy.tokens import Token

from detente.domain.evidence import Event, Proposition, Span, Status
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read import clauses
from detente.read.clauses import Passage, children, lemma
from detente.read.dates import explicit_dates
from detente.read.mentions import Story
from detente.read.propositions import ActAt, acts_in, proposition

_RECIPROCAL = frozenset({"negotiate", "meet"})
_PLANNING = word_class("planning")
_UNREAL = frozenset({"can", "may", "must", "should", "would"})
_UNREALISED = word_class("unrealised")


def events(story: Story, passage: Passage) -> list[tuple[Event, Token]]:
    """Find the events of a paragraph, each with the token it hangs on."""
    found: list[tuple[Event, Token]] = []
    for sentence in passage.doc.sents:
        here = []
        for at in acts_in(sentence):
            made = proposition(story, passage, at)
            if (
                at.act is not None
                and at.act.family is not None
                and _involves_parties(story, passage, made, at)
            ):
                here.append((_event(story, passage, made, at), at.token))
        words = Span(
            start=passage.start + sentence.start_char, end=passage.start + sentence.end_char
        )
        found += _dated(here, words, story.text, passage)
    return found


def _involves_parties(story: Story, passage: Passage, made: Proposition, at: ActAt) -> bool:
    if any(
        actor is not None and actor.party for actor in (made.agent, made.object, made.complement)
    ):
        return True
    # "the imposition of US sanctions": whose they are stands beside the thing.
    return at.object is not None and _owner(story, passage, at.object) is not None


def _owner(story: Story, passage: Passage, thing: Token) -> Token | None:
    for c in children(thing, "poss", "compound", "amod", "nmod"):
        if story.who(passage, c).party is not None:
            return c
    return None


def _event(story: Story, passage: Passage, made: Proposition, at: ActAt) -> Event:
    act = inventory().act(made.act)
    assert act is not None
    actor = made.agent
    if actor is None and at.object is not None and act.family is not None and act.family.measure:
        owner = _owner(story, passage, at.object)
        actor = None if owner is None else story.actor(passage, owner)
    target = next(
        (
            a
            for a in (made.object, made.complement)
            if a is not None and a.party is not None and a != actor
        ),
        None,
    )
    return Event(
        document=story.document,
        span=made.span,
        act=made.act,
        type=act.type,
        status=_status(at.token, made),
        reciprocal=made.act in _RECIPROCAL,
        actor=actor,
        target=target,
        object=made.object,
        complement=made.complement,
    )


def _status(token: Token, made: Proposition) -> Status:
    if made.modality in _UNREAL or _conditional(token):
        return "hypothetical"
    governor = _governor(token)
    if governor in _UNREALISED:
        return "hypothetical"
    if made.polarity == "negative":
        return "denied"
    if made.modality == "will" or governor in _PLANNING:
        return "planned"
    if token.pos_ in ("NOUN", "PROPN"):
        return _of_noun(token)
    if token.tag_ == "VBG" and any(
        lemma(a) == "be" and a.tag_ in ("VBP", "VBZ") for a in children(token, "aux")
    ):
        return "ongoing"
    if token.tag_ in ("VBZ", "VBP"):
        return "ongoing"
    if token.tag_ == "VB":
        return "hypothetical"
    return "happened"


def _of_noun(noun: Token) -> Status:
    """Standing of an act told by a noun: that of the clause it stands in, if it is unreal."""
    verb = noun
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.i == noun.i or noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"):
        return "happened"
    if noun.dep_ == "pobj" and noun.head.lower_ in ("after", "since", "over", "following", "of"):
        return "happened"
    direct = noun.head.i == verb.i
    if direct and (clauses.modality(verb) in _UNREAL or _conditional(verb)):
        return "hypothetical"
    if direct and clauses.modality(verb) == "will":
        return "planned"
    if direct and clauses.negated(verb):
        return "denied"
    return "hypothetical" if direct and lemma(verb) in _UNREALISED else "happened"


def _conditional(token: Token) -> bool:
    clause = token
    for _ in range(4):
        if any(
            c.dep_ == "mark" and c.lower_ in ("if", "unless", "until", "whether")
            for c in clause.children
        ):
            return True
        if clause.head.i == clause.i:
            return False
        clause = clause.head
    return False


def _governor(token: Token) -> str:
    """Lemma of the verb or noun that an infinitive or gerund depends on."""
    above = token
    for _ in range(3):
        if above.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep", "advcl"):
            above = above.head
            if above.pos_ in ("VERB", "NOUN") and lemma(above) in _UNREALISED | _PLANNING:
                return lemma(above)
        elif above.dep_ == "conj":
            above = above.head
        else:
            return ""
    return ""


def _dated(
    found: list[tuple[Event, Token]], words: Span, text: str, passage: Passage
) -> list[tuple[Event, Token]]:
    """Give each date to the nearest event before it, or to the first one after."""
    dates = explicit_dates(words.of(text), words.start)
    given: dict[int, str] = {}
    for span, iso in dates:
        before = [k for k, (_, token) in enumerate(found) if passage.start + token.idx < span.start]
        k = before[-1] if before else 0
        if found and k not in given:
            given[k] = iso
    return [(replace(event, date=given.get(k)), token) for k, (event, token) in enumerate(found)]
