"""The head and the lines of a receipt: who, when and for what, as large as they fit, on as many pages as needed."""

from __future__ import annotations

from forms.page import THICK, Area, height_of
from forms.receipt_grid import LABEL, MARGIN, TABLE, VALUE, LinesPage
from forms.receipt_paper import ReceiptLine, ReceiptPaper
from forms.text import GREY, INK, MM, Style, wrap

HEAD, _ROWS_END = 34.0, 106.0
_LINE_SIZES = (11.0, 10.0, 9.0, 8.0)  # points; the largest with which the lines fit a page


def head(area: Area, paper: ReceiptPaper, top: float, *, first: bool) -> float:
    """Payer and day, cases and till; several cases go below, over the whole width. Gives the bottom."""
    side = top
    for label, text in (("日期", paper.issued), ("收款處", paper.till)):
        area.paragraph(_DAY, side, 14, label, LABEL)
        side = area.paragraph(_DAY + 14, side, TABLE - _DAY - 14, text, VALUE) + 0.8
    bottom = top
    for label, text, style, room in _left_fields(paper, first=first):
        bottom = max(bottom, side) if room > _LEFT_ROOM else bottom
        area.paragraph(MARGIN, bottom, 16, label, LABEL)
        bottom = area.paragraph(MARGIN + 16, bottom, room, text, style) + 0.8
    return max(bottom, side)


_DAY = 91.0  # leaves room for 115年12月31日　23:59 on one line
_LEFT_ROOM = _DAY - MARGIN - 16 - 4


def _left_fields(paper: ReceiptPaper, *, first: bool) -> list[tuple[str, str, Style, float]]:
    """Label, text, style and room; the cases are told on the first page only."""
    fields = [("繳款人", paper.payer, Style(VALUE.size, bold=True), _LEFT_ROOM)]
    if first and len(paper.cases) == 1:
        fields.append(("案件", paper.cases[0], VALUE, _LEFT_ROOM))
    elif first and paper.cases:
        style = VALUE.sized(9.5 if len(paper.cases) < 4 else 8.5)
        text = "\n".join(paper.cases) if len(paper.cases) < 4 else "；".join(paper.cases)
        fields.append(("案件", text, style, TABLE - MARGIN - 16))
    return fields


def head_height(paper: ReceiptPaper, *, first: bool) -> float:
    fields = [
        (room, len(wrap(text, style, room)) * style.line_height + 0.8)
        for _, text, style, room in _left_fields(paper, first=first)
    ]
    narrow = sum(high for room, high in fields if room <= _LEFT_ROOM)
    return max(narrow, 2 * (VALUE.line_height + 0.8)) + sum(high for room, high in fields if room > _LEFT_ROOM)


_NAME, _LAW, _PRICE, _COUNT = MARGIN, 62.0, 113.0, 127.0  # left, left, right and right edges of the columns
_NAME_ROOM, _LAW_ROOM = _LAW - _NAME - 3, _PRICE - _LAW - 9


def table(area: Area, page: LinesPage, top: float) -> float:
    area.rule(MARGIN, top, TABLE, THICK, INK)
    grey = Style(min(page.size, 9.5), colour=GREY)
    heads = (("項目", _NAME, "left"), ("依據", _LAW, "left"), ("單價", _PRICE, "right"))
    for text, x, align in (*heads, ("數量", _COUNT, "right"), ("金額", TABLE, "right")):
        area.text(x, top + 4.3, text, grey, align)
    top += 6.0
    for line in page.lines:
        area.rule(MARGIN, top, TABLE)
        top = _row(area, line, page.size, top)
    area.rule(MARGIN, top, TABLE, THICK, INK)
    return top


def _row(area: Area, line: ReceiptLine, size: float, top: float) -> float:
    name, law = _line_styles(size)
    pad = _pad(size)
    baseline = top + pad + name.size / MM * 0.88 + (name.line_height - name.size / MM) / 2
    area.paragraph(_NAME, top + pad, _NAME_ROOM, line.name, name)
    shift = (name.line_height - law.line_height) / 2 + 0.1  # both first lines on one baseline
    area.paragraph(_LAW, top + pad + shift, _LAW_ROOM, line.law, law)
    for x, figure in ((_PRICE, line.unit_price), (_COUNT, line.quantity), (TABLE, line.amount)):
        area.text(x, baseline, f"{figure:,}", name, "right")
    return top + _row_height(line, size)


def _row_height(line: ReceiptLine, size: float) -> float:
    name, law = _line_styles(size)
    return height_of([(line.name, name, _NAME_ROOM), (line.law, law, _LAW_ROOM)]) + 2 * _pad(size)


def _line_styles(size: float) -> tuple[Style, Style]:
    return Style(size, leading=1.25), Style(size - 1.5 if size > 9 else size - 0.5, colour=GREY, leading=1.25)


def _pad(size: float) -> float:
    return {11.0: 1.45, 10.0: 1.0, 9.0: 0.6}.get(size, 0.35)


def _room(paper: ReceiptPaper, *, first: bool) -> float:
    """Millimetres the rows may take between the head and the sum."""
    return _ROWS_END - (HEAD + head_height(paper, first=first) + 2.5 + 6.0)


def paged(paper: ReceiptPaper) -> list[LinesPage]:
    """The lines as they fall on pages: one page, unless even the smallest size does not fit it."""
    for size in _LINE_SIZES:
        if sum(_row_height(line, size) for line in paper.lines) <= _room(paper, first=True):
            return [LinesPage(paper.lines, size, 0, 1)]
    pages: list[list[ReceiptLine]] = [[]]
    left = _room(paper, first=True)
    for line in paper.lines:
        high = _row_height(line, _LINE_SIZES[-1])
        if pages[-1] and high > left:
            pages.append([])
            left = _room(paper, first=False)
        pages[-1].append(line)
        left -= high
    return [LinesPage(page, _LINE_SIZES[-1], index, len(pages)) for index, page in enumerate(pages)]
