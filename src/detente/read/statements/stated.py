"""A statement out of an attribution: its source, where it was said, and what it says is done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.domain.evidence import (
    Actor,
    Polarity,
    Proposition,
    Source,
    Span,
    Statement,
)
from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ACTING, act_at, agent_of, known_act
from detente.read.statements.attribution import Attribution
from detente.read.statements.attributions import channel_noun, channel_words
from detente.read.statements.force import Force, dropping, force
from detente.read.statements.gate import confidence
from detente.read.statements.lettings import (
    LETTING_ACTS,
    lets_look,
    letting_of_deed,
    ruled_on,
)
from detente.read.statements.propositions import proposition
from detente.read.statements.several import by_each, joined_sources, of_each
from detente.read.who.mentions import Story
from detente.read.who.referents import Who


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the attribution it was made from."""

    statement: Statement
    found: Attribution


def stated(story: Story, attributed: list[Attribution]) -> Iterator[Said]:
    """Make the statements of a paragraph out of its attributions, in their order."""
    previous: Source | None = None
    for found in attributed:
        if _only_labels(story, found):
            continue
        source = _source(story, found, previous)
        if not _plausible(found, source):
            continue
        if found.doubtful and (source is None or source.party is None or source.person):
            continue
        sources = joined_sources(story, found)
        speaking: list[Source | None] = [*sources] or [source]
        for each in speaking:
            told = propositions_of(story, found, each)
            statement = Statement(
                document=story.document,
                source=each,
                cue=found.cue_span,
                content=tuple(found.content),
                manner=found.manner,
                attitude=found.attitude,
                strength=found.strength,
                confidence=confidence(found),
                channel=_channel(story, found),
                propositions=of_each(told, sources, each, story.text) if each and sources else told,
            )
            yield Said(statement, found)
        if source is not None:
            previous = source


def _only_labels(story: Story, found: Attribution) -> bool:
    """Whether it is the colon of a label: what its speaker says is read sentence by sentence."""
    if found.cue.text != ":" or not story.voices.speaks_for(found.passage):
        return False
    return found.cue.end <= story.voices.told_from(found.passage)


def _source(story: Story, found: Attribution, previous: Source | None) -> Source | None:
    if found.source is None or found.source_span is None:
        return previous if found.inherits and _participle(found) else None
    who = story.who(found.passage, found.source)
    if (
        previous is not None
        and found.inherits
        and who.party is None
        and who.person is None
        and _participle(found)
    ):
        # "According to Barrack, the talks went well, adding that ...": a thing says nothing.
        return previous
    if who.party is None and who.person is None and found.source.lemma in _PAPERS:
        who = _writer(story, found) or who
    if who.party is None and who.person is None:
        who = _whose(story, found) or who
    if _several(story, found, who.party) or found.source.lemma in _TREATIES:
        who = replace(who, party=None, kind=None, person=None)
    person = who.person
    span = found.source_span
    return Source(
        span=_named_span(story, found.passage, found.source, span),
        party=who.party,
        kind=who.kind,
        person=person.name if person is not None else None,
        office=person.office if person is not None else _office(story, span),
        speaker=who.speaker if who.speaker is not None else _antecedent(found, span),
    )


_PAPERS = word_class("writings") | word_class("utterances")
_TREATIES = word_class("treaties")


def _writer(story: Story, found: Attribution) -> Who | None:
    """Whose word a paper is: of "Oslo's letter demands", "the note from Oslo says" Oslo's."""
    assert found.source is not None
    whose = clauses.child(found.source, "poss")
    if whose is None:
        whose = clauses.complement_of(found.source, "from", "by", "of")
    who = story.who(found.passage, whose) if whose is not None else None
    return who if who is not None and who.party is not None else None


