"""What the store asks of a ledger: tables of its own, a posting for each entry, and to be emptied before a rebuild."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import Connection, MetaData

from app.domain.events import Event
from app.journal.entry import Entry


class Poster(Protocol):
    """A ledger; a module with these three names is one. It writes only its own tables, on the connection given."""

    tables: MetaData

    def post(self, connection: Connection, entry: Entry, event: Event | None) -> None:
        """Enters one posted entry; `event` is `None` when this program cannot read it."""

    def clear(self, connection: Connection) -> None:
        """Empties the tables."""
