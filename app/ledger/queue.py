"""The queue: tickets issued today, and whether a visit has called them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Boolean, Column, Connection, MetaData, String, Table, delete, insert, select, update

from app.domain.events import Event, TicketIssued, VisitOpened
from app.journal.entry import Entry

tables = MetaData()

ticket_table = Table(
    "ledger_ticket",
    tables,
    Column("day", String, primary_key=True),
    Column("ticket", String, primary_key=True),
    Column("issued_at", String, nullable=False),
    Column("language", String, nullable=False),
    Column("priority", Boolean, nullable=False),
    Column("called_by", String),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket nobody has called; `issued_at` is the issuing device's ISO time."""

    ticket: str
    issued_at: str
    language: str
    priority: bool


def post(connection: Connection, entry: Entry, event: Event | None) -> None:
    """A ticket is issued, or a visit calls it; one called twice keeps its first caller."""
    t = ticket_table.c
    match event:
        case TicketIssued():
            day = event.issued_on.isoformat()
            connection.execute(delete(ticket_table).where(t.day < day))
            connection.execute(
                insert(ticket_table).values(
                    day=day,
                    ticket=event.ticket,
                    issued_at=entry.at,
                    language=event.language,
                    priority=event.priority,
                )
            )
        case VisitOpened() if event.ticket:
            mine = (t.day == event.opened_on.isoformat()) & (t.ticket == event.ticket) & t.called_by.is_(None)
            connection.execute(update(ticket_table).where(mine).values(called_by=entry.subject))


def clear(connection: Connection) -> None:
    connection.execute(delete(ticket_table))


def waiting(connection: Connection, day: date) -> tuple[Waiting, ...]:
    """The day's tickets still waiting: priority first, then as issued."""
    t = ticket_table.c
    rows = connection.execute(
        select(t.ticket, t.issued_at, t.language, t.priority)
        .where(t.day == day.isoformat(), t.called_by.is_(None))
        .order_by(t.priority.desc(), t.issued_at, t.ticket)
    )
    return tuple(Waiting(*row) for row in rows)
