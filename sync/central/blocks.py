"""Which receipt numbers a till gets next: arithmetic on what central has allotted and seen used."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.events import BlockAllotted

BLOCK_SIZE = 1000
LOW_PERCENT = 30


def first_block(till: str) -> BlockAllotted:
    """The block a till is enrolled with."""
    return BlockAllotted(till=till, first=1, last=BLOCK_SIZE)


def further_block(till: str, blocks: Sequence[BlockAllotted], highest_used: int) -> BlockAllotted | None:
    """The next block once no more than 30 % of the latest one is left, else `None`. Numbers are used in order."""
    if not blocks:
        return first_block(till)
    latest = max(blocks, key=lambda block: block.last)
    left = latest.last - max(highest_used, latest.first - 1)
    if left * 100 > (latest.last - latest.first + 1) * LOW_PERCENT:
        return None
    return BlockAllotted(till=till, first=latest.last + 1, last=latest.last + BLOCK_SIZE)
