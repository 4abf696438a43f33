"""The fee receipt of an issued number, and the one shown before anything is paid."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain import roc_date
from app.domain.events import FeeLine
from app.domain.receipt import printed_number
from app.domain.till import Method
from app.ledger.receipts import ReceiptRow
from app.office import Office
from forms.receipt_paper import ReceiptLine, ReceiptPaper
from ui.paperwork.paper import Paper
from ui.paperwork.words import issued

METHODS = {
    Method.CASH: "現金",
    Method.EASYCARD: "悠遊卡",
    Method.IPASS: "一卡通",
    Method.TAIWAN_PAY: "台灣Pay",
    Method.CARD: "信用卡",
}


def receipt(office: Office, row: ReceiptRow) -> Paper:
    """An issued receipt; what was put on paper before makes this a further copy."""
    value = ReceiptPaper(
        office=office.settings.office.name_zh,
        number=row.printed,
        issued=issued(row.issued_at),
        payer=row.payer or "",
        cases=_case_words(office, row.lines),
        till=_till(office, row.till),
        lines=_lines(row.lines),
        total=row.total,
        method=METHODS[Method(row.method)],
        clerk=office.clerk_name(row.clerk),
        code=office.receipt_code(row, row.copies),
        tendered=row.tendered,
        change=row.change,
        copy=row.copies,
        void=(row.void_reason or row.void_code or "") if row.voided else None,
    )
    return Paper("receipt", row.printed, row.copies, value)


def receipt_preview(office: Office, visit: str, method: Method, tendered: int) -> ReceiptPaper | None:
    """The receipt as it would be, claiming no number and bearing no signature; None while nothing is due."""
    owed, till = office.due(visit), office.till()
    if not owed.lines or till.next_number is None:
        return None
    return ReceiptPaper(
        office=office.settings.office.name_zh,
        number=printed_number(till.till, till.next_number),
        issued=roc_date.written(office.today),
        payer=office.visit(visit).party.name,
        cases=_case_words(office, owed.lines),
        till=_till(office, till.till),
        lines=_lines(owed.lines),
        total=owed.total,
        method=METHODS[method],
        clerk=office.clerk.name if office.clerk else "",
        code="預覽",
        tendered=max(tendered, owed.total),
        change=max(tendered - owed.total, 0),
        preview=True,
    )


def _till(office: Office, till: str) -> str:
    return f"{office.settings.counter_zh}（{till}）"


def _lines(lines: Iterable[FeeLine]) -> tuple[ReceiptLine, ...]:
    return tuple(
        ReceiptLine(
            name=line.name_zh, law=line.law, unit_price=line.unit_price, quantity=line.quantity, amount=line.amount
        )
        for line in lines
    )


def _case_words(office: Office, lines: Iterable[FeeLine]) -> tuple[str, ...]:
    numbers = dict.fromkeys(line.case for line in lines)
    services = office.catalogue.services
    return tuple(f"{number}　{services[office.case(number).service].name.zh}" for number in numbers)
