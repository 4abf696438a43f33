"""The fee receipt: one numbered proof of payment in three parts, on A5 (a page a part) or A4 (all on one sheet)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.domain.capitals import in_capitals
from forms.page import THICK, Area, Sheet, height_of
from forms.text import GREY, INK, MM, Style, width, wrap

Size = Literal["A5", "A4"]
PARTS = ("第一聯　收執聯（交繳款人）", "第二聯　報核聯（會計）", "第三聯　存根聯（出納）")

_WIDTH, _A5_HEIGHT, _A4_HEIGHT = 210.0, 148.0, 297.0
_MARGIN = 11.0
_RIGHT = _WIDTH - _MARGIN
_QR_SIDE = 45.0  # a QR of up to 300 bytes is read from paper at this size
_PROOF = _RIGHT - _QR_SIDE  # the column of proofs: number, QR, seal
_TABLE = _PROOF - 8.0  # right edge of what is told
_HEAD, _ROWS_END, _FOOT = 34.0, 106.0, 137.5
_LABEL = Style(10, colour=GREY)
_VALUE = Style(10.5)
_SMALL = Style(8.5, colour=GREY)
_VOID = Style(92, bold=True, colour="#DDE2E7", tracking=200)
_LINE_SIZES = (11.0, 10.0, 9.0, 8.0)  # points; the largest with which the lines fit a page


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One line; NT$, `amount` as decided by the fee rule (not always quantity times price)."""

    name: str
    law: str
    unit_price: int
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper:
    """What a receipt says, as ready texts; NT$ integers; `code` is the QR's text (`app.domain.receipt_code`).

    `copy` counts reprints (0 = the original, n prints 副本 n); `void` is the reason when the receipt was voided.
    """

    office: str
    number: str
    issued: str
    payer: str
    cases: tuple[str, ...]
    till: str
    lines: tuple[ReceiptLine, ...]
    total: int
    method: str
    clerk: str
    code: str
    tendered: int | None = None
    change: int | None = None
    cashier: str = ""
    copy: int = 0
    void: str | None = None
    title: str = "規費收據"
    note: str = "規費溢繳或誤繳，得於繳納之日起五年內申請退還（規費法第18條）。"

    def __post_init__(self) -> None:
        if sum(line.amount for line in self.lines) != self.total:
            raise ValueError(f"the lines of {self.number} do not add up to {self.total}")


@dataclass(frozen=True, slots=True)
class _Page:
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


def render(paper: ReceiptPaper, size: Size = "A5") -> bytes:
    """The PDF with all three parts; raises NoGlyph when a character cannot be drawn."""
    sheet = Sheet(f"{paper.title} {paper.number}", _WIDTH, _A5_HEIGHT if size == "A5" else _A4_HEIGHT)
    paged = _paged(paper)
    pages = [_Page(lines, points, index, len(paged)) for index, (points, lines) in enumerate(paged)]
    for part in PARTS if size == "A5" else PARTS[:1]:
        for page in pages:
            _part(sheet.area(), paper, part, page)
            if size == "A4":
                _stubs(sheet, paper, page)
            sheet.next_page()
    return sheet.finish()


# The whole part: facts on the left, proofs on the right ---------------------------------------------------------------


def _part(area: Area, paper: ReceiptPaper, part: str, page: _Page) -> None:
    if paper.void is not None:
        area.mark(_TABLE / 2 + 6, 80, "作廢", _VOID, 18)
    area.text(_MARGIN, 16.5, paper.office, Style(11.5))
    area.text(_MARGIN, 27.5, paper.title, Style(24, bold=True, tracking=110))
    _proofs(area, paper, part, page)
    top = _head(area, paper, _HEAD, first=page.index == 0)
    bottom = _table(area, page, top + 2.5)
    if page.last:
        _sum(area, paper, bottom)
    else:
        area.text(_TABLE, bottom + 7, "續下頁", _LABEL, "right")
    _foot(area, paper)


