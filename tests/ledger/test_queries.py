"""What the screens ask of the ledgers, after a made-up morning, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, Engine

from app.domain.case import fold
from app.domain.events import (
    CaseAccepted,
    CaseOpened,
    CaseRevised,
    CaseUnpaid,
    MissingPaper,
    PartyNamed,
    TicketIssued,
    VisitOpened,
)
from app.domain.next_steps import Stage
from app.domain.till import Block, IssuedReceipt
from app.journal.store import Draft, Store
from app.ledger import notices, queue, receipts, search, till, worklist
from app.ledger.receipts import Takings
from app.ledger.registers import POSTERS
from app.ledger.search import Kind
from tests.journal.stores import fresh, store
from tests.ledger.visits import TODAY, a_morning, case, visit

OFFICE = "sanmin"


@pytest.fixture
def held(engine: Engine) -> Store:
    """A journal after the morning."""
    opened = store(engine, "K03", *POSTERS)
    a_morning(opened)
    return opened


@pytest.fixture
def connection(held: Store) -> Iterator[Connection]:
    """A reader of its ledgers."""
    with held.engine.connect() as reader:
        yield reader


def test_a_closed_visit_leaves_the_worklist_and_a_held_one_stays_for_days(connection: Connection) -> None:
    for day in (TODAY, date(2026, 3, 9)):
        (row,) = worklist.open_visits(connection, OFFICE, day)
        assert (row.visit, row.party, row.services, row.stage) == (
            visit(2), "Kʉlʉ ’Ayo", ("birth-registration",), Stage.SUPPLEMENT,
        )  # fmt: skip
        assert row.held_at is not None
        assert row.held_reason == "copy shop"


def test_a_visit_shows_its_cases_and_its_money(connection: Connection) -> None:
    (row,) = worklist.visits_named(connection, OFFICE, [visit(1)])
    assert [(c.case, c.service, c.stage) for c in row.cases] == [
        (case(1), "id-reissue", Stage.DONE), (case(2), "household-transcript", Stage.PAID),
    ]  # fmt: skip
    assert (row.ticket, row.receipt, row.total, row.paid, row.closed) == ("A037", "K03-0000001", 200, True, True)
    assert row.stage is Stage.PAID
    assert worklist.case_numbers(connection, OFFICE, visit(1)) == (case(1), case(2))
    assert worklist.visits_named(connection, "lingya", [visit(1)]) == ()


def test_a_visits_last_entry_tells_how_far_central_must_hold(connection: Connection, held: Store) -> None:
    (row,) = worklist.visits_named(connection, OFFICE, [visit(1)])
    closed = [entry for entry in held.subject(visit(1)) if entry.kind == "visit.closed"]
    assert row.last_of("K03") == closed[0].number
    assert row.last_of("K04") == 0


def test_unfinished_cases_are_due(connection: Connection) -> None:
    assert [row.case for row in worklist.due_by(connection, OFFICE, date(2026, 3, 5))] == [case(2)]
    assert worklist.due_by(connection, OFFICE, date(2026, 3, 4)) == ()


def test_the_till_knows_its_numbers_and_its_shift(connection: Connection, held: Store) -> None:
    state = till.state(connection, OFFICE, "K03")
    assert (state.blocks, state.last_number, state.next_number, state.remaining) == ((Block(1, 100),), 2, 3, 98)
    assert (state.shift, state.shift_clerk, state.previous) == ("S1", "c01", f"{2:064x}")
    assert state.version == len(held.subject("T-K03"))
    assert till.state(connection, OFFICE, "K09").next_number is None


def test_receipts_of_the_day_with_voids_and_copies(connection: Connection) -> None:
    second, first = receipts.of_day(connection, OFFICE, "K03", TODAY)
    assert (first.printed, first.total, first.method, first.voided, first.copies) == (
        "K03-0000001", 200, "cash", False, 1,
    )  # fmt: skip
    assert first.lines[0].name_zh == "補領國民身分證"
    assert (second.voided, second.void_code, second.void_reason, second.void_approver) == (True, "wrong", "誤植", "s01")
    assert receipts.issued(connection, OFFICE, "K03", 2) == IssuedReceipt(2, visit(2), "S1", 30, "easycard", True)
    assert receipts.find(connection, OFFICE, "K03", 3) is None
    assert [row.number for row in receipts.of_visit(connection, OFFICE, visit(1))] == [1]
    assert receipts.takings(connection, OFFICE, "K03", "S1") == (
        Takings("cash", 1, 200, 0, 0), Takings("easycard", 1, 30, 1, 30),
    )  # fmt: skip


def test_every_attempt_to_print_is_kept(connection: Connection) -> None:
    attempts = receipts.attempts(connection, OFFICE, "K03-0000001")
    assert [(row.outcome, row.code) for row in attempts] == [("failed", "P-103"), ("printed", None)]


def test_a_notice_is_found_by_number_and_by_case(connection: Connection) -> None:
    found = notices.find(connection, OFFICE, "N-K03-1150302-0001")
    assert found is not None
    assert found.missing == (
        MissingPaper(document="birth-cert", reason_zh="應備", reason_en="required", law="§29"),
    )  # fmt: skip
    assert (found.case, found.language, found.last_day) == (case(3), "vi", date(2026, 5, 1))
    assert notices.of_case(connection, OFFICE, case(3)) == (found,)
    assert notices.find(connection, OFFICE, "N-K03-1150302-0009") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("𠮷", {(Kind.VISIT, visit(1))}),
        ("王𠮷", {(Kind.VISIT, visit(1))}),
        ("小安", {(Kind.CASE, case(3))}),
        ("ayo", {(Kind.VISIT, visit(2))}),
        ("A123456789", {(Kind.VISIT, visit(1))}),
        ("ａ１２３", {(Kind.VISIT, visit(1))}),
        ("5678", {(Kind.VISIT, visit(1))}),
        ("0912-345 678", {(Kind.VISIT, visit(1))}),
        (case(3), {(Kind.CASE, case(3))}),
        ("K03-0000002", {(Kind.RECEIPT, "K03-0000002")}),
        ("N-K03-1150302-0001", {(Kind.CASE, case(3))}),
        ("A037", {(Kind.VISIT, visit(1))}),
        ("李", set()),
        ("  ", set()),
    ],
)
def test_search_finds_any_part(connection: Connection, text: str, found: set[tuple[Kind, str]]) -> None:
    assert {(hit.kind, hit.id) for hit in search.find(connection, OFFICE, text)} == found


def test_search_by_service_shows_its_cases(connection: Connection) -> None:
    (hit,) = search.find(connection, OFFICE, "出生登記", services=["birth-registration"])
    assert (hit.kind, hit.id, hit.visit, hit.stage) == (Kind.CASE, case(3), visit(2), Stage.SUPPLEMENT)
    assert (hit.party, hit.opened_on) == ("Kʉlʉ ’Ayo", TODAY)


def test_a_case_opened_again_is_due_no_more_here_and_in_its_fold(held: Store, connection: Connection) -> None:
    number = "K03-1150302-0099"
    past = (
        CaseOpened(visit=visit(2), service="id-reissue", intake_date=TODAY),
        CaseAccepted(verdict="accept", fine=None, due_date=TODAY),
        CaseRevised(),
    )
    held.append([Draft(number, event) for event in past], clerk="c01", catalogue="115.1")
    assert number not in [row.case for row in worklist.due_by(connection, OFFICE, TODAY)]
    state = fold(number, past)
    assert state is not None
    assert (state.stage, state.due_date, state.verdict) == (Stage.RECEIVED, None, None)


def test_a_receipt_names_the_cases_it_pays_until_it_is_void(held: Store) -> None:
    def paid() -> tuple[str, ...]:
        with held.engine.connect() as connection:
            return worklist.cases_paid_by(connection, OFFICE, "K03-0000001")

    assert paid() == (case(1), case(2))
    held.append([Draft(case(1), CaseUnpaid(receipt="K03-0000001"))], clerk="c01", catalogue="115.1")
    assert paid() == (case(2),)


def test_a_corrected_name_is_no_longer_found_by_the_old_one(held: Store, connection: Connection) -> None:
    held.append([Draft(visit(1), PartyNamed(role="self", name="王小美"))], clerk="c01", catalogue="115.1")
    assert search.find(connection, OFFICE, "𠮷") == ()
    assert [hit.id for hit in search.find(connection, OFFICE, "小美")] == [visit(1)]
    assert search.find(connection, OFFICE, "5678") == ()


def test_blanked_people_are_found_no_more(held: Store, connection: Connection) -> None:
    held.blank([(entry.station, entry.number) for entry in held.since(0, 1000)])
    assert search.find(connection, OFFICE, "小安") == search.find(connection, OFFICE, "王") == ()
    assert [row.party for row in worklist.visits_named(connection, OFFICE, [visit(1), visit(2)])] == [None, None]
    assert [row.payer for row in receipts.of_day(connection, OFFICE, "K03", TODAY)] == [None, None]


def test_a_ticket_issued_at_two_stations_or_called_twice_stops_nothing() -> None:
    ticket = TicketIssued(ticket="K001", issued_on=TODAY)
    with fresh("K03", *POSTERS) as one, fresh("K04", *POSTERS) as other:
        sent = other.append([Draft("Q-K04-1", ticket)], clerk="c01", catalogue="1")
        one.append([Draft("Q-K03-1", ticket)], clerk="c01", catalogue="1")
        assert len(one.accept(sent)) == 1
        with one.engine.connect() as connection:
            assert [row.ticket for row in queue.waiting(connection, OFFICE, TODAY)] == ["K001"]
        for name in (visit(1), visit(2)):
            one.append([Draft(name, VisitOpened(ticket="K001", opened_on=TODAY))], clerk="c01", catalogue="1")
        with one.engine.connect() as connection:
            assert queue.waiting(connection, OFFICE, TODAY) == ()
