"""Reads a whole journal and names the first entry that is not as it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import SimpleNamespace
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, LargeBinary, Row, Text, cast, select

from app.journal.chain import START, fault
from app.journal.rows import to_entry
from app.journal.schema import heads, journal


@dataclass(frozen=True, slots=True)
class Fault:
    """The first bad entry of a station; `why` is number (missing), facts, person, digest, unreadable or head (cut)."""

    office: str
    station: str
    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Good entries per (office, station), and the first fault found, if any."""

    counts: Mapping[tuple[str, str], int]
    fault: Fault | None

    @property
    def ok(self) -> bool:
        return self.fault is None


def verify(connection: Connection) -> Verdict:
    """Checks numbers, bodies, chain and heads of every station in the file; works after blanking."""
    ends = {(row.office, row.station): row for row in connection.execute(select(heads))}
    counts = dict.fromkeys(ends, 0)
    rows = connection.execute(
        select(*_columns(connection))
        .order_by(journal.c.office, journal.c.station, journal.c.number)
        .execution_options(yield_per=1000)
    )
    first: Fault | None = None
    for key, group in groupby(rows, lambda row: (row.office, row.station)):
        counts[key], found = _station(key, group, ends.pop(key, None))
        first = first or found
    for office, station in ends:
        first = first or Fault(office, station, 1, "head")
    return Verdict(counts, first)


def _station(key: tuple[str, str], rows: Iterator[Row[Any]], end: Row[Any] | None) -> tuple[int, Fault | None]:
    previous, count = START, 0
    for row in rows:
        why = "number" if row.number != count + 1 else _why(previous, row)
        if why is not None:
            return count, Fault(*key, count + 1, why)
        previous, count = _text(row.digest), count + 1
    if end is None or (end.number, end.digest) != (count, previous):
        return count, Fault(*key, count + 1, "head")
    return count, None


def _why(previous: str, row: Row[Any]) -> str | None:
    try:
        read = SimpleNamespace(**{name: _text(value) for name, value in row._mapping.items()})
        entry = to_entry(read)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return "unreadable"
    return fault(previous, entry, read.facts.encode(), None if read.person is None else read.person.encode())


def _text(value: Any) -> Any:
    return value.decode() if isinstance(value, bytes) else value


def _columns(connection: Connection) -> list[ColumnElement[Any]]:
    """SQLite may hold bytes that are no text: they are read as bytes, so that they stop at their own entry."""
    if connection.dialect.name != "sqlite":
        return list(journal.columns)
    names = ("office", "station")
    is_text = {c.name: isinstance(c.type, Text) and c.name not in names for c in journal.columns}
    return [cast(c, LargeBinary).label(c.name) if is_text[c.name] else c for c in journal.columns]
