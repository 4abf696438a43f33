"""The office's two parts of a receipt on the lower half of an A4 sheet, under the payer's."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.capitals import in_capitals
from forms.page import THICK, Area, Sheet
from forms.receipt_grid import (
    A4_HEIGHT,
    A5_HEIGHT,
    LABEL,
    MARGIN,
    PARTS,
    RIGHT,
    WIDTH,
    LinesPage,
    payment,
    standing,
    underlay,
)
from forms.receipt_paper import ReceiptLine, ReceiptPaper
from forms.text import GREY, INK, Style, width

_STUB = (A4_HEIGHT - A5_HEIGHT) / 2
_STUB_SIZE = Style(9)


def stubs(sheet: Sheet, paper: ReceiptPaper, page: LinesPage) -> None:
    for index, part in enumerate(PARTS[1:]):
        top = A5_HEIGHT + index * _STUB
        sheet.area(0, top).cut(0, WIDTH)
        _stub(sheet.area(0, top), paper, part, page)


def _stub(area: Area, paper: ReceiptPaper, part: str, page: LinesPage) -> None:
    underlay(area, paper, WIDTH / 2, 40, 60, 12)
    taken = area.text(MARGIN, 10, paper.title, Style(13, bold=True, tracking=60))
    area.text(MARGIN + taken + 5, 10, f"{part}　{page.words}".strip(), Style(9, colour=GREY))
    area.text(MARGIN, 15.4, paper.office, Style(9, colour=GREY))
    area.text(RIGHT, 10, paper.number, Style(13, bold=True), "right")
    wide = area.code128(RIGHT, 13, paper.number, 0.3, 8, "right")
    standing(area, paper, RIGHT - wide - 4, 12.6)
    top = _stub_head(area, paper, page, 18.0, RIGHT - MARGIN - wide - 8)
    bottom = _stub_lines(area, page.lines, max(top, 25.5) + 1.0)
    if page.last:
        _stub_sum(area, paper, bottom)
    else:
        area.text(RIGHT, bottom + 6, "續下頁", LABEL, "right")


def _stub_head(area: Area, paper: ReceiptPaper, page: LinesPage, top: float, room: float) -> float:
    style = Style(8.5, leading=1.25)
    facts = (f"{paper.issued}　{paper.till}　繳款人 {paper.payer}", "、".join(paper.cases) if page.index == 0 else "")
    for text in filter(None, facts):
        top = area.paragraph(MARGIN, top, room, text, style)
    return top


def _stub_lines(area: Area, lines: Sequence[ReceiptLine], top: float) -> float:
    """The lines in two columns, read down the first and then the second."""
    area.rule(MARGIN, top, RIGHT, THICK, INK)
    rows = max(1, (len(lines) + 1) // 2) if len(lines) > 3 else len(lines)
    gap, half = 8.0, (RIGHT - MARGIN - 8.0) / 2
    step = 4.4
    for index, line in enumerate(lines):
        x = MARGIN + (index // rows) * (half + gap)
        baseline = top + 4.4 + (index % rows) * step
        figures = f"{line.unit_price:,} × {line.quantity:,}"
        right = x + half
        area.text(right, baseline, f"{line.amount:,}", _STUB_SIZE, "right")
        area.text(right - 13, baseline, figures, _STUB_SIZE.sized(8.5), "right")
        room = half - 15 - width(figures, _STUB_SIZE.sized(8.5)) - 2
        area.text(x, baseline, line.name, _fitted(line.name, _STUB_SIZE, room))
    bottom = top + 1.8 + rows * step
    area.rule(MARGIN, bottom, RIGHT, THICK, INK)
    return bottom


def _fitted(text: str, style: Style, room: float) -> Style:
    """The style, smaller where the text would not fit its line."""
    return style.sized(style.size * min(1.0, room / max(width(text, style), 1e-6)))


def _stub_sum(area: Area, paper: ReceiptPaper, top: float) -> None:
    taken = area.text(MARGIN, top + 6.2, in_capitals(paper.total), Style(10.5))
    area.text(MARGIN + taken + 6, top + 6.2, payment(paper), _STUB_SIZE)
    area.text(RIGHT, top + 6.6, f"NT$ {paper.total:,}", Style(14, bold=True), "right")
    signers = f"經手人　{paper.clerk}" + (f"　　　主辦出納　{paper.cashier}" if paper.cashier else "")
    area.text(MARGIN, top + 12.4, signers, Style(9, colour=GREY))
