"""The look as data: colour tokens and sizes become one palette, one style sheet and the pens the widgets paint with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

FAMILIES = ("Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC", "TW-Sung", "TW-Sung-Ext-B")
FACTORS = (1.0, 1.25, 1.5)
NAMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: a name of `NAMES`, its colours by token, and the senior factor that scales every size."""

    name: str
    colours: Mapping[str, str]
    factor: float = 1.0

    def px(self, pixels: float) -> int:
        """A length of the metrics table (px at 100 %) under the senior factor."""
        return round(pixels * self.factor)

    def colour(self, token: str) -> QColor:
        """The colour of a token; raises `KeyError` for a token the data does not have."""
        return QColor(self.colours[token])

    def font(self, pixels: float = 16, bold: bool = False) -> QFont:
        """The application's type at a size, with figures of one width."""
        return QFont(_font(self.px(pixels), bold))  # a copy, so that nobody changes everybody's

    def palette(self) -> QPalette:
        """The tokens as Qt's roles, so that native parts (menus, selections) agree with ours."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def style_sheet(self) -> str:
        """The one style sheet, with tokens and scaled sizes filled in."""
        text = files("resources").joinpath("style/window.qss").read_text("utf-8")
        text = re.sub(r"@(\d+)px", lambda m: f"{self.px(int(m[1]))}px", text)
        return re.sub(r"\$(\w+)", lambda m: self.colours[m[1]], text)


@cache
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surfaceAlt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "disabled",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.Accent: "primary",
}


def load(name: str = "light", factor: float = 1.0) -> Theme:
    """The theme of that name; raises `KeyError` when there is none."""
    tokens = json.loads(files("resources").joinpath("style/tokens.json").read_text("utf-8"))
    return Theme(name, tokens[name], factor)


def application() -> QApplication:
    """The running application."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def apply(theme: Theme) -> None:
    """Dress the whole application; every widget repaints itself from `current()`."""
    app = application()
    app.setProperty("theme", theme)
    app.setStyle("Fusion")
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    app.setStyleSheet(theme.style_sheet())
    for widget in app.allWidgets():
        widget.updateGeometry()
        widget.update()


def current() -> Theme:
    """The theme in force (light until `apply` was called)."""
    theme = application().property("theme")
    return theme if isinstance(theme, Theme) else load()
