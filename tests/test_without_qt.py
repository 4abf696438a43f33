"""Only the windows need Qt: where it is not installed, a whole day is worked and every other room can be entered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.environments import ROOT, run, without_qt

DAY = ("tests/day/test_day.py", "tests/domain/test_case.py", "tests/domain/test_till.py")
ROOMS = "app.station, app.check_json, forms.receipt, forms.notice, forms.slip, sync.link, sync.central.serve, ui.cli"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_qt(tmp_path_factory.mktemp("without-qt") / "venv")


def test_qt_is_not_there(python: Path, tmp_path: Path) -> None:
    done = run([python, "-c", "import PySide6"], tmp_path)
    assert "No module named 'PySide6'" in done.stderr


def test_every_other_room_can_be_entered(python: Path) -> None:
    done = run([python, "-c", f"import {ROOMS}"], ROOT)
    assert done.returncode == 0, done.stderr


def test_a_whole_day_is_worked_without_it(python: Path, tmp_path: Path) -> None:
    settings = tmp_path / "pytest.ini"
    settings.write_text("[pytest]\nfilterwarnings = error\n", "utf-8")
    options = ("-q", "-c", settings, "--rootdir", ROOT, "-p", "no:cacheprovider")
    done = run((python, "-m", "pytest", *options, *(ROOT / path for path in DAY)), ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
