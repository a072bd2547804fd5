"""Words of the user's own: files that go before the shipped tables of parties and people.

They stand in a folder that the environment names, so that every process of a run, and every
worker of a large one, reads with the same words.
"""

import os
from pathlib import Path

from detente.errors import InputError

VARIABLE = "DETENTE_WORDS"
PARTIES, PEOPLE = "parties.toml", "people.toml"


def own_files(*names: str) -> tuple[Path, ...]:
    """Files of these names in the folders of ``DETENTE_WORDS``; what comes later goes before.

    Raises
    ------
    InputError
        If a folder is not there, or holds nothing of what could be read.
    """
    folders = [Path(f) for f in os.environ.get(VARIABLE, "").split(os.pathsep) if f.strip()]
    for folder in folders:
        if not any((folder / name).is_file() for name in (PARTIES, PEOPLE)):
            raise InputError(
                f"{folder} holds no words of yours",
                fix=f"put {PARTIES} or {PEOPLE} there, or name another folder",
            )
    files = [folder / name for folder in folders for name in names]
    return tuple(file for file in files if file.is_file())
