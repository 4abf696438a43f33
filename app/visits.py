"""What a clerk does with a visit: calls it, names the party, holds it, recalls it, closes it."""

from __future__ import annotations

from dataclasses import replace

from app.book import Book
from app.domain import case as cases
from app.domain import subjects
from app.domain import visit as rules
from app.domain.case import CaseState
from app.domain.events import Event, FactValue, TicketIssued, VisitOpened
from app.domain.next_steps import Step
from app.domain.visit import Party
from app.journal.entry import Entry
from app.ledger import queue

PRINCIPAL = "principal"
"""The applicant role of the person the record is about."""


def issue_ticket(book: Book, *, language: str = "zh-TW", priority: bool = False) -> list[Entry]:
    """The next queue number of this station's own series: `K03-001`, so that two stations never hand out the same."""
    subject = book.next_subject(subjects.TICKET)
    ticket = f"{book.settings.station}-{int(subject.rpartition('-')[2]):03d}"
    issued = TicketIssued(ticket=ticket, issued_on=book.today, language=language, priority=priority)
    return book.write((subject, 0, [issued]))


def waiting(book: Book) -> tuple[queue.Waiting, ...]:
    """Today's tickets that no visit has called yet: priority first, then in order."""
    with book.store.engine.connect() as connection:
        return queue.waiting(connection, book.office, book.today)


def open_visit(
    book: Book, ticket: str | None = None, *, language: str = "zh-TW", priority: bool = False
) -> list[Entry]:
    """A party comes to the counter, with a ticket or without."""
    return book.write(opening(book, ticket, language=language, priority=priority))


def opening(
    book: Book, ticket: str | None = None, *, language: str = "zh-TW", priority: bool = False
) -> tuple[str, int, list[Event]]:
    """A new visit as it is to be written, for what must happen together with it."""
    opened = VisitOpened(ticket=ticket, language=language, priority=priority, opened_on=book.today)
    return book.next_subject(subjects.VISIT), 0, [opened]


def call_next(book: Book) -> list[Entry]:
    """Opens a visit for the next ticket; without any waiting, for whoever stands there."""
    first = next(iter(waiting(book)), None)
    if first is None:
        return open_visit(book)
    return open_visit(book, first.ticket, language=first.language, priority=first.priority)


def name_party(book: Book, visit: str, party: Party) -> list[Entry]:
    """Says who the party is; the visit's open cases learn at once what that answers."""
    state = book.visit(visit)
    learnt = [
        (case.number, case.version, cases.answer(case, answered_by(_in_role(party, case))))
        for case in book.cases_of(visit)
        if case.may(Step.ANSWER)
    ]
    return book.write((visit, state.version, rules.name_party(state, party)), *learnt)


def _in_role(party: Party, case: CaseState) -> Party:
    """The party in the capacity the case already knows, where the party was named without one."""
    return replace(party, role=party.role or str(case.facts.get("applicant_role", "")))


def answered_by(party: Party) -> dict[str, FactValue | None]:
    """The questions that the party's own card answers, so that nobody asks them again."""
    answers: dict[str, FactValue | None] = {}
    if party.role:
        answers["applicant_role"] = party.role
    if party.birth_date:
        answers["applicant_birth_date"] = party.birth_date.isoformat()
        if party.role == PRINCIPAL:
            answers["birth_date"] = party.birth_date.isoformat()
    return answers


def hold(book: Book, visit: str, reason: str = "") -> list[Entry]:
    state = book.visit(visit)
    return book.write((visit, state.version, rules.hold(state, reason)))


def recall(book: Book, visit: str) -> list[Entry]:
    state = book.visit(visit)
    return book.write((visit, state.version, rules.recall(state)))


def close(book: Book, visit: str) -> list[Entry]:
    state = book.visit(visit)
    unpaid = [case.number for case in book.cases_of(visit) if case.may(Step.PAY)]
    return book.write((visit, state.version, rules.close(state, unpaid)))
