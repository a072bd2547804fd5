"""Faults of a machine, brought about from inside the process that meets them.

SQLite writes by way of a table of functions, its VFS. Here that table is replaced by one whose
functions count, and on a chosen count fail, write half of what they should, or kill the process.
The program's own writing of files goes through `os`, and is counted in the same way. So a fault
falls while work is under way, at a place that a number names, and never during imports.
"""

import _sqlite3
import ctypes
import errno
import os
import signal
from dataclasses import dataclass
from typing import Literal

Kind = Literal["none", "kill", "torn", "write", "fsync", "full"]

SQLITE_OK, SQLITE_FULL = 0, 13
SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC = 10 | 3 << 8, 10 | 4 << 8

# The library that Python's own module is bound to, and no other copy of it.
_LIBRARY = ctypes.CDLL(_sqlite3.__file__)

_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong
_Open = ctypes.CFUNCTYPE(_I, _P, _P, _P, _I, _P)
_Write = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_Truncate = ctypes.CFUNCTYPE(_I, _P, _L)
_Sync = ctypes.CFUNCTYPE(_I, _P, _I)


class _Vfs(ctypes.Structure):
    _fields_ = (
        *(("version", _I), ("file_size", _I), ("longest_path", _I), ("next", _P)),
        *(("name", ctypes.c_char_p), ("data", _P), ("open", _P), ("delete", _P)),
        *((f"rest{number}", _P) for number in range(14)),
    )


class _Methods(ctypes.Structure):
    _fields_ = (
        *(("version", _I), ("close", _P), ("read", _P), ("write", _P), ("truncate", _P)),
        ("sync", _P),
        *((f"rest{number}", _P) for number in range(13)),
    )


@dataclass
class Fault:
    """What goes wrong, and at which count.

    ``kill`` and ``torn`` count every step, ``write`` and ``full`` writes, ``fsync`` calls that
    wait for the disk. A full disk stays full.
    """

    kind: Kind = "none"
    at: int = 0
    steps: int = 0
    writes: int = 0
    syncs: int = 0

    def step(self) -> None:
        """Count a step, before it is done."""
        self.steps += 1
        if self.kind == "kill" and self.steps == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def fails(self, kind: Kind) -> bool:
        """Count a write or a sync; whether it is the one that fails."""
        if kind == "fsync":
            self.syncs += 1
            return self.kind == "fsync" and self.syncs == self.at
        self.writes += 1
        if self.kind == "full":
            return self.writes >= self.at
        return self.kind == "write" and self.writes == self.at

    @property
    def tears(self) -> bool:
        """Whether the write that was just counted is cut in two."""
        return self.kind == "torn" and self.writes == self.at


def install(fault: Fault) -> None:
    """Let this process meet a fault; there is no way back, so it is a child that dies with it."""
    _install_in_sqlite(fault)
    _install_in_python(fault)


_kept: list[object] = []  # what C holds on to, Python must not throw away


def _install_in_sqlite(fault: Fault) -> None:
    _LIBRARY.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    original = _LIBRARY.sqlite3_vfs_find(None)
    real_open = _Open(original.contents.open)
    tables: dict[int, _Methods] = {}

    def opened(_: int, name: int, file: int, flags: int, out: int) -> int:
        code = real_open(ctypes.addressof(original.contents), name, file, flags, out)
        slot = ctypes.cast(file, ctypes.POINTER(_P))
        if code == SQLITE_OK and slot[0]:
            if slot[0] not in tables:
                tables[slot[0]] = _faulty(slot[0], fault)
            slot[0] = ctypes.addressof(tables[slot[0]])
        return code

    copy = _Vfs()
    ctypes.pointer(copy)[0] = original.contents
    callback = _Open(opened)
    copy.name, copy.open = b"faulty", ctypes.cast(callback, _P)
    _kept.extend([copy, callback, tables, real_open])
    assert _LIBRARY.sqlite3_vfs_register(ctypes.byref(copy), 1) == SQLITE_OK


def _faulty(address: int, fault: Fault) -> _Methods:
    """Functions of a kind of file, with those that write replaced."""
    real = _Methods.from_address(address)
    real_write, real_truncate, real_sync = (
        _Write(real.write),
        _Truncate(real.truncate),
        _Sync(real.sync),
    )

    def write(file: int, data: int, size: int, offset: int) -> int:
        fault.step()
        if fault.fails("write"):
            return SQLITE_FULL if fault.kind == "full" else SQLITE_IOERR_WRITE
        if fault.tears:
            real_write(file, data, size // 2, offset)
            os.kill(os.getpid(), signal.SIGKILL)
        return real_write(file, data, size, offset)

    def truncate(file: int, size: int) -> int:
        fault.step()
        return real_truncate(file, size)

    def sync(file: int, flags: int) -> int:
        fault.step()
        return SQLITE_IOERR_FSYNC if fault.fails("fsync") else real_sync(file, flags)

    copy = _Methods()
    ctypes.pointer(copy)[0] = real
    callbacks = _Write(write), _Truncate(truncate), _Sync(sync)
    copy.write, copy.truncate, copy.sync = (ctypes.cast(c, _P) for c in callbacks)
    _kept.extend([callbacks, real_write, real_truncate, real_sync])
    return copy


class _File:
    """A file whose writes are counted."""

    def __init__(self, file, fault: Fault) -> None:
        self._file = file
        self._fault = fault

    def write(self, data):
        self._fault.step()
        if self._fault.fails("write"):
            number = errno.ENOSPC if self._fault.kind == "full" else errno.EIO
            raise OSError(number, os.strerror(number))
        if self._fault.tears:
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return self._file.write(data)

    def __getattr__(self, name: str):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _install_in_python(fault: Fault) -> None:
    real_fdopen, real_fsync = os.fdopen, os.fsync

    def fdopen(handle, *arguments, **more):
        return _File(real_fdopen(handle, *arguments, **more), fault)

    def fsync(handle) -> None:
        fault.step()
        if fault.fails("fsync"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real_fsync(handle)

    def counted(real):
        def call(*arguments, **more):
            fault.step()
            return real(*arguments, **more)

        return call

    os.fdopen, os.fsync = fdopen, fsync
    os.replace, os.unlink, os.mkdir = map(counted, (os.replace, os.unlink, os.mkdir))


def install_in_server(fault: Fault) -> None:
    """Count what is asked of a PostgreSQL server; on a chosen count the connection breaks."""
    import psycopg

    real_execute, real_commit = psycopg.Cursor.execute, psycopg.Connection.commit

    def execute(self, query, *arguments, **more):
        fault.step()
        if fault.fails("write"):
            self.connection.close()
        return real_execute(self, query, *arguments, **more)

    def commit(self):
        fault.step()
        if fault.fails("write"):
            self.close()
        return real_commit(self)

    psycopg.Cursor.execute, psycopg.Connection.commit = execute, commit
