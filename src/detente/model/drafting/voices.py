"""What each party voiced about whose option: refusals, demands, offers, wishes.

A voice says that a party wants an option taken or not, how strongly, and which statement
or event says so. The rules are those of docs/explanation/drafting.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from detente.domain.evidence import Proposition, Span, Statement
from detente.lexicon.acts import inventory
from detente.lexicon.parties import gazetteer
from detente.lexicon.scales import scale
from detente.lexicon.words import word_class
from detente.model.drafting.asked_yes import YES, as_asked
from detente.model.drafting.bearing import of_another, unbearable, unborne
from detente.model.drafting.cleft import asked_in_cleft
from detente.model.drafting.commented import uncommented
from detente.model.drafting.deed import STAYING, Deed
from detente.model.drafting.deeds import ACCEPTING, PLEDGING, deed
from detente.model.drafting.done_to import LETTING
from detente.model.drafting.going import gone
from detente.model.drafting.hearsay import alleged, of_a_court, only_named, outdated, past_words
from detente.model.drafting.inside import inside_another
from detente.model.drafting.nouns import deed_of_noun, is_joint
from detente.model.drafting.owners import of_its_members
from detente.model.drafting.pages import Page
from detente.model.drafting.taken_back import TAKEN_BACK, taken_back
from detente.model.drafting.things import is_a, singular, thing
from detente.model.drafting.unwanted import only_unwanted
from detente.model.drafting.wanted import asked_of, wanted
from detente.model.drafting.weighed import weighed

# Attitudes that put an option on the table; the others speak only of one that is there.
STRONG = frozenset(
    {"refuses", "demands", "offers", "accepts", "threatens", "promises", "conditions"}
)
# In place of a party where it is not known for whom somebody speaks: what is asked of a party by
# anybody is on the table, though nobody at it is known to want it.
UNKNOWN = ""
# "Wants" is read as a hope, but as a stronger one: who wants something of another asks for it.
_WANTING = 0.5
# A prospect held out more softly than this is a threat only if it hurts.
_LOUD = 0.5
# Characters from "cease" to the verb in "cease to oppose".
_CEASING = 12
# What is said of one's own deeds.
_OWN_WORD = frozenset({"refuses", "promises", "offers", "accepts"})
# Attitudes that can be taken to a thing, and not only to an act.
_TAKING_NOUNS = frozenset(
    {"refuses", "demands", "offers", "accepts", "promises", "hopes", "expects", "threatens"}
)


_Place = tuple[Span, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A party's wish about an option, as voiced in one place.

    ``wants`` is False for a mere threat, which shows an option and not a wish;
    ``published`` is the date of the document, for later words against earlier ones;
    ``only_own`` is whether it counts only if the option turns out to be the party's own.
    """

    party: str
    deed: Deed
    attitude: str
    strength: float
    because: tuple[str, ...] = ()
    wants: bool = True
    published: str | None = None
    only_own: bool = False

    def resting_on(self, because: tuple[str, ...], published: str | None) -> "Voice":
        """The same, where it is known what it rests on and when that was published."""
        return Voice(
            party=self.party,
            deed=self.deed,
            attitude=self.attitude,
            strength=self.strength,
            because=because,
            wants=self.wants,
            published=published,
            only_own=self.only_own,
        )


def voices(page: Page) -> Iterator[Voice]:
    """Wishes voiced in the statements of a text, in its order."""
    known, past, text = _Known.of(page), past_words(page), page.reading.document.text
    for name, statement in page.by_id.items():
        voiced = as_asked(statement, page.by_id)
        silent = alleged(voiced, page.by_id, text) or only_named(voiced, page.by_id, text)
        if silent or outdated(voiced, page, past) or only_may(voiced, page.by_id):
            continue
        asked = uncommented(voiced, text)
        told = _told(known, name, asked, own_word=voiced is statement)
        yield from (v.resting_on((name,), page.reading.document.published) for v in told)


