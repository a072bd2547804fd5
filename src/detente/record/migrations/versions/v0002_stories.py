"""Which documents are copies of one story.

The rows are made with all other derived rows when the upgrade is through.
"""

from detente.record.migrations.sql import run

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    run("0002")
