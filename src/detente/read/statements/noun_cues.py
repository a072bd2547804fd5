"""Nouns that attribute: "Cairo's refusal to sign", "voiced hope that", "a plea from Oslo"."""

from collections.abc import Iterator

from detente.lexicon.cues import Frame, cues
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.leaves import GIVING, is_leave
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution
from detente.read.statements.lettings import told_by_verb
from detente.read.statements.listed import listed
from detente.read.statements.making import attribution
from detente.read.statements.sources import source_of
from detente.read.statements.stances import of_no_use, wider_frames

_SUPPORTING = word_class("supporting")
_REQUESTS = word_class("requests")
_OF_NOUNS = ("for", "on", "about", "against", "of", "to", "over", "in", "with")


def noun_candidates(passage: Passage, noun: Token) -> Iterator[Attribution]:
    """Attributions whose cue is a noun, likeliest reading first."""
    cue = of_no_use(noun) or cues().nouns.get(noun.lemma)
    if cue is None or _of_verb(noun):
        return
    if is_leave(noun) and not _given(noun):
        return  # "sought Oslo's approval", "withheld its consent": nothing is accepted
    dropped = _dropped(noun)
    owner, support = _owner(noun)
    wider = wider_frames(noun) if owner is not None else ()
    single = ((frame, [below]) for frame, below in (*_noun_frames(noun), *wider))
    things = listed(noun) if owner is not None else []
    for frame, heads in (*([("object", things)] if things else []), *single):
        if frame not in cue.frames or (dropped and cue.frames[frame] not in _TAKEN_BACK):
            continue
        if frame == "clause" and noun.lemma in _PLANS and not _asks_by_clause(noun, heads[0]):
            continue
        found = attribution(passage, noun, None, cue, frame, heads)
        if dropped:
            found.attitude = _TAKEN_BACK[cue.frames[frame]]
            found.strength = scale().strength(found.attitude, None, [])
            found.cue_span = passage.span(*sorted((noun.head, noun), key=lambda t: t.i))
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


def _asks_by_clause(plan: Token, clause: Token) -> bool:
    """Whether a plan is told with who would do what: no "Oslo's plan: reopen the port"."""
    return clause.head is plan and child(clause, "nsubj", "nsubjpass") is not None


_PLANS = frozenset({"blueprint", "compromise", "formula", "plan", "roadmap"})


def _given(leave: Token) -> bool:
    """Whether leave is given by whoever approves of what is their own to do, or told of alone."""
    if leave.dep_ not in ("dobj", "nsubjpass"):
        return leave.dep_ in ("nsubj", "ROOT")
    return leave.head.lemma in GIVING and not told_by_verb(leave)


def _owner(noun: Token) -> tuple[Token | None, Token | None]:
    """Whose it is, and the verb by which, if one: "voiced hope", "made the claim"."""
    owner = child(noun, "poss")
    if owner is None:
        owner = clauses.complement_of(noun, "by", "from", "among")
    if owner is None and _done_by(noun):
        owner = clauses.complement_of(noun, "of")  # "the readiness of Oslo to lift it"
    if owner is not None:
        return owner, None
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma in _SUPPORTING:
        return source_of(verb), verb
    if noun.dep_ == "nsubjpass" and verb.lemma in _SUPPORTING:
        # "A demand for the release was made by Oslo."
        by = clauses.passive_agent(verb)
        if by is not None:
            return by, None
    listed = _lister(noun) if noun.lemma in _REQUESTS else None
    if listed is not None:
        return listed, None
    return _of_clause(noun), None


