"""Every registered fact that can ever matter to a service, as it would be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.conditions import Condition
from app.domain.facts import asked_as
from app.domain.office_scope import place_of
from app.domain.refund import REFUND_FACTS
from app.domain.service import Catalogue, Fact, Service


def questions_of(service: Service, catalogue: Catalogue) -> tuple[Fact, ...]:
    """The service's questions, each once: who applies, then rules, office, papers, fees and the deadline."""
    named = dict.fromkeys(_named(service, catalogue))
    codes = dict.fromkeys(code for name in named for code in asked_as(catalogue.facts[name], catalogue))
    return tuple(_in_words_of(service, catalogue.facts[code]) for code in codes)


def _in_words_of(service: Service, fact: Fact) -> Fact:
    """The fact with the question as this service puts it."""
    return replace(fact, question=service.asks.get(fact.code, fact.question))


def service_conditions(service: Service) -> Iterator[Condition]:
    """Every condition written in a service, in the order of its questions."""
    for applicant in service.applicants:
        yield from (applicant.when, *applicant.exceptions)
    yield from service.delegation.exceptions
    for rule in service.rules:
        yield from (condition for condition in (rule.when, rule.unless) if condition)
    yield from (approval.when for approval in service.approvals)
    for paper in service.papers:
        yield paper.when
        yield from (condition for condition in (paper.waived_when,) if condition)
        yield from (accepted.when for accepted in paper.accepts)
        yield from (other.when for other in paper.instead)
        yield from (defect.when for defect in paper.defects)
    yield from (item.when for item in service.fees)
    if service.deadline:
        yield service.deadline.when


def _named(service: Service, catalogue: Catalogue) -> Iterator[str]:
    if all(applicant.roles for applicant in service.applicants):
        yield "applicant_role"
    if service.delegation.mode not in ("free", "conditional"):
        yield "by_agent"
    if service.delegation.mode == "with-office-approval":
        yield "agent_good_reason"
    for condition in (*service_conditions(service), *_beside(service, catalogue)):
        yield from (code for code, _ in condition.facts())
    if place := place_of(service):
        yield f"{place}_district"
    if service.deadline:
        yield service.deadline.counted_from[-1]
    fees = [catalogue.fees[item.fee] for item in service.fees]
    yield from (fee.bands.fact for fee in fees if fee.bands)
    if fees:
        yield from REFUND_FACTS


def _beside(service: Service, catalogue: Catalogue) -> Iterator[Condition]:
    """Conditions that stand with the papers, fees and fines a service names."""
    for paper in service.papers:
        yield from (rule.when for rule in catalogue.documents[paper.document].verifications if rule.asked)
    for item in service.fees:
        exemptions = catalogue.fees[item.fee].exempt
        yield from (rule.when for rule in exemptions if not rule.only_in or service.code in rule.only_in)
    if service.deadline and service.deadline.penalty:
        for penalty in catalogue.penalties[service.deadline.penalty]:
            yield from (penalty.waived_when, penalty.reminder_when)
