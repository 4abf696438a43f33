"""The day's central: on loopback, with a plug that can be pulled and put back at the same address."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from app.ledger.registers import POSTERS
from sync.central.keys import data_key
from sync.central.serve import FILE, Central, embedded


class Line:
    """`up` and `down` may be said again and again; central's data stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._serving = ExitStack()
        self._central = Central(folder, posters=POSTERS)
        self.url = self._serving.enter_context(embedded(self._central))

    def code(self, office: str) -> str:
        """A one-time enrolment code."""
        return self._central.new_code(office)

    @property
    def file(self) -> Path:
        """Central's journal."""
        return self._folder / FILE

    @property
    def key(self) -> bytes:
        """What opens it."""
        return data_key(self._folder)

    def down(self) -> None:
        """The plug is pulled: nothing answers any more."""
        self._serving.close()

    def up(self) -> None:
        """The plug is back."""
        self._serving.enter_context(embedded(self._central, urlsplit(self.url).port or 0))

    def close(self) -> None:
        """The day is over."""
        self.down()
        self._central.close()
