"""When the office must be done with a case it has taken."""

from __future__ import annotations

from datetime import date

from app.domain.deadline import WorkCalendar, last_day
from app.domain.service import TimeLimit


def due_date(limit: TimeLimit, work: WorkCalendar, intake: date) -> date:
    """The last day of the service's limit; two months where none is published (行政程序法第51條)."""
    match limit.kind:
        case "working_days":
            return work.add_working(intake, limit.days or 0)
        case "calendar_days":
            return last_day(intake, work, days=limit.days or 0)
        case "unknown":
            return last_day(intake, work, months=2)
        case _:
            return intake
