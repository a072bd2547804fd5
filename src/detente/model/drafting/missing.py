"""What keeps a draft from being complete, said to a person, with the way out."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from textwrap import shorten

from detente.domain.drafts import Shift
from detente.domain.findings import Finding, Severity
from detente.domain.robustness import Question
from detente.model.drafting.board import Board
from detente.model.drafting.completing import Record
from detente.model.drafting.deed import Deed
from detente.model.drafting.entries import Entry
from detente.model.drafting.hearing import Unheard
from detente.model.drafting.laws import Duty
from detente.model.drafting.names import option_text, party_name

# More of one kind are not read; the first of them show what to add.
_MOST_TOLD = 20


def missing_owners(record: Record, board: Board) -> Iterable[Finding]:
    """Options that would be on the table if it were known who decides them."""
    seen: list[Deed] = []
    for deed in _ownerless(record):
        if len(seen) == _MOST_TOLD:
            return
        if any(deed.same_option(other) for other in seen) or board.find(deed) is not None:
            continue
        seen.append(deed)
        yield _finding(
            "owner-missing", "warning",
            f"it is not known who would decide to {_undecided(deed)}",
            "add a text that says who decides it, or write the option into the dispute file",
        )  # fmt: skip


def _ownerless(record: Record) -> Iterable[Deed]:
    for tie in record.ties:
        yield from (d for d in (tie.benefit, *tie.needs) if d.owner is None)
    for position in record.positions:
        deed = position.deed
        wanted = position.strong or deed.family.name == "membership"
        if deed.owner is None and wanted:
            yield deed


def _undecided(deed: Deed) -> str:
    """Say an option of nobody in words: "readmit Türkiye to the programme"."""
    text = option_text(Entry(deed=deed))
    return text[0].lower() + text[1:]


def missing_speakers(record: Record) -> Iterable[Finding]:
    """Conditions that nobody is named for."""
    nobody = [tie for tie in record.ties if tie.setter is None]
    for tie in nobody[:_MOST_TOLD]:
        yield _finding(
            "condition-without-speaker", "info",
            f"nobody is named who sets the condition “{_short(tie.wording)}”",
            "add a text in which a party states it",
        )  # fmt: skip


def not_understood(conditions: Iterable[tuple[str, str]]) -> Iterable[Finding]:
    """Conditions of which one side was not understood: party and wording of each."""
    for party, wording in list(dict.fromkeys(conditions))[:_MOST_TOLD]:
        yield _finding(
            "condition-not-understood", "warning",
            f"{party_name(party).name} sets a condition that was not understood:"
            f" “{_short(wording)}”",
            "write it into the dispute file as a preference or a provision",
        )  # fmt: skip


def not_heard(unheard: Iterable[Unheard], deciding: Collection[str]) -> Iterable[Finding]:
    """What the parties refuse, demand or offer in words of which no option could be made."""
    told = [each for each in dict.fromkeys(unheard) if each.party in deciding]
    for each in told[:_MOST_TOLD]:
        yield _finding(
            "statement-not-used", "info",
            f"{party_name(each.party).name} {each.attitude} something that was not understood:"
            f" “{_short(each.wording)}”",
            "if an option is meant, write it into the dispute file",
        )  # fmt: skip


def not_used(sentences: Iterable[str], entries: Iterable[Entry]) -> Iterable[Finding]:
    """Sentences that name what an option is about, and on which nothing in the draft rests."""
    for sentence, entry in islice(_about(sentences, entries), _MOST_TOLD):
        yield _finding(
            "sentence-not-used", "info",
            f"a sentence speaks of “{option_text(entry)}” and was not understood: “{sentence}”",
            "if it says what somebody wants or offers, write that into the dispute file",
        )  # fmt: skip


def _about(sentences: Iterable[str], entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Those of some sentences that name what an option is about, with the first such option."""
    heads = [
        (re.compile(rf"\b{re.escape(_stem(entry.deed.thing.head))}", re.IGNORECASE), entry)
        for entry in entries
        if entry.deed.thing.head and not entry.deed.thing.generic
    ]
    for sentence in dict.fromkeys(sentences):
        entry = next((entry for head, entry in heads if head.search(sentence)), None)
        if entry is not None:
            yield sentence, entry


