"""The training counter: a made-up station with a central of its own, for learning without harm. Light to import."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from app import settings
from app.settings import Settings
from ui import demo


class Training:
    """One training in `home`; what was done in it is there again at the next start."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.profile = home / demo.STATION
        self._central = ExitStack()

    @property
    def settings(self) -> Settings:
        """The station's settings, known before it is made."""
        return settings.load(self.profile) if self._made else demo.settings()

    @property
    def _made(self) -> bool:
        return (self.profile / settings.FILE).exists()

    def prepare(self) -> None:
        """Starts central, makes the station the first time, and lets people wait. Takes about a second."""
        from app.ledger.registers import POSTERS
        from sync.central.serve import Central, embedded

        central = Central(self._home / "central", posters=POSTERS)
        self._central.callback(central.close)
        url = self._central.enter_context(embedded(central))
        if self._made:
            mine = self.settings
            settings.save(self.profile, replace(mine, central=replace(mine.central, url=url)))
        else:
            demo.make_profile(self.profile, url, central.new_code(demo.OFFICE.code))
        demo.fill_queue(self.profile)

    def close(self) -> None:
        """Stops central; everything stays where it is kept."""
        self._central.close()
