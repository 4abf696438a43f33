"""Text measured and broken into lines: Han characters break anywhere but at their punctuation, Latin at spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.shaping import line
from forms.units import Unit, units

MM = 72 / 25.4
INK, GREY, PALE, GROUND = "#10171F", "#4A5868", "#B9C3CD", "#EEF2F5"

# What may not begin, and what may not end a line (W3C Requirements for Chinese Text Layout, 3.1.2).
_NO_START = frozenset("，。、；：？！）」』】》〉…—·％%,.;:?!)]}’”")
_NO_END = frozenset("（「『【《〈([{‘“")
# Thai has no spaces: a leading vowel always opens a syllable, a repetition mark always closes one.
_THAI_SYLLABLE = re.compile(r"(?=[เแโใไ])|(?<=ๆ)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: `size` in points, `tracking` per mille of it, `leading` as a multiple of it."""

    size: float
    bold: bool = False
    colour: str = INK
    tracking: float = 0.0
    leading: float = 1.4
    foreign: bool = False

    @property
    def line_height(self) -> float:
        """Millimetres from baseline to baseline."""
        return self.size * self.leading / MM

    def sized(self, size: float) -> Style:
        return replace(self, size=size)


def width(text: str, style: Style) -> float:
    """Millimetres `text` takes on one line; raises NoGlyph."""
    return line(text, style.bold, style.foreign, style.tracking).width * style.size / 1000 / MM


def wrap(text: str, style: Style, room: float) -> list[str]:
    """`text` in lines no wider than `room` millimetres; a line break in it is kept."""
    return [found for paragraph in text.split("\n") for found in _wrapped(paragraph, style, room)]


def _wrapped(text: str, style: Style, room: float) -> Iterator[str]:
    current = ""
    for piece in _pieces(text):
        if width((current + piece).rstrip(), style) <= room:
            current += piece
            continue
        if current.strip():
            yield current.rstrip()
        current = piece.lstrip()
        while width(current.rstrip(), style) > room and len(current) > 1:
            head = _longest(current, style, room)
            yield head
            current = current[len(head) :]
    yield current.rstrip()


def _longest(word: str, style: Style, room: float) -> str:
    """The longest beginning of an overlong word that fits: never less than one character with its marks."""
    head = ""
    for cluster in (cluster for unit in units(word) for cluster in unit.clusters()):
        if head and width(head + cluster, style) > room:
            break
        head += cluster
    return head


def _pieces(text: str) -> Iterator[str]:
    """The stretches between which a line may break."""
    held = ""
    for atom in (atom for unit in units(text) for atom in _atoms(unit)):
        if held and atom[0] not in _NO_START and not atom.isspace() and held[-1] not in _NO_END:
            yield held
            held = ""
        held += atom
    yield held


def _atoms(unit: Unit) -> Iterator[str]:
    return (atom for atom in _THAI_SYLLABLE.split(unit.text) if atom)
