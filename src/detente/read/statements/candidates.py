"""Candidates for attribution: cues of the lexicon with a complement that they take.

Which of them attribute anything is decided afterwards, in :mod:`detente.read.statements.gate`.
"""

from collections.abc import Iterator

from detente.domain.evidence import Span
from detente.lexicon.cues import Cue, Frame, cue_verbs, cues
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.statements.contents import content_of, judged_until
from detente.read.statements.frames import frames, tag_source, tag_start, tail, told_from
from detente.read.statements.sources import source_of, source_span
from detente.read.statements.stances import aside, asked_in, of_no_use, wider_frames

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
_REPORTING = word_class("reporting")
_REPLIES = frozenset({"reply", "respond", "answer", "comment"})
_ENTERTAINING = word_class("entertaining")
_OPEN_TO_IT = 0.45  # how strongly one offers what one would only consider
_UNCOMMITTED = ("mentions", scale().strength("mentions", None, []))
_RAISING = word_class("raising")
_LINKING = word_class("linking")
_SUPPORTING = word_class("supporting")
_REQUESTS = word_class("requests")
_OF_NOUNS = ("for", "on", "about", "against", "of", "to", "over", "in", "with")


def is_cue(token: Token) -> bool:
    """Whether candidates may stand at a token; at most words none do."""
    part = token.pos_
    if part == "NOUN":
        return token.lemma in cues().nouns or of_no_use(token) is not None
    if part == "ADJ":
        return token.lower_ in cues().adjectives or token.lower_ == "according"
    if part == "ADV":
        return token.lower_ in cues().adverbs or token.lower_ == "according"
    if part in ("VERB", "AUX"):
        if token.lemma in cue_verbs() or token.lemma in _LINKING:
            return True
        return token.lower_ in cues().adjectives or token.lower_ == "according"
    if token.lower_ == "nothing":
        return of_no_use(token) is not None
    return token.text == ":" or token.lower_ == "according"


def candidates(passage: Passage, token: Token) -> Iterator[Attribution]:
    """Attributions whose cue stands at a token, likeliest reading first."""
    if token.pos_ in ("VERB", "AUX"):
        if token.lower_ == "according":
            yield from _according(passage, token)
            return
        if token.dep_ in ("aux", "auxpass") or _supposed(token):
            return
        if token.lower_ in cues().adjectives:
            yield from _felt(passage, token)
        yield from _verb(passage, token)
        if token.lemma == "make":
            yield from _conditioned(passage, token)
        if token.lemma in _LINKING:
            yield from _adjective(passage, token)
    elif token.pos_ == "NOUN" or token.lower_ == "nothing":
        if not _supposed_above(token):
            yield from _noun(passage, token)
    elif token.lower_ == "according":
        yield from _according(passage, token)
    elif token.pos_ == "ADJ":
        yield from _beside_a_name(passage, token)
    elif token.text == ":":
        yield from _labelled(passage, token)
    elif token.pos_ == "ADV":
        yield from _adverb(passage, token)


def _dropped(noun: Token) -> bool:
    """Whether what was threatened or asked is taken back: "dropped its threat to leave"."""
    above = noun.head
    return noun.dep_ == "dobj" and above.lemma in _DROPPING and not clauses.negated(above)


_DROPPING = word_class("dropping")
_RUMOURS = word_class("rumours")


def _supposed(token: Token) -> bool:
    """Whether it stands in an if-clause: "if it wants to return" is not yet a wish.

    Nor is what is only rumoured.
    """
    if token.dep_ in ("acl", "ccomp") and (token.head.lemma in _RUMOURS or _left_open(token.head)):
        return True
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in token.children)


