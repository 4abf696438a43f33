"""Step 1, 當事人: who stands at the counter, in which capacity, and for which services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain import identifiers
from app.domain.next_steps import Step
from app.domain.visit import Party
from app.office import CheckedCase, Office
from ui import words
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.keys import FAVOURITES, cap
from ui.language import said
from ui.screens.facts import possible_roles
from ui.screens.screen import Main, Now, Screen
from ui.widgets.base import Line, clear, column, label, panel, row
from ui.widgets.chip import Chip
from ui.widgets.choices import Choice
from ui.widgets.fields import FigureField, TextField
from ui.widgets.form import DateField, FormRow, IdField, in_order
from ui.widgets.keycap import KeyButton
from ui.widgets.pills import Pills, numbered

FIELDS = ("name", "id_number", "birth_date", "phone", "doubt_reason")


class PartyScreen(Screen):
    """`pick_service` asks for the service picker, `open_service(code)` for a favourite."""

    pick_service = Signal()
    open_service = Signal(str)

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__(desk, drafts)
        self.rows = {
            "name": FormRow(self.tr("Name"), TextField(hint=self.tr("as on the card, any length")), required=True),
            "id_number": FormRow(self.tr("ID number"), IdField(hint="A123456789"), required=True),
            "birth_date": FormRow(self.tr("Birth date"), DateField(hint="0750203")),
            "phone": FormRow(self.tr("Phone"), FigureField(hint="09…")),
            "doubt_reason": FormRow(self.tr("Why the number stands"), TextField(), required=True),
        }
        self._roles = row(gap=0)
        self._role: FormRow | None = None
        self._cases = column(gap=0)
        frame, listed = panel(), panel()
        column(*self.rows.values(), self._roles, gap=0, margins=(16, 12, 16, 12), on=frame)
        column(self._cases, gap=0, margins=(1, 1, 1, 1), on=listed)
        more = KeyButton(self.tr("More services"), cap("new_case"), icon="plus")
        more.clicked.connect(self.pick_service)
        self._favourites = self._favourite_buttons()
        parts = (
            self.head(self.tr("Party"), self.tr("Scan the card or type; each field is saved when left")),
            frame,
            row(label(self.tr("Services of this visit"), bold=True), None, more),
            listed,
            row(label(self.tr("Often"), tone="text2"), 4, *self._favourites, None),
            None,
        )
        for part in parts:
            if part is None:
                self.content_layout.addStretch(1)
            elif isinstance(part, QWidget):
                self.content_layout.addWidget(part)
            else:
                self.content_layout.addLayout(part)
        self._connect()

    def _connect(self) -> None:
        for name, field in self.rows.items():
            field.saved.connect(lambda _value, n=name: self._save(n))
            field.typing.connect(lambda value, n=name: self._typing(n, value))

    def _favourite_buttons(self) -> list[KeyButton]:
        found = []
        for key, code in zip(FAVOURITES[:3], self.desk.office.settings.favourites, strict=False):
            service = self.desk.office.catalogue.services.get(code)
            if service is not None:
                button = KeyButton(said(service.name), key, kind="small", cap_first=True)
                button.clicked.connect(lambda _=False, c=code: self.open_service.emit(c))
                found.append(button)
        return found

    # Showing ------------------------------------------------------------------------------------------------------

    def show_now(self, now: Now) -> None:
        super().show_now(now)
        kept = self.drafts.of(now.visit.id)
        for name, value in self._stored(now.visit.party).items():
            self.rows[name].show_stored(value, kept.get(name))
        self._show_doubt()
        self._show_roles(now)
        self._show_cases(now.cases)
        self.changed.emit()

    def _stored(self, party: Party) -> dict[str, str]:
        born = party.birth_date.isoformat() if party.birth_date else ""
        return {
            "name": party.name,
            "id_number": party.id_number,
            "birth_date": born,
            "phone": party.phone,
            "doubt_reason": party.doubt_reason,
        }

    def _show_doubt(self) -> None:
        typed = self.rows["id_number"].value().strip()
        judged = identifiers.identify(typed) if typed else None
        doubtful = judged is not None and not judged.valid
        self.rows["doubt_reason"].setVisible(doubtful)
        if judged is None:
            self.rows["id_number"].say("")
        elif doubtful:
            self.rows["id_number"].say(self.tr("Check digit or form is wrong; go on with a reason"), "warn")
        else:
            self.rows["id_number"].say(self.tr("Number is right"), "ok")
        self.rows["birth_date"].say(self._day_note(self.rows["birth_date"].value()))

    def _day_note(self, value: str) -> str:
        try:
            return words.day(date.fromisoformat(value)) if value else ""
        except ValueError:
            return self.tr("Type 1150203, 115/2/3 or 2026-02-03")

    def _show_roles(self, now: Now) -> None:
        roles = self._possible_roles(now.cases)
        if self._role is None or [c.code for c in self._role_choices()] != roles:
            had_focus = self._role is not None and self._role.editor.hasFocus()
            clear(self._roles)
            known = self.desk.office.catalogue.facts["applicant_role"].choices
            answers = [(code, said(known[code])) for code in roles if code in known]
            self._role = FormRow(self.tr("Applies as"), Pills(numbered(answers)))
            self._role.saved.connect(lambda _value: self._save("role"))
            self._roles.addWidget(self._role)
            if had_focus:
                self._role.editor.setFocus()
        self._role.setVisible(bool(now.cases))
        in_order((*self.rows.values(), self._role))
        self._role.show_value(now.visit.party.role)

    def _role_choices(self) -> Sequence[Choice]:
        return self._role.editor.choices if self._role is not None and isinstance(self._role.editor, Pills) else ()

    def _possible_roles(self, cases: Sequence[CheckedCase]) -> list[str]:
        services = self.desk.office.catalogue.services
        return (possible_roles(services[case.state.service] for case in cases) or ["principal"])[:9]

    def _show_cases(self, cases: Sequence[CheckedCase]) -> None:
        clear(self._cases)
        if not cases:
            empty = label(self.tr("None yet. Pick one with a favourite key or Ctrl+N."), tone="text2")
            line = QWidget()
            row(empty, margins=(16, 12, 16, 12), on=line)
            self._cases.addWidget(line)
        for at, case in enumerate(cases):
            if at:
                self._cases.addWidget(Line())
            self._cases.addWidget(self._case_line(case))

    def _case_line(self, case: CheckedCase) -> QWidget:
        service = self.desk.office.catalogue.services[case.state.service]
        line = QWidget()
        number = label(case.state.number, size=14, tone="text2")
        stage = Chip(words.stage(case.state.stage), "info", "circle-dot")
        parts: list[QWidget | None] = [label(said(service.name), bold=True), number, None, stage]
        if case.state.may(Step.REFUSE):
            drop = KeyButton(self.tr("Withdraw"), kind="quiet", icon="x")
            drop.clicked.connect(lambda _=False, n=case.state.number: self.desk.run(lambda o: o.refuse(n)))
            parts.append(drop)
        row(*parts, gap=12, margins=(16, 8, 8, 8), on=line)
        return line

    # Saving -------------------------------------------------------------------------------------------------------

    def _typing(self, name: str, value: str) -> None:
        if self.now is not None:
            self.drafts.typing(self.now.visit.id, name, value)
        if name in ("id_number", "birth_date"):
            self._show_doubt()

    def _save(self, name: str) -> None:
        if self.now is None:
            return
        visit = self.now.visit
        party = self._typed_party()
        if self.desk.run(lambda o: o.name_party(visit.id, party)) is None:
            return
        self.drafts.settle(visit.id, name)
        if name == "role":
            for case in self.now.cases:
                if case.state.may(Step.ANSWER) and case.state.facts.get("applicant_role") != party.role:
                    number = case.state.number
                    self.desk.run(partial(Office.answer, case=number, facts={"applicant_role": party.role}))

    def _typed_party(self) -> Party:
        assert self.now is not None
        values = {name: field.value().strip() if name != "name" else field.value() for name, field in self.rows.items()}
        try:
            born = date.fromisoformat(values["birth_date"]) if values["birth_date"] else None
        except ValueError:
            born = self.now.visit.party.birth_date
        role = self._role.value() if self._role is not None else ""
        return replace(
            self.now.visit.party,
            role=role or self.now.visit.party.role,
            name=values["name"],
            id_number=values["id_number"],
            birth_date=born,
            phone=values["phone"],
            doubt_reason=values["doubt_reason"],
        )

    # The step -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        first = next((self.rows[n] for n in ("name", "id_number") if not self.rows[n].value()), self.rows["name"])
        first.editor.setFocus()

    def main(self) -> Main:
        if self.now is None or not self.now.cases:
            return Main(self.tr("Next: papers"), self.tr("Pick a service first"), enabled=False)
        return Main(self.tr("Next: papers"))

    def finish(self) -> None:
        for field in self.rows.values():
            field.save()
        reason = self.rows["doubt_reason"]
        if reason.isVisibleTo(self) and not reason.value().strip():
            reason.say(self.tr("Needed"), "error")
            reason.editor.setFocus()
            return
        reason.say("")
        if self.now is not None and self.now.cases:
            self.finished.emit()
