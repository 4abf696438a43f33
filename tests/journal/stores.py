"""What the journal tests share: stores on real databases, made-up events, and a ledger that only counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, Text, select, text

from app.domain.events import Event, PartyNamed, ReceiptIssued, ReceiptVoided, VisitOpened
from app.journal.engine import open_engine
from app.journal.entry import Entry
from app.journal.poster import Poster
from app.journal.schema import journal
from app.journal.store import Draft, Origin, Store
from tests.made_up import StillClock

OFFICE = "sanmin"
KEY = bytes(range(32))


def store(engine: Engine, station: str = "K03", *posters: Poster) -> Store:
    """A station's store in this database."""
    return Store(engine, Origin(OFFICE, station), StillClock(), posters)


@contextmanager
def fresh(station: str = "K03", *posters: Poster) -> Iterator[Store]:
    """A store on a new file; property tests take one for each example."""
    with TemporaryDirectory() as folder:
        engine = open_engine(Path(folder) / "journal.db", KEY)
        try:
            yield store(engine, station, *posters)
        finally:
            engine.dispose()


def write(held: Store, *events: Event, subject: str = "V-1") -> list[Entry]:
    """Appends events to one subject."""
    return held.append([Draft(subject, event) for event in events], clerk="c01", catalogue="115.1")


def opened() -> VisitOpened:
    return VisitOpened(ticket="A001", opened_on=date(2026, 3, 2))


def named(name: str = "王小明") -> PartyNamed:
    return PartyNamed(role="self", name=name)


def receipt(number: int, total: int) -> ReceiptIssued:
    return ReceiptIssued(
        number=number, visit="V-1", shift="S1", issued_on=date(2026, 3, 2), lines=(), total=total, method="cash",
        tendered=total, change=0, previous="0" * 64, digest="1" * 64,
    )  # fmt: skip


def voided(number: int, amount: int) -> ReceiptVoided:
    return ReceiptVoided(
        number=number, visit="V-1", amount=amount, method="cash", approver="s01", reason_code="wrong-amount"
    )


def rows(engine: Engine, table: Table = journal) -> list[Any]:
    """Every row, in the order of the key."""
    with engine.connect() as connection:
        return list(connection.execute(select(table).order_by(*table.primary_key)))


def tamper(engine: Engine, statement: str) -> None:
    """Changes the file behind the journal's back, as someone with the key could: the triggers go first."""
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER IF EXISTS journal_no_update"))
        connection.execute(text("DROP TRIGGER IF EXISTS journal_no_delete"))
        connection.execute(text(statement))


class Counter:
    """A ledger that notes what was posted, and breaks at the entry numbered `break_at` of a command."""

    def __init__(self, break_at: int | None = None) -> None:
        self.tables = MetaData()
        self.noted = Table(
            "noted", self.tables, Column("position", Integer, primary_key=True), Column("known", Text, nullable=False)
        )
        self._break_at = break_at

    def post(self, connection: Connection, entry: Entry, event: Event | None) -> None:
        if entry.number == self._break_at:
            raise RuntimeError("this ledger breaks here")
        known = "newer" if event is None else event.KIND
        connection.execute(self.noted.insert(), {"position": entry.position, "known": known})

    def clear(self, connection: Connection) -> None:
        connection.execute(self.noted.delete())
