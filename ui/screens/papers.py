"""Step 2, 文件: the questions that select the papers, and each paper checked with one key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.domain.case import SHOWN, Paper, Standing
from app.domain.next_steps import Step
from app.domain.precheck import CaseResult, Required
from app.domain.service import Catalogue
from app.domain.verdict import accepts
from app.office import CheckedCase, Office
from ui import theme, words
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.keys import cap
from ui.language import said
from ui.screens.facts import FactsEditor, FactsStrip
from ui.screens.screen import Main, Now, Screen
from ui.widgets.base import Elided, Icon, clear, column, label, panel, row
from ui.widgets.keycap import KeyButton, KeyCap
from ui.widgets.papers import MISSING, UNSEEN, PaperList, PaperView


def paper_views(now: Now, catalogue: Catalogue) -> list[PaperView]:
    """Every paper that applies to the visit's cases, once each, as it stands."""
    seen: set[str] = set()
    views = []
    for case in now.cases:
        for required in case.result.required:
            if required.document not in seen:
                seen.add(required.document)
                views.append(_view(case, required, catalogue))
    return views


def _view(case: CheckedCase, required: Required, catalogue: Catalogue) -> PaperView:
    paper, document = case.state.papers.get(required.document), catalogue.documents[required.document]
    standing = paper.standing.value if paper and paper.at_counter else UNSEEN
    if required.presented and standing in (UNSEEN, MISSING):
        standing = Standing.ORIGINAL.value
    asked = [each for each in catalogue.services[case.state.service].papers if each.document == required.document]
    return PaperView(
        case=case.state.number,
        document=required.document,
        name=said(document.name),
        standing=standing,
        keeping=words.retention(required.retention),
        source=words.source(paper.source) if paper and paper.standing is not Standing.UNSEEN else "",
        reason=said(required.reason),
        law=required.law,
        instead=said(required.replaced_by) if required.replaced_by else "",
        enough=required.presented,
        details=_details(paper),
        wants_details=any(each.validity for each in asked) or bool(document.verifications),
    )


def _details(paper: Paper | None) -> str:
    """Issue day and verifier as noted, in one line."""
    if paper is None:
        return ""
    issued = words.day(paper.issued, weekday=False) if paper.issued else ""
    return " ".join(filter(None, (issued, words.verifier(paper.verified_by or ""))))


