"""The checklist at the right: how many papers are ready, what is missing and why, and the rest in two lines each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from ui import theme
from ui.keys import cap
from ui.widgets.base import Icon, Line, column, label, row, scrolled, set_tone
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


class _Reason(QWidget):
    """A word and what stands behind it; nothing where there is nothing to say."""

    def __init__(self, title: str) -> None:
        super().__init__()
        head = label(title, size=14, tone="text2")
        head.setMinimumWidth(theme.current().px(40))
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = label(size=14, wrap=True)
        row(head, self._words, gap=8, on=self).setStretch(1, 1)

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))


class Card(QFrame):
    """A paper that lacks, with reason, article and substitute; the `first` leads there."""

    def __init__(self, view: PaperView, go: Callable[[], object]) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setProperty("panel", "error")
        self._name, self._state = label(bold=True, tone="error", wrap=True), label(bold=True, tone="error")
        self._why, self._law, self._instead = (
            _Reason(title)
            for title in (
                translate("Rail", "Why"),
                translate("Rail", "Law"),
                translate("Rail", "Instead"),
            )
        )
        self._go = KeyButton(
            translate("Rail", "Go to it"), cap("next_missing"), kind="small", cap_first=True, wide=True
        )
        self._go.clicked.connect(go)
        head = row(Icon("circle-alert", "error", 20), self._name, self._state)
        head.setStretch(1, 1)
        parts = (head, self._why, self._law, self._instead, self._go)
        column(*parts, gap=4, margins=(13, 12, 13, 12), on=self)
        self.show_view(view)

    def show_view(self, view: PaperView) -> None:
        """Show this paper as it stands now."""
        translate = QCoreApplication.translate
        self._name.setText(view.name)
        self._state.setText(
            translate("Rail", "Missing") if view.standing == "missing" else translate("Rail", "Not enough")
        )
        for part, words in ((self._why, view.reason), (self._law, view.law), (self._instead, view.instead)):
            part.say(words)

    def lead(self, first: bool) -> None:
        """Only the first card has the button."""
        self._go.setVisible(first)


class PaperLine(QWidget):
    """A paper that lacks nothing, in two lines: its name and standing, and why it is asked."""

    def __init__(self, view: PaperView) -> None:
        super().__init__()
        self._name, self._state = label(wrap=True), label(size=14)
        self._why = label(size=14, tone="text2", wrap=True)
        self._sign = Icon(*view.sign, 18)
        head = row(self._name, self._state, gap=8)
        head.setStretch(0, 1)
        inside = row(column(3, self._sign, None, gap=0), column(head, self._why, gap=0), gap=8, margins=(1, 8, 0, 8))
        inside.setStretch(1, 1)
        column(inside, Line(), gap=0, on=self)
        self.show_view(view)

    def show_view(self, view: PaperView) -> None:
        """Show this paper as it stands now."""
        self._sign.show_as(*view.sign)
        self._name.setText(view.name)
        self._state.setText(self._standing_words(view.standing))
        set_tone(self._state, view.sign[1])
        self._why.setText("・".join(filter(None, (view.reason, view.law))))

    def _standing_words(self, standing: str) -> str:
        translate = QCoreApplication.translate
        return {
            "original": translate("Rail", "Original"),
            "copy": translate("Rail", "Copy"),
            "electronic": translate("Rail", "Checked digitally"),
            "waived": translate("Rail", "Waived"),
            "missing": translate("Rail", "Missing"),
        }.get(standing, translate("Rail", "Not seen"))


Part = TypeVar("Part", Card, PaperLine)


class _Parts(Generic[Part]):
    """One part a paper, in order; each stays while its paper does, and changes in place."""

    def __init__(self, layout: QBoxLayout, make: Callable[[PaperView], Part]) -> None:
        self._layout = layout
        self._make: Callable[[PaperView], Part] = make
        self._made: dict[tuple[str, str], tuple[PaperView, Part]] = {}

    def show_papers(self, views: Sequence[PaperView]) -> list[Part]:
        """The parts as they stand now, top down."""
        old, self._made = self._made, {}
        for at, view in enumerate(views):
            key = (view.case, view.document)
            shown, part = old.pop(key) if key in old else (view, self._make(view))
            if shown != view:
                part.show_view(view)
            self._made[key] = view, part
            self._place(at, part)
        for _, gone in old.values():
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        return [part for _, part in self._made.values()]

    def _place(self, at: int, part: Part) -> None:
        stands = self._layout.itemAt(at)
        if stands is None or stands.widget() is not part:
            self._layout.removeWidget(part)
            self._layout.insertWidget(at, part)


class Rail(QWidget):
    """320 px; `go_missing` asks for the next missing paper, `sop` for the service's law and SOP."""

    go_missing = Signal()
    sop = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.current().px(320))
        self.setAccessibleName(self.tr("Document list"))
        self._shown: list[PaperView] | None = None
        self._ready = label(bold=True)
        self._all = label(tone="text2")
        self._bars = Bars()
        cards, rest = column(gap=12), column(gap=0)
        self._cards = _Parts(cards, lambda view: Card(view, self.go_missing.emit))
        self._rest = _Parts(rest, PaperLine)
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
        column(cards, 8, rest, None, gap=0, margins=(0, 0, 0, 0), on=content)
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
        for at, card in enumerate(self._cards.show_papers([view for view in views if view.lacking])):
            card.lead(at == 0)
        self._rest.show_papers([view for view in views if not view.lacking])

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), look.colour("line"))
