"""The one-time notice: everything missing, told once, in Chinese and, if asked for, in another language beside it.

Household Registration Act Enforcement Rules, art. 20: incomplete formalities are told all at once.  Two parts: one for
the citizen, one signed and kept.
"""

from __future__ import annotations

from forms.column import AXIS, LOOSE, MARGIN, RIGHT, TIGHT, Column, Field, columns
from forms.flow import Block, draw, paged
from forms.notice_paper import ZH, MissingText, NoticePaper, NoticeSide, NoticeWords
from forms.page import HAIR, THICK, Area, Sheet
from forms.text import GREY, GROUND, INK, Style, width, wrap

__all__ = ["ZH", "MissingText", "NoticePaper", "NoticeSide", "NoticeWords", "render"]

_WIDTH, _HEIGHT = 210.0, 297.0
_TICK = 10.5  # mm the tick box takes before a paper's name
_BOTTOM, _FOOT = 282.0, 249.0
_NEXT_TOP = 34.0
_QR_SIDE = 30.0
_SUBTITLE_ROOM = 88.0  # the rest of the width belongs to the part's name


def render(paper: NoticePaper) -> bytes:
    """The PDF with both parts, A4; raises NoGlyph when a character cannot be drawn."""
    sheet = Sheet(f"{paper.zh.words.title} {paper.number}", _WIDTH, _HEIGHT)
    head = [_header(paper), _whom(paper), _promise(paper)]
    first_top = 12.0 + sum(block.height for block in head)
    pages = _pages(paper, first_top)
    for part in range(2):
        for index, page in enumerate(pages):
            area = sheet.area()
            words = f"{index + 1}／{len(pages)}" if len(pages) > 1 else ""
            _labels(area, paper, part, words)
            top = draw(area, head, 12.0) if index == 0 else _continued(area, paper)
            draw(area, page, top)
            if index + 1 == len(pages):
                _foot(area, paper)
            sheet.next_page()
    return sheet.finish()


def _pages(paper: NoticePaper, first_top: float) -> list[list[Block]]:
    """The papers and answers, set tighter where that keeps the notice on one page."""
    found: list[list[Block]] = []
    for leading in (LOOSE, TIGHT):
        blocks = [*_papers(paper, leading), *_answers(paper, leading)]
        tried = paged(blocks, first_top, _NEXT_TOP + 1.5, _BOTTOM, _FOOT)
        if not found or len(tried) < len(found):
            found = tried
    return found


# The head -------------------------------------------------------------------------------------------------------------


def _labels(area: Area, paper: NoticePaper, part: int, page: str) -> None:
    """Top right of every page: the code, the number, whose part it is."""
    area.code128(RIGHT, 13, paper.code, 0.33, 9.5, "right")
    area.text(RIGHT, 27.6, paper.number, Style(11, tracking=40), "right")
    chinese = (paper.zh.words.part_citizen, paper.zh.words.part_office)[part]
    chinese += f"　第 {page} 頁" if page else ""
    right = RIGHT
    if paper.other is not None:
        style = Style(8.5, colour=GREY, foreign=True)
        right -= (
            area.text(RIGHT, 33, (paper.other.words.part_citizen, paper.other.words.part_office)[part], style, "right")
            + 3
        )
    area.text(right, 33, chinese, Style(9, colour=GREY), "right")


def _header(paper: NoticePaper) -> Block:
    def put(area: Area, top: float) -> None:
        area.text(MARGIN, top + 5, paper.office, Style(11.5))
        area.text(MARGIN, top + 16, paper.zh.words.title, Style(25, bold=True, tracking=110))
        if paper.other is not None:
            area.paragraph(MARGIN, top + 18.5, _SUBTITLE_ROOM, paper.other.words.title, _subtitle())

    extra = 0.0
    if paper.other is not None:
        extra = len(wrap(paper.other.words.title, _subtitle(), _SUBTITLE_ROOM)) * _subtitle().line_height + 1
    return Block(22.0 + max(extra, 3.5), put)


