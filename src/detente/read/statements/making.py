"""The attribution of a cue with one complement: its attitude, its doer and what it says."""

from detente.domain.evidence import Span
from detente.lexicon.cues import Cue, Frame
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.leaves import is_leave
from detente.read.grammar.tokens import Token
from detente.read.statements.act_frames import done_by_others
from detente.read.statements.attribution import Attribution
from detente.read.statements.contents import content_of, judged_until
from detente.read.statements.frames import tag_source, tag_start, tail, told_from
from detente.read.statements.sources import source_of, source_span
from detente.read.statements.stances import asked_in, not_had, of_no_use

# What a cue comes to when it is negated: "did not rule out", "is not ready to".
_NEGATED = {
    "offers": ("refuses", None), "accepts": ("refuses", None), "promises": ("refuses", None),
    "refuses": ("offers", 0.3), "hopes": ("denies", None), "expects": ("denies", None),
    "believes": ("denies", None), "threatens": ("denies", None), "denies": ("asserts", 0.4),
    "demands": ("mentions", None), "praises": ("accuses", None), "accuses": ("asserts", None),
}  # fmt: skip
# Adjectives of a noun cue as the adverbs that the scale of strengths knows.
_ADJECTIVE_ADVERBS = {
    "repeated": "repeatedly", "firm": "firmly", "categorical": "categorically", "flat": "flatly",
    "repeat": "repeatedly",
    "strong": "strongly", "consistent": "consistently", "continued": "consistently",
    "constant": "consistently", "tentative": "tentatively", "cautious": "cautiously",
}  # fmt: skip
_ENTERTAINING = word_class("entertaining")
_OPEN_TO_IT = 0.45  # how strongly one offers what one would only consider
_PLANNING = frozenset({"plan", "envisage", "intend", "propose", "think of", "study", "examine"})
_UNHEEDING = word_class("unheeding")
_ASKED_FOR = word_class("requests") | word_class("demands")
_LIKING = frozenset({"like", "love"})
_WISHED = 0.55  # as strongly as one wants something
_UNWILLING = 0.6  # and as one does not want to do it
_OPEN_YET = frozenset({"decide", "settle", "vote"})
UNCOMMITTED = ("mentions", scale().strength("mentions", None, []))
_CLAIMS = word_class("claim_nouns")
_SUGGESTED = word_class("requests") | {"idea", "notion", "proposal", "suggestion"}


def attribution(
    passage: Passage,
    token: Token,
    preposition: Token | None,
    cue: Cue,
    frame: Frame,
    heads: list[Token],
) -> Attribution:
    """Make the attribution of a cue with one complement."""
    attitude, strength = _attitude(token, cue, frame, heads)
    source = None if token.pos_ == "NOUN" else source_of(token, preposition)
    if source is None and frame == "object" and attitude in ("refuses", "accepts"):
        source = asked_in(heads[0])
    if source is None and token.lemma in _FELT and clauses.is_passive(token):
        being = child(token, "auxpass")  # "is set against lifting it"
        source = child(token, "nsubjpass", "nsubj") or (being and child(being, "nsubj"))
    tagged = frame == "clause" and len(heads) == 1 and tail(token) is heads[0]
    if tagged:
        source = tag_source(token)
    found = Attribution(
        passage=passage,
        cue=token,
        cue_span=_cue_span(passage, token, preposition),
        content=[],
        attitude=attitude,
        strength=strength,
        source=source,
        source_span=source_span(passage, token, source, tagged=tagged),
        heads=heads,
        agent=_agent(token, source, preposition, frame, heads),
        frame=frame,
        inherits=source is None or child(token, "nsubj", "agent") is None,
        entry=cue,
        tagged=tagged,
    )
    found.content = _content(found, preposition)
    if tagged or (frame == "clause" and heads and heads[0].i < token.i):
        _add_what_follows(found)
    return found


