"""Which folder a person means by a case, and what is said when it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.errors import StoreError
from detente.record.folders import find_case

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ("nothing", "does not exist"),
        ("a folder", "is not a case: it has no case.toml"),
        ("a file", "is a file, not the folder of a case"),
    ],
)
def test_what_is_named_and_is_no_case_is_called_what_it_is(
    tmp_path: Path, made: str, says: str
) -> None:
    named = tmp_path / "named"
    if made == "a folder":
        named.mkdir()
    elif made == "a file":
        named.write_text("Chile refused to open the dam.", encoding="utf-8")
    with pytest.raises(StoreError) as told:
        find_case(named)
    assert says in str(told.value)
    # `detente init` makes no folder where a file stands, so that is not what to try.
    assert ("detente init" in str(told.value.fix)) == (made != "a file")