def _proofs(area: Area, paper: ReceiptPaper, part: str, page: _Page) -> None:
    area.text(_RIGHT, 17.5, paper.number, Style(17, bold=True), "right")
    area.text(_RIGHT, 23.5, part, Style(9, colour=GREY), "right")
    _standing(area, paper, _PROOF - 8, 12.0)
    area.qr(_PROOF, 30, _QR_SIDE, paper.code)
    area.text(_PROOF + _QR_SIDE / 2, 80, "離線可驗真偽", _SMALL, "centre")
    area.box(_PROOF + 2.5, 88, 40, 40, radius=1, dashed=True)
    area.text(_PROOF + _QR_SIDE / 2, 109.2, "機關印信", Style(9.5, colour=GREY), "centre")
    area.text(_RIGHT, 134, page.words, _SMALL, "right")


def _standing(area: Area, paper: ReceiptPaper, right: float, top: float) -> None:
    """In a frame beside the number: that this is a copy, or that the receipt is void."""
    words = [f"副本 {paper.copy}"] if paper.copy else []
    words += ["作廢"] if paper.void is not None else []
    style = Style(12, bold=True)
    for word in words:
        wide = width(word, style) + 6
        area.box(right - wide, top, wide, 7.6)
        area.text(right - wide / 2, top + 5.3, word, style, "centre")
        right -= wide + 3


def _head(area: Area, paper: ReceiptPaper, top: float, *, first: bool) -> float:
    """Payer and day, cases and till; several cases go below, over the whole width. Gives the bottom."""
    side = top
    for label, text in (("日期", paper.issued), ("收款處", paper.till)):
        area.paragraph(_DAY, side, 14, label, _LABEL)
        side = area.paragraph(_DAY + 14, side, _TABLE - _DAY - 14, text, _VALUE) + 0.8
    bottom = top
    for label, text, style, room in _left_fields(paper, first=first):
        bottom = max(bottom, side) if room > _LEFT_ROOM else bottom
        area.paragraph(_MARGIN, bottom, 16, label, _LABEL)
        bottom = area.paragraph(_MARGIN + 16, bottom, room, text, style) + 0.8
    return max(bottom, side)


_DAY = 96.0
_LEFT_ROOM = _DAY - _MARGIN - 16 - 4


def _left_fields(paper: ReceiptPaper, *, first: bool) -> list[tuple[str, str, Style, float]]:
    """Label, text, style and room; the cases are told on the first page only."""
    fields = [("繳款人", paper.payer, Style(_VALUE.size, bold=True), _LEFT_ROOM)]
    if first and len(paper.cases) == 1:
        fields.append(("案件", paper.cases[0], _VALUE, _LEFT_ROOM))
    elif first and paper.cases:
        style = _VALUE.sized(9.5 if len(paper.cases) < 4 else 8.5)
        text = "\n".join(paper.cases) if len(paper.cases) < 4 else "；".join(paper.cases)
        fields.append(("案件", text, style, _TABLE - _MARGIN - 16))
    return fields


def _head_height(paper: ReceiptPaper, *, first: bool) -> float:
    fields = [
        (room, len(wrap(text, style, room)) * style.line_height + 0.8)
        for _, text, style, room in _left_fields(paper, first=first)
    ]
    narrow = sum(high for room, high in fields if room <= _LEFT_ROOM)
    return max(narrow, 2 * (_VALUE.line_height + 0.8)) + sum(high for room, high in fields if room > _LEFT_ROOM)


_NAME, _LAW, _PRICE, _COUNT = _MARGIN, 62.0, 113.0, 127.0  # left, left, right and right edges of the columns
_NAME_ROOM, _LAW_ROOM = _LAW - _NAME - 3, _PRICE - _LAW - 11


