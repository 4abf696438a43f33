"""A counter killed again and again in the middle of its work: nothing called done is lost, nothing is half done."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from app import catalogue
from app.domain.next_steps import Stage
from app.office import Office
from app.station import Station, open_station
from tests.day import worker
from tests.day.books import Books, read, require_sound
from tests.day.counter import counter, quick_pins
from tests.day.ledgers import rows
from ui import demo

KILLS = 20


def killed(profile: Path, after: int) -> list[str]:
    """A working program ends by SIGKILL somewhere after that many of its words; gives all it said."""
    command = [sys.executable, "-m", worker.__name__, str(profile)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        said = [program.stdout.readline() for _ in range(after)]
        program.kill()
        said += program.stdout.readlines()
    assert program.returncode == -9
    return [word.strip() for word in said if word.endswith("\n")]


def require_nothing_lost(books: Books, said: list[str]) -> None:
    """Every receipt and void that was called done is in the books."""
    told = [word.split() for word in said]
    issued = {f"K03-{receipt['number']:07d}" for receipt in books.receipts}
    assert {name for what, name in told if what == "paid"} <= issued
    assert {int(name) for what, name in told if what == "void"} <= set(books.void)
    assert {name for what, name in told if what == "arrived"} <= books.subjects


def require_whole(office: Office, books: Books) -> None:
    """A visit is paid with all its cases, or not at all."""
    for visit in (subject for subject in books.subjects if subject.startswith("V-")):
        state = office.visit(visit)
        for case, _ in office.check_visit(visit):
            assert (case.stage is Stage.PAID) == state.paid
            assert case.receipt == state.receipt
        assert state.total == sum(line.amount for case, _ in office.check_visit(visit) for line in case.fees)


def require_rebuilt_equals_live(station: Station) -> None:
    live = rows(station.engine)
    station.store.rebuild()
    assert rows(station.engine) == live


def test_killed_at_any_moment(tmp_path: Path) -> None:
    profile, dice, said = tmp_path / demo.STATION, random.Random(115), []
    with counter(tmp_path):
        quick_pins(profile)
    for _ in range(KILLS):
        said += killed(profile, dice.randint(1, 8))
        station = open_station(profile, rules=catalogue.load())
        try:
            books = read(station.store)
            require_sound(books)
            require_nothing_lost(books, said)
            assert station.store.verify().ok
            require_whole(station.office, books)
            require_rebuilt_equals_live(station)
        finally:
            station.close()
    assert len(books.receipts) > KILLS
    assert books.void
