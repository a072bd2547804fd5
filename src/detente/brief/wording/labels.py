"""Headings, captions and the words in cells, shared by every form of a brief."""

from collections.abc import Sequence

from detente.brief.wording.concepts import CONCEPT_NAMES
from detente.brief.wording.people import place
from detente.brief.wording.phrases import capital, counted, day, full_stop
from detente.brief.wording.times import STATUSES
from detente.domain.dispute import Basis
from detente.domain.verdicts import CONCEPTS, Concept

BASES: dict[Basis, str] = {
    "stated": "stated",
    "presupposed": "presupposed by what others said",
    "conduct": "inferred from present conduct",
}


SECTIONS = {
    "answer": "The answer",
    "hurdle": "The main hurdle",
    "sure": "How sure this is",
    "caveats": "What the answer rests on",
    "unclear": "What was not understood",
    "positions": "Who wants what",
    "states": "The outcomes, and where each party would go",
    "today": "Why today’s state holds or not",
    "deal": "The deal",
    "changes": "What would have to change",
    "law": "The law",
    "conflicts": "Claims in conflict",
    "expectations": "What is expected, and by when",
    "timeline": "What happened, and when",
    "gaps": "What to find out next",
    "parties": "The model, and who spoke",
    "sources": "Sources",
    "method": "Method and limits",
    "texts": "The texts, with what was read in them",
}
# A sign and a word for where a sentence comes from: told apart without colour.
MARKS = {"computed": "∴", "quoted": "❝", "drafted": "≈", "judged": "✓"}
MARK_MEANINGS = {
    "computed": "computed from the model",
    "quoted": "quoted from a text",
    "drafted": "drafted from the words by rule",
    "judged": "judged by a person",
}
TAKEN, NOT_TAKEN = "●", "○"
NOTHING_TAKEN = "nothing of this"
HOLDS_NOT = "does not hold"
UNREVIEWED = "unreviewed"
STANCES = {"for": "for", "against": "against", "conditional": "only on a condition", "silent": "–"}
TRENDS = {"stronger": "↗ firmer", "steady": "→ steady", "weaker": "↘ softer"}
DUE = {
    "met": "met",
    "missed": "missed",
    "open": "open",
    "past": "day has passed, outcome not in the record",
    "unknown": "not known",
}
KINDS = {
    "raise": "two wishes change places",
    "drop": "a wish is given up",
    "reverse": "a wish is turned round",
    "repeal": "a provision is repealed",
}
LAWFUL = {True: "lawful", False: "unlawful", None: "depends"}


def used_in(section: str, position: int) -> str:
    """How a back-link names the sentence it leads to."""
    names = {
        "hurdle": "main hurdle",
        "departures": "who would leave",
        "route": "step",
        "gaps": "question",
        "third_parties": "third party",
        "speakers": "who spoke",
        "parties": "decision maker",
        "deal": "the deal",
        "asks": "ask",
        "why": "who stays in the deal",
        "changes": "change",
        "expectations": "expectation",
    }
    name = names.get(section, section)
    return name if section in {"hurdle", "deal"} else f"{name} {position}"


def wish(party: str, place: int) -> str:
    """How a link names a party's statement of preference."""
    return f"{party}: wish {place}"


# What an attitude makes of words, so that a caption needs no verb that agrees with its subject.
VOICED_AS = {
    "asserts": "assertion",
    "denies": "denial",
    "believes": "belief",
    "expects": "expectation",
    "hopes": "hope",
    "demands": "demand",
    "asks": "request",
    "refuses": "refusal",
    "offers": "offer",
    "accepts": "acceptance",
    "promises": "promise",
    "threatens": "threat",
    "warns": "warning",
    "accuses": "accusation",
    "praises": "praise",
    "mentions": "mention",
    "conditions": "condition",
}


def heard(source: str | None, attitude: str, channel: str | None) -> str:
    """Caption of a statement: who, with what attitude, where."""
    where = f", {place(channel)}" if channel else ""
    who = capital(source) if source else "Somebody not named"
    return f"{who}: {VOICED_AS.get(attitude, attitude)}{where}"


def occurred(kind: str, status: str, date: str | None) -> str:
    """Caption of an event: its type, how certain it is, and when."""
    when = day(date) if date else "undated"
    return f"Event: {kind.lower() or 'other'}, {STATUSES.get(status, status)}, {when}"


def record_in_numbers(documents: int, statements: int, events: int, dates: Sequence[str]) -> str:
    """What the brief rests on, and from when."""
    when = ""
    if dates:
        first, last = day(min(dates)), day(max(dates))
        when = f", published {first}" if first == last else f", published {first} to {last}"
    return (
        f"{capital(counted(documents, 'document'))}{when}: {counted(statements, 'statement')}, "
        f"{counted(events, 'event')}"
    )