def _table(area: Area, page: _Page, top: float) -> float:
    area.rule(_MARGIN, top, _TABLE, THICK, INK)
    grey = Style(min(page.size, 9.5), colour=GREY)
    heads = (("項目", _NAME, "left"), ("依據", _LAW, "left"), ("單價", _PRICE, "right"))
    for text, x, align in (*heads, ("數量", _COUNT, "right"), ("金額", _TABLE, "right")):
        area.text(x, top + 4.3, text, grey, align)
    top += 6.0
    for line in page.lines:
        area.rule(_MARGIN, top, _TABLE)
        top = _row(area, line, page.size, top)
    area.rule(_MARGIN, top, _TABLE, THICK, INK)
    return top


def _row(area: Area, line: ReceiptLine, size: float, top: float) -> float:
    name, law = _line_styles(size)
    pad = _pad(size)
    baseline = top + pad + name.size / MM * 0.88 + (name.line_height - name.size / MM) / 2
    area.paragraph(_NAME, top + pad, _NAME_ROOM, line.name, name)
    shift = (name.line_height - law.line_height) / 2 + 0.1  # both first lines on one baseline
    area.paragraph(_LAW, top + pad + shift, _LAW_ROOM, line.law, law)
    for x, figure in ((_PRICE, line.unit_price), (_COUNT, line.quantity), (_TABLE, line.amount)):
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
    return _ROWS_END - (_HEAD + _head_height(paper, first=first) + 2.5 + 6.0)


def _paged(paper: ReceiptPaper) -> list[tuple[float, Sequence[ReceiptLine]]]:
    """The lines as they fall on pages, with their size: one page, unless even the smallest size does not fit it."""
    for size in _LINE_SIZES:
        if sum(_row_height(line, size) for line in paper.lines) <= _room(paper, first=True):
            return [(size, paper.lines)]
    pages: list[list[ReceiptLine]] = [[]]
    left = _room(paper, first=True)
    for line in paper.lines:
        high = _row_height(line, _LINE_SIZES[-1])
        if pages[-1] and high > left:
            pages.append([])
            left = _room(paper, first=False)
        pages[-1].append(line)
        left -= high
    return [(_LINE_SIZES[-1], page) for page in pages]


def _sum(area: Area, paper: ReceiptPaper, top: float) -> None:
    top += 3.0 if top < 90 else 0.0
    area.text(_MARGIN, top + 8.5, "合計", _LABEL)
    area.text(_MARGIN + 16, top + 8.5, in_capitals(paper.total), Style(13, tracking=30))
    area.text(_TABLE, top + 9.5, f"NT$ {paper.total:,}", Style(22, bold=True), "right")
    area.text(_MARGIN, top + 15.5, "付款", _LABEL)
    area.text(_MARGIN + 16, top + 15.5, _payment(paper), _VALUE)


def _payment(paper: ReceiptPaper) -> str:
    words = [paper.method]
    words += [f"收 {paper.tendered:,}"] if paper.tendered is not None else []
    words += [f"找 {paper.change:,}"] if paper.change is not None else []
    return "　".join(words)


def _foot(area: Area, paper: ReceiptPaper) -> None:
    area.code128(_MARGIN, 123.6, paper.number, 0.33, 9)
    area.text(_MARGIN, 135.6, paper.number, Style(8, tracking=100))
    x = 64.0 + 24
    for label, name, baseline in (("經手人", paper.clerk, 128.0), ("主辦出納", paper.cashier, 134.0)):
        if name:
            area.text(x, baseline, label, Style(9.5, colour=GREY))
            area.text(x + 17, baseline, name, Style(9.5))
    area.rule(_MARGIN, _FOOT, _RIGHT)
    note = paper.note if paper.void is None else f"本收據已作廢：{paper.void}"
    area.text(_MARGIN, _FOOT + 4.4, note, _SMALL)
    area.text(_RIGHT, _FOOT + 4.4, "本收據以連號列印，塗改無效", _SMALL, "right")


# The office's two parts on A4 -----------------------------------------------------------------------------------------

_STUB = (_A4_HEIGHT - _A5_HEIGHT) / 2
_STUB_SIZE = Style(9)


