"""Which complement a cue has: a clause, an infinitive, an order, a noun phrase, a tag.

A tag is a cue set beside what it attributes, "Talks go on, the minister said on Monday",
and is found by its commas where the parser makes something else of it.
"""

from collections.abc import Container, Iterator

from detente.lexicon.cues import Frame
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.leaves import is_leave
from detente.read.grammar.tokens import Token, once

_VERBAL = ("VERB", "AUX")


def frames(
    verb: Token, preposition: Token | None, wanted: Container[Frame]
) -> Iterator[tuple[Frame, list[Token]]]:
    """Yield the complements a verb has, likeliest first, and where their content hangs.

    With a preposition, those of the verb with that preposition. What is not wanted may be left
    out.
    """
    judged = _judged(verb) if preposition is None and "predicate" in wanted else None
    if judged is not None:
        yield "predicate", [judged]
    complement = _complement(verb, clausal="clause" in wanted)
    after_colon = complement is not None and _after_colon(verb, complement)
    if after_colon and preposition is None:
        yield from _objects(verb)
    if complement is not None:
        yield from _clausal(verb, complement)
    if preposition is not None:
        yield from _after_preposition(verb, preposition)
        return
    if _before_people(verb):
        tagged = _beside(verb)
        if tagged is not None:
            yield "clause", [tagged]
        return
    close = _close_gerund(verb) if "gerund" in wanted else None
    if close is not None:
        yield "gerund", [close]
    beside = _beside(verb) if "clause" in wanted else None
    if beside is not None:
        yield "clause", [beside]
    yield from _objects(verb)


def below_idiom(verb: Token, phrase: str) -> Token | None:
    """Of "reserves the right to leave", a cue with its noun, the leaving."""
    noun = child(verb, "dobj")
    if noun is None or noun.lemma not in phrase.split()[1:]:
        return None
    below = child(noun, "acl", "relcl", "xcomp") or child(verb, "xcomp", "advcl")
    return below if below is not None and below.i > noun.i and clauses.has_to(below) else None


def _before_people(verb: Token) -> bool:
    """Whether a tag is turned round: "it stays shut, insists the minister" insists on nobody.

    The parser takes whoever speaks for what is said.
    """
    if verb.lemma not in _TAGGING - _TELLING or verb.tag_ not in ("VBZ", "VBD"):
        return False
    said = child(verb, "dobj")
    if said is None or said.i < verb.i or verb.doc[verb.i - 1].text != ",":
        return False
    own = children(verb, "nsubj", "nsubjpass", "aux")
    if any(t.pos_ not in ("VERB", "AUX") or t.dep_ == "aux" for t in own):
        return False  # a whole clause that is taken for the subject is what is said
    named = any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in said.children)
    return named or _is_title(said) or said.ent_type_ == "PERSON"


# Verbs of saying that have an object who hears it.
_TELLING = frozenset({
    "answer", "assure", "believe", "caution", "charge", "reassure", "remind", "tell", "threaten",
    "urge", "warn",
})  # fmt: skip


def _complement(verb: Token, *, clausal: bool) -> Token | None:
    found = children(verb, "ccomp", "xcomp")
    plainly = next((c for c in found if c.lower_ in clauses.PLAINLY), None)
    if plainly is not None and verb.lemma == "make":  # "should clear the mines" is no plainness
        # "Made clear that", "made it clear that": the clause may hang on either.
        found = [c for c in found if c is not plainly] or children(plainly, "ccomp", "advcl")
    if found and found[0].i < verb.i and (not clausal or not _told_before(verb)):
        # "Its line is the same: it does not intend to lift it": the line is not intended.
        found = found[1:]
    found = found or [c for c in children(verb, "advcl") if _for_to(c)]
    complement = found[0] if found else _under_a_place(verb) if clausal else None
    if complement is None or complement.pos_ in _VERBAL or child(complement, "nsubj") is not None:
        return complement
    return None


def _for_to(clause: Token) -> bool:
    """Whether it is the clause of "is pushing for Oslo to leave"."""
    mark = child(clause, "mark")
    named = (
        mark is not None and mark.lower_ == "for" and bool(children(clause, "nsubj", "nsubjpass"))
    )
    return named and clauses.has_to(clause) and clause.i > clause.head.i


