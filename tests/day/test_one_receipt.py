"""What the office itself refuses: a second receipt, an end without payment, one person under two names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.case import Standing
from app.domain.events import FactValue
from app.domain.next_steps import Stage
from app.domain.refusal import Refusal
from app.journal.entry import Entry
from app.office import Office
from tests.day.counter import CLERK, SUPERVISOR, arrive, counter, pay, prepare, serve
from ui import demo

TRANSCRIPT = "transcript-current"
PRINCIPAL: dict[str, FactValue] = {"applicant_role": "principal"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with counter(tmp_path) as desk:
        yield desk.office


def paid(office: Office) -> tuple[str, str]:
    """A visit paid for one transcript, and its case."""
    visit = serve(office, TRANSCRIPT, PRINCIPAL, {"transcript": 1})
    return visit, office.check_visit(visit)[0].state.number


def void(office: Office, visit: str) -> list[Entry]:
    number = office.receipts_of(visit)[-1].number
    return office.void_receipt(number, approver=(SUPERVISOR, demo.PIN), reason_code="wrong-item")


def test_a_paid_visit_takes_no_further_case(office: Office) -> None:
    visit, _ = paid(office)
    _, other = paid(office)
    with pytest.raises(Refusal, match="visit-paid"):
        office.open_case(visit, TRANSCRIPT)
    with pytest.raises(Refusal, match="visit-paid"):
        office.take_case(other, visit)
    office.close_visit(visit)
    with pytest.raises(Refusal, match="visit-closed"):
        office.open_case(visit, TRANSCRIPT)


def test_a_visit_does_not_end_before_it_is_paid(office: Office) -> None:
    visit, case = paid(office)
    void(office, visit)
    with pytest.raises(Refusal, match="money-due"):
        office.close_visit(visit)
    office.refuse(case)
    office.close_visit(visit)
    assert office.visit(visit).closed


def test_a_paper_nobody_knows_is_not_noted(office: Office) -> None:
    case = office.open_case(office.open_visit()[0].subject, TRANSCRIPT)[0].subject
    with pytest.raises(Refusal, match="unknown-paper"):
        office.check_paper(case, "no-such-paper", Standing.ORIGINAL)
    assert not office.case(case).papers


def test_a_void_reaches_a_case_that_was_taken_up_elsewhere(office: Office) -> None:
    visit, case = paid(office)
    later = arrive(office, "principal", "陳小安")
    office.take_case(case, later)
    void(office, visit)
    assert (office.case(case).stage, office.case(case).receipt) == (Stage.TO_PAY, None)
    pay(office, later)
    assert office.case(case).receipt == office.visit(later).receipt == "K03-0000002"


def test_a_receipt_of_a_completed_case_is_not_voided(office: Office) -> None:
    visit, case = paid(office)
    office.complete(case, "R-1")
    with pytest.raises(Refusal, match="not-now"):
        void(office, visit)
    assert not office.receipts_of(visit)[0].voided
    assert office.visit(visit).paid


def test_only_a_supervisor_other_than_the_clerk_approves(office: Office) -> None:
    visit = arrive(office, "principal", "陳小安")
    facts = PRINCIPAL | {"birth_date": "1990-05-05", "card_without_photo": True}
    case = prepare(office, visit, "id-reissue", facts)
    with pytest.raises(Refusal, match="approval-needed"):
        office.accept(case)
    for other in (CLERK, "C02"):
        with pytest.raises(Refusal, match="approver-needed"):
            office.accept(case, (other, demo.PIN))
    office.sign_in(SUPERVISOR, demo.PIN)
    with pytest.raises(Refusal, match="approver-needed"):
        office.accept(case, (SUPERVISOR, demo.PIN))
    office.sign_in(CLERK, demo.PIN)
    office.accept(case, (SUPERVISOR, demo.PIN))
    assert office.case(case).stage is Stage.TO_SIGN