def left_out(count: int) -> str:
    """Paragraphs of a long document that nothing here rests on."""
    return f"[{counted(count, 'paragraph')} in which nothing was found, left out here]"


def verdict_cell(concepts: Sequence[Concept]) -> str:
    """The concepts under which a state is stable, for a cell of the table."""
    if len(concepts) == len(CONCEPTS):
        return "all five"
    return ", ".join(CONCEPT_NAMES[concept] for concept in concepts) or "none"


def hurdle_line(text: str) -> str:
    """The main hurdle in a list of headlines."""
    return f"{SECTIONS['hurdle']}: {text}"


def decision(decision: str, by: str, at: str) -> str:
    """What a person decided on a claim."""
    return f"{decision} by {by}, {day(at[:10])}"


def dated_record(as_of: str | None) -> str:
    """The day up to which the record reaches."""
    return f"As of {day(as_of)}" if as_of else "No text of the record carries a date"


def not_understood(count: int) -> str:
    """How much was read and not understood, for the top of the page."""
    return f"{capital(counted(count, 'finding'))}, listed under “{SECTIONS['method']}”."


def voiced(strength: float | None) -> str:
    """How strongly something is voiced, on the scale of strengths."""
    if strength is None:
        return ""
    words = ((0.85, "very strong"), (0.65, "strong"), (0.45, "moderate"), (0.0, "weak"))
    return next(word for least, word in words if strength >= least)


def pips(strength: float | None) -> str:
    """The same as five dots."""
    if strength is None:
        return ""
    full = min(5, max(1, round(strength * 5)))
    return TAKEN * full + NOT_TAKEN * (5 - full)


# --- pictures ---------------------------------------------------------------------------


def state_name(state: object) -> str:
    """A state in a picture or a table."""
    return f"State {state}"


def chips(today: bool, deal: bool) -> str:
    """What a state is to the reader."""
    return " · ".join(word for word, on in (("today", today), ("deal", deal)) if on)


def holds_in(concepts: Sequence[Concept]) -> str:
    """Under which concepts a state holds, in few letters."""
    return f"holds: {verdict_cell(concepts)}"


def chooses(party: str) -> str:
    """Head of the columns of the graph."""
    return f"{party} →"


def choose(parties: Sequence[str]) -> str:
    """Head of the rows of the graph."""
    return f"{', '.join(parties)} ↓"[:34]


def and_more(count: int) -> str:
    """What has no room."""
    return f"and {count:,} more"


def edge(origin: object, target: object) -> str:
    """An arrow of the graph."""
    return f"State {origin} to state {target}"


def graph_title(states: int) -> str:
    """What the picture of the states shows."""
    return f"{capital(counted(states, 'state'))}, and where each party would move by itself"


def graph_legend(
    across: str | None, down: Sequence[str], *, route: bool, left_out: int
) -> list[str]:
    """How the picture of the states is read."""
    arrows = "An arrow is the best move that a party has by itself to a state it prefers"
    if across:
        arrows += f": {across} along a row (solid)"
        arrows += f", {', '.join(down)} along a column (dashed)" if down else ""
    else:
        arrows += ", from today’s state and from the deal"
    found = [
        f"{arrows}. Dotted: it would, but under some concept it fears the answer.",
        "Thick frame: the state holds. Broken frame: it is unlawful."
        + (" Broad band with numbers: the way from today to the deal." if route else ""),
    ]
    if left_out > 0:
        are = "is" if left_out == 1 else "are"
        found.append(f"{capital(counted(left_out, 'other state'))} {are} not drawn.")
    return found


def axis_title(entries: int) -> str:
    """What the picture of the timeline shows."""
    return (
        f"{capital(counted(entries, 'dated entry')).replace('entrys', 'entries')} on a line of time"
    )


def axis_legend(undated: int, left_out: int) -> str:
    """How the picture of the timeline is read."""
    text = (
        "Numbers are those of the list. A dot is a day; a bar is a month or a year, no day being "
        "known. Hollow: planned, or not done."
    )
    if undated:
        text += f" Not drawn: {undated} without a date."
    if left_out:
        text += f" No room: {left_out}."
    return text


# --- tables and lists -------------------------------------------------------------------

