"""Rights and duties that law gives, as nouns: "entitles Oslo to a visit", "has a duty to".

What one party has a right to others owe. Only such rights count as others can grant or withhold:
that a party may do something itself asks nothing of anybody. A right that law does not give
forbids: "leaves no room for a closure", "has no right to close it".
"""

from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.asked import done_in, named_deed
from detente.read.conditions.benefits import flipped
from detente.read.conditions.entering import let_in
from detente.read.conditions.grounds import is_law
from detente.read.conditions.plain_law import hung_on_law
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt, act_at
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_RIGHTS = frozenset({"right", "claim", "entitlement", "title"})
_OBLIGATIONS = word_class("obligations")
_FREEDOMS = word_class("freedoms")
_FREEING = word_class("freeing") | {"enjoy", "have"}
_FREE = word_class("free_to")
_DUE = word_class("due_words")
_PROHIBITIONS = word_class("prohibitions")
_CONTAINING = word_class("containing") | _FREEING | {"be"}
_DENYING = frozenset({"deny", "refuse"})
# Nouns of "leaves no choice but to".
_CHOICES = frozenset({"alternative", "choice", "option"})
_VERBAL = ("VERB", "AUX")
_LIABLE = word_class("liable_words")
_PAYABLE = word_class("payable_words")
_FALLING = frozenset({"be", "become", "fall"})
# Nouns of verbs that somebody must be let do: "to inspect" is an inspection.
_LET = (("inspector", "admit"), ("permit", "grant"))