def only_may(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Whether a yes is only what may come: of "may agree to it, a diplomat said" the yes."""
    outer = by_id.get(statement.inside or "")
    if outer is None or statement.by_cue not in YES:
        return False
    return any(p.modality == "may" and p.act.split()[0] in _AGREEING for p in outer.propositions)


_AGREEING = word_class("accepting_answers")


@dataclass(frozen=True, slots=True)
class _Known:
    """A text, with what decides whether an act that it names is anybody's wish.

    By place and act: what stands in a condition, what of it has no end told, what something else
    hangs on, what was understood by half; and what statements inside another say.
    """

    page: Page
    conditional: AbstractSet[tuple[Span, str]]
    undated: AbstractSet[tuple[Span, str]]
    needed: AbstractSet[tuple[Span, str]]
    halves: AbstractSet[tuple[Span, str]]
    nested: Mapping[str, Mapping[_Place, Statement]]

    @classmethod
    def of(cls, page: Page) -> "_Known":
        """What a text says of its own acts."""
        return cls(
            page, _tied(page), _until_nothing(page), _needed(page), _half_read(page),
            _nested(page.by_id),
        )  # fmt: skip


def _told(known: _Known, name: str, statement: Statement, *, own_word: bool) -> Iterator[Voice]:
    """What one statement voices; ``own_word`` is false where somebody else asks for it."""
    by_id, texts = known.page.by_id, known.page.texts
    text = known.page.reading.document.text
    party = (statement.source.party if statement.source is not None else None) or UNKNOWN
    if of_a_court(statement.source, text):
        party = UNKNOWN  # what a court orders is no wish of the state that it is a court of
    if _withheld(statement, by_id):
        statement = replace(statement, cue_attitude="refuses")
    ended = taken_back(statement, text)
    if ended:
        statement = replace(statement, attitude="demands", cue_attitude=None)
    if any(p.act == "halt" and p.object is None for p in statement.propositions):
        statement = replace(statement, propositions=tuple(_unceased(statement.propositions)))
    heard, not_borne = False, unbearable(statement, party, text)
    for proposition in _unceased(_spoken(statement, by_id, texts)):
        if inside_another(proposition, statement, texts) or _waited_for(proposition, text):
            continue
        if party == UNKNOWN and _private(proposition, text):
            continue
        if statement.by_cue in _STATING and _only_assured(proposition, text):
            continue
        said = _turned_from(statement, proposition)
        if said is not None and _is_heard(known, statement, said, party):
            continue  # of "would sue if" not suing: the suing is heard
        if _hangs(known, statement, proposition):
            if _place_of(proposition) in known.halves:
                held = _held_out(_as_needed(proposition, known.page), party, texts)
                yield from (held,) if held is not None else ()
            continue
        inner = known.nested.get(name, {}).get(proposition.place)
        if inner is not None and not (
            _answered(statement, inner)
            or _held_to(statement, inner, proposition)
            or _in_error(inner, proposition, text)
        ):
            continue
        if any(span.covers(proposition.span) for span in not_borne):
            continue
        if inner is not None and statement.by_cue == "denies" and deed(proposition, texts):
            # "Brushed aside a call to lift it": what is asked is no claim.
            statement = replace(statement, cue_attitude="refuses")
        for voice in _of_act(statement, party, proposition, known.page):
            heard = True
            yield replace(voice, attitude=TAKEN_BACK, wants=False) if ended else voice
    if own_word and not ended and statement.propositions:
        yield from _of_noun(statement, party, text)  # "... and an exemption from the fee"
    elif not heard and own_word and not ended:
        of_nouns = tuple(_of_noun(statement, party, text))
        inside = _offered_inside(statement, by_id) if not of_nouns else None
        if inside is not None:
            # "Rejected a proposal by Oslo for joint patrols": the joint patrols.
            of_nouns = tuple(_of_noun(replace(statement, content=inside.content), party, text))
        yield from of_nouns


def _hangs(known: _Known, statement: Statement, proposition: Proposition) -> bool:
    """Whether an act is told only on a condition, or as one, and so is nobody's wish yet."""
    place = (proposition.span, proposition.act)
    # A threat is heard as such, and what it is to bring about is no threat.
    threat = statement.by_cue == "threatens" and place not in known.needed
    if threat or place not in known.conditional or proposition not in statement.propositions:
        return False
    if proposition.polarity == "negative" and place in known.undated:
        return False
    return not _asked_outright(statement, place, known.page)


def _of_act(
    statement: Statement, party: str, proposition: Proposition, page: Page
) -> Iterator[Voice]:
    """What a statement voices of one act that it names."""
    text, texts = page.reading.document.text, page.texts
    left = unborne(proposition, party, text)
    if left is not None:
        yield _said(party, left, "demands")
        return
    planned = weighed(proposition, text)
    if planned is not None and planned.owner == party:
        if any(s.inside == statement.id and s.attitude == "threatens" for s in page.by_id.values()):
            return  # a statement of its own says so
        held_out = _said(party, planned, "threatens")
        yield replace(held_out, strength=_WEIGHED, wants=False)
        return
    found = deed(proposition, texts) or _kept_as_it_is(statement, proposition, texts)
    found = found or gone(proposition, text)
    if found is None:
        cleft = asked_in_cleft(proposition, statement, text)
        yield from (_said(party, cleft, "demands"),) if cleft is not None else ()
        for attitude, told in _there_will_be(statement, proposition, text):
            yield replace(_said(party, told, attitude), only_own=True)
        ruled_out = _ruled_out(statement, proposition, text)
        plainly = replace(statement, cue_attitude=None)
        refused = ruled_out and _wished(plainly, party, ruled_out, text)
        yield from (refused,) if refused else ()
        return
    if found.owner is None and found.family.name == "membership":
        found = replace(found, owner=of_its_members(proposition, party))
    named = _names_itself(statement, party, proposition, text)
    voice = _voice(statement, UNKNOWN if named else party, proposition, found, text)
    if voice is not None and of_another(statement, found, text):
        voice = _said(party, found.contrary, "demands")
    yield from (voice,) if voice is not None else ()


_WEIGHED = 0.4  # of what is only thought of


def _kept_as_it_is(
    statement: Statement, proposition: Proposition, texts: Mapping[str, str]
) -> Deed | None:
    """Of "the surtax is not up for discussion", a refusal, that the surtax is left."""
    if statement.attitude != "refuses" or proposition.act not in ("be", "remain", "stay"):
        return None
    stays = replace(proposition, act="stay", polarity="positive")
    found = deed(stays, texts)
    return found if found is not None and found.act == STAYING else None


def _ruled_out(statement: Statement, proposition: Proposition, text: str) -> Deed | None:
    """Of "an amendment is out of the question", a refusal, the deed that the noun names."""
    agent = proposition.agent
    if statement.attitude != "refuses" or proposition.act not in ("be", "remain", "stay"):
        return None
    if agent is None or agent.party is not None or len(statement.propositions) > 1:
        return None
    return deed_of_noun(agent.span.of(text))


def _there_will_be(
    statement: Statement, proposition: Proposition, text: str
) -> Iterator[tuple[str, Deed]]:
    """Of "there will be no release and no pardon" that nobody will be released or pardoned."""
    told = proposition.act == "be" and _THERE.match(proposition.span.of(text)) is not None
    about, will = proposition.object, proposition.modality in ("can", "will", "would")
    if about is None or not (told and will) or statement.by_cue not in _STATING:
        return
    if any(_ON_TERMS.search(piece.of(text)) for piece in statement.content):
        return  # "no release without the maps" is a condition
    words = about.span.of(text)
    none = words.lower().startswith("no ")
    if not none and (proposition.modality != "will" or statement.by_cue not in _SAYING):
        return  # "there could be a release"
    for each in _AND_NO.split(words):
        found = deed_of_noun(each) if each.lower().startswith("no ") == none else None
        if found is not None and (none or _held_out_plainly(found, each)):
            yield "refuses" if none else "promises", found


_ON_TERMS = re.compile(r"\b(?:as long as|before|except|if|only|unless|until|while|without)\b", re.I)
_THERE = re.compile(r"\W*(?:that\s)?there\b", re.IGNORECASE)
_AND_NO = re.compile(r",?\s(?:and|or|nor)\s(?=no\s)|,\s(?=no\s)")


def _held_out_plainly(found: Deed, words: str) -> bool:
    """Whether it is more than a date: not "there will be talks in May", "elections"."""
    return found.family.name not in _DATED and " to " not in words


_DATED = frozenset({"ballot", "talks"})
_SAYING = frozenset({"asserts", "promises"})
_STATING = frozenset({"asserts", "expects", "promises", "refuses", "warns"})


def _withheld(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Whether a yes is refused by whoever would give it: "not in a position to agree to it"."""
    outer = by_id.get(statement.inside or "")
    if outer is None or outer.by_cue != "refuses" or statement.by_cue not in YES:
        return False
    sources = [s.source.party if s.source is not None else None for s in (outer, statement)]
    # Of "refused to drop its plan to build it" the outer words say that it is not dropped.
    dropped = {p.place for p in outer.propositions if p.polarity == "negative"}
    planned = any((p.span, p.act, "negative") in dropped for p in statement.propositions)
    return sources[0] == sources[1] is not None and not planned


def _only_assured(proposition: Proposition, text: str) -> bool:
    """Whether it is what a word is given of: of "once a guarantee of entry arrives" the entry."""
    start = proposition.span.start
    return _ASSURED.search(text[max(0, start - _WAIT) : start]) is not None


_ASSURED = re.compile(r"\b(?:assurance|guarantee|pledge|promise|undertaking)s?\sof\s(?:\w+\s)?$")


def _private(proposition: Proposition, text: str) -> bool:
    """Whether businesses are to do it, and no state: "pressed Peruvian employers to add it"."""
    agent = proposition.agent
    return agent is not None and is_a(thing(agent.span.of(text)).head, "business")


_WAITING = re.compile(
    r"\b(?:(?:ahead of|pending|prior to|before|after|following)\s(?:(?:an?|any|its|the|their)\s)?"
    r"|whether(?:\sor\snot)?\s|without\s(?:awaiting|waiting\sfor)\s(?:the\s)?)$",
    re.I,
)
_WAIT = 28  # characters before a noun in which such words stand
# Of "will ratify it even if they keep the ban" the keeping.
_EVEN_SO = re.compile(
    r"\b(?:even (?:if|when|though)|no matter (?:if|whether)|(?:regardless of )?whether or not)"
    r"\s[^,.;:]*$",
    re.I,
)
_CONCEDING = ("even ", "matter ", "whether ")
_CLAUSE, _EVEN = 60, 8  # characters before and behind its first word in which one begins


def _turned_from(statement: Statement, proposition: Proposition) -> Proposition | None:
    """What was said of the same deed before its condition turned it, if it did."""
    for said in statement.propositions:
        if said is proposition:
            return None
        if _place_of(said) == _place_of(proposition):
            return said if said.polarity != proposition.polarity else None
    return None


def _is_heard(known: _Known, statement: Statement, said: Proposition, party: str) -> bool:
    """Whether something is made of what was said, be it only that it is held out."""
    if not _hangs(known, statement, said):
        return True
    half = _place_of(said) in known.halves
    return half and _held_out(said, party, known.page.texts) is not None


def _place_of(proposition: Proposition) -> tuple[Span, str]:
    return proposition.span, proposition.act


def _waited_for(proposition: Proposition, text: str) -> bool:
    """Whether it only says when: of "will not pay ahead of a return of the crew" the return.

    What may be done "even if" something else is done says as little of that.
    """
    start = proposition.span.start
    if _WAITING.search(text[max(0, start - _WAIT) : start]) is not None:
        return True
    # The words of a clause may begin with its "even if".
    around = text[max(0, start - _CLAUSE) : start + _EVEN].lower()
    return any(word in around for word in _CONCEDING) and _EVEN_SO.search(around) is not None


def _tied(page: Page) -> frozenset[tuple[Span, str]]:
    """Places and acts of what only holds under a condition; those are heard as conditions.

    "Wants China to scrap the duties before the season begins" is a demand: no party has the season.
    """
    texts = page.texts
    loose = {
        (p.span, p.act)
        for r in page.reading.requirements
        if r.form.startswith("must") and (r.benefit is None or deed(r.benefit, texts) is None)
        for p in r.needs
    }
    return page.reading.conditional - loose


def _needed(page: Page) -> frozenset[tuple[Span, str]]:
    """What somebody is to do so that something comes about."""
    return frozenset((p.span, p.act) for r in page.reading.requirements for p in r.needs)


def _as_needed(proposition: Proposition, page: Page) -> Proposition:
    """Of "for as long as Oslo has not paid" what it takes, that Oslo pays."""
    place = _place_of(proposition)
    needs = (need for r in page.reading.requirements for need in r.needs)
    needed = next((need for need in needs if _place_of(need) == place), proposition)
    return replace(proposition, polarity=needed.polarity)


def _half_read(page: Page) -> frozenset[tuple[Span, str]]:
    """What hangs on something that was not understood, and what something else hangs on."""
    texts = page.texts
    found: set[tuple[Span, str]] = set()
    for r in page.reading.requirements:
        sides = [[r.benefit] if r.benefit is not None else [], list(r.needs)]
        known = [[p for p in side if deed(p, texts) is not None] for side in sides]
        if not r.duty and not all(known):
            found |= {(p.span, p.act) for side in known for p in side}
    return frozenset(found)


def _held_out(proposition: Proposition, party: str, texts: Mapping[str, str]) -> Voice | None:
    """What a party would do on a condition that was not understood, or what it takes to move it.

    Whose it is must be said. A finding shows the condition to the analyst, who has the option at
    hand. What it takes is wanted of the other; that it would do its own is not known.
    """
    found = deed(proposition, texts)
    if found is None or party == UNKNOWN:
        return None
    voice = _said(party, found, "conditions")
    if found.owner is None:
        # "Duties will follow", "the line can reopen once ...": whoever says so is to do it.
        own = proposition.modality in _PREDICTING and not found.family.name.startswith("membership")
        return replace(voice, wants=False, only_own=True) if own else None
    return replace(voice, wants=found.owner != party)


_PREDICTING = frozenset({"can", "may", "will", "would"})


def _until_nothing(page: Page) -> frozenset[tuple[Span, str]]:
    """What only hangs on something that is nobody's deed: "will not leave while I am in office"."""
    texts = page.texts
    return frozenset(
        (r.benefit.span, r.benefit.act)
        for r in page.reading.requirements
        if r.benefit is not None and all(deed(p, texts) is None for p in r.needs)
    )


def _asked_outright(statement: Statement, place: tuple[Span, str], page: Page) -> bool:
    """Whether what a threat hangs on is asked too: "called on Oslo to leave. If it does not".

    Of "called on Oslo to leave. It hinted at something in return" what is held out is not.
    """
    if statement.by_cue != "demands":
        return False
    if not any(piece.covers(place[0]) for piece in statement.content):
        return False
    return place in _needed(page) or _taken_up(place, page)


def _taken_up(place: tuple[Span, str], page: Page) -> bool:
    """Whether a condition later only points at it: "that will not happen until they leave"."""
    return any(
        r.benefit is not None
        and (r.benefit.span, r.benefit.act) == place
        and not r.consequence.covers(place[0])
        and r.consequence.start > place[0].end
        for r in page.reading.requirements
    )


def _names_itself(statement: Statement, party: str, proposition: Proposition, text: str) -> bool:
    """Whether a party would ask something of itself by name: then somebody else asks it."""
    agent = proposition.agent
    if statement.by_cue != "demands" or agent is None or agent.party != party:
        return False
    return gazetteer().by_name(agent.span.of(text)) is not None


def _of_noun(statement: Statement, party: str, text: str) -> Iterator[Voice]:
    """Yield what a statement says its speaker wants whose content is a noun phrase."""
    if statement.by_cue not in _TAKING_NOUNS or len(statement.content) != 1:
        return
    for found in wanted(statement, party, text):
        if of_another(statement, found, text):
            yield _said(party, found.contrary, "demands")
        else:
            voice = _wished(statement, party, found, text)
            yield from (voice,) if voice is not None else ()


def _nested(by_id: Mapping[str, Statement]) -> dict[str, dict[_Place, Statement]]:
    """Propositions that a statement inside another says, with it, by the id of each above it."""
    found: dict[str, dict[_Place, Statement]] = {}
    for statement in by_id.values():
        above = statement.inside
        while above is not None:
            said = {p.place: statement for p in statement.propositions}
            found.setdefault(above, {}).update(said)
            above = by_id[above].inside if above in by_id else None
    return found


def _answered(outer: Statement, inner: Statement) -> bool:
    """Whether the outer statement answers what the inner one asks: "rejected a call to sign"."""
    sides = [s.source.party if s.source else None for s in (outer, inner)]
    if outer.by_cue == "accepts" and inner.by_cue == "offers":
        return sides[0] != sides[1]  # "accepted the envoy's proposal to leave"
    return (
        outer.by_cue in ("refuses", "accepts", "denies")
        and "demands" in (inner.by_cue, inner.attitude)
        and sides[0] != sides[1]
    )


def _held_to(outer: Statement, inner: Statement, proposition: Proposition) -> bool:
    """Whether another is to keep its word: "Oslo should honour its promise to leave"."""
    asked = outer.by_cue == "demands" or proposition.modality in ("must", "should")
    sides = [s.source.party if s.source else None for s in (outer, inner)]
    return asked and inner.by_cue == "promises" and sides[0] != sides[1]


def _in_error(inner: Statement, proposition: Proposition, text: str) -> bool:
    """Of "anyone who expects us to lift it is mistaken" that whoever says so will not."""
    if inner.source is None or inner.source.party is not None or not _will_not(proposition):
        return False
    return inner.source.span.of(text).lower().split()[0] in _ANYBODY


_ANYBODY = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "people", "those", "who", "whoever"}
)


