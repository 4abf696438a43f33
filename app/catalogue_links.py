"""Finds whatever one part of the catalogue names and another does not have: facts, choices, papers, fees, services."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from app.domain.conditions import Condition, Probe
from app.domain.questions import service_conditions
from app.domain.service import Catalogue, Fact, Fee, Service


class Problem(NamedTuple):
    """`word` is what stands in the file, `what` the sentence about it."""

    word: str
    what: str


class Owner(NamedTuple):
    """The item a problem stands in."""

    kind: str
    code: str


def broken_links(catalogue: Catalogue) -> Iterator[tuple[Owner, Problem]]:
    """Every problem with the item it stands in."""
    for fact in catalogue.facts.values():
        yield from _of(Owner("Fact", fact.code), _fact(catalogue, fact))
    for document in catalogue.documents.values():
        conditions = (rule.when for rule in document.verifications)
        yield from _of(Owner("Document", document.code), _conditions(catalogue, conditions))
    for fee in catalogue.fees.values():
        yield from _of(Owner("Fee", fee.code), _fee(catalogue, fee))
    for code, penalties in catalogue.penalties.items():
        conditions = (each for penalty in penalties for each in (penalty.waived_when, penalty.reminder_when))
        yield from _of(Owner("Penalty", code), _conditions(catalogue, conditions))
    for service in catalogue.services.values():
        yield from _of(Owner("Service", service.code), _service(catalogue, service))


def _of(owner: Owner, problems: Iterable[Problem]) -> Iterator[tuple[Owner, Problem]]:
    return ((owner, problem) for problem in problems)


def _service(catalogue: Catalogue, service: Service) -> Iterator[Problem]:
    papers = [code for paper in service.papers for code in (paper.document, *(each.document for each in paper.instead))]
    redirects = [rule.route_to for rule in service.rules if rule.verdict == "wrong-service"]
    follows = [row.service for row in service.consequential]
    roles = [role for applicant in service.applicants for role in applicant.roles]
    yield from _conditions(catalogue, service_conditions(service))
    yield from _unknown("applicant_role", roles, catalogue.facts["applicant_role"].choices)
    yield from _unknown("document", papers, catalogue.documents)
    yield from _unknown("fee", [item.fee for item in service.fees], catalogue.fees)
    yield from _unknown("service", [*redirects, *follows], catalogue.services)
    yield from _unknown("fact", service.asks, catalogue.facts)
    yield from _typed(catalogue, "date", [rule.due_on for rule in service.rules if rule.due_on])
    for code, value in service.usual.items():
        yield from _answer(catalogue, code, value)
    if service.deadline:
        yield from _typed(catalogue, "date", service.deadline.counted_from)
        yield from _unknown("penalty", [service.deadline.penalty], {"", *catalogue.penalties})


def _fact(catalogue: Catalogue, fact: Fact) -> Iterator[Problem]:
    if fact.derived:
        yield from _typed(catalogue, "district" if fact.derived.same else "date", fact.derived.sources)
    yield from _conditions(catalogue, (rule.when for rule in fact.implied))
    for value in (*(rule.value for rule in fact.implied), *(() if fact.usual is None else (fact.usual,))):
        yield from _answer(catalogue, fact.code, value)
    yield from _unknown("fact", [fact.asked_as], {"", *catalogue.facts})
    if (fact.type == "choice") != bool(fact.choices):
        yield Problem(fact.code, "a choice needs choices, and nothing else has them")


def _fee(catalogue: Catalogue, fee: Fee) -> Iterator[Problem]:
    yield from _conditions(catalogue, (rule.when for rule in fee.exempt))
    yield from _conditions(catalogue, (rule.unless for rule in fee.exempt if rule.unless))
    named = [fee.further, *(exemption.instead for exemption in fee.exempt)]
    yield from _unknown("fee", named, {"", *catalogue.fees})
    yield from _unknown("service", [code for rule in fee.exempt for code in rule.only_in], catalogue.services)
    if fee.bands:
        yield from _typed(catalogue, "int", [fee.bands.fact])


def _conditions(catalogue: Catalogue, conditions: Iterable[Condition]) -> Iterator[Problem]:
    for code, probe in (named for condition in conditions for named in condition.facts()):
        if code not in catalogue.facts:
            yield from _unknown("fact", [code], catalogue.facts)
        elif not _fits(catalogue.facts[code], probe):
            tested = "|".join(map(str, probe.values))
            yield Problem(tested, f"{code}: {tested} does not fit its type {catalogue.facts[code].type}")


def _answer(catalogue: Catalogue, code: str, value: bool | int | str) -> Iterator[Problem]:
    yield from _conditions(catalogue, [Condition(({code: Probe("in", (value,))},))])


def _unknown(kind: str, codes: Iterable[str], known: Container[str]) -> Iterator[Problem]:
    return (Problem(code, f"unknown {kind} {code!r}") for code in codes if code not in known)


def _typed(catalogue: Catalogue, kind: str, codes: Iterable[str]) -> Iterator[Problem]:
    facts = catalogue.facts
    wrong = (code for code in codes if code not in facts or facts[code].type != kind)
    return (Problem(code, f"{code!r} is not a registered {kind}") for code in wrong)


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
