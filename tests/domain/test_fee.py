"""Prices of 戶政規費收費標準 (2023-09-12) and the other standards, in whole NT$."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import Value
from app.domain.events import FeeLine
from app.domain.facts import Inquiry
from app.domain.fee import Copies, Unpriced, fee_lines
from app.domain.service import FeeRule
from tests.domain.catalogue_cases import CATALOGUE, INTAKE

USUAL: dict[str, Value] = {"id_number_error": False, "area_or_doorplate_reorganisation": False}


def lines(service: str, copies: dict[str, Copies], **facts: Value) -> tuple[FeeLine | Unpriced, ...]:
    return fee_lines(CATALOGUE.services[service], copies, Inquiry(CATALOGUE, {**USUAL, **facts}), INTAKE)


def total(service: str, copies: dict[str, Copies], **facts: Value) -> int:
    return sum(line.amount for line in lines(service, copies, **facts) if isinstance(line, FeeLine))


@pytest.mark.parametrize(
    ("service", "copies", "expected"),
    [
        # The five worked examples of the fee table.
        ("transcript-english", {"transcript-english": Copies(5)}, 160),
        ("kinship-data", {"kinship-data": Copies(3)}, 60),
        (
            "marriage-registration",
            {"id-replace": Copies(2), "hh-cert": Copies(2), "marriage-cert": Copies(1), "marriage-cert-en": Copies(2)},
            460,
        ),
        ("id-reissue", {"transcript": Copies(2, 2)}, 260),
        ("death-registration", {"id-replace": Copies(1), "hh-cert": Copies(1), "transcript": Copies(4)}, 140),
        # What is charged without being asked for.
        ("id-reissue", {}, 200),
        ("id-first-issue", {}, 50),
        ("transcript-current", {}, 15),
        ("hhcert-reissue", {}, 30),
        ("cdc-issue", {}, 250),
        ("naturalisation", {}, 1200),
        ("birth-registration", {}, 0),
        # Sheets count for transcripts, not for cards or household certificates.
        ("transcript-japanese-era", {"transcript": Copies(3, 4)}, 180),
        ("hhcert-replace", {"hh-cert": Copies(2, 3)}, 60),
        ("archive-copy", {"archive-copy": Copies(1, 7)}, 70),
    ],
)
def test_what_is_issued_costs_what_the_standard_says(service: str, copies: dict[str, Copies], expected: int) -> None:
    assert total(service, copies) == expected


@pytest.mark.parametrize(
    ("size", "price"), [(0, 1000), (49, 1000), (50, 1500), (99, 1500), (100, 2500), (499, 2500), (500, 3500)]
)
def test_statistics_files_are_priced_by_size(size: int, price: int) -> None:
    """戶政規費收費標準第5條第1項第2款."""
    asked = {"stats-file": Copies(1)}
    assert total("population-statistics", asked, file_size_mb=size, requester_kind="person") == price
    assert total("population-statistics", asked, file_size_mb=size, requester_kind="school") == price // 2
    assert total("population-statistics", asked, file_size_mb=size, requester_kind="government") == 0


def test_a_size_nobody_told_is_asked_and_not_priced() -> None:
    inquiry = Inquiry(CATALOGUE, {"requester_kind": "person"})
    found = fee_lines(CATALOGUE.services["population-statistics"], {"stats-file": Copies(1)}, inquiry, INTAKE)
    assert [type(line) for line in found] == [Unpriced]
    assert inquiry.questions() == ("file_size_mb",)


@pytest.mark.parametrize(
    ("service", "fee", "free"),
    [("id-replace", "id-replace", "id-replace-free"), ("hhcert-replace", "hh-cert", "hh-cert-free")],
)
def test_a_wrong_id_number_or_a_renumbered_street_costs_nothing(service: str, fee: str, free: str) -> None:
    """戶政規費收費標準第3條第3項、第4條第2項."""
    wrong = lines(service, {fee: Copies(1)}, id_number_error=True)
    street = lines(
        service,
        {fee: Copies(1)},
        area_or_doorplate_reorganisation=True,
        with_other_registration=False,
        crosses_city=False,
    )
    assert [line.fee for line in wrong] == [line.fee for line in street] == [free]
    assert total(service, {fee: Copies(1)}, id_number_error=True) == 0


def test_a_renewal_that_follows_a_registration_is_paid_even_then() -> None:
    facts = {"area_or_doorplate_reorganisation": True, "with_other_registration": True, "crosses_city": False}
    assert total("id-replace", {}, **facts) == 50


def test_a_reissue_has_no_exemption() -> None:
    assert total("id-reissue", {}, id_number_error=True) == 200


def test_a_successor_prices_cases_taken_in_from_its_day_on() -> None:
    dearer = FeeRule(amount=20, law="x", since=date(2026, 3, 2))
    fees = {**CATALOGUE.fees, "transcript": replace(CATALOGUE.fees["transcript"], successors=(dearer,))}
    catalogue = replace(CATALOGUE, fees=fees)
    service = CATALOGUE.services["transcript-current"]
    prices = [fee_lines(service, {}, Inquiry(catalogue, USUAL), day)[0] for day in (date(2026, 3, 1), date(2026, 3, 2))]
    assert [line.amount for line in prices if isinstance(line, FeeLine)] == [15, 20]


@given(copies=st.integers(1, 50), sheets=st.integers(1, 9))
def test_further_copies_of_one_application_cost_fifteen_a_sheet(copies: int, sheets: int) -> None:
    """戶政規費收費標準第2條第1項第3款、第7條."""
    asked = Copies(copies, sheets)
    assert total("transcript-english", {"transcript-english": asked}) == sheets * (100 + 15 * (copies - 1))
    assert total("kinship-data", {"kinship-data": asked}) == sheets * (30 + 15 * (copies - 1))


@given(
    service=st.sampled_from(sorted(CATALOGUE.services)),
    copies=st.dictionaries(
        st.sampled_from(sorted(CATALOGUE.fees)), st.builds(Copies, st.integers(0, 9), st.integers(1, 5))
    ),
)
def test_every_line_is_its_quantity_times_its_price(service: str, copies: dict[str, Copies]) -> None:
    for line in lines(service, copies, file_size_mb=1, requester_kind="person"):
        assert line.quantity > 0
        if isinstance(line, FeeLine):
            assert line.amount == line.quantity * line.unit_price >= 0


@given(
    service=st.sampled_from(sorted(CATALOGUE.services)),
    fee=st.sampled_from(sorted(CATALOGUE.fees)),
    copies=st.integers(1, 9),
)
def test_one_copy_more_never_costs_less(service: str, fee: str, copies: int) -> None:
    facts: dict[str, Value] = {"file_size_mb": 1, "requester_kind": "person"}
    assert total(service, {fee: Copies(copies)}, **facts) <= total(service, {fee: Copies(copies + 1)}, **facts)
