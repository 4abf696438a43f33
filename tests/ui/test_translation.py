"""Every visible word has its Chinese: nothing untranslated, nothing forgotten, the compiled file as the source says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication

from ui import language, theme

ROOT = Path(theme.__file__).parents[1]
TS = ROOT / "resources/i18n/yigui_zh_TW.ts"
QM = TS.with_suffix(".qm")
TOOLS = Path(sys.executable).parent
PLACES = re.compile(r"\{\d*\}")
Key = tuple[str, str]


def messages(path: Path) -> dict[Key, ElementTree.Element]:
    root = ElementTree.parse(path).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def sources() -> list[str]:
    shown = [
        path for path in (ROOT / "ui").rglob("*.py") if "day" not in path.parts and not path.name.startswith("cli")
    ]
    return [str(path) for path in sorted(shown) if path.name != "demo.py"]


def test_the_file_holds_exactly_the_words_of_the_program(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    options = ["-source-language", "en", "-target-language", "zh_TW", "-silent"]
    subprocess.run([TOOLS / "pyside6-lupdate", *sources(), "-ts", fresh, *options], check=True, capture_output=True)
    assert messages(fresh).keys() == messages(TS).keys()


def test_no_english_is_left() -> None:
    for key, message in messages(TS).items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, key
        assert translation.text, key


def test_what_is_filled_in_has_its_place_in_both_languages() -> None:
    for (_, source), message in messages(TS).items():
        assert sorted(PLACES.findall(source)) == sorted(PLACES.findall(message.findtext("translation", ""))), source


def test_the_compiled_file_is_the_source_compiled(tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    subprocess.run([TOOLS / "pyside6-lrelease", TS, "-qm", compiled, "-silent"], check=True, capture_output=True)
    assert compiled.read_bytes() == QM.read_bytes()


@pytest.mark.parametrize(("tongue", "words"), [(language.CHINESE, "叫下一號"), (language.ENGLISH, "Call next")])
def test_the_language_can_be_changed(tongue: str, words: str) -> None:
    language.install(tongue)
    assert QCoreApplication.translate("Keys", "Call next") == words


def test_receiver_of_tr_is_always_self() -> None:
    """Otherwise lupdate files the words under a context the program never looks in."""
    for path in sources():
        assert not re.findall(r"(?<!self)\.tr\(", Path(path).read_text("utf-8")), path
