"""One round: push from where central holds us, pull after the cursor, compare; green only when all of it is true."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import event

from app.clock import MachineClock
from app.journal.engine import open_engine
from app.journal.entry import Entry
from app.journal.store import Draft, Store, Totals
from sync.answers import ExchangeError, outcome_of
from sync.central.serve import Central
from sync.link import Link, RoundResult
from sync.standing import State
from sync.wire.batch import pack
from sync.wire.envelope import CENTRAL, fingerprint, seal, unpack
from sync.wire.messages import Answer, Request, decode, encode
from tests.sync.stations import OFFICE, Direct, Station, named, opened, receipt, voided


def content(store: Store, name: str) -> list[tuple[int, str]]:
    """A station's chain as one holder has it."""
    return [(entry.number, entry.digest) for entry in store.of_station(name, 1, 10**9)]


def round_of(one: Station, central: Central) -> RoundResult:
    return one.link(Direct(central.intake)).round()


def test_what_one_counter_writes_reaches_central_and_the_other_counter(
    central: Central, k03: Station, k04: Station
) -> None:
    k03.write(opened(), named("陳𠮷堃"))
    k03.write(receipt(1, 300), subject="T-K03")
    first = round_of(k03, central)
    assert (first.held, first.head, first.agreed, first.problem, first.state) == (3, 3, True, None, State.SYNCED)
    second = round_of(k04, central)
    assert [e.person for e in second.received if e.kind == "visit.party"] == [{"name": "陳𠮷堃", "phone": "0900000000"}]
    assert content(k04.store, "K03") == content(k03.store, "K03") == content(central.store(OFFICE), "K03")
    assert central.store(OFFICE).verify().ok
    assert k04.store.verify().ok


def test_each_station_gets_its_enrolment_and_first_block_from_central(
    central: Central, k03: Station, k04: Station
) -> None:
    received = round_of(k03, central).received
    assert {(e.subject, e.kind) for e in received} == {
        (f"{letter}-{name}", kind)
        for name in ("K03", "K04")
        for letter, kind in (("S", "station.enrolled"), ("B", "block.allotted"))
    }


def test_a_thousand_entries_go_in_batches_and_come_out_in_batches(central: Central, k03: Station, k04: Station) -> None:
    k03.write(*[opened()] * 1234)
    wire = Direct(central.intake)
    assert k03.link(wire).round().held == 1234
    assert len(wire.said) == 3
    assert len(round_of(k04, central).received) == 1234 + 4
    assert content(k04.store, "K03") == content(k03.store, "K03")


def test_an_idle_round_is_one_exchange_of_at_most_500_bytes(central: Central, k03: Station) -> None:
    k03.write(receipt(1, 300), subject="T-K03")
    round_of(k03, central)
    wire = Direct(central.intake)
    assert k03.link(wire).round().state is State.SYNCED
    assert len(wire.said) == 1
    assert len(wire.said[0]) + len(wire.heard[0]) <= 500


def test_the_sums_of_money_are_compared(central: Central, k03: Station) -> None:
    k03.write(receipt(1, 300), receipt(2, 50), voided(1, 300), subject="T-K03")
    assert round_of(k03, central).agreed
    assert central.store(OFFICE).totals("K03") == Totals(3, 50)


def test_an_unsent_entry_turns_the_light_off_at_once(central: Central, k03: Station) -> None:
    round_of(k03, central)
    assert k03.link(Direct(central.intake)).standing().state is State.SYNCED
    (entry,) = k03.write()
    standing = k03.link(Direct(central.intake)).standing()
    assert (standing.state, standing.waiting, standing.oldest) == (State.WAITING, 1, entry.at)


def test_a_station_that_never_spoke_to_central_is_offline_not_green(central: Central, k03: Station) -> None:
    assert k03.link(Direct(central.intake)).standing().state is State.OFFLINE


class Dead:
    """A line that is down."""

    def exchange(self, data: bytes) -> bytes:
        """Nobody answers."""
        raise ExchangeError("unreachable")


def test_central_down_is_offline_and_everything_drains_when_it_is_back(central: Central, k03: Station) -> None:
    round_of(k03, central)
    k03.write(*[opened()] * 7)
    down = k03.link(Dead()).round()
    assert (down.state, down.problem, down.held) == (State.OFFLINE, outcome_of("unreachable"), 0)
    assert k03.link(Dead()).standing().waiting == 7
    back = round_of(k03, central)
    assert (back.state, back.held) == (State.SYNCED, 7)


class Sizes:
    """A dead line that remembers how many entries each request held."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def exchange(self, data: bytes) -> bytes:
        """Nobody answers in time."""
        request = decode(unpack(data).statement, Request)
        self.sizes.append(request.last - request.first + 1)
        raise ExchangeError("timeout")


def test_batches_shrink_on_a_line_that_cannot_carry_them_but_never_to_nothing(k03: Station) -> None:
    k03.write(*[opened()] * 600)
    wire = Sizes()
    link = k03.link(wire)
    for _ in range(8):
        link.round()
    assert wire.sizes == [500, 250, 125, 62, 31, 15, 10, 10]


def test_a_round_can_be_stopped_between_exchanges_and_goes_on_later(central: Central, k03: Station) -> None:
    k03.write(*[opened()] * 30)
    link = k03.link(Direct(central.intake), largest=10)
    stopped = link.round(stop=lambda: True)
    assert (stopped.held, stopped.agreed, stopped.state) == (10, False, State.WAITING)
    assert link.round().state is State.SYNCED


def test_a_problem_is_still_known_after_a_restart(central: Central, k03: Station) -> None:
    round_of(k03, central)
    k03.link(Foreign(b"")).round()
    assert k03.link(Direct(central.intake)).standing().state is State.OFFLINE


def test_a_disk_that_takes_no_notes_is_told_and_not_green(central: Central, k03: Station) -> None:
    round_of(k03, central)
    link = k03.link(Direct(central.intake))
    event.listen(k03.store.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA query_only = ON"))
    result = link.round()
    assert result.problem == outcome_of("D-102")
    assert result.state is State.ATTENTION


class Foreign:
    """Somebody else answers: a captive portal, or a thief with another key."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def exchange(self, data: bytes) -> bytes:
        """Always the same."""
        return self._body


