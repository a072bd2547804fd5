"""A dispute over a river between two invented states, read and drafted by hand.

The two texts and everything in them are made up for these tests; offsets are looked up in
the texts, so that emoji, accents and Turkish letters before a passage count.
"""

from dataclasses import dataclass, replace

from detente.brief.compose import compose
from detente.brief.contents import Brief
from detente.domain.conditions import Both, Condition, Not, Taken
from detente.domain.dispute import Dispute, Option, Party, Preference
from detente.domain.drafts import Conflict, Draft, Expectation, ThirdParty
from detente.domain.evidence import (
    Actor,
    Claim,
    Document,
    Event,
    Proposition,
    Reading,
    Source,
    Span,
    Statement,
)
from detente.domain.findings import Finding, Place
from detente.domain.norms import Provision
from detente.domain.states import feasible_states
from detente.domain.verdicts import (
    CONCEPTS,
    Analysis,
    Ask,
    Change,
    Deal,
    Verdict,
)

FIRST = """Written for this project. Every name in it is invented.
Arvenia and Kestria are holding new talks on the Sella dam, the first since Kestria imposed a \
transit levy on Arvenian grain in March 2023. The dispute began after Arvenia closed the sluices \
of the dam.
💧 In a post on X, Arvenian water minister İpek Çağlar said Kestria cannot buy power from the dam \
unless the 1987 river treaty is respected, and that the treaty makes release of water a condition.
“We will not open the sluices under pressure,” she added.
Kestria has long rejected that position, arguing that the dry river has ruined two harvests. \
“The closure starves our fields,” its foreign minister Jonas Orhel told the Meridian news agency.
Arvenia has repeatedly ruled out opening the sluices before the levy ends, saying the closure \
harms no farm downstream.
"""

SECOND = """Written for this project. Every name in it is invented.
Kestria’s foreign minister Jonas Orhel said on Tuesday that he expects a settlement within months.
Kestria again demanded that Arvenia open the sluices. Norvia has offered to host the talks.
The levy on Arvenian grain was imposed by Kestria.
"""


class Places:
    """Looks up passages of one text."""

    def __init__(self, document: Document) -> None:
        self.text, self.id = document.text, document.id

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after))
        return Span(start=start, end=start + len(words))

    def actor(self, words: str, party: str, after: str = "") -> Actor:
        return Actor(span=self.span(words, after), party=party, kind="country")

    def source(self, words: str, party: str | None, after: str = "", **more: str) -> Source:
        return Source(span=self.span(words, after), party=party, **more)


@dataclass(frozen=True)
class Water:
    """Everything that `compose` takes, and the parts the tests ask for by name."""

    readings: tuple[Reading, ...]
    draft: Draft
    analysis: Analysis
    deal: Deal
    broken: dict[int | str, tuple[Provision, ...]]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]

    def brief(self, **changes: object) -> Brief:
        given = {
            "readings": self.readings,
            "draft": self.draft,
            "analysis": self.analysis,
            "deal": self.deal,
            "broken": self.broken,
            "verdicts": self.verdicts,
            "findings": self.findings,
        } | changes
        return compose(**given)


