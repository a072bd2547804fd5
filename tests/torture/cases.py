"""Cases for tests: small readings that need no parser, and a PostgreSQL to keep them in."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from detente.domain.evidence import (
    Actor,
    Document,
    Event,
    Proposition,
    Provenance,
    Reading,
    Source,
    Span,
    Statement,
)

READER = Provenance(tool="test reader", version="1", settings="s")
PARTIES = ("TUR", "USA", "RUS", "ESP", "PRT")
NAMES = ("Türkiye", "Washington", "Moscow", "Spain", "Portugal")
THINGS = ("the plan", "new talks", "the S-400", "a tariff", "the İzmir accord", "inspections")


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start=start, end=start + len(words))


def reading(number: int, *, published: str | None = None, extra: str = "") -> Reading:
    """A reading of a text with one statement and one event in it."""
    name, party = NAMES[number % 5], PARTIES[number % 5]
    thing, other = THINGS[number % 6], NAMES[(number + 1) % 5]
    said = f"it would not accept {thing} in round {number}"
    text = f"{name} said {said}. {other} imposed duties on {name} after talks {number}.{extra}"
    document = Document(
        text=text,
        path=f"texts/{number:04}.txt",
        title=f"Round {number}",
        publisher=("The Daily Test", "Ağrı Haber")[number % 2],
        url=f"https://example.org/{number}",
        published=published or f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}",
    )
    content = span(text, said)
    proposition = Proposition(
        document=document.id,
        span=content,
        act="accept",
        polarity="negative",
        modality="would",
        object=Actor(span=span(text, thing)),
    )
    statement = Statement(
        document=document.id,
        source=Source(span=span(text, name), party=party, kind="country"),
        cue=span(text, "said"),
        content=(content,),
        manner="indirect",
        attitude="refuses",
        strength=0.8,
        propositions=(proposition,),
    )
    happened = span(text, f"{other} imposed duties on {name}")
    event = Event(
        document=document.id,
        span=happened,
        act="impose",
        type="SANCTION",
        actor=Actor(span=span(text, other, happened.start), party=PARTIES[(number + 1) % 5]),
        target=Actor(span=span(text, name, happened.start), party=party, kind="country"),
    )
    mentions = (Actor(span=span(text, name), party=party, kind="country"),)
    return Reading(document=document, statements=(statement,), events=(event,), mentions=mentions)


def postgres_server() -> str | None:
    """Address of the server for tests; None if there shall be none.

    Raises
    ------
    RuntimeError
        If nobody said whether there is one: a test must not be left out in silence.
    """
    address = os.environ.get("DETENTE_TEST_POSTGRES")
    if not address:
        raise RuntimeError(
            "DETENTE_TEST_POSTGRES is not set: run `make ci-setup`, then the tests with"
            " `make test`; or set it to none, and the tests on PostgreSQL are listed as skipped"
        )
    return None if address == "none" else address


@contextmanager
def postgres_database() -> Iterator[str]:
    """Address of a new and empty database, which is removed again."""
    import psycopg

    server = postgres_server()
    assert server is not None
    name = f"detente_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
