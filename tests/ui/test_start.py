"""Starting: the sign-in is on the screen before anything slow is imported, and a new machine opens the training."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import settings
from tests.environments import ROOT, first_paint
from ui import demo
from ui.cli import main
from ui.main import Program
from ui.training import Training
from ui.widgets.chip import Chip

SLOW = ("sqlalchemy", "requests", "pydantic", "reportlab", "starlette", "yaml", "cryptography")


def test_the_sign_in_is_painted_before_anything_slow_is_imported(tmp_path: Path) -> None:
    done = first_paint(Path(sys.executable), ROOT, tmp_path, SLOW)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Yigui 一櫃 訓練 []\n"


def ready(qtbot: QtBot, training: Training) -> Program:
    """The training's window, with the office behind it."""
    program = Program(training.profile, training)
    program.show()
    qtbot.addWidget(program.shell)
    qtbot.waitUntil(lambda: program.station is not None, timeout=60_000)
    return program


def test_the_training_says_so_and_shows_how_to_sign_in(qtbot: QtBot, tmp_path: Path) -> None:
    program = ready(qtbot, Training(tmp_path))
    told = [chip.accessibleName() for chip in program.shell.sign_in.findChildren(Chip) if chip.isVisible()]
    assert told == [f"訓練用假資料，請以 {demo.CLERK} / {demo.PIN} 登入"]
    program.shell.signing_in.emit(demo.CLERK, demo.PIN)
    assert program.shell.counter is not None
    marks = [chip.accessibleName() for chip in program.shell.counter.header.findChildren(Chip) if chip.isVisible()]
    assert marks == ["訓練"]
    program.shell.close()


def test_people_wait_in_the_training_one_first_and_one_from_viet_nam(qtbot: QtBot, tmp_path: Path) -> None:
    program = ready(qtbot, Training(tmp_path))
    assert program.station is not None
    waiting = program.station.office.waiting()
    assert [(row.language, row.priority) for row in waiting[:1]] == [("zh-TW", True)]
    assert "vi" in {row.language for row in waiting}
    program.shell.close()


def test_what_was_done_in_the_training_is_there_the_next_time_and_at_its_central(qtbot: QtBot, tmp_path: Path) -> None:
    program = ready(qtbot, Training(tmp_path))
    program.shell.signing_in.emit(demo.CLERK, demo.PIN)
    assert program.station is not None
    visit = program.station.office.call_next()[0].subject
    program.shell.close()
    again = ready(qtbot, Training(tmp_path))
    assert again.station is not None
    assert [row.visit for row in again.station.office.worklist()] == [visit]
    assert again.sync is not None
    sync = again.sync
    qtbot.waitUntil(lambda: sync.view().state == "synced", timeout=60_000)
    again.shell.close()


def test_at_a_real_counter_nothing_speaks_of_training(qtbot: QtBot, tmp_path: Path) -> None:
    settings.save(tmp_path, replace(demo.settings(), training=""))
    shell = Program(tmp_path).shell
    qtbot.addWidget(shell)
    shell.sign_in.show()
    assert shell.windowTitle() == "Yigui 一櫃"
    assert not [chip for chip in shell.sign_in.findChildren(Chip) if not chip.isHidden()]
    assert not [part for part in shell.sign_in.findChildren(QLabel) if demo.PIN in part.text()]


def test_a_profile_that_was_never_set_up_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--profile", str(tmp_path / "nowhere")]) == 2
    assert "nowhere holds no station" in capsys.readouterr().err
