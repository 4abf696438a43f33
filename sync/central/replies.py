"""The second answer equals the first: what was answered to a station's recent requests, decided by a constraint."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, select

from sync.central.registry import Refused
from sync.central.tables import added, rounds
from sync.wire.messages import Request

WINDOW = 16
"""How many of a station's requests may be under way; older ones are taken for replayed."""


def given(connection: Connection, request: Request, asked: bytes) -> tuple[bytes, bytes] | None:
    """Statement and signature if this very request was answered; Refused `stale` for a replayed or cloned one."""
    mine = (rounds.c.office == request.office) & (rounds.c.station == request.station)
    query = select(rounds.c.request, rounds.c.statement, rounds.c.signature)
    row = connection.execute(query.where(mine, rounds.c.sequence == request.sequence)).one_or_none()
    if row is None:
        highest = connection.execute(select(func.max(rounds.c.sequence)).where(mine)).scalar() or 0
        if request.sequence <= highest - WINDOW:
            raise Refused("stale")
        return None
    if bytes(row.request) != asked:
        raise Refused("stale")
    return bytes(row.statement), bytes(row.signature)


def keep(
    connection: Connection, request: Request, asked: bytes, statement: bytes, signature: bytes
) -> tuple[bytes, bytes]:
    """Keeps the answer; the one that was there first is the one that counts. Batches are not kept but read again."""
    row = {"office": request.office, "station": request.station, "sequence": request.sequence}
    if not added(connection, rounds, **row, request=asked, statement=statement, signature=signature):
        return given(connection, request, asked) or (statement, signature)
    mine = (rounds.c.office == request.office) & (rounds.c.station == request.station)
    connection.execute(delete(rounds).where(mine, rounds.c.sequence <= request.sequence - WINDOW))
    return statement, signature
