"""The notice's barcode: every service and row set survives, every slip of one character is caught."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.notice_code import NoticeCodeError, OtherCatalogue, ToldMissing, decode, encode

ROWS = st.sets(st.integers(0, 39), min_size=1)
SERVICES = st.integers(0, 1295)
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@given(SERVICES, ROWS)
def test_what_was_told_is_read_back(service: int, rows: set[int]) -> None:
    text = encode(service, rows, "2026.1")
    assert decode(text, "2026.1") == ToldMissing(service, frozenset(rows))
    assert len(text) <= 16
    assert text.isascii()


@given(SERVICES, ROWS, st.data())
def test_one_wrong_character_is_noticed(service: int, rows: set[int], data: st.DataObject) -> None:
    text = encode(service, rows, "2026.1")
    place = data.draw(st.integers(0, len(text) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET))
    assume(wrong != text[place])
    with pytest.raises(NoticeCodeError):
        decode(text[:place] + wrong + text[place + 1 :], "2026.1")


@given(SERVICES, ROWS, st.data())
def test_two_swapped_characters_are_noticed(service: int, rows: set[int], data: st.DataObject) -> None:
    text = encode(service, rows, "2026.1")
    place = data.draw(st.integers(0, len(text) - 3))
    assume(text[place] != text[place + 1])
    with pytest.raises(NoticeCodeError):
        decode(text[:place] + text[place + 1] + text[place] + text[place + 2 :], "2026.1")


def test_another_catalogue_is_told_apart_from_a_damaged_code() -> None:
    with pytest.raises(OtherCatalogue):
        decode(encode(3, [0], "2026.1"), "2026.2")


@pytest.mark.parametrize("text", ["", "N1", "K03-0001215", "n10CELI3", "N10CELI", "Ｎ10CELI3"])
def test_foreign_texts_are_refused(text: str) -> None:
    with pytest.raises(NoticeCodeError):
        decode(text, "2026.1")


def test_a_service_beyond_the_two_places_is_refused() -> None:
    with pytest.raises(ValueError, match="1296"):
        encode(1296, [0], "2026.1")
