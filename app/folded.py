"""States of subjects, folded again only when the journal holds other entries of them than at the last look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from app.domain.events import Event
from app.journal.codec import to_event
from app.journal.reader import Reader, Stamp

KEPT = 64
"""Subjects kept at most: the visits and cases of a busy hour, not the whole day's personal data."""

State = TypeVar("State")


class Folded(Generic[State]):
    """`fold(subject, history)` gives the state, `None` while there is none."""

    def __init__(self, store: Reader, fold: Callable[[str, Iterable[Event | None]], State | None]) -> None:
        self._store, self._fold = store, fold
        self._kept: dict[str, tuple[Stamp, State | None]] = {}

    def of(self, subject: str) -> State | None:
        """The subject's state as the journal has it this moment."""
        stamp = self._store.stamp(subject)  # before the entries: what comes in between is seen at the next look
        kept = self._kept.get(subject)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        state = self._fold(subject, map(to_event, self._store.subject(subject)))
        if len(self._kept) >= KEPT:
            self._kept.clear()
        self._kept[subject] = stamp, state
        return state
