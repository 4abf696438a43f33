"""What the pre-check is asked and what it answers, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.events import FeeLine, FineAssessed
from app.domain.fee import Copies, Unpriced
from app.domain.papers import Presented, Required
from app.domain.refund import Refund
from app.domain.service import ApprovalRule, Text

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
