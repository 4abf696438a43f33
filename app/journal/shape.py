"""The ledgers' tables as this program wants them: a file that holds other ones gets them anew from its journal."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, select
from sqlalchemy.schema import CreateIndex, CreateTable

from app.journal.poster import Poster
from app.journal.rebuild import rebuild
from app.journal.schema import alone, marks
from app.journal.sql import upsert

_MARK = {"office": "", "name": "ledgers"}
"""Where the file says which shape its ledgers have; of no office, for the tables serve all of them."""


def fit(connection: Connection, posters: Sequence[Poster]) -> int | None:
    """Makes the ledgers anew unless they have this program's shape already; gives the entries posted, or `None`.

    The caller commits: a kill in between leaves the old ledgers with their old mark.
    """
    alone(connection)
    wanted = _shape(connection, posters)
    mine = (marks.c.office == _MARK["office"]) & (marks.c.name == _MARK["name"])
    if connection.execute(select(marks.c.value).where(mine)).scalar() == wanted:
        return None
    count = make_anew(connection, posters)
    connection.execute(upsert(connection, marks), {**_MARK, "value": wanted})
    return count


def make_anew(connection: Connection, posters: Sequence[Poster]) -> int:
    """Drops the ledgers' tables, makes them and posts the journal; gives the entries posted."""
    for poster in posters:
        poster.tables.drop_all(connection)
        poster.tables.create_all(connection)
    return rebuild(connection, posters)


def _shape(connection: Connection, posters: Sequence[Poster]) -> str:
    """A digest of every statement that makes the tables."""
    tables = [table for poster in posters for table in poster.tables.sorted_tables]
    made = [str(CreateTable(table).compile(connection)) for table in tables]
    made += [
        str(CreateIndex(index).compile(connection)) for table in tables for index in sorted(table.indexes, key=str)
    ]
    return hashlib.sha256("\n".join(made).encode()).hexdigest()
