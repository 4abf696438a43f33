"""Choices made with one key: the digit stands on the label, the pick moves on by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its code in the data, its key, its words; `tone` colours it when picked."""

    code: str
    digit: str
    words: str
    tone: str = "primary"


class Choices(QWidget):
    """Answers of which one is picked: `chosen(code)` on every pick, then `moved_on` when a key or click made it."""

    chosen = Signal(str)
    moved_on = Signal()

    def __init__(self, choices: Sequence[Choice], name: str, marked: str) -> None:
        super().__init__()
        self.choices = tuple(choices)
        self._marked = marked
        self._picked: str | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def picked(self) -> str | None:
        """The code picked, or None."""
        return self._picked

    def show_picked(self, code: str | None) -> None:
        """Show a pick without announcing it."""
        self._picked = code
        words = next((choice.words for choice in self.choices if choice.code == code), "")
        self.setAccessibleDescription(words)
        self.update()

    def pick(self, code: str) -> None:
        """Pick as the clerk would."""
        self.show_picked(code)
        self.chosen.emit(code)
        self.moved_on.emit()

    def boxes(self) -> list[QRectF]:
        """Where each choice stands."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        for choice in self.choices:
            if not control and event.text() and event.text().upper() == choice.digit.upper():
                self.pick(choice.code)
                return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.focusNextPrevChild(False)
            else:
                self.moved_on.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        codes = [choice.code for choice in self.choices]
        at = codes.index(self._picked) if self._picked in codes else (-1 if by > 0 else len(codes))
        if 0 <= at + by < len(codes):
            self.show_picked(codes[at + by])
            self.chosen.emit(codes[at + by])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for choice, box in zip(self.choices, self.boxes(), strict=True):
            if box.contains(event.position()):
                self.setFocus()
                self.pick(choice.code)
                return

    def word_widths(self) -> list[int]:
        """Width of each label when bold."""
        bold = QFontMetrics(theme.current().font(16, bold=True))
        return [bold.horizontalAdvance(self._marked.format(each.digit) + each.words) for each in self.choices]

    def paint_words(self, painter: QPainter, choice: Choice, box: QRectF) -> None:
        """The digit, a little smaller, then the words; bold when picked."""
        look = theme.current()
        picked = choice.code == self._picked
        painter.setPen(look.colour(("error" if choice.tone == "error" else "text") if picked else "text2"))
        digit = self._marked.format(choice.digit)
        first = QFontMetrics(look.font(14, picked)).horizontalAdvance(digit)
        total = first + QFontMetrics(look.font(16, picked)).horizontalAdvance(choice.words)
        at = box.left() + (box.width() - total) / 2
        painter.setFont(look.font(14, picked))
        painter.drawText(QRectF(at, box.top(), first + 4, box.height()), Qt.AlignmentFlag.AlignVCenter, digit)
        painter.setFont(look.font(16, picked))
        rest = QRectF(at + first, box.top(), box.width(), box.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, choice.words)

    def paint_pick(self, painter: QPainter, choice: Choice, box: QRectF, pen: float) -> None:
        """The ground and edge of the picked answer."""
        look = theme.current()
        error = choice.tone == "error"
        painter.setPen(QPen(look.colour(choice.tone), pen))
        painter.setBrush(look.colour("errorGround" if error else "selection"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))


class Segments(Choices):
    """All answers in one bordered row, as in a list of papers; `width` px, or as wide as the words."""

    def __init__(self, choices: Sequence[Choice], *, name: str = "", width: float = 0) -> None:
        super().__init__(choices, name, "{} ")
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def boxes(self) -> list[QRectF]:
        look = theme.current()
        widths = [look.px(self._width) / len(self.choices)] * len(self.choices)
        if not self._width:
            widths = [width + look.px(28) for width in self.word_widths()]
        edges = [round(sum(widths[:at])) for at in range(len(widths) + 1)]
        return [QRectF(a, 0, b - a, look.px(36)) for a, b in pairwise(edges)]

    def sizeHint(self) -> QSize:
        return QSize(round(self.boxes()[-1].right()), theme.current().px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("border")))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))
        before: str | None = None
        for choice, box in zip(self.choices, self.boxes(), strict=True):
            if choice.code == self.picked:
                self.paint_pick(painter, choice, box, 1)
            elif before is not None and before != self.picked:
                painter.fillRect(QRectF(box.left(), 1, 1, self.height() - 2), look.colour("line"))
            self.paint_words(painter, choice, box)
            before = choice.code
