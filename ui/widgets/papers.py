"""The papers of a case as the clerk checks them: one row a paper, five choices, a digit for each; the pick moves on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.base import Elided, Icon, Line, clear, column, label, row
from ui.widgets.choices import Choice, Segments
from ui.widgets.keycap import KeyCap

ORIGINAL, COPY, ELECTRONIC, WAIVED, MISSING, UNSEEN = "original", "copy", "electronic", "waived", "missing", "unseen"
LOW_FROM = 8
"""From so many papers on, rows are 40 px high."""

SIGNS = {
    ORIGINAL: ("circle-check", "ok"),
    COPY: ("circle-check", "ok"),
    ELECTRONIC: ("shield-check", "info"),
    WAIVED: ("minus", "text2"),
    MISSING: ("circle-alert", "error"),
    UNSEEN: ("circle", "text2"),
}


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper: how it stands, what becomes of it, where the check came from, and why it is asked."""

    case: str
    document: str
    name: str
    standing: str = UNSEEN
    keeping: str = ""
    source: str = ""
    reason: str = ""
    law: str = ""
    instead: str = ""
    enough: bool = True
    details: str = ""
    wants_details: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing more is needed for this paper."""
        return self.enough and self.standing not in (MISSING, UNSEEN)

    @property
    def lacking(self) -> bool:
        """Whether it was looked at and is not there, or not as the law wants it."""
        return self.standing != UNSEEN and not self.ready

    @property
    def sign(self) -> tuple[str, str]:
        """Icon and tone of its standing."""
        return SIGNS[self.standing] if self.enough or self.standing in (MISSING, UNSEEN) else ("triangle-alert", "warn")


class FiveWay(Segments):
    """正本 影本 電子 免附 缺 in 350 px; Space means the original, as most are; `A` means it for all not yet seen."""

    all_original = Signal()
    details = Signal()

    def __init__(self, name: str) -> None:
        words = (self.tr("Original"), self.tr("Copy"), self.tr("Digital"), self.tr("Waived"), self.tr("Missing"))
        codes = (ORIGINAL, COPY, ELECTRONIC, WAIVED, MISSING)
        tones = ("primary", "primary", "primary", "primary", "error")
        choices = [Choice(c, d, w, t) for c, d, w, t in zip(codes, "12340", words, tones, strict=True)]
        super().__init__(choices, name=name, width=350 if all(len(w) <= 3 for w in words) else 420)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.pick(ORIGINAL)
        elif event.key() == Qt.Key.Key_A and not event.modifiers():
            self.all_original.emit()
        elif event.key() == Qt.Key.Key_D and not event.modifiers():
            self.details.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class DetailCap(KeyCap):
    """`D` on a row whose issue day or verification the law asks for."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__("D")
        self.setAccessibleName(self.tr("Issue day and verification"))
        self.setToolTip(self.tr("Issue day and verification"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class PaperRow(QWidget):
    """One paper on 56 px, or on 40 when there are many."""

    def __init__(self, view: PaperView, low: bool) -> None:
        super().__init__()
        self.view, self.low = view, low
        px = theme.current().px
        self.setFixedHeight(px(40 if low else 56))
        self._sign = Icon(*view.sign, 20)
        self._name, self._told = Elided(), Elided(14, "text2")
        self._keeping = label(size=14, tone="text2")
        self.choice = FiveWay(view.name)
        self.cap = DetailCap()
        if not (view.wants_details or view.details):
            self.cap.hide()  # never shown before it has its place: that would open a window of its own
        source = QWidget()
        source.setFixedWidth(px(88))
        row(self._told, self.cap, gap=2, on=source).setStretch(0, 1)
        words = column(self._name, gap=0) if low else column(None, self._name, self._keeping, None, gap=0)
        line = row(self._sign, words, self.choice, source, gap=12, margins=(10, 0, 4, 0), on=self)
        line.setStretch(1, 1)
        self.show_view(view)

    @property
    def key(self) -> tuple[str, str, bool]:
        """What makes it this row: case, document, height."""
        return self.view.case, self.view.document, self.low

    def show_view(self, view: PaperView) -> None:
        """Show this paper as it stands now."""
        self.view = view
        self._sign.show_as(*view.sign)
        self.choice.show_picked(None if view.standing == UNSEEN else view.standing)
        self._name.setFont(theme.current().font(16, view.lacking))
        self._name.setText(view.name)
        self._keeping.setText(view.keeping)
        self._told.setText(view.details or view.source)


class PaperList(QWidget):
    """All papers of the visit's cases; `checked(case, document, standing)` when the clerk has looked at one."""

    checked = Signal(str, str, str)
    all_original = Signal()
    details = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PaperRow] = []
        self._body = column(gap=0)
        px = theme.current().px
        head = [
            label(words, size=14, tone="text2")
            for words in (self.tr("Document and keeping"), self.tr("Check"), self.tr("Source"))
        ]
        head[1].setFixedWidth(FiveWay("").sizeHint().width())
        head[2].setFixedWidth(px(88))
        top = QWidget()
        top.setFixedHeight(px(36))
        line = row(30, head[0], head[1], head[2], gap=12, margins=(0, 0, 4, 0), on=top)
        line.setStretch(1, 1)
        column(top, self._body, gap=0, margins=(1, 1, 1, 1), on=self)

    @property
    def rows(self) -> Sequence[PaperRow]:
        return self._rows

    def show_papers(self, views: Sequence[PaperView]) -> None:
        """Show the papers; the focus stays on the row it was on."""
        low = len(views) >= LOW_FROM
        if [made.key for made in self._rows] == [(view.case, view.document, low) for view in views]:
            for made, view in zip(self._rows, views, strict=True):
                if made.view != view:
                    made.show_view(view)
            return
        focused = next((r.view.document for r in self._rows if r.choice.hasFocus()), None)
        clear(self._body)
        self._rows = [self._row(view, low) for view in views]
        if focused is not None:
            self.focus_paper(focused)

    def _row(self, view: PaperView, low: bool) -> PaperRow:
        made = PaperRow(view, low)
        made.choice.chosen.connect(lambda code: self.checked.emit(view.case, view.document, code))
        made.choice.all_original.connect(self.all_original)
        for asks in (made.choice.details, made.cap.pressed):
            asks.connect(lambda: self.details.emit(view.case, view.document))
        self._body.addWidget(Line())
        self._body.addWidget(made)
        return made

    def focus_paper(self, document: str) -> bool:
        """Put the keyboard on that paper's row."""
        for made in self._rows:
            if made.view.document == document:
                made.choice.setFocus()
                return True
        return False

    def focus_after(self, document: str) -> None:
        """Put the keyboard on the row after that paper, or leave it on the last."""
        at = next((i for i, r in enumerate(self._rows) if r.view.document == document), -1)
        if self._rows:
            self._rows[min(at + 1, len(self._rows) - 1)].choice.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line")))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(7), look.px(7))
        painter.setClipPath(shape)
        for made in self._rows:
            if made.choice.hasFocus():
                top = made.mapTo(self, QPoint(0, 0)).y()
                painter.fillRect(0, top, self.width(), made.height(), look.colour("bg"))
