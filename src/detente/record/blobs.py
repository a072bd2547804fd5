"""Source bytes, each kept under the SHA-256 of what it holds.

They are written before the rows that name them are committed: what a crash can leave behind is
a blob that nothing names, never a row that names nothing.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from detente.record import schema
from detente.record.database import Database, PostgresDatabase
from detente.record.writing import TEMPORARY, make_folder, put_file

State = Literal["sound", "missing", "damaged"]

_PIECE = 8_000_000


class Blobs(Protocol):
    """Keeps bytes by their hash."""

    def put(self, connection: Connection, source: bytes | Path) -> str:
        """Keep bytes, or those of a file, and return their hash."""

    def heal(self, connection: Connection, sha256: str, source: bytes | Path) -> None:
        """Keep bytes anew if they are those of a hash and what is kept under it is damaged."""

    def pieces(self, connection: Connection, sha256: str) -> Iterator[bytes]:
        """Bytes kept under a hash, in pieces; none if there are none."""

    def names(self, connection: Connection) -> set[str]:
        """Hashes under which something is kept."""

    def remove(self, connection: Connection, sha256: str) -> None:
        """Forget bytes that nothing names any more."""


class FolderBlobs:
    """Files in a folder, in sub-folders by the first two digits of the hash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Found sound already: a file of many texts is the source of each of them.
        self._sound: set[str] = set()

    def path(self, sha256: str) -> Path:
        """Where the bytes of this hash are, or would be."""
        return self.folder / sha256[:2] / sha256

    def put(self, connection: Connection, source: bytes | Path) -> str:
        """Keep bytes, or those of a file, and return their hash.

        A file that is there and damaged is replaced.
        """
        sha256 = hash_once(source)
        if self._is_sound(sha256):
            return sha256

        def write(file: BinaryIO) -> Path:
            # Hashed once more: a file may have been changed since it was looked at.
            return self.path(_copy(source, file))

        make_folder(self.folder)
        return put_file(self.folder, write).name

    def heal(self, connection: Connection, sha256: str, source: bytes | Path) -> None:
        """Keep bytes anew if they are those of a hash and what is kept under it is damaged."""
        if not self._is_sound(sha256) and hashed(source) == sha256:
            self.put(connection, source)

    def _is_sound(self, sha256: str) -> bool:
        path = self.path(sha256)
        if not path.is_file():
            return False
        if sha256 not in self._sound and hashed(path) == sha256:
            self._sound.add(sha256)
        return sha256 in self._sound

    def pieces(self, connection: Connection, sha256: str) -> Iterator[bytes]:
        """Bytes kept under a hash, in pieces; none if there are none."""
        path = self.path(sha256)
        if path.is_file():
            yield from _pieces(path)

    def names(self, connection: Connection) -> set[str]:
        """Hashes under which something is kept; half-written files are among them."""
        half_written = self.folder.glob(f"{TEMPORARY}*")
        kept = (path for path in self.folder.glob("*/*") if path.is_file())
        return {path.name for path in (*kept, *half_written)}

    def remove(self, connection: Connection, sha256: str) -> None:
        """Forget bytes that nothing names any more."""
        path = self.folder / sha256 if sha256.startswith(TEMPORARY) else self.path(sha256)
        path.unlink(missing_ok=True)


class TableBlobs:
    """Rows of a database that several people share, in pieces that fit in memory."""

    def put(self, connection: Connection, source: bytes | Path) -> str:
        """Keep bytes, or those of a file, and return their hash."""
        sha256 = hash_once(source)
        table = schema.blobs
        known = sa.select(table.c.part).where(table.c.sha256 == sha256).limit(1)
        if connection.execute(known).first() is None:
            for part, data in enumerate(_pieces(source)):
                row = {"sha256": sha256, "part": part, "data": data}
                connection.execute(sa.insert(table), row)
        return sha256

    def heal(self, connection: Connection, sha256: str, source: bytes | Path) -> None:
        """Leave it: rows are never changed, and the server guards its pages by checksums."""

    def pieces(self, connection: Connection, sha256: str) -> Iterator[bytes]:
        """Bytes kept under a hash, in pieces; none if there are none."""
        table = schema.blobs
        parts = sa.select(table.c.part).where(table.c.sha256 == sha256).order_by(table.c.part)
        for part in connection.execute(parts).scalars().all():
            one = sa.select(table.c.data).where(table.c.sha256 == sha256, table.c.part == part)
            yield connection.execute(one).scalar_one()

    def names(self, connection: Connection) -> set[str]:
        """Hashes under which something is kept."""
        return set(connection.execute(sa.select(schema.blobs.c.sha256).distinct()).scalars())

    def remove(self, connection: Connection, sha256: str) -> None:
        """Leave it: rows are written with those that name them, so none is ever left over."""


def blobs_of(folder: Path, database: Database) -> Blobs:
    """Where the source bytes of a case are."""
    return TableBlobs() if isinstance(database, PostgresDatabase) else FolderBlobs(folder / "blobs")


def state(blobs: Blobs, connection: Connection, sha256: str) -> State:
    """Whether the bytes kept under a hash are there and still have it."""
    digest = hashlib.sha256()
    found = False
    for piece in blobs.pieces(connection, sha256):
        found = True
        digest.update(piece)
    if not found and sha256 != digest.hexdigest():
        return "missing"
    return "sound" if digest.hexdigest() == sha256 else "damaged"


def hashed(source: bytes | Path) -> str:
    """SHA-256 of bytes or of a file."""
    digest = hashlib.sha256()
    for piece in _pieces(source):
        digest.update(piece)
    return digest.hexdigest()


def hash_once(source: bytes | Path) -> str:
    """SHA-256 of bytes or of a file, which is read again only when it was changed."""
    if isinstance(source, bytes):
        return hashed(source)
    found = source.stat()
    return _hash_of(source, found.st_ino, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=16)
def _hash_of(source: Path, *as_it_is: int) -> str:
    return hashed(source)


def _pieces(source: bytes | Path) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield from (source[k : k + _PIECE] for k in range(0, len(source), _PIECE))
        return
    with source.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _copy(source: bytes | Path, target: BinaryIO) -> str:
    digest = hashlib.sha256()
    for piece in _pieces(source):
        target.write(piece)
        digest.update(piece)
    return digest.hexdigest()
