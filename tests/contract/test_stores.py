"""Does each store behave alike: the one in memory, the file, and PostgreSQL?"""

from contextlib import contextmanager
from dataclasses import replace

import cases
import pytest
import sqlalchemy as sa

from detente import workflow
from detente.domain.evidence import Judgement
from detente.errors import StoreError
from detente.record import Arrival, MemoryStore, blobs, restoring, schema
from detente.record.backups import make
from detente.record.cases import init_case, open_case
from detente.record.database import reading, writing
from detente.record.folders import load_case
from detente.record.verifying import verify

READINGS = [cases.reading(number) for number in range(12)]


def arrivals(readings, source=b"bytes"):
    return [
        Arrival(document=found.document, reading=found, source=source + found.document.id.encode())
        for found in readings
    ]


def judged(claim, decision="accepted", by="ada", note=""):
    return Judgement(claim=claim, decision=decision, by=by, at="", note=note)


def bare(readings):
    """Readings without the moment at which they came, which only a record on disk has."""
    return tuple(replace(r, document=replace(r.document, retrieved=None)) for r in readings)


@contextmanager
def case_on(kind, folder):
    if kind == "sqlite":
        yield init_case(folder, name="A case")
        return
    if cases.postgres_server() is None:
        pytest.skip("DETENTE_TEST_POSTGRES=none")
    with cases.postgres_database() as url:
        yield init_case(folder, name="A case", store=url)


@pytest.fixture(params=["sqlite", "postgres"])
def kept(request, tmp_path):
    """A case on each kind of database; it can be opened again."""
    with case_on(request.param, tmp_path / "case") as case:
        yield case


@pytest.fixture
def store(kept):
    opened = open_case(kept, by="ada")
    yield opened
    opened.close()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def any_store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
        return
    with case_on(request.param, tmp_path / "any") as case:
        opened = open_case(case, by="ada")
        yield opened
        opened.close()


# --- What every store does ------------------------------------------------------------------


def test_what_is_taken_in_comes_back_as_it_was_and_in_order(any_store):
    assert any_store.unread(READINGS[0].document)
    assert any_store.take_in(arrivals(READINGS), cases.READER) == ()
    assert bare(any_store.readings()) == tuple(READINGS)
    assert not any_store.unread(READINGS[0].document)


def test_a_text_that_is_known_is_a_finding_and_counts_once(any_store):
    any_store.take_in(arrivals(READINGS[:2]), cases.READER)
    again = replace(READINGS[1], document=replace(READINGS[1].document, path="elsewhere.txt"))
    (finding,) = any_store.take_in(arrivals([again]), cases.READER)
    assert finding.code == "duplicate-article"
    assert READINGS[1].document.path in finding.what
    assert finding.where.path == "elsewhere.txt"
    assert len(any_store.readings()) == 2


def test_the_same_text_twice_at_once_counts_once(any_store):
    (finding,) = any_store.take_in(arrivals([READINGS[0], READINGS[0]]), cases.READER)
    assert finding.code == "duplicate-article"
    assert len(any_store.readings()) == 1


def test_judgements_stand_in_the_order_they_were_made(any_store):
    any_store.take_in(arrivals(READINGS[:1]), cases.READER)
    claim = claim_of(READINGS[0])
    for decision in ("accepted", "rejected", "unsure"):
        any_store.judge(judged(claim, decision))
    decisions = [judgement.decision for judgement in any_store.judgements()]
    assert decisions == ["accepted", "rejected", "unsure"]


def claim_of(found):
    from detente.domain.claims import claims

    return claims([found])[0].id


# --- What a record on disk does besides -----------------------------------------------------


def test_everything_is_there_when_the_case_is_opened_again(kept, store):
    store.take_in(arrivals(READINGS), cases.READER)
    store.judge(judged(claim_of(READINGS[3]), "rejected", note="ein Ärgernis \x00 \ud800"))
    digest, counts = store.digest(), store.counts()
    store.close()
    again = open_case(load_case(kept.folder))
    assert (again.digest(), again.counts()) == (digest, counts)
    assert bare(again.readings()) == tuple(READINGS)
    assert again.judgements()[0].note == "ein Ärgernis \ufffd ?"
    again.close()


