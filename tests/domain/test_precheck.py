"""The pre-check on random cases of all services: what must hold whatever the catalogue says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts import BadInput, UnknownName
from app.domain.fee import Copies
from app.domain.precheck import CaseRequest, PreCheck, Presented, check
from app.domain.verdict import NOTHING_MISSING, NOTHING_TAKEN, PRECEDENCE
from tests.domain.catalogue_cases import CATALOGUE, HERE, INTAKE, answers, cases, judged


@given(case=cases())
def test_the_parts_of_a_result_agree_with_its_verdict(case: CaseRequest) -> None:
    result = judged(case)
    assert result.verdict in PRECEDENCE
    if result.missing:
        assert not result.verdict.startswith("accept")
    if result.verdict in NOTHING_MISSING:
        assert not result.required
    if result.verdict in NOTHING_TAKEN:
        assert (result.fees, result.unpriced, result.fine, result.approval) == ((), (), None, ())
    assert (result.due_date is not None) == result.verdict.startswith("accept")
    if result.fine:
        assert result.days_left == -result.fine.days_late < 0
    if result.verdict == "wrong-service":
        assert result.route_to in CATALOGUE.services
    if result.verdict == "wrong-office":
        assert result.route_to


@given(case=cases())
def test_a_question_is_a_registered_fact_that_is_not_known_and_not_derivable(case: CaseRequest) -> None:
    for code in judged(case).questions:
        assert code not in case.facts
        assert CATALOGUE.facts[code].derived is None


@given(case=cases(), data=st.data())
def test_answering_what_is_asked_comes_to_an_end(case: CaseRequest, data: st.DataObject) -> None:
    for _ in CATALOGUE.facts:
        questions = judged(case).questions
        if not questions:
            break
        fact = CATALOGUE.facts[questions[0]]
        case = replace(case, facts={**case.facts, fact.code: data.draw(answers(fact))})
    assert judged(case).questions == ()


@given(case=cases(), data=st.data())
def test_one_paper_more_never_makes_another_paper_missing(case: CaseRequest, data: st.DataObject) -> None:
    before = judged(case)
    if not before.missing:
        return
    paper = data.draw(st.sampled_from(before.missing)).document
    shown = Presented(paper, form="waived")
    after = judged(replace(case, presented=(*case.presented, shown)))
    assert {row.document for row in after.missing} == {row.document for row in before.missing} - {paper}


@given(case=cases())
def test_every_reason_is_told_in_both_languages_and_every_missing_paper_has_its_law(case: CaseRequest) -> None:
    result = judged(case)
    texts = [*result.reasons, *(row.reason for row in result.missing)]
    assert all(text.zh.strip() and text.en.strip() for text in texts)
    assert all(row.law for row in result.missing)


@pytest.mark.parametrize(
    ("case", "named"),
    [
        (CaseRequest("no-such-service"), "unknown service: no-such-service"),
        (CaseRequest("birth-registration", {"no_such_fact": True}), "unknown fact: no_such_fact"),
        (CaseRequest("birth-registration", {"by_agent": "yes"}), "by_agent"),
        (CaseRequest("birth-registration", {"by_agent": 1}), "by_agent"),
        (CaseRequest("birth-registration", {"applicant_role": "uncle"}), "uncle"),
        (CaseRequest("birth-registration", {"birth_date": "2026-02-30"}), "birth_date"),
        (CaseRequest("birth-registration", {"birth_date": "2026-03-03"}), "birth_date"),
        (CaseRequest("birth-registration", {"birth_date": "1799-12-31"}), "birth_date"),
        (CaseRequest("birth-registration", {"household_district": "三明區"}), "unknown district: 三明區"),
        (CaseRequest("birth-registration", presented=(Presented("no-such-paper"),)), "unknown document: no-such-paper"),
        (CaseRequest("birth-registration", presented=(Presented("birth-cert", "scan"),)), "scan"),
        (CaseRequest("birth-registration", presented=(Presented("birth-cert", verified_by="aunt"),)), "aunt"),
        (CaseRequest("birth-registration", copies={"no-such-fee": Copies(1)}), "unknown fee: no-such-fee"),
        (CaseRequest("birth-registration", copies={"hh-cert": Copies(-1)}), "hh-cert"),
        (CaseRequest("id-replace", {"birth_date": "2000-01-01", "principal_age": 40}), "principal_age"),
    ],
)
def test_what_cannot_be_judged_is_named(case: CaseRequest, named: str) -> None:
    with pytest.raises(BadInput, match=named):
        judged(case)


def test_an_unknown_office_is_named() -> None:
    with pytest.raises(UnknownName, match="三明區"):
        check(PreCheck(INTAKE, "三明區", ()), CATALOGUE)


def test_a_district_elsewhere_needs_its_city() -> None:
    facts = {"household_city": "新北市", "household_district": "板橋區"}
    result = judged(CaseRequest("correction-registration", {**facts, "applicant_role": "principal"}))
    assert (result.verdict, result.route_to) == ("wrong-office", "新北市板橋區")


def test_a_total_that_lacks_an_amount_is_not_told() -> None:
    plate = CaseRequest("doorplate-replacement")
    result = check(PreCheck(INTAKE, HERE, (plate, CaseRequest("transcript-current"))), CATALOGUE)
    assert result.total_fee is None
    assert [line.fee for line in result.cases[0].unpriced] == ["doorplate"]
    assert result.cases[1].fees[0].amount == 15


def test_an_exception_nobody_spoke_of_does_not_open_a_personal_act_but_is_asked() -> None:
    """製發管理辦法第15條: 補領應親自申請；現役軍人等之例外須有人主張."""
    facts = {"applicant_role": "principal", "by_agent": True, "id_lost": True, "birth_date": "1990-01-01"}
    result = judged(CaseRequest("id-reissue", facts))
    assert (result.verdict, result.missing, result.fees) == ("refuse", (), ())
    assert "soldier_or_student_away" in result.questions
    soldier = judged(CaseRequest("id-reissue", {**facts, "soldier_or_student_away": True}))
    assert soldier.verdict == "supplement"


@pytest.mark.parametrize("age", ["principal_age", "applicant_age", "party1_age", "party2_age"])
def test_nobody_under_eighteen_marries_whichever_way_the_age_is_told(age: str) -> None:
    """民法第980條; an age may be told as a number or as a birth date."""
    for told, verdict in ((17, "refuse"), ("2008-03-03", "refuse"), (18, "supplement"), ("2008-03-02", "supplement")):
        assert judged(CaseRequest("marriage-registration", {age: told})).verdict == verdict


@pytest.mark.parametrize(("taken_in", "verdict"), [(date(2022, 12, 31), "supplement"), (date(2023, 1, 1), "refuse")])
def test_a_rule_is_law_from_its_day_on(taken_in: date, verdict: str) -> None:
    """民法第980條: eighteen for both since 2023-01-01; until then sixteen for a bride."""
    at_seventeen = CaseRequest("marriage-registration", {"party1_age": 17, "party2_age": 20})
    assert judged(at_seventeen, taken_in).verdict == verdict
    assert judged(CaseRequest("marriage-registration", {"party1_age": 15}), taken_in).verdict == "refuse"


def test_a_foreign_marital_status_proof_must_be_verified() -> None:
    """戶籍法施行細則第14條."""
    facts = {"party_foreign": True}
    for verified_by, good in ((None, False), ("notary", False), ("mission", True), ("mofa", True)):
        shown = Presented("marital-status-proof", issued=date(2026, 1, 5), verified_by=verified_by)
        result = judged(CaseRequest("marriage-registration-foreign", facts, (shown,)))
        assert ("marital-status-proof" not in {row.document for row in result.missing}) is good


def test_a_father_who_is_not_married_to_the_mother_applies_only_with_an_acknowledgement() -> None:
    """戶籍法第29條第1項；民法第1065條."""
    facts = {"applicant_role": "father", "parents_married": False}
    refused = judged(CaseRequest("birth-registration", facts))
    assert refused.verdict == "refuse"
    assert "acknowledged_at_once" in refused.questions
    assert judged(CaseRequest("birth-registration", {**facts, "acknowledged_at_once": True})).verdict == "supplement"
    assert judged(CaseRequest("birth-registration", {**facts, "applicant_role": "mother"})).verdict == "supplement"


def test_a_wrong_service_asks_nothing_more() -> None:
    result = judged(CaseRequest("birth-registration", {"birth_country_domestic": False}))
    assert (result.verdict, result.route_to) == ("wrong-service", "initial-household-registration")
    assert (result.questions, result.required, result.fees) == ((), (), ())


def test_a_refusal_asks_for_no_paper_in_its_reasons() -> None:
    case = CaseRequest("cdc-issue", {"applicant_role": "principal", "by_agent": True})
    result = judged(case)
    assert result.verdict == "refuse"
    assert len(result.reasons) == 1


def test_only_what_is_taken_is_said_to_be_finished_later() -> None:
    facts = {"applicant_role": "principal", "by_agent": False}
    lacking = judged(CaseRequest("transcript-english", facts))
    papers = tuple(Presented(paper.document) for paper in lacking.missing)
    taken = judged(CaseRequest("transcript-english", facts, papers))
    assert (lacking.verdict, len(lacking.reasons)) == ("supplement", 1)
    assert (taken.verdict, len(taken.reasons)) == ("accept-deferred", 1)


def test_who_applies_for_their_own_record_is_not_asked_in_which_capacity() -> None:
    own = {"applicant_is_principal": True, "by_agent": False}
    assert "applicant_role" not in judged(CaseRequest("marriage-certificate-zh", own)).questions
    assert "applicant_role" in judged(CaseRequest("guardianship-registration", own)).questions  # there it is "guardian"


@pytest.mark.parametrize(
    ("facts", "settled"),
    [
        ({"by_agent": True, "deceased_has_spouse": True}, "photo_reusable"),  # 製發管理辦法第18條第2項第6款
        ({"applicant_is_principal": True}, "interested_party"),
        ({"interested_party": True}, "applicant_role"),
    ],
)
def test_what_follows_is_not_asked(facts: dict[str, bool], settled: str) -> None:
    service = "death-registration" if settled == "photo_reusable" else "transcript-current"
    assert settled in judged(CaseRequest(service, {"deceased_has_spouse": True})).questions
    assert settled not in judged(CaseRequest(service, facts)).questions
