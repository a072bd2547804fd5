"""Whether an act is put as owed by somebody: "it is up to Oslo to lift it", "Oslo had better".

Nobody needs a verb of demanding to demand. That something is somebody's to do, is high time, is all
one asks or cannot wait says as much, and says it mostly around the verb "be".
"""

import re
from dataclasses import dataclass

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token

_DUTIES = word_class("duty_nouns")
_WANTED = word_class("wanted_nouns")
_WANTING = word_class("wishing_verbs") | word_class("asking_verbs")
_NEEDED = word_class("needed_adjectives")
_ADVISED = word_class("advised_adjectives")
_DELAYING = word_class("delaying")
_FOOLISH = word_class("foolish") | word_class("closed_matters")
_OBLIGED = word_class("duty_verbs")
_BEING = frozenset({"be", "remain", "stay"})
_NEEDS = frozenset({"call", "case", "necessity", "need", "reason", "requirement"})
_FALLING = frozenset({"fall", "rest", "lie"})
_ON = ("on", "upon", "to", "with", "for")
_PRESENT = frozenset({"am", "are", "is", "was", "were", "'s", "’s", "'re", "’re"})
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Owed:
    """That an act is owed, and by whom, where that is not the act's own subject.

    ``told`` is whether it is an order: "open the crossing".
    """

    doer: Token | None = None
    told: bool = False


def owed(token: Token) -> Owed | None:
    """Say whether the words around an act put it as somebody's to do."""
    if token.pos_ not in _VERBAL:
        return _as_a_thing(token)
    better = _had_better(token)
    if better is not None:
        return better
    if ordered(token):
        return Owed(told=True)
    if _the_sooner(token) or _let(token) or _shall(token):
        return Owed()
    above = token.head
    if above.dep_ == "parataxis":
        above = above.head  # "it is time, the minister said, that Oslo lifted it"
    if above.i == token.i or above.pos_ not in _VERBAL or clauses.negated(above):
        return _below_noun(token)
    if clauses.has_to(token):
        return _to_do(token, above)
    return Owed() if _wanted_so(token, above) else None


def _to_do(token: Token, above: Token) -> Owed | None:
    """Of "it is for Oslo to lift it", "Oslo is to lift it", "Oslo will have to lift it"."""
    if clauses.still_to_come(token) or clauses.only_tells_which(above):
        return None
    own = child(above, "nsubj", "nsubjpass", "expl", "csubj")
    named = child(token, "nsubj")
    if above.lemma in _OBLIGED and token.dep_ == "xcomp":
        return Owed()
    if above.lemma == "have" and _until_a_day(above):
        return Owed()
    if above.lemma == "owe" or _would_be_wise(above) or _bound(above):
        return Owed()
    if own is None:
        return None
    if own.lower_ == "it" and above.lemma in _BEING | _FALLING:
        return _falls_to(above, named)
    if above.lemma not in _BEING:
        return None
    if own.lemma in _DUTIES:
        doer = child(own, "poss") or clauses.complement_of(above, *_ON)
        return Owed(doer) if doer is not None else None
    if wanted(own):
        return Owed(named) if named is not None else None
    bare = all(c.i < above.i for c in children(above, "attr", "acomp", "prep", "oprd"))
    return Owed() if bare and above.lower_ in _PRESENT and token.dep_ == "xcomp" else None


def _until_a_day(verb: Token) -> bool:
    """Of "Oslo has until Friday to lift it" the Friday."""
    return any(p.lower_ in ("until", "till") for p in children(verb, "prep"))


_TIMES = word_class("times") - {"time"}


def _falls_to(above: Token, named: Token | None) -> Owed | None:
    """Whose it is: of "it is up to Oslo to", "falls to Oslo to", "is essential for Oslo to"."""
    if named is not None:
        told = child(above, "acomp", "attr")
        return None if told is not None and told.lemma in _FOOLISH else Owed(named)
    for preposition in children(above, "prep", "advmod", "prt"):
        inner = child(preposition, "prep") if preposition.lower_ == "up" else preposition
        if inner is not None and inner.lower_ in _ON:
            return _named_by(inner)
    adjective = child(above, "acomp", "attr")
    if adjective is not None and adjective.lemma in _DUTIES:
        # "It is Oslo's duty to lift it."
        whose = child(adjective, "poss") or clauses.complement_of(adjective, "of", "for")
        return Owed(whose) if whose is not None else None
    if adjective is not None and adjective.lemma in _NEEDED:
        whose = clauses.complement_of(adjective, *_ON) or clauses.complement_of(above, *_ON)
        return Owed(whose) if whose is not None else None
    return None


