"""The launcher names what a machine lacks, speaks UTF-8 where it does not, and refuses unknown words."""

from __future__ import annotations

import sys

import pytest

import dev


@pytest.fixture
def no_locale(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_library_no_machine_has_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "libnowhere9" not in list(dev.missing_packages())
    monkeypatch.setitem(dev.QT_LIBRARIES, "libnowhere.so.9", "libnowhere9")
    assert "libnowhere9" in list(dev.missing_packages())


def test_a_machine_without_a_locale_speaks_utf8(no_locale: pytest.MonkeyPatch) -> None:
    assert dev.environment()["LC_ALL"] == "C.UTF-8"


def test_a_utf8_locale_is_left_as_it_is(no_locale: pytest.MonkeyPatch) -> None:
    no_locale.setenv("LANG", "zh_TW.utf8")
    assert "LC_ALL" not in dev.environment()


def test_the_first_failing_check_decides_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = {"good": ("-c", "raise SystemExit(0)"), "bad": ("-c", "raise SystemExit(3)"), "worse": ("-c", "1 / 0")}
    monkeypatch.setattr(dev, "CHECKS", ends)
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    assert dev.test() == 3


def test_an_unknown_word_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["no-such-word"]) == 2
    assert "dev.py run|test|yigui" in capsys.readouterr().err
