"""The look is data: its contrasts are those of the design, and nothing it names is missing."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from ui import icons, theme

# ux.md §7, "contrast computed": ink, ground, ratio in light and in dark.
RATIOS = [
    ("text", "surface", 15.2, 14.0), ("text2", "surface", 7.3, 8.6), ("disabled", "surface", 4.6, 5.4),
    ("border", "surface", 3.7, 4.5), ("onPrimary", "primary", 7.8, 8.3), ("focus", "surface", 5.3, 8.8),
    ("ok", "okGround", 6.3, 8.0), ("warn", "warnGround", 6.7, 9.1), ("error", "errorGround", 6.6, 7.5),
    ("info", "infoGround", 7.5, 7.3), ("offline", "offlineGround", 8.3, 7.6), ("text", "selection", 11.9, 9.1),
]  # fmt: skip


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(ink: str, ground: str) -> float:
    high, low = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), RATIOS)
def test_contrast_is_what_the_design_computed(ink: str, ground: str, light: float, dark: float) -> None:
    for name, wanted in (("light", light), ("dark", dark)):
        colours = theme.load(name).colours
        assert ratio(colours[ink], colours[ground]) == pytest.approx(wanted, abs=0.11)


@pytest.mark.parametrize("ink", ["text", "primary", "focus", "ok", "warn", "error", "info", "offline"])
def test_high_contrast_is_at_least_nine(ink: str) -> None:
    colours = theme.load("contrast").colours
    assert ratio(colours[ink], colours["surface"]) >= 9


def test_all_three_looks_name_the_same_tokens() -> None:
    names = [set(theme.load(name).colours) for name in theme.NAMES]
    assert names[0] == names[1] == names[2]


@pytest.mark.parametrize("name", theme.NAMES)
def test_the_style_sheet_leaves_no_token_open(name: str) -> None:
    text = theme.load(name).style_sheet()
    assert not re.search(r"[$@]\w", text)


def test_the_senior_factor_scales_sizes_and_type() -> None:
    senior = theme.load("light", 1.5)
    assert (senior.px(40), senior.font(16).pixelSize()) == (60, 24)
    assert "min-height: 51px" in senior.style_sheet()


def test_every_sign_the_program_names_exists() -> None:
    source = "\n".join(path.read_text("utf-8") for path in Path(theme.__file__).parent.rglob("*.py"))
    have = {path.name.removesuffix(".svg") for path in files("resources").joinpath("icons").iterdir()}
    named = set(re.findall(r'icon="([a-z-]+)"', source)) | set(re.findall(r'Icon\("([a-z-]+)"', source))
    assert len(named) >= 20
    assert named <= have


def test_a_sign_takes_the_token_s_colour() -> None:
    drawn = icons.pixmap("circle-check", "ok", 24).toImage()
    ok = theme.load().colour("ok")
    solid = [drawn.pixelColor(x, y) for x in range(24) for y in range(24) if drawn.pixelColor(x, y).alpha() == 255]
    assert solid
    assert {pixel.name() for pixel in solid} == {ok.name()}
