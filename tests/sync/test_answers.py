"""Every outcome has one of three classes, and what nobody foresaw goes to a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.answers import TABLE, Class, ExchangeError, outcome_of, outcome_of_error, outcome_of_status


@given(st.text(min_size=1).filter(lambda code: code not in TABLE))
def test_an_unknown_code_needs_a_person(code: str) -> None:
    assert outcome_of(code).kind is Class.PERSON


@pytest.mark.parametrize("status", [408, 413, 425, 429, 500, 502, 503, 504])
def test_trouble_that_passes_is_tried_again(status: int) -> None:
    assert outcome_of_status(status).kind is Class.LATER


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 418, 501])
def test_trouble_that_stays_is_shown(status: int) -> None:
    assert outcome_of_status(status).kind is Class.PERSON


@pytest.mark.parametrize("status", [200, 204, 302])
def test_a_captive_portal_is_waited_out(status: int) -> None:
    assert outcome_of_status(status) == outcome_of("not-central")
    assert outcome_of_status(status).kind is Class.LATER


def test_a_revoked_station_stops_trying() -> None:
    assert outcome_of_error(ExchangeError("revoked")).kind is Class.NEVER


def test_an_exception_nobody_foresaw_is_named_and_needs_a_person() -> None:
    outcome = outcome_of_error(ZeroDivisionError())
    assert (outcome.code, outcome.kind) == ("local-ZeroDivisionError", Class.PERSON)
