"""What the journal asks of a clock: the device's time, and how far it may be trusted."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from app.journal.entry import Clock


class StationClock(Protocol):
    """Device time is a claim; the reading beside it lets others judge it later."""

    def now(self) -> datetime:
        """The device's wall time, aware of its offset."""

    def reading(self) -> Clock:
        """The last measured offset and its age, the boot and its monotonic time."""
