"""Law as the stated ground of a condition or a duty: "under the law", "the act says", "legally"."""

import re
from functools import lru_cache

from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children, lemma
from detente.read.grammar.tokens import Token

_LAWS = (
    r"(?:laws?|legislation|statutes?|treaty|convention|constitution|charter|accord"
    r"|legal requirements?|section\s\d+|framework agreement"
    r"|(?-i:Act|Congress|Declaration|Agreement|Protocol|Pact))"
)
_NUMBER = r"(?:\d+|(?-i:[IVXL]+))\b"
# What becomes of a treaty is not what it says: "once the treaty is signed", "was ratified".
_NO_FATE = (
    r"(?!\s(?:(?:not|been|be|being|yet|never|fully|finally|at last)\s){0,3}(?:signed|ratified"
    r"|concluded|amended|negotiated|renewed|suspended|restored|agreed|implemented|dead|finished|ready"
    r"|reached|adopted|approved|settled|broken|scrapped|revoked|extended|dropped|published|initialled"
    r"|initialed|finali[sz]ed|terminated|repealed|on)\b)"
)
# Law as a ground: "under the law", "the law says", "citing the act", "legally".
_LAW = re.compile(
    r"\b(?:"
    rf"(?:by|under(?!\s(?:its|our|their)\sown\s)|(?:laid|set|written|enshrined|provided|contained|required|spelt|spelled)"
    rf"\s(?:down\s|out\s|for\s)?in|citing|cited|cites|quoting|pointing\sto)\s(?:[\w’'-]+\s){{0,6}}?(?:{_LAWS}"
    r"|act|rules|agreement|declaration|protocol|pact|regulations?|ruling|judgment|resolution)"
    rf"|{_LAWS}\s(?:(?:that|which)\s(?:[\w’'-]+\s){{0,4}}?|(?:[\w’'-]+\s){{0,4}}?)"
    rf"(?:(?:is|are|was|were|has|does|do|will|would|remains?)\b{_NO_FATE}"
    r"|requires?|says?|bars?|forbids?|prohibits?|demands?|allows?|permits?|provides?|obliges?|stipulates?|leaves?"
    r"|makes?|states?(?!-)|sets?|stands?|rules?|binds?|ties?|gives?|left|set)"
    rf"|(?:articles?|sections?|paragraph|clause|chapter|(?-i:Principle))\s{_NUMBER}"
    r"|legally|lawful(?:ly)?|statutory"
    r")\b",
    re.IGNORECASE,
)
# What stands before a ground of law: "under the treaty", "pursuant to a decree".
_BY = re.compile(
    r"\b(?:under|by|per|pursuant to|according to|in accordance with|in line with|in keeping with"
    r"|in conformity with|in compliance with|in fulfil?lment of|in execution of|by virtue of"
    r"|with reference to|on the (?:strength|basis|grounds?) of"
    r"|as (?:required|provided(?: for)?|laid down|set out|stipulated|prescribed|agreed|envisaged)"
    r" (?:by|in|under))$",
    re.IGNORECASE,
)

# Where a sentence opens with it, whatever the parser makes of "under union rules a member may".
_OPENING = re.compile(
    r"^\W*(?:under|by|according to|pursuant to|in accordance with)\s"
    r"(?:(?!no\b|draft|planned|proposed|future|that\b|which\b|attack\b|fire\b|pressure\b|threat\b)[\w.’'-]+\s){0,4}?"
    r"(?:laws?|rules|regulations|treat(?:y|ies)|statutes?|conventions?|constitution|charter)\b",
    re.IGNORECASE,
)

