"""Only the windows need Qt: the tests of every other room, a whole day among them, pass where it is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.environments import ROOT, run, without_qt

WINDOWS = "ui"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_qt(tmp_path_factory.mktemp("without-qt") / "venv")


def test_qt_is_not_there(python: Path, tmp_path: Path) -> None:
    done = run([python, "-c", "import PySide6"], tmp_path)
    assert "No module named 'PySide6'" in done.stderr


def test_the_core_passes_without_it(python: Path, tmp_path: Path) -> None:
    settings = tmp_path / "pytest.ini"
    settings.write_text("[pytest]\nfilterwarnings = error\n", "utf-8")
    folders = [path for path in (ROOT / "tests").iterdir() if any(path.glob("test_*.py")) and path.name != WINDOWS]
    options = ("-q", "-c", settings, "--rootdir", ROOT, "-p", "no:cacheprovider")
    done = run((python, "-m", "pytest", *options, *folders), ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