def test_the_digest_hangs_neither_on_order_nor_on_batches_nor_on_interruptions(kept, tmp_path):
    first, other = open_case(kept), open_case(init_case(tmp_path / "other"))
    first.take_in(arrivals(READINGS), cases.READER)
    for found in reversed(READINGS):
        other.take_in([Arrival(document=found.document)], cases.READER)
        assert other.digest() != first.digest()
    other.take_in(arrivals(READINGS[5:]), cases.READER)
    other.take_in(arrivals(READINGS), cases.READER)
    assert other.digest() == first.digest()
    first.close()
    other.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.take_in(arrivals([cases.reading(99)]), cases.READER),
        lambda store: store.judge(judged(claim_of(READINGS[0]))),
        lambda store: store.remove(READINGS[0].document.id, by="ada"),
    ],
)
def test_the_digest_tells_every_change_of_content(store, change):
    store.take_in(arrivals(READINGS), cases.READER)
    before = store.digest()
    change(store)
    assert store.digest() != before


def test_a_text_with_signs_that_no_database_takes(store):
    odd = cases.reading(7, extra=" A NUL \x00, a rest ﬁ İ ı, 漢字, a\u0301.")
    store.take_in(arrivals([odd]), cases.READER)
    assert bare(store.readings()) == (odd,)


def test_a_text_kept_unread_is_read_later(store):
    found = READINGS[0]
    store.take_in([Arrival(document=found.document)], cases.READER)
    assert (store.counts().documents, store.counts().unread) == (1, 1)
    assert store.unread(found.document)
    assert store.readings() == ()
    assert store.take_in(arrivals([found]), cases.READER) == ()
    assert store.counts().unread == 0
    assert bare(store.readings()) == (found,)


def test_the_same_text_from_two_places_keeps_both(store):
    found = READINGS[0]
    elsewhere = replace(found.document, url="https://example.org/copy", publisher="Copyist")
    store.take_in(arrivals([found]), cases.READER)
    before = store.digest()
    store.take_in([Arrival(document=elsewhere)], cases.READER)
    assert store.counts().documents == 1
    assert store.digest() != before
    assert store.readings()[0].document.publisher == found.document.publisher


def test_all_or_none_of_a_batch_is_kept(store, monkeypatch):
    real = store.blobs.put

    def fails_at_the_third(connection, source, calls=[]):  # noqa: B006
        calls.append(source)
        if len(calls) == 3:
            raise OSError(5, "Input/output error", "blobs/ab")
        return real(connection, source)

    monkeypatch.setattr(store.blobs, "put", fails_at_the_third)
    with pytest.raises(Exception, match="blobs/ab: Input/output error"):
        store.take_in(arrivals(READINGS), cases.READER)
    assert store.counts().documents == 0
    assert [entry.kind for entry in store.history()] == ["created"]


def test_a_file_of_many_texts_is_hashed_once_and_anew_when_it_was_changed(
    store, tmp_path, monkeypatch
):
    path = tmp_path / "many.jsonl"
    path.write_text("the first bytes", encoding="utf-8")
    hashed = []
    real = blobs.hashed
    monkeypatch.setattr(blobs, "hashed", lambda source: hashed.append(source) or real(source))
    for found in READINGS[:6]:
        store.take_in([Arrival(document=found.document, source=path)], cases.READER)
    assert hashed.count(path) == 1
    path.write_text("other and more bytes", encoding="utf-8")
    store.take_in([Arrival(document=READINGS[6].document, source=path)], cases.READER)
    with reading(store.database) as connection:
        assert {name: blobs.state(store.blobs, connection, name) for name in named(store)} == {
            real(b"the first bytes"): "sound",
            real(b"other and more bytes"): "sound",
        }


def named(store):
    """Hashes of the source bytes that sources name."""
    with reading(store.database) as connection:
        return set(connection.execute(sa.select(schema.sources.c.blob)).scalars())


# --- Undo and redo --------------------------------------------------------------------------


def test_undo_and_redo_lead_back_and_forth_through_the_same_digests(store):
    store.take_in(arrivals(READINGS), cases.READER)
    digests = [store.digest()]
    store.judge(judged(claim_of(READINGS[0]), "accepted"))
    digests.append(store.digest())
    store.judge(judged(claim_of(READINGS[0]), "rejected"))
    digests.append(store.digest())
    store.remove(READINGS[4].document.id, by="ada", note="not ours")
    digests.append(store.digest())
    assert len(set(digests)) == 4
    for step in (2, 1, 0):
        assert store.undo("ada") is not None
        assert store.digest() == digests[step]
    assert store.undo("ada") is None
    for step in (1, 2, 3):
        assert store.redo("ada") is not None
        assert store.digest() == digests[step]
    assert store.redo("ada") is None


def test_each_person_takes_back_only_their_own(store):
    store.take_in(arrivals(READINGS[:1]), cases.READER)
    claim = claim_of(READINGS[0])
    store.judge(judged(claim, "accepted", by="ada"))
    store.judge(judged(claim, "rejected", by="bob"))
    store.undo("ada")
    assert [(j.by, j.decision) for j in store.judgements()] == [("bob", "rejected")]
    assert store.undo("ada") is None


