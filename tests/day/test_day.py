"""A day of nine visits: everything a clerk wrote is at central, once, and the money agrees on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.case import Standing
from app.domain.events import FactValue
from app.domain.next_steps import Stage
from app.domain.prereview_code import PreReview, encode
from app.domain.refusal import Refusal
from app.domain.visit import Party
from app.keys import load
from sync.central.keys import data_key
from sync.central.serve import FILE
from sync.standing import State
from tests.day.counter import CLERK, SUPERVISOR, Counter, arrive, counter, finish, pay, prepare, serve
from ui import demo
from ui.day.reader import count

BIRTH_FACTS: dict[str, FactValue] = {
    "birth_date": "2026-01-20",
    "household_district": "三民區",
    "parents_married": True,
    "surname_on_birth_cert": False,
}
DEATH_FACTS: dict[str, FactValue] = {
    "event_date": "2025-12-15",
    "deceased_has_spouse": True,
    "photo_reusable": True,
    "deceased_was_head": False,
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        yield made


def both_sides_equal(desk: Counter) -> bool:
    """The second reader finds the same entries in both files."""
    here = count(desk.station.profile / "journal.db", desk.station.keys.data)
    there = count(desk.folder / "central" / FILE, data_key(desk.folder / "central"))
    return here == there


def test_a_birth_with_five_papers_from_arrival_to_receipt(desk: Counter) -> None:
    office = desk.office
    visit = arrive(office, "mother", "李小美")
    case = prepare(office, visit, "birth-registration", BIRTH_FACTS)
    result = office.check_case(case)
    assert (result.verdict, len(result.required), result.questions) == ("accept", 5, ())
    finish(office, case, {"hh-cert": 1})
    pay(office, visit)
    assert office.case(case).stage is Stage.PAID
    assert office.visit(visit).receipt == "K03-0000001"
    assert [(r.printed, r.total) for r in office.receipts_of(visit)] == [("K03-0000001", 30)]


def test_two_services_in_one_visit_share_papers_and_one_receipt(desk: Counter) -> None:
    office = desk.office
    visit = arrive(office, "principal", "陳小安")
    first = prepare(office, visit, "hhcert-replace", {"applicant_role": "head"})
    second = office.open_case(visit, "transcript-current")[0].subject
    office.answer(second, {"applicant_role": "principal"})
    office.check_paper(second, "identity-proof", Standing.ORIGINAL)
    finish(office, first, {"hh-cert": 1})
    finish(office, second, {"transcript": 2})
    assert office.due(visit).total == 30 + 2 * 15
    pay(office, visit)
    assert [line.case for line in office.receipts_of(visit)[0].lines] == [first, second]


def test_a_late_death_carries_a_fine_that_is_no_fee(desk: Counter) -> None:
    office = desk.office
    visit = arrive(office, "spouse", "陳大安")
    # 30 days from 2025-12-15 end on 2026-01-14, a Wednesday; 3 February is 20 days late: NT$500 (16 to 30 days).
    case = prepare(office, visit, "death-registration", DEATH_FACTS)
    result = office.check_case(case)
    assert result.verdict == "accept-with-fine"
    assert result.fine is not None
    assert (result.fine.days_late, result.fine.amount) == (20, 500)
    finish(office, case, {"hh-cert": 1})
    due = office.due(visit)
    assert (due.total, due.fines) == (30, 500)


def test_a_notice_is_resumed_and_nothing_new_is_demanded_without_a_reason(desk: Counter) -> None:
    office = desk.office
    visit = arrive(office, "mother", "李小美")
    case = prepare(office, visit, "birth-registration", BIRTH_FACTS, lacking="hh-cert")
    with pytest.raises(Refusal, match="not-acceptable"):
        office.accept(case)
    office.give_notice(case, "vi")
    assert office.case(case).stage is Stage.SUPPLEMENT
    code = office.notice_code(case)
    again = office.scan(None, code)[0].subject
    assert office.case(case).visit == again
    assert (office.visit(again).party.name, office.visit(again).party.read_from) == ("李小美", "notice")
    with pytest.raises(Refusal, match="reason-needed"):
        office.check_paper(case, "birth-cert", Standing.MISSING)
    assert office.demands_today() == 0
    office.check_paper(case, "birth-cert", Standing.MISSING, reason="正本字跡無法辨識")
    assert office.demands_today() == 1
    for document in ("hh-cert", "birth-cert"):
        office.check_paper(case, document, Standing.ORIGINAL)
    finish(office, case, {})


def test_a_scan_takes_a_case_up_as_it_opens_the_visit_or_does_neither(desk: Counter) -> None:
    office = desk.office
    case = prepare(office, arrive(office, "mother", "李小美"), "birth-registration", BIRTH_FACTS)
    before = desk.station.store.head("K03")
    with pytest.raises(Refusal, match="not-now"):
        office.scan(None, case)
    assert desk.station.store.head("K03") == before
    office.check_paper(case, "hh-cert", Standing.MISSING)
    office.give_notice(case, "zh-TW")
    opened, named, taken = office.scan(None, case)
    assert (opened.kind, named.kind, taken.kind) == ("visit.opened", "visit.party", "case.taken")
    assert office.case(case).visit == opened.subject


def test_a_queue_number_bears_the_station_that_issued_it(desk: Counter) -> None:
    assert [desk.office.issue_ticket()[0].facts["ticket"] for _ in range(2)] == ["K03-001", "K03-002"]
    assert desk.office.call_next()[0].facts["ticket"] == "K03-001"


def test_a_notice_from_elsewhere_starts_with_what_it_told(desk: Counter) -> None:
    office = desk.office
    visit = arrive(office, "mother", "李小美")
    case = prepare(office, visit, "birth-registration", BIRTH_FACTS, lacking="hh-cert")
    office.give_notice(case, "zh-TW")
    code = office.notice_code(case).partition("/")[0]
    entries = office.scan(None, code + "/K091150203" + "0007")
    resumed = office.case(entries[-1].subject)
    assert (resumed.service, resumed.told, resumed.resumes) == ("birth-registration", ("hh-cert",), "K09-1150203-0007")


def test_a_pre_review_opens_its_service_once(desk: Counter) -> None:
    office, keys = desk.office, load(desk.station.profile)
    papers = office.papers_of("id-reissue")
    review = PreReview("sanmin", "K03", "id-reissue", ("hh-cert",), "vi", True, office.today, "n0nce")
    text = encode(review, papers, keys.sign)
    assert len(text) < 200
    opened = office.scan(None, text)
    case = office.case(opened[-1].subject)
    assert case.stage is Stage.PRE_REVIEWED
    assert "hh-cert" in {paper.document for paper in office.check_case(case.number).missing}
    office.check_paper(case.number, "hh-cert", Standing.ORIGINAL)
    assert office.case(case.number).stage is Stage.RECEIVED
    assert "hh-cert" not in {paper.document for paper in office.check_case(case.number).missing}
    assert office.visit(case.visit).priority
    with pytest.raises(Refusal, match="scan-used"):
        office.scan(None, text)
    with pytest.raises(Refusal, match="scan-forged"):
        office.scan(None, text.replace("|vi|", "|en|"))


def test_a_voided_receipt_keeps_its_number_and_the_visit_is_paid_again(desk: Counter) -> None:
    office = desk.office
    visit = serve(office, "transcript-current", {"applicant_role": "principal"}, {"transcript": 2})
    with pytest.raises(Refusal, match="sign-in"):
        office.void_receipt(1, approver=(SUPERVISOR, "wrong"), reason_code="wrong-item")
    with pytest.raises(Refusal, match="approver-needed"):
        office.void_receipt(1, approver=(CLERK, demo.PIN), reason_code="wrong-item")
    office.void_receipt(1, approver=(SUPERVISOR, demo.PIN), reason_code="wrong-item", reason="份數不符")
    assert not office.visit(visit).paid
    pay(office, visit)
    assert [(r.number, r.voided_at is not None) for r in office.receipts_of(visit)] == [(1, True), (2, False)]


def test_work_goes_on_without_central_and_both_sides_agree_afterwards(desk: Counter) -> None:
    office = desk.office
    serve(office, "transcript-current", {"applicant_role": "principal"}, {"transcript": 1})
    assert desk.sync().state is State.SYNCED
    assert both_sides_equal(desk)
    serve(office, "transcript-current", {"applicant_role": "principal"}, {"transcript": 3})
    unsent = office.unsent()
    assert (unsent.count > 0, unsent.money) == (True, 45)
    assert not both_sides_equal(desk)
    assert desk.sync().agreed
    assert both_sides_equal(desk)
    assert office.unsent().count == 0


def test_ledgers_rebuilt_from_the_journal_tell_the_same(desk: Counter) -> None:
    office = desk.office
    serve(office, "transcript-current", {"applicant_role": "principal"}, {"transcript": 1})
    arrive(office, "mother", "李小美")
    before = (office.worklist(), office.receipts_today(), office.till(), office.search("陳小安"))
    desk.station.store.rebuild()
    assert (office.worklist(), office.receipts_today(), office.till(), office.search("陳小安")) == before
    assert desk.station.store.verify().ok


def test_what_the_party_s_card_says_is_not_asked_again(desk: Counter) -> None:
    office = desk.office
    visit = arrive(office, "", "陳大文")
    case = office.open_case(visit, "id-reissue")[0].subject
    office.name_party(visit, Party("principal", "陳大文", "A123456789", date(1990, 5, 5)))
    facts = office.case(case).facts
    assert (facts["applicant_role"], facts["birth_date"]) == ("principal", "1990-05-05")
    assert "birth_date" not in office.check_case(case).questions
