"""A plain stand on a thing: "objects to the lighthouse", "the rule stays", "will keep the buoys".

By itself it tells of no deed. What is to be done to the thing is told elsewhere in the text, as
somebody asks for it or means to do it: who is against the thing would not have it brought about,
and who keeps it would not have it ended.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from detente.domain.evidence import Statement
from detente.lexicon.scales import scale
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import deed
from detente.model.drafting.hearsay import alleged, outdated, past_words
from detente.model.drafting.pages import Page
from detente.model.drafting.spoken import spoken_verb, verbs_of
from detente.model.drafting.things import thing
from detente.model.drafting.voices import Voice

_Stand = Literal["against", "for", "keeps"]
_LONGEST = 8  # words of a thing
_CLAUSE = re.compile(r"\b(?:that|who|which|if|unless|until|to|is|are|was|were|will|would)\b")
_STAYS = frozenset({"stay", "remain"})
# "The rule stays", and not "the buoys stay white".
_STAYING = re.compile(
    r"\b(?:stays?|stayed|remain(?:s|ed)?)\W*"
    r"(?:$|in (?:place|force)\b|put\b|where (?:it|they)\b|[.,;!?“”\"'])"
)
_KEEPS = frozenset({"keep", "maintain", "retain"})
_ELSEWHERE = re.compile(r"\b(?:as|away|off|out|up with|to)\b")
_UNACCEPTABLE = re.compile(r"\b(?:unacceptable|intolerable|inadmissible|wrong|illegal|unlawful)\b")
_UNMOVED = re.compile(
    r"\b(?:not (?:negotiable|up for \w+|on the table|open to \w+|for (?:discussion|sale)"
    r"|an? (?:matter|subject|topic) (?:for|of) \w+)|non-?negotiable)\b"
)


@dataclass(frozen=True, slots=True)
class _Done:
    """What is to be done to a thing, and whether it ends the thing or brings it about."""

    place: int
    head: str
    deed: Deed
    ends: bool


def stands(page: Page, spoken: Sequence[Voice]) -> Iterator[Voice]:
    """Voices of stands on things of which nothing else was heard, in text order."""
    heard = {i for voice in spoken for i in voice.because}
    taken = [
        (i, statement, *told)
        for i, statement in page.by_id.items()
        if i not in heard and (told := _stand(statement, page)) is not None
    ]
    if not taken:
        return
    text, published = page.reading.document.text, page.reading.document.published
    done, past = tuple(_done(page)), past_words(page)
    for i, statement, stand, head in taken:
        party = statement.source.party if statement.source is not None else None
        if party is None or alleged(statement, page.by_id, text) or outdated(statement, page, past):
            continue
        place = statement.extent.start
        fitting = [each for each in done if each.head == head and each.place != place]
        before = [each for each in fitting if each.place < place]
        meant = next(iter(reversed(before)), next(iter(fitting), None))
        if meant is not None and (meant.ends or stand != "keeps"):
            yield _voice(party, stand, meant).resting_on((i,), published)


def _voice(party: str, stand: _Stand, meant: _Done) -> Voice:
    to_do = meant.deed
    if stand == "keeps" and to_do.owner is None:
        to_do = replace(to_do, owner=party)  # who keeps it has it
    wish = to_do if (stand != "against") != meant.ends else to_do.contrary
    attitude = "refuses" if to_do.owner == party else "denies"
    if wish is to_do:
        attitude = "accepts" if to_do.owner == party else "demands"
    return Voice(
        party=party, deed=wish, attitude=attitude, strength=scale().strength(attitude, None, ())
    )


def _stand(statement: Statement, page: Page) -> tuple[_Stand, str] | None:
    """How somebody stands on a thing, and the noun of the thing; None for any other statement."""
    text = page.reading.document.text
    if len(statement.content) != 1 or statement.inside is not None:
        return None
    words = statement.content[0].of(text)
    if not statement.propositions:
        if statement.by_cue not in ("refuses", "accepts") or _CLAUSE.search(words):
            return None
        head = _noun(words)
        return ("against" if statement.by_cue == "refuses" else "for", head) if head else None
    if len(statement.propositions) != 1 or statement.by_cue not in ("asserts", "refuses"):
        return None
    (p,) = statement.propositions
    agent, about = p.agent, p.object
    if p.act in _KEEPS and p.polarity == "positive" and about is not None:
        behind = text[about.span.end : p.span.end]
        head = None if _ELSEWHERE.search(behind) else _noun(about.span.of(text))
        return ("keeps", head) if head else None
    unmoved = p.act == "be" and _UNMOVED.search(words) is not None
    if agent is None or agent.party is not None or (about is not None and not unmoved):
        return None
    head = _noun(agent.span.of(text))
    if head is None:
        return None
    if p.act in _STAYS and p.polarity == "positive":
        return ("keeps", head) if _STAYING.search(words) else None
    if unmoved:
        return "keeps", head
    if p.act == "be" and p.polarity == "positive" and _UNACCEPTABLE.search(words):
        return "against", head
    return None


def _noun(words: str) -> str | None:
    about = thing(words)
    return about.head if about.tells_what and len(words.split()) <= _LONGEST else None


def _done(page: Page) -> Iterator[_Done]:
    """What is to be done to things as statements tell, not what was done, in text order."""
    text = page.reading.document.text
    for statement in sorted(page.by_id.values(), key=lambda s: s.extent.start):
        if statement.by_cue in ("accuses", "praises", "mentions"):
            continue
        for p in statement.propositions:
            if p.object is None:
                continue
            head = _noun(p.object.span.of(text))
            found = deed(p, page.texts) if head is not None else None
            if head is None or found is None:
                continue
            told = found if p.polarity == "positive" else found.contrary
            yield _Done(statement.extent.start, head, told, spoken_verb(p, text) in _ending())


@cache
def _ending() -> frozenset[str]:
    """Verbs that end whatever they are done to: "lift", "remove", "scrap", "cut"."""
    acts = ("lift", "take_down", "relinquish", "reduce", "repeal")
    return frozenset(verb for act in acts for verb in verbs_of(act))
