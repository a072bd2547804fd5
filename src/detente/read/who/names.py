"""Where a document names states and organisations, and which of those matches to believe."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from detente.domain.evidence import Span
from detente.lexicon.given_names import gender_of
from detente.lexicon.parties import Gazetteer, Match, gazetteer
from detente.lexicon.plover import country_of
from detente.lexicon.words import word_class
from detente.read.grammar.clauses import Passage
from detente.read.grammar.tokens import Token

# "Georgia State University", "Washington and Lee College": named after a place, and not it.
_BODY = re.compile(
    r"(?:\s(?:and\s|of\s)?[A-Z][\w’'-]*){0,2}?\s(?:University|College|School|Avenue|Street|Hotel"
    r"|Airport|Hospital|Institute|County)\b"
)
# "The Caracas Convention", "the Algiers accords": named after where it was signed.
_LAW = re.compile(
    r"(?:\s(?-i:[A-Z])[\w’'-]*)?\s(?:accord|agreement|charter|communiqu[eé]|convention|declaration"
    r"|memorandum|pact|protocol|treat(?:y|ies))s?\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"([A-Z][\w’'-]*\.?)[ ]$")
_PROVINCE = re.compile(r"\b(?:state|province|city) of $", re.IGNORECASE)
_NO_GIVEN_NAMES = word_class("title_words") | word_class("not_names")
_HUMAN = word_class("human_nouns") | word_class("male_nouns") | word_class("female_nouns")


# The place that a dateline begins with: "CARTAGENA, Colombia (Agency) - ".
_PLACE = re.compile(r"\s*([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3})")
_AT_HOME = re.compile(
    r"(?:(?<=[.\n] )|(?<=\btold )|(?<=\bto )|(?<=\bin ))(?:Government|Parliament|Cabinet)\b"
    r"(?! (?:of|in|House)\b)"
)


class Names:
    """The gazetteer's matches in one document, in text order.

    Parameters
    ----------
    text, passages
        The document's text and its parsed paragraphs.
    known
        The gazetteer, also asked for titles and channels.
    """

    def __init__(
        self, text: str, passages: Sequence[Passage], known: Gazetteer | None = None
    ) -> None:
        self.text = text
        self.passages = passages
        self.known = known or gazetteer()
        self.matches = self._impersonal(self._certain(self.known.find(text)))
        self._starts = [match.start for match in self.matches]
        self._over = {place: m for m in self.matches for place in range(m.start, m.end)}

    @cached_property
    def peoples(self) -> dict[str, list[Match]]:
        """Where the people of a state are called by their name: "Kenyans"."""
        found: dict[str, list[Match]] = {}
        for match in self.matches:
            if match.form == "demonym" and match.text.endswith("s"):
                found.setdefault(match.party.code, []).append(match)
        return found

    @cached_property
    def filed(self) -> str | None:
        """State of the place that a dateline names, if the text goes on to name it."""
        for passage in self.passages[:4]:
            start = self.text.rfind("\n", 0, passage.start) + 1
            if passage.heading or start == passage.start:
                continue
            found = {
                code
                for code in self.dated_from(self.text[start : passage.start])
                if (known := self.known.by_code(code)) is not None and known.kind == "country"
            }
            told = any(m.party.code in found and m.start >= passage.start for m in self.matches)
            told = told or self.at_home
            return found.pop() if len(found) == 1 and told else None
        return None

    def dated_from(self, dateline: str) -> list[str]:
        """Parties whose places a dateline names: capitals, and towns known by their state."""
        matches = [m for m in self.known.find(dateline) if m.party.kind in ("country", "igo")]
        found = list(dict.fromkeys(m.party.code for m in matches))
        place = _PLACE.match(dateline) if not found else None
        town = country_of(place[1].title()) if place is not None else None
        return found if town is None else [town]

    @cached_property
    def at_home(self) -> bool:
        """Whether it is told for those at home, who need not be told of which state.

        "Government has slapped a surcharge on them", "told Parliament".
        """
        return _AT_HOME.search(self.text) is not None

    @cached_property
    def mostly(self) -> frozenset[str]:
        """The two states that the text names most."""
        told = Counter(m.party.code for m in self.matches if m.party.kind == "country")
        return frozenset(code for code, _ in told.most_common(2))

    def match_at(self, span: Span) -> Match | None:
        """Return the first gazetteer match inside a span."""
        return next(self.matches_in(span), None)

    def matches_in(self, span: Span) -> Iterator[Match]:
        """Gazetteer matches inside a span, in order."""
        for k in range(bisect_left(self._starts, span.start), len(self.matches)):
            match = self.matches[k]
            if match.start >= span.end:
                return
            if match.end <= span.end:
                yield match

    def match_over(self, passage: Passage, token: Token) -> Match | None:
        """Return the match whose words include a token."""
        return self._over.get(passage.start + token.idx)

    def _certain(self, matches: Iterable[Match]) -> list[Match]:
        """Leave out names that often mean something else and that nothing here supports."""
        matches = [m for m in matches if not self._of_a_body(m)]
        sure = {m.party.code for m in matches if not m.ambiguous}
        places = {
            passage.start + entity.start_char
            for passage in self.passages
            for entity in passage.doc.ents
            if entity.label_ in ("GPE", "NORP")
        }
        # Once it is the country, it is the country again: "Chad asked ... Chad's envoy".
        states = (m for m in matches if m.start in places or self._has_a_government(m))
        sure |= {m.party.code for m in states if m.form == "name"}
        return [
            m for m in matches
            if not m.party.channel
            and (not m.ambiguous or m.party.code in sure or m.start in places)
        ]  # fmt: skip

    def _has_a_government(self, match: Match) -> bool:
        """Whether it is told of a state only: "Chad's envoy"."""
        return _GOVERNED.match(self.text[match.end : match.end + 60]) is not None

    def _of_a_body(self, match: Match) -> bool:
        """Whether a place only gives its name to a school, a street or a treaty."""
        if match.form not in ("name", "capital"):
            return False
        before = self.text[max(0, match.start - 12) : match.start]
        if match.ambiguous and _PROVINCE.search(before) is not None:
            return True
        if (
            match.form == "capital"
            and _LAW.match(self.text[match.end : match.end + 60]) is not None
        ):
            return True
        return _BODY.match(self.text[match.end : match.end + 80]) is not None

    def _impersonal(self, matches: list[Match]) -> list[Match]:
        """Leave out places that are somebody's name here: "Ada Paris" and "Paris claims"."""
        starts = {m.start for m in matches}
        ends = {m.end for m in matches}
        beside = [m for m in matches if m.start - 1 not in ends and self._after_a_name(m)]
        tokens = self._tokens(beside)
        borne = {
            m.text for m in beside
            if m.start in tokens and _is_last_name(tokens[m.start], m, starts)
        }  # fmt: skip
        given = {text for text in {m.text for m in matches} if gender_of(text) is not None}
        doubtful = [m for m in matches if m.text in borne or m.text in given]
        tokens = self._tokens(doubtful)
        return [m for m in matches if not _is_personal(tokens.get(m.start), m, borne)]

    def _after_a_name(self, match: Match) -> bool:
        """Whether the word before may be a given name."""
        before = _CAPITAL.search(self.text[max(0, match.start - 25) : match.start])
        return before is not None and before[1].lower().rstrip(".") not in _NO_GIVEN_NAMES

    def _tokens(self, matches: list[Match]) -> dict[int, Token]:
        """First tokens of matches, by where these start."""
        begun = [passage.start for passage in self.passages]
        found: dict[int, Token] = {}
        for m in matches:
            k = bisect_right(begun, m.start) - 1
            if k >= 0:
                tokens = self.passages[k].within(Span(start=m.start, end=m.start + 1))
                if tokens:
                    found[m.start] = tokens[0]
        return found


