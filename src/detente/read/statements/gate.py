"""What speaks for and against a candidate, weighed.

Whether a cue with its complement attributes anything is a matter of degree. Each cue with a
frame has a weight, and so has each circumstance named here; both come from counts that are
kept in ``weights.toml``. A candidate passes when the sum reaches the threshold.
"""

from detente.domain.evidence import Span
from detente.lexicon.parties import gazetteer
from detente.lexicon.weights import weights
from detente.lexicon.words import word_class
from detente.read.grammar import clauses
from detente.read.grammar.clauses import child
from detente.read.grammar.quotes import near
from detente.read.grammar.tokens import Token
from detente.read.statements.attribution import Attribution

_PEOPLE = word_class("people")
# Where in the list of circumstances the place of the cue stands.
_PLACE = 2
_FAMILY = {"gerund": "object", "order": "infinitive"}
_SELF = frozenset({"i", "we", "you", "me", "us", "our", "my", "your"})
_SOMEBODY = frozenset({"he", "she", "him", "her", "his"})
_PLACES = {
    "ROOT": "main", "conj": "joined", "ccomp": "complement", "xcomp": "complement",
    "pcomp": "after a preposition", "relcl": "relative clause", "acl": "below a noun",
    "advcl": "adverbial clause", "parataxis": "aside",
}  # fmt: skip


# What a party wants of others or will do itself: where a party is the source, less is enough.
_POSITIONS = frozenset({
    "demands", "offers", "accepts", "refuses", "promises", "threatens", "conditions", "denies",
    "praises", "accuses", "hopes", "expects",
})  # fmt: skip


def passes(candidate: Attribution, quoted: list[Span]) -> bool:
    """Weigh a candidate, note the weight on it and say whether it is enough."""
    table = weights()
    candidate.features = tuple(features(candidate, quoted))
    candidate.weight = table.sum(key(candidate), candidate.features)
    candidate.doubtful = candidate.weight < table.threshold
    if candidate.doubtful and _position(candidate) in _POSITIONS:
        return candidate.weight >= table.least and candidate.source is not None
    return not candidate.doubtful


def _position(candidate: Attribution) -> str:
    """Attitude of a candidate, or what it says is no longer asked: "dropped its demand that"."""
    if candidate.attitude != "mentions" or candidate.entry is None:
        return candidate.attitude
    return candidate.entry.frames.get(candidate.frame, candidate.attitude)


def passes_inside(candidate: Attribution) -> bool:
    """Whether a candidate that has been weighed passes as a statement inside another.

    The counts are of statements that stand alone, so where its cue stands says nothing here.
    """
    place = weights().circumstances.get(candidate.features[_PLACE], 0.0)
    return candidate.weight - min(place, 0.0) >= weights().threshold


def confidence(found: Attribution) -> float:
    """Share of such finds that were right where they were counted."""
    if found.owns_quotation:
        return round(weights().quoted, 2)
    return weights().confidence(found.weight)


def key(candidate: Attribution) -> tuple[str, str, str]:
    """Part of speech, lemma and frame by which a candidate is counted."""
    assert candidate.entry is not None
    return candidate.entry.kind, candidate.entry.lemma, candidate.frame


def features(candidate: Attribution, quoted: list[Span]) -> list[str]:
    """Circumstances of a candidate, in the order in which they are counted."""
    family = _FAMILY.get(candidate.frame, candidate.frame)
    found = [f"{family}, source {_source(candidate)}", f"{family}, {_size(candidate)}"]
    found.append(f"{family}, cue {_place(candidate)}")
    if candidate.cue.pos_ in ("VERB", "AUX"):
        found += [f"{family}, {w}" for w in _verb_form(candidate.cue)]
    if candidate.frame == "clause":
        found.append(f"clause {_clause(candidate)}")
    elif candidate.frame in ("object", "gerund", "predicate") and candidate.heads:
        found.append(f"object {_object(candidate.heads[0])}")
    if any(
        q.start < c.end and c.start < q.end
        for c in candidate.content
        for q in near(quoted, c.start, c.end)
    ):
        found.append("content quoted in part")
    return found


def _source(candidate: Attribution) -> str:
    source = candidate.source
    if source is None:
        return "none"
    how = ""
    if candidate.cue.pos_ == "NOUN":
        own = source.head.i == candidate.cue.i or source.head.head.i == candidate.cue.i
        how = ", by a verb" if candidate.support is not None else "" if own else ", of its clause"
    word = source.lower_
    if word in _SELF:
        return "I, we or you" + how
    if word in _SOMEBODY:
        return "he or she" + how
    if source.pos_ == "PRON" or source.tag_ in ("WDT", "WP", "DT"):
        return ("they" if word in ("they", "them", "their") else "other pronoun") + how
    if source.pos_ == "PROPN":
        return "a name" + how
    known = word in gazetteer().anonymous or gazetteer().title_in(word) or source.lemma in _PEOPLE
    return ("people" if known else "a thing") + how


def _size(candidate: Attribution) -> str:
    words = sum(
        1 for piece in candidate.content for t in candidate.passage.within(piece)
        if not t.is_punct and not t.is_space
    )  # fmt: skip
    for most, name in ((1, "1 word"), (2, "2 words"), (4, "3 or 4 words"), (8, "5 to 8 words")):
        if words <= most:
            return name
    return "9 to 16 words" if words <= 16 else "over 16 words"


def _place(candidate: Attribution) -> str:
    cue = candidate.support or candidate.cue
    if candidate.cue.pos_ == "NOUN" and candidate.support is None:
        return "a noun"
    place = _PLACES.get(cue.dep_, "other")
    if place == "joined":
        above = cue.head
        for _ in range(4):
            if above.dep_ != "conj":
                break
            above = above.head
        place = _PLACES.get(above.dep_, "other")
        place = "joined" if place == "main" else place
    if clauses.has_to(cue):
        return f"to-infinitive, {place}"
    return place


def _verb_form(verb: Token) -> list[str]:
    found = [f"form {verb.tag_}"]
    if clauses.modality(verb) is not None:
        found.append("modal")
    if clauses.negated(verb):
        found.append("negated")
    if clauses.is_passive(verb):
        found.append("passive" if clauses.passive_agent(verb) is None else "passive with by")
    return found


def _clause(candidate: Attribution) -> str:
    if not candidate.heads:
        return "quoted"
    head = candidate.heads[0]
    if candidate.tagged or head.i == candidate.cue.head.i:
        return "beside"
    before = "before the cue" if head.i < candidate.cue.i else ""
    if before:
        return before
    for c in head.children:
        if c.i > head.i:
            break
        if c.dep_ == "mark":
            return f"with {c.lower_}"
        if c.tag_ in ("WP", "WRB", "WDT"):
            return "with a question word"
    own = child(head, "nsubj", "nsubjpass", "expl", "csubj")
    if own is None:
        return "without subject"
    return "bare"


def _object(head: Token) -> str:
    if head.pos_ == "PRON":
        return "a pronoun"
    if head.pos_ == "PROPN":
        return "a person" if head.ent_type_ == "PERSON" else "a name"
    if head.pos_ == "VERB":
        return "a verb"
    if head.pos_ != "NOUN":
        return "of another kind"
    if child(head, "poss") is not None:
        return "somebody's"
    first = child(head, "det")
    return (
        f"with {first.lower_}"
        if first is not None and first.lower_ in ("the", "a", "an")
        else ("with another word before it" if first is not None else "without article")
    )
