"""The journal's tables, and the triggers that let nobody delete or change an entry but to blank its person body."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

from app.journal.sql import CODE

METADATA = MetaData()

journal = Table(
    "journal",
    METADATA,
    Column("office", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("station", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("clock", Text, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("catalogue", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("facts_salt", Text, nullable=False),
    Column("facts_digest", Text, nullable=False),
    Column("person", Text),
    Column("person_salt", Text),
    Column("person_digest", Text, nullable=False),
    Column("digest", Text, nullable=False),
    UniqueConstraint("office", "station", "number"),
)
"""Every entry that arrived, as it arrived; bodies are canonical JSON."""

posted = Table(
    "posted",
    METADATA,
    Column("office", Text, primary_key=True),
    Column("subject", CODE, primary_key=True),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The entries that count: one for each version of a subject. What arrived and is not here was set aside."""

heads = Table(
    "heads",
    METADATA,
    Column("office", Text, primary_key=True),
    Column("station", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("digest", Text, nullable=False),
    Column("money", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Per station: its last number and digest here, and the money of its receipts less its voids, NT$."""

arrivals = Table(
    "arrivals",
    METADATA,
    Column("office", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The last position given out per office; whoever writes locks this row first."""

marks = Table(
    "marks",
    METADATA,
    Column("office", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Small local notes (how far central holds us, the pull cursor); not journal, not sent."""

_FIXED = [c.name for c in journal.columns if c.name not in ("person", "person_salt")]
_REFUSAL = "the journal keeps every entry as it was written"


def _changed(distinct: str) -> str:
    """SQL: whether an update does anything but blank the person body and its salt together."""
    fixed = " OR ".join(f'OLD."{name}" {distinct} NEW."{name}"' for name in _FIXED)
    return f"NEW.person IS NOT NULL OR NEW.person_salt IS NOT NULL OR {fixed}"


TRIGGERS: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        f"CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
        f"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal WHEN {_changed('IS NOT')} "
        f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
    ),
    "postgresql": (
        f"CREATE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$",
        "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal FOR EACH ROW EXECUTE FUNCTION journal_refuses()",
        "CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal EXECUTE FUNCTION journal_refuses()",
        f"CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal FOR EACH ROW "
        f"WHEN ({_changed('IS DISTINCT FROM')}) EXECUTE FUNCTION journal_refuses()",
    ),
}


@event.listens_for(journal, "after_create")
def _protect(_table: Table, connection: Connection, **_: object) -> None:
    for trigger in TRIGGERS[connection.dialect.name]:
        connection.exec_driver_sql(trigger)


def install(engine: Engine, tables: MetaData = METADATA) -> None:
    """Makes the journal's own tables, or these, where they are missing; several processes may do so at once."""
    with engine.begin() as connection:
        alone(connection)
        tables.create_all(connection)


def alone(connection: Connection) -> None:
    """Nobody else makes tables until this transaction ends."""
    # SQLite's write transaction is already alone; PostgreSQL would let two processes create the same table.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('yigui schema'))"))
