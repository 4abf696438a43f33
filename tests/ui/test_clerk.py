"""What a clerk stumbles over: the keyboard that goes astray, values that cannot be, words that outlive their visit."""

from __future__ import annotations

from app.domain.next_steps import Stage
from tests.ui.conftest import Hands
from ui import views
from ui.widgets.keycap import KeyButton
from ui.widgets.papers import FiveWay


def come(hands: Hands, service: str, number: str = "A123456789") -> None:
    """Someone is called, named and asks for one service; then the papers."""
    hands.press("F4")
    hands.window.open_service(service)
    hands.window.go(views.PARTY)
    hands.type("王小明")
    hands.press("Enter")
    hands.type(number)
    hands.press("Ctrl+Enter")


def answer_all(hands: Hands, day: str = "0790505") -> None:
    """Every open question with its first answer, days with `day`; then all papers in the original."""
    for _ in range(12):
        if isinstance(hands.focus, FiveWay):
            break
        hands.type(day) if hands.focus.metaObject().className() == "DateField" else hands.press("1")
    hands.press("A")


def test_saying_save_keeps_the_keyboard_and_what_is_being_typed(hands: Hands) -> None:
    hands.press("F4", "Ctrl+1")
    hands.type("李小美")
    hands.press("Ctrl+S")
    assert hands.label == "姓名"
    assert hands.office.visit(hands.window.visit or "").party.name == "李小美"


def test_a_message_goes_with_the_visit_it_was_about(hands: Hands) -> None:
    hands.press("F4")
    hands.window.scan("no code of ours")
    assert hands.window.message.words
    hands.press("F4")
    assert hands.window.message.words == ""


def test_a_doubtful_number_needs_its_reason(hands: Hands) -> None:
    come(hands, "transcript-current", "A123456700")
    assert (hands.window.step, hands.label) == (views.PARTY, "統號存疑原因")
    hands.type("舊證號")
    hands.press("Ctrl+Enter")
    assert hands.window.step == views.PAPERS
    assert hands.office.visit(hands.window.visit or "").party.doubt_reason == "舊證號"


def test_what_is_no_day_is_not_kept_as_one(hands: Hands) -> None:
    come(hands, "marriage-registration")
    answer_all(hands, "0840101")
    hands.press("Ctrl+Enter")
    assert (hands.window.step, hands.label) == (views.CONTENT, "申請人出生年月日")
    hands.type("xx")
    hands.press("Ctrl+Enter")
    assert (hands.window.step, hands.label) == (views.CONTENT, "申請人出生年月日")
    assert hands.window.now is not None
    assert "xx" not in hands.window.now.cases[0].state.form.values()


def test_copies_and_sheets_are_counted_as_the_law_counts_them(hands: Hands) -> None:
    """Three English transcripts of two sheets: 100 a sheet, 15 from the second copy (戶政規費收費標準第2條)."""
    come(hands, "transcript-english")
    answer_all(hands)
    hands.press("F9", "F9")
    assert hands.window.step == views.FEE
    hands.type("++")
    more = next(b for b in hands.window.fee.findChildren(KeyButton) if b.accessibleName() == "每份多一張")
    more.setFocus()
    hands.press("Space")
    assert hands.label == "每份多一張"
    assert hands.window.now is not None
    assert hands.window.now.due.total == 2 * 100 + 2 * 2 * 15


def test_less_than_is_due_stays_with_the_amount(hands: Hands) -> None:
    come(hands, "transcript-current")
    answer_all(hands)
    hands.press("F9", "F9", "Enter")
    hands.type("5")
    hands.press("Ctrl+Enter")
    assert hands.window.step == views.FEE
    assert (hands.label, hands.window.fee.sums.field.selectedText()) == ("實收", "5")


def test_an_amount_the_office_never_set_is_not_called_nothing(hands: Hands) -> None:
    come(hands, "doorplate-initial")
    answer_all(hands)
    hands.press("F9", "F9")
    assert hands.window.step == views.FEE
    main = hands.window.fee.main()
    assert not main.enabled
    assert "設定金額" in main.hint


def test_a_wrong_service_is_told_with_the_papers_and_the_right_one_opened_by_key(hands: Hands) -> None:
    come(hands, "move-in-registration")
    assert hands.window.now is not None
    number = hands.window.now.cases[0].state.number
    within = {"household_district": "三民區", "destination_district": "三民區"}
    hands.desk.run(lambda office: office.answer(number, within))
    assert "住址變更登記" in hands.window.papers.told_words()
    hands.window.go(views.REVIEW)
    hands.press("Space")
    assert [case.state.service for case in hands.window.now.cases][1:] == ["address-change-registration"]


def test_nothing_after_the_papers_is_ticked_while_papers_are_to_be_brought(hands: Hands) -> None:
    come(hands, "transcript-current")
    while not isinstance(hands.focus, FiveWay):
        hands.press("1")
    hands.press("0", "Ctrl+P", "Ctrl+Enter")
    hands.printed()
    assert hands.window.now is not None
    assert hands.window.now.cases[0].state.stage is Stage.SUPPLEMENT
    assert not any(step.done for step in views.steps(hands.window.now, [], views.DELIVERY)[views.REVIEW :])


def test_an_answer_that_cannot_be_is_refused_and_the_visit_stays_whole(hands: Hands) -> None:
    come(hands, "move-in-registration")
    assert hands.label == "戶籍地之行政區？"  # the new address is in this district, the old one is not
    hands.type("不存在區")
    hands.press("Enter")
    assert hands.window.message.words.endswith("（C-117）")
    visit = hands.window.visit or ""
    facts = hands.office.check_visit(visit)[0].state.facts
    assert facts["destination_district"] == "三民區"
    assert "household_district" not in facts


def test_a_district_of_another_city_is_typed_with_its_city(hands: Hands) -> None:
    come(hands, "move-in-registration")
    hands.type("臺北市大安區")
    hands.press("Enter")
    assert hands.window.message.words == ""
    facts = hands.office.check_visit(hands.window.visit or "")[0].state.facts
    assert (facts["household_city"], facts["household_district"]) == ("臺北市", "大安區")


def test_a_service_typed_whole_comes_before_those_that_contain_its_name(hands: Hands) -> None:
    hands.press("F4", "Ctrl+N")
    hands.type("廢止登記")
    hands.press("Enter")
    assert hands.window.now is not None
    assert [case.state.service for case in hands.window.now.cases] == ["annulment-registration"]
