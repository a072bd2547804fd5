"""Writing TOML with tomlkit: new files, and changes to a file that keep what people wrote.

The file's own spelling need not be the program's ("relinquish" for "turkiye.relinquish").
So a change is the difference between two trees that the program itself wrote, one of the
dispute as the file has it and one of the dispute as it is to be; what is equal in both is
left as it stands.

A tree may hold comments for a table that is written new, as a list of lines under `COMMENTS`.
"""

from typing import Any, TypeVar

import tomlkit
from tomlkit.items import AoT, Table
from tomlkit.toml_document import TOMLDocument

from detente.domain.shapes import Json

COMMENTS = "#"
Container = TypeVar("Container", TOMLDocument, Table)


def toml_of(tree: Json) -> str:
    """Write the tree of a dispute as a new TOML text."""
    return tomlkit.dumps(_table(tree, tomlkit.document()))


def toml_updated(text: str, old: Json, new: Json) -> str:
    """Change a TOML text that says ``old`` so that it says ``new``."""
    document = tomlkit.parse(text)
    _update(document, old, new)
    return tomlkit.dumps(document)


def _update(table: TOMLDocument | Table, old: Json, new: Json) -> None:
    for key in old.keys() - new.keys():
        table.remove(key)
    for key, value in new.items():
        before = old.get(key)
        if value == before:
            continue
        if _are_tables(value) and _are_tables(before) and isinstance(table.get(key), AoT):
            table[key] = _updated_tables(table[key], before, value)
        else:
            _set(table, key, value)


def _set(table: TOMLDocument | Table, key: str, value: Any) -> None:
    """Set a key; one that the file does not have yet goes before the first sub-table."""
    item = _item(value)
    if key in table:
        table[key] = item
    elif isinstance(item, AoT) or not isinstance(table, TOMLDocument):
        table.append(key, item)
    else:
        _add_above(table, key, item)


def _add_above(document: TOMLDocument, key: str, item: Any) -> None:
    """Put a plain key into the head of a document, where no table has begun."""
    head = [name for name, value in document.items() if not isinstance(value, AoT | Table)]
    rest = [(name, document[name]) for name in document if name not in head]
    for name, _ in rest:
        document.remove(name)
    document.append(key, item)
    for name, value in rest:
        document.append(name, value)


def _updated_tables(tables: AoT, old: Any, new: Any) -> AoT:
    """Keep the file's tables that are meant by the new ones, in the new order."""
    left = list(zip(tables.body, old, strict=True))
    result = tomlkit.aot()
    for tree in new:
        found = _same(tree, left)
        if found is None:
            result.append(_table(tree, tomlkit.table()))
        else:
            table, before = left.pop(found)
            _update(table, before, tree)
            result.append(table)
    return result


def _same(tree: Json, among: list[tuple[Table, Json]]) -> int | None:
    """Index of the table that has the same name, or else says the same."""
    for key in ("id", "says"):
        if key in tree:
            matches = (k for k, (_, old) in enumerate(among) if old.get(key) == tree[key])
            return next(matches, None)
    return next((k for k, (_, old) in enumerate(among) if old == tree), None)


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _table(tree: Json, table: Container) -> Container:
    for line in tree.get(COMMENTS, ()):
        table.add(tomlkit.comment(line))
    # Sub-tables last: in TOML a plain key after a table's header belongs to that table.
    for key in sorted(tree, key=lambda key: _are_tables(tree[key])):
        if key != COMMENTS:
            table.append(key, _item(tree[key]))
    return table


def _item(value: Any) -> Any:
    if _are_tables(value):
        tables = tomlkit.aot()
        for tree in value:
            tables.append(_table(tree, tomlkit.table()))
        return tables
    if isinstance(value, dict):
        inline = tomlkit.inline_table()
        inline.update(value)
        return inline
    return tomlkit.item(value)
