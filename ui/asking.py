"""What the counter asks in a layer over itself: a service, a name, a float, a reason, a second name, a language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ledger.receipts import ReceiptRow
from app.office import CheckedCase, Office
from ui import views, words
from ui.language import said
from ui.layers.asking import ApproverLayer, DetailsLayer, FloatLayer, NoticeLayer, ReasonLayer, VoidLayer
from ui.layers.pickers import SearchLayer, ServicePicker
from ui.layers.sop import SopLayer
from ui.widgets.layer import Layer

if TYPE_CHECKING:
    from ui.counter import Counter


class Asking(QObject):
    """The layers of one counter; `layer` is the one that is open."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._counter, self._desk = counter, counter.desk
        self.layer: Layer | None = None

    def open_layer(self, layer: Layer) -> None:
        """Put a layer over the window; one at a time."""
        self.layer = layer
        layer.closed.connect(self._layer_closed)
        self._counter.ring.raise_()

    def _layer_closed(self) -> None:
        self.layer = None

    def pick_service(self) -> None:
        """Ctrl+N: the 80 services."""
        office = self._desk.office
        picker = ServicePicker(self._counter, office.catalogue, office.settings.favourites)
        picker.picked.connect(self._counter.open_service)
        self.open_layer(picker)

    def search(self) -> None:
        """F2, Ctrl+K: visits, cases, receipts, services."""
        layer = SearchLayer(self._counter, self._desk.office.catalogue, self._desk.office.search)
        layer.picked.connect(self._counter.found)
        self.open_layer(layer)

    def sop(self) -> None:
        """F1."""
        services = [case.state.service for case in self._counter.now.cases] if self._counter.now else []
        layer = SopLayer(self._counter, self._desk.office.catalogue, list(dict.fromkeys(services)))
        layer.look_wanted.connect(self._counter.look_wanted)
        self.open_layer(layer)

    def ask_float(self) -> None:
        """The shift is opened (or handed over) before the first money."""
        clerk, till = self._desk.office.clerk, self._desk.office.till()
        layer = FloatLayer(self._counter, clerk.name if clerk else "", till.shift_clerk or "")
        layer.counted.connect(self._open_shift)
        self.open_layer(layer)

    def _open_shift(self, amount: int) -> None:
        if self._desk.run(lambda o: o.open_shift(amount)) is not None and self._counter.step == views.FEE:
            self._counter.finish()

    def ask_reason(self, case: str, document: str) -> None:
        """A paper the notice did not name is demanded: say why, it is counted."""
        name = said(self._desk.office.catalogue.documents[document].name)
        why = self.tr("The notice given before did not ask for this paper. The reason is kept and counted.")
        layer = ReasonLayer(self._counter, name, why)
        layer.given.connect(lambda reason: self._counter.papers.demand(case, document, reason))
        self.open_layer(layer)

    def ask_details(self, case: str, document: str) -> None:
        """When a paper was issued, and who verified it."""
        known = self._desk.office.case(case).papers.get(document)
        name = said(self._desk.office.catalogue.documents[document].name)
        issued, verifier = (known.issued, known.verified_by or "") if known else (None, "")
        layer = DetailsLayer(self._counter, name, issued, verifier)
        layer.given.connect(lambda day, by: self._counter.papers.note_details(case, document, day, by))
        self.open_layer(layer)

    def ask_approver(self, case: str) -> None:
        """The law asks for a second name under this acceptance."""
        result = (
            next(c.result for c in self._counter.now.cases if c.state.number == case) if self._counter.now else None
        )
        acts = [f"{words.level(a.level)}　{said(a.act)}　{a.law}" for a in result.approval if a.here] if result else []
        layer = ApproverLayer(self._counter, self.tr("Approval"), "\n".join(acts))
        layer.signed.connect(lambda code, pin: self._counter.review.approve(case, (code, pin)))
        self.open_layer(layer)

    def ask_void(self, number: int) -> None:
        """Void a receipt: reason and the supervisor's name."""
        row = self._desk.office.receipt(number)
        if row is None:
            return
        layer = VoidLayer(self._counter, row.printed, words.money(row.total))
        layer.voided.connect(partial(self._void, row))
        self.open_layer(layer)

    def _void(self, row: ReceiptRow, reason: str, note: str, code: str, pin: str) -> None:
        """The receipt is void; its visit waits for payment again."""
        void = partial(Office.void_receipt, number=row.number, approver=(code, pin), reason_code=reason, reason=note)
        if self._desk.run(void) is not None:
            self._counter.open_visit(row.visit)

    def notice(self) -> None:
        """The one-time notice for every case that lacks papers."""
        short = self._short()
        if not short or self._counter.now is None:
            return
        names = [said(self._desk.office.catalogue.documents[p.document].name) for c in short for p in c.result.missing]
        layer = NoticeLayer(self._counter, names, self._counter.now.visit.language)
        layer.chosen.connect(self._give_notice)
        self.open_layer(layer)

    def _cases(self) -> tuple[CheckedCase, ...]:
        return self._counter.now.cases if self._counter.now else ()

    def _short(self) -> list[CheckedCase]:
        return [c for c in self._cases() if c.result.missing and c.result.verdict == "supplement"]

    def _give_notice(self, language: str) -> None:
        for case in self._short():
            number = case.state.number
            if self._desk.run(partial(Office.give_notice, case=number, language=language)) is not None:
                self._counter.paper_out.print_notice(number)
        if self._counter.step == views.REVIEW:
            self._counter.review.finish()
