"""Grammar over the parse: subjects, objects, negation, modality and the words they span.

Everything here asks a token a question about its sentence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass

from detente.domain.evidence import Span
from detente.lexicon.idioms import idioms
from detente.lexicon.words import word_class
from detente.read.grammar.leaves import GIVING, WITHHOLDING, holder, is_leave, is_paper
from detente.read.grammar.tokens import Doc, Token, once

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOUNS = (*_SUBJECTS, "dobj")
# Clauses without a subject of their own that have that of the clause above.
_SHARING = ("xcomp", "conj", "advcl", "pcomp", "ccomp", "prep", "parataxis", "acomp")
_MODALS = {
    "can": "can", "could": "can", "may": "may", "might": "may", "must": "must", "shall": "must",
    "should": "should", "will": "will", "'ll": "will", "would": "would", "wo": "will", "ca": "can",
}  # fmt: skip
_SHORT_WOULD = frozenset({"'d", "’d"})
_NEVER = frozenset({"never", "hardly", "nor", "neither", "nowhere"})
_DUTIES = word_class("duty_verbs")
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Passage:
    """A parsed paragraph, where it starts in the document, and whether it is a heading."""

    doc: Doc
    start: int
    heading: bool = False

    def span(self, first: Token, last: Token) -> Span:
        """Span in the document from one token to another, both included, in either order."""
        first, last = (first, last) if first.i <= last.i else (last, first)
        return Span(start=self.start + first.idx, end=self.start + last.end)

    @property
    def end(self) -> int:
        """Where the paragraph ends in the document."""
        return self.start + len(self.doc.text)

    def within(self, span: Span) -> list[Token]:
        """Tokens that stand in a span of the document, wholly or in part."""
        starts = self.doc.starts
        first = max(0, bisect_right(starts, span.start - self.start) - 1)
        stop = bisect_left(starts, span.end - self.start)
        tokens = self.doc.tokens[first:stop]
        if tokens and tokens[0].end <= span.start - self.start:
            return tokens[1:]
        return tokens

    def token_span(self, token: Token) -> Span:
        """Span of one token in the document."""
        return self.span(token, token)


def lemma(token: Token) -> str:
    """Lemma in lower case, with the parser's known slips put right."""
    return token.lemma


def children(token: Token, *labels: str) -> list[Token]:
    """Children with one of these dependency labels, in text order."""
    # No comprehension, which costs a call of its own: most of the time nothing is found.
    found = []
    for below in token.children:
        if below.dep_ in labels:
            found.append(below)  # noqa: PERF401
    return found


def child(token: Token, *labels: str) -> Token | None:
    """First child with one of these labels."""
    for found in token.children:
        if found.dep_ in labels:
            return found
    return None


@once
def phrasings(verb: Token) -> list[tuple[str, Token | None]]:
    """Ways to look a verb up, longest first, each with the preposition it includes.

    "pulled out of the deal" → ``pull out of``, ``pull out``, ``pull of``, ``pull``.
    """
    base = verb.lemma
    particles: list[Token] = []
    prepositions: list[Token] = []
    found: list[tuple[str, Token | None]] = []
    introduced = False
    for c in verb.children:
        if c.dep_ in ("prep", "dative"):
            if c.pos_ == "ADP" or c.lower_ == "upon":
                prepositions.append(c)
        elif c.dep_ == "prt" or _particle_like(c):
            particles.append(c)
        for below in c.children:
            introduced = introduced or (below.dep_ == "mark" and below.lemma == "for")
    _idiomatic(verb, prepositions, found)
    for particle in particles:
        word = particle.lower_
        own = children(particle, "prep")
        both = [w.lower_ for w in particle.children if _particle_like(w)]
        found += [(f"{base} {first} {word}", None) for first in both]  # "turn back on"
        found += [(f"{base} {word} {p.lemma}", p) for p in (*own, *prepositions)]
        found.append((f"{base} {word}", None))
    said = [c.lower_ for c in verb.children if c.lower_ in _ANSWERING and c.pos_ != "DET"]
    found += [(f"{base} {word} {p.lemma}", p) for word in said for p in prepositions]
    for p in prepositions:
        inner = child(p, "prep")
        if inner is not None:
            found.append((f"{base} {p.lemma} {inner.lemma}", inner))
        found.append((f"{base} {p.lemma}", p))
    if introduced:
        found.append((f"{base} for", None))
    if base == "make":
        found += [(f"make {c.lower_}", None) for c in verb.children if c.lower_ in PLAINLY]
    found.append((base, None))
    return found


