"""The one table of keys: actions, key caps, tooltips, the F1 sheet and the tests all read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class Key:
    """What one key does: its name in the code, its sequence, and its meaning (English source)."""

    name: str
    sequence: str
    meaning: str

    @property
    def words(self) -> str:
        """The meaning in the language in force."""
        return QCoreApplication.translate("Keys", self.meaning)

    @property
    def sequences(self) -> list[QKeySequence]:
        """Every chord that fires it: the Enter of the number pad counts as Return."""
        chords = ["Ctrl+Return", "Ctrl+Enter"] if self.sequence == "Ctrl+Enter" else [self.sequence]
        return [QKeySequence(chord) for chord in chords]


_TABLE = (
    Key("sop", "F1", str(QT_TRANSLATE_NOOP("Keys", "SOP and keys"))),
    Key("find", "F2", str(QT_TRANSLATE_NOOP("Keys", "Find"))),
    Key("palette", "Ctrl+K", str(QT_TRANSLATE_NOOP("Keys", "Find"))),
    Key("next_missing", "F3", str(QT_TRANSLATE_NOOP("Keys", "Next missing item"))),
    Key("call", "F4", str(QT_TRANSLATE_NOOP("Keys", "Call next"))),
    Key("sync", "F5", str(QT_TRANSLATE_NOOP("Keys", "Sync now"))),
    Key("next_region", "F6", str(QT_TRANSLATE_NOOP("Keys", "Next region"))),
    Key("last_region", "Shift+F6", str(QT_TRANSLATE_NOOP("Keys", "Previous region"))),
    Key("papers", "F7", str(QT_TRANSLATE_NOOP("Keys", "Document list"))),
    Key("fee", "F8", str(QT_TRANSLATE_NOOP("Keys", "Fee"))),
    Key("sign", "F9", str(QT_TRANSLATE_NOOP("Keys", "Citizen signs"))),
    Key("finish", "Ctrl+Enter", str(QT_TRANSLATE_NOOP("Keys", "Finish step"))),
    Key("new_case", "Ctrl+N", str(QT_TRANSLATE_NOOP("Keys", "New case"))),
    Key("hold", "Ctrl+H", str(QT_TRANSLATE_NOOP("Keys", "Hold"))),
    Key("recall", "Ctrl+J", str(QT_TRANSLATE_NOOP("Keys", "Recall"))),
    Key("print", "Ctrl+P", str(QT_TRANSLATE_NOOP("Keys", "Print"))),
    Key("lock", "Ctrl+L", str(QT_TRANSLATE_NOOP("Keys", "Lock"))),
    Key("saved", "Ctrl+S", str(QT_TRANSLATE_NOOP("Keys", "Already saved"))),
    Key("back", "Esc", str(QT_TRANSLATE_NOOP("Keys", "Back"))),
)

KEYS: Mapping[str, Key] = {key.name: key for key in _TABLE}
FAVOURITES = tuple(f"Ctrl+{digit}" for digit in range(1, 10))


def cap(name: str) -> str:
    """What is written on the key cap of an action."""
    return KEYS[name].sequence
