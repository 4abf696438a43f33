"""The till takes each number once, in order, from its own blocks, and money always adds up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import till as rules
from app.domain.events import FeeLine, ReceiptIssued
from app.domain.receipt import parse_number, printed_number
from app.domain.refusal import Refusal
from app.domain.till import Block, IssuedReceipt, Method, TillState

DAY = date(2026, 2, 3)
OPEN = TillState("K03", version=2, blocks=(Block(1, 5), Block(11, 12)), shift="S1", shift_clerk="C01")


def line(amount: int) -> FeeLine:
    return FeeLine(fee="hh-cert", quantity=1, unit_price=amount, amount=amount)


def issue(
    state: TillState, amount: int, tendered: int, method: Method = Method.CASH, clerk: str = "C01"
) -> ReceiptIssued:
    return rules.issue(
        state,
        office="sanmin",
        visit="V-1",
        lines=[line(amount)],
        method=method,
        tendered=tendered,
        today=DAY,
        clerk=clerk,
        payer="陳小安",
    )


def after(state: TillState, receipt: ReceiptIssued) -> TillState:
    return replace(state, last_number=receipt.number, previous=receipt.digest)


def test_numbers_run_through_the_blocks_without_a_gap_and_then_stop() -> None:
    state, taken = OPEN, []
    while state.next_number is not None:
        receipt = issue(state, 30, 100)
        assert receipt.previous == state.previous
        taken.append(receipt.number)
        state = after(state, receipt)
    assert taken == [1, 2, 3, 4, 5, 11, 12]
    assert state.remaining == 0
    with pytest.raises(Refusal, match="no-numbers"):
        issue(state, 30, 30)


@given(st.integers(1, 100_000), st.integers(0, 200_000), st.sampled_from(Method))
def test_money_is_taken_exactly_or_not_at_all(due: int, tendered: int, method: Method) -> None:
    acceptable = tendered >= due if method is Method.CASH else tendered == due
    if acceptable:
        receipt = issue(OPEN, due, tendered, method)
        assert receipt.tendered - receipt.change == receipt.total == due
    else:
        with pytest.raises(Refusal):
            issue(OPEN, due, tendered, method)


def test_only_the_shift_s_own_clerk_takes_money() -> None:
    with pytest.raises(Refusal, match="other-shift"):
        issue(OPEN, 30, 30, clerk="C02")
    with pytest.raises(Refusal, match="no-shift"):
        issue(replace(OPEN, shift=None, shift_clerk=None), 30, 30)


def void(state: TillState, receipt: IssuedReceipt, approver: str = "S01") -> None:
    rules.void(state, receipt, clerk="C01", approver=approver, reason_code="wrong-item", reason="")


def test_a_receipt_is_voided_once_by_two_people_within_its_shift() -> None:
    receipt = IssuedReceipt(1, "V-1", "S1", 30, "cash", voided=False)
    void(OPEN, receipt)
    with pytest.raises(Refusal, match="approver-needed"):
        void(OPEN, receipt, approver="C01")
    with pytest.raises(Refusal, match="already-void"):
        void(OPEN, replace(receipt, voided=True))
    with pytest.raises(Refusal, match="shift-settled"):
        void(OPEN, replace(receipt, shift="S0"))


def test_a_hand_over_names_who_had_the_drawer() -> None:
    (event,) = rules.open_shift(OPEN, "S2", 2000, "C02")
    assert getattr(event, "handed_over_by", None) == "C01"
    assert rules.open_shift(OPEN, "S2", 2000, "C01") == ()
    with pytest.raises(Refusal, match="bad-number"):
        rules.open_shift(OPEN, "S2", -1, "C02")


@given(st.from_regex(r"[A-Z][0-9A-Z]{1,4}", fullmatch=True), st.integers(1, 9_999_999))
def test_a_printed_number_reads_back(till: str, number: int) -> None:
    assert parse_number(printed_number(till, number)) == (till, number)


@pytest.mark.parametrize("text", ["", "K03", "K03-12", "-0000001", "K03-000000a", "K03-１２３４５６７"])
def test_what_is_no_receipt_number_is_said_so(text: str) -> None:
    assert parse_number(text) is None
