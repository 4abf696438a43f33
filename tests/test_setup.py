"""`yigui setup` as an administrator types it: a central in another process, a new machine, and what can go wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import keys, settings, staff
from app.station import open_station
from ui.cli import main

STAFF = [
    {"code": "S01", "name": "趙主任", "role": "supervisor", "pin": "135791"},
    {"code": "C01", "name": "錢辦事", "role": "clerk", "pin": "246802"},
]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Central in a process of its own: its address, and a code for the office `lingya`."""
    words = [sys.executable, "-m", "ui.cli", "central", "--data", str(tmp_path / "central"), "--port", "0"]
    with subprocess.Popen([*words, "--office", "lingya"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        code = process.stdout.readline().split()[1]
        url = process.stdout.readline().split()[-1]
        yield url, code
        process.terminate()


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.json"
    path.write_text(json.dumps(STAFF), "utf-8")
    return path


def setup(profile: Path, url: str, code: str, people: Path, **changed: str) -> int:
    """The exit status of `yigui setup`, with some words changed."""
    words = {
        "central": url, "code": code, "station": "L02", "office-name": "苓雅戶政事務所", "district": "苓雅區",
        "counter": "櫃檯 2", "staff": str(people), "profile": str(profile), **changed,
    }  # fmt: skip
    return main(["setup", *(part for name, word in words.items() for part in (f"--{name}", word))])


def test_a_new_machine_is_a_station_that_its_people_sign_in_to_and_central_knows(
    central: tuple[str, str], people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "station"
    assert setup(profile, *central, people) == 0
    station = open_station(profile)
    assert (station.settings.office.code, station.settings.station, station.settings.office.district) == (
        "lingya", "L02", "苓雅區",
    )  # fmt: skip
    assert station.office.sign_in("C01", "246802").name == "錢辦事"
    station.close()
    assert main(["sync", "--profile", str(profile)]) == 0


def test_no_pin_is_written_as_it_was_typed(central: tuple[str, str], people: Path, tmp_path: Path) -> None:
    profile = tmp_path / "station"
    assert setup(profile, *central, people) == 0
    written = b"".join(path.read_bytes() for path in profile.rglob("*") if path.is_file())
    assert b"246802" not in written


def test_a_station_is_never_set_up_a_second_time(
    central: tuple[str, str], people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "station"
    assert setup(profile, *central, people) == 0
    before = {path: path.read_bytes() for path in profile.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert setup(profile, *central, people) == 2
    assert "holds a station already" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in profile.rglob("*") if path.is_file()} == before


def test_after_a_line_that_was_down_the_same_words_work(
    central: tuple[str, str], people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "station"
    assert setup(profile, "http://127.0.0.1:9", central[1], people) == 2
    assert capsys.readouterr().err == "yigui setup: central does not answer at http://127.0.0.1:9\n"
    kept = keys.load(profile).public
    assert setup(profile, *central, people) == 0
    assert keys.load(profile).public == kept


def test_a_code_of_another_central_is_refused(
    central: tuple[str, str], people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup(tmp_path / "station", central[0], "AAAA-AAAA-AAAA", people) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("yigui setup: ")
    assert printed.err.count("\n") == 1
    assert not (tmp_path / "station" / settings.FILE).exists()


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"station": "k-3"}, "'k-3' is no station"), ({"district": "大安區"}, "'大安區' is no district")],
)
def test_what_cannot_be_is_named_before_anything_is_made(
    changed: dict[str, str], told: str, people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "station"
    assert setup(profile, "http://127.0.0.1:9", "X", people, **changed) == 2
    assert told in capsys.readouterr().err
    assert not profile.exists()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{**STAFF[0], "pin": "12345"}], "person 1: a PIN has six digits or more"),
        ([STAFF[0], {**STAFF[1], "role": "king"}], "person 2: 'king' is no role"),
        ([STAFF[0], {**STAFF[1], "code": "S01"}], "two people have the same code"),
        ([{**STAFF[0], "role": "auditor"}], "nobody among the staff"),
        ([], "nobody among the staff"),
        ([{"code": "C01"}], "person 1: name, role, pin is missing"),
        ({"code": "C01"}, "people.json: "),
    ],
)
def test_a_staff_list_that_cannot_be_is_refused(
    rows: object, told: str, people: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people.write_text(json.dumps(rows), "utf-8")
    assert setup(tmp_path / "station", "http://127.0.0.1:9", "X", people) == 2
    assert told in capsys.readouterr().err


def test_it_asks_for_a_supervisor_and_a_clerk(
    central: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["S01", "趙主任", "C01", "錢辦事"])
    secret = iter(["135791", "135791", "246802", "246802"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(typed))
    monkeypatch.setattr("ui.cli_setup.getpass", lambda _prompt: next(secret))
    profile = tmp_path / "station"
    words = ["--central", central[0], "--code", central[1], "--station", "L02", "--office-name", "苓雅戶政事務所"]
    words += ["--district", "苓雅區", "--counter", "櫃檯 2", "--profile", str(profile)]
    assert main(["setup", *words]) == 0
    assert [(clerk.code, clerk.role) for clerk in staff.load(profile)] == [("S01", "supervisor"), ("C01", "clerk")]