def _spoken(
    statement: Statement, by_id: Mapping[str, Statement], texts: Mapping[str, str]
) -> Iterable[Proposition]:
    """Propositions of a statement, or of the demand it answers without repeating it."""
    if statement.by_cue not in ("refuses", "accepts"):
        return statement.propositions
    answered = by_id.get(statement.answers or "") or _asked_inside(statement, by_id)
    if answered is None:
        return statement.propositions
    own = [p for p in statement.propositions if deed(p, texts) is not None]
    return own or [p for p in answered.propositions if p.condition is None]


def _asked_inside(statement: Statement, by_id: Mapping[str, Statement]) -> Statement | None:
    """Of "turned down an appeal by Lomé for it to be lifted" the appeal, told apart from it."""
    if statement.propositions:
        return None
    for other in by_id.values():
        if other.cue is None or other.by_cue != "demands" or other is statement:
            continue
        if any(piece.covers(other.cue) for piece in statement.content):
            return other
    return None


def _offered_inside(statement: Statement, by_id: Mapping[str, Statement]) -> Statement | None:
    """What another asks or proposes by a noun, in the content of the statement that answers it."""
    if statement.by_cue not in ("refuses", "accepts"):
        return None
    for other in by_id.values():
        asks = other.by_cue in ("demands", "offers") and not other.propositions
        if not asks or other.cue is None or other.source == statement.source:
            continue
        if any(piece.covers(other.cue) for piece in statement.content):
            return other
    return None