def _first_reading(extra: str) -> Reading:
    document = Document(
        text=FIRST + extra, path="texts/first.txt", title="New talks on the Sella dam"
    )
    at = Places(document)
    treaty = Statement(
        document=at.id,
        source=at.source(
            "Arvenian water minister İpek Çağlar",
            "ARV",
            person="İpek Çağlar",
            office="water minister",
        ),
        cue=at.span("said", "Çağlar"),
        content=(
            at.span(
                "Kestria cannot buy power from the dam unless the 1987 river treaty is respected, "
                "and that the treaty makes release of water a condition"
            ),
        ),
        manner="indirect",
        attitude="conditions",
        strength=0.8,
        channel="X",
        propositions=(
            Proposition(
                document=at.id, span=at.span("cannot buy power from the dam"), act="buy",
                agent=at.actor("Kestria", "KES", "Çağlar"), polarity="negative", modality="can",
            ),
        ),
    )  # fmt: skip
    law = Statement(
        document=at.id,
        source=None,
        cue=at.span("makes"),
        content=(at.span("the treaty makes release of water a condition"),),
        manner="indirect",
        attitude="asserts",
        inside=treaty.id,
    )
    pressure = Statement(
        document=at.id,
        source=replace(
            at.source("she", "ARV", "pressure", person="İpek Çağlar", office="water minister"),
            speaker=at.span("İpek Çağlar"),
        ),
        cue=at.span("added"),
        content=(at.span("We will not open the sluices under pressure"),),
        manner="direct",
        attitude="refuses",
        strength=0.9,
    )
    rejects = Statement(
        document=at.id,
        source=at.source("Kestria", "KES", "added"),
        cue=at.span("rejected"),
        content=(
            at.span("that position"),
            at.span("that the dry river has ruined two harvests"),
        ),
        manner="indirect",
        attitude="denies",
        answers=treaty.id,
    )
    starves = Statement(
        document=at.id,
        source=at.source(
            "its foreign minister Jonas Orhel",
            "KES",
            person="Jonas Orhel",
            office="foreign minister",
        ),
        cue=at.span("told"),
        content=(at.span("“The closure starves our fields,”"),),
        manner="direct",
        attitude="asserts",
        channel="the Meridian news agency",
    )
    refuses = Statement(
        document=at.id,
        source=at.source("Arvenia", "ARV", "agency."),
        cue=at.span("ruled out"),
        content=(at.span("opening the sluices before the levy ends"),),
        manner="indirect",
        attitude="refuses",
        strength=1.0,
    )
    harmless = Statement(
        document=at.id,
        source=at.source("Arvenia", "ARV", "agency."),
        cue=at.span("saying"),
        content=(at.span("the closure harms no farm downstream"),),
        manner="indirect",
        attitude="asserts",
    )
    talks = Event(
        document=at.id, span=at.span("holding new talks on the Sella dam"), act="talk",
        type="CONSULT", status="ongoing", reciprocal=True,
        actor=at.actor("Arvenia", "ARV"), target=at.actor("Kestria", "KES"),
    )  # fmt: skip
    levy = Event(
        document=at.id, span=at.span("imposed a transit levy"), act="impose", type="SANCTION",
        date="2023-03", actor=at.actor("Kestria", "KES", "since"),
        target=at.actor("Arvenian", "ARV", "levy on"),
    )  # fmt: skip
    closed = Event(
        document=at.id, span=at.span("closed the sluices of the dam"), act="close",
        type="COERCE", actor=at.actor("Arvenia", "ARV", "after"),
    )  # fmt: skip
    return Reading(
        document=document,
        statements=(treaty, law, pressure, rejects, starves, refuses, harmless),
        events=(talks, levy, closed),
        mentions=(at.actor("Arvenia", "ARV"), at.actor("Kestria", "KES")),
        findings=(
            Finding(
                code="undated-document",
                severity="warning",
                what="the article carries no date",
                fix="say when it was published with --published",
                where=Place(path="texts/first.txt"),
            ),
        ),
    )


def _second_reading() -> Reading:
    document = Document(
        text=SECOND,
        path="texts/second.txt",
        title="Minister hopeful",
        publisher="The Invented Herald",
        url="https://herald.example/minister",
        published="2024-05-14",
    )
    at = Places(document)
    hopes = Statement(
        document=at.id,
        source=at.source("he", "KES", "Tuesday that", person="Jonas Orhel"),
        cue=at.span("expects"),
        content=(at.span("a settlement within months"),),
        manner="indirect",
        attitude="expects",
    )
    demands = Statement(
        document=at.id,
        source=at.source("Kestria", "KES", "months."),
        cue=at.span("demanded"),
        content=(at.span("that Arvenia open the sluices"),),
        manner="indirect",
        attitude="demands",
        strength=0.9,
    )
    offer = Event(
        document=at.id, span=at.span("offered to host the talks"), act="mediate",
        type="COOPERATE", status="planned", actor=at.actor("Norvia", "NOR"),
    )  # fmt: skip
    levy = Event(
        document=at.id, span=at.span("was imposed"), act="impose", type="SANCTION",
        actor=at.actor("Kestria", "KES", "imposed by"),
        target=at.actor("Arvenian", "ARV", "levy on"),
    )  # fmt: skip
    return Reading(
        document=document,
        statements=(hopes, demands),
        events=(offer, levy),
        mentions=(at.actor("Norvia", "NOR"),),
    )


