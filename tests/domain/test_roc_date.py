"""Dates of the national calendar: typed forms, printed form, and the years before 1912."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.roc_date import compact, parse, written


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1150203", date(2026, 2, 3)),
        ("990203", date(2010, 2, 3)),
        ("0990203", date(2010, 2, 3)),
        ("115/2/3", date(2026, 2, 3)),
        ("115.02.03", date(2026, 2, 3)),
        ("115年2月3日", date(2026, 2, 3)),
        ("民國115年2月3日", date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3)),
        (" 1150203 ", date(2026, 2, 3)),
        ("民國前6年5月1日", date(1906, 5, 1)),
        ("前1/12/31", date(1911, 12, 31)),
        ("1/1/1", date(1912, 1, 1)),
    ],
)
def test_every_form_a_clerk_types(typed: str, day: date) -> None:
    assert parse(typed) == day


@pytest.mark.parametrize(
    "typed", ["", "1150230", "1151301", "0/1/1", "0000101", "11502031", "明天", "2026-2-3", "2026-02-30"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(typed)


def test_printed_forms() -> None:
    assert written(date(2026, 2, 3)) == "115年2月3日"
    assert written(date(2026, 2, 3), weekday=True) == "115年2月3日（二）"
    assert written(date(1911, 12, 31)) == "前1年12月31日"
    assert compact(date(2026, 2, 3)) == "1150203"
    assert compact(date(2010, 2, 3)) == "0990203"
    with pytest.raises(ValueError, match="before 1912"):
        compact(date(1911, 12, 31))


@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)))
def test_what_is_written_is_read_back(day: date) -> None:
    assert parse(written(day)) == day
    assert parse(day.isoformat()) == day
    if day.year > 1911:
        assert parse(compact(day)) == day
