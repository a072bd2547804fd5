"""What law is said to ask of somebody, or of whoever does something.

"The treaty obliges Oslo to withdraw", "Article 3 prohibits the surrender of nationals", "under the
convention prisoners must be released", "the law entitles Oslo to a visit". The needs of a duty are
what the law asks. It has a benefit only where something is given, which then takes the needs: "must
open it once they leave", "the act obliges the president to punish any state that buys them".
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.asked import done_in, named_deed
from detente.read.conditions.benefits import flipped
from detente.read.conditions.between import by_another
from detente.read.conditions.citing import citer, cites_law
from detente.read.conditions.deeds import asked_for, duties_of
from detente.read.conditions.dependence import Dependence, consequence_of
from detente.read.conditions.excepting import by_leave, only_in_a_case, only_where
from detente.read.conditions.general import complying, only_pointed_at
from detente.read.conditions.grounds import (
    CITING,
    as_member,
    citing_law,
    follows_from_law,
    is_law,
    opened_by_law,
    rests_on_law,
    speaks_law,
    told_of_law,
    under_which,
)
from detente.read.conditions.hanging import (
    STATIVE,
    UNLESS,
    binds_anybody,
    given_in,
    hung_on,
    mark_of,
    of_whoever,
    where_done,
)
from detente.read.conditions.loose import known, stated_loosely
from detente.read.conditions.plain_law import (
    by_signing,
    cited_by_speaker,
    follows,
    hung_on_law,
    in_no_law,
    joins_law,
    law_far_before,
    law_just_named,
    plain_before,
)
from detente.read.conditions.reach import (
    FURTHER,
    denied,
    is_standing,
    leave_of,
    limits,
    mandates,
    not_reached,
)
from detente.read.conditions.rights import (
    due,
    entitled,
    exempted,
    has_right,
    liable,
    made_liable,
    owed,
    prohibited,
    recipient,
    reminded,
    withheld,
    without_legal_ground,
)
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt, act_at
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

FORM = "duty"
_OBLIGING = word_class("obliging")
_FORBIDDING = word_class("forbidding")
_PERMITTING = word_class("permitting")
_ENTITLING = word_class("entitling")
_GRANTING = _PERMITTING | _ENTITLING
_ANYBODY = word_class("anybody")
_CONTRACTING = word_class("contracting")
_DOUBTING = word_class("doubting")
_PLEAS = word_class("pleas")
_UNLAWFUL = word_class("unlawful")
_CRIMES = _UNLAWFUL | {"crime", "felony", "offence", "offense"}
_NOMINAL = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
_UNSURE = frozenset({"if", "whether", "unless"})
_GUESSED = ("may", "can", "would")


def of_law(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Find what law is said to ask at a verb."""
    if verb.pos_ not in _VERBAL or unsure(verb):
        return
    needs = _by_its_verb(story, passage, verb) or _by_modal(story, passage, verb)
    needs = needs or _by_noun(story, passage, verb) or _as_cited(story, passage, verb)
    needs = needs or (reminded(story, passage, verb) if lemma(verb) in CITING else ())
    needs = tuple(p for p in needs if (p.act, p.polarity) != ("do", "negative"))
    if not needs:
        return
    leave = leave_of(story, passage, verb)
    if leave is not None and all(p.polarity == "negative" for p in needs):
        yield duty(passage, verb, (leave,), flipped(needs[0]))
        return
    where = only_where(verb) if all(p.polarity == "negative" for p in needs) else None
    if where is not None:
        given = stated_loosely(story, passage, where)
        if any(known(p) or by_another(p, needs) for p in given):
            yield _until_then(passage, verb, where, (needs, tuple(map(flipped, given))))
            return
    hanging, whoever = hung_on(verb), of_whoever(verb) or where_done(verb)
    if whoever is not None and _only_a_case(whoever):
        whoever = None
    if hanging is None and whoever is None:
        yield duty(passage, verb, needs)
        return
    until = hanging is not None and _lasts_until(hanging, needs)
    told = hanging is not None and (until or mark_of(hanging) != "before")
    given = given_in(story, passage, hanging) if hanging is not None and told else ()
    excepted = until or (hanging is not None and only_in_a_case(verb))
    if excepted and not any(known(p) or by_another(p, needs) for p in given):
        # An exception that is no deed of anybody here leaves the rule as it is.
        yield duty(passage, verb, needs)
        return
    if hanging is None and whoever is not None:
        given = tuple(replace(p, agent=None) for p in done_in(story, passage, whoever, None))
    if given and (hanging is None or all(p.polarity == "positive" for p in needs)):
        yield duty(passage, verb, needs, given[0])
    elif given and hanging is not None and until:
        yield _until_then(passage, verb, hanging, (needs, given))


