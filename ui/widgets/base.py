"""The small parts every screen is made of: labels by tone and size, icons, lines, grounds, panels and rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme


def label(text: str = "", *, size: float = 16, bold: bool = False, tone: str = "text", wrap: bool = False) -> QLabel:
    """Words on the screen: `tone` is a colour token, `size` px before the senior factor."""
    made = QLabel(text)
    made.setFont(theme.current().font(size, bold))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    made.setProperty("tone", tone)
    return made


class Elided(QLabel):
    """Words on one line that end in … where the room ends; the whole text is the tooltip."""

    def __init__(self, size: float = 16, tone: str = "text", bold: bool = False) -> None:
        super().__init__()
        self.setFont(theme.current().font(size, bold))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setProperty("tone", tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if words != self.text() else "")
        painter = QPainter(self)
        painter.setPen(theme.current().colour(str(self.property("tone"))))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the colour token of a label already shown."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Icon(QWidget):
    """A sign that paints itself from the theme in force, so a change of theme needs no rebuilding."""

    def __init__(self, name: str, token: str = "text2", size: float = 18) -> None:
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_as(self, name: str, token: str) -> None:
        """Become another sign."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        icons.paint(painter, self._name, look.colour(self._token), QRectF(self.rect()))


class Line(QWidget):
    """A 1-px divider that carries no meaning."""

    def __init__(self, upright: bool = False, length: float = 0) -> None:
        super().__init__()
        self._upright = upright
        if upright:
            self.setFixedWidth(1)
            if length:
                self.setFixedHeight(theme.current().px(length))
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour("line"))


def ground(token: str = "surface") -> QWidget:
    """A region with one of the three grounds."""
    made = QWidget()
    made.setProperty("ground", token)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def panel(kind: str = "true") -> QFrame:
    """A bordered white panel; kinds `strip`, `ok`, `warn`, `error`, `info` are the coloured grounds."""
    made = QFrame()
    made.setProperty("panel", kind)
    return made


def fill(layout: QBoxLayout, *parts: QWidget | QLayout | int | None) -> QBoxLayout:
    """Put parts in order: a number is a gap in px, `None` takes the free room."""
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(theme.current().px(part))
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


def _set(layout: QBoxLayout, gap: float, margins: tuple[float, float, float, float]) -> None:
    px = theme.current().px
    layout.setSpacing(px(gap))
    layout.setContentsMargins(px(margins[0]), px(margins[1]), px(margins[2]), px(margins[3]))


def row(
    *parts: QWidget | QLayout | int | None,
    gap: float = 8,
    margins: tuple[float, float, float, float] = (0, 0, 0, 0),
    on: QWidget | None = None,
) -> QBoxLayout:
    """Parts side by side (left, top, right, bottom margins in px); `on` gives the layout to that widget."""
    layout = QHBoxLayout()
    _set(layout, gap, margins)
    fill(layout, *parts)
    if on is not None:
        on.setLayout(layout)
    return layout


def column(
    *parts: QWidget | QLayout | int | None,
    gap: float = 8,
    margins: tuple[float, float, float, float] = (0, 0, 0, 0),
    on: QWidget | None = None,
) -> QBoxLayout:
    """Parts one under the other; see `row`."""
    layout = QVBoxLayout()
    _set(layout, gap, margins)
    fill(layout, *parts)
    if on is not None:
        on.setLayout(layout)
    return layout


def scrolled(content: QWidget) -> QScrollArea:
    """The content in a region that scrolls upright and never sideways."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
