"""What a station has not seen yet: the others' entries of its office, in the order they arrived."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.journal.entry import Entry
from app.journal.rows import to_entry
from app.journal.schema import arrivals, journal
from app.journal.store import Store

LIMIT = 500


@dataclass(frozen=True, slots=True)
class News:
    """Entries at positions up to `cursor`; `more` = further ones were there already."""

    entries: list[Entry]
    cursor: int
    more: bool


def news(store: Store, station: str, after: int, limit: int = LIMIT) -> News:
    """The next entries after a position that `station` did not write itself.

    Positions are given out under the office's lock and committed in order, so nothing can still appear below the last.
    """
    end = last_position(store)
    entries = between(store, station, after, end, limit)
    if len(entries) < limit:
        return News(entries, end, False)
    return News(entries, entries[-1].position, entries[-1].position < end)


def last_position(store: Store) -> int:
    """The position of the office's latest arrival."""
    query = select(arrivals.c.position).where(arrivals.c.office == store.origin.office)
    with store.engine.connect() as connection:
        return connection.execute(query).scalar() or 0


def between(store: Store, station: str, after: int, end: int, limit: int | None = None) -> list[Entry]:
    """The others' entries at positions after < p <= end."""
    query = select(journal).where(
        journal.c.office == store.origin.office,
        journal.c.position > after,
        journal.c.position <= end,
        journal.c.station != station,
    )
    with store.engine.connect() as connection:
        return [to_entry(row) for row in connection.execute(query.order_by(journal.c.position).limit(limit))]
