"""Half-typed input survives the kill of the window's process, and is saved like any other when it is finished."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.day.counter import counter
from tests.ui import half_typed
from tests.ui.half_typed import HALF
from ui import demo, views
from ui.day.clerk import Clerk


@contextmanager
def restarted(profile: Path) -> Iterator[Clerk]:
    """The window started again."""
    program, clerk = half_typed.started(profile)
    try:
        yield clerk
    finally:
        program.shell.close()


def killed_while_typing(profile: Path, screen: str) -> str:
    """A window's process ends by SIGKILL in the middle of a word; gives the visit."""
    command = [sys.executable, "-m", half_typed.__name__, str(profile), screen]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        visit = window.stdout.readline().strip()
        window.kill()
    assert window.returncode == -9
    return visit


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    with counter(tmp_path):
        pass
    return tmp_path / demo.STATION


@pytest.mark.parametrize("screen", list(HALF))
def test_half_typed_text_is_there_again(qtbot: QtBot, profile: Path, screen: str) -> None:
    visit = killed_while_typing(profile, screen)
    with restarted(profile) as clerk:
        clerk.counter.open_visit(visit)
        if screen == "content":
            clerk.counter.go(views.CONTENT)
        shown = [editor.text() for editor in clerk.counter.step_screens[clerk.counter.step].findChildren(QLineEdit)]
        assert HALF[screen] in shown


def test_a_name_that_came_back_is_saved_when_the_step_is_finished(qtbot: QtBot, profile: Path) -> None:
    visit = killed_while_typing(profile, "party")
    with restarted(profile) as clerk:
        clerk.counter.open_visit(visit)
        clerk.press("Ctrl+Return")
        clerk.at(views.PAPERS, "the papers")
        assert clerk.counter.desk.office.visit(visit).party.name == HALF["party"]
        assert HALF["party"] not in clerk.counter.drafts.of(visit).values()


def test_a_field_that_came_back_is_saved_when_it_is_left(qtbot: QtBot, profile: Path) -> None:
    visit = killed_while_typing(profile, "content")
    with restarted(profile) as clerk:
        clerk.counter.open_visit(visit)
        clerk.counter.go(views.CONTENT)
        clerk.reach(half_typed.NEWBORN)
        clerk.press("Return")
        office = clerk.counter.desk.office
        assert HALF["content"] in office.check_visit(visit)[0].state.form.values()
