"""Who is meant by a name: states, organisations, their seats, and the titles of their people.

The tables are in ``data/states.toml``, ``data/organisations.toml`` and ``data/titles.toml``;
a file of the same format, given by the user, goes before them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from detente.domain.evidence import Kind
from detente.errors import InputError
from detente.lexicon.own import PARTIES, own_files

Form = Literal["name", "demonym", "capital", "seat", "body", "organisation"]
Gender = Literal["male", "female"]
Standing = Literal["member", "observer", "claimant", "territory"]
Table = Mapping[str, Any]

SHIPPED = ("organisations", "states", "titles")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyName:
    """A state or an organisation.

    Parameters
    ----------
    part_of
        Code of the organisation whose organ it is.
    channel
        Whether it is an agency, a paper or a platform, which things are said to or on.
    standing
        Of a state: member of the UN, observer, claimant or territory; else None.
    """

    code: str
    id: str
    name: str
    kind: Kind
    part_of: str | None = None
    channel: bool = False
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words of a text that stand for a party; offsets are half-open, in code points.

    ``ambiguous`` means that these words often mean something else, so that the text around
    them should speak for the party before they are taken for it.
    """

    start: int
    end: int
    text: str
    form: Form
    party: PartyName
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Titles of one rank, from 1 at the top, whose holders speak for the same.

    ``words`` are all of them; they need not be synonyms.
    """

    words: tuple[str, ...]
    rank: int
    speaks_for_state: bool
    gender: Gender | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleMatch:
    """A title in a text; ``former`` if the text says that the holder has left the office."""

    start: int
    end: int
    text: str
    title: Title
    former: bool = False

    @property
    def speaks_for_state(self) -> bool:
        """Whether the holder speaks for the state or body whose office it is, today."""
        return self.title.speaks_for_state and not self.former


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    """What a spelling stands for; no party means that it only looks like one."""

    form: Form = "name"
    party: PartyName | None = None
    ambiguous: bool = False
    ordinary: bool = False


class Gazetteer:
    """Finds parties and titles in texts.

    Parameters
    ----------
    layers
        Tables as read from TOML, those that go before the others first: of two tables that
        claim the same word, the first has it.
    """

    def __init__(self, layers: Sequence[Table]) -> None:
        self._layers = tuple(layers)
        self._by_code = _parties(self._layers)
        self._by_id = {party.id: party for party in self._by_code.values()}
        self._meanings: dict[str, _Meaning] = {}
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        for layer in self._layers:
            exact = dict(reversed(list(_spellings(layer, self._by_code))))
            for spelling, meaning in exact.items():
                self._meanings.setdefault(spelling, meaning)
            # Only after all exact names, so that no variant takes another party's name.
            for spelling, meaning in exact.items():
                for variant in _variants(spelling):
                    self._meanings.setdefault(variant, meaning)

    @property
    def parties(self) -> tuple[PartyName, ...]:
        """All parties known."""
        return tuple(self._by_code.values())

    def find(self, text: str) -> tuple[Match, ...]:
        """Find the names of parties, longest first, none overlapping, in order of the text.

        Case matters, except that a name may be in capitals. A possessive ``'s`` and a
        leading "the" stay outside.
        """
        found = (self._match(hit, text) for hit in self._hits(text))
        return tuple(match for match in found if match)

    def by_code(self, code: str) -> PartyName | None:
        """Return the party with this code."""
        return self._by_code.get(code)

    def by_id(self, party_id: str) -> PartyName | None:
        """Return the party that a dispute file would call so."""
        return self._by_id.get(party_id)

    def by_name(self, text: str) -> PartyName | None:
        """Return the party that these words, and nothing more, stand for in any form.

        Case, diacritics and a leading "the" do not matter; "us" and "who" are no names.
        """
        exact = self._meanings.get(text)
        if exact:
            return exact.party
        folded = self._folded.get(fold(text))
        return folded.party if folded and not folded.ordinary else None

    def title_in(self, text: str) -> TitleMatch | None:
        """Find the title in a noun phrase such as "US Ambassador to Turkey Tom Barrack".

        The first counts, and of one place the longest, but in "the president's spokesman"
        the one that the possessive leads to.
        """
        # Other letters may stand for those of a title, such as the dotted I in capitals.
        if text.isascii() and self._title_ends.isdisjoint(_WORD.findall(text.lower())):
            return None
        found: TitleMatch | None = None
        for hit in self._title_pattern.finditer(text):
            if found and not _leads_on(text, found.end, hit.start()):
                continue
            title = self._titles.get(fold(hit.group()))
            if title:
                before = text[max(0, hit.start() - _REACH) : hit.start()]
                found = TitleMatch(
                    start=hit.start(),
                    end=hit.end(),
                    text=hit.group(),
                    title=title,
                    former=self._former_pattern.search(before) is not None,
                )
        return found

    @cached_property
    def title_heads(self) -> frozenset[str]:
        """Last words of titles, in lower case: whatever ends in none of them is no office."""
        return frozenset(words.lower().split()[-1] for words, title in self._title_words if title)

    @cached_property
    def _title_ends(self) -> frozenset[str]:
        """Last words of titles, as `_WORD` finds them: where none stands there is no title."""
        told = (words.lower() for words, _ in self._title_words)
        return frozenset(end for words in told for end in _WORD.findall(words)[-1:])

    @cached_property
    def bare_titles(self) -> frozenset[str]:
        """Titles of one word, in lower case."""
        return frozenset(words for words in self._titles if " " not in words)

    @cached_property
    def honorifics(self) -> Mapping[str, Gender | None]:
        """Honorifics as they are written before a name, with the gender they tell."""
        tables = _all(reversed(self._layers), "honorific")
        return {word: table.get("gender") for table in tables for word in table["words"]}

    @cached_property
    def anonymous(self) -> frozenset[str]:
        """Nouns, in lower case, for people who speak without being named."""
        tables = [layer.get("anonymous", {}) for layer in self._layers]
        return frozenset(word for table in tables for word in table.get("words", ()))

    def extended(self, path: Path) -> "Gazetteer":
        """Return a gazetteer that also knows a user's TOML file; its entries go first.

        Raises
        ------
        InputError
            If the file cannot be read or is not of the documented format.
        """
        return Gazetteer((_user_tables(path, self._by_code), *self._layers))

    def _match(self, hit: re.Match[str], text: str) -> Match | None:
        words = hit.group()
        meaning = self._meanings.get(words) or self._meanings[" ".join(words.split())]
        if meaning.party is None:
            return None
        start, end = hit.span()
        return Match(
            start=start,
            end=end,
            text=words,
            form=meaning.form,
            party=meaning.party,
            ambiguous=meaning.ambiguous or (meaning.ordinary and _shouted(text, start, end)),
        )

    def _hits(self, text: str) -> Iterator[re.Match[str]]:
        free = 0
        for opening in self._openings.finditer(text):
            place = opening.start()
            pattern = self._beginning(text[place : place + 2]) if place >= free else None
            hit = pattern.match(text, place) if pattern is not None else None
            if hit is not None:
                free = hit.end()
                yield hit

    @cached_property
    def _openings(self) -> re.Pattern[str]:
        """First characters of spellings, where a word begins."""
        first = "".join(map(re.escape, sorted({spelling[0] for spelling in self._meanings})))
        return re.compile(rf"[{first}](?<!\w[{first}])")

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """Spellings by their first two characters, or by one where a space or nothing follows."""
        found: dict[str, list[str]] = {}
        for spelling in self._meanings:
            found.setdefault(spelling[:2].rstrip(), []).append(spelling)
        return found

    def _beginning(self, begun: str) -> re.Pattern[str] | None:
        """Spellings that may stand where a text goes on so, made into a pattern when first met.

        A pattern of all of them is made in more time than most commands take.
        """
        if begun not in self._patterns:
            either = dict.fromkeys((begun, begun[0]))
            spelled = [s for each in either for s in self._by_beginning.get(each, ())]
            pattern = re.compile(_trie(spelled, {" ": _SPACE}) + _END) if spelled else None
            self._patterns[begun] = pattern
        return self._patterns[begun]

    @cached_property
    def _folded(self) -> dict[str, _Meaning]:
        folded: dict[str, _Meaning] = {}
        for spelling, meaning in self._meanings.items():
            folded.setdefault(fold(spelling), meaning)
        return folded

    @cached_property
    def _titles(self) -> dict[str, Title | None]:
        return {fold(words): title for words, title in reversed(self._title_words)}

    @cached_property
    def _title_words(self) -> list[tuple[str, Title | None]]:
        words: list[tuple[str, Title | None]] = []
        for layer in self._layers:
            words += [(phrase, None) for phrase in layer.get("not_titles", ())]
            for table in layer.get("title", ()):
                title = Title(**{**table, "words": tuple(table["words"])})
                words += [(phrase, title) for phrase in title.words]
        return words

    @cached_property
    def _title_pattern(self) -> re.Pattern[str]:
        words = [phrase.lower().replace("-", " ") for phrase, _ in self._title_words]
        pattern = _trie(words, {" ": r"[\s-]++", "'": "['’]"})
        return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)

    @cached_property
    def _former_pattern(self) -> re.Pattern[str]:
        words = [word for layer in self._layers for word in layer.get("former", ())]
        # Up to four words may stand between, as in "former US and UN Ambassador".
        return re.compile(rf"\b{_trie(words, {})}[\s-]++(?:[\w.-]++\s++){{0,4}}$", re.IGNORECASE)


@cache
def gazetteer() -> Gazetteer:
    """Load the tables that are shipped, and the user's own before them."""
    from importlib.resources import files

    folder = files(__package__).joinpath("data")
    shipped: dict[str, Any] = {}
    for name in SHIPPED:
        shipped |= _parsed(folder.joinpath(f"{name}.toml").read_text("utf-8"))
    known = Gazetteer((shipped,))
    for file in own_files(PARTIES):
        known = known.extended(file)
    return known


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(text)