def _idiomatic(
    verb: Token, prepositions: list[Token], found: list[tuple[str, Token | None]]
) -> None:
    """Ways that include a noun: "shut the door on", "put the plan on hold"."""
    base, nouns = verb.lemma, idioms()
    for noun in verb.children:
        if noun.dep_ == "dobj" and noun.lemma in nouns:
            own = children(noun, "prep")
            found += [(f"{base} {noun.lemma} {p.lemma}", p) for p in (*prepositions, *own)]
            found.append((f"{base} {noun.lemma}", None))
    for p in prepositions:
        target = child(p, "pobj")
        if target is not None and target.lemma in nouns:
            own = children(target, "prep")
            found += [(f"{base} {p.lemma} {target.lemma} {q.lemma}", q) for q in own]
            found.append((f"{base} {p.lemma} {target.lemma}", None))


_ANSWERING = frozenset({"no", "yes"})
# What one makes what one says: "made it clear that they must leave".
PLAINLY = frozenset({"clear", "explicit", "known", "plain", "public"})
_PARTICLES = word_class("particles")
_RESULTS = word_class("results")


def _particle_like(token: Token) -> bool:
    """Whether a word beside a verb makes one sense with it: "let *back*", "keep *closed*"."""
    if token.lower_ in _RESULTS:
        return token.dep_ in ("acomp", "oprd", "advcl", "ccomp", "advmod", "amod")
    return token.lower_ in _PARTICLES and token.dep_ in ("advmod", "prt") and token.pos_ != "ADJ"


