"""The wording of results: every sentence about what was found is written here.

Functions from data to prose. Clauses that name parties, options and states come ready
from :mod:`detente.brief.terms`. Nothing is put more strongly than its evidence: parties
*say* and *want*, states *hold* under named concepts, and what was inferred says so.
"""

from collections.abc import Sequence

from detente.brief.phrases import (
    capital,
    counted,
    day,
    full_stop,
    listed,
    number,
    one_line,
    quoted,
    the,
)
from detente.domain.dispute import Basis
from detente.domain.verdicts import CONCEPTS, ChangeKind, Concept

CONCEPT_NAMES: dict[Concept, str] = {
    "nash": "Nash",
    "gmr": "GMR",
    "smr": "SMR",
    "seq": "SEQ",
    "sseq": "SSEQ",
}
CONCEPT_MEANINGS: dict[Concept, str] = {
    "nash": "Nash stability: the party has no move of its own to a state it prefers.",
    "gmr": "General metarationality: any such move can be answered by the others in a way "
    "that leaves the party no better off, whatever the answer costs them.",
    "smr": "Symmetric metarationality: as GMR, and the party cannot escape the answer by "
    "a further move.",
    "seq": "Sequential stability: as GMR, but only answers that the others gain by count.",
    "sseq": "Symmetric sequential stability: as SEQ, and the party cannot escape the answer "
    "by a further move.",
}
BASES: dict[Basis, str] = {
    "stated": "stated",
    "presupposed": "presupposed by what others said",
    "conduct": "inferred from present conduct",
}
STATUSES = {
    "happened": "reported as happened",
    "ongoing": "ongoing",
    "planned": "planned",
    "denied": "not done",
    "hypothetical": "hypothetical",
}
# Where words were said decides the preposition: on a platform, to an agency, at a meeting.
_PLATFORMS = {"x", "twitter", "facebook", "instagram", "telegram", "threads", "weibo"} | {
    "youtube",
    "linkedin",
    "mastodon",
    "truth social",
    "television",
    "state television",
    "radio",
}
_OCCASIONS = {
    **dict.fromkeys(("conference", "briefing", "meeting", "summit"), "at"),
    **dict.fromkeys(("interview", "statement", "letter", "speech", "post", "report"), "in"),
}


# --- the question ---------------------------------------------------------------------


def question(parties: Sequence[str], topic: str) -> str:
    """What a brief with a model answers."""
    between = f" between {listed(parties)}" if len(parties) > 1 else ""
    over = f" over {quoted(topic)}" if topic else ""
    return (
        f"Which outcomes of the dispute{between}{over} can hold, "
        "and what would have to change for a deal?"
    )


def question_without_model(parties: Sequence[str]) -> str:
    """What a brief without a model answers."""
    of = f"what {listed(parties)} want of each other" if len(parties) > 1 else "a dispute"
    return f"What does the record say of {of}, and what is missing to model it?"


# --- concepts -------------------------------------------------------------------------


def under(concepts: Sequence[Concept]) -> str:
    """The concepts under which something is so."""
    if len(concepts) == len(CONCEPTS):
        return "under all five stability concepts"
    return f"under {listed(CONCEPT_NAMES[concept] for concept in concepts)}"


def under_only(concepts: Sequence[Concept]) -> str:
    """The concepts under which something is so, and those under which it is not."""
    others = [CONCEPT_NAMES[concept] for concept in CONCEPTS if concept not in concepts]
    return under(concepts) + (f" but not under {listed(others, 'or')}" if others else "")


# --- today ----------------------------------------------------------------------------


def today_holds(words: str, concepts: Sequence[Concept]) -> str:
    """Today's state is an equilibrium under at least one concept."""
    how = "holds" if len(concepts) == len(CONCEPTS) else "holds in part"
    return f"Today’s state {how}: it is an equilibrium {under_only(concepts)}. Today {words}."


def today_fails(words: str, leavers: Sequence[str]) -> str:
    """Today's state is no equilibrium; ``leavers`` are clauses that say who would leave it."""
    why = f": {'; '.join(leavers)}" if leavers else ""
    return (
        f"Today’s state is not an equilibrium under any of the five concepts{why}. Today {words}."
    )


def today_open(words: str, unknown: Sequence[str]) -> str:
    """Nothing can be said of today's state as a whole, since preferences are unknown."""
    return (
        f"Whether today’s state holds cannot be said, because the record does not show what "
        f"{listed(unknown, 'or')} prefers. Today {words}."
    )


