"""How a drafted model names its parties, options and itself."""

import re
import unicodedata

from detente.lexicon.parties import PartyName, gazetteer
from detente.model.drafting.board import Entry
from detente.model.drafting.things import Thing

_ARTICLE = ("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Democratic ")
_OWNED = re.compile(r"^(?:[\w.]+(?:’s|'s)\s+)")
_HUNG = re.compile(
    r"\s(?:as|which|that|who|where|if|unless|until|while|before|because|when|after|within|under"
    r"|in force)\s.*$"
)


def party_name(code: str) -> PartyName:
    """Return the party with this code; one that is in no table goes by its code."""
    known = gazetteer().by_code(code)
    return known or PartyName(code=code, id=_slug(code), name=code, kind="other")


def called(code: str) -> str:
    """Name of a party as prose uses it: "the United States"."""
    name = party_name(code).name
    return f"the {name}" if name.startswith(_ARTICLE) else name


def party_id(code: str) -> str:
    """Return the id by which a dispute file calls a party."""
    return party_name(code).id


def option_id(entry: Entry) -> str:
    """Name an option by what taking it does."""
    if entry.deed.family.option == "{object}":
        return _slug(entry.deed.thing.head) or "measure"
    return entry.deed.family.option


def option_text(entry: Entry) -> str:
    """Say in words what taking an option does."""
    family, about = entry.deed.family, _words(entry.deed.thing)
    member = party_name(entry.deed.member).name if entry.deed.member else "the other side"
    return family.text.format(object=about, member=member)


def _words(thing: Thing) -> str:
    """Words of a thing with its article, without whose it is and without asides."""
    words = _HUNG.sub("", _OWNED.sub("", " ".join(thing.words.split())))
    first = next(iter(gazetteer().find(words)), None)
    if first is not None and first.start == 0 and first.end < len(words):
        words = (
            words[first.end :].strip(" -’'s") if words[first.end] != " " else words[first.end + 1 :]
        )
    if not words or thing.generic:
        return "it"
    if words.lower() == thing.head and words[1:].islower():
        # A common noun that happened to begin a sentence.
        words = words.lower()
    plural = thing.head != words.split()[-1].lower() and words.split()[-1].lower().endswith("s")
    plain = plural or thing.head in ("police", "work", "people")
    gerund = words.split()[0].endswith("ing")
    return (
        words
        if plain or gerund or thing.head in ("access", "filling", "enrichment")
        else f"the {words}"
    )


def matter(entry: Entry) -> str:
    """Return the thing an option is about, for the name of a dispute."""
    return _words(entry.deed.thing).removeprefix("the ")


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
