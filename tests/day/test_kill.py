"""A counter killed again and again in the middle of its work: nothing called done is lost, nothing is half done."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired

import pytest

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
MOST_WORDS, LONGEST_S = 6, 0.01
"""A child is killed so many payments and voids, and so much of the next one, after the first began."""


def said(counter: Popen[str], until: str) -> Iterator[tuple[str, int]]:
    """What the program and its child say, up to a word of this kind or the child's end."""
    assert counter.stdout is not None
    for line in counter.stdout:
        what, number = line.split()
        yield what, int(number)
        if what in (until, "ended"):
            return


def killed(counter: Popen[str], words: int, after: float) -> list[tuple[str, int]]:
    """One child ends by SIGKILL so many seconds after so many words; gives all it said."""
    assert counter.stdin is not None
    counter.stdin.write("go\n")
    counter.stdin.flush()
    begun = list(said(counter, "ready"))
    done = list(islice(said(counter, "ended"), words))
    with pytest.raises(TimeoutExpired):
        counter.wait(after)
    os.kill(dict(begun)["child"], signal.SIGKILL)
    told = list(said(counter, "ended"))
    assert told[-1] == ("ended", -signal.SIGKILL)
    return done + told


def require_nothing_lost(books: Books, told: list[tuple[str, int]]) -> None:
    """Every receipt and void that was called done is in the books."""
    assert {number for what, number in told if what == "paid"} <= {receipt["number"] for receipt in books.receipts}
    assert {number for what, number in told if what == "void"} <= set(books.void)


def require_whole(office: Office, books: Books) -> None:
    """A visit is paid with all its cases, or not at all."""
    for visit in (subject for subject in books.subjects if subject.startswith("V-")):
        state = office.visit(visit)
        cases = [case for case, _ in office.check_visit(visit)]
        assert {case.stage is Stage.PAID for case in cases} <= {state.paid}
        assert {case.receipt for case in cases} <= {state.receipt}
        assert state.total == sum(line.amount for case in cases for line in case.fees)


def require_rebuilt_equals_live(station: Station) -> None:
    live = rows(station.engine)
    station.store.rebuild()
    assert rows(station.engine) == live


def require_sound_station(profile: Path, told: list[tuple[str, int]]) -> Books:
    station = open_station(profile, rules=catalogue.load())
    try:
        books = read(station.store)
        require_sound(books)
        require_nothing_lost(books, told)
        assert station.store.verify().ok
        require_whole(station.office, books)
        require_rebuilt_equals_live(station)
    finally:
        station.close()
    return books


def test_killed_at_any_moment(tmp_path: Path) -> None:
    profile, dice = tmp_path / demo.STATION, random.Random(115)
    told: list[tuple[str, int]] = []
    with counter(tmp_path):
        quick_pins(profile)
    command = [sys.executable, "-m", worker.__name__, str(profile)]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as program:
        for _ in range(KILLS):
            told += killed(program, dice.randint(0, MOST_WORDS), dice.uniform(0, LONGEST_S))
            books = require_sound_station(profile, told)
    assert len(books.receipts) > KILLS
    assert books.void