_FELT = frozenset({
    "bend", "commit", "dedicate", "dispose", "incline", "oppose", "reconcile", "resign", "set",
})  # fmt: skip


def _add_what_follows(found: Attribution) -> None:
    """Add to "the road is shut, Oslo said: it must open" what stands after the colon."""
    cue = found.cue
    after = [c for c in children(cue, "ccomp") if c.i > cue.i]
    if after and cue.i + 1 < after[0].i and cue.doc[cue.i + 1].text == ":":
        found.heads = [*found.heads, after[0]]
        found.content = [*found.content, found.passage.span(*clauses.extent(after[0]))]


def _attitude(token: Token, cue: Cue, frame: Frame, heads: list[Token]) -> tuple[str, float]:
    attitude = cue.frames[frame]
    if attitude == "praises" and frame == "infinitive" and clauses.modality(token) is not None:
        # "Would be happy to lift it" offers; "is happy to see it lifted" praises.
        attitude = "offers"
    if attitude == "asks" and frame == "clause" and any(map(clauses.subjunctive, heads)):
        attitude = "demands"  # "asked that it be lifted"
    strength, words = cue.strength, [_ADJECTIVE_ADVERBS.get(a, a) for a in _adverbs(token)]
    if token.lemma in _LIKING and frame == "object" and clauses.modality(token) == "would":
        attitude, strength = "hopes", _WISHED  # "would like them back"
    if token.lemma in _ENTERTAINING and clauses.modality(token) is not None and frame != "clause":
        attitude, strength = "offers", _OPEN_TO_IT  # "would consider lifting it"
    considered = token.lemma in _ENTERTAINING | _PLANNING and frame in _OF_DEEDS
    if considered and _now_not(token):
        return "refuses", scale().strength("refuses", _OPEN_TO_IT, words)
    if attitude == "mentions" and token.lemma in _UNHEEDING and heads[0].lemma in _ASKED_FOR:
        attitude = "refuses"  # "ignored every appeal to lift it"
    if attitude in ("hopes", "demands") and frame == "object" and _nothing(heads[0]):
        # "Wants nothing to do with its lifting."
        return "refuses", scale().strength("refuses", None, words)
    if attitude == "denies" and frame == "object" and len(children(token, "dobj", "dative")) > 1:
        attitude = "refuses"  # "denied Oslo the release"
    if attitude == "denies" and frame == "object" and is_leave(heads[0]):
        attitude = "refuses"  # "denied Oslo permission to land"
    if attitude == "refuses" and frame == "object" and heads[0].lemma in _CLAIMS:
        attitude = "denies"  # "rejected reports that it would close it"
    if attitude == "denies" and frame == "object" and heads[0].lemma in _SUGGESTED:
        attitude = "refuses"  # "dismissed the idea of lifting it", "dismissed the demand"
    if attitude == "asserts" and frame == "clause" and _unsaid(token, heads):
        attitude, strength = UNCOMMITTED
    if attitude == "hopes" and frame == "infinitive" and _withheld(token):
        return "refuses", scale().strength(
            "refuses", _UNWILLING, words
        )  # "does not want to lift it"
    if attitude == "demands" and _unwanted(token):
        # "Does not want it reopened": who wants nothing says so, who asks for nothing is silent.
        return "refuses", scale().strength("refuses", _UNWILLING, words)
    if attitude == "hopes" and frame == "infinitive" and done_by_others(heads[0]):
        attitude = "demands" if token.lemma in _WANTING_IT else attitude  # "wants to see it lifted"
    if attitude in _NEGATED and _withheld(token):
        # Who has not decided says neither yes nor no.
        attitude, strength = UNCOMMITTED if token.lemma in _OPEN_YET else _NEGATED[attitude]
        words = [w for w in words if w not in ("never", "not")]
    if token.lemma == "insist" and frame == "clause" and not _wanted_so(heads):
        attitude, strength = "asserts", None
    return attitude, scale().strength(attitude, strength, words)


