"""Files that are whole or not there, and that survive a power cut."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

# Prefix of a file that is being written.
TEMPORARY = ".writing-"


def make_folder(folder: Path) -> None:
    """Make a folder, and make sure that its name survives a power cut."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder survive a power cut."""
    if os.name == "nt":  # Windows has no such call, and writes names at once
        return
    sync_file(folder)


def write_file(path: Path, text: str) -> None:
    """Write a small file whole or not at all, and make sure that it survives a power cut."""

    def write(file: BinaryIO) -> Path:
        file.write(text.encode())
        return path

    put_file(path.parent, write)


def put_file(folder: Path, write: Callable[[BinaryIO], Path], mode: int | None = None) -> Path:
    """Write a file whole or not at all, and make sure that it survives a power cut.

    Parameters
    ----------
    folder
        Where it is written before it gets its name; on the same disk as where it goes.
    write
        Writes what the file holds, and says where it goes.
    mode
        Its permissions; those of any new file unless given.
    """
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            path = write(file)
            file.flush()
            os.fsync(file.fileno())
        make_folder(path.parent)
        Path(name).chmod(0o666 & ~mask() if mode is None else mode)
        Path(name).replace(path)
    except BaseException:  # the person may stop the program just here
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    sync_folder(path.parent)
    return path


def copy_file(source: Path, path: Path) -> None:
    """Put a copy of a file in place of another, as `put_file` does."""

    def write(file: BinaryIO) -> Path:
        with source.open("rb") as original:
            shutil.copyfileobj(original, file)
        return path

    make_folder(path.parent)
    put_file(path.parent, write, mode=source.stat().st_mode & 0o777)


def sync_all(folder: Path) -> None:
    """Make sure that a folder survives a power cut, with all that is in it."""
    for inside, _, names in os.walk(folder):
        for name in names:
            path = Path(inside, name)
            if path.is_file() and not path.is_symlink():
                sync_file(path)
        sync_folder(Path(inside))


def sync_file(path: Path) -> None:
    """Make sure that what a file holds survives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def mask() -> int:
    """Permissions that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