def _under_a_place(verb: Token) -> Token | None:
    """Of "predicted at the summit that they will leave" the leaving.

    The parser may hang it on the summit, although "that" stands for nothing in it.
    """
    for preposition in children(verb, "prep", "dative"):
        noun = child(preposition, "pobj")
        for clause in children(noun, "relcl", "acl") if noun is not None else ():
            first = clause.left_edge
            own = child(clause, "nsubj", "nsubjpass")
            told = own is not None and first.lower_ == "that" and own.i != first.i
            if told and (first.dep_ == "mark" or _complete(clause, first)):
                return clause
    return None


def _complete(clause: Token, that: Token) -> bool:
    """Whether a clause lacks nothing that its "that" could stand for."""
    objects = [
        c for c in children(clause, "dobj", "attr", "acomp", "xcomp", "ccomp") if c.i != that.i
    ]
    return bool(objects) or clauses.is_passive(clause)


def _told_before(verb: Token) -> bool:
    """Whether a clause before a verb can be its complement: "Talks go on, said Oslo".

    Of "Oslo offered a map, then said that ...", which the parser may take for such, it is not.
    """
    return child(verb, "nsubj", "nsubjpass", "dobj", "agent", "attr") is not None or (
        verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].pos_ in ("PROPN", "NOUN", "PRON", "DET")
    )


def _clausal(verb: Token, complement: Token) -> Iterator[tuple[Frame, list[Token]]]:
    kind = _complement_kind(verb, complement)
    yield kind, [complement]
    if kind == "gerund":
        yield "object", [complement]
    if kind == "infinitive" and clauses.controlled(complement) is not None:
        yield "order", [complement]


def _after_preposition(verb: Token, preposition: Token) -> Iterator[tuple[Frame, list[Token]]]:
    target = child(preposition, "pobj", "pcomp")
    if target is None:
        return
    if target.dep_ == "pcomp":
        yield "gerund", [target]
    inner = child(target, "acl", "xcomp") or _clause_behind(verb)
    inner = inner or _below_a_time(verb)
    if inner is not None and clauses.has_to(inner) and not is_leave(target):
        yield "order", [inner]
    yield "object", [target]


def _objects(verb: Token) -> Iterator[tuple[Frame, list[Token]]]:
    direct = child(verb, "dobj")
    if direct is not None:
        # "promised Kyiv to ...", "accused Cairo of ...": the clause counts, not the addressee.
        inner = _clause_behind(verb) or _below_a_time(verb)
        if inner is not None and clauses.has_to(inner):
            yield "order", [inner]
        given = children(verb, "dobj")[1:]
        if given:
            yield "object", [given[0]]  # "denied Oslo the release"
        if direct.tag_ not in ("PRP", "WDT", "WP"):
            yield "object", [direct]
    own = child(verb, "nsubjpass") if clauses.is_passive(verb) else None
    if own is not None and own.tag_ not in ("PRP", "WDT"):
        yield "object", [own]


def _clause_behind(verb: Token) -> Token | None:
    """Of "Speaking in Rome, Oslo called on Lima to leave" the leaving, and not the speaking."""
    return next((c for c in children(verb, "advcl", "xcomp") if c.i > verb.i), None)


def _below_a_time(verb: Token) -> Token | None:
    """Of "has urged Oslo for months to leave" the leaving, which the parser hangs on the months."""
    for preposition in children(verb, "prep"):
        time = child(preposition, "pobj")
        if time is not None and time.ent_type_ in ("DATE", "TIME"):
            below = (t for t in preposition.subtree if t.pos_ in _VERBAL and clauses.has_to(t))
            return next(below, None)
    return None


def _close_gerund(verb: Token) -> Token | None:
    """Of "ruled out releasing them" the release, where the parser hung it on as an aside."""
    for c in children(verb, "advcl"):
        between = verb.doc[verb.i + 1 : c.i]
        if c.tag_ == "VBG" and 0 <= len(between) <= 2 and all(t.dep_ == "prt" for t in between):
            return c
    return None