def _unceased(propositions: Iterable[Proposition]) -> Iterator[Proposition]:
    """Of "cease to oppose it" not to oppose it: what is ceased follows at once."""
    ceasing: Proposition | None = None
    for proposition in propositions:
        if ceasing is not None:
            near = 0 < proposition.span.start - _verb_at(ceasing) <= _CEASING
            if near and proposition.polarity == "positive":
                agent = proposition.agent or ceasing.agent
                yield replace(proposition, polarity="negative", agent=agent)
                ceasing = None
                continue
            yield ceasing
            ceasing = None
        if proposition.act == "halt" and proposition.object is None:
            ceasing = proposition
        else:
            yield proposition
    if ceasing is not None:
        yield ceasing


def _verb_at(proposition: Proposition) -> int:
    """Where its verb stands, behind who is told to do it."""
    agent, span = proposition.agent, proposition.span
    led = agent is not None and agent.span.start == span.start
    return agent.span.end if led and agent is not None else span.start


def _voice(
    statement: Statement, party: str, proposition: Proposition, found: Deed, text: str
) -> Voice | None:
    """Return what one proposition of one statement says its speaker wants."""
    refused = statement.by_cue != statement.attitude == "refuses"
    if refused and _plain(proposition) and not any(map(_denied, statement.propositions)):
        # "Recognition is out of the question, she said": said as a fact, meant as a refusal.
        statement = replace(statement, cue_attitude=None)
    if statement.by_cue == "believes" and _willed(proposition):
        # "Its position that there can be no release": it does not only think so.
        statement = replace(statement, cue_attitude="asserts", attitude="asserts")
    if statement.by_cue == "demands" and _of_a_body(proposition, text):
        return None
    if statement.by_cue == "offers" and found.owner is None and _of_both(proposition, text):
        # "Proposed that the two sides release them" asks the other side, if there is just one.
        statement = replace(statement, cue_attitude="demands")
    made = _owned(found, party, statement, text)
    duty = proposition.modality in ("must", "should")
    bridles = statement.by_cue == "accuses" and made.owner == party != UNKNOWN
    if duty and (statement.by_cue == "denies" or bridles):
        # "Dismissed any suggestion that it should lift them": it will not.
        statement = replace(statement, cue_attitude="refuses")
    if statement.by_cue == "demands" and found.owner is None and _will_not(proposition):
        # "Told Lima not to expect its removal": what is not to be expected will not be done.
        statement = replace(statement, cue_attitude="asserts")
    if statement.by_cue == "demands" and _ordered_within(statement, party, proposition, text):
        # "Has instructed ministers to lift it": what a government orders its own to do.
        return _said(party, replace(made, owner=party), "promises")
    if statement.by_cue in ("asserts", "warns", "denies"):
        refused = _denied(proposition) and proposition.modality in ("will", "would")
        made = _joined(made, party, "refuses" if refused else statement.attitude)
        own = made.owner == party
        if party == UNKNOWN:
            return None
        if own and _may_hurt(statement, proposition, made):
            return replace(_said(party, made, "threatens"), wants=False)
        return _asserted(statement.by_cue, party, proposition, made, own=own)
    if statement.by_cue in ("accuses", "praises") and (
        proposition.valued is not None or proposition.modality
    ):
        return None
    return _wished(statement, party, made, text)


