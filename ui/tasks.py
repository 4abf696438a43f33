"""The thread that talks to central: a round whenever one is due, never in the way of a key press."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QThread, Signal

from sync import schedule
from sync.link import Link, RoundResult
from sync.standing import Standing
from ui.standing import SyncView


class SyncLoop(QThread):
    """Rounds with central whenever they are due; `ended(result)` after each."""

    ended = Signal(object)

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._link = link
        self._wake = threading.Condition()
        self._plan = schedule.start(time.monotonic())
        self._stopping = False

    def view(self) -> SyncView:
        """What the status bar may say right now."""
        return view_of(self._link.standing())

    def appended(self) -> None:
        """New entries wait."""
        self._change(schedule.appended)

    def ask(self) -> None:
        """A person wants a round now."""
        self._change(schedule.asked)

    def _change(self, step: Callable[[schedule.Plan, float], schedule.Plan]) -> None:
        with self._wake:
            self._plan = step(self._plan, time.monotonic())
            self._wake.notify()

    def stop(self) -> None:
        """End after the exchange under way."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self.wait()

    def run(self) -> None:
        while self._wait_until_due():
            result = self._link.round(lambda: self._stopping)
            with self._wake:
                self._plan = self._next(result)
            self.ended.emit(result)

    def _wait_until_due(self) -> bool:
        with self._wake:
            while not self._stopping and not schedule.is_due(self._plan, time.monotonic()):
                due = self._plan.due
                self._wake.wait(None if due is None else max(0.0, due - time.monotonic()))
            return not self._stopping

    def _next(self, result: RoundResult) -> schedule.Plan:
        now = time.monotonic()
        if result.problem is None:
            return schedule.succeeded(now, waiting=result.head - result.held)
        return schedule.failed(self._plan, result.problem.kind, now, random.random())


def view_of(standing: Standing) -> SyncView:
    """The standing as plain words for the window."""
    problem = standing.problem.code if standing.problem is not None else ""
    return SyncView(standing.state.value, standing.waiting, standing.oldest, standing.contact, problem)
