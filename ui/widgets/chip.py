"""A state in one glance: sign, word and colour together, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, theme

SIGNS = {"ok": "check", "warn": "triangle-alert", "error": "circle-alert", "info": "info", "offline": "cloud-off"}


class Chip(QWidget):
    """A small rounded mark; `tone` is ok, warn, error, info or offline."""

    def __init__(self, text: str = "", tone: str = "info", icon: str = "") -> None:
        super().__init__()
        self._text, self._tone, self._icon = text, tone, icon or SIGNS[tone]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_as(self, text: str, tone: str, icon: str = "") -> None:
        """Say something else."""
        self._text, self._tone, self._icon = text, tone, icon or SIGNS[tone]
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        words = QFontMetrics(look.font(14)).horizontalAdvance(self._text)
        return QSize(words + look.px(16 + 16 + 6), look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._text, self._tone, self._icon)


def paint_chip(painter: QPainter, box: QRectF, text: str, tone: str, icon: str = "") -> None:
    """Draw a chip into `box`."""
    look = theme.current()
    ink = look.colour(tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{tone}Ground"))
    painter.drawRoundedRect(box, look.px(6), look.px(6))
    side = look.px(16)
    sign = QRectF(box.left() + look.px(8), box.center().y() - side / 2, side, side)
    icons.paint(painter, icon or SIGNS[tone], ink, sign)
    painter.setFont(look.font(14))
    painter.setPen(ink)
    painter.drawText(box.adjusted(look.px(8) + side + look.px(6), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
