"""Conditions by the frame of their sentence: "the road to B leads through A", "B the day A"."""

from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Actor, Proposition
from detente.domain.evidence import Span as Stretch
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import flipped, weighed
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.extents import REPORTING
from detente.read.conditions.framing import KEY, Framed, framed
from detente.read.conditions.loose import known, stated_loosely
from detente.read.conditions.nominalised import purposed
from detente.read.conditions.open_deeds import is_open
from detente.read.conditions.wordings import wordings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.tokens import Span, Token
from detente.read.statements.acts import ACTING, known_act
from detente.read.who.mentions import Story

# What such a condition is called: one for which something is had, one without which it is not.
FRAMED, WITHHELD = "framed", "framed without"
_QUOTES = frozenset('"“”«»')
_UNDERTAKING = word_class("undertaking")
_WILLING = word_class("willing_verbs") | word_class("willing_adjectives")
_VERBAL = ("VERB", "AUX")


def of_frames(story: Story, passage: Passage) -> Iterator[Dependence]:
    """Find what the sentences of a paragraph set against each other by their frames."""
    for sentence in passage.doc.sents:
        if sentence.text.endswith("?"):
            continue
        begun = {token.lower_[:KEY] for token in sentence}
        for fit in framed(sentence.text, begun):
            yield from _dependence(story, passage, sentence, fit)


def _dependence(
    story: Story, passage: Passage, sentence: Span, fit: Framed
) -> Iterator[Dependence]:
    had, taken = _tokens(sentence, fit, fit.had), _tokens(sentence, fit, fit.taken)
    wanted, needed = _deed(story, passage, had, to_come=True), _deed(story, passage, taken)
    if wanted is None or needed is None or wanted.i == needed.i or not _ahead(wanted):
        return
    if _parted_by_quote(*sorted((wanted, needed), key=_place)):
        return  # what is quoted ends between them, and the writer goes on
    before = taken[0].doc[max(0, taken[0].i - 3) : taken[0].i]
    if any(t.lower_ in _WHATEVER for t in (*before, had[0])):
        return  # "will not lift it even when they leave"
    if taken[0].i > 3 and taken[0].nbor(-4).lower_ == "even":
        return  # "will be kept even on the day they leave"
    if taken[0].i > 0 and _called_upon(taken[0].nbor(-1)):
        return
    if taken[0].i > 0 and _only_dates(taken[0].nbor(-1)):
        return  # "said after a meeting"
    if needed.lemma in _COURTS and any(t.lower_ == "before" for t in before):
        return  # "can be prosecuted before a Libyan court"
    swapped = _names_a_deed(needed) and _willed(wanted) and not _opposed(wanted, taken[0])
    if fit.frame.called == "against" and not swapped:
        return  # "ruled against lifting it", "would drop the charges against the captain"
    if fit.frame.called == "offering" and not _swaps(story, passage, wanted, needed):
        return  # "proposed a fund for the fishermen", "offered loans for the rebuilding"
    if fit.frame.marker == "provided" and taken[0].tag_ in _NO_SUBJECTS:
        return  # "they should leave", "they were lent to a museum": no subject stands behind
    if fit.infinitive and not clauses.has_to(wanted):
        return  # "for the stage prior to the vote" names no purpose
    if fit.frame.marker == "until" and not _withheld(wanted):
        return  # "removing them without using chemicals" tells how
    stated = _in_slot(story, passage, taken, stated_loosely(story, passage, needed))
    inner = _unturned(needed, taken, stated)
    if fit.frame.timed and not (
        (needed.pos_ in _VERBAL or _upon(wanted, taken[0]))
        and not _scheduled(wanted, had)
        and _awaited(story, passage, wanted, needed, inner)
    ):
        return
    setter = _setter(sentence, fit, wanted)
    slots = passage.span(taken[0], taken[-1]), passage.span(had[0], had[-1])
    for d in weighed(story, passage, fit.frame.marker, wanted, inner, *slots):
        yield replace(
            d,
            form=WITHHELD if fit.frame.marker == "until" else FRAMED,
            setter=setter,
            benefit=d.benefit and _cut(d.benefit, slots[0].start),
            needs=tuple(_cut(p, slots[1].start) for p in d.needs),
        )


def _cut(made: Proposition, end: int) -> Proposition:
    """A deed before the other half of its sentence, whatever the parser hangs on its last noun."""

    def within(span: Stretch) -> Stretch:
        return Stretch(start=span.start, end=end) if span.start < end < span.end else span

    def cut(actor: Actor | None) -> Actor | None:
        return actor and replace(actor, span=within(actor.span))

    return replace(
        made, span=within(made.span), object=cut(made.object), complement=cut(made.complement)
    )


