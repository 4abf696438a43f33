"""Step 4, 核對: what was decided and why, what the citizen signs, who must approve, and what happens next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QWidget

from app.domain.next_steps import Stage, Step
from app.domain.verdict import accepts
from app.office import CheckedCase, Office
from ui import dates, theme, words
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.language import CHINESE, current, said
from ui.screens.content import answers
from ui.screens.screen import Main, Now, Screen
from ui.widgets.base import Line, clear, column, label, panel, row
from ui.widgets.chip import Chip
from ui.widgets.keycap import KeyButton
from ui.widgets.pills import Pills, numbered

PAPER, PAD, FINGERPRINT = "paper", "pad", "fingerprint"
TONES = {"accept": "ok", "accept-deferred": "ok", "accept-with-fine": "warn", "supplement": "error"}


def shown_digest(case: CheckedCase) -> str:
    """Hex SHA-256 of what the citizen is shown and signs: service, answers, form and papers."""
    shown = {
        "service": case.state.service,
        "facts": dict(case.state.facts),
        "form": dict(case.state.form),
        "papers": {code: paper.standing.value for code, paper in case.state.papers.items()},
    }
    return hashlib.sha256(json.dumps(shown, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


class ReviewScreen(Screen):
    """`notice_wanted(cases)` for what is missing; `approver_wanted(case)` where the law asks for a second name."""

    notice_wanted = Signal()
    approver_wanted = Signal(str)
    open_service = Signal(str)

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__(desk, drafts)
        self.how = Pills(
            numbered(
                [
                    (PAPER, self.tr("Signed on paper")),
                    (PAD, self.tr("Signed on the pad")),
                    (FINGERPRINT, self.tr("Fingerprint, two witnesses")),
                ]
            ),
            name=self.tr("How it is signed"),
        )
        self.how.show_picked(PAPER)
        self._body = column(gap=16)
        signing = panel()
        title = label(self.tr("Signature"), bold=True)
        column(title, self.how, gap=8, margins=(16, 12, 16, 12), on=signing)
        self._signing = signing
        self.content_layout.addWidget(self.head(self.tr("Check and sign"), self.tr("The citizen reads this and signs")))
        self.content_layout.addWidget(signing)
        self.content_layout.addLayout(self._body)
        self.content_layout.addStretch(1)

    # Showing ------------------------------------------------------------------------------------------------------

    def show_now(self, now: Now) -> None:
        super().show_now(now)
        clear(self._body)
        for case in now.cases:
            self._body.addWidget(self._card(case))
        self._signing.setVisible(bool(self._ready()))
        self.changed.emit()

    def _card(self, case: CheckedCase) -> QFrame:
        service = self.desk.office.catalogue.services[case.state.service]
        frame = panel()
        body = column(gap=8, margins=(16, 12, 16, 12), on=frame)
        verdict = Chip(words.verdict(case.result.verdict), TONES.get(case.result.verdict, "error"))
        stage = Chip(words.stage(case.state.stage), "info", "circle-dot")
        parts: list[QWidget | None] = [
            label(said(service.name), bold=True),
            label(case.state.number, size=14, tone="text2"),
        ]
        body.addLayout(row(*parts, None, stage, verdict, gap=12))
        for reason in case.result.reasons:
            body.addWidget(label(said(reason), tone="warn", wrap=True))
        if case.result.route_to:
            body.addLayout(self._other_way(case.result.route_to))
        empty = self._empty(case)
        if empty:
            text = self.tr("Not filled in: {0}").format("、".join(empty))
            body.addWidget(label(text, tone="warn", wrap=True))
        body.addWidget(Line())
        body.addLayout(_two_columns(self._facts(case)))
        services = {each.state.service for each in self._cases()}
        follow = [code for code in case.result.consequential if code not in services]
        if follow and case.state.may(Step.ACCEPT):
            body.addLayout(self._follow_ups(follow))
        if case.state.may(Step.REVISE):
            revise = KeyButton(self.tr("Open again"), kind="quiet", icon="undo-2")
            revise.clicked.connect(lambda _=False, n=case.state.number: self.desk.run(lambda o: o.revise(n)))
            body.addLayout(row(None, revise))
        return frame

    def _other_way(self, code: str) -> QBoxLayout:
        """Where the case should go; a service of this counter is a key press away."""
        line = row(label(self.tr("Goes to: {0}").format(self._route(code)), tone="info", wrap=True), gap=12)
        if code in self.desk.office.catalogue.services and code not in {c.state.service for c in self._cases()}:
            add = KeyButton(self.tr("Open it"), kind="small", icon="plus")
            add.clicked.connect(partial(self._add, code))
            line.addWidget(add)
        line.addStretch(1)
        return line

    def _empty(self, case: CheckedCase) -> list[str]:
        """The names of the fields the form needs and nobody filled in, while the case can still be filled in."""
        if not case.state.may(Step.FILL) or not accepts(case.result.verdict):
            return []
        form = self.desk.office.catalogue.services[case.state.service].form
        needed = [field for field in form if field.needed(case.state.facts) and not case.state.form.get(field.code)]
        return [field.label_zh if current() == CHINESE else field.label_en for field in needed]

    def _follow_ups(self, codes: Sequence[str]) -> QBoxLayout:
        """What the registration brings with it, each a key press away in the same visit."""
        line = row(label(self.tr("Goes with it"), size=14, tone="text2"), gap=8)
        for code in codes:
            add = KeyButton(said(self.desk.office.catalogue.services[code].name), kind="small", icon="plus")
            add.clicked.connect(partial(self._add, code))
            line.addWidget(add)
        line.addStretch(1)
        return line

    def _add(self, code: str, _checked: bool = False) -> None:
        self.open_service.emit(code)

    def _route(self, code: str) -> str:
        service = self.desk.office.catalogue.services.get(code)
        return said(service.name) if service else code

    def _facts(self, case: CheckedCase) -> Sequence[tuple[str, str]]:
        service = self.desk.office.catalogue.services[case.state.service]
        told: list[tuple[str, str]] = []
        for field in service.form:
            value = case.state.form.get(field.code, "")
            if value:
                choice = dict(answers(field, self.desk.office.catalogue)).get(value)
                plain = {"true": self.tr("Yes"), "false": self.tr("No")}.get(value)
                told.append(
                    (field.label_zh if current() == CHINESE else field.label_en, choice or plain or dates.told(value))
                )
        ready = sum(required.presented for required in case.result.required)
        told.append((self.tr("Papers"), f"{ready} / {len(case.result.required)}"))
        fees = sum(line.amount for line in case.result.fees)
        told.append((self.tr("Fee"), self.tr("NT$ {0}").format(words.money(fees))))
        if case.result.fine is not None:
            told.append((self.tr("Late-filing fine"), self.tr("NT$ {0}").format(words.money(case.result.fine.amount))))
        if case.result.due_date is not None:
            told.append((self.tr("Done by"), words.day(case.result.due_date)))
        for approval in case.result.approval:
            told.append((self.tr("Approval"), f"{words.level(approval.level)}　{said(approval.act)}　{approval.law}"))
        return told

    # Deciding -----------------------------------------------------------------------------------------------------

    def _open(self) -> list[CheckedCase]:
        """Cases still to be decided; one that was told what is missing waits for the citizen."""
        return [case for case in self._cases() if case.state.may(Step.ACCEPT) and not _waits(case)]

    def _cases(self) -> tuple[CheckedCase, ...]:
        return self.now.cases if self.now else ()

    def _ready(self) -> list[CheckedCase]:
        """Cases that can be signed now: acceptable, or accepted and not yet signed."""
        open_ones = [c for c in self._open() if accepts(c.result.verdict) and not c.result.questions]
        return open_ones + [c for c in self._cases() if c.state.may(Step.SIGN)]

    def _short(self) -> list[CheckedCase]:
        return [c for c in self._open() if c.result.verdict == "supplement"]

    def _refused(self) -> list[CheckedCase]:
        keep = ("accept", "supplement")
        return [c for c in self._open() if not c.result.verdict.startswith(keep) and not c.result.questions]

    def approve(self, case: str, approver: tuple[str, str]) -> None:
        """Accept with the second name the law asks for, then go on as before."""
        if self.desk.run(lambda o: o.accept(case, approver)) is not None:
            self.finish()

    def main(self) -> Main:
        if any(case.result.questions for case in self._open()):
            return Main(self.tr("Accept"), self.tr("Questions are open (F3)"), enabled=False)
        if self._short():
            return Main(self.tr("Give the notice"), self.tr("All that is missing is told at once"))
        if self._refused() and not self._ready():
            return Main(self.tr("Close without taking in"), self.tr("Papers go back to the citizen"))
        if self._ready():
            return Main(self.tr("Accept and sign"), self.tr("F9 does the same"))
        return Main(self.tr("Next: fee"))

    @property
    def may_sign(self) -> bool:
        """Whether there is anything to sign."""
        return bool(self._ready())

    def sign_all(self) -> None:
        """F9: accept what can be accepted and note the signature."""
        for case in self._ready():
            number, how = case.state.number, self.how.picked or PAPER
            if case.state.may(Step.ACCEPT) and not self._accept(number):
                return
            digest = shown_digest(case)
            if self.desk.run(partial(Office.sign, case=number, how=how, shown=digest)) is None:
                return
        if not self._open():
            self.finished.emit()

    def _accept(self, number: str) -> bool:
        wanted = {"approval-needed": lambda: self.approver_wanted.emit(number)}
        return self.desk.run(lambda o: o.accept(number), instead=wanted) is not None

    def start(self) -> None:
        if self._ready():
            self.how.setFocus()
        else:
            add = next((b for b in self.content.findChildren(KeyButton) if b.isVisibleTo(self)), None)
            if add is not None:
                add.setFocus()

    def finish(self) -> None:
        if self._short():
            self.notice_wanted.emit()
            return
        for case in self._refused():
            number = case.state.number
            if self.desk.run(partial(Office.refuse, case=number)) is None:
                return
        if self._ready():
            self.sign_all()
        elif not self._open():
            self.finished.emit()

    def print_papers(self) -> bool:
        if self._short():
            self.notice_wanted.emit()
        return bool(self._short())


def _waits(case: CheckedCase) -> bool:
    return case.state.stage is Stage.SUPPLEMENT and case.result.verdict == "supplement"


def _two_columns(told: Sequence[tuple[str, str]]) -> QGridLayout:
    """Names and values, two pairs a line, read down the left first."""
    grid = QGridLayout()
    px = theme.current().px
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(8))
    half = (len(told) + 1) // 2
    for at, (title, value) in enumerate(told):
        line, side = (at, 0) if at < half else (at - half, 2)
        head = label(title, size=14, tone="text2", wrap=True)
        head.setFixedWidth(px(132))
        head.setContentsMargins(0, px(2), 0, 0)
        grid.addWidget(head, line, side, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(value, wrap=True), line, side + 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid
