"""Plays the day: a fresh profile and central, every visit keyed into the real window, both files counted at the end."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import keys
from app.station import JOURNAL
from sync.standing import State
from ui import demo
from ui.day import reader, summary
from ui.day.clerk import Clerk
from ui.day.line import Line
from ui.day.player import Stuck
from ui.day.summary import Played, Summary
from ui.day.visits import VISITS, Day
from ui.main import Program


def play(out: Path) -> int:
    """0 when both sides agree at the end of the day, else 1; everything it made lies in `out`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shutil.rmtree(out, ignore_errors=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    line = Line(out / "central")
    try:
        demo.make_profile(out / "station", line.url, line.code(demo.OFFICE.code))
        program = Program(out / "station")
        try:
            played = _played(program, line, out)
        finally:
            program.shell.close()
    finally:
        line.close()
        app.processEvents()
    key = keys.load(out / "station").data
    here, there = reader.count(out / "station" / JOURNAL, key), reader.count(line.file, line.key)
    told = Summary(tuple(played), here, there, tuple(sorted((out / "station" / "papers").glob("*.pdf"))))
    summary.write(out, told)
    print(summary.words(told))
    return 0 if told.agree else 1


def _played(program: Program, line: Line, out: Path) -> list[Played]:
    program.show()
    clerk = Clerk(program, out / "screens")
    clerk.shot("sign-in")
    clerk.sign_in("C01", demo.PIN)
    clerk.shot("counter")
    if program.station is None:
        raise Stuck("the station did not open")
    day = Day(clerk, line, program.station.office, program.station.keys.sign)
    played = []
    for name, visit in VISITS:
        try:
            visit(day)
        except Stuck:
            clerk.shot("stuck")
            raise
        played.append(Played(name, clerk.actions, clerk.characters))
    _drain(program, clerk)
    return played


def _drain(program: Program, clerk: Clerk) -> None:
    """The line is up again: everything goes to central by itself; F5 only makes it soon."""
    sync = program.sync
    clerk.press("F5")
    clerk.until(lambda: sync is not None and sync.view().state == State.SYNCED.value, "the end of the last round")
    clerk.shot("end-of-day")
