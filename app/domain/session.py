"""When a clerk may try to sign in: five wrong tries in a row close the door for a quarter of an hour."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

TRIES = 5
PAUSE = timedelta(minutes=15)


def locked_until(wrong_tries: Iterable[datetime], now: datetime) -> datetime | None:
    """Until when no further try counts, given the wrong tries since the last good one, in order; `None` = try.

    Tries made during a pause count for nothing, and after it five are free again.
    """
    until: datetime | None = None
    wrong = 0
    for at in wrong_tries:
        if until is not None and at < until:
            continue
        wrong += 1
        if wrong == TRIES:
            until, wrong = at + PAUSE, 0
    return until if until is not None and now < until else None
