"""The pre-check: from facts, papers and copies to verdict, missing papers, questions, fees, fine and route."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain import applicants
from app.domain.conditions import holds
from app.domain.deadline import last_day
from app.domain.events import FeeLine, FineAssessed
from app.domain.facts import BadInput, Inquiry, UnknownName, understand
from app.domain.fee import Copies, Unpriced, fee_lines
from app.domain.fine import Filing, judge_filing
from app.domain.office_scope import judge_office
from app.domain.papers import Presented, Required, required_papers
from app.domain.refund import Refund, judge_refund, told
from app.domain.service import ApprovalRule, Catalogue, Consequence, Rule, Service, Text
from app.domain.verdict import LIFTS, NOTHING_MISSING, NOTHING_TAKEN, Finding, cited, strongest

__all__ = [
    "Approval", "BadInput", "CaseRequest", "CaseResult", "CheckResult", "Copies", "PreCheck", "Presented", "Required",
    "UnknownName", "Unpriced", "check",
]  # fmt: skip

FORMS = frozenset({"original", "copy", "electronic", "waived"})
VERIFIERS = frozenset({"mission", "designated-body", "mofa", "notary", "court"})

Approval = ApprovalRule


@dataclass(frozen=True, slots=True)
class CaseRequest:
    """One case as it stands: facts by code, papers shown, copies wanted by fee code."""

    service: str
    facts: Mapping[str, object] = field(default_factory=dict)
    presented: tuple[Presented, ...] = ()
    copies: Mapping[str, Copies] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PreCheck:
    """What is handed in on one day at one office; without a district no office is judged."""

    intake_date: date
    office_district: str | None
    cases: tuple[CaseRequest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """What the catalogue says of one case. `required` are all papers that apply now, `missing` those still to come;
    `consequential` are services that follow in this visit; `unpriced` are fees due whose amount is not known;
    `last_day` and `days_left` belong to the filing deadline."""

    service: str
    verdict: str
    required: tuple[Required, ...] = ()
    questions: tuple[str, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    unpriced: tuple[Unpriced, ...] = ()
    fine: FineAssessed | None = None
    due_date: date | None = None
    refund: Refund | None = None
    approval: tuple[Approval, ...] = ()
    consequential: tuple[str, ...] = ()
    route_to: str | None = None
    reasons: tuple[Text, ...] = ()
    last_day: date | None = None
    days_left: int | None = None

    @property
    def missing(self) -> tuple[Required, ...]:
        return tuple(paper for paper in self.required if not paper.presented)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """All cases of the request; `total_fee` is None while any amount is not known."""

    catalogue: str
    total_fee: int | None
    total_fine: int
    cases: tuple[CaseResult, ...]


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
    service = _known_service(case, catalogue, intake)
    inquiry = Inquiry(catalogue, understand(case.facts, catalogue, intake))
    found = [*_findings(service, request.office_district, inquiry, intake)]
    approvals = tuple(applicants.approvals(service, inquiry))
    filing = judge_filing(service, inquiry, intake)
    required = required_papers(service, case.presented, inquiry, intake)
    lines = fee_lines(service, case.copies, inquiry, intake)
    if absent := [paper for paper in required if not paper.presented]:
        found.append(Finding(verdict="supplement", reason=_lacking(absent, catalogue)))
    if filing.fine:
        found.append(Finding(verdict="accept-with-fine"))
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
    accepted = verdict.startswith("accept")
    return CaseResult(
        service=service.code,
        verdict=verdict,
        required=() if verdict in NOTHING_MISSING else parts.required,
        questions=parts.inquiry.questions(below=None if taken else verdict),
        fees=tuple(line for line in lines if isinstance(line, FeeLine)),
        unpriced=tuple(line for line in lines if isinstance(line, Unpriced)),
        fine=parts.filing.fine if taken else None,
        due_date=_due(service, decided, parts.inquiry.catalogue, parts.intake) if accepted else None,
        refund=parts.refund,
        approval=parts.approvals if taken else (),
        consequential=tuple(row.service for row in service.consequential if _follows(row, parts)) if taken else (),
        route_to=decided.route_to or None,
        reasons=tuple(dict.fromkeys(_reasons(found, parts, taken))),
        last_day=parts.filing.last_day,
        days_left=parts.filing.days_left,
    )


def _follows(row: Consequence, parts: _Parts) -> bool:
    """Whether the other service is known to follow; nothing is asked for its sake."""
    return bool(holds(row.when, parts.inquiry.facts))


def _known_service(case: CaseRequest, catalogue: Catalogue, intake: date) -> Service:
    """The service asked for, once every name in the case is known."""
    if case.service not in catalogue.services:
        raise UnknownName("service", case.service)
    for code, asked in case.copies.items():
        if code not in catalogue.fees:
            raise UnknownName("fee", code)
        if asked.copies < 0 or asked.sheets_per_copy < 1:
            raise BadInput(f"copies of {code}: a number of copies and at least one sheet each")
    for paper in case.presented:
        _known_paper(paper, catalogue, intake)
    return catalogue.services[case.service]


def _known_paper(paper: Presented, catalogue: Catalogue, intake: date) -> None:
    if paper.document not in catalogue.documents:
        raise UnknownName("document", paper.document)
    if paper.form not in FORMS:
        raise UnknownName("form of paper", paper.form)
    if paper.verified_by is not None and paper.verified_by not in VERIFIERS:
        raise UnknownName("verifier", paper.verified_by)
    if paper.issued and paper.issued > intake:
        raise BadInput(f"{paper.document}: issued {paper.issued}, after the intake date {intake}")


def _findings(service: Service, here: str | None, inquiry: Inquiry, intake: date) -> Iterator[Finding]:
    for rule in service.rules:
        in_force = (rule.since is None or rule.since <= intake) and (rule.until is None or intake <= rule.until)
        if in_force and _bites(rule, inquiry):
            yield Finding(
                verdict=rule.verdict,
                reason=cited(rule.reason, rule.law),
                route_to=rule.route_to,
                due_working_days=rule.due_working_days,
            )
    yield from applicants.judge_applicant(service, inquiry)
    yield from applicants.judge_agent(service, inquiry)
    yield from judge_office(service, here, inquiry)


def _bites(rule: Rule, inquiry: Inquiry) -> bool:
    """Whether the rule's condition holds and nothing known lifts it."""
    holding = inquiry.decide(rule.when, rule.verdict) if rule.asked else holds(rule.when, inquiry.facts)
    return bool(holding) and not (rule.unless and inquiry.decide(rule.unless, LIFTS))


def _due(service: Service, decided: Finding, catalogue: Catalogue, intake: date) -> date:
    """When the office must be done: the service's limit, or two months where none is published (行政程序法第51條)."""
    limit, work = service.time_limit, catalogue.calendar
    if decided.due_working_days is not None:
        return work.add_working(intake, decided.due_working_days)
    match limit.kind:
        case "working_days":
            return work.add_working(intake, limit.days or 0)
        case "calendar_days":
            return last_day(intake, work, days=limit.days or 0)
        case "unknown":
            return last_day(intake, work, months=2)
        case _:
            return intake


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
