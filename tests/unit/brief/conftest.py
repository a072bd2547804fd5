"""The water dispute, as fixtures."""

from collections.abc import Callable

import pytest
from waters import Water, make_water

from detente.brief.contents import Brief


@pytest.fixture
def water() -> Water:
    return make_water()


@pytest.fixture
def remade() -> Callable[[str], Water]:
    return make_water


@pytest.fixture
def brief(water: Water) -> Brief:
    return water.brief()
