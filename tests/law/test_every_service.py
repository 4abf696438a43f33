"""Every one of the services carries its rules with their law, and can be accepted: each is shown one complete case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.catalogue import load
from app.domain.facts import understand
from app.domain.precheck import CaseRequest, CaseResult, PreCheck, check
from app.domain.service import Service
from tests.law.complete import COMPLETE

INTAKE = date(2026, 3, 2)
SERVICES = tuple(load().services.values())

BOUND_TO_A_PLACE = {
    "archive-copy", "hhcert-first", "move-out-overseas-registration", "correction-registration",
    "birth-date-correction", "revocation-registration", "annulment-registration", "seal-registration", "seal-change",
    "seal-cancel", "initial-household-registration", "move-in-registration", "restore-registration", "naturalisation",
    "nationality-loss", "nationality-restoration", "nationality-loss-cancel", "nationality-certificate",
    "doorplate-initial", "doorplate-renumber", "doorplate-replacement", "doorplate-certificate", "residence-check",
    "home-visit-service",
}  # fmt: skip

FINISHED_LATER = {
    "transcript-english", "kinship-data", "doorplate-initial", "doorplate-renumber", "doorplate-replacement",
    "residence-check", "home-visit-service", "naturalisation", "nationality-loss", "nationality-restoration",
    "nationality-loss-cancel", "nationality-certificate", "nationality-permit-replacement",
}  # fmt: skip
"""Not done on the spot: six, seven or three working days, or the Ministry decides (國籍法施行細則第2條)."""

by_code = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.code)


@by_code
def test_says_who_where_and_whether_by_an_agent(service: Service) -> None:
    assert service.applicants
    assert service.office.law
    assert service.delegation.law
    assert service.law
    assert service.sources


@by_code
def test_every_rule_has_its_law_and_both_languages(service: Service) -> None:
    assert all(law.strip() for law in _laws(service))
    for rule in service.rules:
        assert rule.reason.zh.endswith("。")
        assert rule.reason.en.endswith(".")


@by_code
def test_a_case_with_every_answer_and_paper_is_accepted(service: Service) -> None:
    result = _check(service, papers=True)
    assert result.verdict == ("accept-deferred" if service.code in FINISHED_LATER else "accept"), result.reasons
    assert result.questions == ()


@by_code
def test_the_same_case_without_papers_is_told_everything_at_once(service: Service) -> None:
    result = _check(service, papers=False)
    assert result.verdict == "supplement"
    assert {paper.document for paper in result.missing} == set(COMPLETE[service.code].papers)


@by_code
def test_an_agent_is_refused_or_brings_an_authorisation(service: Service) -> None:
    complete = COMPLETE[service.code].request(service)
    request = CaseRequest(service.code, {**complete.facts, "by_agent": True}, complete.presented)
    result = check(PreCheck(INTAKE, "三民區", (request,)), load()).cases[0]
    if service.code == "population-statistics":  # anyone may ask for it, so nobody stands in for anybody
        assert result.verdict == "accept"
    elif service.delegation.mode in ("personal", "exception-only"):
        assert result.verdict == "refuse"
    else:
        assert {paper.document for paper in result.missing} == {"authorisation", "id-agent"}


@by_code
def test_somebody_without_a_right_is_refused(service: Service) -> None:
    if not all(applicant.roles for applicant in service.applicants):
        return
    entitled = {role for applicant in service.applicants for role in applicant.roles}
    stranger = next(role for role in load().facts["applicant_role"].choices if role not in entitled)
    request = CaseRequest(service.code, {**COMPLETE[service.code].facts, "applicant_role": stranger})
    assert check(PreCheck(INTAKE, "三民區", (request,)), load()).cases[0].verdict == "refuse"


@by_code
def test_another_office_takes_it_only_where_the_law_opens_it(service: Service) -> None:
    """Against one list: what only the office of one place takes (戶籍法第26條、第61條、第63條、第66條)."""
    complete = COMPLETE[service.code].request(service)
    result = check(PreCheck(INTAKE, "六龜區", (complete,)), load()).cases[0]
    assert (result.verdict == "wrong-office") == (service.code in BOUND_TO_A_PLACE)


def test_the_complete_cases_are_those_of_the_catalogue() -> None:
    assert set(COMPLETE) == {service.code for service in SERVICES}


def test_two_places_are_one_district_only_in_the_same_city() -> None:
    same = {"household_district": "三民區", "destination_district": "三民區"}
    assert understand(same, load(), INTAKE)["within_district"] is True
    assert understand({**same, "destination_district": "苓雅區"}, load(), INTAKE)["within_district"] is False
    assert understand({**same, "household_city": "臺南市"}, load(), INTAKE)["within_district"] is False
    assert "within_district" not in understand({"household_district": "三民區"}, load(), INTAKE)


def test_the_age_at_a_wedding_is_that_of_the_wanted_day() -> None:
    born = {"party1_birth_date": "2008-03-08"}
    assert understand(born, load(), INTAKE)["party1_age"] == 17
    assert understand({**born, "wanted_date": "2026-03-08"}, load(), INTAKE)["party1_age"] == 18


def test_a_wedding_by_ceremony_needs_only_one_party() -> None:
    alone = {"applicant_role": "principal", "both_parties_present": False, "by_agent": False}
    assert _verdict("marriage-registration", alone) == "refuse-for-now"
    assert _verdict("marriage-registration", {**alone, "event_date": "2000-01-01"}) == "supplement"


def _laws(service: Service) -> Iterator[str]:
    yield from (applicant.law or service.law for applicant in service.applicants)
    yield from (rule.law for rule in service.rules)
    yield from (approval.law for approval in service.approvals)
    yield from (row.law for row in service.consequential)
    yield from ([service.deadline.law] if service.deadline else [])


def _check(service: Service, *, papers: bool) -> CaseResult:
    request = COMPLETE[service.code].request(service, papers=papers)
    return check(PreCheck(INTAKE, "三民區", (request,)), load()).cases[0]


def _verdict(service: str, facts: dict[str, object]) -> str:
    return check(PreCheck(INTAKE, "三民區", (CaseRequest(service, facts),)), load()).cases[0].verdict
