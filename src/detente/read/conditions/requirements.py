"""A dependence as a requirement: who holds it, who has set it, and whether law is its ground."""

import re
from collections import Counter
from dataclasses import replace
from typing import Literal

from detente.domain.evidence import (
    Proposition,
    Requirement,
    Statement,
)
from detente.read.conditions.bargains import BARGAIN
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.frames import FRAMED, WITHHELD
from detente.read.conditions.grounds import is_law, names_law, rests_on_law, says_law
from detente.read.conditions.loose import HAPPENING, known
from detente.read.conditions.open_ties import comes_if_not, only_open, others_do, takes_up
from detente.read.conditions.owning import told_apart
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.statements.nesting import size
from detente.read.statements.stated import Said, as_spoken
from detente.read.who.mentions import Story


def requirement(
    story: Story, d: Dependence, passage: Passage, said: list[Said]
) -> Requirement | None:
    """Say of a dependence who holds and who sets it, on what ground; None if it is nobody's.

    Parameters
    ----------
    said
        Statements of the same paragraph, in text order.
    """
    text = story.text
    holder = _holder(d, passage, said)
    ground, ground_statement = _ground(d, holder, passage, said, text)
    source = holder.statement.source if holder is not None else None
    asked = _taken_from_before(d, passage, said, text)
    if not asked and takes_up(d, text) and not any(map(known, d.needs)):
        return None  # what "did not" stands for is not told
    needs = asked or d.needs
    if asked and d.benefit is not None and comes_if_not(d, text):
        d = replace(d, benefit=replace(d.benefit, polarity="negative"))
    setter = _setter(story, d, passage, holder)
    told = setter is not None or (source is not None and source.party is not None)
    if only_open(d) and (others_do(d, story.text) or not (told or _somebodys(d))):
        return None  # "will brief the press once they have read the report" ties no options
    if d.form == BARGAIN and setter is None and source is None and not _somebodys(d):
        return None  # a bargain is somebody's
    found = holder.found if holder is not None else None
    wanted = _wanted_before(d, said, text) or d.benefit
    benefit = wanted and as_spoken(story, found, wanted, source)
    needs = tuple(as_spoken(story, found, p, source) for p in needs)
    if d.form not in _OF_ONE and not (ground is not None and _of_somebody_named(benefit, text)):
        speaker = source.party if source is not None else None
        benefit, needs = told_apart(benefit, needs, setter or speaker, text)
    return Requirement(
        condition=d.condition,
        consequence=d.consequence,
        benefit=benefit,
        needs=needs,
        ground=ground,
        ground_statement=ground_statement,
        statement=holder.statement.id if holder is not None else None,
        setter=setter,
        form=d.form,
    )


def _somebodys(d: Dependence) -> bool:
    """Whether it is told who does one of the deeds."""
    told = [p.agent for p in (d.benefit, *d.needs) if p is not None and p.agent is not None]
    return any(agent.party or agent.of for agent in told)


def _setter(story: Story, d: Dependence, passage: Passage, holder: Said | None) -> str | None:
    """Who the writer says has set it: of "Oslo will close it unless ..." Oslo."""
    if d.setter is not None:
        return story.who(passage, d.setter).party
    agent = d.benefit.agent if holder is None and d.benefit is not None else None
    own = d.form in _SET_BY_DOER
    return agent.party if agent is not None and own else None


_SET_BY_DOER = frozenset(
    {
        "unless",
        "if",
        "until",
        "only",
        "while",
        "provided",
        "then",
        "until then",
        "if not",
        FRAMED,
        WITHHELD,
    }
)


def _of_somebody_named(benefit: Proposition | None, text: str) -> bool:
    """Whether law binds a party by its name, then often to what it is to do before itself."""
    agent = benefit.agent if benefit is not None else None
    return (
        agent is not None
        and agent.party is not None
        and any(c.isupper() for c in agent.span.of(text))
    )


# Of "must leave if it wants to return" both sides are of one party.
_OF_ONE = frozenset({"if it wants", "must to", "duty"})
_SO = re.compile(
    r"\b(?:that|this|it)\s(?:happens?|happened|occurs?|comes\sabout"
    r"|(?:is|has\sbeen)\s(?:done|over|complete|completed|achieved|accomplished|finished|settled))\b|\bdo(?:es)?\sso\b"
    r"|\b(?:do|does|did|will|would)\s?n[o’']t$|\b(?:refuses?|refused|complies|complied|agrees)$"
)


def _taken_from_before(
    d: Dependence, passage: Passage, said: list[Said], text: str
) -> tuple[Proposition, ...]:
    """Of "not until that happens" what was demanded just before."""
    if not _SO.search(d.condition.of(text).lower()):
        return ()
    before = [
        s.statement
        for s in said
        if s.statement.attitude == "demands" and s.statement.extent.end <= d.condition.start
    ]
    return before[-1].propositions if before else ()


def _wanted_before(d: Dependence, said: list[Said], text: str) -> Proposition | None:
    """Of "that will not happen until they leave" what was demanded just before."""
    if d.benefit is None or d.benefit.act != HAPPENING or d.benefit.polarity == "negative":
        return None
    if _THAT.match(d.consequence.of(text)) is None:
        return None
    before = [
        s.statement
        for s in said
        if s.statement.attitude == "demands" and s.statement.extent.end <= d.consequence.start
    ]
    return next(iter(before[-1].propositions), None) if before else None


