"""The statements of a revision, in a file for each kind of database."""

from importlib.resources import files

from alembic import op


def run(revision: str) -> None:
    """Run the statements of a revision, which blank lines separate."""
    dialect = op.get_bind().dialect.name
    text = files(__package__).joinpath(f"{revision}.{dialect}.sql").read_text("utf-8")
    for statement in text.split("\n\n"):
        if statement.strip():
            # Not by way of op.execute, to which a colon would be a parameter.
            op.get_bind().exec_driver_sql(statement)
