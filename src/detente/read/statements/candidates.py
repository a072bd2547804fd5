"""Candidates for attribution: cues of the lexicon with a complement that they take.

Which of them attribute anything is decided afterwards, in :mod:`detente.read.statements.gate`.
"""

from collections.abc import Iterator

from detente.domain.evidence import Span
from detente.lexicon.cues import Frame, cue_verbs, cues
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.relatives import antecedent, equated_clause
from detente.read.grammar.tokens import Token
from detente.read.statements.act_frames import caused
from detente.read.statements.acts import known_act
from detente.read.statements.announced import announced
from detente.read.statements.attribution import Attribution
from detente.read.statements.contents import content_of
from detente.read.statements.frames import below_idiom, frames
from detente.read.statements.listed import listed
from detente.read.statements.making import UNCOMMITTED, attribution, dated, raised
from detente.read.statements.noun_cues import noun_candidates
from detente.read.statements.polite import moved_to, politely_asked
from detente.read.statements.stances import aside, of_no_use

_REPORTING = word_class("reporting")
_REPLIES = frozenset({"reply", "respond", "answer", "comment"})
_RAISING = word_class("raising")
_LINKING = word_class("linking")
_MOVING = word_class("moving_verbs")


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
        known = token.lemma in cue_verbs() or token.lemma in _MOVING
        if known or token.lemma in _LINKING or token.lemma in _ALLOTTING:
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
            yield from noun_candidates(passage, token)
    elif token.lower_ == "according":
        yield from _according(passage, token)
    elif token.pos_ == "ADJ":
        if token.dep_ in ("ROOT", "ccomp", "conj"):
            yield from _felt(passage, token)
        yield from _beside_a_name(passage, token)
    elif token.text == ":":
        yield from _labelled(passage, token)
        yield from announced(passage, token)
    elif token.pos_ == "ADV":
        yield from _adverb(passage, token)


_RUMOURS = word_class("rumours")
_ASKING = word_class("asking_verbs")


def _supposed(token: Token) -> bool:
    """Whether it stands in an if-clause: "if it wants to return" is not yet a wish.

    Nor is what is only rumoured.
    """
    if token.dep_ in ("acl", "ccomp") and (token.head.lemma in _RUMOURS or _left_open(token.head)):
        return True
    before = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i]]
    if before == ["short", "of"] and token.lemma in _ASKING:
        return True  # "stopped short of demanding that"
    if token.dep_ in ("xcomp", "ccomp") and token.head.lower_ in _LIABLE:
        return True  # who is bound to accept something has not accepted it
    if token.left_edge.lower_ in ("whatever", "whoever", "however", "wherever"):
        return True  # "it will not leave, whatever Oslo says"
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod")}
    if token.dep_ == "advcl" and token.tag_ in ("VBZ", "VBP") and not marks.isdisjoint(_AWAITED):
        return True  # "until Oslo agrees to it"
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in token.children)


_LIABLE = word_class("liable_words")
_AWAITED = frozenset({"before", "once", "provided", "until", "when"})


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
    yield from moved_to(passage, verb)
    for phrase, preposition in clauses.phrasings(verb):
        cue = cues().verbs.get(phrase)
        if cue is None or (dated(preposition) and not phrase.endswith(" until")):
            continue
        below = below_idiom(verb, phrase) if preposition is None else None
        told: tuple[tuple[Frame, list[Token]], ...] = (
            (("infinitive", [below]),) if below is not None else ()
        )
        for frame, heads in (*told, *frames(verb, preposition, cue.frames)):
            if frame not in cue.frames:
                continue
            if frame == "object" and preposition is None and phrase.endswith(" for"):
                continue  # "asked Lima for it to be lifted" does not ask for Lima
            if frame == "infinitive" and any(c.lower_ == "whether" for c in heads[0].children):
                continue  # "has not decided whether to leave" says neither yes nor no
            if frame == "infinitive" and verb.lemma in _POLITELY and _tells(heads[0]):
                continue  # who "wishes to make clear that it will not" does not only wish it
            things = listed(heads[0]) if frame == "object" and heads else []
            found = attribution(passage, verb, preposition, cue, frame, things or heads)
            if frame == "infinitive" and any(h.lemma in _REPORTING for h in heads):
                # "Declined to be named" tells how the story was got, and refuses nothing.
                found.attitude, found.strength = UNCOMMITTED
            elif clauses.negated(verb) and verb.lemma in _REPLIES:
                return
            elif frame == "object" and verb.lemma in _DONE_TOO and known_act(verb) is not None:
                return  # "admit the inspectors" lets them in, and says nothing
            elif verb.lemma == "see" and _to_be_seen(verb, frame):
                return
            yield found
    yield from _of_relative(passage, verb)
    if verb.lemma in _ALLOTTING:
        yield from _allotted(passage, verb)
    yield from politely_asked(passage, verb)