def _judged(verb: Token) -> Token | None:
    """Return what "call", "consider" or "describe ... as" pass judgement on."""
    complement = child(verb, "ccomp", "oprd")
    if complement is not None and complement.pos_ in ("ADJ", "NOUN") and complement.i > verb.i:
        own = child(complement, "nsubj") or child(verb, "dobj", "nsubjpass")
        return complement if own is None and _named_in_marks(complement) else own
    target = child(verb, "dobj")
    if target is None:
        # "The dam is described as a bomb."
        own = child(verb, "nsubjpass")
        called = own is not None and any(c.lemma == "as" for c in children(verb, "prep"))
        return own if called else None
    if any(c.lemma == "as" and c.i > target.i for c in children(verb, "prep")):
        return target
    if _named_in_marks(target):
        return target
    if any(c.lemma == "as" for c in children(target, "prep")):
        # "portray the migrants as criminals": the parser may hang it on the migrants.
        return target
    after = target.right_edge.i + 1
    if after >= verb.sent.end or after > verb.right_edge.i + 1:
        return None
    # "called the talks useless", "called him “a friend”": what it is called comes next.
    return target if _may_describe(verb.doc[after]) else None


def _named_in_marks(noun: Token) -> bool:
    """Whether a phrase has, or is followed by, a word in marks: "called the dam “a bomb”".

    The parser takes the dam and the word in marks for one phrase, whichever heads it.
    """
    doc, after = noun.doc, noun.right_edge.i + 1
    if after < noun.sent.end and doc[after].is_quote:
        return True
    appos = child(noun, "appos")
    if appos is not None and appos.left_edge.i > noun.i and doc[appos.left_edge.i - 1].is_quote:
        return True
    return any(t.is_quote for t in doc[noun.left_edge.i + 1 : noun.i])


def _may_describe(token: Token) -> bool:
    return token.pos_ in ("ADJ", "DET", "NOUN", "PROPN") or token.is_quote


def _after_colon(verb: Token, complement: Token) -> bool:
    """Whether an object stands before a colon and the clause after it: "denies this: ..."."""
    return child(verb, "dobj") is not None and any(
        t.text == ":" for t in verb.doc[verb.i : complement.left_edge.i + 1]
    )


def _complement_kind(verb: Token, complement: Token) -> Frame:
    if clauses.has_to(complement):
        own = child(complement, "nsubj", "nsubjpass")
        whom = child(verb, "dobj")
        told = (whom is not None and whom.pos_ != "ADJ") or child(verb, "nsubjpass") is not None
        return "order" if own is not None or told else "infinitive"
    if complement.tag_ == "VBG" and child(complement, "nsubj", "aux", "mark") is None:
        return "gerund"
    return "clause"


def _beside(verb: Token) -> Token | None:
    """Clause that a cue is set beside rather than above: "Talks go on, the minister said"."""
    if verb.dep_ in ("parataxis", "advcl", "ccomp") and child(verb, "nsubj") is not None:
        above = verb.head
        first, last = sorted((above, verb), key=lambda t: t.i)
        apart = any(t.text == ";" for t in verb.doc[first.i : last.i])
        if (
            not apart
            and above.pos_ in ("VERB", "AUX")
            and any(c.text == "," or c.is_quote for c in (*above.children, *verb.children))
        ):
            marked = any(c.dep_ == "mark" or c.tag_ in ("WRB", "WDT") for c in verb.children)
            clear = verb.lemma in ("say", "tell", "add", "write", "note", "explain", "state")
            clear = clear or (verb.dep_ == "parataxis" and verb.lemma in _TAGGING)
            return None if marked or not clear else above
    return tail(verb)


_TAGGING = word_class("tagging")


