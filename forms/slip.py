"""The arrival slip: proof, timed on the device, that a case was handed in, what deadline it keeps, what is next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from forms.flow import Block, draw, paged
from forms.page import THICK, Area, Sheet
from forms.text import GREY, GROUND, INK, Style, wrap

_WIDTH, _HEIGHT = 148.0, 210.0
_LEFT, _RIGHT = 12.0, 136.0
_ROOM = _RIGHT - _LEFT
_TOP, _FOOT = 10.0, 161.0
_QR_SIDE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipWords:
    """The slip's fixed words in one language; the names of the fields are the keys of the translations."""

    title: str
    applicant: str
    service: str
    received: str
    keeps: str
    next: str
    scan: str
    scan_how: str
    phone: str
    clerk: str


ZH = SlipWords(
    title="收件憑證",
    applicant="申請人",
    service="辦理事項",
    received="收件時間",
    keeps="法定期限",
    next="接下來",
    scan="掃描看進度",
    scan_how="輸入手機末四碼，不顯示姓名與地址",
    phone="電話",
    clerk="承辦",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipSide:
    """All texts of the slip in one language: when it was received and by whose clock, the deadline set by law and
    whether this keeps it (both empty where there is none), what happens next (a line each)."""

    words: SlipWords
    applicant: str
    service: str
    received: str
    clock: str
    deadline: str
    keeps: str
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPaper:
    """An arrival slip; `link` is `progress_link`'s address."""

    office: str
    case: str
    link: str
    phone: str
    clerk: str
    zh: SlipSide
    other: SlipSide | None = None

    @property
    def sides(self) -> tuple[SlipSide, ...]:
        return (self.zh,) if self.other is None else (self.zh, self.other)


def progress_link(page: str, case: str, code: str) -> str:
    """The progress page's address for a case and its random code, in the fragment: it never reaches a server's log.

    Where the office has no such page, case and code alone.
    """
    told = f"{quote(case)}.{quote(code)}"
    return f"{page}#{told}" if page else told


def render(paper: SlipPaper) -> bytes:
    """The PDF, A5 upright; raises NoGlyph when a character cannot be drawn."""
    sheet = Sheet(f"{paper.zh.words.title} {paper.case}", _WIDTH, _HEIGHT)
    pages = paged([_header(paper), _whom(paper), *_answers(paper)], _TOP, _TOP, _HEIGHT - 12, _FOOT)
    for index, page in enumerate(pages):
        area = sheet.area()
        draw(area, page, _TOP)
        if index + 1 == len(pages):
            _foot(area, paper)
        sheet.next_page()
    return sheet.finish()


def _header(paper: SlipPaper) -> Block:
    subtitle = Style(11, colour=GREY, foreign=True)
    lines = len(wrap(paper.other.words.title, subtitle, 64)) if paper.other else 0

    def put(area: Area, top: float) -> None:
        area.text(_LEFT, top + 5, paper.office, Style(10.5))
        area.text(_LEFT, top + 15, paper.zh.words.title, Style(22, bold=True, tracking=110))
        if paper.other is not None:
            area.paragraph(_LEFT, top + 17.5, 64, paper.other.words.title, subtitle)
        area.code128(_RIGHT, top + 1.5, paper.case, 0.25, 10, "right")
        area.text(_RIGHT, top + 16, paper.case, Style(11, tracking=40), "right")

    return Block(22.0 + lines * subtitle.line_height, put)


def _whom(paper: SlipPaper) -> Block:
    """Applicant and service on a grey ground, Chinese above the second language."""
    label_room, pad = 26.0, 3.0
    rows: list[tuple[str, Style, str, Style]] = []
    for name in ("applicant", "service"):
        for side in paper.sides:
            foreign = side is not paper.zh
            value = Style(9.5, foreign=True) if foreign else Style(11.5, bold=True)
            label = Style(8.5 if foreign else 10, colour=GREY, foreign=foreign)
            rows.append((getattr(side.words, name), label, getattr(side, name), value))
    room = _ROOM - label_room - 8
    height = 2 * pad + sum(len(wrap(text, style, room)) * style.line_height for _, _, text, style in rows)

    def put(area: Area, top: float) -> None:
        area.ground(_LEFT, top, _ROOM, height, GROUND)
        top += pad
        for word, label, text, style in rows:
            drop = (style.line_height - label.line_height) / 2
            area.paragraph(_LEFT + 4, top + drop, label_room, word, label)
            top = area.paragraph(_LEFT + 4 + label_room, top, room, text, style)

    return Block(height + 3, put)


def _answers(paper: SlipPaper) -> list[Block]:
    asked = [(side.words.received, side.received, side.clock) for side in paper.sides]
    kept = [(side.words.keeps, side.deadline, side.keeps) for side in paper.sides]
    following = [(side.words.next, "", side.next) for side in paper.sides]
    groups = [asked, kept, following] if paper.zh.deadline else [asked, following]
    return [_answer(group, last=group is following) for group in groups]


def _answer(texts: Sequence[tuple[str, str, str]], *, last: bool) -> Block:
    """The question in both languages on one line, then the answer in Chinese and under it in the second language."""
    rows = [("　".join(question for question, _, _ in texts), Style(9, colour=GREY))]
    for index, (_, strong, plain) in enumerate(texts):
        foreign = index > 0
        big = Style(10 if foreign else 13, bold=True, foreign=foreign, leading=1.3)
        small = Style(9.3 if foreign else 10.5, colour=GREY if foreign else INK, foreign=foreign, leading=1.3)
        rows += [(text, style) for text, style in ((strong, big), (plain, small)) if text]
    height = 4.4 + sum(len(wrap(text, style, _ROOM)) * style.line_height for text, style in rows)

    def put(area: Area, top: float) -> None:
        bottom = top + 2.2
        for text, style in rows:
            bottom = area.paragraph(_LEFT, bottom, _ROOM, text, style)
        if not last:
            area.rule(_LEFT, top + height, _RIGHT)

    return Block(height, put)


def _foot(area: Area, paper: SlipPaper) -> None:
    area.rule(_LEFT, _FOOT + 3, _RIGHT, THICK, INK)
    top = _FOOT + 7.5
    area.qr(_LEFT, top, _QR_SIDE, paper.link)
    x = _LEFT + _QR_SIDE + 6
    for side in paper.sides:
        foreign = side is not paper.zh
        bold = Style(10 if foreign else 11.5, bold=True, foreign=foreign)
        top = area.paragraph(x, top, _RIGHT - x, side.words.scan, bold)
        plain = Style(8.5 if foreign else 9.5, colour=GREY, foreign=foreign)
        top = area.paragraph(x, top, _RIGHT - x, side.words.scan_how, plain)
    phone = f"{' '.join(side.words.phone for side in paper.sides)}　{paper.phone}"
    clerk = f"{' '.join(side.words.clerk for side in paper.sides)}　{paper.clerk}"
    below = max(_FOOT + 7.5 + _QR_SIDE - 5.6, top + 4.4)
    area.text(x, below, phone, Style(9.5, colour=GREY))
    area.text(x, below + 5, clerk, Style(9.5, colour=GREY))
