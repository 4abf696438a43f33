"""The chain of fonts: every name is drawn by real glyphs and read back whole, or the paper is refused."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import ttfonts

from forms.fonts import NoGlyph, coverage, runs
from forms.page import Sheet
from forms.shaping import line
from forms.text import Style
from forms.to_unicode import code_for, to_unicode_cmap
from forms.units import without_duplicates
from tests.forms.reading import fonts, poppler_text, pypdf_text

PLANE_15 = "\U000f0123"  # CNS 11643 characters without a Unicode code point lie in this private plane
NAMES = (
    "王𠮷安",
    "林𡍼",
    "游錫堃",
    "Kʉlʉ",
    "’Ayo",
    "^Pasiyana",
    "R̲ulan",
    "ʼɨŋ",
    "瓦歷斯·諾幹",
    "Đặng",
    f"陳{PLANE_15}",
    "葛\U000e0100城",
    "\uf9b4秀英",  # a compatibility character stays what it is
    "ที่ทำการ",
    "น้ำผึ้ง",
    "ฟื้นฟู",
)


def written(text: str, *, bold: bool = False, foreign: bool = False) -> bytes:
    sheet = Sheet("test", 210, 40)
    sheet.area().text(10, 20, text, Style(14, bold=bold, foreign=foreign))
    return sheet.finish()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_back_whole_from_the_pdf(name: str, bold: bool) -> None:
    pdf = written(f"甲 {name} 乙", bold=bold)
    assert name in poppler_text(pdf)
    assert name in pypdf_text(pdf)


def test_a_character_no_font_has_is_refused_by_its_code_point() -> None:
    with pytest.raises(NoGlyph, match=r"U\+31350") as refusal:
        line("王\U00031350安")
    assert refusal.value.character == "\U00031350"


def test_a_variant_with_a_form_of_its_own_is_never_replaced() -> None:
    assert without_duplicates("\uf9b4\ufa0e\U0002f801") == "領\ufa0e\U0002f801"


def test_every_font_is_embedded_and_only_the_needed_ones() -> None:
    embedded = fonts(written("高雄市 Kaohsiung 60"))
    assert all(embedded.values())
    assert [name.split("+")[1] for name in embedded] == ["NotoSansTC-400"]


def test_a_name_keeps_one_latin_face() -> None:
    faces = {run.face.name for run in runs("Basan Kʉlʉ ’Ayo 60")}
    assert faces == {"NotoSans"}


def test_quotation_marks_in_latin_text_are_never_full_width() -> None:
    assert {run.face.name for run in runs("don’t “go”")} == {"NotoSans"}


def test_a_dot_between_han_characters_is_full_width() -> None:
    assert line("瓦·諾").width == 3000


def test_marks_stay_with_their_base_and_take_no_room() -> None:
    assert line("R̲ulan").width == pytest.approx(line("Rulan", foreign=True).width)
    assert all(run.shaped for run in runs("ที่"))


def test_a_tone_mark_over_a_vowel_has_its_own_place() -> None:
    def glyph_of_the_tone(text: str) -> tuple[int, float]:
        last = line(text).pieces[-1]
        return last.face.font.face.charToGlyph[ord(last.text)], last.y

    assert glyph_of_the_tone("ท่") != glyph_of_the_tone("ที่")


def test_the_chain_begins_with_the_house_face_and_reaches_rare_characters() -> None:
    chain = coverage()
    assert next(iter(chain)) == "NotoSansTC"
    assert {"NotoSans", "NotoSansThai", "TW-Sung", "TW-Sung-Ext-B", "TW-Sung-Plus"} <= chain.keys()
    assert chain["TW-Sung-Ext-B"] > 30_000


def test_the_map_to_unicode_writes_surrogates_in_blocks_of_a_hundred() -> None:
    shaped = code_for("test", 7, "ที่", 500)
    text = to_unicode_cmap("F", [0x20BB7, 0x5803, shaped, *range(0x4E00, 0x4E00 + 200)])
    assert "<00> <D842DFB7>" in text
    assert "<01> <5803>" in text
    assert "<02> <0E170E350E48>" in text
    assert [line for line in text.splitlines() if "beginbfchar" in line] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "3 beginbfchar",
    ]
    assert ttfonts.makeToUnicodeCMap is to_unicode_cmap
