"""The drawn signs: SVG strokes tinted with a colour token and cached by name, colour and size."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import theme


@cache
def _strokes(name: str) -> str:
    return files("resources").joinpath(f"icons/{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_strokes(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(round(pixels * ratio), round(pixels * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, token: str = "text", size: float = 18) -> QPixmap:
    """The sign in the token's colour, `size` px before the senior factor; an unknown name raises FileNotFoundError."""
    look = theme.current()
    return _drawn(name, look.colours[token], look.px(size), theme.application().devicePixelRatio())


def paint(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Draw the sign into `box`."""
    side = round(min(box.width(), box.height()))
    ratio = theme.application().devicePixelRatio()
    painter.drawPixmap(box.topLeft().toPoint(), _drawn(name, colour.name(), side, ratio))


def window_icon() -> QIcon:
    """The mark of Yigui: one counter, drawn as a bar on a blue ground."""
    return QIcon(mark(theme.load().colour("primary"), theme.load().colour("onPrimary"), 64))


def mark(ground: QColor, bar: QColor, pixels: int) -> QPixmap:
    """The mark in two colours."""
    ratio = theme.application().devicePixelRatio()
    image = QPixmap(round(pixels * ratio), round(pixels * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), pixels * 0.2, pixels * 0.2)
    painter.setBrush(bar)
    painter.drawRoundedRect(QRectF(pixels * 0.2, pixels * 0.43, pixels * 0.6, pixels * 0.14), 1.5, 1.5)
    painter.end()
    return image
