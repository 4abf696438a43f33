"""`yigui journal` tells whether a profile's journal is whole, and posts its ledgers again."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import keys, settings
from app.journal.engine import open_engine
from app.ledger import worklist
from app.ledger.registers import POSTERS
from app.station import JOURNAL
from tests.journal.stores import named, opened, rows, store, tamper, write
from ui.cli import main


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A station with two entries."""
    engine = open_engine(tmp_path / JOURNAL, keys.make(tmp_path).data)
    write(store(engine, "K03", *POSTERS), opened(), named())
    engine.dispose()
    return tmp_path


def test_a_whole_journal_says_so(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journal", "verify", "--profile", str(profile)]) == 0
    assert capsys.readouterr().out == "sanmin K03: 2 entries good\n"


def test_the_station_of_this_user_is_meant_when_none_is_named(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(settings, "station_folder", lambda: profile)
    assert main(["journal", "verify"]) == 0
    assert capsys.readouterr().out == "sanmin K03: 2 entries good\n"


def test_a_changed_entry_is_named(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = open_engine(profile / JOURNAL, keys.load(profile).data)
    tamper(engine, "UPDATE journal SET clerk = 'c02' WHERE number = 2")
    engine.dispose()
    assert main(["journal", "verify", "--profile", str(profile)]) == 1
    assert "sanmin K03: entry 2 is not as it was written (digest)" in capsys.readouterr().out


def test_ledgers_are_made_and_posted_again(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = open_engine(profile / JOURNAL, keys.load(profile).data)
    before = rows(engine, worklist.visits)
    with engine.begin() as connection:
        connection.execute(worklist.visits.delete())
        connection.exec_driver_sql("DROP INDEX cases_receipt")
        connection.exec_driver_sql("ALTER TABLE cases DROP COLUMN receipt")
    assert main(["journal", "rebuild", "--profile", str(profile)]) == 0
    assert capsys.readouterr().out == "2 entries posted\n"
    assert rows(engine, worklist.visits) == before
    engine.dispose()


def test_a_profile_without_a_journal_stays_without(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journal", "verify", "--profile", str(tmp_path)]) == 2
    assert "no journal" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