def _named_by(preposition: Token) -> Owed | None:
    doer = child(preposition, "pobj")
    return Owed(doer) if doer is not None else None


def _wanted_so(token: Token, above: Token) -> bool:
    """Of "all we ask is that Oslo lift it", "it is high time that Oslo lifted it"."""
    own = child(above, "nsubj", "csubj", "expl", "attr")
    if above.lemma not in _BEING or own is None or child(token, "nsubj", "nsubjpass") is None:
        return False
    if own.lower_ == "it":
        told = child(above, "attr", "acomp")
        return told is not None and (told.lemma in _NEEDED or told.lemma == "time")
    return wanted(own)


def wanted(own: Token) -> bool:
    """Whether a subject is what is wanted: "all we ask", "what Oslo wants", "its demand"."""
    if own.lemma in _WANTED:
        return True
    if own.dep_ == "csubj":
        return own.lemma in _WANTING or own.lemma in ("count", "matter")
    return any(c.lemma in _WANTING for c in children(own, "relcl", "acl"))


def _below_noun(token: Token) -> Owed | None:
    """Of "it is time Oslo lifted it" and "Oslo has a duty to lift it" the lifting."""
    noun = token.head
    if noun.pos_ != "NOUN" or token.dep_ not in ("acl", "relcl", "ccomp", "xcomp", "advcl"):
        return None
    verb = noun.head
    if verb.pos_ not in _VERBAL or clauses.negated(verb) or clauses.of_none(noun):
        return None
    own = child(verb, "nsubj", "expl")
    if noun.lemma == "time" and verb.lemma in _BEING and own is not None and own.lower_ == "it":
        return Owed(child(token, "nsubj"))
    if verb.lemma == "have" and noun.lemma in _TIMES and clauses.has_to(token):
        return Owed(own)  # "Oslo has a week to lift it"
    named = child(token, "nsubj")
    if noun.lemma in _NEEDS and named is not None and clauses.has_to(token):
        return Owed(named)  # "there is a need for Oslo to lift it"
    if noun.lemma in _DUTIES and clauses.has_to(token) and verb.lemma in ("have", "bear", "be"):
        return Owed(child(noun, "poss") or own)
    return None


def _had_better(token: Token) -> Owed | None:
    """Of "Oslo had better lift it" the lifting, however the parser hangs "had" and "better"."""
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    words = [t.lower_ for t in before]
    at = next((k for k, word in enumerate(words) if word in ("had", "'d", "’d")), None)
    if at is None or not {"better", "best"} & set(words[at + 1 : at + 2]):
        return None
    return Owed(child(before[at], "nsubj"))


def ordered(verb: Token) -> bool:
    """Of "open the crossing" and "do not touch our ships" that it is told to somebody."""
    if verb.tag_ != "VB":
        return False
    if verb.dep_ not in ("ROOT", "ccomp", "parataxis", "conj") and not _after_colon(verb):
        return False
    if verb.dep_ == "conj":
        return verb.head.pos_ in _VERBAL and ordered(verb.head) and not children(verb, "nsubj")
    if verb.lemma == "let" or (verb.dep_ == "ccomp" and verb.head.lemma in _BARE):
        return False
    own = child(verb, "nsubj", "nsubjpass", "expl", "mark")
    if own is not None and not (_before_colon(own, verb) or _called(own, verb)):
        return False
    return all(aux.lemma == "do" for aux in children(verb, "aux"))


def _before_colon(own: Token, verb: Token) -> bool:
    """Whether what is taken for a subject is a heading: "its message to Oslo: lift the ban"."""
    return own.dep_ == "nsubj" and any(t.text == ":" for t in verb.doc[own.i + 1 : verb.i])


def _after_colon(verb: Token) -> bool:
    """Whether a verb follows a colon: "I have one request to Oslo: lift the ban"."""
    before = _before(verb)
    return before > verb.sent.start and verb.doc[before].text == ":"


def _called(own: Token, verb: Token) -> bool:
    """Whether what is taken for a subject is who is spoken to: "Oslo, lift the ban"."""
    before = _before(verb)
    apart = before > own.i and verb.doc[before].text == ","
    return own.dep_ == "nsubj" and own.pos_ in ("NOUN", "PROPN") and apart


def _before(verb: Token) -> int:
    """Place of what stands before a verb, words left out that only urge."""
    place = verb.i - 1
    while place > verb.sent.start and verb.doc[place].lower_ in _URGING:
        place -= 1
    return place


