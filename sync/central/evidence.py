"""What proves later who said what: the signature over each stretch of a chain, forks kept whole, last contact."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, update

from app.journal.engine import writing
from sync.central.tables import added, kept_aside, seals, stations
from sync.wire.envelope import Envelope, fingerprint, signed
from sync.wire.messages import Request


def seen(connection: Connection, request: Request, now: int) -> None:
    """What the station says it holds in all, and when it was last heard."""
    mine = (stations.c.office == request.office) & (stations.c.station == request.station)
    claims = {"head": request.head, "money": request.money, "program": request.program, "seen_at": now}
    connection.execute(update(stations).where(mine).values(**claims))


def sealed(connection: Connection, request: Request, envelope: Envelope) -> None:
    """The station's signature over its chain's digest at `last`, kept once per stretch."""
    stretch = {"office": request.office, "station": request.station, "first": request.first, "last": request.last}
    added(connection, seals, **stretch, statement=envelope.statement, signature=envelope.signature)


def set_apart(engine: Engine, request: Request, envelope: Envelope, why: str, now: int) -> None:
    """An envelope that is not taken in, whole, for a person to look at."""
    whole = signed(envelope.statement, envelope.signature, envelope.batch)
    key = {"request": fingerprint(envelope.statement), "office": request.office, "station": request.station}
    with writing(engine).begin() as connection:
        added(connection, kept_aside, **key, why=why, at=now, envelope=whole)
