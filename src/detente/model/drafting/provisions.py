"""Provisions of a draft: what law is said to ask, over the options that are on the table.

Law speaks in general words ("no state may", "whoever buys"), and seldom in those of a dispute. It
binds an option that it fits, and whose owner it names or may mean; it puts none on the table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from detente.domain.conditions import Both, Condition, Not, options_in
from detente.domain.evidence import ordered
from detente.domain.norms import Provision
from detente.model.drafting.board import Board
from detente.model.drafting.completing import Record
from detente.model.drafting.deed import Deed
from detente.model.drafting.entries import Entry
from detente.model.drafting.fitting import (
    HINDERING,
    Bound,
    Fit,
    exactly,
    fitting,
    is_leave,
    nearly,
    of_its_family,
)
from detente.model.drafting.laws import Duty
from detente.model.drafting.names import called, party_name
from detente.model.drafting.one_matter import related
from detente.model.drafting.phrases import content
from detente.model.drafting.ties import Tie

# Of hundreds of claims that carry one provision the file names so many.
_MOST_BECAUSE = 12


def provisions(
    record: Record, board: Board, tied: Callable[[Tie], Condition | None]
) -> tuple[Provision, ...]:
    """A condition is a provision only where law is its stated ground, and so is a duty."""
    found: dict[Condition, Provision] = {}
    citers: dict[Condition, str | None] = {}
    told: list[tuple[Tie | Duty, Condition]] = [
        (tie, says) for tie in record.ties if tie.law and (says := tied(tie)) is not None
    ]
    told += [(duty, says) for duty in record.duties for says in asked(duty, board, record)]
    for law, says in told:
        contrary = says.inner if isinstance(says, Not) else Not(says)
        if contrary in found and law.setter == citers[contrary]:
            continue  # nobody cites law for both: one was misunderstood
        citers.setdefault(says, law.setter)
        if says not in found:
            found[says] = Provision(
                id=f"law_{len(found) + 1}", cite=_cite(law), says=says, wording=law.wording
            )
        before = found[says]
        because = law.because or _because(says, board)
        found[says] = replace(before, because=ordered([*before.because, *because])[:_MOST_BECAUSE])
    return tuple(found.values())


def _because(says: Condition, board: Board) -> tuple[str, ...]:
    """What speaks for the options that are bound, where only the writer tells of the law."""
    bound = options_in(says)
    return ordered(i for entry in board.entries if entry.name in bound for i in entry.because)


def unbound(record: Record, board: Board) -> Iterator[Duty]:
    """What law is said to ask that is no option on the table."""
    yield from (duty for duty in record.duties if not asked(duty, board, record))


def asked(duty: Duty, board: Board, record: Record) -> list[Condition]:
    """Return what law asks of each option on the table that it binds."""
    bound = _bound(duty, board, record)
    if duty.given is None:
        return [each.says for each in bound]
    pairs = ((each, _given(duty.given, each.entry, board)) for each in bound)
    tied = [(given, each) for each, given in pairs if given is not None]
    if not tied and is_leave(duty.deed):
        # Whose leave it takes gives none here, and nothing else allows it.
        return asked(replace(duty, deed=duty.given.contrary, given=None), board, record)
    return [Both(given.says, "requires", each.says) for given, each in tied]


def _given(deed: Deed, bound: Entry, board: Board) -> Bound | None:
    """The one option that a duty hangs on: another party's rather than one of whoever is bound."""
    others = [e for e in board.entries if e.owner != bound.owner]
    own = [e for e in board.entries if e.owner == bound.owner and e is not bound]
    found = fitting(deed, others) or fitting(deed, own) or of_its_family(deed, others)
    return found[0] if len(found) == 1 else None