def _only_dates(preposition: Token) -> bool:
    """Whether it says when something was said."""
    return preposition.dep_ == "prep" and lemma(preposition.head) in REPORTING


_NO_SUBJECTS = frozenset({"JJ", "RB", "VB", "VBG", "VBN"})
_COURTS = word_class("courts")
_WHATEVER = frozenset({"even", "whatever", "regardless", "whether", "irrespective"})


def _tokens(sentence: Span, fit: Framed, slot: tuple[int, int]) -> list[Token]:
    """Words of a slot, without who says them and without marks at either end."""
    begin = sentence.start_char
    start, end = (begin + place for place in slot)
    within = [t for t in sentence if t.idx >= start and t.end <= end]
    held = [t for t in within if not fit.plain[t.idx - begin].isspace()]
    while held and held[-1].is_punct:
        held.pop()
    while held and held[0].is_punct:
        held.pop(0)
    return held


def _deed(
    story: Story, passage: Passage, words: list[Token], *, to_come: bool = False
) -> Token | None:
    """Head of what the words say is done: the first that tells of a known act, else their root."""
    for head in _heads(words):
        if any(known(p) for p in stated_loosely(story, passage, head)):
            return head
    first = next(_heads(words), None)
    if first is None or (to_come and not _open_still(first)):
        return None
    return first if any(map(is_open, stated_loosely(story, passage, first))) else None


def _open_still(head: Token) -> bool:
    """Whether an unknown verb tells of what is to be done: "divides them" tells what is."""
    if head.pos_ not in _VERBAL or head.tag_ in ("VB", "VBG") or head.dep_ == "advcl":
        return True
    return clauses.modality(head) is not None or clauses.has_to(head)


def _heads(words: list[Token]) -> Iterator[Token]:
    if not words:
        return
    doc, first, last = words[0].doc, words[0].i, words[-1].i
    root = doc[first : last + 1].root
    for _ in range(3):
        below = child(root, "ccomp", "xcomp")
        if below is None or not first <= below.i <= last or lemma(root) not in REPORTING:
            break
        root = below
    if lemma(root) not in REPORTING:
        yield root
    for t in words:
        if t.pos_ in ACTING and (known_act(t) is not None or (t.tag_ != "NN" and purposed(t))):
            yield t


def _ahead(verb: Token) -> bool:
    """Whether something is still to come, and not told as done or as it is."""
    if verb.pos_ not in _VERBAL or verb.tag_ in ("VB", "VBG"):
        return True
    if clauses.modality(verb) is not None or clauses.has_to(verb):
        return True
    if lemma(verb) in _UNDERTAKING or lemma(verb) in _WILLING:
        return True
    helping = children(verb, "aux", "auxpass")
    past = verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in helping)
    return not past and all(a.lemma != "have" for a in helping)


def _parted_by_quote(first: Token, last: Token) -> bool:
    """Whether a quotation ends between two words, with who said so behind it."""
    between = first.doc[first.i : last.i]
    ended = next((t.i for t in between if t.text in _QUOTES), last.i)
    return any(t.i > ended and lemma(t) in REPORTING for t in between)


def _place(token: Token) -> int:
    return token.i


def _names_a_deed(noun: Token) -> bool:
    """Whether a noun is one for a doing: "against the release of the men"."""
    word = noun.lemma
    doing = word in inventory().nouns or word in wordings().nominal or word.endswith("ing")
    return noun.pos_ == "NOUN" and doing


def _opposed(wanted: Token, needed: Token) -> bool:
    """Whether it is against what follows, and had for nothing: "will vote, file a suit against"."""
    before = next((t for t in reversed(needed.doc[: needed.i]) if t.lower_ == "against"), needed)
    head = before.nbor(-1) if before.i > 0 else before
    if head.pos_ == "NOUN":
        return head.lemma in _AIMED and wanted.lemma not in _UNDOING
    return head.pos_ == "VERB" and not clauses.is_passive(head)


# What is raised or taken against somebody or something, unless it is taken back.
_AIMED = word_class("aimed_against")
_UNDOING = frozenset({"cancel", "drop", "end", "lift", "remove", "suspend", "waive", "withdraw"})


def _swaps(story: Story, passage: Passage, wanted: Token, needed: Token) -> bool:
    """Whether what follows "for" is a deed that is asked, and nobody whom it is meant to help.

    People alone are asked for only where people or something held are held out: "offered the
    tanker for the captain".
    """
    if not any(map(known, stated_loosely(story, passage, needed))):
        return False  # what a fund or a loan is for
    if needed.pos_ in _VERBAL or _names_a_deed(needed):
        return True
    held = (inventory().act(p.act) for p in stated_loosely(story, passage, wanted))
    return any(act is not None and act.family is not None and act.family.name in _GIVEN_UP
               for act in held)  # fmt: skip