def _of_both(proposition: Proposition, text: str) -> bool:
    agent = proposition.agent
    return (
        agent is not None
        and agent.party is None
        and _BOTH.match(agent.span.of(text).lower()) is not None
    )


_BOTH = re.compile(
    r"(?:both|each|the two|either)(?: of the)? "
    r"(?:armies|capitals|countries|governments|nations|navies|neighbours|parties|sides?|states)\b"
)


def _of_a_body(proposition: Proposition, text: str) -> bool:
    """Whether a body of no party is asked for it by its name: "wants the Lake Agency to clear it".

    What such a body does is up to neither side.
    """
    agent = proposition.agent
    if agent is None or agent.party or agent.of:
        return False
    words = agent.span.of(text).removeprefix("the ").split()
    named = 1 < len(words) <= _LONGEST_NAME and all(w[:1].isupper() for w in words)
    return named and words[-1].lower() in _BODY_WORDS


_LONGEST_NAME = 6  # words
# Authorities and companies are mostly those of one side.
_BODY_WORDS = frozenset({"agency", "commission", "committee", "council", "federation", "union"})


def _ordered_within(statement: Statement, party: str, proposition: Proposition, text: str) -> bool:
    """Whether a party orders its own people to do something, and asks it of nobody else."""
    agent, cue = proposition.agent, statement.cue
    if agent is None or cue is None or party == UNKNOWN or agent.party not in (None, party):
        return False
    words = agent.span.of(text).lower().split()
    own = agent.of == party or (bool(words) and singular(words[-1]) in _OWN_PEOPLE)
    return own and _ORDERING.search(cue.of(text)) is not None


