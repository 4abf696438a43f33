"""What central does with the bytes a station sent: check who speaks, keep what it wrote, answer after the commit."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.subjects import CENTRAL as MYSELF
from app.journal.chain import START
from app.journal.engine import writing
from app.journal.errors import Fork, Gap, Unacceptable
from app.journal.store import Store
from sync.central import duties, evidence, replies
from sync.central.news import between, news
from sync.central.registry import Refused, Registry
from sync.wire import batch as batches
from sync.wire.envelope import (
    CENTRAL,
    ENROLMENT,
    STATION,
    Envelope,
    fingerprint,
    is_signed_by,
    public_bytes,
    seal,
    signed,
    unpack,
)
from sync.wire.messages import Answer, EnrolAnswer, EnrolRequest, Request, decode, encode

LARGEST_STATEMENT = 4096
STATUS = {"": 200, "unknown-station": 401, "bad-signature": 401, "revoked": 403, "malformed": 400}
"""HTTP statuses of signed answers, for balancers and logs; the station reads the answer itself."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """Bytes to carry back, and the status they have over HTTP."""

    status: int
    body: bytes


class Intake:
    """Central's end of an exchange. Safe to share between threads; any number of processes on one database."""

    def __init__(
        self, registry: Registry, key: Ed25519PrivateKey, store_for: Callable[[str], Store],
        now: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:  # fmt: skip
        self.registry, self._key, self._store_for, self._now = registry, key, store_for, now
        self._engine = registry.engine

    def sync(self, data: bytes) -> Reply:
        """One exchange. `ValueError` when the bytes are no request at all, so that nobody can be answered."""
        envelope, asked = self._opened(data)
        request = decode(envelope.statement, Request)
        try:
            self._authenticate(envelope, request)
            return self._again(request, asked) or self._first(envelope, request, asked)
        except Refused as refused:
            if refused.code == "stale":
                self._suspect(envelope, request)
            return self._refuse(request, asked, refused.code)

    def enrol(self, data: bytes) -> Reply:
        """A newcomer with a code. The answer is bound to its request and names the key to pin."""
        envelope, asked = self._opened(data)
        request = decode(envelope.statement, EnrolRequest)
        refused, office = "", ""
        try:
            if request.station in ("", MYSELF) or not is_signed_by(envelope, ENROLMENT, request.public_key):
                raise Refused("malformed")
            office = self.registry.enrol(request, self._now())
            duties.enrolled(self._store_for(office), request.station, request.public_key)
        except Refused as error:
            refused = error.code
            log.warning("enrolment refused: %s", refused)
        answer = EnrolAnswer(
            request=asked,
            central=self.registry.central,
            refused=refused,
            public_key=public_bytes(self._key),
            office=office,
        )
        return Reply(STATUS.get(refused, 409), seal(CENTRAL, encode(answer), b"", self._key))

    def _opened(self, data: bytes) -> tuple[Envelope, bytes]:
        envelope = unpack(data)
        if len(envelope.statement) > LARGEST_STATEMENT:
            raise ValueError("a statement of unreasonable size")
        return envelope, fingerprint(envelope.statement)

    def _authenticate(self, envelope: Envelope, request: Request) -> None:
        known = self.registry.known(request.office, request.station)
        if known is None:
            raise Refused("unknown-station")
        if not is_signed_by(envelope, STATION, known.public_key) or request.batch != fingerprint(envelope.batch):
            self.registry.alarm(request.office, request.station, "bad-signature", self._now())
            raise Refused("bad-signature")
        if known.revoked:
            raise Refused("revoked")

    def _again(self, request: Request, asked: bytes) -> Reply | None:
        """The answer this very request had before, if any."""
        with self._engine.connect() as connection:
            given = replies.given(connection, request, asked)
        return None if given is None else self._repeated(request, given)

    def _repeated(self, request: Request, given: tuple[bytes, bytes]) -> Reply:
        """A kept statement with its batch read again; a batch that cannot be the same any more is not repeated."""
        statement, signature = given
        answer = decode(statement, Answer)
        store = self._store_for(request.office)
        batch = batches.pack(between(store, request.station, answer.after, answer.cursor))
        if fingerprint(batch) != answer.batch:
            raise Refused("stale")
        return Reply(200, signed(statement, signature, batch))

    def _first(self, envelope: Envelope, request: Request, asked: bytes) -> Reply:
        store = self._store_for(request.office)
        self._keep(store, envelope, request)
        fresh = news(store, request.station, request.cursor)
        head, totals = store.head(request.station), store.totals(request.station)
        batch = batches.pack(fresh.entries)
        answer = Answer(
            request=asked,
            central=self.registry.central,
            at=self._now(),
            held=head.number,
            digest=bytes.fromhex(head.digest),
            count=totals.count,
            money=totals.money,
            after=request.cursor,
            cursor=fresh.cursor,
            more=fresh.more,
            batch=fingerprint(batch),
        )
        statement = encode(answer)
        signature = self._key.sign(CENTRAL + statement)
        with writing(self._engine).begin() as connection:
            evidence.seen(connection, request, answer.at)
            if request.last >= request.first and answer.held >= request.last:
                evidence.sealed(connection, request, envelope)
            kept = replies.keep(connection, request, asked, statement, signature)
        if kept != (statement, signature):
            return self._repeated(request, kept)
        return Reply(200, signed(statement, signature, batch))

    def _keep(self, store: Store, envelope: Envelope, request: Request) -> None:
        """Takes the batch in unless it is ahead of what is held; then the answer says from where to send."""
        if store.head(request.station).number < request.first - 1:
            return
        try:
            entries = batches.unpack(envelope.batch, request.office, lambda who, at: self._digest(store, who, at))
            if any(entry.station != request.station for entry in entries):
                raise Refused("malformed")
            store.accept(entries)
            if self._digest(store, request.station, request.last) != request.digest.hex():
                raise Fork(request.station, request.last)
        except Gap:
            return
        except (batches.ChainBroken, Fork) as error:
            raise self._set_apart(store, envelope, request, error) from error
        except (Unacceptable, ValueError, LookupError) as error:
            raise Refused("malformed") from error
        if entries:
            duties.look_at(store, entries)

    def _set_apart(self, store: Store, envelope: Envelope, request: Request, error: Exception) -> Refused:
        """A second history of one station: kept aside whole, flagged, refused."""
        number = error.number if isinstance(error, Fork) else request.first
        evidence.set_apart(self._engine, request, envelope, "fork", self._now())
        self.registry.alarm(request.office, request.station, "fork", self._now())
        duties.forked(store, request.station, number)
        return Refused("fork")

    def _suspect(self, envelope: Envelope, request: Request) -> None:
        """A request out of its time: the replay of one we know, or a cloned station's, whose entries are kept aside."""
        self.registry.alarm(request.office, request.station, "stale", self._now())
        store = self._store_for(request.office)
        known = store.head(request.station).number >= request.last
        if not known or self._digest(store, request.station, request.last) != request.digest.hex():
            evidence.set_apart(self._engine, request, envelope, "stale", self._now())

    def _refuse(self, request: Request, asked: bytes, code: str) -> Reply:
        log.warning("request of a station refused: %s", code)
        answer = Answer(request=asked, central=self.registry.central, at=self._now(), refused=code)
        return Reply(STATUS.get(code, 409), seal(CENTRAL, encode(answer), b"", self._key))

    def _digest(self, store: Store, station: str, number: int) -> str:
        return START if number == 0 else store.of_station(station, number, number)[0].digest
