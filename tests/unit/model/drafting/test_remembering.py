"""Is only that worked out which is not known, and nothing believed that does not fit?"""

import json
import zlib
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest

from detente.domain.evidence import Reading
from detente.model.drafting import memory, remembering
from detente.model.drafting.draft import draft
from detente.model.drafting.remembering import Remembering
from detente.model.drafting.things import thing

from .drafts import read

OLD = (
    read("Peru refused to release the fishermen. Chile imposed tariffs on Peru.", "2024-01-01"),
    read(
        "Chile refused to lift the tariffs. Peru demanded that it lift the tariffs.", "2024-01-02"
    ),
    read(
        "Markou refused to reopen the ports. Chile demanded that Peru reopen the ports.", "2024-01"
    ),
)
NEW = read("Peru offered to release the fishermen.", "2024-03-01")


class Record:
    """Texts that can be looked at; ``asked`` says of how many it was asked what they say."""

    def __init__(self, *readings: Reading) -> None:
        self.readings = list(readings)
        self.asked: list[int] = []

    @contextmanager
    def looking(self):
        yield self

    def seals(self) -> dict[int, str]:
        return {number: str(hash(reading)) for number, reading in enumerate(self.readings)}

    def counting(self, numbers: Sequence[int]) -> list[Reading]:
        self.asked += numbers
        return [self.readings[number] for number in numbers]

    def holding(self, ids):
        return []


@pytest.fixture
def record():
    return Record(*OLD)


@pytest.fixture
def kept(record, tmp_path):
    """A memory of the old texts."""
    found = Remembering(tmp_path / "memory", record)
    drafted, _ = found.draft()
    assert drafted.dispute == draft(OLD).dispute
    record.asked.clear()
    return found


def test_nothing_new_is_nothing_to_be_worked_out(kept, record) -> None:
    assert kept.draft()[0].dispute == draft(OLD).dispute
    assert record.asked == []


def test_of_a_newer_text_only_that_is_worked_out(kept, record) -> None:
    record.readings.append(NEW)
    assert kept.draft()[0].dispute == draft([*OLD, NEW]).dispute
    assert record.asked == [3]
    record.asked.clear()
    assert kept.draft()[0].dispute == draft([*OLD, NEW]).dispute
    assert record.asked == []


def test_of_an_older_text_too(kept, record) -> None:
    older = read("Peru will release the fishermen, Lima said.", "2023")
    record.readings.append(older)
    assert kept.draft()[0].dispute == draft([*OLD, older]).dispute
    assert record.asked == [3]


def test_a_condition_that_was_dropped_stays_dropped_when_an_older_text_comes(tmp_path) -> None:
    set_first = read(
        "Norway said it would lift the ban only if Iceland reopens the port.", "2024-01"
    )
    dropped = read(
        "Norway said it would lift the ban whether or not Iceland reopens the port.", "2024-02"
    )
    record = Record(OLD[0], set_first, dropped)
    kept = Remembering(tmp_path / "memory", record)
    kept.draft()
    record.asked.clear()
    record.readings.append(read("Peru will release the fishermen, Lima said.", "2023"))
    assert kept.draft()[0].dispute == draft(record.readings).dispute
    assert record.asked == [3]
    assert draft(record.readings).dispute != draft([record.readings[i] for i in (0, 1, 3)]).dispute


def test_what_tells_whom_a_person_speaks_for_changes_what_that_person_said_before(
    kept, record
) -> None:
    record.readings.append(
        read("Peru's foreign minister, Ana Markou, said it was late.", "2024-02")
    )
    record.readings.append(NEW)
    drafted, _ = kept.draft()
    assert drafted.dispute == draft(record.readings).dispute != draft([*OLD, NEW]).dispute
    assert set(record.asked) == {2, 3, 4}


def test_a_text_that_is_gone_counts_no_longer(kept, record) -> None:
    del record.readings[1]
    assert kept.draft()[0].dispute == draft(record.readings).dispute
    assert record.asked == []


def test_a_text_of_which_something_else_counts_is_worked_out_again(kept, record) -> None:
    record.readings[0] = replace(OLD[0], events=())
    assert kept.draft()[0].dispute == draft(record.readings).dispute
    assert record.asked == [0]


def told_in(path) -> list[object]:
    """What a file tells, but for quotations, of which the order tells nothing."""
    _, first, *others = path.read_bytes().split(b"\n")
    return [{**json.loads(first), "quotes": None}, *others]


def changed_texts() -> list[tuple[Reading, ...]]:
    person = read("Peru's foreign minister, Ana Markou, said it was late.", "2024-02")
    older = read("Peru said it would never release the fishermen.", "2023")
    return [
        (*OLD, older),
        (*OLD, read("Chile will not lift the tariffs, Santiago said.", "2024-01-01")),
        OLD[1:],
        OLD[::-1],
        (OLD[0], OLD[2]),
        (replace(OLD[0], statements=()), *OLD[1:]),
        (OLD[0], replace(OLD[1], statements=OLD[1].statements[:1]), OLD[2], person, NEW),
    ]