def _whose(story: Story, found: Attribution) -> Who | None:
    """Of "Oslo, whose government said" Oslo."""
    assert found.source is not None
    whose = clauses.child(found.source, "poss")
    if whose is None or whose.tag_ != "WP$":
        return None
    clause = next((a for a in found.source.ancestors if a.dep_ in ("relcl", "acl")), None)
    who = story.who(found.passage, clause.head) if clause is not None else None
    return who if who is not None and who.party is not None else None


def _antecedent(found: Attribution, span: Span) -> Span | None:
    """What a relative pronoun that is the source stands for: "Ada Bell, who said ..."."""
    assert found.source is not None
    if found.passage.token_span(found.source).start == span.start:
        return None
    relative = found.passage.within(span)[0].tag_ in ("WP", "WDT")
    return found.passage.span(*clauses.noun_extent(found.source)) if relative else None


# A thing can pose as the subject of these: "the system does not threaten anybody".
_OF_PEOPLE = frozenset(
    {"threatens", "offers", "promises", "demands", "hopes", "praises", "refuses"}
)


def _plausible(found: Attribution, source: Source | None) -> bool:
    """Whether the source is somebody, where the cue alone does not make sure of it."""
    said = found.frame == "clause" and found.attitude not in _OF_PEOPLE
    if source is None or source.party or source.person or said:
        return True
    if found.manner != "indirect" or found.source is None:
        return True
    named = found.source.pos_ in ("PROPN", "PRON") and not any(
        any(c.isdigit() for c in t.text) for t in found.source.subtree
    )
    return named or is_people(found.source)


def is_people(noun: Token) -> bool:
    """Whether a noun means people, and not a paper or a thing."""
    word = noun.lower_
    return (
        word in gazetteer().anonymous
        or gazetteer().title_in(word) is not None
        or noun.lemma in _PEOPLE
        or noun.lemma in _SPEAKING
    )


_PEOPLE = word_class("people")
_SPEAKING = word_class("media")


def _several(story: Story, found: Attribution, party: str | None) -> bool:
    """Whether the source joins parties: what they say together is not the word of the first."""
    assert found.source is not None
    others = clauses.conjuncts(found.source)[1:]
    return any(story.who(found.passage, o).party not in (None, party) for o in others)


def _participle(found: Attribution) -> bool:
    return found.cue.dep_ == "advcl" and found.cue.tag_ in ("VBG", "VBN")


def _named_span(story: Story, passage: Passage, token: Token, span: Span) -> Span:
    """Source as worded, without a clause that only tells more of it."""
    for c in clauses.children(token, "relcl", "acl", "advcl"):
        first, _ = clauses.extent(c)
        if passage.start + first.idx > span.start:
            stop = passage.start + first.idx
            kept = story.text[span.start : stop].rstrip(" ,")
            span = Span(start=span.start, end=span.start + len(kept))
    return span


def _office(story: Story, span: Span) -> str | None:
    words = span.of(story.text)
    return words if story.names.known.title_in(words) is not None and len(words) < 100 else None


def _channel(story: Story, found: Attribution) -> str | None:
    """Where it was said: an agency told, a platform posted on, an occasion."""
    occasion = None
    for _, span in channel_words(found):
        named = [m for m in story.names.known.find(span.of(story.text)) if m.party.channel]
        if named:
            return named[-1].party.name
        noun = channel_noun(span.of(story.text))
        platform = re.search(
            r"\bon (X|Twitter|Telegram|Facebook|Truth Social)\b", span.of(story.text)
        )
        if platform:
            return platform[1]
        occasion = occasion or noun
    if occasion is None:
        return None
    return occasion


def propositions_of(
    story: Story, found: Attribution, source: Source | None
) -> tuple[Proposition, ...]:
    """What the content of an attribution says is done, "we" being its source."""
    told = (as_spoken(story, found, p, source) for p in _propositions(story, found))
    return tuple(_given_by_speaker(_let_by_speaker(p, source), source, story.text) for p in told)


