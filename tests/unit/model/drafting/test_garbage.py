"""Is garbage looked for again, whatever happened meanwhile?"""

import gc

import pytest

from detente.model.drafting.garbage import not_collecting


def test_no_garbage_is_looked_for_meanwhile() -> None:
    with not_collecting():
        assert not gc.isenabled()
        with not_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_after_a_failure_it_is_looked_for_again() -> None:
    with pytest.raises(KeyError), not_collecting():
        raise KeyError
    assert gc.isenabled()


def test_who_had_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with not_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
