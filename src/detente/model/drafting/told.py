"""What the writer tells of a party's own will, without naming who said so: "Oslo will not sign".

Ahead of their sources such sentences stand in every news story. They are heard as what the party
promises or refuses, if the act is its own and hangs on nothing.
"""

import re
from collections.abc import Iterator, Sequence

from detente.domain.evidence import Event
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.model.drafting.at_stake import at_stake, tells
from detente.model.drafting.facts import on_target
from detente.model.drafting.pages import Page
from detente.model.drafting.voices import Voice

_WILL = re.compile(r"\b(?:will|would|shall|is to|are to|(?:is|are|was|were) going to)\b")
_WILL_NOT = re.compile(
    r"\b(?:will|would|shall|can|could)(?: (?:now|also|still|therefore|thus|simply))?"
    r" ?(?:not|never|no longer|no more)\b|\b(?:wo|ca|would|could|sha)n[’']t\b"
    r"|\b(?:is|are|was|were)(?: not|n[’']t) (?:going|about) to\b"
    r"|\b(?:never|neither|nor|nowhere|(?:by|in|on|under|at) no \w+)\b[^.;:]{0,60}?"
    r"\b(?:will|would|shall|can|could)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"(?:will|would|shall|can|could) (?:the )?[A-ZÀ-Ž]")
# Who cannot and will not, will not.
_AND_WILL_NOT = re.compile(r"\b(?:can ?not|can[’']t) and (?:will|shall) not\b", re.IGNORECASE)
# "Declined to say when Oslo would lift it", "when Oslo lifts it": of that nothing is promised.
_ASKED = re.compile(r"(?:when|whether|why|how|if)\b", re.IGNORECASE)
_ASKED_BEFORE = re.compile(r"\b(?:when|whether|why|how|if)\s$", re.IGNORECASE)
_IS_TO = re.compile(r"\b(?:is|are)\s$")
_IS = 5  # characters before "to lift it" in which "is" stands
# What whoever does not let another do something has done.
FORBIDDING = "forbid_do"
# Characters from where an event begins within which its modal stands.
_NEAR = 90
# Characters before it in which "is not going" may stand of which it is the infinitive.
_BEFORE = 30


def told(page: Page, spoken: Sequence[Voice]) -> Iterator[Voice]:
    """Voices in what the writer tells, in text order."""
    tied = [span for c in page.reading.conditions for span in (c.condition, c.consequence)]
    tied += [span for r in page.reading.requirements for span in (r.condition, r.consequence)]
    stakes = at_stake(spoken)
    for name, event, as_told in page.events:
        attitude = _attitude(event, page)
        if attitude is None or event.actor is None or event.actor.party is None:
            continue
        if any(s.start < event.span.end and event.span.start < s.end for s in tied):
            continue
        made = on_target(event, as_told, page.texts)
        own = made is not None and made.owner == event.actor.party
        # "Accra will not rejoin": its own to decide, if it left and was not put out.
        back = made is not None and made.act == "rejoin" and made.member == event.actor.party
        if made is None or not (own or back):
            continue
        if attitude != "refuses" and not tells(made, stakes):
            continue  # what a party will do is news, and seldom anything that others ask for
        not_let = event.act == FORBIDDING
        yield Voice(
            party=event.actor.party,
            deed=made if attitude == "promises" or not_let else made.contrary,
            attitude=attitude,
            strength=scale().strength(attitude, None, ()),
            because=(name,),
            published=page.reading.document.published,
            only_own=back,
        )


def _attitude(event: Event, page: Page) -> str | None:
    text = page.reading.document.text
    if event.statement is not None and not _only_reported(event.statement, page):
        return None
    if event.act == FORBIDDING and event.status in ("happened", "ongoing"):
        return "refuses"  # "has denied it permission to build"
    if _heads(event, page):
        return "promises"
    ruled_out = _AND_WILL_NOT.search(event.span.of(text)) is not None
    if event.status not in ("planned", "denied") and not ruled_out:
        return None
    start = max(event.span.start - _BEFORE, text.rfind("\n", 0, event.span.start) + 1)
    before = re.split(r"[.;,:]", text[start : event.span.start])[-1]
    words = before + text[event.span.start : min(event.span.end, event.span.start + _NEAR)]
    if _ASKED.match(event.span.of(text)) or _ASKED_BEFORE.search(before):
        return None
    if event.status == "denied" and _INVERTED.match(words):
        return "refuses"  # "at no time, the minister said, would Oslo leave"
    if event.status == "denied" or ruled_out:
        return "refuses" if _WILL_NOT.search(words) else None
    if words.startswith("to ") and _IS_TO.search(text[: event.span.start][-_IS:]):
        return "promises"
    return "promises" if _WILL.search(words) else None


def _only_reported(name: str, page: Page) -> bool:
    """Whether it is a paper, a station or an agency that tells of it, and no party."""
    statement = page.by_id.get(name)
    if statement is None or statement.source is None or statement.inside is not None:
        return False
    source = statement.source
    words = source.span.of(page.reading.document.text).lower().split()
    reports = statement.by_cue in ("asserts", "expects") and source.party is None
    return reports and bool(words) and words[-1] in _MEDIA and "newspaper" not in words


_MEDIA = word_class("media") | {"radio", "television", "tv"}


def _heads(event: Event, page: Page) -> bool:
    """Whether it is told as headlines tell what is to come: "Oslo to lift the ban"."""
    actor = event.actor
    if actor is None or actor.span.start != event.span.start or event.status != "hypothetical":
        return False
    if page.sentence_at(actor.span.start) != actor.span.start:
        return False
    return page.reading.document.text[actor.span.end :].startswith(" to ")
