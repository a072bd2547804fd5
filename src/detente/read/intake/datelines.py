"""Where and when a story was filed: words ahead of its first sentence, and no part of it."""

import re
from functools import cache

from detente.lexicon.plover import is_town
from detente.lexicon.scales import layout

# "ISTANBUL, Dec 4 (Agency) — Talks ...": where and when the story was filed.
_DATELINE = re.compile(
    r"\s*[^\W\d_a-zß-öø-ÿ]{3,}(?:[ ,/.’'-]+[A-Z0-9][\w.’'-]*){0,6}(?:\s*\([^)\n]{1,40}\))?"
    r"\s*(?:—|–|--|\s-|\s\|)\s+(?=[\"“‘'A-ZÀ-Þ])"
)


# "BISHKEK. Russia ...", "BEIRUT: Four hours ...": a town in capitals, which is no speaker's name.
_TOWN = re.compile(r"\s*((?:[^\W\d_a-zß-öø-ÿ]{2,}[ .’'-]{0,2}){1,3})[.:]\s+(?=[\"“‘'A-ZÀ-Þ])")


# "Paris, Oct 27, 2021 (AFP) - France ...", "Bamako/Algiers – Aircraft ...": towns, as elsewhere.
_PLACED = re.compile(
    r"\s*([A-ZÀ-Þ][\w’'.-]+(?:[/ ][A-ZÀ-Þ][\w’'.-]+){0,3})(?:, [^()\n—–]{1,30})?"
    r"(?:\s*\([^)\n]{1,40}\))?"
    r"\s*(?:—|–|--|\s-)\s+(?=[\"“‘'A-ZÀ-Þ])"
)


def dateline(line: str) -> int:
    """Length of the dateline that a line begins with, 0 without one."""
    length = _place_and_day(line)
    agency = _agency().match(line, length) if length else None
    return agency.end() if agency is not None else length


@cache
def _agency() -> re.Pattern[str]:
    """An agency that is named after place and day: "PSKOV, June 4 - RIA Novosti. The border"."""
    names = "|".join(re.escape(name) for name in layout().agencies)
    return re.compile(rf"\s*(?:{names})(?:\.|:|\s?[—–-]{{1,2}})\s+(?=[\"“‘'A-ZÀ-Þ])")


def _place_and_day(line: str) -> int:
    match = _DATELINE.match(line)
    if match:
        # "APA - Libreville (Gabon) - Gabonese marines": the agency, and then the place.
        place = _PLACED.match(line, match.end())
        placed = place is not None and all(is_town(name) for name in place[1].split("/"))
        return place.end() if place is not None and placed else match.end()
    match = _PLACED.match(line)
    if match and all(is_town(name) for name in match[1].split("/")):
        return match.end()
    match = _TOWN.match(line)
    if match and is_town(match[1].strip()):
        return match.end()
    return _wired(line)


# "New Delhi, Sep 29 (Agency) India ...", "MOSCOW, March 9. /AGENCY/. Russia ...": no dash at all.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?"
_PLACE = r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3})(?:,? [\[(]?[A-ZÀ-Þ]\w+[\])]?)?"
_WIRED = re.compile(
    rf"\s*{_PLACE}(?:[,.]?\s(?P<day>{_DAY}))?\.?\s*(?:\((?P<signed>[^()\n]{{1,40}})\)|/[^/\n]{{1,40}}/)"
    r"(?P<ends>[.:]?-?)\s+(?=[\"“‘'A-ZÀ-Þ])"
)
# "LIMA.- Peru ...", "Bogotá, 8 June 2018. The government ...".
_STOPPED = re.compile(
    rf"\s*{_PLACE}(?:(?P<dash>\.-)|,\s(?P<day>{_DAY})(?:\.-?|:))\s+(?=[\"“‘'A-ZÀ-Þ])"
)


def _wired(line: str) -> int:
    """Length of a dateline that ends in no dash, but tells an agency or a day."""
    wired = _WIRED.match(line)
    if wired is not None:
        # "SMITH (Labour): I ask ..." is a speaker, and "Ankara (the capital) ..." a sentence.
        placed = is_town(wired["place"]) or (wired["place"].isupper() and ":" not in wired["ends"])
        signed = wired["signed"] is None or wired["signed"].isupper()
        return wired.end() if wired["day"] or (placed and signed) else 0
    stopped = _STOPPED.match(line)
    if stopped is None:
        return 0
    capitals = stopped["dash"] is not None and stopped["place"].isupper()
    return stopped.end() if capitals or is_town(stopped["place"]) else 0
