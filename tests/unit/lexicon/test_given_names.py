"""Does a given name tell a gender only where nearly all who bear it have it?"""

import tomllib
from importlib.resources import files

import pytest

from detente.lexicon.given_names import gender_of
from detente.lexicon.parties import fold

TABLE: dict[str, list[str]] = tomllib.loads(
    files("detente.lexicon").joinpath("data/given_names.toml").read_text("utf-8")
)


def test_no_name_is_in_both_lists_or_twice() -> None:
    names = [fold(name) for key in ("male", "female") for name in TABLE[key]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Leyla", "female"), ("LEYLA", "female"), ("José", "male"), ("Radosław", "male"),
        ("Mehmet", "male"), ("Ngozi", "female"),
        # Borne by both, or by men here and women there.
        ("Andrea", None), ("Jean", None), ("Kim", None), ("Nicola", None), ("Xi", None),
        ("Ankara", None), ("", None),
    ],
)  # fmt: skip
def test_what_a_name_tells(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender
