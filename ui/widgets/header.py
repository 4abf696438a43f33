"""The top line: who is served, for what, at which counter and by whom, and whether the line to central is down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icons, theme
from ui.keys import cap
from ui.widgets.base import Icon, Line, label, row
from ui.widgets.chip import Chip
from ui.widgets.keycap import KeyButton


@dataclass(frozen=True, slots=True)
class HeaderView:
    """What the header says; empty parts are left out."""

    ticket: str = ""
    service: str = ""
    number: str = ""
    counter: str = ""
    clerk: str = ""
    offline: str = ""
    training: bool = False


class Mark(QWidget):
    """The mark of Yigui."""

    def __init__(self, size: float = 24) -> None:
        super().__init__()
        self.setFixedSize(QSize(theme.current().px(size), theme.current().px(size)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        drawn = icons.mark(look.colour("primary"), look.colour("onPrimary"), self.width())
        QPainter(self).drawPixmap(0, 0, drawn)


class Header(QWidget):
    """40 px: mark, call, ticket, service, case; chip, counter, clerk, lock."""

    call = Signal()
    lock = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.current().px(40))
        self._view: HeaderView | None = None
        self._ticket = label(size=20, bold=True)
        self._service = label(bold=True)
        self._number = label(tone="text2")
        self._counter, self._clerk = label(), label()
        self._chip = Chip(tone="offline")
        self._training = Chip(self.tr("Training"), "warn")
        self._after_ticket = Line(upright=True, length=20)
        self._after_chip = Line(upright=True, length=20)
        self.call_button = KeyButton(self.tr("Call"), cap("call"), kind="small", cap_first=True)
        self.lock_button = KeyButton(self.tr("Lock"), cap("lock"), kind="quiet", icon="lock")
        self.call_button.clicked.connect(self.call)
        self.lock_button.clicked.connect(self.lock)
        who = row(Icon("user", "text2", 20), 4, self._counter, 8, self._clerk, gap=4)
        parts = (Mark(), 4, self.call_button, 4, self._ticket, 4, self._after_ticket, 4, self._service, self._number)
        row(
            *parts,
            None,
            self._training,
            self._chip,
            4,
            self._after_chip,
            4,
            who,
            8,
            self.lock_button,
            gap=8,
            margins=(12, 0, 12, 1),
            on=self,
        )
        self.show_view(HeaderView())

    def show_view(self, view: HeaderView) -> None:
        """Show these facts."""
        if view == self._view:
            return
        self._view = view
        for part, words in (
            (self._ticket, view.ticket),
            (self._service, view.service),
            (self._number, view.number),
            (self._counter, view.counter),
            (self._clerk, view.clerk),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self._after_ticket.setVisible(bool(view.ticket and view.service))
        self._training.setVisible(view.training)
        self.show_offline(view.offline)
        self.lock_button.setVisible(bool(view.clerk))

    def show_offline(self, told: str) -> None:
        """The chip that says the line is down, since when; nothing while it is up."""
        if self._view is not None:
            self._view = replace(self._view, offline=told)
        self._chip.show_as(told, "offline")
        self._chip.setVisible(bool(told))
        self._after_chip.setVisible(bool(told))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