def _bound(duty: Duty, board: Board, record: Record) -> list[Bound]:
    """Options that a duty means: of whom law names, else of whoever has it.

    What its words say goes first, then what whoever cites it asks, then what the words come to;
    where these come to nothing here, it is cited for whatever the citer asks of whom it binds.
    """
    return (
        _by_its_words(duty, board, record, exactly)
        or _by_its_citer(duty, duty.sought, board)
        or _by_its_words(duty, board, record, nearly)
        or _by_its_citer(duty, duty.beside, board)
        or _by_all_it_asks(duty, board, record)
    )


def _by_its_citer(duty: Duty, asked: Sequence[Deed], board: Board) -> list[Bound]:
    """The option that whoever cites law asks to be taken, or not, of whom law binds."""
    of = None if duty.general else duty.deed.owner
    # Who cites the free passage of goods does not cite it for what it will not do itself.
    own = duty.setter if duty.deed.act in HINDERING else None
    for deed in asked:
        if own is not None and deed.owner == own:
            continue
        if None in (of, deed.owner) or deed.owner == of:
            found = fitting(replace(deed, owner=deed.owner or of), board.entries)
            if found:
                return found[:1]
    return []


def _by_all_it_asks(duty: Duty, board: Board, record: Record) -> list[Bound]:
    """The only option that whoever cites law asks of the one it binds, in all the texts.

    Law must speak of what the option is about: of "leave the river alone" no loan is to be stopped.
    """
    whose = duty.deed.owner
    if duty.setter is None or whose in (None, duty.setter) or duty.general:
        return []
    asked = {
        entry.name: Bound(entry, p.deed.taken)
        for p in record.positions
        if p.party == duty.setter and p.demanded and p.deed.owner == whose
        and (entry := board.find(p.deed)) is not None
    }  # fmt: skip
    words = content(duty.wording)
    return [b for b in asked.values() if len(asked) == 1 and related(words, b.entry.deed.thing)]


def _by_its_words(duty: Duty, board: Board, record: Record, fit: Fit) -> list[Bound]:
    """Options that the words of a law fit."""
    named = _meant(duty, board, fit)
    # Nobody cites law against oneself, when it only says "the host state".
    against_self = duty.general and duty.setter is not None and duty.deed.owner == duty.setter
    if duty.deed.owner is not None and not against_self and (named or not duty.general):
        return named[:1]
    nobody = replace(duty, deed=replace(duty.deed, owner=None))
    bound = _meant(nobody, board, fit) if against_self else named or _meant(nobody, board, fit)
    others = [each for each in bound if each.entry.owner != duty.setter]
    if duty.of_others or others:
        bound = others  # nobody cites law against oneself
    owners = {each.entry.owner for each in bound}
    if len(bound) == 1 or (duty.general and len(owners) == len(bound)):
        return bound
    demanded = [each for each in bound if _demanded(each, record)]
    return demanded if len(demanded) == 1 else []


def _demanded(bound: Bound, record: Record) -> bool:
    """Whether another party asks for what law asks: of several bans the one that is argued over."""
    wanted = replace(bound.entry.deed, taken=bound.taken)
    return any(
        p.demanded and p.party != bound.entry.owner and p.deed.taken == wanted.taken
        and p.deed.same_option(wanted)
        for p in record.positions
    )  # fmt: skip


def _meant(duty: Duty, board: Board, fit: Fit) -> list[Bound]:
    """Options that fit the words; of "may not suspend it" the one so worded, if it is the only."""
    if not duty.deed.thing.generic:
        return fit(duty.deed, board.entries)
    deeds = (duty.deed, *(replace(d, owner=duty.deed.owner) for d in duty.senses))
    found = {each.entry.name: each for d in deeds for each in fit(d, board.entries)}
    worded = [
        each for each in found.values()
        if duty.verb in (each.entry.deed.act, each.entry.deed.family.option)
    ]  # fmt: skip
    return worded if duty.senses else list(found.values())


def _cite(law: Tie | Duty) -> str:
    said = law.speaker or (called(law.setter) if law.setter else "the text")
    side = party_name(law.setter).name if law.setter and law.speaker else ""
    return f"the law as stated by {said}" + (f" ({side})" if side else "")