def test_a_new_edit_forgets_what_could_be_redone(store):
    store.take_in(arrivals(READINGS[:2]), cases.READER)
    store.judge(judged(claim_of(READINGS[0])))
    store.undo("ada")
    store.judge(judged(claim_of(READINGS[1])))
    assert store.redo("ada") is None


def test_a_removed_text_stays_removed_when_it_is_added_again(store):
    store.take_in(arrivals(READINGS), cases.READER)
    document = READINGS[2].document.id
    store.remove(document, by="ada", note="a forgery")
    assert store.counts().documents == 11
    assert document not in {found.document.id for found in store.readings()}
    (finding,) = store.take_in(arrivals([READINGS[2]]), cases.READER)
    assert finding.code == "removed-article"
    assert "ada" in finding.what
    store.bring_back(document, by="bob")
    assert store.counts().documents == 12
    assert bare(store.readings()) == tuple(READINGS)


def test_what_can_be_found_of_a_removed_text_is_damage(store):
    store.take_in(arrivals(READINGS[:3]), cases.READER)
    store.remove(READINGS[1].document.id, by="ada")
    assert verify(store).sound
    with writing(store.database) as connection:
        number = connection.execute(
            sa.select(schema.documents.c.no).where(schema.documents.c.id == READINGS[1].document.id)
        ).scalar_one()
        row = {"no": 4_001, "document": number, "folded": "left behind"}
        connection.execute(sa.insert(schema.entries), row)
        store.database.index(connection, 4_001)
    assert [finding.code for finding in verify(store).findings] == ["index-out-of-step"]


# --- The log --------------------------------------------------------------------------------


def test_nothing_that_was_kept_can_be_changed_or_deleted(store):
    store.take_in(arrivals(READINGS[:1]), cases.READER)
    for table in schema.APPEND_ONLY[:-1]:
        column = next(iter(table.primary_key.columns))
        for statement in (sa.delete(table), sa.update(table).values({column: column})):
            with pytest.raises(StoreError), writing(store.database) as connection:
                connection.execute(statement)
    assert store.counts().documents == 1


def test_the_log_is_one_chain(store):
    from detente.record.log import START, seal

    store.take_in(arrivals(READINGS[:1]), cases.READER)
    store.judge(judged(claim_of(READINGS[0])))
    previous = START
    for number, entry in enumerate(store.history(), 1):
        names = ("seq", "at", "by", "kind", "payload", "previous")
        assert (entry.seq, entry.previous) == (number, previous)
        assert entry.hash == seal(**{name: getattr(entry, name) for name in names})
        previous = entry.hash


# --- Newer readers --------------------------------------------------------------------------


def test_a_judgement_stays_where_it_was_when_a_newer_reader_cuts_words_differently(store):
    found = READINGS[0]
    store.take_in(arrivals(READINGS[:3]), cases.READER)
    claim = claim_of(found)
    store.judge(judged(claim, "rejected"))
    assert [place.state for place in store.whereabouts()] == ["FOUND"]
    newer = replace(cases.READER, version="2")

    (statement,) = found.statements
    (content,) = statement.content
    shorter = replace(statement, content=(replace(content, end=content.end - 11),))
    store.read_again([replace(found, statements=(shorter,))], newer)
    (place,) = store.whereabouts()
    assert (place.state, len(place.candidates)) == ("MOVED", 1)
    assert place.candidates[0] != claim

    one = replace(statement, content=(replace(content, end=content.start + 12),))
    other = replace(statement, content=(replace(content, start=content.start + 13),))
    store.read_again([replace(found, statements=(one, other))], newer)
    assert store.whereabouts()[0].state == "AMBIGUOUS"

    store.read_again([replace(found, statements=())], newer)
    assert store.whereabouts()[0].state == "ORPHANED"

    store.read_again([found], cases.READER)
    assert store.whereabouts()[0].state == "FOUND"
    assert [j.claim for j in store.judgements()] == [claim]


def test_only_what_another_reader_read_is_read_again(store):
    store.take_in(arrivals(READINGS[:2]), cases.READER)
    store.take_in([Arrival(document=READINGS[2].document)], cases.READER)
    newer = replace(cases.READER, settings="other words")
    assert len(store.documents(not_by=newer)) == 3
    assert [d.id for d in store.documents(not_by=cases.READER)] == [READINGS[2].document.id]
    assert [d.id for d in store.documents(unread=True)] == [READINGS[2].document.id]
    store.read_again([READINGS[0]], newer)
    assert len(store.documents(not_by=newer)) == 2