# --- What the tables say


def _all(layers: Iterable[Table], key: str) -> Iterator[Table]:
    return (table for layer in layers for table in layer.get(key, ()))


def _parties(layers: Sequence[Table]) -> dict[str, PartyName]:
    parties: dict[str, PartyName] = {}
    for layer in reversed(layers):  # an earlier layer may rename what a later one defines
        for key in ("organisation", "state"):
            for table in layer.get(key, ()):
                parties[table["code"]] = _party(table, key, parties.get(table["code"]))
    return parties


def _party(table: Table, key: str, known: PartyName | None) -> PartyName:
    """Make a party of its table, leaving to an earlier definition what this one omits."""
    given = {field.name: table[field.name] for field in fields(PartyName) if field.name in table}
    if known:
        return replace(known, **given)
    if key == "state":
        assumed = {"id": _slug(table["name"]), "kind": "country", "standing": "member"}
    else:
        assumed = {"id": _slug(table["code"]), "kind": "other"}
    return PartyName(**(assumed | given))


# Keys of a table that hold spellings, and the form of what they spell.
_STATE_FORMS: tuple[tuple[str, Form], ...] = (
    ("name", "name"),
    ("names", "name"),
    ("demonyms", "demonym"),
    ("capital", "capital"),
    ("capital_names", "capital"),
    ("seats", "seat"),
)
_ORGANISATION_FORMS: tuple[tuple[str, Form], ...] = (
    ("name", "organisation"),
    ("names", "organisation"),
    ("seats", "seat"),
)
_FORMS: dict[str, tuple[tuple[str, Form], ...]] = {
    "organisation": _ORGANISATION_FORMS,
    "state": _STATE_FORMS,
    "body": (("names", "body"),),
}


