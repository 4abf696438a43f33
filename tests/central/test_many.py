"""Several central processes on one PostgreSQL, whole ledgers, offices side by side, and a database that goes away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from app.clock import MachineClock
from app.journal.engine import open_engine
from app.journal.store import Origin, Store
from app.ledger.registers import POSTERS
from sync.answers import outcome_of
from sync.carriers import HttpCarrier
from sync.central.serve import Central, embedded
from sync.standing import State
from tests import postgres
from tests.sync.stations import OFFICE, Direct, Station, opened, receipt, station


@pytest.fixture
def address(postgresql: str) -> Iterator[str]:
    """A fresh database."""
    with postgres.database(postgresql) as one:
        yield one


@pytest.fixture
def two(address: str, tmp_path: Path) -> Iterator[tuple[Central, Central, str, str]]:
    """Two centrals with the same keys on one database, and where they answer."""
    with ExitStack() as stack:
        centrals = [Central(tmp_path / "keys", address, POSTERS) for _ in range(2)]
        for one in centrals:
            stack.callback(one.close)
        urls = [stack.enter_context(embedded(one)) for one in centrals]
        yield centrals[0], centrals[1], urls[0], urls[1]


def test_writers_at_two_centrals_and_a_reader_that_skips_nothing(
    two: tuple[Central, Central, str, str], tmp_path: Path
) -> None:
    first, second, *urls = two
    writers = [station(tmp_path, (first, second)[i % 2], f"K{i:02d}") for i in range(4)]
    reader, busy = station(tmp_path, first, "K99"), threading.Event()
    for one in writers:
        for _ in range(20):
            one.write(*[opened()] * 5)

    def send(i: int) -> State:
        carrier = HttpCarrier(urls[i % 2])
        try:
            return writers[i].link(carrier, largest=7).round().state
        finally:
            carrier.close()

    def follow() -> int:
        rounds, carrier = 0, HttpCarrier(urls[0])
        while not busy.is_set():
            assert reader.link(carrier).round().problem is None
            rounds += 1
        carrier.close()
        return rounds

    with ThreadPoolExecutor(5) as pool:
        following = pool.submit(follow)
        assert set(pool.map(send, range(4))) == {State.SYNCED}
        busy.set()
        assert following.result() > 0
    carrier = HttpCarrier(urls[1])
    assert reader.link(carrier).round().state is State.SYNCED
    carrier.close()
    for one in writers:
        assert reader.store.head(one.name) == one.store.head(one.name) == first.store(OFFICE).head(one.name)
    assert first.store(OFFICE).verify().ok
    for one in (*writers, reader):
        one.close()


def ledgers(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every ledger row of a holder, by table."""
    with store.engine.connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for poster in POSTERS
            for table in poster.tables.sorted_tables
            if "position" not in table.c and "rowid" not in table.c
        }


def test_centrals_ledgers_say_what_the_stations_say(two: tuple[Central, Central, str, str], tmp_path: Path) -> None:
    central, _, url, _ = two
    one = with_ledgers(station(tmp_path, central, "K03"), tmp_path)
    one.write(opened(), subject="V-K03-1150302-0001")
    one.write(receipt(1, 300), subject="T-K03")
    carrier = HttpCarrier(url)
    assert one.link(carrier).round().state is State.SYNCED
    carrier.close()
    here, there = ledgers(one.store), ledgers(central.store(OFFICE))
    assert here["receipts"]
    assert {name: here[name] for name in ("receipts", "visits", "cases")} == {
        name: there[name] for name in ("receipts", "visits", "cases")
    }
    one.close()


def with_ledgers(bare: Station, folder: Path) -> Station:
    """The same station on a file that keeps ledgers."""
    bare.close()
    engine = open_engine(folder / "with-ledgers.db", bytes(32))
    return Station(Store(engine, Origin(OFFICE, bare.name), MachineClock(), POSTERS), bare.key, bare.enrolment)


def test_two_offices_on_one_central_do_not_see_each_other(
    two: tuple[Central, Central, str, str], tmp_path: Path
) -> None:
    central = two[0]
    here = station(tmp_path / "a", central, "K03")
    there = station(tmp_path / "b", central, "K03", office="lingya")
    for one in (here, there):
        one.write(opened(), receipt(1, 300))
        assert one.link(Direct(central.intake)).round().state is State.SYNCED
    assert [e.subject for e in there.link(Direct(central.intake)).round().received] == []
    assert {e.office for e in there.store.since(0, 99)} == {"lingya"}
    assert central.store(OFFICE).head("K03").number == central.store("lingya").head("K03").number == 2
    for one in (here, there):
        one.close()


def test_a_database_that_goes_away_acknowledges_nothing_and_is_waited_out(
    two: tuple[Central, Central, str, str], address: str, postgresql: str, tmp_path: Path
) -> None:
    one = station(tmp_path, two[0], "K03")
    one.write()
    carrier = HttpCarrier(two[2])
    with psycopg.connect(postgresql, autocommit=True) as connection:
        name = address.partition("?")[0].rpartition("/")[2]
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false'.encode())
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        down = one.link(carrier).round()
        connection.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true'.encode())
    assert (down.state, down.problem, down.held) == (State.OFFLINE, outcome_of("http-503"), 0)
    assert one.link(carrier).round().state is State.SYNCED
    carrier.close()
    one.close()
