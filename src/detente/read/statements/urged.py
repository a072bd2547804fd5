"""Wordings that ask for a deed without a word of duty: a question, a wish, the one thing left.

"When will Oslo lift it?", "why does Oslo not simply lift it?", "may Oslo lift it soon", "Oslo need
only lift it", "all Oslo needs to do is lift it", "now is the moment for Oslo to lift it", "Oslo
could end this by lifting it", "be so kind as to lift it", "there is no alternative to its lifting":
whoever says so of another's deed asks for it.
"""

import re

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.tokens import Token
from detente.read.statements.owed import Owed, ordered, wanted

_VERBAL = ("VERB", "AUX")
_BEING = frozenset({"be", "remain", "stay"})
_MOMENTS = word_class("moments")
_COURTEOUS = word_class("courteous")
_MUSTERING = word_class("mustering")
_BETTERING = word_class("bettering")
_BARRING = word_class("barring") | {"hinder", "hold", "keep"}
_FULL = 8  # words before a deed of "nothing in the world would please us more than"


def urged(token: Token) -> Owed | None:
    """Say whether the words around an act ask for it without calling it a duty."""
    if token.pos_ not in _VERBAL:
        return _nothing_better(token)
    for wording in (
        _wished, _only_to, _one_thing, _at_this_moment, _looked_to, _way_out, _kindly, _thanked_for,
        _namely,
    ):  # fmt: skip
        found = wording(token)
        if found is not None:
            return found
    return None


# --- questions -----------------------------------------------------------------------------


def asked_of_another(verb: Token) -> Owed | None:
    """Of "when will Oslo lift it?", "why does Oslo not lift it?" the lifting, asked of Oslo."""
    if not _in_a_question(verb):
        return None
    if verb.pos_ not in _VERBAL:
        return Owed() if _kept_waiting_for(verb) else None
    own = child(verb, "nsubj")
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        above = verb.head.head
        what = child(above, "nsubj")
        held = what is not None and what.lower_ == "what" and above.lemma in _BARRING
        return Owed(child(above, "dobj")) if held else None
    if _waited_for(verb):
        return Owed()
    if own is not None and _would_it_not(verb.head):
        return Owed(own)
    if own is None or own.lower_ in _SPEAKING or verb.dep_ in ("acl", "advcl", "relcl"):
        return None
    if verb.tag_ != "VB" or not any(a.i < own.i for a in children(verb, "aux")):
        return None
    asking = {c.lower_ for c in children(verb, "advmod", "intj")}
    why = "why" in asking and clauses.negated(verb)
    to_come = clauses.modality(verb) in ("will", "would", "can")
    when = to_come and not clauses.negated(verb) and ("when" in asking or "please" in asking)
    return Owed() if why or when else None


def _would_it_not(above: Token) -> bool:
    """Of "would it not be best for Oslo to lift it?" that it would."""
    own, told = child(above, "nsubj", "expl"), child(above, "acomp", "attr")
    if own is None or own.lower_ != "it" or told is None or not clauses.negated(above):
        return False
    return told.lemma in _SENSIBLE or told.lower_ in ("best", "better", "high", "time")


_SENSIBLE = word_class("courteous") | word_class("needed_adjectives") | {"right", "proper", "just"}


def _in_a_question(token: Token) -> bool:
    """Whether its sentence, or what is quoted in it, ends in a question mark."""
    rest = token.doc[token.i : token.sent.end]
    end = next((t for t in rest if t.is_quote or t.text in ("?", "!", ".")), None)
    return end is not None and (end.text == "?" or token.doc[end.i - 1].text == "?")


def _waited_for(verb: Token) -> bool:
    """Of "how long must we wait until Oslo lifts it?" the lifting."""
    above, own = verb.head, child(verb, "nsubj")
    if verb.dep_ != "advcl" or above.lemma not in _WAITING or own is None:
        return False
    until = any(m.lower_ in ("until", "till", "before") for m in children(verb, "mark"))
    return until and any(t.lower_ == "how" for t in verb.doc[verb.sent.start : above.i])


def _kept_waiting_for(noun: Token) -> bool:
    """Of "how long does Oslo mean to keep us waiting for its lifting?" the lifting."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "for" or above.lemma not in word_class("waiting"):
        return False
    return any(t.lower_ == "how" for t in noun.doc[noun.sent.start : above.i])


_WAITING = word_class("waiting") | {"be", "take"}
_SPEAKING = frozenset({"i", "we", "you", "who", "what", "that", "which"})


# --- wishes and the one thing to do ----------------------------------------------------------


def _wished(verb: Token) -> Owed | None:
    """Of "may Oslo lift it soon" the lifting."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is None or verb.tag_ != "VB" or _in_a_question(verb):
        return None
    # In "May Lima lift it" the parser may take the "May" for a part of the name.
    told = [*children(verb, "aux"), *children(own, "compound")]
    may = next((a for a in told if a.lower_ == "may" and a.i < own.i), None)
    if may is None:
        return None
    before = verb.doc[may.i - 1] if may.i > verb.sent.start else None
    return Owed() if before is None or before.is_quote or before.text in (":", ",") else None


