"""What a person may name as input: a file, a folder of files, a file of one text a line."""

from collections.abc import Iterator
from pathlib import Path

from detente.domain.findings import Finding, Place
from detente.read.intake.documents import Taken, take_file
from detente.read.intake.lines import LINES, take_lines

# Files of a folder that are articles; whatever else lies there is left alone.
ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", LINES)


# Files that tell of the folder and not of the dispute; they are read where they are named.
_OF_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog", "contributing"})


def files(path: Path) -> tuple[Path, ...]:
    """The articles directly in a folder, by name; of anything else the path itself."""
    try:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        return tuple(p for p in inside if _is_article(p)) or (path,)
    except OSError:
        return (path,)


def _is_article(file: Path) -> bool:
    named = file.suffix.lower() in ENDINGS and file.stem.lower() not in _OF_THE_FOLDER
    return named and file.is_file()


def holds_many(file: Path) -> bool:
    """Whether a file holds one text a line."""
    return file.suffix.lower() == LINES


def take(path: Path, published: str | None = None) -> Iterator[Taken]:
    """Take every text that a path names.

    Parameters
    ----------
    published
        ISO date for texts that do not carry one.
    """
    for file in files(path):
        if _is_folder(file):
            yield Taken(path=str(file), findings=(_no_article(file),))
        elif holds_many(file):
            yield from take_lines(file, published)
        else:
            yield take_file(file, published)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _no_article(folder: Path) -> Finding:
    return Finding(
        code="unreadable-file",
        severity="error",
        where=Place(path=str(folder)),
        what=f"{folder} is a folder in which no article can be seen",
        fix=f"name the files, or a folder with files that end in {', '.join(ENDINGS)}",
    )
