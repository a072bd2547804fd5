"""A case is begun where an interrupted call began one, and never over another program's file."""

import sqlite3
from contextlib import closing

import pytest

from detente.errors import StoreError
from detente.record.cases import init_case, open_case


def empty(path):
    path.write_bytes(b"")


def in_its_journal_mode(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def with_a_log_not_carried_over(path):
    """As kill -9 leaves it: the mark of ours is in the write-ahead log alone."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA application_id = 1")
        connection.execute("PRAGMA application_id = 0")
        files = [path, path.with_name(f"{path.name}-wal")]
        kept = {file: file.read_bytes() for file in files}
    for file, content in kept.items():
        file.write_bytes(content)


@pytest.mark.parametrize("left", [empty, in_its_journal_mode, with_a_log_not_carried_over])
def test_what_an_interrupted_call_left_is_made_a_case(tmp_path, left):
    left(tmp_path / "record.db")
    open_case(init_case(tmp_path)).close()


def foreign(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")


def marked_by_another(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 77")


def no_database(path):
    path.write_bytes(b"Dear diary, " * 100)


@pytest.mark.parametrize("theirs", [foreign, marked_by_another, no_database])
def test_the_file_of_another_program_is_left_alone(tmp_path, theirs):
    path = tmp_path / "record.db"
    theirs(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="the file of another program"):
        init_case(tmp_path)
    assert path.read_bytes() == before


def test_damage_that_is_no_text_is_told_of_in_words(tmp_path):
    case = init_case(tmp_path)
    path = tmp_path / "record.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREAT\xc5 TABLE", 1))
    with pytest.raises(StoreError, match=r"record\.db"):
        open_case(case)
