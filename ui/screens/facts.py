"""案情: the answers that select papers, fees and route; asked as single-key choices, shown as one strip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.events import FactValue
from app.domain.next_steps import Step
from app.domain.questions import questions_of
from app.domain.service import Catalogue, Fact, Service
from app.office import CheckedCase
from ui import dates, theme
from ui.desk import Desk
from ui.drafts import DraftBox
from ui.language import said
from ui.widgets.base import Elided, column, label, repolish, row
from ui.widgets.fields import FigureField, TextField
from ui.widgets.form import DateField, FormRow, in_order
from ui.widgets.keycap import KeyButton
from ui.widgets.pills import Pills, numbered

YES, NO = "yes", "no"
ELSEWHERE = re.compile(r"(..[市縣])(.+[區鄉鎮市])")


class FactsStrip(QFrame):
    """One line of the answers so far; `change` opens them for editing."""

    change = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "strip")
        repolish(self)
        self._words = Elided()
        self.edit = KeyButton(self.tr("Change"), kind="quiet", icon="pencil")
        self.edit.clicked.connect(self.change)
        self.setFixedHeight(theme.current().px(40))
        title = label(self.tr("Facts"), tone="text2")
        row(title, 8, self._words, self.edit, gap=8, margins=(12, 0, 8, 0), on=self).setStretch(2, 1)

    def show_cases(self, cases: Sequence[CheckedCase], catalogue: Catalogue) -> None:
        """Show what is answered, affirmations and choices only: what is not so needs no line."""
        told: dict[str, str] = {}
        for case in cases:
            for code, value in case.state.facts.items():
                fact = catalogue.facts[code]
                if value is not False:
                    told[code] = fact_words(fact, value)
        self._words.setText(" ｜ ".join(told.values()) or self.tr("nothing out of the ordinary"))


def possible_roles(services: Iterable[Service]) -> list[str]:
    """The capacities in which the law lets someone apply for these services, in the order of the Act."""
    roles = (code for service in services for applicant in service.applicants for code in applicant.roles)
    return list(dict.fromkeys(roles))


def fact_words(fact: Fact, value: FactValue) -> str:
    """An answer in words short enough for a strip."""
    name = said(fact.label or fact.question).rstrip("？?")
    if isinstance(value, bool):
        answer = fact.yes if value else fact.no
        return said(answer) if answer else name
    if fact.type == "choice":
        return said(fact.choices[str(value)]) if value in fact.choices else str(value)
    return f"{name} {dates.told(str(value)) if fact.type == 'date' else value}"


class FactsEditor(QFrame):
    """Rows for the open questions, or for all; each answer is saved at once. `answered_all` after the last open one."""

    answered_all = Signal()

    def __init__(self, desk: Desk, drafts: DraftBox) -> None:
        super().__init__()
        self.setProperty("panel", "true")
        repolish(self)
        self._desk, self._drafts = desk, drafts
        self.show_all = False
        self._services: dict[str, str] = {}
        self._rows: dict[tuple[str, str], FormRow] = {}
        self._body = column(gap=0, margins=(16, 8, 16, 8), on=self)

    def show_cases(self, cases: Sequence[CheckedCase]) -> None:
        """Show the questions; a row stays while its question stays, so the keyboard is not lost."""
        self._services = {each.state.number: each.state.service for each in cases}
        wanted = self._wanted(cases)
        if list(wanted) != list(self._rows):
            self._build(wanted)
        kept = {number: self._drafts.of(number) for number in {number for number, _ in wanted}}
        for (number, code), value in wanted.items():
            self._rows[number, code].show_stored(_shown(value), kept[number].get(f"fact:{code}"))

    def _wanted(self, cases: Sequence[CheckedCase]) -> dict[tuple[str, str], FactValue | None]:
        found: dict[tuple[str, str], FactValue | None] = {}
        asked: set[str] = set()
        for case in cases:
            if not case.state.may(Step.ANSWER):
                continue
            for code in dict.fromkeys((*self._kept(case), *case.result.questions)):
                if code not in asked:
                    asked.add(code)
                    found[case.state.number, code] = case.state.facts.get(code)
        return found

    def _kept(self, case: CheckedCase) -> Iterable[str]:
        """The rows already there; when all are wanted, whatever is answered or can ever matter to the service."""
        if not self.show_all:
            return [code for number, code in self._rows if number == case.state.number]
        catalogue = self._desk.office.catalogue
        return (
            *case.state.facts,
            *(fact.code for fact in questions_of(catalogue.services[case.state.service], catalogue)),
        )

    def _build(self, wanted: Iterable[tuple[str, str]]) -> None:
        old = self._rows
        self._rows = {key: old.pop(key) if key in old else self._row(*key) for key in wanted}
        for gone in old.values():
            gone.hide()
            gone.deleteLater()
        for made in self._rows.values():
            self._body.removeWidget(made)
            self._body.addWidget(made)
        in_order(self._rows.values())

    def _row(self, case: str, code: str) -> FormRow:
        fact = self._desk.office.catalogue.facts[code]
        service = self._desk.office.catalogue.services[self._services[case]]
        question = said(service.asks.get(code, fact.question))
        made = FormRow(question, self._editor(case, fact), labels=320, wide=200)
        made.saved.connect(lambda value, c=case, f=fact: self._answer(c, f, value))
        made.typing.connect(lambda value, c=case, f=code: self._drafts.typing(c, f"fact:{f}", value))
        return made

    def _editor(self, case: str, fact: Fact) -> Pills | TextField:
        if fact.type == "bool":
            yes = said(fact.yes) if fact.yes else self.tr("Yes")
            no = said(fact.no) if fact.no else self.tr("No")
            return Pills(numbered([(YES, yes), (NO, no)]))
        if fact.type == "choice":
            codes = [code for code in self._offered(case, fact) if code in fact.choices]
            return Pills(numbered([(code, said(fact.choices[code])) for code in codes]))
        if fact.type == "date":
            return DateField(hint="1150203")
        if fact.type == "int":
            return FigureField()
        return TextField(hint=self.tr("district; elsewhere with its city") if fact.type == "district" else "")

    def _offered(self, case: str, fact: Fact) -> Sequence[str]:
        """The answers that make sense: of all capacities only those this service's law names."""
        services = self._desk.office.catalogue.services
        if fact.code != "applicant_role":
            return tuple(fact.choices)
        roles = possible_roles([services[self._services[case]]])
        return roles or tuple(fact.choices)

    def _answer(self, case: str, fact: Fact, typed: str) -> None:
        made = self._rows.get((case, fact.code))
        value = _read(fact, typed)
        if value is None and typed:
            if made is not None:
                made.say(
                    self.tr("Type 1150203, 115/2/3 or 2026-02-03") if fact.type == "date" else self.tr("Type a number"),
                    "warn",
                )
            return
        if made is not None:
            made.say(dates.told(str(value)) if fact.type == "date" and value else "")
        answer = self._placed(fact, value)
        if self._desk.run(lambda o: o.answer(case, answer)) is not None:
            self._drafts.settle(case, f"fact:{fact.code}")
            if not self.focus_open():
                self.answered_all.emit()

    def _placed(self, fact: Fact, value: FactValue | None) -> dict[str, FactValue | None]:
        """A district as typed; one of another city is typed with its city before it (臺北市大安區)."""
        city = fact.code.replace("_district", "_city")
        if fact.type != "district" or city not in self._desk.office.catalogue.facts:
            return {fact.code: value}
        found = ELSEWHERE.fullmatch(str(value or ""))
        return {city: found[1], fact.code: found[2]} if found else {city: None, fact.code: value}

    def save(self) -> None:
        """Save what is typed in the row with the keyboard."""
        for made in list(self._rows.values()):
            made.save()

    def focus_open(self) -> bool:
        """Put the keyboard on the first question without an answer; False when there is none."""
        for made in self._rows.values():
            if not made.value():
                made.editor.setFocus()
                return True
        return False

    def focus_first(self) -> None:
        """Put the keyboard on the first row."""
        for made in self._rows.values():
            made.editor.setFocus()
            return

    def rows(self) -> Sequence[QWidget]:
        """The rows shown."""
        return list(self._rows.values())


def _shown(value: FactValue | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)


def _read(fact: Fact, typed: str) -> FactValue | None:
    if fact.type == "bool":
        return {YES: True, NO: False}.get(typed)
    if fact.type == "int":
        return int(typed) if typed.isascii() and typed.isdigit() else None
    if fact.type == "date":
        return typed if dates.typed(typed) else None
    return typed or None