def _only_to(verb: Token) -> Owed | None:
    """Of "Oslo has only to lift it", "Oslo need only lift it" the lifting."""
    own = child(verb, "nsubj")
    only = any(a.lower_ in _ONLY for a in children(verb, "advmod"))
    needs = any(a.lemma in ("have", "need") for a in children(verb, "aux"))
    if own is not None and only and needs:
        bare = clauses.has_to(verb) or any(a.lemma == "need" for a in children(verb, "aux"))
        return Owed() if bare and not clauses.negated(verb) else None
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma not in ("have", "need") or not clauses.has_to(verb):
        return None
    told = [*children(above, "advmod"), *children(verb, "advmod")]
    return Owed() if any(a.lower_ in _ONLY for a in told) and not clauses.negated(above) else None


_ONLY = frozenset({"just", "merely", "only", "simply"})


def _one_thing(verb: Token) -> Owed | None:
    """Of "all Oslo needs to do is lift it", "the best thing Oslo could do is lift it"."""
    above = verb.head
    own = child(above, "csubj", "nsubj", "ccomp") if above.i < verb.i else None
    if above.lemma not in _BEING or own is None or verb.dep_ not in ("xcomp", "ccomp"):
        return None
    if own.i > above.i:
        return None
    if clauses.negated(above) or child(verb, "nsubj", "mark") is not None:
        return None
    clause = own if own.dep_ in ("csubj", "ccomp") else child(own, "relcl", "acl")
    if clause is None or clause.pos_ not in _VERBAL:
        return None
    doing = clause if clause.lemma == "do" else child(clause, "xcomp")
    short = any(aux.lower_ in _SHORT for aux in clauses.children(clause, "aux"))
    due = clause.lemma in _NEEDING or clauses.modality(clause) in _DUE or short
    doer = child(clause, "nsubj")
    if doing is None or doing.lemma != "do" or not due or doer is None:
        return None
    return Owed(doer) if doer.tag_ not in ("WDT", "WP") else None


_NEEDING = frozenset({"have", "need", "ought"})
_DUE = frozenset({"must", "should", "can", "will", "would", "may"})
_SHORT = frozenset({"'d", "’d", "'ll", "’ll"})


def _at_this_moment(verb: Token) -> Owed | None:
    """Of "the time has come for Oslo to lift it", "it is about time Oslo lifted it"."""
    own = child(verb, "nsubj")
    if own is None:
        return None
    above = verb.head
    if _about_time(verb, above):
        return Owed(own)
    if not clauses.has_to(verb):
        return None
    if above.lemma in _MOMENTS and above.pos_ == "NOUN":
        above = above.head  # "now is the moment for Oslo to lift it"
    if above.pos_ not in _VERBAL or above.i > verb.i or clauses.negated(above):
        return None
    noun = child(above, "nsubj", "attr")
    here = [t.lower_ for t in above.doc[max(above.sent.start, above.i - 3) : above.i]]
    if noun is None or noun.lemma not in _MOMENTS:
        noun = child(above, "attr")
    if noun is None or noun.lemma not in _MOMENTS:
        return None
    come = above.lemma in ("arrive", "come") and above.tag_ == "VBN"
    now = above.lemma in _BEING and bool(_NOW & set(here))
    return Owed(own) if come or now else None


_NOW = frozenset({"now", "this", "today", "here"})


def _about_time(verb: Token, above: Token) -> bool:
    """Of "it is about time Oslo lifted it" that it is."""
    about = child(above, "prep") if above.lemma in _BEING else None
    noun = child(about, "pobj") if about is not None and about.lower_ == "about" else None
    return noun is not None and noun.lemma == "time" and verb.dep_ in ("ccomp", "advcl", "relcl")


def _namely(verb: Token) -> Owed | None:
    """Of "all we ask of Oslo is this, namely to lift it" the lifting."""
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
    if not clauses.has_to(verb) or not {"namely", "viz"} & set(before):
        return None
    above = next((a for a in verb.ancestors if a.lemma in _BEING), None)
    own = child(above, "nsubj", "csubj") if above is not None else None
    return Owed(told=True) if own is not None and wanted(own) else None


def _looked_to(verb: Token) -> Owed | None:
    """Of "we look to Oslo to lift it", "we count on Oslo to lift it" the lifting."""
    above = verb.head
    own = child(above, "nsubj")
    if above.lemma not in _LOOKING or own is None or own.lower_ not in ("i", "we"):
        return None
    whom = clauses.complement_of(above, "to", "on", "upon")
    return Owed(whom) if whom is not None and clauses.has_to(verb) else None


_LOOKING = frozenset({"bank", "count", "depend", "look", "rely", "turn"})


def _way_out(gerund: Token) -> Owed | None:
    """Of "Oslo could end this by lifting it", "could show good will by lifting it" the lifting."""
    above = gerund.head.head
    if gerund.dep_ != "pcomp" or gerund.head.lower_ != "by" or above.lemma not in _BETTERING:
        return None
    own = child(above, "nsubj")
    may = clauses.modality(above) in ("can", "may", "should", "must") and not clauses.negated(above)
    return Owed(own) if may and own is not None and own.lower_ not in _SPEAKING else None


