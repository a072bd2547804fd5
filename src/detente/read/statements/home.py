"""For whom an official speaks whom a text gives without a state: "Foreign Minister Ada Bell".

Readers know it from around the words: whose government the sentences before were about, where the
story was filed, who does and who is told to do what the official says. Each of these is a vote; all
that one person says is counted together, and where no state is clearly ahead none is taken.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress

from detente.domain.evidence import Proposition, Span, Statement
from detente.lexicon.parties import gazetteer
from detente.lexicon.words import word_class
from detente.read.statements.answered import Asked, aimed_at, answering, asked_in, unguessed
from detente.read.statements.letterheads import asking_the_other, housed_in, is_issuer
from detente.read.statements.places import (
    led_by,
    on_behalf,
    opening_at,
    parties,
    scene_of,
    told_at,
    told_public,
    told_to,
)
from detente.read.statements.possessions import owner_of_ours
from detente.read.statements.stated import Said, first_person
from detente.read.who.mentions import Story

# Who prosecutes may do so for any state, if none is named.
_OFFICIAL = (word_class("governing") | word_class("official_nouns")) - {
    "investigator", "magistrate", "prosecution", "prosecutor",
}  # fmt: skip
_STATES = ("country", "igo")
_SOMEBODYS = frozenset({"his", "her", "their", "my", "our", "who", "which", "they"})
_COMMISSION = ("EU", "European Commission")
_COMMISSIONED = re.compile(r"\bCommission\b|\b[Cc]ommissioner\b")
# Votes: a name inside the words, the place that opens the sentence, the house that stands at the
# head of the text, the topic of the sentences before, where the story was filed, who spoke last,
# whose official spoke first without a name, whose acts are announced, and whose are asked for.
_NAMED, _PLACED, _HOUSED, _TOPIC, _FILED, _SPOKE, _UNNAMED = 9.0, 6.0, 5.0, 3.0, 2.0, 2.0, 3.0
_OWN, _ASKED = 5.0, -4.0
# Who refuses or promises what was asked of one state by another, for the one and against the other.
_ANSWERED = 4.0
# Who dismisses what the other side argued last.
_REBUTTED = 6.0
# The place with which the paragraph opens: "In Nairobi the reply was cool."
_SET = 3.0
# Whose public a person told it: "told Kenyan state television".
_PUBLIC = 3.0
# Whose a thing is that a person calls ours.
_OURS = 6.0
# Characters at the beginning of what is said in which its subject stands.
_OPENING = 12
_FADES = 0.7  # with each sentence back
_REACH = 3  # sentences
# A court of several states is nobody's: "the East African Court of Justice".
_ABROAD = re.compile(
    r"\b(?:International|European|African|Inter-?American|World|Permanent|Arab|Asian|Caribbean)"
    r" (?:\w+ ){0,3}(?:Court|Tribunal)\b"
)
# Where these speak, their state is not.
_ABROAD_BY_OFFICE = re.compile(r"\b(?:ambassador|envoy|consul|chargé|embassy|attaché)", re.I)
# Officials of no state in particular: "Western diplomats", "a diplomat".
_NOBODYS = re.compile(
    r"^(?:(?:an?|some|several|two|many|other) )?(?:(?:senior|Western|European|African|Arab|Asian"
    r"|Gulf|Latin American|foreign|regional|international|UN|U\.N\.|NATO) )*diplomats?\b"
    r"|\b(?:Western|foreign|regional|UN|U\.N\.) officials?\b",
    re.I,
)
_STANCES = frozenset(
    {"demands", "refuses", "offers", "accepts", "promises", "threatens", "hopes", "expects"}
)
_GIVING = frozenset({"conditions", "offers", "promises"})
_ENOUGH, _CLEAR = 1.8, 1.0

# Where a statement starts, in which paragraph, and the party of its source.
_Spoken = tuple[int, int, str | None]


def at_home(story: Story, said: Sequence[Said]) -> list[Said]:
    """Give officials of no stated party the one that the context gives them."""
    asked = asked_in(said, story.text)
    before = unguessed(story, said, asked)
    settled = _at_home(story, before, asked)
    if _nameless(settled, story.text) == _nameless(before, story.text):
        return settled
    # Whoever spoke without a name may be named a paragraph later.
    return _at_home(story, settled, asked)


def _at_home(story: Story, said: Sequence[Said], asked: Asked) -> list[Said]:
    nameless = [
        code if _is_bare(story, s.statement) else None
        for s, code in zip(said, _nameless(said, story.text), strict=True)
    ]
    lost = [
        _is_official(story, s.statement) or code is not None or _answers(story, s, asked)
        for s, code in zip(said, nameless, strict=True)
    ]
    if not any(lost):
        return list(said)
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    filed, housed = _filed(story), housed_in(story)
    spoken = _spoken(story, said)
    keys = _keys(story, said)
    for s, key, unnamed in compress(zip(said, keys, nameless, strict=True), lost):
        for code, vote in _votes(story, s, said, filed, spoken):
            votes[key][code] += vote
        for other, asker in answering(asked, s.statement, story.text):
            votes[key][other] += _ANSWERED
            votes[key][asker] -= _ANSWERED
        if housed is not None and _ABROAD_BY_OFFICE.search(_words(story, s)) is None:
            votes[key][housed] += _HOUSED
        if unnamed is not None:
            votes[key][unnamed] += _UNNAMED
    two = _two(story)
    issuer = next((k for s, k in zip(said, keys, strict=True) if is_issuer(story, s.statement)), "")
    likely = {p.name: p.likely for p in story.persons.known if p.name and p.likely}
    homes = {
        key: home
        for key in dict.fromkeys((*votes, *likely))
        if (
            home := _clear(votes[key])
            or _other_of(two, votes[key])
            or likely.get(key)
            or (asking_the_other(story, votes[key]) if key == issuer else None)
        )
        is not None
    }
    house = homes.get(issuer)  # its officials speak for it
    return [
        _settled(story, s, homes.get(key, house), two) if official or _is_again(s, key) else s
        for s, key, official in zip(said, keys, lost, strict=True)
    ]


def _answers(story: Story, s: Said, asked: Asked) -> bool:
    """Whether somebody of whom nothing is told answers for a state: "“No,” Bell said"."""
    source = s.statement.source
    if source is None or source.party is not None:
        return False
    if not any(answering(asked, s.statement, story.text)):
        return False
    if _OTHER_SIDE.fullmatch(source.span.of(story.text)) is not None:
        return True
    known = next((p for p in story.persons.known if p.name == source.person), None)
    return known is not None and not known.roles and known.office is None


_OTHER_SIDE = re.compile(
    r"(?:the|its|his|her|their) (?:other side|other party|other|neighbou?r|counterpart|opponent"
    r"|rival|adversary)",
    re.IGNORECASE,
)


def _is_again(s: Said, key: str) -> bool:
    """Whether somebody is spoken of again who elsewhere in the text is told as an official."""
    source = s.statement.source
    if source is None or source.party is not None:
        return False
    return source.person == key or (source.person is None and source.named != source.span)


def _keys(story: Story, said: Sequence[Said]) -> list[str]:
    """What is counted together: all of one person, else the statement alone.

    "The ministry" is that of whoever spoke for one last, "the spokesman" the last who was one.
    """
    found = []
    last: dict[str, str] = {}
    placed: dict[int, str] = {}
    for s in said:
        source = s.statement.source
        words = "" if source is None else source.span.of(story.text).lower()
        # "He" is whoever "the diplomat" was.
        key = "" if source is None else source.person or placed.get(source.named.start, "")
        key = key or (f"{source.named.start}" if source is not None else "")
        again = _AGAIN.fullmatch(words)
        if again is not None and again[1] in last and source is not None and not source.person:
            key = last[again[1]]
        for noun in _AGAINS.findall(f"{words} {source.office if source else ''}"):
            last[noun] = key
        if source is not None:
            placed[source.span.start] = key
        found.append(key)
    return found


_SPOKES = r"ministry|embassy|delegation|spokesperson|spokesman|spokeswoman|diplomat|negotiator"
_AGAIN = re.compile(rf"(?:(?:an?|the|another) [\w ]+? (?:at|for|from|in|of) )?the ({_SPOKES})")
_AGAINS = re.compile(rf"\b({_SPOKES})\b")


def _words(story: Story, s: Said) -> str:
    source = s.statement.source
    return "" if source is None else source.span.of(story.text)


def _is_official(story: Story, statement: Statement) -> bool:
    source = statement.source
    if source is None or source.party is not None or source.kind not in (None, "person", "other"):
        return False
    words = source.span.of(story.text)
    first, *rest = words.lower().split() or [""]
    if (first == "it" and not rest) or on_behalf(story, statement) is not None:
        return True
    if _COLLEAGUE.match(words) is not None:
        return True
    if (first in _SOMEBODYS and source.person is None) or "two" in (first, *rest[:1]):
        return False
    if first in ("a", "an") and len(rest) == 1 and not rest[0].startswith("spokes"):
        return False  # "a minister" may be anybody's
    if _ABROAD.search(words) is not None or _NOBODYS.search(words) is not None:
        return False
    if len(parties(story.names.matches_in(source.span))) > 1:
        return False  # "Ghana and the United Nations" are two
    title = story.names.known.title_in(source.office or words)
    if title is not None and title.speaks_for_state:
        return True
    if any(word.lower().strip(",’'s") in _OFFICIAL for word in words.split()):
        return True
    if story.voices.house.party is not None:
        return False  # a member of a house speaks for no government
    known = next((p for p in story.persons.known if p.name == source.person), None)
    return known is not None and known.office is not None


def _nameless(said: Sequence[Said], text: str) -> list[str | None]:
    """Of each statement the state whose official spoke without a name before it, if one did.

    The agencies open with "a Malian negotiator said", or "Bamako's envoy", and give the name a
    paragraph later.
    """
    found: list[str | None] = []
    last: str | None = None
    for s in said:
        found.append(last)
        source = s.statement.source
        if source is None or source.party is None or source.person is not None:
            continue
        words = source.span.of(text)
        title = gazetteer().title_in(words)
        official = any(w.lower().strip(",’'s") in _OFFICIAL for w in words.split())
        official = official or (title is not None and title.speaks_for_state)
        if official and _ONE_OF_THEM.match(words) is not None:
            last = source.party
    return found


_ONE_OF_THEM = re.compile(
    r"(?:(?i:an?|its|their|one of|the top|the chief|the country['’]s)|[A-ZÀ-Þ]\w+['’]s) "
    r"|[Tt]he (?:\w+ ){1,2}(?:spokes\w+|negotiator|envoy|official|minister|secretary)\b"
)


def _is_bare(story: Story, statement: Statement) -> bool:
    """Whether a source is a person of whom the text says nothing but the name."""
    source = statement.source
    if source is None or source.party is not None or source.person is None or source.office:
        return False
    if len(source.person.split()) < 2 and len(source.span.of(story.text).split()) > 1:
        return False
    known = next((p for p in story.persons.known if p.name == source.person), None)
    if known is not None and (known.office is not None or known.party is not None):
        return False
    words = source.span.of(story.text)
    return words == source.person or words in source.person.split()


def _votes(
    story: Story, s: Said, said: Sequence[Said], filed: str | None, spoken: Sequence[_Spoken]
) -> Iterable[tuple[str, float]]:
    statement = s.statement
    source = statement.source
    assert source is not None
    counted: dict[str, float] = defaultdict(float)
    words = source.span.of(story.text)
    # For a constituency or a country of birth in brackets nobody speaks.
    beside = words.find(" (") if " (" in words else len(words)
    plain = Span(start=source.span.start, end=source.span.start + beside)
    named = parties(story.names.matches_in(plain))
    if len(named) == 1 and _CHARGED_WITH.search(words) is None:
        counted[named[0]] += _NAMED
    if _COMMISSIONED.search(words) is not None and any(
        m.party in _COMMISSION for m in story.mentions
    ):
        counted["European Commission"] += _NAMED
    behalf = on_behalf(story, statement)
    if behalf is not None:
        counted[behalf] += _NAMED
    abroad = _ABROAD_BY_OFFICE.search(words) is not None
    if filed is not None and not abroad:
        counted[filed] += _FILED
    here = _filed(story, spoken_of=False) if _HERE.search(words) is not None else None
    if here is not None:
        counted[here] += _NAMED
    placed = opening_at(story, s)
    if placed is not None and not abroad:
        counted[placed] += _NAMED
    for code, vote in _opposite(story, statement, words, spoken):
        counted[code] += vote
    for code, vote in _rebutted(story, statement, spoken):
        counted[code] += vote
    set_in = scene_of(story, s)
    if set_in is not None and placed is None and not abroad:
        counted[set_in] += _SET
    for other in (told_to(story, s), aimed_at(story, s)):
        if other is not None:
            counted[other] -= _NAMED
    led = led_by(story, s) if set_in is None else None
    if led is not None and not abroad:
        counted[led] += _PLACED
    there = told_at(story, s)
    if there is not None and not abroad:
        counted[there] += _SET
    public = told_public(story, s)
    if public is not None:
        counted[public] += _PUBLIC
    ours = owner_of_ours(story, statement)
    if ours is not None:
        counted[ours] += _OURS
    again = _SPOKES_FOR_IT.match(words) is not None
    for code, back in _topics(story, statement, said):
        counted[code] += _TOPIC * _FADES**back
        # "Peru's ministry turned it down. Spokesman Ada Bell said": the ministry's.
        counted[code] += _SPOKE if again and back == 1 else 0.0
    before = _spoke_before(story, statement, spoken)
    if before is not None:
        counted[before] += _SPOKE
    own = statement.id
    for inner in said:
        source = inner.statement.source
        mine = inner.statement.inside == own or _of_one_turn(story, inner, statement)
        stance = mine and inner.statement.by_cue in _STANCES
        # Not of "flights are conceivable if Doha takes a step that Qatar refused to take".
        opens = inner.statement.extent.start <= statement.content[0].start + _OPENING
        stance = stance and (opens or inner.statement.inside != own)
        if (
            stance
            and statement.by_cue != "accuses"
            and source is not None
            and source.party is not None
        ):
            # "Ecuador expects Peru to leave, the deputy foreign minister noted": Ecuador's.
            counted[source.party] += _OWN
    for code, ones_own in _doers(statement, story.text):
        counted[code] += _OWN if ones_own else _ASKED
    return counted.items()


def _of_one_turn(story: Story, inner: Said, statement: Statement) -> bool:
    """Whether somebody whom a label names without a state tells of a state's stand.

    "Ms BELL (Rivers – Minister for Home Affairs): ... Chile is prepared to offer them another."
    """
    if inner.statement.inside is not None or statement.source is None:
        return False
    voice = story.voices.speaker(inner.found.passage)
    return voice.named and voice.span == statement.source.named


def _held_to(inner: Statement, text: str) -> bool:
    """Whether somebody is reminded of a word given: "told them that Oslo had agreed to it"."""
    if inner.by_cue not in _GIVEN or inner.cue is None:
        return False
    return _HAD.search(text[max(0, inner.cue.start - _BEFORE) : inner.cue.end]) is not None


_GIVEN = frozenset({"accepts", "promises", "offers"})
_HAD = re.compile(r"\bha(?:d|ve|s)\b")
_BEFORE = 16  # characters before a verb in which its "had" stands
_SPOKES_FOR_IT = re.compile(r"(?:Its |The |Their )?[Ss]pokes(?:man|woman|person)\b")
# Of "its Kosovo office" the name says what it deals with.
_CHARGED_WITH = re.compile(
    r"\b(?:its|their|his|her) [A-ZÀ-Þ]\w+ (?:office|desk|department|bureau)\b"
)


# "A senior official here has warned"
_HERE = re.compile(r" here(?: has| had)?$")


def _filed(story: Story, *, spoken_of: bool = True) -> str | None:
    """State in which the story was filed, if the story is about it too."""
    for passage in story.passages[:4]:
        start = story.text.rfind("\n", 0, passage.start) + 1
        if passage.heading or start == passage.start:
            continue
        found = [
            code
            for code in story.names.dated_from(story.text[start : passage.start])
            if code != "UN"  # in New York everybody speaks
        ]
        about = story.names.at_home or story.names.filed in found
        here = len(found) == 1 and (about or not spoken_of)
        return found[0] if here else None
    return None


# Of "his colleague from defence" the state of whoever spoke before.
_COLLEAGUE = re.compile(r"(?:his|her|their|a) (?:[\w-]+ )?(?:colleague|deputy|superior)\b", re.I)


def _opposite(
    story: Story, statement: Statement, words: str, spoken: Sequence[_Spoken]
) -> Iterable[tuple[str, float]]:
    """Of "his counterpart" the other of the two states of which the text speaks most.

    Of "his colleague from defence" the state of whoever spoke before.
    """
    colleague = _COLLEAGUE.match(words) is not None
    if not colleague and _COUNTERPART.search(words) is None:
        return
    before = [party for start, _, party in spoken if party and start < statement.extent.start]
    if before and colleague:
        yield before[-1], _NAMED
        return
    two = _two(story)
    if before and len(two) == 2 and before[-1] in two:
        yield before[-1], _ASKED
        yield two[1 - two.index(before[-1])], _NAMED


def _rebutted(
    story: Story, statement: Statement, spoken: Sequence[_Spoken]
) -> Iterable[tuple[str, float]]:
    """Of "dismissed the argument" not the state that argued last, but the other of the two."""
    if statement.attitude not in ("denies", "refuses") or len(statement.content) != 1:
        return
    if _ARGUMENT.fullmatch(statement.content[0].of(story.text)) is None:
        return
    before = [party for start, _, party in spoken if party and start < statement.extent.start]
    two = _two(story)
    if before and len(two) == 2 and before[-1] in two:
        yield before[-1], -_REBUTTED
        yield two[1 - two.index(before[-1])], _REBUTTED


_ARGUMENT = re.compile(
    rf"(?:the|that|this|those|such) (?:{'|'.join(word_class('arguments'))})s?", re.I
)
_COUNTERPART = re.compile(
    r"\b(?:his|her|their|its|opposite) (?:[\w-]+ )?(?:counterpart|number)\b", re.I
)


def _topics(story: Story, statement: Statement, said: Sequence[Said]) -> Iterable[tuple[str, int]]:
    """Party that was the subject last before the statement, with how many sentences back.

    Whom somebody else spoke of is not the topic; who spoke is.
    """
    start = statement.extent.start
    here = story.setting.sentence(start)
    person = statement.source.person if statement.source is not None else None
    # What the same person said before tells of others as well as of the own side.
    spoken = [
        (piece, source.party)
        for s in said
        if (source := s.statement.source) is not None
        and (source.party is not None or (person is not None and source.person == person))
        for piece in s.statement.content
    ]
    for mention in reversed(story.told_before(start)):
        back = here - story.setting.sentence(mention.span.start)
        if back > _REACH:
            return
        if any(piece.covers(mention.span) and by != mention.party for piece, by in spoken):
            continue
        if mention.subject and mention.party is not None and mention.kind in _STATES:
            yield mention.party, back
            return


def _spoken(story: Story, said: Sequence[Said]) -> list[_Spoken]:
    """Where each statement starts, in which paragraph, and the party of its source."""
    starts = [s.statement.extent.start for s in said]
    return [
        (
            start,
            story.setting.paragraph(start),
            None if (by := s.statement.source) is None else by.party,
        )
        for start, s in zip(starts, said, strict=True)
        if not _held_to(s.statement, story.text)
    ]


def _spoke_before(story: Story, statement: Statement, spoken: Sequence[_Spoken]) -> str | None:
    """Party of whoever spoke last in the same paragraph."""
    own = statement.extent.start
    place = story.setting.paragraph(own)
    last: str | None = None
    for start, paragraph, party in spoken:
        if start >= own:
            break
        if paragraph == place:
            last = party or last
    return last


def _doers(statement: Statement, text: str) -> Iterable[tuple[str, bool]]:
    """Who does what is said, and whether it is announced as one's own or asked of others."""
    asks = statement.by_cue in ("demands", "accuses")
    for p in statement.propositions:
        bound = _bound_by_law(p) if p.act in _BINDING else None
        if bound is not None:
            yield bound, False  # "recalls that the treaty obliges Peru to leave"
        code = p.agent.party if p.agent is not None else None
        if p.agent is None or code is None or p.condition is not None:
            continue
        if _HANGS.search(text, max(0, p.agent.span.start - _AWAY), p.agent.span.start) is not None:
            continue  # "once Beijing has agreed"
        if asks or p.modality in ("must", "should"):
            # Whom "they must pay" means depends on who speaks.
            if p.agent.span.of(text).lower() != "they":
                yield code, False
        elif p.modality in ("will", "would") or (
            p.modality == "can" and (p.polarity == "negative" or statement.attitude in _GIVING)
        ):
            yield code, True


