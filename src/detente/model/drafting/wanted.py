"""What somebody wants that only nouns tell: one deed for each of the things that are joined.

"Demanded the release of the crew and an exemption from the fee" asks for both. Whose it is may be
told beside the noun: "asked Lima for an extension", "an apology from Lima".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.domain.evidence import Span, Statement
from detente.lexicon.acts import inventory, known_nouns
from detente.lexicon.nominals import verb_of
from detente.model.drafting.bestowed import bestowed, spoken_to
from detente.model.drafting.deed import Deed
from detente.model.drafting.deeds import acceptance, takes_both
from detente.model.drafting.gifts import GIVEN
from detente.model.drafting.going import removed
from detente.model.drafting.nouns import deed_of_noun
from detente.model.drafting.phrases import has_clause, party_named
from detente.model.drafting.things import is_a, thing

_ASKING = frozenset({"demands", "hopes"})
# Of "wants nothing to do with the removal" the removal.
_NO_PART = re.compile(r"^(?:nothing to do with|no part (?:in|of))\s", re.I)
# Of "called the removal unacceptable" the removal: what is made of it is the cue's to tell.
_FOUND = re.compile(r"\b(?:call|consider|deem|declar|find|found|brand|regard|view)\w*", re.I)
_JUDGED = re.compile(
    r"\s(?:(?:wholly|utterly|quite|completely|absolutely|totally|entirely|as)\s)?"
    r"(?:(?:un|in|im|ir|il)\w{4,}|out of the question|a non-starter|absurd|outrageous|wrong)$"
)
_ANSWERING = frozenset({"accepts", "refuses"})
_PUT = re.compile(
    r"^(?:(?:the|an?|any|its|their|that|this)\s)?(?:[\w’'-]+\s){0,3}"
    r"(?:bid|call|demand|idea|offer|plan|plea|proposal|request|suggestion)s?"
    r"(?:\s(?:by|from)\s[A-ZÀ-Ž]\S*)?\s(?:of|for)\s(?P<what>.+)$"
)
_JOINT = re.compile(r",?\s(?:and|as well as|plus)\s|,\s")
_FROM = re.compile(r"\s(?:from|by|on the part of)\s(?P<whom>(?:the\s)?[A-ZÀ-Ž][\w’' -]*)$")
_FROM_BEHIND = re.compile(r"\sfrom\s(?P<whom>(?:the\s)?[A-ZÀ-Ž][\w’'-]*)")
_NEAR = 40  # characters behind what is asked in which such a name stands


def wanted(statement: Statement, party: str, text: str) -> Iterator[Deed]:
    """Deeds that the nouns of a statement name, but for those that the reader took for acts."""
    (content,) = statement.content
    imposed = statement.by_cue in ("threatens", "demands")
    parts = _parts(content, text)
    if not parts and statement.propositions:
        return
    for part in parts or (content,):
        if any(p.span.start < part.end and part.start < p.span.end for p in statement.propositions):
            continue
        found = _wanted(replace(statement, content=(part,)), party, text, imposed=imposed)
        if found is not None:
            yield found


def _wanted(statement: Statement, party: str, text: str, *, imposed: bool) -> Deed | None:
    whole = statement.content[0].of(text)
    words = _NO_PART.sub("", whole)
    if statement.cue is not None and _FOUND.search(statement.cue.of(text)):
        words = _JUDGED.sub("", words.rstrip("“”\"'’,.;: "))
    if statement.by_cue in _ANSWERING and (put := _PUT.match(words)):
        words = put["what"]  # "rejected a Chilean proposal for joint patrols"
        place = statement.content[0].start + whole.find(words)
        what = Span(start=place, end=place + len(words))
        statement = replace(statement, content=(what,))
        if words.startswith("joint ") or words.partition(" ")[2].startswith("joint "):
            return acceptance(thing(words), party or None)
    found = _agreed(statement, words) or deed_of_noun(words, imposed=imposed)
    if found is None and statement.by_cue in _ASKING:
        found = removed(words)
    if found is None:
        return bestowed(statement, party, text)
    if found.family.name == "membership_own" and found.owner is None and not imposed:
        # "Accepted the accession": it is another that joins.
        found = replace(found, family=inventory().families["support"], thing=thing(whole))
    if found.owner is None and statement.by_cue in _ASKING and found.family.name != "membership":
        return replace(found, owner=asked_of(statement, party, words, text))
    return found


def asked_of(statement: Statement, party: str, words: str, text: str) -> str | None:
    """Of whom it is asked, where that is told: "asked Lima for it", "demanded it from Lima"."""
    behind = text[statement.content[-1].end :][:_NEAR]
    tail = _FROM.search(words) or _FROM_BEHIND.match(behind)
    named = party_named(tail["whom"]) if tail is not None else None
    others = {code for code in (named, *spoken_to(statement, text)) if code not in (None, party)}
    return others.pop() if len(others) == 1 else None


def _agreed(statement: Statement, words: str) -> Deed | None:
    """Of "agreed to a joint study", "demanded an inquiry" the agreeing to it, by whoever does."""
    about = thing(words)
    if not takes_both(about):
        return None
    own = statement.by_cue in ("accepts", "refuses") and statement.source is not None
    owner = statement.source.party if own and statement.source is not None else None
    return acceptance(about, owner)


def _parts(content: Span, text: str) -> tuple[Span, ...]:
    """The phrases that are joined in one, where each after the first names an act itself.

    Of "the release of the crew and the ship" the ship is what is released, and nothing is parted.
    """
    words = content.of(text)
    if _JOINT.search(words) is None or has_clause(words):
        return ()
    places = [0]
    for joint in _JOINT.finditer(words):
        end = _JOINT.search(words, joint.end())
        part = words[joint.end() : end.start() if end is not None else None]
        if _names_act(part, alone=_DONE_TO.search(words[: joint.start()]) is None):
            places += [joint.start(), joint.end()]
    if len(places) == 1:
        return ()
    places.append(len(words))
    starts = (content.start + place for place in places)
    return tuple(Span(start=first, end=last) for first, last in zip(starts, starts, strict=True))


def _names_act(words: str, *, alone: bool) -> bool:
    """Whether a phrase is headed by the noun of an act, and tells what is done to what.

    With ``alone``, nothing before it is done to anything, and so it may be an act by itself.
    """
    done = _DONE_TO.search(words)
    head = thing(words[: done.start()] if done is not None else words).head
    if head in GIVEN or head in _BY_ITSELF:
        return True
    acts = head in known_nouns() or verb_of(head) is not None
    return acts and not is_a(head, "measure") and (done is not None or alone)


_DONE_TO = re.compile(r"\s(?:of|for|from|to)\s")
_BY_ITSELF = frozenset({"apology", "compensation"})
