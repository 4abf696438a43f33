"""Step 6, 交付: what goes over the counter, how the rest is delivered, the register's reference, and good-bye."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.next_steps import Step
from app.domain.till import Method
from app.ledger.receipts import ReceiptRow
from app.office import CheckedCase, Office
from ui import words
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.keys import cap
from ui.language import said
from ui.screens.screen import Main, Now, Screen
from ui.widgets.base import Icon, Line, clear, column, label, panel, row
from ui.widgets.chip import Chip
from ui.widgets.fields import FigureField
from ui.widgets.form import FormRow
from ui.widgets.keycap import KeyButton
from ui.widgets.pills import Pills, numbered

COUNTER, MAIL, HOME = "counter", "mail", "home"


class DeliveryScreen(Screen):
    """`reprint(receipt number)`, `void(receipt number)`, `notice(number)`; `finished` when the visit is closed."""

    reprint = Signal(int)
    void = Signal(int)
    slip = Signal(str)
    notice = Signal(str)

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__(desk, drafts)
        self.how = Pills(
            numbered(
                [(COUNTER, self.tr("Over the counter")), (MAIL, self.tr("By mail")), (HOME, self.tr("Brought home"))]
            ),
            name=self.tr("How it is handed over"),
        )
        self.how.show_picked(COUNTER)
        self.how.moved_on.connect(lambda: self.how.focusNextPrevChild(True))
        self._papers = column(gap=0)
        self._cases = column(gap=0)
        self.references: dict[str, FormRow] = {}
        papers, cases, way = panel(), panel(), panel()
        self._done = cases
        column(self._papers, gap=0, margins=(1, 1, 1, 1), on=papers)
        column(self._cases, gap=0, margins=(16, 4, 16, 4), on=cases)
        column(label(self.tr("How it is handed over"), bold=True), self.how, gap=8, margins=(16, 12, 16, 12), on=way)
        self.content_layout.addWidget(
            self.head(self.tr("Hand over"), self.tr("Nothing is called done before the register has it"))
        )
        for part in (papers, way, cases):
            self.content_layout.addWidget(part)
        self.content_layout.addStretch(1)

    # Showing ------------------------------------------------------------------------------------------------------

    def show_now(self, now: Now) -> None:
        super().show_now(now)
        clear(self._papers)
        receipts = self.desk.office.receipts_of(now.visit.id)
        lines = [self._receipt_line(receipt) for receipt in receipts]
        lines += [self._slip_line(case) for case in now.cases if case.state.slip_code]
        lines += [self._notice_line(case) for case in now.cases if case.state.notice]
        for at, line in enumerate(lines):
            if at:
                self._papers.addWidget(Line())
            self._papers.addWidget(line)
        self._show_cases(now)
        self.changed.emit()

    def _receipt_line(self, receipt: ReceiptRow) -> QWidget:
        again = KeyButton(self.tr("Print again"), cap("print"), kind="small", icon="printer")
        again.clicked.connect(lambda: self.reprint.emit(receipt.number))
        buttons = [again]
        if not receipt.voided:
            void = KeyButton(self.tr("Void"), kind="small", icon="ban")
            void.clicked.connect(lambda: self.void.emit(receipt.number))
            buttons.append(void)
        state = (
            Chip(self.tr("Void"), "error", "ban")
            if receipt.voided
            else Chip(self.tr("{0} copies").format(receipt.copies), "ok" if receipt.copies else "warn")
        )
        told = f"{words.method(Method(receipt.method))}　{words.money(receipt.total)}"
        return _line("receipt", self.tr("Receipt {0}").format(receipt.printed), told, state, *buttons)

    def _slip_line(self, case: CheckedCase) -> QWidget:
        again = KeyButton(self.tr("Print"), kind="small", icon="printer")
        again.clicked.connect(lambda: self.slip.emit(case.state.number))
        service = self.desk.office.catalogue.services[case.state.service]
        chip = Chip(words.stage(case.state.stage), "info", "circle-dot")
        return _line(
            "file-text", self.tr("Arrival slip {0}").format(case.state.number), said(service.name), chip, again
        )

    def _notice_line(self, case: CheckedCase) -> QWidget:
        again = KeyButton(self.tr("Print again"), kind="small", icon="printer")
        again.clicked.connect(lambda: self.notice.emit(case.state.number))
        chip = Chip(self.tr("{0} missing").format(len(case.state.told)), "warn")
        return _line("file-text", self.tr("One-time notice {0}").format(case.state.notice or ""), "", chip, again)

    def _show_cases(self, now: Now) -> None:
        open_ones = [case for case in now.cases if case.state.may(Step.COMPLETE)]
        if list(self.references) != [case.state.number for case in open_ones]:
            clear(self._cases)
            self.references = {}
            for case in open_ones:
                self._cases.addWidget(self._reference_row(case))
        self._done.setVisible(bool(open_ones))

    def _reference_row(self, case: CheckedCase) -> QWidget:
        service = self.desk.office.catalogue.services[case.state.service]
        made = FormRow(
            said(service.name), FigureField(hint=self.tr("the register's reference, when it has one")), labels=200
        )
        made.saved.connect(lambda value, n=case.state.number: self._complete(n, value))
        self.references[case.state.number] = made
        return made

    def _complete(self, number: str, reference: str) -> None:
        if reference.strip():
            self.desk.run(lambda o: o.complete(number, reference))

    # The step -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        self.how.setFocus()

    def main(self) -> Main:
        if self.now is not None and any(case.state.may(Step.PAY) for case in self.now.cases):
            return Main(self.tr("Finish the visit"), self.tr("Not paid yet (F8), or hold the visit"), enabled=False)
        return Main(self.tr("Finish the visit"), self.tr("Prints the arrival slip and frees the counter"))

    def finish(self) -> None:
        if self.now is None or not self.main().enabled:
            return
        for reference in self.references.values():
            reference.save()
        for case in self.now.cases:
            number, how = case.state.number, self.how.picked or COUNTER
            waits = case.state.may(Step.HAND_OVER) and case.state.handed_over is None
            if waits and self.desk.run(partial(Office.hand_over, case=number, how=how)) is None:
                return
        visit = self.now.visit.id
        for case in self.now.cases:
            if case.state.slip_code and not self.desk.office.print_attempts(case.state.number):
                self.slip.emit(case.state.number)
        if self.desk.run(lambda o: o.close_visit(visit)) is not None:
            self.finished.emit()

    def print_papers(self) -> bool:
        if self.now is None:
            return False
        receipts = [r for r in self.desk.office.receipts_of(self.now.visit.id) if not r.voided]
        if receipts:
            self.reprint.emit(receipts[-1].number)
        return bool(receipts)


def _line(icon: str, title: str, told: str, state: QWidget, *buttons: QWidget) -> QWidget:
    made = QWidget()
    text = column(label(title, bold=True), label(told, size=14, tone="text2"), gap=0)
    row(Icon(icon, "text2", 20), text, None, state, *buttons, gap=12, margins=(16, 8, 12, 8), on=made)
    return made
