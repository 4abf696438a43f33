"""What a clerk does with the keyboard, step by step; she reads the labels on the screen and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui import views
from ui.counter import Counter
from ui.day.player import Player, Stuck
from ui.layers.asking import FloatLayer
from ui.main import Program
from ui.widgets.papers import FiveWay

MOST_FIELDS = 60
FLOAT = "2000"


class Clerk(Player):
    """A player who knows the six steps. It looks at the window only to see that a step was reached."""

    def __init__(self, program: Program, out: Path) -> None:
        super().__init__(program.shell, out)
        self._program = program

    @property
    def counter(self) -> Counter:
        counter = self._program.shell.counter
        if counter is None:
            raise Stuck("nobody has signed in yet")
        return counter

    def at(self, step: int, what: str) -> None:
        """Waits until the window shows `step`."""
        self.until(lambda: self.counter.now is not None and self.counter.step == step, f"{what} ({self.said()})")

    def said(self) -> str:
        """What the message bar says, and what the cases still ask."""
        counter = self._program.shell.counter
        if counter is None:
            return ""
        cases = counter.now.cases if counter.now else ()
        return "; ".join((counter.message.words, *(q for case in cases for q in case.result.questions)))

    # Beginning and end --------------------------------------------------------------------------------------------

    def sign_in(self, code: str, pin: str) -> None:
        shell = self._program.shell
        self.until(lambda: QApplication.focusWidget() is not None, "the sign-in")
        self.type(code)
        self.press("Return")
        self.type(pin)
        self.press("Return")
        self.until(lambda: shell.counter is not None and not shell.locked, "the counter")

    def call(self, service: str) -> None:
        """F4, then the service by its favourite chord or by typing its name into the picker."""
        self.begin()
        self.press("F4")
        self.add(service)
        self.until(lambda: self.counter.now is not None and bool(self.counter.now.cases), f"a case of {service}")

    def add(self, service: str) -> None:
        """Another service in the same visit."""
        if service.startswith("Ctrl+"):
            self.press(service)
        else:
            self.press("Ctrl+N")
            self.type(service)
            self.press("Return")

    # The six steps ------------------------------------------------------------------------------------------------

    def party(self, fields: Mapping[str, str], *, leave_last: bool = False) -> None:
        """Step 1, field by field, then on to the papers; finishing the step saves the last field by itself."""
        self.work_through(fields, enter_last=not leave_last)
        self.press("Ctrl+Return")
        self.at(views.PAPERS, "the papers")

    def papers(self, facts: Mapping[str, str], standings: Mapping[str, str] | None = None) -> None:
        """Step 2: the open questions as they are asked, then a digit for each paper: `1` unless `standings` differs."""
        while not isinstance(self._target(), FiveWay):
            if self.asked() not in facts:
                raise Stuck(f"asks “{self.asked()}”, which the script does not know")
            self._answer(facts[self.asked()], enter=True)
        self.check_papers(standings or {})

    def check_papers(self, standings: Mapping[str, str]) -> None:
        """A digit for every paper not looked at yet, top down; `A` for all at once when every one is there."""
        if not standings:
            self.press("A")
        for _ in range(MOST_FIELDS):
            unseen = [row for row in self.counter.papers.papers.rows if row.view.standing == "unseen"]
            if not unseen:
                return
            paper = self._target()
            if not isinstance(paper, FiveWay):
                raise Stuck(f"the keyboard is at “{paper.accessibleName()}”, not at a paper")
            self.press(standings.get(paper.accessibleName(), "1"))
        raise Stuck(f"papers were never all seen ({self.said()})")

    def fill_in(self, fields: Mapping[str, str]) -> None:
        """Step 3, then on to the check."""
        self.press("Ctrl+Return")
        self.at(views.CONTENT, "the content")
        if fields:
            self.work_through(fields)
        self.press("Ctrl+Return")
        self.at(views.REVIEW, "the check")

    def sign(self) -> None:
        """Step 4: the citizen reads and signs."""
        self.press("F9")
        self.at(views.FEE, "the fee")

    def pay(self, tendered: str = "", method: str = "") -> None:
        """Step 5: exact cash, unless said otherwise."""
        if method:
            self.press(method)
        if tendered:
            self.press("Return")
            self.type(tendered)
        self.press("Ctrl+Return")
        if isinstance(self.counter.layer, FloatLayer):
            self.count_float()
        self.at(views.DELIVERY, "the delivery")

    def count_float(self) -> None:
        """The first money of the day: the drawer is counted, the payment goes on by itself."""
        self.type(FLOAT)
        self.press("Return")

    def part(self) -> None:
        """Step 6: everything is handed over, the counter is free."""
        self.press("Ctrl+Return")
        self.until(lambda: self.counter.now is None, f"a free counter ({self.said()})")

    # By the way ---------------------------------------------------------------------------------------------------

    def reach(self, label: str) -> None:
        """Tabs to the control that bears `label`."""
        for _ in range(4 * MOST_FIELDS):
            if self._target().accessibleName() == label:
                return
            self.press("Tab")
        raise Stuck(f"no control is labelled {label}")

    def scan(self, code: str) -> None:
        """A scanned code, handed to the search line."""
        self.begin()
        self.press("F2")
        self.type(code)
        self.press("Return")
        self.until(lambda: self.counter.now is not None, f"a visit from the scan ({self.said()})")

    def check_again(self) -> None:
        """Each paper the guide vouched for is looked at here."""
        for _ in self.counter.papers.papers.rows:
            self.press("1")

    def give_notice(self, language: str) -> None:
        """Ctrl+P on the papers, then the language by its digit."""
        self.press("Ctrl+P", language, "Ctrl+Return")

    def leave(self) -> None:
        """The visit ends as it stands."""
        self.press("Ctrl+H")
        self.until(lambda: self.counter.now is None, "a free counter")

    def void(self, reason: str, supervisor: str, pin: str) -> None:
        """The last receipt, with a reason by its digit and the supervisor's name."""
        self.reach("作廢")
        self.press("Space", reason, "Return")
        self.type(supervisor)
        self.press("Return")
        self.type(pin)
        self.press("Ctrl+Return")

    def offline(self) -> None:
        """Waits until the window admits that nothing answers."""
        sync = self._program.sync
        self.until(lambda: sync is not None and sync.view().state == "offline", "the offline sign")
