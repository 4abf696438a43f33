"""What every step's screen is: it shows the visit as it stands, and knows what its main action does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.visit import VisitState
from app.money import Due
from app.office import CheckedCase
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.widgets.base import Elided, column, label, row, scrolled
from ui.widgets.keycap import KeyButton


@dataclass(frozen=True, slots=True)
class Now:
    """The visit at the counter as the journal has it, read once per change."""

    visit: VisitState
    cases: tuple[CheckedCase, ...]
    due: Due


@dataclass(frozen=True, slots=True)
class Main:
    """The screen's one filled button: its words, what it will do, and whether it may."""

    words: str
    hint: str = ""
    enabled: bool = True


class Screen(QWidget):
    """One step. `changed` when the main action reads otherwise; `finished` when the step is done."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__()
        self.desk, self.drafts = desk, drafts
        self.now: Now | None = None
        self.content = QWidget()
        self.content_layout = column(gap=16, margins=(24, 16, 24, 16), on=self.content)
        column(scrolled(self.content), gap=0, on=self)

    def head(self, title: str, note: str = "", *right: QWidget) -> QWidget:
        """The title line: heading, a word beside it, and what stands at the right."""
        made = QWidget()
        told = Elided(tone="text2")
        told.setText(note)
        row(label(title, size=20, bold=True), 4, told, *right, on=made).setStretch(2, 1)
        return made

    def show_now(self, now: Now) -> None:
        """Show the visit; called after every entry."""
        self.now = now

    def main(self) -> Main:
        """The main action as things stand."""
        raise NotImplementedError

    def own_buttons(self) -> Sequence[KeyButton]:
        """Further actions for the bar."""
        return ()

    def start(self) -> None:
        """Put the keyboard where the work begins."""

    def finish(self) -> None:
        """Do the main action; emit `finished` when it worked."""
        raise NotImplementedError

    def print_papers(self) -> bool:
        """Ctrl+P on this step; False when there is nothing to print."""
        return False
