"""The wiring of the counter program: the sign-in is painted first, then the office, paper and sync are put together."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from app import settings
from ui import language, preferences, theme
from ui.shell import Shell
from ui.worker import Worker

if TYPE_CHECKING:
    from app.clock import MachineClock
    from app.station import Station
    from sync.link import RoundResult
    from ui.counter import Counter
    from ui.standing import SyncView
    from ui.tasks import SyncLoop
    from ui.training import Training

SIZE = (1366, 768)
log = logging.getLogger(__name__)


class Program(QObject):
    """Everything that lives as long as the window: station, desk, drafts, printer, sync, and the window itself."""

    def __init__(self, profile: Path, training: Training | None = None) -> None:
        super().__init__()
        self.profile, self.training = profile, training
        mine = training.settings if training else settings.load(profile)
        chosen = preferences.load(profile)
        language.install(chosen.language)
        theme.apply(theme.load(chosen.theme, chosen.factor))
        english = chosen.language == language.ENGLISH
        office = mine.office.name_en if english else mine.office.name_zh
        self.shell = Shell(chosen, office, mine.counter_en if english else mine.counter_zh, mine.training)
        self.worker = Worker()
        self.station: Station | None = None
        self.sync: SyncLoop | None = None
        self._waiting: tuple[str, str] | None = None
        self._over = False
        self.shell.painted.connect(self._load)
        self.shell.signing_in.connect(self._sign_in)
        self.shell.closing.connect(self.stop)

    def show(self) -> None:
        """Put the window on the screen."""
        self.shell.resize(*SIZE)
        self.shell.show()
        self.shell.sign_in.code.setFocus()

    # Getting ready ------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        self.worker.run(self._prepare, self._ready, self._broken)

    def _prepare(self) -> None:
        _import_the_rest()
        if self.training is not None:
            self.training.prepare()

    def _ready(self, _result: object) -> None:
        if self._over:  # the window was closed before the office stood
            return
        from app.clock import MachineClock
        from app.errors import OfficeError
        from app.station import open_station
        from ui.desk import Desk
        from ui.drafts import DraftBox
        from ui.printer import Printer

        clock = MachineClock()
        try:
            self.station = open_station(self.profile, clock)
        except OfficeError as trouble:
            self.shell.sign_in.refuse(f"{language.said(trouble)}（{trouble.code}）")
            return
        self.desk = Desk(self.station.office)
        self.drafts = DraftBox(self.station.drafts)
        self.printer = Printer(self.desk, self.worker, self.profile / "papers")
        self._start_sync(self.station, clock)
        if self._waiting is not None:
            self._sign_in(*self._waiting)

    def _broken(self, error: Exception) -> None:
        log.error("the office could not be put together", exc_info=error)
        told = self.tr("The program could not get ready. No data was changed. Call the help desk and name this code.")
        self.shell.sign_in.refuse(f"{told}（A-001）")

    def _start_sync(self, station: Station, clock: MachineClock) -> None:
        from sync.carriers import HttpCarrier
        from sync.link import Link
        from ui.tasks import SyncLoop

        central = station.settings.central
        if not central.url:
            return
        pinned = bytes.fromhex(central.public_key)
        link = Link(station.store, station.keys.station, pinned, HttpCarrier(central.url), clock)
        self.sync = SyncLoop(link)
        self.sync.ended.connect(self._synced)
        loop = self.sync
        self.desk.appended.connect(lambda _entries: loop.appended())
        self.sync.start()

    # Working ------------------------------------------------------------------------------------------------------

    def _sign_in(self, code: str, pin: str) -> None:
        from app.domain.refusal import Refusal

        if self.station is None:
            self._waiting = (code, pin)
            self.shell.sign_in.wait(self.tr("Getting ready…"))
            return
        from app.refusals import sentence

        self._waiting = None
        try:
            self.station.office.sign_in(code, pin)
        except Refusal as refusal:
            words = sentence(refusal)
            self.shell.sign_in.refuse(f"{language.said(words)}（{words.code}）")
            return
        self.shell.enter(self.shell.counter or self._counter())

    def _counter(self) -> Counter:
        from ui.counter import Counter

        counter = Counter(self.desk, self.drafts, self.printer, self._standing())
        if self.sync is not None:
            counter.sync_asked.connect(self.sync.ask)
        counter.look_wanted.connect(self._dress)
        return counter

    def _standing(self) -> Callable[[], SyncView]:
        from ui.standing import SyncView

        def alone() -> SyncView:
            left = self.desk.office.unsent()
            return SyncView("offline", left.count, left.oldest, None)

        return self.sync.view if self.sync is not None else alone

    def _synced(self, result: RoundResult) -> None:
        if result.received:
            self.desk.appended.emit(result.received)
        if self.shell.counter is not None:
            self.shell.counter.show_standing()

    def _dress(self, theme_name: str, factor: float, tongue: str) -> None:
        chosen = replace(self.shell.preferences, theme=theme_name, factor=factor, language=tongue)
        preferences.save(self.profile, chosen)
        old = self.shell.counter

        def rebuild() -> Counter:
            counter = self._counter()
            if old is not None and old.visit is not None:
                counter.open_visit(old.visit)
                counter.go(old.step)
            return counter

        self.shell.dress(chosen, rebuild)

    def stop(self) -> None:
        """Let everything end in order: sync first, then paper, then the file."""
        self._over = True
        if self.sync is not None:
            self.sync.stop()
        if self.station is not None:
            self.printer.finish()
        self.worker.finish()
        if self.station is not None:
            self.drafts.flush()
            self.station.close()
            self.station = None
        if self.training is not None:
            self.training.close()


def _import_the_rest() -> None:
    """What costs more than Qt to import (SQLAlchemy, requests) and the catalogue, off the window's thread."""
    import sync.carriers
    import sync.link  # noqa: F401
    import ui.counter  # noqa: F401
    from app import catalogue, station  # noqa: F401

    catalogue.load()


def run(*, demo: bool = False, profile: Path | None = None) -> int:
    """Opens the counter: the profile's, else this user's station, else the training that is kept between starts.

    `demo` is a training in `profile`, or one that is gone when the window closes. Raises FileNotFoundError when
    `profile` holds no station.
    """
    from ui.training import Training

    app = QApplication.instance() or QApplication(sys.argv[:1])
    if demo:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return _train(app, Training(profile or Path(folder)))
    chosen = profile or settings.station_folder()
    if (chosen / settings.FILE).exists():
        return _open(app, Program(chosen))
    if profile is None:
        return _train(app, Training(settings.data_folder() / "training"))
    raise FileNotFoundError(f"{profile} holds no station; `yigui setup` makes one")


def _train(app: QCoreApplication, training: Training) -> int:
    return _open(app, Program(training.profile, training))


def _open(app: QCoreApplication, program: Program) -> int:
    program.show()
    return app.exec()
