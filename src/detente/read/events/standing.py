"""Whether a told act happened, goes on, is planned, is denied, or is only thought of."""

from detente.domain.evidence import Status
from detente.lexicon.words import word_class
from detente.read.events.undone import called_off, taken_back, to_come, withheld
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token

_PLANNING = word_class("planning") | frozenset({
    "order", "decide", "set", "due", "ready", "willing", "prepared", "schedule", "slate", "poise",
    "expected", "scheduled", "slated", "poised", "commit", "resolve", "opt", "instruct",
})  # fmt: skip
_UNREAL = frozenset({"can", "may", "must", "should", "would"})
_UNREALISED = (word_class("unrealised") - {"order"}) | frozenset({
    "weigh", "mull", "contemplate", "ponder", "explore", "likely", "unlikely", "able", "free",
})  # fmt: skip
# What is kept from happening does not: "barred them from returning".
_PREVENTING = frozenset({"prevent", "stop", "bar", "block", "keep", "ban", "prohibit", "deter"})
_DISMISSING = frozenset({"reject", "dismiss", "rebut", "deny", "refute"})
_REFUSING = frozenset({"refuse", "decline", "fail", "neglect"})
_DENYING = frozenset({"deny", "disprove", "refute"})
_THREATENING = frozenset({"threaten"})
# Verbs that only begin, end or help an act along: it stands as they do.
_PHASES = frozenset({
    "begin", "start", "continue", "keep", "proceed", "manage", "resume", "go", "move", "help",
    "cease", "finish", "complete", "let", "make", "have", "get", "see", "ensure",
})  # fmt: skip
_AGREEING = frozenset({"agree", "settle", "decide"})
# What rules speak of need not happen: "the treaty applies to attacks on vessels".
_REGULATING = word_class("regulating")
_WAITING = word_class("waiting")
_FEARING = frozenset({"fear", "risk", "anticipate", "foresee", "predict"})
_IF = frozenset({"if", "unless", "whether", "provided", "providing", "should", "lest"})
_ABOVE = ("xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "prep", "advcl", "oprd", "acomp")
_TENTATIVE = word_class("tentative")
_REPORTED = frozenset({
    "say", "announce", "declare", "state", "tell", "add", "report", "confirm", "insist", "warn",
    "write", "vow", "promise", "note", "hint", "claim", "explain", "reveal", "signal", "indicate",
    "reiterate", "repeat", "stress", "pledge", "inform", "disclose", "affirm", "reaffirm", "assure",
})  # fmt: skip


def standing(token: Token) -> Status:
    """Return what the text says of an act told by a verb or a noun."""
    if token.pos_ in ("NOUN", "PROPN"):
        return _of_noun(token)
    return _of_verb(token, 0)


def _of_verb(verb: Token, depth: int) -> Status:
    if _in_condition(verb) or _is_asked(verb):
        return "hypothetical"
    if _when_it_comes(verb):
        return "hypothetical"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return "denied"
    if _yet_to(verb):
        return "denied"
    if verb.dep_ in _BELOW and clauses.subjunctive(verb) and child(verb, "mark") is not None:
        return "hypothetical"  # "insisted that it be lifted"
    modal = clauses.modality(verb)
    negated = clauses.negated(verb) or _of_none(verb)
    if verb.dep_ == "pcomp" and _instead(verb):
        return "denied"
    if modal == "will" or (modal == "would" and _reported(verb)):
        if modal == "would" and _said_as_threat(verb) and not negated:
            return "hypothetical"
        if negated:
            return "denied"
        return "hypothetical" if has_condition(verb) else "planned"
    if modal == "may" and _perfect(verb):
        return "hypothetical"
    if modal in _UNREAL:
        return "denied" if negated and modal == "would" else "hypothetical"
    governed = _governed(verb, depth)
    if _aimed_at(verb) and governed in (None, "happened", "ongoing"):
        return "hypothetical"
    if governed is not None:
        return governed
    if negated:
        return "denied"
    if _laid_down(verb):
        return "planned"
    return _of_tense(verb, depth)


def _is_asked(verb: Token) -> bool:
    """Whether it is what a question asks: "has Oslo signed it?", and not "the ban it imposed"."""
    if not _ends_in_asking(verb):
        return False
    told = verb.dep_ in ("acl", "advcl", "relcl") and (verb.tag_ == "VBD" or _perfect(verb))
    first = next((t for t in verb.sent if not (t.is_quote or t.is_punct or t.is_space)), verb)
    return not told and first.pos_ == "AUX"


def _ends_in_asking(token: Token) -> bool:
    """Whether its sentence is a question."""
    last = token.doc[token.sent.end - 1]
    while (last.is_quote or last.is_space) and last.i > token.i:
        last = last.nbor(-1)
    return last.text == "?"


def _aimed_at(verb: Token) -> bool:
    """Whether somebody is only for or against it, or debates it: "a vote on lifting it".

    "Admitted to lifting it" and "after lifting it" tell that it was done.
    """
    before = verb.head
    if verb.dep_ != "pcomp" or clauses.negated(before):
        return False
    above = before.head
    if before.lower_ == "of":
        return above.lemma in _FAVOURING or above.lemma in _THINKING
    if before.lower_ == "with":
        return above.lemma == "toy"
    if before.lower_ == "for":
        return above.lemma == "be"
    if before.lower_ in ("about", "on", "over"):
        return above.lemma in _DELIBERATING
    return before.lower_ in _AIMING and above.lemma not in _OWNING_UP


_AIMING = frozenset({"against", "to", "toward", "towards"})
_DELIBERATING = frozenset({
    "agree", "bargain", "choose", "confer", "consult", "consultation", "debate", "decide",
    "decision", "deliberate", "deliberation", "dialogue", "discussion", "haggle", "idea", "insist",
    "insistence",
    "meeting", "negotiate", "negotiation", "proposal", "question", "referendum", "rule", "ruling",
    "talk", "think", "thought", "view", "vote",
})  # fmt: skip
_FAVOURING = frozenset({"favor", "favour", "idea", "possibility", "prospect", "question", "notion"})
_THINKING = frozenset({"dream", "speak", "talk", "think"})
_OWNING_UP = frozenset({
    "addition", "admit", "confess", "contrary", "prior", "react", "resort", "respond",
    "return", "thank", "thanks", "turn",
})  # fmt: skip


def _laid_down(verb: Token) -> bool:
    """Whether a present is a schedule's: "under the plan Oslo withdraws", "in return it opens"."""
    if verb.tag_ not in ("VBZ", "VBP") or children(verb, "aux", "auxpass"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _laid_down(verb.head):
        return True
    for preposition in (*children(verb, "prep"), *_according(verb)):
        noun = child(preposition, "pobj")
        before = preposition.i < verb.i and preposition.lower_ in _BY
        if noun is not None and before and noun.lemma in _SCHEDULES:
            return preposition.lower_ != "in" or noun.lemma in _FOR_IT
    return False


def _according(verb: Token) -> list[Token]:
    """Of "according to the plan" the "to", which holds the plan."""
    return [below for p in children(verb, "prep") for below in children(p, "prep")]


_SCHEDULES = word_class("schedules")
_BY = frozenset({"by", "for", "in", "to", "under"})
_FOR_IT = frozenset({"exchange", "return", "turn"})


def _when_it_comes(verb: Token) -> bool:
    """Whether a present only says when: "on the day on which it is signed", "once they leave"."""
    helping = children(verb, "aux", "auxpass")
    if not any(t.tag_ in ("VBZ", "VBP") for t in (helping or [verb])):
        return False
    if verb.dep_ == "relcl":
        return verb.head.lemma in _TIMES and verb.head.i < verb.i
    return verb.dep_ == "advcl" and any(
        c.lower_ in ("when", "once", "before") for c in children(verb, "advmod", "mark")
    )


_BELOW = frozenset({"ccomp", "acl", "relcl", "advcl"})
_TIMES = frozenset({"day", "date", "moment", "hour", "week", "month", "year", "time", "minute"})


def _yet_to(verb: Token) -> bool:
    """Whether somebody "has yet to" do it."""
    above = verb.head
    return (
        above.lemma in ("have", "be")
        and clauses.has_to(verb)
        and any(c.lower_ == "yet" for c in (*children(above, "advmod"), *children(verb, "advmod")))
    )


def _of_tense(verb: Token, depth: int) -> Status:
    if verb.tag_ == "VBG":
        auxiliaries = children(verb, "aux")
        if any(a.lemma == "be" and a.tag_ in ("VBP", "VBZ") for a in auxiliaries):
            return "ongoing"
        if any(a.lower_ == "been" for a in auxiliaries):
            return "happened" if any(a.lower_ == "had" for a in auxiliaries) else "ongoing"
        if verb.dep_ in ("advcl", "conj") and depth < 3 and verb.head.pos_ in ("VERB", "AUX"):
            return _of_verb(verb.head, depth + 1)
        return "happened"
    if verb.tag_ in ("VBZ", "VBP"):
        if verb.lemma == "date" and clauses.complement_of(verb, "from", "to") is not None:
            # "The contract dates from September": it was concluded then.
            return "happened"
        return "ongoing" if child(verb, "auxpass") is None else _passive_present(verb)
    being = any(a.lower_ == "being" for a in children(verb, "auxpass"))
    if being and any(a.tag_ in ("VBZ", "VBP") for a in children(verb, "aux")):
        return "ongoing"
    if verb.tag_ == "VBN" and any(a.tag_ in ("VBZ", "VBP") for a in children(verb, "auxpass")):
        return _passive_present(verb)
    if verb.tag_ == "VB":
        return (
            "happened" if any(a.lower_ == "did" for a in children(verb, "aux")) else "hypothetical"
        )
    if verb.lemma in ("keep", "hold", "remain", "stay") and _nth_day(verb):
        return "ongoing"
    if any(a.lower_ in ("has", "have") for a in children(verb, "aux")) and _lasting(verb):
        return "ongoing"
    return "happened"


def _lasting(verb: Token) -> bool:
    """Whether "has shadowed" is said to have gone on until now: "since", "for ten days"."""
    if child(verb, "auxpass") is not None:
        return False
    return _for_a_time(verb) or any(c.lower_ == "since" for c in children(verb, "advmod", "prep"))


def _for_a_time(verb: Token) -> bool:
    return any(
        p.lower_ == "for" and (inner := child(p, "pobj")) is not None and inner.ent_type_ == "DATE"
        for p in children(verb, "prep")
    )


def _passive_present(verb: Token) -> Status:
    return "ongoing" if not children(verb, "aux") else "happened"


def _nth_day(verb: Token) -> bool:
    """Whether it is said to go on "for a sixth day"."""
    return any(
        p.lower_ == "for" and any(t.ent_type_ in ("ORDINAL", "DATE") for t in p.subtree)
        for above in (verb, *children(verb, "acomp", "oprd", "ccomp", "advcl", "xcomp"))
        for p in children(above, "prep")
    )


def _instead(verb: Token) -> bool:
    """Whether it is what was not done: "instead of signing", "stopped short of signing"."""
    before = verb.head
    return before.lower_ == "of" and (
        before.head.lower_ in ("instead", "short") or before.nbor(-1).lower_ in ("instead", "short")
        if before.i
        else False
    )


def _said_as_threat(verb: Token) -> bool:
    return any(a.lemma in ("warn", "threaten") for a in verb.ancestors if a.pos_ == "VERB")


def _of_none(verb: Token) -> bool:
    """Whether the subject is nobody: "none would be released"."""
    if verb.dep_ in ("conj", "ROOT", "ccomp", "parataxis", "advcl"):
        # "Nor would the crews be replaced."
        first = verb.left_edge
        before = verb.doc[first.i - 1] if first.i > verb.sent.start else first
        if "nor" in (first.lower_, before.lower_):
            return True
    own = child(verb, "nsubj", "nsubjpass")
    return own is not None and (
        own.lower_ in ("none", "nobody", "neither")
        or any(d.lemma in ("no", "neither") for d in children(own, "det"))
    )


def _perfect(verb: Token) -> bool:
    return any(a.lower_ == "have" for a in children(verb, "aux"))


def _reported(verb: Token) -> bool:
    """Whether "would" is a reporter's "will": "said it would", "would go, the envoy said"."""
    for below in (verb, *verb.ancestors):
        if below.dep_ == "ccomp" and below.head.pos_ == "VERB":
            return below.head.lemma in _REPORTED and not has_condition(verb)
        if any(said.lemma in _REPORTED for said in children(below, "parataxis")):
            # "It cut the flow, it said, and would restore it".
            return not has_condition(verb)
        if below.dep_ not in ("conj", "ROOT", "xcomp"):
            return False
    return False


def has_condition(verb: Token) -> bool:
    """Whether a clause beside it says under what condition: "if", "unless", "provided"."""
    for below in (verb, verb.head) if verb.dep_ in ("ccomp", "xcomp", "conj") else (verb,):
        for clause in children(below, "advcl", "prep"):
            # In the consequence itself a bare "should" opens the condition.
            if any(c.lower_ in _IF and c.dep_ in ("mark", "aux", "advmod") and _opens(c, clause)
                   for c in clause.children):  # fmt: skip
                return True
            if clause.lower_ in ("provided", "providing"):
                return True
    return False


def _opens(word: Token, clause: Token) -> bool:
    return word.lower_ != "should" or word.i == clause.left_edge.i


def _in_condition(token: Token) -> bool:
    clause = token
    for _ in range(4):
        for c in clause.children:
            if c.dep_ == "mark" and c.lower_ in ("if", "unless", "until", "whether", "lest"):
                return True
            if clause.dep_ == "advcl" and c.lower_ == "should" and c.i == clause.left_edge.i:
                return True
        if clause.head.i == clause.i:
            return False
        if clause.dep_ in ("advcl", "ccomp") and clause.head.lower_ in ("provided", "providing"):
            return clause.head.dep_ != "ROOT"
        clause = clause.head
    return False


def _governed(verb: Token, depth: int) -> Status | None:
    """Standing that the verb or noun above gives: "agreed to", "denied having", "a plan to"."""
    above = verb
    for _ in range(4):
        if above.dep_ == "conj":
            above = above.head
            continue
        if above.dep_ not in _ABOVE or above.head.i == above.i:
            return None
        if above.dep_ == "acl" and _relative(above):
            return None
        relation, above = above.dep_, above.head
        if above.pos_ not in ("VERB", "NOUN", "ADJ", "AUX"):
            continue
        found = _given_by(verb, above, relation, depth)
        if found is not None:
            return found
        if above.pos_ in ("VERB", "AUX"):
            return None
    return None


def _relative(verb: Token) -> bool:
    """Whether a clause only says which thing is meant: "the accord that both signed"."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is None or (child(verb, "mark") is not None and clauses.is_passive(verb)):
        # "Reports that it had been signed" lack nothing that "that" could stand for.
        return False
    return child(verb, "dobj") is None and not clauses.has_to(verb)


def _given_by(verb: Token, above: Token, relation: str, depth: int) -> Status | None:
    word = above.lemma
    infinitive = clauses.has_to(verb)
    clause_of_its_own = relation == "ccomp" and not infinitive and child(verb, "nsubj") is not None
    if word in _DISMISSING and relation == "dobj" and not infinitive and clause_is_finite(verb):
        return "denied"
    left = withheld(verb, above, relation)
    if left is not None:
        return left
    if word in _PREVENTING and verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        return "denied"
    if word in _DENYING and relation in ("ccomp", "xcomp", "dobj"):
        return "denied"
    if relation == "advcl" and not infinitive:
        return None
    if word in _REFUSING and infinitive:
        upper = "happened" if above.pos_ == "NOUN" else _of_verb(above, depth + 1)
        return "hypothetical" if upper == "hypothetical" else "denied"
    if word in _THREATENING:
        return "hypothetical"
    if word in _UNREALISED:
        # What a court ruled that somebody did, he did.
        return None if word == "rule" and clause_of_its_own else "hypothetical"
    if word == "expect" and infinitive and child(verb, "nsubj") is not None:
        # What one expects of another the other has not decided.
        return "hypothetical"
    if word in _PLANNING:
        if not infinitive and clause_of_its_own:
            return None
        upper = "happened" if above.pos_ != "VERB" else _of_verb(above, depth + 1)
        if upper in ("denied", "hypothetical"):
            return upper
        told = (above, verb, *([above.head] if above.pos_ == "ADJ" else []))
        return "hypothetical" if any(map(has_condition, told)) else "planned"
    if word == "be" and infinitive and relation == "xcomp":
        return "denied" if clauses.negated(above) else "planned"
    if word in _PHASES and relation in ("xcomp", "ccomp", "pcomp", "dobj") and depth < 3:
        return _of_verb(above, depth + 1) if above.pos_ in ("VERB", "AUX") else None
    return None


def clause_is_finite(verb: Token) -> bool:
    """Whether a verb has a tense of its own: "claims that it had shelled"."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or bool(children(verb, "aux", "auxpass"))


_STANCES = frozenset({"objection", "opposition", "recognition", "resistance", "veto"})
_PROCEEDING = frozenset({"carry", "go", "move", "press", "proceed", "push"})


def _thought_of(noun: Token) -> bool:
    """Whether it is only thought of: "raised the prospect of a closure", "the risk of a strike"."""
    above = noun.head.head
    return noun.head.lower_ == "of" and above.pos_ == "NOUN" and above.lemma in _IMAGINED


_IMAGINED = frozenset({
    "chance", "danger", "hope", "idea", "likelihood", "notion", "possibility", "prospect", "risk",
})  # fmt: skip


def _of_noun(noun: Token) -> Status:
    """Standing of an act told by a noun: that of the clause it stands in, if it is unreal."""
    words = {c.lemma for c in children(noun, "amod")}
    if words & {"planned", "scheduled", "upcoming", "impending", "forthcoming"}:
        return "planned"
    if words & _TENTATIVE:
        return "hypothetical"
    if any(d.lemma == "no" for d in children(noun, "det")):
        return "denied"
    if noun.dep_ == "pobj" and (noun.head.lower_ == "without" or _thought_of(noun)):
        return "hypothetical"
    if _ends_in_asking(noun):
        return "hypothetical"  # "The lifting of the ban? Not now."
    verb = noun
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.pos_ in ("VERB", "AUX") and verb.lemma in _WAITING:
        return "hypothetical"
    if verb.i == noun.i or noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"):
        return "happened"
    if noun.dep_ == "pobj" and noun.head.lower_ in (
        "after", "since", "over", "following", "of", "despite", "during", "amid", "by",
    ):  # fmt: skip
        return "happened"
    said = to_come(noun, verb)
    if said is not None:
        return said
    if verb.lemma in _REGULATING and noun.dep_ in ("dobj", "pobj"):
        return "hypothetical"
    if noun.dep_ == "dobj" and called_off(verb):
        return "denied"
    if noun.dep_ in ("dobj", "nsubjpass") and noun.lemma in _STANCES and taken_back(verb):
        # "Dropped its objection" tells that it stands no more, "will not drop it" that it does.
        return "happened" if clauses.negated(verb) else "denied"
    direct = noun.head.i == verb.i
    if not direct:
        governor = noun.head.head if noun.dep_ == "pobj" else noun.head
        going = noun.dep_ == "pobj" and noun.head.lower_ == "with" and governor.pos_ == "VERB"
        if going and governor.lemma in _PROCEEDING:
            return _of_verb(governor, 1)  # "will not go ahead with the withdrawal"
        settled = noun.dep_ == "pobj" and noun.head.lower_ in ("on", "to", "upon")
        if settled and governor.pos_ == "VERB" and governor.lemma in _AGREEING:
            upper = _of_verb(governor, 1)
            return "planned" if upper in ("happened", "ongoing") else upper
        asked = governor.pos_ in ("NOUN", "VERB") and governor.lemma in _UNREALISED
        return "hypothetical" if asked else "happened"
    upper = _of_verb(verb, 1)
    if upper != "ongoing" and upper != "happened":
        return upper
    if verb.lemma in _UNREALISED or verb.lemma in _THREATENING or verb.lemma in _FEARING:
        return "hypothetical"
    if verb.lemma in _DENYING:
        return "denied"
    return "planned" if verb.lemma in _PLANNING and noun.dep_ == "dobj" else "happened"