def entitled(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What others owe to whoever is entitled: "the pact gives Oslo the right to a visit"."""
    given = children(verb, "dobj")
    due = given[-1] if given and lemma(verb) != "entitle" else None
    if due is None and lemma(verb) == "entitle":
        due = clauses.complement_of(verb, "to") or child(verb, "xcomp", "advcl")
    if due is not None and lemma(due) in _RIGHTS:
        due = child(due, "acl", "relcl") or clauses.complement_of(due, "to", "of")
    if due is None or inventory().is_a(lemma(due), "person"):
        return ()
    entered = let_in(story, passage, due, _entitled_to_it(verb)) if due.pos_ in _VERBAL else ()
    if entered:
        return entered
    found = _let(story, passage, due) if due.pos_ in _VERBAL else named_deed(story, passage, due)
    giver = clauses.complement_of(due, "from", "by") or clauses.complement_of(verb, "from")
    doer = story.actor(passage, giver) if giver is not None and giver.pos_ == "PROPN" else None
    # A veto that somebody has the right to cast is nobody else's to give.
    return tuple(replace(p, agent=doer) for p in found if p.act != "impose")


def _entitled_to_it(verb: Token) -> Token | None:
    """Who has the right: of "entitles its ships to", "gives its ships the right to" the ships."""
    if lemma(verb) in ("have", "enjoy"):
        return clauses.subject(verb)
    if clauses.is_passive(verb):
        return child(verb, "nsubjpass")
    return child(verb, "dative") or child(verb, "dobj")


def has_right(verb: Token) -> bool:
    """Whether somebody is said to have a right: "has the right to a visit"."""
    own = child(verb, "dobj")
    return lemma(verb) in ("have", "enjoy") and own is not None and lemma(own) in _RIGHTS


def _let(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What it takes that somebody may do something: their admission, or the act that is theirs."""
    at, stock = act_at(verb), inventory()
    if at is not None and at.act is not None and at.act.side == "gain":
        return (proposition(story, passage, at),)
    for class_name, name in _LET:
        nouns = (lemma(verb), f"{lemma(verb)}ion", f"{lemma(verb)}or")
        if any(stock.is_a(noun, class_name) for noun in nouns):
            return (proposition(story, passage, ActAt(verb, stock.act(name), name, None, None)),)
    return ()


def owed(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "has an obligation to release them", "imposes a duty on Oslo to" the release."""
    duty = next((n for n in _told(verb) if lemma(n) in _OBLIGATIONS), None)
    if duty is None or clauses.negated(verb):
        return _without_choice(story, passage, verb)
    below = [*children(verb, "advcl", "xcomp")]
    # "Is under an obligation, dating from the pact, to leave": hung on what stands between.
    below += [c for clause in below if clause.tag_ == "VBG" for c in children(clause, "xcomp")]
    hung = hung_on_law(duty)  # "has a duty under the pact to leave"
    for clause in (*children(duty, "acl", "relcl", "advcl"), *([hung] if hung else []), *below):
        if clauses.has_to(clause) or (clause.tag_ == "VBG" and lemma(verb) in _NAMING):
            bound = clauses.complement_of(duty, "on", "upon", "for") or child(clause, "nsubj")
            bound = bound if bound is not None else child(duty, "poss")
            bound = bound if bound is not None else clauses.complement_of(verb, "on", "upon")
            found = done_in(story, passage, clause, bound)
            doer = bound if bound is not None else _dutiful(verb)
            actor = None if doer is None else story.actor(passage, doer)
            return tuple(replace(p, agent=actor) for p in found)
    return ()


_NAMING = frozenset({"be", "comprise", "include", "mean"})


def _dutiful(verb: Token) -> Token | None:
    """Who has a duty that a verb gives: its subject, unless that is the law that gives it."""
    own = clauses.subject(verb)
    return None if own is None or is_law(own) or own.lower_ == "it" else own


def _told(verb: Token) -> list[Token]:
    """Nouns that stand with a verb as what is had, given or laid down."""
    nouns = [*children(verb, "dobj", "attr", "nsubj")]
    below = (*children(verb, "prep"), *(p for n in nouns for p in children(n, "prep")))
    return nouns + [n for p in below if (n := child(p, "pobj")) is not None]


def recipient(verb: Token, given: Token | None) -> Token | None:
    """Whom something is given or left to: of "leaves Oslo no choice" Oslo."""
    others = (noun for noun in children(verb, "dative", "dobj") if noun is not given)
    return next((n for n in others if n.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _without_choice(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "leaves Kenya no choice but to open it" the opening."""
    choice = next((n for n in children(verb, "dobj") if lemma(n) in _CHOICES), None)
    if choice is None or not clauses.negated(verb):
        return ()
    but = next((p for p in children(choice, "prep") if p.lower_ in ("but", "except")), None)
    clause = child(but, "pcomp", "pobj") if but is not None else None
    whom = recipient(verb, choice)
    return done_in(story, passage, clause, whom or _dutiful(verb)) if clause is not None else ()


def withheld(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """What is forbidden since law gives no right to it: "leaves no room for", "is not free to"."""
    word = lemma(verb)
    if word == "be" and clauses.negated(verb):
        fit = child(verb, "acomp")
        below = child(fit, "xcomp") if fit is not None and lemma(fit) in _FREE else None
        if below is not None:
            return _none(done_in(story, passage, below, clauses.subject(verb)))
    denied = word in _DENYING and not clauses.negated(verb)
    without = without_legal_ground(verb)
    if not denied and not without and not (word in _FREEING and clauses.negated(verb)):
        return ()
    right = next((n for n in children(verb, "dobj", "attr") if lemma(n) in _FREEDOMS), None)
    if right is None:
        return ()
    whom = recipient(verb, right) or _dutiful(verb)
    return _none(_freed(story, passage, verb, right, whom))


def without_legal_ground(verb: Token) -> bool:
    """Whether the law gives no ground: "has no legal power to", "there is no legal basis for"."""
    if lemma(verb) not in _HAVING_GROUND or clauses.modality(verb) is not None:
        return False
    ground = next((n for n in children(verb, "dobj", "attr") if lemma(n) in _FREEDOMS), None)
    if ground is None or not any(c.lower_ in _LEGAL for c in children(ground, "amod")):
        return False
    return lemma(verb) == "lack" or clauses.negated(verb) or clauses.of_none(ground)


_HAVING_GROUND = frozenset({"be", "give", "have", "lack", "possess", "see"})
_LEGAL = frozenset({"constitutional", "lawful", "legal", "statutory"})


def _none(found: tuple[Proposition, ...]) -> tuple[Proposition, ...]:
    """What is not to be; the grammar denies it already where it stands with "no room for"."""
    return tuple(p if p.polarity == "negative" else flipped(p) for p in found)


def _freed(
    story: Story, passage: Passage, verb: Token, right: Token, whom: Token | None
) -> tuple[Proposition, ...]:
    """What a right or a licence is one to: "the right to close it", "room for a closure"."""
    below = (
        child(right, "acl", "relcl", "xcomp") or hung_on_law(right) or child(verb, "xcomp", "advcl")
    )
    below = below or clauses.complement_of(right, "for", "of", "to")
    below = below or clauses.complement_of(verb, "for")
    if below is None:
        return ()
    if below.pos_ in _VERBAL:
        return done_in(story, passage, below, whom)
    return named_deed(story, passage, below)


def prohibited(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "contains a ban on closing it", "lays down a prohibition of closures" what is banned."""
    banned = next((n for n in children(verb, "dobj") if lemma(n) in _PROHIBITIONS), None)
    if banned is None or lemma(verb) not in _CONTAINING or clauses.negated(verb):
        return ()
    below = clauses.complement_of(banned, "on", "of", "against")
    if below is None:
        return ()
    if below.pos_ in _VERBAL:
        return tuple(map(flipped, done_in(story, passage, below, None)))
    return tuple(map(flipped, named_deed(story, passage, below)))


def liable(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "is liable to pay", "is bound to leave", "owes Oslo a visit" what is owed."""
    own = _dutiful(verb)
    if own is None or clauses.negated(verb):
        return ()
    if lemma(verb) == "owe":
        thing = child(verb, "dobj")
        return _owing(story, passage, thing, own) if thing is not None else ()
    fit = child(verb, "acomp")
    return _liable_for(story, passage, fit, own) if lemma(verb) == "be" and fit is not None else ()


def made_liable(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "makes Oslo liable for the rent" what Oslo owes."""
    fit = child(verb, "ccomp", "oprd", "xcomp") if lemma(verb) in _MAKING else None
    whom = (child(fit, "nsubj") or child(verb, "dobj")) if fit is not None else None
    if fit is None or whom is None or clauses.negated(verb):
        return ()
    return _liable_for(story, passage, fit, whom)


_MAKING = frozenset({"hold", "make", "render"})


def _liable_for(story: Story, passage: Passage, fit: Token, whom: Token) -> tuple[Proposition, ...]:
    """What somebody must do who is said to be liable."""
    if lemma(fit) not in _LIABLE:
        return ()
    below = child(fit, "xcomp") or clauses.complement_of(fit, "for", "to")
    if below is None:
        return ()
    if below.pos_ in _VERBAL:
        return done_in(story, passage, below, whom)
    return _owing(story, passage, below, whom) if _is_debt(below) else ()


def reminded(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "recalled Oslo's duty under the pact to pay", "its obligation to leave" what is owed."""
    told = (child(verb, "dobj"), clauses.complement_of(verb, "of", "to"))
    duty = next((n for n in told if n is not None and lemma(n) in _OBLIGATIONS), None)
    if duty is None:
        return ()
    clause = child(duty, "acl", "relcl") or child(verb, "advcl", "xcomp") or hung_on_law(duty)
    whom = child(verb, "dobj")
    # "Reminded Oslo of its duty": Oslo's, whoever reminds it.
    whose = whom if whom is not None and whom is not duty else child(duty, "poss")
    if clause is None or whose is None or whose is duty or not clauses.has_to(clause):
        return ()
    if not any(map(is_law, duty.doc[duty.i + 1 : clause.i])):
        return ()
    doer = story.actor(passage, whose)
    return tuple(replace(p, agent=doer) for p in done_in(story, passage, clause, whose))


def _owing(
    story: Story, passage: Passage, thing: Token, debtor: Token | None
) -> tuple[Proposition, ...]:
    """The payment of a debt, or the doing of what else is owed: "owes Oslo a visit"."""
    if not _is_debt(thing):
        return named_deed(story, passage, thing)
    at = ActAt(thing, inventory().act("pay"), "pay", thing, None)
    paid = proposition(story, passage, at)
    doer = story.actor(passage, debtor) if debtor is not None else None
    return (replace(paid, agent=doer, polarity="positive"),)


def _is_debt(thing: Token) -> bool:
    return any(inventory().is_a(lemma(thing), kind) for kind in ("debt", "funds"))


def due(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "the reopening is mandatory under the treaty", "is an obligation" the reopening."""
    told = child(verb, "acomp", "attr") if lemma(verb) in _FALLING else None
    own = clauses.subject(verb)
    if told is None or own is None or clauses.negated(verb):
        return ()
    if lemma(told) in _PAYABLE and _is_debt(own):
        return _owing(story, passage, own, None)
    owes = lemma(told) in _DUE or (lemma(told) in _OBLIGATIONS and child(told, "acl") is None)
    return named_deed(story, passage, own) if owes and own.pos_ == "NOUN" else ()


def exempted(story: Story, passage: Passage, verb: Token) -> tuple[Proposition, ...]:
    """Of "cocoa is exempt from duties under the pact" that none are imposed."""
    fit = child(verb, "acomp")
    if lemma(verb) != "be" or clauses.negated(verb) or fit is None or lemma(fit) not in _EXEMPT:
        return ()
    burden = clauses.complement_of(fit, "from", "of") or clauses.complement_of(verb, "from", "of")
    found = named_deed(story, passage, burden) if burden is not None else ()
    return tuple(replace(flipped(p), agent=None) for p in found)


_EXEMPT = frozenset({"exempt", "free", "immune"})
