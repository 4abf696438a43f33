"""Runs what the clerk decides, on the window's own thread, and tells every screen what was appended or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from app.domain.refusal import Refusal
from app.errors import OfficeError
from app.journal.entry import Entry
from app.office import Office
from app.refusals import sentence
from ui.language import said

Command = Callable[[Office], list[Entry]]


class Desk(QObject):
    """One office at one counter. A command is one durable commit, so it may run between two key presses."""

    appended = Signal(list)
    troubled = Signal(str, str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office

    def run(self, command: Command, instead: Mapping[str, Callable[[], object]] | None = None) -> list[Entry] | None:
        """The entries appended, or None when refused: `troubled(words, code)` says why, unless `instead` takes it up.

        `instead` names, by the refusal's code, what to do in place of a message: asking for a reason, a second name.
        """
        try:
            entries = command(self.office)
        except Refusal as refusal:
            self._refused(refusal, instead or {})
            return None
        except OfficeError as trouble:
            self.troubled.emit(said(trouble), trouble.code)
            return None
        if entries:
            self.appended.emit(entries)
        return entries

    def _refused(self, refusal: Refusal, instead: Mapping[str, Callable[[], object]]) -> None:
        if refusal.code in instead:
            instead[refusal.code]()
            return
        words = sentence(refusal)
        self.troubled.emit(said(words), words.code)