_GOVERNED = re.compile(
    r"[’']s (?:[\w-]+ ){0,3}(?:ambassador|army|envoy|government|minister|ministry|navy|parliament"
    r"|president|spokes\w+)\b"
)


def _is_personal(token: Token | None, match: Match, borne: set[str]) -> bool:
    if token is None or match.form not in ("name", "capital"):
        return False
    if match.text in borne:
        return token.dep_ in ("nsubj", "nsubjpass", "poss") or token.ent_type_ == "PERSON"
    # "Chad Bell": a given name before a last name.
    after = token.doc[token.i + 1 : token.i + 2]
    named = any(t.ent_type_ == "PERSON" and t.pos_ == "PROPN" for t in after)
    return named and token.ent_type_ == "PERSON" and gender_of(match.text) is not None


def _is_last_name(token: Token, match: Match, matched: AbstractSet[int]) -> bool:
    """Whether a place is the last name after a given name: "Ada *Paris*, a teacher"."""
    if match.form not in ("name", "capital") or " " in match.text or token.i == 0:
        return False
    before = token.doc[token.i - 1]
    given = (
        before.pos_ == "PROPN"
        and before.text[0].isupper()
        and match.start - token.idx + before.idx not in matched
        and before.lower_.rstrip(".") not in _NO_GIVEN_NAMES
    )
    if not given:
        return False
    if token.ent_type_ == "PERSON" and before.ent_type_ == "PERSON":
        return True
    return any(c.dep_ == "appos" and c.lemma in _HUMAN for c in token.children)
