"""`detente claims`, `detente judge`: what is claimed, and what you make of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.case import AsName, InCase, acting, opened
from detente.cli.terminal import AsJson, Debug, Quiet, counted, echo, say, write_json
from detente.domain.shapes import FORMAT, Json, claim_shape
from detente.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.domain.evidence import Claim, Decision, Judgement
    from detente.record.anchors import Whereabouts
    from detente.record.keeping import CaseStore

_DECISIONS: "dict[str, Decision]" = {
    "accept": "accepted",
    "accepted": "accepted",
    "reject": "rejected",
    "rejected": "rejected",
    "unsure": "unsure",
}


def claims(
    case: InCase = None,
    party: Annotated[
        str | None, typer.Option(metavar="PARTY", help="Only of this party: its code or name.")
    ] = None,
    judged: Annotated[
        bool | None, typer.Option("--judged/--unjudged", help="Only those, or only the others.")
    ] = None,
    lost: Annotated[
        bool,
        typer.Option("--lost", help="Judged claims that a newer reader no longer finds as worded."),
    ] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Show at most so many.")
    ] = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """List what is claimed in a case, with what was decided on it."""
    with opened(case, quiet=quiet) as (_, store):
        if lost:
            _print_lost(store, as_json=as_json)
            return
        found = store.claims(party=_code(party), judged=judged, limit=limit)
        standing = {judgement.claim: judgement for judgement in store.judgements()}
    if as_json:
        shapes = [
            claim_shape(claim) | {"judgement": _judgement(standing.get(claim.id))}
            for claim in found
        ]
        write_json({"format": FORMAT, "claims": shapes})
        return
    for claim in found:
        decided = standing.get(claim.id)
        mark = decided.decision if decided else "–"
        statements = f"  ({counted(len(claim.support), 'statement')})"
        more = statements if len(claim.support) > 1 else ""
        echo(f"{claim.id}  {mark:9} {claimed(claim)}{more}")
        if decided and decided.note:
            echo(f"{'':18}{decided.by}: {decided.note}")
    if not found and not quiet:
        say("No such claims.")


def claimed(claim: "Claim") -> str:
    """Who claims what, and how: a claim's key begins with the attitude."""
    return f"{claim.party} {claim.key.partition(':')[0]}: {claim.text}"


def _judgement(judgement: "Judgement | None") -> dict[str, str] | None:
    if judgement is None:
        return None
    return {name: getattr(judgement, name) for name in ("decision", "by", "at", "note")}


def _print_lost(store: "CaseStore", *, as_json: bool) -> None:
    places = [place for place in store.whereabouts() if place.state != "FOUND"]
    if as_json:
        write_json({"format": FORMAT, "judged": [place_shape(place) for place in places]})
    else:
        print_places(places)


def place_shape(place: "Whereabouts") -> Json:
    """JSON of what became of a judged claim."""
    return {"claim": place.claim, "state": place.state, "candidates": list(place.candidates)}


def print_places(places: "Iterable[Whereabouts]") -> None:
    """Print what became of judged claims, one a line."""
    for place in places:
        candidates = ", ".join(place.candidates) or "nobody is read as saying this now"
        echo(f"{place.state:9} {place.claim} → {candidates}")


def _code(party: str | None) -> str | None:
    if party is None:
        return None
    from detente.record.searching import party_code

    return party_code(party)


def judge(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Its id, or the beginning of it.")],
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="accept, reject or unsure.")],
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why; kept beside the decision.")] = "",
    case: InCase = None,
    by: AsName = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Decide on a claim: what is rejected, no model relies on."""
    decided = _DECISIONS.get(decision.lower())
    if decided is None:
        raise InputError(
            f"{decision!r} is no decision on a claim", fix="give accept, reject or unsure"
        )
    from detente.domain.evidence import Judgement

    name = acting(by)
    with opened(case, by=name, quiet=quiet) as (_, store):
        found = store.claim(claim)
        store.judge(Judgement(claim=found.id, decision=decided, by=name, at="", note=note))
    if not quiet:
        echo(f"{name} {decided}: {claimed(found)}")
