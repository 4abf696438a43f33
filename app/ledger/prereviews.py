"""Which pre-review slips were used, so that a second use is noticed."""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, String, Table, delete, insert, select

from app.domain.events import CaseOpened, Event
from app.journal.entry import Entry

tables = MetaData()

used_table = Table(
    "ledger_prereview",
    tables,
    Column("case_number", String, primary_key=True),
    Column("nonce", String, nullable=False, index=True),
)


def post(connection: Connection, entry: Entry, event: Event | None) -> None:
    """Notes the slip a case was opened from."""
    if isinstance(event, CaseOpened) and event.prereview:
        connection.execute(insert(used_table).values(case_number=entry.subject, nonce=event.prereview))


def clear(connection: Connection) -> None:
    connection.execute(delete(used_table))


def cases_from(connection: Connection, nonce: str) -> tuple[str, ...]:
    """The cases opened from this slip; more than one means it was used twice."""
    t = used_table.c
    return tuple(connection.execute(select(t.case_number).where(t.nonce == nonce)).scalars())
