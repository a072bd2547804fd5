"""Markers that open a clause, and where they set a condition: "if", "unless", "should they"."""

from collections.abc import Iterator

from detente.lexicon.words import word_class
from detente.read.conditions.extents import REPORTING, comma_clause, words_from
from detente.read.conditions.stretches import EDGES, SUBJECTS, VERBAL, Found, Stretch
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Token


def introduced_clause(marker: Token, form: str) -> Token | None:
    """Clause that a marker introduces, if it sets a condition there."""
    clause = marker.head
    if form == "until" and clause.i < marker.i and child(marker, "pobj") is not None:
        return None  # "grounded until May"
    if clause.i <= marker.i and marker.dep_ not in ("prep", "cc"):
        # A marker after its clause, or on its own: the parser lost the clause.
        after = next((t for t in marker.sent if t.i > marker.i and t.pos_ in VERBAL), None)
        if after is None:
            return None
        clause = after
    if marker.lower_ == "if" and (_asks(marker, clause) or _idle(marker, clause)):
        return None
    if form == "as long as" and child(clause, *SUBJECTS) is None:
        return None
    return clause if _general(form, clause) else None


def supposition(suppose: Token) -> Stretch:
    """Of "Suppose they leave. Then ..." the sentence, or its first clause if "then" follows."""
    sent = suppose.sent
    then = next((t.i for t in sent if t.lower_ == "then"), sent.end)
    return Stretch(suppose.i, then - 1)


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
    if before in ("as", "what") or (after in _SCRAPS and clause.pos_ not in VERBAL):
        return True
    if clause.pos_ in ("NOUN", "PROPN", "PRON", "DET") and child(clause, *SUBJECTS) is None:
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
        own = child(clause, *SUBJECTS)
        a = own is not None and any(d.lower_ in ("a", "an") for d in children(own, "det"))
        now = all(v.tag_ in ("VBZ", "VBP", "VBN", "VBG") for v in (clause, main))
        return a and now and main.pos_ in VERBAL and not _past(clause) and not _past(main)
    if main.pos_ not in VERBAL or clause.tag_ == "VBD" or _past(main):
        return False
    if form == "until":
        return clauses.negated(main) or _refusing(main)
    return clauses.modality(main) is not None and child(clause, *SUBJECTS) is not None


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(a.tag_ == "VBD" and a.dep_ in ("aux", "auxpass") for a in
                                     verb.children)  # fmt: skip


def _refusing(verb: Token) -> bool:
    return (
        lemma(verb) in ("refuse", "stay", "remain", "keep") and clauses.modality(verb) is not None
    )


def inverted(aux: Token) -> Iterator[Found]:
    """Of "should the talks fail", "had they failed", "were they to fail"."""
    verb = aux if aux.dep_ not in ("aux", "auxpass") else aux.head
    own = child(verb, *SUBJECTS)
    if own is None or not aux.i < own.i or own.i > verb.i > aux.i or _open_question(aux):
        return
    before = aux.nbor(-1) if not aux.is_sent_start else None
    if before is not None and (before.tag_ in ("WRB", "WP", "WDT") or before.dep_ in SUBJECTS
                               or before.dep_ in ("neg", "advmod", "prep") or before.lower_ in
                               ("nor", "neither", "so", "only", "than", "as")):  # fmt: skip
        return
    first = before is None or before.text in EDGES or before.lower_ in ("and", "but", "that")
    below = verb.dep_ in ("advcl", "ccomp", "conj", "relcl") and verb.head.i != verb.i
    behind = (
        verb.dep_ in ("advcl", "ccomp", "conj", "relcl")
        and verb.head.i < aux.i
        and (verb.dep_ == "advcl" or _looks_ahead(aux))
    )
    if not first and not behind:
        return
    if not below and not comma_clause(aux, verb):
        return
    passive = aux.dep_ == "auxpass" and verb.tag_ == "VBN"  # "were the gates opened"
    if (
        aux.lower_ == "were"
        and not passive
        and not any(t.tag_ == "TO" for t in verb.subtree if t.i > aux.i)
    ):
        return
    yield aux.lower_, verb, words_from(aux, verb), None


def fronted(marker: Token) -> Iterator[Found]:
    """Of "not until they sign will we talk", "only when they sign will we talk"."""
    before = marker.nbor(-1) if not marker.is_sent_start else None
    if before is None or before.lower_ not in ("not", "only") or not before.is_sent_start:
        return
    sent = marker.sent
    for aux in sent:
        turned = aux.tag_ == "MD" or (aux.dep_ == "aux" and aux.lower_ in ("do", "does"))
        own = child(aux.head, "nsubj", "nsubjpass") if turned else None
        if own is None or not marker.i < aux.i < own.left_edge.i <= own.i < aux.head.i:
            continue
        inner = [t for t in marker.doc[marker.i + 1 : aux.i] if t.pos_ in VERBAL]
        given = next((t for t in inner if t.dep_ not in ("aux", "auxpass")), None)
        if given is not None:
            yield "only", given, Stretch(before.i, aux.i - 1), aux.head
        return


def set_apart(marker: Token, form: str) -> Found | None:
    """Of "it can be opened, she said, provided that they leave", parted by a tag, both clauses."""
    clause = child(marker, "ccomp", "pcomp") if form == "provided" else None
    if clause is None:
        return None
    held = {t.i for t in clause.subtree}
    before = reversed(list(marker.doc[marker.sent.start : marker.i]))
    after = (t for t in marker.doc[marker.i + 1 : marker.sent.end] if t.i not in held)
    main = next(
        (t for t in (*before, *after) if t.pos_ in VERBAL and t.dep_ not in ("aux", "auxpass")
         and t.lemma not in REPORTING and (clauses.modality(t) is not None or clauses.has_to(t))),
        None,
    )  # fmt: skip
    return None if main is None else (form, clause, words_from(marker, clause), main)


def _looks_ahead(aux: Token) -> bool:
    """Whether something before it in the sentence may or will be: "could lift it should they"."""
    before = aux.doc[aux.sent.start : aux.i]
    return any((t.dep_ == "aux" and t.lower_ in _AHEAD) or t.lemma in _UNDERTAKING for t in before)


_UNDERTAKING = word_class("undertaking")
_AHEAD = frozenset({"would", "could", "may", "might", "can", "will"})


def _open_question(aux: Token) -> bool:
    """Whether the clause with the inversion runs to a question mark."""
    for t in aux.sent:
        if t.i > aux.i and t.text in (",", "?", "."):
            return bool(t.text == "?")
    return False
