"""Fresh Python environments for the tests that must not see this one."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
QT = ("pyside6", "shiboken6", "pytest_qt", "pytestqt")

# What `yigui` does, and at the sign-in's first paint a list of what was imported until then.
FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from ui.layers.sign_in import SignIn

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if isinstance(watched, SignIn) and event.type() == QEvent.Type.Paint:
            print(watched.window().windowTitle(), [name for name in sys.argv[1:] if name in sys.modules])
            app.removeEventFilter(self)
            QTimer.singleShot(0, watched.window().close)
        return False

app, watch = QApplication([]), FirstPaint()
app.installEventFilter(watch)
from ui.main import run
sys.exit(run())
"""


def scripts(environment: Path) -> Path:
    """Where an environment keeps its programs."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def run(command: Sequence[str | Path], folder: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run in `folder` with `typed` as its input, knowing nothing of this repository's path or this environment."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        command, cwd=folder, input=typed, env=inherited, capture_output=True, encoding="utf-8", check=False
    )


def first_paint(python: Path, folder: Path, home: Path, names: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Run plain `yigui` in `folder` for a user whose `home` is new, until its window is painted.

    Prints the window's title and which modules among `names` were imported by then.
    """
    env = os.environ | {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")}
    words: list[str | Path] = [python, "-c", FIRST_PAINT, *names]
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


def without_qt(folder: Path) -> Path:
    """The Python of an environment in `folder` that holds every package of this one but Qt and what needs it."""
    venv.create(folder, with_pip=False)
    theirs = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if not package.name.lower().startswith(QT) and package.suffix != ".pth":
            (theirs / package.name).symlink_to(package)
    return scripts(folder) / Path(sys.executable).name
