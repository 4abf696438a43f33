"""Whole visits through the real window with real keys, within the budget of keys the design sets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.next_steps import Stage
from app.domain.prereview_code import PreReview, encode
from tests.ui.conftest import Hands
from ui import views
from ui.layers.asking import NoticeLayer, ReasonLayer, VoidLayer
from ui.layers.pickers import SearchLayer, ServicePicker
from ui.widgets.papers import FiveWay


def begin(hands: Hands, favourite: str = "Ctrl+1") -> None:
    """A mother is called and named."""
    hands.press("F4", favourite)
    hands.type("李小美")
    hands.press("Enter")
    hands.type("A223456781")  # moves on by itself
    hands.type("0800505")  # and so does a day
    hands.press("Ctrl+Enter")


def birth_papers(hands: Hands, keys: str = "A") -> None:
    """The birth date, the mother's capacity, no surname on the certificate: so five papers; then a key for each."""
    hands.type("1150120")
    hands.press("2", "2", *keys)


def birth_content(hands: Hands) -> None:
    hands.press("Ctrl+Enter", "1")
    hands.type("陳小安")
    hands.press("Enter", "1", "Ctrl+Enter")


def stages(hands: Hands) -> list[Stage]:
    now = hands.window.now
    return [case.state.stage for case in now.cases] if now else []


def test_birth_from_call_to_good_bye_within_the_budget(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands)
    birth_content(hands)
    hands.press("F9")
    assert hands.window.step == views.FEE
    assert stages(hands) == [Stage.TO_PAY]
    hands.press("A", "Ctrl+Enter")  # one household certificate; exact cash
    assert hands.window.step == views.DELIVERY
    assert stages(hands) == [Stage.PAID]
    hands.press("Ctrl+Enter")
    hands.printed()
    assert hands.window.now is None
    assert hands.control <= 18  # ux.md §5 a
    row = hands.office.receipts_today()[0]
    assert (row.total, row.method, row.payer, row.copies) == (30, "cash", "李小美", 1)


def test_a_digit_for_each_of_the_five_papers(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "11111")
    assert hands.window.now is not None
    result = hands.window.now.cases[0].result
    assert (result.verdict, len(result.required)) == ("accept", 5)


def test_reissue_of_an_id_card_within_the_budget(hands: Hands) -> None:
    begin(hands, "Ctrl+2")
    while hands.window.step == views.PAPERS and not isinstance(hands.focus, FiveWay):
        hands.press("1")
    hands.press("A", "Ctrl+Enter")
    if hands.window.step == views.CONTENT:
        hands.press("1", "Ctrl+Enter")
    assert hands.window.step == views.REVIEW, hands.window.message.words
    hands.press("F9", "Ctrl+Enter")
    assert stages(hands) == [Stage.PAID]
    assert hands.window.now is not None
    assert hands.window.now.visit.total == 200
    assert hands.control <= 12  # ux.md §5 b


def test_escape_goes_back_and_discards_nothing(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "1")
    before = hands.office.last_saved()
    hands.press("Esc", "Esc", "Esc")
    assert hands.window.step == views.PARTY
    assert hands.office.last_saved() == before
    assert hands.window.party.rows["name"].value() == "李小美"


def test_a_missing_paper_is_told_and_another_one_needs_a_reason(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "01111")
    assert hands.window.step == views.PAPERS
    hands.press("Ctrl+P")
    assert isinstance(hands.window.layer, NoticeLayer)
    hands.press("3", "Ctrl+Enter")  # Vietnamese beside the Chinese
    hands.printed()
    assert stages(hands) == [Stage.SUPPLEMENT]
    assert hands.window.now is not None
    case = hands.window.now.cases[0].state
    assert case.told == ("birth-cert",)
    hands.window.papers.papers.rows[1].choice.setFocus()
    hands.press("0")
    assert isinstance(hands.window.layer, ReasonLayer)
    hands.press("Ctrl+Enter")
    assert isinstance(hands.window.layer, ReasonLayer)  # not without a reason
    hands.type("影本模糊")
    hands.press("Ctrl+Enter")
    assert len(hands.office.case(case.number).demanded_anew) == 1


