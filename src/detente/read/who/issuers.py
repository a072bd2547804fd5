"""Which state or organisation an official statement is issued by, as its head says."""

import re
from collections.abc import Sequence

from detente.domain.evidence import Span
from detente.read.grammar.clauses import Passage
from detente.read.who.names import Names
from detente.read.who.turns import NOBODY, Voice

_KINDS = (
    r"statements?|commentary|comments?|communiqu[eé]|declaration|press release|media release"
    r"|remarks"
    r"|note verbale|note|message|answer|reply|response|announcement|letter|readout|press note"
    r"|aide-m[eé]moire|d[eé]marche|memorandum|position(?: paper)?|explanation of (?:vote|position)"
    r"|right of reply|open letter|written answer|ministerial statement|fact sheet|non-paper"
    r"|circular|transcript|(?:press |media |news |daily )*briefing|press conference"
)
# "Statement by the Ministry of Foreign Affairs of Peru on the closure of the port".
_ISSUED_BY = re.compile(
    rf"^(?:(?:joint|official|press|media|public)\s)?(?:{_KINDS})\b"
    # "Statement on relations with the State of Eritrea" is not Eritrea's.
    r"(?:[^\n.?!]{0,40}?\b(?:by|from)|(?:(?!\b(?:about|concerning|on|regarding|with)\b)[^\n.?!])"
    r"{0,40}?\bof)\s"
    r"(?P<issuer>(?:(?!\s(?:on|regarding|concerning|about|in\sresponse|following|over|to"
    r"|addressed|after|at|before|of\s\d)\s)[^\n.?!])+)",
    re.IGNORECASE,
)
# "Ministry of Foreign Affairs of Peru", alone or before a colon or a dash.
_BODIES = (
    r"ministry|foreign ministry|department|office|government|embassy|permanent mission|presidency"
    r"|secretariat|press service|cabinet|commission|council|parliament|high commission|delegation"
    r"|consulate"
)
# "REPUBLIC OF KENYA", the head of a paper.
_LETTERHEAD = re.compile(
    r"^(?P<issuer>(?:republic|kingdom|federation|state|emirate|sultanate|principality|commonwealth)"
    r"\sof\s(?:the\s)?[\w’' -]{3,40})$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    # "FDRE Ministry of Trade": letters that stand for a state.
    rf"^(?:the\s)?(?P<issuer>(?:(?:{_BODIES})\b|(?-i:[A-Z]{{2,6}})\s(?:{_BODIES})\s(?:of|for)\b)"
    r"[^\n.?!:–—|]{0,80})"
    r"(?:\s?[:–—|]\s?(?:statement|press release|communiqu[eé]|declaration)[^\n.?!]*)?$",
    re.IGNORECASE,
)
_BODY = re.compile(
    rf"\b(?:{_BODIES}|ministries|service|president|spokes\w+|representative|minister|ambassador"
    r"|envoy|chargé|mission|premier|chancellor|secretary|mfa)\b",
    re.IGNORECASE,
)
# "The Ministry of Foreign Affairs of Peru presents its compliments to the Embassy of Chile".
_PRESENTS = re.compile(r"^(?:The\s)?(?P<issuer>[^\n.?!,]{3,120}?)\spresents its compliments\b")
# "Peru MFA @PeruMFA", the head of a post.
_POSTS = re.compile(r"^(?P<issuer>[^\n.?!@]{2,60}?)\s\(?@\w{2,30}\)?(?:\s[·•|–—-].*)?$")
_POSTED = re.compile(r"\b(?:embassy|mission|consulate)\b", re.IGNORECASE)
# "WHO press conference – transcript", "Kremlin briefing", the head of a record of questions.
_BRIEFED = re.compile(
    r"^(?P<issuer>[^\n.?!:–—|]{2,60}?)\s(?:daily\s|weekly\s|virtual\s)?(?:press|media|news)\s"
    r"(?:briefing|conference)\b(?:[^\n.?!]{0,20}\b(?:transcript|extracts?|excerpts?|verbatim|record)\b"
    r"[^\n.?!]{0,20})?$",
    re.IGNORECASE,
)
# Paragraphs and headings at the head of a text among which its issuer stands.
_HEAD = 4


