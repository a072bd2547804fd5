"""Turning loops into machine code, and keeping that on disk.

Only modules of loops import this one, and they are imported when something large is to be
solved: importing numba alone takes longer than solving a small model.

Where the code is kept is numba's choice: ``NUMBA_CACHE_DIR`` if it is set, else beside the
modules, else (an installation nobody may write to) the user's cache directory. Where none of
them can be written, each process compiles anew.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from numba.core.caching import FunctionCache

Loop = TypeVar("Loop", bound=Callable[..., Any])
# What is kept for a function holds the functions and constants it uses, in whichever module.
MODULES = ("cube.py", "listed.py", "rows.py", "sets.py", "setwise.py")


class _Cache(FunctionCache):
    """Files of compiled code that may be damaged, stale or gone without harm."""

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        # Damaged files raise whatever unpickling them happens to run into.
        with suppress(Exception):
            return cast("Any", super()).load_overload(sig, target_context)
        with suppress(Exception):
            cast("Any", self).flush()  # or nothing could be kept beside them
        return None

    def save_overload(self, sig: Any, data: Any) -> None:
        with suppress(Exception):  # the disk may be full
            cast("Any", super()).save_overload(sig, data)

    def _index_key(self, sig: Any, codegen: Any) -> tuple[Any, ...]:
        return (*cast("Any", super())._index_key(sig, codegen), _fingerprint())


@cache
def _fingerprint() -> str:
    folder = Path(__file__).parent
    return sha256(b"".join((folder / name).read_bytes() for name in MODULES)).hexdigest()


def part(function: Loop) -> Loop:
    """Compile a function as part of the compiled functions that call it."""
    return cast("Loop", numba.njit(nogil=True)(function))


def compiled(function: Loop) -> Loop:
    """Compile a function when it is first called, and keep it on disk."""
    loop: Any = numba.njit(nogil=True)(function)
    with suppress(Exception):  # nowhere to keep it
        loop._cache = cast("Any", _Cache)(function)
    return cast("Loop", loop)


def is_ready(loop: Callable[..., Any], arguments: Sequence[object]) -> bool:
    """Whether a compiled function has code for arguments like these, in memory or on disk."""
    dispatcher = cast("Any", loop)
    kinds = _kinds(arguments)
    if kinds in dispatcher.overloads:
        return True
    return dispatcher._cache.load_overload(kinds, dispatcher.targetctx) is not None


def make_ready(loop: Callable[..., Any], arguments: Sequence[object]) -> None:
    """Load or make the code for arguments like these."""
    cast("Any", loop).compile(_kinds(arguments))


def _kinds(arguments: Sequence[object]) -> tuple[Any, ...]:
    kind_of = cast("Any", numba.typeof)
    return tuple(kind_of(argument) for argument in arguments)