def _kindly(verb: Token) -> Owed | None:
    """Of the orders "be so kind as to lift it", "have the courage to lift it" the lifting."""
    if not clauses.has_to(verb):
        return None
    node = verb.head
    if node.pos_ in ("ADJ", "NOUN", "ADV"):
        if node.lemma not in _COURTEOUS:
            return None
        node = node.head
    elif not any(c.lemma in _COURTEOUS for c in children(node, "acomp", "dobj", "attr")):
        return Owed(told=True) if node.lemma in _MUSTERING and ordered(node) else None
    return Owed(told=True) if ordered(node) and not clauses.negated(node) else None


def _thanked_for(verb: Token) -> Owed | None:
    """Of "we would be grateful if Oslo lifted it" the lifting."""
    clause = verb.head if verb.dep_ == "xcomp" and verb.head.lemma == "be" else verb
    above = clause.head if clause.head.pos_ in _VERBAL else clause.head.head
    return Owed(child(clause, "nsubj")) if thanked_for(above) is clause else None


def thanked_for(above: Token) -> Token | None:
    """Clause of what another would be thanked for: "would appreciate it if Oslo lifted it"."""
    if clauses.modality(above) not in ("would", "will", "should") or clauses.negated(above):
        return None
    adjective = child(above, "acomp")
    thankful = adjective if adjective is not None else above
    if thankful.lemma not in _THANKFUL and thankful.lower_ not in _THANKFUL:
        return None
    below = child(above, "advcl", "ccomp") or child(thankful, "advcl", "ccomp")
    other = child(below, "nsubj", "nsubjpass") if below is not None else None
    if below is None or other is None or other.lower_ in _SPEAKING:
        return None
    return below if any(mark.lower_ == "if" for mark in children(below, "mark")) else None


_THANKFUL = word_class("thankful")


# --- things --------------------------------------------------------------------------------


def _nothing_better(noun: Token) -> Owed | None:
    """Of "there is no alternative to the release", "nothing but a release will do" the release."""
    first = noun.left_edge.i
    before = noun.doc[max(noun.sent.start, first - _FULL) : first]
    words = " ".join(t.lower_ for t in before)
    sole = _SOLE.search(words) is not None
    return Owed() if sole or _comes_first(noun) or _not_delayed(noun) else None


def _not_delayed(noun: Token) -> bool:
    """Of "will accept no delay in the release", "has no right to delay the release" the release."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma in _DELAYING:
        right = verb.head
        none = clauses.of_none(right) if right.pos_ == "NOUN" else clauses.negated(verb)
        return none and (
            right.pos_ == "NOUN" or clauses.modality(verb) in ("must", "should", "can")
        )
    delay = verb.head
    if noun.dep_ != "pobj" or delay.lemma not in _DELAYS or verb.lower_ not in ("in", "of", "to"):
        return False
    above = delay.head
    any_more = any(d.lower_ in ("any", "further", "more") for d in delay.children)
    borne = above.lemma in ("accept", "tolerate", "brook", "allow", "permit")
    return borne and (clauses.of_none(delay) or (any_more and clauses.negated(above)))


_DELAYING = word_class("delaying") | {"obstruct", "hinder", "prevent", "withhold"}
_DELAYS = frozenset({"delay", "deferral", "postponement", "procrastination"})


def _comes_first(noun: Token) -> bool:
    """Of "the release comes first", "the release is our priority" that nothing goes before it."""
    verb = noun.head
    if clauses.negated(verb):
        return False
    if noun.dep_ == "attr" and verb.lemma in _BEING:
        own = child(verb, "nsubj")  # "the first thing is the release"
        ranks = children(own, "amod") if own is not None and own.lemma in _THINGS else []
        return any(rank.lower_ in _FOREMOST for rank in ranks)
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if verb.lemma in ("come", "go", "stand"):
        return any(a.lower_ in ("first", "foremost") for a in children(verb, "advmod", "acomp"))
    what = child(verb, "dobj", "attr")
    ranked = verb.lemma in _BEING | {"become", "enjoy", "have", "take"}
    return ranked and what is not None and what.lemma in _PRIORITIES


_THINGS = frozenset({"move", "order", "point", "step", "task", "thing"})
_FOREMOST = frozenset(
    {"first", "foremost", "important", "main", "next", "only", "principal", "urgent"}
)
_PRIORITIES = frozenset({"imperative", "must", "necessity", "precedence", "priority"})


_SOLE = re.compile(
    r"\b(?:no (?:alternative|substitute|way (?:around|past|round))(?: \w+)? (?:to|for)"
    r"|no way (?:around|past|round)|no getting (?:around|past|round)"
    r"|nothing (?:but|other than|except)|anything (?:less|other) than|anything short of"
    r"|nothing (?:\w+ ){1,6}(?:more|better|sooner) than)$"
)