def _short(words: str) -> str:
    """The beginning of what is quoted, cut between words."""
    return shorten(words, _MOST_QUOTED, placeholder=" …")


_MOST_QUOTED = 130  # characters


def _stem(noun: str) -> str:
    """What "fisherman" and "fishermen", "treaty" and "treaties" have in common."""
    return noun[: max(4, len(noun) - 2)]


def laws_not_used(duties: Iterable[Duty]) -> Iterable[Finding]:
    """What law is said to ask where no option on the table is meant."""
    for wording in list(dict.fromkeys(duty.wording for duty in duties))[:_MOST_TOLD]:
        yield _finding(
            "law-not-used", "info",
            f"law is said to ask something that is no option here: “{_short(wording)}”",
            "if an option is meant, write it into the dispute file, and the provision with it",
        )  # fmt: skip


def several(groups: Sequence[Sequence[str]]) -> Finding:
    """Groups of parties that want nothing of each other."""
    named = [", ".join(party_name(code).name for code in group[:4]) for group in groups]
    return _finding(
        "several-disputes", "warning",
        f"the texts tell of {len(groups)} disputes that do not touch: {'; and '.join(named)}",
        "split them: make a case for each with `detente init`, and add to it what tells of it",
    )  # fmt: skip


def shifted(shifts: Iterable[Shift]) -> Iterable[Finding]:
    """Parties that speak for something and against it."""
    for shift in list(shifts)[:_MOST_TOLD]:
        days = [day for day in (shift.before, shift.after) if day]
        when = f" ({days[0]}, then {days[1]})" if len(set(days)) == 2 else ""
        yield _finding(
            "position-changed", "warning",
            f"{party_name(shift.party).name} speaks or acts both for and against"
            f" {shift.option}{when}; the later or stronger counts",
            "judge the two claims, or set the preference in the dispute file",
        )  # fmt: skip


def open_question(question: Question) -> Finding:
    """What the record does not say, and what hangs on it."""
    share = max(question.deal, question.status_quo, question.equilibria)
    asks = (
        f"where {question.party} puts “{question.element}” among what it wants, or whether it does"
        if question.kind == "order"
        else f"whether {question.party} would take {question.element} for its own sake, or not"
    )
    return _finding(
        "open-question", "info",
        f"the record does not say {asks}: {share:.0%} of the answers change what holds",
        "look for texts that answer it, or settle it in the dispute file",
    )  # fmt: skip


def no_preferences(party: str) -> Finding:
    """A party of which it is not known what it prefers."""
    name = party_name(party).name
    return _finding(
        "preference-missing", "warning",
        f"the record does not say what {name} prefers",
        f"add texts in which {name} speaks, or set them in the dispute file",
    )  # fmt: skip


def no_dispute(owners: Sequence[str]) -> Finding:
    """Fewer than two parties have something to decide."""
    who = f"only {party_name(owners[0]).name} has" if owners else "no party has"
    return _finding(
        "no-dispute", "warning",
        f"no dispute could be drafted: {who} an option that the record speaks of",
        "add texts that say what each side asks, refuses, offers or makes conditional",
    )  # fmt: skip


def one_sided(owner: str, asking: Sequence[str]) -> Finding:
    """Only one party has something to decide; others want something of it."""
    others = " and ".join(party_name(party).name for party in asking)
    return _finding(
        "one-sided", "warning",
        f"only {party_name(owner).name} has an option that the record speaks of: what {others} can"
        " do is missing, so this is half a model",
        f"add texts that say what {others} offers, refuses or does, or write its options into the"
        " dispute file",
    )  # fmt: skip


def _finding(code: str, severity: Severity, what: str, fix: str) -> Finding:
    return Finding(code=code, severity=severity, what=what, fix=fix)