def _unwanted(token: Token) -> bool:
    """Whether something is not wanted, and not only wanted no longer."""
    if token.lemma not in _WISHED_FOR or "longer" in clauses.adverbs(token):
        return False
    return clauses.negated(token)


def _nothing(head: Token) -> bool:
    """Whether nothing at all is wanted, and not "nothing but" or "nothing less than"."""
    after = head.doc[head.i + 1 : head.i + 3]
    return head.lower_ == "nothing" and not any(t.lower_ in _BUT for t in after)


_BUT = frozenset({"but", "except", "less", "more", "other", "short"})


def _now_not(token: Token) -> bool:
    """Whether it is told that something is not being done now: "is not considering"."""
    return token.tag_ == "VBG" and token.pos_ == "VERB" and clauses.negated(token)


_OF_DEEDS = frozenset({"gerund", "object", "infinitive"})


def _unsaid(token: Token, heads: list[Token]) -> bool:
    """Whether nobody said it: "never said that it would lift it"."""
    below = bool(heads) and heads[0].head.i == token.i and heads[0].i > token.i
    return below and token.lemma in _SAYING and clauses.negated(token)


_SAYING = frozenset({
    "announce", "claim", "confirm", "declare", "hint", "imply", "indicate", "say", "state",
    "suggest",
})  # fmt: skip


def _withheld(token: Token) -> bool:
    """Whether a cue tells of what was not said or done: "gave no pledge", "has yet to agree"."""
    if token.pos_ == "NOUN":
        if of_no_use(token) is not None:
            return False  # that there is none of it is what refuses
        return not_had(token) or any(d.lemma == "no" for d in children(token, "det"))
    if clauses.negated(token):
        return True
    above = token.head
    if token.dep_ == "xcomp" and above.lemma in ("have", "be"):
        return any(a.lower_ == "yet" for a in children(above, "advmod"))
    short = token.dep_ == "pcomp" and above.lower_ == "of" and above.head.lower_ == "short"
    return short and above.head.head.lemma in ("stop", "fall")


def _wanted_so(heads: list[Token]) -> bool:
    """Whether a clause says what shall be: "insist that it leave", "that it must leave"."""
    return any(clauses.subjunctive(h) or clauses.modality(h) in ("must", "should") for h in heads)


def _agent(
    cue: Token, source: Token | None, preposition: Token | None, frame: Frame, heads: list[Token]
) -> Token | None:
    """Who is to do what an infinitive or gerund says."""
    if frame in ("clause", "object", "predicate"):
        return None
    if frame in ("infinitive", "gerund") and done_by_others(heads[0]):
        return None  # "wants to see it lifted"
    if frame == "gerund" and child(heads[0], "nsubjpass") is not None:
        return None  # "insists on the ban being lifted"
    if frame != "order":
        return source
    agent = clauses.controlled(heads[0]) or child(heads[0], "nsubj")
    if agent is None and preposition is None:
        agent = child(heads[0].head, "nsubjpass")  # "was told to lift it"
    if agent is None and preposition is not None and not dated(preposition):
        return child(preposition, "pobj")
    # "Has urged Oslo for months to lift it", with the lifting below the months.
    return agent if agent is not None else child(cue, "dobj", "dative")


