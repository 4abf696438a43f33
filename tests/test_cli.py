"""The command line answers at once, refuses in one line, and knows nothing of Qt until it opens a window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from ui.cli import main

ROOT = Path(__file__).parents[1]


def test_version_is_the_packages_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"yigui {__version__}\n"


def test_an_unknown_word_ends_with_2_and_prints_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["no-such-word"])
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "no-such-word" in printed.err


def test_the_command_line_loads_without_qt() -> None:
    probe = "import sys, ui.cli; sys.exit(any(name.split('.')[0] in ('PySide6', 'shiboken6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False).returncode == 0
