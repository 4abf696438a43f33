"""Late filing: 戶籍法第48條、第79條 and the table of amounts (戶籍罰鍰處罰金額基準表)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import Value
from app.domain.facts import Inquiry
from app.domain.fine import Filing, judge_filing
from app.domain.service import FineBand
from tests.domain.catalogue_cases import CATALOGUE

BORN = date(2026, 1, 1)
LAST = date(2026, 3, 2)


def filed(day: date, service: str = "birth-registration", **facts: Value) -> Filing:
    known: dict[str, Value] = {"birth_date": BORN, "event_date": BORN, **facts}
    return judge_filing(CATALOGUE.services[service], Inquiry(CATALOGUE, known), day)


def test_a_birth_is_due_on_the_sixtieth_day_after_it() -> None:
    assert filed(LAST) == Filing(LAST, 0)
    assert filed(date(2026, 2, 20)).days_left == 10


@given(late=st.integers(1, 2000))
def test_the_bands(late: int) -> None:
    fine = filed(LAST + timedelta(days=late), late_with_good_reason=False, reminder_served=False).fine
    assert fine is not None
    assert (fine.days_late, fine.last_day) == (late, LAST)
    assert fine.amount == (300 if late <= 15 else 500 if late <= 30 else 700 if late <= 180 else 900)


@given(late=st.integers(1, 400))
def test_after_a_reminder_the_fine_is_the_highest(late: int) -> None:
    fine = filed(LAST + timedelta(days=late), late_with_good_reason=False, reminder_served=True).fine
    assert fine is not None
    assert fine.amount == 900


@given(late=st.integers(1, 400))
def test_a_legitimate_reason_excuses(late: int) -> None:
    assert filed(LAST + timedelta(days=late), late_with_good_reason=True).fine is None


def test_only_a_late_filing_asks_for_excuse_and_reminder() -> None:
    service = CATALOGUE.services["birth-registration"]
    in_time, late = Inquiry(CATALOGUE, {"birth_date": BORN}), Inquiry(CATALOGUE, {"birth_date": BORN})
    judge_filing(service, in_time, LAST)
    judge_filing(service, late, LAST + timedelta(days=1))
    assert in_time.questions() == ()
    assert late.questions() == ("late_with_good_reason", "reminder_served")


def test_an_unknown_day_is_asked_and_nothing_is_fined() -> None:
    inquiry = Inquiry(CATALOGUE, {})
    assert judge_filing(CATALOGUE.services["birth-registration"], inquiry, LAST) == Filing()
    assert inquiry.questions() == ("birth_date",)


@pytest.mark.parametrize("service", ["given-name-change", "id-first-issue", "transcript-current"])
def test_what_has_no_deadline_cannot_be_late(service: str) -> None:
    assert filed(date(2030, 1, 1), service) == Filing()


def test_a_new_table_applies_to_events_from_its_day_on() -> None:
    old = CATALOGUE.penalties["late-filing"][0]
    new = replace(old, since=date(2026, 1, 1), bands=(FineBand(days=1, amount=600),))
    tables = (replace(old, until=date(2025, 12, 31)), new)
    catalogue = replace(CATALOGUE, penalties={"late-filing": tables})
    service = CATALOGUE.services["birth-registration"]
    amounts = [
        filing.fine.amount
        for born in (date(2025, 12, 31), date(2026, 1, 1))
        if (filing := judge_filing(service, Inquiry(catalogue, {"birth_date": born}), date(2026, 3, 4))).fine
    ]
    assert amounts == [300, 600]


def test_a_birth_may_also_be_told_as_the_event() -> None:
    service = CATALOGUE.services["birth-registration"]
    assert judge_filing(service, Inquiry(CATALOGUE, {"event_date": BORN}), LAST) == Filing(LAST, 0)
