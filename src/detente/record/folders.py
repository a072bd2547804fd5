"""The folder of a case, and what its `case.toml` says. Nothing here opens the record."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from detente.errors import StoreError
from detente.record.writing import write_file

FILE = "case.toml"
FORMAT = 1
MEMORY = "drafting.cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What `case.toml` says: a name, the record's id, and where the record is."""

    folder: Path
    id: str
    name: str
    store: str | None = None

    @property
    def dispute(self) -> Path:
        """The dispute file of the case, whether or not it is there yet."""
        return self.folder / "dispute.toml"

    @property
    def memory(self) -> Path:
        """What drafting keeps of the texts, to be faster another time; no part of the record."""
        return self.folder / MEMORY

    @property
    def where(self) -> str:
        """Where the record is, as a person may be told."""
        return without_password(self.store) if self.store else str(self.folder / "record.db")


def is_case(folder: Path) -> bool:
    """Whether a folder is a case."""
    try:
        return (folder / FILE).is_file()
    except OSError:
        return False


def find_case(named: Path | None = None, start: Path | None = None) -> Case:
    """Case that a person means: the folder named, else the nearest one around a folder.

    Raises
    ------
    StoreError
        If there is none, or its `case.toml` cannot be used.
    """
    if named is not None:
        if named.is_file():
            raise StoreError(
                f"{named} is a file, not the folder of a case",
                fix="add it to a case with `detente add`, or name the folder of one",
            )
        if not is_case(named):
            what = "is not a case: it has no case.toml" if named.is_dir() else "does not exist"
            raise StoreError(
                f"{named} {what}", fix=f"make a case with `detente init {named}`, or name another"
            )
        return load_case(named)
    here = (start or Path.cwd()).absolute()
    for folder in (here, *here.parents):
        if is_case(folder):
            return load_case(folder)
    raise StoreError(
        f"neither {here} nor a folder around it is a case",
        fix="name one with --case DIR, or make one with `detente init DIR`",
    )


def load_case(folder: Path) -> Case:
    """Read `case.toml`."""
    path = folder / FILE
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{path} cannot be read: {error}", fix="correct it, or copy it from a backup"
        ) from error
    format_ = tree.get("format")
    if isinstance(format_, int) and format_ > FORMAT:
        raise StoreError(
            f"{path} has format {format_}, and this version knows up to {FORMAT}",
            fix="install the newest version of Détente",
        )
    values = {key: tree.get(key) for key in ("id", "name", "store")}
    for key, value in values.items():
        if not isinstance(value, str) and not (key == "store" and value is None):
            raise StoreError(
                f"{path} has no {key!r}, or it is no text",
                fix="correct it, or copy it from a backup",
            )
    return Case(folder=folder, **values)  # type: ignore[arg-type]


def write_case(case: Case) -> None:
    """Write `case.toml`."""
    lines = [
        "# A case of Détente; the articles and what was decided about them are in its record.",
        f"format = {FORMAT}",
        f"id = {quoted(case.id)}",
        f"name = {quoted(case.name)}",
        *([f"store = {quoted(case.store)}"] if case.store else []),
    ]
    try:
        write_file(case.folder / FILE, "\n".join(lines) + "\n")
    except OSError as error:
        raise StoreError(
            f"{case.folder / FILE} cannot be written: {error.strerror or type(error).__name__}",
            fix="check the folder's permissions and the space left, then run it again",
        ) from error


def quoted(text: str) -> str:
    """Text as TOML writes it, which is as JSON does, save for one character."""
    clean = text.encode("utf-8", errors="replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")


def without_password(url: str) -> str:
    """An address as it may be shown, even one that is written wrongly."""
    scheme, slashes, rest = url.partition("://")
    login, at, place = rest.rpartition("@")
    return f"{scheme}{slashes}{login.partition(':')[0]}{at}{place}"
