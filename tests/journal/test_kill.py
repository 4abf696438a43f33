"""A program killed in the middle of its work leaves every command whole or absent, and none it called durable lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.journal.engine import open_engine, open_engine_url
from app.journal.store import Draft, Store
from tests.journal.stores import KEY, Counter, named, opened, receipt, rows, store
from tests.journal.writer import __name__ as writer


@pytest.mark.parametrize("after", [1, 2, 7, 30])
def test_killed_at_any_moment(tmp_path: Path, after: int) -> None:
    path = tmp_path / "journal.db"
    with subprocess.Popen([sys.executable, "-m", writer, str(path)], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        durable = max(int(program.stdout.readline()) for _ in range(after))
        program.kill()
    engine = open_engine(path, KEY)
    held = store(engine, "K03", counter := Counter())
    number = held.head("K03").number
    assert number >= 3 * durable
    assert number % 3 == 0
    assert held.verify().ok
    assert len(rows(engine)) == len(rows(engine, counter.noted)) == number
    assert held.totals("K03").money == 200 * number // 3
    assert held.append([Draft("V-x", opened())], clerk="c01", catalogue="1")[0].number == number + 1
    engine.dispose()


def _append(held: Store, times: int) -> None:
    for number in range(times):
        held.append([Draft("T-K03", receipt(number, 10)), Draft("V-1", named())], clerk="c01", catalogue="1")


def _side_by_side(engines: list[Engine], stations: list[str], times: int) -> Store:
    """Several processes' worth of stores, each with an engine of its own, appending at once."""
    stores = [store(engine, station) for engine, station in zip(engines, stations, strict=True)]
    threads = [threading.Thread(target=_append, args=(held, times)) for held in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return stores[0]


@pytest.mark.parametrize("stations", [["K03", "K03", "K03"], ["central", "K04", "K03"]])
def test_several_writers_give_every_position_number_and_version_once(
    tmp_path: Path, postgresql: Engine, stations: list[str]
) -> None:
    url = postgresql.url.render_as_string(hide_password=False)
    on_server = [open_engine_url(url) for _ in stations]
    in_file = [open_engine(tmp_path / "journal.db", KEY) for _ in stations]
    for engines in (on_server, in_file):
        held = _side_by_side(engines, stations, 8)
        entries = held.since(0, 1000)
        assert [e.position for e in entries] == list(range(1, 49))
        assert [e.version for e in held.subject("T-K03")] == list(range(1, 25))
        assert [e.version for e in held.subject("V-1")] == list(range(1, 25))
        assert held.verify().ok
        for engine in engines:
            engine.dispose()
