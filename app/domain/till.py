"""One cash drawer: its number series, the shift that answers for it, and the receipts it issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain import events as e
from app.domain.receipt import digest_of
from app.domain.refusal import Refusal

NO_RECEIPT = "0" * 64
"""What the first receipt of a till names as its predecessor."""


class Method(StrEnum):
    """How money was taken. Only cash gives change."""

    CASH = "cash"
    EASYCARD = "easycard"
    IPASS = "ipass"
    TAIWAN_PAY = "taiwan-pay"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Block:
    """Receipt numbers `first`..`last`, allotted by central to this till alone."""

    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class TillState:
    """What a decision needs: the blocks, the last number taken, the shift and the last receipt's digest."""

    till: str
    version: int = 0
    blocks: tuple[Block, ...] = ()
    last_number: int = 0
    previous: str = NO_RECEIPT
    shift: str | None = None
    shift_clerk: str | None = None

    @property
    def remaining(self) -> int:
        """Numbers not yet taken."""
        return sum(b.last - max(b.first, self.last_number + 1) + 1 for b in self.blocks if b.last > self.last_number)

    @property
    def next_number(self) -> int | None:
        """The number the next receipt takes, or `None` when the blocks are used up."""
        left = [max(b.first, self.last_number + 1) for b in self.blocks if b.last > self.last_number]
        return min(left, default=None)


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """A receipt as it stands: what a void needs to know of it."""

    number: int
    visit: str
    shift: str
    total: int
    method: str
    voided: bool


def open_shift(state: TillState, shift: str, float_amount: int, clerk: str) -> tuple[e.Event, ...]:
    """Opens a clerk's responsibility for the drawer; from another clerk it is a hand-over after a count."""
    if float_amount < 0:
        raise Refusal("bad-number", value=float_amount)
    if state.shift_clerk == clerk:
        return ()
    return (e.ShiftOpened(shift=shift, float_amount=float_amount, handed_over_by=state.shift_clerk),)


def issue(
    state: TillState,
    *,
    office: str,
    visit: str,
    lines: Sequence[e.FeeLine],
    method: Method,
    tendered: int,
    today: date,
    clerk: str,
    payer: str | None,
) -> e.ReceiptIssued:
    """Takes the next number for one visit's money. Integers only, NT$.

    Raises Refusal: "no-shift", "other-shift", "no-numbers", "nothing-due", "too-little", "no-change" (only cash
    gives change).
    """
    _require_shift(state, clerk)
    number = state.next_number
    if number is None:
        raise Refusal("no-numbers", till=state.till)
    total = sum(line.amount for line in lines)
    if total <= 0:
        raise Refusal("nothing-due")
    if tendered < total:
        raise Refusal("too-little", total=total, tendered=tendered)
    if method is not Method.CASH and tendered != total:
        raise Refusal("no-change")
    return e.ReceiptIssued(
        number=number,
        visit=visit,
        shift=state.shift or "",
        issued_on=today,
        lines=tuple(lines),
        total=total,
        method=method,
        tendered=tendered,
        change=tendered - total,
        previous=state.previous,
        digest=digest_of(office, state.till, number, today, total, state.previous),
        payer=payer,
    )


def _require_shift(state: TillState, clerk: str) -> None:
    if state.shift is None:
        raise Refusal("no-shift")
    if state.shift_clerk != clerk:
        raise Refusal("other-shift", clerk=state.shift_clerk)


def void(
    state: TillState, receipt: IssuedReceipt, *, clerk: str, approver: str, reason_code: str, reason: str
) -> e.ReceiptVoided:
    """Voids a receipt of the running shift; its number stays used. Afterwards money goes back by refund only."""
    _require_shift(state, clerk)
    if receipt.voided:
        raise Refusal("already-void", number=receipt.number)
    if receipt.shift != state.shift:
        raise Refusal("shift-settled", number=receipt.number)
    if not approver or approver == clerk:
        raise Refusal("approver-needed")
    if not reason_code:
        raise Refusal("reason-needed", document="")
    return e.ReceiptVoided(
        number=receipt.number,
        visit=receipt.visit,
        amount=receipt.total,
        method=receipt.method,
        approver=approver,
        reason_code=reason_code,
        reason=reason or None,
    )