LAWS = word_class("law_nouns")
_COURTS = word_class("courts")
_BODIES = word_class("lawgiving_bodies")
_RULERS = word_class("ruling_bodies")
_WRITINGS = word_class("court_writings")
CITING = word_class("law_citing")
_PARTS = word_class("law_parts")
_TITLES = word_class("law_titles")
_DATED = word_class("law_dated")
_MAKING = word_class("law_making")
_PLAIN = word_class("plain_words")
_ABIDING = word_class("law_abiding")
_GIVEN = word_class("obligations") | word_class("freedoms")
_SIDES = word_class("law_sides")
_TO_COME = word_class("law_to_come")
_MEMBERS = frozenset({"depositary", "guarantor", "member", "party", "signatory"})
_SAYING = word_class("law_saying")
_ALLOWING = word_class("permitting")
_ASKING = word_class("obliging") | word_class("forbidding") | _SAYING
_RULING = _ALLOWING | _ASKING
_NAMED_LAW = _TITLES | _DATED | _WRITINGS
_NUMBERED = _PARTS | LAWS
_OF_SIDES = _SIDES | _MEMBERS
_DUTIES = word_class("obligations")
_FIGURE = re.compile(_NUMBER)
_RELATIVE = ("WDT", "WP")
_FURTHEST = 3  # words between the noun of a law and a relative clause on it


@lru_cache(maxsize=64)
def names_law(words: str) -> bool:
    """Whether words speak of law as a ground: "under federal law", "the treaty says".

    Of "the fee, which she called illegal under the treaty" law is no ground of what is said of it.
    """
    return _LAW.search(_ASIDE.sub("", words)) is not None


_ASIDE = re.compile(r",\s(?:which|who|whose)\s(?:he|she|it|they|[A-ZÀ-Þ][\w’'-]+)\s[^,.;:]*")


def says_law(verb: Token) -> bool:
    """Whether a clause is what law asks or says: "a law that they passed obliges Oslo to close"."""
    clause = verb
    if _said_by_law(verb):
        return True
    for _ in range(_FURTHEST):
        own = clauses.subject(clause) if clause.pos_ == "VERB" else None
        if lemma(clause) in _RULING and own is not None and is_law(own):
            return not clauses.negated(clause)
        if clause.dep_ not in ("xcomp", "ccomp", "advcl", "conj"):
            return False
        clause = clause.head
    return False


def speaks_law(noun: Token) -> bool:
    """Whether somebody's word is law: a court's, or the Security Council's."""
    if lemma(noun) in _COURTS or (lemma(noun) in _RULERS and lemma(noun.head) == "rule"):
        return True
    return any(f"{c.lower_} {lemma(noun)}" in _BODIES for c in children(noun, "compound", "amod"))


def is_law(noun: Token) -> bool:
    """Whether a noun phrase names law that is in force: "Article 3 of the pact", "that ruling"."""
    if noun.tag_ in _RELATIVE:
        clause = noun.head.head if noun.head.pos_ == "ADP" else noun.head
        return any(is_law(each) for each in _antecedents(clause))
    if noun.lower_ == "it":
        return _taken_up(noun)
    if _of_what_was_named(noun):
        return True
    beside = children(noun, "compound", "nmod", "amod")
    if lemma(noun) == "bill":
        return noun.dep_ == "dobj" and noun.head.tag_ in _DONE and lemma(noun.head) in _ENACTING
    if any(c.lower_ in _TO_COME for c in beside) or _is_only_wanted(noun):
        return False
    if lemma(noun) in _MEASURES:
        return any(c.lower_ in _OF_ALL for c in beside)
    if lemma(noun) in LAWS or lemma(noun).removesuffix("s") in LAWS:
        return not _means_else(noun)
    if lemma(noun) in _NAMED_LAW:
        return _entitled_law(noun, beside)
    if any(lemma(c) in _NUMBERED for c in (noun, *beside)) and any(
        _FIGURE.match(c.text) for c in (noun, *noun.children)
    ):
        return True
    if any(lemma(c) in LAWS and c.tag_ == "NNS" for c in beside):
        return True  # "under the treaties trade policy is": the parser made one noun of two
    if _laid_down_in_law(noun):
        return True
    sides = lemma(noun) in _OF_SIDES or lemma(noun) in _DUTIES
    below = (child(p, "pobj") for p in children(noun, "prep") if p.lower_ in _SIDED)
    return sides and any(of is not None and is_law(of) for of in below)


