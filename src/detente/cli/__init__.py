"""One command per arrow of the line; see `detente --help`."""

from detente.cli.app import main

__all__ = ["main"]
