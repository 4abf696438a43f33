"""A case number survives the barcode's short form; nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.numbers import long, short


@given(st.from_regex(r"[A-Z][0-9A-Z]{1,4}-[0-9]{7}-[0-9]{4}", fullmatch=True))
def test_both_forms_name_the_same_case(case: str) -> None:
    assert long(short(case)) == long(case) == case


@pytest.mark.parametrize("text", ["", "K03", "K03-0001215", "A123456789", "N101A7Z3K", "K03-1150203-42"])
def test_other_codes_are_no_case_numbers(text: str) -> None:
    assert long(text) is None
