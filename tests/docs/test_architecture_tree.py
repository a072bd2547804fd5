"""Does ARCHITECTURE.md show the tree as it is?"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "detente"


def test_the_tree_is_the_real_one() -> None:
    assert shown() == real()


def shown() -> set[str]:
    """Names on the first level of the block that begins with ``src/detente/``."""
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = page.split("\nsrc/detente/", 1)[1].split("```", 1)[0]
    return set(re.findall(r"^[├└]── ([\w.]+/?)", block, flags=re.MULTILINE))


def real() -> set[str]:
    modules = {path.name for path in SOURCE.glob("*.py") if not path.name.startswith("__")}
    packages = {f"{path.parent.name}/" for path in SOURCE.glob("*/__init__.py")}
    return modules | packages
