"""Finds whatever one part of the catalogue names and another does not have: facts, choices, papers, fees, services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.conditions import Condition, Probe
from app.domain.questions import service_conditions
from app.domain.service import Catalogue, Fact, Fee, Service

Owner = tuple[str, str]
Problem = tuple[Owner, str]


def broken_links(catalogue: Catalogue) -> Iterator[Problem]:
    """Each problem with the item it stands in, as (kind, code) and a sentence."""
    for fact in catalogue.facts.values():
        yield from ((("Fact", fact.code), problem) for problem in _fact(catalogue, fact))
    for document in catalogue.documents.values():
        for verification in document.verifications:
            yield from ((("Document", document.code), what) for what in _condition(catalogue, verification.when))
    for fee in catalogue.fees.values():
        yield from ((("Fee", fee.code), problem) for problem in _fee(catalogue, fee))
    for penalties in catalogue.penalties.values():
        for condition in (each for penalty in penalties for each in (penalty.waived_when, penalty.reminder_when)):
            yield from ((("Penalty", penalties[0].code), what) for what in _condition(catalogue, condition))
    for service in catalogue.services.values():
        yield from ((("Service", service.code), problem) for problem in _service(catalogue, service))


def _service(catalogue: Catalogue, service: Service) -> Iterator[str]:
    for condition in service_conditions(service):
        yield from _condition(catalogue, condition)
    for role in (role for applicant in service.applicants for role in applicant.roles):
        if role not in catalogue.facts["applicant_role"].choices:
            yield f"unknown applicant_role {role!r}"
    for paper in service.papers:
        named = (paper.document, *(other.document for other in paper.instead))
        yield from (f"unknown document {code!r}" for code in named if code not in catalogue.documents)
    yield from (f"unknown fee {item.fee!r}" for item in service.fees if item.fee not in catalogue.fees)
    follows = [row.service for row in service.consequential]
    yield from (f"unknown service {code!r}" for code in follows if code not in catalogue.services)
    yield from (f"unknown fact {code!r}" for code in service.asks if code not in catalogue.facts)
    for rule in service.rules:
        if rule.verdict == "wrong-service" and rule.route_to not in catalogue.services:
            yield f"wrong-service leads to an unknown service {rule.route_to!r}"
    if service.deadline:
        dates = service.deadline.counted_from
        yield from (f"{code!r} is not a registered date" for code in dates if not _is(catalogue, code, "date"))
        if service.deadline.penalty and service.deadline.penalty not in catalogue.penalties:
            yield f"unknown penalty {service.deadline.penalty!r}"


def _fact(catalogue: Catalogue, fact: Fact) -> Iterator[str]:
    if rule := fact.derived:
        kind = "district" if rule.same else "date"
        yield from (
            f"derived from {code!r}, not a registered {kind}" for code in rule.sources if not _is(catalogue, code, kind)
        )
    for implication in fact.implied:
        yield from _condition(catalogue, implication.when)
    if (fact.type == "choice") != bool(fact.choices):
        yield "a choice needs choices, and nothing else has them"


def _fee(catalogue: Catalogue, fee: Fee) -> Iterator[str]:
    for exemption in fee.exempt:
        yield from _condition(catalogue, exemption.when)
        if exemption.instead and exemption.instead not in catalogue.fees:
            yield f"unknown fee {exemption.instead!r}"
        yield from (f"unknown service {code!r}" for code in exemption.only_in if code not in catalogue.services)
    if fee.further and fee.further not in catalogue.fees:
        yield f"unknown fee {fee.further!r}"
    if fee.bands and not _is(catalogue, fee.bands.fact, "int"):
        yield f"{fee.bands.fact!r} is not a registered number"


def _condition(catalogue: Catalogue, condition: Condition) -> Iterator[str]:
    for code, probe in condition.facts():
        if code not in catalogue.facts:
            yield f"unknown fact {code!r}"
        elif not _fits(catalogue.facts[code], probe):
            yield f"{code}: {', '.join(map(str, probe.values))} does not fit its type {catalogue.facts[code].type}"


def _fits(fact: Fact, probe: Probe) -> bool:
    ordered = probe.operator not in ("in", "not in")
    match fact.type:
        case "bool":
            return not ordered and all(isinstance(value, bool) for value in probe.values)
        case "int":
            return all(isinstance(value, int) and not isinstance(value, bool) for value in probe.values)
        case "date":
            return all(isinstance(value, date) for value in probe.values)
        case "choice":
            return not ordered and all(value in fact.choices for value in probe.values)
        case _:
            return not ordered and all(isinstance(value, str) for value in probe.values)


def _is(catalogue: Catalogue, code: str, kind: str) -> bool:
    return code in catalogue.facts and catalogue.facts[code].type == kind
