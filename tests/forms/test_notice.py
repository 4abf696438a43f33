"""The one-time notice in every language: all papers told, the codes readable, one axis, nothing crowded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.notice_code import decode, encode
from forms.notice import render
from tests.forms.papers import SIDES, notice
from tests.forms.reading import codes, fonts, misplaced, page_count, poppler_text, pypdf_text, sound, words


@pytest.mark.parametrize("papers", [1, 2, 5, 12])
@pytest.mark.parametrize("language", SIDES)
def test_everything_missing_is_told_without_crowding(language: str, papers: int) -> None:
    pdf = render(notice(language, papers))
    assert misplaced(pdf) == []
    text = pypdf_text(pdf)
    for number in range(1, papers + 1):
        assert f"{number}. " in text
    assert poppler_text(pdf).count("戶口名簿正本") == 2 * ((papers + 1) // 2)


@pytest.mark.parametrize("language", [language for language in SIDES if language != "zh"])
def test_the_second_language_stands_beside_the_chinese(language: str) -> None:
    pdf = render(notice(language))
    side = SIDES[language]
    assert side is not None
    flat = "".join(pypdf_text(pdf).split())
    for text in (side.promise, side.service, side.words.title, side.who, side.missing[0].reason):
        assert "".join(text.split()) in flat
    assert all(fonts(pdf).values())


def test_count_and_promise_come_before_the_papers() -> None:
    page = next(iter(words(render(notice("vi")))))[2]
    top = {word.text: word.top for word in reversed(page)}
    assert top["還缺"] < top["1."] < top["2."]


def test_the_barcode_resumes_the_case_and_the_qr_leads_to_its_progress(tmp_path: Path) -> None:
    code = encode(12, [1, 4], "2026.3")
    pdf = render(notice("vi", code=code))
    for page in (1, 2):
        read = codes(pdf, tmp_path, page)
        assert decode(read["Code 128"][0], "2026.3").rows == {1, 4}
        assert read["QR Code"] == ["https://yigui.example/p#K03-1150203-0039.4fK9xQ2mZt7w"]


def test_a_long_barcode_stays_clear_of_the_title_and_readable(tmp_path: Path) -> None:
    text = "N10CEL" + "Z" * 8 + "3/K031150203-0039"
    pdf = render(notice("vi", code=text))
    assert codes(pdf, tmp_path)["Code 128"] == [text]
    assert misplaced(pdf) == []


def test_one_part_for_the_citizen_one_to_keep() -> None:
    text = poppler_text(render(notice()))
    assert page_count(render(notice())) == 2
    assert text.index("交民眾") < text.index("機關存查")


def test_no_last_day_no_question_about_it() -> None:
    paper = notice()
    assert "什麼時候以前" in poppler_text(render(paper))
    assert "什麼時候以前" not in poppler_text(render(replace(paper, zh=replace(paper.zh, last_day="", after=""))))


def test_both_languages_must_name_the_same_papers() -> None:
    paper = notice("vi", 3)
    with pytest.raises(ValueError, match="N-K03-1150203-0004"):
        replace(paper, other=notice("vi", 2).other)


def test_the_same_values_give_the_same_bytes() -> None:
    assert render(notice("th", 7)) == render(notice("th", 7))


def test_the_file_is_sound(tmp_path: Path) -> None:
    assert sound(render(notice("th", 12)), tmp_path)