def _put_to_its_own(statement: Statement, text: str) -> bool:
    """Whether a minister asks it of the cabinet or parliament at home: it may well be done."""
    if statement.cue is None or statement.source is None or statement.source.person is None:
        return False
    end = max(piece.end for piece in statement.content) if statement.content else 0
    return _AT_HOME.match(text, statement.cue.end, end) is not None


_AT_HOME = re.compile(
    r"\s(?:to\s)?(?:(?:the|her|his|its|our)\s)?(?:cabinet|parliament|lawmakers)\s"
)
_ORDERING = re.compile(r"\b(?:instruct|order|direct|task|command|empower|authori[sz])", re.I)
_OWN_PEOPLE = word_class("governing") | word_class("official_nouns") | {
    "force", "officer", "police", "soldier", "troop",
}  # fmt: skip


def _plain(proposition: Proposition) -> bool:
    """Whether an act is only named: what refuses it stands beside it and not in it."""
    return proposition.modality is None and proposition.polarity == "positive"


def _denied(proposition: Proposition) -> bool:
    """Whether it says itself that it will not be done: then nothing beside it is refused."""
    return proposition.modality is not None and proposition.polarity == "negative"


def _willed(proposition: Proposition) -> bool:
    """Whether it says what shall be, or cannot."""
    ruled_out = proposition.modality == "can" and proposition.polarity == "negative"
    return ruled_out or proposition.modality in ("must", "should")