def as_spoken(
    story: Story, found: Attribution | None, made: Proposition, source: Source | None
) -> Proposition:
    """What is said to be done, with "we" and "the government" taken for whoever says it."""
    made = first_person(made, source, story.text)
    if found is None or (found.manner == "indirect" and not _own_voice(story, found, source)):
        return made
    return own_government(made, source, story.text)


def _own_voice(story: Story, found: Attribution, source: Source | None) -> bool:
    """Whether a paragraph is in the voice of the party to which something in it is attributed."""
    if source is None or source.party is None:
        return False
    voice = story.voices.speaker(found.passage)
    return source.party in (voice.party, *(p.party for p in voice.persons))


def _propositions(story: Story, found: Attribution) -> Iterator[Proposition]:
    for passage in (found.passage, *found.reach):
        yield from _propositions_in(story, found, passage)


def _propositions_in(story: Story, found: Attribution, passage: Passage) -> Iterator[Proposition]:
    seen: set[tuple[int, int, str]] = set()
    heads = {h.i for h in found.heads if h.doc is passage.doc}
    cue = found.cue.i if passage is found.passage else -1
    end = passage.end
    own = [piece for piece in found.content if passage.start <= piece.start < end]
    tokens = [t for piece in own for t in passage.within(piece) if t.i != cue]
    for token in tokens:
        if token.pos_ not in ACTING:
            continue
        at = act_at(token) if token.i in heads or _asked(token, heads) else known_act(token)
        if at is None and (_borne(token, heads) or _of_a_dropped_plan(token, heads)):
            at = act_at(token)
        if token.i in heads and found.frame == "object" and ruled_on(found.cue) is token:
            at = letting_of_deed(token)
        if at is None:
            continue
        if found.frame != "clause" and not _below(token, heads):
            continue
        if found.attitude in _WISHING and _only_describes(token, heads):
            continue
        if token.i not in heads and token.dep_ == "pobj" and token.head.lower_ == "against":
            continue  # "will go to court against the seizure" does not say that it seizes
        asked = token.i in heads or _joined_to(token, heads)
        agent = found.agent if asked and not lets_look(at) else None
        made = proposition(story, passage, at, agent=agent, ordered=_settles_agent(found))
        if agent is not None and made.agent is None:
            made = replace(made, agent=story.actor(passage, agent))
        made = _clipped(_put(story, passage, made, force(token, heads)), own)
        if _honoured(token, heads):
            made = replace(made, modality=clauses.modality(token.head.head))
        key = (made.span.start, made.span.end, made.act)
        if key not in seen:
            seen.add(key)
            yield from by_each(story, passage, made, agent or agent_of(at))


def _settles_agent(found: Attribution) -> bool:
    """Whether who does it goes before what the clause says.

    Of "said Lima was late and vowed to leave" the leaving is whoever vowed it's.
    """
    joined = found.cue.dep_ == "conj" and clauses.child(found.cue, "nsubj") is None
    return found.frame == "order" or (found.frame == "infinitive" and joined)


def _joined_to(token: Token, heads: set[int]) -> bool:
    """Whether it is asked of the same: of "called on Oslo to pay and to leave" the leaving."""
    if clauses.modality(token) is not None:
        return False
    while token.dep_ == "conj" and clauses.child(token, "nsubj", "nsubjpass") is None:
        token = token.head
        if token.i in heads:
            return True
    return False


def _asked(token: Token, heads: set[int]) -> bool:
    """Whether it is what a request asks: of "rejected a demand to leave" the leaving."""
    above = token.head
    if clauses.pointed_at(token) is not None and above.head.i in heads:
        return True  # "is something they will not do"
    if _honoured(token, heads):
        return True
    if token.dep_ == "pcomp" and above.head.i in heads:
        return above.head.lemma in _SUGGESTED and above.lower_ in ("for", "of")
    if above.i not in heads:
        return False
    if above.lemma in _REQUESTS and token.dep_ in ("acl", "ccomp", "relcl"):
        return True
    if above.lemma in _BEGINNING and token.dep_ == "xcomp":
        return True
    if above.lemma not in _ASKING or token.dep_ not in ("xcomp", "ccomp"):
        return False
    own = clauses.child(above, "nsubj")  # "we expect Oslo to leave", inside quotation marks
    return own is not None and own.lower_ in ("i", "we") and clauses.has_to(token)


