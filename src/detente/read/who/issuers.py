"""Which state or organisation an official statement is issued by, as its head says."""

import re

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.who.turns import NOBODY, Paragraphs, Voice

_KINDS = (
    r"statements?|commentary|comments?|communiqu[eé]|declaration|press release|media release"
    r"|remarks"
    r"|note verbale|note|message|answer|reply|response|announcement|letter|readout|press note"
    r"|aide-m[eé]moire|demarche|démarche"
)
# "Statement by the Ministry of Foreign Affairs of Peru on the closure of the port".
_ISSUED_BY = re.compile(
    rf"^(?:(?:joint|official|press|media|public)\s)?(?:{_KINDS})\b[^\n.?!]{{0,40}}?\b(?:by|of|from)\s"
    r"(?P<issuer>(?:(?!\s(?:on|regarding|concerning|about|in\sresponse|following|over)\s)[^\n.?!])+)",
    re.IGNORECASE,
)
# "Ministry of Foreign Affairs of Peru", alone or before a colon or a dash.
_BODIES = (
    r"ministry|foreign ministry|department|office|government|embassy|permanent mission|presidency"
    r"|secretariat|press service|cabinet|commission|council"
)
_OFFICE = re.compile(
    rf"^(?:the\s)?(?P<issuer>(?:{_BODIES})\b[^\n.?!:–—|]{{0,80}})"
    r"(?:\s?[:–—|]\s?(?:statement|press release|communiqu[eé]|declaration)[^\n.?!]*)?$",
    re.IGNORECASE,
)
_BODY = re.compile(rf"\b(?:{_BODIES}|ministries|service|president|spokes\w+)\b", re.IGNORECASE)
_POSTED = re.compile(r"\b(?:embassy|mission|consulate)\b", re.IGNORECASE)
# Paragraphs and headings at the head of a text among which its issuer stands.
_HEAD = 4


def issuer(paragraphs: Paragraphs) -> Voice:
    """The one party whose statement a text is; nobody where it is no statement, or of several."""
    for passage in paragraphs.passages[:_HEAD]:
        words = paragraphs.text[passage.start : passage.end]
        match = _ISSUED_BY.match(words) or _OFFICE.match(words)
        if match is not None and not _tells(passage):
            return _party(paragraphs, passage, match)
    return NOBODY


def _party(paragraphs: Paragraphs, passage: Passage, match: "re.Match[str]") -> Voice:
    start, end = match.span("issuer")
    span = Span(start=passage.start + start, end=passage.start + end)
    found = list(paragraphs.persons.names.matches_in(span))
    words = match["issuer"]
    if _POSTED.search(words):
        # An embassy speaks for who sent it, and not for where it is.
        found = found[:1]
    if len({m.party.code for m in found}) != 1:
        return NOBODY
    party = found[0].party
    rest = words.replace(found[0].text, "").removeprefix("the").strip(" .'’s")
    if rest and _BODY.search(words) is None:
        return NOBODY
    return Voice(span=span, party=party.code, kind=party.kind)


def _tells(passage: Passage) -> bool:
    """Whether it is news about a statement: "Statement by Lima angers Quito"."""
    return any(t.tag_ in ("VBD", "VBZ", "VBP") for t in passage.doc)
