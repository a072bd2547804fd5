"""What each party voiced about whose option: refusals, demands, offers, wishes, conditions.

A voice says that a party wants an option taken or not, how strongly, and which statement
or event says so. The rules are those of docs/explanation/drafting.md.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from detente.domain.dispute import Basis
from detente.domain.evidence import Proposition, Reading, Requirement, Source, Statement
from detente.lexicon.parties import gazetteer
from detente.lexicon.scales import scale
from detente.model.drafting.deeds import Deed, deed

# Attitudes that put an option on the table; the others speak only of one that is there.
STRONG = frozenset(
    {"refuses", "demands", "offers", "accepts", "threatens", "promises", "conditions"}
)
_UNREAL = ("will", "would", "can", "may", "must", "should")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A party's wish about an option, as voiced in one place.

    ``wants`` is False for a mere threat, which shows an option and not a wish;
    ``published`` is the date of the document, for later words against earlier ones.
    """

    party: str
    deed: Deed
    attitude: str
    strength: float
    because: tuple[str, ...]
    wants: bool = True
    basis: Basis = "stated"
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A condition voiced or told: the benefit requires every need.

    ``setter`` is the party that states it, None when the writer does; ``asked`` is whether it
    only asks somebody for the benefit.
    """

    benefit: Deed
    needs: tuple[Deed, ...]
    setter: str | None
    strength: float
    law: bool
    statement: str | None
    because: tuple[str, ...]
    wording: str
    speaker: str | None = None
    asked: bool = False


def voices(readings: Iterable[Reading], texts: Mapping[str, str]) -> Iterator[Voice]:
    """Wishes voiced in the statements of some documents, in text order."""
    for reading in readings:
        by_id = {s.id: s for s in reading.statements}
        conditional = reading.conditional
        nested = _nested(reading)
        for statement in reading.statements:
            source = statement.source
            if source is None or source.party is None or _alleged(statement, by_id):
                continue
            for proposition in _spoken(statement, by_id):
                own_words = (
                    proposition in statement.propositions and statement.attitude != "threatens"
                )
                if (own_words and (proposition.span, proposition.act) in conditional) or (
                    statement.id,
                    proposition.id,
                ) in nested:
                    continue
                found = deed(proposition, texts)
                if found is not None:
                    voice = _voice(statement, source.party, proposition, found)
                    if voice is not None:
                        yield replace(voice, published=reading.document.published)


def _alleged(statement: Statement, by_id: Mapping[str, Statement]) -> bool:
    """Whether it is another party that says that this party said it."""
    party = statement.source.party if statement.source else None
    outer = by_id.get(statement.inside or "")
    while outer is not None:
        teller = outer.source.party if outer.source else None
        if teller is not None and teller != party:
            return True
        outer = by_id.get(outer.inside or "")
    return False


def _nested(reading: Reading) -> frozenset[tuple[str, str]]:
    """Pairs of a statement and a proposition that a statement inside it says."""
    outer = {s.id: s.inside for s in reading.statements}
    found = set()
    for statement in reading.statements:
        above = statement.inside
        while above is not None:
            found |= {(above, p.id) for p in statement.propositions}
            above = outer.get(above)
    return frozenset(found)


def _spoken(statement: Statement, by_id: Mapping[str, Statement]) -> Iterable[Proposition]:
    """Propositions of a statement, or of the demand it answers without repeating it."""
    answered = by_id.get(statement.answers or "")
    if answered is None or statement.attitude not in ("refuses", "accepts"):
        return statement.propositions
    own = [p for p in statement.propositions if deed(p, _Empty()) is not None]
    return own or [p for p in answered.propositions if p.condition is None]


class _Empty(dict[str, str]):
    """Texts where only the act matters."""

    def __missing__(self, key: str) -> str:
        return ""


def _voice(statement: Statement, party: str, proposition: Proposition, found: Deed) -> Voice | None:
    """Return what one proposition of one statement says its speaker wants."""
    made = _owned(found, party, statement)
    own = made.owner == party
    attitude, strength = statement.attitude, statement.strength
    wish: Deed | None = None
    wants = True
    match attitude:
        case "refuses":
            wish = made.contrary
        case "offers" | "accepts" | "promises":
            wish = made if own or made.owner is None else None
        case "threatens":
            wish, wants = (made, False) if own else (None, False)
        case "demands":
            wish = made
        case "hopes":
            wish = made
        case "expects" | "believes":
            wish = made if made.welcome and not own else None
        case "accuses" | "praises":
            if proposition.valued is None and not proposition.modality:
                wish = made if attitude == "praises" else made.contrary
        case "asserts" | "warns" | "denies":
            return _asserted(statement, party, proposition, made, own=own)
    if wish is None:
        return None
    return Voice(
        party=party, deed=wish, attitude=attitude, strength=strength, wants=wants,
        because=(statement.id,),
    )  # fmt: skip


def _owned(found: Deed, party: str, statement: Statement) -> Deed:
    """Fill in who decides where only the speaker can: its own refusals and offers."""
    if found.owner is not None or found.family.name == "membership":
        return found
    if statement.attitude in ("refuses", "offers", "accepts", "promises", "threatens"):
        return replace(found, owner=party)
    return found


def _asserted(
    statement: Statement, party: str, proposition: Proposition, made: Deed, *, own: bool
) -> Voice | None:
    """Return the wish in a plain assertion: what shall be, must be, or is called unfair."""
    modal, negative = proposition.modality, proposition.polarity == "negative"
    figures = scale()
    if proposition.valued is not None:
        wish = made if proposition.valued == "for" else made.contrary
        strength = figures.strength("accuses", None, ())
        return _said(statement, party, wish, "accuses", strength)
    if (own and modal in ("will", "would")) or (own and negative and modal in ("can", "may")):
        attitude = "refuses" if negative else "promises"
        return _said(statement, party, made, attitude, figures.strength(attitude, None, ()))
    if own and modal in ("must", "should"):
        return _said(statement, party, made, "promises", figures.strength("promises", None, ()))
    duty = modal in ("must", "should") or (negative and modal in ("can", "may"))
    if not own and duty and statement.attitude != "denies":
        return _said(statement, party, made, "demands", figures.strength("demands", None, ()))
    return None


def _said(statement: Statement, party: str, wish: Deed, attitude: str, strength: float) -> Voice:
    return Voice(
        party=party, deed=wish, attitude=attitude, strength=strength, because=(statement.id,)
    )


def ties(readings: Iterable[Reading], texts: Mapping[str, str]) -> Iterator[Tie]:
    """Conditions of some documents whose benefit and needs are deeds."""
    for reading in readings:
        by_id = {s.id: s for s in reading.statements}
        for requirement in reading.requirements:
            statement = by_id.get(requirement.statement or "")
            if statement is not None and _alleged(statement, by_id):
                continue
            tie = _tie(requirement, statement, texts, reading)
            if tie is not None:
                yield tie


def _speaker(source: Source | None, text: str) -> str | None:
    """Who spoke, by name or in the text's words, where those say more than the party."""
    if source is None:
        return None
    words = " ".join(source.span.of(text).split())
    if source.person or source.office:
        return source.person or source.office
    bare = len(words) < 5 or gazetteer().by_name(words) is not None
    return None if bare else words