def _left_open(noun: Token) -> bool:
    """Whether somebody denies a claim, or says nothing of it: "denied reports that it agreed"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun.lemma in _CLAIMS and above.lemma in _DOUBTING


_CLAIMS = word_class("claim_nouns")
_DOUBTING = frozenset({
    "comment", "confirm", "contradict", "deny", "discuss", "dismiss", "dispute", "question",
    "refute", "reject",
})  # fmt: skip


# What hangs on a clause as what it says or does, and so is supposed with it.
_WITH_IT = frozenset({"dobj", "ccomp", "xcomp", "conj", "acl", "pobj", "pcomp", "advcl"})


def _supposed_above(noun: Token) -> bool:
    """Of "unless they certify that it has given an assurance not to buy" the assurance."""
    token = noun
    while token.dep_ in _WITH_IT and token.head is not token:
        token = token.head
        if _supposed(token):
            return True
    return False


# --- verbs ---------------------------------------------------------------------------------


def _verb(passage: Passage, verb: Token) -> Iterator[Attribution]:
    for phrase, preposition in clauses.phrasings(verb):
        cue = cues().verbs.get(phrase)
        if cue is None or (_dated(preposition) and not phrase.endswith(" until")):
            continue
        for frame, heads in frames(verb, preposition, cue.frames):
            if frame not in cue.frames:
                continue
            found = attribution(passage, verb, preposition, cue, frame, heads)
            if frame == "infinitive" and any(h.lemma in _REPORTING for h in heads):
                # "Declined to be named" tells how the story was got, and refuses nothing.
                found.attitude, found.strength = _UNCOMMITTED
            elif clauses.negated(verb) and verb.lemma in _REPLIES:
                return
            elif frame == "object" and verb.lemma == "see" and clauses.has_to(verb):
                # "Hoped to see them home" is a hope and no view.
                return
            yield found


def _dated(preposition: Token | None) -> bool:
    """Whether what follows a preposition is a day: "insisted *on Friday* that they leave"."""
    target = child(preposition, "pobj") if preposition is not None else None
    return target is not None and target.ent_type_ in ("DATE", "TIME")


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
    if tagged:
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
    if token.lemma in _ENTERTAINING and clauses.modality(token) is not None and frame != "clause":
        attitude, strength = "offers", _OPEN_TO_IT  # "would consider lifting it"
    if attitude == "refuses" and frame == "object" and heads[0].lemma in _CLAIMS:
        attitude = "denies"  # "rejected reports that it would close it"
    if attitude == "asserts" and frame == "clause" and _unsaid(token, heads):
        attitude, strength = _UNCOMMITTED
    if attitude in _NEGATED and _withheld(token):
        attitude, strength = _NEGATED[attitude]
        words = [w for w in words if w not in ("never", "not")]
    if token.lemma == "insist" and frame == "clause" and not _wanted_so(heads):
        attitude, strength = "asserts", None
    return attitude, scale().strength(attitude, strength, words)


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
        return any(d.lemma == "no" for d in children(token, "det"))
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
    if frame != "order":
        return source
    agent = clauses.controlled(heads[0]) or child(heads[0], "nsubj")
    if agent is None and preposition is None:
        agent = child(heads[0].head, "nsubjpass")  # "was told to lift it"
    if agent is None and preposition is not None and not _dated(preposition):
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
    content = [content_of(passage, head, token, frame) for head in found.heads]
    if frame == "object" and preposition is None and content:
        content[0] = _with_as(passage, token, found.heads[0], content[0])
    if frame == "order" and content:
        named = _told(found.agent, token, found.heads[0])
        if named is not None:
            content[0] = passage.span(named.left_edge, passage.within(content[0])[-1])
    return content + _raised(found)


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


def _raised(found: Attribution) -> list[Span]:
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


# --- adjectives ----------------------------------------------------------------------------


def _conditioned(passage: Passage, verb: Token) -> Iterator[Attribution]:
    """Of "made the opening conditional on a release", wherever the parser hangs the adjective."""
    made = child(verb, "dobj", "nsubjpass")
    cue = cues().verbs.get("make conditional")
    after = [t for t in verb.subtree if t.i > verb.i and t.lemma in _CONDITIONAL]
    if made is None or cue is None or not after:
        return
    found = attribution(passage, verb, None, cue, "object", [made])
    found.content = [passage.span(made.left_edge, clauses.extent(verb)[1])]
    yield found


_CONDITIONAL = word_class("conditional")


def _adjective(passage: Passage, verb: Token) -> Iterator[Attribution]:
    adjective = child(verb, "acomp", "oprd") or _declared(verb)
    if adjective is None:
        return
    below = child(adjective, "xcomp", "ccomp", "advcl") or child(verb, "xcomp", "ccomp")
    preposition = None
    if below is None:
        preposition = child(adjective, "prep")
        below = preposition and child(preposition, "pcomp", "pobj")
    if below is None:
        return
    base = adjective.lemma
    cue = preposition and cues().adjectives.get(f"{base} {preposition.lemma}")
    cue = cue or cues().adjectives.get(base)
    frame = _adjective_frame(below)
    if cue is None or frame not in cue.frames:
        return
    found = attribution(passage, verb, None, cue, frame, [below])
    found.cue_span = passage.span(min(verb, adjective, key=_index), adjective)
    raised = base in _RAISING and frame == "infinitive"
    said_so = frame == "clause" and found.source is not None and found.source.lower_ == "it"
    if raised or said_so:
        # "It is clear that ...", "Oslo is likely to agree": it is the writer who says so.
        found.source = found.source_span = found.agent = None
        found.content = _with_subject(found) if raised else found.content
    yield found


def _beside_a_name(passage: Passage, adjective: Token) -> Iterator[Attribution]:
    """Of "Oslo, unwilling to lift it, ..." the refusal."""
    found = aside(adjective)
    if found is None:
        return
    who, frame, below = found
    cue = cues().adjectives[adjective.lower_]
    if frame in cue.frames and not clauses.negated(adjective):
        made = attribution(passage, adjective, None, cue, frame, [below])
        made.source = made.agent = who
        made.source_span = passage.span(*clauses.noun_extent(who))
        yield made


def _declared(verb: Token) -> Token | None:
    """Of "declared itself ready to" the adjective, which the parser takes for a clause."""
    clause = child(verb, "ccomp")
    own = child(clause, "nsubj") if clause is not None and clause.pos_ == "ADJ" else None
    return clause if own is not None and own.lower_.endswith(("self", "selves")) else None


def _felt(passage: Passage, verb: Token) -> Iterator[Attribution]:
    """Adjectives that the parser takes for passives: "is convinced that"."""
    cue = cues().adjectives.get(verb.lower_) if child(verb, "auxpass") is not None else None
    below = cue and child(verb, "ccomp", "xcomp")
    own = child(verb, "nsubjpass", "nsubj")
    if cue is None or not below or own is None or clauses.passive_agent(verb) is not None:
        return
    frame = _adjective_frame(below)
    if frame in cue.frames:
        found = attribution(passage, verb, None, cue, frame, [below])
        found.source = own
        found.source_span = passage.span(*clauses.extent(own))
        found.content = [content_of(passage, below, verb, frame)]
        found.agent = own if frame != "clause" else None
        yield found


def _with_subject(found: Attribution) -> list[Span]:
    """Content with the subject that belongs to it: "*Oslo* is likely *to agree*"."""
    return [content_of(found.passage, found.heads[0], found.cue, found.frame), *_raised(found)]


def _adjective_frame(below: Token) -> Frame:
    if clauses.has_to(below):
        return "infinitive"
    if below.dep_ == "pcomp":
        return "gerund"
    return "object" if below.dep_ == "pobj" else "clause"


# --- nouns ---------------------------------------------------------------------------------


def _noun(passage: Passage, noun: Token) -> Iterator[Attribution]:
    cue = of_no_use(noun) or cues().nouns.get(noun.lemma)
    if cue is None:
        return
    dropped = _dropped(noun)
    owner, support = _owner(noun)
    wider = wider_frames(noun) if owner is not None else ()
    for frame, below in (*_noun_frames(noun), *wider):
        if frame not in cue.frames or (dropped and cue.frames[frame] != "refuses"):
            continue
        found = attribution(passage, noun, None, cue, frame, [below])
        if dropped:
            # "Dropped its objections to lifting it": it will be lifted.
            found.attitude, found.strength = "accepts", scale().strength("accepts", None, [])
        found.source = owner
        asked = noun.lemma in _REQUESTS
        found.agent = owner if frame == "infinitive" and not asked else None
        if owner is not None:
            found.source_span = passage.span(
                *(clauses.noun_extent(owner) if support is None else clauses.extent(owner))
            )
        if support is not None:
            found.cue_span = passage.span(support, noun)
            found.support = support
        yield found


def _owner(noun: Token) -> tuple[Token | None, Token | None]:
    """Whose it is, and the verb by which, if one: "voiced hope", "made the claim"."""
    owner = child(noun, "poss")
    if owner is None:
        owner = clauses.complement_of(noun, "by", "from", "among")
    if owner is not None:
        return owner, None
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma in _SUPPORTING:
        return source_of(verb), verb
    return _of_clause(noun), None


def _of_clause(noun: Token) -> Token | None:
    """Subject of the clause in which it is done "in the hope of" or "with a promise to"."""
    if noun.dep_ == "nsubj" and noun.head.lemma in _COMING:
        return clauses.complement_of(noun.head, "from")
    if of_no_use(noun) is not None and noun.dep_ in ("dobj", "attr"):
        return source_of(noun.head) if noun.head.pos_ in ("VERB", "AUX") else None
    if noun.dep_ != "pobj" or noun.head.lemma not in ("in", "with", "on", "under", "amid"):
        return None
    verb = noun.head.head
    while verb.dep_ in ("pobj", "prep") and verb.head.i < verb.i:
        verb = verb.head  # "came to the talks with an offer to lift it"
    return source_of(verb) if verb.pos_ in ("VERB", "AUX") else None


_COMING = frozenset({"come", "emanate", "arrive", "issue", "emerge"})  # "from Oslo came a plea"


def _noun_frames(noun: Token) -> Iterator[tuple[Frame, Token]]:
    for below in children(noun, "acl", "ccomp", "xcomp", "relcl"):
        if below.pos_ not in ("VERB", "AUX"):
            continue
        if below.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP") for c in below.children):
            continue
        if clauses.has_to(below):
            yield "infinitive", below
        elif below.tag_ not in ("VBN",) or child(below, "nsubj", "nsubjpass", "mark") is not None:
            yield "clause", below
    # "Cairo's claim was that ...": the clause stands with the copula.
    if noun.dep_ == "nsubj" and noun.head.lemma == "be":
        below_verb = child(noun.head, "ccomp", "xcomp", "advcl")
        if below_verb is not None:
            yield ("infinitive" if clauses.has_to(below_verb) else "clause"), below_verb
    for preposition in children(noun, "prep"):
        if preposition.lemma in _OF_NOUNS:
            target = child(preposition, "pobj", "pcomp")
            if target is not None:
                yield ("gerund" if target.dep_ == "pcomp" else "object"), target


# --- prepositions --------------------------------------------------------------------------


def _according(passage: Passage, token: Token) -> Iterator[Attribution]:
    to = child(token, "prep")
    source = to and child(to, "pobj")
    if to is None or source is None:
        return
    above = token.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    if _closes_sentence(token):
        above = _topmost(above)
    tokens = _beside_according(token, above)
    if not tokens:
        return
    cue = cues().verbs["according to"]
    yield Attribution(
        passage=passage,
        cue=token,
        cue_span=passage.span(token, to),
        content=[passage.span(*clauses.trimmed(tokens))],
        attitude=cue.frames["clause"],
        strength=scale().strength(cue.frames["clause"], None, []),
        source=source,
        source_span=passage.span(*clauses.extent(source)),
        heads=[above],
        entry=cue,
    )


def _closes_sentence(token: Token) -> bool:
    """Whether a phrase ends its sentence after a comma, and so tells of all of it."""
    last = token.right_edge.i
    rest = token.doc[last + 1 : token.sent.end]
    before = token.doc[token.i - 1] if token.i else token
    return before.text == "," and all(t.is_punct or t.is_space for t in rest)


def _topmost(verb: Token) -> Token:
    """Verb of the sentence in which a verb stands, if a verb is what it has at its head."""
    root = verb.sent.root
    return root if root.pos_ in ("VERB", "AUX") else verb


def _beside_according(token: Token, above: Token) -> list[Token]:
    """Words of the clause on the side of "according to" where its verb stands."""
    left_out = {t.i for t in token.subtree}
    for c in children(above, "advcl"):
        # "According to the agency, *quoting the army*, the soldiers have left."
        quoting = token.right_edge.i < c.left_edge.i <= token.right_edge.i + 2
        if c.tag_ == "VBG" and ((_speaks(c) and c.i > above.i) or (quoting and c.i < above.i)):
            left_out |= {t.i for t in c.subtree}
    tokens = [t for t in sorted(above.subtree, key=_index) if t.i not in left_out]
    after = above.i > token.i
    return [t for t in tokens if (t.i > token.i) == after]


def _speaks(participle: Token) -> bool:
    cue = cues().verbs.get(participle.lemma)
    return cue is not None and "clause" in cue.frames and child(participle, "ccomp") is not None


# --- marks and adverbs ---------------------------------------------------------------------

_RUBRICS = word_class("rubrics")
# How many words may stand before the colon that names a speaker.
_LABEL = 7


def _labelled(passage: Passage, colon: Token) -> Iterator[Attribution]:
    """Speaker's name and a colon at the head of a paragraph, as in interviews and headlines."""
    doc = passage.doc
    label = [t for t in doc[: colon.i] if not t.is_punct and not t.is_space]
    told = doc[colon.i + 1 :]
    if not 0 < len(label) <= _LABEL or len(told) < 2 or told[0].is_lower:
        return
    if not all(t.pos_ == "PROPN" or t.is_upper or t.is_title for t in label):
        return
    if all(t.lower_ in _RUBRICS for t in label):
        return
    cue = cues().marks[":"]
    yield Attribution(
        passage=passage,
        cue=colon,
        cue_span=passage.token_span(colon),
        content=[passage.span(*clauses.trimmed(list(told)))],
        attitude=cue.frames["clause"],
        strength=scale().strength(cue.frames["clause"], None, []),
        source=label[-1],
        source_span=passage.span(label[0], label[-1]),
        heads=[s.root for s in doc.sents if s.root.i > colon.i],
        entry=cue,
    )


def _adverb(passage: Passage, adverb: Token) -> Iterator[Attribution]:
    """What others say, as of "Oslo has reportedly signed"; the writer does not say who."""
    cue = cues().adverbs.get(adverb.lower_)
    verb = adverb.head
    if cue is None or verb.pos_ not in ("VERB", "AUX"):
        return
    yield Attribution(
        passage=passage,
        cue=adverb,
        cue_span=passage.token_span(adverb),
        content=[content_of(passage, verb, adverb, "clause")],
        attitude=cue.frames["clause"],
        strength=scale().strength(cue.frames["clause"], None, []),
        heads=[verb],
        entry=cue,
    )


def _index(token: Token) -> int:
    return token.i
