"""The tables, the same on SQLite and PostgreSQL.

Of the first group nothing is ever changed or deleted, and triggers of the database see to it.
The second group is made from the first: `detente doctor` can throw it away and make it again.
"""

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem

METADATA = sa.MetaData()

# SQLite knows one INTEGER, of 64 bits; STRICT tables accept no other name for it.
Big = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
Real: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.Double(), "postgresql")


def _table(name: str, *parts: SchemaItem, rowid: bool = True) -> sa.Table:
    return sa.Table(name, METADATA, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _number(name: str = "no") -> sa.Column[int]:
    return sa.Column(name, Big, primary_key=True, autoincrement=False)


def _text(name: str, *, null: bool = False, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null, primary_key=key)


def _of(table: str, *, key: bool = False, null: bool = False, column: str = "no") -> sa.Column[int]:
    name = table.removesuffix("s")
    reference = sa.ForeignKey(f"{table}.{column}")
    return sa.Column(name, Big, reference, nullable=null, primary_key=key, autoincrement=False)


# --- What is never changed ------------------------------------------------------------------

meta = _table("meta", _text("key", key=True), _text("value"))

documents = _table(
    "documents",
    _number(),
    _text("id"),
    _text("sha256"),
    _text("language"),
    # As bytes: a text may hold what neither database takes as text, such as a NUL.
    sa.Column("text", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("id"),
)

# Where a text came from. One document may have come from several places.
sources = _table(
    "sources",
    _number(),
    _of("documents"),
    _text("id"),
    _text("blob", null=True),
    _text("path", null=True),
    _text("title", null=True),
    _text("publisher", null=True),
    _text("url", null=True),
    _text("published", null=True),
    _text("source_id", null=True),
    _text("retrieved"),
    sa.UniqueConstraint("document", "id"),
    sa.Index("sources_by_blob", "blob"),
)

runs = _table(
    "runs",
    _number(),
    _text("tool"),
    _text("version"),
    _text("settings"),
    sa.Column("seed", Big, nullable=False),
    _text("at"),
    _text("input_sha256"),
    _text("output_sha256"),
)

readings = _table(
    "readings",
    _number(),
    _of("documents"),
    _of("runs"),
    _text("sha256"),
    # Hash of what does not hang on where the text came from; see `digests.py`.
    _text("content"),
    sa.Column("payload", sa.LargeBinary, nullable=False),
    sa.Index("readings_by_document", "document", "no"),
)

# Named for what it is: `log` is a function of SQL.
events_log = _table(
    "event_log",
    _number("seq"),
    _text("at"),
    _text("by", null=True),
    _text("kind"),
    _text("payload"),
    _text("previous"),
    _text("hash"),
    sa.Index("event_log_by_person", "by", "kind", "seq"),
)

# Source bytes of a case whose people share one PostgreSQL; SQLite cases keep them as files.
blobs = _table(
    "blobs",
    _text("sha256", key=True),
    sa.Column("part", Big, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)

KEPT = (meta, documents, sources, runs, readings, events_log, blobs)
# What a backup carries from one database to another; `meta` last, as a sign of completeness.
CARRIED = (documents, sources, runs, readings, events_log, meta)
# `meta` says with which folding the index was made, and so is not append-only.
APPEND_ONLY = (documents, sources, runs, readings, events_log, blobs)


# --- What is made from it -------------------------------------------------------------------

# Documents that count (those removed have no row) with the reading that stands.
standing = _table(
    "standing",
    _of("documents", key=True),
    # Number of its entry, by which texts, statements and events stand in one order.
    sa.Column("no", Big, nullable=False),
    _of("readings", null=True),
    _text("publisher", null=True),
    _text("day_from", null=True),
    _text("day_to", null=True),
    sa.Index("standing_by_publisher", "publisher"),
)

statements = _table(
    "statements",
    _number(),
    _of("documents"),
    _text("id"),
    _text("claim", null=True),
    _text("party", null=True),
    _text("kind", null=True),
    _text("person", null=True),
    _text("office", null=True),
    _text("channel", null=True),
    _text("manner"),
    _text("attitude"),
    sa.Column("strength", Real, nullable=False),
    _text("inside", null=True),
    _text("answers", null=True),
    sa.Column("start", Big, nullable=False),
    sa.Column("end", Big, nullable=False),
    _text("day_from", null=True),
    _text("day_to", null=True),
    sa.UniqueConstraint("document", "id"),
    sa.Index("statements_by_party", "party"),
    sa.Index("statements_by_attitude", "attitude"),
    # All that is asked of a party's statements, so that counting them reads nothing else.
    sa.Index("statements_by_all", "party", "attitude", "day_to", "day_from", "document"),
    sa.Index("statements_by_claim", "claim"),
)

# Exact words of source, cue and content, with 32 characters of what stands around them.
spans = _table(
    "spans",
    _of("statements", key=True),
    _text("role", key=True),
    sa.Column("part", Big, primary_key=True, autoincrement=False),
    sa.Column("start", Big, nullable=False),
    sa.Column("end", Big, nullable=False),
    _text("quote"),
    _text("before"),
    _text("after"),
    rowid=False,
)

propositions = _table(
    "propositions",
    _of("statements", key=True),
    _text("id", key=True),
    _text("act"),
    _text("polarity"),
    _text("modality", null=True),
    _text("agent", null=True),
    _text("object", null=True),
    _text("condition", null=True),
    sa.Column("start", Big, nullable=False),
    sa.Column("end", Big, nullable=False),
    sa.Index("propositions_by_act", "act", "statement"),
    rowid=False,
)

events = _table(
    "events",
    _number(),
    _of("documents"),
    _text("id"),
    _text("statement", null=True),
    _text("act"),
    _text("type"),
    _text("mode", null=True),
    _text("status"),
    sa.Column("reciprocal", Big, nullable=False),
    _text("actor", null=True),
    _text("target", null=True),
    _text("date", null=True),
    _text("day_from", null=True),
    _text("day_to", null=True),
    sa.Column("start", Big, nullable=False),
    sa.Column("end", Big, nullable=False),
    _text("quote"),
    _text("before"),
    _text("after"),
    sa.Index("events_by_document", "document", "id"),
    sa.Index("events_by_act", "act"),
    sa.Index("events_by_actor", "actor"),
    sa.Index("events_by_target", "target"),
)

claims = _table(
    "claims",
    _text("id", key=True),
    _text("party"),
    _text("key"),
    _text("text"),
    sa.Index("claims_by_party", "party"),
)

judgements = _table(
    "judgements",
    _of("event_log", key=True, column="seq"),
    _text("claim"),
    _text("decision"),
    _text("by"),
    _text("at"),
    _text("note"),
    sa.Column("active", Big, nullable=False),
    sa.Index("judgements_by_claim", "claim", "active"),
)

tombstones = _table(
    "tombstones",
    _of("event_log", key=True, column="seq"),
    _of("documents"),
    sa.Column("gone", Big, nullable=False),
    _text("by"),
    _text("at"),
    _text("note"),
    sa.Column("active", Big, nullable=False),
)

# Words by which a party is called, by document, and so by day.
aliases = _table(
    "aliases",
    _of("documents", key=True),
    _text("party", key=True),
    _text("name", key=True),
    _text("kind", null=True),
    sa.Index("aliases_by_party", "party", "name"),
    rowid=False,
)

# What can be found by its words: whole texts, statements and events, each by its own number.
entries = _table(
    "entries",
    _number(),
    _of("documents"),
    _text("folded"),
    sa.Index("entries_by_document", "document"),
)

# A handful of hashes for each text, by which copies of a wire story are told; see `stories.py`.
sketches = _table(
    "sketches",
    _of("documents", key=True),
    sa.Column("story", Big, nullable=False),
    sa.Column("sketch", sa.LargeBinary, nullable=False),
    sa.Index("sketches_by_story", "story"),
)
marks = _table(
    "marks",
    sa.Column("mark", Big, primary_key=True, autoincrement=False),
    _of("documents", key=True),
    rowid=False,
)

# Children before parents, so that rows can be deleted in this order.
DERIVED = (
    marks,
    sketches,
    entries,
    aliases,
    tombstones,
    judgements,
    claims,
    events,
    propositions,
    spans,
    statements,
    standing,
)
