"""Papers: the form shown, how old it may be, who verified it, and what may stand in for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conditions import ALWAYS, Value, parse
from app.domain.facts import Inquiry
from app.domain.papers import Presented, Required, required_papers
from app.domain.service import Accepted, Instead, Requirement, Validity
from tests.domain.catalogue_cases import CATALOGUE, INTAKE

SERVICE = CATALOGUE.services["birth-registration"]


def standing(paper: Requirement, *shown: Presented, **facts: Value) -> Required | None:
    """How one paper of a service that asks only for it stands."""
    return next(iter(_rows(paper, Inquiry(CATALOGUE, facts), *shown)), None)


def questions(paper: Requirement, *shown: Presented, **facts: Value) -> tuple[str, ...]:
    inquiry = Inquiry(CATALOGUE, facts)
    _rows(paper, inquiry, *shown)
    return inquiry.questions()


def _rows(paper: Requirement, inquiry: Inquiry, *shown: Presented) -> tuple[Required, ...]:
    return required_papers(replace(SERVICE, papers=(paper,)), shown, inquiry, INTAKE)


def good(row: Required | None) -> bool:
    assert row is not None
    return row.presented


LEASE = Requirement(document="lease", when=parse({"housing": "rented"}))
DEED = Requirement(document="house-proof")


def test_a_paper_applies_when_its_condition_holds_and_is_asked_about_while_it_is_open() -> None:
    assert standing(LEASE, housing="rented") is not None
    assert standing(LEASE, housing="own") is None
    assert standing(LEASE) is None
    assert questions(LEASE) == ("housing",)


def test_only_the_original_will_do_unless_another_form_is_accepted() -> None:
    wire = Requirement(document="house-proof", accepts=(Accepted(form="electronic"),))
    assert good(standing(DEED, Presented("house-proof")))
    assert good(standing(DEED, Presented("house-proof", "waived")))
    assert not good(standing(DEED, Presented("house-proof", "electronic")))
    assert good(standing(wire, Presented("house-proof", "electronic")))
    assert not good(standing(wire, Presented("house-proof", "copy")))


def test_a_copy_is_told_to_be_a_copy() -> None:
    row = standing(DEED, Presented("house-proof", "copy"))
    assert row is not None
    assert "影本" in row.reason.zh
    assert "copy" in row.reason.en


def test_a_form_accepted_on_a_condition_asks_for_it() -> None:
    proof = Requirement(
        document="interest-proof",
        accepts=(Accepted(form="copy", when=parse({"proof_original_unavailable": True})),),
    )
    shown = Presented("interest-proof", "copy")
    assert questions(proof, shown) == ("proof_original_unavailable",)
    assert good(standing(proof, shown, proof_original_unavailable=True))
    assert not good(standing(proof, shown, proof_original_unavailable=False))


@pytest.mark.parametrize(
    ("limit", "issued", "fresh"),
    [
        (Validity(zh="二年", en="two years", years=2), date(2024, 3, 2), True),
        (Validity(zh="二年", en="two years", years=2), date(2024, 3, 1), False),
        (Validity(zh="六個月", en="six months", months=6), date(2025, 9, 2), True),
        (Validity(zh="六個月", en="six months", months=6), date(2025, 9, 1), False),
        (Validity(zh="最近一期", en="latest period"), date(2001, 1, 1), True),
    ],
)
def test_a_paper_keeps_to_its_last_day(limit: Validity, issued: date, fresh: bool) -> None:
    paper = Requirement(document="photo", validity=limit)
    assert good(standing(paper, Presented("photo", issued=issued))) is fresh


def test_another_paper_may_stand_in() -> None:
    passport = Requirement(
        document="passport", instead=(Instead(document="arc", when=parse({"parent_foreign": True})),)
    )
    assert good(standing(passport, Presented("arc"), parent_foreign=True))
    assert not good(standing(passport, Presented("arc"), parent_foreign=False))
    assert not good(standing(passport, Presented("arc", "copy"), parent_foreign=True))


def test_a_waiver_must_be_known_to_hold() -> None:
    photo = Requirement(document="photo", waived_when=parse({"photo_reusable": True}))
    assert standing(photo, photo_reusable=True) is None
    assert standing(photo) is not None
    assert questions(photo) == ("photo_reusable",)


AUTHORISATION = Requirement(document="authorisation")
HERE: dict[str, Value] = {"document_made_abroad": False, "document_made_mainland_hk_macau": False}
ABROAD: dict[str, Value] = {**HERE, "document_made_abroad": True}
MAINLAND: dict[str, Value] = {**HERE, "document_made_mainland_hk_macau": True}


@pytest.mark.parametrize(
    ("facts", "verified_by", "accepted"),
    [
        (HERE, None, True),
        (ABROAD, None, False),
        (ABROAD, "notary", False),
        (ABROAD, "mission", True),
        (MAINLAND, "mission", False),
        (MAINLAND, "designated-body", True),
        ({**HERE, "document_by_foreign_mission_here": True}, None, False),
        ({**HERE, "document_by_foreign_mission_here": True}, "mofa", True),
    ],
)
def test_papers_made_elsewhere_must_be_verified(
    facts: dict[str, Value], verified_by: str | None, accepted: bool
) -> None:
    """戶籍法施行細則第14條."""
    assert good(standing(AUTHORISATION, Presented("authorisation", verified_by=verified_by), **facts)) is accepted


def test_where_a_paper_was_made_is_asked_only_until_someone_verified_it() -> None:
    assert questions(AUTHORISATION, Presented("authorisation")) == (
        "document_made_abroad",
        "document_made_mainland_hk_macau",
    )
    assert questions(AUTHORISATION, Presented("authorisation", verified_by="mission")) == ()


@pytest.mark.parametrize(
    ("verified_by", "accepted"), [(None, False), ("mission", True), ("notary", True), ("court", True)]
)
def test_a_translation_is_always_verified(verified_by: str | None, accepted: bool) -> None:
    """戶籍法施行細則第14條."""
    translation = Requirement(document="chinese-translation")
    assert good(standing(translation, Presented("chinese-translation", verified_by=verified_by))) is accepted


def test_a_paper_is_asked_for_once_and_good_when_any_of_those_shown_is() -> None:
    row = standing(DEED, Presented("house-proof", "copy"), Presented("house-proof"))
    assert good(row)


def test_a_requirement_is_law_only_between_its_days() -> None:
    past = Requirement(document="lease", until=date(2026, 3, 1))
    future = Requirement(document="lease", since=date(2026, 3, 3))
    today = Requirement(document="lease", since=date(2026, 3, 2), until=date(2026, 3, 2))
    assert [standing(paper) is not None for paper in (past, future, today)] == [False, False, True]


@given(st.sampled_from(sorted(CATALOGUE.services)))
def test_every_paper_of_every_service_says_why_and_by_which_law(service: str) -> None:
    chosen = CATALOGUE.services[service]
    always = tuple(replace(paper, when=ALWAYS, waived_when=None) for paper in chosen.papers)
    for row in required_papers(replace(chosen, papers=always), (), Inquiry(CATALOGUE, {}), INTAKE):
        assert row.law
        assert row.reason.zh
        assert row.reason.en
