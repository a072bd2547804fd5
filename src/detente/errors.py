"""Every exception raised on purpose: what happened, what to do, which exit code.

Problems in a person's data are not exceptions but :class:`detente.domain.Finding`.
An exception here means that the call makes no sense or that the machine failed.
"""


class DetenteError(Exception):
    """Base of every exception that Détente raises on purpose.

    Parameters
    ----------
    what
        One sentence saying what happened, naming the file, option or number.
    fix
        One sentence saying what the caller can do about it.
    """

    exit_code = 1

    def __init__(self, what: str, *, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.what}\n  try: {self.fix}"


class InputError(DetenteError):
    """The input or the call cannot be used at all."""

    exit_code = 2


class StoreError(DetenteError):
    """The evidence store, or a file to be written, could not be used."""

    exit_code = 3


class AnalysisError(DetenteError):
    """The analysis cannot be carried out, for instance because it is too large."""

    exit_code = 4


class MissingExtra(DetenteError):
    """A part that is installed separately is not there."""

    exit_code = 5
