"""The checklist at the right: how many papers are ready, what is missing and why, and the rest in two lines each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from ui import theme
from ui.keys import cap
from ui.widgets.base import Icon, Line, clear, column, label, panel, row, scrolled, set_tone
from ui.widgets.keycap import KeyButton, KeyCap
from ui.widgets.papers import PaperView


class Bars(QWidget):
    """One bar a paper, in the tone of its standing; the count beside it says the same in figures."""

    def __init__(self) -> None:
        super().__init__()
        self._tones: tuple[str, ...] = ()
        self.setFixedHeight(theme.current().px(6))

    def show_tones(self, tones: Sequence[str]) -> None:
        self._tones = tuple(tones)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._tones:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = look.px(4)
        wide = (self.width() - gap * (len(self._tones) - 1)) / len(self._tones)
        for at, tone in enumerate(self._tones):
            painter.setBrush(look.colour(tone))
            painter.drawRoundedRect(QRectF(at * (wide + gap), 0, wide, self.height()), 3, 3)


def _reason_line(title: str, words: str) -> QBoxLayout:
    head = label(title, size=14, tone="text2")
    head.setMinimumWidth(theme.current().px(40))
    head.setAlignment(Qt.AlignmentFlag.AlignTop)
    line = row(head, label(words, size=14, wrap=True), gap=8)
    line.setStretch(1, 1)
    return line


class Rail(QWidget):
    """320 px; `go_missing` asks for the next missing paper, `sop` for the service's law and SOP."""

    go_missing = Signal()
    sop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.current().px(320))
        self.setAccessibleName(self.tr("Document list"))
        self._shown: list[PaperView] | None = None
        self._carded: list[PaperView] = []
        self._lines: dict[PaperView, QWidget] = {}
        self._ready = label(bold=True)
        self._all = label(tone="text2")
        self._bars = Bars()
        self._cards = column(gap=12)
        self._rest = column(gap=0)
        self._extra = column(gap=8)
        self.sop_button = KeyButton(self.tr("SOP and law"), kind="link", icon="book-open")
        self.sop_button.clicked.connect(self.sop)
        head = row(
            label(self.tr("Document list"), bold=True),
            None,
            label(self.tr("Ready"), tone="text2"),
            self._ready,
            self._all,
            4,
            KeyCap(cap("papers")),
            gap=4,
        )
        content = QWidget()
        column(self._cards, 8, self._rest, self._extra, None, gap=0, margins=(0, 0, 0, 0), on=content)
        area = scrolled(content)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        foot = row(self.sop_button, None, KeyCap(cap("sop")))
        column(head, self._bars, area, foot, gap=12, margins=(17, 16, 16, 12), on=self)

    def show_papers(self, views: Sequence[PaperView]) -> None:
        """Show the papers, missing ones first with reason, article and substitute."""
        if self._shown == list(views):
            return
        self._shown = list(views)
        ready = sum(view.ready for view in views)
        self._ready.setText(str(ready))
        self._all.setText(f"/ {len(views)}")
        self._bars.show_tones(["ok" if view.ready else "error" if view.lacking else "line" for view in views])
        self._show_cards([view for view in views if view.lacking])
        self._show_rest([view for view in views if not view.lacking])

    def _show_cards(self, lacking: list[PaperView]) -> None:
        if lacking == self._carded:
            return
        self._carded = lacking
        clear(self._cards)
        for at, view in enumerate(lacking):
            self._cards.addWidget(self._card(view, first=at == 0))

    def _show_rest(self, rest: list[PaperView]) -> None:
        """A line stays while its paper stands as it did; only what changed is made anew."""
        old, self._lines = self._lines, {}
        for view in rest:
            self._lines[view] = old.pop(view) if view in old else self._line(view)
        for gone in old.values():
            gone.hide()
            gone.deleteLater()
        for made in self._lines.values():
            self._rest.removeWidget(made)
            self._rest.addWidget(made)

    def show_extra(self, parts: Sequence[QWidget]) -> None:
        """Further groups under the papers."""
        clear(self._extra)
        for part in parts:
            self._extra.addWidget(part)

    def _card(self, view: PaperView, first: bool) -> QFrame:
        card = panel("error")
        head = row(
            Icon("circle-alert", "error", 20),
            label(view.name, bold=True, tone="error", wrap=True),
            label(self.tr("Missing") if view.standing == "missing" else self.tr("Not enough"), bold=True, tone="error"),
        )
        head.setStretch(1, 1)
        body = column(head, gap=4, margins=(13, 12, 13, 12), on=card)
        lines = ((self.tr("Why"), view.reason), (self.tr("Law"), view.law), (self.tr("Instead"), view.instead))
        for title, words in lines:
            if words:
                body.addLayout(_reason_line(title, words))
        if first:
            go = KeyButton(self.tr("Go to it"), cap("next_missing"), kind="small", cap_first=True, wide=True)
            go.clicked.connect(self.go_missing)
            body.addSpacing(theme.current().px(4))
            body.addWidget(go)
        return card

    def _line(self, view: PaperView) -> QWidget:
        made = QWidget()
        icon, tone = view.sign
        state = label(self.standing_words(view.standing), size=14)
        set_tone(state, tone)
        why = "・".join(filter(None, (view.reason, view.law)))
        text = column(
            row(label(view.name, wrap=True), state, gap=8), label(why, size=14, tone="text2", wrap=True), gap=0
        )
        text.itemAt(0).layout().setStretch(0, 1)  # type: ignore[union-attr]
        sign = column(3, Icon(icon, tone, 18), None, gap=0)
        inside = row(sign, text, gap=8, margins=(1, 8, 0, 8))
        inside.setStretch(1, 1)
        column(inside, Line(), gap=0, on=made)
        return made

    def standing_words(self, standing: str) -> str:
        """A standing in words."""
        return {
            "original": self.tr("Original"),
            "copy": self.tr("Copy"),
            "electronic": self.tr("Checked digitally"),
            "waived": self.tr("Waived"),
            "missing": self.tr("Missing"),
        }.get(standing, self.tr("Not seen"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), look.colour("line"))
