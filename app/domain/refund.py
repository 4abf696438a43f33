"""Fees to give back: what was paid too much, or all when the office missed its limit (規費法第18條、第19條)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.conditions import parse
from app.domain.deadline import end_of_period
from app.domain.events import FeeLine
from app.domain.facts import Inquiry
from app.domain.fee import Unpriced
from app.domain.service import Text

YEARS_TO_CLAIM = 5
"""An overpayment may be claimed within five years of the payment (規費法第18條第1項)."""

REFUND_FACTS = ("paid_before", "paid_on", "ended_for_delay")
"""What is told, never asked of an ordinary case: the amount and day of an earlier payment, and why the case ended."""

_BEARS_ON = "accept"
_ENDED_FOR_DELAY = parse({"ended_for_delay": True})


@dataclass(frozen=True, slots=True)
class Refund:
    """NT$ to give back with interest; `claim_until` is None where the law sets no last day."""

    amount: int
    claim_until: date | None
    law: str


def judge_refund(lines: Sequence[FeeLine | Unpriced], inquiry: Inquiry, intake: date) -> Refund | None:
    """What comes back of `paid_before` when these lines are owed; nothing once the time to claim is over."""
    paid = inquiry.facts.get("paid_before")
    if not isinstance(paid, int) or not paid:
        return None
    if inquiry.decide(_ENDED_FOR_DELAY, _BEARS_ON):
        return Refund(paid, None, "規費法第19條")
    due = sum(line.amount for line in lines if isinstance(line, FeeLine))
    if paid <= due or any(isinstance(line, Unpriced) for line in lines):
        return None
    paid_on = inquiry.facts.get("paid_on")
    if not isinstance(paid_on, date):
        inquiry.ask("paid_on", _BEARS_ON)
        return None
    until = end_of_period(paid_on, months=YEARS_TO_CLAIM * 12)
    return Refund(paid - due, until, "規費法第18條第1項") if intake <= until else None


def told(refund: Refund | None) -> Iterator[Text]:
    """The refund in words."""
    if refund and refund.claim_until:
        yield Text(
            f"溢繳{refund.amount}元，得於{refund.claim_until}前請求退還並加計利息（{refund.law}）",
            f"NT${refund.amount} paid too much: to be claimed with interest by {refund.claim_until} ({refund.law})",
        )
    elif refund:
        yield Text(
            f"逾處理期限未完成而終止，已繳{refund.amount}元應加計利息退還（{refund.law}）",
            f"ended because the office missed its limit: NT${refund.amount} is given back with interest ({refund.law})",
        )
