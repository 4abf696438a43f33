"""A case goes only where the table of next steps lets it, and its fold tells what its entries say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import case as rules
from app.domain import events as e
from app.domain.case import CaseState, Standing, fold
from app.domain.next_steps import NEXT, STEP_OF, Stage, Step
from app.domain.refusal import Refusal

NUMBER = "K03-1150203-0042"
OPENED = e.CaseOpened(visit="V-1", service="birth-registration", intake_date=date(2026, 2, 3))
MISSING = e.MissingPaper(document="hh-cert", reason_zh="查驗正本", reason_en="inspected", law="戶籍法施行細則第21條")


def state_after(*events: e.Event) -> CaseState:
    state = fold(NUMBER, [OPENED, *events])
    assert state is not None
    return state


def accepted() -> e.CaseAccepted:
    return e.CaseAccepted(verdict="accept", fine=None, due_date=date(2026, 2, 3))


def test_an_ordinary_case_goes_from_received_to_done() -> None:
    paid = e.CasePaid(receipt="K03-0000001", fees=())
    signed = e.CaseSigned(how="paper", shown="0" * 64)
    stages = [state_after().stage]
    path: list[e.Event] = [accepted(), signed, paid, e.CaseCompleted(register_reference="R1")]
    for length in range(1, len(path) + 1):
        stages.append(state_after(*path[:length]).stage)
    assert stages == [Stage.RECEIVED, Stage.TO_SIGN, Stage.TO_PAY, Stage.PAID, Stage.DONE]


def test_a_pre_reviewed_case_is_received_once_the_clerk_looks() -> None:
    opened = replace(OPENED, prereview="G01-abc", presented=("birth-cert",))
    state = fold(NUMBER, [opened])
    assert state is not None
    assert state.stage is Stage.PRE_REVIEWED
    assert not state.papers["birth-cert"].at_counter
    looked = fold(NUMBER, [opened, *rules.check_paper(state, "birth-cert", Standing.ORIGINAL)])
    assert looked is not None
    assert (looked.stage, looked.papers["birth-cert"].at_counter) == (Stage.RECEIVED, True)


def test_a_second_visit_may_not_demand_a_new_paper_without_a_reason() -> None:
    told = replace(OPENED, resumes="N1", told=("hh-cert",))
    state = fold(NUMBER, [told])
    assert state is not None
    rules.check_paper(state, "hh-cert", Standing.MISSING)
    with pytest.raises(Refusal, match="reason-needed"):
        rules.check_paper(state, "passport", Standing.MISSING)
    (event,) = rules.check_paper(state, "passport", Standing.MISSING, reason="護照今日才知需要")
    after = fold(NUMBER, [told, event])
    assert after is not None
    assert after.demanded_anew == ("passport",)


def test_a_first_notice_may_name_any_paper() -> None:
    (event,) = rules.give_notice(state_after(), "N-1", "zh-TW", (MISSING,), date(2026, 3, 23))
    assert state_after(event).told == ("hh-cert",)
    assert state_after(event).stage is Stage.SUPPLEMENT


def test_acceptance_needs_an_accepting_verdict_and_the_approval_the_law_asks_for() -> None:
    def accept(verdict: str, approvals: tuple[str, ...] = (), by: str | None = None) -> tuple[e.Event, ...]:
        return rules.accept(
            state_after(),
            verdict=verdict,
            fine=None,
            due_date=None,
            approvals=approvals,
            clerk="C01",
            approved_by=by,
            slip_code="ABC",
        )

    with pytest.raises(Refusal, match="not-acceptable"):
        accept("supplement")
    with pytest.raises(Refusal, match="approval-needed"):
        accept("accept", ("head",))
    with pytest.raises(Refusal, match="approver-needed"):
        accept("accept", ("head",), "C01")
    assert accept("accept-with-fine", ("head",), "S01")


def test_an_accepted_case_is_opened_again_until_it_is_paid() -> None:
    signed, paid = e.CaseSigned(how="pad", shown=""), e.CasePaid(receipt=None, fees=())
    for past in ((accepted(),), (accepted(), signed)):
        again = state_after(*past, *rules.revise(state_after(*past)))
        assert (again.stage, again.verdict, again.due_date) == (Stage.RECEIVED, None, None)
    with pytest.raises(Refusal, match="not-now"):
        rules.revise(state_after(accepted(), signed, paid))


def test_a_blank_register_reference_completes_nothing() -> None:
    paid = state_after(accepted(), e.CaseSigned(how="pad", shown=""), e.CasePaid(receipt=None, fees=()))
    with pytest.raises(Refusal, match="reference-needed"):
        rules.complete(paid, "  ")


def test_saying_the_same_again_makes_no_entry() -> None:
    state = state_after(e.CaseAnswered(facts={"by_agent": False}), e.FormFilled(fields=("a",), values={"a": "甲"}))
    assert rules.answer(state, {"by_agent": False}) == ()
    assert rules.fill(state, {"a": "甲"}) == ()


def test_the_fold_works_when_personal_bodies_were_blanked() -> None:
    state = state_after(e.FormFilled(fields=("name",)), e.PaperChecked(document="x", standing="missing"))
    assert state.form == {}


EVENTS: list[e.Event] = [
    e.CaseTaken(visit="V-2"),
    e.CaseAnswered(facts={"x": True}),
    e.PaperChecked(document="hh-cert", standing="original"),
    e.CopiesAsked(copies={"hh-cert": (1, 1)}),
    e.FormFilled(fields=("a",), values={"a": "1"}),
    e.NoticeGiven(notice="N", language="vi", missing=(MISSING,), last_day=None),
    accepted(),
    e.CaseRevised(),
    e.CaseSigned(how="paper", shown=""),
    e.CasePaid(receipt=None, fees=()),
    e.CaseUnpaid(receipt="K03-0000001"),
    e.CaseHandedOver(how="counter"),
    e.CaseCompleted(register_reference="R"),
    e.CaseRefused(verdict="refuse"),
]


def test_every_case_event_is_a_step_of_the_one_table() -> None:
    assert {type(event) for event in EVENTS} == set(STEP_OF)
    assert set(NEXT) == set(Stage)
    assert {step for steps in NEXT.values() for step in steps} == set(Step)


@given(st.lists(st.sampled_from(EVENTS), max_size=12))
def test_the_stage_only_moves_along_the_table(history: list[e.Event]) -> None:
    state = state_after()
    for index, event in enumerate(history):
        step, before = STEP_OF[type(event)], state.stage
        state = state_after(*history[: index + 1])
        assert state.stage is NEXT[before].get(step, before)
        assert state.version == index + 2
