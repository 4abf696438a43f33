"""Blocks of known height placed one under another, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from forms.page import Area


@dataclass(frozen=True, slots=True)
class Block:
    """Something `height` mm high that `draw(area, top)` puts on the page."""

    height: float
    draw: Callable[[Area, float], None]


def paged(
    blocks: Sequence[Block], first_top: float, next_top: float, bottom: float, last_bottom: float
) -> list[list[Block]]:
    """The blocks of each page: pages end at `bottom`, the last one at `last_bottom`; a block is never cut."""
    pages: list[list[Block]] = [[]]
    top = first_top
    for block in blocks:
        if pages[-1] and top + block.height > bottom:
            pages.append([])
            top = next_top
        pages[-1].append(block)
        top += block.height
    if top > last_bottom:  # what stands at the foot never stands on a page alone
        pages.append([pages[-1].pop()])
    return pages


def draw(area: Area, blocks: Sequence[Block], top: float) -> float:
    """Draws the blocks from `top` down and gives the bottom."""
    for block in blocks:
        block.draw(area, top)
        top += block.height
    return top