def today_unknown() -> str:
    """The record does not say which options are taken."""
    return "Which state the dispute is in today is not known from the record."


def rests_on_inference(party: str, wishes: Sequence[str]) -> str:
    """A party's verdicts rest on preferences inferred from what it does now."""
    return (
        f"What is said of {party} rests in part on its present conduct and not on its words: "
        f"it is taken to want {', and also '.join(wishes)}."
    )


def rests_on_unsure(party: str, wishes: Sequence[str]) -> str:
    """The record leaves open how much a party wants something."""
    return (
        f"How strongly {party} wants the following, compared with what else it wants, is not "
        f"settled by the record and was assumed: {'; '.join(wishes)}."
    )


def preferences_unknown(party: str) -> str:
    """Nothing is claimed for a party that the record says too little about."""
    return (
        f"What {party} prefers is not known from the record, so no state is called stable for it."
    )


# --- one party in one state -----------------------------------------------------------


def stays_without_moves(party: str, state: str) -> str:
    """A party that cannot move is stable for want of a move."""
    return f"{capital(party)} has no move of its own in {state}, so it is stable for it."


def stays(party: str, state: str, wishes: Sequence[str]) -> str:
    """None of a party's moves improves on a state; ``wishes`` are what the moves would cost."""
    why = f": it wants {', and it wants '.join(wishes)}" if wishes else ""
    return f"{capital(party)} has no move of its own that improves on {state}{why}."


def is_deterred(
    party: str,
    state: str,
    better: str,
    wish: str | None,
    concepts: Sequence[Concept],
    answer: str | None,
) -> str:
    """A party would rather be elsewhere; an answer of the others deters it under some concepts."""
    why = f", because it wants {wish}" if wish else ""
    how = answer or "the others could answer it"
    return (
        f"{capital(party)} would rather be in {better} than in {state}{why}, and can move there by "
        f"itself. {capital(under_only(concepts))} the move is deterred: {how}, and that would "
        f"leave {party} no better off."
    )


def answer_by(movers: Sequence[str], state: str) -> str:
    """The answer that deters a move."""
    return f"{listed(movers)} could answer by going on to {state}"


def would_leave(party: str, state: str, better: str, wish: str | None) -> str:
    """A party would leave a state and nothing deters it under any concept."""
    why = f", because it wants {wish}" if wish else ""
    return (
        f"{capital(party)} would leave {state} for {better}{why}; "
        "under no concept is it held back from moving."
    )


def leaver(party: str, better: str, wish: str | None) -> str:
    """Short clause for who would leave a state and for what."""
    return f"{party} would rather be in {better}" + (f", because it wants {wish}" if wish else "")


# --- outcomes -------------------------------------------------------------------------


def outcomes(total: int, every: Sequence[str], some: int) -> str:
    """How many states are equilibria; ``every`` names those that are so under all concepts."""
    found = (
        f"Of the {counted(total, 'feasible state')}, {number(some)} "
        f"{'is an equilibrium' if some == 1 else 'are equilibria'}"
    )
    if len(every) == some:
        return f"{found}, under all five concepts: {listed(every)}."
    if every:
        return f"{found} under at least one concept; under all five: {listed(every)}."
    return f"{found} under at least one concept, none under all five."


def no_outcome(total: int) -> str:
    """No state is an equilibrium."""
    states = counted(total, "feasible state")
    return f"None of the {states} is an equilibrium under any of the five concepts."


def unlawful_unless(cite: str, wish: str, fact: str, states: Sequence[str]) -> str:
    """A provision that makes one act depend on another."""
    return f"Under {cite}, it is unlawful for {wish} unless {fact} ({_breaking(states)})."


def unlawful_act(cite: str, wish: str, states: Sequence[str]) -> str:
    """A provision that forbids one act."""
    return f"Under {cite}, it is unlawful for {wish} ({_breaking(states)})."


def unlawful(cite: str, fact: str, states: Sequence[str]) -> str:
    """A provision of any other form."""
    breaking = _breaking(states)
    return f"{cite} requires that {fact}; otherwise the outcome is unlawful ({breaking})."


def _breaking(states: Sequence[str]) -> str:
    return f"{'state' if len(states) == 1 else 'states'} {listed(states)}"


def nothing_unlawful() -> str:
    """No provision of the model is broken anywhere."""
    return "No feasible outcome breaks a provision of the model."


# --- the deal -------------------------------------------------------------------------