@once
def subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, or the one it inherits from its clause."""
    token = verb
    for _ in range(8):
        own = child(token, *_SUBJECTS)
        if own is not None and own.dep_ != "expl":
            return _antecedent(own, token)
        agent = passive_agent(token)
        if agent is not None:
            return agent
        if token.dep_ == "pcomp" and _of_object(token.head):
            return child(token.head.head, "dobj", "nsubjpass")
        if token.lower_ == "by" and token.dep_ in ("prep", "agent") and is_passive(token.head):
            return None  # "a refusal will be met by closing it": the refusal closes nothing
        if token.dep_ == "xcomp" and controlled(token) is not None:
            return controlled(token)
        if token.dep_ == "advcl" and token.head.lemma in _ALLOTTING and has_to(token):
            given = _given_time(token.head)
            if given is not None:
                return given
        if _ordered(token):
            return child(token.head, "dobj", "dative")
        if token.dep_ in ("acl", "relcl"):
            return _doer_below_noun(token)
        if token.dep_ == "ccomp" and token.head.dep_ == "relcl" and not has_to(token):
            # "a move Washington said posed risks": the move did.
            return token.head.head
        if token.dep_ not in _SHARING:
            return None
        token = token.head
    return None


def _of_object(preposition: Token) -> bool:
    """Whether what follows is done by whom the verb is about: "keep Oslo *from* leaving"."""
    verb = preposition.head.lemma
    return verb == "accuse" or (preposition.lower_ == "from" and verb in _KEEPING_FROM)


_KEEPING_FROM = word_class("barring") | {"deter", "discourage", "dissuade", "hinder", "keep"}


def _ordered(verb: Token) -> bool:
    """Whether it is what somebody is told to do: "Oslo tells Lima: *leave*"."""
    if verb.dep_ not in ("xcomp", "ccomp") or verb.tag_ != "VB" or verb.head.i > verb.i:
        return False
    before = verb.doc[verb.i - 1]
    return (before.text == ":" or before.is_quote) and child(verb, "aux") is None


def _doer_below_noun(verb: Token) -> Token | None:
    """Of "Cairo's refusal to sign" Cairo; of "they found a way to sign" they; else the noun."""
    noun = verb.head
    if not has_to(verb):
        return noun
    if noun.lemma in _REQUESTS:
        return _asked(noun)
    if is_leave(noun):
        return _let(noun)
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    above = noun.head
    while above.dep_ == "prep" or (above.pos_ in ("NOUN", "ADP") and above.head.i != above.i):
        above = above.head
    if above.lemma in _ALLOTTING and (given := _given_time(above)) is not None:
        return given
    return subject(above) if above.pos_ in _VERBAL and above.i != verb.i else None


def _let(leave: Token) -> Token | None:
    """Who may do what there is leave for: of "Cairo needs Oslo's consent to sign" Cairo."""
    whom = holder(leave)
    if whom is not None:
        return whom
    if is_paper(leave) and (own := child(leave, "poss")) is not None:
        return own
    above = leave.head
    while above.dep_ == "prep" or (above.pos_ in ("NOUN", "ADP") and above.head.i != above.i):
        above = above.head
    if above.pos_ not in _VERBAL or above.lemma in GIVING or above.lemma in WITHHOLDING:
        return None
    return None if is_passive(above) else subject(above)


def _given_time(verb: Token) -> Token | None:
    """Of "gave Cairo until Friday to sign", "set Cairo ten days to sign" Cairo."""
    told = child(verb, "dative")
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    named = after is not None and after.pos_ == "PROPN" and not is_passive(verb)
    return after if told is None and named else told


_ALLOTTING = frozenset({"allow", "give", "grant", "hand", "leave", "set"})
_REQUESTS = word_class("requests")
_ANSWERS = word_class("answers")


def _asked(noun: Token) -> Token | None:
    """Who is asked: of "an appeal to Cairo to sign", "Cairo rejected calls to sign" Cairo."""
    addressed = complement_of(noun, "to", "on", "for")
    if addressed is not None and addressed.i > noun.i:
        return addressed
    above = noun.head
    if noun.dep_ == "pobj" and above.pos_ == "ADP":
        above = above.head
    told = child(above, "dative") if above.pos_ in _VERBAL else None
    if told is not None:
        return told  # "set Cairo a deadline to sign"
    if above.pos_ not in _VERBAL or above.lemma not in _ANSWERS:
        return None
    if is_passive(above):
        return passive_agent(above)
    return subject(above) if noun.dep_ in ("dobj", "pobj") else None


def _antecedent(own: Token, verb: Token) -> Token:
    """Of "the system, which poses a risk", the system."""
    if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    return own


def controlled(verb: Token) -> Token | None:
    """Object of the governing verb that does the infinitive: "urged Cairo *to sign*"."""
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not has_to(verb):
        return None
    if verb.head.lemma in _WITH_MEANS:
        return None  # "used a speech to press Oslo": the speech presses nobody
    if verb.head.lemma in _ALLOTTING and (given := _given_time(verb.head)) is not None:
        return given
    return child(verb.head, "dobj", "dative")


_WITH_MEANS = frozenset({"employ", "seize", "take", "use"})


def passive_agent(verb: Token) -> Token | None:
    """Who a passive says did it: "was imposed *by Washington*"."""
    by = child(verb, "agent")
    agent = by and child(by, "pobj")
    if agent is not None and agent.lemma in _MEANS and not children(agent, "det", "poss"):
        return None  # "said by telephone"
    return agent


_MEANS = word_class("means")
_OF_PASSIVES = ("auxpass", "nsubjpass", "csubjpass")


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, whose subject is what it is done to."""
    for c in verb.children:
        if c.dep_ in _OF_PASSIVES:
            return True
    # Of "the accord that both signed" the parser sometimes makes no relative clause.
    return (verb.dep_ == "acl" and verb.tag_ == "VBN" and child(verb, "nsubj") is None) or (
        _made_so(verb)
    )


def _made_so(verb: Token) -> bool:
    """Whether it is the end of "want the troops withdrawn", where the troops are the object."""
    return (
        verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("ccomp", "xcomp", "oprd")
        and verb.head.pos_ == "VERB"
        and verb.head.lemma in ("want", "see", "have", "get", "like", "need", "keep", "leave")
        and child(verb, "aux", "auxpass", "mark") is None
        and child(verb, "dobj") is None
    )


