"""The cash drawers: receipt numbers allotted and used, and the running shift."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, Table, Text, bindparam, select, update

from app.domain import events as e
from app.domain.subjects import CENTRAL, till_of
from app.domain.till import NO_RECEIPT, Block, TillState
from app.journal.entry import Entry
from app.journal.sql import empty, insert_new

tables = MetaData()

blocks = Table(
    "till_blocks",
    tables,
    Column("office", Text, primary_key=True),
    Column("till", Text, primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("last", BigInteger, nullable=False),
)

tills = Table(
    "tills",
    tables,
    Column("office", Text, primary_key=True),
    Column("till", Text, primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("last_number", BigInteger, nullable=False),
    Column("previous", Text, nullable=False),
    Column("shift", Text),
    Column("shift_clerk", Text),
    Column("float_amount", Integer, nullable=False),
)
"""`version` of the till's subject, the last number taken and that receipt's digest, the running shift."""

# Posting ----------------------------------------------------------------------------------------------------------

_TILL = (tills.c.office == bindparam("of_office")) & (tills.c.till == bindparam("of_till"))
_UPDATE = update(tills).where(_TILL)


def post(connection: Connection, entry: Entry, event: e.Event | None) -> None:
    """Blocks from central, and every entry of a till's own subject."""
    if isinstance(event, e.BlockAllotted) and entry.station == CENTRAL:
        row = {"office": entry.office, "till": event.till, "first": event.first, "last": event.last}
        connection.execute(insert_new(connection, blocks), row)
    elif till := till_of(entry.subject):
        _post_till(connection, entry, event, till)


def _post_till(connection: Connection, entry: Entry, event: e.Event | None, till: str) -> None:
    if entry.version == 1:
        new = {"office": entry.office, "till": till, "version": 1, "last_number": 0, "previous": NO_RECEIPT}
        connection.execute(insert_new(connection, tills), new | {"float_amount": 0})
    changes: dict[str, Any] = {"version": entry.version}
    match event:
        case e.ShiftOpened():
            changes |= {"shift": event.shift, "shift_clerk": entry.clerk, "float_amount": event.float_amount}
        case e.ReceiptIssued():
            changes |= {"last_number": event.number, "previous": event.digest}
    connection.execute(_UPDATE, {"of_office": entry.office, "of_till": till} | changes)


def clear(connection: Connection) -> None:
    empty(connection, tables)


# Queries ----------------------------------------------------------------------------------------------------------

_STATE = select(tills).where(_TILL)
_BLOCKS = (
    select(blocks.c.first, blocks.c.last)
    .where(blocks.c.office == bindparam("of_office"), blocks.c.till == bindparam("of_till"))
    .order_by(blocks.c.first)
)


def state(connection: Connection, office: str, till: str) -> TillState:
    """What the till's decisions need; an unknown till has nothing yet."""
    mine = {"of_office": office, "of_till": till}
    found = tuple(Block(*row) for row in connection.execute(_BLOCKS, mine))
    row = connection.execute(_STATE, mine).first()
    if row is None:
        return TillState(till, blocks=found)
    return TillState(till, row.version, found, row.last_number, row.previous, row.shift, row.shift_clerk)
