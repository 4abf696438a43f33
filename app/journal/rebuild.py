"""Ledgers posted again from the journal, in the order in which the entries arrived here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select, tuple_

from app.journal.codec import to_event
from app.journal.entry import Entry
from app.journal.poster import Poster
from app.journal.rows import to_entry
from app.journal.schema import journal, posted

PAGE = 1000
"""Entries read at a time, so that a year's journal does not have to fit in memory."""


def rebuild(connection: Connection, posters: Iterable[Poster]) -> int:
    """Empties the ledgers and posts every posted entry again; returns how many. The caller commits."""
    posters = tuple(posters)
    for poster in posters:
        poster.clear(connection)
    count = 0
    for entry in _posted(connection):
        event = to_event(entry)
        for poster in posters:
            poster.post(connection, entry, event)
        count += 1
    return count


def _posted(connection: Connection) -> Iterator[Entry]:
    key = tuple_(journal.c.office, journal.c.position)
    same = (posted.c.office == journal.c.office) & (posted.c.position == journal.c.position)
    page = select(journal).join(posted, same).order_by(journal.c.office, journal.c.position).limit(PAGE)
    last = ("", 0)
    while rows := connection.execute(page.where(key > last)).all():
        yield from map(to_entry, rows)
        last = (rows[-1].office, rows[-1].position)
