"""Fields one types in: Chinese left wholly to the input method, numbers and dates with the input method off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui import theme
from ui.widgets.base import repolish

_OWN = frozenset({Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_U, Qt.Key.Key_Z, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X})
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def half_width(text: str) -> str:
    """Full-width letters, digits and signs become the ordinary ones; nothing else changes, case least of all."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "\u3000" else c for c in text)


class TextField(QLineEdit):
    """One line of any script. No validator, mask or length limit: they would cut a committed phrase.

    `left(text)` fires when the field is left or Enter pressed with a changed text; `typing(text)` on every change.
    """

    left = Signal(str)
    typing = Signal(str)

    def __init__(self, name: str = "", hint: str = "", *, size: float = 16, bold: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(theme.current().font(size, bold))
        self.walk: Callable[[bool], None] | None = None
        self._composing = False
        self._known = ""
        self.textEdited.connect(self._edited)

    @property
    def composing(self) -> bool:
        """Whether an input method holds keys for a character not yet committed."""
        return self._composing

    def value(self) -> str:
        """What the data keeps."""
        return self.text()

    def show_value(self, value: str) -> None:
        """Show a stored value; the field counts as unchanged."""
        self._known = value
        if self.text() != value:
            self.setText(value)

    def show_draft(self, text: str) -> None:
        """Show what was typed before and never saved; the field counts as changed."""
        if not self.hasFocus() or not self.text():
            self.setText(text)

    def mark(self, state: str) -> None:
        """Colour the edge: `warn`, `error` or empty; the words stand beside the field."""
        if (self.property("state") or "") != state:
            self.setProperty("state", state)
            repolish(self)

    def _edited(self, text: str) -> None:
        self.typing.emit(text)

    def save(self) -> None:
        """Announce the value if it changed since it was last shown or saved."""
        if self.value() != self._known:
            self._known = self.value()
            self.left.emit(self._known)

    def move_on(self, forward: bool = True) -> None:
        """To the next field: where `walk` says, else in the order of the screen."""
        if self.walk is not None:
            self.walk(forward)
        else:
            self.focusNextPrevChild(forward)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._composing:
                event.accept()
                return True
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() not in _OWN:
                event.ignore()
                return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self._composing:
            self.save()
            self.returnPressed.emit()
            if self.hasFocus():  # saving may have sent the keyboard to where it is needed next
                self.move_on(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False
        super().focusOutEvent(event)
        self.save()


class FigureField(TextField):
    """A field of ASCII figures and letters: full-width turns to half-width as it is typed; no input method."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def _edited(self, text: str) -> None:
        plain = half_width(text)
        if plain != text:
            at = self.cursorPosition()
            self.setText(plain)
            self.setCursorPosition(at)
        super()._edited(plain)


class FullField(FigureField):
    """A figure field that knows when it is full and right: then it saves and moves on without Enter."""

    def full(self, text: str) -> bool:
        """Whether nothing more can follow."""
        raise NotImplementedError

    def _edited(self, text: str) -> None:
        super()._edited(text)
        if self.cursorPosition() == len(self.text()) and self.full(self.text().strip()):
            self.save()
            if self.hasFocus():
                self.move_on()


class AmountField(FigureField):
    """Whole NT$; empty means the exact amount."""

    def amount(self) -> int | None:
        """The amount, or None when nothing (or no number) was typed."""
        digits = self.text().replace(",", "").strip()
        return int(digits) if digits.isascii() and digits.isdigit() else None
