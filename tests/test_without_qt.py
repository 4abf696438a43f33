"""The core needs no Qt: its tests pass in an environment where Qt is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.environments import ROOT, run, without_qt

CORE = ("domain", "sync")


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_qt(tmp_path_factory.mktemp("without-qt") / "venv")


def test_qt_is_not_there(python: Path, tmp_path: Path) -> None:
    done = run([python, "-c", "import PySide6"], tmp_path)
    assert "No module named 'PySide6'" in done.stderr


def test_the_core_passes_without_it(python: Path, tmp_path: Path) -> None:
    settings = tmp_path / "pytest.ini"
    settings.write_text("[pytest]\nfilterwarnings = error\n", "utf-8")
    folders = [f"tests/{room}" for room in CORE]
    options = ("-q", "-c", settings, "--rootdir", ROOT, "-p", "no:cacheprovider")
    done = run((python, "-m", "pytest", *options, *folders), ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
