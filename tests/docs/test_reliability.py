"""Do the reliability diagram and its table in the documentation say what was counted?"""

import importlib.util
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
READING = ROOT / "benchmarks" / "reading"
PANELS = ("attributions", "dates", "conditions")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reliability", READING / "reliability.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # A dataclass with slots looks its own module up.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "reliability", module)
        spec.loader.exec_module(module)
    return module


def test_the_picture_is_drawn_from_the_counts(script: ModuleType) -> None:
    panels = [script.read(READING / "counts" / f"{name}.json") for name in PANELS]
    drawn = script.picture(panels)
    assert (ROOT / "docs/images/reliability.svg").read_text(encoding="utf-8") == drawn
    page = (ROOT / "docs/reference/reading-results.md").read_text(encoding="utf-8")
    assert script.table(panels) in page


def test_finds_are_put_into_steps_of_their_confidence(script: ModuleType) -> None:
    steps = script.steps([(0.61, True), (0.69, False), (0.7, True), (1.0, True)])
    assert [(round(s.sure, 2), s.right, s.found) for s in steps] == [
        (0.65, 1, 2),
        (0.7, 1, 1),
        (1.0, 1, 1),
    ]


def test_few_finds_tell_little(script: ModuleType) -> None:
    few, many = script.Step(0.8, 4, 5).interval, script.Step(0.8, 400, 500).interval
    assert few[0] < 0.4 < 0.76 < many[0]
    assert 0 <= few[0] <= few[1] <= 1


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_any_number_of_panels_is_well_formed(script: ModuleType, count: int) -> None:
    panel = script.Panel("A & B", "<nowhere>", (script.Step(0.0, 0, 1), script.Step(1.0, 1, 1)))
    ET.fromstring(script.picture([panel] * count))


def test_counts_come_back_as_they_were_kept(script: ModuleType, tmp_path: Path) -> None:
    panel = script.Panel("Dates", "somewhere", (script.Step(0.5, 1, 2),))
    script.write(panel, tmp_path / "new" / "dates.json")
    assert script.read(tmp_path / "new" / "dates.json") == panel