_GIVEN_UP = frozenset({"custody", "possession"})


def _willed(wanted: Token) -> bool:
    """Whether it may or will be done: "would lift it against a release"."""
    if wanted.pos_ not in _VERBAL:
        return False
    willing = clauses.has_to(wanted) and lemma(wanted.head) in _WILLING
    return willing or clauses.modality(wanted) in ("can", "may", "will", "would")


def _withheld(wanted: Token) -> bool:
    """Whether it will not be, or may or will be: what is told as it goes on waits for nothing."""
    if wanted.pos_ in _VERBAL and wanted.tag_ != "VBG":
        return clauses.negated(wanted) or clauses.modality(wanted) is not None
    return any(lemma(d) == "no" for d in children(wanted, "det"))


def _called_upon(preposition: Token) -> bool:
    """Whether "upon" belongs to a verb of asking: "we call upon Oslo to lift it"."""
    return preposition.lower_ == "upon" and preposition.head.lemma in _ASKING


_ASKING = word_class("asking_verbs")


def _upon(wanted: Token, first: Token) -> bool:
    """Whether something will be done upon or after a deed: only prepositions have a noun."""
    willed = wanted.pos_ in _VERBAL and clauses.modality(wanted) in ("will", "would", "can")
    return willed and first.i > 0 and first.nbor(-1).lower_ in _PREPOSITIONS


_PREPOSITIONS = frozenset({"upon", "after", "of"})


def _awaited(
    story: Story, passage: Passage, wanted: Token, needed: Token, inner: tuple[Proposition, ...]
) -> bool:
    """Whether a deed waits on another's, and not only comes at the same time.

    It does where two parties do them, or the deed of one is nobody's; or it will be done, if both
    are.
    """
    if wanted.pos_ in _VERBAL and clauses.modality(wanted) in ("must", "should"):
        return False  # "must withdraw once they have left": a duty, and nothing to be had
    told = needed.tag_ == "VBD" and clauses.modality(wanted) not in ("would", "can", "may")
    if needed.pos_ in _VERBAL and (told or clauses.modality(needed) is not None):
        return False
    if wanted.tag_ == "VBG":
        return False  # "ruled out lifting it after they left"
    outer = stated_loosely(story, passage, wanted)
    owners = [{_owner(p) for p in side[:1]} - {None} for side in (outer, inner)]
    willed = wanted.pos_ in _VERBAL and clauses.modality(wanted) in ("will", "would")
    return bool(owners[0] or owners[1] or willed) and not owners[0] & owners[1]


def _scheduled(wanted: Token, had: list[Token]) -> bool:
    """Whether it has a day of its own: it waits for nothing."""
    within = {t.i for t in had}
    return any(t.ent_type_ == "DATE" and t.i in within for t in wanted.subtree)


def _in_slot(
    story: Story, passage: Passage, taken: list[Token], inner: tuple[Proposition, ...]
) -> tuple[Proposition, ...]:
    """What it takes, done by whom the slot names: of "were Chile to return it" by Chile."""
    slot = passage.span(taken[0], taken[-1])
    named = taken[0] if taken[0].pos_ == "PROPN" else None
    first = None if named is None else story.actor(passage, named)
    return tuple(
        p if p.agent is None or slot.covers(p.agent.span) else replace(p, agent=first)
        for p in inner
    )


def _unturned(
    needed: Token, taken: list[Token], inner: tuple[Proposition, ...]
) -> tuple[Proposition, ...]:
    """Of "not until they leave" the leaving: "not" stands outside and bears on what follows."""
    outside = any(c.dep_ == "neg" and c.i < taken[0].i for c in needed.children)
    return tuple(map(flipped, inner)) if outside else inner


def _owner(p: Proposition) -> str | None:
    return p.agent.party or p.agent.of if p.agent is not None else None


def _setter(sentence: Span, fit: Framed, wanted: Token) -> Token | None:
    """Who the sentence says sets it; "it is agreed" and "they" are nobody."""
    if fit.setter is None:
        return None
    words = _tokens(sentence, fit, fit.setter)
    if not words:
        return None
    root = words[0].doc[words[0].i : words[-1].i + 1].root
    own = clauses.subject(root) if root.pos_ in _VERBAL else root
    return own if own is not None and own.i != wanted.i else None
