"""The papers say what the office knows, in Chinese and one other language, and their codes read at any counter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.catalogue import load
from app.citizen_words import LANGUAGES, CitizenWords, words
from app.domain import receipt_code
from app.domain.events import MissingPaper
from app.domain.fee import price
from app.domain.service import FeeRule
from app.domain.till import Method
from app.office import Office
from forms.notice_paper import NoticePaper
from forms.receipt_paper import ReceiptPaper
from forms.slip import SlipPaper
from tests.day.counter import SUPERVISOR, counter
from tests.forms.reading import misplaced, pypdf_text
from tests.ui.office_papers import RARE, accept, birth, checked, codes, lack_all, paid
from ui import demo, paperwork
from ui.paperwork.missing import fault_words, missing

CATALOGUE = load()
FOREIGN = ("en", "vi", "id", "th")
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with counter(tmp_path_factory.mktemp("counter")) as made:
        yield made.office


def notice_of(office: Office, language: str, name: str = RARE) -> tuple[NoticePaper, str]:
    case = birth(office, language, name)
    value = paperwork.notice(office, lack_all(office, case, language)).value
    assert isinstance(value, NoticePaper)
    return value, case


def slip_of(office: Office, language: str, born: str = "2026-01-20") -> SlipPaper:
    value = paperwork.slip(office, accept(office, birth(office, language, born=born))).value
    assert isinstance(value, SlipPaper)
    return value


# The one-time notice ----------------------------------------------------------------------------------------------


def test_a_chinese_notice_is_in_chinese_alone(office: Office) -> None:
    value, _case = notice_of(office, "zh-TW")
    assert value.other is None
    assert value.zh.promise.startswith(f"還缺 {len(value.zh.missing)} 件")
    # 戶籍法第48條第1項: 60 days after the birth; the 21st of March 2026 is a Saturday.
    assert value.zh.last_day == "115年3月23日（星期一）以前"
    assert value.zh.after == "逾期仍可辦理，罰鍰 300 至 900 元。"  # 戶籍法第79條
    assert "父、母" in value.zh.who
    assert "戶政事務所可以來" not in value.zh.who
    assert "登記免費。" in value.zh.where
    assert "30 元" in value.zh.where


@pytest.mark.parametrize("language", FOREIGN)
def test_the_other_column_is_wholly_in_the_language(office: Office, language: str) -> None:
    value, _case = notice_of(office, language, "CHEN")
    other, told = value.other, words(language)
    assert other is not None
    texts = [other.applicant, other.service, other.promise, other.last_day, other.after, other.who, other.where]
    texts += [text for paper in other.missing for text in (paper.name, paper.reason, paper.law, paper.substitute)]
    assert not [text for text in texts if HAN.search(text)]
    assert other.last_day == told.phrase("day_until", date=told.date(date(2026, 3, 23)))
    assert told.role("mother") in other.applicant
    assert [paper.name for paper in other.missing] == [told.document(code) for code in _told(office, value)]


def _told(office: Office, value: NoticePaper) -> list[str]:
    row = office.notice(value.number)
    assert row is not None
    return [paper.document for paper in row.missing]


def test_a_copy_where_the_original_is_needed_is_said_so(office: Office) -> None:
    value, _case = notice_of(office, "vi")
    assert value.other is not None
    assert "須提正本" in value.zh.missing[0].reason
    assert words("vi").phrase("why_original") in value.other.missing[0].reason


def test_what_may_replace_a_paper_is_what_the_check_would_take(office: Office) -> None:
    value, _case = notice_of(office, "en")
    instead = {zh.name: zh.substitute for zh in value.zh.missing}
    assert instead["出生證明書"] == ""
    assert instead["護照"] == "可改帶：居留證"
    assert "30 元" in instead["戶口名簿"]


@pytest.mark.parametrize("language", ["zh-TW", *FOREIGN])
def test_the_barcode_resumes_the_case_at_another_counter(office: Office, language: str) -> None:
    value, case = notice_of(office, language)
    read = dict(codes(paperwork.pdf(value)))
    assert read["Code 128"] == office.notice_code(case)
    assert read["QR Code"] == office.notice_code(case)
    entries = office.scan(None, read["Code 128"])
    assert office.case(case).visit == entries[0].subject


def test_rare_characters_come_back_whole(office: Office) -> None:
    value, _case = notice_of(office, "vi")
    assert RARE in pypdf_text(paperwork.pdf(value))


def test_a_citation_without_words_stays_in_chinese(office: Office) -> None:
    case = office.case(birth(office))
    paper = MissingPaper(document="hh-cert", reason_zh="登記時查驗", reason_en="", law="無此法第1條")
    told = missing(paper, case, CATALOGUE, words("th"))
    assert told.law == "無此法第1條"
    assert not HAN.search(told.name + told.reason)


@pytest.mark.parametrize("language", FOREIGN)
def test_every_fault_the_check_can_find_has_words(language: str) -> None:
    told = words(language)
    for code, document in CATALOGUE.documents.items():
        for rule in document.verifications:
            assert_told(told, code, rule.why.zh)
    assert_told(told, "photo", "電子資料不能代替正本")
    assert_told(told, "photo", "所提文件日期為2020-01-01，已逾有效期間（二年）")


def assert_told(told: CitizenWords, document: str, fault: str) -> None:
    said = list(fault_words(document, fault, CATALOGUE, told))
    assert said
    assert not HAN.search("".join(said)), fault


def test_a_late_case_is_told_its_fine_not_the_range(office: Office) -> None:
    case = birth(office, "en", born="2025-10-01")
    value = paperwork.notice(office, lack_all(office, case, "en")).value
    assert isinstance(value, NoticePaper)
    # 60 days end on 2025-11-30, a Sunday, so on 12-01; 64 days late costs 700 (戶籍罰鍰處罰金額基準表).
    assert value.zh.after == "已逾期 64 天，罰鍰 700 元。"


def test_a_changed_fee_is_told_at_the_price_of_the_day() -> None:
    fee = CATALOGUE.fees["hh-cert"]
    dearer = replace(fee, successors=(FeeRule(amount=40, law="", since=date(2026, 7, 1)),))
    assert price(dearer, date(2026, 6, 30)) == 30  # 戶政規費收費標準第4條
    assert price(dearer, date(2026, 7, 1)) == 40


# The arrival slip -------------------------------------------------------------------------------------------------


def test_the_slip_tells_the_time_of_the_acceptance_also_when_printed_later(office: Office) -> None:
    case = birth(office, "en")
    accept(office, case)
    first = paperwork.slip(office, checked(office, case)).value
    paid(office, case)
    again = paperwork.slip(office, checked(office, case)).value
    assert first == again


@pytest.mark.parametrize("language", ["zh-TW", *FOREIGN])
def test_the_slip_names_its_case_and_sends_nobody_to_a_page_that_is_not_there(office: Office, language: str) -> None:
    value = slip_of(office, language)
    assert office.settings.progress_url == ""
    assert {side.words.scan for side in value.sides} <= {words(lang).phrase("ask_progress") for lang in LANGUAGES}
    assert value.zh.words.title == "收件憑證"
    assert (value.other is None) == (language == "zh-TW")
    code = office.case(value.case).slip_code
    read = dict(codes(paperwork.pdf(value)))
    assert read["QR Code"] == f"{value.case}.{code}"
    assert read["Code 128"] == value.case


def test_the_slip_says_which_deadline_it_keeps(office: Office) -> None:
    kept = slip_of(office, "th")
    assert kept.zh.deadline == "115年3月23日（星期一）以前"
    assert kept.zh.keeps == words("zh").phrase("slip_in_time")
    assert kept.other is not None
    assert kept.other.keeps == words("th").phrase("slip_in_time")


def test_a_late_slip_claims_no_kept_deadline(office: Office) -> None:
    assert slip_of(office, "en", born="2025-10-01").zh.keeps == "已逾期 64 天，罰鍰 700 元。"


@pytest.mark.parametrize("born", ["2026-01-20", "2025-10-01"])
@pytest.mark.parametrize("language", ["zh-TW", *FOREIGN])
def test_no_word_lies_on_another(office: Office, language: str, born: str) -> None:
    long = "陳𠮷堃𡍼 Kʉliʉ’ Paicʉ Tjaljapan Rupavutjan Kaljuvucing"
    case = birth(office, language, long, born)
    told = paperwork.notice(office, lack_all(office, case, language))
    taken = paperwork.slip(office, accept(office, case))
    assert misplaced(paperwork.pdf(told.value)) == []
    assert misplaced(paperwork.pdf(taken.value)) == []


# The receipt ------------------------------------------------------------------------------------------------------


def receipt_of(office: Office, number: int) -> ReceiptPaper:
    row = office.receipt(number)
    assert row is not None
    value = paperwork.receipt(office, row).value
    assert isinstance(value, ReceiptPaper)
    return value


def test_the_first_paper_is_the_original_and_a_failed_one_is_no_copy(office: Office) -> None:
    case = birth(office)
    accept(office, case)
    number = paid(office, case)
    first = receipt_of(office, number)
    office.printed("receipt", first.number, 0, "failed", "P-103")
    assert receipt_of(office, number).copy == 0
    office.printed("receipt", first.number, 0, "printed")
    second = receipt_of(office, number)
    assert second.copy == 1
    assert "副本 1" in pypdf_text(paperwork.pdf(second))
    assert first.code != second.code  # the signed QR names the copy


def test_a_voided_receipt_bears_the_mark_and_the_reason(office: Office) -> None:
    case = birth(office)
    accept(office, case)
    number = paid(office, case)
    office.void_receipt(number, approver=(SUPERVISOR, demo.PIN), reason_code="wrong-amount", reason="金額不符")
    text = pypdf_text(paperwork.pdf(receipt_of(office, number), "A4"))
    assert "作廢" in text
    assert "本收據已作廢：金額不符" in text


def test_the_receipts_codes_read_from_paper(office: Office) -> None:
    case = birth(office)
    accept(office, case)
    value = receipt_of(office, paid(office, case))
    for size in ("A5", "A4"):
        read = dict(codes(paperwork.pdf(value, size)))
        assert read["Code 128"] == value.number
        facts, _genuine = receipt_code.unpack(read["QR Code"], lambda _said, _signature: True)
        assert facts.total == 60
        assert facts.copy == 0


def test_the_preview_claims_no_number(office: Office) -> None:
    case = birth(office)
    accept(office, case)
    visit, before = office.case(case).visit, office.till().next_number
    value = paperwork.receipt_preview(office, visit, Method.CASH, 100)
    assert value is not None
    assert value.preview
    assert (value.total, value.tendered, value.change) == (60, 100, 40)
    assert office.till().next_number == before


def test_each_kind_of_paper_counts_its_own_copies(office: Office) -> None:
    case = birth(office)
    accept(office, case)
    office.printed("slip", case, 0, "saved")
    office.printed("notice", case, 0, "saved")
    assert paperwork.slip(office, checked(office, case)).copy == 1