def asks(party: str, wish: str) -> str:
    """What one party asks of another."""
    return f"{capital(party)} asks {wish}."


def deal(state: str, words: str, lawful: bool | None, judged: bool = True) -> str:
    """The deal in words, and what the law says of it; ``judged`` is whether any law is known."""
    law = (
        "The record states no law, so lawfulness was not judged."
        if not judged
        else {
            True: "It would be lawful.",
            False: "It would be unlawful.",
            None: "Whether it would be lawful depends on what the record does not settle.",
        }[lawful]
    )
    return f"The deal, in which each has what it asks of the other, is {state}: {words}. {law}"


def no_deal(asking: Sequence[str], silent: Sequence[str]) -> str:
    """There is no state in which each has what it asks."""
    if silent:
        return (
            "No deal can be named: nothing could be read in the record that "
            f"{listed(silent, 'or')} asks of the other side."
        )
    if asking:
        return (
            f"No single outcome gives each party what it asks: {listed(asking)} exclude each other."
        )
    return "No deal can be named: nothing could be read that one side asks of the other."


def deal_holds(concepts: Sequence[Concept], lawful: bool | None) -> str:
    """The deal is an equilibrium under some concept."""
    found = f"an equilibrium {under_only(concepts)}"
    if lawful is False:
        return f"The deal is {found}, yet it cannot lawfully be made."
    how = "would hold" if len(concepts) == len(CONCEPTS) else "would hold in part"
    return f"The deal {how}: it is {found}."


def deal_fails(leavers: Sequence[str]) -> str:
    """The deal is no equilibrium; ``leavers`` say who would leave it and for what."""
    why = f": {'; '.join(leavers)}" if leavers else ": it is not an equilibrium under any concept"
    return f"As things stand the deal would not hold{why}."


def deal_open(unknown: Sequence[str]) -> str:
    """Whether the deal holds cannot be said."""
    return (
        "Whether the deal would hold cannot be said, because the record does not show what "
        f"{listed(unknown, 'or')} prefers."
    )


def change(
    kind: ChangeKind,
    who: str,
    what: str,
    above: str | None,
    concepts: Sequence[Concept],
    open_: bool,
) -> str:
    """One change after which the deal holds."""
    conditions = {
        "raise": f"if {who} wanted {what} more than it wants {above}",
        "drop": f"if {who} no longer wanted {what}",
        "reverse": f"if {who} came to want {what}",
        "repeal": f"if {what} no longer applied",
    }
    already = " The record does not rule out that this is so already." if open_ else ""
    return f"The deal would hold {under(concepts)} {conditions[kind]}.{already}"


def changes_summary(count: int, first: str) -> str:
    """How many single changes would do, with the first of them in words."""
    if count == 1:
        return f"One single change would make it hold. {first}"
    return f"{capital(number(count))} single changes would each make it hold. {first}"


def no_change() -> str:
    """No single change suffices."""
    return "No single change of a preference or a provision makes the deal hold."


def hurdle(party: str, wish: str, against: str | None) -> str:
    """What keeps the deal from holding, in one sentence."""
    return f"{capital(party)} wants {wish}" + (
        f", while {against}." if against else ", and the deal asks the contrary."
    )


def against_provision_unless(cite: str, wish: str, fact: str) -> str:
    """What a preference collides with: a provision that sets a condition."""
    return f"under {cite} it is unlawful for {wish} unless {fact}"


def against_provision(cite: str, fact: str) -> str:
    """What a preference collides with: a provision of any form."""
    return f"{cite} requires that {fact}"


def against_party(party: str, wish: str) -> str:
    """What a preference collides with: what another party wants."""
    return f"{party} wants {wish}"


def against_ask(party: str, wish: str) -> str:
    """What a preference collides with: what another party asks."""
    return f"{party} asks {wish}"


def hurdle_law(cite: str, fact: str) -> str:
    """The deal itself is unlawful."""
    return f"The deal breaks {cite}, by which it must be so that {fact}."


def hurdle_asks(one: str, one_wish: str, other: str, other_wish: str) -> str:
    """The asks exclude each other."""
    return f"{capital(one)} asks {one_wish}, while {other} asks {other_wish}."


def hurdle_first_move() -> str:
    """Today's state and the deal both hold."""
    return "Today’s state holds as well as the deal, so no party gains by being the first to move."


# --- without a model ------------------------------------------------------------------


