"""What goes wrong in a database, in words that a person can use, with what to do about it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from detente.errors import StoreError
from detente.record.writing import TEMPORARY

_RESTORE = "restore the last backup with `detente restore`, after a copy of the folder"


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Say what failed in a database, and what to do, instead of how its driver puts it."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise in_words(name, error.orig or error) from error
    except sqlite3.Error as error:
        raise in_words(name, error) from error
    except OSError as error:
        raise StoreError(
            f"{_place(error, name)}: {error.strerror or type(error).__name__}",
            fix="check the folder's permissions and the space left; nothing was changed",
        ) from error


def _place(error: OSError, name: str) -> str:
    """File that an error is about; of one that was being written its folder says more."""
    if error.filename is None:
        return name
    path = Path(os.fsdecode(error.filename))
    return str(path.parent if path.name.startswith(TEMPORARY) else path)


# What SQLite says, what that means, and what to do.
_SQLITE = (
    (
        "is locked",
        "is being written by another process, and is so still after half a minute",
        "wait for the other one to finish, then run it again; nothing was changed",
    ),
    (
        "disk is full",
        "could not be written: the disk is full",
        "make room, then run it again; nothing was changed",
    ),
    (
        "readonly",
        "cannot be written: the file or its folder is read-only",
        "copy the case to a folder that you may write to; nothing was changed",
    ),
    (
        "not a database",
        "is damaged, or is no database at all",
        _RESTORE,
    ),
    ("malformed", "is damaged", _RESTORE),
    ("corrupt", "is damaged", _RESTORE),
    ("Could not decode", "is damaged: a text in it is not UTF-8", _RESTORE),
    ("no such table", "is damaged: a table is missing", _RESTORE),
    ("no such column", "is damaged: a table is not as it should be", _RESTORE),
    ("append-only", "refuses: what was recorded is never changed", "add to it instead"),
    (
        "unable to open",
        "cannot be opened",
        "check that the file is there and that you may write to its folder",
    ),
    (
        "disk I/O error",
        "could not be read or written: the disk reports an error",
        "check the disk, then run it again; what was told of as done is kept, the rest is not",
    ),
)


def in_words(name: str, error: BaseException) -> StoreError:
    """What an error of a driver means for a person."""
    said = " ".join(str(error).split())
    if isinstance(error, sqlite3.Error):
        for words, what, fix in _SQLITE:
            if words in said:
                return StoreError(f"{name} {what}", fix=fix)
        return StoreError(
            f"{name} could not be used: {said}", fix="run `detente verify` to see what is damaged"
        )
    return _postgres_in_words(name, error, said)


def _postgres_in_words(name: str, error: BaseException, said: str) -> StoreError:
    state = getattr(error, "sqlstate", None) or ""
    if state == "55P03":
        what, fix = (
            "is being written by another process, and is so still after half a minute",
            "wait for the other one to finish, then run it again; nothing was changed",
        )
    elif state.startswith("28") or "authentication" in said or "password" in said:
        what, fix = (
            "refuses the name or the password",
            "check the address in case.toml; the password belongs into ~/.pgpass",
        )
    elif state == "3D000" or ("database" in said and "does not exist" in said):
        what, fix = "has no such database", "make it with `createdb`, or correct the address"
    elif state.startswith("53"):
        what, fix = "has no room left", "make room on the server; nothing was changed"
    elif state == "42501":
        what, fix = "does not allow this", "ask for the rights to create and write tables"
    elif state.startswith(("42", "XX")):
        what, fix = f"is damaged or not as it should be: {said[:160]}", "restore the last backup"
    elif state == "":
        what, fix = (
            f"cannot be reached: {said[:160]}",
            "check that the server runs and that the address in case.toml is right",
        )
    else:
        what, fix = f"reports: {said[:200]}", "nothing was changed; run it again"
    return StoreError(f"{name} {what}", fix=fix)


def sealed(name: str) -> StoreError:
    """Say of a backup that nothing is written into it: it would not be what was made any more."""
    return StoreError(
        f"{name} is part of a backup, which is never changed",
        fix="restore it into a folder of its own, and work there: detente restore BACKUP CASE",
    )