def _will_not(proposition: Proposition) -> bool:
    return proposition.polarity == "negative" and proposition.modality == "will"


def _wished(statement: Statement, party: str, found: Deed, text: str) -> Voice | None:
    """Return the wish that an attitude makes of a deed."""
    made = _owned(found, party, statement, text)
    if statement.by_cue == "demands" and made.owner in (None, party):
        if _put_to_its_own(statement, text):
            return _said(party, replace(made, owner=party), "offers")
        made = replace(made, owner=None)  # nobody demands what is up to oneself
    if statement.by_cue == "hopes" and made.owner in (None, party):
        made = _received(made)
    if made.owner in (None, party) and _proposes_to_both(statement, made, text):
        return _said(party, replace(made, owner=None), "demands")
    made = _joined(made, party, statement.by_cue)
    own = made.owner == party
    attitude, strength = statement.by_cue, statement.strength
    if attitude == "hopes" and strength >= _WANTING and not own:
        attitude = "demands"
    if attitude == "offers" and not own and made.owner is not None:
        attitude = "demands"  # "proposed that Oslo lift it" asks for it
    if party == UNKNOWN and (attitude != "demands" or made.owner is None):
        return None
    wish: Deed | None = None
    wants = True
    match attitude:
        case "refuses":
            wish = made.contrary
            if made.owner not in (None, party):
                attitude = "denies"  # opposed, as one refuses only what is one's own to do
        case "offers" if own and made.family.harm and not made.welcome and strength < _LOUD:
            wish, attitude, wants = made, "threatens", False  # "would not shrink from closing it"
        case "offers" | "accepts" | "promises":
            wish = made if own or made.owner is None else None
        case "threatens" if own and strength < _LOUD and made.welcome:
            wish, attitude = made, "offers"  # "held out the prospect of lifting it"
        case "threatens":
            wish, wants = (made, False) if own else (None, False)
        case "demands":
            wish = made
        case "hopes":
            wish = made
        case "expects" | "believes":
            wish = made if made.welcome and not own else None
        case "accuses" | "praises":
            wish = made if attitude == "praises" else made.contrary
    if wish is None:
        return None
    return Voice(party=party, deed=wish, attitude=attitude, strength=strength, wants=wants)


def _proposes_to_both(statement: Statement, made: Deed, text: str) -> bool:
    """Whether what takes both is proposed, such as talks: it is asked of the other side."""
    both = made.family.name == "talks" and made.owner is not None
    proposing = _PROPOSING
    if made.act == ACCEPTING and is_joint(made.thing.words):
        both, proposing = True, _MOOTING  # who offers joint control will have it
    both = both and made.taken and statement.by_cue == "offers"
    return both and statement.cue is not None and bool(proposing.search(statement.cue.of(text)))


