"""The machine's clock, in Taiwan's time, with what central last said of it."""

from __future__ import annotations

import time
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

from app.journal.entry import Clock

# Taiwan has had one offset and no summer time since 1980, so no time zone data is needed on a bare machine.
TAIWAN = timezone(timedelta(hours=8), "Asia/Taipei")
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def _boot() -> str:
    """The running boot; where the system does not name it, this start of the program."""
    return _BOOT_ID.read_text().strip() if _BOOT_ID.exists() else str(uuid.uuid4())


class MachineClock:
    """A `StationClock`; sync tells it what it measured."""

    def __init__(self) -> None:
        self._boot = _boot()
        self._measured: tuple[int, float] | None = None

    def measured(self, offset_ms: int) -> None:
        """Central's clock was `offset_ms` ahead of this one just now."""
        self._measured = (offset_ms, time.monotonic())

    def now(self) -> datetime:
        return datetime.now(TAIWAN)

    def reading(self) -> Clock:
        monotonic = time.monotonic()
        offset, age = None, None
        if self._measured is not None:
            offset, age = self._measured[0], int(monotonic - self._measured[1])
        return Clock(offset_ms=offset, offset_age_s=age, boot=self._boot, monotonic_ms=int(monotonic * 1000))
