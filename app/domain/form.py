"""The fields of an application form: what a clerk fills in, in which order, and where each value comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.conditions import ALWAYS, Condition, Facts, holds

_GIVEN_HERE = frozenset({"typed", "party", "fact"})


class FieldType(StrEnum):
    """How a value is typed and checked. `name`, `text`, `address` and `long-text` take Chinese of any length."""

    TEXT = "text"
    NAME = "name"
    ROMANISED_NAME = "romanised-name"
    ID_NUMBER = "id-number"
    ROC_DATE = "roc-date"
    DATE_TIME = "date-time"
    CHOICE = "choice"
    BOOL = "bool"
    ADDRESS = "address"
    DISTRICT = "district"
    PHONE = "phone"
    EMAIL = "email"
    AMOUNT = "amount"
    NUMBER = "number"
    LONG_TEXT = "long-text"
    HOUSEHOLD_NUMBER = "household-number"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice; its place in the list is its digit key."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over fields that are filled in one after another."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field. `verified` means the source was read and prescribes the field.

    `comes_from` is `typed`, `party` (the applicant at the counter), `party:<role>` (whoever is there in that role),
    `fact:<code>` (the answer, where it was given),
    `paper:<code>` (stands on that paper), `register` (on record) or `office` (filled in later).
    """

    code: str
    label_zh: str
    label_en: str
    type: FieldType
    required: bool
    comes_from: str
    source: str
    verified: bool
    section: Section
    choices: tuple[Choice, ...] = ()
    when: Condition = ALWAYS

    def asks_of(self, role: str, *, by_agent: bool) -> bool:
        """Whether the field asks about the person at the counter, who is there in `role` or as an agent."""
        kind, _, who = self.comes_from.partition(":")
        if kind != "party":
            return False
        return who == ("agent" if by_agent else role) if who else not by_agent

    def shown(self, facts: Facts) -> bool:
        """Whether the field has a place on the screen: unless its condition is known to be false."""
        return holds(self.when, facts) is not False

    def needed(self, facts: Facts) -> bool:
        """Whether the case cannot go on without it: required, its condition known to hold, and held nowhere else."""
        given_here = self.comes_from.partition(":")[0] in _GIVEN_HERE
        return self.required and given_here and holds(self.when, facts) is True


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of one service in filling order; the names are set only when the official form itself was read."""

    official: bool
    source: str
    verified: bool
    fields: tuple[FormField, ...]
    name_zh: str = ""
    name_en: str = ""

    @property
    def sections(self) -> tuple[tuple[Section, tuple[FormField, ...]], ...]:
        """The fields under their headings, in order."""
        headings = dict.fromkeys(each.section for each in self.fields)
        return tuple((head, tuple(each for each in self.fields if each.section == head)) for head in headings)
