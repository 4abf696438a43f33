"""Typing: Chinese belongs to the input method, figures come out plain, nothing is cut or changed behind one's back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage, commit
from ui.widgets.fields import AmountField, FigureField, TextField, half_width
from ui.widgets.form import DateField, FormRow, IdField

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def two(stage: Stage) -> tuple[TextField, TextField]:
    """Two fields in one shown window, the first with the keyboard."""
    first, second = TextField("one"), TextField("two")
    stage(first, second)
    first.setFocus()
    return first, second


def compose(field: QWidget, preedit: str) -> None:
    QApplication.sendEvent(field, QInputMethodEvent(preedit, []))


def test_a_rare_character_is_kept_whole(two: tuple[TextField, TextField]) -> None:
    commit(two[0], "𠮷𡍼王·Kʉlʉ ’Ayo")
    assert two[0].value() == "𠮷𡍼王·Kʉlʉ ’Ayo"


def test_no_field_limits_or_masks_a_name() -> None:
    field = TextField()
    assert field.validator() is None
    assert (field.inputMask(), field.maxLength()) == ("", 32767)


def test_enter_goes_to_the_next_field_and_saves_once(two: tuple[TextField, TextField]) -> None:
    saved: list[str] = []
    two[0].left.connect(saved.append)
    commit(two[0], "陳小安")
    QTest.keyClick(two[0], Qt.Key.Key_Return)
    assert two[1].hasFocus()
    QTest.keyClick(two[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert two[0].hasFocus()
    assert saved == ["陳小安"]


def test_while_composing_keys_belong_to_the_input_method(two: tuple[TextField, TextField]) -> None:
    compose(two[0], "ㄔㄣˊ")
    assert two[0].composing
    QTest.keyClick(two[0], Qt.Key.Key_Return)
    assert two[0].hasFocus()
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_H, CTRL)
    override.ignore()
    QApplication.sendEvent(two[0], override)
    assert override.isAccepted()  # the window's Ctrl+H must not fire
    commit(two[0], "陳")
    assert not two[0].composing


@pytest.mark.parametrize(
    ("key", "own"), [(Qt.Key.Key_A, True), (Qt.Key.Key_Z, True), (Qt.Key.Key_K, False), (Qt.Key.Key_H, False)]
)
def test_a_field_keeps_only_its_own_editing_keys(two: tuple[TextField, TextField], key: Qt.Key, own: bool) -> None:
    commit(two[0], "陳")
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, CTRL)
    override.ignore()
    QApplication.sendEvent(two[0], override)
    assert override.isAccepted() is own


@pytest.mark.parametrize("field", [FigureField, IdField, DateField, AmountField])
def test_figures_switch_the_input_method_off(qtbot: QtBot, field: type[FigureField]) -> None:
    made = field()
    qtbot.addWidget(made)
    assert made.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert TextField().inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_full_width_becomes_half_width_and_case_stays() -> None:
    assert half_width("Ａ１２３　ａ－z") == "A123 a-z"
    field = FigureField()
    commit(field, "Ａ１２３")
    assert field.value() == "A123"


@pytest.mark.parametrize("typed", ["1150203", "115/2/3", "2026-02-03"])
def test_a_date_is_kept_as_iso(typed: str) -> None:
    field = DateField()
    QTest.keyClicks(field, typed)
    assert field.value() == "2026-02-03"
    field.show_value("2026-02-03")
    assert field.text() == "1150203"


def test_what_is_no_date_is_kept_as_typed() -> None:
    field = DateField()
    QTest.keyClicks(field, "1150231")
    assert field.value() == "1150231"


def test_a_full_and_right_number_moves_on_by_itself(stage: Stage) -> None:
    number, day, last = IdField(), DateField(), TextField()
    stage(number, day, last)
    number.setFocus()
    QTest.keyClicks(number, "A123456788")  # wrong check digit
    assert number.hasFocus()
    number.clear()
    QTest.keyClicks(number, "A123456789")
    assert day.hasFocus()
    QTest.keyClicks(day, "1150203")
    assert last.hasFocus()


@pytest.mark.parametrize(("typed", "amount"), [("", None), ("1,000", 1000), ("０", 0), ("12a", None)])
def test_an_amount_is_a_whole_number_or_nothing(typed: str, amount: int | None) -> None:
    field = AmountField()
    commit(field, typed)
    assert field.amount() == amount


def test_a_row_says_what_is_doubtful_in_words_too(qtbot: QtBot) -> None:
    made = FormRow("統號", IdField(), required=True)
    qtbot.addWidget(made)
    made.say("檢查碼不符", "warn")
    assert made.note.text() == made.editor.accessibleDescription() == "檢查碼不符"
    assert made.editor.property("state") == "warn"
    made.say("")
    assert made.editor.property("state") == ""