def _content(found: Attribution, preposition: Token | None) -> list[Span]:
    passage, token, frame = found.passage, found.cue, found.frame
    if found.tagged:
        start = tag_start(token)
        assert start is not None
        told = [t for t in token.doc[told_from(token, start) : start] if not t.is_space]
        return [passage.span(*clauses.trimmed(told))]
    if frame == "predicate":
        return [passage.span(found.heads[0].left_edge, judged_until(token, found.heads[0]))]
    if frame == "object" and token.lemma == "accuse":
        of = next((p for p in children(token, "prep") if p.lemma == "of"), None)
        if of is not None:
            inner = child(of, "pcomp", "pobj")
            span = passage.span(clauses.extent(found.heads[0])[0], clauses.extent(of)[1])
            found.agent = found.heads[0]
            found.heads = [inner] if inner is not None else found.heads
            return [span]
    content: list[Span] = []
    for head in found.heads:
        piece = content_of(passage, head, token, frame)
        if not any(each.covers(piece) for each in content):  # things of a list hang on the first
            content.append(piece)
    if frame == "object" and token.lemma in _WISHING and content:
        content[0] = _with_back(passage, content[0])
    if frame == "object" and preposition is None and content:
        content[0] = _with_as(passage, token, found.heads[0], content[0])
    if frame == "order" and content:
        named = _told(found.agent, token, found.heads[0])
        if named is not None:
            content[0] = passage.span(named.left_edge, passage.within(content[0])[-1])
    return content + raised(found)


_WISHED_FOR = word_class("wishing_verbs")
# Who wants to see something done asks for it; who hopes to see it done hopes.
_WANTING_IT = frozenset({"desire", "like", "want", "wish"})
_WISHING = _WISHED_FOR | {"demand", "need"}


def _with_back(passage: Passage, content: Span) -> Span:
    """Content with the "back" of "wants its ships back"."""
    first, last = passage.within(content)[0], passage.within(content)[-1]
    after = last.doc[last.i + 1 : last.i + 2]
    back = bool(after.text) and after.text.lower() in ("back", "home")
    return passage.span(first, last.nbor(1)) if back else content


def _with_as(passage: Passage, cue: Token, head: Token, content: Span) -> Span:
    """Content with what the object is taken for: "dismissed the plan *as “a joke”*"."""
    for p in children(cue, "prep"):
        between = cue.doc[head.right_edge.i + 1 : p.i]
        if p.lower_ == "as" and p.i > head.i and all(t.is_punct for t in between):
            return passage.span(passage.within(content)[0], clauses.extent(p)[1])
    return content


def _told(agent: Token | None, cue: Token, head: Token) -> Token | None:
    """Who is to do it, where named between the cue and the infinitive: "urged *Oslo* to sign"."""
    if agent is None or not cue.i < agent.i < head.i:
        return None
    return agent


def raised(found: Attribution) -> list[Span]:
    """Words before the cue that the content lacks.

    Of "a move Washington said posed risks" the words "a move"; of "Oslo is expected to sign"
    and "Oslo seems to agree" the word "Oslo".
    """
    passage, verb, heads = found.passage, found.cue, found.heads
    if not heads or verb.pos_ == "NOUN":
        return []
    if (
        found.frame == "clause"
        and verb.dep_ == "relcl"
        and child(heads[0], "nsubj", "nsubjpass") is None
    ):
        return [passage.span(*clauses.noun_extent(verb.head))]
    if found.frame in ("infinitive", "order") and found.source is None:
        own = child(verb, "nsubjpass", "nsubj")
        if own is not None and own.i < verb.i:
            return [passage.span(*clauses.extent(own))]
    return []


def _adverbs(token: Token) -> list[str]:
    found = clauses.adverbs(token)
    found += [a.lemma for v in children(token, "aux") for a in children(v, "advmod")]
    return found


def _cue_span(passage: Passage, token: Token, preposition: Token | None) -> Span:
    last = token
    for c in (*children(token, "prt"), *([preposition] if preposition is not None else [])):
        if c.i > last.i and c.i - token.i <= 3:
            last = c
    first = next(iter(children(token, "aux", "auxpass", "neg")), token)
    first = first if first.i < token.i else token
    if first.i != token.i and any(
        t.dep_ in ("nsubj", "nsubjpass") for t in passage.doc[first.i : token.i]
    ):
        first = token
    return passage.span(first, last)


def dated(preposition: Token | None) -> bool:
    """Whether what follows a preposition is a day: "insisted *on Friday* that they leave"."""
    target = child(preposition, "pobj") if preposition is not None else None
    return target is not None and target.ent_type_ in ("DATE", "TIME")
