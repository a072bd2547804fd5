"""Do the commands on a case do what they say, and refuse what they cannot do in words?"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import cases
import operations
import pytest

from detente.record import database

TEXTS = {
    "spain.txt": "Spain said it would not accept the plan. Portugal said that talks would go on.",
    "turkey.txt": "Türkiye’s foreign minister, Hakan Fidan, said İzmir would host the talks.",
    "copy.txt": "Spain said it would not accept the plan. Portugal said that talks would go on.",
}


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def case(run, texts, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert run("init", "case")[0] == 0
    code, output, _ = run("add", "--case", "case", texts)
    assert (code, output.splitlines()[0][:17]) == (0, "2 documents added")
    return Path.cwd() / "case"


def status(run, case):
    code, output, _ = run("status", "--case", case, "--json")
    assert code == 0
    return json.loads(output)


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".db-shm", ".db-wal")
    }


# --- What they do ---------------------------------------------------------------------------


def test_from_a_folder_of_texts_to_a_decision_and_back(run, case):
    _, output, _ = run("claims", "--case", case, "--party", "Spain", "--json")
    claim = json.loads(output)["claims"][0]
    assert claim["party"] == "ESP"
    before = status(run, case)
    mistake = ["judge", claim["id"][:12], "reject", "--case", case, "--as", "Ada"]
    assert run(*mistake, "--note", "a slip")[0] == 0
    after = status(run, case)
    assert (before["judgements"], after["judgements"]) == (0, 1)
    assert before["digest"] != after["digest"]
    assert run("undo", "--case", case, "--as", "Ada")[0] == 0
    assert status(run, case)["digest"] == before["digest"]
    assert run("undo", "--case", case, "--as", "Ada")[2].startswith("Ada has done nothing")
    _, output, _ = run("log", "--case", case)
    assert [line.split()[3] for line in output.splitlines()[-2:]] == ["judged", "undone"]
    assert "a slip" in output


def test_a_case_is_briefed_and_read_by_its_folder(run, case):
    code, output, _ = run("brief", case, "--json")
    assert code == 0
    assert {Path(d["document"]["path"]).name for d in json.loads(output)["documents"]} == {
        "copy.txt",
        "turkey.txt",
    }
    _, output, _ = run("read", case, "--json")
    assert len(json.loads(output)["documents"]) == 2
    assert run("brief", case, case.parent / "other.txt")[0] == 2


def test_what_an_analyst_rejects_is_not_in_the_brief_of_the_case(run, case, tmp_path):
    dam = Path(__file__).parents[1] / "texts" / "dam" / "base.txt"
    assert run("add", dam, "--case", case)[0] == 0
    first = json.loads(run("brief", case, "--json")[1])
    assert first["dispute"]
    preferences = [p for party in first["dispute"]["party"] for p in party.get("preference", [])]
    claims = {claim["id"] for claim in first["claims"]}
    because = [i for p in preferences for i in p.get("because", []) if i in claims]
    for claim in because:
        run("judge", claim, "reject", "--case", case, "--as", "Ada")
    second = json.loads(run("brief", case, "--json")[1])
    assert second["dispute"] != first["dispute"]


def test_the_nearest_folder_that_is_a_case_is_meant(run, case, monkeypatch):
    inner = case / "notes" / "deep"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert json.loads(run("status", "--json")[1])["case"] == "case"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["turkiye"], {"statement", "document"}),
        (["TÜRKİYE", "Izmir"], {"document", "statement"}),
        (['"host the talks"'], {"statement", "document"}),
        (["--party", "Türkiye"], {"statement"}),
        (["--party", "ESP", "--attitude", "refuses"], {"statement"}),
        (["NEAR(talks)", "AND"], set()),
        (["zebra"], set()),
    ],
)
def test_search(run, case, asked, found):
    code, output, _ = run("search", *asked, "--case", case, "--json")
    results = json.loads(output)
    assert code == 0
    # Whether talks that will be hosted are an event too is the reader's to say.
    assert {hit["kind"] for hit in results["results"]} - {"event"} == found
    assert results["total"] == len(results["results"])
    documents = json.loads(run("read", case, "--json")[1])["documents"]
    by_id = {d["document"]["id"]: d["document"]["text"] for d in documents}
    for hit in results["results"]:
        assert " ".join(by_id[hit["document"]][hit["start"] : hit["end"]].split())
        assert {"kind", "id", "document", "start", "end", "snippet"} <= set(hit)


def test_texts_kept_unread_are_read_later(run, texts, monkeypatch):
    run("init", "case")
    assert run("add", "--case", "case", "--no-read", texts)[0] == 0
    assert status(run, "case")["unread"] == 2
    assert status(run, "case")["statements"] == 0
    assert run("reread", "--case", "case")[1].splitlines()[0] == "2 documents read"
    read_later = status(run, "case")
    run("init", "other")
    run("add", "--case", "other", texts)
    assert read_later["digest"] == status(run, "other")["digest"]
    assert run("reread", "--case", "case")[1].splitlines()[0] == "0 documents read"


def test_lines_of_a_file_are_texts_with_what_is_told_of_them(run, tmp_path):
    path = tmp_path / "many.jsonl"
    lines = [
        {
            "text": f"Spain said no to the plan, once more, in round {number}.",
            "publisher": "El Test",
        }
        for number in range(3)
    ]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    run("init", "case")
    assert run("add", "--case", "case", path, "--no-read")[0] == 0
    found = json.loads(run("search", "--publisher", "test", "--case", "case", "--json")[1])
    assert found["total"] == 3
    blobs = [p for p in (Path.cwd() / "case" / "blobs").rglob("*") if p.is_file()]
    assert [blob.read_bytes() for blob in blobs] == [path.read_bytes()]


def test_a_removed_document_is_found_no_more_and_comes_back(run, case):
    before = status(run, case)
    document = json.loads(run("search", "izmir", "--case", case, "--json")[1])["results"][0]
    assert run("remove", document["document"], "--case", case, "--as", "Ada")[0] == 0
    assert run("search", "izmir", "--case", case)[1] == "Nothing found.\n"
    assert run("remove", "--back", document["document"], "--case", case, "--as", "B")[0] == 0
    assert status(run, case)["digest"] == before["digest"]


def test_backup_and_restore_beside_and_in_place(run, case, tmp_path):
    before = status(run, case)
    code, output, _ = run("backup", tmp_path / "kept", "--verify", "--case", case, "--json")
    backup = Path(json.loads(output)["folder"])
    assert code == 0
    claim = json.loads(run("claims", "--case", case, "--json")[1])["claims"][0]["id"]
    run("judge", claim, "reject", "--case", case, "--as", "Ada")
    (case / "dispute.toml").write_text("format = 1\n", encoding="utf-8")
    assert run("restore", backup, "beside")[0] == 0
    assert status(run, "beside")["digest"] == before["digest"]
    assert run("verify", "--case", "beside")[0] == 0
    code, output, _ = run("restore", backup, case)
    assert code == 0
    assert status(run, case)["digest"] == before["digest"]
    undone = Path(output.splitlines()[1].split(": ", 1)[1])
    assert run("verify", "--case", undone)[0] == 0
    assert status(run, undone)["judgements"] == 1


def test_names_come_from_the_option_then_the_settings_then_git(run, case, tmp_path, monkeypatch):
    claim = json.loads(run("claims", "--case", case, "--json")[1])["claims"][0]["id"]

    def judged_by(*more):
        assert run("judge", claim, "unsure", "--case", case, *more)[0] == 0
        return json.loads(run("claims", "--judged", "--case", case, "--json")[1])["claims"][0][
            "judgement"
        ]["by"]

    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    code, _, said = run("judge", claim, "unsure", "--case", case)
    assert (code, "--as NAME" in said) == (2, True)
    (home / ".gitconfig").write_text("[user]\n\tname = Git Name\n", encoding="utf-8")
    assert judged_by() == "Git Name"
    settings = home / ".config" / "detente"
    settings.mkdir(parents=True)
    (settings / "config.toml").write_text('name = "Set Name"\n', encoding="utf-8")
    assert judged_by() == "Set Name"
    assert judged_by("--as", "Given Name") == "Given Name"


@pytest.mark.parametrize("place", ["kept", "notes/kept", "."])
def test_backups_may_be_collected_anywhere_in_the_case_and_are_no_part_of_it(
    run, case, monkeypatch, place
):
    monkeypatch.chdir(case)
    (case / "notes").mkdir()
    (case / "notes" / "one.txt").write_text("a note", encoding="utf-8")
    for _ in range(2):
        code, output, said = run("backup", place, "--verify", "--json")
        assert code == 0, said
    backup = Path(json.loads(output)["folder"])
    assert (backup / "notes" / "one.txt").read_text(encoding="utf-8") == "a note"
    assert len([*backup.rglob("backup.json")]) == 1
    assert len([*Path(place).glob("*/backup.json")]) == 2


def test_what_a_command_says_is_backed_up_or_restored_is_on_the_disk(run, case, monkeypatch):
    """Every file and every folder of it is synced, after it was written and before it is told."""
    (case / "notes").mkdir()
    (case / "notes" / "one.txt").write_text("a note", encoding="utf-8")
    synced = set()
    real = os.fsync

    def fsync(handle):
        synced.add(os.fstat(handle).st_ino)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)

    def lost(folder):
        paths = [folder, *folder.rglob("*")]
        left = {"record.db-shm", "record.db-wal", "record.db"}
        return [p for p in paths if p.name not in left and p.stat().st_ino not in synced]

    backup = Path(json.loads(run("backup", "--case", case, "--json")[1])["folder"])
    assert lost(backup) == []
    assert run("restore", backup, "beside")[0] == 0
    assert [path for path in lost(Path("beside")) if path.is_file()] == []


# --- What they refuse -----------------------------------------------------------------------


def refused(run, *arguments, names, code=3):
    """The call fails with this code, and its sentence names something and a way out."""
    got, output, said = run(*arguments)
    assert (got, output) == (code, ""), said
    assert str(names) in said
    assert "  try: " in said
    assert "Traceback" not in said
    return said


def test_a_path_that_is_not_there(run, case, texts):
    before = files(case)
    refused(run, "add", texts, texts / "none.txt", "--case", case, names="none.txt")
    refused(run, "status", "--case", "nowhere", names="nowhere")
    refused(run, "restore", texts / "none", case, names="none")
    assert files(case) == before


def test_a_folder_that_is_no_case(run, texts):
    refused(run, "status", names="case")
    refused(run, "status", "--case", texts, names=texts)
    refused(run, "restore", texts, "new", names=texts)
    assert not Path("new").exists()


@pytest.mark.parametrize("damage", ["rubbish", "empty", "half", "gone"])
def test_a_damaged_database(run, case, damage):
    path = case / "record.db"
    whole = path.read_bytes()
    made = {"rubbish": b"no database " * 500, "empty": b"", "half": whole[: len(whole) // 2]}
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(made[damage])
    before = files(case)
    for command in (["status"], ["search", "spain"], ["claims"]):
        refused(run, *command, "--case", case, names=path)
    assert files(case) == before


def test_a_damaged_case_is_restored(run, case):
    before = status(run, case)
    backup = json.loads(run("backup", "--case", case, "--json")[1])["folder"]
    (case / "record.db").write_bytes(b"no database " * 500)
    code, output, _ = run("restore", backup, case)
    assert code == 0
    assert status(run, case)["digest"] == before["digest"]
    kept = Path(output.splitlines()[1].split(": ", 1)[1])
    assert (kept / "record.db").read_bytes() == b"no database " * 500


def test_a_damaged_backup_changes_nothing(run, case):
    backup = Path(json.loads(run("backup", "--case", case, "--json")[1])["folder"])
    path = backup / "record.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    before = files(case)
    refused(run, "restore", backup, case, names=path)
    assert files(case) == before


def test_a_backup_is_looked_at_and_never_changed(run, case):
    backup = Path(json.loads(run("backup", "--case", case, "--json")[1])["folder"])
    before = files(backup)
    claim = json.loads(run("claims", "--case", backup, "--json")[1])["claims"][0]["id"]
    for command in (
        ["judge", claim, "reject", "--as", "Ada"],
        ["undo", "--as", "Ada"],
        ["add", case.parent / "case" / "case.toml"],
        ["doctor"],
    ):
        refused(run, *command, "--case", backup, names="never changed")
    refused(run, "restore", backup, backup, names="never changed", code=2)
    assert run("verify", "--case", backup)[0] == 0
    assert files(backup) == before
    assert run("restore", backup, "new")[0] == 0
    assert run("judge", claim, "reject", "--as", "Ada", "--case", "new")[0] == 0


def test_a_store_is_named_for_a_new_case_only(run, case):
    backup = json.loads(run("backup", "--case", case, "--json")[1])["folder"]
    before = files(case)
    address = "postgresql://ada@127.0.0.1:1/none"
    refused(run, "restore", backup, case, "--store", address, names="--store", code=2)
    assert files(case) == before


def test_no_name_is_the_name_of_nothing(run, tmp_path):
    """A variable of a script that is empty must not remove the only document."""
    run("init", "one")
    (tmp_path / "a.txt").write_text("Spain said it would not accept the plan.", encoding="utf-8")
    run("add", tmp_path / "a.txt", "--case", "one")
    refused(run, "remove", "", "--as", "Ada", "--case", "one", names="''", code=2)
    refused(run, "judge", "", "reject", "--as", "Ada", "--case", "one", names="''", code=2)


def test_a_nul_in_a_query(run, case):
    refused(run, "search", "a\x00b", "--case", case, names="NUL")


def test_a_case_of_a_newer_program_is_not_touched(run, case):
    with sqlite3.connect(case / "record.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = files(case)
    refused(run, "status", "--case", case, names=case / "record.db")
    assert files(case) == before
    with sqlite3.connect(case / "record.db") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = files(case)
    assert "newer" in refused(run, "add", case, "--case", case, names=case / "record.db")
    assert files(case) == before


def test_another_process_in_the_middle_of_an_upgrade(run, case, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 1)
    operations.make_older(case, None, "0001")
    holder = sqlite3.connect(case / "record.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    refused(run, "status", "--case", case, names="another process")
    holder.execute("ROLLBACK")
    holder.close()
    assert run("status", "--case", case)[0] == 0
    assert [p.name for p in (case / "backups").glob("*before-0001")]
    assert run("verify", "--case", case)[0] == 0


def test_a_database_of_another_program(run, tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    connection = sqlite3.connect(folder / "record.db")
    connection.execute("CREATE TABLE precious (a)")
    connection.commit()
    connection.close()
    before = files(folder)
    refused(run, "init", folder, names=folder / "record.db")
    assert files(folder) == before


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("postgresql://nobody:secret@127.0.0.1:1/none", "127.0.0.1"),
        ("mysql://host/db", "mysql://host/db"),
        ("postgresql://host:port/db", "postgresql://host"),
    ],
)
def test_an_address_that_refuses(run, url, names):
    said = refused(run, "init", "case", "--store", url, names=names)
    assert "secret" not in said
    assert not Path("case", "case.toml").exists()


def test_a_postgres_without_that_database(run):
    server = cases.postgres_server()
    if server is None:
        pytest.skip("DETENTE_TEST_POSTGRES=none")
    url = f"{server.rpartition('/')[0]}/there_is_no_such_database"
    refused(run, "init", "case", "--store", url, names="there_is_no_such_database")


def test_two_people_share_a_case_on_postgres(run, texts):
    if cases.postgres_server() is None:
        pytest.skip("DETENTE_TEST_POSTGRES=none")
    with cases.postgres_database() as url:
        assert run("init", "ada", "--store", url)[0] == 0
        assert run("add", "--case", "ada", texts, "--no-read")[0] == 0
        assert run("init", "bob", "--store", url)[0] == 0
        first, second = status(run, "ada"), status(run, "bob")
        assert (first["id"], first["digest"]) == (second["id"], second["digest"])
        assert run("verify", "--case", "bob")[0] == 0


def test_a_password_in_case_toml_is_never_shown(run):
    _, output, said = run("init", "case", "--store", "postgresql://ada:hush@127.0.0.1:1/db")
    assert "hush" not in output + said


@pytest.mark.parametrize(
    "arguments",
    [
        ["judge", "cla_none", "accept"],
        ["judge", "", "perhaps"],
        ["remove", "doc_none"],
        ["search"],
        ["search", "…"],
        ["search", "x", "--from", "soon"],
        ["search", "x", "--kind", "rumour"],
        ["search", "(x", "--operators"],
        ["init", "case"],
    ],
)
def test_calls_that_make_no_sense(run, case, arguments):
    options = [] if arguments[0] == "init" else ["--case", case]
    options += ["--as", "Ada"] if arguments[0] in ("judge", "remove") else []
    before = files(case)
    refused(run, *arguments, *options, names="", code=2)
    assert files(case) == before


def test_a_copy_without_its_log_is_told_of_and_can_be_taken_as_it_is(run, case, tmp_path):
    copy = tmp_path / "copy"
    older = (case / "record.db").read_bytes()
    claim = json.loads(run("claims", "--case", case, "--json")[1])["claims"][0]["id"]
    run("judge", claim, "accept", "--case", case, "--as", "Ada")
    shutil.copytree(case, copy)
    (copy / "record.db").write_bytes(older)
    said = refused(run, "status", "--case", copy, names=copy / "record.db")
    assert "entry" in said
    code, _, said = run("verify", "--case", copy)
    assert (code, "was written once" in said) == (3, True)
    assert run("doctor", "--accept-loss", "--case", copy)[0] == 0
    assert run("verify", "--case", copy)[0] == 0
    assert status(run, copy)["judgements"] == 0


def test_the_folder_of_a_case_may_be_read_where_it_cannot_be_written(run, case):
    if os.geteuid() != 0:
        pytest.skip("needs a mount, which only root makes; the faults cover permissions")
    copy = case.parent / "mounted"
    shutil.copytree(case, copy)
    if subprocess.run(["mount", "--bind", copy, copy], check=False).returncode:
        pytest.skip("this machine lets root mount nothing")
    subprocess.run(["mount", "-o", "remount,bind,ro", copy], check=True)
    try:
        assert run("search", "spain", "--case", copy)[0] == 0
        assert run("verify", "--case", copy)[0] == 0
        refused(run, "add", copy / "case.toml", "--case", copy, names=copy)
    finally:
        subprocess.run(["umount", copy], check=True)


def test_what_is_piped_is_json_alone(run, case):
    done = subprocess.run(
        [Path(sys.executable).with_name("detente"), "status", "--case", case, "--json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert set(json.loads(done.stdout)) >= {
        *("format", "case", "documents", "stories", "statements", "judgements", "digest")
    }
