"""The two sides of an event as actors: whose party they are, and of what kind."""

from dataclasses import replace

from detente.domain.evidence import Actor, Kind, Span
from detente.lexicon.parties import gazetteer
from detente.lexicon.plover import country_of, plover
from detente.read.events.dyads import acts
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story


def side(story: Story, passage: Passage, token: Token | None) -> Actor | None:
    """Words of one side; a pronoun's are the name in the same sentence that it takes up."""
    if token is None:
        return None
    known = story.sides.get(token)
    if known is None:
        known = story.sides[token] = _side(story, passage, token)
    return known


def _side(story: Story, passage: Passage, token: Token) -> Actor:
    actor = story.actor(passage, token)
    span = _without_charge(passage, token, actor.span)
    found = actor if span is actor.span else replace(actor, span=span)
    if token.pos_ in ("PRON", "DET"):
        found = _taken_up(story, passage, token, found)
    if token.tag_ == "NNPS":
        found = _minority(story, passage, token, found)
    if found.party is None and found.of is not None and acts_for_owner(token):
        found = replace(found, party=found.of)
    if found.party is None and token.pos_ in ("NOUN", "PROPN"):
        party = _of_whom(story, passage, token, 0)
        found = found if party is None else replace(found, party=party)
    kind = None if found.kind is not None else _kind(story, passage, token)
    return found if kind is None else replace(found, kind=kind)


def _without_charge(passage: Passage, token: Token, span: Span) -> Span:
    """Of "Somalia of shelling the port" Somalia: what one is accused of is not one's name."""
    for preposition in token.children:
        if preposition.dep_ != "prep" or child(preposition, "pcomp") is None:
            continue
        start = passage.start + preposition.idx
        if span.start < start < span.end:
            last = token.doc[preposition.i - 1]
            return Span(start=span.start, end=passage.start + last.end)
    return span


def _minority(story: Story, passage: Passage, token: Token, found: Actor) -> Actor:
    """Of "Bosnian Serbs" the country that they live in."""
    for c in children(token, "amod", "compound"):
        home = story.names.match_over(passage, c)
        own = story.names.match_over(passage, token)
        if home is not None and own is not None and home.start != own.start:
            return replace(found, party=home.party.code, kind="other")
    return found


def _taken_up(story: Story, passage: Passage, token: Token, found: Actor) -> Actor:
    speaker = story.who(passage, token).speaker
    sentence = token.sent
    start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    here = speaker is not None and start <= speaker.start < end
    above = speaker_above(token.head) if token.lower_ in ("he", "she", "it", "they") else None
    if above is not None and above.pos_ in ("NOUN", "PROPN") and found.party is None:
        named = side(story, passage, above)
        assert named is not None
        if speaker is None or not here or named.span.start <= speaker.start < named.span.end:
            return named
    if here:
        assert speaker is not None
        return replace(found, span=speaker)
    if above is None or above.pos_ not in ("NOUN", "PROPN"):
        return found
    return replace(found, span=passage.span(*clauses.noun_extent(above)))


def _of_whom(story: Story, passage: Passage, noun: Token, depth: int) -> str | None:
    """Party of "a group of Kenyans", "the police in Mombasa" and "Mombasa police"."""
    place = _country(noun)
    if place is not None or depth > 3:
        return place
    if not acts(story, passage, noun) and not acts_for_owner(noun):
        return None
    if noun.ent_type_ in ("ORG", "PERSON") and noun.pos_ == "PROPN":
        return None
    counts = noun.lemma in plover().actors["counting"]
    for c in children(noun, "compound", "amod", "nmod", "poss"):
        found = _country(c)
        if found is not None:
            return found
    for preposition in children(noun, "prep"):
        inner = child(preposition, "pobj")
        if inner is None or not (
            preposition.lemma in ("in", "near", "around", "at")
            or (preposition.lemma in ("of", "from") and counts)
        ):
            continue
        for other in (inner, *children(inner, "poss", "amod", "compound", "nmod")):
            match = story.names.match_over(passage, other)
            if match is not None:
                return match.party.code
        found = _of_whom(story, passage, inner, depth + 1)
        if found is not None:
            return found
    return None


def _country(token: Token) -> str | None:
    """State that a town stands in, by the name that ends in this word."""
    if token.pos_ != "PROPN":
        return None
    doc, start = token.doc, token.i
    while (
        start > token.i - 3
        and start > 0
        and doc.tokens[start - 1].pos_ in ("PROPN", "PUNCT", "ADJ")
    ):
        start -= 1
    for first in doc.tokens[start : token.i + 1]:
        found = country_of(doc.text[first.idx : token.end])
        if found is not None:
            return found
    return None


def at_home(story: Story, actor: Actor | None, other: Actor | None) -> Actor | None:
    """Give people of no stated country that of the other side, whose they most likely are."""
    if actor is None or other is None or actor.party is not None or actor.of is not None:
        return actor
    if other.kind not in ("country", None, "other", "person") or other.party is None:
        return actor
    words = actor.span.of(story.text).split()
    domestic = plover().actors["domestic"]
    at_home = any(word.lower().rstrip("s,") in domestic for word in words[-1:])
    known = gazetteer().by_code(other.party)
    if not at_home or known is None or known.kind != "country":
        return actor
    return replace(actor, party=other.party)


def acts_for_owner(token: Token) -> bool:
    """Whether a noun stands for the party that it belongs to: people, bodies and arms."""
    stock = plover().actors
    word = token.lemma
    return word in stock["people"] or word in stock["bodies"] or word in stock["arms"]


def _kind(story: Story, passage: Passage, token: Token) -> Kind | None:
    if not acts(story, passage, token):
        return None
    word = token.lemma
    stock = plover().actors
    if word in stock["company"]:
        return "company"
    if word in stock["ngo"]:
        return "ngo"
    alone = token.tag_ in ("NN", "NNP")
    if token.ent_type_ == "PERSON" or (alone and word in stock["person"]):
        return "person"
    return "other"


def speaker_above(verb: Token) -> Token | None:
    """Who says that somebody must: "Washington said Pyongyang must disarm"."""
    clause = verb
    for _ in range(4):
        if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB":
            return clauses.subject(clause.head)
        if clause.dep_ not in ("conj", "xcomp", "advcl") or clause.head.i == clause.i:
            return None
        clause = clause.head
    return None
