"""Days are counted as 行政程序法第48條 says, on the office calendar as published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue import load
from app.domain.deadline import WorkCalendar, age_on, end_of_period, last_day

WORK = load().calendar
days = st.dates(date(2019, 1, 1), date(2027, 5, 1))


def test_2026_is_closed_on_exactly_these_weekdays() -> None:
    """The government calendar of ROC 115: no working Saturdays."""
    closed = "01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25"
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [f"{day:%m-%d}" for day in year if day.weekday() < 5 and not WORK.is_working(day)] == closed.split()
    assert not [day for day in year if day.weekday() >= 5 and WORK.is_working(day)]


@pytest.mark.parametrize("saturday", [date(2024, 2, 17), date(2025, 2, 8)])
def test_make_up_saturdays_are_working_days(saturday: date) -> None:
    assert saturday.weekday() == 5
    assert WORK.is_working(saturday)


def test_the_second_half_of_2027_is_not_vouched_for() -> None:
    assert WORK.knows(date(2027, 6, 30))
    assert not WORK.knows(date(2027, 7, 1))


@pytest.mark.parametrize(
    ("event", "months", "length", "nominal"),
    [
        (date(2026, 1, 1), 0, 60, date(2026, 3, 2)),  # 出生60日：1月剩30日、2月28日，3月2日屆滿
        (date(2026, 1, 31), 0, 30, date(2026, 3, 2)),
        (date(2026, 1, 10), 3, 30, date(2026, 5, 10)),  # 4月10日屆滿三個月，再加30日
        (date(2025, 11, 30), 3, 0, date(2026, 2, 28)),  # 自12月1日起算三個月
        (date(2025, 11, 29), 3, 0, date(2026, 2, 28)),  # 自11月30日起算，2月無相當日，以月末為末日
        (date(2026, 2, 28), 3, 0, date(2026, 5, 31)),  # 自3月1日起算三個月至5月31日
        (date(2024, 2, 28), 24, 0, date(2026, 2, 28)),
    ],
)
def test_periods_end_where_the_law_ends_them(event: date, months: int, length: int, nominal: date) -> None:
    assert end_of_period(event, months=months, days=length) == nominal


@pytest.mark.parametrize(
    ("event", "length", "last"),
    [
        (date(2026, 3, 3), 60, date(2026, 5, 4)),  # 5月2日星期六 → 星期一
        (date(2025, 12, 18), 60, date(2026, 2, 23)),  # 2月16日起春節，21、22日例假
        (date(2026, 1, 1), 60, date(2026, 3, 2)),
    ],
)
def test_an_end_on_a_rest_day_moves_to_the_next_working_day(event: date, length: int, last: date) -> None:
    assert last_day(event, WORK, days=length) == last


def test_a_typhoon_day_moves_the_end() -> None:
    storm = WorkCalendar(WORK.closed | {date(2026, 3, 2)}, WORK.working, WORK.first, WORK.last)
    assert last_day(date(2026, 1, 1), storm, days=60) == date(2026, 3, 3)


def test_six_working_days_skip_the_peace_day_week_end() -> None:
    """From Wednesday 25 February 2026: 26; (27 closed, 28 and 1 March a week-end); 2, 3, 4, 5, 6 March."""
    assert WORK.add_working(date(2026, 2, 25), 6) == date(2026, 3, 6)


@given(start=days, count=st.integers(1, 30))
def test_adding_working_days_and_counting_them_agree(start: date, count: int) -> None:
    end = WORK.add_working(start, count)
    assert WORK.is_working(end)
    assert WORK.count_working(start + timedelta(days=1), end + timedelta(days=1)) == count


@given(event=days, months=st.integers(0, 6), length=st.integers(0, 90))
def test_the_last_day_is_the_first_working_day_from_the_nominal_one(event: date, months: int, length: int) -> None:
    nominal, last = end_of_period(event, months=months, days=length), last_day(event, WORK, months=months, days=length)
    assert WORK.is_working(last)
    assert last >= nominal
    assert WORK.count_working(nominal, last) == 0


@given(event=days, months=st.integers(0, 6), length=st.integers(0, 90))
def test_a_later_event_never_ends_earlier(event: date, months: int, length: int) -> None:
    next_day = event + timedelta(days=1)
    assert end_of_period(event, months=months, days=length) <= end_of_period(next_day, months=months, days=length)


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2008, 3, 2), date(2026, 3, 1), 17),
        (date(2008, 3, 2), date(2026, 3, 2), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),  # 末月無相當日，以月末為期間末日（民法第121條）
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_ages_are_completed_years(birth: date, day: date, age: int) -> None:
    assert age_on(birth, day) == age
