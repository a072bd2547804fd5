"""What is said to be against a law: so that law forbids it.

"The ban violates Article 5", "holding them is illegal under the convention", "Oslo closed the
border in breach of the treaty", "called the levy a violation of the accord". That something is
lawful, or no breach, forbids nothing.
"""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.words import word_class
from detente.read.conditions.asked import done_in, named_deed, step_before
from detente.read.conditions.benefits import flipped
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.general import breaking
from detente.read.conditions.grounds import as_law_has_it, is_law, speaks_law
from detente.read.conditions.legal import duty, unsure
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at
from detente.read.who.mentions import Story

_BREACHING = word_class("breaching")
_BREACHES = word_class("breaches")
_UNLAWFUL = word_class("unlawful")
_LAWFUL = word_class("lawful")
_COMPLYING = frozenset({"accord", "comply", "conform", "reconcile", "square"})
_LINES = frozenset({"accordance", "conformity", "keeping", "line"})
_JUDGED = _UNLAWFUL | _LAWFUL
_JUDGING = _BREACHES | _LINES
_BASES = frozenset({"base", "basis", "foundation", "ground", "support", "warrant"})
_BRANDING = word_class("branding")
# Verbs of "amounts to a breach", and those with which a preposition makes a breach.
_AMOUNTING = frozenset(
    {"amount", "be", "become", "constitute", "form", "mean", "represent", "remain"}
)
_COLLIDING = word_class("colliding")
_VOIDING = word_class("voiding")
_PLEAS = word_class("pleas")
_GUESSED = ("may", "can")
_VERBAL = ("VERB", "AUX")
_OF = ("of", "under", "to", "with", "by", "against")


def of_breach(story: Story, passage: Passage, word: Token) -> Iterator[Dependence]:
    """Find what a verb, noun or adjective says is against a law."""
    found = _breach(word)
    if found is None:
        return
    verb, wrong = found
    if unsure(verb) or (clauses.modality(verb) in _GUESSED and not clauses.negated(verb)):
        return
    if clauses.negated(verb) != _conforms(word):
        return
    done = _done(story, passage, verb, wrong) or breaking(story, passage, word, wrong)
    needs = tuple(map(flipped, done))
    if needs:
        yield duty(passage, verb, needs)


def _breach(word: Token) -> tuple[Token, Token | None] | None:
    """The verb of a clause that says so, and what is wrong by it where the grammar shows it."""
    if word.pos_ in _VERBAL:
        judged = word.lower_ in _JUDGED and clauses.is_passive(word) and _of_law(word)
        return (word, child(word, "nsubjpass")) if judged else _by_verb(word)
    if word.pos_ == "NOUN" and lemma(word) in _JUDGING:
        return _by_noun(word) if _of_law(word) and not clauses.of_none(word) else None
    if lemma(word) in _JUDGED and (_of_law(word) or _of_court(word)):
        return _by_adjective(word)
    return None


def _of_court(word: Token) -> bool:
    """Whether a court says so: "the court ruled the ban illegal", "that the ban is illegal"."""
    above = word.head
    for _ in range(2):
        own = clauses.subject(above) if above.pos_ in _VERBAL else None
        if own is not None and clauses.is_passive(above):
            own = clauses.passive_agent(above)  # "was declared unlawful by the court"
        if own is not None and speaks_law(own) and not clauses.negated(above):
            return True
        above = above.head
    return False


def _conforms(word: Token) -> bool:
    """Whether it says that something is lawful, which must be denied to forbid it."""
    return lemma(word) in _CONFORMING or word.lower_ in _LAWFUL


def _of_law(word: Token) -> bool:
    """Whether what stands behind a word for a breach is law: "contrary to the pact"."""
    target = clauses.complement_of(word, *_OF)
    above = word.head.head if _behind_its_noun(word) else word.head
    if target is None and above.pos_ in _VERBAL:
        target = clauses.complement_of(above, *_OF)
    return target is not None and is_law(target)


