"""Do the notebooks run, and do they show what comes out now?

Cells are run as Jupyter runs them, without Jupyter: in order, in one fresh namespace, the last
expression of each shown. `make golden` writes the outputs anew.
"""

import ast
import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs").rglob("*.ipynb"))
BY_NAME = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)

Json = dict[str, Any]


def test_there_is_one() -> None:
    assert NOTEBOOKS


@BY_NAME
def test_a_notebook_shows_what_comes_out_now(path: Path, request: pytest.FixtureRequest) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    kept = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    now = run(["".join(cell["source"]) for cell in kept])
    if request.config.getoption("--regenerate"):
        for count, (cell, outputs) in enumerate(zip(kept, now, strict=True), start=1):
            cell |= {"execution_count": count, "outputs": outputs}
        text = json.dumps(notebook, indent=1, ensure_ascii=False)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    for cell, outputs in zip(kept, now, strict=True):
        assert cell["outputs"] == outputs, "if it is meant, run `make golden`"


@BY_NAME
def test_a_notebook_names_nothing_of_the_machine_it_ran_on(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert not re.findall(r"0x[0-9a-f]{6,}|/home/|/tmp/", path.read_text(encoding="utf-8"))


@BY_NAME
def test_links_of_a_notebook_lead_somewhere(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = "".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    links = re.findall(r"\]\(([^)#\s]+)", prose)
    assert links
    assert not [link for link in links if not (path.parent / link).exists()]


def test_the_test_itself_shows_what_jupyter_does() -> None:
    sources = ["x = 2\nprint('a')\nprint('b')\nx + 1", "x", "None", "y = x", "x\nprint(y)"]
    assert run(sources) == [
        [stream("a\nb\n"), result(1, 3)],
        [result(2, 2)],
        [],
        [],
        [stream("2\n")],
    ]


# --- Running cells ------------------------------------------------------------------------


def run(sources: list[str]) -> list[list[Json]]:
    """What each cell gives, in the notebook's own form."""
    namespace: Json = {"__name__": "__main__"}
    found = []
    for count, source in enumerate(sources, start=1):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            value = run_cell(source, namespace)
        outputs = [stream(printed.getvalue())] if printed.getvalue() else []
        found.append(outputs + ([] if value is None else [result(count, value)]))
    return found


def run_cell(source: str, namespace: Json) -> object:
    """Run a cell; what comes back is its last expression, if it ends with one."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), namespace)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), namespace)


def stream(text: str) -> Json:
    return {"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}


def result(count: int, value: object) -> Json:
    data = {"text/plain": repr(value).splitlines(keepends=True)}
    if hasattr(value, "_repr_html_"):
        data = {"text/html": value._repr_html_().splitlines(keepends=True), **data}
    return {
        "data": data,
        "execution_count": count,
        "metadata": {},
        "output_type": "execute_result",
    }
