"""Who central knows: itself by an id, stations by their public keys, newcomers by a one-time code."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select, update

from app.journal.engine import writing
from app.journal.schema import install
from app.journal.sql import upsert
from sync.central.tables import added, alarms, codes, identity, metadata, stations
from sync.wire.code import digest_of, new_code
from sync.wire.messages import EnrolRequest

CODE_LIVES_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Known:
    """An enrolled station: its public key (32 bytes), and whether it was revoked."""

    public_key: bytes
    revoked: bool


class Refused(Exception):
    """Central answers, signed, that it does not do this; `code` is a row of the table of outcomes."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Registry:
    """The stations and codes in central's database. Safe to share between threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = writing(engine)
        install(self._writer, metadata)
        with self._writer.begin() as connection:
            added(connection, identity, one=1, id=secrets.token_hex(8))
            self.central: str = connection.execute(select(identity.c.id)).scalar_one()

    def new_code(self, office: str, public_key: bytes, now: int) -> str:
        """A code that lets one station of `office` enrol within 24 hours; `now` in ms. Only its digest is kept."""
        code = new_code(public_key)
        with self._writer.begin() as connection:
            added(
                connection, codes, digest=digest_of(code), office=office, expires_at=now + CODE_LIVES_MS
            )  # fmt: skip
        return code

    def enrol(self, request: EnrolRequest, now: int) -> str:
        """Registers the station and uses the code up; its office. Saying it twice is harmless, by another refused."""
        with self._writer.begin() as connection:
            code = connection.execute(
                select(codes).where(codes.c.digest == digest_of(request.code)).with_for_update()
            ).one_or_none()
            if code is None:
                raise Refused("code-unknown")
            if code.station is not None:
                if (code.station, code.public_key) != (request.station, request.public_key):
                    raise Refused("code-used")
                return str(code.office)
            if now > code.expires_at:
                raise Refused("code-expired")
            self._register(connection, code.office, request, now)
            return str(code.office)

    def _register(self, connection: Connection, office: str, request: EnrolRequest, now: int) -> None:
        """A station code is enrolled once for ever: a replaced machine gets a code of its own."""
        row = {"office": office, "station": request.station, "public_key": request.public_key, "enrolled_at": now}
        if not added(connection, stations, **row, head=0, money=0, program=""):
            raise Refused("station-taken")
        used = {"station": request.station, "public_key": request.public_key}
        connection.execute(update(codes).where(codes.c.digest == digest_of(request.code)).values(**used))

    def known(self, office: str, station: str) -> Known | None:
        """The station, if it ever was enrolled."""
        query = select(stations.c.public_key, stations.c.revoked_at).where(
            stations.c.office == office, stations.c.station == station
        )
        with self.engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else Known(row.public_key, row.revoked_at is not None)

    def alarm(self, office: str, station: str, why: str, now: int) -> None:
        """Counts something an enrolled station, or somebody in its name, should not have sent."""
        row = {"office": office, "station": station, "why": why, "times": 1, "at": now}
        with self._writer.begin() as connection:
            connection.execute(upsert(connection, alarms, ("times",)), row)

    def alarms(self, office: str) -> dict[tuple[str, str], int]:
        """(station, why) to how often."""
        query = select(alarms.c.station, alarms.c.why, alarms.c.times).where(alarms.c.office == office)
        with self.engine.connect() as connection:
            return {(row.station, row.why): row.times for row in connection.execute(query)}
