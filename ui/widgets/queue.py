"""The left list: visits at this counter and what waits, each with its state in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.keys import cap
from ui.widgets.base import Icon, Line, clear, column, label, row, scrolled
from ui.widgets.keycap import KeyButton, KeyCap


@dataclass(frozen=True, slots=True)
class VisitView:
    """One visit of the list: ticket, services, state in words with its sign and tone."""

    visit: str
    ticket: str
    services: str
    state: str
    tone: str = "text2"
    icon: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class CountView:
    """A line with a count: sign, words, number with its unit."""

    icon: str
    words: str
    count: str


class VisitItem(QAbstractButton):
    """52 px: ticket and service, and the state below; the current one carries the bar."""

    def __init__(self, view: VisitView) -> None:
        super().__init__()
        self.view = view
        self.setAccessibleName(f"{view.ticket} {view.services}")
        self.setAccessibleDescription(view.state)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(180), theme.current().px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.view.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection"))
            painter.drawRoundedRect(QRectF(self.rect()), look.px(6), look.px(6))
            painter.setBrush(look.colour("primary"))
            painter.drawRoundedRect(QRectF(0, look.px(8), look.px(3), self.height() - look.px(16)), 1.5, 1.5)
        self._paint_first(painter, look)
        self._paint_second(painter, look)

    def _paint_first(self, painter: QPainter, look: theme.Theme) -> None:
        bold = look.font(16, bold=True)
        painter.setFont(bold)
        painter.setPen(look.colour("text"))
        line = QRectF(look.px(8), look.px(4), self.width() - look.px(16), look.px(24))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.view.ticket)
        used = QFontMetrics(bold).horizontalAdvance(self.view.ticket) + look.px(8)
        plain = look.font(16)
        painter.setFont(plain)
        words = QFontMetrics(plain).elidedText(
            self.view.services, Qt.TextElideMode.ElideRight, round(line.width() - used)
        )
        painter.drawText(line.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_second(self, painter: QPainter, look: theme.Theme) -> None:
        ink = look.colour(self.view.tone)
        left = float(look.px(8))
        if self.view.icon:
            icons.paint(painter, self.view.icon, ink, QRectF(left, look.px(31), look.px(14), look.px(14)))
            left += look.px(18)
        painter.setFont(look.font(14))
        painter.setPen(ink)
        words = QFontMetrics(look.font(14)).elidedText(
            self.view.state, Qt.TextElideMode.ElideRight, round(self.width() - left - look.px(8))
        )
        painter.drawText(QRectF(left, look.px(27), self.width(), look.px(20)), Qt.AlignmentFlag.AlignVCenter, words)


class CountItem(QWidget):
    """40 px: sign, words, count at the right."""

    def __init__(self, view: CountView) -> None:
        super().__init__()
        self.setFixedHeight(theme.current().px(40))
        row(
            Icon(view.icon, "text2", 20),
            label(view.words),
            None,
            label(view.count, tone="text2"),
            gap=8,
            margins=(8, 0, 8, 0),
            on=self,
        )


class QueueList(QWidget):
    """220 px: this counter's visits, the counts, and at the bottom who waits and the search."""

    opened = Signal(str)
    search = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.current().px(220))
        self.setAccessibleName(self.tr("Visits"))
        self._shown: tuple[list[VisitView], list[CountView], int] | None = None
        self._visits = column(gap=0)
        self._counts = column(gap=0)
        self._waiting = label("0", bold=True)
        self.find_button = KeyButton(self.tr("Find"), kind="tool", icon="search")
        self.find_button.clicked.connect(self.search)
        content = QWidget()
        column(self._visits, 8, Line(), 8, self._counts, None, gap=0, on=content)
        head = row(
            label(self.tr("To do"), size=14, tone="text2"), None, KeyCap(cap("next_region")), margins=(8, 0, 8, 0)
        )
        waits = row(
            Icon("users", "text2", 20),
            label(self.tr("Waiting")),
            None,
            self._waiting,
            label(self.tr("people"), tone="text2"),
            margins=(8, 0, 8, 0),
        )
        foot = row(self.find_button, None, KeyCap(cap("find")), margins=(2, 0, 8, 0))
        column(head, scrolled(content), Line(), 4, waits, foot, gap=8, margins=(8, 12, 8, 8), on=self)

    def show_visits(self, visits: Sequence[VisitView], counts: Sequence[CountView], waiting: int) -> None:
        """Show these visits, counts and the number of people who wait."""
        if self._shown == (list(visits), list(counts), waiting):
            return
        self._shown = (list(visits), list(counts), waiting)
        clear(self._visits)
        clear(self._counts)
        for view in visits:
            item = VisitItem(view)
            item.clicked.connect(lambda _=False, visit=view.visit: self.opened.emit(visit))
            self._visits.addWidget(item)
        for count in counts:
            self._counts.addWidget(CountItem(count))
        self._waiting.setText(str(waiting))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.colour("line"))
