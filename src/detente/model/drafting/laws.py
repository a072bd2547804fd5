"""What law is said to ask of the parties, apart from conditions of which law is the ground."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.domain.evidence import Actor, Proposition, Requirement, Source, Statement
from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting.cited import GENERAL, Sought, sought
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed, open_family
from detente.model.drafting.hearsay import of_a_court
from detente.model.drafting.owners import of_its_members
from detente.model.drafting.pages import Page
from detente.model.drafting.things import thing
from detente.model.drafting.ties import Tie, speaker, told_between
from detente.model.drafting.voices import Voice

# Attitudes of whoever calls into question what law is said to ask.
_AGAINST = frozenset({"denies", "rejects", "refuses", "doubts"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What law is said to ask of somebody; ``setter`` is who says so, None where the writer does.

    ``given`` is what binds whoever does it: "must punish any state that buys the missiles".
    ``general`` is whether law speaks of whoever it fits ("states", "a host", "neither side"): then
    it binds each party that has the option; ``of_others`` is whether it spares who says so.
    ``because`` is empty where only the writer tells of it, and of nothing that happened.
    ``verb`` is the act as worded, and ``senses`` what else it may mean where it is done to "it";
    ``sought`` is what who cites law in general words asks beside it, nearest first, and ``beside``
    whatever who cites it asks.
    """

    deed: Deed
    given: Deed | None = None
    general: bool = False
    of_others: bool = False
    verb: str = ""
    senses: tuple[Deed, ...] = ()
    sought: tuple[Deed, ...] = ()
    beside: tuple[Deed, ...] = ()
    setter: str | None
    because: tuple[str, ...]
    wording: str
    speaker: str | None = None


def duties(page: Page, voices: Sequence[Voice], ties: Sequence[Tie]) -> Iterator[Duty]:
    """Duties under law that a text tells of, which holds these voices and conditions."""
    for requirement in page.reading.requirements:
        statement = page.by_id.get(requirement.statement or "")
        disputed = statement is not None and _against(statement)
        whoever = requirement.benefit
        given = deed(whoever, page.texts) if whoever is not None else None
        understood = whoever is None or given is not None
        if requirement.duty and understood and not disputed:
            source = statement.source if statement else None
            setter = _setter(requirement, source, page)
            cited = setter is not None or _of_several(source, page)
            asks = sought(page, requirement, setter, voices, ties) if cited else Sought()
            for need in requirement.needs:
                yield from _asked(page, requirement, need, given, asks)


def _setter(law: Requirement, source: Source | None, page: Page) -> str | None:
    """The one party that says so; None where nobody does, several, or judges."""
    if _of_several(source, page) or of_a_court(source, page.reading.document.text):
        return None
    said = source.party if source is not None else None
    return said or law.setter or _named_by(law, page) or _outside(law, page)


def _outside(law: Requirement, page: Page) -> str | None:
    """Who says what a law says: "the pact says that states must not, Oslo pointed out"."""
    inner = page.by_id.get(law.statement or "")
    text = page.reading.document.text
    if inner is None or inner.source is None or not _is_law(inner.source.span.of(text)):
        return None
    outer = page.by_id.get(inner.inside or "")
    return outer.source.party if outer is not None and outer.source is not None else None


def _named_by(law: Requirement, page: Page) -> str | None:
    """Who names the law that a sentence goes on to tell of: "cited the act, which forbids"."""
    if law.statement is not None:
        return None
    text = page.reading.document.text
    place = law.condition.start
    before = [s for s in page.by_id.values() if s.extent.end <= place and s.source is not None]
    last = max(before, key=lambda s: s.extent.end, default=None)
    if last is None or last.source is None:
        return None
    between = text[last.extent.end : place]
    here = last.by_cue in _NAMING and not _STOP.search(between)
    opening = between + text[place : place + len("whose ")]
    told = here or _TAKEN_UP_BY.search(between) or _OF_WHICH.search(opening)
    return last.source.party if told else None


