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


def scripts(environment: Path) -> Path:
    """Where an environment keeps its programs."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def run(command: Sequence[str | Path], folder: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run in `folder` with `typed` as its input, knowing nothing of this repository's path or this environment."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        command, cwd=folder, input=typed, env=inherited, capture_output=True, encoding="utf-8", check=False
    )


def without_qt(folder: Path) -> Path:
    """The Python of an environment in `folder` that holds every package of this one but Qt and what needs it."""
    venv.create(folder, with_pip=False)
    theirs = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if not package.name.lower().startswith(QT) and package.suffix != ".pth":
            (theirs / package.name).symlink_to(package)
    return scripts(folder) / Path(sys.executable).name
