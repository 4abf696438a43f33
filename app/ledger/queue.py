"""The queue: tickets issued today, and whether a visit has called them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Boolean, Column, Connection, Date, MetaData, Table, Text, delete, select, update

from app.domain.events import Event, TicketIssued, VisitOpened
from app.journal.entry import Entry
from app.journal.sql import empty, insert_new

tables = MetaData()

tickets = Table(
    "tickets",
    tables,
    Column("office", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("ticket", Text, primary_key=True),
    Column("issued_at", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("priority", Boolean, nullable=False),
    Column("called_by", Text),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A ticket nobody has called; `issued_at` is the issuing device's ISO time."""

    ticket: str
    issued_at: str
    language: str
    priority: bool


def post(connection: Connection, entry: Entry, event: Event | None) -> None:
    """A ticket is issued, or a visit calls it; one called twice keeps its first caller, one issued twice is one."""
    t = tickets.c
    match event:
        case TicketIssued():
            connection.execute(delete(tickets).where(t.office == entry.office, t.day < event.issued_on))
            row = {
                "office": entry.office,
                "day": event.issued_on,
                "ticket": event.ticket,
                "issued_at": entry.at,
                "language": event.language,
                "priority": event.priority,
            }
            connection.execute(insert_new(connection, tickets), row)
        case VisitOpened() if event.ticket:
            mine = (t.office == entry.office) & (t.day == event.opened_on) & (t.ticket == event.ticket)
            connection.execute(update(tickets).where(mine, t.called_by.is_(None)).values(called_by=entry.subject))


def clear(connection: Connection) -> None:
    empty(connection, tables)


def waiting(connection: Connection, office: str, day: date) -> tuple[Waiting, ...]:
    """The day's tickets still waiting: priority first, then as issued."""
    t = tickets.c
    query = select(t.ticket, t.issued_at, t.language, t.priority)
    query = query.where(t.office == office, t.day == day, t.called_by.is_(None))
    rows = connection.execute(query.order_by(t.priority.desc(), t.issued_at, t.ticket))
    return tuple(Waiting(*row) for row in rows)
