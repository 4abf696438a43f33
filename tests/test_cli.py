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


def test_a_file_that_is_not_there_is_named_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["identify", "no-such-file.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("yigui: ")
    assert "no-such-file.txt" in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("late", ["PySide6", "sqlalchemy", "requests", "pydantic", "reportlab", "starlette"])
def test_the_command_line_loads_without(late: str) -> None:
    probe = f"import sys, ui.cli; sys.exit({late!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False).returncode == 0
