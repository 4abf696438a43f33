"""Code 128 and QR as plain rectangles: sharp at any printer resolution, no picture inside the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import segno
from barcode import Code128


class Bar(NamedTuple):
    """A dark rectangle, in modules from the top left corner."""

    x: int
    y: int
    width: int
    height: int


class Symbol(NamedTuple):
    """A symbol without its quiet zone: `columns` by `rows` modules (a linear symbol has one row)."""

    columns: int
    rows: int
    bars: tuple[Bar, ...]


@lru_cache(maxsize=16)
def code128(text: str) -> Symbol:
    """Code 128 of printable ASCII; a quiet zone of ten modules each side is the page's business."""
    modules = Code128(text).build()[0]
    return Symbol(len(modules), 1, tuple(_bars(modules, 0)))


@lru_cache(maxsize=16)
def qr(content: bytes | str) -> Symbol:
    """A QR of level M: bytes as they are, text in UTF-8; a quiet zone of four modules is the page's business."""
    code = segno.make_qr(content, error="m", mode="byte", boost_error=False, encoding=None)
    rows = [bytes(row) for row in code.matrix]
    bars = (bar for y, row in enumerate(rows) for bar in _bars("".join("1" if cell else "0" for cell in row), y))
    return Symbol(len(rows), len(rows), tuple(bars))


def _bars(modules: str, y: int) -> Iterator[Bar]:
    x = 0
    for dark, group in groupby(modules):
        size = len(list(group))
        if dark == "1":
            yield Bar(x, y, size, 1)
        x += size
