"""Between visits: who waits, what was done today, and the key that calls the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.till import Method
from app.ledger.queue import Waiting
from app.ledger.receipts import ReceiptRow
from ui import words
from ui.layers.asking import tongue_words
from ui.widgets.base import Icon, Line, clear, column, label, panel, row, scrolled
from ui.widgets.chip import Chip
from ui.widgets.keycap import KeyButton


class IdleScreen(QWidget):
    """`receipt(number)` opens one of today's receipts."""

    receipt = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._count = label(size=40, bold=True)
        self._tickets = column(gap=0)
        self._receipts = column(gap=0)
        self._sum = label(tone="text2")
        self._demands = label(tone="warn")
        waits, issued = panel(), panel()
        head = row(column(label(self.tr("Waiting"), tone="text2"), self._count, gap=0), None)
        column(head, 8, Line(), self._tickets, gap=0, margins=(16, 12, 16, 12), on=waits)
        title = row(label(self.tr("Receipts today"), bold=True), None, self._sum)
        column(title, 8, Line(), self._receipts, gap=0, margins=(16, 12, 16, 12), on=issued)
        content = QWidget()
        top = row(
            label(self.tr("Ready"), size=20, bold=True),
            4,
            label(self.tr("F4 calls the next number"), tone="text2"),
            None,
        )
        column(top, waits, issued, self._demands, None, gap=16, margins=(24, 16, 24, 16), on=content)
        column(scrolled(content), gap=0, on=self)

    def show_day(self, waiting: Sequence[Waiting], receipts: Sequence[ReceiptRow], demands: int) -> None:
        """Show who waits, today's receipts of this till, and how many papers were demanded anew."""
        self._demands.setText(self.tr("{0} papers demanded today that no notice had named").format(demands))
        self._demands.setVisible(demands > 0)
        self._count.setText(str(len(waiting)))
        clear(self._tickets)
        for ticket in waiting[:5]:
            first = Chip(self.tr("Priority"), "info", "star") if ticket.priority else label("")
            line = QWidget()
            since = label(words.clock(ticket.issued_at), tone="text2")
            tongue = (
                Chip(tongue_words(ticket.language), "info", "languages") if ticket.language != "zh-TW" else label("")
            )
            row(label(ticket.ticket, bold=True), first, tongue, None, since, margins=(0, 8, 0, 8), on=line)
            self._tickets.addWidget(line)
        clear(self._receipts)
        good = [r for r in receipts if not r.voided]
        text = self.tr("{0} receipts, NT$ {1}")
        self._sum.setText(text.format(len(good), words.money(sum(r.total for r in good))))
        for receipt in receipts[:8]:
            self._receipts.addWidget(self._line(receipt))

    def _line(self, receipt: ReceiptRow) -> QWidget:
        line = QWidget()
        show = KeyButton(self.tr("Open"), kind="quiet", icon="chevron-right")
        show.clicked.connect(lambda: self.receipt.emit(receipt.number))
        state = (
            Chip(self.tr("Void"), "error", "ban")
            if receipt.voided
            else label(words.method(Method(receipt.method)), tone="text2")
        )
        amount = label(words.money(receipt.total), bold=True)
        parts = (
            Icon("receipt", "text2", 18),
            label(receipt.printed),
            label(words.clock(receipt.issued_at), tone="text2"),
        )
        row(*parts, None, state, amount, show, gap=12, margins=(0, 6, 0, 6), on=line)
        return line
