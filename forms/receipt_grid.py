"""The measures (mm) and small pieces that the whole part of a receipt and its stubs share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forms.page import Area
from forms.receipt_paper import ReceiptLine, ReceiptPaper
from forms.text import GREY, Style, width

PARTS = ("第一聯　收執聯（交繳款人）", "第二聯　報核聯（會計）", "第三聯　存根聯（出納）")

WIDTH, A5_HEIGHT, A4_HEIGHT = 210.0, 148.0, 297.0
MARGIN = 11.0
RIGHT = WIDTH - MARGIN
QR_SIDE = 45.0  # a QR of up to 300 bytes is read from paper at this size
PROOF = RIGHT - QR_SIDE  # the column of proofs: number, QR, seal
TABLE = PROOF - 8.0  # right edge of what is told
LABEL = Style(10, colour=GREY)
VALUE = Style(10.5)
SMALL = Style(8.5, colour=GREY)
UNDER = Style(92, bold=True, colour="#DDE2E7", tracking=200)


@dataclass(frozen=True, slots=True)
class LinesPage:
    """The lines of one page, their size in points, and where it stands among its fellows."""

    lines: Sequence[ReceiptLine]
    size: float
    index: int
    count: int

    @property
    def last(self) -> bool:
        return self.index + 1 == self.count

    @property
    def words(self) -> str:
        return f"第 {self.index + 1}／{self.count} 頁" if self.count > 1 else ""


def standing(area: Area, paper: ReceiptPaper, right: float, top: float) -> None:
    """In a frame beside the number: that this is a copy, or that the receipt is void."""
    words = [f"副本 {paper.copy}"] if paper.copy else []
    words += ["作廢"] if paper.void is not None else []
    style = Style(12, bold=True)
    for word in words:
        wide = width(word, style) + 6
        area.box(right - wide, top, wide, 7.6)
        area.text(right - wide / 2, top + 5.3, word, style, "centre")
        right -= wide + 3


def payment(paper: ReceiptPaper) -> str:
    words = [paper.method]
    words += [f"收 {paper.tendered:,}"] if paper.tendered is not None else []
    words += [f"找 {paper.change:,}"] if paper.change is not None else []
    return "　".join(words)


def underlay(area: Area, paper: ReceiptPaper, x: float, y: float, size: float, angle: float) -> None:
    """A large pale word under the text: the receipt is void, or only shown before it is paid."""
    word = "作廢" if paper.void is not None else "預覽" if paper.preview else ""
    if word:
        area.mark(x, y, word, UNDER.sized(size), angle)