def _by_verb(verb: Token) -> tuple[Token, Token | None] | None:
    """Of "violates Article 5", "runs counter to the pact", "is banned under" what does."""
    word = lemma(verb)
    if clauses.is_passive(verb):
        broken = child(verb, "nsubjpass")
        if word in _BREACHING and broken is not None and is_law(broken):
            return verb, clauses.passive_agent(verb)
        kept = clauses.complement_of(verb, "with") if word in _COMPLYING else None
        return (verb, broken) if kept is not None and is_law(kept) else None
    beside = [c.lower_ for c in children(verb, "advmod", "prep", "acomp", "prt", "dobj", "oprd")]
    if word in _BREACHING:
        broken = child(verb, "dobj")
        if broken is not None and any(as_law_has_it(c) for c in children(verb, "advcl")):
            return verb, clauses.subject(verb)  # "violates the freedom laid down in the pact"
    elif word in _COMPLYING:
        broken = clauses.complement_of(verb, "with", "to")
    elif word in _HAVING:
        broken = _without_basis(verb)
    elif word in _VOIDING or word == "rule":
        return _voided(verb)
    elif any(f"{word} {each}" in _COLLIDING for each in beside):
        broken = next((t for t in _behind(verb) if is_law(t)), None)
    else:
        return None
    return (verb, clauses.subject(verb)) if broken is not None and is_law(broken) else None


def _without_basis(verb: Token) -> Token | None:
    """Of "has no basis in the treaty" the treaty."""
    basis = child(verb, "dobj")
    if basis is None or lemma(basis) not in _BASES:
        return None
    if lemma(verb) != "lack" and not clauses.negated(verb):
        return None
    return clauses.complement_of(basis, "in", "under") or clauses.complement_of(verb, "in", "under")


_HAVING = frozenset({"enjoy", "find", "have", "lack"})
_CONFORMING = _LAWFUL | _COMPLYING | _LINES | (_HAVING - {"lack"})


def _voided(verb: Token) -> tuple[Token, Token | None] | None:
    """Of "the court struck down the ban", "ruled against the ban" the ban."""
    own = clauses.subject(verb)
    if own is None or not speaks_law(own) or clauses.negated(verb):
        return None
    if lemma(verb) == "rule":
        wrong = clauses.complement_of(verb, "against")
        return (verb, wrong) if wrong is not None and wrong.pos_ == "NOUN" else None
    if lemma(verb) == "strike" and not any(c.lower_ == "down" for c in verb.children):
        return None
    struck = child(verb, "dobj")
    return (verb, struck) if struck is not None and lemma(struck) not in _PLEAS else None


def _behind(verb: Token) -> Iterator[Token]:
    """Nouns behind the prepositions of a verb, and behind those that hang on what is beside it."""
    for beside in (verb, *verb.children):
        for preposition in children(beside, "prep"):
            found = child(preposition, "pobj")
            if found is not None:
                yield from (found, *children(child(found, "prep") or found, "pobj"))


def _by_noun(breach: Token) -> tuple[Token, Token | None] | None:
    """Of "is a breach of", "in breach of", "called it a breach of" what is wrong."""
    above = breach.head
    if above.pos_ == "ADP":
        if above.lower_ == "as" and lemma(above.head) in _BRANDING:
            return above.head, clauses.patient(above.head)
        if lemma(breach) in _LINES and lemma(above.head) != "be":
            return None
        above = above.head if above.lower_ in ("in", "to", "at", "of") else above
    if above.pos_ in ("NOUN", "PROPN") and lemma(breach.head) == "in":
        return _clause_of(above), above
    if breach.dep_ == "appos" and _clause_of(above).pos_ in _VERBAL:
        return _clause_of(above), _clause_of(above)  # "closed it, a violation of the treaty"
    if breach.head.lower_ == "of":
        # The parser hangs it on the accusing, or on who is accused.
        accusing = above.head if above.dep_ == "dobj" else above
        if lemma(accusing) == "accuse":
            return accusing, clauses.patient(accusing)
    if above.pos_ not in _VERBAL:
        return None
    if lemma(above) in _AMOUNTING:
        own = clauses.subject(above) or _gerund_before(above)
        # "Found the closure to be in breach": the parser hangs the being on the closure.
        return above, above.head if above.dep_ == "acl" and child(above, "nsubj") is None else own
    at = act_at(above) if breach.head.lower_ == "in" else None
    if at is not None and at.act is not None and clauses.is_passive(above):
        return above, above  # "is held in breach of the treaty"
    if lemma(above) in _BRANDING:
        seen_in = clauses.complement_of(above, "in") if lemma(above) == "see" else None
        return above, child(breach, "nsubj") or _other_object(above, breach) or seen_in
    return (above, above) if breach.head.lower_ == "in" else None