@pytest.mark.parametrize("texts", changed_texts())
def test_what_is_kept_of_changed_texts_is_what_would_be_kept_of_them_at_first(
    kept, record, tmp_path, texts
) -> None:
    record.readings[:] = texts
    kept.draft()
    Remembering(tmp_path / "other", Record(*texts)).draft()
    assert told_in(tmp_path / "memory") == told_in(tmp_path / "other")


# More options than a first model has, so that the most central ones are looked for.
MANY = read(
    " ".join(
        f"Peru refused to {deed}. Chile demanded that Peru {deed}. Peru threatened to sue Chile."
        for deed in (
            "sign the treaty", "share the radar data", "open the archive", "pay the debt",
            "lift the embargo", "withdraw the troops", "recognise the islands", "amend the law",
            "release the water", "extradite the banker",
        )
    ),
    "2024-01-04",
)  # fmt: skip


def test_voices_are_looked_at_only_of_options_in_the_model(tmp_path, monkeypatch) -> None:
    Remembering(tmp_path / "memory", Record(*OLD, MANY)).draft()
    kept = remembering._read(tmp_path / "memory")
    looked: set[str] = set()
    read_voices = memory._voices_of

    def looking(position, line):
        looked.add(position.deed.thing.head)
        return read_voices(position, line)

    monkeypatch.setattr(memory, "_voices_of", looking)
    drafted = kept.sum.draft()
    left_out = {thing(f.option.text.split(maxsplit=1)[1]).head for f in drafted.further}
    assert left_out
    assert not looked & left_out


# --- A file that is not as it should be -----------------------------------------------------------


def head_of(data: bytes) -> tuple[dict[str, object], bytes]:
    head, _, body = data.partition(b"\n")
    return json.loads(head), body


def put(path, head: dict[str, object], body: bytes) -> None:
    path.write_bytes(json.dumps({**head, "sum": zlib.crc32(body)}).encode() + b"\n" + body)


@pytest.mark.parametrize("cut", [0, 1, 50, 200, 1000, -1, -100])
def test_a_file_that_was_cut_is_made_again(kept, record, tmp_path, cut) -> None:
    path = tmp_path / "memory"
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    assert kept.draft()[0].dispute == draft(OLD).dispute
    assert record.asked == [0, 1, 2]
    assert path.read_bytes() == whole


def test_what_another_version_of_the_program_wrote_is_not_believed(kept, record, tmp_path) -> None:
    path = tmp_path / "memory"
    head, body = head_of(path.read_bytes())
    put(path, head | {"by": "another"}, body)
    assert kept.draft()[0].dispute == draft(OLD).dispute
    assert record.asked == [0, 1, 2]


def test_words_of_the_users_own_make_it_another_program(monkeypatch, tmp_path) -> None:
    before = remembering.code.__wrapped__()
    (tmp_path / "parties.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("DETENTE_WORDS", str(tmp_path))
    with_words = remembering.code.__wrapped__()
    (tmp_path / "parties.toml").write_text("# other\n", encoding="utf-8")
    assert len({before, with_words, remembering.code.__wrapped__()}) == 3


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b"{}", b"null", b'{"positions":-5}', b'{"positions":"x"}', b"[" * 100_000,
        b'{"positions":1}\n[1]\n[2]', b"\xff\xfe",
    ],
)  # fmt: skip
def test_a_file_that_is_whole_and_makes_no_sense_is_made_again(
    kept, record, tmp_path, body
) -> None:
    path = tmp_path / "memory"
    head, _ = head_of(path.read_bytes())
    put(path, head, body)
    assert kept.draft()[0].dispute == draft(OLD).dispute


def test_voices_that_make_no_sense_are_noticed_when_they_are_asked_for(
    kept, record, tmp_path
) -> None:
    path = tmp_path / "memory"
    head, body = head_of(path.read_bytes())
    lines = body.split(b"\n")
    many = json.loads(lines[0])["positions"]
    for place in range(2, 1 + 2 * many, 2):
        lines[place] = b"bm8="
    put(path, head, b"\n".join(lines))
    record.readings.append(NEW)
    assert kept.draft()[0].dispute == draft([*OLD, NEW]).dispute


def test_where_nothing_can_be_written_nothing_is_lost(record, tmp_path) -> None:
    nowhere = Remembering(tmp_path / "gone" / "memory", record)
    assert nowhere.draft()[0].dispute == draft(OLD).dispute
    (tmp_path / "taken").mkdir()
    assert Remembering(tmp_path / "taken", record).draft()[0].dispute == draft(OLD).dispute
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_two_at_once_leave_a_file_that_is_whole(kept, record, tmp_path, monkeypatch) -> None:
    """The other one writes just before this one does."""
    other = Remembering(tmp_path / "memory", Record(*OLD, NEW))
    write = remembering._write

    def after_the_other(path, memory):
        monkeypatch.setattr(remembering, "_write", write)
        other.draft()
        write(path, memory)

    record.readings.append(read("Chile lifted the tariffs.", "2024-05-01"))
    monkeypatch.setattr(remembering, "_write", after_the_other)
    assert kept.draft()[0].dispute == draft(record.readings).dispute
    assert kept.draft()[0].dispute == draft(record.readings).dispute
    assert other.draft()[0].dispute == draft([*OLD, NEW]).dispute
    assert [path.name for path in tmp_path.iterdir()] == ["memory"]
