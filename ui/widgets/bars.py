"""The two lines at the bottom: actions with the one filled button, and the status that never says more than is so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.keys import cap
from ui.widgets.base import Icon, clear, label, row, set_tone
from ui.widgets.keycap import KeyButton


class ActionBar(QWidget):
    """52 px: back, hold and the screen's own actions left; what the main action will do and the main button right."""

    back = Signal()
    hold = Signal()
    finish = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.current().px(52))
        self.back_button = KeyButton(self.tr("Back"), cap("back"))
        self.hold_button = KeyButton(self.tr("Hold"), cap("hold"), icon="circle-pause")
        self.main_button = KeyButton("", cap("finish"), kind="primary")
        self.back_button.clicked.connect(self.back)
        self.hold_button.clicked.connect(self.hold)
        self.main_button.clicked.connect(self.finish)
        self._hint = label(tone="text2")
        self._own = row(gap=8)
        row(
            self.back_button,
            self.hold_button,
            self._own,
            None,
            self._hint,
            12,
            self.main_button,
            gap=8,
            margins=(12, 1, 12, 0),
            on=self,
        )

    def show_main(self, words: str, hint: str = "", *, enabled: bool = True, key: str = "finish") -> None:
        """Name the main action and, beside it, what it does or why it is off; `key` is its name in the table."""
        self.main_button.key = cap(key)
        self.main_button.say(words)
        self.main_button.setVisible(bool(words))
        self.main_button.setEnabled(enabled)
        self._hint.setText(hint)

    def show_own(self, buttons: Sequence[KeyButton]) -> None:
        """The screen's further actions."""
        clear(self._own)
        for button in buttons:
            self._own.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))


@dataclass(frozen=True, slots=True)
class StatusView:
    """Words of the status bar, each empty when there is nothing to say; the tone grows with the age of what waits."""

    saved: str = ""
    standing: str = ""
    standing_tone: str = "ok"
    standing_icon: str = "check"
    last_sync: str = ""
    printer: str = ""


class Dot(QWidget):
    """● in a colour, always beside its word."""

    def __init__(self, token: str = "ok") -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(theme.current().px(10), theme.current().px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.current().colour(self._token))
        painter.setBrush(theme.current().colour(self._token))
        inset = self.width() // 6
        painter.drawEllipse(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))


class StatusBar(QWidget):
    """28 px: saved here, what waits, last contact, printer; sync and SOP at the right."""

    sync = Signal()
    sop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.current().px(28))
        self._view: StatusView | None = None
        self._saved = label(size=14, tone="ok")
        self._dot = Dot()
        self._standing = label(size=14)
        self._standing_icon = Icon("check", "ok", 16)
        self._last = label(size=14, tone="text2")
        self._printer = label(size=14, tone="text2")
        self._printer_icon = Icon("printer", "text2", 16)
        sync = KeyButton(self.tr("Sync now"), cap("sync"), kind="tool", cap_first=True, size=14)
        sop = KeyButton(self.tr("SOP"), cap("sop"), kind="tool", cap_first=True, size=14)
        for button, signal in ((sync, self.sync), (sop, self.sop)):
            button.clicked.connect(signal)
            button.setFixedHeight(theme.current().px(26))
        parts = (self._dot, self._saved, 12, self._standing_icon, self._standing, 12, self._last, 12)
        row(*parts, self._printer_icon, self._printer, None, sync, 4, sop, gap=4, margins=(14, 1, 8, 1), on=self)

    def show_view(self, view: StatusView) -> None:
        """Show these words."""
        if view == self._view:
            return
        self._view = view
        self._saved.setText(view.saved)
        self._dot.setVisible(bool(view.saved))
        self._standing.setText(view.standing)
        set_tone(self._standing, view.standing_tone)
        self._standing_icon.show_as(view.standing_icon, view.standing_tone)
        self._standing_icon.setVisible(bool(view.standing))
        self._last.setText(view.last_sync)
        self._printer.setText(view.printer)
        self._printer_icon.setVisible(bool(view.printer))
        self.setAccessibleName(" ".join(filter(None, (view.saved, view.standing, view.last_sync, view.printer))))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surfaceAlt"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