def _is_law(words: str) -> bool:
    return thing(words).head in _LAWS


_LAWS = word_class("law_nouns")
_NAMING = frozenset({"asserts", "mentions"})
# "He also intends to go to the court, whose Article 4 forbids": whoever spoke before.
_TAKEN_UP_BY = re.compile(r"^[^\n]{0,9}[.!?][\"”’')\]]*\s(?:He|She)\s[^.!?\n]*$")
# "Oslo will take it to the court, whose Article 4 forbids": whoever named the court.
_OF_WHICH = re.compile(r"^[^.!?\n]*,? whose\b[^.!?\n]*$")
_STOP = re.compile(r"[.!?][\"”’')\]]*\s")


def _of_several(source: Source | None, page: Page) -> bool:
    """Whether several say so together: "both governments argue"."""
    words = source.span.of(page.reading.document.text).lower() if source is not None else ""
    return words.startswith(_TOGETHER)


_TOGETHER = ("all ", "both ", "the three ", "the two ")


def _against(statement: Statement) -> bool:
    """Whether somebody disputes it; what "is forbidden" by nobody that is named is law's word."""
    return statement.by_cue in _AGAINST and statement.source is not None


def _asked(
    page: Page,
    requirement: Requirement,
    need: Proposition,
    given: Deed | None,
    asks: Sought,
) -> Iterator[Duty]:
    """What law asks by one of its needs, of each that it names."""
    text = page.reading.document.text
    whose = need.agent.party or need.agent.of if need.agent is not None else None
    meant, beside = (
        tuple(each for each in some if whose in (None, each.owner) or each.owner is None)
        for some in (asks.meant, asks.beside)
    )
    if need.polarity == "negative" and need.act not in GENERAL:
        beside = tuple(each for each in beside if _leaves_off(each) and each.contrary not in beside)
    only_law = need.object is None and need.act in GENERAL
    found = _leave(need, text) or (None if only_law else deed(need, page.texts))
    statement = page.by_id.get(requirement.statement or "")
    source = statement.source if statement else None
    setter = _setter(requirement, source, page)
    found = found or next(iter(meant or beside), None) or _to_comply(setter, whose)
    if found is None:
        return
    if found.owner is None and found.family.name == "membership":
        found = replace(found, owner=of_its_members(need, setter))
    if found.owner is None:
        found = replace(found, owner=_lawgiver(page, requirement, source))
    verb = _worded(need, text)
    for asked in (found, *(replace(found, owner=code) for code in _joined(page, need))):
        yield Duty(
            deed=asked,
            given=given,
            general=_general(need, text),
            of_others=need.agent is not None and "other" in need.agent.span.of(text),
            verb=verb,
            senses=tuple(_senses(verb, need, asked)) if _is_pointed_at(asked, need, text) else (),
            sought=meant,
            beside=beside,
            setter=setter,
            because=_because(page, requirement),
            wording=" ".join(requirement.condition.of(text).split()),
            speaker=speaker(source, text),
        )


def _leaves_off(deed: Deed) -> bool:
    """Whether it ends something or is not done: what law that forbids can come to."""
    return not deed.taken or deed.undoing or deed.family.held or deed.act in _ENDING


_ENDING = word_class("ending_verbs")


def _leave(need: Proposition, text: str) -> Deed | None:
    """The leave of a party, whatever it is for: "only with the consent of Bern"."""
    about = need.object.span.of(text) if need.object is not None else ""
    if need.act != "let_do" or need.agent is None or thing(about).head not in _CONSENTS:
        return None
    family = inventory().families["permission"]
    return Deed(family=family, thing=thing(about), taken=True, owner=need.agent.party, act=need.act)


_CONSENTS = word_class("consents")


def _is_pointed_at(asked: Deed, need: Proposition, text: str) -> bool:
    """Whether it is done to something that only the text around tells: "may not suspend it".

    "A member shall be suspended" tells it.
    """
    about = need.object.span.of(text).lower() if need.object is not None else ""
    return asked.thing.generic and not (
        asked.family.name == "membership" and about.startswith(_ANY_ONE)
    )