def _by_adjective(word: Token) -> tuple[Token, Token | None] | None:
    """Of "is contrary to", "called the levy illegal under" what is wrong."""
    while word.dep_ == "conj" and word.head.pos_ == "ADJ":
        word = word.head
    above = word.head
    if lemma(word) == "contrary" and word.dep_ in ("advmod", "advcl", "prep", "amod"):
        return (above, above) if above.pos_ in _VERBAL else None  # "closed it contrary to the pact"
    if word.pos_ == "VERB" and clauses.is_passive(word):
        return word, child(word, "nsubjpass")
    if _behind_its_noun(word) and lemma(above.head) in _BRANDING:
        return above.head, above  # "called the levy illegal"
    if above.pos_ not in _VERBAL:
        return None
    if lemma(above) in _BRANDING:
        # "Ruled the detention illegal": the parser makes one phrase of the two.
        whole = child(word, "nsubj", "compound") if word.pos_ == "ADJ" else child(word, "nsubj")
        return above, whole or _other_object(above, word)
    return (above, clauses.subject(above)) if word.dep_ in ("acomp", "attr", "oprd") else None


def _behind_its_noun(word: Token) -> bool:
    """Whether the parser makes an adjective the noun's that a verb says of it."""
    return word.dep_ == "amod" and word.i > word.head.i and word.head.dep_ == "dobj"


def _gerund_before(verb: Token) -> Token | None:
    """Of "holding the crew, Oslo argued, is a breach" the holding."""
    first = verb.sent[0]
    return first if first.tag_ == "VBG" and first.i < verb.i else None


def _other_object(verb: Token, word: Token) -> Token | None:
    """Of "called the levy a breach" the levy."""
    own = child(verb, "dobj", "nsubjpass")
    return own if own is not None and own.i != word.i else None


def _clause_of(noun: Token) -> Token:
    clause = noun
    while clause.pos_ not in _VERBAL and clause.head.i != clause.i:
        clause = clause.head
    return clause


_MEANS = frozenset({"by", "in", "through", "with"})


def _wrong_by_it(verb: Token) -> Token | None:
    """What is done where a law is broken: "broke it when it closed the port", "cannot without"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        main = verb.head.head
        return main if main.pos_ == "VERB" and clauses.modality(main) == "can" else None
    if clauses.modality(verb) is not None:
        return None
    when = (c for c in children(verb, "advcl") if c.tag_ in _PAST and child(c, "dobj") is not None)
    return next((c for c in when if any(m.lower_ == "when" for m in c.children)), None)


_PAST = ("VBD", "VBN")


def _done(
    story: Story, passage: Passage, verb: Token, wrong: Token | None
) -> tuple[Proposition, ...]:
    """What is done against the law: what is wrong itself, or that by which somebody breaks it."""
    below = (child(p, "pcomp") for p in children(verb, "prep", "agent") if p.lower_ in _MEANS)
    means = next((clause for clause in below if clause is not None), None)
    if means is not None and means.tag_ == "VBG":
        return done_in(story, passage, means, wrong)
    beside = _wrong_by_it(verb)
    if beside is not None:
        found = done_in(story, passage, beside, clauses.subject(beside) or wrong)
        return tuple(replace(p, polarity="positive") for p in found)
    if wrong is None or (wrong.lower_ == "it" and wrong.dep_ in ("nsubj", "expl")):
        put_off = child(verb, "xcomp", "ccomp", "advcl", "csubj")
        if put_off is not None and clauses.has_to(put_off):
            # "It is illegal under it for Oslo to hold": Oslo, wherever the parser hangs it.
            bound = clauses.complement_of(verb, "for") or child(put_off, "nsubj")
            found = done_in(story, passage, put_off, bound)
            return found if bound is not None else tuple(replace(p, agent=None) for p in found)
        if wrong is None:
            return ()
    if wrong is _gerund_before(verb):
        return tuple(replace(p, agent=None) for p in done_in(story, passage, wrong, None))
    if wrong.pos_ in _VERBAL:
        return done_in(story, passage, wrong, clauses.subject(wrong))
    if lemma(verb) == "accuse":
        return ()  # who is accused is nothing that is done
    found = named_deed(story, passage, wrong) or step_before(story, passage, wrong)
    described = verb.dep_ == "relcl" and verb.head.i == wrong.i
    if not found and described and _clause_of(wrong).pos_ in _VERBAL:
        # "Oslo closed the border, which violates the treaty".
        return done_in(story, passage, _clause_of(wrong), None)
    return found
