"""The front door: one method for each thing a person can do at the counter; each returns the entries it appended.

Commands raise `app.domain.refusal.Refusal` when a rule says no, and nothing was written then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from app import cases, money, scans, visits
from app.book import Book
from app.domain.case import CaseState, Standing
from app.domain.events import FactValue
from app.domain.precheck import CaseResult
from app.domain.service import Catalogue
from app.domain.text import cleaned
from app.domain.till import Method, TillState
from app.domain.visit import Party, VisitState
from app.journal.entry import Entry
from app.journal.reader import Waiting
from app.ledger import demands, notices, queue, receipts, search, worklist
from app.money import Due
from app.settings import Settings
from app.staff import Clerk


class CheckedCase(NamedTuple):
    """A case beside what the catalogue says of it now."""

    state: CaseState
    result: CaseResult


class Office:
    """One station of one registration office, worked by one signed-in clerk at a time."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def catalogue(self) -> Catalogue:
        return self._book.catalogue

    @property
    def settings(self) -> Settings:
        return self._book.settings

    @property
    def clerk(self) -> Clerk | None:
        return self._book.clerk

    @property
    def today(self) -> date:
        return self._book.today

    def now(self) -> datetime:
        """The device's time."""
        return self._book.now()

    # People -------------------------------------------------------------------------------------------------------

    def sign_in(self, code: str, pin: str) -> Clerk:
        """Raises Refusal("sign-in") for a wrong code or PIN, ("locked-out") after five failures in a row."""
        self._book.clerk = self._book.staff.verify(code, pin, now=self._book.now())
        return self._book.clerk

    def sign_out(self) -> None:
        self._book.clerk = None

    # Queue and visits ---------------------------------------------------------------------------------------------

    def issue_ticket(self, *, language: str = "zh-TW", priority: bool = False) -> list[Entry]:
        return visits.issue_ticket(self._book, language=language, priority=priority)

    def call_next(self) -> list[Entry]:
        return visits.call_next(self._book)

    def open_visit(self, *, language: str = "zh-TW") -> list[Entry]:
        return visits.open_visit(self._book, language=language)

    def name_party(self, visit: str, party: Party) -> list[Entry]:
        return visits.name_party(self._book, visit, party)

    def hold(self, visit: str, reason: str = "") -> list[Entry]:
        return visits.hold(self._book, visit, reason)

    def recall(self, visit: str) -> list[Entry]:
        return visits.recall(self._book, visit)

    def close_visit(self, visit: str) -> list[Entry]:
        return visits.close(self._book, visit)

    # Cases --------------------------------------------------------------------------------------------------------

    def open_case(self, visit: str, service: str) -> list[Entry]:
        return cases.open_case(self._book, visit, service)

    def scan(self, visit: str | None, code: str) -> list[Entry]:
        """A scanned notice or pre-review starts its case, in `visit` or in a new one; else Refusal("unknown-scan")."""
        return scans.start(self._book, visit, code)

    def take_case(self, number: str, visit: str) -> list[Entry]:
        return cases.take(self._book, number, visit)

    def answer(self, case: str, facts: Mapping[str, FactValue | None]) -> list[Entry]:
        return cases.answer(self._book, case, facts)

    def check_paper(
        self,
        case: str,
        document: str,
        standing: Standing,
        *,
        issued: date | None = None,
        verified_by: str | None = None,
        source: str = "manual",
        reason: str | None = None,
    ) -> list[Entry]:
        return cases.check_paper(
            self._book,
            case,
            document,
            standing,
            issued=issued,
            verified_by=verified_by,
            source=source,
            reason=reason,
        )

    def ask_copies(self, case: str, fee: str, copies: int, sheets: int = 1) -> list[Entry]:
        return cases.ask_copies(self._book, case, fee, copies, sheets)

    def fill(self, case: str, values: Mapping[str, str]) -> list[Entry]:
        return cases.fill(self._book, case, values)

    def give_notice(self, case: str, language: str) -> list[Entry]:
        return cases.give_notice(self._book, case, language)

    def accept(self, case: str, approver: tuple[str, str] | None = None) -> list[Entry]:
        return cases.accept(self._book, case, approver)

    def revise(self, case: str) -> list[Entry]:
        return cases.revise(self._book, case)

    def sign(self, case: str, how: str, shown: str) -> list[Entry]:
        return cases.sign(self._book, case, how, shown)

    def hand_over(self, case: str, how: str) -> list[Entry]:
        return cases.hand_over(self._book, case, how)

    def complete(self, case: str, register_reference: str) -> list[Entry]:
        return cases.complete(self._book, case, register_reference)

    def refuse(self, case: str) -> list[Entry]:
        return cases.refuse(self._book, case)

    # Money --------------------------------------------------------------------------------------------------------

    def open_shift(self, float_amount: int) -> list[Entry]:
        return money.open_shift(self._book, float_amount)

    def pay(self, visit: str, method: Method, tendered: int) -> list[Entry]:
        return money.pay(self._book, visit, method, tendered)

    def void_receipt(
        self, number: int, *, approver: tuple[str, str], reason_code: str, reason: str = ""
    ) -> list[Entry]:
        return money.void(self._book, number, approver=approver, reason_code=reason_code, reason=reason)

    def printed(
        self, paper: str, about: str, copy: int, outcome: str, code: str | None = None, clerk: str | None = None
    ) -> list[Entry]:
        """Notes an attempt in the name of the `clerk` who asked, who may have signed out since."""
        return money.printed(self._book, paper, about, copy, outcome, code, clerk)

    # Reads --------------------------------------------------------------------------------------------------------

    def visit(self, visit: str) -> VisitState:
        return self._book.visit(visit)

    def case(self, number: str) -> CaseState:
        return self._book.case(number)

    def check_visit(self, visit: str) -> tuple[CheckedCase, ...]:
        return tuple(CheckedCase(*pair) for pair in cases.check_visit(self._book, visit))

    def check_case(self, number: str) -> CaseResult:
        return cases.check_case(self._book, number)

    def due(self, visit: str) -> Due:
        return money.due(self._book, visit)

    def due_of(self, checked: Iterable[CheckedCase]) -> Due:
        """What a visit owes whose cases `check_visit` has just given."""
        return money.due_of(self._book, checked)

    def till(self) -> TillState:
        return self._book.till()

    def waiting(self) -> tuple[queue.Waiting, ...]:
        return visits.waiting(self._book)

    def worklist(self) -> tuple[worklist.VisitRow, ...]:
        """Visits of today that are not closed, and any held one."""
        with self._book.store.engine.connect() as connection:
            return worklist.open_visits(connection, self._book.office, self.today)

    def receipts_today(self) -> tuple[receipts.ReceiptRow, ...]:
        with self._book.store.engine.connect() as connection:
            return receipts.of_day(connection, self._book.office, self.settings.till, self.today)

    def receipt(self, number: int) -> receipts.ReceiptRow | None:
        with self._book.store.engine.connect() as connection:
            return receipts.find(connection, self._book.office, self.settings.till, number)

    def receipts_of(self, visit: str) -> tuple[receipts.ReceiptRow, ...]:
        """The visit's receipts, voided ones too, oldest first."""
        with self._book.store.engine.connect() as connection:
            return receipts.of_visit(connection, self._book.office, visit)

    def receipt_code(self, row: receipts.ReceiptRow, copy: int) -> str:
        """The text of the receipt's QR code: its facts under this station's signature."""
        return money.receipt_code(self._book, row, copy)

    def notice(self, number: str) -> notices.NoticeRow | None:
        with self._book.store.engine.connect() as connection:
            return notices.find(connection, self._book.office, number)

    def demands_today(self) -> int:
        """How many papers were demanded today that an earlier notice had not named."""
        with self._book.store.engine.connect() as connection:
            return demands.on_day(connection, self.settings.office.code, self.today)

    def notice_code(self, case: str) -> str:
        """The text of the barcode on the case's last notice."""
        return scans.notice_text(self._book, self._book.case(case))

    def papers_of(self, service: str) -> tuple[str, ...]:
        """The service's papers in catalogue order: what the bitmaps of notices and pre-reviews count by."""
        return scans.documents_of(self._book, service) or ()

    def print_attempts(self, about: str) -> tuple[receipts.PrintRow, ...]:
        with self._book.store.engine.connect() as connection:
            return receipts.attempts(connection, self._book.office, about)

    def newest(self, subject: str, kind: str) -> Entry | None:
        """The newest entry of this kind about a case, visit or till: when it was written, and by whom."""
        return next((entry for entry in reversed(self._book.store.subject(subject)) if entry.kind == kind), None)

    def clerk_name(self, code: str) -> str:
        """The name of a clerk this station knows, else the code."""
        known = self._book.staff.clerks.get(code)
        return known.name if known else code

    def unsent(self) -> Waiting:
        """What this station wrote and central does not hold yet."""
        return self._book.store.waiting()

    def last_saved(self) -> str | None:
        """The device time of the newest entry of this station, ISO."""
        return self._book.store.last_at()

    def search(self, text: str, limit: int = 30) -> tuple[search.Hit, ...]:
        with self._book.store.engine.connect() as connection:
            return search.find(connection, self._book.office, cleaned(text), limit, self._services_named(text))

    def _services_named(self, text: str) -> list[str]:
        """The services whose Chinese or English name holds `text`; one character alone names too many."""
        wanted = text.strip().casefold()
        names = ((code, service.name) for code, service in self.catalogue.services.items())
        return [code for code, name in names if len(wanted) > 1 and wanted in f"{name.zh}\n{name.en.casefold()}"]