_ANY_ONE = ("a ", "an ", "any ", "every ")


def _to_comply(citer: str | None, whose: str | None) -> Deed | None:
    """Of law that is cited against a party in words that name no deed that it is to keep to it."""
    if citer is None or whose in (None, citer):
        return None
    return Deed(family=open_family(_COMPLYING), thing=thing(""), taken=True, owner=whose)


_COMPLYING = "comply"


def _lawgiver(page: Page, requirement: Requirement, source: Source | None) -> str | None:
    """The state whose own law it is, which binds nobody else: "Swedish law", "our constitution"."""
    words = requirement.condition.of(page.reading.document.text)
    if _OURS.search(words):
        return source.party if source else None
    for found in gazetteer().find(words):
        if found.party.kind != "country":
            continue  # what a union laid down binds its members
        if _ITS_LAW.match(words[found.end :]) or _LAW_OF.search(words[: found.start]):
            return found.party.code
    return None


_OWN_LAWS = "|".join(sorted(word_class("own_laws")))
_OURS = re.compile(
    rf"\b(?:our|my country[’']s) (?:own )?(?:\w+ )?(?:{_OWN_LAWS})s?\b", re.IGNORECASE
)
_ITS_LAW = re.compile(rf"(?:[’']s?)? (?:own |\w+ )?(?:{_OWN_LAWS})s?\b(?! of the)", re.IGNORECASE)
_LAW_OF = re.compile(rf"\b(?:{_OWN_LAWS}) of (?:the )?$", re.IGNORECASE)


def _joined(page: Page, need: Proposition) -> list[str]:
    """Parties named with whoever must do it: of "Peru and Chile must withdraw" Chile."""
    text, agent = page.reading.document.text, need.agent
    if agent is None or agent.party is None:
        return []
    found: list[str] = []
    end = agent.span.end
    for mention in sorted(page.reading.mentions, key=lambda m: m.span.start):
        if mention.party is not None and _AND.fullmatch(text[end : mention.span.start]):
            found.append(mention.party)
            end = mention.span.end
    return found


_AND = re.compile(r",? (?:and|or|nor) (?:the )?|, (?:the )?")


def _because(page: Page, requirement: Requirement) -> tuple[str, ...]:
    span = requirement.condition
    ids = [i for i in (requirement.statement, requirement.ground_statement) if i]
    return tuple(ids or told_between(page.reading, span.start, span.end))


def _general(need: Proposition, text: str) -> bool:
    """Whether whoever must do it is named by no name, nor taken up by a pronoun."""
    if need.agent is None or need.agent.span.of(text).lower() in _TAKEN_UP:
        return need.agent is not None and need.agent.party is None
    return not _by_name(need.agent, text)


_TAKEN_UP = frozenset({"he", "her", "him", "it", "she", "they", "us", "we"})


def _by_name(agent: Actor, text: str) -> bool:
    return (agent.party or agent.of) is not None and any(c.isupper() for c in agent.span.of(text))


def _worded(need: Proposition, text: str) -> str:
    """The verb in which an act is worded: "suspend" of a halt."""
    words = {word.lower() for word in need.span.of(text).split()}
    stock = inventory()
    verbs = (v for v, acts in stock.verbs.items() if any(a.name == need.act for a in acts))
    return next((verb for verb in verbs if verb in words), need.act)


def _senses(verb: str, need: Proposition, asked: Deed) -> Iterator[Deed]:
    """Other deeds that a verb may mean: suspending is done to work, and to treaties."""
    positive = need.polarity == "positive"
    for act in inventory().verbs.get(verb, ()):
        if act.family is not None and act.family.name != asked.family.name:
            taken = (act.side != "drop") == positive
            yield replace(asked, family=act.family, taken=taken, act=act.name)
