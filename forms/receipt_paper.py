"""What a fee receipt says, as ready texts and whole New Taiwan dollars."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One line; NT$, `amount` as decided by the fee rule (not always quantity times price)."""

    name: str
    law: str
    unit_price: int
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPaper:
    """What a receipt says, as ready texts; NT$ integers; `code` is the QR's text (`app.domain.receipt_code`).

    `copy` counts reprints (0 = the original, n prints 副本 n); `void` is the reason when the receipt was voided;
    `preview` marks what is shown before it is paid and claims no number.
    """

    office: str
    number: str
    issued: str
    payer: str
    cases: tuple[str, ...]
    till: str
    lines: tuple[ReceiptLine, ...]
    total: int
    method: str
    clerk: str
    code: str
    tendered: int | None = None
    change: int | None = None
    cashier: str = ""
    copy: int = 0
    void: str | None = None
    preview: bool = False
    title: str = "規費收據"
    note: str = "規費溢繳或誤繳，得於繳納之日起五年內申請退還（規費法第18條）。"

    def __post_init__(self) -> None:
        if sum(line.amount for line in self.lines) != self.total:
            raise ValueError(f"the lines of {self.number} do not add up to {self.total}")