@once
def tail(verb: Token) -> Token | None:
    """Verb of the clause before a cue that ends the sentence, whatever the parser made of it.

    "Talks go on, the minister, Ada Bell, said on Monday": a comma, names, the cue, the stop.
    """
    went_on = verb.lemma == "go" and any(c.lower_ == "on" for c in verb.children)
    if (verb.lemma not in _TAGGING and not went_on) or verb.tag_ not in (
        "VBD",
        "VBZ",
        "VBP",
        "VBN",
    ):
        return None
    doc, sentence = verb.doc, verb.sent
    stop = next((t.i for t in doc[verb.i + 1 : sentence.end] if t.text == ","), sentence.end)
    after = doc[verb.i + 1 : stop]
    if any(t.pos_ in ("VERB", "AUX") for t in after) or len(after) > 14:
        return None
    if stop + 1 < sentence.end and doc[stop + 1].tag_ not in ("VBG", "VBN", "IN"):
        return None
    start = tag_start(verb)
    if start is None or start - told_from(verb, start) < 4:
        return None
    clause = doc[told_from(verb, start) : start]
    heads = [t for t in clause if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
    if not heads and clause[0].lower_ == "no":
        return clause[0].head  # "No talks without a truce, the minister said"
    return min(heads, key=_depth) if heads else None


def told_from(verb: Token, start: int) -> int:
    """Where the words before a tag begin: the sentence, or what follows a semicolon."""
    return next(
        (t.i + 1 for t in reversed(verb.doc[verb.sent.start : start]) if t.text == ";"),
        verb.sent.start,
    )


@once
def tag_start(verb: Token) -> int | None:
    """Where the tag begins: the comma before the names that stand before the cue."""
    doc, place, names = verb.doc.tokens, verb.i - 1, 0
    begin = verb.sent.start
    while place > begin and verb.i - place < 20:
        token = doc[place]
        if token.text == ")":
            # "Ada Bell (Greens, Oslo) said"
            opening = [t.i for t in doc[begin:place] if t.text == "("]
            place = opening[-1] - 1 if opening else begin
            continue
        if token.dep_ in ("aux", "auxpass", "neg", "advmod") and token.head.i == verb.i:
            place -= 1
            continue
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or token.is_quote:
            return place + 1 if names and token.is_quote else None
        if token.text == "," and names:
            # "the ambassador, Tom Barrack, posted": go on through an apposition.
            piece = doc[place + 1 : verb.i]
            above = doc[place - 1]
            named = piece[0].pos_ == "PROPN" and above.pos_ in ("NOUN", "PROPN")
            if not (named and any(map(_is_title, _phrase(above, begin)))):
                name = _name_before(doc, begin, place, piece)
                return place if name is None else name
        names += token.pos_ in ("NOUN", "PROPN", "PRON")
        place -= 1
    return None


def _name_before(doc: list[Token], begin: int, place: int, piece: list[Token]) -> int | None:
    """Comma before the name of "..., Ada Bell, a deputy minister, said", if it is one.

    What stands between the second comma and the cue then tells who she is.
    """
    first = place - 1
    while first > begin and doc[first].pos_ == "PROPN" and place - first < _LONGEST_NAME:
        first -= 1
    words = place - 1 - first
    told = piece[0].lower_ in _TELLING_WHO or piece[0].pos_ in ("NOUN", "ADJ")
    if not 1 < words < _LONGEST_NAME or not told or doc[first].text != ",":
        return None
    return first if any(_is_title(t) or t.lemma in _PEOPLE for t in piece) else None


_LONGEST_NAME = 6
_TELLING_WHO = frozenset({"a", "an", "the", "its", "his", "her", "their", "who"})
_PEOPLE = word_class("people")


def tag_source(verb: Token) -> Token | None:
    """Head of the names between the comma and the cue."""
    start = tag_start(verb)
    if start is None:
        return None
    names = [t for t in verb.doc[start : verb.i] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if clauses.passive_agent(verb) is not None:
        return clauses.passive_agent(verb)
    inside = {t.i for t in names}
    return next((t for t in names if t.head.i not in inside or t.dep_ == "nsubj"), None)


def _phrase(noun: Token, begin: int) -> Iterator[Token]:
    """Nouns of a phrase from its last: of "the mayor of the town" the town and the mayor."""
    yield noun
    while noun.dep_ in ("pobj", "prep") and begin <= noun.head.i < noun.i:
        noun = noun.head
        if noun.pos_ in ("NOUN", "PROPN"):
            yield noun


def _is_title(noun: Token) -> bool:
    return gazetteer().title_in(noun.text) is not None


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
