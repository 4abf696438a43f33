"""Rows of a form: what is asked, where it is typed, and beside it what the entry means or why it is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain import identifiers
from ui import dates, theme
from ui.widgets.base import column, label, row, set_tone
from ui.widgets.choices import Choices
from ui.widgets.fields import FullField, TextField

Editor = TextField | Choices


class DateField(FullField):
    """A day as it is typed (1150203, 115/2/3, 2026-02-03); keeps ISO, or what was typed while it is no day."""

    def full(self, text: str) -> bool:
        return len(text) == 7 and text.isdigit() and dates.typed(text) is not None

    def value(self) -> str:
        day = dates.typed(self.text())
        return day.isoformat() if day else self.text().strip()

    def show_value(self, value: str) -> None:
        super().show_value(dates.for_typing(value))
        self._known = self.value()

    def show_draft(self, text: str) -> None:
        super().show_draft(dates.for_typing(text))


class IdField(FullField):
    """A national or resident number: ten characters with the right check digit move on by themselves."""

    def full(self, text: str) -> bool:
        return len(text) == 10 and identifiers.identify(text).valid


class FormRow(QWidget):
    """One question: label, editor and note. `saved(value)` when the field was left with another value.

    `typing(value)` on every change, for the draft that survives a kill.
    """

    saved = Signal(str)
    typing = Signal(str)

    def __init__(
        self, words: str, editor: Editor, *, required: bool = False, wide: float = 300, labels: float = 140
    ) -> None:
        super().__init__()
        self.editor = editor
        self._words = words
        self._walk: Callable[[bool], None] | None = None
        px = theme.current().px
        self.label = label(words, wrap=True)
        self.label.setFixedWidth(px(labels))
        self.note = label(size=14, tone="text2", wrap=True)
        must = label("＊" if required else "", size=14, tone="text2")
        must.setFixedWidth(px(14))
        must.setAccessibleName(self.tr("required") if required else "")
        editor.setAccessibleName(words)
        if isinstance(editor, TextField):
            editor.setFixedWidth(px(wide))
            editor.left.connect(self.saved)
            editor.typing.connect(lambda _text: self.typing.emit(editor.value()))
            line = row(self.label, must, editor, 4, self.note, gap=6)
            line.setStretch(4, 1)
        else:
            editor.chosen.connect(self.saved)
            editor.moved_on.connect(self._move_on)
            below = column(editor, self.note, gap=0)
            line = row(self.label, must, below, gap=6)
            line.setStretch(2, 1)
            for part in (self.label, must):
                line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
                part.setMinimumHeight(px(36))
        line.setContentsMargins(0, px(4), 0, px(4))
        self.setLayout(line)
        self.say("")

    @property
    def words(self) -> str:
        """The label."""
        return self._words

    def value(self) -> str:
        """The value as the data keeps it; empty when nothing was entered."""
        if isinstance(self.editor, TextField):
            return self.editor.value()
        return self.editor.picked or ""

    def show_value(self, value: str) -> None:
        """Show a stored value; leave the field alone while the clerk is in it."""
        if isinstance(self.editor, TextField):
            if not self.editor.hasFocus() or not self.editor.text():
                self.editor.show_value(value)
        else:
            self.editor.show_picked(value or None)

    def show_stored(self, stored: str, draft: str | None) -> None:
        """Show what is stored, and over it what was typed and never saved: that still counts as a change."""
        self.show_value(stored)
        if draft is not None and isinstance(self.editor, TextField) and draft != self.editor.value():
            self.editor.show_draft(draft)

    def say(self, words: str, tone: str = "text2") -> None:
        """The note beside the field; warn and error also colour its edge."""
        self.note.setText(words)
        self.note.setVisible(bool(words) or isinstance(self.editor, TextField))
        set_tone(self.note, tone)
        self.editor.setAccessibleDescription(words)
        if isinstance(self.editor, TextField):
            self.editor.mark(tone if words and tone in ("warn", "error") else "")

    def save(self) -> None:
        """Save what is in the field now."""
        if isinstance(self.editor, TextField):
            self.editor.save()

    def walk_by(self, walk: Callable[[bool], None]) -> None:
        """Let `walk` say where Enter goes from here."""
        self._walk = walk
        if isinstance(self.editor, TextField):
            self.editor.walk = walk

    def _move_on(self) -> None:
        if not self.editor.hasFocus():
            return
        if self._walk is not None:
            self._walk(True)
        else:
            self.editor.focusNextPrevChild(True)


def in_order(rows: Iterable[FormRow]) -> None:
    """Let the keyboard go through the rows in this order, whenever each was made."""
    for before, after in pairwise(rows):
        QWidget.setTabOrder(before.editor, after.editor)