def _draft(first: Reading, second: Reading) -> tuple[Draft, Provision]:
    treaty, _, pressure, rejects, starves, refuses, harmless = first.statements
    hopes, demands = second.statements
    ruined = Claim(
        party="KES", text="The closure of the dam starves the fields downstream",
        key="closure harms fields", support=(starves.id, rejects.id), oppose=(harmless.id,),
    )  # fmt: skip
    unharmed = Claim(
        party="ARV", text="The closure harms no farm downstream", key="not closure harms fields",
        support=(harmless.id,), oppose=(starves.id,),
    )  # fmt: skip
    keeps = Claim(
        party="ARV", text="Arvenia will not open the sluices", key="not release",
        support=(pressure.id, refuses.id),
    )  # fmt: skip
    bound = Claim(
        party="ARV", text="Kestria may buy power only if the treaty is respected",
        key="buy requires release", support=(treaty.id,),
    )  # fmt: skip
    wanted = Claim(
        party="KES", text="Arvenia should open the sluices", key="release", support=(demands.id,)
    )
    provision = Provision(
        id="treaty1987_4",
        cite="the 1987 river treaty, art. 4",
        says=_requires("kestria.buy", "arvenia.open"),
        wording="power is sold only where water is released",
        because=(bound.id,),
    )
    arvenia = Party(
        id="arvenia", name="Arvenia", code="ARV", because=(keeps.id,),
        options=(
            Option(
                id="open", text="Open the sluices of the Sella dam",
                because=(keeps.id, wanted.id),
            ),
        ),
        preferences=(
            Preference(says=(Not(Taken("arvenia.open")),), because=(keeps.id,)),
            Preference(says=(Taken("kestria.buy"),), because=(bound.id,), basis="presupposed"),
            Preference(says=(Not(Taken("kestria.levy")),), because=(refuses.id,), unsure=True),
        ),
    )  # fmt: skip
    kestria = Party(
        id="kestria", name="Kestria", code="KES", because=("analyst",),
        options=(
            Option(id="buy", text="Buy power from the dam", because=(bound.id,)),
            Option(
                id="levy", text="Keep the transit levy on grain in force",
                because=(first.events[1].id,),
            ),
        ),
        preferences=(
            Preference(
                says=(_requires("kestria.buy", "arvenia.open"),), because=(bound.id,),
                basis="presupposed",
            ),
            Preference(says=(Taken("arvenia.open"),), because=(wanted.id,)),
            Preference(
                says=(Both(Not(Taken("arvenia.open")), "requires", Taken("kestria.levy")),),
                because=(first.events[1].id,), unsure=True, basis="conduct",
            ),
        ),
    )  # fmt: skip
    dispute = Dispute(
        name="Water from the Sella dam",
        parties=(arvenia, kestria),
        provisions=(provision,),
        status_quo=frozenset({"kestria.levy"}),
    )
    draft = Draft(
        dispute=dispute,
        claims=(ruined, unharmed, keeps, bound, wanted),
        conflicts=(Conflict(claims=(ruined.id, unharmed.id)),),
        expectations=(
            Expectation(
                party="KES", text="a settlement within months",
                earliest="2024-05-14", until="2025-05-14", because=(hopes.id,),
            ),
            Expectation(party="ARV", text="the treaty is respected", because=(treaty.id,)),
        ),
        third_parties=(ThirdParty(name="Norvia", code="NOR", because=(second.events[0].id,)),),
        findings=(
            Finding(
                code="preference-missing", severity="info",
                what="the record does not say what Norvia wants",
                fix="add a text in which Norvia speaks",
            ),
        ),
    )  # fmt: skip
    return draft, provision


def _requires(benefit: str, need: str) -> Condition:
    return Both(Taken(benefit), "requires", Taken(need))


def make_water(extra: str = "") -> Water:
    """Build the whole case, with some more words in the first text.

    Its verdicts were worked out by hand on the eight states.
    """
    first, second = _first_reading(extra), _second_reading()
    draft, provision = _draft(first, second)
    assert draft.dispute is not None
    refuses = first.statements[5].id
    # The bits, lowest first: arvenia.open, kestria.buy, kestria.levy.
    states = feasible_states(draft.dispute)
    analysis = Analysis(
        states=states,
        lawful={state.id: state.id not in (3, 7) for state in states},
        stable={
            "arvenia": dict.fromkeys(CONCEPTS, (1, 3, 5, 7)),
            "kestria": dict.fromkeys(CONCEPTS, (2, 4, 5, 6, 8)),
        },
        equilibria=dict.fromkeys(CONCEPTS, (5,)),
        status_quo=5,
    )
    deal = Deal(
        state=4,
        asks=(
            Ask(party="arvenia", option="kestria.buy", take=True, because=(draft.claims[3].id,)),
            Ask(party="arvenia", option="kestria.levy", take=False, because=(refuses,)),
            Ask(party="kestria", option="arvenia.open", take=True, because=(draft.claims[4].id,)),
        ),
        lawful=True,
        changes=(
            Change(
                kind="raise", party="arvenia", element="kestria.buy", above="not arvenia.open",
                concepts=("gmr", "smr", "seq", "sseq"), because=(draft.claims[3].id,),
            ),
            Change(
                kind="raise", party="arvenia", element="not kestria.levy",
                above="not arvenia.open", concepts=("gmr", "smr", "seq", "sseq"), unsure=True,
                because=(refuses,),
            ),
            Change(
                kind="drop", party="arvenia", element="not arvenia.open", concepts=CONCEPTS,
                because=(draft.claims[2].id,),
            ),
        ),
    )  # fmt: skip
    verdicts = (Verdict(party="arvenia", state=4, concept="gmr", stable=False, escape=3),)
    return Water(
        readings=(first, second),
        draft=draft,
        analysis=analysis,
        deal=deal,
        broken={3: (provision,), 7: (provision,)},
        verdicts=verdicts,
        findings=(),
    )
