"""What citizens read in five languages: the same things said in each, and never another language by mistake."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue import load
from app.citizen_words import LANGUAGES, CitizenWords, UnknownWords, WrongValues, placeholders, words
from app.domain.next_steps import Stage
from app.domain.service import Scope
from forms import slip
from forms.notice_paper import ZH

CATALOGUE = load()
SECTIONS = (
    "notice", "slip", "phrases", "roles", "places", "stages", "documents", "reasons", "services", "fees", "laws",
)  # fmt: skip
FOREIGN = ("en", "vi", "id", "th")
HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
THAI = re.compile(r"[\u0e00-\u0e7f]")


def section(language: str, name: str) -> dict[str, str]:
    found: dict[str, str] = getattr(words(language), name)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SECTIONS)
def test_every_language_says_the_same_things(language: str, name: str) -> None:
    here, chinese = section(language, name), section("zh", name)
    assert list(here) == list(chinese)
    for key, text in here.items():
        assert text.strip(), key
        assert placeholders(text) == placeholders(chinese[key]), key


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("name", SECTIONS)
def test_nothing_is_left_in_another_language(language: str, name: str) -> None:
    english = section("en", name)
    for key, text in section(language, name).items():
        assert not HAN.search(text), (key, text)
        spoken = re.sub(r"\{\w+\}", "", text)
        if re.search(r"\w", spoken):
            assert bool(THAI.search(spoken)) == (language == "th"), (key, text)
        if language != "en" and re.search(r"\w", spoken):
            assert text != english[key], key


def test_what_needs_a_native_reader_says_so() -> None:
    for language in FOREIGN:
        assert not words(language).verified
        assert "native reader" in words(language).note


def test_the_chinese_names_are_those_of_the_catalogue() -> None:
    chinese = words("zh")
    assert chinese.documents == {code: paper.name.zh for code, paper in CATALOGUE.documents.items()}
    assert chinese.services == {code: service.name.zh for code, service in CATALOGUE.services.items()}
    assert chinese.fees == {code: fee.name.zh for code, fee in CATALOGUE.fees.items()}
    assert chinese.notice == asdict(ZH)
    assert chinese.slip == asdict(slip.ZH)


def test_everything_the_program_may_name_has_words() -> None:
    thai = words("th")
    assert thai.reasons.keys() == CATALOGUE.documents.keys()
    assert thai.roles.keys() == CATALOGUE.facts["applicant_role"].choices.keys()
    assert thai.places.keys() == set(get_args(Scope))
    assert thai.stages.keys() == {stage.value for stage in Stage}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_a_notice_may_cite_can_be_told(language: str) -> None:
    laws = {service.law for service in CATALOGUE.services.values()}
    laws |= {paper.law for service in CATALOGUE.services.values() for paper in service.papers}
    laws |= {paper.law for paper in CATALOGUE.documents.values()}
    for law in laws - {""}:
        assert bool(HAN.search(words(language).law(law))) == (language == "zh"), law


@pytest.mark.parametrize(
    ("chinese", "english", "vietnamese"),
    [
        (
            "戶籍法施行細則第21條",
            "Enforcement Rules of the Household Registration Act, art. 21",
            "Điều 21 Quy tắc thi hành Luật Hộ tịch",
        ),
        ("姓名條例第1條", "Name Act, art. 1", "Điều 1 Luật Họ tên"),
        ("戶籍法第48條之2", "Household Registration Act, art. 48-2", "Điều 48-2 Luật Hộ tịch"),
        (
            "戶籍法第6、48-2條；民法第1059條第1項但書",
            "Household Registration Act, art. 6, 48-2; Civil Code, art. 1059",
            "Điều 6, 48-2 Luật Hộ tịch; Điều 1059 Bộ luật Dân sự",
        ),
        (
            "國籍法第14條；施行細則第14條",
            "Nationality Act, art. 14; Enforcement Rules of the Nationality Act, art. 14",
            "Điều 14 Luật Quốc tịch; Điều 14 Quy tắc thi hành Luật Quốc tịch",
        ),
        ("戶籍法施行細則第16條至第18條", "Enforcement Rules of the Household Registration Act, art. 16–18", None),
        ("戶政事務所辦理印鑑登記作業規定第8點", "Rules on Seal Registration, point 8", None),
        ("內政部113年8月30日函", "Directive of the Ministry of the Interior", None),
    ],
)
def test_articles_are_told_in_the_language(chinese: str, english: str, vietnamese: str | None) -> None:
    assert words("en").law(chinese) == english
    assert vietnamese is None or words("vi").law(chinese) == vietnamese


def test_a_law_without_words_is_an_error_not_chinese_in_between() -> None:
    with pytest.raises(UnknownWords) as raised:
        words("vi").law("戶籍法第6條；無此法第1條")
    assert (raised.value.language, raised.value.section, raised.value.code) == ("vi", "laws", "無此法第1條")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-TW", "115年3月23日（星期一）"),
        ("en", "Monday, 23 March 2026"),
        ("vi", "thứ Hai, ngày 23/3/2026"),
        ("id", "Senin, 23 Maret 2026"),
        ("th", "วันจันทร์ที่ 23 มีนาคม ค.ศ. 2026"),
    ],
)
def test_a_day_is_told_with_its_weekday(language: str, told: str) -> None:
    assert words(language).date(date(2026, 3, 23)) == told


@given(day=st.dates(min_value=date(1912, 1, 1)), language=st.sampled_from(LANGUAGES))
def test_any_day_names_its_own_weekday_day_and_year(day: date, language: str) -> None:
    spoken = words(language)
    told = spoken.date(day)
    year = day.year - 1911 if language == "zh" else day.year
    assert spoken.weekdays[day.weekday()] in told
    assert {str(day.day), str(year)} <= set(re.findall(r"\d+", told))


@given(count=st.integers(min_value=1, max_value=40), language=st.sampled_from(LANGUAGES))
def test_the_promise_holds_its_count_twice(count: int, language: str) -> None:
    assert re.findall(r"\d+", words(language).phrase("promise", count=count)) == [str(count)] * 2


@pytest.mark.parametrize("values", [{}, {"low": 300}, {"low": 300, "high": 900, "days": 3}])
def test_a_phrase_takes_exactly_its_values(values: dict[str, int]) -> None:
    with pytest.raises(WrongValues, match="late_fine takes"):
        words("vi").phrase("late_fine", **values)


@pytest.mark.parametrize("lookup", ["document", "reason", "service", "fee", "role", "place", "stage", "phrase"])
def test_what_has_no_words_is_named(lookup: str) -> None:
    with pytest.raises(UnknownWords, match=r"th: no .*nothing-like-it"):
        getattr(CitizenWords, lookup)(words("th"), "nothing-like-it")


def test_a_language_we_do_not_speak_is_named() -> None:
    with pytest.raises(UnknownWords, match="ja"):
        words("ja")