def _of_a_dropped_plan(token: Token, heads: set[int]) -> bool:
    """Whether it was planned and will not be: of "drop its plan to repaint it" the repainting."""
    plan = token.head
    if token.dep_ != "acl" or not clauses.has_to(token) or plan.lemma not in _PLANS:
        return False
    dropped = dropping(plan)
    return dropped is not None and dropped.i in heads


def _borne(token: Token, heads: set[int]) -> bool:
    """Whether words above say it is willed or owed: of "will have to repaint it" the repainting."""
    if token.pos_ != "VERB" or token.dep_ not in _COMPLETING:
        return False
    if token.dep_ == "conj":
        return _shares_its_head(token, heads)
    if token.dep_ != "csubj" and not clauses.has_to(token) and not _wanted_done(token):
        return False
    above = token.head
    for _ in range(_STEPS):
        if above.i in heads:
            put = force(token, heads)
            hoped = put.modality == "want" and not _wants(token)
            return put.modality in _BEARING and not put.left_open and not hoped
        above = above.head
    return False


def _shares_its_head(token: Token, heads: set[int]) -> bool:
    """Whether it is said with what is said: of "must clear the road and repaint it" the second.

    With a subject or an auxiliary of its own it must be willed: "Oslo must move it or Lima will tow
    it away", "it is needed and will stay".
    """
    while token.dep_ == "conj" and token.head.pos_ in ACTING:
        own = clauses.child(token, "nsubj", "nsubjpass", "expl") is not None
        described = token.head.pos_ == "AUX"
        alike = token.tag_ == token.head.tag_ and not described
        willed = (own or _bears_itself(token)) and clauses.modality(token) in _BEARING
        if (own and described) or not (willed or (alike and not own)):
            return False
        token = token.head
        if token.i in heads:
            return True
    return False


def _bears_itself(token: Token) -> bool:
    """Whether a modal stands with it, and not only with what it is joined to."""
    return any(c.tag_ == "MD" for c in clauses.children(token, "aux"))


_COMPLETING = frozenset({"acl", "conj", "ccomp", "csubj", "relcl", "xcomp"})


def _wants(token: Token) -> bool:
    """Whether the words above want a deed, and do not only hope for it."""
    return any(a.lemma in ("like", "need", "want", "wish") for a in token.ancestors)


def _wanted_done(token: Token) -> bool:
    """Of "we want the channel dredged" the dredging."""
    return token.tag_ == "VBN" and token.dep_ == "ccomp" and token.head.lemma in _HAVING_DONE


_STEPS = 3  # words between an act and the head of what is said
_BEARING = frozenset({"must", "should", "want", "will", "would"})
_ASKING = word_class("asking_verbs")
# Of "begin to remove it" the removing is what is done.
_BEGINNING = frozenset({"begin", "commence", "continue", "hasten", "hurry", "proceed", "start"})


def _honoured(token: Token, heads: set[int]) -> bool:
    """Of "should honour its promise to leave" the leaving."""
    promise = token.head
    kept = promise.head.lemma in _HONOURING and promise.head.i in heads
    return token.dep_ == "acl" and promise.lemma in _COMMITMENTS and kept


_REQUESTS = word_class("requests")
_SUGGESTED = _REQUESTS | {"idea", "plan", "proposal"}
_COMMITMENTS = word_class("commitments")
_HONOURING = frozenset({"fulfil", "fulfill", "honor", "honour", "keep", "respect"})