def _laid_down_in_law(noun: Token) -> bool:
    """Whether it is what a law holds: "neutrality, enshrined in the constitution, bars"."""
    for clause in children(noun, "acl"):
        law = clauses.complement_of(clause, "in") if lemma(clause) in _ENSHRINING else None
        if law is not None and (is_law(law) or _in_law_of(law)):
            return True
    return False


def _in_law_of(part: Token) -> bool:
    """Of "anchored in Article 11 of its constitution" whether the part is one of law."""
    whole = clauses.complement_of(part, "of")
    return lemma(part) in _PARTS and whole is not None and is_law(whole)


_ENSHRINING = word_class("law_enshrining")


def _is_only_wanted(noun: Token) -> bool:
    """Whether law is still to be made: "wants a law that", "called for a treaty which"."""
    article = child(noun, "det")
    if article is None or article.lower_ not in ("a", "an", "no"):
        return False
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in _FOR else noun.head
    made = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ in _FOR)
    return made and lemma(above) in _WANTED


_DONE = frozenset({"VBD", "VBN"})
_ENACTING = frozenset({"adopt", "approve", "enact", "pass"})
_FOR = frozenset({"for", "on"})
_WANTED = word_class("law_wanted")
# Measures that bind all: "the UN embargo forbids", "under UN sanctions no state may".
_MEASURES = frozenset({"ban", "embargo", "moratorium", "sanction"})
_OF_ALL = frozenset({"council", "global", "international", "nations", "u.n.", "un"})


# What a law is worded in, where it is only pointed back at: "under its terms".
_WORDINGS = frozenset(
    {"article", "clause", "letter", "provision", "rule", "term", "text", "wording"}
)
_SIDED = frozenset({"in", "of", "to", "under"})


def _of_what_was_named(noun: Token) -> bool:
    """Of "invoked the pact. By its terms Oslo must", whether the terms are the pact's."""
    whose = child(noun, "poss") if lemma(noun) in _WORDINGS else None
    start = noun.sent.start
    if whose is None or whose.lower_ not in ("its", "their") or start == 0:
        return False
    before = noun.doc[start - 1].sent
    return any(is_law(t) for t in before if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "poss")


def _entitled_law(noun: Token, beside: list[Token]) -> bool:
    """Whether a noun such as "order" or "deal" means law: by name, year, signature or court."""
    of = clauses.complement_of(noun, "of")
    if any(c.lower_ in _MAKING for c in beside):
        return True
    made_by = (child(noun, "poss"), of, *map(_maker, children(noun, "acl", "relcl")), *beside)
    if any(maker is not None and speaks_law(maker) for maker in made_by):
        return True
    if lemma(noun) in _WRITINGS and _numbered(noun):
        return True
    if lemma(noun) in _DATED or (lemma(noun) == "decision" and _of_a_body(noun)):
        return any(_YEAR.fullmatch(t.text) for t in (*noun.subtree, *noun.children))
    if lemma(noun) not in _TITLES:
        return False
    if any(lemma(clause) == "sign" for clause in children(noun, "relcl", "acl")):
        return True
    named = (noun, *beside, *([] if of is None else [of]), *children(noun, "nummod"))
    return any(t.text[0].isupper() or t.like_num for t in named)


def _of_a_body(noun: Token) -> bool:
    """Whether a council or a commission took it: "the council's decision of 2019"."""
    by = (child(noun, "poss"), clauses.complement_of(noun, "of", "by"))
    return any(body is not None and lemma(body) in _RULERS for body in by)


