"""One table for all lists: columns as data, rows as plain values, a row read aloud as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import theme

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A heading and what a row shows under it; `right` for figures, `wide` for the column that takes the room."""

    title: str
    text: Callable[[Row], str]
    right: bool = False
    wide: bool = False
    bold: bool = False


class RowModel(QAbstractTableModel, Generic[Row]):
    """A thin adapter: it holds the rows it was given and nothing else."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return theme.current().font(16, column.bold)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "　".join(each.text(row) for each in self.columns)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class Table(QTableView, Generic[Row]):
    """Rows of 40 px; arrows move, Enter or a double click picks: `picked(row number)`."""

    picked = Signal(int)

    def __init__(self, columns: Sequence[Column[Row]], name: str) -> None:
        super().__init__()
        self.row_model: RowModel[Row] = RowModel(columns)
        self.setModel(self.row_model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.current().px(40))
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for at, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if column.wide else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(at, mode)
        self.doubleClicked.connect(lambda index: self.picked.emit(index.row()))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows with the first one current."""
        self.row_model.show_rows(rows)
        if rows:
            self.selectRow(0)

    def current(self) -> Row | None:
        """The row under the bar."""
        at = self.currentIndex().row()
        return self.row_model.rows[at] if 0 <= at < len(self.row_model.rows) else None

    def step(self, by: int) -> None:
        """Move the bar, from wherever the keyboard is."""
        at = max(0, min(len(self.row_model.rows) - 1, self.currentIndex().row() + by))
        self.selectRow(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