def _bound_by_law(p: Proposition) -> str | None:
    """Party that something binds which is nobody: "we shall be forced to" names no law."""
    if p.agent is None or p.agent.party is not None or p.polarity == "negative" or p.modality:
        return None
    return p.object.party if p.object is not None else None


_BINDING = word_class("obliging") | word_class("forbidding")
_HANGS = re.compile(
    r"\b(?:if|unless|until|till|once|when|as|before|after|in case|provided that|so long as)"
    r" (?:the )?$",
    re.IGNORECASE,
)
_AWAY = 20  # characters


def _clear(votes: Mapping[str, float]) -> str | None:
    if all(code in votes for code in _COMMISSION):
        # What speaks for the one speaks for the other.
        union, commission = (votes[code] for code in _COMMISSION)
        votes = {**votes, _COMMISSION[0]: 0.0, _COMMISSION[1]: union + commission}
    ranked = sorted(votes.items(), key=lambda each: -each[1])[:2]
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] - max(second, 0.0) >= _CLEAR else None


def _two(story: Story) -> list[str]:
    """The two states of which a text speaks most."""
    told = Counter(m.party for m in story.mentions if m.party and m.kind == "country")
    return [code for code, _ in told.most_common(2)]


def _other_of(two: Sequence[str], votes: Mapping[str, float]) -> str | None:
    """Of two states the one against which nothing speaks, where something does against the other.

    Whoever urges Peru to act, in a text about Peru and Chile, is no minister of Peru's.
    """
    if len(two) < 2 or not set(votes) <= set(two):
        return None
    against = [code for code in two if votes.get(code, 0.0) <= -_ENOUGH]
    other = [code for code in two if votes.get(code, 0.0) > 0]
    return other[0] if len(against) == len(other) == 1 else None


def _settled(story: Story, s: Said, code: str | None, two: Sequence[str]) -> Said:
    party = story.names.known.by_code(code) if code is not None else None
    if party is None or s.statement.source is None:
        return s
    source = replace(s.statement.source, party=code, kind=party.kind)
    told = tuple(first_person(p, source, story.text) for p in s.statement.propositions)
    if s.statement.manner == "direct":
        told = tuple(_of_the_other(p, code, two, story.text) for p in told)
    return Said(replace(s.statement, source=source, propositions=told), s.found)


def _of_the_other(
    made: Proposition, speaker: str | None, two: Sequence[str], text: str
) -> Proposition:
    """Of "they must pay", quoted, the other of the two states: nobody calls the own side so."""
    agent = made.agent
    if agent is None or agent.party != speaker or agent.span.of(text).lower() != "they":
        return made
    others = [code for code in two if code != speaker]
    return replace(made, agent=replace(agent, party=others[0] if len(others) == 1 else None))
