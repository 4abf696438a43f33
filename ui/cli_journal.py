"""`yigui journal verify` reads a profile's whole journal; `yigui journal rebuild` posts its ledgers again."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the word."""
    journal = commands.add_parser("journal", help="check this station's journal, or post its ledgers again")
    journal.add_argument("what", choices=["verify", "rebuild"], help="read every entry, or post the ledgers again")
    journal.add_argument("--profile", type=Path, help="the station's folder; else this user's station")
    journal.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from app import settings

    with _journal(options.profile or settings.station_folder()) as engine:
        return _verify(engine) if options.what == "verify" else _rebuild(engine)


def _verify(engine: Engine) -> int:
    """0 when every entry is as it was written, else 1 and the first that is not."""
    from app.journal.verify import verify

    with engine.connect() as connection:
        verdict = verify(connection)
    for (office, station), count in sorted(verdict.counts.items()):
        print(f"{office} {station}: {count} entries good")
    if verdict.fault is not None:
        fault = verdict.fault
        print(f"{fault.office} {fault.station}: entry {fault.number} is not as it was written ({fault.why})")
    return 0 if verdict.ok else 1


def _rebuild(engine: Engine) -> int:
    from app.journal.engine import writing
    from app.journal.shape import make_anew
    from app.ledger.registers import POSTERS

    with writing(engine).begin() as connection:
        print(f"{make_anew(connection, POSTERS)} entries posted")
    return 0


@contextmanager
def _journal(profile: Path) -> Iterator[Engine]:
    """The profile's data file; a missing one is not made. Raises FileNotFoundError, KeyTrouble, StorageError."""
    from app import keys
    from app.journal.engine import open_engine
    from app.station import JOURNAL

    path = profile / JOURNAL
    if not path.is_file():
        raise FileNotFoundError(f"there is no journal at {path}")
    engine = open_engine(path, keys.load(profile).data)
    try:
        yield engine
    finally:
        engine.dispose()