def issuer(names: Names, passages: Sequence[Passage]) -> Voice:
    """The one party whose statement a text is; nobody where it is no statement, or of several."""
    for passage in passages[:_HEAD]:
        words = names.text[passage.start : passage.end]
        presented = _PRESENTS.match(words)
        if presented is not None:
            return _party(names, passage, presented)
        match = _head_of(words)
        if match is not None and (match.re is _BRIEFED or not _tells(passage)):
            found = _party(names, passage, match)
            return found if found != NOBODY else _placed(names, passages, match)
    return _whose_paper(names, passages[:_HEAD])


def _placed(names: Names, passages: Sequence[Passage], match: "re.Match[str]") -> Voice:
    """Of a ministry that is called by no state the one from whose capital its paper is dated."""
    head = match["issuer"]
    if _AT_HOME.search(head) is None or any(names.known.find(head)):
        return NOBODY
    for passage in passages[: _HEAD + 1]:
        for line in _LINE.finditer(names.text, passage.start, passage.end):
            dated = _DATED.match(line[0])
            party = names.known.by_name(dated["place"]) if dated is not None else None
            if dated is not None and party is not None and party.kind == "country":
                span = Span(start=line.start(), end=line.start() + dated.end("place"))
                return Voice(span=span, party=party.code, kind=party.kind)
    return NOBODY


# Bodies that sit in their own capital.
_AT_HOME = re.compile(
    r"\b(?:ministry|minister|state secretary|department|office|government|presidency|president"
    r"|cabinet|parliament|chancellery)\b",
    re.IGNORECASE,
)
# "Addis Ababa, 20 October 2025", "Manila, Thursday, May 18, 2023 (excerpt)"
_DATED = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w .’'-]{2,40}?),\s(?:(?:on\s)?\w+day,?\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s\w+|[A-Z]\w+\s\d{1,2}),?\s\d{4}\b"
)


def _whose_paper(names: Names, head: Sequence[Passage]) -> Voice:
    """The body whose name is one line of the head, where another says what paper it is.

    "AFRICAN UNION", and "Final communiqué" below it.
    """
    end = head[-1].end if head else 0
    lines = list(_LINE.finditer(names.text, 0, end))
    if not any(_PAPER.match(line[0]) for line in lines):
        return NOBODY
    for line in lines:
        party = names.known.by_name(line[0])
        if party is not None and party.kind == "igo":
            return Voice(
                span=Span(start=line.start(), end=line.end()), party=party.code, kind=party.kind
            )
    return NOBODY


_LINE = re.compile(r"[^\s][^\n]*")


_PAPER = re.compile(
    r"^(?:(?:final|joint|summit|closing|chair\w*[’']s?|presidency|draft)\s)*"
    r"(?:communiqu[eé]|conclusions|decision|declaration|resolution|statement|outcome document)\b",
    re.IGNORECASE,
)


def _head_of(words: str) -> "re.Match[str] | None":
    """The form of head that a paragraph has, or the first line of one."""
    heads = (_ISSUED_BY, _OFFICE, _POSTS, _LETTERHEAD, _BRIEFED)
    first, *_ = words.splitlines() or [words]
    return next((f for w in (words, first) for head in heads if (f := head.match(w))), None)


def _party(names: Names, passage: Passage, match: "re.Match[str]") -> Voice:
    start, end = match.span("issuer")
    span = Span(start=passage.start + start, end=passage.start + end)
    found = list(names.matches_in(span))
    words = match["issuer"]
    if _POSTED.search(words):
        # An embassy speaks for who sent it, and not for where it is.
        found = found[:1]
    if len({m.party.code for m in found}) != 1:
        return NOBODY
    party = found[0].party
    rest = words.replace(found[0].text, "").removeprefix("the").strip(" .'’s")
    # "State of play in Kenya" is no head of a paper.
    headed = match.re is _LETTERHEAD and len(rest.split()) <= _LETTERHEAD_WORDS
    if rest and not headed and _BODY.search(words) is None:
        return NOBODY
    return Voice(span=span, party=party.code, kind=party.kind)


_LETTERHEAD_WORDS = 2  # beside the name: "Republic of"

# Participles of a head that tell of no news: "Letter dated 9 May addressed to the President".
_OF_PAPERS = frozenset({"addressed", "dated", "delivered", "issued", "released", "signed"})


def _tells(passage: Passage) -> bool:
    """Whether it is news about a statement: "Statement by Lima angers Quito"."""
    finite = (t for t in passage.doc if t.tag_ in ("VBD", "VBZ", "VBP"))
    return any(t.lower_ not in _OF_PAPERS for t in finite)