def _clipped(made: Proposition, content: list[Span]) -> Proposition:
    """Cut what an act is done to where the content ends: a tag after it is no part of it."""

    def within(actor: Actor | None) -> Actor | None:
        if actor is None:
            return None
        span = actor.span
        piece = next((c for c in content if c.start <= span.start < c.end), None)
        if piece is None or span.end <= piece.end:
            return actor
        return replace(actor, span=Span(start=span.start, end=piece.end))

    thing, complement = within(made.object), within(made.complement)
    if thing is made.object and complement is made.complement:
        return made
    return replace(made, object=thing, complement=complement)


def _put(story: Story, passage: Passage, made: Proposition, put: Force) -> Proposition:
    """Give an act the polarity and mood that the words above it give it."""
    doer = None if put.told else made.agent
    if put.doer is not None:
        doer = story.actor(passage, put.doer)
    modality = None if put.left_open else put.modality or made.modality
    if (made.polarity == "negative") == put.negative and modality == made.modality:
        return made if doer is made.agent else replace(made, agent=doer)
    polarity: Polarity = "negative" if put.negative else "positive"
    return replace(made, polarity=polarity, modality=modality, agent=doer)


def _let_by_speaker(made: Proposition, source: Source | None) -> Proposition:
    """Who says that another is not let, with nobody named who lets, is the one who does not."""
    whom = made.complement
    if made.act not in LETTING_ACTS or made.agent is not None or whom is None or source is None:
        return made
    party = whom.party or whom.of
    if source.party is None or party in (None, source.party) or made.modality == "must":
        return made
    return replace(made, agent=Actor(span=source.span, party=source.party, kind=source.kind))


def _given_by_speaker(made: Proposition, source: Source | None, text: str) -> Proposition:
    """Of "Oslo would get the files, Lima said" that Lima gives them: who gets decides nothing."""
    getting, thing = made.agent, made.object
    if made.act not in _GETTING or getting is None or thing is None or source is None:
        return made
    if None in (source.party, getting.party) or source.party == getting.party:
        return made
    if made.modality not in ("will", "would"):
        return made
    words = thing.span.of(text).lower().split()
    act = inventory().of_verb(_GETTING[made.act], [words[-1], words[-1].removesuffix("s")])
    if act is None or not act.objects or act.family is None:
        return made
    return replace(
        made, act=act.name, complement=getting,
        agent=Actor(span=source.span, party=source.party, kind=source.kind),
    )  # fmt: skip


# What others do for whoever gets something, and gets it back.
_GETTING = {"get": "give", "receive": "give", "get back": "give back"}
_PLANS = word_class("plans")
_FIRST_PERSON = frozenset({"we", "us", "our", "i"})


def first_person(made: Proposition, source: Source | None, text: str) -> Proposition:
    """In a quotation "we" is the party of whoever is quoted, and so is whoever offers to do it."""
    if source is None or source.party is None:
        return made

    def meant(actor: Actor | None) -> Actor | None:
        if actor is None or actor.party:
            return actor
        words = actor.span.of(text)
        none = actor is made.agent and _none_of_us(made, words, source.party)
        if actor.span != source.span and words.lower() not in _FIRST_PERSON and not none:
            return actor
        return replace(actor, party=source.party, kind=source.kind)

    before = made.agent, made.object, made.complement
    agent, thing, complement = tuple(map(meant, before))
    if agent is not None and _itself(made, agent, text):
        agent = replace(agent, party=source.party, kind=source.kind)
    after = agent, thing, complement
    if all(one is other for one, other in zip(before, after, strict=True)):
        return made
    return replace(made, agent=agent, object=thing, complement=complement)


def _none_of_us(made: Proposition, words: str, party: str | None) -> bool:
    """Whether it speaks of the own side: "nobody in Lima wants to close it, the minister said"."""
    if made.polarity != "negative" or made.modality not in _WILLED:
        return False
    if _NONE_OF_US.fullmatch(words) is None:
        return False
    return all(match.party.code == party for match in gazetteer().find(words))


