"""Laws of the story over many texts, on events nobody chose."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from detente.domain.evidence import Actor, Document, Event, Reading, Span
from detente.domain.happenings import happenings

OPPOSITES = {"close": ["open"], "open": ["close"], "sign": []}
WORDS = ("the gate ", "a gate of the canal ", "its ports ", "two boats ", "it ")
DATES = (
    None, "2020", "2021", "2020-05", "2020-06", "2020-05-01", "2020-05-03", "2020-05-07",
    "2020-06-01", "2019-12-31", "0000", "2020-13", "9999-12-31",
)  # fmt: skip

parties = st.sampled_from([None, "PER", "ECU", "COL"])
shapes = st.fixed_dictionaries({
    "act": st.sampled_from(["close", "open", "sign", "meet"]),
    "actor": parties,
    "target": parties,
    "date": st.sampled_from(DATES),
    "status": st.sampled_from(["happened", "ongoing", "planned", "denied"]),
    "thing": st.booleans(),
    "reciprocal": st.booleans(),
})  # fmt: skip
texts = st.tuples(
    st.sampled_from(WORDS),
    st.sampled_from([None, "2020-05-02", "2020-07", "2021-01-01"]),
    st.lists(shapes, max_size=5),
)


def reading(number: int, words: str, published: str | None, events: list[dict]) -> Reading:
    document = Document(text=words + f"in text {number} " + "x" * 40, published=published)

    def actor(code: str | None) -> Actor | None:
        return code and Actor(span=Span(start=0, end=1), party=code)

    made = tuple(
        Event(
            document=document.id, span=Span(start=at, end=at + 4), act=e["act"], type="",
            status=e["status"], date=e["date"], reciprocal=e["reciprocal"],
            actor=actor(e["actor"]), target=actor(e["target"]),
            object=Actor(span=Span(start=0, end=len(words) - 1)) if e["thing"] else None,
        )
        for at, e in enumerate(events)
    )  # fmt: skip
    return Reading(document=document, events=made)


stories = st.lists(texts, max_size=8).map(
    lambda found: [reading(n, *one) for n, one in enumerate(found)]
)


def told(readings):
    return happenings(readings, lambda event: event.status != "denied", OPPOSITES.get)


@given(stories, st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing(readings, random) -> None:
    shuffled = [replace(r, events=tuple(random.sample(r.events, len(r.events)))) for r in readings]
    random.shuffle(shuffled)
    assert told(shuffled) == told(readings)


@given(stories)
def test_a_text_met_twice_adds_no_event(readings) -> None:
    assert told([*readings, *readings]) == told(readings)


@given(stories)
def test_every_telling_is_in_one_event(readings) -> None:
    wanted = {e.id for r in readings for e in r.events if e.status != "denied"}
    placed = [event.id for happening in told(readings) for event in happening.events]
    assert len(placed) == len(set(placed))
    assert set(placed) == wanted


@given(stories)
def test_every_date_told_is_shown_or_allowed_by_one_that_is(readings) -> None:
    for happening in told(readings):
        shown = dict(happening.dates)
        dated = {one for ids in shown.values() for one in ids}
        assert dated <= {event.id for event in happening.events}
        for event in happening.events:
            if event.date in ("2020-05-01", "2020-05-03", "2020-05-07", "2020-06-01"):
                assert event.id in shown[event.date]


@given(stories)
def test_parties_acts_and_standings_of_one_event_agree(readings) -> None:
    for happening in told(readings):
        assert len({event.act for event in happening.events}) == 1
        standings = {"done" if e.status != "planned" else "planned" for e in happening.events}
        assert len(standings) == 1
        if not any(e.reciprocal for e in happening.events):
            assert len({e.actor.party for e in happening.events if e.actor}) <= 1
