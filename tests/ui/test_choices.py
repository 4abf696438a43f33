"""One key, one answer: digits pick and move on, arrows look around, words and colour say the same."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from ui.widgets.form import FormRow
from ui.widgets.papers import MISSING, ORIGINAL, UNSEEN, FiveWay, PaperList, PaperView
from ui.widgets.pills import Pills, numbered
from ui.widgets.rail import Rail

PAPERS = [
    PaperView("c", "hh-cert", "戶口名簿", reason="登記時查驗", law="戶籍法施行細則第21條"),
    PaperView("c", "birth-cert", "出生證明書", ORIGINAL),
    PaperView("c", "id", "國民身分證", MISSING, reason="查驗身分", law="戶籍法施行細則第21條", instead="護照"),
]


def test_a_digit_picks_and_moves_on(stage: Stage) -> None:
    sex = FormRow("性別", Pills(numbered([("m", "男"), ("f", "女")])))
    after = FormRow("從姓", Pills(numbered([("father", "父"), ("mother", "母")])))
    stage(sex, after)
    saved: list[str] = []
    sex.saved.connect(saved.append)
    sex.editor.setFocus()
    QTest.keyClick(sex.editor, Qt.Key.Key_2)
    assert (saved, sex.value()) == (["f"], "f")
    assert after.editor.hasFocus()
    assert sex.editor.accessibleDescription() == "女"


def test_a_key_that_is_no_answer_changes_nothing(stage: Stage) -> None:
    pills = Pills(numbered([("m", "男"), ("f", "女")]))
    stage(pills)
    QTest.keyClick(pills, Qt.Key.Key_3)
    QTest.keyClick(pills, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert pills.picked is None


def test_more_than_nine_answers_go_on_with_letters() -> None:
    keys = [choice.digit for choice in numbered([(str(at), "") for at in range(12)])]
    assert keys == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C"]


def test_answers_wrap_and_none_leaves_the_row(stage: Stage) -> None:
    pills = Pills(numbered([(str(at), "受委託之法定代理人") for at in range(9)]))
    home = stage(pills)
    assert all(box.right() <= home.width() for box in pills.boxes())
    assert pills.heightForWidth(pills.width()) == pills.boxes()[-1].bottom() <= pills.height()


def test_a_click_picks_what_it_hits(stage: Stage) -> None:
    five = FiveWay("戶口名簿")
    stage(five)
    QTest.mouseClick(five, Qt.MouseButton.LeftButton, pos=QPoint(int(five.boxes()[4].center().x()), 10))
    assert five.picked == MISSING


def test_papers_take_one_key_each_and_move_down(stage: Stage) -> None:
    papers = PaperList()
    papers.show_papers(PAPERS)
    stage(papers)
    checked: list[tuple[str, str]] = []
    papers.checked.connect(lambda _case, document, standing: checked.append((document, standing)))
    papers.rows[0].choice.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_0):
        QTest.keyClick(papers.rows[len(checked)].choice, key)
        papers.focus_after(checked[-1][0])
    assert checked == [("hh-cert", ORIGINAL), ("birth-cert", MISSING)]
    assert papers.rows[2].choice.hasFocus()


def test_the_focus_stays_on_its_paper_when_the_list_is_shown_again(stage: Stage) -> None:
    papers = PaperList()
    papers.show_papers(PAPERS)
    stage(papers)
    papers.rows[1].choice.setFocus()
    papers.show_papers(PAPERS[::-1])
    assert papers.rows[1].choice.hasFocus()


def test_rows_are_lower_when_there_are_many(qtbot: QtBot) -> None:
    papers = PaperList()
    qtbot.addWidget(papers)
    papers.show_papers(PAPERS)
    assert {row.height() for row in papers.rows} == {56}
    papers.show_papers(PAPERS * 3)
    assert {row.height() for row in papers.rows} == {40}


def test_a_copy_where_the_law_wants_the_original_is_not_ready() -> None:
    copy = PaperView("c", "hh-cert", "戶口名簿", "copy", enough=False)
    assert (copy.ready, copy.lacking) == (False, True)
    assert PaperView("c", "hh-cert", "戶口名簿", UNSEEN, enough=False).lacking is False


def test_the_rail_tells_what_is_missing_with_reason_law_and_substitute(qtbot: QtBot, stage: Stage) -> None:
    rail = Rail()
    rail.show_papers(PAPERS)
    stage(rail)
    words = {label.text() for label in rail.findChildren(type(rail._ready)) if label.isVisible()}
    assert {"查驗身分", "戶籍法施行細則第21條", "護照", "1", "/ 3"} <= words
    with qtbot.waitSignal(rail.go_missing):
        go = next(b for b in rail.findChildren(QWidget) if b.accessibleDescription() == "F3")
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)
