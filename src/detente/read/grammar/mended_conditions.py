"""Mendings of a parse by which a clause that sets a condition hangs on what depends on it.

Of "will lift it the moment they leave" the leaving is no part of the moment, and of "would be back,
he said, as soon as they left" it is not the saying that waits for it.
"""

from detente.lexicon.words import word_class
from detente.read.grammar.hang import hang
from detente.read.grammar.tokens import Token

MOMENTS = word_class("moments")
_TAGGING = word_class("tagging")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_BY_DAY = frozenset({"at", "from", "on"})


def mend_moment(noun: Token) -> None:
    """Of "can sail the moment the bill is paid" and "on the day it is" when the ship can sail.

    A moment when nothing may or will be done is one that is told of: "recalled the day it left".
    """
    clause = next((c for c in noun.children if c.dep_ in ("relcl", "acl") and c.i > noun.i), None)
    the = any(c.lower_ in ("the", "that", "very", "same") and c.i < noun.i for c in noun.children)
    if clause is None or not the or not _complete(clause):
        return
    preposition = noun.head if noun.dep_ == "pobj" else None
    if preposition is not None and preposition.lower_ not in _BY_DAY:
        return
    main = noun.head if preposition is None else preposition.head
    if main.dep_ == "ccomp" and main.head.lemma == "let":
        main = main.head  # "will let the ship sail the minute they leave"
    if main.pos_ not in ("VERB", "AUX") or main is clause or not _open_still(main, clause):
        return
    if noun.dep_ == "dobj" and main.lemma in _DATING:
        return  # "will see the day they leave"
    hang(clause, main, "advcl")
    hang(noun, clause, "mark")
    if preposition is not None:
        hang(preposition, noun, "prep")


def mend_moment_before(noun: Token) -> None:
    """Of "will lift it the moment compensation is paid" that it is lifted when it is paid."""
    own = noun.head
    verb = own.head
    main = verb.head.head if verb.head.dep_ == "pobj" else verb.head
    while main.dep_ in ("prep", "pobj", "dobj") and main.head is not main:
        main = main.head
    the = noun.doc[noun.i - 1] if noun.i else noun
    if own.dep_ not in _SUBJECTS or own.i != noun.i + 1 or the.lower_ not in ("the", "very"):
        return
    if verb.dep_ != "relcl" or main.pos_ != "VERB" or not _open_still(main, verb):
        return
    hang(verb, main, "advcl")
    hang(noun, verb, "mark")
    if the.head is own:
        hang(the, noun, "det")


def _complete(clause: Token) -> bool:
    """Whether a clause has a subject of its own, and so is not about the moment itself."""
    own = next((c for c in clause.children if c.dep_ in _SUBJECTS), None)
    return own is not None and own.tag_ not in ("WDT", "WP") and own.lower_ != "that"


def _open_still(verb: Token, clause: Token) -> bool:
    """Whether it may or will be done, and no day is meant that was: "mark the day they left"."""
    past = clause.tag_ == "VBD" or any(
        c.tag_ == "VBD" for c in clause.children if c.dep_ in ("aux", "auxpass")
    )
    told = {c.lower_ for c in verb.children if c.tag_ in ("MD", "TO")}
    return not told.isdisjoint(_REPORTED) if past else bool(told)


_REPORTED = frozenset({"could", "might", "to", "would"})
_DATING = word_class("dating_verbs")


def mend_since_said(adverb: Token) -> None:
    """Of "would leave, he said, as soon as they did" it is the leaving that waits."""
    tag = adverb.head
    said = tag.head
    under = any(c.dep_ in ("advcl", "ccomp") and c.i > adverb.i for c in adverb.children)
    if tag.dep_ == "parataxis" and said.i < tag.i < adverb.i and under and _only_says(tag):
        hang(adverb, said, "advmod")


def _only_says(tag: Token) -> bool:
    """Whether a clause says nothing but who says the rest."""
    return tag.lemma in _TAGGING and not any(
        c.dep_ in ("ccomp", "xcomp", "dobj") for c in tag.children
    )


def mend_failing(word: Token) -> None:
    """Of "failing an accord by May, it will close it" that it closes it where there is none."""
    noun = word.head
    first = word.i == 0 or word.nbor(-1).text in (",", ";", ".", '"', "“", "—", "-")
    if noun.dep_ not in _SUBJECTS or word.i > noun.i or not first:
        return
    main = noun.head
    other = [c for c in main.children if c.dep_ in _SUBJECTS and c.i > noun.right_edge.i]
    if other:
        hang(noun, word, "pobj")
        hang(word, main, "prep")


def mend_proviso(provided: Token) -> None:
    """Of "said it would leave provided that they pay" that it leaves then, and provides nothing.

    The parser takes "provided" for a second thing that was said.
    """
    clause = next((c for c in provided.children if c.dep_ == "ccomp" and c.i > provided.i), None)
    if clause is None or any(c.dep_ != "ccomp" and c.i < provided.i for c in provided.children):
        return
    above = provided.head
    told = [c for c in above.children if c.dep_ in _TOLD and above.i < c.i < provided.i]
    hang(provided, told[-1] if told else above, "prep")


