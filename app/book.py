"""The journal as one signed-in clerk works in it: states by folding, decisions appended in the clerk's name."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain import case as cases
from app.domain import visit as visits
from app.domain.case import CaseState
from app.domain.events import Event
from app.domain.refusal import Refusal
from app.domain.roc_date import compact
from app.domain.service import Catalogue
from app.domain.subjects import NOTICE
from app.domain.text import kept_by_all
from app.domain.till import TillState
from app.domain.visit import VisitState
from app.folded import Folded
from app.journal.entry import Entry
from app.journal.store import Draft, Store
from app.ledger import notices, worklist
from app.ledger import till as till_ledger
from app.settings import Settings
from app.staff import Clerk, Staff


def _random_code() -> str:
    """Ten characters nobody can guess: 50 bits, for the citizen's progress inquiry."""
    letters = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
    return "".join(secrets.choice(letters) for _ in range(10))


@dataclass(slots=True)
class Book:
    """Everything a command needs; `clerk` is `None` while nobody is signed in."""

    store: Store
    catalogue: Catalogue
    settings: Settings
    staff: Staff
    now: Callable[[], datetime]
    sign: Callable[[bytes], bytes]
    random_code: Callable[[], str] = _random_code
    clerk: Clerk | None = None
    _sequences: dict[str, int] = field(default_factory=dict)
    _visits: Folded[VisitState] = field(init=False)
    _cases: Folded[CaseState] = field(init=False)

    def __post_init__(self) -> None:
        self._visits, self._cases = Folded(self.store, visits.fold), Folded(self.store, cases.fold)

    @property
    def office(self) -> str:
        """The office whose journal this is: every ledger's key starts with it."""
        return self.store.origin.office

    @property
    def today(self) -> date:
        return self.now().date()

    def signed_in(self) -> Clerk:
        """The clerk whose name the next entry bears. Raises Refusal("not-signed-in")."""
        if self.clerk is None:
            raise Refusal("not-signed-in")
        if not self.clerk.may_work:
            raise Refusal("role", role=self.clerk.role)
        return self.clerk

    def second(self, code: str, pin: str) -> str:
        """The code of a supervisor who signs beside the clerk. Raises Refusal("approver-needed") for anyone else."""
        signing = self.staff.verify(code, pin, now=self.now())
        if not signing.may_approve:
            raise Refusal("approver-needed")
        return signing.code

    def write(self, *decided: tuple[str, int, Iterable[Event]], clerk: str | None = None) -> list[Entry]:
        """Appends (subject, its version now, new events) for every subject at once, all or none.

        In the signed-in clerk's name, or in that of the `clerk` who asked for what ends only now. Raises
        Refusal("bad-text") when an event carries text that not every journal can keep.
        """
        name = clerk or self.signed_in().code
        drafts = [
            Draft(subject, event, expected=version + step)
            for subject, version, events in decided
            for step, event in enumerate(events, start=1)
        ]
        if not all(kept_by_all(draft.event) for draft in drafts):
            raise Refusal("bad-text")
        if not drafts:
            return []
        return self.store.append(drafts, clerk=name, catalogue=self.catalogue.version)

    # States -------------------------------------------------------------------------------------------------------

    def visit(self, visit: str) -> VisitState:
        state = self._visits.of(visit)
        if state is None:
            raise Refusal("unknown-visit", visit=visit)
        return state

    def case(self, number: str) -> CaseState:
        state = self._cases.of(number)
        if state is None:
            raise Refusal("unknown-case", case=number)
        return state

    def cases_of(self, visit: str) -> tuple[CaseState, ...]:
        """The visit's cases in the order they were opened or taken up."""
        with self.store.engine.connect() as connection:
            numbers = worklist.case_numbers(connection, self.office, visit)
        return tuple(self.case(number) for number in numbers)

    def till(self) -> TillState:
        with self.store.engine.connect() as connection:
            return till_ledger.state(connection, self.office, self.settings.till)

    # Numbers ------------------------------------------------------------------------------------------------------

    def next_subject(self, prefix: str = "") -> str:
        """`<prefix>K03-1150203-0042`: this station's own series of the day, so no two stations can meet."""
        return self._next(prefix, self.store.last_in_series)

    def next_notice(self) -> str:
        """`N-K03-1150203-0004`: a series like any other, but kept by the ledger, for a notice is no subject."""
        return self._next(NOTICE, self._last_notice)

    def _next(self, prefix: str, last_written: Callable[[str], int]) -> str:
        series = f"{prefix}{self.settings.station}-{compact(self.today)}-"
        number = max(self._sequences.get(series, 0), last_written(series)) + 1
        self._sequences[series] = number
        return f"{series}{number:04d}"

    def _last_notice(self, series: str) -> int:
        with self.store.engine.connect() as connection:
            return notices.last_in_series(connection, self.office, series)