def _numbered(noun: Token) -> bool:
    """Whether it is the title of a rule: "Decision 399 of the community", not "decision 5"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return noun.text[0].isupper() and after is not None and after.text[0].isdigit()


def _maker(clause: Token) -> Token | None:
    """Of "issued by the court" the court."""
    return clauses.passive_agent(clause) or clauses.complement_of(clause, "by")


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _means_else(noun: Token) -> bool:
    """Whether a noun for law is used of something else: "by agreement", "rule", "an act of war"."""
    if noun.lower_ == "act":
        return clauses.complement_of(noun, "of") is not None
    bare = not any(c.dep_ in ("det", "poss", "nummod", "amod", "compound") for c in noun.children)
    return noun.lower_ == "rule" or (bare and noun.lower_ in ("agreement", "accord", "resolution"))


def _antecedents(clause: Token) -> list[Token]:
    """Nouns that a relative clause may tell of: of "a law of 2003 on trade, which" each."""
    found: list[Token] = []
    while clause.dep_ == "ccomp" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head  # "which, they say, obliges"
    above = clause.head
    while len(found) < _FURTHEST and (
        above.pos_ in ("NOUN", "PROPN", "ADP", "NUM") or above.dep_ == "pcomp"
    ):
        if above.pos_ in ("NOUN", "PROPN", "NUM"):
            found.append(above)
        if above.head.i == above.i:
            break
        above = above.head
    return found


def _taken_up(pronoun: Token) -> bool:
    """Of "The law was passed in May. It forbids", whether "it" is the law."""
    if pronoun.dep_ == "pobj" and pronoun.head.lower_ in ("by", "under"):
        return _named_before(pronoun)
    return pronoun.dep_ == "nsubj" and told_of_law(pronoun)


def _named_before(pronoun: Token) -> bool:
    """Of "rests its case on the pact: both are bound by it", whether the last thing is law."""
    start = pronoun.sent.start
    first = pronoun.doc[start - 1].sent.start if start > 0 else start
    before = [t for t in pronoun.doc[first : pronoun.i] if t.dep_ in ("dobj", "nsubj", "pobj")]
    things = [t for t in before if t.pos_ in ("NOUN", "PROPN") and not t.text.isdigit()]
    return any(is_law(t) for t in things[-2:])


def rests_on_law(verb: Token) -> bool:
    """Whether law is said to be why: "under the pact A must", "the court ruled that A must"."""
    sentence = verb.sent
    if after_law(verb) or any(as_law_has_it(clause) for clause in children(verb, "advcl")):
        return True
    if verb.dep_ == "conj" and _abides_by_law(verb.head):
        return True
    if any(_as_law_of_a_year(p) for p in children(verb, "prep") if p.lower_ == "as"):
        return True
    if _OPENING.search(verb.doc.text[sentence[0].idx : verb.idx].rpartition(":")[2]):
        return True
    for word in sentence:
        if word.head.lower_ == "as" and as_member(word):
            return True
        if word.pos_ in ("NOUN", "PROPN") and word.head.pos_ == "ADP" and _in_force(word):
            start = word.head.head if _of_compound(word.head) else word.head
            words = verb.doc.text[sentence[0].idx : word.head.end]
            if _BY.search(words) and not _inside_another(start, verb):
                return True
    above = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    return _said_by_law(verb) or any(
        c.lower_ in _BY_LAW for each in above for c in children(each, "advmod")
    )


_BY_LAW = frozenset({"constitutionally", "contractually", "lawfully", "legally", "statutorily"})


def opened_by_law(verb: Token) -> bool:
    """Whether a clause opens with the law by which it is so: "under the lease, Oslo pays"."""
    own = child(verb, "nsubj")
    if own is None or own.left_edge.i > verb.i:
        return False
    grounds = (p for p in children(verb, "prep") if p.i < own.i and p.lower_ in ("by", "under"))
    return any(named is not None and is_law(named) for p in grounds for named in _behind_one(p))


def _behind_one(preposition: Token) -> tuple[Token, ...]:
    """What stands behind a preposition, and behind its "of": "by the terms of the lease"."""
    found = child(preposition, "pobj")
    return () if found is None else (found, *filter(None, (clauses.complement_of(found, "of"),)))


def citing_law(verb: Token) -> bool:
    """Whether it is done on the ground of a law that is cited: "citing the pact, it demanded"."""
    for clause in children(verb, "advcl"):
        below = [*children(clause, "dobj"), *_behind(clause)]
        if lemma(clause) in CITING and any(is_law(noun) for noun in below):
            return True
    return False


def _behind(verb: Token) -> list[Token]:
    return [n for p in children(verb, "prep") if (n := child(p, "pobj")) is not None]


def as_member(word: Token) -> bool:
    """Whether somebody is bound as one who has joined: "as a member of the union"."""
    return lemma(word) in _MEMBERS and clauses.complement_of(word, "of", "to") is not None


def _abides_by_law(verb: Token) -> bool:
    """Whether it is to do what law asks: "must comply with the treaty and reopen it"."""
    kept = child(verb, "dobj") or clauses.complement_of(verb, "with", "by", "to")
    return lemma(verb) in _ABIDING and kept is not None and is_law(kept)


def as_law_has_it(clause: Token) -> bool:
    """Whether a clause only names law: "as Article 5 provides", "as required by the treaty"."""
    if not any(c.lower_ == "as" for c in children(clause, "mark", "advmod")):
        return False
    own = clauses.passive_agent(clause) or child(clause, "nsubj") or clauses.complement_of(clause)
    return own is not None and is_law(own)


def _as_law_of_a_year(preposition: Token) -> bool:
    """Of "as a law passed in 2001 requires", where the parser takes the verb for a noun."""
    law = child(preposition, "pobj")
    taken = law is not None and law.tag_ != "NNS" and is_law(law)
    return taken and any(
        t.tag_ == "NNS" and t.lower_.removesuffix("s") in _DEMANDING and t.nbor(-1).like_num
        for t in preposition.subtree
    )


_DEMANDING = word_class("obliging") | _SAYING


def _in_force(noun: Token) -> bool:
    """Whether it is a law by which something is so: not "under no treaty", "abide by the pact"."""
    kept = noun.head.lower_ in ("by", "to") and lemma(noun.head.head) in _HONOURING
    return not kept and not clauses.of_none(noun) and is_law(noun)


_HONOURING = frozenset({"abide", "stand", "stay", "stick", "swear"})


def told_of_law(verb: Token) -> bool:
    """Whether the sentence before is about law: "The treaty is clear. Neither side may ..."."""
    start = verb.sent.start
    if start == 0:
        return False
    before = verb.doc[start - 1].sent
    topic = next((t for t in before if t.dep_ in ("nsubj", "nsubjpass")), None)
    return topic is not None and topic.lower_ != "it" and is_law(topic)


def _of_compound(preposition: Token) -> bool:
    """Whether it only ends a preposition of several words: "in accordance *with*"."""
    return preposition.head.pos_ == "NOUN" and preposition.head.head.pos_ == "ADP"


def _inside_another(preposition: Token, verb: Token) -> bool:
    """Whether a ground belongs to a clause that the verb is no part of: "held under the act"."""
    clause = preposition.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    own = child(verb, "nsubj", "nsubjpass") if verb.dep_ == "conj" else None
    if own is not None and verb.head is clause and preposition.i > clause.i:
        return True  # "are tried in accordance with the law, and Oslo must not meddle"
    owed = clause.dep_ == "acl" and lemma(clause.head) in _GIVEN and clauses.has_to(clause)
    below = clause.dep_ in ("relcl", "acl", "pcomp") and clause.i != verb.i and not owed
    return below and verb not in clause.subtree


def _said_by_law(verb: Token) -> bool:
    """Whether a clause is what law or a court says: "the statute provides that", "under which"."""
    if under_which(verb):
        return True
    above = verb.head
    if verb.dep_ == "ccomp" and _under_which(verb):
        return True
    ordered = verb.dep_ == "xcomp" and lemma(above) in ("be", "have")
    if ordered or (verb.dep_ == "conj" and above.pos_ in ("VERB", "AUX")):
        return _said_by_law(above)
    if any(_is_word_of_law(c) for c in verb.subtree if c.lemma in _SAYING and c.i < verb.i):
        return True
    plain = _made_plain(verb) or follows_from_law(verb.head)
    if verb.dep_ in ("ccomp", "acl", "relcl", "csubj") and plain:
        return True
    if verb.dep_ not in ("ccomp", "xcomp") or lemma(above) not in _SAYING:
        return False
    own = clauses.subject(above)
    court = own is not None and (speaks_law(own) or is_law(own))
    return court and not clauses.negated(above)


def _is_word_of_law(aside: Token) -> bool:
    """Whether it is a court's word set between commas: "the ban, a court ruled, must be lifted"."""
    own = child(aside, "nsubj") or (aside.head if aside.head.dep_ == "appos" else None)
    if own is None or not speaks_law(own) or clauses.negated(aside):
        return False
    # The parser hangs it on the noun before; then it has no place for that noun.
    full = child(aside, "dobj", "ccomp", "mark") is not None
    return aside.dep_ in ("parataxis", "relcl", "acl") and not full


