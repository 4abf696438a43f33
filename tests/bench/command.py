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
from app.domain.till import Method
from app.office import Office
from tests.day.counter import arrive, counter, finish, prepare

STANDINGS = (Standing.ORIGINAL, Standing.COPY)
PAPERS_A_CASE = 20
"""More papers than any service asks for, so that no case's history is longer than a real one's."""


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


def _case(office: Office) -> str:
    return prepare(office, arrive(office, "head", "陳小安"), "hhcert-replace", {})


def _paper(office: Office, case: str, turn: int) -> None:
    office.check_paper(case, "hh-cert", STANDINGS[turn % 2])


def _payment(office: Office) -> Callable[[int], object]:
    """A visit ready to pay, and the payment itself: what the screen has shown before is not part of it."""
    visit = arrive(office, "head", "陳小安")
    finish(office, prepare(office, visit, "hhcert-replace", {}), {"hh-cert": 1})
    total = office.due(visit).total
    return lambda _turn: office.pay(visit, Method.CASH, total)


def said(name: str, times: list[float], floor: list[float]) -> None:
    p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
    f50, f99 = statistics.median(floor), statistics.quantiles(floor, n=100)[98]
    print(f"{name:24} p50 {p50:7.2f} ms ({p50 / f50:4.1f}x)   p99 {p99:7.2f} ms ({p99 / f99:4.1f}x)")


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder, counter(Path(folder)) as desk:
        office, floor = desk.office, bare(Path(folder))
        floors: list[float] = []
        papers: list[float] = []
        payments: list[float] = []
        for turn in range(rounds):
            if turn % PAPERS_A_CASE == 0:
                case = _case(office)
            floors.append(timed(floor, turn))
            papers.append(timed(partial(_paper, office, case), turn))
        for turn in range(rounds // 4):
            payment = _payment(office)
            floors.append(timed(floor, turn))
            payments.append(timed(payment, turn))
    said("bare commit, one row", floors, floors)
    said("a paper checked", papers, floors)
    said("a visit paid", payments, floors)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
