"""One durable command of the office beside one bare encrypted SQLite commit with fsync, taken in turns.

python -m tests.bench.command [rounds]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.domain.case import Standing
from app.office import Office
from tests.day.counter import arrive, counter, finish, pay, prepare

STANDINGS = (Standing.ORIGINAL, Standing.COPY)


def bare(folder: Path) -> Callable[[int], None]:
    """The floor: one row of a kilobyte, committed durably to an encrypted file."""
    connection: Any = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    for pragma in ("key = \"x'" + "11" * 32 + "'\"", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT)")

    def commit(turn: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row (body) VALUES (?)", ("x" * 1000,))
        connection.execute("COMMIT")

    return commit


def timed(act: Callable[[int], object], turn: int) -> float:
    start = time.perf_counter()
    act(turn)
    return (time.perf_counter() - start) * 1000


def _pay(office: Office, visit: str, turn: int) -> None:
    pay(office, visit)


def said(name: str, times: list[float], floor: list[float]) -> None:
    p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
    f50, f99 = statistics.median(floor), statistics.quantiles(floor, n=100)[98]
    print(f"{name:24} p50 {p50:7.2f} ms ({p50 / f50:4.1f}x)   p99 {p99:7.2f} ms ({p99 / f99:4.1f}x)")


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder, counter(Path(folder)) as desk:
        office, floor = desk.office, bare(Path(folder))
        visit = arrive(office, "head", "陳小安")
        case = prepare(office, visit, "hhcert-replace", {})
        floors, papers, payments = [], [], []
        for turn in range(rounds):
            floors.append(timed(floor, turn))
            papers.append(timed(lambda n: office.check_paper(case, "hh-cert", STANDINGS[n % 2]), turn))
        for turn in range(rounds // 4):
            paying = arrive(office, "head", "陳小安")
            finish(office, prepare(office, paying, "hhcert-replace", {}), {"hh-cert": 1})
            floors.append(timed(floor, turn))
            payments.append(timed(partial(_pay, office, paying), turn))
    said("bare commit, one row", floors, floors)
    said("a paper checked", papers, floors)
    said("a visit paid", payments, floors)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