def test_reading_the_same_again_changes_no_content(store):
    store.take_in(arrivals(READINGS), cases.READER)
    before = store.digest(), replace(store.counts())
    store.read_again(READINGS, replace(cases.READER, version="2"))
    assert (store.digest(), store.counts()) == before


# --- Restoring ------------------------------------------------------------------------------


def test_what_somebody_does_while_a_case_is_being_restored_is_not_lost(kept, store, monkeypatch):
    store.take_in(arrivals(READINGS), cases.READER)
    backup = make(kept, store.database, kept.folder / "backups", lambda _: None)

    def somebody_judges(*_, blobs):
        if blobs:  # after the case was kept, and before it is written over
            store.judge(judged(claim_of(READINGS[0]), "rejected", note="late"))

    monkeypatch.setattr(restoring, "_restore_files", somebody_judges)
    with pytest.raises(StoreError, match="changed by somebody"):
        restoring.restore(backup.folder, kept.folder, lambda _: None)
    assert [judgement.note for judgement in store.judgements()] == ["late"]
    again = open_case(load_case(kept.folder))
    assert again.digest() == store.digest()
    again.close()


# --- Stories --------------------------------------------------------------------------------


def wire(report, headline, end=""):
    from detente.domain.evidence import Document

    return Arrival(document=Document(text=f"{headline}\n\n{report}{end}"))


def test_copies_of_a_report_are_one_story_and_stay_documents(store):
    report = " ".join(f"Sentence {k} tells what envoy {k * 7} did in town {k}." for k in range(30))
    other = " ".join(f"Nothing of this, {k}, is like that of {k * 3}." for k in range(30))
    copies = [wire(report, "First"), wire(report, "Second paper", " (Agencies)"), wire(other, "X")]
    store.take_in(copies, cases.READER)
    assert (store.counts().documents, store.counts().stories) == (3, 2)
    store.remove(copies[0].document.id, by="ada")
    assert (store.counts().documents, store.counts().stories) == (2, 2)
    store.undo("ada")
    assert (store.counts().documents, store.counts().stories) == (3, 2)


def test_stories_do_not_hang_on_the_batches_in_which_texts_came(store, tmp_path):
    words = [f"word{k}" for k in range(60)]
    texts = [wire(" ".join(words[k : k + 50]), f"paper {k}") for k in (0, 2, 4, 6, 8, 10)]
    store.take_in(texts, cases.READER)
    other = open_case(init_case(tmp_path / "other"))
    for text in texts:
        other.take_in([text], cases.READER)
    assert store.counts().stories == other.counts().stories < len(texts)
    other.close()


# --- One look at what counts ----------------------------------------------------------------


def look_at(store):
    with store.looking() as look:
        seals = look.seals()
        return seals, look.counting(list(seals))


def test_a_look_shows_what_counts_in_the_order_it_came(store):
    store.take_in(arrivals(READINGS), cases.READER)
    seals, readings = look_at(store)
    assert readings == store.readings()
    assert len(set(seals.values())) == len(READINGS)
    with store.looking() as look:
        assert look.counting(list(seals)[2:4]) == readings[2:4]


def test_what_is_seen_of_a_text_changes_its_seal_and_no_others(store):
    store.take_in(arrivals(READINGS), cases.READER)
    before, _ = look_at(store)
    claim = store.claims()[0]
    store.judge(judged(claim.id, "rejected"))
    rejected, readings = look_at(store)
    differing = [n for n, seal in before.items() if rejected[n] != seal]
    assert readings == workflow.counting(store) != store.readings()
    assert 0 < len(differing) < len(before)
    store.undo("ada")
    assert look_at(store)[0] == before
    store.remove(READINGS[3].document.id, by="ada")
    assert list(look_at(store)[0].values()) == [s for n, s in before.items() if n != 4]
    store.read_again([replace(READINGS[0], events=(), statements=())], cases.READER)
    assert look_at(store)[0][1] != before[1]


def test_where_claims_statements_and_events_stand_first(store):
    store.take_in(arrivals(READINGS), cases.READER)
    with store.looking() as look:
        assert look.holding(["cla_0", "nothing", "doc_1"]) == ()
        for number, found in enumerate(READINGS, start=1):
            ids = [s.id for s in found.statements] + [e.id for e in found.events]
            assert look.holding(ids) == (number,)
        for claim in store.claims():
            holders = [
                n
                for n, found in enumerate(READINGS, start=1)
                if {s.id for s in found.statements} & set(claim.support)
            ]
            assert look.holding([claim.id]) == (min(holders),)