def _made_plain(verb: Token) -> bool:
    """Of "the treaty is clear that", "makes plain that", "leaves no doubt that" what is clear."""
    above = verb.head
    if above.pos_ == "NOUN":  # "no doubt that"
        if lemma(above) not in _DOUBTS or not clauses.of_none(above):
            return False
        above = above.head
    elif lemma(above) in ("be", "make"):
        told = children(above, "acomp", "ccomp", "oprd", "xcomp")
        if clauses.negated(above) or not any(c.lower_ in _PLAIN for c in told):
            return False
    else:
        return False
    own = clauses.subject(above)
    return own is not None and is_law(own)


def follows_from_law(verb: Token) -> bool:
    """Whether law is said to be where something comes from: "it follows from Article 5 that"."""
    source = clauses.complement_of(verb, "from") if lemma(verb) in _COMING else None
    return source is not None and is_law(source)


_COMING = frozenset(
    {"arise", "date", "derive", "emerge", "flow", "follow", "result", "spring", "stem"}
)


_DOUBTS = frozenset({"doubt", "question"})


def after_law(verb: Token) -> bool:
    """Whether a colon hangs a clause on law: "Article 5 is clear: neither side may close it"."""
    sentence = verb.doc[verb.sent.start : verb.i]
    colon = next((t for t in sentence if t.text == ":"), None)
    if colon is None or '"' in [t.text for t in verb.doc[colon.i : verb.i]]:
        return False
    before = [t for t in sentence if t.i < colon.i and t.pos_ in ("NOUN", "PROPN")]
    topic = next((t for t in before if t.dep_ in ("nsubj", "nsubjpass")), None)
    cited = next((t for t in reversed(before) if t.head.lower_ in _POINTING), None)
    return any(noun is not None and is_law(noun) for noun in (topic, cited)) or (
        len(before) == 1 and is_law(before[0])
    )


