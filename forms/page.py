"""The shared grammar of our papers: a sheet measured in millimetres from its top left corner, black and grey only."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from forms.barcode import Symbol, code128, qr
from forms.fonts import main_face
from forms.shaping import line
from forms.text import GREY, INK, MM, PALE, Style, width, wrap

rl_config.useA85 = 0  # streams stay binary: smaller, and quicker to write

HAIR, THICK = 0.2, 0.45  # millimetres
_ASCENT = 0.88  # of the size: where the baseline of a text whose top is given lies
_THICKEN = 0.055  # of the size: the stroke around a regular glyph that stands in for a bold one


class Sheet:
    """A PDF in the making; the same values give the same bytes."""

    def __init__(self, title: str, width_mm: float, height_mm: float) -> None:
        self._bytes = BytesIO()
        self.width, self.height = width_mm, height_mm
        self.canvas = Canvas(
            self._bytes,
            pagesize=(width_mm * MM, height_mm * MM),
            invariant=1,
            initialFontName=main_face().name,  # type: ignore[arg-type]  # the stubs take it for a number
            lang="zh-TW",
        )
        self.canvas.setTitle(title)
        self.canvas.setCreator("Yigui")

    def area(self, left: float = 0.0, top: float = 0.0) -> Area:
        """A place on the current page whose own top left corner is (`left`, `top`)."""
        return Area(self.canvas, left, top, self.height)

    def next_page(self) -> None:
        self.canvas.showPage()

    def finish(self) -> bytes:
        self.canvas.save()
        return self._bytes.getvalue()


class Area:
    """Draws in millimetres, x to the right and y down from its corner."""

    def __init__(self, canvas: Canvas, left: float, top: float, sheet_height: float) -> None:
        self._canvas, self._left, self._top, self._height = canvas, left, top, sheet_height

    def text(self, x: float, baseline: float, text: str, style: Style, align: str = "left") -> float:
        """One line of text; `align` says which edge `x` is (left, centre, right). Gives its width."""
        taken = width(text, style)
        hanging = style.size / MM / 2 if text.endswith(("）", "」", "』")) else 0.0  # a closing bracket's empty half
        x -= {"left": 0.0, "centre": taken / 2, "right": taken - hanging}[align]
        self._draw(self._x(x), self._y(baseline), text, style)
        return taken

    def paragraph(self, x: float, top: float, room: float, text: str, style: Style) -> float:
        """Text broken to `room`, its first line's top at `top`; gives the bottom."""
        for row in wrap(text, style, room):
            self.text(x, top + style.size / MM * _ASCENT + (style.line_height - style.size / MM) / 2, row, style)
            top += style.line_height
        return top

    def rule(self, x: float, y: float, to_x: float, weight: float = HAIR, colour: str = PALE) -> None:
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight * MM)
        self._canvas.line(self._x(x), self._y(y), self._x(to_x), self._y(y))

    def cut(self, y: float, to_x: float) -> None:
        """Where the sheet is to be cut."""
        self._canvas.saveState()
        self._canvas.setDash(2, 3)
        self.rule(0, y, to_x)
        self._canvas.restoreState()

    def box(self, x: float, y: float, wide: float, high: float, *, radius: float = 0.8, dashed: bool = False) -> None:
        """An empty frame: to be ticked, or dashed, to be stamped."""
        self._canvas.saveState()
        self._canvas.setStrokeColor(HexColor(GREY if dashed else INK))
        self._canvas.setLineWidth((HAIR if dashed else 0.4) * MM)
        if dashed:
            self._canvas.setDash(2, 2)
        self._canvas.roundRect(self._x(x), self._y(y + high), wide * MM, high * MM, radius * MM)
        self._canvas.restoreState()

    def ground(self, x: float, y: float, wide: float, high: float, colour: str, radius: float = 1.5) -> None:
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.roundRect(self._x(x), self._y(y + high), wide * MM, high * MM, radius * MM, stroke=0, fill=1)

    def mark(self, x: float, y: float, text: str, style: Style, angle: float) -> None:
        """A large slanting word centred at (`x`, `y`), meant to lie under what is drawn after it."""
        self._canvas.saveState()
        self._canvas.translate(self._x(x), self._y(y))
        self._canvas.rotate(angle)
        self._draw(-width(text, style) * MM / 2, -style.size / 3, text, style)
        self._canvas.restoreState()

    def code128(
        self, x: float, y: float, text: str, module: float, high: float, align: str = "left", most: float = 90.0
    ) -> float:
        """The linear code of `text`, `module` mm a module (less for a text that would pass `most`); gives its width."""
        symbol = code128(text)
        module = min(module, most / symbol.columns)
        wide = symbol.columns * module
        self._symbol(symbol, x - (wide if align == "right" else 0), y, module, high)
        return wide

    def qr(self, x: float, y: float, side: float, content: bytes | str) -> None:
        """A QR `side` mm wide without its quiet zone; keep four modules free around it."""
        symbol = qr(content)
        self._symbol(symbol, x, y, side / symbol.columns, side / symbol.rows)

    def _symbol(self, symbol: Symbol, x: float, y: float, module: float, high: float) -> None:
        path = self._canvas.beginPath()
        for bar in symbol.bars:
            path.rect(
                self._x(x + bar.x * module),
                self._y(y + (bar.y + bar.height) * high),
                bar.width * module * MM,
                bar.height * high * MM,
            )
        self._canvas.setFillColor(HexColor(INK))
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _draw(self, x: float, y: float, text: str, style: Style) -> None:
        """`text` from the point (`x`, `y`), in points."""
        written = self._canvas.beginText()
        written.setFillColor(HexColor(style.colour))
        written.setStrokeColor(HexColor(style.colour))
        written.setCharSpace(style.tracking * style.size / 1000)
        for piece in line(text, style.bold, style.foreign, style.tracking).pieces:
            written.setTextOrigin(x + piece.x * style.size / 1000, y + piece.y * style.size / 1000)
            written.setFont(piece.face.name, style.size)
            written.setTextRenderMode(2 if piece.face.thicken else 0)
            written.textOut(piece.text)
        self._canvas.setLineWidth(style.size * _THICKEN)
        self._canvas.drawText(written)

    def _x(self, x: float) -> float:
        return (self._left + x) * MM

    def _y(self, y: float) -> float:
        return (self._height - self._top - y) * MM


def height_of(texts: Sequence[tuple[str, Style, float]]) -> float:
    """The height in mm of the tallest of several texts (text, style, room) set beside each other."""
    return max(len(wrap(text, style, room)) * style.line_height for text, style, room in texts)
