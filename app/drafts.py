"""Half-typed input that survives a kill: an ordinary local table in the encrypted file, never journalled or sent."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Column, Engine, MetaData, Table, Text, delete, select

from app.domain.text import cleaned
from app.journal.engine import writing
from app.journal.sql import upsert

tables = MetaData()
drafts = Table(
    "drafts",
    tables,
    Column("owner", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("text", Text, nullable=False),
)


class Drafts:
    """What was typed about a visit or a case (`owner`), by field, until it becomes an entry or is discarded."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = writing(engine)
        with self._writer.begin() as connection:
            tables.create_all(connection)

    def save(self, owner: str, field: str, text: str) -> None:
        """Keeps what the field holds now, durable on return, without characters that cannot be kept."""
        with self._writer.begin() as connection:
            connection.execute(upsert(connection, drafts), {"owner": owner, "field": field, "text": cleaned(text)})

    def of(self, owner: str) -> Mapping[str, str]:
        """The owner's drafts by field; empty when there are none."""
        query = select(drafts.c.field, drafts.c.text).where(drafts.c.owner == owner).order_by(drafts.c.field)
        with self._engine.connect() as connection:
            return {row.field: row.text for row in connection.execute(query)}

    def forget(self, owner: str, field: str) -> None:
        """The field's draft goes; nothing happens when there is none."""
        with self._writer.begin() as connection:
            connection.execute(delete(drafts).where(drafts.c.owner == owner, drafts.c.field == field))
