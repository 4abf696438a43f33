"""A counter window on a training station: what every window test starts from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain import next_steps
from app.office import Office
from tests.day.counter import Counter as Station
from tests.day.counter import counter as training_station
from ui import language, theme
from ui.counter import Counter
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.printer import Printer
from ui.standing import SyncView
from ui.widgets.base import column
from ui.worker import Worker

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space, "Tab": Qt.Key.Key_Tab}


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every window test starts light, at 100 % and in Chinese."""
    language.install(language.CHINESE)
    theme.apply(theme.load())


def chord(keys: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """`Ctrl+Enter` as Qt has it."""
    *modifiers, last = keys.split("+")
    key = KEYS.get(last) or getattr(Qt.Key, f"Key_{last}")
    return key, CTRL if "Ctrl" in modifiers else Qt.KeyboardModifier.NoModifier


def commit(widget: QWidget, text: str) -> None:
    """Text as an input method commits it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@dataclass
class Hands:
    """A clerk's hands on one window: `control` counts keys and chords that act, as the budget does."""

    window: Counter
    desk: Desk
    worker: Worker
    station: Station
    control: int = 0

    @property
    def office(self) -> Office:
        return self.desk.office

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def label(self) -> str:
        """The accessible name of whatever has the keyboard."""
        return self.focus.accessibleName()

    def press(self, *chords: str) -> None:
        for each in chords:
            QTest.keyClick(self.focus, *chord(each))
            self.control += 1
            QApplication.processEvents()

    def type(self, text: str) -> None:
        if text.isascii():
            QTest.keyClicks(self.focus, text)
        else:
            commit(self.focus, text)
        QApplication.processEvents()

    def printed(self) -> None:
        """Wait until what was sent to print is out."""
        self.window.printer.finish()
        QApplication.processEvents()


Stage = Callable[..., QWidget]


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    """Puts parts into a shown, active window that lives as long as the test."""
    kept: list[QWidget] = []

    def show(*parts: QWidget) -> QWidget:
        home = QWidget()
        column(*parts, on=home)
        home.resize(760, 500)
        home.show()
        home.activateWindow()
        qtbot.waitUntil(home.isActiveWindow)
        kept.append(home)
        return home

    yield show
    for home in kept:
        home.close()


@pytest.fixture(scope="session")
def training(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    """One training station for all window tests; each leaves the counter free."""
    with training_station(tmp_path_factory.mktemp("station")) as made:
        yield made


@pytest.fixture
def hands(qtbot: QtBot, training: Station, tmp_path: Path) -> Iterator[Hands]:
    worker = Worker()
    desk = Desk(training.office)
    printer = Printer(desk, worker, tmp_path / "papers")
    window = Counter(desk, DraftBox(training.station.drafts), printer, lambda: SyncView("waiting", 1, None, None))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Hands(window, desk, worker, training)
    printer.finish()
    for row in training.office.worklist():
        for case in row.cases:
            if case.stage is next_steps.Stage.TO_PAY:
                training.office.refuse(case.case)
        training.office.close_visit(row.visit)