def _stubs(sheet: Sheet, paper: ReceiptPaper, page: _Page) -> None:
    for index, part in enumerate(PARTS[1:]):
        top = _A5_HEIGHT + index * _STUB
        sheet.area(0, top).cut(0, _WIDTH)
        _stub(sheet.area(0, top), paper, part, page)


def _stub(area: Area, paper: ReceiptPaper, part: str, page: _Page) -> None:
    if paper.void is not None:
        area.mark(_WIDTH / 2, 40, "作廢", _VOID.sized(60), 12)
    taken = area.text(_MARGIN, 10, paper.title, Style(13, bold=True, tracking=60))
    area.text(_MARGIN + taken + 5, 10, f"{part}　{page.words}".strip(), Style(9, colour=GREY))
    area.text(_MARGIN, 15.4, paper.office, Style(9, colour=GREY))
    area.text(_RIGHT, 10, paper.number, Style(13, bold=True), "right")
    wide = area.code128(_RIGHT, 13, paper.number, 0.3, 8, "right")
    _standing(area, paper, _RIGHT - wide - 4, 12.6)
    top = _stub_head(area, paper, page, 18.0, _RIGHT - _MARGIN - wide - 8)
    bottom = _stub_lines(area, page.lines, max(top, 25.5) + 1.0)
    if page.last:
        _stub_sum(area, paper, bottom)
    else:
        area.text(_RIGHT, bottom + 6, "續下頁", _LABEL, "right")


def _stub_head(area: Area, paper: ReceiptPaper, page: _Page, top: float, room: float) -> float:
    style = Style(8.5, leading=1.25)
    facts = (f"{paper.issued}　{paper.till}　繳款人 {paper.payer}", "、".join(paper.cases) if page.index == 0 else "")
    for text in filter(None, facts):
        top = area.paragraph(_MARGIN, top, room, text, style)
    return top


def _stub_lines(area: Area, lines: Sequence[ReceiptLine], top: float) -> float:
    """The lines in two columns, read down the first and then the second."""
    area.rule(_MARGIN, top, _RIGHT, THICK, INK)
    rows = max(1, (len(lines) + 1) // 2) if len(lines) > 3 else len(lines)
    gap, half = 8.0, (_RIGHT - _MARGIN - 8.0) / 2
    step = 4.4
    for index, line in enumerate(lines):
        x = _MARGIN + (index // rows) * (half + gap)
        baseline = top + 4.4 + (index % rows) * step
        figures = f"{line.unit_price:,} × {line.quantity:,}"
        right = x + half
        area.text(right, baseline, f"{line.amount:,}", _STUB_SIZE, "right")
        area.text(right - 13, baseline, figures, _STUB_SIZE.sized(8.5), "right")
        room = half - 15 - width(figures, _STUB_SIZE.sized(8.5)) - 2
        area.text(x, baseline, line.name, _fitted(line.name, _STUB_SIZE, room))
    bottom = top + 1.8 + rows * step
    area.rule(_MARGIN, bottom, _RIGHT, THICK, INK)
    return bottom


def _fitted(text: str, style: Style, room: float) -> Style:
    """The style, smaller where the text would not fit its line."""
    return style.sized(style.size * min(1.0, room / max(width(text, style), 1e-6)))


def _stub_sum(area: Area, paper: ReceiptPaper, top: float) -> None:
    taken = area.text(_MARGIN, top + 6.2, in_capitals(paper.total), Style(10.5))
    area.text(_MARGIN + taken + 6, top + 6.2, _payment(paper), _STUB_SIZE)
    area.text(_RIGHT, top + 6.6, f"NT$ {paper.total:,}", Style(14, bold=True), "right")
    signers = f"經手人　{paper.clerk}" + (f"　　　主辦出納　{paper.cashier}" if paper.cashier else "")
    area.text(_MARGIN, top + 12.4, signers, Style(9, colour=GREY))
