"""The tables, on SQLite and PostgreSQL alike.

Must not know how a row is used. The database is the truth: whatever else is on disk or in memory
(an index, a pool that was loaded) is derived from it and can be thrown away. Everything that holds
words of a CV hangs from `candidates` and goes with it; what outlives an erasure holds numbers only.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


class Moment(TypeDecorator[datetime]):
    """An instant in UTC; SQLite keeps no zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Refuse an instant whose zone is unknown."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Return the instant with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# Names for constraints, so that a migration can alter them on either database.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself in a column that is exactly INTEGER PRIMARY KEY. The number of a
# deleted row goes to the next one unless the table says sqlite_autoincrement: those do whose rows
# may go while work in hand, a saved index or a column without a foreign key still knows them.
Number = BigInteger().with_variant(Integer, "sqlite")
# A public id: a letter for the kind of thing and 22 random characters; says nothing of anybody.
PublicId = String(32)


_ONE = {
    "roles": "role",
    "candidates": "candidate",
    "pools": "pool",
    "bases": "basis",
    "rankings": "ranking",
    "batches": "batch",
}


def _number() -> Column[int]:
    return Column("id", Number, primary_key=True, autoincrement=True)


def _tenant() -> Column[int]:
    return Column("tenant_id", Number, ForeignKey("tenants.id", ondelete="CASCADE"), nullable=False)


def _of(table: str, *, nullable: bool = False, primary_key: bool = False) -> Column[int]:
    return Column(
        f"{_ONE[table]}_id",
        Number,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        nullable=nullable,
        primary_key=primary_key,
    )


tenants = Table(
    "tenants",
    metadata,
    _number(),
    Column("name", String(100), nullable=False, unique=True),
    Column("retention_days", Integer),
    # The number of the tenant's last change: see `changes`.
    Column("change_number", Number, nullable=False, default=0, server_default="0"),
    Column("created_at", Moment, nullable=False),
)

