"""F1: the SOP of the step — the service's papers, law, limits and notes — and every key that works."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.service import Catalogue, Service
from ui import theme, words
from ui.keys import KEYS
from ui.language import CHINESE, ENGLISH, current, said
from ui.layers.pickers import key_line
from ui.widgets.base import Line, column, label, row, scrolled
from ui.widgets.layer import Layer
from ui.widgets.pills import Pills, numbered


class SopLayer(Layer):
    """What the data says of the services at hand, with the law of each line, and the keys beside it."""

    look_wanted = Signal(str, float, str)

    def __init__(self, over: QWidget, catalogue: Catalogue, services: Sequence[str]) -> None:
        self._catalogue = catalogue
        content = QWidget()
        body = column(gap=8, on=content)
        for code in services:
            self._add_service(body, catalogue.services[code])
        if not services:
            body.addWidget(label(self.tr("Open a case to see its papers and law here."), tone="text2", wrap=True))
        body.addStretch(1)
        keys = QWidget()
        lines = [key_line(key.sequence, key.words) for key in KEYS.values()]
        looks = self._looks()
        column(
            label(self.tr("Look"), bold=True),
            *looks,
            8,
            label(self.tr("Keys"), bold=True),
            *lines,
            None,
            gap=6,
            on=keys,
        )
        area, side = scrolled(content), scrolled(keys)
        side.setFixedWidth(theme.current().px(290))
        both = QWidget()
        both.setFixedHeight(theme.current().px(460))
        row(area, 8, Line(upright=True), side, gap=16, on=both).setStretch(0, 1)
        super().__init__(over, self.tr("SOP and law"), both, width=1000)
        self.close_button.setFocus()

    def _looks(self) -> list[Pills]:
        """Theme, language and size of the window."""
        look = theme.current()
        themes = [("light", self.tr("Light")), ("dark", self.tr("Dark")), ("contrast", self.tr("High contrast"))]
        sizes = [(str(factor), f"{round(factor * 100)}%") for factor in theme.FACTORS]
        made = [
            Pills(numbered(themes), name=self.tr("Theme")),
            Pills(numbered([(CHINESE, "中文"), (ENGLISH, "English")]), name=self.tr("Language")),
            Pills(numbered(sizes), name=self.tr("Size")),
        ]
        for pills, now in zip(made, (look.name, current(), str(look.factor)), strict=True):
            pills.show_picked(now)
            pills.chosen.connect(lambda _code: self._dress(made))
        return made

    def _dress(self, made: Sequence[Pills]) -> None:
        name, tongue, factor = (pills.picked or "" for pills in made)
        self.leave()
        self.look_wanted.emit(name, float(factor), tongue)

    def _add_service(self, body: QBoxLayout, service: Service) -> None:
        body.addWidget(label(said(service.name), size=20, bold=True, wrap=True))
        limit = service.time_limit.text.partition(" (")[0] if current() == CHINESE else ""
        told = f"{service.law}　{limit}"
        body.addWidget(label(told, tone="text2", wrap=True))
        if not service.verified:
            body.addWidget(
                label(self.tr("Not verified against a full source; treat with care"), size=14, tone="warn", wrap=True)
            )
        for paper in service.papers:
            name = said(self._catalogue.documents[paper.document].name)
            body.addWidget(label(f"・{name}　{words.retention(paper.retention)}", wrap=True))
            why = said(paper.why) if paper.why else ""
            more = "　".join(filter(None, (why, paper.law, said(paper.replaced_by) if paper.replaced_by else "")))
            if more:
                body.addWidget(label(f"　{more}", size=14, tone="text2", wrap=True))
        for note in service.notes:
            text = note if isinstance(note, str) else said(note)
            body.addWidget(label(text, size=14, tone="info", wrap=True))
