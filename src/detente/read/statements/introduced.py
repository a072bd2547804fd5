"""Sentences that only bring somebody on who then speaks, as in "Bell was blunter. It must go".

They tell how somebody speaks, or that an answer comes, and leave what is said to the next sentence.
"""

from detente.domain.evidence import Source
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child
from detente.read.grammar.tokens import Token
from detente.read.who.mentions import Story

_PLAIN = word_class("plain_spoken")
_SPOKEN = word_class("views") | word_class("replies") | word_class("positions")
_REACTING = word_class("reacting")
# Who works beside somebody that spoke before.
_BESIDE = frozenset({"colleague", "counterpart", "deputy", "predecessor", "successor", "superior"})
_HAVING = frozenset({"give", "have", "hold", "make", "offer", "send", "take"})
_BEING = frozenset({"be", "remain", "sound"})
_PUTTING = frozenset({"phrase", "put"})
_TOLD = frozenset({"VBD", "VBZ", "VBP"})


def introduced(story: Story, passage: Passage, head: Token) -> Source | None:
    """Who is brought on by the sentence that a verb heads, if it says for whom that one speaks."""
    if head.tag_ not in _TOLD or clauses.negated(head) or not _brings_on(head):
        return None
    own = child(head, "nsubj")
    if own is None:
        return None
    who = story.who(passage, own)
    person = who.person
    span = passage.span(*clauses.noun_extent(own))
    office = person.office if person is not None else None
    if office is None and story.names.known.title_in(span.of(story.text)) is not None:
        office = span.of(story.text)
    beside = own.lemma in _BESIDE and child(own, "poss") is not None
    if who.party is None and person is None and office is None and not beside:
        return None
    return Source(
        span=span,
        party=who.party,
        kind=who.kind,
        person=person.name if person is not None else None,
        office=office,
        speaker=who.speaker,
    )


def _brings_on(verb: Token) -> bool:
    if verb.lemma in _REACTING:
        return child(verb, "dobj", "ccomp", "xcomp") is None
    if verb.lemma in _BEING:
        quality = child(verb, "acomp", "attr", "oprd")
        return quality is not None and quality.lower_ in _PLAIN
    what = child(verb, "dobj")
    if what is None:
        return False
    if verb.lemma in _PUTTING:
        return what.lower_ == "it"
    return verb.lemma in _HAVING and what.lemma in _SPOKEN
