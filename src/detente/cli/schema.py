"""`detente schema`: the JSON Schemas of files, as the domain's types have them now.

`detente schema > src/detente/model/dispute.schema.json` regenerates a shipped file, `detente
schema instrument > src/detente/model/instrument.schema.json` the other.
"""

from typing import Annotated

import typer

from detente.errors import InputError


def schema(
    kind: Annotated[str, typer.Argument(help="Of which file: dispute or instrument.")] = "dispute",
) -> None:
    """Print the JSON Schema of a dispute file, or of an instrument file."""
    import sys

    from detente.model.schema import dispute_schema, instrument_schema, schema_text

    made = {"dispute": dispute_schema, "instrument": instrument_schema}
    if kind not in made:
        raise InputError(f"there is no schema of {kind!r}", fix="name dispute or instrument")
    sys.stdout.write(schema_text(made[kind]))
