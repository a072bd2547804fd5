"""Where something was said, to whom and on whose behalf, as the words around it tell."""

import re
from collections.abc import Iterable

from detente.domain.evidence import Statement
from detente.lexicon.parties import Match
from detente.read.statements.stated import Said
from detente.read.who.mentions import Story

_STATES = ("country", "igo")
_AFTER = 70  # characters behind a cue that are looked at


def parties(matches: Iterable[Match]) -> list[str]:
    """Codes of the states and organisations that are matched, each once."""
    return sorted({m.party.code for m in matches if m.party.kind in _STATES})


def told_at(story: Story, s: Said) -> str | None:
    """State where it was said: of "told reporters in Nairobi" Kenya."""
    cue = s.statement.cue
    if cue is None:
        return None
    words = story.text[cue.end : cue.end + _AFTER].split("\n")[0]
    place = _IN.match(words)
    found = parties(story.names.known.find(place[1])) if place is not None else []
    return found[0] if len(found) == 1 else None


def on_behalf(story: Story, statement: Statement) -> str | None:
    """State for which somebody said it: "replied on behalf of the ministry in Nairobi"."""
    cue = statement.cue
    if cue is None:
        return None
    words = _BEHALF.match(story.text[cue.end : cue.end + _AFTER])
    found = parties(story.names.known.find(words[1])) if words is not None else []
    return found[0] if len(found) == 1 else None


_BEHALF = re.compile(r" (?:[\w’']+ )?(?:on behalf of|in the name of|speaking for) ([^.;:,\n]+)")


def told_public(story: Story, s: Said) -> str | None:
    """State whose public was told: of "told Kenyan public television" Kenya."""
    cue = s.statement.cue
    if cue is None or cue.of(story.text) not in ("told", "tells", "telling"):
        return None
    heard = _PUBLICS.match(story.text[cue.end : cue.end + _AFTER])
    found = parties(story.names.known.find(heard[1])) if heard is not None else []
    return found[0] if len(found) == 1 else None


_PUBLICS = re.compile(
    r"\s(?:the )?([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?) (?:public |state |national |local )?"
    r"(?:television|TV|radio|broadcaster|media|parliament|lawmakers|legislators|MPs|newspaper"
    r"|news agency|daily)\b"
)


def opening_at(story: Story, s: Said) -> str | None:
    """State in which a sentence says at its head that somebody spoke: "In Nairobi, ..."."""
    source = s.statement.source
    if source is None:
        return None
    before = story.text[max(0, source.span.start - _AFTER) : source.span.start]
    place = _OPENING.search(before)
    found = parties(story.names.known.find(place[1])) if place is not None else []
    return found[0] if len(found) == 1 else None


def scene_of(story: Story, s: Said) -> str | None:
    """State of the place with which a paragraph opens: "In Nairobi the closure was ..."."""
    start = s.found.passage.start
    place = _SCENE.match(story.text, start) or _of_its_government(story, s)
    found = parties(story.names.known.find(place[1])) if place is not None else []
    return found[0] if len(found) == 1 else None


def _of_its_government(story: Story, s: Said) -> "re.Match[str] | None":
    """Capital that is the subject of a paragraph's first sentence, before the one that is said."""
    passage = s.found.passage
    first = next(iter(passage.doc.sents), None)
    place = _SUBJECT.match(story.text, passage.start)
    if first is None or place is None:
        return None
    if s.statement.extent.start < passage.start + first.end_char:
        return None
    named = list(story.names.known.find(place[1]))
    governs = len(named) == 1 and named[0].form in ("capital", "seat")
    return place if governs and place.end() <= passage.start + first.end_char else None


_SUBJECT = re.compile(r"((?:[A-ZÀ-Þ][\w’'-]+ ?){1,3})(?=[’'\s])")


_SCENE = re.compile(
    r"(?:Meanwhile,? |Back |And |But )?(?:[Ii]n|[Ff]rom) ((?:[A-ZÀ-Þ][\w’'-]+ ?){1,2})(?=[ ,])"
)


def led_by(story: Story, s: Said) -> str | None:
    """State whose capital a sentence begins with: "For Nairobi it is settled, he said"."""
    first = next(iter(s.statement.content), None)
    if first is None:
        return None
    place = _CAPITAL.match(story.text[first.start : first.start + _AFTER].lstrip("“\"‘'"))
    found = list(story.names.known.find(place[1])) if place is not None else []
    return found[0].party.code if len(found) == 1 and found[0].form == "capital" else None


_CAPITAL = re.compile(r"(?:In|For|From|Of) ((?:[A-ZÀ-Þ][\w’'-]+ ?){1,3})")


def told_to(story: Story, s: Said) -> str | None:
    """State to which something is said, of which nobody speaks: "the minister told Kenya"."""
    cue = s.statement.cue
    if cue is None or _TELLING.search(cue.of(story.text)) is None:
        return None
    after = story.text[cue.end : cue.end + _AFTER].split("\n")[0]
    addressed = _ADDRESSED.match(after)
    found = list(story.names.known.find(addressed[1])) if addressed is not None else []
    told = found[0] if len(found) == 1 and found[0].form != "demonym" else None
    if told is None or told_public(story, s) is not None:
        return None  # "told Kenyan television"
    return told.party.code


_TELLING = re.compile(
    r"\b(?:told|tells?|telling|warn\w*|inform\w*|assur\w+|notif\w+|advis\w+|promis\w+|remind\w*)"
    r"|\b(?:replied|replies|wrote|writes|answered|said|says) to\b"
)
_ADDRESSED = re.compile(r" (?:the (?:\w+ ){1,4}(?:of|from|in) )?((?:[A-ZÀ-Þ][\w’'-]+ ?){1,3})")


_OPENING = re.compile(
    r"(?:^|[.!?][”\"’']?\s|\n)(?:Meanwhile,? |Later,? |Back |And )?(?:[Ii]n|[Ff]rom) "
    r"((?:[A-ZÀ-Þ][\w’'-]+ ?){1,3}), (?:an? |the )?$"
)
_IN = re.compile(r"[^.;“\"]*?\bin ((?:[A-ZÀ-Þ][\w’'-]+ ?){1,3})")
