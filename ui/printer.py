"""Prints after the commit it proves: paper or a file, and either way one entry that says how it went."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui import printing
from ui.desk import Desk
from ui.language import said
from ui.paperwork import Paper, pdf
from ui.paperwork.paper import FAILED, PRINTED, SAVED, Value
from ui.print_troubles import NOT_DRAWN, code_of, sentence
from ui.worker import Worker

log = logging.getLogger(__name__)

__all__ = ["FAILED", "PRINTED", "SAVED", "Printer"]


class _Out(NamedTuple):
    """Where a paper went: to the printer of this name or, without one, into this file."""

    printer: str
    file: Path | None


class Printer(QObject):
    """One queue of papers. `ended(paper, outcome, told, code)` after each attempt was noted: told is the printer, the
    file or, with a code, the sentence that says what to do.

    Papers are drawn on `worker`; they go out on a thread of their own, so that a printer that hangs holds up nothing.
    """

    ended = Signal(object, str, str, str)

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        folder: Path,
        find: Callable[[], printing.Device | None] = printing.system_printer,
    ) -> None:
        super().__init__()
        self._desk, self._worker, self._folder, self._find = desk, worker, folder, find
        self._line = Worker()
        self._name = ""
        self.look()

    @property
    def name(self) -> str:
        """The printer papers go to, as last seen; empty when they are kept as files."""
        return self._name

    def look(self) -> None:
        """See again which printer there is."""
        self._line.run(self._find, self._seen, partial(log.error, "no printer could be looked for: %s"))

    def print_paper(self, paper: Paper) -> None:
        """Draw it off the window's thread, then print or keep it; the attempt is noted for the clerk who asks now."""
        office = self._desk.office
        clerk = office.clerk.code if office.clerk else None
        size = office.settings.receipt_size
        failed = partial(self._failed, paper, clerk)
        self._worker.run(
            lambda: pdf(paper.value, size),
            lambda made: self._line.run(partial(self._out, paper, made), partial(self._gone, paper, clerk), failed),
            failed,
        )

    def draw(self, value: Value, dots: float, done: Callable[[object], None]) -> None:
        """A preview: the pages as pictures, handed to `done`; a paper that cannot be drawn shows none."""
        size = self._desk.office.settings.receipt_size
        self._worker.run(lambda: printing.images(pdf(value, size), dots), done, lambda _error: done([]))

    def finish(self) -> None:
        """Wait for the papers that were begun, and note them."""
        for worker in (self._worker, self._line):
            worker.finish()
            QCoreApplication.sendPostedEvents(worker)

    # Off the window's thread --------------------------------------------------------------------------------------

    def _out(self, paper: Paper, made: bytes) -> _Out:
        device = self._find()
        if device is None:
            return _Out("", printing.to_file(made, self._folder, f"{paper.kind}-{paper.about}"))
        device.send(made, f"{paper.kind} {paper.about}")
        return _Out(device.name, None)

    # Back on it ---------------------------------------------------------------------------------------------------

    def _seen(self, device: printing.Device | None) -> None:
        self._name = device.name if device else ""

    def _gone(self, paper: Paper, clerk: str | None, out: _Out) -> None:
        self._name = out.printer
        if out.file is None:
            self._note(paper, clerk, PRINTED, out.printer)
        else:
            self._note(paper, clerk, SAVED, str(out.file))
            printing.show_file(out.file)

    def _failed(self, paper: Paper, clerk: str | None, error: Exception) -> None:
        code = code_of(error)
        if code == NOT_DRAWN:
            log.error("%s %s could not be made", paper.kind, paper.about, exc_info=error)
        self._note(paper, clerk, FAILED, said(sentence(paper, error)), code)

    def _note(self, paper: Paper, clerk: str | None, outcome: str, told: str, code: str = "") -> None:
        self._desk.run(lambda o: o.printed(paper.kind, paper.about, paper.copy, outcome, code or None, clerk))
        self.ended.emit(paper, outcome, told, code)
