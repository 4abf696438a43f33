"""What can happen at the counter, as frozen facts in the past tense: the only things the journal ever holds.

A field marked `personal()` travels in the entry's `person` body, which may be blanked by law; every fold must
work when it is `None`.  All other fields travel in `facts`: codes, amounts, numbers, dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

FactValue = str | int | bool


def personal() -> Any:
    """A field of the `person` body: absent (`None`) once it has been blanked."""
    return field(default=None, metadata={"body": "person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One fact; `KIND` is its stable short name in every journal ever written."""

    KIND: ClassVar[str]


# Values the events carry ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One line of a receipt: `amount` NT$ = what `quantity` of the fee costs under the rule of the intake date."""

    fee: str
    quantity: int
    unit_price: int
    amount: int
    case: str = ""
    name_zh: str = ""
    name_en: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FineAssessed:
    """A late-filing fine as decided: days late after the adjusted last day, amount NT$, the articles relied on."""

    days_late: int
    last_day: date
    amount: int
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPaper:
    """A paper the notice told the citizen to bring, with the reason as it was told."""

    document: str
    reason_zh: str
    reason_en: str
    law: str
    replaced_by: str = ""


# The queue --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketIssued(Event):
    """A queue number in the issuing station's own series of the day; a visit that names it has called it."""

    KIND: ClassVar[str] = "ticket.issued"
    ticket: str
    issued_on: date
    language: str = "zh-TW"
    priority: bool = False


# The visit --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitOpened(Event):
    KIND: ClassVar[str] = "visit.opened"
    ticket: str | None
    language: str = "zh-TW"
    priority: bool = False
    opened_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyNamed(Event):
    """Who stands at the counter. A doubtful number is kept as typed, with the clerk's reason."""

    KIND: ClassVar[str] = "visit.party"
    role: str
    read_from: str = "typed"
    name: str | None = personal()
    id_number: str | None = personal()
    birth_date: date | None = personal()
    phone: str | None = personal()
    doubt_reason: str | None = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitHeld(Event):
    KIND: ClassVar[str] = "visit.held"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecalled(Event):
    KIND: ClassVar[str] = "visit.recalled"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPaid(Event):
    """The whole visit was settled: by one receipt, or by none when nothing was due."""

    KIND: ClassVar[str] = "visit.paid"
    receipt: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitReopened(Event):
    """The visit's receipt was voided, so it waits for payment again."""

    KIND: ClassVar[str] = "visit.reopened"
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitClosed(Event):
    KIND: ClassVar[str] = "visit.closed"