def no_model(statements: int, speakers: Sequence[str]) -> str:
    """Nothing could be drafted, though somebody said something."""
    by = f" by or for {listed(speakers)}" if speakers else ""
    return (
        f"The record holds {counted(statements, 'statement')}{by}, "
        "but no model of a dispute could be drafted from it."
    )


def missing(what: str) -> str:
    """What a model lacks."""
    return full_stop(f"What is missing: {one_line(what)}")


def no_statement(documents: int) -> str:
    """Nothing anybody said was found."""
    return f"In {counted(documents, 'document')}, no statement by anybody was found."


# --- who, and what they say -----------------------------------------------------------


def decision_maker(party: str, options: Sequence[str]) -> str:
    """A decision maker and what it can do."""
    if not options:
        return f"{capital(party)} is a decision maker without an option of its own in this model."
    return f"{capital(party)} is a decision maker. It can {listed(options, 'or')}."


def third_party(party: str) -> str:
    """A party that is mentioned and decides nothing here."""
    return f"{capital(party)} is mentioned; it decides nothing in this model."


def spoke(person: str, office: str | None, party: str | None, channels: Sequence[str]) -> str:
    """A named person who spoke."""
    role = f", {office}," if office else ""
    whom = f"spoke for {party}" if party else "spoke; for whom, the record does not say"
    return full_stop(f"{capital(person)}{role} {whom}{_through(channels)}")


def spoke_unnamed(
    party: str | None, words: Sequence[str], count: int, channels: Sequence[str]
) -> str:
    """Statements attributed to a party, or to nobody who could be told, without a named person."""
    as_ = f" (as {listed([quoted(w) for w in words])})" if words else ""
    many = capital(counted(count, "statement"))
    if party is None:
        return f"{many}{as_} could not be attributed to a party{_through(channels)}."
    are = "is" if count == 1 else "are"
    return f"{many} {are} attributed to {party}{as_} without a named person{_through(channels)}."


def _through(channels: Sequence[str]) -> str:
    return f", {listed(place(channel) for channel in channels)}" if channels else ""


def place(channel: str) -> str:
    """A channel with its preposition: "on X", "to Reuters", "at a press conference"."""
    words = channel.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ").split()
    kind = next((w for w in reversed(words) if w in _OCCASIONS), None)
    if kind is None:
        return f"{'on' if ' '.join(words) in _PLATFORMS else 'to'} {channel}"
    article = "" if channel[:1].isupper() or channel.split()[0] in {"a", "an", "the"} else "a "
    article = "an " if article and channel[:1].lower() in "aeiou" else article
    return f"{_OCCASIONS[kind]} {article}{channel}"


def wants(party: str, wish: str) -> str:
    """One statement of preference."""
    return f"{capital(party)} wants {wish}."


def rule(fact: str, why: str) -> str:
    """What cannot happen otherwise, and why."""
    return full_stop(f"It is always so that {fact}" + (f": {one_line(why)}" if why else ""))


def provision(fact: str) -> str:
    """What a provision says in the model's terms."""
    return f"Required: {fact}."


def ranked(party: str) -> str:
    """Preferences given as a ranking or as weights rather than as statements."""
    return f"{capital(party)} ranks the states directly; the order is in the dispute file."


def clash(sides: Sequence[tuple[str, str]]) -> str:
    """Claims of different parties that cannot all be true, each in its own words."""
    return " ".join(full_stop(f"{capital(party)} says: {quoted(text)}") for party, text in sides)


def unknown_claimant() -> str:
    """Who claims something when the record does not say."""
    return "a party that could not be told"


# --- time -----------------------------------------------------------------------------


def due(earliest: str | None, until: str | None, dated: bool) -> str:
    """When an expectation falls due."""
    if until:
        since = f"from {day(earliest)} " if earliest and earliest != until else ""
        return f"{since}until {day(until)}"
    if not dated:
        return "unknown, the article carries no date"
    return f"open, from {day(earliest)}" if earliest else "open"


def expects(party: str, text: str, when: str) -> str:
    """What a party expects or hopes for, in the text's own words."""
    return f"{capital(party)} expects or hopes: {quoted(text)}. Due: {when}."


def happening(
    actor: str | None, target: str | None, together: bool, words: str, status: str
) -> str:
    """An event in the text's own words; who and towards whom where those do not say."""
    if actor and target:
        who = f"{capital(actor)} {'and' if together else 'towards'} {target}: "
    else:
        who = f"{capital(actor)}: " if actor else f"Towards {target}: " if target else ""
    note = "" if status == "happened" else f" ({STATUSES.get(status, status)})"
    return full_stop(f"{who}{quoted(words)}{note}")


