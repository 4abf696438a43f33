"""When the office must be done: the published limit in working days, or the two months of 行政程序法第51條."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.due import due_date
from app.domain.precheck import CaseRequest, Presented
from app.domain.service import TimeLimit
from tests.domain.catalogue_cases import CATALOGUE, judged

WORK = CATALOGUE.calendar


@pytest.mark.parametrize(
    ("service", "intake", "due"),
    [
        ("transcript-current", date(2026, 3, 2), date(2026, 3, 2)),
        ("id-reissue", date(2026, 3, 2), date(2026, 3, 2)),
        ("transcript-english", date(2026, 2, 25), date(2026, 3, 6)),  # 6個工作天，跨和平紀念日
        ("kinship-data", date(2026, 3, 2), date(2026, 3, 11)),  # 7個工作天
        ("doorplate-initial", date(2026, 2, 13), date(2026, 2, 25)),  # 3個工作天，跨春節
        ("naturalisation", date(2026, 3, 2), date(2026, 5, 4)),  # 二個月至5月2日星期六，順延
        ("naturalisation-test", date(2026, 3, 2), date(2026, 3, 16)),  # 二週內通知
    ],
)
def test_the_limit_of_the_service(service: str, intake: date, due: date) -> None:
    assert due_date(CATALOGUE.services[service].time_limit, WORK, intake) == due


def test_hours_are_the_same_day() -> None:
    assert due_date(TimeLimit(kind="hours", text="1 hour"), WORK, date(2026, 3, 2)) == date(2026, 3, 2)


def test_a_day_counted_past_the_confirmed_calendar_is_told_to_be_open() -> None:
    papers = tuple(map(Presented, ("identity-proof", "seal-or-signature", "english-name-proof")))
    case = CaseRequest("transcript-english", {"applicant_role": "principal", "by_agent": False}, papers)
    near, far = judged(case, date(2027, 6, 1)), judged(case, date(2027, 6, 28))
    assert (near.due_date, far.due_date) == (date(2027, 6, 10), date(2027, 7, 6))
    assert [reason for reason in near.reasons if "2027-06-30" in reason.en] == []
    assert [reason for reason in far.reasons if "2027-06-30" in reason.en] != []