api_keys = Table(
    "api_keys",
    metadata,
    _number(),
    Column("public_id", PublicId, nullable=False, unique=True),
    _tenant(),
    Column("name", String(100), nullable=False),
    # SHA-256 of the whole key, in hexadecimal: a key has 256 random bits, so none can be guessed.
    Column("digest", String(64), nullable=False, unique=True),
    # Words of "read", "write" and "admin", in this order, with a space between.
    Column("scopes", String(40), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)

# Who is signed in to the web pages; a session lasts no longer than its key.
sessions = Table(
    "sessions",
    metadata,
    _number(),
    Column("key_id", Number, ForeignKey("api_keys.id", ondelete="CASCADE"), nullable=False),
    # SHA-256 of what the cookie holds, in hexadecimal: 256 random bits, as a key has.
    Column("digest", String(64), nullable=False, unique=True),
    Column("expires_at", Moment, nullable=False),
    Index(None, "expires_at"),
)

roles = Table(
    "roles",
    metadata,
    _number(),
    Column("public_id", PublicId, nullable=False, unique=True),
    _tenant(),
    Column("external_id", String(200)),
    Column("title", Text, nullable=False),
    # The role as the machine read it (`matcher.wire.role_json`); never altered.
    Column("record", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(100), nullable=False),
    UniqueConstraint("tenant_id", "external_id"),
)

# What people set beside what the machine read, oldest first; the last word on a field counts.
role_changes = Table(
    "role_changes",
    metadata,
    _number(),
    _of("roles"),
    Column("kind", String(10), nullable=False),  # "edit", "addition" or "acceptance"
    Column("body", JSON, nullable=False),
    Column("by", String(100), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "role_id"),
)

candidates = Table(
    "candidates",
    metadata,
    _number(),
    Column("public_id", PublicId, nullable=False, unique=True),
    _tenant(),
    Column("external_id", String(200)),
    # What the caller calls the CV: the external id, or the file's name without its ending.
    Column("label", String(200), nullable=False),
    Column("media_type", String(100), nullable=False),
    # SHA-256 of the bytes as they arrived, in hexadecimal: the same file twice is one candidate.
    Column("digest", String(64), nullable=False),
    # `matcher.wire.candidate_json`, packed by `service.store.packing`.
    Column("record", LargeBinary, nullable=False),
    # Digest of the code and tables the record was read with; an older one is read again.
    Column("read_with", String(64), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(100), nullable=False),
    Column("expires_at", Moment),
    UniqueConstraint("tenant_id", "external_id"),
    UniqueConstraint("tenant_id", "digest"),
    Index(None, "tenant_id", "id"),
    Index(None, "expires_at"),
    sqlite_autoincrement=True,
)

# The vectors of a CV's passages and titles: int16 of 1/4000, row by row (see `matcher.meaning`).
vectors = Table(
    "vectors",
    metadata,
    _of("candidates", primary_key=True),
    Column("model", String(64), primary_key=True),
    Column("passages", LargeBinary, nullable=False),
    Column("titles", LargeBinary, nullable=False),
)

# What a list of candidates can be narrowed by: facts with a name, and codes of warnings.
candidate_marks = Table(
    "candidate_marks",
    metadata,
    _of("candidates", primary_key=True),
    Column("kind", String(30), primary_key=True),  # a fact's kind, or "warning"
    Column("name", String(200), primary_key=True),
    Column("status", String(20), primary_key=True),  # a fact's status, "" for a warning
    Index(None, "kind", "name"),
)

pools = Table(
    "pools",
    metadata,
    _number(),
    Column("public_id", PublicId, nullable=False, unique=True),
    _tenant(),
    Column("name", String(200), nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("tenant_id", "name"),
    sqlite_autoincrement=True,
)

pool_members = Table(
    "pool_members",
    metadata,
    _of("pools", primary_key=True),
    _of("candidates", primary_key=True),
    Index(None, "candidate_id"),
)

# Which candidates came, changed or went, numbered without a gap within a tenant: what whoever
# holds something derived (an index, a loaded pool) has to catch up with.
changes = Table(
    "changes",
    metadata,
    Column("tenant_id", Number, ForeignKey("tenants.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("candidate_id", Number, nullable=False),  # the row may be gone
    Column("erased", Boolean, nullable=False),
)

# Everything a match depends on besides the candidate. Equal digests mean equal matches.
bases = Table(
    "bases",
    metadata,
    _number(),
    _tenant(),
    _of("roles"),
    Column("digest", String(64), nullable=False),
    # The role with people's edits as it was judged (`matcher.wire.role_json`).
    Column("role", JSON, nullable=False),
    Column("model", JSON, nullable=False),
    Column("weights", Text, nullable=False),  # the TOML text
    Column("weights_digest", String(64), nullable=False),
    Column("knowledge", String(64), nullable=False),
    Column("as_of", Date, nullable=False),
    UniqueConstraint("role_id", "digest"),
    sqlite_autoincrement=True,
)

# A match is a pure function of a basis and a candidate: made once, shared by rankings.
matches = Table(
    "matches",
    metadata,
    _of("bases", primary_key=True),
    _of("candidates", primary_key=True),
    Column("score", Float, nullable=False),
    Column("band", String(30), nullable=False),
    # The match in short (`matcher.gist.gist_json`), for what looks at a whole pool; before the
    # record, so that SQLite finds it without reading through that.
    Column("gist", JSON, nullable=False),
    # SHA-256 over the match without the candidate's id, in hexadecimal.
    Column("digest", String(64), nullable=False),
    # The match (`matcher.wire.match_record`) without it, packed by `service.store.packing`.
    Column("record", LargeBinary, nullable=False),
    Index(None, "candidate_id"),
)

rankings = Table(
    "rankings",
    metadata,
    _number(),
    Column("public_id", PublicId, nullable=False, unique=True),
    _tenant(),
    _of("roles"),
    _of("bases"),
    Column("pool", String(200)),  # the name at that time; NULL for everybody
    Column("pool_id", Number),
    # "top" (int or null) and "blind" (bool).
    Column("options", JSON, nullable=False),
    Column("status", String(10), nullable=False),  # queued, running, done, failed
    Column("error", Text),
    Column("pool_size", Integer),
    Column("judged", Integer),
    # Digest of the candidates that were ranked, by their contents, and of the matches in order.
    Column("inputs_digest", String(64)),
    Column("result_digest", String(64)),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(100), nullable=False),
    Column("finished_at", Moment),
    Column("lease", String(64)),
    Column("lease_until", Moment),
    Index(None, "tenant_id", "id"),
    Index(None, "status"),
    sqlite_autoincrement=True,
)

entries = Table(
    "entries",
    metadata,
    _of("rankings", primary_key=True),
    Column("rank", Integer, primary_key=True),
    # NULL once the person was erased: the position stays, and says nothing of anybody.
    Column("candidate_id", Number),
    Column("score", Float, nullable=False),
    Column("band", String(30), nullable=False),
    Index(None, "candidate_id"),
)

# A person's word against a verdict. A later one on the same requirement takes its place.
overrides = Table(
    "overrides",
    metadata,
    _number(),
    _of("rankings"),
    _of("candidates"),
    Column("requirement_id", String(20), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", String(100), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "ranking_id", "candidate_id"),
    Index(None, "candidate_id"),
)

# The match as it stands with the overrides, where they say otherwise than the machine, whose own
# match is kept in `matches`.
revisions = Table(
    "revisions",
    metadata,
    _of("rankings", primary_key=True),
    _of("candidates", primary_key=True),
    Column("score", Float, nullable=False),
    Column("band", String(30), nullable=False),
    Column("gist", JSON, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index(None, "candidate_id"),
)

batches = Table(
    "batches",
    metadata,
    _number(),
    Column("public_id", PublicId, nullable=False, unique=True),
    _tenant(),
    Column("name", String(200), nullable=False),
    Column("pool_id", Number),
    # "receiving" until every item is stored and the sender was told so; queued, running, done,
    # cancelled.
    Column("status", String(10), nullable=False),
    Column("total", Integer, nullable=False, default=0),
    Column("created_at", Moment, nullable=False),
    Column("created_by", String(100), nullable=False),
    Column("seen_at", Moment, nullable=False),  # the last sign of life while receiving
    Column("finished_at", Moment),
    Index(None, "tenant_id", "id"),
    Index(None, "status"),
    sqlite_autoincrement=True,
)

batch_items = Table(
    "batch_items",
    metadata,
    _number(),
    _of("batches"),
    Column("number", Integer, nullable=False),  # its place in the upload, from 1
    Column("name", String(400), nullable=False),
    Column("label", String(200), nullable=False),
    Column("external_id", String(200)),
    Column("plain_text", Boolean, nullable=False),
    # The bytes as they arrived, until they are read or have failed for good.
    Column("content", LargeBinary),
    # queued, leased, done, duplicate, failed, cancelled
    Column("status", String(10), nullable=False),
    # How often reading it failed, and how often whoever read it was never heard of again.
    Column("attempts", Integer, nullable=False, default=0),
    Column("lapses", Integer, nullable=False, default=0),
    Column("error", Text),
    Column("candidate_id", Number),
    Column("lease", String(64)),
    Column("lease_until", Moment),
    Column("finished_at", Moment),
    UniqueConstraint("batch_id", "number"),
    Index(None, "batch_id", "status", "number"),
    Index(None, "batch_id", "finished_at"),
    Index(None, "lease_until"),
    Index(None, "candidate_id"),
)

# Who did what; appended to, never altered. Ids and numbers, never words of a CV.
audit = Table(
    "audit",
    metadata,
    _number(),
    _tenant(),
    Column("at", Moment, nullable=False),
    Column("actor", String(100), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(32), nullable=False),  # a public id
    Column("request", String(64), nullable=False),  # the request's id
    Column("detail", JSON, nullable=False),
    Index(None, "tenant_id", "id"),
    Index(None, "subject"),
)
