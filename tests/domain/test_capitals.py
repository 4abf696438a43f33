"""Capital numerals, checked against receipts' usage and by reading them back with a reader of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.capitals import in_capitals

DIGITS = {word: value for value, word in enumerate("零壹貳參肆伍陸柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1_000}
GROUPS = {"萬": 10**4, "億": 10**8, "兆": 10**12}


def read(words: str) -> int:
    total = group = digit = 0
    for word in words.removeprefix("新臺幣").removesuffix("元整"):
        if word in DIGITS:
            digit = DIGITS[word]
        elif word in PLACES:
            group, digit = group + digit * PLACES[word], 0
        else:
            total, group, digit = total + (group + digit) * GROUPS[word], 0, 0
    return total + group + digit


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "新臺幣零元整"),
        (10, "新臺幣壹拾元整"),
        (60, "新臺幣陸拾元整"),
        (215, "新臺幣貳佰壹拾伍元整"),
        (1_005, "新臺幣壹仟零伍元整"),
        (1_050, "新臺幣壹仟零伍拾元整"),
        (10_050, "新臺幣壹萬零伍拾元整"),
        (100_500, "新臺幣壹拾萬零伍佰元整"),
        (12_003_000, "新臺幣壹仟貳佰萬參仟元整"),
        (100_002_000, "新臺幣壹億零貳仟元整"),
        (100_000_000, "新臺幣壹億元整"),
    ],
)
def test_known_amounts(amount: int, words: str) -> None:
    assert in_capitals(amount) == words


@given(st.integers(0, 10**16 - 1))
def test_every_amount_reads_back(amount: int) -> None:
    words = in_capitals(amount)
    assert read(words) == amount
    assert "零零" not in words
    assert amount == 0 or not words.endswith("零元整")


@pytest.mark.parametrize("amount", [-1, 10**16])
def test_what_has_no_words_is_refused(amount: int) -> None:
    with pytest.raises(ValueError, match=str(amount)):
        in_capitals(amount)
