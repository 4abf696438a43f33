"""Sign-in over the locked window: clerk and PIN; what was being done stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.widgets.base import Icon, column, label, panel, row, set_tone
from ui.widgets.chip import Chip
from ui.widgets.fields import FigureField
from ui.widgets.header import Mark
from ui.widgets.keycap import KeyButton


class PinField(FigureField):
    """The last field: Enter tries to sign in instead of going on."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


class SignIn(QWidget):
    """The first thing on the screen. `tried(code, pin)`; the answer comes by `refuse` or by taking the widget away."""

    tried = Signal(str, str)

    def __init__(self, over: QWidget, office: str, counter: str, training: str = "") -> None:
        super().__init__(over)
        self.setAccessibleName(self.tr("Sign in"))
        self.code = FigureField(self.tr("Clerk code"))
        self.pin = PinField(self.tr("PIN"))
        self.pin.returnPressed.connect(self.try_now)
        self.button = KeyButton(self.tr("Sign in"), "Enter", kind="primary", wide=True)
        self.button.clicked.connect(self.try_now)
        self._words = label(size=14, tone="text2", wrap=True)
        self._icon = Icon("info", "text2", 18)
        card = panel()
        card.setFixedWidth(theme.current().px(400))
        title = column(label("一櫃 Yigui", size=24, bold=True), label(office, tone="text2"), gap=2)
        message = row(self._icon, self._words, gap=8)
        message.setStretch(1, 1)
        column(
            row(Mark(48), 8, title, None), 20,
            label(self.tr("Clerk code"), size=14, tone="text2"), 4, self.code, 12,
            label(self.tr("PIN"), size=14, tone="text2"), 4, self.pin, 20,
            self.button, 16, message,
            gap=0, margins=(32, 28, 32, 24), on=card,
        )  # fmt: skip
        foot = label(counter, size=14, tone="text2")
        foot.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark = Chip(self.tr("Training on made-up data: sign in as {0}").format(training), "warn")
        if not training:
            mark.hide()
        row(None, column(None, mark, 12, card, 12, foot, None, gap=0), None, on=self)
        self.say(self.tr("Everything is kept on this machine, with or without a line."))

    def say(self, words: str, tone: str = "text2") -> None:
        """A sentence under the button."""
        self._words.setText(words)
        set_tone(self._words, tone)
        self._icon.show_as("circle-alert" if tone == "error" else "info", tone)

    def refuse(self, words: str) -> None:
        """The try failed; the PIN is typed again."""
        self.say(words, "error")
        self.button.setEnabled(True)
        self.pin.clear()
        self.pin.setFocus()

    def wait(self, words: str) -> None:
        """The program is still getting ready; the try goes on by itself."""
        self.say(words)
        self.button.setEnabled(False)

    def try_now(self) -> None:
        """Hand in what is typed."""
        if self.code.text() and self.pin.text():
            self.tried.emit(self.code.text().strip(), self.pin.text())
        else:
            (self.pin if self.code.text() else self.code).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("bg"))
