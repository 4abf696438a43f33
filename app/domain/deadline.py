"""Counting days as the law does: the first day is not counted, an end on a rest day moves to the next working day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The government's office days: Monday to Friday without `closed`, and the Saturdays made `working`.

    `first`..`last` are the days the published calendars cover; outside them only weekends are known.
    """

    closed: frozenset[date]
    working: frozenset[date]
    first: date
    last: date

    def is_working(self, day: date) -> bool:
        if day in self.closed:
            return False
        return day.weekday() < 5 or day in self.working

    def knows(self, day: date) -> bool:
        """Whether a published calendar covers the day."""
        return self.first <= day <= self.last

    def next_working(self, day: date) -> date:
        """The day itself when it is a working day, else the next one (行政程序法第48條第4項)."""
        while not self.is_working(day):
            day += _DAY
        return day

    def add_working(self, start: date, days: int) -> date:
        """The last of `days` working days after `start`, which is not counted; 0 gives `start`."""
        day = start
        for _ in range(days):
            day = self.next_working(day + _DAY)
        return day

    def count_working(self, first: date, until: date) -> int:
        """Working days from `first`, counted, to `until`, not counted; 0 when `until` is not after `first`."""
        span = range((until - first).days)
        return sum(self.is_working(first + _DAY * offset) for offset in span)


def add_months(day: date, months: int) -> date:
    """The matching day so many months on, or that month's last day when there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def end_of_period(event: date, *, months: int = 0, days: int = 0) -> date:
    """The nominal last day of months, then days, after an event whose own day is not counted.

    A period of months counted from the day after the event ends on the day before that day's match, or, where the
    month has no such day, on the month's last day (行政程序法第48條第2、3項；民法第121條).
    """
    return _end_of_months(event, months) + timedelta(days=days)


def last_day(event: date, work: WorkCalendar, *, months: int = 0, days: int = 0) -> date:
    """The last day to act: the nominal end, moved to the next working day when it is a rest day."""
    return work.next_working(end_of_period(event, months=months, days=days))


def age_on(birth: date, day: date) -> int:
    """Completed years; one born on 29 February completes a year at the end of 28 February (民法第121條、第124條)."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _end_of_months(event: date, months: int) -> date:
    if not months:
        return event
    start = event + _DAY
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if start.day > calendar.monthrange(year, month + 1)[1]:
        return add_months(start, months)
    return add_months(start, months) - _DAY
