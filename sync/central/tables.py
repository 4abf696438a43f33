"""Central's own small tables beside the journal: who is enrolled, with what code, and what was answered."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, MetaData, String, Table

from app.journal.sql import insert_new

metadata = MetaData()

identity = Table(
    "central",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False),
)

codes = Table(
    "enrolment_codes",
    metadata,
    Column("digest", String, primary_key=True),
    Column("office", String, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("station", String),
    Column("public_key", LargeBinary),
)

stations = Table(
    "stations",
    metadata,
    Column("office", String, primary_key=True),
    Column("station", String, primary_key=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("seen_at", BigInteger),
    Column("head", BigInteger, nullable=False, default=0),
    Column("money", BigInteger, nullable=False, default=0),
    Column("program", String, nullable=False, default=""),
)

rounds = Table(
    "rounds",
    metadata,
    Column("office", String, primary_key=True),
    Column("station", String, primary_key=True),
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("request", LargeBinary, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

seals = Table(
    "seals",
    metadata,
    Column("office", String, primary_key=True),
    Column("station", String, primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("last", BigInteger, primary_key=True, autoincrement=False),
    Column("statement", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

kept_aside = Table(
    "kept_aside",
    metadata,
    Column("request", LargeBinary, primary_key=True),
    Column("office", String, nullable=False),
    Column("station", String, nullable=False),
    Column("why", String, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
)

alarms = Table(
    "alarms",
    metadata,
    Column("office", String, primary_key=True),
    Column("station", String, primary_key=True),
    Column("why", String, primary_key=True),
    Column("times", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
)


def added(connection: Connection, table: Table, **values: Any) -> bool:
    """Inserts one row unless its key is there already, decided by the constraint; whether it was new."""
    key = next(iter(table.primary_key))
    return connection.execute(insert_new(connection, table).returning(key), values).one_or_none() is not None
