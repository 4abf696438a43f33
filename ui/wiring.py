"""Which signal and which key of the table does what in the counter window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui import views
from ui.keys import FAVOURITES, KEYS

if TYPE_CHECKING:
    from ui.counter import Counter

ALWAYS = ("finish", "back", "lock")
"""Keys that also work while a layer is open."""


def connect(counter: Counter) -> None:
    """Every button and every screen to its act."""
    counter.desk.appended.connect(counter.appended)
    counter.desk.troubled.connect(lambda text, code: counter.message.say(text, "error", code))
    counter.scanner.scanned.connect(counter.scan)
    counter.header.call.connect(counter.call)
    counter.header.lock.connect(counter.lock)
    counter.idle.receipt.connect(counter.open_receipt)
    counter.queue.opened.connect(counter.open_visit)
    counter.queue.search.connect(counter.asking.search)
    counter.steps.entered.connect(counter.go)
    counter.rail.go_missing.connect(counter.next_missing)
    counter.rail.sop.connect(counter.asking.sop)
    counter.action_bar.back.connect(counter.back)
    counter.action_bar.hold.connect(counter.hold)
    counter.action_bar.finish.connect(counter.finish)
    counter.status.sync.connect(counter.sync_asked)
    counter.status.sop.connect(counter.asking.sop)
    counter.party.pick_service.connect(counter.asking.pick_service)
    counter.party.open_service.connect(counter.open_service)
    counter.papers.notice_wanted.connect(counter.asking.notice)
    counter.papers.reason_wanted.connect(counter.asking.ask_reason)
    counter.papers.details_wanted.connect(counter.asking.ask_details)
    counter.review.notice_wanted.connect(counter.asking.notice)
    counter.review.approver_wanted.connect(counter.asking.ask_approver)
    counter.review.open_service.connect(counter.open_service)
    counter.fee.shift_wanted.connect(counter.asking.ask_float)
    counter.fee.paid.connect(counter.paper_out.paid)
    counter.delivery.reprint.connect(counter.paper_out.print_receipt)
    counter.delivery.void.connect(counter.asking.ask_void)
    counter.delivery.slip.connect(counter.paper_out.print_slip)
    counter.delivery.notice.connect(counter.paper_out.print_notice)
    for screen in counter.step_screens:
        screen.changed.connect(counter.show_actions)
        screen.finished.connect(counter.next_step)


def bind(counter: Counter) -> None:
    """Every key of the table to its act."""
    asking, out = counter.asking, counter.paper_out
    wired: dict[str, Callable[[], object]] = {
        "sop": asking.sop, "find": asking.search, "palette": asking.search, "new_case": asking.pick_service,
        "next_missing": counter.next_missing, "call": counter.call, "sync": counter.sync_asked.emit,
        "next_region": lambda: region(counter, 1), "last_region": lambda: region(counter, -1),
        "papers": counter.list_papers, "fee": lambda: counter.go(views.FEE), "sign": counter.sign,
        "finish": counter.finish, "hold": counter.hold, "recall": counter.recall, "print": out.print_papers,
        "lock": counter.lock, "saved": counter.say_saved, "back": counter.back,
    }  # fmt: skip
    for name, key in KEYS.items():
        _bind(counter, key.sequences, wired[name], always=name in ALWAYS)
    for at, sequence in enumerate(FAVOURITES):
        _bind(counter, [QKeySequence(sequence)], partial(counter.favourite, at))


def _bind(counter: Counter, sequences: list[QKeySequence], do: Callable[[], object], *, always: bool = False) -> None:
    action = QAction(counter)
    action.setShortcuts(sequences)
    action.triggered.connect(lambda: do() if always or counter.layer is None else None)
    counter.addAction(action)


def region(counter: Counter, by: int) -> None:
    """F6: the keyboard goes to the next region of the window."""
    regions = [
        w
        for w in (counter.screens.currentWidget(), counter.rail, counter.action_bar, counter.queue, counter.steps)
        if w
    ]
    focused = QApplication.focusWidget()
    here = (i for i, each in enumerate(regions) if focused and (each is focused or each.isAncestorOf(focused)))
    at = next(here, 0)
    for offset in range(1, len(regions) + 1):
        if _focus_in(regions[(at + by * offset) % len(regions)]):
            return


def _focus_in(region: QWidget) -> bool:
    for child in (region, *region.findChildren(QWidget)):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