def _lasts_until(hanging: Token, needs: tuple[Proposition, ...]) -> bool:
    """Whether law forbids it only until then: "unless they leave", "before they have left"."""
    forbids = all(p.polarity == "negative" for p in needs)
    return mark_of(hanging) in UNLESS or (mark_of(hanging) == "before" and forbids)


def _only_a_case(clause: Token) -> bool:
    """Whether it only tells whom law binds: "a state in which order is upset", "that signed"."""
    act = act_at(clause)
    by_nobody = clauses.is_passive(clause) and clauses.passive_agent(clause) is None
    unknown = act is None or act.act is None or act.act.family is None
    return (by_nobody and unknown) or joins_law(clause)


def _until_then(
    passage: Passage,
    verb: Token,
    hanging: Token,
    sides: tuple[tuple[Proposition, ...], tuple[Proposition, ...]],
) -> Dependence:
    """What law forbids until something is done is a condition like any other."""
    forbidden, undone = sides
    return Dependence(
        condition=passage.span(*clauses.extent(hanging)),
        consequence=consequence_of(passage, verb, hanging),
        benefit=flipped(forbidden[0]), needs=tuple(map(flipped, undone)),
        form=mark_of(hanging) or "only", token=verb, setter=citer(verb), by_law=True,
    )  # fmt: skip


