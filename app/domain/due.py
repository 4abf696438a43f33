"""When the office must be done with a case it has taken, and whether that can be at the counter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.deadline import WorkCalendar, last_day
from app.domain.service import ApprovalRule, Service, Text, TimeLimit
from app.domain.verdict import Finding

_AUTHORITIES = {"city": "直轄市、縣（市）政府", "ministry": "內政部"}
"""Who decides what this office only takes in (國籍法施行細則第2條)."""


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


def judge_limit(service: Service, approvals: Iterable[ApprovalRule]) -> Iterator[Finding]:
    """A deferral where the limit is given in working days, or where the city or the Ministry decides."""
    if service.time_limit.kind == "working_days" and service.time_limit.days:
        days = service.time_limit.days
        told = Text(f"受理後{days}個工作日內辦結", f"taken now, finished within {days} working days")
        yield Finding(verdict="accept-deferred", reason=told)
    elif deciding := [_AUTHORITIES[rule.level] for rule in approvals if rule.elsewhere]:
        told = Text("受理後層轉主管機關核定", "taken now, forwarded to the authority that decides")
        yield Finding(verdict="accept-deferred", reason=told, route_to=deciding[-1])
