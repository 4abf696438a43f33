"""Which language the clerk reads: the translator of the window's words and the choice between a text's two tongues."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Protocol

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from ui.theme import application

CHINESE, ENGLISH = "zh_TW", "en"


class Bilingual(Protocol):
    """Anything the catalogue says in both languages."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


def install(language: str) -> None:
    """Speak this language from now on; windows built before keep their words."""
    app = application()
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    app.setProperty("language", language)
    QLocale.setDefault(QLocale(language))
    if language == CHINESE:
        with as_file(files("resources").joinpath("i18n/yigui_zh_TW.qm")) as ours:
            _add(str(ours))
        _add(f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_zh_TW.qm")


def _add(path: str) -> None:
    translator = QTranslator(application())
    if translator.load(path):
        application().installTranslator(translator)


def current() -> str:
    """The language in force: `zh_TW` unless English was chosen."""
    return str(application().property("language") or CHINESE)


def said(text: Bilingual) -> str:
    """The text in the language in force; Chinese where there is no English."""
    return (text.en or text.zh) if current() == ENGLISH else text.zh
