"""What a given name tells about its bearer, for "he" and "she".

The table is ``data/given_names.toml``; names that both men and women bear are not in it.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from detente.lexicon.parties import Gender, fold


@lru_cache(maxsize=4096)
def gender_of(given_name: str) -> Gender | None:
    """Return the gender of nearly all who bear a name, or None if it tells nothing."""
    return _genders().get(fold(given_name))


@cache
def _genders() -> dict[str, Gender]:
    tree = tomllib.loads(files(__package__).joinpath("data/given_names.toml").read_text("utf-8"))
    male: dict[str, Gender] = {fold(name): "male" for name in tree["male"]}
    female: dict[str, Gender] = {fold(name): "female" for name in tree["female"]}
    return male | female
