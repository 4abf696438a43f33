"""Telling the clerk something: what happened, what is safe, what to do, with the code at the end; read aloud too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame

from ui.widgets.base import Icon, label, repolish, row, set_tone
from ui.widgets.chip import SIGNS
from ui.widgets.keycap import KeyButton


class MessageBar(QFrame):
    """A strip over the screen's top; Esc or its button closes it, nothing else is lost."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("info", "info", 20)
        self._words = label(wrap=True)
        close = KeyButton("", kind="quiet", icon="x")
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self.dismiss)
        row(self._icon, self._words, close, gap=12, margins=(24, 8, 12, 8), on=self).setStretch(1, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What is being said, empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, tone: str = "info", code: str = "") -> None:
        """Show a sentence; the code is what the help desk asks for."""
        full = f"{words}（{code}）" if code else words
        self._icon.show_as("circle-check" if tone == "ok" else SIGNS[tone], tone)
        self._words.setText(full)
        set_tone(self._words, tone)
        self.setProperty("panel", "bar-" + tone)
        repolish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, full))

    def dismiss(self) -> None:
        """Close it."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()
