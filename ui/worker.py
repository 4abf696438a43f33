"""One thread beside the window's, for what takes longer than a key press; results come back on the window's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class _Job(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


class Worker(QObject):
    """Does one thing after another off the window's thread."""

    _ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._deliver)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Call `work` there; then here `done` with its result or `failed` with its error."""

        def job() -> None:
            try:
                result = work()
            except Exception as error:
                self._ended.emit(failed, error)  # whatever it is, it is told on the window's thread
            else:
                self._ended.emit(done, result)

        self._pool.start(_Job(job))

    def _deliver(self, receiver: Callable[[Any], None], value: Any) -> None:
        receiver(value)

    def finish(self) -> None:
        """Wait for what was begun."""
        self._pool.waitForDone()
