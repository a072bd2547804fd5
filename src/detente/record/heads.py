"""Where the log ended when the last change was told of as done, kept beside the database.

A copy of the folder without the write-ahead log, or with one cut short, is a sound database
that lacks its newest entries. Only something outside of it can tell.
"""

import contextlib
import json
from pathlib import Path

from detente.record.writing import write_file


def head_of(folder: Path) -> "Head":
    """The note of where the log of a case ended."""
    return Head(folder / "record.head")


class Head:
    """A small file with the number and the hash of the log's last entry."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, number: int, hash_: str) -> None:
        """Note where the log ends now.

        The entry is committed: where this fails the note is behind, which is harmless, and the
        change stands, so nobody may be told that it failed.
        """
        known = self.read()
        if known is not None and (known[0] > number or known == (number, hash_)):
            return  # another process has come further, or nothing has changed
        with contextlib.suppress(OSError):
            self.reset(number, hash_)

    def reset(self, number: int, hash_: str) -> None:
        """Note where the log ends, wherever that was before."""
        write_file(self.path, json.dumps({"seq": number, "hash": hash_}) + "\n")

    def read(self) -> tuple[int, str] | None:
        """Where the log ended; None if that was never noted, or cannot be read."""
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
            return int(told["seq"]), str(told["hash"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
