"""Which words set a condition, and which words depend on it.

A *pair* is found by its wording alone, whoever sets it and whatever it is about; what a model
may make of some of them is for :mod:`detente.read.conditions.dependences`. Where the two spans
end is one rule:

* the condition is the clause or phrase with its marker and what bears on that ("only if ..."),
  without commas around it;
* the consequence is the clause it hangs on, with all that hangs on that clause in turn, without
  "that" or "and" before it and without whoever says or thinks it; where the condition stands in
  the middle of it, the longer side;
* a condition that is a sentence of its own goes with the next sentence, or, if it only adds to
  what was said ("Not today. Unless it rains."), with the one before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from detente.domain.evidence import Span
from detente.lexicon.words import word_class
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Doc, Token
from detente.read.grammar.tokens import Span as Stretch
from detente.read.statements.propositions import act_at

_VERBAL = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_REPORTING = word_class("tagging")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A condition and its consequence, as worded.

    ``form`` names the wording ("if", "unless", "in exchange", ...); ``given`` and ``main`` are the
    heads of the two.
    """

    condition: Span
    consequence: Span
    form: str
    given: Token
    main: Token


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Tokens from the first to the last, both included."""

    first: int
    last: int

    def covers(self, i: int) -> bool:
        return self.first <= i <= self.last


def pairs(passage: Passage) -> list[Pair]:
    """Find the pairs of one paragraph, in text order, one for each condition."""
    found: list[Pair] = []
    taken: list[_Stretch] = []
    for token in passage.doc:
        if not _may_set(token.lower_):
            continue
        for form, given, words, main in _at(token):
            if any(t.covers(words.first) and t.covers(words.last) for t in taken):
                continue
            pair = _pair(passage, form, given, words, main)
            if pair is not None:
                taken.append(words)
                found.append(pair)
    return _joined(passage, sorted(found, key=lambda p: p.condition.start))


def _joined(passage: Passage, found: list[Pair]) -> list[Pair]:
    """Make one of conditions in a row: "if it wants oil, if it wants peace, it must talk"."""
    kept: list[Pair] = []
    for pair in found:
        last = kept[-1] if kept else None
        if last is not None and last.form == pair.form and _adjoin(passage, last, pair):
            both = Span(start=last.condition.start, end=pair.condition.end)
            clear = pair.consequence if pair.consequence.start >= both.end else last.consequence
            if clear.start < both.end and both.start < clear.end:
                clear = pair.consequence
            kept[-1] = replace(pair, condition=both, consequence=clear)
        else:
            kept.append(pair)
    return kept


_ROW = re.compile(r"[\s,–—-]*(?:and|or)?[\s,]*")


def _adjoin(passage: Passage, last: Pair, pair: Pair) -> bool:
    between = passage.doc.text[
        last.condition.end - passage.start : pair.condition.start - passage.start
    ]
    return _ROW.fullmatch(between) is not None


_OTHERS = frozenset({"should", "had", "were", "without", "exchange", "return", "depending", "for",
                     "subject", "event", "otherwise", "or", "and", "the"})  # fmt: skip


@cache
def _may_set(word: str) -> bool:
    """Whether a rule asks more of a word; asked of every token, so it has to be quick."""
    if word in _OTHERS or word in wordings().single or word in wordings().phrases:
        return True
    return any(word.startswith(verb[:-1]) for verb in wordings().depending)


_Found = tuple[str, Token, _Stretch, Token | None]


def _at(token: Token) -> Iterator[_Found]:
    """Conditions that a token introduces: form, head, words, and the head of what depends."""
    form = wordings().marker(token)
    if form == "suppose":
        yield form, token, _supposition(token), None
    elif form is not None:
        clause = _clause(token, form)
        if clause is not None:
            yield form, clause, _words(token, clause), None
    elif token.lower_ in ("should", "had", "were"):
        yield from _inverted(token)
    if token.lower_ == "the":
        yield from _correlated(token)
    elif token.lower_ in ("or", "and", "otherwise"):
        yield from _threat(token)
    else:
        yield from _prepositional(token)


# --- clauses ----------------------------------------


def _clause(marker: Token, form: str) -> Token | None:
    """Clause that a marker introduces, if it sets a condition there."""
    clause = marker.head
    if clause.i <= marker.i and marker.dep_ not in ("prep", "cc"):
        # A marker after its clause, or on its own: the parser lost the clause.
        after = next((t for t in marker.sent if t.i > marker.i and t.pos_ in _VERBAL), None)
        if after is None:
            return None
        clause = after
    if marker.lower_ == "if" and (_asks(marker, clause) or _idle(marker, clause)):
        return None
    if form == "as long as" and child(clause, *_SUBJECTS) is None:
        return None
    return clause if _general(form, clause) else None


def _supposition(suppose: Token) -> _Stretch:
    """Of "Suppose they leave. Then ..." the sentence, or its first clause if "then" follows."""
    sent = suppose.sent
    then = next((t.i for t in sent if t.lower_ == "then"), sent.end)
    return _Stretch(suppose.i, then - 1)


def _asks(marker: Token, clause: Token) -> bool:
    """Whether it is a question reported: "asked if it was true", "it is not clear if"."""
    above = clause.head
    if clause.dep_ == "ccomp" and above.i < marker.i and lemma(above) in wordings().asking:
        return True
    before = marker.nbor(-1) if marker.i and not marker.is_sent_start else None
    if before is None:
        return False
    # "To see if", "not sure if", "whether or if", "in terms of if": right after the word.
    if before.lower_ in ("of", "about", "on", "over") and child(before, "pobj") is None:
        return True
    asks = lemma(before) in wordings().asking and before.pos_ != "NOUN"
    return asks or before.lower_ == "even"


_SCRAPS = frozenset({"ever", "only", "any", ","})


def _idle(marker: Token, clause: Token) -> bool:
    """Whether an "if" sets nothing: "as if", "what if", "few if any", "hundreds if not more"."""
    before = marker.nbor(-1).lower_ if marker.i else ""
    after = marker.nbor(1).lower_ if marker.i + 1 < len(marker.doc) else ""
    if before in ("as", "what") or (after in _SCRAPS and clause.pos_ not in _VERBAL):
        return True
    if clause.pos_ in ("NOUN", "PROPN", "PRON", "DET") and child(clause, *_SUBJECTS) is None:
        # "A brief if friendly talk", "many, if not all": it only qualifies a word.
        return not marker.is_sent_start
    if any(t.lower_ == "or" and t.nbor(1).lower_ == "not" for t in clause.children
           if t.i + 1 < len(t.doc)):  # fmt: skip
        return True
    if lemma(clause) in wordings().asides and after in ("i", "you"):
        return clauses.complement_of(clause, "for") is None
    return after == "there" and any(t.lower_ == "ever" for t in clause.subtree)


def _general(form: str, clause: Token) -> bool:
    """Whether "once" and "until" mean a condition and not only a time.

    They do where the main clause says what may or will be, or, for "until", will not.
    """
    if form not in ("once", "until", "when"):
        return True
    main = clause.head
    if form == "when":
        own = child(clause, *_SUBJECTS)
        a = own is not None and any(d.lower_ in ("a", "an") for d in children(own, "det"))
        now = all(v.tag_ in ("VBZ", "VBP", "VBN", "VBG") for v in (clause, main))
        return a and now and main.pos_ in _VERBAL and not _past(clause) and not _past(main)
    if main.pos_ not in _VERBAL or clause.tag_ == "VBD" or _past(main):
        return False
    if form == "until":
        return clauses.negated(main) or _refusing(main)
    return clauses.modality(main) is not None and child(clause, *_SUBJECTS) is not None


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(a.tag_ == "VBD" and a.dep_ in ("aux", "auxpass") for a in
                                     verb.children)  # fmt: skip


def _order(verb: Token) -> bool:
    """Whether a clause is an imperative."""
    return verb.tag_ == "VB" and child(verb, *_SUBJECTS, "aux") is None


def _refusing(verb: Token) -> bool:
    return (
        lemma(verb) in ("refuse", "stay", "remain", "keep") and clauses.modality(verb) is not None
    )


def _words(marker: Token, clause: Token) -> _Stretch:
    """From the marker, and what bears on it, to the end of its clause."""
    doc = marker.doc
    first = min([marker.i, *wordings().leads(marker)])
    last = clause.right_edge.i
    left_out = {t.i for c in clause.children if _opposed(c) for t in c.subtree}
    inside = {t.i for t in clause.subtree} - left_out
    last = next((i for i in range(clause.i + 1, last + 1) if i not in inside), last + 1) - 1
    begins = _comma_clause(marker, clause)
    if begins is not None:
        last = min(max(last, begins - 1), begins - 1)
    last = _without_tag(marker, clause, last)
    while last > marker.i and (doc[last].text in _EDGES or doc[last].dep_ == "cc"):
        last -= 1
    return _Stretch(first, max(last, marker.i))


_TAG = 12


def _without_tag(marker: Token, clause: Token, last: int) -> int:
    """Leave out of "if they go, the minister said" who says it."""
    doc = marker.doc
    # A tag is short and ends the clause; looking no further back keeps time linear.
    for i in range(max(clause.i + 1, last - _TAG), last):
        if doc[i].text != ",":
            continue
        for verb in doc[i + 1 : last + 1]:
            own = child(verb, *_SUBJECTS) if verb.pos_ == "VERB" else None
            said = own is not None and lemma(verb) in _REPORTING and verb.tag_ in ("VBD", "VBZ")
            if said and own is not None and own.i > i and verb.i >= last - 4:
                return i - 1
    return last


def _opposed(joined: Token) -> bool:
    """Whether what is joined is a clause of its own: "if you come, but he stays"."""
    if joined.dep_ != "conj" or child(joined, *_SUBJECTS) is None:
        return False
    before = joined.doc[joined.left_edge.i - 1].lower_ if joined.left_edge.i else ""
    return before == "but" or any(t.lower_ == "whether" for t in joined.children)


def _comma_clause(marker: Token, clause: Token) -> int | None:
    """Where, after a condition that opens its clause, the surface says the main clause begins.

    Parsers often hang the main clause of "if A, B" or "if A then B" below A, or the marker on
    B. It begins at "then", or after the first comma behind a verb, an adjective or a participle
    that is followed by a subject with a verb or by an order.
    """
    before = marker.nbor(-1) if not marker.is_sent_start else None
    opens = before is None or before.text in _EDGES or before.lower_ in _OPENING
    end = clause.sent.end
    said = False
    aside = marker.i + 1 < end and marker.nbor(1).text == ","
    for t in marker.doc[marker.i + 1 : end]:
        if t.i > marker.i + 1 and t.lower_ in ("if", "unless"):
            return None
        if said and t.lower_ == "then" and t.nbor(-1).lower_ not in _NOT_THEN:
            return t.i
        late = t.i > clause.i or (said and not aside)
        if opens and late and t.text == "," and t.i + 1 < end and _begins_clause(t.nbor(1), clause):
            return t.i + 1
        said = said or t.pos_ in ("VERB", "AUX", "ADJ", "SYM") or t.tag_ in ("VBG", "VBN")
    return None


_NOT_THEN = frozenset({"and", "since", "by", "but", "until", "back"})
_OPENING = frozenset({"and", "but", "or", "so", "that", "because", "now", "uh", "um", "only",
                      "especially", "just", "like"})  # fmt: skip


def _begins_clause(token: Token, clause: Token) -> bool:
    """Whether a main clause begins at a word: a subject and its verb, or an order."""
    if token.tag_ == "VB" and child(token, *_SUBJECTS) is None:
        return token.dep_ != "conj" or token.head.i != clause.i or token.head.tag_ != "VB"
    for verb in (token.head, token.head.head):
        if verb.pos_ not in _VERBAL or verb.i <= token.i:
            continue
        if lemma(verb) in ("know", "mean", "think", "say") and verb.nbor(1).text == ",":
            # "You know", "I mean": said in passing.
            return False
        own = child(verb, "nsubj", "nsubjpass", "expl")
        starts = own is not None and own.i > token.i - 1 and own.left_edge.i == token.i
        # After a comma a clause without "which" or "who" is no relative clause.
        free = verb.dep_ not in ("acl", "advcl", "csubj") and child(verb, "mark") is None
        return starts and free and not any(t.tag_ in ("WDT", "WP", "WRB") for t in verb.children)
    return False


def _inverted(aux: Token) -> Iterator[_Found]:
    """Of "should the talks fail", "had they failed", "were they to fail"."""
    verb = aux if aux.dep_ not in ("aux", "auxpass") else aux.head
    own = child(verb, *_SUBJECTS)
    if own is None or not aux.i < own.i or own.i > verb.i > aux.i or _open_question(aux):
        return
    before = aux.nbor(-1) if not aux.is_sent_start else None
    if before is not None and (before.tag_ in ("WRB", "WP", "WDT") or before.dep_ in _SUBJECTS
                               or before.dep_ in ("neg", "advmod", "prep") or before.lower_ in
                               ("nor", "neither", "so", "only", "than", "as")):  # fmt: skip
        return
    first = before is None or before.text in _EDGES or before.lower_ in ("and", "but", "that")
    below = verb.dep_ in ("advcl", "ccomp", "conj", "relcl") and verb.head.i != verb.i
    behind = verb.dep_ in ("advcl", "ccomp") and verb.head.i < aux.i and (
        verb.dep_ == "advcl" or clauses.modality(verb.head) in ("would", "may", "can")
    )  # fmt: skip
    if not first and not behind:
        return
    if not below and not _comma_clause(aux, verb):
        return
    if aux.lower_ == "were" and not any(t.tag_ == "TO" for t in verb.subtree if t.i > aux.i):
        return
    yield aux.lower_, verb, _words(aux, verb), None


def _open_question(aux: Token) -> bool:
    """Whether the clause with the inversion runs to a question mark."""
    for t in aux.sent:
        if t.i > aux.i and t.text in (",", "?", "."):
            return bool(t.text == "?")
    return False


# --- phrases ----------------------------------------


_OBJECTS = ("prep", "ccomp", "dobj")


def _prepositional(token: Token) -> Iterator[_Found]:
    """Of "without a deal", "in exchange for", "depending on", "subject to", "requires"."""
    word = token.lower_
    if word == "without" and token.dep_ == "prep":
        target = child(token, "pobj", "pcomp")
        main = _verb_above(token)
        if (
            target is not None
            and main is not None
            and (_is_term(target) or child(target, *_SUBJECTS) is not None)
            and _hangs_in_the_air(main, token)
        ):
            yield "without", target, _subtree(token), main
    elif word in ("exchange", "return") and token.head.lower_ == "in":
        given = child(token, "prep")
        main = _verb_above(token.head)
        if given is not None and given.lower_ == "for" and main is not None:
            yield "in exchange", given, _subtree(token.head), main
    elif (
        word == "depending" and child(token, "aux") is None and child(token, *_OBJECTS) is not None
    ):
        yield "depending", token, _subtree(token), _verb_above(token)
    elif word == "subject" and child(token, "prep") is not None:
        target = clauses.complement_of(token, "to")
        own = child(token.head, *_SUBJECTS)
        if target is not None and own is not None and _is_term(target):
            yield "subject to", target, _subtree(target), own
    elif word == "for" and token.dep_ == "mark" and clauses.has_to(token.head):
        yield from _for_to(token)
    elif word == "event" and token.head.lower_ == "in" and child(token, "prep", "acl", "relcl"):
        yield "in the event", token, _subtree(token.head), _verb_above(token.head)
    elif token.pos_ in (*_VERBAL, "ADJ"):
        yield from _dependent(token)


def _for_to(marker: Token) -> Iterator[_Found]:
    """Of "for the truce to hold, both sides would have to withdraw"."""
    clause = marker.head
    main = clause.head
    if clause.dep_ != "advcl" or main.pos_ not in _VERBAL or main.i < clause.i:
        return
    duty = clauses.modality(main) == "must" or lemma(main) in ("have", "need", "require")
    if duty or clauses.modality(main) == "would":
        yield "for", clause, _words(marker, clause), None


def _correlated(token: Token) -> Iterator[_Found]:
    """Of "the longer it takes, the harder it gets"."""
    if not _compares(token):
        return
    before = token.nbor(-1) if not token.is_sent_start else None
    if before is not None and before.text not in _EDGES and before.lower_ not in _OPENING:
        return
    for t in token.doc[token.i + 3 : token.sent.end]:
        if t.lower_ == "the" and _compares(t):
            stop = next((p.i for p in token.doc[t.i : token.sent.end] if p.text in ".;!?"),
                        token.sent.end)  # fmt: skip
            rest = token.doc[t.i : stop]
            if len(rest) > 1:
                yield "the more", token.nbor(1), _Stretch(token.i, t.i - 1), rest.root
            return


def _compares(the: Token) -> bool:
    after = the.nbor(1) if the.i + 2 < len(the.doc) else None
    return after is not None and after.tag_ in ("JJR", "RBR")


def _subtree(token: Token) -> _Stretch:
    first, last = clauses.extent(token)
    return _Stretch(first.i, last.i)


def _verb_above(token: Token) -> Token | None:
    above = token
    for _ in range(20):
        if above.head.i == above.i:
            return above if above.pos_ in _VERBAL else None
        above = above.head
        if above.pos_ in _VERBAL:
            return above
    return None


def _hangs_in_the_air(main: Token, preposition: Token) -> bool:
    """Whether what goes with "without" has not happened and would not: "cannot, will not"."""
    modal = clauses.modality(main)
    return modal in ("will", "would", "can", "may") and (
        clauses.negated(main) or preposition.i < main.i
    )


def _dependent(token: Token) -> Iterator[_Found]:
    """Of "B is contingent on A", "B depends on A", "B would require A"."""
    preposition = wordings().depending.get(lemma(token))
    own = clauses.subject(token) if token.pos_ in _VERBAL else child(token.head, *_SUBJECTS)
    if preposition is None or own is None or own.pos_ == "PRON" or own.i > token.i:
        return
    if preposition:
        target = clauses.complement_of(token, *preposition.split("|"))
    else:
        wanted = clauses.modality(token) in ("will", "would") and _is_term(own)
        target = child(token, "ccomp", "xcomp", "dobj") if wanted else None
    if target is None or target.i < token.i or target.pos_ == "PRON":
        return
    if token.pos_ == "ADJ" or _is_term(target):
        yield "depends", target, _subtree(target), own


def _is_term(word: Token) -> bool:
    """Whether a word names what one party may do or give, so that it can be a term of a deal."""
    at = act_at(word)
    known = at is not None and at.act is not None and at.act.family is not None
    return known or lemma(word) in wordings().terms


# --- "A or else B" ----------------------------------------


def _threat(token: Token) -> Iterator[_Found]:
    """Of "withdraw or face sanctions", "must withdraw, otherwise", "withdraw. Otherwise,"."""
    if token.lower_ == "otherwise" and token.dep_ == "advmod":
        first = token.is_sent_start or token.nbor(-1).text in _EDGES
        demand = _demand_before(token) if first or token.nbor(-1).dep_ == "cc" else None
        if demand is not None:
            yield "otherwise", demand, _before(demand, token), token.head
    elif token.lower_ == "and" and token.dep_ == "cc" and _order(token.head):
        # "Open the border and we will lift the ban".
        order = token.head
        then = next((c for c in children(order, "conj") if c.i > token.i), None)
        own = None if then is None else child(then, *_SUBJECTS)
        if lemma(order) == "let":
            return
        if then is not None and own is not None and clauses.modality(then) in ("will", "can"):
            yield "and", order, _before(order, token), then
    elif token.lower_ == "or" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "else":
        demand = next((v for v in _verbs_before(token) if _bound(v) or _order(v)), None)
        rest = token.doc[token.i + 2 : token.sent.end]
        then = next(
            (v for v in rest if v.pos_ in _VERBAL and v.dep_ not in ("aux", "auxpass")), None
        )
        if demand is not None and then is not None:
            yield "or else", demand, _before(demand, token), then
    elif token.lower_ == "or" and token.dep_ == "cc":
        demand = token.head
        then = next((c for c in children(demand, "conj") if c.i > token.i), None)
        if then is None or then.pos_ not in _VERBAL or demand.pos_ not in _VERBAL:
            return
        # "Pay or leave" names two things to do; "withdraw or face sanctions" names one.
        harm = lemma(then) in wordings().suffering and (_order(demand) or _bound(demand))
        own = child(then, *_SUBJECTS)
        will = own is not None and clauses.modality(then) == "will"
        if harm or (will and clauses.modality(demand) == "must"):
            yield "or else", demand, _before(demand, token), then


def _verbs_before(token: Token) -> Iterator[Token]:
    """Verbs of the sentence before a word, the nearest first."""
    for i in range(token.i - 1, token.sent.start - 1, -1):
        if token.doc[i].pos_ in _VERBAL and token.doc[i].dep_ not in ("aux", "auxpass"):
            yield token.doc[i]


def _bound(verb: Token) -> bool:
    return clauses.modality(verb) in ("must", "should") or clauses.has_to(verb)


def _before(demand: Token, marker: Token) -> _Stretch:
    first = demand.left_edge.i
    own = [t.i for t in demand.subtree if t.i < marker.i]
    last = max(own, default=demand.i)
    while last > demand.i and (demand.doc[last].is_punct or demand.doc[last].dep_ == "cc"):
        last -= 1
    return _Stretch(min(first, last), last)


def _demand_before(otherwise: Token) -> Token | None:
    """What must be done: earlier in the sentence, else the head of the sentence before."""
    verb = otherwise.head
    above = verb.head
    if above.i < otherwise.i and above.pos_ in _VERBAL and _bound(above):
        return above
    nearest = next((v for v in _verbs_before(otherwise) if _bound(v)), None)
    if nearest is not None:
        return nearest
    start = otherwise.sent.start
    if start == 0 or otherwise.i > start + 1:
        return None
    before = otherwise.doc[start - 1].sent.root
    return before if _bound(before) or _order(before) else None


# --- the other half ----------------------------------------


def _pair(
    passage: Passage, form: str, given: Token, words: _Stretch, main: Token | None
) -> Pair | None:
    doc = passage.doc
    if main is None and form != "suppose":
        main, words = _main(given, words)
    if main is not None:
        rest = _consequence(main, words, form)
        if rest is not None and _says_nothing(doc, rest):
            rest, main = None, None
    if main is None:
        rest = _neighbour(given, words, ahead=form == "suppose")
        main = None if rest is None else doc[rest.first : rest.last + 1].root
    if rest is None or main is None:
        return None
    first, last = _trimmed(doc, words)
    return Pair(
        condition=passage.span(first, last),
        consequence=passage.span(*_trimmed(doc, rest)),
        form=form, given=given, main=main,
    )  # fmt: skip


def _trimmed(doc: Doc, words: _Stretch) -> tuple[Token, Token]:
    tokens = list(doc[words.first : words.last + 1])
    kept = [t for t in tokens if not t.is_space]
    while len(kept) > 1 and kept[-1].text in _EDGES:
        kept.pop()
    while len(kept) > 1 and kept[0].text in _EDGES:
        kept.pop(0)
    return (kept[0], kept[-1]) if kept else (tokens[0], tokens[-1])


_EDGES = frozenset(",.;:!?-—–\"'()[]") | {"...", "--", "''", "``", "…"}


def _says_nothing(doc: Doc, words: _Stretch) -> bool:
    """Whether words are a scrap or said in passing: "and", "well, you know"."""
    told = [t for t in doc[words.first : words.last + 1] if t.pos_ in _TELLING]
    return all(t.pos_ == "VERB" and lemma(t) in wordings().passing for t in told)


_TELLING = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM")


def _main(clause: Token, words: _Stretch) -> tuple[Token | None, _Stretch]:
    """Head of what a clause depends on; None where the clause is a sentence of its own."""
    after = _right_after(clause, words)
    above = clause.head
    while above.head.i != above.i and (
        above.pos_ not in _VERBAL or above.dep_ in ("xcomp", "acomp", "oprd")
    ):  # fmt: skip
        # Of "agreed to talk", "stays closed" the whole clause depends.
        above = above.head
    lost = above.i == clause.i or words.covers(above.i) or not words.covers(clause.i)
    if after is not None and (lost or above.i < words.first):
        return _said(after, words), words
    if lost or (above.pos_ not in _VERBAL and above.head.i == above.i and above.i == clause.i):
        return None, words
    return _said(above, words), words


def _right_after(clause: Token, words: _Stretch) -> Token | None:
    """Verb of the clause that follows a condition directly, if the surface shows one."""
    doc, end = clause.doc, clause.sent.end
    i = words.last + 1
    while i < end and (doc[i].text in _EDGES or doc[i].lower_ == "then"):
        i += 1
    if i >= end or i == words.last + 1:
        return None
    first = doc[i]
    if first.tag_ == "VB" and child(first, *_SUBJECTS) is None:
        return first
    for verb in (first.head, first.head.head):
        if verb.pos_ in _VERBAL and verb.i > first.i - 1 and verb.i < end:
            own = child(verb, *_SUBJECTS)
            if own is not None and own.left_edge.i <= i <= own.i and verb.dep_ != "relcl":
                return verb
    return None


def _said(main: Token, words: _Stretch) -> Token:
    """Of "he said that it would leave if ..." what would leave; the same of what one thinks."""
    for _ in range(4):
        below = child(main, "ccomp")
        if below is None or words.covers(below.i) or lemma(main) not in wordings().saying:
            return main
        own = child(main, *_SUBJECTS)
        if lemma(main) == "be" and (below.i < main.i or own is None or own.pos_ == "PRON"):
            # "My view is that ...", but not "they are ready".
            return main
        if main.i > words.last and clauses.modality(main) is not None:
            # "If you go, you will see that it is true": seeing it is what depends.
            return main
        main = below
    return main


def _consequence(main: Token, words: _Stretch, form: str) -> _Stretch | None:
    """Clause that depends, on one side of the condition or, if it lies in its midst, all of it."""
    left_out = _left_out(main)
    inside = [
        t.i for t in main.subtree if not words.covers(t.i) and t.i not in left_out
    ]  # fmt: skip
    if form == "the more":
        doc, sent = main.doc, main.sent
        stop = next((t.i for t in doc[words.last + 1 : sent.end] if t.text in ".;!?"), sent.end)
        return _Stretch(words.last + 1, stop - 1)
    if form in ("otherwise", "or else", "and"):
        inside = [i for i in inside if i > words.last]
        while inside and main.doc[inside[0]].lower_ in _JOINING | _EDGES:
            inside.pop(0)
    stop = _own_condition(main)
    inside = _within_semicolons(main, words, [i for i in inside if i < stop])
    while inside and main.doc[inside[-1]].dep_ in ("cc", "punct"):
        inside.pop()
    before = [i for i in inside if i < words.first]
    after = [i for i in inside if i > words.last]
    if not before or not after:
        side = before or after
        return _Stretch(side[0], side[-1]) if side else None
    if _split(main, words):
        return _Stretch(before[0], after[-1])
    side = before if main.i < words.first else after
    return _Stretch(side[0], side[-1])


_JOINING = frozenset({"or", "else", "otherwise", "and"})


def _split(main: Token, words: _Stretch) -> bool:
    """Whether a condition parts a verb from its subject, an auxiliary or an object."""
    near = [c for c in main.children if c.dep_ in (*_SUBJECTS, "aux", "dobj", "attr", "acomp",
                                                   "xcomp", "ccomp")]  # fmt: skip
    return any((c.i < words.first) != (main.i < words.first) for c in near)


def _own_condition(main: Token) -> int:
    """Where, of "if A, B, and if C, D", the part that has a condition of its own begins."""
    return min(
        (
            c.left_edge.i
            for c in children(main, "conj")
            if c.i > main.i and any(_introduced(below) for below in c.children)
        ),
        default=len(main.doc),
    )


def _introduced(clause: Token) -> bool:
    return clause.i < clause.head.i and any(
        wordings().marker(mark) is not None for mark in children(clause, "mark", "advmod")
    )


def _within_semicolons(main: Token, words: _Stretch, inside: list[int]) -> list[int]:
    doc = main.doc
    stops = [t.i for t in main.sent if t.text == ";"]
    low = max((i for i in stops if i < words.first), default=-1)
    high = min((i for i in stops if i > words.last), default=len(doc))
    return [i for i in inside if low < i < high] or inside


def _left_out(main: Token) -> set[int]:
    """What hangs before a clause without being part of it: "that", "and", who says so."""
    found: set[int] = set()
    for c in main.children:
        if c.dep_ in ("mark", "cc", "punct") and c.i < main.i and c.lower_ in (
            "that", "and", "but", "so", "or", "because", "then",
        ):  # fmt: skip
            found |= {t.i for t in c.subtree}
        if c.lower_ == "then" and c.i < main.i:
            found.add(c.i)
        if c.dep_ == "parataxis" and lemma(c) in _REPORTING:
            found |= {t.i for t in c.subtree}
    return found


def _neighbour(clause: Token, words: _Stretch, *, ahead: bool) -> _Stretch | None:
    """Sentence beside a condition that is one itself."""
    sent = clause.sent
    left = _Stretch(sent.start, words.first - 1) if words.first > sent.start else None
    right = _Stretch(words.last + 1, sent.end - 1) if words.last + 1 < sent.end else None
    for side in (None if ahead else left, right):
        if side is not None and _has_verb(clause.doc, side) and not _says_nothing(clause.doc, side):
            return side
    after = _sentence(clause.doc, sent.end)
    before = _sentence(clause.doc, sent.start - 1)
    if ahead:
        return None if after is None else _Stretch(after.start, after.end - 1)
    # A sentence that does not end was cut by the parser.
    cut = sent[-1].text not in (".", "?", "!", '"', "'")
    goes_on = cut or (
        after is not None and after[0].lower_ in ("then", "so", "and", "that", "it", "this")
    )
    beside = after if (goes_on and after is not None) or before is None else before
    return None if beside is None else _Stretch(beside.start, beside.end - 1)


def _has_verb(doc: Doc, words: _Stretch) -> bool:
    return any(t.pos_ in _VERBAL for t in doc[words.first : words.last + 1])


def _sentence(doc: Doc, i: int) -> Stretch | None:
    return doc[i].sent if 0 <= i < len(doc) else None
