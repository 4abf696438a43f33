"""The window on the desktop: sign-in first and at once, the counter behind it as soon as it is ready."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from ui import icons, language, theme
from ui.layers.sign_in import SignIn
from ui.preferences import Preferences
from ui.ring import FocusRing

if TYPE_CHECKING:
    from ui.counter import Counter

IDLE_LOCK_MS = 5 * 60 * 1000
INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class Shell(QWidget):
    """`painted` once, when the sign-in is on the screen; `signing_in(code, pin)`; `closing` before it goes."""

    painted = Signal()
    signing_in = Signal(str, str)
    closing = Signal()

    def __init__(self, preferences: Preferences, office: str, counter_words: str, training: str = "") -> None:
        super().__init__()
        self.preferences = preferences
        self._office, self._counter_words, self._training = office, counter_words, training
        mark = self.tr("Training")
        self.setWindowTitle(f"Yigui 一櫃 {mark}" if training else "Yigui 一櫃")
        self.setWindowIcon(icons.window_icon())
        self.setMinimumSize(960, 600)
        self._stack = QStackedLayout(self)
        self.counter: Counter | None = None
        self.sign_in = self._new_sign_in()
        self._first = True
        self._kept_focus: QWidget | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_LOCK_MS)
        self._idle.timeout.connect(self.lock)

    def _new_sign_in(self) -> SignIn:
        made = SignIn(self, self._office, self._counter_words, self._training)
        made.tried.connect(self.signing_in)
        self._ring = FocusRing(made)
        self._stack.addWidget(made)
        self._stack.setCurrentWidget(made)
        made.code.setFocus()
        return made

    # The counter --------------------------------------------------------------------------------------------------

    def enter(self, counter: Counter) -> None:
        """The clerk is signed in: show the counter as it was left."""
        if counter is not self.counter:
            if self.counter is not None:
                self._stack.removeWidget(self.counter)
                self.counter.deleteLater()
            self.counter = counter
            counter.locked.connect(self.lock)
            self._stack.addWidget(counter)
        self._stack.setCurrentWidget(counter)
        counter.refresh()
        (self._kept_focus or counter.action_bar.main_button).setFocus()
        self._kept_focus = None
        self._idle.start()

    def lock(self) -> None:
        """Cover the counter; nothing of it is lost."""
        if self.counter is None or self._stack.currentWidget() is self.sign_in:
            return
        focused = QApplication.focusWidget()
        self._kept_focus = focused if focused is not None and self.counter.isAncestorOf(focused) else None
        self._idle.stop()
        self.sign_in.pin.clear()
        self._stack.setCurrentWidget(self.sign_in)
        (self.sign_in.pin if self.sign_in.code.text() else self.sign_in.code).setFocus()

    @property
    def locked(self) -> bool:
        """Whether the sign-in covers the window."""
        return self._stack.currentWidget() is self.sign_in

    def dress(self, preferences: Preferences, rebuild: Callable[[], Counter]) -> None:
        """Another look or language: the window's parts are made anew, the visit at hand stays."""
        self.preferences = preferences
        language.install(preferences.language)
        theme.apply(theme.load(preferences.theme, preferences.factor))
        old, self.sign_in = self.sign_in, self._new_sign_in()
        self._stack.removeWidget(old)
        old.deleteLater()
        self._kept_focus = None
        if self.counter is not None:
            self.enter(rebuild())

    # Events -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What comes in from keyboard and mouse is seen once, where it enters the window."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._first:
            self._first = False
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.counter is not None:
            self.counter.close()
        self.closing.emit()
        super().closeEvent(event)
