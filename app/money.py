"""What a clerk does with money: opens the shift, takes the visit's fees under one receipt, voids it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.book import Book
from app.cases import check_visit
from app.domain import case as cases
from app.domain import subjects
from app.domain import till as rules
from app.domain import visit as visits
from app.domain.case import CaseState
from app.domain.events import Event, FeeLine, PaperPrinted
from app.domain.next_steps import UNFINISHED, Step
from app.domain.precheck import CaseResult
from app.domain.receipt import printed_number
from app.domain.receipt_code import PREVIOUS, ReceiptFacts, pack
from app.domain.refusal import Refusal
from app.domain.roc_date import compact
from app.domain.till import Method
from app.journal.entry import Entry
from app.ledger import receipts, worklist
from app.ledger.receipts import ReceiptRow

CITY = "city"
"""The account whose fees this till takes; the Ministry's go another way (國籍規費收費標準第5條)."""


@dataclass(frozen=True, slots=True)
class Due:
    """What the visit owes: the city's fees for one receipt; fines and other authorities' fees stand apart."""

    lines: tuple[FeeLine, ...]
    unset: tuple[str, ...]
    elsewhere: tuple[FeeLine, ...]
    fines: int

    @property
    def total(self) -> int:
        return sum(line.amount for line in self.lines)


def due(book: Book, visit: str) -> Due:
    """The visit's money as the catalogue of the intake date has it; paid and ended cases owe nothing more."""
    return due_of(book, check_visit(book, visit))


def due_of(book: Book, checked: Iterable[tuple[CaseState, CaseResult]]) -> Due:
    """The same of cases that were just checked."""
    lines: list[FeeLine] = []
    unset: list[str] = []
    elsewhere: list[FeeLine] = []
    fines = 0
    for state, result in checked:
        if not (state.may(Step.PAY) or state.stage in UNFINISHED):
            continue
        fines += result.fine.amount if result.fine else 0
        unset += [u.fee for u in result.unpriced if book.catalogue.fees[u.fee].account == CITY]
        for line in result.fees:
            fee = book.catalogue.fees[line.fee]
            named = replace(line, case=state.number, name_zh=fee.name.zh, name_en=fee.name.en, law=fee.law)
            (lines if fee.account == CITY else elsewhere).append(named)
    return Due(tuple(line for line in lines if line.amount), tuple(unset), tuple(elsewhere), fines)


def open_shift(book: Book, float_amount: int) -> list[Entry]:
    """From another clerk this is a hand-over: the float is what was counted."""
    state, clerk = book.till(), book.signed_in()
    shift = f"{_till(book)}-{compact(book.today)}-{state.version + 1}"
    return book.write((_till(book), state.version, rules.open_shift(state, shift, float_amount, clerk.code)))


def pay(book: Book, visit: str, method: Method, tendered: int) -> list[Entry]:
    """Takes the number, the receipt, the visit's and every case's payment in one transaction."""
    checked = check_visit(book, visit)
    payable = _payable([state for state, _ in checked])
    owed = due_of(book, checked)
    if owed.unset:
        raise Refusal("fee-unset", fee=book.catalogue.fees[owed.unset[0]].name.zh)
    state = book.visit(visit)
    if owed.total == 0:
        return book.write((visit, state.version, visits.pay(state, None, 0)), *_cases_paid(payable, None, ()))
    till = book.till()
    receipt = rules.issue(
        till,
        office=book.office,
        visit=visit,
        lines=owed.lines,
        method=method,
        tendered=tendered,
        today=book.today,
        clerk=book.signed_in().code,
        payer=state.party.name or None,
    )
    number = printed_number(till.till, receipt.number)
    return book.write(
        (_till(book), till.version, [receipt]),
        (visit, state.version, visits.pay(state, number, receipt.total)),
        *_cases_paid(payable, number, owed.lines),
    )


def _cases_paid(
    payable: Iterable[CaseState], number: str | None, lines: Sequence[FeeLine]
) -> Iterator[tuple[str, int, tuple[Event, ...]]]:
    for case in payable:
        fees = tuple(line for line in lines if line.case == case.number)
        yield case.number, case.version, cases.pay(case, number, fees)


def _payable(states: Sequence[CaseState]) -> tuple[CaseState, ...]:
    open_ones = [s.number for s in states if s.stage in UNFINISHED]
    if open_ones:
        raise Refusal("cases-open", cases=", ".join(open_ones))
    payable = tuple(s for s in states if s.may(Step.PAY))
    if not payable:
        raise Refusal("nothing-due")
    return payable


def void(book: Book, number: int, *, approver: tuple[str, str], reason_code: str, reason: str = "") -> list[Entry]:
    """Voids a receipt of the running shift; a supervisor signs beside the clerk. Its cases wait for payment again."""
    second, till = book.second(*approver), book.till()
    printed = printed_number(till.till, number)
    with book.store.engine.connect() as connection:
        issued = receipts.issued(connection, book.office, till.till, number)
        paid = worklist.cases_paid_by(connection, book.office, printed)  # wherever they were taken up since
    if issued is None:
        raise Refusal("unknown-receipt", number=printed)
    voided = rules.void(
        till, issued, clerk=book.signed_in().code, approver=second, reason_code=reason_code, reason=reason
    )
    visit = book.visit(issued.visit)
    unpaid = [(case.number, case.version, cases.unpay(case, printed)) for case in map(book.case, paid)]
    return book.write(
        (_till(book), till.version, [voided]),
        (issued.visit, visit.version, visits.reopen(visit, printed)),
        *unpaid,
    )


def receipt_code(book: Book, row: ReceiptRow, copy: int) -> str:
    """The receipt's facts signed with the station's key: readable and checked with no network."""
    facts = ReceiptFacts(
        office=book.office,
        till=row.till,
        number=row.number,
        issued_on=row.issued_on,
        total=row.total,
        copy=copy,
        previous=row.previous[:PREVIOUS],
    )
    return pack(facts, book.sign)


def printed(
    book: Book, paper: str, about: str, copy: int, outcome: str, code: str | None = None, clerk: str | None = None
) -> list[Entry]:
    """Notes one attempt to print, in the name of who asked for it; it never touches the number it is about."""
    state = book.till()
    attempt = PaperPrinted(paper=paper, about=about, copy=copy, outcome=outcome, code=code)
    return book.write((_till(book), state.version, [attempt]), clerk=clerk)


def _till(book: Book) -> str:
    return subjects.of_till(book.settings.till)
