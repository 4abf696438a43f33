"""The pre-check: from facts, papers and copies to verdict, missing papers, questions, fees, fine and route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain import applicants
from app.domain.bars import judge_rules
from app.domain.check_values import Approval, CaseRequest, CaseResult, CheckResult, PreCheck
from app.domain.conditions import holds
from app.domain.due import due_date, judge_limit
from app.domain.events import FeeLine
from app.domain.facts import BadInput, Inquiry, UnknownName, understand
from app.domain.fee import Copies, Unpriced, fee_lines
from app.domain.fine import Filing, judge_filing, sanction_of
from app.domain.known_names import known_service
from app.domain.office_scope import judge_office
from app.domain.papers import Presented, Required, required_papers
from app.domain.refund import Refund, judge_refund, told
from app.domain.service import ApprovalRule, Catalogue, Consequence, Service, Text
from app.domain.verdict import NOTHING_MISSING, NOTHING_TAKEN, Finding, accepts, strongest

__all__ = [
    "Approval", "BadInput", "CaseRequest", "CaseResult", "CheckResult", "Copies", "PreCheck", "Presented", "Required",
    "UnknownName", "Unpriced", "check",
]  # fmt: skip


def check(request: PreCheck, catalogue: Catalogue) -> CheckResult:
    """Judges every case; raises UnknownName or BadInput with one line that names what is wrong."""
    if request.office_district is not None and request.office_district not in catalogue.districts:
        raise UnknownName("district", request.office_district)
    cases = tuple(_check_case(case, request, catalogue) for case in request.cases)
    known = all(not case.unpriced for case in cases)
    return CheckResult(
        catalogue=catalogue.version,
        total_fee=sum(line.amount for case in cases for line in case.fees) if known else None,
        total_fine=sum(case.fine.amount for case in cases if case.fine),
        cases=cases,
    )


def _check_case(case: CaseRequest, request: PreCheck, catalogue: Catalogue) -> CaseResult:
    intake = request.intake_date
    service = known_service(case, catalogue, intake)
    inquiry = Inquiry(catalogue, understand(case.facts, catalogue, intake))
    found = [
        *judge_rules(service, inquiry, intake),
        *applicants.judge_applicant(service, inquiry),
        *applicants.judge_agent(service, inquiry),
        *judge_office(service, request.office_district, inquiry),
    ]
    approvals = tuple(applicants.approvals(service, inquiry))
    filing = judge_filing(service, inquiry, intake)
    required = required_papers(service, case.presented, inquiry, intake)
    lines = fee_lines(service, case.copies, inquiry, intake)
    absent = [paper for paper in required if not paper.presented]
    if absent and strongest(found).verdict not in NOTHING_MISSING:
        found.append(Finding(verdict="supplement", reason=_lacking(absent, catalogue)))
    if filing.fine:
        found.append(Finding(verdict="accept-with-fine"))
        approvals = (*approvals, sanction_of(filing.fine))
    if strongest(found).verdict.startswith("accept"):
        found.extend(judge_limit(service, approvals))
    decided = strongest(found)
    refund = judge_refund(lines, inquiry, intake)
    return _result(service, decided, found, _Parts(inquiry, approvals, filing, required, lines, refund, intake))


@dataclass(frozen=True, slots=True)
class _Parts:
    inquiry: Inquiry
    approvals: tuple[ApprovalRule, ...]
    filing: Filing
    required: tuple[Required, ...]
    lines: tuple[FeeLine | Unpriced, ...]
    refund: Refund | None
    intake: date


def _result(service: Service, decided: Finding, found: list[Finding], parts: _Parts) -> CaseResult:
    """Puts the parts together; what the verdict makes pointless is left out."""
    verdict = decided.verdict
    taken = verdict not in NOTHING_TAKEN
    lines = parts.lines if taken else ()
    due = _due(service, decided, parts) if accepts(verdict) else None
    return CaseResult(
        service=service.code,
        verdict=verdict,
        required=() if verdict in NOTHING_MISSING else parts.required,
        questions=parts.inquiry.questions(below=None if taken else verdict),
        fees=tuple(line for line in lines if isinstance(line, FeeLine)),
        unpriced=tuple(line for line in lines if isinstance(line, Unpriced)),
        fine=parts.filing.fine if taken else None,
        due_date=due,
        refund=parts.refund,
        approval=parts.approvals if taken else (),
        consequential=tuple(row.service for row in service.consequential if _follows(row, parts)) if taken else (),
        route_to=decided.route_to or None,
        reasons=tuple(dict.fromkeys([*_reasons(found, parts, taken), *_beyond_calendar(due, parts)])),
        last_day=parts.filing.last_day,
        days_left=parts.filing.days_left,
    )


def _follows(row: Consequence, parts: _Parts) -> bool:
    """Whether the other service is known to follow; nothing is asked for its sake."""
    return bool(holds(row.when, parts.inquiry.facts))


def _due(service: Service, decided: Finding, parts: _Parts) -> date:
    """The deferring rule's own day or limit, else the service's."""
    work = parts.inquiry.catalogue.calendar
    if isinstance(chosen := parts.inquiry.facts.get(decided.due_on), date):
        return chosen
    if decided.due_working_days is not None:
        return work.add_working(parts.intake, decided.due_working_days)
    return due_date(service.time_limit, work, parts.intake)


def _beyond_calendar(due: date | None, parts: _Parts) -> Iterator[Text]:
    """A warning where a day was counted past the last day the published calendar is vouched for."""
    known = parts.inquiry.catalogue.calendar.last
    for day in (due, parts.filing.last_day):
        if day and day > known:
            yield Text(
                f"{known}以後之辦公日曆未經確認，{day}可能變動",
                f"the office calendar after {known} is not confirmed; {day} may move",
            )


def _reasons(found: list[Finding], parts: _Parts, taken: bool) -> Iterator[Text]:
    yield from (finding.reason for finding in found if finding.reason)
    yield from told(parts.refund)
    if taken:
        yield from parts.filing.reasons
        yield from (line.why for line in parts.lines if isinstance(line, Unpriced))
        yield from _unverified_prices(parts)


def _unverified_prices(parts: _Parts) -> Iterator[Text]:
    fees = parts.inquiry.catalogue.fees
    for line in parts.lines:
        fee = fees[line.fee]
        if isinstance(line, FeeLine) and fee.local and not fee.verified:
            yield Text(
                f"{fee.name.zh}{line.unit_price}元未經本市法規確認（設定項目 fee:{fee.code}）",
                f"{fee.name.en} NT${line.unit_price} is not confirmed for this city (setting fee:{fee.code})",
            )


def _lacking(absent: list[Required], catalogue: Catalogue) -> Text:
    names = [catalogue.documents[paper.document].name for paper in absent]
    return Text(
        f"應補正{len(names)}件：{'、'.join(name.zh for name in names)}",
        f"{len(names)} missing: {'; '.join(name.en for name in names)}",
    )
