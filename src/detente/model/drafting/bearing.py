"""What a party will not bear of others: "will never accept the recognition of the enclave".

It is refused in words of one's own doing, but others do it, and so it is asked that they do not.
"""

from detente.domain.evidence import Proposition, Span, Statement
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.nouns import deed_of_noun

_BEARING = word_class("bearing")
# What others do to whoever has to bear it; to a visit or an inspection one says yes or no oneself.
_OF_ANOTHER = frozenset({"activity", "attack", "closure", "measure", "recognition"})

_HURTING = frozenset({"custody", "envoys", "funds", "trial"})


def unborne(proposition: Proposition, party: str, text: str) -> Deed | None:
    """Of "will not tolerate the closure", said by a party, that others leave the border open."""
    about = proposition.object
    if not party or proposition.act not in _BEARING or about is None:
        return None
    if proposition.polarity == "positive":
        return None
    found = deed_of_noun(about.span.of(text))
    if found is None or found.owner == party or not _done_by_another(found):
        return None
    return found.contrary


def unbearable(statement: Statement, party: str, text: str) -> tuple[Span, ...]:
    """What a party says it will not bear: what is named in it is not the party's own to do."""
    return tuple(
        p.object.span
        for p in statement.propositions
        if p.object is not None and unborne(p, party, text) is not None
    )


def of_another(statement: Statement, found: Deed, text: str) -> bool:
    """Whether it is refused by a word of not bearing it, and so is another's to do."""
    if statement.by_cue != "refuses" or statement.cue is None or found.owner is not None:
        return False
    verb = statement.cue.of(text).split()[-1]
    return verb in _BEARING and _done_by_another(found)


def _done_by_another(found: Deed) -> bool:
    """Whether it is what others do: of a seizure of funds, an arrest, and not of a release."""
    hurts = found.family.name in _HURTING and not found.welcome
    return hurts or found.family.name in _OF_ANOTHER
