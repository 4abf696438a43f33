"""A scanner that types: its scans reach the router whole and never the field with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Hands
from tests.ui.test_visit import begin, birth_papers


def scan(hands: Hands, text: str) -> None:
    """What a keyboard wedge sends: F24, the text, Enter."""
    QTest.keyClick(hands.focus, Qt.Key.Key_F24)
    QTest.keyClicks(hands.focus, text)
    QTest.keyClick(hands.focus, Qt.Key.Key_Return)


def test_an_unknown_scan_says_so_and_changes_nothing(hands: Hands) -> None:
    hands.press("F4")
    before = hands.office.last_saved()
    scan(hands, "4710018004605")
    assert hands.window.message.words.endswith("（S-101）")
    assert hands.window.party.rows["name"].value() == ""
    assert hands.office.last_saved() == before


def test_a_notice_resumes_its_case_in_the_visit_at_hand(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands, "01111")
    assert hands.window.now is not None
    case = hands.window.now.cases[0].state.number
    hands.press("Ctrl+P", "Ctrl+Enter", "F8", "Ctrl+Enter", "Ctrl+Enter", "F4")
    visit = hands.window.visit
    scan(hands, hands.office.notice_code(case))
    assert hands.window.visit == visit
    assert hands.office.case(case).visit == visit


def test_typing_without_the_prefix_is_typing(hands: Hands) -> None:
    hands.press("F4")
    hands.type("Panay")
    assert hands.window.party.rows["name"].value() == "Panay"