_TOLD = frozenset({"ccomp", "xcomp"})


def mend_inverted(helping: Token) -> None:
    """Of "will close the port should they keep the ban" the keeping, on which the closing hangs.

    Without a comma the parser takes what comes first for what is said in the clause behind it.
    """
    clause = helping.head
    own = next((c for c in clause.children if c.dep_ in _SUBJECTS and c.i > helping.i), None)
    main = next((c for c in clause.children if c.dep_ == "ccomp" and c.i < helping.i), None)
    if own is None or main is None or own.left_edge.i != helping.i + 1:
        return
    willed = any(c.tag_ == "MD" and c.dep_ == "aux" for c in main.children)
    if not willed or main.right_edge.i + 1 < helping.i:
        return
    above, label = clause.head, clause.dep_
    for word in [c for c in clause.children if c.dep_ in ("punct", "parataxis") and c.i > own.i]:
        hang(word, main, word.dep_)
    if above is clause:
        clause.children = [c for c in clause.children if c is not main]
        main.head, main.dep_ = main, "ROOT"
    else:
        hang(main, above, label)
    hang(clause, main, "advcl")


def mend_let(noun: Token) -> None:
    """Of "will let the flights land" the landing, read as a land of flights."""
    own = [c for c in noun.children if c.dep_ == "compound" and c.tag_ in ("NNS", "NNPS")]
    if len(own) != 1 or own[0].i != noun.i - 1 or noun.lemma not in _COMING_IN:
        return
    for word in [c for c in noun.children if c.i < own[0].i]:
        hang(word, own[0], word.dep_)
    own[0].dep_ = "nsubj"
    noun.pos_, noun.tag_, noun.dep_ = "VERB", "VB", "ccomp"


_COMING_IN = word_class("coming_in")


def mend_swallowed(main: Token) -> None:
    """Of "until Oslo opens the books we will not pay" that we will not pay, and no books we pay.

    Without a comma the parser takes the main clause for one that describes the noun before it.
    """
    noun = main.head
    condition = noun.head
    marked = any(c.dep_ == "mark" and c.lower_ in _SETTING for c in condition.children)
    if noun.dep_ != "dobj" or not marked or condition.i > noun.i:
        return
    own = next((c for c in main.children if c.dep_ in _SUBJECTS), None)
    willed = any(c.tag_ == "MD" and c.dep_ == "aux" for c in main.children)
    if own is None or not willed or own.left_edge.i != noun.i + 1 or own.tag_ in ("WDT", "WP"):
        return
    above, label = condition.head, condition.dep_
    if label == "advcl" and above.i > main.i:
        hang(main, above, "ccomp")
    elif label == "ROOT":
        noun.children = [c for c in noun.children if c is not main]
        main.head, main.dep_ = main, "ROOT"
    else:
        return
    hang(condition, main, "advcl")


_SETTING = frozenset({"if", "once", "unless", "until", "when"})


def mend_once(once: Token) -> None:
    """Of "will leave once it has been agreed" what is awaited, and not what is left."""
    verb = once.head
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > once.i), None)
    if clause is not None and verb.i < once.i and clause.left_edge.i == once.i + 1:
        hang(clause, verb, "advcl")
        hang(once, clause, "mark")


def mend_not_until(clause: Token) -> None:
    """Of "not until they pay will it open" the opening, under which the paying says when."""
    first = clause.doc.tokens[clause.left_edge.i : clause.left_edge.i + 2]
    if [t.lower_ for t in first] not in _NOT_UNTIL or first[0].head is not clause:
        return
    main = next((c for c in clause.children if c.dep_ == "ccomp" and _turned_round(c)), None)
    if main is None:
        return
    helping = next(c for c in main.children if c.dep_ == "aux")
    for own in [c for c in main.children if c.i < helping.i]:
        hang(own, clause, "dobj" if own.dep_ in ("nsubj", "nsubjpass") else own.dep_)
    for after in [c for c in clause.children if c.i > main.i]:
        hang(after, main, after.dep_)
    if clause.head is clause:
        main.head.children = [c for c in main.head.children if c is not main]
        main.head, main.dep_ = main, "ROOT"
    else:
        hang(main, clause.head, clause.dep_)
    hang(clause, main, "advcl")


_NOT_UNTIL = [["not", "until"], ["not", "before"]]


def _turned_round(verb: Token) -> bool:
    """Whether the auxiliary stands before who does it: "will Oslo pay"."""
    helping = next((c for c in verb.children if c.dep_ == "aux"), None)
    return (
        helping is not None
        and helping.i + 1 < verb.i
        and any(c.dep_ in ("nsubj", "nsubjpass") and c.i > helping.i for c in verb.children)
    )