def _to_be_seen(verb: Token, frame: Frame) -> bool:
    """Whether "see" is no view: of "hoped to see them home", "will see the ban lifted"."""
    if frame == "object":
        return clauses.has_to(verb)
    return caused(verb) is not None


# Verbs by which one says something or does something, as their object tells.
_DONE_TOO = frozenset({"admit", "recall", "receive"})
_POLITELY = frozenset({"beg", "like", "want", "wish"})


def _tells(verb: Token) -> bool:
    """Whether a verb has a clause for which it is a cue: "make clear that"."""
    if child(verb, "ccomp") is None or caused(verb) is not None:
        return False
    known = (cues().verbs.get(phrase) for phrase, _ in clauses.phrasings(verb))
    return any(c and "clause" in c.frames for c in known)


def _allotted(passage: Passage, verb: Token) -> Iterator[Attribution]:
    """Of "gave Oslo a week to leave" the demand."""
    below = child(verb, "advcl", "xcomp", "acl")
    for time in children(verb, "npadvmod", "dobj"):
        below = below or child(time, "acl", "relcl")
        timed = time.ent_type_ in ("DATE", "TIME") or time.lemma in _DEADLINES
        if timed and below is not None and clauses.has_to(below):
            cue = cues().verbs["order"]
            yield attribution(passage, verb, None, cue, "order", [below])
            return


_ALLOTTING = frozenset({"allow", "give", "grant", "hand", "leave", "set"})
_DEADLINES = frozenset({"deadline", "ultimatum"})


def _of_relative(passage: Passage, verb: Token) -> Iterator[Attribution]:
    """Of "the release, which Oslo demands" and "what Oslo demands is a release" the release."""
    for phrase, preposition in clauses.phrasings(verb):
        cue = cues().verbs.get(phrase)
        if cue is None or cue.frames.get("object") not in _ON_A_DEED:
            continue
        pronoun = child(preposition, "pobj") if preposition is not None else child(verb, "dobj")
        clause = equated_clause(verb)
        frame: Frame = "order" if clause is not None and clauses.has_to(clause) else "clause"
        if clause is not None and frame in cue.frames:
            yield attribution(passage, verb, preposition, cue, frame, [clause])
            return
        what = antecedent(pronoun) if pronoun is not None else None
        if what is not None:
            yield attribution(passage, verb, preposition, cue, "object", [what])
            return


# Attitudes that are taken to a deed, and tell no more of it than its name.
_ON_A_DEED = frozenset({"demands", "hopes", "refuses"})


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
    spelled = (adjective.lower_, base)  # "opposed" may be taken for a form of the verb
    told = (cues().adjectives.get(f"{word} {preposition.lemma}") for word in spelled if preposition)
    cue = next((c for c in told if c is not None), None) or cues().adjectives.get(base)
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
    return [content_of(found.passage, found.heads[0], found.cue, found.frame), *raised(found)]


def _adjective_frame(below: Token) -> Frame:
    if clauses.has_to(below):
        return "infinitive"
    if below.dep_ == "pcomp":
        return "gerund"
    return "object" if below.dep_ == "pobj" else "clause"


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
    if not 0 < len(label) <= _LABEL or len(told) < 2:
        return
    addressed = any(t.lower_ == "to" for t in label[1:-1])  # "Oslo to Lima: leave now"
    if told[0].is_lower and not addressed:
        return
    if not all(t.pos_ == "PROPN" or t.is_upper or t.is_title for t in label if t.lower_ != "to"):
        return
    if all(t.lower_ in _RUBRICS for t in label):
        return
    speaker = (
        label[: next(k for k, t in enumerate(label) if t.lower_ == "to")] if addressed else label
    )
    cue = cues().marks[":"]
    yield Attribution(
        passage=passage,
        cue=colon,
        cue_span=passage.token_span(colon),
        content=[passage.span(*clauses.trimmed(list(told)))],
        attitude=cue.frames["clause"],
        strength=scale().strength(cue.frames["clause"], None, []),
        source=speaker[-1],
        source_span=passage.span(speaker[0], speaker[-1]),
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
