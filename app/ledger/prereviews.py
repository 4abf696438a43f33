"""Which pre-review slips were used, so that a second use is noticed."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, MetaData, Table, Text, select

from app.domain.events import CaseOpened, Event
from app.journal.entry import Entry
from app.journal.sql import empty, insert_new

tables = MetaData()

used = Table(
    "used_prereviews",
    tables,
    Column("office", Text, primary_key=True),
    Column("case", Text, primary_key=True),
    Column("nonce", Text, nullable=False),
    Index("used_prereviews_nonce", "office", "nonce"),
)


def post(connection: Connection, entry: Entry, event: Event | None) -> None:
    """Notes the slip a case was opened from."""
    if isinstance(event, CaseOpened) and event.prereview:
        row = {"office": entry.office, "case": entry.subject, "nonce": event.prereview}
        connection.execute(insert_new(connection, used), row)


def clear(connection: Connection) -> None:
    empty(connection, tables)


def cases_from(connection: Connection, office: str, nonce: str) -> tuple[str, ...]:
    """The cases opened from this slip; more than one means it was used twice."""
    query = select(used.c.case).where(used.c.office == office, used.c.nonce == nonce)
    return tuple(connection.execute(query.order_by(used.c.case)).scalars())
