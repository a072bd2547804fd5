"""Who a cue is attributed to, also where the parser misses or misplaces its subject."""

from detente.domain.evidence import Span
from detente.lexicon.cues import cues
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children
from detente.read.grammar.speaking import letting_know
from detente.read.grammar.tokens import Token
from detente.read.statements.frames import tag_start

_RAISING = word_class("raising")
_TAGGING = word_class("tagging")
_SAYING = word_class("saying")
_WRITINGS = word_class("writings")
_OTHERS = frozenset({"another", "others", "many", "most", "some", "one", "all", "both"})
_BEFORE_NOUN = frozenset({"compound", "det", "amod", "poss", "nmod", "nummod"})
_FINITE = ("VBD", "VBZ", "VBP")
_DOUBLE = frozenset({'"', "''", "”", "“"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
# How many clauses a participle is followed up, and words an aside before a verb may have.
_DEEP, _LONG_ASIDE = 4, 14
# Words that a subject stands before its verb at most; no sentence is so long.
_FAR = 300


def source_of(verb: Token, preposition: Token | None = None) -> Token | None:
    """Who a verb is attributed to; a thing that governs a participle is nobody."""
    if verb.lemma == "quote" and child(verb, "nsubjpass") is not None:
        # "Bell is quoted as saying": whoever is quoted says it.
        return child(verb, "nsubjpass")
    quoted = _quoted_as(verb)
    if quoted is not None:
        return quoted
    if _reduced_passive(verb):
        return _feels(verb) or clauses.passive_agent(verb)
    lets = letting_know(verb)
    if lets is not None:
        return own_subject(lets)
    active = _has_done(verb) or _misread_passive(verb, preposition)
    if clauses.is_passive(verb) and not active:
        return clauses.passive_agent(verb)
    if verb.lemma in _RAISING and preposition is None:
        return None
    if verb.dep_ == "acl" and verb.tag_ != "VBG":
        return verb.head if active else None
    above = goes_on_from(verb)
    if above is not None:
        return source_of(above)
    own = own_subject(verb)
    if own is not None and _turned_round(own, verb):
        own = phrase_after(verb) or own
    if own is not None and not _in_a_quotation(own, verb):
        return own if own.tag_ not in ("WDT", "WP") else clauses.subject(verb)
    if own is None:
        inherited = _of_participle(verb) or clauses.subject(verb)
        if inherited is not None and not _in_a_quotation(inherited, verb):
            return inherited
    return _beside(verb) or own or clauses.subject(verb)


def _quoted_as(verb: Token) -> Token | None:
    """Of "state media quoted Bell as saying" Bell."""
    above = verb.head
    if verb.dep_ != "pcomp" or above.lower_ != "as" or above.head.i == above.i:
        return None
    quoting = above.head if above.head.lemma in _CITING else above.head.head
    if quoting.lemma not in _CITING or clauses.is_passive(quoting):
        return None
    return child(quoting, "dobj")


_CITING = frozenset({"quote", "cite"})


def own_subject(verb: Token) -> Token | None:
    """Subject of a verb in its own clause; of two before it, the nearer.

    "which she said was late" may have both, and so may "and that, as she said, …".
    """
    own = children(verb, "nsubj", *(("nsubjpass",) if _has_done(verb) else ()))
    before = [s for s in own if s.i < verb.i and not s.lower_.endswith(("self", "selves"))]
    if len(before) < 2:
        return before[0] if before else own[0] if own else None
    return next((s for s in reversed(before) if s.tag_ not in ("WDT", "WP")), before[-1])


def _turned_round(own: Token, verb: Token) -> bool:
    """Whether a verb stands after a subject and a single comma: "The plan, said Bell, is dead".

    No subject is parted from its own verb so; who speaks comes after it.
    """
    if verb.lemma not in _TAGGING or verb.tag_ not in _FINITE or not 0 < verb.i - own.i < _FAR:
        return False
    between = verb.doc[own.i + 1 : verb.i]
    commas = [t.i for t in between if t.text == ","]
    if len(commas) != 1 or any(not t.is_punct for t in verb.doc[commas[0] : verb.i]):
        return False
    after = phrase_after(verb)
    return after is not None and after.pos_ in ("PROPN", "NOUN")


def goes_on_from(verb: Token) -> Token | None:
    """Cue whose speaker goes on with a verb that the parser joins to what was said.

    Of "Bell *said* it was late and *called* it a shame" the first: verbs of saying are joined
    to each other, and not to what is said. Where that too is told by such a verb, or stands in
    another tense, nobody knows.
    """
    if verb.dep_ != "conj" or verb.tag_ not in (*_FINITE, "VBG") or not _says(verb):
        return None
    if child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "expl") is not None:
        return None
    first = verb.head
    while first.dep_ == "conj":
        if _says(first):
            return None
        first = first.head
    above = first.head
    if first.dep_ != "ccomp" or _says(first) or above.i > first.i or above.tag_ != verb.tag_:
        return None
    if not _says(above):
        return None
    if verb.tag_ == "VBG":
        # "Tweeting that it was late and asking": nothing else can be joined so.
        return above if first.tag_ != "VBG" else None
    return above if own_subject(above) is not None else None


def _says(verb: Token) -> bool:
    return verb.lemma in _TAGGING or verb.lemma in _SAYING


def _in_a_quotation(own: Token, verb: Token) -> bool:
    """Whether a subject stands in a quotation that ends before its verb."""
    if not 0 < verb.i - own.i < _FAR:
        return False
    marks = [t for t in verb.doc[own.i : verb.i] if t.is_quote and t.text in _DOUBLE]
    return len(marks) % 2 == 1


def _reduced_passive(verb: Token) -> bool:
    """Whether it is the "asked" of "Asked whether he would go, he said ..."."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ in ("VBN", "VBD")
        and child(verb, "nsubj", "aux", "auxpass", "dobj") is None
    )


def _feels(verb: Token) -> Token | None:
    """Of "worried that they might lose, the ministers met" the ministers."""
    known = verb.lower_ in cues().adjectives and child(verb, "agent") is None
    return clauses.subject(verb.head) if known else None


def _has_done(verb: Token) -> bool:
    """Whether the "'s" of "who's argued that it failed" is *has*: a passive has no object."""
    short = any(c.dep_ == "auxpass" and c.lower_ in ("'s", "’s") for c in verb.children)
    own = child(verb, "nsubjpass") if short else None
    return own is not None and own.lower_ != "it" and child(verb, "dobj", "ccomp") is not None


def _misread_passive(verb: Token, preposition: Token | None) -> bool:
    """Whether what the parser takes for "a group called by Oslo" is a past tense.

    A passive has no object of its own: "a group of farmers *called for a truce*".
    """
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or child(verb, "agent", "auxpass") is not None:
        return False
    if preposition is not None:
        return child(preposition, "pobj", "pcomp") is not None and verb.text.endswith("ed")
    return child(verb, "dobj") is not None


def _of_participle(verb: Token) -> Token | None:
    """Who does what a participle after a comma says: ", saying that", ", calling it late".

    The parser may hang it on the last noun or on the last clause of what was said; it goes
    with the subject of the sentence. So does one that tells what a paper says which somebody
    "issued", "sent" or "wrote".
    """
    if verb.tag_ != "VBG" or child(verb, "nsubj", "aux") is not None:
        return None
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    apart = before.text in (",", "—", "–", "--")
    if verb.dep_ == "acl":
        noun = verb.head
        if apart or (noun.lemma in _WRITINGS and noun.dep_ == "dobj"):
            return _above(noun)
        return None
    if not apart:
        return None
    return _according(verb) or (_reporter(verb.head) if verb.dep_ == "advcl" else None)


def _according(verb: Token) -> Token | None:
    """Of "according to the agency, quoting the army, …" the agency."""
    token = verb.doc[max(0, verb.left_edge.i - 2)]
    for _ in range(_DEEP):
        to = token.head if token.dep_ == "pobj" else token
        if to.lower_ == "to" and to.head.lower_ == "according":
            return child(to, "pobj")
        token = token.head
    return None


def _above(noun: Token) -> Token | None:
    """Subject of the clause in which a noun stands as anything else."""
    token = noun
    for _ in range(_DEEP * 2):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            break
        if token.dep_ in ("nsubj", "nsubjpass"):
            return None
        token = token.head
    return clauses.subject(token) if token.pos_ in ("VERB", "AUX") else None


def _reporter(verb: Token) -> Token | None:
    """Of a verb in what somebody says, whoever says it; None for the writer's own."""
    found = None
    token = verb
    for _ in range(_DEEP):
        while token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
            token = token.head
        above = token.head
        if token.dep_ != "ccomp" or above.pos_ != "VERB" or above.i > token.i:
            break
        found = own_subject(above) or found
        token = above
    return found


# --- without a subject -----------------------------------------------------------------------


def _beside(verb: Token) -> Token | None:
    """Subject of a finite verb where the parser gives it none.

    Of "the minister called it a slip, denounced the press and left", parsed with the first
    verb below the second, the minister; else who stands right after or before the verb.
    """
    before = verb.doc[verb.i - 1] if verb.i else verb
    tagged = before.is_quote or before.text == ","
    if tagged and verb.dep_ == "amod" and verb.head.i > verb.i:
        # "“…”, added ARBN": the verb is taken for a word about who speaks.
        return verb.head
    if verb.tag_ not in _FINITE and not (verb.tag_ == "VBN" and verb.dep_ in ("dep", "ROOT")):
        return None
    if tagged:
        after = _after(verb)
        if after is not None:
            return after
    for clause in children(verb, "advcl", "ccomp"):
        if clause.i < verb.i and child(clause, "mark") is None:
            found = child(clause, "nsubj")
            if found is not None:
                return found
    return _just_before(verb)


def _after(verb: Token) -> Token | None:
    """Who speaks where the tag is turned round: "“…,” added a diplomat", "“…,” said Early"."""
    after = child(verb, "dobj", "attr", "npadvmod", "oprd")
    if after is None or after.i < verb.i:
        after = phrase_after(verb)
    if after is None:
        return None
    if after.pos_ in ("PROPN", "NOUN") or after.lower_ in _OTHERS:
        return after
    return after if _name_by_its_capital(after, verb) else None


def _just_before(verb: Token) -> Token | None:
    first = min((verb, *children(verb, "aux", "neg", "advmod")), key=_index)
    named = _misread_name(verb)
    if named is not None:
        return named
    if first.i == verb.sent.start:
        return None
    token = verb.doc[first.i - 1]
    if token.text == ",":
        return _before_aside(token, verb)
    while token.head.i < verb.i and token.head.i != token.i:
        token = token.head
    if token.pos_ == "VERB" and token.tag_ in ("VBG", "VBN"):
        # "Activists hoping to stop it say …", with the participle taken for the sentence's verb.
        return child(token, "nsubj")
    return token if token.pos_ in _NOMINAL or token.lower_ in _OTHERS else None


def _misread_name(verb: Token) -> Token | None:
    """Name that the parser takes for an adverb: "*Early* said he would go"."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    return before if before is not None and _name_by_its_capital(before, verb) else None


def _name_by_its_capital(word: Token, verb: Token) -> bool:
    return (
        verb.lemma in _TAGGING
        and word.pos_ in ("ADV", "ADJ", "INTJ", "X")
        and word.dep_ in ("advmod", "amod", "npadvmod", "intj", "dobj", "acomp", "oprd")
        and word.text[:1].isupper()
        and not word.text.isupper()
        and word.left_edge.i == word.i
    )


def _before_aside(comma: Token, verb: Token) -> Token | None:
    """Name before an aside in commas: "*Ada Bell*, QC, said that …"."""
    doc = verb.doc
    start = max(verb.sent.start, comma.i - _LONG_ASIDE)
    opening = next((t.i for t in reversed(doc[start : comma.i]) if t.text == ","), None)
    if opening is None or opening == verb.sent.start:
        return None
    name = doc[opening - 1]
    return name if name.pos_ == "PROPN" else None


def phrase_after(verb: Token) -> Token | None:
    """Head of the noun phrase that follows a verb."""
    if verb.i + 1 >= verb.sent.end:
        return None
    token = verb.doc[verb.i + 1]
    while token.dep_ in _BEFORE_NOUN and token.head.i > token.i:
        token = token.head
    return token


# --- words -----------------------------------------------------------------------------------


def source_span(passage: Passage, cue: Token, source: Token | None, *, tagged: bool) -> Span | None:
    """Words of a source, given by its head; of "who said" the pronoun."""
    if source is None:
        return None
    if not tagged:
        own = own_subject(cue)
        if own is not None and own.tag_ in ("WP", "WDT") and clauses.passive_agent(cue) is None:
            return passage.token_span(own)
        relative = _relative(source, cue)
        return passage.span(*((relative, relative) if relative else _apart(source, cue)))
    start = tag_start(cue)
    if start is None or clauses.passive_agent(cue) is not None:
        return passage.span(*clauses.extent(source))
    return passage.span(*clauses.trimmed(list(cue.doc[start : cue.i])))


def _relative(source: Token, cue: Token) -> Token | None:
    """Of "the minister, who left after saying …" the pronoun."""
    token = cue
    for _ in range(_DEEP):
        if token.dep_ == "relcl" and token.head.i == source.i:
            own = child(token, "nsubj")
            return own if own is not None and own.tag_ in ("WP", "WDT") else None
        token = token.head
    return None


def _apart(source: Token, cue: Token) -> tuple[Token, Token]:
    """First and last word of a source, without the clause of a cue that hangs on it."""
    words = list(source.subtree)
    if cue.i < source.i:
        words = [t for t in words if t.i > cue.i] or words
    elif any(t.i == cue.i for t in words):
        words = [t for t in words if t.i < cue.left_edge.i] or words
    return clauses.trimmed(words)


def _index(token: Token) -> int:
    return token.i
