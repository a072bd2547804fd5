"""Acts of letting: who lets whom do what, or does not.

One who lets decides whether another does something: of "denied Oslo permission to build the pier"
the building is Oslo's and the permission is not. What is let is what such an act is done to.
"""

from detente.lexicon.acts import inventory
from detente.lexicon.cues import cues
from detente.lexicon.nominals import verb_of
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import first_words, word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child, children
from detente.read.grammar.leaves import (
    GIVING,
    WITHHOLDING,
    holder,
    is_leave,
    is_paper,
    letter,
    what_for,
)
from detente.read.grammar.tokens import Token
from detente.read.statements.act_heads import ActAt, heads_of

_RECEIVING = word_class("leave_receiving_verbs")
_AUTHORISING = word_class("authorising_verbs")
_FORBIDDING = word_class("not_letting_verbs")
_OF_LEAVE = GIVING | WITHHOLDING | _RECEIVING
_LETTING_OR_NOT = _AUTHORISING | _FORBIDDING
_COMING_IN = word_class("coming_in")
LET, FORBID = "let_do", "forbid_do"
LETTING_ACTS = frozenset({LET, FORBID})


def act_of_letting(verb: Token) -> ActAt | None:
    """Return the letting, or the forbidding, that a verb and its frame stand for."""
    return (
        _of_leave_given(verb)
        or _to_do(verb)
        or _from_doing(verb)
        or _on_a_deed(verb)
        or _to_look(verb)
    )


def _of_leave_given(verb: Token) -> ActAt | None:
    """Of "denied Oslo permission to build", "has received no licence to build" the letting."""
    if verb.lemma not in _OF_LEAVE:
        return None
    leave = next((c for c in children(verb, "dobj", "nsubjpass") if is_leave(c)), None)
    if leave is None or not _of_a_deed(leave):
        return None
    if verb.lemma not in _UNDOING and not _of_another(leave):
        return None
    name = FORBID if verb.lemma in WITHHOLDING else LET
    whom = clauses.subject(verb) if verb.lemma in _RECEIVING else holder(leave)
    return _made(verb, name, what_for(leave) or leave, whom)


_UNDOING = WITHHOLDING - {"decline", "refuse", "withhold"}  # what others were let do


def _of_a_deed(leave: Token) -> bool:
    """Whether it is leave to do something, and not only to come in, of which other rules tell."""
    what = what_for(leave)
    if what is None:
        return not is_paper(leave) and leave.lemma not in _PASSES
    whom = holder(leave)
    return whom is None or not _comes_in(whom, what)


def _of_another(leave: Token) -> bool:
    """Whether another does what there is leave for: who consents to a release lets somebody go."""
    what = what_for(leave)
    if what is None or what.pos_ not in ("NOUN", "PROPN") or holder(leave) is not None:
        return True
    return doer_of(what) is not None


def doer_of(deed: Token) -> Token | None:
    """Who does what a noun names: of "the purchase by Oslo", "Oslo's flights" Oslo."""
    by = clauses.complement_of(deed, "by")
    owner = by if by is not None else child(deed, "poss")
    if owner is not None:
        return None if owner.pos_ == "PRON" else owner
    return next((a for a in children(deed, "amod") if a.ent_type_ == "NORP"), None)


def _comes_in(whom: Token, what: Token) -> bool:
    """Whether who is let do it is let in: ships to dock, inspectors to visit the site."""
    if what.lemma not in _COMING_IN and what.lemma not in _PASSES:
        return False
    act = inventory().of_verb("let in", heads_of(whom))
    return whom.pos_ == "PRON" or (act is not None and bool(act.objects))


_PASSES = word_class("passes")


def ruled_on(verb: Token) -> Token | None:
    """Deed of another that a verb lets be done or not: of "vetoed Oslo's purchase" the purchase."""
    for phrase, preposition in clauses.phrasings(verb):
        if phrase in _RULING:
            deed = child(preposition, "pobj") if preposition is not None else clauses.patient(verb)
            named = deed is not None and deed.pos_ == "NOUN" and verb_of(deed.lemma) is not None
            known = inventory().of_verb(phrase, heads_of(deed))
            if deed is None or not named or (known is not None and known.objects):
                continue
            doer = doer_of(deed)
            own = clauses.subject(verb)
            if doer is not None and (own is None or own.lemma != doer.lemma):
                return deed
    return None


_RULING = word_class("ruling_verbs")


