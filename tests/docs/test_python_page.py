"""Is what `import detente` offers on its page, and do the page's examples run?"""

import re
from pathlib import Path
from typing import Any

import pytest

import detente
from detente.domain.verdicts import Analysis

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", detente.__all__)
def test_every_name_is_on_the_page(name: str) -> None:
    assert re.search(rf"`{name}[`(]", PAGE)


def test_every_part_of_an_analysis_is_on_the_page() -> None:
    section = PAGE.split("\n## `Analysis`\n")[1].split("\n## ")[0]
    public = [name for name in dir(Analysis) if not name.startswith("_") and name != "number"]
    assert not [name for name in public if not re.search(rf"`{name}[`(\[]", section)]


def test_every_key_of_a_record_is_on_the_page() -> None:
    section = PAGE.split("\n## Records\n")[1].split("\n## ")[0]
    solved = detente.analyse(detente.load(ROOT / "examples" / "elmira" / "dispute.toml"))
    keys = {re.sub(r"^(moe|uniroyal|local)\.", "turkiye.", key) for key in solved.records()[0]}
    told = re.findall(r"^\| `([\w.]+)`", section, flags=re.MULTILINE)
    assert {key for key in keys if "." not in key or key.endswith(".nash")} == set(told)


def test_the_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    namespace: dict[str, Any] = {}
    for block in re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.S | re.M):
        exec(block, namespace)
    assert namespace["solved"].equilibria["nash"] == (5, 6, 9)
