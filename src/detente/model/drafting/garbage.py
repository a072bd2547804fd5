"""Looking for no garbage where very many things are made at once, and all of them are kept."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def not_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile; each look would go through everything that was made so far."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            _count_as_old()
            gc.enable()


# So many new things are worth more than asking what is frozen, which goes through all that is.
_MANY = 5_000


def _count_as_old() -> None:
    """Let what was made count as kept for long: else the next look would go through all of it."""
    # What others have frozen is not ours to thaw.
    if gc.get_count()[0] > _MANY and gc.get_freeze_count() == 0:
        gc.freeze()
        gc.unfreeze()
