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


def test_what_was_made_is_not_gone_through_right_after() -> None:
    gc.unfreeze()  # a parser that another test has loaded is frozen
    with not_collecting():
        kept = [[number] for number in range(10_000)]
    old = set(map(id, gc.get_objects(generation=2)))
    assert all(id(each) in old for each in kept)


def test_what_others_have_frozen_stays_so() -> None:
    gc.freeze()
    try:
        with not_collecting():
            pass
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_what_is_frozen_is_not_gone_through_after_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a parser loaded each asking takes longer than drafting what one text tells."""
    asked: list[int] = []
    monkeypatch.setattr(gc, "get_freeze_count", lambda: asked.append(1) or 0)
    with not_collecting():
        kept = [[number] for number in range(100)]
    assert kept
    assert not asked
