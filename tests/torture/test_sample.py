"""Do a few of the faults find the record ready? All of them are tried by `make torture`."""

import subprocess
import sys
from pathlib import Path

import pytest
from cases import postgres_server

MATRIX = Path(__file__).with_name("matrix.py")


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_sample_of_every_fault(kind: str) -> None:
    # A process of its own: it forks, and must have no threads of other tests in it.
    if kind == "postgres" and postgres_server() is None:
        pytest.skip("DETENTE_TEST_POSTGRES=none")
    done = subprocess.run(
        [sys.executable, MATRIX, "--sample", "--only", kind],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 lost or damaged something" in done.stdout