def _spellings(layer: Table, parties: Mapping[str, PartyName]) -> Iterator[tuple[str, _Meaning]]:
    for words in layer.get("not_parties", ()):
        yield " ".join(words.split()), _Meaning()
    for key, forms in _FORMS.items():
        for table in layer.get(key, ()):
            party = parties[table["state" if key == "body" else "code"]]
            for words, form in _listed(table, forms):
                yield (
                    words,
                    _Meaning(
                        form=form,
                        party=party,
                        ambiguous=words in table.get("ambiguous", ()),
                        ordinary=words in table.get("ordinary", ()),
                    ),
                )


def _listed(table: Table, forms: Iterable[tuple[str, Form]]) -> Iterator[tuple[str, Form]]:
    for key, form in forms:
        value = table.get(key, ())
        for words in [value] if isinstance(value, str) else value:
            yield " ".join(words.split()), form


# --- How words may be spelled

_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"})
_LETTERS |= str.maketrans({"ð": "d", "þ": "th", "æ": "ae", "ʻ": "'", "’": "'"})
# Not inside a word or a longer abbreviation: "U.S." is no part of "U.S.S.R.".
_END = r"(?!\w|\.\w\.)"
_SPACE = r"(?:[^\S\n]++\n?+|\n)[^\S\n]*+"  # one line end, not two: possessive, so linear
_REACH = 120  # characters; a noun phrase that is longer is no longer one
_WORD = re.compile(r"\w+")
# What stands between two titles of which the second is meant: "president X's spokesman".
_POSSESSED = re.compile(r"^(?!.*\b(?:and|or|to|with)\b)[^,;:]*['’]s?\s[^,;:]*$")


