"""Papers demanded on a later visit that no notice had named: each is a defect of service, and each is counted."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, Connection, Index, MetaData, Table, Text, func, select

from app.domain.events import Event, PaperChecked
from app.journal.entry import Entry
from app.journal.sql import empty, insert_new

tables = MetaData()

demands = Table(
    "new_demands",
    tables,
    Column("office", Text, primary_key=True),
    Column("case", Text, primary_key=True),
    Column("document", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Index("new_demands_day", "office", "day"),
)


def post(connection: Connection, entry: Entry, event: Event | None) -> None:
    """Counts the first time a paper is demanded anew of a case."""
    if isinstance(event, PaperChecked) and event.demanded_anew:
        row = {"office": entry.office, "case": entry.subject, "document": event.document, "day": entry.at[:10]}
        connection.execute(insert_new(connection, demands), row)


def clear(connection: Connection) -> None:
    empty(connection, tables)


def on_day(connection: Connection, office: str, day: date) -> int:
    """How many papers were demanded anew that day, by the devices' time."""
    c = demands.c
    query = select(func.count()).select_from(demands).where(c.office == office, c.day == day.isoformat())
    return int(connection.execute(query).scalar_one())
