"""Text that cannot be kept everywhere is refused or cleaned at the door, and the work goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.case import Standing
from app.domain.events import BlockAllotted
from app.domain.refusal import Refusal
from app.domain.till import Method
from app.domain.visit import Party
from app.journal.store import Draft
from app.office import Office
from app.refusals import sentence
from tests.day.counter import CLERK, SUPERVISOR, Counter, arrive, counter, finish, prepare, serve
from ui import demo

BAD = ["陳\0小安", "\0", "陳\ud842", "\udfb7小安"]
"""A NUL, and each half of 𠮷 (U+20BB7) as a broken paste brings it."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    with counter(tmp_path_factory.mktemp("desk")) as made:
        yield made


def _typed(office: Office, text: str) -> dict[str, Callable[[], object]]:
    """Every command that takes what a person typed, with `text` in it."""
    visit = arrive(office, "principal", "陳小安")
    case = prepare(office, visit, "transcript-current", {"applicant_role": "principal"})
    ready = arrive(office, "principal", "陳小安")
    finish(office, prepare(office, ready, "transcript-current", {}), {"transcript": 1})
    office.pay(ready, Method.CASH, 15)
    paid, signer = office.receipts_of(ready)[0].number, (SUPERVISOR, demo.PIN)
    return {
        "name": lambda: office.name_party(visit, Party("principal", text)),
        "phone": lambda: office.name_party(visit, Party("principal", phone=text)),
        "doubt": lambda: office.name_party(visit, Party("principal", id_number="A1", doubt_reason=text)),
        "fact": lambda: office.answer(case, {"household_district": text}),
        "field": lambda: office.fill(case, {"purpose": text}),
        "reason": lambda: office.check_paper(case, "identity-proof", Standing.MISSING, reason=text),
        "verifier": lambda: office.check_paper(case, "identity-proof", Standing.ORIGINAL, verified_by=text),
        "hold": lambda: office.hold(visit, text),
        "void": lambda: office.void_receipt(paid, approver=signer, reason_code="wrong-item", reason=text),
        "reference": lambda: office.complete(_case_of(office, ready), text),
    }


def _case_of(office: Office, visit: str) -> str:
    return office.check_visit(visit)[0].state.number


@pytest.mark.parametrize("text", BAD)
def test_a_command_with_text_that_cannot_be_kept_is_refused_and_writes_nothing(desk: Counter, text: str) -> None:
    for name, command in _typed(desk.office, text).items():
        before = desk.station.store.head("K03")
        with pytest.raises(Refusal) as refused:
            command()
        assert (name, refused.value.code) == (name, "bad-text")
        assert "沒有改變" in sentence(refused.value).zh
        assert desk.station.store.head("K03") == before


def test_rare_characters_are_kept_whole(desk: Counter) -> None:
    office = desk.office
    visit = arrive(office, "principal", "𠮷野堃𡍼 Lʉma’ 👪")
    assert office.visit(visit).party.name == "𠮷野堃𡍼 Lʉma’ 👪"
    assert [hit.id for hit in office.search("𠮷野堃")] == [visit]


@pytest.mark.parametrize("text", BAD)
def test_half_typed_text_is_kept_without_what_cannot_be(desk: Counter, text: str) -> None:
    drafts = desk.station.drafts
    drafts.save("V-1", "name", text)
    assert drafts.of("V-1")["name"] in ("陳小安", "陳", "小安", "")


@pytest.mark.parametrize("text", BAD)
def test_asking_with_such_text_does_no_harm(desk: Counter, text: str) -> None:
    office = desk.office
    assert office.search(text) == office.search(text.encode(errors="ignore").decode().replace("\0", ""))
    with pytest.raises(Refusal, match="unknown-scan"):
        office.scan(None, text)
    for code, pin in ((text, demo.PIN), (CLERK, text)):
        with pytest.raises(Refusal, match="sign-in"):
            office.sign_in(code, pin)
    office.sign_in(CLERK, demo.PIN)


def test_every_series_goes_on_after_a_new_start(tmp_path: Path) -> None:
    with counter(tmp_path) as desk:
        first = _numbers(desk.office)
        desk.reopen()
        second = _numbers(desk.office)
    assert first == [1, 1, 1, 1, 1]
    assert second == [2, 3, 3, 2, 2]  # each time a second visit and case take the notice


def _numbers(office: Office) -> list[int]:
    """The last parts of a new ticket, visit, case, notice and receipt number, each of its own series."""
    ticket = office.issue_ticket()[0].subject
    visit = serve(office, "transcript-current", {"applicant_role": "principal"}, {"transcript": 1})
    case = _case_of(office, visit)
    told = prepare(
        office, office.open_visit()[0].subject, "transcript-current", {"applicant_role": "principal"},
        lacking="identity-proof",
    )  # fmt: skip
    office.give_notice(told, "zh-TW")
    notice, receipt = office.case(told).notice or "", office.visit(visit).receipt or ""
    numbers = [ticket, visit, case, notice, receipt]
    return [int(number.rpartition("-")[2]) for number in numbers]


def test_a_notice_in_a_language_nobody_wrote_is_refused_before_it_is_given(desk: Counter) -> None:
    visit = arrive(desk.office, "principal", "陳小安")
    case = desk.office.open_case(visit, "transcript-current")[0].subject
    with pytest.raises(Refusal, match="unknown-language"):
        desk.office.give_notice(case, "fr")
    assert desk.office.case(case).notice is None


def test_only_central_allots_receipt_numbers(desk: Counter) -> None:
    before = desk.office.till()
    forged = BlockAllotted(till="K03", first=5001, last=6000)
    desk.station.store.append([Draft("B-K03", forged)], clerk="C01", catalogue="")
    assert desk.office.till().blocks == before.blocks
