"""The counter window: one visit at a time through six steps, every key of the table wired, the frame kept true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.next_steps import Step
from app.journal.entry import Entry
from ui import paperwork, views, wiring, words
from ui.asking import Asking
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.frame import Frame
from ui.paper_out import PaperOut
from ui.printer import Printer
from ui.scanner import Scanner
from ui.screens.content import ContentScreen
from ui.screens.delivery import DeliveryScreen
from ui.screens.fee import FeeScreen
from ui.screens.idle import IdleScreen
from ui.screens.papers import PapersScreen, paper_views
from ui.screens.party import PartyScreen
from ui.screens.preview import Preview
from ui.screens.review import ReviewScreen
from ui.screens.screen import Now, Screen
from ui.standing import SyncView, offline_words, status, with_entries
from ui.widgets.fields import TextField
from ui.widgets.layer import Layer

TICK_MS, SOON_MS = 20_000, 200


class Counter(Frame):
    """`locked` when the clerk locks or signs out; `sync_asked` on F5. `standing` tells how sync stands."""

    locked = Signal()
    sync_asked = Signal()
    look_wanted = Signal(str, float, str)

    def __init__(self, desk: Desk, drafts: DraftBox, printer: Printer, standing: Callable[[], SyncView]) -> None:
        super().__init__()
        self.desk, self.drafts, self.printer, self._standing = desk, drafts, printer, standing
        self.visit: str | None = None
        self.now: Now | None = None
        self.step = views.PARTY
        self._reached = views.PARTY
        self.asking = Asking(self)
        self.paper_out = PaperOut(self, printer)
        self.idle = IdleScreen()
        self.party = PartyScreen(desk, drafts)
        self.papers = PapersScreen(desk, drafts)
        self.content = ContentScreen(desk, drafts)
        self.review = ReviewScreen(desk, drafts)
        self.fee = FeeScreen(desk, drafts)
        self.delivery = DeliveryScreen(desk, drafts)
        self.preview = Preview(printer)
        self.step_screens: tuple[Screen, ...] = (
            self.party, self.papers, self.content, self.review, self.fee, self.delivery,
        )  # fmt: skip
        for screen in (self.idle, *self.step_screens):
            self.screens.addWidget(screen)
        self.scanner = Scanner(self)
        wiring.connect(self)
        wiring.bind(self)
        self._sync = standing()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.show_standing)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.show_standing)
        self._timer.start()
        self.refresh()

    @property
    def layer(self) -> Layer | None:
        """What lies over the window and has the keyboard."""
        return self.asking.layer

    # Showing ------------------------------------------------------------------------------------------------------

    def appended(self, entries: list[Entry]) -> None:
        """New entries: shown at once as waiting, and a moment later as sync has it, off the key press."""
        self._sync = with_entries(self._sync, entries)
        self._soon.start()
        self.refresh()

    def refresh(self) -> None:
        """Read the visit and the lists again and show them."""
        office = self.desk.office
        if self.visit is not None:
            checked = office.check_visit(self.visit)
            self.now = Now(office.visit(self.visit), checked, office.due_of(checked))
            self.step_screens[self.step].show_now(self.now)
        else:
            self.now = None
            self.idle.show_day(office.waiting(), office.receipts_today(), office.demands_today())
        self._show_frame()

    def _show_frame(self) -> None:
        office = self.desk.office
        listed = paper_views(self.now, office.catalogue) if self.now is not None else []
        self.steps.show_steps(views.steps(self.now, listed, self._reached), self.step if self.now else -1)
        self.rail.show_papers(listed)
        self.show_rail(self.now is not None and bool(self.now.cases))
        rows = office.worklist()
        seen = views.visit_views(rows, self.visit, office.catalogue, self._clock())
        self.queue.show_visits(seen, views.counts(rows), len(office.waiting()))
        screen: QWidget = self.idle if self.now is None else self.step_screens[self.step]
        self.screens.setCurrentWidget(screen)
        self.show_preview(self.preview if self._preview_wanted() else None)
        self.header.show_view(views.header(office, self.now, self._sync))
        self.show_actions()
        self._show_status(self._sync)

    def show_actions(self) -> None:
        """The buttons below, as the step wants them."""
        busy = self.now is not None
        self.action_bar.hold_button.setVisible(busy)
        self.action_bar.back_button.setVisible(busy)
        if not busy:
            self.action_bar.show_main(self.tr("Call next"), key="call")
            return
        main = self.step_screens[self.step].main()
        self.action_bar.show_main(main.words, main.hint, enabled=main.enabled)
        self._show_live()

    def _show_live(self) -> None:
        if self._preview_wanted() and self.now is not None and self.preview_column.isVisible():
            value = paperwork.receipt_preview(
                self.desk.office, self.now.visit.id, self.fee.method, self.fee.sums.amount()
            )
            self.preview.show_paper(value)

    def _preview_wanted(self) -> bool:
        return self.now is not None and self.step == views.FEE and bool(self.now.due.lines) and not self.now.visit.paid

    def show_standing(self) -> None:
        """The status bar and the header's chip, as things stand this moment."""
        self._sync = self._standing()
        self._show_status(self._sync)
        self.header.show_offline(offline_words(self._sync, self._clock()))

    def _show_status(self, standing: SyncView) -> None:
        printer = self.printer.name
        alone = self.paper_out.kept or self.tr("No printer: papers are kept as PDF")
        told = self.tr("Printer {0}").format(printer) if printer else alone
        self.status.show_view(status(standing, self.desk.office.last_saved(), told, self._clock()))

    def _clock(self) -> datetime:
        return self.desk.office.now()

    # Going about --------------------------------------------------------------------------------------------------

    def open_visit(self, visit: str) -> None:
        """Take this visit up; a held one is recalled, the one at hand stays open."""
        self._leave_fields()
        if visit != self.visit:
            self.message.dismiss()  # what was said concerned another visit
        self.visit, self.step, self._reached = visit, views.PARTY, views.PARTY
        state = self.desk.office.visit(visit)
        if state.held:
            self.desk.run(lambda o: o.recall(visit))
        self.refresh()
        self._resume()

    def _resume(self) -> None:
        """Go to the step the visit stands at."""
        if self.now is None or not self.now.cases:
            self.go(views.PARTY)
            return
        done = views.steps(self.now, [], views.DELIVERY)
        signed = done[views.REVIEW].done
        step = views.DELIVERY if done[views.FEE].done and signed else views.FEE if signed else views.PAPERS
        self.go(step if self.now.visit.party.name else views.PARTY)

    def go(self, step: int) -> None:
        """Show a step and put the keyboard where its work begins."""
        if self.now is None or (step != views.PARTY and not self.now.cases):
            return
        self._leave_fields()
        if step == views.REVIEW:
            self.content.keep_known(self.now)
        self.step = step
        self._reached = max(self._reached, step)
        self.refresh()
        self.step_screens[step].start()

    def next_step(self) -> None:
        """The step is done: the next one, or the counter is free."""
        if self.step < views.DELIVERY:
            self.go(self.step + (2 if self.step == views.PAPERS and self._nothing_to_type() else 1))
        else:
            self._free()

    def _nothing_to_type(self) -> bool:
        """Whether the clerk need not stop at the content: what the papers and the register hold is not typed here."""
        if self.now is not None:
            self.content.show_now(self.now)
        return not self.content.open_fields()

    def _free(self) -> None:
        self.visit = self.now = None
        self.step = self._reached = views.PARTY
        self.refresh()
        self.action_bar.main_button.setFocus()

    def _leave_fields(self) -> None:
        """What is being typed is saved as if the field were left."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.drafts.flush()

    def finish(self) -> None:
        """Ctrl+Enter: the layer's or the step's main action."""
        if self.layer is not None:
            self.layer.finish()
        elif self.now is None:
            self.call()
        else:
            self._leave_fields()
            self.message.dismiss()
            self.step_screens[self.step].finish()
            self._keep_keyboard()

    def _keep_keyboard(self) -> None:
        """Where a step was not finished, the keyboard goes back to its work."""
        if self.layer is None and self.now is not None and QApplication.focusWidget() is None:
            self.step_screens[self.step].start()

    def back(self) -> None:
        """Esc: close the top layer, else the message, else go one step back. Nothing is discarded."""
        if self.layer is not None:
            self.layer.leave()
        elif self.message.words:
            self.message.dismiss()
        elif self.now is not None and self.step > views.PARTY:
            self.go(self.step - 1)

    # Acts ---------------------------------------------------------------------------------------------------------

    def call(self) -> None:
        """F4: the next number; the visit at hand is held, or closed when nothing is left to do with it."""
        if self.now is not None and not self.now.visit.closed:
            self._leave_visit(self.now)
        entries = self.desk.run(lambda o: o.call_next())
        if entries:
            self.open_visit(entries[-1].subject)

    def _leave_visit(self, now: Now) -> None:
        if views.settled(now):
            self.desk.run(lambda o: o.close_visit(now.visit.id))
            self._free()
        else:
            self.hold()

    def hold(self) -> None:
        """Ctrl+H: put the visit aside; everything stays."""
        if self.visit is not None:
            visit = self.visit
            self._leave_fields()
            if self.desk.run(lambda o: o.hold(visit)) is not None:
                self._free()

    def recall(self) -> None:
        """Ctrl+J: the visit held longest."""
        held = [row for row in self.desk.office.worklist() if row.held_at]
        if held:
            if self.now is not None:
                self.hold()
            self.open_visit(min(held, key=lambda row: row.held_at or "").visit)
        else:
            self.message.say(self.tr("No visit is held."), "info")

    def open_service(self, code: str) -> None:
        """A case for this service, in the visit at hand or in a new one."""
        if self.visit is None:
            opened = self.desk.run(lambda o: o.open_visit())
            if not opened:
                return
            self.visit = opened[-1].subject
        visit = self.visit
        self._leave_fields()
        if self.desk.run(lambda o: o.open_case(visit, code)) is not None:
            self.go(self.step if self.step <= views.PAPERS else views.PAPERS)

    def favourite(self, at: int) -> None:
        """Ctrl+1…9."""
        codes = self.desk.office.settings.favourites
        if at < len(codes):
            self.open_service(codes[at])

    def sign(self) -> None:
        """F9: the citizen signed; on an earlier step, go and look at what is signed first."""
        if self.now is None:
            return
        if self.step == views.REVIEW and self.review.may_sign:
            self.review.sign_all()
        elif self.step == views.REVIEW:
            self.message.say(self.tr("Nothing can be signed yet; the reasons stand with each case."), "info")
        else:
            self.go(views.REVIEW)

    def list_papers(self) -> None:
        """F7: the document list; a drawer where the window is narrow."""
        if self.narrow:
            self.toggle_rail()
        else:
            self.go(views.PAPERS)

    def next_missing(self) -> None:
        """F3: the next thing that is missing, wherever it stands."""
        if self.now is None:
            return
        if self.step == views.CONTENT and self.content.next_missing():
            return
        if self.step != views.PAPERS:
            self.go(views.PAPERS)
        if not self.papers.next_missing():
            self.message.say(self.tr("Nothing is missing."), "ok")

    def say_saved(self) -> None:
        """Ctrl+S: it is saved already, what is being typed included; the keyboard stays."""
        focused = QApplication.focusWidget()
        if isinstance(focused, TextField) and self.isAncestorOf(focused):
            focused.save()
        self.drafts.flush()
        saved = self.desk.office.last_saved()
        at = words.clock(saved, seconds=True) if saved else "–"
        self.message.say(self.tr("Already saved on this machine, last at {0}.").format(at), "ok")

    def lock(self) -> None:
        """Ctrl+L: lock; the draft stays, another clerk can sign in beside it."""
        self._leave_fields()
        if self.layer is not None:
            self.layer.leave()
        self.locked.emit()

    def scan(self, text: str) -> None:
        """A scanned code goes to the router, never to a field."""
        visit = self.visit if self.now is not None and not self.now.cases else None
        entries = self.desk.run(lambda o: o.scan(visit, text))
        if entries:
            opened = visit or next(e.subject for e in entries if e.subject.startswith("V-"))
            self.open_visit(opened)

    def found(self, kind: str, name: str) -> None:
        """What was picked from the search."""
        if kind == "service":
            self.open_service(name)
        elif kind == "receipt":
            self.open_receipt(int(name.rpartition("-")[2]))
        elif kind == "scan":
            self.scan(name)
        elif kind == "case":
            self.open_case(name)
        else:
            self.open_visit(name)

    def open_case(self, number: str) -> None:
        """A case opens its visit; one that waits for papers and that nobody holds is taken up in this visit."""
        case = self.desk.office.case(number)
        if not (self.desk.office.visit(case.visit).closed and case.may(Step.TAKE)):
            self.open_visit(case.visit)
            return
        visit = self.visit
        if visit is None:
            opened = self.desk.run(lambda o: o.open_visit())
            visit = opened[-1].subject if opened else None
        if visit is not None and self.desk.run(lambda o: o.take_case(number, visit)) is not None:
            self.open_visit(visit)

    def open_receipt(self, number: int) -> None:
        """A receipt opens the visit it paid, where it can be printed again or voided."""
        row = self.desk.office.receipt(number)
        if row is not None:
            self.open_visit(row.visit)
            self.go(views.DELIVERY)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave_fields()
        super().closeEvent(event)
