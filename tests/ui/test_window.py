"""The frame: the design's measures, nothing cut in either language, the ring around whatever has the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Hands, Stage
from tests.ui.test_visit import begin, birth_papers
from ui import language, ring, theme
from ui.counter import Counter
from ui.ring import GAP, WIDTH, FocusRing
from ui.widgets.base import Elided
from ui.widgets.fields import TextField
from ui.widgets.keycap import KeyButton
from ui.widgets.pills import Pills


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def cut(window: QWidget) -> Iterator[str]:
    """Words that have less room than they need: in one line, or in as many as they wrap to."""
    for part in window.findChildren(QLabel):
        if not part.isVisible() or isinstance(part, Elided) or not part.text():
            continue
        needs = part.sizeHint().width() if not part.wordWrap() else 0
        drawn = part.fontMetrics().tightBoundingRect(part.text()).height()
        high = part.heightForWidth(part.width()) if part.wordWrap() else drawn
        if part.width() < needs or part.height() < high:
            yield f"{part.text()} {part.size()} {part.sizeHint()} {part.parentWidget()}"
    for button in window.findChildren(KeyButton):
        if button.isVisible() and button.width() < button.sizeHint().width():
            yield button.text()


def test_the_measures_of_the_design_at_1366_by_768(hands: Hands) -> None:
    begin(hands)
    settle()
    window = hands.window
    heights = [part.height() for part in (window.header, window.steps, window.action_bar, window.status)]
    assert heights == [40, 36, 52, 28]
    assert (window.queue.width(), window.rail.width(), window.screens.width()) == (220, 320, 826)


def test_a_wide_window_previews_the_receipt(hands: Hands) -> None:
    window = hands.window
    window.resize(1920, 1080)
    begin(hands)
    birth_papers(hands)
    hands.press("Ctrl+Enter", "Ctrl+Enter", "F9", "A")
    settle()
    assert window.preview_column.isVisible()
    assert window.preview_column.width() == 662
    window.resize(1366, 768)
    settle()
    assert not window.preview_column.isVisible()


def test_below_1280_the_rail_is_a_drawer_and_the_actions_stay(hands: Hands) -> None:
    begin(hands)
    hands.window.resize(1024, 700)
    settle()
    assert not hands.window.rail.isVisible()
    hands.press("F7")
    assert hands.window.rail.isVisible()
    hands.press("F7")
    assert not hands.window.rail.isVisible()
    bottom = hands.window.action_bar.mapTo(hands.window, QPoint(0, 0)).y()
    assert bottom + 52 + 28 == 700


@pytest.mark.parametrize("tongue", [language.CHINESE, language.ENGLISH])
def test_no_word_is_cut_on_any_step(hands: Hands, qtbot: QtBot, tongue: str) -> None:
    language.install(tongue)
    old = hands.window
    window = Counter(hands.desk, old.drafts, old.printer, old._standing)
    qtbot.addWidget(window)
    old.hide()
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.window = window
    settle()
    found = list(cut(window))
    begin(hands)
    birth_papers(hands, "11110")
    settle()
    found += cut(window)
    hands.press("F3", "1")
    for step in range(5):
        window.go(step)
        settle()
        found += cut(window)
    for open_layer in (window.asking.sop, window.asking.pick_service, window.asking.search, window.asking.ask_float):
        open_layer()
        settle()
        found += cut(window)
        window.back()
    assert found == []


def test_the_ring_goes_around_the_focus_with_its_gap(stage: Stage) -> None:
    field = TextField()
    home = stage(field)
    shown = FocusRing(home)
    field.clearFocus()
    field.setFocus()
    reach = GAP + WIDTH
    box = field.rect().translated(field.mapTo(home, QPoint(0, 0)))
    assert shown.isVisible()
    assert shown.geometry() == box.adjusted(-reach, -reach, reach, reach)
    drawn = shown.grab().toImage()
    assert drawn.pixelColor(shown.width() // 2, 1).name() == theme.load().colour("focus").name()
    field.clearFocus()
    assert not shown.isVisible()


def test_whatever_gets_the_keyboard_comes_into_view(hands: Hands) -> None:
    begin(hands)
    birth_papers(hands)
    hands.press("Ctrl+Enter")
    last = list(hands.window.content.rows.values())[-1].editor
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    settle()
    assert not last.visibleRegion().isEmpty()
    assert ring.WIDTH == 3


def test_the_theme_can_change_under_the_open_window(hands: Hands) -> None:
    begin(hands)
    light = hands.window.grab().toImage().pixelColor(600, 400).name()
    theme.apply(theme.load("dark"))
    settle()
    dark = hands.window.grab().toImage().pixelColor(600, 400).name()
    assert (light, dark) != (dark, light)
    surfaces = {theme.load(name).colours[token].lower() for name in ("dark",) for token in ("surface", "bg")}
    assert dark in surfaces


def test_no_part_ever_opens_a_window_of_its_own(hands: Hands) -> None:
    begin(hands, "Ctrl+7")  # a death: its papers ask for details
    hands.window.asking.sop()
    hands.press("Esc")
    settle()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [hands.window]
    assert hands.window.isActiveWindow()
    assert isinstance(QApplication.focusWidget(), Pills)