def _of_verb(noun: Token) -> bool:
    """Whether the verb that it belongs to is a cue with it: "floated the idea of"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB":
        return False
    told = (phrase for phrase, _ in clauses.phrasings(verb) if phrase in cues().verbs)
    return any(noun.lemma in phrase.split()[1:] for phrase in told)


def _done_by(noun: Token) -> bool:
    """Whether what follows "of" is who wants or refuses a deed that stands below the noun."""
    below = child(noun, "acl", "ccomp", "xcomp", "relcl")
    whose = clauses.complement_of(noun, "of")
    if below is None or whose is None or not noun.i < whose.i < below.i:
        return False
    dated = whose.ent_type_ in ("DATE", "TIME")
    named = (whose.pos_ == "PROPN" and not dated) or whose.lemma in _BODIES
    return named and (clauses.has_to(below) or child(below, "mark") is not None)


_BODIES = word_class("governing")


def _lister(noun: Token) -> Token | None:
    """Whose it is: "its list of demands", "the demands that Oslo set", "a Kenyan demand"."""
    if noun.dep_ == "pobj" and noun.head.head.lemma == "list":
        whose = child(noun.head.head, "poss")
        if whose is not None:
            return whose
    for clause in children(noun, "relcl", "acl"):
        that = clause.left_edge.lower_ in ("that", "which", "with")
        own = child(clause, "nsubj")
        if that and own is not None and own.pos_ in ("NOUN", "PROPN") and clause.tag_ == "VBD":
            return own
    return next((a for a in children(noun, "amod") if a.ent_type_ == "NORP"), None)


def _of_clause(noun: Token) -> Token | None:
    """Subject of the clause in which it is done "in the hope of" or "with a promise to"."""
    if noun.dep_ == "nsubj" and noun.head.lemma in _COMING:
        return clauses.complement_of(noun.head, "from")
    if of_no_use(noun) is not None and noun.dep_ in ("dobj", "attr"):
        return source_of(noun.head) if noun.head.pos_ in ("VERB", "AUX") else None
    if noun.dep_ != "pobj":
        return None
    verb = noun.head.head
    if noun.head.lower_ == "of" and verb.lemma in _INFORMING:
        return source_of(verb)  # "informed Lima of its decision to"
    if noun.head.lemma not in ("in", "with", "on", "under", "amid"):
        return None
    if noun.lemma in _REQUESTS and verb.lemma in _COMPLYING:
        return None  # who does not comply with a request has not made it
    while verb.dep_ in ("pobj", "prep") and verb.head.i < verb.i:
        verb = verb.head  # "came to the talks with an offer to lift it"
    return source_of(verb) if verb.pos_ in ("VERB", "AUX") else None


_INFORMING = frozenset({
    "advise", "apprise", "assure", "inform", "notify", "persuade", "reassure", "remind", "tell",
    "warn",
})  # fmt: skip
_COMPLYING = frozenset({"agree", "comply", "conform", "deal", "disagree", "dispense", "meet"})
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


# What it comes to when somebody takes back what was voiced. "Dropped its objections to lifting it":
# it will be lifted; "took back its offer to lift it", "dropped its threat to leave": it will not.
# Whoever no longer asks for a thing does not ask for its contrary.
_TAKEN_BACK = {
    "refuses": "accepts", "offers": "refuses", "promises": "refuses", "threatens": "refuses",
    "demands": "mentions",
}  # fmt: skip


def _dropped(noun: Token) -> bool:
    """Whether what was voiced is taken back: "gave up its opposition", "broke its promise"."""
    above = noun.head
    if noun.dep_ == "pobj":
        # "Went back on its promise", "reneged on its pledge".
        above = above.head
        if above.pos_ == "VERB" and noun.head.lemma == "on":
            back = any(c.lower_ == "back" for c in above.children)
            return above.lemma == "renege" or (above.lemma == "go" and back)
        return False
    if noun.dep_ not in ("dobj", "nsubjpass") or clauses.negated(above):
        return False
    if _will_not(above):
        return False  # "refused to abandon its plan to build it": it will be built
    particles = {c.lower_ for c in above.children if c.dep_ in ("prt", "advmod")}
    return above.lemma in _DROPPING or any(
        above.lemma == verb and particle in particles for verb, particle in _DROPPING_OFF
    )


def _will_not(verb: Token) -> bool:
    """Whether the words above deny a verb: "refused to drop it", "no intention of dropping it"."""
    above = verb.head
    if verb.dep_ == "xcomp" and clauses.has_to(verb):
        return above.lemma in ("decline", "refuse") and not clauses.negated(above)
    noun = above.head
    intended = verb.dep_ == "pcomp" and above.lower_ == "of" and noun.lemma in _INTENTIONS
    return intended and clauses.of_none(noun)


_INTENTIONS = word_class("intentions")
_DROPPING_OFF = (("give", "up"), ("take", "back"), ("call", "off"), ("set", "aside"))
_DROPPING = word_class("dropping")
