"""Statements, events and texts draw their numbers from one sequence; counting needs no tables.

The rows are made with all other derived rows when the upgrade is through.
"""

from detente.record.migrations.sql import run

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    run("0003")
