"""The six steps as tabs: done, current with an underline, still to come; a badge tells what a step lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import icons, theme
from ui.widgets.chip import SIGNS, paint_chip


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: its words, whether it is done, whether it may be entered, and a badge (words, tone)."""

    words: str
    done: bool = False
    open: bool = True
    badge: tuple[str, str] | None = None


class StepBar(QWidget):
    """36 px of tabs; `entered(index)` when one is picked by click, or by arrows and Enter."""

    entered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme.current().px(36))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Steps"))
        self._steps: tuple[StepView, ...] = ()
        self._current = 0
        self._cursor = 0

    def show_steps(self, steps: Sequence[StepView], current: int) -> None:
        """Show these steps with one of them current."""
        self._steps, self._current, self._cursor = tuple(steps), current, current
        if 0 <= current < len(steps):
            self.setAccessibleDescription(steps[current].words)
        self.update()

    def _boxes(self) -> list[QRectF]:
        look = theme.current()
        at, found = float(look.px(12)), []
        for step in self._steps:
            wide = look.px(12 + 20 + 8 + 12) + QFontMetrics(look.font(16, bold=True)).horizontalAdvance(step.words)
            if step.badge:
                wide += look.px(8 + 38) + QFontMetrics(look.font(14)).horizontalAdvance(step.badge[0])
            found.append(QRectF(at, 0, wide, self.height()))
            at += wide
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at, box in enumerate(self._boxes()):
            if box.contains(event.position()) and self._steps[at].open:
                self.entered.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self._cursor = max(0, min(len(self._steps) - 1, self._cursor + by))
            self.setAccessibleDescription(self._steps[self._cursor].words)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter) and self._steps[self._cursor].open:
            self.entered.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        for at, (step, box) in enumerate(zip(self._steps, self._boxes(), strict=True)):
            self._paint_step(painter, at, step, box)

    def _paint_step(self, painter: QPainter, at: int, step: StepView, box: QRectF) -> None:
        look = theme.current()
        current = at == self._current
        if current:
            painter.fillRect(
                QRectF(box.left(), self.height() - look.px(3), box.width(), look.px(3)), look.colour("primary")
            )
        elif self.hasFocus() and at == self._cursor:
            painter.fillRect(box.adjusted(0, 2, 0, -2), look.colour("surfaceAlt"))
        left, side = box.left() + look.px(12), look.px(20)
        disc = QRectF(left, (self.height() - side) / 2, side, side)
        if step.done and not current:
            icons.paint(painter, "circle-check", look.colour("ok"), disc)
        else:
            self._paint_disc(painter, str(at + 1), disc, current)
        painter.setFont(look.font(16, current))
        painter.setPen(look.colour("text" if current else "text2" if step.open else "disabled"))
        words = QRectF(disc.right() + look.px(8), 0, box.width(), self.height() - 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, step.words)
        if step.badge:
            wide = look.px(38) + QFontMetrics(look.font(14)).horizontalAdvance(step.badge[0])
            chip = QRectF(box.right() - look.px(12) - wide, (self.height() - look.px(24)) / 2, wide, look.px(24))
            paint_chip(painter, chip, step.badge[0], step.badge[1], SIGNS[step.badge[1]])

    def _paint_disc(self, painter: QPainter, digit: str, disc: QRectF, current: bool) -> None:
        look = theme.current()
        painter.setPen(QPen(look.colour("primary" if current else "border")))
        painter.setBrush(look.colour("primary" if current else "surface"))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setFont(look.font(13, current))
        painter.setPen(look.colour("onPrimary" if current else "text2"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, digit)
