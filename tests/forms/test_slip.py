"""The arrival slip: when, which deadline, what next, and a QR whose secret stays in the fragment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from forms.slip import progress_link, render
from tests.forms.papers import LONG_NAME, SIDES, slip
from tests.forms.reading import codes, fonts, misplaced, page_count, poppler_text, pypdf_text, sound


@pytest.mark.parametrize("language", SIDES)
def test_one_page_with_everything_on_it(language: str) -> None:
    pdf = render(slip(language))
    assert page_count(pdf) == 1
    assert misplaced(pdf) == []
    for text in ("115年2月3日（星期二）10:31", "115年3月23日（星期一）上午", "本件已在期限內提出。", "掃描看進度"):
        assert text in pypdf_text(pdf)
    assert all(fonts(pdf).values())


def test_long_names_are_wrapped_not_cut() -> None:
    paper = slip()
    pdf = render(replace(paper, zh=replace(paper.zh, applicant=LONG_NAME)))
    assert misplaced(pdf) == []
    assert "".join(LONG_NAME.split()) in "".join(pypdf_text(pdf).split())


def test_no_deadline_no_question_about_it() -> None:
    paper = slip()
    assert "法定期限" in poppler_text(render(paper))
    assert "法定期限" not in poppler_text(render(replace(paper, zh=replace(paper.zh, deadline="", keeps=""))))


def test_the_codes_name_the_case_and_the_page(tmp_path: Path) -> None:
    read = codes(render(slip("vi")), tmp_path)
    assert read["Code 128"] == ["K03-1150203-0042"]
    link = urlsplit(read["QR Code"][0])
    assert link.fragment == "K03-1150203-0042.4fK9xQ2mZt7w"
    assert "0042" not in link.path + link.query


def test_a_link_keeps_strange_codes_whole() -> None:
    assert progress_link("https://x.example/p", "K03", "a#b.c") == "https://x.example/p#K03.a%23b.c"


def test_the_file_is_sound(tmp_path: Path) -> None:
    assert sound(render(slip("vi")), tmp_path)
