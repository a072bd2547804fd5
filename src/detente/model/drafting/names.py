"""How a drafted model names its parties, options and itself."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from detente.domain.dispute import Option
from detente.lexicon.acts import known_nouns
from detente.lexicon.parties import PartyName, gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting import phrases
from detente.model.drafting.deed import Deed
from detente.model.drafting.done_to import PAYMENT
from detente.model.drafting.entries import Entry
from detente.model.drafting.things import Thing, is_a

_ARTICLE = ("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Democratic ")
_FILED = word_class("filed")
_OF_PEOPLE = frozenset({"custody", "handover", "trial"})
_COUNT = re.compile(
    r"(?:(?:at least|at most|up to|about|around|nearly|almost|some|roughly|over|(?:more|less|fewer)"
    r" than)\s)?(?!(?:1[0-9]|20)[0-9]{2}\s)[0-9][0-9,.]*\s"  # no year
)
_OWNED = re.compile(r"^(?:[\w.]+(?:’s|'s)\s+)")


def decides(code: str) -> bool:
    """Whether what a code stands for can be a party: a state or an organisation, and no person."""
    return party_name(code).kind in ("country", "igo", "other", "ngo", "company")


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


def name_options(entries: Iterable[Entry], before: Mapping[str, Option]) -> None:
    """Give each option its full name: that of an earlier draft, where it is the same option."""
    unnamed = list(entries)
    for name, option in before.items():
        same = max(
            (e for e in unnamed if name.startswith(f"{party_id(e.owner)}.")),
            key=lambda e: _likeness(e, option),
            default=None,
        )
        if same is not None and _likeness(same, option):
            same.name = name
            unnamed.remove(same)
    taken = set(before)
    for entry in unnamed:
        entry.name = next(name for name in _names(entry) if name not in taken)
        taken.add(entry.name)


def _likeness(entry: Entry, option: Option) -> int:
    """How much of what an option rested on this one rests on, its own words first."""
    shared = len(entry.because.keys() & set(option.because))
    return shared + (1000 if option_text(entry) == option.text else 0)


def _names(entry: Entry) -> Iterator[str]:
    """Names an option may have, the plainest first: `close`, `close_airspace`, numbers."""
    plain = f"{party_id(entry.owner)}.{option_id(entry)}"
    yield plain
    if entry.deed.thing.head and option_id(entry) != _slug(entry.deed.thing.head):
        yield f"{plain}_{_slug(entry.deed.thing.head)}"
    yield from (f"{plain}_{number}" for number in count(2))


def option_id(entry: Entry) -> str:
    """Name an option by what taking it does."""
    if entry.deed.family.option == "{object}":
        return _slug(entry.deed.thing.head) or "measure"
    return entry.deed.family.option


def option_text(entry: Entry) -> str:
    """Say in words what taking an option does."""
    family, about = entry.deed.family, _words(_all_of_them(entry.deed), entry.deed.owner)
    first = about.removeprefix("the ").split()[:1]
    if family.name in _OF_PEOPLE and first and first[0].lower() in entry.deed.thing.names:
        about = about.removeprefix("the ")  # "extradite Ada Bell"
    if family.name == "supply" and is_a(entry.deed.thing.head, "delivery"):
        # Deliveries are not themselves delivered.
        return f"{'Continue' if entry.today else 'Resume'} {about}"
    recourse = _recourse(about)
    if recourse is not None and not entry.today:
        return recourse
    if family.name == "permission" and entry.deed.thing.is_leave:
        return _leave(entry.deed.thing.words, entry.deed.member)
    if family.name == "apology" and entry.deed.thing.head == "apology":
        return "Offer an apology"
    if family.name == "payment" and entry.deed.thing.head == PAYMENT:
        what = about.removeprefix("the ")
        return f"Pay {what.removeprefix(f'{PAYMENT} ')}" if " for " in what else f"Make the {what}"
    if family.name == "funds" and is_a(entry.deed.thing.head, "debt"):
        return f"Pay {about}"  # what is owed is not released
    if family.name == "presence" and is_a(entry.deed.thing.head, "area"):
        return f"Withdraw from {about}"
    if family.name == "talks" and entry.deed.thing.head == "table":
        about = "talks"  # nobody holds a table
    if family.name == "membership" and entry.deed.thing.generic and entry.deed.member:
        return f"Readmit {called(entry.deed.member)}"
    if family.name == "closure":
        about, kept_out = _closed_to(about)
        closed = f"Keep {about} closed" if entry.today else f"Close {about}"
        return f"{closed}{kept_out}"
    member = party_name(entry.deed.member).name if entry.deed.member else "the other side"
    text = family.wording(today=entry.today)
    if family.measure and not entry.today and entry.deed.thing.head in _FILED:
        text = "File {object}"
    text = text.format(object=about, member=member)
    return text[0].upper() + text[1:]


def _closed_to(about: str) -> tuple[str, str]:
    """Of "the border to Mexican cattle" the border, and to what it is closed, no place behind."""
    closed, to, kept_out = about.partition(" to ")
    named = next(iter(gazetteer().find(kept_out)), None)
    leads = named is not None and named.start == 0 and named.form != "demonym"
    if not to or leads or (named is None and kept_out[:1].isupper()):
        return about, ""
    return closed, f" to {kept_out}"


_RECOURSE = re.compile(r"^(?:the )?(lawsuit|appeal) (?:at|against) (.+)$")


def _recourse(about: str) -> str | None:
    """Of a lawsuit or an appeal that is not made yet what is to be done: to take the case there."""
    found = _RECOURSE.match(about)
    if found is None:
        return None
    kind, where = found.groups()
    return f"Take the case to {where}" if kind == "lawsuit" else f"Appeal against {where}"


def _leave(words: str, whom: str | None) -> str:
    """Of leave to do something who is let do it, if that is known."""
    shown = phrases.shown(words)
    if whom is None or not shown.startswith("permission to "):
        return f"Grant {shown}"
    return f"Permit {called(whom)} {shown.removeprefix('permission ')}"


def _words(thing: Thing, owner: str | None) -> str:
    """Words of a thing with its article, without its owner's name and without asides."""
    if phrases.claim(thing.words) is not None:
        return " ".join(thing.words.split())
    words = phrases.shown(_OWNED.sub("", " ".join(thing.words.split())))
    first = next(iter(gazetteer().find(words)), None)
    own = first is not None and (first.party.code == owner or first.form != "demonym")
    if first is not None and own and first.start == 0 and first.end < len(words):
        rest = (
            words[first.end + 1 :] if words[first.end] == " " else words[first.end :].strip(" -’'s")
        )
        if rest.startswith(("from ", "to ", "in ", "of ")):
            return f"{called(first.party.code)} {rest}"  # "remove Chile from the list"
        words = rest
    if not words or thing.generic:
        return "it"
    if words and gazetteer().by_name(words) is not None:
        return words
    first_word = words.split()[0]
    common = first_word.endswith("ed") or phrases.singular(first_word.lower()) in known_nouns()
    if first_word[1:].islower() and common:
        # A common noun, or a participle, that happened to begin a sentence.
        words = words[0].lower() + words[1:]
    counted = (
        phrases.in_plural(words, thing.head) or _COUNT.match(words) or phrases.amounts_to(words)
    )
    plain = counted or thing.head in ("notice", "people", "police", "work")
    gerund = first_word.endswith("ing") and first_word.lower() == thing.head
    gerund = gerund and not is_a(thing.head, "passage")
    return (
        words
        if plain or gerund or thing.head in ("access", "filling", "enrichment")
        else f"the {words}"
    )


def _all_of_them(deed: Deed) -> Thing:
    """Of "the last soldier" and "a single soldier", who stand for all, the soldiers."""
    about = deed.thing
    soldier = is_a(about.head, "person") and is_a(about.head, "force") and about.head != "vessel"
    if deed.family.name != "presence" or not soldier:
        return about
    plural = f"{about.head[:-3]}men" if about.head.endswith("man") else f"{about.head}s"
    words = re.sub(rf"\b{re.escape(about.head)}\b", plural, _LAST_OF.sub("", about.words))
    return replace(about, words=words)


_LAST_OF = re.compile(r"^(?:the )?(?:very )?(?:each|every|first|last|lone|one|single) (?:single )?")


def matter(entry: Entry) -> str:
    """Return the thing an option is about, for the name of a dispute."""
    return _words(entry.deed.thing, entry.deed.owner).removeprefix("the ")


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