_POINTING = frozenset({"to", "of", "on", "upon"})


def _under_which(verb: Token) -> bool:
    """Of "a pact under which, he said, neither may close it" the closing, wherever it hangs."""
    for preposition in verb.doc[verb.sent.start : verb.i - 1]:
        if preposition.lower_ != "under" or preposition.nbor(1).tag_ not in _RELATIVE:
            continue
        told = (t for t in verb.doc[preposition.i : verb.i] if t.pos_ == "VERB")
        if all(lemma(t) in _TELLING for t in told) and _points_back(preposition):
            return True
    return False


_TELLING = frozenset({"say", "add", "argue", "note", "claim", "insist", "maintain", "contend"})


def under_which(verb: Token) -> bool:
    """Whether a clause tells of what is so by a law: "a treaty *by which* Oslo pays"."""
    return any(_points_back(p) for p in children(verb, "prep"))


def _points_back(preposition: Token) -> bool:
    """Whether it opens a relative clause on a law: "the treaty *under* which"."""
    which = child(preposition, "pobj")
    under = preposition.lower_ in ("under", "by") or (
        preposition.lower_ == "to" and preposition.i > 0
        and preposition.nbor(-1).lower_ in ("according", "pursuant")
    )  # fmt: skip
    related = which is not None and which.tag_ in _RELATIVE and under
    if not related:
        return False
    before = preposition.i - 1
    if before > 0 and preposition.lower_ == "to":
        before -= 1
    if before > 0 and preposition.doc[before].text == ",":
        before -= 1
    nouns = _antecedents(preposition.head)
    if before >= 0 and preposition.doc[before].pos_ in ("NOUN", "PROPN"):
        nouns.append(preposition.doc[before])  # wherever the parser hangs the clause
    return any(is_law(noun) for noun in nouns)
