"""Leave that something takes: "needs a licence from Oslo to fish", "only with its consent".

What is done so requires that leave be given. Who seeks leave and who waits for it sets nothing.
"""

from collections.abc import Iterator

from detente.lexicon.words import word_class
from detente.read.conditions.dependence import Dependence, consequence_of
from detente.read.conditions.loose import stated_loosely
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage, child, children, lemma
from detente.read.grammar.leaves import is_leave, letter, what_for
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import act_at
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

_NEEDING = frozenset({"need", "require"})
_SEEKING = frozenset({"ask", "get", "have", "obtain", "receive", "request", "secure", "seek"})
_WITH = frozenset({"by", "on", "under", "upon", "with"})


_EITHER = word_class("anybody") | {"all", "both", "each", "either", "other"}


def of_leave(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    """Of "needs a licence to fish" and "may fish only with a licence" what the fishing takes."""
    yield from _of_needing(story, passage, verb)
    yield from _of_doing_with(story, passage, verb)


def _of_needing(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    needed = lemma(verb) in _NEEDING
    sought = lemma(verb) in _SEEKING and clauses.modality(verb) in ("must", "should")
    if not (needed or sought) or clauses.negated(verb):
        return
    leave = child(verb, "dobj", "nsubjpass") or clauses.complement_of(verb, "for")
    what = what_for(leave) if leave is not None and is_leave(leave) else None
    let = act_at(leave) if leave is not None and what is not None else None
    if leave is None or what is None or let is None:
        return
    benefit = next(iter(stated_loosely(story, passage, what, clauses.subject(verb))), None)
    if benefit is not None:
        yield Dependence(
            condition=passage.span(*clauses.noun_extent(leave)),
            consequence=passage.span(*clauses.extent(what)),
            benefit=benefit, needs=(proposition(story, passage, let),), form="requires", token=verb,
        )  # fmt: skip


def _of_doing_with(story: Story, passage: Passage, verb: Token) -> Iterator[Dependence]:
    for preposition in children(verb, "prep", "agent"):
        leave = child(preposition, "pobj")
        if preposition.lower_ not in _WITH or leave is None or not is_leave(leave):
            continue
        giver = letter(leave)
        if giver is None or lemma(giver) in _EITHER:
            continue  # "only by consent of both" asks it of neither
        only = any(c.lower_ == "only" for c in (*verb.children, *preposition.children))
        let = act_at(leave)
        benefit = next(iter(stated_loosely(story, passage, verb)), None)
        if only and let is not None and benefit is not None:
            yield Dependence(
                condition=passage.span(*clauses.extent(preposition)),
                consequence=consequence_of(passage, verb, preposition),
                benefit=benefit, needs=(proposition(story, passage, let),), form="only", token=verb,
            )  # fmt: skip
