"""How long solving takes and how much memory, on a random game of a given size."""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.analysis.kernels import solve
from detente.analysis.rows import layout_of
from detente.domain.verdicts import Concept
from detente.errors import InputError

MEASURED: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq")
_MOST_OPTIONS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one solve took, and what it found.

    Parameters
    ----------
    seconds
        From ranks in memory to the last verdict.
    peak_mib
        The most memory in use at once, ranks included, above what the process had before;
        of the whole process where the system does not tell.
    stable
        For each party, how many states are stable under each concept.
    """

    states: int
    seconds: float
    peak_mib: float
    stable: tuple[dict[Concept, int], ...]


def measure(*, parties: int, options: int, seed: int) -> Measured:
    """Solve a random game with strict preferences in which every move may be undone.

    Ranks come from one ``numpy.random.default_rng(seed)``: ``permutation(2**options)`` once per
    party in order, larger is better. Options are dealt in order and as evenly as can be, the
    first parties getting those left over. Compile the kernels first, or the time includes it.

    Raises
    ------
    InputError
        If there are fewer than two parties, or fewer than one or more than 26 options.
    """
    if parties < 2 or not 1 <= options <= _MOST_OPTIONS:
        what = f"{parties} parties with {options} options in all make no game to measure"
        raise InputError(what, fix=f"ask for 2 or more parties and 1 to {_MOST_OPTIONS} options")
    before = _start_of_peak()
    random = np.random.default_rng(seed)
    ranks = [_ranks(random, options) for _ in range(parties)]
    started = time.perf_counter()
    layout = layout_of([options // parties + (i < options % parties) for i in range(parties)])
    stable = solve(layout, ranks, MEASURED)
    seconds = time.perf_counter() - started
    return Measured(
        states=2**options,
        seconds=seconds,
        peak_mib=(_peak() - before) / 2**20,
        stable=tuple(_counted(of_party, MEASURED) for of_party in stable),
    )


def _ranks(random: np.random.Generator, options: int) -> npt.NDArray[np.int32]:
    return random.permutation(2**options).astype(np.int32)


def _counted(stable: npt.NDArray[np.bool_], concepts: Sequence[Concept]) -> dict[Concept, int]:
    return {
        concept: int(np.count_nonzero(where))
        for concept, where in zip(concepts, stable, strict=True)
    }


def _start_of_peak() -> int:
    """Bytes in use now; from here on the peak is counted anew, where the system can."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return 0
    return _peak()


def _peak() -> int:
    """Bytes in use at most; 0 where the system does not tell."""
    try:
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