@once
def has_to(verb: Token) -> bool:
    """Whether it is a to-infinitive."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


@once
def patient(verb: Token) -> Token | None:
    """Return what it is done to: the object, or the subject of a passive."""
    if is_passive(verb):
        if verb.dep_ == "acl" and child(verb, "nsubjpass") is None:
            return verb.head  # not of "the demand that the ban be lifted"
        kept = child(verb, "dobj")
        if kept is not None and kept.tag_ not in ("WDT", "WP"):
            return kept  # "that he be given a pass"
        own = child(verb, "nsubjpass", "csubjpass", *(("nsubj",) if _made_so(verb) else ()))
        return own if own is not None else _shared_subject(verb)
    own = child(verb, "dobj", "attr")
    relative = own is not None and own.tag_ in ("WDT", "WP")
    if verb.dep_ in ("relcl", "acl") and (
        relative or (own is None and child(verb, "nsubj") is not None and not _fronted(verb))
    ):
        return _described(verb)
    # "operate or possess the system": the object stands once, with the last.
    if own is None and not children(verb, *_COMPLETE):
        for other in verb.children:
            if other.dep_ != "conj" or other.pos_ != "VERB":
                continue
            # "They must cease, and no tea will be unloaded" is of two things.
            return patient(other) if child(other, *_SUBJECTS) is None else None
    return own


# With one of these a verb lacks no object: "will stop buying oil and hand over the rights".
_COMPLETE = ("xcomp", "ccomp", "acomp", "prep", "dative")


def _fronted(clause: Token) -> bool:
    """Whether what a clause tells of its noun is no object: "a treaty under which he stays"."""
    if clause.dep_ == "acl" and any(c.lower_ == "that" for c in children(clause, "mark")):
        return True  # "no doubt that it must stay open"
    below = (child(p, "pobj") for p in children(clause, "prep") if p.i < clause.i)
    return any(noun is not None and noun.tag_ in ("WDT", "WP") for noun in below)


def _described(clause: Token) -> Token:
    """Noun that a relative clause tells of: of "a ban on goods, which they imposed" the ban."""
    noun = pointed_at(clause) or clause.head
    if noun.ent_type_ in ("PERCENT", "QUANTITY", "MONEY", "CARDINAL") and noun.dep_ == "pobj":
        return noun.head.head
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else clause
    if before.text == "," and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        return noun.head.head
    return noun


def pointed_at(clause: Token) -> Token | None:
    """Of "a pardon is something he will not grant", whose noun only points back, the pardon."""
    noun = clause.head
    being = noun.head
    if clause.dep_ != "relcl" or noun.dep_ != "attr" or noun.lemma not in _POINTING_BACK:
        return None
    own = child(being, "nsubj")
    return own if own is not None and own.pos_ in ("NOUN", "PROPN") else None


_POINTING_BACK = word_class("pointing_back")


def _shared_subject(verb: Token) -> Token | None:
    """Subject of a passive that stands with another verb: "they have to be removed"."""
    if verb.dep_ == "conj":
        shared = _shared_subject(verb.head)
        ahead = child(verb.head, "nsubj") if shared is None and not is_passive(verb.head) else None
        doing = verb.head.pos_ in _VERBAL and modality(verb) is not None
        thing = doing and ahead is not None and ahead.pos_ == "NOUN"
        return ahead if thing else shared  # "the units guard it but will be withdrawn"
    own = child(verb, "nsubjpass")
    return own if own is not None else raised(verb)


def raised(verb: Token) -> Token | None:
    """Subject that stands above an infinitive: "requires the ban to be lifted", "has to stay"."""
    if verb.dep_ != "xcomp" or not has_to(verb):
        return None
    above = verb.head
    told = child(above, "dobj")
    if told is not None:
        return told
    if above.lemma in _DUTIES or (above.lemma == "be" and child(above, "acomp", "attr") is None):
        return child(above, "nsubj", "nsubjpass")
    return None


def complement_of(verb: Token, *prepositions: str) -> Token | None:
    """Noun after one of these prepositions; what stands behind the verb goes before the rest."""
    for preposition in sorted(children(verb, "prep", "dative"), key=lambda p: p.i < verb.i):
        if not prepositions or preposition.lemma in prepositions:
            found = child(preposition, "pobj", "pcomp")
            inner = child(preposition, "prep") if found is None else None
            if inner is not None:
                # "Shut out of the programme".
                found = child(inner, "pobj")
            if found is not None:
                return found
    return None


@once
def modality(verb: Token) -> str | None:
    """Normalise the modal: can, may, must, should, will, would, or None."""
    for aux in verb.children:
        if aux.dep_ == "aux" and aux.lower_ in _SHORT_WOULD and verb.tag_ == "VB":
            return "would"  # "we'd lift it"; "we'd lifted it" has
        if aux.dep_ == "aux" and aux.lower_ in _MODALS:
            own = child(verb, "nsubj") if aux.lower_ == "shall" else None
            # "We shall leave" is willed; "the parties shall leave" is law.
            return "will" if own is not None and own.lower_ in _FIRST else _MODALS[aux.lower_]
    if verb.dep_ == "xcomp" and has_to(verb) and verb.head.lemma in _DUTIES:
        if still_to_come(verb) or only_tells_which(verb.head):
            return None
        return "should" if verb.head.lemma == "ought" else "must"
    if _going_to(verb):
        return "will"
    if verb.dep_ == "conj" and child(verb, *_SUBJECTS) is None:
        return modality(verb.head)
    if _no_noun(verb):
        return "will"
    return None


def only_tells_which(above: Token) -> bool:
    """Of "the railway that is to carry coal" what it is for, and nothing that must be done."""
    if above.lemma != "be" or above.dep_ != "relcl":
        return False
    own = child(above, "nsubj")
    return own is not None and own.tag_ in ("WDT", "WP") and own.i == above.i - 1


_FIRST = frozenset({"i", "we"})


def _of_afterthought(no: Token, verb: Token) -> bool:
    """Whether a "not" bears on what follows it alone: "when it flows, not the other way round"."""
    return no.i > verb.i + 1 and no.lower_ == "not" and no.nbor(-1).text in (",", "–", "—")


@once
def negated(verb: Token) -> bool:
    """Whether the clause is negated, also through "no longer", "never" or "no troops"."""
    if verb.i > 3 and verb.doc[verb.i - 1].lower_ == "as":
        before = [t.lower_ for t in verb.doc[verb.i - 4 : verb.i - 1]]
        if before == ["not", "so", "much"]:
            return True
    for c in verb.children:
        if (c.dep_ == "neg" and not _of_whether(c) and not _of_afterthought(c, verb)) or (
            c.dep_ in ("advmod", "preconj", "cc") and c.lemma in _NEVER and c.i < verb.i
        ):
            return True
        if c.dep_ in _NOUNS and of_none(c):
            return True
        if c.dep_ == "prep" and c.lower_ in ("to", "into") and _to_none(c):
            return True  # "would put its name to no such paper"
        if (
            c.dep_ in ("advmod", "npadvmod")
            and c.lemma in ("longer", "long")
            and any(d.lower_ == "no" for d in c.children)
        ):
            return True
    if verb.lemma == "let" and _lets_nobody(verb):
        return True
    if _no_noun(verb) or (_going_to(verb) and negated(verb.head)) or _at_no_time(verb):
        return True
    # "Neither confirmed nor ruled out" is no word either way; laws and duties are in the present.
    if (
        verb.dep_ == "conj"
        and verb.tag_ != "VBD"
        and any(c.lower_ == "nor" and verb.head.i < c.i < verb.i for c in children(verb.head, "cc"))
    ):
        return True
    # Only a verb without a tense of its own is under the same "not": "cannot hold or use".
    shares = (
        verb.dep_ == "conj"
        and verb.tag_ == verb.head.tag_
        and verb.tag_ in ("VB", "VBN", "VBG")
        and child(verb, *_SUBJECTS) is None
        and not children(verb, "aux")
    )
    if (
        shares
        and verb.head.pos_ in _VERBAL
        and not any(c.lemma == "but" for c in children(verb.head, "cc"))
    ):
        return negated(verb.head)
    return still_to_come(verb)


def _of_whether(word: Token) -> bool:
    """Of "whether or not they leave" the "not", which denies nothing."""
    before = [t.lower_ for t in word.doc[max(0, word.i - 2) : word.i]]
    return before == ["whether", "or"]


def still_to_come(verb: Token) -> bool:
    """Of "has yet to answer" that it was not done so far, which is no duty to."""
    above = verb.head
    waiting = verb.dep_ == "xcomp" and above.lemma in ("be", "have", "remain") and has_to(verb)
    return waiting and any(c.lower_ == "yet" for c in above.children)


def of_none(noun: Token) -> bool:
    """Whether it is said that there is none of it: "no troops", "nothing"."""
    if noun.lower_ in _NOTHING and noun.pos_ != "ADV":
        return True
    if any(
        c.lemma in ("no", "neither") and c.dep_ in ("det", "cc", "preconj", "advmod")
        for c in noun.children
        if c.i < noun.i
    ):
        return True
    first = noun.left_edge
    if first.lower_ == "no" and first.i + 1 < noun.i:
        # "No more buoys", where the parser hangs the "no" on the "more"; not "no more than two".
        more, beyond = first.nbor(1), first.nbor(2)
        return first.head is more and more.lower_ in _ANY_MORE and beyond.lower_ != "than"
    if first.lower_ != "not":
        return False
    opening = [t.lower_ for t in noun.doc[first.i : min(first.i + 3, noun.i)]]
    return opening[:2] == ["not", "one"] or opening == ["not", "a", "single"]


_ANY_MORE = frozenset({"further", "more", "other"})


def _lets_nobody(verb: Token) -> bool:
    """Of "will let nobody go" that it will not let anybody."""
    below = child(verb, "ccomp")
    own = None if below is None else child(below, "nsubj")
    return own is not None and of_none(own)


def _to_none(preposition: Token) -> bool:
    below = child(preposition, "pobj")
    return below is not None and of_none(below)


_NOTHING = frozenset({"nothing", "nobody", "none"})


def _at_no_time(verb: Token) -> bool:
    """Whether it is ruled out by how it would be done: "under no circumstances would they"."""
    if _inverted(verb):
        start = verb.sent.start
        opening = " ".join(t.lower_ for t in verb.doc[start : start + 4])
        if _RULED_OUT.match(opening.lstrip('"').strip()):
            return True
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.i < verb.i:
            found = child(preposition, "pobj")
            if found is not None and found.lemma in _MANNERS and of_none(found):
                return True
    return False


_RULED_OUT = re.compile(
    r"(?:under|in|on|at|by) no\b|over (?:my|our) dead\b|never\b|nowhere\b|neither now\b|not now\b"
)


def _inverted(verb: Token) -> bool:
    """Whether a modal stands before the subject: "would they leave"."""
    own = child(verb, "nsubj", "nsubjpass")
    return own is not None and any(a.tag_ == "MD" and a.i < own.i for a in children(verb, "aux"))


_MANNERS = frozenset({
    "account", "blackmail", "case", "circumstance", "condition", "duress", "event", "point",
    "pressure", "pretext", "term", "threat", "time", "way",
})  # fmt: skip


def subjunctive(verb: Token) -> bool:
    """Whether a clause says what shall be: "insist that Oslo sign", whatever tag the verb got."""
    own = child(verb, "nsubj", "nsubjpass")
    if any(a.tag_ == "VB" for a in children(verb, "auxpass")) and not children(verb, "aux"):
        return True
    if own is None or children(verb, "aux"):
        return False
    if verb.tag_ == "VBD" and verb.lower_ == verb.lemma and verb.head.lemma in _DEMANDING:
        return verb.dep_ == "ccomp"  # "demanded that Oslo cut the price"
    one = own.tag_ in ("NN", "NNP") or own.lower_ in ("it", "he", "she")
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and one and child(own, "conj") is None)


_DEMANDING = word_class("asking_verbs") | word_class("demanding")


def _going_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going" and has_to(verb)


def _no_noun(verb: Token) -> bool:
    """Whether a verb hangs on a noun there is none of: "no intention of leaving"."""
    noun = verb.head.head if verb.dep_ == "pcomp" else verb.head
    hangs = verb.dep_ in ("pcomp", "acl", "xcomp") and noun.pos_ == "NOUN"
    return hangs and noun.lemma in _INTENTIONS and of_none(noun)


_INTENTIONS = word_class("intentions")


def adverbs(token: Token) -> list[str]:
    """Adverbs of a verb, adjectives of a noun, and auxiliary adverbs, as lemmas."""
    return [c.lemma for c in children(token, "advmod", "amod", "neg")]


def extent(token: Token) -> tuple[Token, Token]:
    """First and last token of a phrase, without the punctuation around it."""
    return trimmed(list(token.subtree))


def trimmed(tokens: list[Token]) -> tuple[Token, Token]:
    """First and last of some tokens, without commas and stops at either end."""
    first, last = 0, len(tokens) - 1
    while last > first and tokens[last].text in (",", ".", ";", ":", "!", "?", "-", "—", "–"):
        last -= 1
    while first < last and tokens[first].text in (",", ";", ":", "-", "—", "–", "."):
        first += 1
    return tokens[first], tokens[last]


_ASIDES = frozenset({
    "case", "relcl", "appos", "acl", "advcl", "parataxis", "conj", "cc", "punct", "preconj",
})  # fmt: skip


@once
def noun_extent(noun: Token) -> tuple[Token, Token]:
    """First and last token of a noun phrase, without clauses and asides hung onto it."""
    return _stretch_around(noun, _ASIDES) if noun.children else (noun, noun)


@once
def thing_extent(noun: Token) -> tuple[Token, Token]:
    """First and last token of what something is done to, with all that tells which one it is.

    Beside the noun phrase: the name set behind it ("the engineer *Ada Bell*"), and what is joined
    to it by "and" ("the maps *and records*").
    """
    kept = {c.dep_ for c in noun.children if _set_behind(c) or _joined_thing(c)}
    if not kept:
        return noun_extent(noun)
    return _stretch_around(noun, _ASIDES - kept - ({"cc"} if "conj" in kept else set()))


def _set_behind(aside: Token) -> bool:
    """Whether an aside is a name that follows its noun without a comma."""
    before = aside.doc[extent(aside)[0].i - 1]
    return aside.dep_ == "appos" and aside.pos_ == "PROPN" and before.i == aside.head.i


def _joined_thing(joined: Token) -> bool:
    """Whether another thing is joined: a plain noun of the same kind, hung with no clause."""
    if joined.dep_ != "conj" or joined.pos_ != "NOUN" or joined.head.pos_ != "NOUN":
        return False
    nearby = joined.i - joined.head.i <= _NEARBY
    return nearby and all(c.dep_ in _DESCRIBING for c in joined.children)


_NEARBY = 5  # words from a noun to the one joined to it
_DESCRIBING = frozenset({"det", "amod", "compound", "poss", "nummod", "prep"})


def _stretch_around(noun: Token, left_out: Container[str]) -> tuple[Token, Token]:
    """First and last token of the stretch that a noun stands in, without some of its children."""
    joints = [c for c in noun.children if c.tag_ == "HYPH"]  # of "safe-conduct"
    tokens = sorted([*subtree_without(noun, left_out), *joints], key=lambda t: t.i)
    # A cut clause must not leave a hole: keep the stretch that the noun itself stands in.
    first = last = place = tokens.index(noun)
    while first > 0 and tokens[first - 1].i == noun.i - (place - first) - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == noun.i + (last - place) + 1:
        last += 1
    return trimmed(tokens[first : last + 1])


def subtree_without(token: Token, labels: Container[str]) -> list[Token]:
    """What hangs on a token, itself included, but for its children with these labels."""
    left_out = [c for c in token.children if c.dep_ in labels]
    if not left_out:
        return list(token.subtree)
    gone = {t for c in left_out for t in c.subtree}
    return [t for t in token.subtree if t not in gone]


def conjuncts(token: Token) -> list[Token]:
    """Return the token and what is joined to it by "and" or "or", in text order."""
    found = [token]
    for c in children(token, "conj"):
        found += conjuncts(c)
    return found
