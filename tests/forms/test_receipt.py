"""The fee receipt: three parts that say the same, codes that scanners read, and no text lost or crowded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.receipt_code import ReceiptFacts, pack, unpack
from forms.fonts import NoGlyph
from forms.receipt import PARTS, Size, render
from tests.forms.papers import LONG_NAME, receipt
from tests.forms.reading import codes, fonts, misplaced, page_count, poppler_text, pypdf_text, sound

SIZES: tuple[Size, ...] = ("A5", "A4")
FACTS = ReceiptFacts(
    office="sanmin",
    till="K03",
    number=1215,
    issued_on=date(2026, 2, 3),
    total=60,
    copy=0,
    previous="5f" * 16,
)


@pytest.mark.parametrize("size", SIZES)
def test_each_part_states_number_total_and_payment(size: Size) -> None:
    text = poppler_text(render(receipt(), size))
    for part in PARTS:
        assert "".join(part.split()) in "".join(text.split())
    assert text.count("新臺幣陸拾元整") == 3
    assert text.count("NT$ 60") == 3
    assert text.count("現金") == 3
    assert text.count("K03-0001215") >= 3


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lines", range(1, 13))
def test_one_to_twelve_lines_stand_apart_within_the_margins(lines: int, size: Size) -> None:
    pdf = render(replace(receipt(lines), void="金額輸入錯誤", copy=2), size)
    assert misplaced(pdf) == []
    assert poppler_text(pdf).count("換領戶口名簿") == 3 * len(range(0, lines, 3))


@pytest.mark.parametrize("size", SIZES)
def test_a_crowded_receipt_goes_on_on_more_pages_and_sums_on_the_last(size: Size) -> None:
    paper = replace(
        receipt(20), payer=LONG_NAME, cases=tuple(f"K03-1150203-00{n}　補領國民身分證" for n in range(40, 46))
    )
    pdf = render(paper, size)
    assert page_count(pdf) == (3 if size == "A4" else 9)
    assert misplaced(pdf) == []
    assert poppler_text(pdf).count("續下頁") == 6
    assert poppler_text(pdf).count(f"NT$ {paper.total:,}") == 3


@pytest.mark.parametrize("size", SIZES)
def test_rare_characters_of_the_payer_come_back_whole(size: Size) -> None:
    pdf = render(replace(receipt(), payer="𠮷堃𡍼 Kʉlʉ ’Ayo ^Pasiyana"), size)
    for read in (poppler_text(pdf), pypdf_text(pdf)):
        assert "𠮷堃𡍼" in read
        assert "Kʉlʉ ’Ayo ^Pasiyana" in read
    assert all(fonts(pdf).values())


def test_a_scanner_reads_the_number_and_the_signed_facts(tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()

    def verify(message: bytes, signature: bytes) -> bool:
        key.public_key().verify(signature, message)
        return True

    pdf = render(receipt(code=pack(FACTS, key.sign)))
    for page in (1, 2, 3):
        read = codes(pdf, tmp_path, page)
        assert read["Code 128"] == ["K03-0001215"]
        assert unpack(read["QR Code"][0], verify) == (FACTS, True)


def test_the_a4_sheet_carries_the_number_on_each_part(tmp_path: Path) -> None:
    read = codes(render(replace(receipt(12), void="錯誤"), "A4"), tmp_path)
    assert read["Code 128"] == ["K03-0001215"] * 3
    assert len(read["QR Code"]) == 1


def test_copies_and_voids_are_marked_and_originals_are_not() -> None:
    assert "副本" not in poppler_text(render(receipt()))
    assert "作廢" not in poppler_text(render(receipt()))
    assert poppler_text(render(replace(receipt(), copy=2))).count("副本 2") == 3
    voided = poppler_text(render(replace(receipt(), void="金額輸入錯誤")))
    assert "本收據已作廢：金額輸入錯誤" in voided


def test_a_preview_says_that_nothing_was_paid() -> None:
    assert "預覽：尚未收款，號碼未取用" in poppler_text(render(replace(receipt(), preview=True)))
    assert "預覽" not in poppler_text(render(receipt()))


def test_a_receipt_that_does_not_add_up_is_never_made() -> None:
    with pytest.raises(ValueError, match="K03-0001215"):
        replace(receipt(), total=61)


def test_a_payer_no_font_can_write_stops_the_paper() -> None:
    with pytest.raises(NoGlyph, match=r"U\+31350"):
        render(replace(receipt(), payer="王\U00031350"))


@pytest.mark.parametrize("size", SIZES)
def test_the_same_values_give_the_same_bytes(size: Size) -> None:
    assert render(receipt(5), size) == render(receipt(5), size)


def test_the_file_is_sound(tmp_path: Path) -> None:
    assert sound(render(receipt(20), "A4"), tmp_path)
