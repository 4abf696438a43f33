"""A made-up morning at counter K03: two visits, three cases, one notice, two receipts of which one is voided."""

from __future__ import annotations

from datetime import date

from app.domain import events as e
from app.domain.subjects import CENTRAL
from app.journal.store import Draft, Store
from app.ledger.registers import POSTERS
from tests.journal.stores import store

TODAY = date(2026, 3, 2)


def visit(n: int) -> str:
    return f"V-K03-1150302-{n:04d}"


def case(n: int) -> str:
    return f"K03-1150302-{n:04d}"


def _say(held: Store, *drafts: tuple[str, e.Event]) -> None:
    held.append([Draft(subject, event) for subject, event in drafts], clerk="c01", catalogue="115.1")


def _receipt(number: int, of_visit: str, total: int, method: str) -> e.ReceiptIssued:
    line = e.FeeLine(fee="id-reissue", quantity=1, unit_price=total, amount=total, name_zh="補領國民身分證")
    return e.ReceiptIssued(
        number=number, visit=of_visit, shift="S1", issued_on=TODAY, lines=(line,), total=total, method=method,
        tendered=total, change=0, previous="0" * 64, digest=f"{number:064x}", payer="王小明",
    )  # fmt: skip


def a_morning(held: Store, start: int = 1) -> None:
    """Case and visit numbers from `start` on; receipt numbers `start` and `start` + 1."""
    one, two, first, second, third = visit(start), visit(start + 1), case(start), case(start + 1), case(start + 2)
    if start == 1:
        central = store(held.engine, CENTRAL, *POSTERS)
        _say(central, ("B-K03", e.BlockAllotted(till="K03", first=1, last=100)))
        _say(held, ("T-K03", e.ShiftOpened(shift="S1", float_amount=3000)))
    _say(held, (one, e.VisitOpened(ticket="A037", opened_on=TODAY)))
    _say(held, (one, e.PartyNamed(role="self", name="王𠮷安", id_number="A123456789", phone="0912345678")))
    _say(held, (first, e.CaseOpened(visit=one, service="id-reissue", intake_date=TODAY)))
    _say(held, (second, e.CaseOpened(visit=one, service="household-transcript", intake_date=TODAY)))
    for number in (first, second):
        accepted = e.CaseAccepted(verdict="accept", fine=None, due_date=date(2026, 3, 5))
        _say(held, (number, accepted), (number, e.CaseSigned(how="pad", shown="0" * 64)))
    paid = f"K03-{start:07d}"
    _say(
        held,
        ("T-K03", _receipt(start, one, 200, "cash")),
        (one, e.VisitPaid(receipt=paid, total=200)),
        (first, e.CasePaid(receipt=paid, fees=())),
        (second, e.CasePaid(receipt=paid, fees=())),
    )
    _say(held, ("T-K03", e.PaperPrinted(paper="receipt", about=paid, copy=1, outcome="failed", code="P-103")))
    _say(held, ("T-K03", e.PaperPrinted(paper="receipt", about=paid, copy=1, outcome="printed")))
    _say(held, (first, e.CaseCompleted(register_reference="R1")), (one, e.VisitClosed()))
    _say(held, (two, e.VisitOpened(ticket=None, opened_on=TODAY)), (two, e.PartyNamed(role="self", name="Kʉlʉ ’Ayo")))
    _say(held, (third, e.CaseOpened(visit=two, service="birth-registration", intake_date=TODAY)))
    _say(held, (third, e.FormFilled(fields=("child_name",), values={"child_name": "陳小安"})))
    missing = e.MissingPaper(document="birth-cert", reason_zh="應備", reason_en="required", law="§29")
    notice = e.NoticeGiven(
        notice=f"N-K03-1150302-{start:04d}", language="vi", missing=(missing,), last_day=date(2026, 5, 1)
    )
    _say(held, (third, notice), (two, e.VisitHeld(reason="copy shop")))
    _say(held, ("T-K03", _receipt(start + 1, two, 30, "easycard")))
    void = e.ReceiptVoided(
        number=start + 1, visit=two, amount=30, method="easycard", approver="s01", reason_code="wrong", reason="誤植"
    )
    _say(held, ("T-K03", void))
