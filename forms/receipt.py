"""The fee receipt: one numbered proof of payment in three parts, on A5 (a page a part) or A4 (all on one sheet)."""

from __future__ import annotations

from typing import Literal

from app.domain.capitals import in_capitals
from forms.page import Area, Sheet
from forms.receipt_grid import (
    A4_HEIGHT,
    A5_HEIGHT,
    LABEL,
    MARGIN,
    PARTS,
    PROOF,
    QR_SIDE,
    RIGHT,
    SMALL,
    TABLE,
    VALUE,
    WIDTH,
    LinesPage,
    payment,
    standing,
    underlay,
)
from forms.receipt_lines import HEAD, head, paged, table
from forms.receipt_paper import ReceiptLine, ReceiptPaper
from forms.receipt_stub import stubs
from forms.text import GREY, Style

__all__ = ["PARTS", "ReceiptLine", "ReceiptPaper", "Size", "render"]

Size = Literal["A5", "A4"]
_FOOT = 137.5


def render(paper: ReceiptPaper, size: Size = "A5") -> bytes:
    """The PDF with all three parts; raises NoGlyph when a character cannot be drawn."""
    sheet = Sheet(f"{paper.title} {paper.number}", WIDTH, A5_HEIGHT if size == "A5" else A4_HEIGHT)
    pages = paged(paper)
    for part in PARTS if size == "A5" else PARTS[:1]:
        for page in pages:
            _part(sheet.area(), paper, part, page)
            if size == "A4":
                stubs(sheet, paper, page)
            sheet.next_page()
    return sheet.finish()


def _part(area: Area, paper: ReceiptPaper, part: str, page: LinesPage) -> None:
    underlay(area, paper, TABLE / 2 + 6, 80, 92, 18)
    area.text(MARGIN, 16.5, paper.office, Style(11.5))
    area.text(MARGIN, 27.5, paper.title, Style(24, bold=True, tracking=110))
    _proofs(area, paper, part, page)
    top = head(area, paper, HEAD, first=page.index == 0)
    bottom = table(area, page, top + 2.5)
    if page.last:
        _sum(area, paper, bottom)
    else:
        area.text(TABLE, bottom + 7, "續下頁", LABEL, "right")
    _foot(area, paper)


def _proofs(area: Area, paper: ReceiptPaper, part: str, page: LinesPage) -> None:
    area.text(RIGHT, 17.5, paper.number, Style(17, bold=True), "right")
    area.text(RIGHT, 23.5, part, Style(9, colour=GREY), "right")
    standing(area, paper, PROOF - 8, 12.0)
    area.qr(PROOF, 30, QR_SIDE, paper.code)
    area.text(PROOF + QR_SIDE / 2, 80, "離線可驗真偽", SMALL, "centre")
    area.box(PROOF + 2.5, 88, 40, 40, radius=1, dashed=True)
    area.text(PROOF + QR_SIDE / 2, 109.2, "機關印信", Style(9.5, colour=GREY), "centre")
    area.text(RIGHT, 134, page.words, SMALL, "right")


def _sum(area: Area, paper: ReceiptPaper, top: float) -> None:
    top += 3.0 if top < 90 else 0.0
    area.text(MARGIN, top + 8.5, "合計", LABEL)
    area.text(MARGIN + 16, top + 8.5, in_capitals(paper.total), Style(13, tracking=30))
    area.text(TABLE, top + 9.5, f"NT$ {paper.total:,}", Style(22, bold=True), "right")
    area.text(MARGIN, top + 15.5, "付款", LABEL)
    area.text(MARGIN + 16, top + 15.5, payment(paper), VALUE)


def _foot(area: Area, paper: ReceiptPaper) -> None:
    area.code128(MARGIN, 123.6, paper.number, 0.33, 9)
    area.text(MARGIN, 135.6, paper.number, Style(8, tracking=100))
    x = 64.0 + 24
    for label, name, baseline in (("經手人", paper.clerk, 128.0), ("主辦出納", paper.cashier, 134.0)):
        if name:
            area.text(x, baseline, label, Style(9.5, colour=GREY))
            area.text(x + 17, baseline, name, Style(9.5))
    area.rule(MARGIN, _FOOT, RIGHT)
    area.text(MARGIN, _FOOT + 4.4, _note(paper), SMALL)
    area.text(RIGHT, _FOOT + 4.4, "本收據以連號列印，塗改無效", SMALL, "right")


def _note(paper: ReceiptPaper) -> str:
    if paper.void is not None:
        return f"本收據已作廢：{paper.void}"
    return "預覽：尚未收款，號碼未取用" if paper.preview else paper.note
