"""The catalogue's values: services, papers, facts, fees and fines as frozen types, filled from `resources/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from app.domain.conditions import ALWAYS, Condition
from app.domain.deadline import WorkCalendar
from app.domain.form import Form, FormField

_STRICT = {"extra": "forbid"}
"""Read by the loader: a key the type does not know is an error in the file."""

FactType = Literal["bool", "int", "date", "choice", "district", "text"]
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
Verifier = Literal["mission", "designated-body", "mofa", "notary", "court"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and English."""

    __pydantic_config__ = _STRICT
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """A fact's value that follows from other facts."""

    __pydantic_config__ = _STRICT
    when: Condition
    value: bool | int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a number follows from a day: completed years at intake (or `on` another day), days or months since,
    (working) days until; or whether two places (`household`, `destination`, ...) are the `same` district."""

    __pydantic_config__ = _STRICT
    age_of: str = ""
    days_since: str = ""
    months_since: str = ""
    days_until: str = ""
    working_days_until: str = ""
    on: str = ""
    same: tuple[str, str] | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The facts that are asked so that this one follows."""
        return tuple(f"{place}_district" for place in self.same) if self.same else (self.source,)

    @property
    def source(self) -> str:
        """The day a number follows from."""
        return self.age_of or self.days_since or self.months_since or self.days_until or self.working_days_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A registered question. `past`: its day cannot lie after the intake. `asked_as`: the fact asked in its place.
    `usual`: the ordinary answer a screen may fill in, visibly; the check itself never assumes it.
    `label` is its short name on a screen; `yes` and `no` are said where they read better than 是 and 否."""

    __pydantic_config__ = _STRICT
    code: str
    type: FactType
    question: Text
    label: Text | None = None
    yes: Text | None = None
    no: Text | None = None
    choices: Mapping[str, Text] = field(default_factory=dict)
    past: bool = False
    asked_as: str = ""
    usual: bool | int | str | None = None
    derived: Derivation | None = None
    implied: tuple[Implication, ...] = ()

    @property
    def meaning(self) -> Text:
        return self.question


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Who must have verified a paper when the condition holds; not `asked`: only when someone volunteers the fact."""

    __pydantic_config__ = _STRICT
    by: tuple[Verifier, ...]
    law: str
    why: Text
    when: Condition = ALWAYS
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper, once for all services; `verifications` apply where it was made abroad or translated."""

    __pydantic_config__ = _STRICT
    code: str
    name: Text
    why: Text | None = None
    law: str = ""
    verifications: tuple[Verification, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """How old a paper may be on the intake day, counted from its issue; the text says what else matters."""

    __pydantic_config__ = _STRICT
    zh: str
    en: str
    years: int = 0
    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A form other than the original that does."""

    __pydantic_config__ = _STRICT
    form: PaperForm
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """Another paper that does."""

    __pydantic_config__ = _STRICT
    document: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """What makes the paper shown not good enough, so that it is still missing."""

    __pydantic_config__ = _STRICT
    when: Condition
    why: Text
    law: str
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A paper one service asks for, when, why and by which law, and what may replace it."""

    __pydantic_config__ = _STRICT
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

    __pydantic_config__ = _STRICT
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

    __pydantic_config__ = _STRICT
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

    __pydantic_config__ = _STRICT
    scope: Scope
    verified: bool = True
    law: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A bar, an age, a window, a redirect or a deferral: what follows when a condition holds, `unless` another does.
    A rule that is not `asked` bites only on facts somebody volunteered."""

    __pydantic_config__ = _STRICT
    when: Condition
    unless: Condition | None = None
    asked: bool = True
    verdict: RuleVerdict
    reason: Text
    law: str
    route_to: str = ""
    due_working_days: int | None = None
    since: date | None = None
    until: date | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule:
    """Who must approve which act when the condition holds."""

    __pydantic_config__ = _STRICT
    level: Level
    act: Text
    law: str
    when: Condition = ALWAYS
    verified: bool = True

    @property
    def here(self) -> bool:
        """Whether it is given in this office before the case is taken; the city and the Ministry decide afterwards."""
        return self.level not in ("city", "ministry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """A service that follows in the same visit when the condition holds."""

    __pydantic_config__ = _STRICT
    service: str
    law: str
    when: Condition = ALWAYS
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeItem:
    """A fee of a service; `always` is charged unless the copies say otherwise, the rest only when asked for."""

    __pydantic_config__ = _STRICT
    fee: str
    always: bool = False
    when: Condition = ALWAYS
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """How long the office has; `days` are working days for `working_days`, calendar days for `calendar_days`."""

    __pydantic_config__ = _STRICT
    kind: Literal["immediate", "same_day", "hours", "working_days", "calendar_days", "unknown"]
    text: str
    days: int | None = None
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingDeadline:
    """By when a registration is due: months, then days, after the first known day of `counted_from`."""

    __pydantic_config__ = _STRICT
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

    __pydantic_config__ = _STRICT
    agency: Text
    what: str
    trigger: str
    source: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One item of the catalogue: everything the law says about one kind of case."""

    __pydantic_config__ = _STRICT
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeStep:
    """A price below a size; the last step has no `below`."""

    __pydantic_config__ = _STRICT
    amount: int
    below: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeBands:
    """A price that depends on a number among the facts."""

    __pydantic_config__ = _STRICT
    fact: str
    steps: tuple[FeeStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """When a fee is not charged (or only `percent` of it); `instead` names the free fee that is listed in its
    place, `only_in` the services it is for."""

    __pydantic_config__ = _STRICT
    when: Condition
    why: Text
    law: str
    percent: int = 0
    instead: str = ""
    only_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRule:
    """A fee's price in force from `since`; an unknown amount (None) is a setting the office has not filled in."""

    __pydantic_config__ = _STRICT
    amount: int | None
    law: str
    since: date | None = None
    bands: FeeBands | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What one thing issued costs. `further` is the fee of every copy after the first of the same application;
    `account` is whose money it is; `successors` replace the price from a day on."""

    __pydantic_config__ = _STRICT
    code: str
    name: Text
    amount: int | None
    unit: str
    law: str
    per: Literal["sheet", "copy"] = "copy"
    further: str = ""
    bands: FeeBands | None = None
    exempt: tuple[Exemption, ...] = ()
    account: Literal["city", "ministry"] = "city"
    local: bool = False
    since: date | None = None
    successors: tuple[FeeRule, ...] = ()
    amended: str = ""
    verified: bool = True
    sources: tuple[str, ...] = ()
    note: str = ""
    disagreement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FineBand:
    """NT$ from this many days late on."""

    __pydantic_config__ = _STRICT
    days: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """Late filing: bands, the amount after a reminder, and what excuses; in force for events `since`..`until`."""

    __pydantic_config__ = _STRICT
    code: str
    law: str
    bands: tuple[FineBand, ...]
    after_reminder: int
    statutory_range: Mapping[str, int]
    condition: Text
    imposed_by: str
    waived_when: Condition
    reminder_when: Condition
    since: date | None = None
    until: date | None = None
    verified: bool = True
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district of the city; `office` is None while its household registration office is not verified."""

    __pydantic_config__ = _STRICT
    code: str
    zh: str
    en: str
    zip: str
    office: str | None = None
    verified: bool = False


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