_NONE_OF_US = re.compile(
    r"(?:nobody|no one|no-one|none of us)(?: (?:here|(?:in|at) (?:the |my |our )?[\w’' -]{2,30}))?",
    re.I,
)
_WILLED = frozenset({"want", "will"})


# What an official calls the own side by, whomever the text spoke of before.
_OWN_SIDE = frozenset(
    f"{whose} {body}"
    for whose in ("the", "this", "our", "my")
    for body in (
        "administration",
        "cabinet",
        "country",
        "government",
        "nation",
        "republic",
        "state",
    )
    if whose != "the" or body in ("administration", "cabinet", "government")
)


def own_government(made: Proposition, source: Source | None, text: str) -> Proposition:
    """In a quotation "the government" is that of whoever is quoted."""
    agent = made.agent
    if source is None or source.party is None or agent is None or agent.party == source.party:
        return made
    if agent.span.of(text).lower() not in _OWN_SIDE:
        return made
    return replace(made, agent=replace(agent, party=source.party, kind=source.kind))


def _itself(made: Proposition, agent: Actor, text: str) -> bool:
    """Whether it is the speaker's: "It will withdraw the case, the French ministry said"."""
    return agent.span.of(text) == "It" and made.modality in ("will", "would")


def _below(token: Token, heads: set[int]) -> bool:
    """Whether an act is what was refused or offered, and not only mentioned beside it."""
    for _ in range(8):
        if token.i in heads:
            return True
        if token.dep_ == "relcl" and not clauses.has_to(token):
            return False
        if token.dep_ not in (
            "conj",
            "xcomp",
            "ccomp",
            "acl",
            "dobj",
            "relcl",
            "nsubjpass",
            "pcomp",
        ):
            return token.dep_ in ("pobj", "prep") and (
                _measured(token, heads) or _brought_about(token, heads)
            )
        token = token.head
    return False


def _only_describes(token: Token, heads: set[int]) -> bool:
    """Of "lift tariffs imposed in March", "free the men held in Lima" what was done before.

    "Wants the tariffs lifted" and "has the men freed" are parsed alike, but are asked themselves.
    """
    if token.dep_ != "acl" or token.tag_ != "VBN" or token.i in heads:
        return False
    if clauses.child(token, "nsubj", "nsubjpass", "mark", "auxpass") is not None:
        return False  # "the demand that she be freed"
    noun = token.head
    wished = noun.dep_ == "dobj" and noun.head.lemma in _HAVING_DONE
    return not wished and not clauses.has_to(token)


# Verbs of which what follows their object is to be done to it: "wants the ban lifted".
_HAVING_DONE = frozenset({"get", "have", "like", "need", "see", "want", "wish"})
# Attitudes to what is to be done; of what was done before nobody has these.
_WISHING = frozenset(
    {"accepts", "conditions", "demands", "hopes", "offers", "promises", "refuses", "threatens"}
)


def _brought_about(token: Token, heads: set[int]) -> bool:
    """Of "asked Lima to arrange for the release" the release."""
    preposition = token.head if token.dep_ == "pobj" else token
    verb = preposition.head
    return verb.i in heads and verb.lemma in _ARRANGING and preposition.lower_ in _FOR


_ARRANGING = word_class("arranging") | word_class("beginning")
_FOR = frozenset({"by", "for", "to", "with"})


def _measured(token: Token, heads: set[int]) -> bool:
    """Of "an end to the filling" the filling: what hangs on the head by "of", "to" or "on"."""
    preposition = token.head if token.dep_ == "pobj" else token
    above = preposition.head
    return (
        preposition.lower_ in ("of", "to", "on", "for")
        and above.i in heads
        and above.pos_ == "NOUN"
    )
