"""A scanner that types: what it sends between its prefix (F24) and Enter goes to the router, never to a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.theme import application

PREFIX = "F24"


class Scanner(QObject):
    """Swallows a whole scan while its window is shown; `scanned(text)` when its Enter came.

    Keys are looked at only between prefix and Enter: a filter that is always there would cost every event.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._read: list[str] = []
        QShortcut(QKeySequence(PREFIX), window).activated.connect(self._begin)

    def _begin(self) -> None:
        self._read = []
        application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and isinstance(watched, QWidget)):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._key(event)
        return True

    def _key(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._read.append(event.text())
            return
        application().removeEventFilter(self)
        self.scanned.emit("".join(self._read))
