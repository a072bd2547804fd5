"""Deeds of two sides that one sentence sets against each other, by whatever words.

"A swap was on the table, a visa waiver against the landing rights", "the order for the removal is
waiting for one piece of news, that Chile has paid": no list of frames holds all the ways of putting
it. What they share is little and enough: two deeds, neither told as done, and a word by which one
thing hangs on another. Which is given for which, the deeds tell: nobody needs a condition for what
hurts, so each side counts as the other side would have it, and who sets it gives the one that is
its own to give. That is left to whoever knows whose they are, for in a bargain either may stand
first.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Proposition
from detente.domain.evidence import Span as Stretch
from detente.lexicon.acts import inventory
from detente.lexicon.words import word_class
from detente.read.conditions.benefits import flipped, is_good, is_offered, spares_even_so
from detente.read.conditions.dependence import Dependence
from detente.read.conditions.extents import REPORTING
from detente.read.conditions.linking import linking
from detente.read.conditions.loose import known
from detente.read.conditions.set_against import UNWEIGHED, Setting, settings
from detente.read.grammar import clauses
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token
from detente.read.statements.acts import ActAt
from detente.read.statements.propositions import proposition
from detente.read.who.mentions import Story

# What such a condition is called. Either of its sides may be what is given.
BARGAIN = "bargain"


def of_bargains(
    story: Story, passage: Passage, taken: list[Dependence]
) -> Iterator[tuple[Dependence, list[Dependence]]]:
    """Find deeds set against each other, and what was taken for a condition there and is none."""
    for setting in settings(passage):
        beside = _beside(passage, setting, taken)
        if any(_sound(passage, d, setting) for d in beside):
            continue
        for d in _bargain(story, passage, setting):
            yield d, beside


def _beside(passage: Passage, setting: Setting, taken: list[Dependence]) -> list[Dependence]:
    """Conditions that other rules have found there."""
    here = passage.span(setting.words[0], setting.words[-1])
    return [
        d
        for d in taken
        if here.start < max(d.condition.end, d.consequence.end)
        and min(d.condition.start, d.consequence.start) < here.end
    ]


def _sound(passage: Passage, d: Dependence, setting: Setting) -> bool:
    """Whether a condition has two sides that are known, and asks for nothing that hurts."""
    if d.form == "duty" or d.form == "law":
        return True
    if d.benefit is None or not d.needs:
        return False
    acts = {p.act for p in (d.benefit, *d.needs) if not known(p)}
    if not (acts.isdisjoint(linking().standing_in) and acts.isdisjoint(REPORTING)):
        return "do" in acts and "do so" in setting.text
    if any(p.act == d.benefit.act and p.span == d.benefit.span for p in d.needs):
        return False
    start, end = d.condition.start - passage.start, d.condition.end - passage.start
    if is_offered(d.token, passage.doc.text[start:end]):
        return True
    wished = _wished(d.benefit)
    if any(_harm(p) for p in d.needs) or any(_points(passage, p) for p in (d.benefit, *d.needs)):
        return False
    if wished is None or any(_wished(p) is None for p in d.needs):
        return True
    if wished.polarity == "negative" and d.benefit.polarity == "positive":
        return d.benefit.modality in ("can", "may")  # "their boats may stay only if they pay"
    unasked = any(_bare_good(p) and p.polarity == "negative" for p in d.needs)
    turned = linking().wanting if wished.polarity == "negative" else linking().refusing
    return not unasked or turned.search(setting.text) is None


_STRIFE = word_class("strife")


def _bargain(story: Story, passage: Passage, setting: Setting) -> Iterator[Dependence]:
    if any(
        at.object is not None and at.object.lemma in _STRIFE
        for at in (setting.first, setting.second)
    ):
        return  # "demanded that it be stopped, reviving a quarrel" holds nothing out
    first, second = (_side(story, passage, setting, at) for at in (setting.first, setting.second))
    if first is None or second is None:
        return
    if _is_aim(setting) or _warned_of(setting) or _even_so(story, passage, setting):
        return
    hurting = first.polarity == "negative"
    if hurting != (second.polarity == "negative"):
        # Who holds out what hurts asks for the other deed.
        first, second = (first, second) if hurting else (second, first)
    elif _needed_first(setting):
        first, second = second, first
    if _party(first) is not None and _party(first) == _party(second):
        # Nobody asks itself: "we would regard their refusal to leave as an affront".
        second = replace(second, agent=None)
    setter = _setter(story, passage, setting, _party(first), _party(second))
    yield Dependence(
        condition=second.span,
        consequence=first.span,
        benefit=first,
        needs=(second,),
        form=BARGAIN,
        token=setting.first.token,
        setter=setter,
    )


def _is_aim(setting: Setting) -> bool:
    """Whether one deed is only what the other is for: "a visa so that he may leave"."""
    last = max(setting.first.token, setting.second.token, key=lambda t: t.i)
    marks = [c for c in last.children if c.dep_ in ("mark", "advmod") and c.lower_ == "that"]
    return any(mark.i > 0 and mark.nbor(-1).lower_ == "so" for mark in marks)


_EVEN = re.compile(r"\beven (?:after|on the day|once|when)\b|\bwhether or not\b", re.IGNORECASE)


def _even_so(story: Story, passage: Passage, setting: Setting) -> bool:
    """Whether harm is renounced though nothing is given: "will not close it if it does not pay"."""
    if _EVEN.search(setting.text):
        return True
    for main, other in ((setting.first, setting.second), (setting.second, setting.first)):
        clause = other.token
        if clause.head is not main.token or not clauses.negated(clause):
            continue
        if any(c.lower_ == "if" for c in clauses.children(clause, "mark")):
            stated, inner = proposition(story, passage, main), proposition(story, passage, other)
            return clauses.negated(main.token) and spares_even_so(stated, (inner,))
    return False


def _warned_of(setting: Setting) -> bool:
    """Of "it will stay, he said, dismissing a threat by Oslo that it would sue" the suing."""
    for at, other in ((setting.first, setting.second), (setting.second, setting.first)):
        noun = at.token.head
        if at.token.dep_ in ("acl", "ccomp") and noun.lemma in ("threat", "ultimatum", "warning"):
            return other.token not in noun.subtree
    return False


def _side(story: Story, passage: Passage, setting: Setting, at: ActAt) -> Proposition | None:
    """A deed as the other side would have it, by whoever the sentence says."""
    made = _wished(proposition(story, passage, at))
    if made is None or _party(made) is not None:
        return made
    doer = _named_beside(story, passage, setting, at)
    return made if doer is None else replace(made, agent=story.actor(passage, doer))


def _named_beside(story: Story, passage: Passage, setting: Setting, at: ActAt) -> Token | None:
    """Of "the release of the two by Kenya", "see Kenya close it", however parsed, Kenya."""
    place, words = at.token.i, setting.words
    behind = min((d.token.i for d in (setting.first, setting.second) if d.token.i > place),
                 default=words[-1].i + 1)  # fmt: skip
    for t in passage.doc[place + 1 : behind]:
        if t.lower_ == "by" and t.i + 1 < behind and t.nbor(1).pos_ == "PROPN":
            return t.nbor(1)
    before = at.token.nbor(-1) if place > words[0].i else None
    while before is not None and before.i > words[0].i and before.tag_ in ("TO", "MD"):
        before = before.nbor(-1)
    named = before is not None and before.pos_ == "PROPN" and before.ent_type_ in ("GPE", "NORP")
    return before if named and at.token.pos_ == "VERB" else None


def _wished(p: Proposition) -> Proposition | None:
    """A deed as the other side would have it; None where that cannot be known."""
    act = inventory().act(p.act)
    if act is None or act.family is None or act.family.name in UNWEIGHED:
        return None
    plain = replace(p, polarity="positive")
    return plain if is_good(plain) else flipped(plain)


def _bare_good(p: Proposition) -> bool:
    return is_good(replace(p, polarity="positive"))


def _harm(p: Proposition) -> bool:
    """Whether it is something that nobody asks for."""
    wished = _wished(p)
    return wished is not None and wished.polarity == "negative" and p.polarity == "positive"


def _points(passage: Passage, p: Proposition) -> bool:
    """Whether what is done only points at a deed: "use this power", "carry the threat out"."""
    if p.object is None:
        return p.act == "pay"  # "will make it pay for it"
    words = passage.within(p.object.span)
    return bool(words) and words[-1].lemma in linking().pointing


def _party(p: Proposition) -> str | None:
    return p.agent.party or p.agent.of if p.agent is not None else None


def _needed_first(setting: Setting) -> bool:
    """Whether what is asked stands first: "by releasing them it would", "first a release, then"."""
    if setting.answered:
        return False
    first, second = setting.first.token, setting.second.token
    before = setting.part(setting.words[0].idx, first.idx)
    between = setting.part(first.end, second.idx)
    kinds = linking()
    if (after := kinds.after.search(between)) is not None:
        return after.group() != "before" or kinds.wanting.search(before) is None
    rest = setting.part(first.end, setting.words[-1].end)
    if kinds.asking.search(before) and (_IN_RETURN.search(between) or _RETURNED.search(rest)):
        return True  # "demands a release in exchange for its lifting"
    opening = kinds.leading.match(before.lstrip("\"'“‘ "))
    if opening is not None:
        return kinds.asking.search(between) is None
    return kinds.leading.search(between) is None and kinds.leading.search(before) is not None


_IN_RETURN = re.compile(r"\bin (?:return|exchange) for\b")
# Of "has asked for a release. It would lift them in return" the lifting.
_RETURNED = re.compile(r"\b(?:will|would)\b.*\bin (?:return|exchange|turn)\b(?! for)")


def _setter(
    story: Story, passage: Passage, setting: Setting, given: str | None, taken: str | None
) -> Token | None:
    """Who sets it, where nobody says it: who gives; else the first who is named and gives not."""
    here = passage.span(setting.words[0], setting.words[-1])
    parts = [_extent(passage, at) for at in (setting.first, setting.second)]
    for mention in story.told_before(here.end):
        if mention.span.start < here.start or mention.party in (None, taken):
            continue
        if given is None and any(part.covers(mention.span) for part in parts):
            continue
        if given is None and _addressed(passage.within(mention.span)[0]):
            continue
        if given is None or mention.party == given:
            return passage.within(mention.span)[-1]
    return None


def _addressed(named: Token) -> bool:
    """Whether somebody is only spoken to: "has put to Oslo", "anyone in Oslo who"."""
    above = named.head
    if named.dep_ != "pobj" or above.lower_ not in _TOWARDS:
        return named.dep_ == "dative"
    return above.lower_ != "in" or above.head.lower_ in _ANYBODY


_TOWARDS = frozenset({"in", "to", "upon", "with"})
_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "people", "those", "whoever"})


def _extent(passage: Passage, at: ActAt) -> Stretch:
    """Words of what a deed is done to, which may name a party that is not spoken of."""
    thing = at.object if at.object is not None else at.token
    return passage.span(*clauses.thing_extent(thing))
