"""`yigui central` and `yigui sync` as a person types them: two processes, a real profile, a real port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import keys, settings, staff
from app.journal.store import Draft
from app.settings import OfficeSettings, Settings
from app.staff import Clerk, Role
from app.station import open_station
from tests.sync.stations import opened
from ui.cli import main


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A station set up but not enrolled, with one entry written."""
    folder = tmp_path / "profile"
    keys.make(folder)
    office = OfficeSettings(code="sanmin", name_zh="測試戶所", name_en="Test office", district="三民區")
    settings.save(folder, Settings(office=office, station="K03", counter_zh="三號", counter_en="Counter 3"))
    staff.save(folder, [Clerk("c01", "測試員", Role.CLERK, staff.hash_pin("123456"))])
    write(folder)
    return folder


def write(folder: Path) -> None:
    """One more entry."""
    station = open_station(folder)
    station.store.append([Draft("V-K03-1150302-0001", opened())], clerk="c01", catalogue="2026.1")
    station.close()


def yigui(*words: str) -> list[str]:
    """The command line of another process."""
    return [sys.executable, "-m", "ui.cli", *words]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Central in a process of its own: its address, and an enrolment code it printed."""
    words = yigui("central", "--data", str(tmp_path / "central"), "--port", "0", "--office", "sanmin")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        code = process.stdout.readline().split()[1]
        url = process.stdout.readline().split()[-1]
        yield url, code
        process.terminate()


def test_a_profile_enrols_sends_what_it_has_and_later_only_what_is_new(
    central: tuple[str, str], profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", "--profile", str(profile), "--enrol", *central]) == 0
    assert capsys.readouterr().out == "synced: 1 of 1 held, 2 received\n"
    write(profile)
    assert main(["sync", "--profile", str(profile)]) == 0
    assert capsys.readouterr().out == "synced: 2 of 2 held, 0 received\n"


def test_without_central_it_says_offline_and_fails(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", "--profile", str(profile), "--enrol", "http://127.0.0.1:9", "AAAA"]) == 1
    assert "unreachable" in capsys.readouterr().err
    assert settings.load(profile).central.url == ""


def test_a_code_made_by_another_process_on_the_same_data_works(
    tmp_path: Path, central: tuple[str, str], profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = yigui("central", "code", "--data", str(tmp_path / "central"), "--office", "sanmin")
    printed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert main(["sync", "--profile", str(profile), "--enrol", central[0], printed.split()[1]]) == 0


def test_a_code_of_no_office_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["central", "code"]) == 2
    assert "--office" in capsys.readouterr().err
