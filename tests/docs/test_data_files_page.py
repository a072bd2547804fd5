"""Is every data file, with its tables and keys at the top, on the page about them?"""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "data-files.md").read_text(encoding="utf-8")
DATA = {path.name: path for path in (ROOT / "src" / "detente" / "lexicon" / "data").glob("*.toml")}
# A list under each name, with a comment that explains it.
EXPLAIN_THEMSELVES = {"words.toml", "stances.toml"}


def sections() -> dict[str, str]:
    parts = re.split(r"^## (\S+\.toml)$", PAGE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_file_has_its_section_and_every_section_its_file() -> None:
    assert set(sections()) == set(DATA)


@pytest.mark.parametrize("name", sorted(set(DATA) - EXPLAIN_THEMSELVES))
def test_what_stands_at_the_top_of_a_file_is_told_of(name: str) -> None:
    told = set(re.findall(r"`\[*(\w+)[^`]*`", sections()[name]))
    missing = set(tomllib.loads(DATA[name].read_text(encoding="utf-8"))) - told
    assert not missing, f"docs/reference/data-files.md, {name}, does not tell of: {missing}"
