"""Files that commands write: whole, or not at all."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from detente.errors import InputError, StoreError


def check_writable(path: Path, inputs: Iterable[Path] = ()) -> None:
    """Refuse, before the work begins, a place where nothing can be written.

    Raises
    ------
    StoreError
        If the folder is missing, or a folder stands where the file should.
    InputError
        If the file is one of the inputs, which would be lost.
    """
    folder = path.parent
    try:
        if not folder.is_dir():
            what = f"{path} cannot be written: there is no folder {folder}"
            raise StoreError(what, fix=f"make {folder} first")
        if path.is_dir():
            raise StoreError(f"{path} cannot be written: it is a folder", fix="name a file with -o")
        taken = path.exists() and any(_same(path, given) for given in inputs)
    except OSError as error:
        raise _unwritable(path, error) from error
    if taken:
        raise InputError(
            f"{path} is one of the inputs and would be overwritten", fix="name another file with -o"
        )


def _same(path: Path, given: Path) -> bool:
    try:
        return path.samefile(given)
    except OSError:
        return False


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file by way of a temporary one beside it, so that it is never half there.

    Raises
    ------
    StoreError
        If it cannot be written; whatever was there before is left as it was.
    """
    from detente.record.writing import put_file

    # Halves of surrogate pairs come from file names and have no UTF-8.
    data = content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")
    place = path.resolve()  # what a link leads to is replaced, and not the link

    def write(file: BinaryIO) -> Path:
        file.write(data)
        return place

    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device, which nothing may replace
        else:
            mode = place.stat().st_mode & 0o777 if place.exists() else None
            put_file(place.parent, write, mode)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"{path} cannot be written: {error.strerror or type(error).__name__}",
        fix="check the folder's permissions and the space left, or name another file with -o",
    )
