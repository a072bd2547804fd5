"""The evidence, the log of events, and what is made from them."""

from detente.record.migrations.sql import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    run("0001")
