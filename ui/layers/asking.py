"""Layers that ask for one thing: a float, a reason, a second name, a void."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import dates, words
from ui.language import CHINESE, current
from ui.widgets.base import column, label
from ui.widgets.fields import AmountField, FigureField, TextField
from ui.widgets.form import DateField, FormRow
from ui.widgets.layer import Layer
from ui.widgets.pills import Pills, numbered

LANGUAGES = (
    ("zh-TW", "中文", "Chinese"),
    ("en", "英文", "English"),
    ("vi", "越南文", "Vietnamese"),
    ("id", "印尼文", "Indonesian"),
    ("th", "泰文", "Thai"),
)
"""The languages a citizen may ask for: code, and its name for the clerk in both tongues."""


def tongue_words(code: str) -> str:
    """A citizen's language as the clerk calls it; the code itself where it has no name here."""
    return next((zh if current() == CHINESE else en for known, zh, en in LANGUAGES if known == code), code)


class FloatLayer(Layer):
    """Opening the shift: the float as counted. `counted(amount)`."""

    counted = Signal(int)

    def __init__(self, over: QWidget, clerk: str, other: str = "") -> None:
        self.amount = AmountField(hint="0")
        self.row = FormRow(self.tr("Float counted, NT$"), self.amount)
        text = self.tr("{0} answers for the drawer from now on.").format(clerk)
        if other:
            text = self.tr("{0} hands the drawer over to {1}. Count it together.").format(other, clerk)
        body = QWidget()
        column(label(text, wrap=True), self.row, gap=12, on=body)
        super().__init__(over, self.tr("Open the shift"), body, main=self.tr("Open the shift"))
        self.amount.setFocus()
        self.amount.returnPressed.connect(self.finish)

    def finish(self) -> None:
        amount = self.amount.amount()
        if amount is None:
            self.row.say(self.tr("Type a number; 0 is a number too"), "error")
            self.amount.setFocus()
            return
        self.leave()
        self.counted.emit(amount)


class ReasonLayer(Layer):
    """A reason in words. `given(reason)`."""

    given = Signal(str)

    def __init__(self, over: QWidget, title: str, why: str) -> None:
        self.reason = TextField()
        self.row = FormRow(self.tr("Reason"), self.reason, required=True, wide=340, labels=80)
        body = QWidget()
        column(label(why, wrap=True, tone="warn"), self.row, gap=12, on=body)
        super().__init__(over, title, body, main=self.tr("Keep the reason"))
        self.reason.setFocus()

    def finish(self) -> None:
        if self.reason.text().strip():
            self.leave()
            self.given.emit(self.reason.text().strip())
        else:
            self.row.say(self.tr("Needed"), "error")
            self.reason.setFocus()


class ApproverLayer(Layer):
    """A second name under an act: code and PIN. `signed(code, pin)`."""

    signed = Signal(str, str)

    def __init__(self, over: QWidget, title: str, why: str, extra: Sequence[QWidget] = ()) -> None:
        self.code, self.pin = FigureField(), FigureField()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.rows = (FormRow(self.tr("Approver's code"), self.code), FormRow(self.tr("PIN"), self.pin))
        body = QWidget()
        column(label(why, wrap=True), *extra, *self.rows, gap=4, on=body)
        super().__init__(over, title, body, main=self.tr("Approve"))
        self.pin.returnPressed.connect(self.finish)
        (self.code if not extra else extra[0]).setFocus()

    def ready(self) -> bool:
        """Whether all is filled in; else the keyboard goes to what is missing."""
        for field in (self.code, self.pin):
            if not field.text():
                field.setFocus()
                return False
        return True

    def finish(self) -> None:
        if self.ready():
            self.leave()
            self.signed.emit(self.code.text().strip(), self.pin.text())


class VoidLayer(ApproverLayer):
    """Voiding a receipt: reason, note, and the supervisor's name. `voided(reason code, note, code, pin)`."""

    voided = Signal(str, str, str, str)

    def __init__(self, over: QWidget, number: str, amount: str) -> None:
        reasons = [
            ("wrong-amount", self.tr("Wrong amount")),
            ("wrong-payer", self.tr("Wrong payer")),
            ("withdrawn", self.tr("Withdrawn")),
            ("paper", self.tr("Paper spoilt")),
            ("other", self.tr("Other")),
        ]
        self.reason = Pills(numbered(reasons), name=self.tr("Reason"))
        self.note_field = TextField()
        note_row = FormRow(self.tr("Note"), self.note_field, wide=340)
        why = self.tr("Receipt {0} of NT$ {1}: the number stays used, the payer's copy is taken back.").format(
            number, amount
        )
        reason_row = FormRow(self.tr("Reason"), self.reason, required=True)
        super().__init__(over, self.tr("Void the receipt"), why, (reason_row, note_row))
        self.main_button.say(self.tr("Void"))
        self.reason.setFocus()

    def finish(self) -> None:
        if self.reason.picked is None:
            self.reason.setFocus()
        elif self.ready():
            self.leave()
            self.voided.emit(
                self.reason.picked, self.note_field.text().strip(), self.code.text().strip(), self.pin.text()
            )


class DetailsLayer(Layer):
    """When a paper was issued and who verified it. `given(day or None, verifier or "")`."""

    given = Signal(object, str)

    def __init__(self, over: QWidget, title: str, issued: date | None, verifier: str) -> None:
        self.day = DateField(hint="1150203")
        self.day.show_value(issued.isoformat() if issued else "")
        self.row = FormRow(self.tr("Issued on"), self.day)
        nobody = [("", self.tr("Not verified"))]
        self.by = Pills(numbered(nobody + [(code, words.verifier(code)) for code in words.VERIFIERS]))
        self.by.show_picked(verifier)
        body = QWidget()
        column(self.row, FormRow(self.tr("Verified by"), self.by), gap=4, on=body)
        super().__init__(over, title, body, main=self.tr("Keep"))
        self.day.setFocus()

    def finish(self) -> None:
        typed = self.day.text().strip()
        day = dates.typed(typed)
        if typed and day is None:
            self.row.say(self.tr("Type 1150203, 115/2/3 or 2026-02-03"), "error")
            self.day.setFocus()
            return
        self.leave()
        self.given.emit(day, self.by.picked or "")


class NoticeLayer(Layer):
    """Which language stands beside the Chinese on the notice. `chosen(language)`."""

    chosen = Signal(str)

    def __init__(self, over: QWidget, missing: Sequence[str], language: str) -> None:
        chinese = tongue_words("zh-TW")
        named = [(code, chinese if code == "zh-TW" else f"{chinese}＋{tongue_words(code)}") for code, _, _ in LANGUAGES]
        self.languages = Pills(numbered(named), name=self.tr("Language"))
        self.languages.show_picked(language if language in dict(named) else "zh-TW")
        body = QWidget()
        papers = [label(f"{at}. {name}", wrap=True) for at, name in enumerate(missing, start=1)]
        told = label(
            self.tr("All {0} are told at once; nothing else may be asked for later without a reason.").format(
                len(missing)
            ),
            size=14,
            tone="text2",
            wrap=True,
        )
        column(*papers, told, label(self.tr("Language"), bold=True), self.languages, gap=8, on=body)
        super().__init__(over, self.tr("One-time notice"), body, main=self.tr("Give and print"))
        self.languages.setFocus()

    def finish(self) -> None:
        self.leave()
        self.chosen.emit(self.languages.picked or "zh-TW")
