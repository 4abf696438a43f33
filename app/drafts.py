"""Half-typed input that survives a kill: an ordinary local table in the encrypted file, never journalled or sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, Engine, MetaData, Table, Text, delete, select

from app.journal.engine import writing
from app.journal.sql import Values, upsert

tables = MetaData()
drafts = Table(
    "drafts",
    tables,
    Column("owner", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("data", Values(dict[str, str]), nullable=False),
    Column("at", Text, nullable=False),
)


class Drafts:
    """What clerks (`owner`) have typed about a visit or a case (`subject`), by field, until it becomes an entry."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = writing(engine)
        with self._writer.begin() as connection:
            tables.create_all(connection)

    def save(self, owner: str, subject: str, data: Mapping[str, str], at: datetime) -> None:
        """Keeps the draft, durable on return; it replaces the owner's earlier one of this subject."""
        row = {"owner": owner, "subject": subject, "data": dict(data), "at": at.isoformat()}
        with self._writer.begin() as connection:
            connection.execute(upsert(connection, drafts), row)

    def load(self, owner: str, subject: str) -> Mapping[str, str]:
        """The draft's fields; empty when there is none."""
        query = select(drafts.c.data).where(drafts.c.owner == owner, drafts.c.subject == subject)
        with self._engine.connect() as connection:
            found: Mapping[str, str] | None = connection.execute(query).scalar()
        return found or {}

    def subjects(self, owner: str) -> tuple[str, ...]:
        """What the owner has drafts of, the newest first."""
        query = select(drafts.c.subject).where(drafts.c.owner == owner).order_by(drafts.c.at.desc(), drafts.c.subject)
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def drop(self, owner: str, subject: str) -> None:
        """Forgets the draft: it became entries, or was discarded."""
        with self._writer.begin() as connection:
            connection.execute(delete(drafts).where(drafts.c.owner == owner, drafts.c.subject == subject))
