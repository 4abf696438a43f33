"""Cases worked out by hand from the statutes and official pages: the pre-check must come to the same end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from app.catalogue import load
from app.domain.precheck import CaseResult, CheckResult, check
from tests.law.cases import WorkedCase, worked_cases

CASES = tuple(worked_cases())

VERDICTS = {
    "accept", "accept-with-fine", "accept-deferred", "supplement", "refer", "refuse", "refuse-for-now", "wrong-service",
    "wrong-office",
}  # fmt: skip


@pytest.mark.parametrize("worked", CASES, ids=lambda worked: worked.name)
def test_the_law_decides(worked: WorkedCase) -> None:
    result = check(worked.request, load())
    assert _seen(result, worked.expect) == _expected(worked.expect)


def test_every_case_names_its_source_and_is_told_apart() -> None:
    assert all(case.source.strip() for case in CASES)
    assert len({case.name for case in CASES}) == len(CASES)


def test_the_cases_reach_every_verdict_and_every_group() -> None:
    services = load().services
    assert {case.expect["verdict"] for case in CASES} == VERDICTS
    used = {services[case.request.cases[0].service].group for case in CASES}
    assert used == {service.group for service in services.values()}


def _expected(expect: Mapping[str, Any]) -> dict[str, Any]:
    """What is not written is still expected: no missing paper once accepted, and no fine unless one is named."""
    implied: dict[str, Any] = {"fine": None}
    if expect["verdict"].startswith("accept"):
        implied["missing"] = []
    return implied | {key: sorted(value) if key == "missing" else value for key, value in expect.items()}


def _seen(result: CheckResult, expect: Mapping[str, Any]) -> dict[str, Any]:
    """The same keys as `_expected`, read from the result."""
    case = result.cases[0]
    return {key: _read(key, case, result) for key in _expected(expect)}


def _read(key: str, case: CaseResult, result: CheckResult) -> Any:
    match key:
        case "fees":
            return {line.fee: line.amount for line in case.fees}
        case "missing":
            return sorted(paper.document for paper in case.missing)
        case "fine":
            return case.fine and [case.fine.days_late, case.fine.last_day, case.fine.amount]
        case "refund":
            return case.refund and [case.refund.amount, case.refund.claim_until]
        case "approval":
            return [approval.level for approval in case.approval]
        case "unset":
            return [line.fee for line in case.unpriced]
        case "total":
            return result.total_fee
        case "due":
            return case.due_date
        case _:
            return getattr(case, key)
