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
            gc.enable()