def _on_a_deed(verb: Token) -> ActAt | None:
    """Of "vetoed the purchase by Oslo", "signed off on Oslo's purchase" the letting."""
    deed = ruled_on(verb) if verb.lemma in _FIRST_RULING else None
    if deed is None:
        return None
    against = verb.lemma in _RULING_OUT
    return _made(verb, FORBID if against else LET, deed, doer_of(deed))


_RULING_OUT = frozenset({"bar", "block", "forbid", "prohibit", "veto"})
_FIRST_RULING = first_words(_RULING)


def letting_of_deed(deed: Token) -> ActAt:
    """The letting of a deed that is ruled on, where the ruling is a cue."""
    return _made(deed, LET, deed, doer_of(deed))


def _to_do(verb: Token) -> ActAt | None:
    """Of "authorised Oslo to build the pier", "let it build the pier" the letting."""
    if verb.lemma not in _LETTING_OR_NOT:
        return None
    below = child(verb, "ccomp", "xcomp")
    if below is None or below.pos_ != "VERB" or not clauses.has_to(below):
        return None
    whom = child(below, "nsubj") or child(verb, "dobj", "nsubjpass")
    whom = whom if whom is not None else child(below, "nsubjpass")
    return let_to_do(verb, below, whom) if whom is not None else None


def let_to_do(verb: Token, below: Token, whom: Token) -> ActAt | None:
    """The letting of a clause, where it is somebody who is let, and more is said of what they do.

    "Let Oslo release them" asks Oslo for it; what the treaty allows, nobody lets.
    """
    asked = verb.lemma == "let" and child(verb, "nsubj", "aux") is None and verb.dep_ != "conj"
    own = clauses.subject(verb)
    lawful = own is not None and own.lemma in _LAW
    if asked or lawful or verb.lemma in _FURTHERING or not _may_act(whom):
        return None
    if not _says_what(below, whom) or _comes_in(whom, below):
        return None
    return _made(verb, FORBID if verb.lemma in _FORBIDDING else LET, below, whom)


_LAW = word_class("law_nouns") | word_class("law_parts") | word_class("law_titles")


_FURTHERING = frozenset({"enable", "invite"})  # neither rules on anything


def _to_look(verb: Token) -> ActAt | None:
    """Of "demanded to see the prisoners" that whoever holds them lets them be seen."""
    return _made(verb, LET, verb, None) if _asked_to_look(verb) else None


def may_do(verb: Token) -> ActAt | None:
    """Of "on condition that its engineers may read the gauges" that they are let."""
    may = any(c.lower_ == "may" and c.dep_ == "aux" for c in verb.children)
    if not may or clauses.negated(verb) or child(verb, "dobj", "prep") is None:
        return None
    whom = child(verb, "nsubj")
    owner = child(whom, "poss") if whom is not None else None
    if whom is None or owner is None or owner.lower_ not in _THEIRS or not _may_act(whom):
        return None
    above = verb.head
    if verb.dep_ == "advcl":
        asked = any(c.lower_ in _IF for c in children(verb, "mark"))
    else:
        asked = verb.dep_ in ("acl", "ccomp", "relcl") and above.lemma in _CONDITIONS
    return _made(verb, LET, verb, whom) if asked else None


_THEIRS = frozenset({"its", "our", "their"})
_IF = frozenset({"if", "once", "provided", "providing", "unless", "until"})
_CONDITIONS = frozenset({"ask", "condition", "demand", "insist", "provide", "stipulate"})


def lets_look(found: ActAt) -> bool:
    """Whether an act is the letting of what somebody asks to see."""
    if found.name != LET or found.object is not found.token:
        return False
    return _asked_to_look(found.token) or may_do(found.token) is not None


def _asked_to_look(verb: Token) -> bool:
    """Whether somebody demands to see what is another's: "demanded to inspect the wreck"."""
    if verb.lemma not in _LOOKING or child(verb, "dobj") is None:
        return False
    above = verb.head
    asked = verb.dep_ == "xcomp" and clauses.has_to(verb) and above.lemma in _ASKING_FOR_ONESELF
    if verb.dep_ == "pcomp" and above.lower_ == "on" and above.head.lemma == "insist":
        asked, above = True, above.head
    return asked and child(above, "dobj", "dative") is None and not clauses.is_passive(above)


_LOOKING = word_class("looking_into")
_ASKING_FOR_ONESELF = frozenset({"demand", "request"})