def test_hold_and_recall_keep_everything(hands: Hands) -> None:
    begin(hands)
    visit = hands.window.visit
    hands.press("Ctrl+H")
    assert hands.window.now is None
    assert hands.office.visit(visit or "").held
    hands.press("Ctrl+J")
    assert hands.window.visit == visit
    assert not hands.office.visit(visit or "").held
    assert hands.window.step == views.PAPERS


def test_half_typed_text_survives_a_kill(hands: Hands) -> None:
    hands.press("F4", "Ctrl+1")
    hands.type("李小")
    visit = hands.window.visit or ""
    hands.window.drafts.flush()  # what the pause of 300 ms does
    assert hands.office.visit(visit).party.name == ""
    hands.window.visit = hands.window.now = hands.window.party.now = None
    hands.window.party.rows["name"].show_value("")
    hands.window.open_visit(visit)
    assert hands.window.party.rows["name"].value() == "李小"


def test_two_services_share_the_visit_its_papers_and_its_receipt(hands: Hands) -> None:
    begin(hands, "Ctrl+3")
    hands.press("Ctrl+4")
    for _ in range(20):
        if isinstance(hands.focus, FiveWay) or hands.window.step != views.PAPERS:
            break
        hands.press("1")
    hands.press("A")
    assert hands.window.now is not None
    assert len(hands.window.now.cases) == 2
    documents = [row.view.document for row in hands.window.papers.papers.rows]
    assert len(documents) == len(set(documents))


def test_a_receipt_is_voided_by_a_second_name(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands)
    birth_content(hands)
    hands.press("F9", "A", "Ctrl+Enter")
    hands.printed()
    number = hands.office.receipts_today()[0].number
    hands.window.asking.ask_void(number)
    assert isinstance(hands.window.layer, VoidLayer)
    hands.press("1", "Enter")
    hands.type("S01")
    hands.press("Enter")
    hands.type("246810")
    hands.press("Ctrl+Enter")
    assert hands.window.layer is None
    row = hands.office.receipt(number)
    assert row is not None
    assert row.voided
    assert (row.void_code, row.void_approver) == ("wrong-amount", "S01")
    assert hands.window.step == views.FEE
    hands.press("Ctrl+Enter")
    assert stages(hands) == [Stage.PAID]
    assert hands.office.receipts_today()[0].number == number + 1
    hands.printed()


def test_search_finds_the_visit_and_masks_the_name(hands: Hands) -> None:
    begin(hands)
    visit = hands.window.visit
    hands.press("Ctrl+H", "F2")
    layer = hands.window.layer
    assert isinstance(layer, SearchLayer)
    hands.type("李小美")
    shown = [layer.table.row_model.data(layer.table.row_model.index(0, column)) for column in range(4)]
    assert "李○○" in shown[1]
    assert "李小美" not in "".join(shown)
    hands.press("Enter")
    assert hands.window.layer is None
    assert hands.window.visit is not None
    assert hands.office.visit(hands.window.visit).party.name == hands.office.visit(visit or "").party.name


def test_the_picker_finds_any_service_by_chinese_english_or_code(hands: Hands) -> None:
    hands.press("F4", "Ctrl+N")
    picker = hands.window.layer
    assert isinstance(picker, ServicePicker)
    assert len(picker.table.row_model.rows) == 80
    for wanted in ("死亡登記", "death reg", "death-registration"):
        picker.line.setText(wanted)
        service = picker.table.current()
        assert service is not None
        assert service.code == "death-registration"
    hands.press("Enter")
    assert hands.window.now is not None
    assert [case.state.service for case in hands.window.now.cases] == ["death-registration"]


def test_saying_save_says_it_is_saved_already(hands: Hands) -> None:
    begin(hands)
    hands.press("Ctrl+S")
    assert "已存" in hands.window.message.words
    hands.press("Esc")
    assert hands.window.message.words == ""


