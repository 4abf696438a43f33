"""The live preview of a wide window: the real paper scaled, and what the citizen's screen says of the money."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forms.receipt_paper import ReceiptPaper
from ui import theme, words
from ui.printer import Printer
from ui.widgets.base import Line, column, label, panel, row
from ui.widgets.chip import Chip

DOTS, PAUSE_MS = 150, 200


class Sheet(QWidget):
    """One page on white, as wide as the column."""

    def __init__(self) -> None:
        super().__init__()
        self._page: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_page(self, page: QImage | None) -> None:
        """Show this page, or an empty sheet."""
        self._page = page
        self._fit()
        self.update()

    def _fit(self) -> None:
        ratio = self._page.height() / self._page.width() if self._page is not None else 148 / 210
        self.setFixedHeight(round(self.width() * ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.load().colour("surface"))
        if self._page is not None:
            painter.drawImage(QRectF(self.rect()), self._page)
        painter.setPen(theme.current().colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Preview(QWidget):
    """Draws the paper a moment after the last change, off the window's thread."""

    def __init__(self, printer: Printer) -> None:
        super().__init__()
        self._printer = printer
        self._value: ReceiptPaper | None = None
        self._sheet = Sheet()
        self._sums = [label(size=24, bold=True) for _ in range(3)]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        head = row(
            label(self.tr("Live preview"), size=20, bold=True),
            4,
            Chip(self.tr("Not paid, number not taken"), "warn", "info"),
            None,
        )
        citizen = panel()
        cells = row(gap=0, margins=(16, 16, 16, 16), on=citizen)
        for at, (title, amount) in enumerate(
            zip((self.tr("Fee"), self.tr("Received"), self.tr("Your change")), self._sums, strict=True)
        ):
            if at:
                cells.addWidget(Line(upright=True))
            cells.addLayout(column(row(None, label(title, tone="text2"), None), row(None, amount, None), gap=4), 1)
        shown = label(self.tr("What the citizen is told"), bold=True)
        column(head, self._sheet, 4, shown, citizen, None, gap=12, margins=(24, 16, 24, 16), on=self)

    def show_paper(self, value: ReceiptPaper | None) -> None:
        """Show this receipt soon."""
        if value is None or value == self._value:
            return
        self._value = value
        for part, amount in zip(self._sums, (value.total, value.tendered or 0, value.change or 0), strict=True):
            part.setText(self.tr("NT$ {0}").format(words.money(amount)))
        self._timer.start()

    def _draw(self) -> None:
        if self._value is not None:
            self._printer.draw(self._value, DOTS, self._drawn)

    def _drawn(self, pages: object) -> None:
        assert isinstance(pages, list)
        self._sheet.show_page(pages[0] if pages else None)
