"""The receipts: each with its lines, whether it was voided, and every attempt to print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    bindparam,
    case,
    func,
    select,
    update,
)

from app.domain import events as e
from app.domain.receipt import printed_number
from app.domain.subjects import till_of
from app.domain.till import IssuedReceipt
from app.journal.entry import Entry
from app.journal.sql import Values, empty, insert_new

tables = MetaData()

receipts = Table(
    "receipts",
    tables,
    Column("office", Text, primary_key=True),
    Column("till", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("printed", Text, nullable=False),
    Column("visit", Text, nullable=False),
    Column("shift", Text, nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("payer", Text),
    Column("lines", Values(tuple[e.FeeLine, ...]), nullable=False),
    Column("total", Integer, nullable=False),
    Column("method", Text, nullable=False),
    Column("tendered", Integer, nullable=False),
    Column("change", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("voided_at", Text),
    Column("void_code", Text),
    Column("void_reason", Text),
    Column("void_approver", Text),
    Index("receipts_day", "office", "till", "issued_on"),
    Index("receipts_visit", "office", "visit"),
    Index("receipts_shift", "office", "till", "shift"),
)

prints = Table(
    "prints",
    tables,
    Column("office", Text, primary_key=True),
    Column("station", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("paper", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("code", Text),
    Index("prints_about", "office", "about"),
)
"""One row for each attempt, named by the entry that noted it; `about` is what was printed, e.g. a receipt's number."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt as it stands. `number` counts in the till's series, `printed` is on the paper; money in NT$.

    `payer` and `void_reason` are `None` once blanked; `voided_at` is `None` while it is good; `copies` counts the
    attempts that put it on paper or into a file.
    """

    till: str
    number: int
    printed: str
    visit: str
    shift: str
    issued_on: date
    issued_at: str
    clerk: str
    payer: str | None
    lines: tuple[e.FeeLine, ...]
    total: int
    method: str
    tendered: int
    change: int
    previous: str
    digest: str
    voided_at: str | None
    void_code: str | None
    void_reason: str | None
    void_approver: str | None
    copies: int

    @property
    def voided(self) -> bool:
        return self.voided_at is not None


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One attempt to print; `outcome` is printed, saved or failed, `code` the trouble's."""

    at: str
    paper: str
    about: str
    copy: int
    outcome: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Takings:
    """One method's part of a shift: receipts issued and NT$ taken, receipts voided and NT$ returned."""

    method: str
    receipts: int
    taken: int
    voids: int
    returned: int

    @property
    def net(self) -> int:
        return self.taken - self.returned


# Posting ----------------------------------------------------------------------------------------------------------

_VOID = update(receipts).where(
    receipts.c.office == bindparam("of_office"),
    receipts.c.till == bindparam("of_till"),
    receipts.c.number == bindparam("of_number"),
)


def post(connection: Connection, entry: Entry, event: e.Event | None) -> None:
    """A receipt is issued or voided, or a paper is printed."""
    till = till_of(entry.subject)
    match event:
        case e.ReceiptIssued():
            connection.execute(insert_new(connection, receipts), _new(entry, event, till))
        case e.ReceiptVoided():
            key = {"of_office": entry.office, "of_till": till, "of_number": event.number}
            said = {"void_code": event.reason_code, "void_reason": event.reason, "void_approver": event.approver}
            connection.execute(_VOID, key | said | {"voided_at": entry.at})
        case e.PaperPrinted():
            connection.execute(insert_new(connection, prints), _attempt(entry, event))


def _new(entry: Entry, event: e.ReceiptIssued, till: str) -> dict[str, Any]:
    return {
        "office": entry.office,
        "till": till,
        "number": event.number,
        "printed": printed_number(till, event.number),
        "visit": event.visit,
        "shift": event.shift,
        "issued_on": event.issued_on,
        "issued_at": entry.at,
        "clerk": entry.clerk,
        "payer": event.payer,
        "lines": event.lines,
        "total": event.total,
        "method": event.method,
        "tendered": event.tendered,
        "change": event.change,
        "previous": event.previous,
        "digest": event.digest,
    }


def _attempt(entry: Entry, event: e.PaperPrinted) -> dict[str, Any]:
    return {
        "office": entry.office,
        "station": entry.station,
        "number": entry.number,
        "at": entry.at,
        "paper": event.paper,
        "about": event.about,
        "copy": event.copy,
        "outcome": event.outcome,
        "code": event.code,
    }


def clear(connection: Connection) -> None:
    empty(connection, tables)


# Queries ----------------------------------------------------------------------------------------------------------

_COPIES = (
    select(func.count())
    .where(
        prints.c.office == receipts.c.office,
        prints.c.about == receipts.c.printed,
        prints.c.outcome.in_(["printed", "saved"]),
    )
    .scalar_subquery()
)
_COLUMNS = [receipts.c[name] for name in ReceiptRow.__dataclass_fields__ if name != "copies"]


def of_day(connection: Connection, office: str, till: str, day: date) -> tuple[ReceiptRow, ...]:
    """A till's receipts of one day, newest first."""
    query = _receipts(office).where(receipts.c.till == till, receipts.c.issued_on == day)
    return _rows(connection, query.order_by(receipts.c.number.desc()))


def of_visit(connection: Connection, office: str, visit: str) -> tuple[ReceiptRow, ...]:
    """A visit's receipts, voided ones too, oldest first."""
    query = _receipts(office).where(receipts.c.visit == visit)
    return _rows(connection, query.order_by(receipts.c.issued_at, receipts.c.number))


def find(connection: Connection, office: str, till: str, number: int) -> ReceiptRow | None:
    """One receipt, or `None` when it is not known here."""
    rows = _rows(connection, _receipts(office).where(receipts.c.till == till, receipts.c.number == number))
    return rows[0] if rows else None


def issued(connection: Connection, office: str, till: str, number: int) -> IssuedReceipt | None:
    """What a void needs to know of a receipt, or `None` when it is not known here."""
    row = find(connection, office, till, number)
    return IssuedReceipt(row.number, row.visit, row.shift, row.total, row.method, row.voided) if row else None


def takings(connection: Connection, office: str, till: str, shift: str) -> tuple[Takings, ...]:
    """What a shift took and returned, by method; a receipt can only be voided in its own shift."""
    void = receipts.c.voided_at.is_not(None)
    query = select(
        receipts.c.method,
        func.count(),
        func.sum(receipts.c.total),
        func.sum(case((void, 1), else_=0)),
        func.sum(case((void, receipts.c.total), else_=0)),
    ).where(receipts.c.office == office, receipts.c.till == till, receipts.c.shift == shift)
    rows = connection.execute(query.group_by(receipts.c.method).order_by(receipts.c.method))
    return tuple(Takings(method, *map(int, sums)) for method, *sums in rows)


def attempts(connection: Connection, office: str, about: str) -> tuple[PrintRow, ...]:
    """Every attempt to print what `about` names, oldest first."""
    columns = [prints.c[name] for name in PrintRow.__dataclass_fields__]
    query = select(*columns).where(prints.c.office == office, prints.c.about == about)
    return tuple(PrintRow(*row) for row in connection.execute(query.order_by(prints.c.at, prints.c.number)))


def _receipts(office: str) -> Select[Any]:
    return select(*_COLUMNS, _COPIES.label("copies")).where(receipts.c.office == office)


def _rows(connection: Connection, query: Select[Any]) -> tuple[ReceiptRow, ...]:
    return tuple(ReceiptRow(*row) for row in connection.execute(query))
