"""The catalogue's values: what the law says about each service, as frozen types filled from `resources/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.conditions import ALWAYS, Condition
from app.domain.deadline import WorkCalendar
from app.domain.form import Form, FormField
from app.domain.prices import Exemption, Fee, FeeBands, FeeRule, FineBand, Penalty
from app.domain.registry import STRICT, Derivation, District, Document, Fact, Text, Verification, Verifier

__all__ = [
    "Catalogue", "Derivation", "District", "Document", "Exemption", "Fact", "Fee", "FeeBands", "FeeRule", "FineBand",
    "Penalty", "Service", "Text", "Verification", "Verifier",
]  # fmt: skip
"""Whoever reads a service finds what it names here too."""

Scope = Literal[
    "nationwide", "same-city-or-county", "household-office", "move-in-office", "residence-office",
    "office-in-charge-of-address", "original-registering-office", "any-testing-agency", "current-residence-office",
    "office-of-registration-or-any",
]  # fmt: skip
Mode = Literal["free", "personal", "with-office-approval", "conditional", "exception-only"]
Level = Literal["clerk", "section-chief", "secretary", "head", "supervisor", "office", "city", "ministry"]
RuleVerdict = Literal[
    "wrong-service", "refuse", "wrong-office", "refuse-for-now", "refer", "supplement", "accept-deferred"
]
Retention = Literal["return", "copy-kept", "original-kept", "kept"]
PaperForm = Literal["original", "copy", "electronic", "waived"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """How old a paper may be on the intake day, counted from its issue; the text says what else matters."""

    __pydantic_config__ = STRICT
    zh: str
    en: str
    years: int = 0
    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A form other than the original that does."""

    __pydantic_config__ = STRICT
    form: PaperForm
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """Another paper that does."""

    __pydantic_config__ = STRICT
    document: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """What makes the paper shown not good enough, so that it is still missing."""

    __pydantic_config__ = STRICT
    when: Condition
    why: Text
    law: str
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A paper one service asks for, when, why and by which law, and what may replace it."""

    __pydantic_config__ = STRICT
    document: str
    when: Condition = ALWAYS
    waived_when: Condition | None = None
    why: Text | None = None
    law: str = ""
    retention: Retention = "return"
    form: Literal["original", "any"] = "original"
    accepts: tuple[Accepted, ...] = ()
    instead: tuple[Instead, ...] = ()
    defects: tuple[Defect, ...] = ()
    replaced_by: Text | None = None
    validity: Validity | None = None
    note: Text | None = None
    since: date | None = None
    until: date | None = None
    verified: bool = True
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who may apply; no roles means anyone. The order is the order of the Act. An exception must be known to hold."""

    __pydantic_config__ = STRICT
    name: Text
    roles: tuple[str, ...] = ()
    when: Condition = ALWAYS
    exceptions: tuple[Condition, ...] = ()
    reason: Text | None = None
    law: str = ""
    note: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Whether an agent may file. `exceptions` open a personal act to agents."""

    __pydantic_config__ = STRICT
    mode: Mode
    exceptions: tuple[Condition, ...] = ()
    law: str = ""
    authorisation: str = ""
    reason: Text | None = None
    note: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRule:
    """Which office may take the case."""

    __pydantic_config__ = STRICT
    scope: Scope
    verified: bool = True
    law: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A bar, an age, a window, a redirect or a deferral: what follows when a condition holds, `unless` another does.
    A rule that is not `asked` bites only on facts somebody volunteered. What is deferred is done after
    `due_working_days`, or on the day of the fact `due_on`."""

    __pydantic_config__ = STRICT
    when: Condition
    unless: Condition | None = None
    asked: bool = True
    verdict: RuleVerdict
    reason: Text
    law: str
    route_to: str = ""
    due_working_days: int | None = None
    due_on: str = ""
    since: date | None = None
    until: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule:
    """Who must approve which act when the condition holds."""

    __pydantic_config__ = STRICT
    level: Level
    act: Text
    law: str
    when: Condition = ALWAYS
    afterwards: bool = False
    verified: bool = True

    @property
    def elsewhere(self) -> bool:
        """Whether another authority gives it."""
        return self.level in ("city", "ministry")

    @property
    def here(self) -> bool:
        """Whether it is given in this office before the case is taken; a fine and what others decide come after."""
        return not (self.afterwards or self.elsewhere)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """A service that follows in the same visit when the condition holds."""

    __pydantic_config__ = STRICT
    service: str
    law: str
    when: Condition = ALWAYS
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeItem:
    """A fee of a service; `always` is charged unless the copies say otherwise, the rest only when asked for."""

    __pydantic_config__ = STRICT
    fee: str
    always: bool = False
    when: Condition = ALWAYS
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """How long the office has; `days` are working days for `working_days`, calendar days for `calendar_days`."""

    __pydantic_config__ = STRICT
    kind: Literal["immediate", "same_day", "hours", "working_days", "calendar_days", "unknown"]
    text: str
    days: int | None = None
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingDeadline:
    """By when a registration is due: months, then days, after the first known day of `counted_from`."""

    __pydantic_config__ = STRICT
    days: int
    counted_from: tuple[str, ...]
    law: str
    penalty: str = ""
    months: int = 0
    when: Condition = ALWAYS
    penalty_verified: bool = True
    source: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """Another agency that is told, what, and when."""

    __pydantic_config__ = STRICT
    agency: Text
    what: str
    trigger: str
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One item of the catalogue: everything the law says about one kind of case."""

    __pydantic_config__ = STRICT
    code: str
    name: Text
    group: str
    law: str
    verified: bool
    applicants: tuple[Applicant, ...]
    delegation: Delegation
    office: OfficeRule
    papers: tuple[Requirement, ...]
    fees: tuple[FeeItem, ...]
    time_limit: TimeLimit
    rules: tuple[Rule, ...] = ()
    approvals: tuple[ApprovalRule, ...] = ()
    deadline: FilingDeadline | None = None
    fee_note: str = ""
    notifies: tuple[Notification, ...] = ()
    consequential: tuple[Consequence, ...] = ()
    notes: tuple[str | Text, ...] = ()
    sources: tuple[str, ...] = ()
    usual: Mapping[str, bool | int | str] = field(default_factory=dict)
    asks: Mapping[str, Text] = field(default_factory=dict)
    sheet: Form | None = None

    @property
    def form(self) -> tuple[FormField, ...]:
        """The fields of the application form in filling order; none before the forms are read."""
        return self.sheet.fields if self.sheet else ()


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything loaded, as one frozen value; `version` is a day and a digest of the contents."""

    version: str
    services: Mapping[str, Service]
    facts: Mapping[str, Fact]
    documents: Mapping[str, Document]
    fees: Mapping[str, Fee]
    penalties: Mapping[str, tuple[Penalty, ...]]
    districts: Mapping[str, District]
    city: str
    calendar: WorkCalendar
