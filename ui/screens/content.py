"""Step 3, 內容: the fields of each service's application form, under their headings, filled from what is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from app.domain.form import FieldType, FormField
from app.domain.next_steps import Step
from app.domain.service import Catalogue
from app.office import CheckedCase, Office
from ui import dates, words
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.language import CHINESE, current, said
from ui.screens.screen import Main, Now, Screen
from ui.widgets.base import clear, column, label, panel
from ui.widgets.chip import Chip
from ui.widgets.fields import FigureField, TextField
from ui.widgets.form import DateField, FormRow, IdField, in_order
from ui.widgets.pills import Pills, numbered

FIGURES = {
    FieldType.ID_NUMBER,
    FieldType.PHONE,
    FieldType.AMOUNT,
    FieldType.NUMBER,
    FieldType.HOUSEHOLD_NUMBER,
    FieldType.EMAIL,
}
PARTY = {
    FieldType.NAME: "name",
    FieldType.ID_NUMBER: "id_number",
    FieldType.ROC_DATE: "birth_date",
    FieldType.PHONE: "phone",
}
YES, NO = "true", "false"


def readable(field: FormField, value: str) -> bool:
    """Whether a value may be kept: a day must be a day."""
    return not value or field.type is not FieldType.ROC_DATE or dates.typed(value) is not None


def prefilled(field: FormField, case: CheckedCase, now: Now) -> str:
    """What an earlier step already knows of this field; empty when nothing does."""
    kind, _, code = field.comes_from.partition(":")
    if kind == "fact" and code in case.state.facts:
        value = case.state.facts[code]
        return str(value).lower() if isinstance(value, bool) else str(value)
    role, by_agent = str(case.state.facts.get("applicant_role", "")), case.state.facts.get("by_agent") is True
    if field.type in PARTY and field.asks_of(role, by_agent=by_agent):
        known = getattr(now.visit.party, PARTY[field.type])
        return known.isoformat() if isinstance(known, date) else str(known or "")
    return ""


def answers(field: FormField, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The choices of a field as (code, words): its own, or those of the fact it comes from."""
    _, _, fact = field.comes_from.partition(":")
    if field.choices or fact not in catalogue.facts:
        return [(choice.code, said(choice)) for choice in field.choices]
    return [(code, said(text)) for code, text in catalogue.facts[fact].choices.items()]


