"""Plays the day: profile and central made afresh, every visit keyed into the real window, both files counted at the end."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui import demo
from ui.day.clerk import Clerk
from ui.day.line import Line
from ui.day.visits import VISITS, Day
from ui.main import Program


def play(out: Path) -> int:
    """0 when both sides agree at the end of the day, else 1; everything it made lies in `out`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shutil.rmtree(out, ignore_errors=True)
    app = QApplication.instance() or QApplication([])
    line = Line(out / "central")
    try:
        demo.make_profile(out / "station", line.url, line.code(demo.OFFICE.code))
        program = Program(out / "station")
        program.show()
        clerk = Clerk(program, out / "screens")
        clerk.sign_in("C01", demo.PIN)
        assert program.station is not None
        day = Day(clerk, line, program.station.office, program.station.keys.sign)
        for name, visit in VISITS:
            visit(day)
            print(f"{name:32} {clerk.actions:3} actions {clerk.characters:3} characters", flush=True)
        program.shell.close()
    finally:
        line.close()
    del app
    return 0