@pytest.mark.parametrize("body", [b"", b"<html>Welcome, please sign in</html>", b"\x94\x01\xc4\x00\xc4\x00\xc4\x00"])
def test_a_foreign_answer_acknowledges_nothing(central: Central, k03: Station, body: bytes) -> None:
    k03.write()
    result = k03.link(Foreign(body)).round()
    assert (result.held, result.agreed) == (0, False)
    assert result.problem in (outcome_of("not-central"), outcome_of("forged-answer"))
    assert result.state is not State.SYNCED


def test_a_replayed_answer_is_refused(central: Central, k03: Station) -> None:
    wire = Direct(central.intake)
    k03.link(wire).round()
    k03.write()
    result = k03.link(Foreign(wire.heard[-1])).round()
    assert (result.held, result.problem) == (0, outcome_of("forged-answer"))
    assert result.state is State.ATTENTION


def test_an_answer_signed_with_another_key_is_refused(central: Central, k03: Station) -> None:
    k03.write()
    k03.enrolment = replace(k03.enrolment, central_key=Ed25519PrivateKey.generate().public_key().public_bytes_raw())
    result = round_of(k03, central)
    assert (result.held, result.problem) == (0, outcome_of("forged-answer"))


class Meddling:
    """A central gone bad: it signs an answer with whatever entries it likes."""

    def __init__(self, central: Central, entries: list[Entry]) -> None:
        self._central, self._batch = central, pack(entries)

    def exchange(self, data: bytes) -> bytes:
        """The true answer, but for the batch."""
        answer = decode(unpack(self._central.intake.sync(data).body).statement, Answer)
        answer = msgspec.structs.replace(answer, batch=fingerprint(self._batch))
        return seal(CENTRAL, encode(answer), self._batch, self._central.key)


def test_nobody_but_the_station_writes_its_chain(central: Central, k03: Station, tmp_path: Path) -> None:
    twin = Store(open_engine(tmp_path / "twin.db", bytes(32)), k03.store.origin, MachineClock(), ())
    made_up = twin.append([Draft("T-K03", receipt(1, 5000))], clerk="c01", catalogue="2026.1")
    result = k03.link(Meddling(central, made_up)).round()
    assert result.problem == outcome_of("entries-refused")
    assert k03.store.head("K03").number == 0
    twin.engine.dispose()


def test_entries_changed_under_way_are_refused_even_when_central_signs_them(
    central: Central, k03: Station, k04: Station
) -> None:
    k04.write(receipt(1, 300), subject="T-K04")
    round_of(k04, central)
    (entry,) = k04.store.of_station("K04", 1, 1)
    bent = replace(entry, facts={**entry.facts, "total": 200})
    result = k03.link(Meddling(central, [bent])).round()
    assert result.problem == outcome_of("entries-refused")
    assert k03.store.head("K04").number == 0


class Mistaken:
    """A central that signs something else than what is true."""

    def __init__(self, central: Central, **changes: object) -> None:
        self._central, self._changes = central, changes

    def exchange(self, data: bytes) -> bytes:
        """The true answer, but for the changes."""
        reply = unpack(self._central.intake.sync(data).body)
        answer = msgspec.structs.replace(decode(reply.statement, Answer), **self._changes)
        return seal(CENTRAL, encode(answer), reply.batch, self._central.key)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"money": 299}, "totals-differ"),
        ({"count": 2}, "totals-differ"),
        ({"digest": bytes(32)}, "digests-differ"),
        ({"held": 2}, "behind-central"),
        ({"request": bytes(32)}, "forged-answer"),
        ({"batch": bytes(32)}, "forged-answer"),
        ({"more": True}, "no-progress"),
        ({"refused": "something new"}, "something new"),
    ],
)
def test_a_difference_is_shown_and_nothing_overwritten(
    central: Central, k03: Station, changes: dict[str, object], code: str
) -> None:
    k03.write(receipt(1, 300), subject="T-K03")
    before = content(k03.store, "K03")
    result = k03.link(Mistaken(central, **changes)).round()
    assert result.problem == outcome_of(code)
    assert result.state is not State.SYNCED
    assert content(k03.store, "K03") == before == content(central.store(OFFICE), "K03")


class Ahead:
    """A clock five seconds ahead of the truth, which remembers what it is told."""

    def __init__(self) -> None:
        self.offsets: list[int] = []

    def now(self) -> datetime:
        """Five seconds too late."""
        return MachineClock().now() + timedelta(seconds=5)

    def measured(self, offset_ms: int) -> None:
        """Remembered."""
        self.offsets.append(offset_ms)


def test_the_clock_is_told_how_far_it_is_off(central: Central, k03: Station) -> None:
    clock = Ahead()
    Link(k03.store, k03.key, k03.enrolment.central_key, Direct(central.intake), clock).round()
    assert [round(offset / 1000) for offset in clock.offsets] == [-5]
