"""One table of keys, true to the design: no key an input method wants, none twice, each bound and each told."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Hands
from ui.keys import FAVOURITES, KEYS
from ui.layers.sop import SopLayer
from ui.widgets.keycap import KeyCap

# ux.md §3: what each key does; only features that exist are in the table.
DESIGN = {
    "sop": "F1", "find": "F2", "palette": "Ctrl+K", "next_missing": "F3", "call": "F4", "sync": "F5",
    "next_region": "F6", "last_region": "Shift+F6", "papers": "F7", "fee": "F8", "sign": "F9", "finish": "Ctrl+Enter",
    "new_case": "Ctrl+N", "hold": "Ctrl+H", "recall": "Ctrl+J", "print": "Ctrl+P", "lock": "Ctrl+L",
    "saved": "Ctrl+S", "back": "Esc",
}  # fmt: skip
SWITCHES = {"Ctrl+Space", "Shift", "Ctrl+Shift", "Alt+Shift", "F10"}


def test_the_table_is_the_design_s() -> None:
    assert {name: key.sequence for name, key in KEYS.items()} == DESIGN
    assert tuple(f"Ctrl+{digit}" for digit in range(1, 10)) == FAVOURITES


def test_no_key_belongs_to_an_input_method_and_none_stands_twice() -> None:
    chords = [key.sequence for key in KEYS.values()] + list(FAVOURITES)
    assert not SWITCHES & set(chords)
    assert len(chords) == len(set(chords))


def test_every_key_is_bound_in_the_window(hands: Hands) -> None:
    bound = {sequence.toString() for action in hands.window.actions() for sequence in action.shortcuts()}
    wanted = {sequence.toString() for key in KEYS.values() for sequence in key.sequences}
    assert wanted | {QKeySequence(each).toString() for each in FAVOURITES} == bound


def test_f1_shows_every_key_with_its_meaning(hands: Hands) -> None:
    hands.press("F1")
    layer = hands.window.layer
    assert isinstance(layer, SopLayer)
    assert {key.sequence for key in KEYS.values()} <= {cap.text for cap in layer.findChildren(KeyCap)}
    assert {key.words for key in KEYS.values()} <= {label.text() for label in layer.findChildren(QLabel)}
    hands.press("Esc")
    assert hands.window.layer is None
