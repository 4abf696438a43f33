"""What the counter prints: the papers of a step, and what is told of each attempt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.office import CheckedCase
from ui import paperwork
from ui.printer import FAILED, SAVED, Printer

if TYPE_CHECKING:
    from ui.counter import Counter


class PaperOut(QObject):
    """The papers of one counter; `kept` tells of the last one that went into a file."""

    def __init__(self, counter: Counter, printer: Printer) -> None:
        super().__init__(counter)
        self._counter, self._desk, self._printer = counter, counter.desk, printer
        self.kept = ""
        printer.ended.connect(self._printed)

    def print_papers(self) -> None:
        """Ctrl+P: what this step prints."""
        if self._counter.now is None or not self._counter.step_screens[self._counter.step].print_papers():
            self._counter.message.say(self.tr("There is nothing to print on this step."), "info")

    def paid(self, receipt: str) -> None:
        """The money is taken: print its receipt, if there is one."""
        if receipt:
            self.print_receipt(int(receipt.rpartition("-")[2]))

    def print_receipt(self, number: int) -> None:
        """Print a receipt of this till, as the copy it now is."""
        row = self._desk.office.receipt(number)
        if row is not None:
            self._printer.print_paper(paperwork.receipt(self._desk.office, row))

    def print_slip(self, case: str) -> None:
        """Print a case's arrival slip."""
        self._printer.print_paper(paperwork.slip(self._desk.office, self._checked(case)))

    def print_notice(self, case: str) -> None:
        """Print a case's last notice."""
        self._printer.print_paper(paperwork.notice(self._desk.office, self._checked(case)))

    def _checked(self, case: str) -> CheckedCase:
        return CheckedCase(self._desk.office.case(case), self._desk.office.check_case(case))

    def _printed(self, _paper: paperwork.Paper, outcome: str, told: str, code: str) -> None:
        if outcome == FAILED:
            self._counter.message.say(told, "error", code)
        elif outcome == SAVED:
            self.kept = self.tr("Kept as PDF: {0}").format(Path(told).name)
            self._counter.show_standing()
