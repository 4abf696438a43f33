"""A single choice as separate answers that wrap: (1)男 (2)女."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui import theme
from ui.widgets.choices import Choice, Choices

DIGITS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def numbered(answers: Sequence[tuple[str, str]]) -> list[Choice]:
    """(code, words) in order, each under its key: 1…9, then letters."""
    return [Choice(code, DIGITS[at], words) for at, (code, words) in enumerate(answers)]


class Pills(Choices):
    """Answers side by side with room between, on as many lines as they need."""

    def __init__(self, choices: Sequence[Choice], *, name: str = "") -> None:
        super().__init__(choices, name, "({})")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def boxes(self) -> list[QRectF]:
        return self._laid_out(max(self.width(), 1))

    def _laid_out(self, room: int) -> list[QRectF]:
        look = theme.current()
        left, top, gap, high = 0, 0, look.px(8), look.px(36)
        found: list[QRectF] = []
        for words in self.word_widths():
            wide = words + look.px(24)
            if left and left + wide > room:
                left, top = 0, top + high + gap
            found.append(QRectF(left, top, wide, high))
            left += wide + gap
        return found

    def _high(self, room: int) -> int:
        return round(max((box.bottom() for box in self._laid_out(room)), default=theme.current().px(36)))

    def focus_box(self) -> QRect:
        """What the focus ring goes around: the answers, not the free room beside them."""
        boxes = self.boxes()
        return QRect(0, 0, round(max((box.right() for box in boxes), default=0)), self._high(max(self.width(), 1)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._high(max(width, 1))

    def sizeHint(self) -> QSize:
        gap = theme.current().px(8)
        widest = sum(words + theme.current().px(24) + gap for words in self.word_widths()) - gap
        return QSize(widest, theme.current().px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), theme.current().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for choice, box in zip(self.choices, self.boxes(), strict=True):
            if choice.code == self.picked:
                self.paint_pick(painter, choice, box.adjusted(0.5, 0.5, -0.5, -0.5), 2)
            else:
                painter.setPen(QPen(look.colour("border")))
                painter.setBrush(look.colour("surface"))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
            self.paint_words(painter, choice, box)
