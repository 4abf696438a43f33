"""Lists one types into: the 80 services by name or code, and everything else by any part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.service import Catalogue, Service
from app.ledger.search import Hit, Kind
from ui import theme, words
from ui.language import said
from ui.widgets.base import column, label, row
from ui.widgets.fields import TextField
from ui.widgets.keycap import KeyCap
from ui.widgets.layer import Layer
from ui.widgets.table import Column, Row, Table


class ListLayer(Layer, Generic[Row]):
    """A search line over a table: arrows move in the table while the keyboard stays in the line; Enter picks."""

    def __init__(self, over: QWidget, title: str, hint: str, columns: Sequence[Column[Row]], note: str) -> None:
        self.line = TextField(title, hint)
        self.table: Table[Row] = Table(columns, title)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setFixedHeight(theme.current().px(400))
        body = QWidget()
        column(self.line, self.table, gap=12, on=body)
        super().__init__(over, title, body, width=840, note=note)
        self.line.textChanged.connect(lambda _text: self.look())
        self.line.installEventFilter(self)
        self.table.picked.connect(lambda _at: self.finish())
        self.line.setFocus()

    def look(self) -> None:
        """Show what fits the line."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None and not self.line.composing:
                self.table.step(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.line.composing:
                self.finish()
                return True
        return super().eventFilter(watched, event)


class ServicePicker(ListLayer[Service]):
    """All services; `picked(code)`. Favourites keep their keys while it is open."""

    picked = Signal(str)

    def __init__(self, over: QWidget, catalogue: Catalogue, favourites: Sequence[str]) -> None:
        self._services = tuple(catalogue.services.values())
        self._keys = {code: f"Ctrl+{at}" for at, code in enumerate(favourites[:9], start=1)}
        self._order = {code: at for at, code in enumerate(favourites)}
        columns: list[Column[Service]] = [
            Column(self.tr("Service"), lambda s: said(s.name), wide=True, bold=True),
            Column(self.tr("Group"), lambda s: s.group),
            Column(self.tr("Law"), lambda s: words.short(s.law, 18)),
            Column(self.tr("Key"), lambda s: self._keys.get(s.code, "")),
        ]
        hint = self.tr("Chinese, English or code")
        note = self.tr("{0} services; Enter opens one").format(len(self._services))
        super().__init__(over, self.tr("New case"), hint, columns, note)
        self.look()

    def look(self) -> None:
        wanted = self.line.text().strip().casefold()
        fits = [s for s in self._services if wanted in f"{s.name.zh}\n{s.name.en}\n{s.code}\n{s.group}".casefold()]
        self.table.show_rows(sorted(fits, key=lambda s: (s.name.zh != wanted, self._order.get(s.code, 99), s.group)))

    def finish(self) -> None:
        service = self.table.current()
        if service is not None:
            self.leave()
            self.picked.emit(service.code)


@dataclass(frozen=True, slots=True)
class Found:
    """One line of a search: what it is, and what opens when it is picked."""

    kind: str
    title: str
    about: str
    when: str
    opens: tuple[str, str]


class SearchLayer(ListLayer[Found]):
    """Visits, cases, receipts and services in one list; `picked(kind, id)`; names are masked here."""

    picked = Signal(str, str)

    def __init__(self, over: QWidget, catalogue: Catalogue, search: Callable[[str], Sequence[Hit]]) -> None:
        self._catalogue, self._search = catalogue, search
        columns: list[Column[Found]] = [
            Column(self.tr("Kind"), lambda f: f.kind),
            Column(self.tr("What"), lambda f: f.title, wide=True, bold=True),
            Column(self.tr("About"), lambda f: f.about),
            Column(self.tr("When"), lambda f: f.when),
        ]
        hint = self.tr("Name, ID, phone, case, receipt or service")
        super().__init__(over, self.tr("Find"), hint, columns, self.tr("Names are masked until a visit is opened"))

    def look(self) -> None:
        wanted = self.line.text().strip()
        self.table.show_rows([*self._hits(wanted), *self._services(wanted)] if wanted else [])

    def _hits(self, wanted: str) -> list[Found]:
        kinds = {Kind.VISIT: self.tr("Visit"), Kind.CASE: self.tr("Case"), Kind.RECEIPT: self.tr("Receipt")}
        found = []
        for hit in self._search(wanted):
            service = self._catalogue.services.get(hit.service or "")
            about = " ".join(
                filter(None, (said(service.name) if service else "", words.stage(hit.stage) if hit.stage else ""))
            )
            opens = (hit.kind.value, hit.id)
            title = f"{hit.id}　{masked(hit.party)}" if hit.party else hit.id
            found.append(Found(kinds[hit.kind], title, about, words.day(hit.opened_on), opens))
        return found

    def _services(self, wanted: str) -> list[Found]:
        low = wanted.casefold()
        fits = [s for s in self._catalogue.services.values() if low in f"{s.name.zh}\n{s.name.en}\n{s.code}".casefold()]
        return [
            Found(self.tr("Service"), said(s.name), s.group, self.tr("new case"), ("service", s.code))
            for s in fits[:12]
        ]

    def finish(self) -> None:
        found = self.table.current()
        typed = self.line.text().strip()
        if found is not None or typed:
            self.leave()
            self.picked.emit(*(found.opens if found is not None else ("scan", typed)))


def masked(name: str) -> str:
    """王小明 → 王○○; the first character stays."""
    return name[:1] + "○" * max(1, min(len(name) - 1, 3))


def key_line(key: str, text: str) -> QWidget:
    """A key and what it does, as in the help sheet."""
    made = QWidget()
    cap = KeyCap(key)
    cap.setMinimumWidth(theme.current().px(96))
    row(cap, label(text), None, gap=12, on=made)
    return made