def test_a_refusal_is_told_with_its_code_and_changes_nothing(hands: Hands) -> None:
    begin(hands)
    visit = hands.window.visit or ""
    before = hands.office.last_saved()
    assert hands.desk.run(lambda office: office.open_case(visit, "no-such-service")) is None
    assert hands.window.message.words.endswith("（C-107）")
    assert hands.office.last_saved() == before


def test_f6_goes_round_the_regions(hands: Hands) -> None:
    begin(hands)
    seen = set()
    for _ in range(5):
        hands.press("F6")
        seen.add(hands.label)
    assert len(seen) >= 4


def test_f3_goes_to_what_is_missing_from_any_step(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "11011")
    hands.press("Esc", "F3")
    assert hands.window.step == views.PAPERS
    assert hands.label == hands.window.papers.papers.rows[2].view.name


def test_a_visit_that_ends_in_a_notice_frees_the_counter(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "01111")
    hands.press("Ctrl+Enter", "Ctrl+Enter")
    assert hands.window.step == views.REVIEW
    hands.press("Ctrl+Enter")
    assert isinstance(hands.window.layer, NoticeLayer)
    hands.press("Ctrl+Enter")
    hands.printed()
    assert stages(hands) == [Stage.SUPPLEMENT]
    assert hands.window.step == views.FEE
    hands.press("Ctrl+Enter", "Ctrl+Enter")
    assert hands.window.now is None


def test_a_case_told_before_is_taken_up_in_a_new_visit(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "01111")
    number = hands.window.now.cases[0].state.number if hands.window.now else ""
    hands.press("Ctrl+P", "Ctrl+Enter", "F8", "Ctrl+Enter", "Ctrl+Enter")
    assert hands.window.now is None
    hands.press("F2")
    hands.type(number)
    hands.press("Enter")
    assert hands.window.now is not None
    assert hands.office.case(number).visit == hands.window.visit
    hands.press("F7")
    hands.window.papers.papers.rows[0].choice.setFocus()
    hands.press("1")
    assert hands.window.now.cases[0].result.verdict == "accept"


def test_calling_the_next_closes_what_is_settled_and_holds_what_is_not(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "01111")
    told = hands.window.visit or ""
    hands.press("Ctrl+P", "Ctrl+Enter", "F4")
    assert hands.office.visit(told).closed
    open_one = hands.window.visit or ""
    hands.press("Ctrl+1", "F4")
    assert hands.office.visit(open_one).held


def test_what_a_guide_saw_is_not_yet_seen_at_the_counter(hands: Hands) -> None:
    papers = tuple(dict.fromkeys(p.document for p in hands.office.catalogue.services["hhcert-replace"].papers))
    review = PreReview("sanmin", "K03", "hhcert-replace", papers, "zh-TW", False, hands.office.today, "g0001")
    hands.window.scan(encode(review, papers, hands.station.station.keys.sign))
    hands.window.go(views.PAPERS)
    views_now = [row.view for row in hands.window.papers.papers.rows]
    assert {view.standing for view in views_now} == {"unseen"}
    assert {view.source for view in views_now} == {"預審"}


def test_what_is_known_is_written_down_also_when_the_content_is_passed_over(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands)
    hands.window.go(views.REVIEW)
    now = hands.window.now
    assert now is not None
    form = now.cases[0].state.form
    assert (form["applicant_name"], form["mother_name"]) == ("李小美", "李小美")
    assert "father_name" not in form


def test_nothing_of_the_fee_is_cut_beside_the_live_preview(hands: Hands) -> None:
    hands.window.window().resize(1920, 1080)
    begin(hands, "Ctrl+4")
    hands.press("1", "2", "A")
    hands.window.go(views.REVIEW)
    hands.press("F9", "A")
    fee = hands.window.fee
    assert hands.window.preview.isVisible()
    assert len(hands.office.due(hands.window.visit or "").lines) == 1
    shown = [each for each in fee.findChildren(QWidget) if each.isVisibleTo(fee) and each.width()]
    assert max(each.mapTo(fee, each.rect().topRight()).x() for each in shown) < fee.width()
