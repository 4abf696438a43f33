"""Lines of text: nothing lost, nothing too wide, no punctuation where a line may not begin or end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from forms.text import Style, width, wrap

STYLE = Style(10.5)
ALPHABET = "高雄市戶政事務所，。、（）「」Kaohsiung Đặng 115 ที่ทำการน้ำ-/"


@given(st.text(ALPHABET, max_size=60), st.floats(12, 120))
def test_wrapping_loses_nothing_and_keeps_within_the_room(text: str, room: float) -> None:
    lines = wrap(text, STYLE, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, STYLE) <= room or len(line) <= 4 for line in lines)


@given(
    st.text("高雄市戶政事務所，。、（）「」", min_size=1, max_size=60).filter(lambda text: text[0] not in "，。、）」")
)
def test_no_line_begins_with_a_closing_mark(text: str) -> None:
    lines = wrap(text, STYLE, 60)
    glued = [line for line in lines[1:] if line[0] in "，。、）」"]
    # Only a chain of marks longer than the line itself may have to break at one.
    assert not glued or any(set(line) <= set("，。、（）「」") for line in lines)


def test_latin_words_are_not_cut_and_a_too_long_one_is() -> None:
    assert wrap("Giấy tờ cần bổ sung", Style(10), 20) == ["Giấy tờ cần", "bổ sung"]
    assert len(wrap("x" * 100, STYLE, 30)) > 3


def test_thai_breaks_before_a_leading_vowel_never_after_it() -> None:
    lines = wrap("ทุกเรื่องต้องตรวจสอบเอกสารฉบับจริงซึ่งออกให้โดยสำนักงานเขตและยังไม่หมดอายุ", Style(10), 40)
    assert len(lines) > 1
    assert all(line[-1] not in "เแโใไ" for line in lines)
    assert all(line[0] in "เแโใไ" for line in lines[1:])


def test_an_ordered_line_break_is_kept() -> None:
    assert wrap("一\n二", STYLE, 50) == ["一", "二"]


def test_figures_are_tabular() -> None:
    assert len({width(digit, STYLE) for digit in "0123456789"}) == 1
    assert len({width(digit, Style(10, foreign=True)) for digit in "0123456789"}) == 1
