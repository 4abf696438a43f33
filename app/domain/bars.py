"""Rules of a service: bars, ages, windows, redirects and deferrals that hold on what is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.conditions import holds
from app.domain.facts import Inquiry
from app.domain.service import Rule, Service
from app.domain.verdict import LIFTS, Finding, cited


def judge_rules(service: Service, inquiry: Inquiry, intake: date) -> Iterator[Finding]:
    """A finding for every rule in force on the intake day that bites."""
    for rule in service.rules:
        in_force = (rule.since is None or rule.since <= intake) and (rule.until is None or intake <= rule.until)
        if in_force and _bites(rule, inquiry):
            yield Finding(
                verdict=rule.verdict,
                reason=cited(rule.reason, rule.law),
                route_to=rule.route_to,
                due_working_days=rule.due_working_days,
                due_on=rule.due_on,
            )


def _bites(rule: Rule, inquiry: Inquiry) -> bool:
    """Whether the rule's condition holds and nothing known lifts it."""
    holding = inquiry.decide(rule.when, rule.verdict) if rule.asked else holds(rule.when, inquiry.facts)
    return bool(holding) and not (rule.unless and inquiry.decide(rule.unless, LIFTS))
