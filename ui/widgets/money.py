"""Money on the screen: 應收, 實收 and 找零 on one baseline, and the tiles of the payment methods."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets.base import Line, column, label, panel, row, set_tone
from ui.widgets.fields import AmountField


class Sums(QWidget):
    """Three amounts of 40 px; the middle one is typed and empty means exact. `tendered(amount)` as it is typed."""

    tendered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._due = 0
        self._owed = label("0", size=40, bold=True)
        self._change = label("0", size=40, bold=True, tone="ok")
        self.field = AmountField(self.tr("Received"), size=40, bold=True)
        self.field.setProperty("big", "true")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field.typing.connect(self._typed)
        frame = panel()
        cells = row(gap=0, on=frame)
        heads = (
            (self.tr("Due"), "", self._owed),
            (self.tr("Received"), self.tr("empty = exact"), self.field),
            (self.tr("Change"), "", self._change),
        )
        for at, (title, note, part) in enumerate(heads):
            if at:
                cells.addWidget(Line(upright=True))
            head = row(label(title, tone="text2"), None, label(note, size=14, tone="text2"))
            cells.addLayout(column(head, 4, part, gap=0, margins=(16, 12, 12, 12)), 1)
        for amount in (self._owed, self._change):
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            amount.setFixedHeight(theme.current().px(48))
        column(frame, gap=0, on=self)

    def show_due(self, due: int, *, typed: bool = True) -> None:
        """What is owed, NT$; `typed` is false where only the exact amount can be taken."""
        self._due = due
        self._owed.setText(f"{due:,}")
        self.field.setEnabled(typed)
        if not typed:
            self.field.clear()
        self._typed()

    def amount(self) -> int:
        """What was received: the typed amount, or exactly what is due."""
        typed = self.field.amount()
        return self._due if typed is None else typed

    def receive(self, amount: int | None) -> None:
        """Set the received amount; None for exact."""
        self.field.setText("" if amount is None else f"{amount}")
        self._typed()

    def _typed(self, _text: str = "") -> None:
        change = self.amount() - self._due
        self._change.setText(f"{change:,}" if change >= 0 else f"−{-change:,}")
        set_tone(self._change, "ok" if change >= 0 else "error")
        self.field.setPlaceholderText(f"{self._due:,}")
        self.tendered.emit(self.amount())


class PaymentTile(QAbstractButton):
    """76 px: sign, words with the digit, a check when picked."""

    def __init__(self, digit: str, words: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(f"({digit}){words}")
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(76))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        picked, live = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("primary" if picked else "border" if live else "line"), 2 if picked else 1))
        painter.setBrush(look.colour("selection" if picked else "surface"))
        inset = 1.0 if picked else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.px(8), look.px(8))
        ink = look.colour("text" if live else "disabled")
        icons.paint(
            painter,
            self._icon,
            look.colour("text2") if live else ink,
            QRectF(look.px(12), look.px(12), look.px(24), look.px(24)),
        )
        if picked:
            box = QRectF(self.width() - look.px(34), look.px(12), look.px(22), look.px(22))
            icons.paint(painter, "circle-check", look.colour("primary"), box)
        painter.setFont(look.font(16, picked))
        painter.setPen(ink)
        painter.drawText(
            QRectF(look.px(12), look.px(40), self.width(), look.px(28)), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
