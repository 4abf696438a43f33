"""Key caps, and the button that shows the key which presses it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme

_HEIGHTS = {"primary": 40, "plain": 36, "small": 32, "quiet": 32, "link": 32, "tool": 32}


def cap_width(text: str) -> float:
    """Width of a cap in px: text 14 with padding 5, never narrower than it is high."""
    look = theme.current()
    return max(QFontMetrics(look.font(14)).horizontalAdvance(text) + look.px(10), look.px(22))


def paint_cap(
    painter: QPainter, text: str, left: float, middle: float, *, ink: QColor, edge: QColor, ground: QColor
) -> None:
    """Draw one cap, its left edge at `left`, centred on `middle`."""
    look = theme.current()
    height = look.px(20)
    box = QRectF(round(left) + 0.5, round(middle - height / 2) + 0.5, cap_width(text) - 1, height - 1)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, look.px(4), look.px(4))
    painter.setFont(look.font(14))
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(QWidget):
    """One key, drawn as on the keyboard."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(cap_width(self.text)), theme.current().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, edge, ground = look.colour("text2"), look.colour("line"), look.colour("bg")
        paint_cap(painter, self.text, 0, self.height() / 2, ink=ink, edge=edge, ground=ground)


class KeyButton(QAbstractButton):
    """A button that says what it does and which key does the same.

    Kinds: `primary` (filled; one a screen), `plain` and `small` (bordered), `quiet` (no border), `link` (primary
    colour), `tool` (text2). `cap_first` puts the key before the words.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        *,
        kind: str = "plain",
        icon: str = "",
        cap_first: bool = False,
        size: float = 16,
        wide: bool = False,
    ) -> None:
        super().__init__()
        self.setText(text)
        self.key, self.kind, self._icon, self._cap_first, self._size = key, kind, icon, cap_first, size
        self._wide = wide
        self._hover = False
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.MinimumExpanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.key)
        self.updateGeometry()

    def _bold(self) -> bool:
        return self.kind == "primary"

    def _parts(self) -> list[tuple[str, float]]:
        look = theme.current()
        words = QFontMetrics(look.font(self._size, self._bold())).horizontalAdvance(self.text())
        parts: list[tuple[str, float]] = [("text", words)] if self.text() else []
        if self._icon:
            parts.insert(0, ("icon", look.px(18)))
        if self.key:
            parts.insert(0 if self._cap_first else len(parts), ("cap", cap_width(self.key)))
        return parts

    def sizeHint(self) -> QSize:
        look = theme.current()
        padding = look.px(16 if self.kind == "primary" else 12 if self.kind in ("plain", "small") else 4)
        parts = self._parts()
        width = sum(size for _, size in parts) + look.px(8) * max(0, len(parts) - 1) + 2 * padding
        return QSize(round(width) + 2, look.px(_HEIGHTS[self.kind]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        ink = self._ink(look)
        parts = self._parts()
        total = sum(size for _, size in parts) + look.px(8) * max(0, len(parts) - 1)
        at = max((self.width() - total) / 2, 2)
        middle = self.height() / 2
        for part, width in parts:
            if part == "icon":
                icons.paint(painter, self._icon, ink, QRectF(at, middle - look.px(9), width, width))
            elif part == "cap":
                self._paint_cap(painter, look, at, middle)
            else:
                painter.setFont(look.font(self._size, self._bold()))
                painter.setPen(ink)
                painter.drawText(QRectF(at, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
            at += width + look.px(8)

    def _ink(self, look: theme.Theme) -> QColor:
        if not self.isEnabled():
            return look.colour("disabled")
        return look.colour({"primary": "onPrimary", "link": "primary", "tool": "text2"}.get(self.kind, "text"))

    def _paint_ground(self, painter: QPainter, look: theme.Theme) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pressed = self.isDown() or self._hover
        if self.kind == "primary":
            painter.setPen(QPen(look.colour("line" if not self.isEnabled() else "primary")))
            painter.setBrush(look.colour("primary") if self.isEnabled() else look.colour("surfaceAlt"))
        elif self.kind in ("plain", "small"):
            painter.setPen(QPen(look.colour("border" if self.isEnabled() else "line")))
            painter.setBrush(look.colour("surfaceAlt" if pressed and self.isEnabled() else "surface"))
        elif pressed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("surfaceAlt"))
        else:
            return
        painter.drawRoundedRect(box, look.px(6), look.px(6))

    def _paint_cap(self, painter: QPainter, look: theme.Theme, at: float, middle: float) -> None:
        if self.kind == "primary" and self.isEnabled():
            ink = edge = look.colour("onPrimary")
            ground = look.colour("primary")
        else:
            ink, edge, ground = look.colour("text2"), look.colour("line"), look.colour("bg")
        paint_cap(painter, self.key, at, middle, ink=ink, edge=edge, ground=ground)
