"""Everything a brief is made from, in one place, with the look-ups that its parts share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from detente.brief.wording.phrases import the
from detente.brief.wording.terms import Terms
from detente.domain.conditions import options_in
from detente.domain.dispute import Dispute, Party, Preference, StateId
from detente.domain.drafts import Draft
from detente.domain.evidence import Claim, Event, Judgement, Reading, Statement, ordered
from detente.domain.norms import Provision
from detente.domain.robustness import Robustness
from detente.domain.states import State
from detente.domain.verdicts import Analysis, Deal, Verdict
from detente.lexicon.parties import gazetteer

# A brief that lists more states than this is read by nobody; the analysis has every one.
MOST_SHOWN = 256


@dataclass(frozen=True, kw_only=True)
class Model:
    """A dispute that was drafted and solved, and its words."""

    dispute: Dispute
    analysis: Analysis
    deal: Deal | None
    broken: Mapping[StateId, tuple[Provision, ...]]
    verdicts: tuple[Verdict, ...] = ()

    @cached_property
    def terms(self) -> Terms:
        """Words for the dispute's parts."""
        return Terms(self.dispute)

    def state(self, state_id: StateId) -> State:
        """The state with this id."""
        return self.analysis.state(state_id)

    @cached_property
    def shown(self) -> dict[StateId, State]:
        """States that the brief lists, in order: all, or of very many those asked about first."""
        told = {self.analysis.status_quo, self.deal.state if self.deal else None} - {None}
        ids = told | {state.id for state in self.analysis.notable(MOST_SHOWN)}
        numbers = sorted(self.analysis.number(one) for one in ids if one is not None)
        return {state.id: state for state in (self.analysis.states[n] for n in numbers)}

    @cached_property
    def today(self) -> State | None:
        """Today's state, None when it is not known."""
        today = self.analysis.status_quo
        return None if today is None else self.state(today)

    @cached_property
    def bargain(self) -> State | None:
        """The state of the deal, None when there is none."""
        state = self.deal.state if self.deal else None
        return None if state is None else self.state(state)

    @property
    def unknown(self) -> tuple[Party, ...]:
        """Parties of which no preference is known."""
        return tuple(self.dispute.party(party) for party in self.analysis.unknown)

    def is_plain(self, provision: Provision) -> bool:
        """Whether a provision says of options alone, and always, what must be so."""
        options = {name for name, _, _ in self.dispute.named_options()}
        plain = provision.binds and provision.when is None
        return plain and set(options_in(provision.says)) <= options

    def name(self, state: State) -> str:
        """Short name of a state within a sentence."""
        marks = {self.analysis.status_quo: "today’s state"}
        if self.bargain:
            marks.setdefault(self.bargain.id, "the deal")
        return marks.get(state.id) or self.terms.short(state)


@dataclass(frozen=True, kw_only=True)
class Case:
    """What was read and drafted, with the model when there is one."""

    readings: tuple[Reading, ...]
    draft: Draft
    model: Model | None
    reviewed: bool
    given_names: Mapping[str, str]
    judgements: Mapping[str, Judgement] = field(default_factory=lambda: MappingProxyType({}))
    robustness: Robustness | None = None
    copies: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id, in the order of the documents."""
        return {s.id: s for reading in self.readings for s in reading.statements}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id, in the order of the documents."""
        return {e.id: e for reading in self.readings for e in reading.events}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.draft.claims}

    @cached_property
    def texts(self) -> dict[str, str]:
        """Texts of the documents by id."""
        return {reading.document.id: reading.document.text for reading in self.readings}

    @cached_property
    def published(self) -> dict[str, str]:
        """Days on which the documents were published, by id, where they are known."""
        documents = [reading.document for reading in self.readings]
        return {d.id: d.published for d in documents if d.published}

    @cached_property
    def as_of(self) -> str | None:
        """The newest day of publication that the record knows of."""
        return max(self.published.values(), default=None)

    def on_one_source(self, claim: Claim) -> bool:
        """Whether only one text reports a claim; copies of one text are one."""
        support = [self.statements[one] for one in claim.support if one in self.statements]
        return len({self.copies.get(s.document, s.document) for s in support}) < 2

    @cached_property
    def names(self) -> dict[str, str]:
        """Names by code that the model, the record's third parties or the caller give."""
        drafted = self.draft.dispute.parties if self.draft.dispute else ()
        found = {party.code: party.name for party in drafted if party.code}
        thirds = {third.code: third.name for third in self.draft.third_parties}
        return {**self._listed, **self.given_names, **thirds, **found}

    @cached_property
    def _listed(self) -> dict[str, str]:
        """Names that the shipped tables give to the codes of this record."""
        actors = [mention for reading in self.readings for mention in reading.mentions]
        actors += [
            actor for e in self.events.values() for actor in (e.actor, e.target, e.object) if actor
        ]
        codes = {actor.party for actor in actors if actor.party}
        codes |= {s.source.party for s in self.statements.values() if s.source and s.source.party}
        known = {code: gazetteer().by_code(code) for code in sorted(codes)}
        return {code: party.name for code, party in known.items() if party}

    def party(self, code: str | None) -> str | None:
        """A party's name with its article, by its code."""
        return the(self.names.get(code, code)) if code else None

    @cached_property
    def evidence(self) -> frozenset[str]:
        """Ids of everything in the record that a sentence may rest on."""
        found = {reading.document.id for reading in self.readings}
        return frozenset(found | self.statements.keys() | self.events.keys() | self.claims.keys())

    def kept(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those ids that can be followed, each once; "analyst" and the like cannot."""
        return ordered(one for one in ids if one in self.evidence)


def preference_id(party: Party, position: int) -> str:
    """How a ``because`` spells a statement of preference; positions count from 1."""
    return f"{party.id}.preference.{position}"


def preference_called(party: Party, element: str) -> Preference | None:
    """The statement of preference that a ``because`` names, if it names one of this party."""
    head, _, position = element.rpartition(".")
    if head != f"{party.id}.preference":
        return None
    return party.preferences[int(position) - 1]


def state_id(state: State | StateId) -> str:
    """How a ``because`` spells a state."""
    return f"state:{state.id if isinstance(state, State) else state}"
