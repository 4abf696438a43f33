"""The second answer equals the first: what was answered to a station's recent requests, decided by a constraint."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, delete, func, select

from app.journal.engine import writing
from sync.central.registry import Refused
from sync.central.tables import added, rounds
from sync.wire.messages import Request

WINDOW = 16
"""How many of a station's requests may be under way; older ones are taken for replayed."""


class Replies:
    """Statements given, by (office, station, sequence). Batches are not kept: they can be read again."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = writing(engine)

    def given(self, request: Request, asked: bytes) -> tuple[bytes, bytes] | None:
        """Statement and signature if this very request was answered; Refused `stale` for a replayed or cloned one."""
        with self._engine.connect() as connection:
            return self._given(connection, request, asked)

    def keep(self, request: Request, asked: bytes, statement: bytes, signature: bytes) -> tuple[bytes, bytes]:
        """Keeps the answer, durably; the one that was there first is the one that counts."""
        row = {"office": request.office, "station": request.station, "sequence": request.sequence}
        with self._writer.begin() as connection:
            if added(connection, rounds, **row, request=asked, statement=statement, signature=signature):
                connection.execute(
                    delete(rounds).where(
                        rounds.c.office == request.office,
                        rounds.c.station == request.station,
                        rounds.c.sequence <= request.sequence - WINDOW,
                    )
                )
                return statement, signature
            first = self._given(connection, request, asked)
        return first or (statement, signature)

    def _given(self, connection: Connection, request: Request, asked: bytes) -> tuple[bytes, bytes] | None:
        mine = (rounds.c.office == request.office) & (rounds.c.station == request.station)
        row = connection.execute(
            select(rounds.c.request, rounds.c.statement, rounds.c.signature).where(
                mine, rounds.c.sequence == request.sequence
            )
        ).one_or_none()
        if row is None:
            highest = connection.execute(select(func.max(rounds.c.sequence)).where(mine)).scalar() or 0
            if request.sequence <= highest - WINDOW:
                raise Refused("stale")
            return None
        if bytes(row.request) != asked:
            raise Refused("stale")
        return bytes(row.statement), bytes(row.signature)
