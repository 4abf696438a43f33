"""Prints after the commit it proves: paper or a file, and either way one entry that says how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from forms.fonts import NoGlyph
from ui import printing
from ui.desk import Desk
from ui.paperwork import Paper, pdf
from ui.worker import Worker

PRINTED, SAVED, FAILED = "printed", "saved", "failed"
NO_GLYPH, NO_PRINT = "P-101", "P-103"


class Printer(QObject):
    """One queue of papers. `ended(paper, outcome, where or why)` after each attempt was noted."""

    ended = Signal(object, str, str)

    def __init__(self, desk: Desk, worker: Worker, folder: Path) -> None:
        super().__init__()
        self._desk, self._worker, self._folder = desk, worker, folder

    @property
    def name(self) -> str:
        """The printer papers go to; empty when they are kept as files."""
        return printing.printer_name()

    def print_paper(self, paper: Paper) -> None:
        """Draw it off the window's thread, then print or keep it."""
        self._worker.run(
            lambda: pdf(paper.value),
            lambda made: self._out(paper, made),
            lambda error: self._failed(paper, NO_GLYPH if isinstance(error, NoGlyph) else NO_PRINT, str(error)),
        )

    def draw(self, value: object, dots: float, done: Callable[[object], None]) -> None:
        """A preview: the pages as pictures, handed to `done`; a paper that cannot be drawn shows none."""
        self._worker.run(lambda: printing.images(pdf(value), dots), done, lambda _error: done([]))

    def _out(self, paper: Paper, made: bytes) -> None:
        if not self.name:
            try:
                path = printing.to_file(made, self._folder, f"{paper.kind}-{paper.about}")
            except OSError as error:
                self._failed(paper, NO_PRINT, str(error))
            else:
                self._note(paper, SAVED, str(path))
        elif printing.to_printer(made):
            self._note(paper, PRINTED, self.name)
        else:
            self._failed(paper, NO_PRINT, self.name)

    def _failed(self, paper: Paper, code: str, why: str) -> None:
        self._note(paper, FAILED, why, code)

    def _note(self, paper: Paper, outcome: str, told: str, code: str | None = None) -> None:
        self._desk.run(lambda o: o.printed(paper.kind, paper.about, paper.copy, outcome, code))
        self.ended.emit(paper, outcome, code or told)