def _says_what(below: Token, whom: Token) -> bool:
    """Whether it is more than that somebody be there: "fish in the lagoon" only of another's."""
    if child(below, "dobj") is not None:
        return True
    named = whom.pos_ == "PROPN" and gazetteer().by_name(whom.text) is not None
    foreign = named or whom.ent_type_ in ("GPE", "NORP") or whom.pos_ == "PRON"
    foreign = foreign or any(c.dep_ == "amod" and c.text[:1].isupper() for c in whom.children)
    return foreign and child(below, "prep") is not None


def _from_doing(verb: Token) -> ActAt | None:
    """Of "barred Oslo from dredging the channel" that it is not let."""
    if verb.lemma not in _BARRING:
        return None
    preposition = next((p for p in children(verb, "prep") if p.lower_ == "from"), None)
    below = child(preposition, "pcomp") if preposition is not None else None
    whom = child(verb, "dobj", "nsubjpass")
    if below is None or whom is None or not _may_act(whom) or _comes_in(whom, below):
        return None
    at = inventory().of_verb(below.lemma, heads_of(child(below, "dobj")))
    if at is not None and at.side == "gain":
        return None  # "barred from rejoining the club" is put out of it
    return _made(verb, FORBID, below, whom)


_BARRING = frozenset({"ban", "bar", "debar", "forbid", "prohibit"})


def _may_act(whom: Token) -> bool:
    """Whether it is somebody, who may be let do something: no prices are let rise."""
    if whom.pos_ == "PROPN" or whom.ent_type_ in ("GPE", "NORP", "ORG", "PERSON"):
        return True
    if whom.pos_ == "PRON":
        return whom.lower_ not in ("this", "that", "which", "nothing")
    kinds = ("person", "business", "vessel", "force", "inspector", "traffic")
    heads = heads_of(whom)
    return "§human" in heads or any(inventory().is_a(h, k) for h in heads[:1] for k in kinds)


def letting_of_noun(noun: Token) -> ActAt | None:
    """Of "Oslo's consent to the sale", "a licence from Oslo to fish" the letting."""
    if not is_leave(noun) or _needs_none(noun):
        return None
    if told_by_verb(noun) and not _attributes(noun.head):
        return None
    what = what_for(noun)
    if what is None and (is_paper(noun) or letter(noun) is None):
        return None
    if what is None and clauses.complement_of(noun, "of") is not None and _by_nobody(noun):
        return None  # "the clearance of the mines" lets nobody do anything
    if what is not None and not _of_a_deed(noun):
        return None
    return _made(noun, LET, what or noun, holder(noun))


def _needs_none(noun: Token) -> bool:
    """Whether nobody asks for it: "does not need its permission"."""
    return noun.dep_ == "dobj" and noun.head.lemma in _NEEDING and clauses.negated(noun.head)


_NEEDING = frozenset({"need", "require", "want"})


def _by_nobody(noun: Token) -> bool:
    return child(noun, "poss") is None and clauses.complement_of(noun, "by", "from") is None


def told_by_verb(noun: Token) -> bool:
    """Whether the verb above says already that leave is given, or is not."""
    return noun.dep_ in ("dobj", "nsubjpass") and _of_leave_given(noun.head) is not None


def _attributes(verb: Token) -> bool:
    """Whether a verb is a cue of what its object names: "refuse", and not "grant"."""
    cue = cues().verbs.get(verb.lemma)
    return cue is not None and "object" in cue.frames


def _made(token: Token, name: str, what: Token, whom: Token | None) -> ActAt:
    return ActAt(token, inventory().acts[name], name, what, whom)


def letter_of(found: ActAt) -> Token | None:
    """Who lets: of "received permission from Oslo", "was denied permission by Oslo" Oslo."""
    token = found.token
    if token.pos_ not in ("VERB", "AUX"):
        return letter(token) if is_leave(token) else None
    leave = next((c for c in children(token, "dobj", "nsubjpass") if is_leave(c)), None)
    own = letter(leave) if leave is not None else None
    if token.lemma in _RECEIVING:
        return own or clauses.complement_of(token, "from", "by")
    if clauses.is_passive(token):
        return clauses.passive_agent(token) or own
    return clauses.subject(token)


# Verbs that may let somebody do something, or not.
LETTING = (
    GIVING
    | WITHHOLDING
    | _RECEIVING
    | _AUTHORISING
    | _FORBIDDING
    | _BARRING
    | _FIRST_RULING
    | _LOOKING
)