def _subtitle() -> Style:
    return Style(12, colour=GREY, foreign=True)


def _continued(area: Area, paper: NoticePaper) -> float:
    area.text(MARGIN, 17, paper.office, Style(10, colour=GREY))
    area.text(MARGIN, 25, f"{paper.zh.words.title}（續）", Style(15, bold=True))
    area.rule(MARGIN, _NEXT_TOP + 1.5, RIGHT, THICK, INK)
    return _NEXT_TOP + 1.5


def _whom(paper: NoticePaper) -> Block:
    """Applicant on the left and service on the right of one grey ground, each language on its own line."""
    left, right = MARGIN + 4, AXIS
    label_room, pad = 22.0, 3.0
    rows = []
    for side in paper.sides:
        foreign = side is not paper.zh
        style = Style(10, colour=INK, foreign=True) if foreign else Style(11.5, bold=True)
        label = Style(
            9 if foreign else 10.5,
            colour=GREY,
            foreign=foreign,
            leading=style.size * style.leading / (9 if foreign else 10.5),
        )
        rooms = (right - left - label_room - 4, RIGHT - 4 - right - label_room)
        lines = max(
            *(len(wrap(text, style, room)) for text, room in zip((side.applicant, side.service), rooms, strict=True)), 1
        )
        rows.append((side, style, label, rooms, lines * style.line_height))
    height = sum(row[4] for row in rows) + 2 * pad

    def put(area: Area, top: float) -> None:
        area.ground(MARGIN, top, RIGHT - MARGIN, height, GROUND)
        top += pad
        for side, style, label, rooms, high in rows:
            for x, name, text, room in (
                (left, side.words.applicant, side.applicant, rooms[0]),
                (right, side.words.service, side.service, rooms[1]),
            ):
                area.paragraph(x, top, label_room, name, label)
                area.paragraph(x + label_room, top, room, text, style)
            top += high

    return Block(height + 6.5, put)


def _promise(paper: NoticePaper) -> Block:
    styles = (Style(15, bold=True), Style(12, colour=GREY, foreign=True))
    pairs = [(side.promise, style) for side, style in zip(paper.sides, styles, strict=False)]
    height = sum(len(wrap(text, style, RIGHT - MARGIN)) * style.line_height for text, style in pairs)

    def put(area: Area, top: float) -> None:
        for text, style in pairs:
            top = area.paragraph(MARGIN, top, RIGHT - MARGIN, text, style)
        area.rule(MARGIN, top + 2.5, RIGHT, THICK, INK)

    return Block(height + 2.5, put)


# The missing papers ---------------------------------------------------------------------------------------------------


def _papers(paper: NoticePaper, leading: float) -> list[Block]:
    places = columns(paper.other is not None, _TICK, leading)
    return [_missing(paper, places, index) for index in range(len(paper.zh.missing))]


def _missing(paper: NoticePaper, places: tuple[Column, ...], index: int) -> Block:
    last = index + 1 == len(paper.zh.missing)
    texts = [(place, side.words, side.missing[index]) for place, side in zip(places, paper.sides, strict=True)]
    pad = places[0].pad
    height = 2 * pad + max(_missing_height(place, words, missing, index) for place, words, missing in texts)

    def put(area: Area, top: float) -> None:
        area.box(MARGIN, top + pad + 0.4, 6.2, 6.2)
        for place, words, missing in texts:
            bottom = place.paragraph(area, top + pad, _named(place, missing, index), place.strong)
            place.fields(area, bottom + 0.4, _fields(words, missing), 0.0, _label_room(place, words))
        area.rule(MARGIN, top + height, RIGHT, *((THICK, INK) if last else ()))

    return Block(height, put)


def _missing_height(place: Column, words: NoticeWords, missing: MissingText, index: int) -> float:
    fields = place.fields_height(_fields(words, missing), 0.0, _label_room(place, words))
    return place.height(_named(place, missing, index), place.strong) + 0.4 + fields


