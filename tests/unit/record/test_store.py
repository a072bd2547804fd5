from datetime import date

import pytest

from detente.domain.evidence import (
    Claim,
    Document,
    Event,
    Judgement,
    Reading,
    Requirement,
    Source,
    Span,
    Statement,
)
from detente.record import MemoryStore, accepted, all_judged, newest_day, without


@pytest.fixture
def store():
    return MemoryStore()


def reading(text, path=None, **more):
    return Reading(document=Document(text=text, path=path, **more))


def span(start=0, end=1):
    return Span(start=start, end=end)


def event(statement=None, **more):
    return Event(
        document="d", span=span(), act="impose", type="SANCTION", statement=statement, **more
    )


def judged(claim, decision):
    return Judgement(claim=claim.id, decision=decision, by="ada", at="2025-01-01T00:00:00Z")


SAID = Claim(party="ESP", text="a", key="asserts: a", support=("sta_1",))
DENIED = Claim(party="PRT", text="b", key="asserts: b", support=("sta_2", "sta_3"))


def test_readings_stay_in_the_order_they_came(store):
    for text in "cab":
        assert store.add(reading(text)) is None
    assert [kept.document.text for kept in store.readings()] == ["c", "a", "b"]


def test_the_same_text_twice_is_one_document_and_a_finding_names_both(store):
    store.add(reading("one text", "first.txt", published="2024"))
    finding = store.add(reading("one text", "second.txt", published="2025"))
    assert [kept.document.path for kept in store.readings()] == ["first.txt"]
    assert finding.code == "duplicate-article"
    assert finding.where.path == "second.txt"
    assert "first.txt" in finding.what


def test_texts_that_differ_in_one_letter_are_two(store):
    store.add(reading("ış"))
    assert store.add(reading("is")) is None
    assert len(store.readings()) == 2


def test_what_is_handed_out_cannot_change_the_store(store):
    store.add(reading("a"))
    before = store.readings()
    store.add(reading("b"))
    assert len(before) == 1


def test_a_claim_that_nobody_judged_counts(store):
    assert accepted([SAID, DENIED], store.judgements()) == (SAID, DENIED)
    assert not all_judged([SAID], store.judgements())


@pytest.mark.parametrize(
    ("decisions", "counts"),
    [
        (["rejected"], False),
        (["unsure"], True),
        (["accepted", "rejected"], False),
        (["rejected", "accepted"], True),
    ],
)
def test_the_last_judgement_stands(store, decisions, counts):
    for decision in decisions:
        store.judge(judged(SAID, decision))
    assert len(store.judgements()) == len(decisions)
    assert (SAID in accepted([SAID, DENIED], store.judgements())) is counts


def test_reviewed_means_every_claim_and_not_none(store):
    assert not all_judged([], store.judgements())
    store.judge(judged(SAID, "accepted"))
    assert not all_judged([SAID, DENIED], store.judgements())
    store.judge(judged(DENIED, "rejected"))
    assert all_judged([SAID, DENIED], store.judgements())


def test_a_rejected_claim_takes_along_all_that_only_it_tells():
    statements = tuple(
        Statement(
            document="d",
            source=Source(span=span(start, start + 1)),
            cue=None,
            content=(span(start, start + 1),),
            manner="direct",
            attitude="asserts",
        )
        for start in (0, 2)
    )
    gone, kept = (statement.id for statement in statements)
    whole = Reading(
        document=Document(text="x"),
        statements=statements,
        events=(event(gone), event(kept), event()),
        requirements=tuple(
            Requirement(condition=span(), consequence=span(), statement=one)
            for one in (gone, kept, None)
        ),
    )
    rejected = Claim(party="ESP", text="a", key="a", support=(gone,))
    (left,) = without([whole], [rejected])
    assert [statement.id for statement in left.statements] == [kept]
    assert [told.statement for told in left.events] == [kept, None]
    assert [need.statement for need in left.requirements] == [kept, None]
    assert left.document is whole.document
    assert len(whole.statements) == 2


def test_the_newest_day_counts_publication_and_what_has_happened():
    record = [
        reading("a", published="2019-07-17"),
        Reading(
            document=Document(text="b"),
            events=(
                event(date="2020-12"),
                event(date="2031", status="planned"),
                event(date="2032", status="hypothetical"),
            ),
        ),
    ]
    assert newest_day(record) == date(2020, 12, 31)
    assert newest_day(record[:1]) == date(2019, 7, 17)


def test_an_undated_record_has_no_newest_day():
    assert newest_day([]) is None
    assert newest_day([reading("a")]) is None
