"""The one-time notices given (一次告知單): what was told as missing, so that any counter can resume the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Date, Index, MetaData, Select, Table, Text, select

from app.domain.events import Event, MissingPaper, NoticeGiven
from app.journal.entry import Entry
from app.journal.sql import Values, empty, insert_new

tables = MetaData()

notices = Table(
    "notices",
    tables,
    Column("office", Text, primary_key=True),
    Column("notice", Text, primary_key=True),
    Column("case", Text, nullable=False),
    Column("given_at", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("last_day", Date),
    Column("missing", Values(tuple[MissingPaper, ...]), nullable=False),
    Index("notices_case", "office", "case"),
)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice as it was given, `given_at` in ISO device time; `last_day` the citizen has, if any."""

    notice: str
    case: str
    given_at: str
    language: str
    last_day: date | None
    missing: tuple[MissingPaper, ...]


def post(connection: Connection, entry: Entry, event: Event | None) -> None:
    """One row for each notice."""
    if isinstance(event, NoticeGiven):
        row = {
            "office": entry.office,
            "notice": event.notice,
            "case": entry.subject,
            "given_at": entry.at,
            "language": event.language,
            "last_day": event.last_day,
            "missing": event.missing,
        }
        connection.execute(insert_new(connection, notices), row)


def clear(connection: Connection) -> None:
    empty(connection, tables)


def find(connection: Connection, office: str, notice: str) -> NoticeRow | None:
    """One notice by its number, or `None` when it is not known here."""
    rows = _rows(connection, _notices(office).where(notices.c.notice == notice))
    return rows[0] if rows else None


def of_case(connection: Connection, office: str, case: str) -> tuple[NoticeRow, ...]:
    """A case's notices, oldest first; more than one means that something was asked for anew."""
    query = _notices(office).where(notices.c.case == case)
    return _rows(connection, query.order_by(notices.c.given_at, notices.c.notice))


def last_in_series(connection: Connection, office: str, series: str) -> int:
    """The highest number that ends a notice's number beginning with `series`; 0 when there is none."""
    query = select(notices.c.notice).where(notices.c.office == office, notices.c.notice.startswith(series))
    ends = (notice.removeprefix(series) for notice in connection.execute(query).scalars())
    return max((int(end) for end in ends if end.isdecimal()), default=0)


def _notices(office: str) -> Select[Any]:
    return select(*[notices.c[name] for name in NoticeRow.__dataclass_fields__]).where(notices.c.office == office)


def _rows(connection: Connection, query: Select[Any]) -> tuple[NoticeRow, ...]:
    return tuple(NoticeRow(*row) for row in connection.execute(query))
