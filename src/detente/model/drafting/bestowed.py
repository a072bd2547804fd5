"""Things that one side asks another to give, or holds out to it: "offered Lima a second port".

No noun here names an act, and no class says that the thing is one to be signed or lifted. That it
is to be given is told by whom it is asked of or held out to, or by what it is: a seat, a share, an
assurance.
"""

import re
from collections.abc import Iterator

from detente.domain.evidence import Statement
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import open_family
from detente.model.drafting.gifts import COMMITMENTS, GIVEN, share
from detente.model.drafting.phrases import party_named
from detente.model.drafting.things import Thing, singular

# What one may ask for or offer and never hand over: restraint, a solution.
_AIRY = word_class("never_given")
_ASKING = frozenset({"demands", "hopes"})
_OFFERING = frozenset({"offers", "promises"})
# Characters between a cue and its content in which somebody addressed is named: "offered Lima a".
_NEAR = 40
_RECIPIENT = re.compile(r"\s(?:to|for|from|by)\s(?P<whom>(?:the\s)?[A-ZÀ-Ž][\w’' -]*)$")
_CLAUSE = re.compile(r"\b(?:that|who|which|if|unless|until|because|when|to(?!\s[A-ZÀ-Ž]))\b")
_LONGEST = 12  # words


def bestowed(statement: Statement, party: str, text: str) -> Deed | None:
    """What is asked for, offered or denied as a gift; None where nobody would give it."""
    words = " ".join(statement.content[0].of(text).split()).strip("“”\"'’,.;: ")
    words = _without_content(words)
    party_given, words = _recipient_before(words)
    if len(words.split()) > _LONGEST or _CLAUSE.search(words):
        return None
    tail = _RECIPIENT.search(words)
    named = party_named(tail["whom"]) if tail is not None else None
    words = words[: tail.start()] if tail is not None and named is not None else words
    about = share(words)
    spoken = (named, party_given, _people_between(statement, text), *spoken_to(statement, text))
    others = [code for code in spoken if code not in (None, party)]
    other = others[0] if others else None
    if not _can_be_given(about):
        return None
    if statement.by_cue in _ASKING and (other or about.head in GIVEN):
        return _giving(about, other)
    if statement.by_cue in _OFFERING and other is not None:
        return _giving(about, party)
    return _giving(about, party) if statement.by_cue == "refuses" and other is not None else None


def _without_content(words: str) -> str:
    """Of "a written guarantee from Lima that nothing will be closed" the guarantee from Lima."""
    gift, that, _ = words.partition(" that ")
    return gift if that and share(gift).head in COMMITMENTS else words


def _recipient_before(words: str) -> tuple[str | None, str]:
    """Of "Peruvian fishermen free passage" whose people are to have it, and what."""
    to_whom = _PEOPLE.match(words)
    code = party_named(to_whom["nation"]) if to_whom is not None else None
    if to_whom is None or code is None or not _is_human(to_whom["people"]):
        return None, words
    return code, words[to_whom.end() :]


def _people_between(statement: Statement, text: str) -> str | None:
    """Of "offered Peruvian drivers a discount" whose people are offered it."""
    cue = statement.cue
    if cue is None or not 0 < statement.content[0].start - cue.end <= _NEAR:
        return None
    return _recipient_before(text[cue.end : statement.content[0].start].strip() + " it")[0]


def _is_human(noun: str) -> bool:
    return singular(noun) in _HUMAN or noun.endswith("men")


_HUMAN = word_class("human_nouns")
_PEOPLE = re.compile(r"(?:the\s)?(?P<nation>[A-ZÀ-Þ]\w+)\s(?P<people>[a-z]+s|fishermen)\s(?=[a-z])")


def _giving(about: Thing, owner: str | None) -> Deed:
    return Deed(family=open_family("give"), thing=about, taken=True, owner=owner, act="give")


def _can_be_given(about: Thing) -> bool:
    airy = about.pointing or about.head in _AIRY
    return about.tells_what and not airy and gazetteer().by_name(about.words) is None


def spoken_to(statement: Statement, text: str) -> Iterator[str]:
    """Who is named from the cue to what is said, as nobody's adjective: "asked Lima for"."""
    cue = statement.cue
    if cue is None or not 0 < statement.content[0].start - cue.end <= _NEAR:
        return
    between = text[cue.start : statement.content[0].start]
    for found in gazetteer().find(between):
        if found.form != "demonym":
            yield found.party.code
