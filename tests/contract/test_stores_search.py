"""Do both databases find the same, and is it what going through everything would find?"""

from dataclasses import replace

import cases
import pytest

from detente.domain.evidence import Judgement
from detente.errors import InputError
from detente.record import Arrival
from detente.record.cases import init_case, open_case
from detente.record.folding import fold
from detente.record.searching import Wanted, search

READINGS = [cases.reading(number) for number in range(30)]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def store(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("search") / "case"
    if request.param == "sqlite":
        yield from filled(init_case(folder))
        return
    if cases.postgres_server() is None:
        pytest.skip("DETENTE_TEST_POSTGRES=none")
    with cases.postgres_database() as url:
        yield from filled(init_case(folder, store=url))


def filled(case):
    store = open_case(case)
    arrivals = [Arrival(document=found.document, reading=found) for found in READINGS]
    store.take_in(arrivals, cases.READER)
    claim = store.claims(party="ESP", limit=1)[0]
    store.judge(Judgement(claim=claim.id, decision="accepted", by="ada", at=""))
    store.remove(READINGS[7].document.id, by="ada")
    yield store
    store.close()


def found(store, **wanted):
    result = search(store.database, Wanted(limit=1000, **wanted))
    assert result.total == len(result.hits)
    return result.hits


def expected(words):
    """Ids of everything that has all the words, by going through it all."""
    for reading in READINGS:
        if reading is READINGS[7]:
            continue
        document, (statement,), (event,) = reading.document, reading.statements, reading.events
        texts = {
            document.id: f"{document.title} {document.text}",
            statement.id: statement.extent.of(document.text),
            event.id: event.span.of(document.text),
        }
        for ident, text in texts.items():
            if set(fold(words).split()) <= set(fold(text).split()):
                yield ident


@pytest.mark.parametrize(
    "words",
    ["turkiye", "IZMIR accord", "s-400", "not accept", "round 12", "talks 3", "duties zebra"],
)
def test_words_are_found_wherever_they_are_and_nowhere_else(store, words):
    assert {hit.id for hit in found(store, text=words)} == set(expected(words))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"would not accept the plan"', 10),
        ('"accept would"', 0),
        ("tariff OR inspections", 20),
        ("accept NOT (plan OR talks)", None),
        ("inspect*", 10),
        ('"new talk"*', None),
    ],
)
def test_operators_and_phrases(store, text, count):
    hits = found(store, text=text, operators=True)
    if count is not None:
        assert len(hits) == count
    else:
        assert hits


@pytest.mark.parametrize(
    ("wanted", "check"),
    [
        ({"party": "Türkiye"}, lambda hit: hit.kind == "event" or hit.party == "TUR"),
        ({"party": "TUR", "attitude": "refuses"}, lambda hit: hit.attitude == "refuses"),
        ({"act": "impose"}, lambda hit: hit.act == "impose"),
        ({"act": "accept"}, lambda hit: hit.kind == "statement"),
        (
            {"since": "2025-03", "until": "2025-04-30"},
            lambda hit: hit.published[5:7] in ("03", "04"),
        ),
        ({"publisher": "agri"}, lambda hit: hit.publisher == "Ağrı Haber"),
        ({"judged": True}, lambda hit: hit.party == "ESP"),
        ({"kinds": ("event",), "text": "duties"}, lambda hit: hit.kind == "event"),
        ({"text": "plan", "party": "ESP", "judged": False}, lambda hit: hit.party == "ESP"),
    ],
)
def test_what_is_known_of_things(store, wanted, check):
    hits = found(store, **wanted)
    assert hits
    assert all(check(hit) for hit in hits)


def test_a_place_is_that_of_the_words(store):
    texts = {found.document.id: found.document.text for found in READINGS}
    for hit in found(store, text="İzmir accord"):
        place = texts[hit.document][hit.start : hit.end]
        assert "izmir" in fold(place)
        assert "İzmir" in hit.snippet


def test_pages_do_not_overlap_and_leave_nothing_out(store):
    for wanted in ({"text": "round"}, {"party": "TUR"}, {"text": "plan", "attitude": "refuses"}):
        whole = [(hit.kind, hit.id) for hit in found(store, **wanted)]
        paged = []
        for offset in range(0, len(whole), 3):
            page = search(store.database, Wanted(limit=3, offset=offset, **wanted))
            assert page.total == len(whole)
            paged += [(hit.kind, hit.id) for hit in page.hits]
        assert paged == whole


def test_pages_leave_nothing_out_when_texts_were_read_in_another_order_than_they_came(store):
    newer = replace(cases.READER, version="2")
    for found_again in (READINGS[20], READINGS[3], READINGS[11]):
        store.read_again([found_again], newer)
    for wanted in (
        {"since": "2025"},
        {"party": "TUR"},
        {"text": "plan"},
        {"text": "talks", "party": "USA"},
        {"text": "talks", "kinds": ("event", "document")},
    ):
        whole = [(hit.kind, hit.id, hit.document) for hit in found(store, **wanted)]
        paged = []
        for offset in range(0, len(whole), 4):
            page = search(store.database, Wanted(limit=4, offset=offset, **wanted))
            assert page.total == len(whole) == len(set(whole))
            paged += [(hit.kind, hit.id, hit.document) for hit in page.hits]
        assert paged == whole


@pytest.mark.parametrize("sign", "'\"%_\\;:*-+(){}[]^~")
def test_signs_command_nothing(store, sign):
    assert {hit.id for hit in found(store, text=f"{sign}talks{sign}")} == set(expected("talks"))


@pytest.mark.parametrize("wanted", [{}, {"since": "soon"}, {"text": "x", "until": "2025-13"}])
def test_what_makes_no_sense_is_refused(store, wanted):
    with pytest.raises(InputError) as error:
        found(store, **wanted)
    assert error.value.fix