_THAT = re.compile(r"\W*(?:it|that|this)\s", re.IGNORECASE)


def _holder(d: Dependence, passage: Passage, said: list[Said]) -> Said | None:
    """Innermost statement whose content holds the condition, or what depends on it.

    What was asked a sentence before is a statement of its own.
    """
    text = passage.doc.text[d.condition.end - passage.start : d.consequence.start - passage.start]
    apart = _STOP.search(text) is not None
    places = (d.consequence.start,) if apart else (d.condition.start, d.consequence.start)
    if d.form == BARGAIN and not apart:
        # Of a bargain either side may stand first: who says it says both.
        both = [s for s in said if all(_holds(s, place) for place in places)]
        if both:
            return min(both, key=lambda s: size(s.statement))
        said = [s for s in said if s.statement.by_cue not in _OF_ONE_SIDE]
    for place in places:
        holding = [s for s in said if _holds(s, place)]
        if holding:
            return min(holding, key=lambda s: size(s.statement))
    return None


def _holds(said: Said, place: int) -> bool:
    return any(c.start <= place < c.end for c in said.statement.content)


# Of "will close it if Lima refuses to leave" Lima only refuses.
_OF_ONE_SIDE = frozenset({"refuses", "denies", "believes", "expects"})
_STOP = re.compile(r"[.!?][\"')\]]*\s")


def _ground(
    d: Dependence, holder: Said | None, passage: Passage, said: list[Said], text: str
) -> tuple[Literal["law"] | None, str | None]:
    """Say whether law is the stated ground: in the sentence, or just before by the same voice."""
    sentence = d.token.sent
    start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    if not d.lawful:
        return None, None
    if d.form == "duty" or d.by_law or _names_law(d, start, end, text) or says_law(d.token):
        return "law", None
    if rests_on_law(d.token) or _laid_down(d):
        return "law", None
    if holder is None or (_threatens(d) and _own(d, holder.statement)):
        return None, None
    speaker = _speaker(holder.statement)
    before = [
        s for s in said
        if s.statement.extent.start < start and s.found.passage.start == passage.start
        and speaker is not None and _speaker(s.statement) == speaker
    ]  # fmt: skip
    if before and any(names_law(c.of(text)) for c in before[-1].statement.content):
        return "law", before[-1].statement.id
    return None, None


def _laid_down(d: Dependence) -> bool:
    """Whether law ties the two: "the decree makes the sale subject to approval by Bern"."""
    own = clauses.subject(d.token) if clauses.lemma(d.token) in _TYING else None
    return own is not None and is_law(own) and not clauses.negated(d.token)


_TYING = frozenset({"condition", "hinge", "link", "make", "render", "subject", "tie"})


def _names_law(d: Dependence, start: int, end: int, text: str) -> bool:
    """Whether the sentence names law; of a threat or a treaty to be made, beside what is asked.

    "It must release the water it owes under the treaty, or we shall sue": no treaty says so; nor
    does one that is to be signed first.
    """
    needed = any(need.act in _MADE for need in d.needs)
    if not _threatens(d) and not needed:
        return names_law(text[start:end])
    around = (text[start : d.condition.start], text[d.condition.end : end])
    return any(map(names_law, around))


# What is done to law that is to be made, and says nothing yet.
_MADE = frozenset({"adopt", "amend", "approve", "enact", "pass", "ratify", "restore", "sign"})


def _threatens(d: Dependence) -> bool:
    """Whether what hangs on the condition is that harm is not done."""
    return d.benefit is not None and d.benefit.polarity == "negative"


def _own(d: Dependence, statement: Statement) -> bool:
    """Whether what hangs on a condition is the speaker's own to do, and so no law's."""
    agent = d.benefit.agent if d.benefit is not None else None
    source = statement.source
    if agent is None or source is None or agent.party is None:
        return False
    return agent.party == source.party


def _speaker(statement: Statement) -> str | None:
    source = statement.source
    return None if source is None else source.person or source.party


def linked(statement: Statement, requirements: tuple[Requirement, ...]) -> Statement:
    """Put what a condition speaks of among the statement's propositions, linked."""
    told = statement.propositions
    own = statement.id if requirements else ""
    linking = [r for r in requirements if r.statement == own and r.benefit is not None]
    if linking:
        times = Counter(p.id for p in told)

        def key(p: Proposition) -> tuple[str, str | None]:
            """Tells propositions apart: what several are to do, each of them is to do."""
            return p.id, p.agent.party if times[p.id] > 1 and p.agent is not None else None

        known = {key(p): p for p in told}
        for r in linking:
            assert r.benefit is not None
            for needed in r.needs:
                known[key(needed)] = needed
            link = r.needs[0].id if r.needs else None
            known[key(r.benefit)] = replace(r.benefit, condition=link)
        told = tuple(known.values())
    if len(told) < 2 and not linking:
        return statement
    told = tuple(sorted(told, key=lambda p: (p.span.start, p.span.end)))
    return replace(statement, propositions=told)
