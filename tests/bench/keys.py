"""A digit on a paper, from key press to settled window, beside a bare table that takes a key and commits a row.

python -m tests.bench.keys [rounds]      needs no screen; `sync` runs as it does at the counter
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from tests.bench.command import PAPERS_A_CASE, bare, said, timed
from ui import demo
from ui.day.clerk import Clerk
from ui.day.line import Line
from ui.main import SIZE, Program


class Table(QTableWidget):
    """200 by 8 cells; a digit goes into the cell at hand and is committed before the key press is over."""

    def __init__(self, commit: Callable[[int], None]) -> None:
        super().__init__(200, 8)
        self._commit = commit
        for row in range(200):
            for column in range(8):
                self.setItem(row, column, QTableWidgetItem(f"案件 {row}-{column}"))
        self.cellChanged.connect(lambda row, _column: self._commit(row))
        self.resize(*SIZE)
        self.show()

    def press(self, turn: int) -> None:
        """The key, the cell's new text, the commit and the painting."""
        self.setCurrentCell(turn % 20, 3)
        QTest.keyClick(self, Qt.Key.Key_1)
        cell = self.item(turn % 20, 3)
        assert cell is not None
        cell.setText(f"正本 {turn}")
        QApplication.processEvents()


def _at_the_papers(clerk: Clerk) -> None:
    """A visit whose questions are answered, as the demonstration's first favourite asks them."""
    clerk.press("F4", "Ctrl+1")
    clerk.type("李小美")
    clerk.press("Return")
    clerk.type("A223456781")
    clerk.press("Ctrl+Return")
    clerk.type("1151109")
    clerk.press("2", "2")


def _digit(clerk: Clerk, turn: int) -> Callable[[int], None]:
    """The key on the row whose turn it is; to go there is not part of the press."""
    rows = clerk.counter.papers.papers.rows
    rows[turn % len(rows)].choice.setFocus()
    clerk.settle()
    return lambda at: clerk.press("12"[at // len(rows) % 2])


def main(rounds: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        table = Table(bare(home))  # before there is a program whose rounds and timers it would have to wait for
        floor = [timed(table.press, turn) for turn in range(rounds)]
        table.close()
        line = Line(home / "central")
        demo.make_profile(home / "station", line.url, line.code("sanmin"))
        program = Program(home / "station")
        program.show()
        clerk = Clerk(program, home)
        clerk.sign_in(demo.CLERK, demo.PIN)
        keys: list[float] = []
        for turn in range(rounds):
            if turn % PAPERS_A_CASE == 0:
                _at_the_papers(clerk)
            keys.append(timed(_digit(clerk, turn), turn))
        said("bare table, key, commit", floor, floor)
        said("a digit on a paper", keys, floor)
        program.shell.close()
        line.close()
    app.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
