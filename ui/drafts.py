"""Half-typed fields: kept a moment after each key and when a field is left, so that a kill costs nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

DELAY_MS = 300


class Drafts(Protocol):
    """What keeps drafts on disk: by owner (a visit or case) and field."""

    def save(self, owner: str, field: str, text: str) -> None: ...
    def of(self, owner: str) -> Mapping[str, str]: ...
    def forget(self, owner: str, field: str) -> None: ...


class DraftBox(QObject):
    """Writes what is being typed after a short pause; `flush` writes at once."""

    def __init__(self, store: Drafts) -> None:
        super().__init__()
        self._store = store
        self._pending: dict[tuple[str, str], str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.flush)

    def typing(self, owner: str, field: str, text: str) -> None:
        """A key was pressed in this field."""
        self._pending[owner, field] = text
        if not self._timer.isActive():
            self._timer.start()

    def settle(self, owner: str, field: str) -> None:
        """The field's value is in the journal now; its draft goes."""
        self._pending.pop((owner, field), None)
        self._store.forget(owner, field)

    def of(self, owner: str) -> Mapping[str, str]:
        """What was typed but not yet saved, by field."""
        self.flush()
        return self._store.of(owner)

    def flush(self) -> None:
        """Write everything that waits."""
        pending, self._pending = self._pending, {}
        for (owner, field), text in pending.items():
            self._store.save(owner, field, text)
