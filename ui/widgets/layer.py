"""A layer over the window: one question on a panel; Esc closes it and discards nothing, Ctrl+Enter does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme
from ui.keys import cap
from ui.widgets.base import Line, column, label, panel, row
from ui.widgets.keycap import KeyButton


class Layer(QWidget):
    """Covers the window; `closed` when it goes. The keyboard stays inside while it is open."""

    closed = Signal()

    def __init__(
        self, over: QWidget, title: str, body: QWidget, *, width: float = 560, main: str = "", note: str = ""
    ) -> None:
        super().__init__(over)
        self._over = over
        self._before = QApplication.focusWidget()
        self.setAccessibleName(title)
        self.card = panel()
        self.card.setFixedWidth(theme.current().px(width))
        self.main_button = KeyButton(main, cap("finish"), kind="primary")
        if not main:
            self.main_button.hide()  # never shown here: without a parent it would be a window of its own
        self.main_button.clicked.connect(self.finish)
        self.close_button = KeyButton(self.tr("Close"), cap("back"))
        self.close_button.clicked.connect(self.leave)
        self.note = label(note, size=14, tone="text2", wrap=True)
        head = row(label(title, size=20, bold=True), None, margins=(24, 16, 24, 12))
        foot = row(self.close_button, self.note, self.main_button, gap=12, margins=(24, 12, 24, 12))
        foot.setStretch(1, 1)
        self.body = body
        middle = column(body, margins=(24, 16, 24, 16))
        column(head, Line(), middle, Line(), foot, gap=0, on=self.card)
        row(None, column(None, self.card, None), None, on=self)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def finish(self) -> None:
        """Do what the layer asks; each layer says how."""

    def leave(self) -> None:
        """Close, give the keyboard back to where it was."""
        self._over.removeEventFilter(self)
        self.hide()
        before = self._before
        self.closed.emit()
        self.deleteLater()
        try:
            if before is not None and before.isVisible():
                before.setFocus()
        except RuntimeError:
            return  # the widget that had the keyboard is gone

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the layer."""
        stops = [
            w for w in self._chain() if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
        ]
        if not stops:
            return False
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _chain(self) -> list[QWidget]:
        found: list[QWidget] = []
        step = self.nextInFocusChain()
        while step is not None and step is not self:
            if self.isAncestorOf(step):
                found.append(step)
            step = step.nextInFocusChain()
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        scrim = QColor(theme.current().colour("bg"))
        scrim.setAlpha(215)
        QPainter(self).fillRect(self.rect(), scrim)