_MOOTING = re.compile(r"\b(?:propos|suggest|invit|moot|call)", re.IGNORECASE)
_PROPOSING = re.compile(r"\b(?:propos|suggest|invit|offer|moot|call)", re.IGNORECASE)


def _joined(made: Deed, party: str, attitude: str) -> Deed:
    """Of "urged Accra to rejoin the union" that it joins: who is asked to, or will not, decides it.

    Who only wants to be let in again depends on others.
    """
    member = made.member
    gains = made.act in inventory().acts and inventory().acts[made.act].side == "gain"
    if made.family.name != "membership" or not gains or made.owner is not None or member is None:
        return made
    asked = attitude == "demands" and member != party
    if not (asked or (attitude in _OWN_WORD and member == party)):
        return made
    join = inventory().families["membership_own"]
    return replace(made, family=join, owner=member, member=None, act="join")


def _received(made: Deed) -> Deed:
    """Of "would like to have the jets" the supply of them, which is up to somebody else."""
    if made.act not in ("acquire", "possess") or made.taken:
        return made
    supply = inventory().families["supply"]
    return replace(made, family=supply, taken=True, owner=None, undoing=False, act="supply")


def _owned(found: Deed, party: str, statement: Statement, text: str) -> Deed:
    """Fill in who decides where only the speaker can: its own refusals and offers."""
    if found.owner is not None or found.family.name == "membership" or party == UNKNOWN:
        return found
    if only_unwanted(statement, text):
        return found
    if statement.by_cue in ("refuses", "offers", "accepts", "promises", "threatens"):
        return replace(found, owner=party)
    if statement.by_cue == "demands" and statement.cue is not None:
        said = statement.content[0].of(text)
        return replace(found, owner=asked_of(statement, party, said, text))
    return found


def _may_hurt(statement: Statement, proposition: Proposition, made: Deed) -> bool:
    """Of "warned that it might cut off the power" that this threatens, though it is not certain."""
    if statement.attitude != "threatens" or proposition.modality not in ("can", "may"):
        return False
    return proposition.polarity == "positive" and not (made.welcome or made.family.open)


def _asserted(
    attitude: str, party: str, proposition: Proposition, made: Deed, *, own: bool
) -> Voice | None:
    """Return the wish in a plain assertion: what shall be, must be, or is called unfair."""
    modal, negative = proposition.modality, proposition.polarity == "negative"
    if modal == "want":
        made = _received(made) if own or made.owner is None else made
        return _said(party, made, "hopes" if made.owner == party else "demands")
    if made.family.open and modal in ("can", "may") and made.family.name != PLEDGING:
        return None  # "water they could not replace" is nobody's refusal
    if attitude == "denies" and modal in ("will", "would"):
        return None  # "denied that it would lift them" tells what it did not say
    ruled_out = proposition.valued == "against" and negative and modal in ("will", "would")
    if proposition.valued is not None and not ruled_out:
        return _said(party, made if proposition.valued == "for" else made.contrary, "accuses")
    if (own and modal in ("will", "would")) or (own and negative and modal in ("can", "may")):
        return _said(party, made, "refuses" if negative else "promises")
    if made.owner is None and modal in ("will", "would"):
        voice = _said(party, made, "refuses" if negative else "promises")
        return replace(voice, only_own=True)
    if made.owner is None and negative and modal == "can" and not made.welcome:
        return replace(_said(party, made, "refuses"), only_own=True)
    if own and modal in ("must", "should"):
        return _said(party, made, "promises")
    if own and negative and modal is None and proposition.act in LETTING:
        return _said(party, made, "refuses")  # "its crews are not allowed to fish, Oslo said"
    if made.act == STAYING:
        return replace(_said(party, made, "refuses"), only_own=True)
    if made.owner is None and negative and _given_to_other(proposition, party):
        return replace(_said(party, made, "refuses"), only_own=True)
    duty = modal in ("must", "should") or (negative and modal in ("can", "may"))
    if not own and duty and attitude != "denies":
        return _said(party, made, "demands")
    return None


def _given_to_other(proposition: Proposition, party: str) -> bool:
    """Of "he may not be extradited to Türkiye": it is not Türkiye that decides it."""
    other = proposition.complement
    return other is not None and other.party not in (None, party)


def _said(party: str, wish: Deed, attitude: str) -> Voice:
    """Voice with the strength that its attitude has by itself."""
    strength = scale().strength(attitude, None, ())
    return Voice(party=party, deed=wish, attitude=attitude, strength=strength)