_URGING = frozenset({"finally", "just", "kindly", "now", "please", "simply"})
# Verbs above another one without "to", which tell it to nobody: "helped lift it".
_BARE = frozenset({"help", "have", "let", "make", "see", "watch", "hear", "do"})


def _shall(token: Token) -> bool:
    """Of "is adamant that Oslo lift it" the lifting, which shall be."""
    marked = any(m.lower_ == "that" for m in children(token, "mark"))
    # What becomes of "the demand that Oslo lift it" is told by the verb above the demand.
    bound = token.head.pos_ in ("NOUN", "PROPN")
    return marked and not bound and token.tag_ == "VB" and clauses.subjunctive(token)


def _the_sooner(token: Token) -> bool:
    """Of "the sooner Oslo lifts it, the better" the lifting."""
    doc = token.doc
    before = doc[max(token.sent.start, token.i - _NEAR) : token.i]
    if not any(t.lower_ in ("sooner", "faster", "earlier") for t in before):
        return False
    return any(t.lower_ == "better" for t in doc[token.i : token.sent.end])


_NEAR = 8  # words before the verb of "the sooner the Norwegian government lifts it"


def _let(token: Token) -> bool:
    """Of "Let Oslo lift it" the lifting, told to Oslo; "let us lift it" is one's own."""
    own, above = child(token, "nsubj"), token.head
    if token.dep_ != "ccomp" or above.lemma != "let" or own is None or own.pos_ == "PRON":
        return False
    return above.tag_ == "VB" and child(above, "nsubj", "aux") is None


def _would_be_wise(above: Token) -> bool:
    """Of "Oslo would do well to lift it", "Oslo would be well advised to lift it"."""
    advised = above.lemma == "advise" and above.dep_ == "acomp"
    if clauses.modality(above.head if advised else above) not in ("would", "will", "should"):
        return False
    if above.lemma == "do":
        return any(a.lower_ in ("well", "better") for a in children(above, "advmod"))
    adjective = child(above, "acomp")
    return above.lemma == "advise" or (adjective is not None and adjective.lemma in _ADVISED)


def _bound(above: Token) -> bool:
    """Of "Oslo is bound by treaty to lift it", "Oslo is duty-bound to lift it"."""
    if clauses.modality(above) in ("will", "would"):
        return False  # "will be obliged to close it" tells what follows, and threatens
    if above.lemma in _BINDING:
        return clauses.is_passive(above) or above.dep_ == "acomp"
    told = child(above, "acomp", "oprd")
    return above.lemma in _BEING and told is not None and told.lower_ in _BOUND


_BINDING = frozenset({"bind", "oblige", "obligate", "require", "compel", "call"})
_BOUND = frozenset({"bound", "duty-bound", "honour-bound", "obliged", "obligated", "required"})


def _nothing_less(noun: Token) -> bool:
    """Of "expects nothing less than the release" the release."""
    first = noun.left_edge.i
    words = " ".join(t.lower_ for t in noun.doc[max(noun.sent.start, first - _NEAR) : first])
    return _SHORT_OF.search(words) is not None


# "Nothing less from Oslo than", "nothing short of".
_SHORT_OF = re.compile(r"\bnothing (?:less(?: from(?: \w+){1,4})? than|short of)$")


def _as_a_thing(noun: Token) -> Owed | None:
    """Of "the release cannot wait", "its release is long overdue" the release."""
    verb = noun.head
    if _nothing_less(noun):
        return Owed()
    if noun.dep_ == "attr" and verb.lemma in _BEING and not clauses.negated(verb):
        own = child(verb, "nsubj", "csubj")
        return Owed() if own is not None and wanted(own) else None
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in _VERBAL:
        return None
    if verb.lemma in _BEARING:
        what = child(verb, "dobj")
        return Owed() if what is not None and _no_delay(what) else None
    put_off = verb.lemma == "put" and any(p.lower_ == "off" for p in children(verb, "prt"))
    if verb.lemma in _DELAYING or put_off:
        urgent = clauses.modality(verb) in ("can", "must", "may", "should")
        return Owed() if urgent and clauses.negated(verb) else None
    told = child(verb, "acomp")
    needed = verb.lemma in _BEING and told is not None and told.lemma in _NEEDED
    return Owed() if needed and not clauses.negated(verb) else None


_BEARING = frozenset({"admit", "allow", "bear", "brook", "permit", "stand", "suffer", "tolerate"})


def _no_delay(what: Token) -> bool:
    """Of "brooks no delay" the delay of which there may be none."""
    return what.lemma in ("delay", "postponement", "deferral") and clauses.of_none(what)
