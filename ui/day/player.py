"""A clerk's hands: real key events into the real window, counted, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

PATIENCE_S = 30.0


class Stuck(Exception):
    """The window did not get where the script expects it; says where it stands."""


@dataclass(slots=True)
class Player:
    """Presses keys where the keyboard is. `actions` counts chords and keys that act, `characters` what is typed."""

    window: QWidget
    out: Path
    actions: int = 0
    characters: int = 0
    _shots: int = 0
    unknown: list[str] = field(default_factory=list)

    # Keys ---------------------------------------------------------------------------------------------------------

    def press(self, *chords: str) -> None:
        """Each chord as one control action, e.g. `F4`, `Ctrl+Return`, `1`."""
        for chord in chords:
            QTest.keySequence(self._target(), QKeySequence(chord))
            self.actions += 1
            self.settle()

    def type(self, text: str) -> None:
        """Content into the field with the keyboard: ASCII by keys, Chinese as an input method commits it."""
        if text.isascii():
            QTest.keyClicks(self._target(), text)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(text)
            QApplication.sendEvent(self._target(), committed)
        self.characters += len(text)
        self.settle()

    def work_through(self, answers: Mapping[str, str], steps: int = 60, *, enter_last: bool = True) -> None:
        """Answers field after field by its label until the labels run out; what the script does not know is passed."""
        left = dict(answers)
        for _ in range(steps):
            label = self._target().accessibleName()
            if label in left:
                answer = left.pop(label)
                self._answer(answer, enter=bool(left) or enter_last)
            else:
                self.unknown.append(label)
                self.press("Return" if isinstance(self._target(), QLineEdit) else "Tab")
            if not left:
                return
        raise Stuck(f"never came to {', '.join(left)}; passed {', '.join(self.unknown[-steps:])}")

    def asked(self) -> str:
        """The label of what the keyboard is on."""
        return self._target().accessibleName()

    def _answer(self, answer: str, *, enter: bool) -> None:
        if answer.startswith("key:"):
            self.press(answer.removeprefix("key:"))
            return
        field = self._target()
        self.type(answer)
        if enter and self._target() is field:  # a date or number that is complete moves on by itself
            self.press("Return")

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    # Waiting and looking ------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Lets the window do what it has to do."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def until(self, reached: Callable[[], bool], what: str) -> None:
        """Waits for `reached`, with the window alive. Raises Stuck, naming `what`, when it never comes."""
        deadline = time.monotonic() + PATIENCE_S
        while not reached():
            if time.monotonic() > deadline:
                focus = self._target()
                raise Stuck(f"{what} did not come; the keyboard is in {focus.metaObject().className()}")
            pause()

    def shot(self, name: str) -> Path:
        """A picture of the window as it is."""
        self.settle()
        self._shots += 1
        path = self.out / f"{self._shots:02d}-{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.window.grab().save(str(path)):
            raise Stuck(f"the picture {path} could not be written")
        return path

    def begin(self) -> None:
        """A new visit: counting starts again."""
        self.actions = self.characters = 0


def pause() -> None:
    """A moment for everybody; Qt's own test wait would keep the interpreter, and every other thread, to itself."""
    loop = QEventLoop()
    QTimer.singleShot(10, loop.quit)
    loop.exec()
