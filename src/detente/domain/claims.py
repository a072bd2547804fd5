"""Which claim a statement makes: what its party says, whatever the place and the typeface."""

import re
from collections.abc import Iterable

from detente.domain.evidence import Claim, Reading, Statement, ordered


def claims(readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """One claim for what each statement of a known party says, wording apart.

    Two statements of one party with the same words, in one document or two, support one claim.
    """
    found: dict[str, Claim] = {}
    support: dict[str, list[str]] = {}
    for reading in readings:
        for statement in reading.statements:
            claim = claim_of(statement, reading.document.text)
            if claim is not None:
                found.setdefault(claim.id, claim)
                support.setdefault(claim.id, []).append(statement.id)
    return tuple(
        Claim(party=claim.party, key=claim.key, text=claim.text, support=ordered(support[key]))
        for key, claim in found.items()
    )


def claim_of(statement: Statement, text: str, name: str | None = None) -> Claim | None:
    """Claim that a statement of a document with this text supports; None without a party.

    ``name`` is the statement's id, where it is known already: making it takes time.
    """
    party = statement.source.party if statement.source else None
    if party is None:
        return None
    words = worded(statement, text)
    key = f"{statement.attitude}: {' '.join(words.casefold().split())}"
    return Claim(party=party, key=key, text=words, support=(name or statement.id,))


_MARK = re.compile(r"(?:that|to) ", re.IGNORECASE)


def worded(statement: Statement, text: str) -> str:
    """Content of a statement in its own words, without the "that" or "to" that it hangs on."""
    words = " … ".join(" ".join(piece.of(text).split()) for piece in statement.content)
    return _MARK.sub("", words, count=1) if _MARK.match(words) else words