def _plain(text: str) -> str:
    """Replace letters with diacritics by plain ones; lengths may change."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in apart if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Write words as they are compared: no case, diacritics, hyphens or leading "the"."""
    return " ".join(_plain(text.casefold()).replace("-", " ").split()).removeprefix("the ")


def _slug(words: str) -> str:
    """Make an id of a name, as a dispute file would write it."""
    return re.sub(r"\W+", "_", fold(words)).strip("_")


def _variants(spelling: str) -> Iterator[str]:
    """Yield the same name in capitals, without diacritics, and with other code points."""
    for cased in (spelling, spelling.upper()):
        for lettered in (cased, _plain(cased), unicodedata.normalize("NFD", cased)):
            yield lettered
            if "'" in lettered:
                yield lettered.replace("'", "’")


def _leads_on(text: str, end: int, start: int) -> bool:
    """Whether a title that ends at one place belongs to the holder of one that starts later."""
    return start - end <= _REACH and _POSSESSED.search(text[end:start]) is not None


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too, so that capitals mean nothing."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    around = before.rpartition("\n")[2] + text[start:end] + after.partition("\n")[0]
    return around.isupper() and len(around.split()) > 1


def _trie(words: Iterable[str], special: Mapping[str, str]) -> str:
    """Write a pattern that matches the longest of the words, in time that does not grow with them.

    Parameters
    ----------
    special
        Patterns to be used for some characters.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    options = [
        re.escape(character) + _rest(node, special) for character, node in sorted(root.items())
    ]
    return f"(?:{'|'.join(options)})"


def _rest(node: Mapping[str, Any], special: Mapping[str, str]) -> str:
    options = [
        special.get(character, re.escape(character)) + _rest(child, special)
        for character, child in sorted(node.items())
        if character
    ]
    if not options:
        return ""
    pattern = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    return f"(?:{pattern})?" if "" in node else pattern


# --- The user's file

_NAMES: dict[str, type] = {"code": str, "id": str, "name": str, "names": list, "seats": list}
_NAMES |= {"ambiguous": list, "ordinary": list}
_STATE: dict[str, type] = {"demonyms": list, "capital": str, "capital_names": list, "standing": str}
_TABLES: dict[str, dict[str, type]] = {
    "state": _NAMES | _STATE,
    "organisation": _NAMES | {"kind": str, "part_of": str, "channel": bool},
    "body": {"state": str, "names": list, "ambiguous": list, "ordinary": list},
    "title": {"words": list, "rank": int, "speaks_for_state": bool, "gender": str},
    "honorific": {"words": list, "gender": str},
    "anonymous": {"words": list},
}
_LISTS = ("not_parties", "not_titles", "former")
_CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "standing": get_args(Standing),
    "gender": get_args(Gender),
}
_REQUIRED = {
    "state": ("code",),
    "organisation": ("code",),
    "body": ("state", "names"),
    "title": ("words", "rank", "speaks_for_state"),
    "honorific": ("words",),
    "anonymous": (),
}
_TYPE_NAMES: dict[type, str] = {
    str: "a text",
    list: "a list of texts",
    int: "a whole number",
    bool: "true or false",
}


def _user_tables(path: Path, known: Mapping[str, PartyName]) -> Table:
    """Read a user's file and check it, so that nothing in it is silently passed over."""
    from tomllib import TOMLDecodeError

    try:
        tree = _parsed(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}", fix="check the path"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8", fix="save it as UTF-8") from error
    except TOMLDecodeError as error:
        raise InputError(f"{path} is not TOML: {error}", fix="correct that line") from error
    for key, value in tree.items():
        if key in _LISTS:
            _check_value(key, value, list, str(path))
        else:
            _check_tables(key, value, str(path))
    _check_codes(tree, known, path)
    return tree


