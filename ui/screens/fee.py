"""Step 5, 規費: the lines of one receipt, copies asked for, the way of paying, and the money on one baseline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from app.domain.events import FeeLine
from app.domain.next_steps import UNFINISHED, Step
from app.domain.receipt import printed_number
from app.domain.till import Method
from ui import theme, words
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.language import ENGLISH, current, said
from ui.screens.screen import Main, Now, Screen
from ui.widgets.base import Elided, Icon, Line, clear, column, label, panel, repolish, row
from ui.widgets.keycap import KeyButton
from ui.widgets.money import PaymentTile, Sums

LETTERS = "ABC"
NOTES = (100, 200, 500, 1000)


class FeeScreen(Screen):
    """`paid(receipt)` when the money is taken (empty when nothing was due); `shift_wanted` when no shift is open."""

    paid = Signal(str)
    shift_wanted = Signal()

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__(desk, drafts)
        self._lines = column(gap=0)
        self._extras = row(gap=8)
        self._offered: dict[str, KeyButton] = {}
        self._steps: dict[tuple[str, str, str], KeyButton] = {}
        self._fine = panel("ok")
        self._fine_row = row(gap=8, margins=(16, 8, 16, 8), on=self._fine)
        self.sums = Sums()
        self.sums.tendered.connect(lambda _amount: self.changed.emit())
        self.tiles = self._method_tiles()
        self._quick = row(gap=8)
        self._till = row(gap=8)
        table = panel()
        column(self._table_head(), Line(), self._lines, gap=0, margins=(1, 1, 1, 1), on=table)
        title = self.head(self.tr("Fee"), self.tr("The receipt number is taken only with the money; no line is needed"))
        self.content_layout.addWidget(title)
        self.content_layout.addWidget(table)
        self.content_layout.addLayout(self._extras)
        self.content_layout.addWidget(self._fine)
        self.content_layout.addWidget(label(self.tr("Way to pay"), bold=True))
        self.content_layout.addLayout(row(*self.tiles.values()))
        self.content_layout.addWidget(self.sums)
        self.content_layout.addLayout(self._quick)
        self.content_layout.addStretch(1)
        self.content_layout.addLayout(self._till)

    def _method_tiles(self) -> dict[Method, PaymentTile]:
        tiles = {}
        for digit, code in enumerate(self.desk.office.settings.methods, start=1):
            method = Method(code)
            tile = PaymentTile(str(digit), words.method(method), words.METHOD_ICONS[method])
            tile.clicked.connect(lambda _=False, m=method: self.pick(m))
            tiles[method] = tile
        next(iter(tiles.values())).setChecked(True)
        return tiles

    def _table_head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(theme.current().px(32))
        cells = [
            label(text, size=14, tone="text2")
            for text in (self.tr("Item"), self.tr("Price"), self.tr("Quantity"), self.tr("Amount"))
        ]
        _columns(row(*cells, gap=8, margins=(16, 0, 16, 0), on=head), cells)
        return head

    @property
    def method(self) -> Method:
        """The way to pay that is picked."""
        return next(method for method, tile in self.tiles.items() if tile.isChecked())

    def pick(self, method: Method) -> None:
        """Pay this way; only cash is counted and gives change."""
        for each, tile in self.tiles.items():
            tile.setChecked(each is method)
        self.sums.field.setEnabled(method is Method.CASH)
        if method is not Method.CASH:
            self.sums.receive(None)
        else:
            self.sums.field.setFocus()
        self.changed.emit()

    # Showing ------------------------------------------------------------------------------------------------------

    def show_now(self, now: Now) -> None:
        if self.now is None or self.now.visit.id != now.visit.id:
            self.sums.receive(None)
            self.pick(next(iter(self.tiles)))
        super().show_now(now)
        stepped = next((key for key, button in self._steps.items() if button.hasFocus()), None)
        clear(self._lines)
        self._steps = {}
        for at, line in enumerate(now.due.lines):
            if at:
                self._lines.addWidget(Line())
            self._lines.addWidget(self._line(line))
        for line in now.due.elsewhere:
            self._lines.addWidget(Line())
            self._lines.addWidget(self._elsewhere(line))
        for code in now.due.unset:
            self._lines.addWidget(Line())
            self._lines.addWidget(self._unset(code))
        if not (now.due.lines or now.due.elsewhere or now.due.unset):
            nothing = QWidget()
            text = (
                self.tr("No fee is due")
                if not now.visit.paid
                else self.tr("Paid: {0}").format(now.visit.receipt or "0")
            )
            row(label(text, tone="text2"), margins=(16, 12, 16, 12), on=nothing)
            self._lines.addWidget(nothing)
        self._show_extras(now)
        self._show_fine(now)
        self.sums.show_due(now.due.total, typed=self.method is Method.CASH)
        self._show_quick(now.due.total)
        self._show_till()
        if stepped is not None:
            self._steps[stepped].setFocus() if stepped in self._steps else self.start()
        self.changed.emit()

    def _line(self, line: FeeLine) -> QWidget:
        made = QWidget()
        made.setFixedHeight(theme.current().px(56))
        name = line.name_en if current() == ENGLISH and line.name_en else line.name_zh
        item, what, law = QWidget(), Elided(), Elided(size=14, tone="text2")
        what.setText(name)
        law.setText(line.law)
        column(None, what, law, None, gap=0, on=item)
        cells = [
            item,
            label(words.money(line.unit_price)),
            self._quantity(line),
            label(words.money(line.amount), size=20, bold=True),
        ]
        _columns(row(*cells, gap=8, margins=(16, 0, 16, 0), on=made), cells)
        return made

    def _elsewhere(self, line: FeeLine) -> QWidget:
        """Another authority's money: shown, never on this receipt."""
        name = line.name_en if current() == ENGLISH and line.name_en else line.name_zh
        text = self.tr("{0}: NT$ {1} goes to another authority, not on this receipt")
        return self._note("info", text.format(name, words.money(line.amount)), "info")

    def _unset(self, code: str) -> QWidget:
        name = said(self.desk.office.catalogue.fees[code].name)
        return self._note("triangle-alert", self.tr("{0}: the office has not set the amount").format(name), "warn")

    def _note(self, icon: str, text: str, tone: str) -> QWidget:
        made = QWidget()
        line = row(Icon(icon, tone, 18), label(text, tone=tone, wrap=True), gap=8, margins=(16, 8, 16, 8), on=made)
        line.setStretch(1, 1)
        return made

    def _quantity(self, line: FeeLine) -> QWidget:
        """How many, as the law counts: copies, and sheets a copy where each sheet is charged."""
        catalogue = self.desk.office.catalogue
        case = next((c.state for c in self.now.cases if c.state.number == line.case), None) if self.now else None
        own = {item.fee for item in catalogue.services[case.service].fees} if case else set()
        if case is None or line.fee not in own | set(case.copies) or line.fee in self._further():
            count = label(str(line.quantity), bold=True)
            count.setAlignment(Qt.AlignmentFlag.AlignCenter)
            return count
        copies, sheets = case.copies.get(line.fee, (1, 1))
        made = QWidget()
        both = row(gap=8, on=made)
        both.addStretch(1)
        by_sheet = catalogue.fees[line.fee].per == "sheet"
        words_of = self.tr("{0} copies").format(copies) if by_sheet else str(copies)
        both.addWidget(self._stepper(line, "copies", words_of, copies, sheets, (1, 0)))
        if by_sheet:
            both.addWidget(self._stepper(line, "sheets", self.tr("{0} sheets").format(sheets), copies, sheets, (0, 1)))
        both.addStretch(1)
        return made

    def _stepper(
        self, line: FeeLine, what: str, words_of: str, copies: int, sheets: int, by: tuple[int, int]
    ) -> QWidget:
        made = QFrame()
        made.setProperty("panel", "true")
        repolish(made)
        made.setFixedHeight(theme.current().px(36))
        made.setFixedWidth(theme.current().px({"copies": 116, "sheets": 132}[what]))
        less, more = KeyButton("", kind="quiet", icon="minus"), KeyButton("", kind="quiet", icon="plus")
        names = {
            "copies": (self.tr("One copy less"), self.tr("One copy more")),
            "sheets": (self.tr("One sheet a copy less"), self.tr("One sheet a copy more")),
        }
        for sign, button, name in zip((-1, 1), (less, more), names[what], strict=True):
            button.setAccessibleName(name)
            wanted = max(0, copies + sign * by[0]), max(1, sheets + sign * by[1])
            button.clicked.connect(partial(self._ask, line, wanted))
            self._steps[line.case + line.fee, what, "+" if sign > 0 else "-"] = button
        count = label(words_of, size=14, bold=True)
        count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row(less, count, more, gap=0, margins=(2, 0, 2, 0), on=made).setStretch(1, 1)
        return made

    def _ask(self, line: FeeLine, wanted: tuple[int, int], _checked: bool = False) -> None:
        self.desk.run(lambda o: o.ask_copies(line.case, line.fee, *wanted))

    def _further(self) -> set[str | None]:
        """Fees that follow from the number of copies of another; they are never asked for by themselves."""
        return {fee.further for fee in self.desk.office.catalogue.fees.values()}

    def _show_extras(self, now: Now) -> None:
        clear(self._extras)
        self._offered = {}
        case = next((c for c in now.cases if c.state.may(Step.ASK_COPIES)), None)
        if case is None or now.visit.paid:
            return
        catalogue = self.desk.office.catalogue
        charged = {line.fee for line in now.due.lines}
        hidden = charged | set(now.due.unset) | self._further()
        offered = [item.fee for item in catalogue.services[case.state.service].fees if item.fee not in hidden]
        if offered:
            self._extras.addWidget(label(self.tr("Add"), tone="text2"))
        for letter, code in zip(LETTERS, offered, strict=False):
            fee = catalogue.fees[code]
            price = "" if fee.amount is None else f" {fee.amount}"
            button = KeyButton(f"{words.short(said(fee.name), 9)}{price}", letter, kind="small", icon="plus")
            button.setAccessibleName(said(fee.name))
            button.clicked.connect(partial(self._add, case.state.number, code))
            self._offered[letter] = button
            self._extras.addWidget(button)
        self._extras.addStretch(1)

    def _add(self, case: str, fee: str, _checked: bool = False) -> None:
        self.desk.run(lambda o: o.ask_copies(case, fee, 1))

    def _show_fine(self, now: Now) -> None:
        clear(self._fine_row)
        fined = now.due.fines
        self._fine.setProperty("panel", "warn" if fined else "ok")
        repolish(self._fine)
        tone = "warn" if fined else "ok"
        text = self.tr("Late-filing fine NT$ {0}").format(words.money(fined)) if fined else self.tr("No fine")
        self._fine_row.addWidget(Icon("triangle-alert" if fined else "circle-check", tone, 20))
        self._fine_row.addWidget(label(text, bold=True, tone=tone))
        self._fine_row.addStretch(1)
        self._fine_row.addWidget(label(self.tr("A fine is decided and paid apart from the fee"), size=14, tone="text2"))

    def _show_quick(self, due: int) -> None:
        clear(self._quick)
        self._quick.addWidget(label(self.tr("Quick"), tone="text2"))
        exact = KeyButton(self.tr("Exact {0}").format(words.money(due)), "Enter", kind="small")
        exact.clicked.connect(lambda: self.sums.receive(None))
        self._quick.addWidget(exact)
        for note in NOTES:
            if note > due:
                button = KeyButton(words.money(note), kind="small")
                button.clicked.connect(lambda _=False, n=note: self.sums.receive(n))
                self._quick.addWidget(button)
        self._quick.addStretch(1)

    def _show_till(self) -> None:
        clear(self._till)
        till = self.desk.office.till()
        number = till.next_number
        self._till.addWidget(Icon("receipt", "text2", 20))
        if number is None:
            self._till.addWidget(label(self.tr("No receipt numbers left: use the paper book"), tone="error"))
        else:
            self._till.addWidget(label(self.tr("Next receipt"), tone="text2"))
            self._till.addWidget(label(printed_number(till.till, number), bold=True))
            self._till.addWidget(label(self.tr("{0} numbers left").format(till.remaining), tone="text2"))
        self._till.addStretch(1)

    # Paying -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        methods = list(self.tiles)
        extra = self._offered.get(event.text().upper())
        if extra is not None and not event.modifiers():
            extra.click()
            return
        step = next((button for (_, _, sign), button in self._steps.items() if sign == event.text()), None)
        if step is not None:
            step.click()
            return
        if event.text().isdigit() and 1 <= int(event.text()) <= len(methods) and not event.modifiers():
            self.pick(methods[int(event.text()) - 1])
        else:
            super().keyPressEvent(event)

    def start(self) -> None:
        next(tile for tile in self.tiles.values() if tile.isChecked()).setFocus()

    def _unfinished(self) -> bool:
        return self.now is not None and any(case.state.stage in UNFINISHED for case in self.now.cases)

    def _to_pay(self) -> bool:
        return self.now is not None and any(case.state.may(Step.PAY) for case in self.now.cases)

    def main(self) -> Main:
        if self.now is None:
            return Main(self.tr("Take the fee"), enabled=False)
        if not self._to_pay():
            hint = self.tr("Some cases are not checked or signed yet") if self._unfinished() else ""
            return Main(self.tr("Next: hand over"), hint, enabled=not self._unfinished())
        if self._unfinished():
            return Main(self.tr("Take the fee"), self.tr("Some cases are not checked or signed yet"), enabled=False)
        if self.now.due.unset:
            unset = self.tr("A supervisor must set the amount first; hold the visit (Ctrl+H)")
            return Main(self.tr("Take the fee"), unset, enabled=False)
        if self.now.due.total == 0:
            return Main(self.tr("Nothing due, go on"))
        enough = self.sums.amount() >= self.now.due.total
        text = self.tr("Take NT$ {0} and print the receipt").format(words.money(self.now.due.total))
        return Main(text, "" if enough else self.tr("Received is less than due"), enabled=enough)

    def finish(self) -> None:
        if self.now is None:
            return
        if not self.main().enabled:
            if self.sums.amount() < self.now.due.total:
                self.sums.field.setFocus()
                self.sums.field.selectAll()
            return
        if not self._to_pay():
            self.finished.emit()
            return
        visit, method, amount = self.now.visit.id, self.method, self.sums.amount()
        wanted = {"no-shift": self.shift_wanted.emit, "other-shift": self.shift_wanted.emit}
        if self.desk.run(lambda o: o.pay(visit, method, amount), instead=wanted) is None:
            return
        self.paid.emit(self.desk.office.visit(visit).receipt or "")
        self.finished.emit()


def _columns(line: QBoxLayout, cells: Sequence[QWidget]) -> None:
    px = theme.current().px
    for cell, wide in zip(cells[1:], (52, 256, 76), strict=True):
        cell.setFixedWidth(px(wide))
    for cell in cells[1:]:
        if isinstance(cell, QLabel):
            side = Qt.AlignmentFlag.AlignHCenter if cell is cells[2] else Qt.AlignmentFlag.AlignRight
            cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    line.setStretch(0, 1)