# The case ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Event):
    """An application for one service; `resumes` names the notice's case, `prereview` the guide's token."""

    KIND: ClassVar[str] = "case.opened"
    visit: str
    service: str
    intake_date: date
    resumes: str | None = None
    told: tuple[str, ...] = ()
    prereview: str | None = None
    presented: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTaken(Event):
    """A case that nobody held was taken up again in another visit."""

    KIND: ClassVar[str] = "case.taken"
    visit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAnswered(Event):
    """Registered questions answered; `None` takes an answer back."""

    KIND: ClassVar[str] = "case.answered"
    facts: Mapping[str, FactValue | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChecked(Event):
    """How one paper stands: original, copy, electronic, waived, missing or unseen. A new demand has a reason."""

    KIND: ClassVar[str] = "case.paper"
    document: str
    standing: str
    issued: date | None = None
    verified_by: str | None = None
    source: str = "manual"
    demanded_anew: bool = False
    reason: str | None = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesAsked(Event):
    """How many copies of what is issued: fee code to (copies, sheets per copy)."""

    KIND: ClassVar[str] = "case.copies"
    copies: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFilled(Event):
    """Fields of the application form, by field code; only what changed."""

    KIND: ClassVar[str] = "case.filled"
    fields: tuple[str, ...]
    values: Mapping[str, str] | None = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven(Event):
    """Everything missing was told at once (Household Registration Act Enforcement Rules, art. 20)."""

    KIND: ClassVar[str] = "case.noticed"
    notice: str
    language: str
    missing: tuple[MissingPaper, ...]
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAccepted(Event):
    """The clerk closed the check: the verdict, the fine and the days it was decided on; copies may still follow."""

    KIND: ClassVar[str] = "case.accepted"
    verdict: str
    fine: FineAssessed | None
    due_date: date | None
    approvals: tuple[str, ...] = ()
    approved_by: str | None = None
    slip_code: str | None = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRevised(Event):
    """The accepted case was opened again before payment, because something was wrong."""

    KIND: ClassVar[str] = "case.revised"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSigned(Event):
    """The citizen signed what was shown; `shown` is its digest, `how` is paper, pad or fingerprint."""

    KIND: ClassVar[str] = "case.signed"
    how: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePaid(Event):
    """This case's part of the visit's money; `receipt` is `None` when nothing was due for the whole visit."""

    KIND: ClassVar[str] = "case.paid"
    receipt: str | None
    fees: tuple[FeeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseUnpaid(Event):
    """The receipt that paid this case was voided."""

    KIND: ClassVar[str] = "case.unpaid"
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHandedOver(Event):
    """What was asked for was given to the citizen, or how it will be delivered."""

    KIND: ClassVar[str] = "case.delivered"
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCompleted(Event):
    """辦結: a person confirms that the national register has it, with the register's reference."""

    KIND: ClassVar[str] = "case.completed"
    register_reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRefused(Event):
    """The case went no further: refused, referred elsewhere, or withdrawn by the citizen."""

    KIND: ClassVar[str] = "case.refused"
    verdict: str
    reasons: tuple[str, ...] = ()


# The till ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockAllotted(Event):
    """Central allotted receipt numbers `first`..`last` to one till, never to be allotted again."""

    KIND: ClassVar[str] = "block.allotted"
    till: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftOpened(Event):
    KIND: ClassVar[str] = "till.shift-opened"
    shift: str
    float_amount: int
    handed_over_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptIssued(Event):
    """One receipt for one visit; `previous` is the `digest` of the till's receipt before it (hex SHA-256)."""

    KIND: ClassVar[str] = "till.receipt"
    number: int
    visit: str
    shift: str
    issued_on: date
    lines: tuple[FeeLine, ...]
    total: int
    method: str
    tendered: int
    change: int
    previous: str
    digest: str
    payer: str | None = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptVoided(Event):
    KIND: ClassVar[str] = "till.voided"
    number: int
    visit: str
    amount: int
    method: str
    approver: str
    reason_code: str
    reason: str | None = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPrinted(Event):
    """One attempt to print; `outcome` is printed, saved (as PDF) or failed. It never touches a number."""

    KIND: ClassVar[str] = "print.attempted"
    paper: str
    about: str
    copy: int
    outcome: str
    code: str | None = None


# The station ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class StationEnrolled(Event):
    """Central knows this station by its public key (Ed25519, hex)."""

    KIND: ClassVar[str] = "station.enrolled"
    station: str
    public_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Event):
    """Central holds this entry but does not post it; a person must look."""

    KIND: ClassVar[str] = "entry.set-aside"
    station: str
    number: int
    why: str


KINDS: Mapping[str, type[Event]] = {
    kind.KIND: kind
    for kind in (
        TicketIssued, VisitOpened, PartyNamed, VisitHeld, VisitRecalled, VisitPaid, VisitReopened, VisitClosed,
        CaseOpened, CaseTaken, CaseAnswered, PaperChecked, CopiesAsked, FormFilled, NoticeGiven, CaseAccepted,
        CaseRevised, CaseSigned, CasePaid, CaseUnpaid, CaseHandedOver, CaseCompleted, CaseRefused,
        BlockAllotted, ShiftOpened, ReceiptIssued, ReceiptVoided, PaperPrinted, StationEnrolled, SetAside,
    )
}  # fmt: skip