def _check_tables(key: str, value: object, path: str) -> None:
    if key not in _TABLES:
        names = ", ".join([*_TABLES, *_LISTS])
        raise InputError(f"{path}: nothing is called {key!r} here", fix=f"use one of {names}")
    tables = [value] if key == "anonymous" else value
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        brackets = f"[{key}]" if key == "anonymous" else f"[[{key}]]"
        raise InputError(f"{path}: {key!r} is not a table", fix=f"write it as {brackets}")
    for number, table in enumerate(tables, 1):
        _check_table(key, table, f"{path}: {key} {number}")


def _check_table(key: str, table: Table, where: str) -> None:
    for name in _REQUIRED[key]:
        if name not in table:
            raise InputError(f"{where} has no {name!r}", fix=f"add a line {name} = …")
    for name, value in table.items():
        if name not in _TABLES[key]:
            names = ", ".join(_TABLES[key])
            raise InputError(f"{where}: nothing is called {name!r} here", fix=f"use one of {names}")
        _check_value(name, value, _TABLES[key][name], where)


def _check_value(name: str, value: object, expected: type, where: str) -> None:
    # Exactly the type: to Python, true is a whole number too.
    fits = type(value) is expected and not _blank(value)
    if isinstance(value, list):
        fits = expected is list and all(type(i) is str and not _blank(i) for i in value)
    if not fits:
        form = _TYPE_NAMES[expected]
        raise InputError(f"{where}: {name!r} is not as it must be", fix=f"give {form}")
    if name in _CHOICES and value not in _CHOICES[name]:
        choices = ", ".join(_CHOICES[name])
        raise InputError(f"{where}: {name!r} cannot be {value!r}", fix=f"use one of {choices}")


def _blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _check_codes(tree: Table, known: Mapping[str, PartyName], path: Path) -> None:
    """Check that a body's state is known, and that a new party has a name."""
    named = {t["code"] for key in ("state", "organisation") for t in tree.get(key, ())}
    for key in ("state", "organisation"):
        for table in tree.get(key, ()):
            if "name" not in table and table["code"] not in known:
                code = table["code"]
                raise InputError(f"{path}: {code} is new and has no name", fix="add name = …")
    for table in tree.get("body", ()):
        if table["state"] not in known and table["state"] not in named:
            code = table["state"]
            raise InputError(f"{path}: no state has the code {code!r}", fix="add it as a [[state]]")
