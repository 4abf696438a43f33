"""Which font draws which character: a chain tried in order, one face a word, and never a box for what none can draw.

House text is set in Noto Sans TC; a word with a letter or a quotation mark that it lacks, or has only full-width, goes
to Noto Sans with all other Latin words of the same text, so that a name keeps one face.  Foreign text begins
with Noto Sans.  Rare Han characters come from fonts the system may have.  Marks and variation selectors stay with
their base.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from forms import font_files, to_unicode
from forms.font_files import BOLD, RARE, REGULAR
from forms.units import Unit, is_ignorable, units, without_duplicates

to_unicode.install()

_registering = Lock()
_FULL_WIDTH = 1000  # per mille of the size


class NoGlyph(ValueError):
    """No font here can draw `character`; the paper is not issued."""

    def __init__(self, character: str) -> None:
        super().__init__(f"no font can draw U+{ord(character):04X}")
        self.character = character


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One registered font file; `thicken` marks a regular face that must stand in for a bold one."""

    font: TTFont
    path: str
    thicken: bool = False

    @property
    def name(self) -> str:
        return str(self.font.fontName)

    def draws(self, text: str) -> bool:
        glyphs = self.font.face.charToGlyph
        return all(ord(character) in glyphs or is_ignorable(character) for character in text)

    def draws_narrow(self, text: str) -> bool:
        return self.draws(text) and all(self.width_of(character) < _FULL_WIDTH for character in text)

    def width_of(self, character: str) -> float:
        """Advance width per mille of the size."""
        face = self.font.face
        return float(face.charWidths.get(ord(character), face.defaultWidth))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that one face draws."""

    face: Face
    text: str
    shaped: bool


@lru_cache(maxsize=4096)
def runs(text: str, bold: bool = False, foreign: bool = False) -> tuple[Run, ...]:
    """`text` cut into runs of one face each; raises NoGlyph for the first character that no font has."""
    found: list[Run] = []
    latin = _latin_face(text, bold, foreign)
    for unit in units(text):
        for face, piece in _faces_of(unit, latin, bold, foreign):
            if found and found[-1].face is face and found[-1].shaped == unit.shaped:
                found[-1] = Run(face, found[-1].text + piece, unit.shaped)
            else:
                found.append(Run(face, piece, unit.shaped))
    return tuple(found)


def coverage() -> dict[str, int]:
    """Every font of the chain that is here, in order, with the number of characters it draws."""
    return {face.name: len(face.font.face.charToGlyph) for face in _chain(False, False)}


def main_face(bold: bool = False) -> Face:
    """The face of house text; a canvas starts with it, so that no unembedded font is ever named."""
    return _packaged(font_files.TC, bold)


def _latin_face(text: str, bold: bool, foreign: bool) -> Face:
    """The one face for all Latin words of a text."""
    noto = _packaged(font_files.LATIN, bold)
    letters = "".join(unit.text for unit in units(text) if unit.latin)
    return noto if foreign or not main_face(bold).draws_narrow(letters) else main_face(bold)


def _faces_of(unit: Unit, latin: Face, bold: bool, foreign: bool) -> Iterator[tuple[Face, str]]:
    if unit.latin and latin.draws(unit.text):
        yield latin, unit.text
        return
    whole = _first(unit.text, bold, foreign)
    if whole is not None:
        yield whole, unit.text
        return
    for cluster in unit.clusters():
        face = _first(cluster, bold, foreign)
        if face is None:
            raise NoGlyph(_undrawable(cluster, bold, foreign))
        yield face, cluster


def _undrawable(cluster: str, bold: bool, foreign: bool) -> str:
    """The character to blame: one that no font has or, when only the combination fails, its base."""
    return next((character for character in cluster if _first(character, bold, foreign) is None), cluster[0])


def _first(text: str, bold: bool, foreign: bool) -> Face | None:
    """The first face with every character itself or, where no font has one, the character it duplicates."""
    asked = dict.fromkeys((text, without_duplicates(text)))
    return next((face for wanted in asked for face in _chain(bold, foreign) if face.draws(wanted)), None)


def _chain(bold: bool, foreign: bool) -> Iterator[Face]:
    """Lazily: the large fonts of rare characters are read only when a character asks for them."""
    house = (font_files.TC, font_files.LATIN, font_files.THAI)
    abroad = (font_files.LATIN, font_files.THAI, font_files.TC)
    yield from (_packaged(font, bold) for font in (abroad if foreign else house))
    yield from (face for face in (_rare(font, bold) for font in RARE) if face is not None)


@cache
def _packaged(font: font_files.Packaged, bold: bool) -> Face:
    path = str(font_files.instance(font, BOLD if bold else REGULAR))
    return Face(_registered(f"{font.name}{'-Bold' if bold else ''}", path), path)


@cache
def _rare(font: font_files.Installed, bold: bool) -> Face | None:
    path = font_files.installed(font)
    return None if path is None else Face(_registered(font.name, str(path)), str(path), thicken=bold)


def _registered(name: str, path: str) -> TTFont:
    """The one font object of this name, also when two threads make their first paper at the same moment."""
    with _registering:
        if name not in pdfmetrics.getRegisteredFontNames():
            # asciiReadable would carry the whole of ASCII in every subset.
            pdfmetrics.registerFont(TTFont(name, path, asciiReadable=0))
        return cast(TTFont, pdfmetrics.getFont(name))
