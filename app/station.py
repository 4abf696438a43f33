"""The wiring of one station: its keys, journal, ledgers, catalogue and office. Knows no window and no wire."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from app import catalogue, keys, settings, staff
from app.book import Book
from app.clock import MachineClock
from app.domain.service import Catalogue
from app.drafts import Drafts
from app.journal.clock import StationClock
from app.journal.engine import open_engine
from app.journal.store import Origin, Store
from app.keys import Keys
from app.ledger.registers import POSTERS
from app.office import Office
from app.settings import Settings
from app.staff import Staff

JOURNAL = "journal.db"


@dataclass(frozen=True, slots=True)
class Station:
    """Everything one running program holds; `close` it when done."""

    profile: Path
    settings: Settings
    keys: Keys
    engine: Engine
    store: Store
    drafts: Drafts
    office: Office

    def close(self) -> None:
        """Lets go of the data file."""
        self.engine.dispose()


def open_station(profile: Path, clock: StationClock | None = None, rules: Catalogue | None = None) -> Station:
    """Opens the profile's station. Raises FileNotFoundError when it was never set up, KeyTrouble, StorageError."""
    mine, secret, now = settings.load(profile), keys.load(profile), clock or MachineClock()
    engine = open_engine(profile / JOURNAL, secret.data)
    store = Store(engine, Origin(mine.office.code, mine.station), now, POSTERS)
    book = Book(
        store=store,
        catalogue=rules or catalogue.load(),
        settings=mine,
        staff=Staff(staff.load(profile), engine),
        now=now.now,
        sign=secret.sign,
    )
    return Station(profile, mine, secret, engine, store, Drafts(engine), Office(book))