class PapersScreen(Screen):
    """`notice_wanted` asks for the one-time notice; `reason_wanted(case, document)` for the reason of a new demand."""

    notice_wanted = Signal()
    details_wanted = Signal(str, str)
    reason_wanted = Signal(str, str)

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__(desk, drafts)
        self.strip = FactsStrip()
        self.facts = FactsEditor(desk, drafts)
        self.papers = PaperList()
        self.papers.checked.connect(self._checked)
        self.papers.details.connect(self.details_wanted)
        self.strip.change.connect(self._toggle_facts)
        self.facts.answered_all.connect(self._to_papers)
        self._count = Elided(tone="text2")
        self._missing = panel()
        self._missing_words = label(bold=True, wrap=True)
        self._missing_more = label(size=14, tone="text2", wrap=True)
        notice = KeyButton(self.tr("One-time notice"), cap("print"), icon="file-text")
        notice.clicked.connect(self.notice_wanted)
        for words_of in (self._missing_words, self._missing_more):
            words_of.setMinimumWidth(theme.current().px(360))
        inside = column(self._missing_words, self._missing_more, gap=0)
        line = row(
            Icon("circle-alert", "error", 20), inside, notice, gap=12, margins=(16, 12, 16, 12), on=self._missing
        )
        line.setStretch(1, 1)
        rest = KeyButton(self.tr("All the rest original"), "A", kind="tool", cap_first=True, size=14)
        rest.clicked.connect(self.rest_original)
        self.papers.all_original.connect(self.rest_original)
        keys = (rest, 4, KeyCap("Space"), label(self.tr("Original"), size=14, tone="text2"))
        head = row(label(self.tr("Papers to check"), size=20, bold=True), 4, self._count, *keys)
        head.setStretch(2, 1)
        self._told = panel("info")
        self._told_words = label(tone="info", wrap=True)
        self._told_words.setMinimumWidth(theme.current().px(360))
        told = row(Icon("info", "info", 20), self._told_words, gap=12, margins=(16, 8, 16, 8), on=self._told)
        told.setStretch(1, 1)
        self._other = panel("warn")
        self._other_words = label(tone="warn", wrap=True)
        self._other_words.setMinimumWidth(theme.current().px(360))
        other = row(
            Icon("triangle-alert", "warn", 20), self._other_words, gap=12, margins=(16, 8, 16, 8), on=self._other
        )
        other.setStretch(1, 1)
        self.deadline = row(gap=8)
        self._deadline_told: tuple[str, bool] | None = None
        self.content_layout.addLayout(head)
        for part in (self._told, self.strip, self._other, self.facts, self.papers, self._missing):
            self.content_layout.addWidget(part)
        self.content_layout.addStretch(1)
        self.content_layout.addLayout(self.deadline)

    # Showing ------------------------------------------------------------------------------------------------------

    def show_now(self, now: Now) -> None:
        fresh = self.now is None or self.now.visit.id != now.visit.id
        super().show_now(now)
        views = paper_views(now, self.desk.office.catalogue)
        self.strip.show_cases(now.cases, self.desk.office.catalogue)
        self.facts.show_cases(now.cases)
        open_questions = any(case.result.questions for case in now.cases)
        if fresh:
            self.facts.show_all = False
        self.facts.setVisible(self.facts.show_all or open_questions)
        self.papers.show_papers(views)
        self.papers.setVisible(bool(views))
        self._count.setText(self.tr("chosen by the facts, {0} in all").format(len(views)))
        self._show_told(now)
        self._show_other_way(now)
        self._show_missing(views)
        self._show_deadlines(now)
        self.changed.emit()

    def _show_told(self, now: Now) -> None:
        """On a second visit: what the notice named, so that the clerk compares and asks for nothing new."""
        documents = self.desk.office.catalogue.documents
        told = [said(documents[code].name) for case in now.cases for code in case.state.told if code in documents]
        self._told.setVisible(bool(told))
        text = self.tr("The notice named: {0}. Asking for anything else needs a reason and is counted.")
        self._told_words.setText(text.format("、".join(dict.fromkeys(told))))

    def _show_other_way(self, now: Now) -> None:
        """Why a case cannot be taken in as it stands: said here, before anything is typed for it."""
        decided = [c for c in now.cases if c.state.may(Step.ACCEPT) and not c.result.questions]
        other = [c.result for c in decided if not accepts(c.result.verdict) and c.result.verdict != "supplement"]
        reasons = [said(reason) for result in other for reason in result.reasons]
        self._other.setVisible(bool(other))
        change = self.tr("If the facts differ, change them above.")
        self._other_words.setText("\n".join([*reasons, change]))

    def told_words(self) -> str:
        """Why the case cannot be taken in as it stands; empty when it can."""
        return self._other_words.text() if self._other.isVisibleTo(self) else ""

    def _show_missing(self, views: Sequence[PaperView]) -> None:
        missing = [view for view in views if view.lacking]
        self._missing.setVisible(bool(missing))
        self._missing_words.setText(self.tr("{0} missing; the case can still be taken in.").format(len(missing)))
        self._missing_more.setText(
            self.tr("The one-time notice lists all that is missing, with reason, law and substitute.")
        )

    def _show_deadlines(self, now: Now) -> None:
        told = next(filter(None, (self._deadline_of(case.result) for case in now.cases)), None)
        if told == self._deadline_told:
            return
        self._deadline_told = told
        clear(self.deadline)
        if told is not None:
            said_of_it, late = told
            self.deadline.addWidget(Icon("triangle-alert", "warn", 20) if late else Icon("calendar-check", "ok", 20))
            self.deadline.addWidget(label(said_of_it, tone="warn" if late else "text2"))
        self.deadline.addStretch(1)

    def _deadline_of(self, result: CaseResult) -> tuple[str, bool] | None:
        """What is said, and whether it is too late; `None` when the law sets no day."""
        if result.fine is not None:
            late = self.tr("{0} days late, last day was {1}: fine NT$ {2}").format(
                result.fine.days_late, words.day(result.fine.last_day), words.money(result.fine.amount)
            )
            return late, True
        if result.last_day is not None:
            in_time = self.tr("Last day {0}; in time, no fine").format(words.day(result.last_day))
            return in_time, False
        return None

    # Checking -----------------------------------------------------------------------------------------------------

    def _checked(self, case: str, document: str, standing: str) -> None:
        run = self.desk.run(
            lambda o: o.check_paper(case, document, Standing(standing)),
            instead={"reason-needed": lambda: self.reason_wanted.emit(case, document)},
        )
        if run is not None:
            self.papers.focus_after(document)

    def rest_original(self) -> None:
        """Every paper not looked at yet was shown in the original."""
        for view in [made.view for made in self.papers.rows if made.view.standing == UNSEEN]:
            original = partial(Office.check_paper, case=view.case, document=view.document, standing=Standing.ORIGINAL)
            if self.desk.run(original) is None:
                return
        self.start()

    def note_details(self, case: str, document: str, issued: date | None, verified_by: str) -> None:
        """When the paper was issued and who verified it, with its standing as it is (or as an original)."""
        now = self.desk.office.case(case).papers.get(document)
        standing = now.standing if now is not None and now.standing in SHOWN else Standing.ORIGINAL
        verifier = verified_by or None
        self.desk.run(lambda o: o.check_paper(case, document, standing, issued=issued, verified_by=verifier))
        self.papers.focus_paper(document)

    def demand(self, case: str, document: str, reason: str) -> None:
        """Demand a paper an earlier notice did not name, with its reason."""
        self.desk.run(lambda o: o.check_paper(case, document, Standing.MISSING, reason=reason))

    def next_missing(self) -> bool:
        """F3: the next open question, else the next paper not ready; False when all is there."""
        if self.facts.focus_open():
            return True
        rows = list(self.papers.rows)
        at = next((i for i, r in enumerate(rows) if r.choice.hasFocus()), -1)
        for made in rows[at + 1 :] + rows[: at + 1]:
            if not made.view.ready:
                made.choice.setFocus()
                return True
        return False

    def _toggle_facts(self) -> None:
        self.facts.show_all = not self.facts.show_all
        if self.now is not None:
            self.show_now(self.now)
        if self.facts.show_all:
            self.facts.focus_first()

    def _to_papers(self) -> None:
        if self.papers.rows:
            self.start()

    # The step -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        if self.facts.isVisibleTo(self) and self.facts.focus_open():
            return
        unseen = next((r for r in self.papers.rows if r.view.standing == UNSEEN), None)
        first = unseen or next(iter(self.papers.rows), None)
        if first is not None:
            first.choice.setFocus()
        else:
            self.strip.edit.setFocus()

    def main(self) -> Main:
        hint = ""
        if self.now is not None:
            views = [r.view for r in self.papers.rows]
            missing = sum(view.lacking for view in views)
            unseen = sum(view.standing == UNSEEN for view in views)
            if any(case.result.questions for case in self.now.cases):
                hint = self.tr("Questions are open (F3)")
            elif missing:
                hint = self.tr("Missing papers go on the notice")
            elif unseen:
                hint = self.tr("{0} not looked at yet").format(unseen)
        return Main(self.tr("Next: content"), hint)

    def finish(self) -> None:
        self.facts.save()
        self.finished.emit()

    def print_papers(self) -> bool:
        may = self.now is not None and any(c.result.missing and c.state.may(Step.GIVE_NOTICE) for c in self.now.cases)
        if may:
            self.notice_wanted.emit()
        return may
