"""The frame every counter screen stands in: header, steps, queue, the screen, preview, rail, actions, status."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import theme
from ui.ring import FocusRing
from ui.widgets.bars import ActionBar, StatusBar
from ui.widgets.base import column, row
from ui.widgets.header import Header
from ui.widgets.message import MessageBar
from ui.widgets.queue import QueueList
from ui.widgets.rail import Rail
from ui.widgets.steps import StepBar

WIDE, NARROW = 1900, 1280
PREVIEW = 662


class Frame(QWidget):
    """40, 36, rest, 52, 28 high; 220, rest, 320 wide; a preview column from 1900 px on, a drawer rail below 1280."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header, self.steps, self.queue, self.rail = Header(), StepBar(), QueueList(), Rail()
        self.action_bar, self.status, self.message = ActionBar(), StatusBar(), MessageBar()
        self.screens = QStackedWidget()
        self.preview_column = QWidget()
        self.preview_column.setProperty("ground", "surfaceAlt")
        self.preview_column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.preview_column.setFixedWidth(theme.current().px(PREVIEW))
        column(gap=0, on=self.preview_column)
        self._drawer_open = False
        self._has_preview = False
        self._has_rail = True
        middle = row(self.queue, self.screens, self.preview_column, self.rail, gap=0)
        middle.setStretch(1, 1)
        parts = (self.header, self.steps, self.message, middle, self.action_bar, self.status)
        column(*parts, gap=0, on=self).setStretch(3, 1)
        self.ring = FocusRing(self)
        self.setMinimumSize(960, 600)

    def show_preview(self, content: QWidget | None) -> None:
        """Put a live preview into the column a wide window has for it."""
        layout = self.preview_column.layout()
        assert layout is not None
        while layout.count():
            item = layout.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None and old is not content:
                old.hide()
                old.setParent(None)
        self._has_preview = content is not None
        if content is not None:
            layout.addWidget(content)
            content.show()
        self._fit()

    def show_rail(self, wanted: bool) -> None:
        """Whether there is anything to list at the right."""
        self._has_rail = wanted
        self._fit()

    def toggle_rail(self) -> None:
        """Open or close the rail where it is a drawer."""
        self._drawer_open = not self._drawer_open
        self._fit()

    @property
    def narrow(self) -> bool:
        """Whether the rail has no column of its own."""
        return self.width() < NARROW * theme.current().factor

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        factor = theme.current().factor
        self.preview_column.setVisible(self._has_preview and self.width() >= WIDE * min(factor, 1.25))
        self.rail.setVisible(self._has_rail and (not self.narrow or self._drawer_open))