def unread(readings: Iterable[Reading], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Conditions set by a party of which only one side was understood: party and wording."""
    for reading in readings:
        by_id = {s.id: s for s in reading.statements}
        for requirement in reading.requirements:
            source = (s := by_id.get(requirement.statement or "")) and s.source
            setter = (source.party if source else None) or requirement.setter
            sides = [p for p in (requirement.benefit, *requirement.needs) if p is not None]
            known = any(deed(p, texts) is not None for p in sides)
            if setter and known and _tie(requirement, None, texts, reading) is None:
                spans = sorted((requirement.consequence, requirement.condition))
                words = reading.document.text[spans[0].start : spans[1].end]
                yield setter, " ".join(words.split())


def _tie(
    requirement: Requirement,
    statement: Statement | None,
    texts: Mapping[str, str],
    reading: Reading,
) -> Tie | None:
    benefit = requirement.benefit and deed(requirement.benefit, texts)
    needs = tuple(d for p in requirement.needs if (d := deed(p, texts)) is not None)
    if not benefit or not needs:
        return None
    figures = scale()
    source = statement.source if statement else None
    strength = figures.strength("conditions", None, ())
    strength += figures.ground.get(requirement.ground or "", 0)
    ids = [i for i in (requirement.statement, requirement.ground_statement) if i]
    spans = [requirement.consequence, requirement.condition]
    spans += [p.span for p in requirement.needs if p.span.start > spans[0].start]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    wording = reading.document.text[start:end]
    return Tie(
        benefit=benefit,
        needs=needs,
        setter=(source.party if source else None) or requirement.setter,
        strength=round(min(1.0, strength), 3),
        law=requirement.ground == "law",
        statement=requirement.statement,
        because=tuple(ids),
        wording=" ".join(wording.split()),
        speaker=_speaker(source, reading.document.text),
        asked=statement is not None and statement.attitude == "demands",
    )
