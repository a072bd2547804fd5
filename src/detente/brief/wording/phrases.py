"""English building blocks: lists, numbers, names, verb forms and dates.

Nothing here knows of a result; what is said of results is in :mod:`detente.brief.sentences`.
"""

import re
from collections.abc import Iterable

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)

# Names that take an article: by their first or last word, or as a whole.
_ARTICLE = re.compile(
    r"(?i)^(United|European|African|Arab|Gulf|Holy|World|International)\b"
    r"|\b(Union|Kingdom|Republic|Federation|Islands|States|Nations|Emirates|Agency|Bank|Fund)$"
    r"|^(Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|Vatican|Kremlin)$"
    r"|^(EU|UN|US|UK|UAE|IAEA|ICJ|OSCE|IMF|WTO|AU|ICC|OPCW)$"
)
# An option may join two acts ("Withdraw its troops and lift the embargo"): a verb of this
# list after "and" or "or" is conjugated too.
_SECOND_VERB = re.compile(
    r"\b(and|or) (accept|allow|begin|close|dismantle|drop|end|free|give|halt|hand|hold|join"
    r"|keep|leave|lift|open|pay|permit|recognise|recognize|reduce|release|remove|restore"
    r"|resume|return|sign|start|stop|suspend|withdraw)\b"
)
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200f\u202b\u202e]")
_ISOLATES = re.compile(r"[\u2066-\u2069]")
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}


def listed(items: Iterable[str], word: str = "and") -> str:
    """Join as English does: "a", "a and b", "a, b and c"."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} {word} {last}" if head else last


def whole(parts: Iterable[str]) -> str:
    """Parts of one description: "a, b"."""
    return ", ".join(parts)


def number(count: int) -> str:
    """A number in words up to ten, in digits above."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def counted(count: int, noun: str) -> str:
    """A number with its noun: "no states", "one state", "12 states"."""
    return f"{number(count)} {noun if count == 1 else noun + 's'}"


def share(part: float) -> str:
    """A share in whole percent, never rounded to all or nothing."""
    percent = round(part * 100)
    if part < 1 and percent == 100:
        return "over 99 %"
    return "under 1 %" if part > 0 and percent == 0 else f"{percent} %"


def ordinal(position: int) -> str:
    """A place in an order, counted from 1."""
    return ORDINALS[position - 1] if position <= len(ORDINALS) else f"{position}th"


def capital(text: str) -> str:
    """The same words with a capital at the beginning, as at the head of a sentence."""
    return text[:1].upper() + text[1:]


def full_stop(text: str) -> str:
    """Close a sentence, unless a quotation has closed it already."""
    return text if text.endswith((".", "!", "?", ".”", "!”", "?”", ".”\u2069")) else f"{text}."


def one_line(text: str) -> str:
    """The same words without line ends."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """The beginning of a text, cut at a word, with an ellipsis where it was cut."""
    text = one_line(text)
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:')} …"


def quoted(text: str) -> str:
    """Words of a text in quotation marks, which are not doubled where it has its own.

    Words that run from right to left are kept apart, so that they cannot turn the sentence
    around them.
    """
    words = _ISOLATES.sub("", one_line(text))
    own = words[:1] in '“"' and words[-1:] in '”"'
    marked = words if own and len(words) > 1 else f"“{words}”"
    return f"\u2068{marked}\u2069" if _RIGHT_TO_LEFT.search(words) else marked


def the(name: str) -> str:
    """A name with its article where English wants one: "the United States"."""
    return f"the {name}" if _ARTICLE.search(name) else name


def infinitive(text: str) -> str:
    """An option's text after "to": its verb in lower case, the rest as it stands."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def third_person(text: str) -> str:
    """An option's text as what its party does: "Keep the levy" gives "keeps the levy"."""
    verb, space, rest = infinitive(text).partition(" ")
    rest = _SECOND_VERB.sub(lambda found: f"{found[1]} {_conjugated(found[2])}", rest)
    return f"{_conjugated(verb)}{space}{rest}"


def _conjugated(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if re.search(r"([sxz]|ch|sh)$", verb):
        return f"{verb}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", verb) + "s"


def day(iso: str) -> str:
    """An ISO date in words, with the precision it has: "9 May 2024", "May 2024", "2024"."""
    parts = iso[:10].split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return iso
    month = MONTHS[int(parts[1]) - 1]
    return " ".join([*(str(int(part)) for part in parts[2:]), month, parts[0]])
