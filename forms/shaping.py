"""Where each glyph of a run stands: straight through for most text, by HarfBuzz where marks sit on their bases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz

from forms.fonts import Face, Run, runs
from forms.to_unicode import code_for

# A closing bracket's empty right half goes when more punctuation follows it.
_AFTER_BRACKET = re.compile(r"(?<=[）」』】》〉])(?=[，。、；：）」』】》〉])")
_EMPTY_HALF = 500.0


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` drawn with `face` at (`x`, `y`) from the start of its line; lengths per mille of the size."""

    face: Face
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line of text and its whole width, per mille of the size."""

    pieces: tuple[Piece, ...]
    width: float


@lru_cache(maxsize=4096)
def line(text: str, bold: bool = False, foreign: bool = False, tracking: float = 0.0) -> Line:
    """`text` on one line, `tracking` per mille of the size after each character; raises NoGlyph."""
    pieces: list[Piece] = []
    x = 0.0
    for run in runs(text, bold, foreign):
        for piece, advance in _shaped(run, x) if run.shaped else _straight(run, x, tracking):
            pieces.append(piece)
            x += advance
    return Line(tuple(pieces), x - (tracking if text else 0.0))


def _straight(run: Run, x: float, tracking: float) -> Iterator[tuple[Piece, float]]:
    parts = _AFTER_BRACKET.split(run.text)
    for index, part in enumerate(parts):
        advance = sum(run.face.width_of(character) for character in part) + tracking * len(part)
        advance -= _EMPTY_HALF if index + 1 < len(parts) else 0.0
        yield Piece(run.face, part, x, 0.0), advance
        x += advance


def _shaped(run: Run, x: float) -> Iterator[tuple[Piece, float]]:
    font = _shaper(run.face)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    scale = 1000 / font.face.upem
    glyphs, places = buffer.glyph_infos, buffer.glyph_positions
    texts = _carried(_texts([glyph.cluster for glyph in glyphs], run.text), [place.x_advance > 0 for place in places])
    for glyph, place, text in zip(glyphs, places, texts, strict=True):
        right, advance = place.x_offset * scale, place.x_advance * scale
        # A mark is as wide as the way to the next glyph: a reader of the PDF sees no gap after it.
        character = _drawable(run.face, glyph.codepoint, text, advance - right)
        yield Piece(run.face, character, x + right, place.y_offset * scale), advance
        x += advance


def _texts(clusters: Sequence[int], text: str) -> list[str]:
    """What each glyph stands for: in a cluster of more glyphs than characters the first ones stand for nothing (the
    upper half of a split Thai vowel), in one of fewer the last stands for all that is left."""
    starts = sorted(set(clusters))
    left = {start: text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)}
    shares = []
    for index, cluster in enumerate(clusters):
        glyphs = clusters[index:].count(cluster)
        share = "" if glyphs > len(left[cluster]) else left[cluster][:1] if glyphs > 1 else left[cluster]
        left[cluster] = left[cluster][len(share) :]
        shares.append(share)
    return shares


def _carried(texts: Sequence[str], advances: Sequence[bool]) -> list[str]:
    """The text of each mark moved to the base before it: no reader of the PDF has to put the two together again."""
    carried: list[str] = []
    base: int | None = None
    for text, advancing in zip(texts, advances, strict=True):
        if advancing or base is None:
            base = len(carried) if advancing else base
            carried.append(text)
        else:
            carried[base] += text
            carried.append("")
    return carried


def _drawable(face: Face, glyph: int, text: str, width: float) -> str:
    """The character under which `glyph` is drawn: its own where the font agrees, else a private one meaning `text`."""
    known = face.font.face
    if len(text) == 1 and known.charToGlyph.get(ord(text)) == glyph and face.width_of(text) == width:
        return text
    code = code_for(face.name, glyph, text, width)
    known.charToGlyph[code] = glyph
    known.charWidths[code] = width
    return chr(code)


@cache
def _shaper(face: Face) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(Path(face.path).read_bytes())))