class ContentScreen(Screen):
    """One panel a heading; a row is kept while its field applies, so the keyboard stays where it is."""

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__(desk, drafts)
        self.rows: dict[tuple[str, str], FormRow] = {}
        self._fields: dict[tuple[str, str], FormField] = {}
        self.content_layout.addWidget(self.head(self.tr("Content"), self.tr("Enter = next field")))
        self._body = column(gap=16)
        self.content_layout.addLayout(self._body)
        self.content_layout.addStretch(1)

    # Showing ------------------------------------------------------------------------------------------------------

    def show_now(self, now: Now) -> None:
        fresh = self.now is None or self.now.visit.id != now.visit.id
        super().show_now(now)
        wanted = {
            (case.state.number, field.code): field
            for case in now.cases
            if case.state.may(Step.FILL)
            for field in self._form(case)
            if field.shown(case.state.facts)
        }
        if fresh or list(wanted) != list(self._fields):
            self._build(wanted, now)
        for case in now.cases:
            self._fill(case, now, self.drafts.of(case.state.number))
        self.changed.emit()

    def _form(self, case: CheckedCase) -> tuple[FormField, ...]:
        return self.desk.office.catalogue.services[case.state.service].form

    def _fill(self, case: CheckedCase, now: Now, kept: Mapping[str, str]) -> None:
        for field in self._form(case):
            made = self.rows.get((case.state.number, field.code))
            if made is not None:
                stored = case.state.form.get(field.code, prefilled(field, case, now))
                made.show_stored(stored, kept.get(f"form:{field.code}"))
                self._note(made, field)

    def _build(self, wanted: dict[tuple[str, str], FormField], now: Now) -> None:
        focused = next((key for key, made in self.rows.items() if made.editor.hasFocus()), None)
        clear(self._body)
        self.rows, self._fields = {}, wanted
        for case in now.cases:
            self._build_case(case)
        in_order(self.rows.values())
        if focused in self.rows:
            self.rows[focused].editor.setFocus()

    def _build_case(self, case: CheckedCase) -> None:
        service = self.desk.office.catalogue.services[case.state.service]
        if len({number for number, _ in self._fields}) > 1:
            self._body.addWidget(label(f"{said(service.name)}　{case.state.number}", bold=True))
        if service.sheet is not None and not service.sheet.official:
            self._body.addWidget(Chip(self.tr("Fields follow the statute; not the official form"), "info"))
        for section, fields in service.sheet.sections if service.sheet else ():
            mine = [field for field in fields if (case.state.number, field.code) in self._fields]
            if not mine:
                continue
            frame = panel()
            body = column(gap=0, margins=(16, 10, 16, 10), on=frame)
            body.addWidget(label(said(section), size=14, bold=True, tone="text2"))
            for field in mine:
                made = self._row(case.state.number, field)
                self.rows[case.state.number, field.code] = made
                body.addWidget(made)
            self._body.addWidget(frame)

    def _row(self, case: str, field: FormField) -> FormRow:
        text = field.label_zh if current() == CHINESE else field.label_en
        made = FormRow(text, self._editor(field), required=field.required, labels=180)
        made.saved.connect(lambda value, c=case, f=field: self._save(c, f, value))
        made.typing.connect(lambda value, c=case, f=field.code: self.drafts.typing(c, f"form:{f}", value))
        made.walk_by(partial(self._walk, made))
        return made

    def _walk(self, made: FormRow, forward: bool) -> None:
        """Enter goes to the next field that must be typed, else to the next one; Tab goes through all."""
        order = list(self.rows.values())
        at = order.index(made)
        rest = order[at + 1 :] if forward else order[:at][::-1]
        left = [each for each in self.open_fields() if each in rest]
        following = (left[0] if forward else left[-1]) if left else next(iter(rest), None)
        if following is not None:
            following.editor.setFocus()

    def _editor(self, field: FormField) -> Pills | TextField:
        if field.type is FieldType.BOOL:
            return Pills(numbered([(YES, self.tr("Yes")), (NO, self.tr("No"))]))
        if field.type is FieldType.CHOICE:
            return Pills(numbered(answers(field, self.desk.office.catalogue)))
        if field.type is FieldType.ROC_DATE:
            return DateField(hint="1150203")
        if field.type is FieldType.ID_NUMBER:
            return IdField()
        return FigureField() if field.type in FIGURES else TextField()

    def _note(self, made: FormRow, field: FormField) -> None:
        if field.type is FieldType.ROC_DATE:
            value = made.value()
            day = dates.typed(value)
            if value and day is None:
                made.say(self.tr("Type 1150203, 115/2/3 or 2026-02-03"), "warn")
            else:
                made.say(words.day(day) if day else self._origin(field))
        elif made.value():
            made.say("")
        else:
            made.say(self._origin(field))

    def _origin(self, field: FormField) -> str:
        """Where an empty field is filled from, when not by typing."""
        kind, _, code = field.comes_from.partition(":")
        if kind == "paper" and code in self.desk.office.catalogue.documents:
            return self.tr("see {0}").format(said(self.desk.office.catalogue.documents[code].name))
        return {"register": self.tr("from the register"), "office": self.tr("by the office")}.get(kind, "")

    # Saving -------------------------------------------------------------------------------------------------------

    def _save(self, case: str, field: FormField, value: str) -> None:
        if not readable(field, value):
            self._note(self.rows[case, field.code], field)
        elif self.desk.run(lambda o: o.fill(case, {field.code: value})) is not None:
            self.drafts.settle(case, f"form:{field.code}")

    def open_fields(self) -> list[FormRow]:
        """Fields the clerk must still type, in order."""
        facts = {case.state.number: case.state.facts for case in self.now.cases} if self.now else {}
        needed = [key for key, field in self._fields.items() if field.needed(facts.get(key[0], {}))]
        empty = {key for key in needed if not self.rows[key].value()}
        return [self.rows[key] for key in self._fields if key in empty or key in self._unreadable()]

    def _unreadable(self) -> set[tuple[str, str]]:
        return {key for key, field in self._fields.items() if not readable(field, self.rows[key].value())}

    # The step -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        first = next(iter(self.open_fields()), None) or next(iter(self.rows.values()), None)
        if first is not None:
            first.editor.setFocus()

    def next_missing(self) -> bool:
        """F3: the next required field without a value."""
        left = self.open_fields()
        if left:
            left[0].editor.setFocus()
        return bool(left)

    def main(self) -> Main:
        left = len(self.open_fields())
        hint = self.tr("{0} fields are empty (F3)").format(left) if left else ""
        return Main(self.tr("Next: check and sign"), hint)

    def keep_known(self, now: Now) -> None:
        """Write down what earlier steps already know: what is signed holds it, also when nobody came by here."""
        for case in now.cases:
            if not case.state.may(Step.FILL):
                continue
            empty = [f for f in self._form(case) if f.shown(case.state.facts) and not case.state.form.get(f.code)]
            known = {field.code: prefilled(field, case, now) for field in empty}
            values = {code: value for code, value in known.items() if value}
            if values:
                self.desk.run(partial(Office.fill, case=case.state.number, values=values))

    def finish(self) -> None:
        if self.now is None:
            return
        for key in self._unreadable():
            self._note(self.rows[key], self._fields[key])
            self.rows[key].editor.setFocus()
            return
        for case in self.now.cases:
            values = {code: made.value() for (number, code), made in self.rows.items() if number == case.state.number}
            filled = {code: value for code, value in values.items() if value}
            if filled and case.state.may(Step.FILL):
                number = case.state.number
                if self.desk.run(partial(Office.fill, case=number, values=filled)) is None:
                    return
                for code in filled:
                    self.drafts.settle(number, f"form:{code}")
        self.finished.emit()