PASSED = {True: "✓ yes", False: "✗ no"}
ISSUE = "At stake"
ONE_DAY = "one day only"
POSITIONS_CAPTION = "What each party says of each option"
POSITIONS_NOTE = (
    "Dots show how strongly the party itself put it last, on a scale of five. The trend compares "
    "its first dated words with its last. A dash means that the record has no word of it."
)
STATE = "State"
TAKEN_HEAD = "What is taken"
EQUILIBRIUM = "Holds"
LAW = "Law"
STATES_NOTE = (
    "● taken, ○ not taken. Then the stability concepts under which each party would stay, those "
    "under which the state holds for all, and whether it is lawful."
)
DEPARTURE_HEADS = ("From, to", "Who", "Why", "Held back")
DEPARTURES_CAPTION = "The best move of each party, state by state: the arrows of the picture"
ASKS = "What each asks of the other"
ROUTE = "A way from today to the deal, one party at a time"
WHO_STAYS = "Who would stay in the deal"
LADDER_HEADS = ("Rung", "What would have to change", "Who decides", "Kind")
LADDER_CAPTION = "Single changes after which the deal holds, the smallest first"
LEGISLATOR = "whoever makes the law"
PROVISIONS = "Provisions and rules of the model"
A_PROVISION, A_FACT = "provision", "fact"
FACTS = "Facts that the law turns on"
REASONS = "Why not"
WAYS = "What would make it lawful"
LAW_AND_STABILITY = "Lawful, and holding"
LEGAL_STEPS = "The cheapest way to a lawful deal, step by step"
NOT_CHECKED = "official text not checked"
NO_CONFLICT = "No claims of different parties were found that cannot both be true."
EXPECTATION_HEADS = ("Who", "Expects or hopes", "Due", "Outcome")
EXPECTATIONS_CAPTION = "What parties expect of each other or of the talks"
UNDATED = "undated"
SPEAKERS = "Who spoke for whom"
OTHERS = "Also mentioned"
NOBODY = "The record names nobody who decides or speaks."
NOTHING_TO_DO = "Nothing in this model."
DECISION_MAKER = "Decision maker"
CAN = "Can"
WANTS = "Wants"
WANTS_FIRST = "Wants, most important first"
ONCE = {
    "once_taken": "once taken, it stays: not reversible",
    "once_dropped": "once dropped, it stays away: not reversible",
}
UNSURE = "place in the order unsure"
NO_PUBLISHER = "publisher not known"
SOURCE_HEADS = ("Publisher", "Texts", "Of them copies", "Statements", "Events", "Published")
SOURCES_CAPTION = "Where the record comes from; a copy of another text adds nothing to the counts"
CONCEPTS_TITLE = "What “holds” means under each stability concept"
FINDINGS = "Read but not understood, or missing"


def opinion_on(state: object) -> str:
    """Head of what the law says of a state."""
    return f"State {state} before the law"


def stable_for(party: str) -> str:
    """Head of a column of verdicts."""
    return f"Stable for {party}"


def states_caption(shown: int, total: int) -> str:
    """Which states a table has."""
    if shown == total:
        return f"Every feasible state: {total:,}"
    return (
        f"{shown:,} of {total:,} feasible states: today’s, the deal, and the equilibria under most "
        "concepts"
    )


def deterred_under(concepts: Sequence[Concept]) -> str:
    """Under which concepts a party does not make its move."""
    return f"under {verdict_cell(concepts)}" if concepts else "no"


def axis_caption(entries: int) -> str:
    """What the picture beside the timeline shows."""
    return (
        f"{capital(counted(entries, 'event'))} of the record; the list has each in the text’s words"
    )


def all_claims(count: int) -> str:
    """Head of the list of claims."""
    return (
        f"{'The one claim' if count == 1 else f'All {count:,} claims'} that the model may rely on"
    )


def copied(count: int) -> str:
    """How many texts of a publisher repeat another's."""
    return str(count) if count else "none"


def period(first: str | None, last: str | None) -> str:
    """From when to when a publisher's texts are."""
    if first is None or last is None:
        return UNDATED
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def copies_note(pairs: Sequence[tuple[int, int]]) -> str:
    """Which texts repeat which."""
    told = [f"text {one} repeats text {first} nearly word for word" for one, first in pairs]
    return full_stop(capital("; ".join(told))) if told else ""


# --- what is new ------------------------------------------------------------------------

PARTY, OPTION, PREFERENCE = "decision maker", "option", "wish"
PROVISION, TAKEN_TODAY = "provision", "option taken today"
EVENT, SOMEBODY = "An event", "somebody not named"
NEW_RECORD = "New in the record"
NEW_MODEL = "What that did to the model"
NEW_ANSWER = "What that did to the answer"
NEW_CAUSES = "Which sentence did it"
BEFORE, NOW = "Before", "Now"


def wanted(party: str, wish: str) -> str:
    """A wish in a list of what is new."""
    return f"{party} wants {wish}"
