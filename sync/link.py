"""One round with central: send what it lacks, take what is new there, compare. Knows only a carrier of bytes."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.journal.chain import START
from app.journal.entry import Entry
from app.journal.errors import StorageError, Unacceptable
from app.journal.store import HELD, Store
from sync import standing as notes
from sync.answers import ExchangeError, Outcome, outcome_of_error
from sync.standing import Standing, State, standing
from sync.wire import batch as batches
from sync.wire.envelope import CENTRAL, STATION, fingerprint, is_signed_by, seal, unpack
from sync.wire.messages import Answer, Request, decode, encode

LARGEST_BATCH, SMALLEST_BATCH = 500, 10
AT_ONCE = 50
log = logging.getLogger(__name__)


class Carrier(Protocol):
    """Takes an envelope to central and brings one back: over HTTP, through a hub, on a stick."""

    def exchange(self, data: bytes) -> bytes:
        """Errors: `ExchangeError` with a row of the table of outcomes."""


class LinkClock(Protocol):
    """The station's clock, which is told how far it is off."""

    def now(self) -> datetime:
        """The device's time, aware of its offset."""

    def measured(self, offset_ms: int) -> None:
        """Central's clock was this far ahead just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundResult:
    """`received` entries of others came in; `problem` is `None` after a good round, then `agreed` tells of the sums."""

    held: int
    head: int
    received: list[Entry]
    agreed: bool
    problem: Outcome | None
    state: State


@dataclass(slots=True)
class _Round:
    """How far this round has come."""

    received: list[Entry]
    seen: set[tuple[int, int]]


class Link:
    """This station's end. One thread at a time runs `round`; `standing` may be asked from any."""

    def __init__(
        self, store: Store, key: Ed25519PrivateKey, central_key: bytes, carrier: Carrier, clock: LinkClock,
        *, program: str = "", largest: int = LARGEST_BATCH,
    ) -> None:  # fmt: skip
        self._store, self._key, self._central_key = store, key, central_key
        self._carrier, self._clock, self._program = carrier, clock, program
        self._me = store.origin.station
        self._largest = self._size = largest
        self._busy = False
        self._problem = notes.noted_problem(store)

    def standing(self) -> Standing:
        """What may be said right now."""
        return standing(self._store, self._busy, self._problem)

    def round(self, stop: Callable[[], bool] = lambda: False) -> RoundResult:
        """Exchanges until central holds everything written before the last of them and nothing new is left there.

        Never raises for what the line, central or the store did: the outcome is noted and returned. `stop` is asked
        between exchanges.
        """
        this = _Round([], set())
        problem: Outcome | None = None
        self._busy = True
        try:
            while not self._exchange(this) and not stop():
                pass
            self._size = min(self._largest, self._size * 2)
        except Exception as error:
            problem = outcome_of_error(error)
            self._size = max(min(SMALLEST_BATCH, self._largest), self._size // 2)
            log.warning("round ended: %s", problem.code)
        finally:
            self._busy = False
        self._note(problem)
        return self._result(this)

    def _note(self, problem: Outcome | None) -> None:
        """Written down, so that the next start knows; a disk that takes no note is itself what is wrong."""
        self._problem = problem
        try:
            self._store.set_marks({notes.PROBLEM: problem.code if problem else ""})
        except StorageError as error:
            self._problem = problem or outcome_of_error(error)

    def _result(self, this: _Round) -> RoundResult:
        try:
            held, agreed = notes.number(self._store, HELD), self._store.mark(notes.AGREED)
            return RoundResult(
                held=held,
                head=self._store.head(self._me).number,
                received=this.received,
                agreed=agreed == str(held),
                problem=self._problem,
                state=self.standing().state,
            )
        except StorageError as error:  # nothing can be said of a file that cannot be read
            problem = outcome_of_error(error)
            return RoundResult(
                held=0, head=0, received=this.received, agreed=False, problem=problem, state=State.ATTENTION
            )

    def _exchange(self, this: _Round) -> bool:
        """One request and its answer; whether the round is complete."""
        request, batch = self._request()
        statement = encode(request)
        sent = self._clock.now()
        reply = self._carrier.exchange(seal(STATION, statement, batch, self._key))
        answer, news = self._opened(reply, fingerprint(statement))
        got = self._clock.now()
        self._clock.measured(answer.at - round((sent.timestamp() + got.timestamp()) * 500))
        if self._starts_over(request, answer):
            return False
        self._compare(request, answer)
        this.received += self._take(request, answer, news)
        if answer.held >= request.head and not answer.more:
            return True
        if (answer.held, answer.cursor) in this.seen:
            raise ExchangeError("no-progress")
        this.seen.add((answer.held, answer.cursor))
        return False

    def _request(self) -> tuple[Request, bytes]:
        store = self._store
        totals = store.totals(self._me)
        held = min(notes.number(store, HELD), totals.count)
        entries = store.of_station(self._me, held + 1, min(totals.count, held + self._size))
        batch = batches.pack(entries)
        sequence = notes.number(store, notes.SEQUENCE) + 1
        store.set_marks({notes.SEQUENCE: str(sequence)})
        request = Request(
            office=store.origin.office,
            station=self._me,
            sequence=sequence,
            nonce=secrets.token_bytes(8),
            first=held + 1,
            last=held + len(entries),
            digest=bytes.fromhex(entries[-1].digest if entries else self._digest_at(self._me, held)),
            head=totals.count,
            money=totals.money,
            cursor=notes.number(store, notes.CURSOR),
            batch=fingerprint(batch),
            program=self._program,
        )
        return request, batch

    def _opened(self, reply: bytes, asked: bytes) -> tuple[Answer, bytes]:
        """Only what central signed, for exactly this request, is an answer."""
        try:
            envelope = unpack(reply)
            if not is_signed_by(envelope, CENTRAL, self._central_key):
                raise ExchangeError("forged-answer")
            answer = decode(envelope.statement, Answer)
        except ValueError as error:
            raise ExchangeError("not-central") from error
        if answer.request != asked or answer.batch != fingerprint(envelope.batch):
            raise ExchangeError("forged-answer")
        if answer.refused:
            raise ExchangeError(answer.refused)
        return answer, envelope.batch

    def _starts_over(self, request: Request, answer: Answer) -> bool:
        """A restored central (a new id, or less than it acknowledged): send again from where it says, pull anew."""
        store = self._store
        known = store.mark(notes.CENTRAL) or answer.central
        if known == answer.central and answer.held >= request.first - 1:
            store.set_marks({notes.CENTRAL: answer.central})
            return False
        held = min(answer.held, request.head)
        store.set_marks(
            {notes.CENTRAL: answer.central, HELD: str(held), notes.AGREED: "", notes.KEPT: "0", notes.CURSOR: "0"}
        )
        return True

    def _compare(self, request: Request, answer: Answer) -> None:
        """Nothing is overwritten on either side: a difference is shown to a person."""
        if answer.held > self._store.head(self._me).number:
            raise ExchangeError("behind-central")
        if answer.digest.hex() != self._digest_at(self._me, answer.held):
            raise ExchangeError("digests-differ")
        if answer.held == request.head and (answer.count, answer.money) != (request.head, request.money):
            raise ExchangeError("totals-differ")

    def _take(self, request: Request, answer: Answer, news: bytes) -> list[Entry]:
        """The others' entries, then what central acknowledged; broken off in between, it is taken again."""
        agreed = str(answer.held) if answer.held == request.head else self._store.mark(notes.AGREED) or ""
        marks = {
            HELD: str(answer.held),
            notes.KEPT: str(answer.kept),
            notes.CURSOR: str(answer.cursor),
            notes.AGREED: agreed,
            notes.CONTACT: self._clock.now().astimezone(UTC).isoformat(timespec="seconds"),
        }
        try:
            entries = batches.unpack(news, request.office, self._digest_at)
            if any(entry.station == self._me for entry in entries):
                raise ExchangeError("entries-refused")  # nobody but this station writes its chain
            return self._accept(entries, marks)
        except (LookupError, ValueError, Unacceptable) as error:
            if request.cursor == 0:
                raise ExchangeError("entries-refused") from error
            self._store.set_marks({notes.CURSOR: "0"})  # the cursor was wrong; what is held already is taken as known
            raise ExchangeError("cursor-lost") from error

    def _accept(self, entries: list[Entry], marks: dict[str, str]) -> list[Entry]:
        """In small transactions, so that a clerk who saves never waits long; the cursor moves with the last of them."""
        arrived: list[Entry] = []
        cut = max(0, (len(entries) - 1) // AT_ONCE * AT_ONCE)
        for start in range(0, cut, AT_ONCE):
            arrived += self._store.accept(entries[start : start + AT_ONCE])
        return arrived + self._store.accept(entries[cut:], marks=marks)

    def _digest_at(self, station: str, number: int) -> str:
        """The chain digest this station holds of any station; `LookupError` where it holds none."""
        if number == 0:
            return START
        return self._store.of_station(station, number, number)[0].digest
