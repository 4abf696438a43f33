"""Several cases of one visit: the totals of the examples in the fee standard's explanations, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from app.catalogue import load
from app.domain.precheck import CaseRequest, CheckResult, Copies, PreCheck, check

INTAKE = date(2026, 3, 2)

VISITS: tuple[tuple[str, int, dict[str, dict[str, Copies]]], ...] = (
    (
        "a couple marries: 2 cards, 2 household certificates, 1 Chinese and 2 English marriage certificates",
        2 * 50 + 2 * 30 + 100 + 2 * 100,
        {
            "marriage-registration": {"id-replace": Copies(2), "hh-cert": Copies(2)},
            "marriage-certificate-zh": {"marriage-cert": Copies(1)},
            "marriage-certificate-en": {"marriage-cert-en": Copies(2)},
        },
    ),
    (
        "a lost card is reissued, and 2 transcripts of 2 sheets each",
        200 + 4 * 15,
        {"id-reissue": {}, "transcript-current": {"transcript": Copies(2, 2)}},
    ),
    (
        "a death: the spouse's card, a household certificate and 4 one-sheet transcripts",
        50 + 30 + 4 * 15,
        {
            "death-registration": {"id-replace": Copies(1), "hh-cert": Copies(1)},
            "transcript-removed": {"transcript": Copies(4)},
        },
    ),
)


@pytest.mark.parametrize(("name", "total", "wanted"), VISITS, ids=[name for name, _, _ in VISITS])
def test_the_visit_costs_the_sum_of_its_cases(name: str, total: int, wanted: dict[str, dict[str, Copies]]) -> None:
    assert _check({code: ({}, copies) for code, copies in wanted.items()}).total_fee == total


def test_one_unknown_price_leaves_the_whole_total_unknown() -> None:
    result = _check({"doorplate-replacement": ({}, {}), "transcript-current": ({}, {})})
    assert result.total_fee is None
    assert [line.fee for line in result.cases[0].unpriced] == ["doorplate"]


def test_two_late_registrations_are_two_fines() -> None:
    """A death five days late (300) and a divorce seventeen days late (500) on one Monday (戶籍法第48條、第79條)."""
    known: dict[str, object] = {"late_with_good_reason": False, "reminder_served": False}
    result = _check(
        {
            "death-registration": ({**known, "event_date": date(2026, 1, 26)}, {}),  # + 30 days = 25 February, open
            "divorce-registration-court": ({**known, "final_date": date(2026, 1, 14)}, {}),  # + 30 days = 13 February
        }
    )
    assert [case.fine and (case.fine.days_late, case.fine.amount) for case in result.cases] == [(5, 300), (17, 500)]
    assert result.total_fine == 800
    assert result.total_fee == 0


def _check(cases: dict[str, tuple[dict[str, object], dict[str, Copies]]]) -> CheckResult:
    services = load().services
    requests = tuple(
        CaseRequest(code, {**services[code].usual, **facts}, (), copies) for code, (facts, copies) in cases.items()
    )
    return check(PreCheck(INTAKE, "三民區", requests), load())
