"""Where the font files of the papers lie, and the still instances made once from the variable ones.

ReportLab draws only TrueType outlines and takes a variable font at its thinnest, so the packaged variable fonts are
frozen at weight 400 and 700 and kept in the user's cache.  Rare characters come from fonts the system may have.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

import platformdirs
from fontTools.ttLib import TTFont

REGULAR, BOLD = 400, 700
# Only what a page never uses: vertical setting, variation of metrics, hints for screens.
_NEVER_USED = ("BASE", "VORG", "vhea", "vmtx", "VVAR", "MVAR", "HVAR", "STAT", "DSIG", "gasp", "prep")
_POSTSCRIPT_NAME = 6


@dataclass(frozen=True, slots=True)
class Packaged:
    """A variable font carried by a Python package: its distribution, module, file inside, licence."""

    name: str
    distribution: str
    module: str
    file: str
    licence: str
    keep_layout: bool = True


@dataclass(frozen=True, slots=True)
class Installed:
    """A still font some systems have, by file name; `package` is Debian's."""

    name: str
    file: str
    package: str
    licence: str


# Noto Sans TC's layout tables change nothing a page shows and cost half of the time to freeze it.
TC = Packaged(
    "NotoSansTC",
    "justmytype-intl-cjk",
    "justmytype_intl_cjk",
    "fonts/ofl/notosanstc/NotoSansTC[wght].ttf",
    "OFL-1.1",
    keep_layout=False,
)
LATIN = Packaged("NotoSans", "fontpkg-noto-sans", "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf", "OFL-1.1")
THAI = Packaged(
    "NotoSansThai", "fontpkg-noto-sans-thai", "fontpkg_noto_sans_thai", "files/NotoSansThai[wdth,wght].ttf", "OFL-1.1"
)
PACKAGED = (TC, LATIN, THAI)

_SUNG, _HANA = ("fonts-cns11643-sung", "OGDL-Taiwan-1.0"), ("fonts-hanazono", "Hanazono or OFL-1.1")
RARE = (
    Installed("TW-Sung", "TW-Sung-98_1.ttf", *_SUNG),
    Installed("TW-Sung-Ext-B", "TW-Sung-Ext-B-98_1.ttf", *_SUNG),
    Installed("TW-Sung-Plus", "TW-Sung-Plus-98_1.ttf", *_SUNG),
    Installed("HanaMinA", "HanaMinA.ttf", *_HANA),
    Installed("HanaMinB", "HanaMinB.ttf", *_HANA),
)


def instance(font: Packaged, weight: int) -> Path:
    """The still file of a packaged font at `weight`, made on first use (some ten seconds for Noto Sans TC)."""
    version = metadata.version(font.distribution)
    target = _cache() / f"{font.name}-{weight}-{version}.ttf"
    if not target.exists():
        _freeze(font, weight, target)
    return target


def installed(font: Installed) -> Path | None:
    """Where this system keeps a rare-character font, or None."""
    return next((folder / font.file for folder in _folders() if (folder / font.file).is_file()), None)


def prepare() -> None:
    """Make every still instance now, so that the first paper is quick."""
    for font in PACKAGED:
        for weight in (REGULAR, BOLD):
            instance(font, weight)


def _cache() -> Path:
    folder = platformdirs.user_cache_path("yigui") / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _folders() -> tuple[Path, ...]:
    """Where rare-character fonts may lie: the user's own folder first, then the system's."""
    windows = Path(os.environ.get("WINDIR", "/nonexistent")) / "Fonts"
    shared = Path("/usr/share/fonts/truetype")
    return (platformdirs.user_data_path("yigui") / "fonts", shared / "cns11643", shared / "hanazono", windows)


def _freeze(font: Packaged, weight: int, target: Path) -> None:
    from fontTools.varLib import instancer  # slow to import, and needed once in a font's life

    with TTFont(_packaged_file(font), lazy=True) as frozen:
        dropped = _NEVER_USED if font.keep_layout else (*_NEVER_USED, "GSUB", "GPOS", "GDEF")
        for table in set(dropped) & set(frozen.keys()):
            del frozen[table]
        axes = {axis.axisTag: axis.defaultValue for axis in frozen["fvar"].axes} | {"wght": weight}
        instancer.instantiateVariableFont(frozen, axes, inplace=True)
        # Two weights must not share a PostScript name: ReportLab keys embedded objects by it.
        frozen["name"].setName(f"{font.name}-{weight}", _POSTSCRIPT_NAME, 3, 1, 0x409)
        _replace(frozen, target)


def _packaged_file(font: Packaged) -> Path:
    module = util.find_spec(font.module)
    if module is None or module.origin is None:
        raise FileNotFoundError(f"the package {font.distribution} with the font {font.name} is not installed")
    return Path(module.origin).parent / font.file


def _replace(font: TTFont, target: Path) -> None:
    """Written beside and renamed: a killed or second process never leaves half a font."""
    handle, name = tempfile.mkstemp(suffix=".ttf", dir=target.parent)
    os.close(handle)
    font.save(name)
    Path(name).replace(target)


if __name__ == "__main__":
    prepare()
