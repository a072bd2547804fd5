"""`detente schema`: the JSON Schema of a dispute file, as the domain's types have it now.

`detente schema > src/detente/model/dispute.schema.json` regenerates the shipped file.
"""


def schema() -> None:
    """Print the JSON Schema of a dispute file."""
    import sys

    from detente.model.schema import schema_text

    sys.stdout.write(schema_text())
