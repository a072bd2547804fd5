"""Is every code that the program can give in the documentation, and no other?"""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "detente"
PAGE = ROOT / "docs" / "reference" / "findings.md"

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Maker(NamedTuple):
    """A function that passes its parameter ``code`` on to a finding."""

    position: int | None  # among the positional arguments, the instance not counted
    required: int
    default: ast.expr | None


# By module and name; two modules may each have a `_finding` of their own. Without a module
# stands the first of that name, for calls from elsewhere.
Makers = dict[tuple[str | None, str], Maker]


class Codes(NamedTuple):
    given: dict[str, str]  # code: where it is first given
    unclear: list[str]


def test_every_code_has_its_row() -> None:
    given = codes_in(*modules()).given
    missing = sorted(set(given) - set(rows()))
    assert not missing, "these codes need a row in docs/reference/findings.md: " + ", ".join(
        f"{code} ({given[code]})" for code in missing
    )


def test_every_row_is_a_code_that_exists() -> None:
    stale = sorted(set(rows()) - set(codes_in(*modules()).given))
    assert not stale, f"nothing gives these codes; remove their rows: {', '.join(stale)}"


def test_codes_can_be_told_from_the_source() -> None:
    unclear = codes_in(*modules()).unclear
    assert not unclear, (
        "write the code as a literal, or take it as a parameter called `code`: "
        + ", ".join(unclear)
    )


def test_codes_are_lower_case_with_hyphens() -> None:
    odd = [
        code
        for code in codes_in(*modules()).given
        if not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", code)
    ]
    assert not odd


def test_rows_are_full_sorted_and_single() -> None:
    table = [cells for cells in table_rows() if len(cells) > 1]
    codes = [cells[0] for cells in table]
    assert codes == sorted(set(codes))
    assert not [cells[0] for cells in table if len(cells) != 3 or not all(cells)]


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('Finding(code="a", what="")', {"a"}),
        ('Finding(code="a" if x else "b")', {"a", "b"}),
        ('def note(code, what):\n    Finding(code=code)\nnote("a", "")', {"a"}),
        ('def one(code):\n    Finding(code=code)\ndef two(code):\n    one(code)\ntwo("a")', {"a"}),
        ('def note(*, code="a"):\n    Finding(code=code)\nnote()\nnote(code="b")', {"a", "b"}),
        ('class N:\n def add(self, code):\n  Finding(code=code)\nn.add("a")', {"a"}),
        ('def add(code, fix):\n    Finding(code=code)\nadd("a", "")\nseen.add(x)', {"a"}),
        ('A = "a"\nFinding(code=A)', {"a"}),
        ('def party(code):\n    return Party(code=code)\nparty("USA")', set()),
    ],
)
def test_the_test_itself_finds_codes(source: str, codes: set[str]) -> None:
    found = codes_in(("m.py", ast.parse(source)))
    assert set(found.given) == codes
    assert not found.unclear


def test_the_test_itself_tells_two_functions_of_one_name_apart() -> None:
    one = ast.parse('def note(code, what):\n    Finding(code=code)\nnote("a", "")')
    other = ast.parse('def note(what, code):\n    Finding(code=code)\nnote("", "b")')
    found = codes_in(("one.py", one), ("other.py", other))
    assert set(found.given) == {"a", "b"}
    assert not found.unclear


def test_the_test_itself_admits_what_it_cannot_tell() -> None:
    assert codes_in(("m.py", ast.parse("Finding(code=names[0])"))).unclear == ["m.py:1"]


# --- Reading the source --------------------------------------------------------------------


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def codes_in(*trees: tuple[str, ast.Module]) -> Codes:
    """Codes given to findings, followed through the functions that take one."""
    makers = makers_in(trees)
    codes = Codes({}, [])
    for name, tree in trees:
        constants = named_texts(tree)
        seen = makers_for(name, tree, makers)
        for call, inside in calls(tree):
            value = code_argument(call, seen)
            if value is None or passes_on(value, inside):
                continue
            texts = texts_of(value, constants)
            where = f"{name}:{call.lineno}"
            if texts:
                for text in texts:
                    codes.given.setdefault(text, where)
            else:
                codes.unclear.append(where)
    return codes


def makers_in(trees: Sequence[tuple[str, ast.Module]]) -> Makers:
    """Functions whose `code` ends in a finding; found until no more are."""
    makers: Makers = {(None, "Finding"): Maker(None, 1, None)}
    while True:
        found: Makers = {}
        for name, tree in trees:
            seen = makers_for(name, tree, makers)
            for call, inside in calls(tree):
                value = code_argument(call, seen)
                if inside is not None and value is not None and passes_on(value, inside):
                    found[name, inside.name] = maker(inside)
                    found.setdefault((None, inside.name), maker(inside))
        if found.keys() <= makers.keys():
            return makers
        makers |= {key: made for key, made in found.items() if key not in makers}


def makers_for(name: str, tree: ast.Module, makers: Makers) -> dict[str, Maker]:
    """Makers as a module sees them: its own functions hide those of others."""
    own = {node.name for node in ast.walk(tree) if isinstance(node, Function)}
    elsewhere = {call: made for (module, call), made in makers.items() if module is None}
    here = {call: made for (module, call), made in makers.items() if module == name}
    return {call: made for call, made in elsewhere.items() if call not in own} | here


def maker(function: Function) -> Maker:
    args = function.args
    names = [a.arg for a in args.posonlyargs + args.args if a.arg not in ("self", "cls")]
    required = len(names) - len(args.defaults) + args.kw_defaults.count(None)
    if "code" in names:
        position = names.index("code")
        late = position - len(names) + len(args.defaults)
        return Maker(position, required, args.defaults[late] if late >= 0 else None)
    keyword_only = [a.arg for a in args.kwonlyargs]
    return Maker(None, required, args.kw_defaults[keyword_only.index("code")])


def calls(
    tree: ast.AST, inside: Function | None = None
) -> Iterator[tuple[ast.Call, Function | None]]:
    """Every call with the function it stands in."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.Call):
            yield child, inside
        yield from calls(child, child if isinstance(child, Function) else inside)


def code_argument(call: ast.Call, makers: dict[str, Maker]) -> ast.expr | None:
    """What a call gives as code; None when it makes no finding."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in makers:
            made = makers[name]
        case _:
            return None
    # `seen.add(x)` is not `notes.add(code, severity, …)`.
    if len(call.args) + len(call.keywords) < made.required:
        return None
    for keyword in call.keywords:
        if keyword.arg == "code":
            return keyword.value
    if made.position is not None and made.position < len(call.args):
        return call.args[made.position]
    return made.default


def passes_on(value: ast.expr, inside: Function | None) -> bool:
    if not (isinstance(value, ast.Name) and value.id == "code" and inside is not None):
        return False
    args = inside.args
    return "code" in [a.arg for a in args.posonlyargs + args.args + args.kwonlyargs]


def texts_of(value: ast.expr, constants: dict[str, str]) -> set[str]:
    match value:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.Name(id=name) if name in constants:
            return {constants[name]}
        case ast.IfExp(body=body, orelse=other):
            return texts_of(body, constants) | texts_of(other, constants)
        case _:
            return set()


def named_texts(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


# --- Reading the page ----------------------------------------------------------------------


def table_rows() -> list[list[str]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| `")]
    return [[cells[0].strip("`"), *cells[1:]] for cells in rows]


def rows() -> list[str]:
    return [cells[0] for cells in table_rows()]