def mend_but_only(clause: Token) -> None:
    """Of "will leave, but only after they pay" the paying, which is when, and nothing joined."""
    marks = [c for c in clause.children if c.dep_ == "mark" and c.i < clause.i]
    above = clause.head
    if not marks or marks[0].lower_ not in _SETTING or not marks[0].i or above.i > clause.i:
        return
    before = clause.doc[marks[0].i - 1].lower_
    if before in ("only", "not") and not any(c.dep_ == "mark" for c in above.children):
        clause.dep_ = "advcl"


_SETTING = frozenset({"after", "as", "before", "if", "once", "till", "until", "when"})


def mend_asked_to_judge(clause: Token) -> None:
    """Of "will ask the court to annul it unless it is lifted" the asking, which hangs on that."""
    asked = clause.head
    above = asked.head
    if asked.dep_ != "xcomp" or above.lemma not in _ASKING or above.i > asked.i:
        return
    mark = next((c for c in clause.children if c.dep_ == "mark"), None)
    judges = next((c for c in above.children if c.dep_ == "dobj"), None)
    if mark is None or mark.lower_ not in _IF or judges is None or judges.lemma not in _JUDGES:
        return
    hang(clause, above, "advcl")


_IF = frozenset({"if", "unless"})
_ASKING, _JUDGES = word_class("asking_judges"), word_class("judges")


def mend_on_condition(noun: Token) -> None:
    """Of "will lift the ban on condition that they leave" the lifting, and no kind of ban."""
    on = noun.head
    thing = on.head
    if on.lower_ == "on" and thing.dep_ == "dobj" and thing.i < on.i and thing.pos_ == "NOUN":
        hang(on, thing.head, "prep")


def mend_awaited(preposition: Token) -> None:
    """Of "until $5m held at a bank has been paid" the money that is paid, and no time."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    verb = preposition.head
    if noun is None and verb.i > preposition.i:
        _deny_clause(preposition)
    if noun is None or verb.i < noun.i or verb.pos_ != "VERB":
        return
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i > noun.i]
    if any(c.dep_ in _SUBJECTS and c.i < verb.i for c in verb.children) or not helping:
        return
    if helping[0].i != noun.right_edge.i + 1 or helping[0].tag_ not in _OF_SUBJECTS:
        return
    passive = any(c.dep_ == "auxpass" for c in helping)
    hang(noun, verb, "nsubjpass" if passive else "nsubj")
    _deny_clause(preposition)
    preposition.dep_ = "mark"


def _deny_clause(preposition: Token) -> None:
    """Of "not before they leave" the "not" of the whole clause."""
    for denial in [c for c in preposition.children if c.dep_ == "neg"]:
        hang(denial, preposition.head, "neg")
        preposition.dep_ = "mark"


_FULL = _SUBJECTS | {"aux", "auxpass"}
_OF_SUBJECTS = frozenset({"VBZ", "VBP", "VBD"})


def mend_since_described(word: Token) -> None:
    """Of "would reopen it, closed since May, once they leave" the reopening, which waits for that.

    ``word`` is a clause with its marker, or the "soon" of "as soon as".
    """
    described = word.head
    above = described.head
    bare = not any(c.dep_ in _FULL or c.dep_ == "mark" for c in described.children if c is not word)
    if described.dep_ not in ("acl", "advcl") or described.tag_ != "VBN" or not bare:
        return
    if described.i > word.i:
        return
    apart = all(t.i > 0 and t.nbor(-1).text == "," for t in (described.left_edge, word.left_edge))
    while above.pos_ not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    if apart and above.pos_ == "VERB" and above.i < described.i:
        hang(word, above, word.dep_)


def mend_gapped(verb: Token) -> None:
    """Of "once it has been opened and the levy dropped" the levy that is dropped too."""
    first = verb.head
    passive = any(c.dep_ == "auxpass" for c in first.children)
    under = any(c.dep_ == "mark" and c.lower_ in _CLAUSES for c in first.children)
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    full = any(c.dep_ in _WITH_MORE for c in verb.children)
    if passive and under and own is not None and own.i < verb.i and not full:
        own.dep_, verb.tag_ = "nsubjpass", "VBN"


_CLAUSES = frozenset({"after", "as", "before", "if", "once", "unless", "until", "when", "while"})
_WITH_MORE = frozenset({"aux", "auxpass", "dobj", "xcomp", "ccomp", "prt", "acomp"})


def mend_were(were: Token) -> None:
    """Of "were the gates opened, we would pay" the opening, on which the paying hangs."""
    done = next((c for c in were.children if c.dep_ in ("acomp", "ccomp") and c.i > were.i), None)
    main = were.head
    if done is None or done.tag_ not in ("VBD", "VBN") or main is were or main.i < done.i:
        return
    own = next((c for c in done.children if c.dep_ == "nsubj"), None)
    if own is None or own.left_edge.i != were.i + 1 or own.i > done.i:
        return
    hang(done, main, "advcl")
    hang(were, done, "auxpass")
    own.dep_, done.tag_, done.pos_ = "nsubjpass", "VBN", "VERB"