def of_citing(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Find where a party cites a law and what it asks is not said: "invoked the treaty"."""
    own = clauses.subject(verb) if cites_law(verb) else None
    if own is not None and story.who(passage, own).party is not None:
        yield duty(passage, verb, complying(story, passage, verb, None))


def duty(
    passage: Passage, verb: Token, needs: tuple[Proposition, ...], given: Proposition | None = None
) -> Dependence:
    """What law asks in the words of a verb, always or where something is given."""
    # "Under which, he said, neither may close it": without who says so.
    first, last = clauses.trimmed(clauses.subtree_without(verb, ("parataxis",)))
    if first.dep_ == "mark" and first.i < verb.i:
        first = first.nbor(1)
    span = passage.span(first, last)
    return Dependence(
        condition=span, consequence=span, benefit=given, needs=needs, form=FORM, token=verb,
        setter=citer(verb),
    )  # fmt: skip


def unsure(verb: Token) -> bool:
    """Whether it is asked, supposed or disputed that law has it so: "denied that it breaches"."""
    sentence = verb.sent
    if sentence[-1].text == "?":
        return True
    clause = verb
    for _ in range(4):
        if any(c.lower_ in _UNSURE for c in children(clause, "mark")):
            return True
        above = clause.head
        below = clause.dep_ in ("ccomp", "xcomp", "pcomp", "acl")
        if below and lemma(above) in _PLEAS:
            above = above.head  # "dismissed a claim that the ban violates it"
        if _said_apart(clause, above):
            return False  # "Oslo says the pact forbids it; Lima denies that it does"
        if below and lemma(above) in _DOUBTING and not clauses.of_none(above):
            return True
        if above.i == clause.i or clause.dep_ not in ("ccomp", "xcomp", "conj", "acl", "pcomp"):
            return False
        clause = above
    return False


def _said_apart(clause: Token, above: Token) -> bool:
    """Whether a semicolon or a dash parts what one says from what another answers."""
    between = clause.doc[clause.right_edge.i : above.i]
    return clause.i < above.i and any(t.text in _APART for t in between)


_APART = frozenset({";", "\u2013", "\u2014", "--"})


def _as_cited(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What law asks where only who cites it can tell: "the treaty requires it"."""
    asks = (lemma(verb) in _OBLIGING and not clauses.negated(verb)) or lemma(verb) == "leave"
    if asks and _by_law(verb) and only_pointed_at(verb):
        return complying(story, passage, verb, child(verb, "dative"))
    if _binds_by_name(story, passage, verb) and _by_law(verb):
        return complying(story, passage, verb, child(verb, "dobj", "nsubjpass"))
    if limits(verb) and (_is_reported(verb) or citer(verb) is not None):
        return complying(story, passage, verb, None)  # whatever "caps the catch at" comes to
    if lemma(verb) in _FORBIDDING | _PERMITTING and _forbids_a_thing(verb):
        return complying(
            story, passage, verb, None
        )  # whatever "lodging outside the camps" comes to
    permits = lemma(verb) in _GRANTING and not clauses.negated(verb) and not _suffered_by(verb)
    if (
        permits
        and _by_law(verb)
        and (_entitles(verb) or _lets_anybody(verb) or citer(verb) is not None)
    ):
        return complying(story, passage, verb, None)
    if _to_keep_law(verb):
        return complying(story, passage, verb, clauses.subject(verb))
    return ()


def _binds_by_name(story: Story, passage: Passage, verb: Token) -> bool:
    """Whether law binds a party to what is no act that anybody knows: "bars Oslo from idling"."""
    if lemma(verb) not in _TYING or clauses.negated(verb) or clauses.modality(verb) in _GUESSED:
        return False
    told = child(verb, "dobj", "nsubjpass")
    if told is None or told.pos_ != "PROPN" or story.who(passage, told).party is None:
        return False
    inner = _kept_from(verb) if lemma(verb) in _FORBIDDING else None
    if inner is not None and inner.tag_ == "VBG":
        return True
    below = _below(verb)
    return below is not None and clauses.has_to(below)


_TYING = _OBLIGING | _FORBIDDING


def _suffered_by(verb: Token) -> bool:
    """Whether law lets something become of a thing: "lets a shortfall be made up later"."""
    told = child(verb, "dobj")
    if told is None or told.pos_ != "NOUN" or lemma(verb) in _ENTITLING:
        return False
    owned = child(told, "poss") is not None or any(c.pos_ == "PROPN" for c in told.children)
    somebody = lemma(told) in _ANYBODY or inventory().is_a(lemma(told), "person")
    return not owned and not somebody


def _lets_anybody(verb: Token) -> bool:
    """Whether law lets whoever it fits do something: "permits those members that wish it to"."""
    told = child(verb, "dobj")
    bound = told is not None and lemma(told) in _ANYBODY and told.tag_ == "NNS"
    return bound and any(t.pos_ == "VERB" and clauses.has_to(t) for t in verb.subtree)


def _entitles(verb: Token) -> bool:
    """Whether law gives a right to what is no act of any option: "entitles them to fly over it"."""
    below = child(verb, "xcomp", "advcl") or hung_on_law(verb)
    if lemma(verb) != "entitle" or below is None or clauses.modality(verb) in _GUESSED:
        return False
    act = act_at(below)
    return act is None or act.act is None or act.act.family is None


def _forbids_a_thing(verb: Token) -> bool:
    """Whether law forbids what a noun names, which is no act that anybody knows."""
    allowed = lemma(verb) in _PERMITTING  # "does not permit alliances"
    if clauses.negated(verb) != allowed or clauses.modality(verb) in _GUESSED:
        return False
    if clauses.is_passive(verb):
        return False
    own, thing = clauses.subject(verb), child(verb, "dobj")
    named = thing is not None and thing.pos_ == "NOUN" and not children(verb, "xcomp", "ccomp")
    return named and ((own is not None and is_law(own)) or law_far_before(verb))


# --- verbs of what law does ---------------------------------------------------------------------


def _by_its_verb(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What is asked where a verb says that law obliges, forbids, does not allow or entitles."""
    word, negative = lemma(verb), clauses.negated(verb)
    if not any(word in verbs for verbs in _BY_LAW) or clauses.modality(verb) in _GUESSED:
        return ()
    if word in _CONTRACTING and not negative and (rests_on_law(verb) or _in_law(verb)):
        return _undertaken(story, passage, verb)
    if not _by_law(verb):
        return ()
    if negative:
        if word in _PERMITTING:
            return tuple(map(denied, _forbidden(story, passage, verb)))
        return not_reached(story, passage, verb)
    found: tuple[Proposition, ...] = ()
    if word in _PERMITTING and only_in_a_case(verb):
        return tuple(map(flipped, _forbidden(story, passage, verb)))
    if word in _ORDERING:
        found = _obliged(story, passage, verb)
    if word == "keep" and _kept_from(verb) is None:
        return ()
    if not found and word in _BARRING and (word != "rule" or child(verb, "prt") is not None):
        found = tuple(map(flipped, _forbidden(story, passage, verb)))
    if word == "make":
        found = tuple(map(flipped, _outlawed(story, passage, verb)))
    if word == "make" and not found:
        found = made_liable(story, passage, verb)
    if word in _SPARING:
        found = _spared(story, passage, verb)
    if not found and word in _ENTITLING:
        found = _open_ways(story, passage, verb) or entitled(story, passage, verb)
    return found


def _open_ways(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "guarantees the free movement of goods" that nobody hinders it."""
    way = child(verb, "dobj")
    free = way is not None and any(c.lower_ in _FREE for c in children(way, "amod", "compound"))
    if way is not None and lemma(way) == "freedom":
        free, way = True, clauses.complement_of(way, "of")
    if way is None or not free or lemma(way) not in _WAYS:
        return ()
    made = proposition(story, passage, ActAt(way, None, "hinder", way, None))
    return (replace(made, agent=None, polarity="negative"),)


_WAYS = word_class("ways")
_FREE = frozenset({"free", "innocent", "unhindered", "unimpeded", "uninterrupted", "unrestricted"})


_SPARING = frozenset(
    {"exempt", "free", "immunise", "immunize", "protect", "relieve", "shield", "spare"}
)
_ORDERING = _OBLIGING | {"call", "give", "tell"}
_BARRING = _FORBIDDING | {"keep"}
_COURTS_DO = _ORDERING | _BARRING
_BY_LAW = (_COURTS_DO, _PERMITTING, _ENTITLING, _CONTRACTING, _SPARING, FURTHER | {"make"})


def _by_law(verb: Token) -> bool:
    """Whether it is law that obliges or forbids: as the subject, or named as the ground."""
    own = passive = None
    if clauses.is_passive(verb):
        passive = clauses.passive_agent(verb)
    else:
        own = child(verb, "nsubj") or (clauses.subject(verb) if verb.dep_ == "conj" else None)
    doer = own if own is not None else passive
    if doer is not None and (is_law(doer) or in_no_law(doer) or is_standing(doer)):
        return True
    if doer is not None and lemma(verb) in _COURTS_DO and speaks_law(doer):
        return not _only_requested(verb)
    if lemma(verb) in _COURTS_DO and mandates(verb):
        return True
    if not clauses.is_passive(verb):
        return law_far_before(verb)
    if any(map(as_member, children(child(verb, "nsubjpass") or verb, "appos"))):
        return True  # "Oslo, a party to the convention, is barred from closing it"
    if lemma(verb) in _COURTS_DO and any(
        map(_by_judges, (verb.head, *children(verb, "parataxis")))
    ):
        return True
    # "Barred from closing it under the pact": it is the bar that rests on the pact.
    inner = _kept_from(verb)
    return rests_on_law(verb) or (inner is not None and rests_on_law(inner))


def _only_requested(verb: Token) -> bool:
    """Whether a court is asked to say so, and has not: "asked the court to order Oslo to"."""
    return clauses.has_to(verb) and lemma(verb.head) in _REQUESTING


_REQUESTING = word_class("demanding") | {"apply", "beg", "petition", "plead", "seek", "want"}


def _obliged(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    below = _below(verb) or _behind_an_aside(verb) or hung_on_law(verb)
    told = child(verb, "dobj", "nsubjpass") or recipient(verb, None)
    if lemma(verb) == "give" and not _gives_time(verb):
        return ()  # "gave Kenya until June to reopen it" orders, "gives Kenya a right to" does not
    if lemma(verb) == "call":
        told = clauses.complement_of(verb, "on", "upon")
    if lemma(verb) == "give":
        told = child(verb, "dative") or told  # "gave Kenya sixty days"
    if below is None:
        # "Demands that Kenya leave": the parser takes the demands for a noun.
        below = next((c for c in children(verb, "relcl") if child(c, "mark") is not None), None)
    if below is None and lemma(verb) == "give":
        term = children(verb, "dobj")[-1:]  # "gives Oslo sixty days to hand over the maps"
        below = next(
            (c for t in term for c in children(t, "acl", "relcl") if clauses.has_to(c)), None
        )
    if below is None and told is not None:
        # "obliges a state that builds one to consult": the parser hangs the duty on the building.
        related = (child(clause, "advcl", "xcomp") for clause in children(told, "relcl"))
        below = next((clause for clause in related if clause is not None), None)
    if below is not None and _is_asked(below):
        agent = told if told is not None else child(below, "nsubj")
        return done_in(story, passage, below, agent)
    inner = clauses.complement_of(verb, "to")
    if inner is not None and inner.tag_ == "VBG":
        return done_in(story, passage, inner, told)  # "commits Oslo to withdrawing"
    if inner is not None and lemma(verb) == "commit":
        return named_deed(story, passage, inner)
    told = told if told is not None else clauses.complement_of(verb, "for")
    if told is not None and told.pos_ in _NOMINAL:
        inner = child(told, "acl", "relcl")
        if inner is not None and clauses.has_to(inner):
            return done_in(story, passage, inner, told)
        if child(told, "nummod") is None:
            named = named_deed(story, passage, told)
            return tuple(p for p in named if p.act not in _PASSING)
    return ()


def _below(verb: Token) -> Token | None:
    """Clause that a verb of law governs; what stands before it is whoever tells of it."""
    below = children(verb, "xcomp", "ccomp", "advcl")
    return next((clause for clause in below if clause.i > verb.i), None)


def _behind_an_aside(verb: Token) -> Token | None:
    """Of "is bound by it, the minister said, to leave" the leaving, which hangs on the saying."""
    asides = (c for c in children(verb, "parataxis") if c.i > verb.i)
    told = (child(c, "xcomp") for c in asides if child(c, "dobj", "ccomp") is None)
    below = next((c for c in told if c is not None and clauses.has_to(c)), None)
    return below if below is not None else _behind_a_tag(verb)


def _behind_a_tag(verb: Token) -> Token | None:
    """The same where the parser makes the saying the head of all: ", he maintains, to leave"."""
    for tag in verb.ancestors:
        told = lemma(tag) in _TELLING or _by_judges(tag)
        below = child(tag, "xcomp") if told and tag.i > verb.i else None
        if below is not None and clauses.has_to(below):
            comma = verb.doc[below.left_edge.i - 1].text == ","
            return below if comma and verb.i < tag.i < below.i else None
    return None


def _by_judges(tag: Token) -> bool:
    """Whether a court says it beside the rest: "is obliged, the arbitrators decided, to"."""
    own = clauses.subject(tag) if lemma(tag) in _SAYING else None
    return own is not None and speaks_law(own) and not clauses.negated(tag)


def _is_asked(clause: Token) -> bool:
    """Whether a clause tells what is to be done: "to leave", "that they leave"."""
    if clauses.has_to(clause) or clauses.subjunctive(clause):
        return True
    # Of several, the form is that of the present: "demands that all forces leave".
    said_so = any(c.lower_ == "that" for c in children(clause, "mark"))
    return said_so and clause.tag_ == "VBP" and clause.lower_ == clause.lemma


def _gives_time(verb: Token) -> bool:
    """Whether it is a term that is given: "until June", "60 days"."""
    if clauses.complement_of(verb, "until", "to") is not None:
        return True
    given = children(verb, "dobj", "npadvmod", "dative", "oprd")
    return any(lemma(noun) in _TERMS for noun in given)


_TERMS = word_class("times") | {"deadline"}
# What a law "requires" of itself before it is one: "the treaty requires ratification".
_PASSING = frozenset({"adopt", "ratify", "sign"})


def _forbidden(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    told = child(verb, "dobj", "nsubjpass", "csubjpass")
    gap = told is not None and told.tag_ == "WDT" and clauses.is_passive(verb)
    if gap and told is not None and (inner := _kept_from(verb)) is not None:
        return _of_antecedent(story, passage, inner, told)
    if told is not None and told.pos_ == "VERB":
        return done_in(story, passage, told, None)  # "closing it is prohibited"
    inner = _kept_from(verb)
    inner = inner if inner is not None else _below(verb)
    if inner is None and told is not None:
        inner = clauses.complement_of(told, "from") or child(told, "acl")
        inner = inner or next((t for t in told.subtree if clauses.has_to(t)), None)
        inner = inner if inner is not None and inner.pos_ == "VERB" else None
    if inner is not None and inner.pos_ in _VERBAL:
        empty = told is not None and told.lower_ == "it" and clauses.is_passive(verb)
        told = child(inner, "nsubj") if told is None or empty else told
        found = _suffered(story, passage, inner, told) or done_in(story, passage, inner, told)
        return tuple(replace(p, agent=None) for p in found) if empty else found
    return named_deed(story, passage, told) if told is not None else ()


def _suffered(
    story: Story, passage: Passage, verb: Token, told: Token | None
) -> tuple[Proposition, ...]:
    """Of "does not allow goods to be delayed" the delaying of the goods, by whomever."""
    at = act_at(verb) if clauses.is_passive(verb) and clauses.has_to(verb) else None
    if at is None or told is None or at.object is not None or child(verb, "nsubjpass") is not None:
        return ()
    act = at.act or inventory().of_verb(lemma(verb), [lemma(told)])
    named = ActAt(verb, act, act.name if act is not None else at.name, told, at.complement)
    return (replace(proposition(story, passage, named), agent=None),)


def _of_antecedent(
    story: Story, passage: Passage, verb: Token, which: Token
) -> tuple[Proposition, ...]:
    """Of "a ban which Oslo is barred from imposing" the imposing of the ban, by Oslo."""
    clause = which.head
    while clause.dep_ == "ccomp" and clause.head.pos_ == "VERB":
        clause = clause.head  # "which, it said, Oslo is barred from imposing"
    at = act_at(verb)
    if clause.dep_ != "relcl" or at is None:
        return ()
    barred = children(which.head, "nsubjpass", "nsubj")
    agent = next((noun for noun in barred if noun.tag_ != "WDT"), None)
    act = at.act or inventory().of_verb(lemma(verb), [lemma(clause.head)])
    named = ActAt(verb, act, act.name if act is not None else at.name, clause.head, None)
    made = proposition(story, passage, named)
    return (replace(made, agent=story.actor(passage, agent) if agent is not None else None),)


def _spared(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "the protocol exempts cocoa from all levies" that none is imposed."""
    burden = clauses.complement_of(verb, "from", "against")
    if burden is None or clauses.negated(verb):
        return ()
    if burden.pos_ in _VERBAL:
        found = done_in(story, passage, burden, None)
    else:
        found = named_deed(story, passage, burden)
    return tuple(replace(flipped(p), agent=None) for p in found)


def _outlawed(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "makes it a crime to export them" the export."""
    below = child(verb, "ccomp", "xcomp")
    if below is None:
        return _made_unlawful(story, passage, verb)
    words = (lemma(t) for t in verb.subtree if verb.i < t.i <= below.right_edge.i)
    clause = next((t for t in below.subtree if t.pos_ in _VERBAL and clauses.has_to(t)), None)
    if clause is None and below.tag_ == "VBG":
        clause = below  # "makes closing it an offence"
    wrong = any(word in _CRIMES for word in words)
    return done_in(story, passage, clause, None) if wrong and clause is not None else ()


def _made_unlawful(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "makes the export of ore illegal" the export."""
    wrong = verb.doc[verb.right_edge.i]
    if wrong.is_punct and wrong.i > verb.i:
        wrong = wrong.nbor(-1)
    thing = child(verb, "dobj")
    if thing is None or thing.i > wrong.i or wrong.lower_ not in _UNLAWFUL:
        return ()
    return named_deed(story, passage, thing)


def _in_law(verb: Token) -> bool:
    """Whether a party bound itself in it: "undertook in the declaration to"."""
    law = clauses.complement_of(verb, "in")
    if law is None and verb.dep_ == "conj":
        law = clauses.complement_of(verb.head, "in")
    return law is not None and is_law(law)


def _kept_from(verb: Token) -> Token | None:
    """Of "is barred under the pact from imposing" the imposing, whatever the parser hung it on."""
    below = [n for p in children(verb, "prep") if (n := child(p, "pobj")) is not None]
    found = (clauses.complement_of(each, "from") for each in (verb, *below))
    return next((clause for clause in found if clause is not None), None)


def _undertaken(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What a party bound itself to: "under the accord Oslo undertook to withdraw"."""
    below = child(verb, "xcomp", "advcl") or hung_on_law(verb)
    if below is not None and clauses.has_to(below):
        return done_in(story, passage, below, clauses.subject(verb))
    inner = clauses.complement_of(verb, "to")
    if inner is None or lemma(verb) != "commit":
        return ()
    if inner.tag_ == "VBG":
        return done_in(story, passage, inner, clauses.subject(verb))
    return named_deed(story, passage, inner)  # "committed itself to a withdrawal"


def _by_noun(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What is owed where law gives a right or a duty: "under the pact Oslo has a duty to"."""
    given = lemma(verb) in _GIVING and (
        _by_law(verb)
        or rests_on_law(verb)
        or without_legal_ground(verb)
        or any(map(follows_from_law, children(verb, "advcl")))
    )
    if not given and not follows_from_law(verb):
        return ()
    for asked in (withheld, owed, liable, prohibited, due, exempted):
        found = asked(story, passage, verb)
        if found:
            return found
    return entitled(story, passage, verb) if has_right(verb) else ()


_HAVING = frozenset({
    "be", "become", "deny", "enjoy", "fall", "have", "lack", "owe", "possess", "refuse", "see",
})  # fmt: skip
_GIVING = word_class("containing") | word_class("freeing") | _HAVING


# --- modals under a law -------------------------------------------------------------------------


def _by_modal(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What must or may not be done where law is named as the ground: "under the pact A must"."""
    to_be = verb.dep_ == "xcomp" and clauses.has_to(verb) and lemma(verb.head) == "be"
    to_be = to_be and child(verb.head, "attr", "acomp") is None  # "it is a crime to close it"
    if verb.dep_ == "acl" and _told_by_order(verb):
        return done_in(story, passage, verb, clauses.subject(verb.head.head.head))
    asked = verb.head if verb.dep_ == "conj" and rests_on_law(verb) else verb
    if asked_for(asked) and _grounded(verb):
        above = asked.head
        whom = child(above, "dobj") or clauses.complement_of(above, "on", "upon", "to")
        whom = whom if clauses.has_to(asked) and whom is not None else child(asked, "nsubj")
        return done_in(story, passage, verb, whom) if whom is not None else ()
    if clauses.modality(verb) in (None, "will") and not to_be:
        return _in_its_present(story, passage, verb)
    if any(clauses.has_to(clause) for clause in children(verb, "advcl")):
        return ()  # "must withdraw to keep its seat"
    by_law = rests_on_law(verb) or plain_before(verb) or cited_by_speaker(verb)
    by_law = by_law or by_signing(verb) or (told_of_law(verb) and follows(verb))
    if not by_law and not (binds_anybody(verb) and told_of_law(verb)):
        return ()
    if not to_be:
        return duties_of(story, passage, verb) or _by_leave(story, passage, verb)
    found = done_in(story, passage, verb, None)
    return tuple(map(flipped, found)) if clauses.negated(verb.head) else found


def _to_keep_law(verb: Token) -> bool:
    """Whether somebody must keep to a law: "must honour it", "has to comply with the ruling"."""
    asked = clauses.modality(verb) in ("must", "should") or asked_for(verb)
    if lemma(verb) not in _ABIDING or clauses.negated(verb) or not (asked and _is_reported(verb)):
        return False
    kept = child(verb, "dobj") or clauses.complement_of(verb, "with", "by", "to")
    if (
        kept is None
        or children(kept, "acl")
        or any(c.pos_ == "VERB" for c in children(verb, "conj"))
    ):
        return False  # "comply with the order to close it" is to close it
    return is_law(kept) or (kept.lower_ == "it" and law_just_named(kept))


def _is_reported(verb: Token) -> bool:
    """Whether somebody is told to say it: only whoever cites a law can tell what it comes to."""
    main = verb.head if verb.dep_ == "conj" else verb
    return main.dep_ in ("ccomp", "xcomp", "parataxis") or child(main, "parataxis") is not None


def _told_by_order(verb: Token) -> bool:
    """Whether it is what somebody must do: "comply with the order to close it"."""
    order = verb.head
    above = order.head.head if order.head.pos_ == "ADP" else order.head
    kept = clauses.has_to(verb) and lemma(above) in _ABIDING and order.head.head is above
    return kept and is_law(order) and not clauses.negated(above)


_TELLING = word_class("law_telling")
_ABIDING = word_class("law_abiding")


def _by_leave(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "may be ended only by consent of both" that it may not: the case is the exception."""
    if not by_leave(verb):
        return ()
    found = done_in(story, passage, verb, None)
    by_whom = child(verb, "agent") is not None  # whom law spares it does not forbid it to
    return tuple(flipped(replace(p, agent=None) if by_whom else p) for p in found)


def _grounded(verb: Token) -> bool:
    """Whether law is named as the ground on which something is asked."""
    return rests_on_law(verb) or rests_on_law(verb.head) or citing_law(verb.head)


def _in_its_present(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "the treaty guarantees that it stays open" the staying: law's present is a duty."""
    if verb.tag_ in _PRESENT and lemma(verb) not in STATIVE:
        if under_which(verb):
            return _as_laid_down(story, passage, verb)  # "a lease under which the tenant pays"
        if opened_by_law(verb) and lemma(verb) not in _UNDERGOING:
            return _as_laid_down(story, passage, verb)  # "under the lease the tenant pays"
    if verb.dep_ != "ccomp" or not (_is_laid_down(verb) or _is_ruled(verb)):
        return ()
    return done_in(story, passage, verb, None)


def _as_laid_down(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What law's present says, and not what is told beside it: "pays, and has not paid yet"."""
    beside = (c for c in children(verb, "conj") if child(c, "nsubj", "nsubjpass") is not None)
    last = min((c.left_edge.i for c in beside), default=len(verb.doc.tokens))
    end = passage.start + verb.doc.tokens[last - 1].end
    return tuple(p for p in done_in(story, passage, verb, None) if p.span.start < end)


def _is_laid_down(verb: Token) -> bool:
    """Whether law tells what is so, or will be: "the accord says that Oslo will withdraw"."""
    above, will = verb.head, clauses.modality(verb) == "will"
    topic = child(verb, "nsubj", "nsubjpass")
    none = topic is not None and clauses.of_none(topic)  # "says that no planes fly there"
    if lemma(above) not in (_LAYING_DOWN | _WORDING if will or none else _LAYING_DOWN):
        return False
    own = clauses.subject(above)
    said = own is not None and is_law(own) and not clauses.negated(above)
    return said and (will or verb.tag_ in _PRESENT)


def _is_ruled(verb: Token) -> bool:
    """Of "the court ruled that the crew be freed" the freeing."""
    own = clauses.subject(verb.head) if lemma(verb.head) in _SAYING else None
    said = own is not None and speaks_law(own) and not clauses.negated(verb.head)
    # Of several the form is that of the present: "found that the levies break the pact".
    several = any(c.tag_ in ("NNS", "NNPS", "PRP") for c in children(verb, "nsubj"))
    return said and not several and clauses.subjunctive(verb)


# What becomes of somebody under a law is no duty: "under the treaty Oslo faces a fine".
_UNDERGOING = word_class("wanting") | {
    "become",
    "face",
    "get",
    "lose",
    "owe",
    "receive",
    "stand",
    "suffer",
}
_SAYING = word_class("law_saying")
_WORDING = frozenset({"read", "say", "state"})
_LAYING_DOWN = frozenset({
    "ensure", "establish", "guarantee", "lay", "prescribe", "provide", "specify", "stipulate",
})  # fmt: skip
_PRESENT = frozenset({"VBP", "VBZ"})