def _named(place: Column, missing: MissingText, index: int) -> str:
    return missing.name if place.foreign else f"{index + 1}. {missing.name}"


def _fields(words: NoticeWords, missing: MissingText) -> tuple[Field, ...]:
    fields = (
        Field(words.reason, missing.reason),
        Field(words.law, missing.law),
        Field(words.substitute, missing.substitute),
    )
    return tuple(field for field in fields if field.text)


def _label_room(place: Column, words: NoticeWords) -> float:
    """As wide as the widest label of this language, within a third of the column."""
    widest = max(width(label, place.small) for label in (words.reason, words.law, words.substitute))
    return min(widest + 5.0, place.room / 3)


# When, who, where -----------------------------------------------------------------------------------------------------


def _answers(paper: NoticePaper, leading: float) -> list[Block]:
    places = columns(paper.other is not None, leading=leading)
    whens = [(side.words.when, side.last_day, side.after) for side in paper.sides]
    blocks = [_answer(places, whens)] if paper.zh.last_day else []
    blocks.append(_answer(places, [(side.words.who, "", side.who) for side in paper.sides]))
    blocks.append(_answer(places, [(side.words.where, "", side.where) for side in paper.sides], last=True))
    return blocks


def _answer(places: tuple[Column, ...], texts: list[tuple[str, str, str]], *, last: bool = False) -> Block:
    """A question in small type, then the answer: a strong line, a plain text, or both."""
    rows = [
        (
            place,
            [
                (text, style)
                for text, style in zip(triple, (place.small, place.strong, place.plain), strict=True)
                if text
            ],
        )
        for place, triple in zip(places, texts, strict=True)
    ]
    pad = places[0].pad - 0.6
    height = 2 * pad + max(sum(place.height(text, style) for text, style in row) for place, row in rows)

    def put(area: Area, top: float) -> None:
        for place, row in rows:
            bottom = top + pad
            for text, style in row:
                bottom = place.paragraph(area, bottom, text, style)
        if not last:
            area.rule(MARGIN, top + height, RIGHT)

    return Block(height, put)


# The foot -------------------------------------------------------------------------------------------------------------


def _foot(area: Area, paper: NoticePaper) -> None:
    area.rule(MARGIN, _FOOT + 3, RIGHT, THICK, INK)
    top = _FOOT + 8
    area.qr(MARGIN, top, _QR_SIDE, paper.link)
    x, room = MARGIN + _QR_SIDE + 5, 56.0
    phone = "　".join(side.words.phone for side in paper.sides)
    for side in paper.sides:
        foreign = side is not paper.zh
        top = area.paragraph(x, top, room, side.words.scan, Style(10 if foreign else 11.5, bold=True, foreign=foreign))
        if side.words.scan_how:
            how = Style(8.5 if foreign else 9.5, colour=GREY, foreign=foreign)
            top = area.paragraph(x, top, room, side.words.scan_how, how)
    area.text(x, max(_FOOT + 8 + _QR_SIDE - 0.6, top + 4.5), f"{phone}　{paper.phone}", Style(9.5, colour=GREY))
    _signature(area, paper)


def _signature(area: Area, paper: NoticePaper) -> None:
    left = AXIS + 3
    style = Style(9.5, colour=GREY)
    area.text(left, _FOOT + 21, _both(paper, "receipt"), style)
    area.rule(left, _FOOT + 23.2, RIGHT, HAIR, INK)
    for label, value, baseline in (
        (_both(paper, "clerk"), paper.clerk, 30.0),
        (_both(paper, "date"), paper.given, 36.5),
    ):
        area.text(left, _FOOT + baseline, label, style)
        area.text(RIGHT, _FOOT + baseline, value, Style(10.5), "right")


def _both(paper: NoticePaper, word: str) -> str:
    return " ".join(str(getattr(side.words, word)) for side in paper.sides)
