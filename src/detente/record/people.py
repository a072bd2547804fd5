"""Who is at work: the name that goes with every edit."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from detente.errors import StoreError
from detente.record.folders import quoted
from detente.record.writing import make_folder, write_file

# A name that is there and is empty, else nobody would have been asked. It stands before all tables.
_NAME = re.compile(r"^[ \t]*name[ \t]*=.*\n?", re.MULTILINE)


def settings_file() -> Path:
    """File with a person's own settings."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "detente" / "config.toml"


def known_name() -> str | None:
    """Name in the settings, else the one that git knows; None if there is neither."""
    return _configured() or _of_git()


def remember(name: str) -> None:
    """Keep a name in the settings."""
    path = settings_file()
    try:
        make_folder(path.parent)
        kept = path.read_text(encoding="utf-8") if path.is_file() else ""
        if "name" in tomllib.loads(kept):
            kept = _NAME.sub("", kept, count=1)
        write_file(path, f"name = {quoted(name)}\n{kept}")
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror or type(error).__name__}",
            fix="give your name with --as NAME",
        ) from error


def _configured() -> str | None:
    path = settings_file()
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{path} cannot be read: {error}", fix='correct it; it says: name = "Your Name"'
        ) from error
    name = tree.get("name")
    return name.strip() or None if isinstance(name, str) else None


def _of_git() -> str | None:
    try:
        asked = subprocess.run(
            ["git", "config", "--get", "user.name"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.strip() or None