def contrary(wish: str) -> str:
    """What is wanted, turned round, where it cannot be said in one clause."""
    return f"the contrary of this: {wish}"


# --- limits ---------------------------------------------------------------------------


def unreviewed(claims: int) -> str:
    """No analyst has judged the claims."""
    if not claims:
        return "Unreviewed: no analyst has looked at this record."
    counts = "counts" if claims == 1 else "count"
    all_of = counted(claims, "claim")
    return f"Unreviewed: no analyst has judged the record; {all_of} {counts} provisionally."


def one_document() -> str:
    """The whole record is one text."""
    return "Everything here rests on one document; nothing in it was checked against a second."


def single_source(single: int, total: int) -> str:
    """How much rests on one statement or on one document alone."""
    if single == total:
        which = "The one claim rests" if total == 1 else f"All {counted(total, 'claim')} rest"
    else:
        rests = "rests" if single == 1 else "rest"
        which = f"{capital(number(single))} of {counted(total, 'claim')} {rests}"
    return f"{which} on a single statement or on a single document."


def no_source(count: int) -> str:
    """Statements without a source that could be told."""
    carry = "has" if count == 1 else "have"
    return f"{capital(counted(count, 'statement'))} {carry} no source that could be told."


def undated(count: int) -> str:
    """Documents without a date."""
    carry = "carries" if count == 1 else "carry"
    return f"{capital(counted(count, 'document'))} {carry} no date of publication."


def repeated(count: int) -> str:
    """Documents with the same text."""
    repeat, count_ = ("repeats", "counts") if count == 1 else ("repeat", "count")
    documents = capital(counted(count, "document"))
    return f"{documents} {repeat} the text of another, and {count_} once with it."


def unsure_order(party: str, count: int) -> str:
    """How many preferences have an assumed place."""
    of = counted(count, "preference")
    return f"The place of {of} of {party} in its order is assumed, not stated."


def freely_reversible() -> str:
    """Every option is treated as reversible."""
    return (
        "Every option is treated as freely reversible: what is done can be undone, and the reverse."
    )


def unchecked_provisions(cites: Sequence[str]) -> str:
    """Provisions whose official text nobody has compared."""
    return (
        f"The wording of {listed(cites)} comes from the record or from a summary; "
        "it was not checked against the official text."
    )


def no_provisions() -> str:
    """The model holds no law."""
    return "The model holds no provision of law, so every outcome counts as lawful."


def not_understood(count: int) -> str:
    """How many findings there are."""
    return (
        f"{capital(counted(count, 'finding'))} "
        f"{'names' if count == 1 else 'name'} what was read but not understood, or is missing."
    )


def model_bounds(options: int) -> str:
    """What the table of states covers."""
    return (
        f"The outcomes are the combinations of the model’s {counted(options, 'option')}; "
        "what nobody in the record spoke of is not among them."
    )


def machine_read() -> str:
    """How statements were found."""
    return (
        "Statements, events and the model were found by rules of grammar and word lists; "
        "they can be wrong."
    )


def not_legal_advice() -> str:
    """What the brief is not."""
    return "Nothing here is legal advice."


def claim_by(party: str | None) -> str:
    """Who claims something, as a heading."""
    return capital(the(party)) if party else capital(unknown_claimant())


# --- headings, shared by the page and its Markdown twin ---------------------------------

SECTIONS = {
    "answer": "The answer",
    "caveats": "What the answer rests on",
    "hurdle": "The main hurdle",
    "parties": "Who decides, who spoke",
    "law": "Law and rules in the model",
    "today": "Why today’s state holds or not",
    "states": "Every feasible state",
    "deal": "The deal",
    "changes": "What would make it hold",
    "conflicts": "Claims in conflict",
    "expectations": "Expectations",
    "timeline": "Timeline",
    "limits": "Limits",
    "findings": "Read but not understood, or missing",
    "sources": "Sources",
}
LAWFUL = {True: "lawful", False: "unlawful", None: "depends"}
NOT_JUDGED = "not judged"


def used_in(section: str, position: int) -> str:
    """How a back-link names the sentence it leads to."""
    names = {
        "hurdle": "main hurdle",
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


def heard(source: str | None, attitude: str, channel: str | None) -> str:
    """Caption of a statement: who, with what attitude, where."""
    where = f", {place(channel)}" if channel else ""
    return f"{capital(source) if source else 'Somebody not named'} {attitude}{where}"


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
