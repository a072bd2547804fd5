"""Do the revisions lead to the tables that the program works with, and does an old case arrive?"""

import re
import sqlite3
from importlib.resources import files

import cases
import operations
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from detente.errors import StoreError
from detente.record.cases import init_case, open_case
from detente.record.database import reading
from detente.record.folders import load_case
from detente.record.migrating import REVISIONS
from detente.record.migrations.sql import statements
from detente.record.restoring import restore
from detente.record.schema import METADATA
from detente.record.verifying import verify

FOLDER = files("detente.record").joinpath("migrations")


def test_the_revisions_are_one_line_and_the_program_knows_them_all():
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    scripts = ScriptDirectory.from_config(config)
    found = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_each_revision_has_its_statements_for_each_database(revision, dialect):
    assert list(statements(revision, dialect))


def test_no_word_of_one_database_is_told_to_the_other():
    told = " ".join(one for revision in REVISIONS for one in statements(revision, "postgresql"))
    assert not re.findall(r"STRICT|ROWID|BLOB|INTEGER|RAISE\(", told)


def test_on_sqlite_they_lead_to_the_tables_of_the_schema(tmp_path):
    store = open_case(init_case(tmp_path / "case"))
    same_tables(store.database)
    with reading(store.database) as connection:
        kinds = connection.exec_driver_sql(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        ).all()
    strict = {name for name, is_strict in kinds if is_strict}
    assert strict == set(METADATA.tables)
    store.close()


def test_on_postgres_they_lead_to_the_tables_of_the_schema(tmp_path):
    if cases.postgres_server() is None:
        pytest.skip("DETENTE_TEST_POSTGRES=none")
    with cases.postgres_database() as url:
        store = open_case(init_case(tmp_path / "case", store=url))
        same_tables(store.database)
        store.close()


def same_tables(database):
    def ours(kept, name, kind, *_):
        return not (kind == "table" and name.startswith("words"))

    with reading(database) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": ours}
        )
        found = compare_metadata(context, METADATA)
    # The index of words is the databases' own, and no part of the common tables.
    assert [change for change in found if "entries_by_word" not in str(change)] == []
    with reading(database) as connection:
        for table in METADATA.tables.values():
            found = {index["name"] for index in sa.inspect(connection).get_indexes(table.name)}
            assert {index.name for index in table.indexes} <= found


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_case_is_backed_up_and_brought_up_to_date(tmp_path, revision):
    folder = tmp_path / "case"
    operations.older_case(folder, None, revision)
    told = []
    store = open_case(load_case(folder), tell=told.append)
    assert verify(store).sound
    assert store.counts().stories == len(operations.TEXTS)
    assert store.history()[-1].told == {"from": revision, "to": REVISIONS[-1]}
    store.close()
    assert any("backup" in line for line in told)
    (backup,) = (folder / "backups").iterdir()
    with sqlite3.connect(backup / "record.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (
            revision,
        )
    connection.close()


def test_an_upgrade_that_fails_leaves_the_case_as_it_was(tmp_path, monkeypatch):
    folder = tmp_path / "case"
    operations.older_case(folder, None)
    before = (folder / "record.db").read_bytes()

    def fails(*_):
        raise OSError(28, "No space left on device", str(folder / "record.db"))

    monkeypatch.setattr("detente.record.migrating.rebuild", fails)
    with pytest.raises(StoreError, match="No space left"):
        open_case(load_case(folder))
    monkeypatch.undo()
    assert (folder / "record.db").read_bytes() == before
    open_case(load_case(folder)).close()


def test_a_backup_of_an_older_case_stays_as_it_is_and_is_brought_up_to_date_when_restored(tmp_path):
    folder = tmp_path / "case"
    operations.older_case(folder, None)
    open_case(load_case(folder)).close()
    (backup,) = (folder / "backups").iterdir()
    with pytest.raises(StoreError, match="left as it is"):
        open_case(load_case(backup))
    restored = restore(backup, tmp_path / "copy", lambda _: None)
    store = open_case(restored.case)
    assert verify(store).sound
    assert store.counts().stories == len(operations.TEXTS)
    store.close()
