"""A scanner that types: what it sends between its prefix (F24) and Enter goes to the router, never to a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import application

PREFIX = Qt.Key.Key_F24


class Scanner(QObject):
    """Swallows a whole scan while its window is shown; `scanned(text)` when its Enter came."""

    scanned = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._read: list[str] | None = None
        application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(watched, QWidget) and isinstance(event, QKeyEvent) and self._window.isVisible()):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and (self._read is not None or event.key() == PREFIX):
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == PREFIX:
            self._read = []
            return True
        if self._read is None:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            text, self._read = "".join(self._read), None
            self.scanned.emit(text)
        else:
            self._read.append(event.text())
        return True
