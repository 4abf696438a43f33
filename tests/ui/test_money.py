"""應收, 實收 and 找零: empty means exact, change is never invented, and one way to pay is picked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.money import PaymentTile, Sums


def told(sums: Sums) -> list[str]:
    return [label.text() for label in sums.findChildren(QLabel) if label.font().pixelSize() == 40]


def test_empty_means_exact(qtbot: QtBot) -> None:
    sums = Sums()
    qtbot.addWidget(sums)
    sums.show_due(60)
    assert (sums.amount(), told(sums)) == (60, ["60", "0"])


def test_change_follows_the_typing(qtbot: QtBot) -> None:
    sums = Sums()
    qtbot.addWidget(sums)
    sums.show_due(60)
    heard: list[int] = []
    sums.tendered.connect(heard.append)
    QTest.keyClicks(sums.field, "1000")
    assert heard == [1, 10, 100, 1000]
    assert told(sums) == ["60", "940"]


def test_too_little_shows_what_lacks(qtbot: QtBot) -> None:
    sums = Sums()
    qtbot.addWidget(sums)
    sums.show_due(60)
    sums.receive(50)
    assert told(sums) == ["60", "−10"]


def test_where_only_the_exact_amount_can_be_taken_nothing_is_typed(qtbot: QtBot) -> None:
    sums = Sums()
    qtbot.addWidget(sums)
    sums.receive(100)
    sums.show_due(60, typed=False)
    assert (sums.amount(), sums.field.isEnabled()) == (60, False)


def test_a_tile_is_pressed_by_enter_and_by_click(qtbot: QtBot) -> None:
    tile = PaymentTile("1", "現金", "banknote")
    qtbot.addWidget(tile)
    tile.resize(tile.sizeHint())
    pressed: list[bool] = []
    tile.toggled.connect(pressed.append)
    QTest.keyClick(tile, Qt.Key.Key_Return)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert pressed == [True, False]
    assert tile.accessibleName() == "(1)現金"
