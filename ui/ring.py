"""The focus ring: one overlay that follows the keyboard, 3 px wide with a 2 px gap, outside the widget it marks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget
from shiboken6 import isValid

from ui import theme

WIDTH, GAP = 3, 2


class FocusRing(QWidget):
    """Draws the ring around whatever has the focus in one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._home = window
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self.hide()
        app = theme.application()
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        if new is None or not self._home.isAncestorOf(new) or new.property("ring") is False:
            self._target = None
            self.hide()
            return
        self._target = new
        _show_in_scroll_area(new)
        host = _host(new, self._home)
        if self.parentWidget() is not host:
            self.setParent(host)
        step: QWidget | None = new
        while step is not None and step is not host:
            self._watched.append(step)
            step.installEventFilter(self)
            step = step.parentWidget()
        self._place()

    def _unwatch(self) -> None:
        for watched in filter(isValid, self._watched):  # a screen made anew has deleted its old fields
            watched.removeEventFilter(self)
        self._watched.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
        if event.type() in kinds:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        host = self.parentWidget()
        if self._target is None or host is None or not self._target.isVisible():
            self.hide()
            return
        reach = GAP + WIDTH
        focus_box = getattr(self._target, "focus_box", self._target.rect)
        box = focus_box().translated(self._target.mapTo(host, QPoint(0, 0)))
        self.setGeometry(box.adjusted(-reach, -reach, reach, reach))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("focus"), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), look.px(8), look.px(8))


def _host(widget: QWidget, window: QWidget) -> QWidget:
    """The nearest ground to draw on: the content of a scroll area (so the ring scrolls along), else the window."""
    step = widget.parentWidget()
    while step is not None and step is not window:
        outer = step.parentWidget()
        area = outer.parentWidget() if outer is not None else None
        if isinstance(area, QScrollArea) and area.widget() is step:
            return step
        if isinstance(area, QAbstractScrollArea) and area.viewport() is step:
            return step
        step = outer
    return window


def _show_in_scroll_area(widget: QWidget) -> None:
    """Whatever gets the keyboard comes into view, with room for its ring."""
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step, QScrollArea):
            step.ensureWidgetVisible(widget, 0, 24)
            step.horizontalScrollBar().setValue(0)
        step = step.parentWidget()
