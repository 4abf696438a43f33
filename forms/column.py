"""One column of a paper for citizens: Chinese on the left, the chosen language beside it, on one axis."""

from __future__ import annotations

from dataclasses import dataclass

from forms.page import Area
from forms.text import GREY, Style, wrap

MARGIN, RIGHT, AXIS = (
    15.0,
    195.0,
    110.0,
)  # mm on a sheet 210 wide: edges of the text, and where the second column begins
GAP = 5.0  # mm kept free before the axis
LOOSE, TIGHT = 1.5, 1.34  # leading: as it should be, and where that saves a second page


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """Where a language stands (mm) and how it looks; `small` labels, `plain` texts, `strong` names."""

    left: float
    right: float
    plain: Style
    foreign: bool

    @property
    def strong(self) -> Style:
        return Style(self.plain.size * 1.2, bold=True, foreign=self.foreign, leading=self.plain.leading)

    @property
    def small(self) -> Style:
        return Style(self.plain.size - 0.8, colour=GREY, foreign=self.foreign, leading=self.plain.leading)

    @property
    def pad(self) -> float:
        """Millimetres above and below what stands between two rules."""
        return 3.6 if self.plain.leading >= LOOSE else 2.2

    @property
    def room(self) -> float:
        return self.right - self.left

    def paragraph(self, area: Area, top: float, text: str, style: Style, indent: float = 0.0) -> float:
        """Text from the column's left edge plus `indent`; gives the bottom."""
        return area.paragraph(self.left + indent, top, self.room - indent, text, style)

    def height(self, text: str, style: Style, indent: float = 0.0) -> float:
        return len(wrap(text, style, self.room - indent)) * style.line_height

    def fields(self, area: Area, top: float, fields: tuple[Field, ...], indent: float, label_room: float) -> float:
        """Labels with their texts beside them, one under another; gives the bottom."""
        for field in fields:
            drop = (self.plain.line_height - self.small.line_height) / 2
            label = area.paragraph(self.left + indent, top + drop, label_room - 1.5, field.label, self.small) - drop
            top = max(label, self.paragraph(area, top, field.text, self.plain, indent + label_room))
        return top

    def fields_height(self, fields: tuple[Field, ...], indent: float, label_room: float) -> float:
        return sum(
            max(
                len(wrap(field.label, self.small, label_room - 1.5)) * self.small.line_height,
                self.height(field.text, self.plain, indent + label_room),
            )
            for field in fields
        )


def columns(bilingual: bool, indent: float = 0.0, leading: float = LOOSE) -> tuple[Column, ...]:
    """The column of Chinese and, beside it, the one of the second language; Chinese alone takes the whole width."""
    chinese = Style(11.2, leading=leading)
    if not bilingual:
        return (Column(MARGIN + indent, RIGHT, chinese, foreign=False),)
    second = Column(AXIS, RIGHT, Style(10, colour=GREY, leading=leading, foreign=True), foreign=True)
    return (Column(MARGIN + indent, AXIS - GAP, chinese, foreign=False), second)
