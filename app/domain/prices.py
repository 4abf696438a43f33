"""Fees and fines as the catalogue writes them: whole NT$, with their law and the days they hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.domain.conditions import Condition
from app.domain.registry import STRICT, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeStep:
    """A price below a size; the last step has no `below`."""

    __pydantic_config__ = STRICT
    amount: int
    below: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeBands:
    """A price that depends on a number among the facts."""

    __pydantic_config__ = STRICT
    fact: str
    steps: tuple[FeeStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """When a fee is not charged (or only `percent` of it), `unless` something is known to bring it back; `instead`
    names the free fee that is listed in its place, `only_in` the services it is for."""

    __pydantic_config__ = STRICT
    when: Condition
    unless: Condition | None = None
    why: Text
    law: str
    percent: int = 0
    instead: str = ""
    only_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRule:
    """A fee's price in force from `since`; an unknown amount (None) is a setting the office has not filled in."""

    __pydantic_config__ = STRICT
    amount: int | None
    law: str
    since: date | None = None
    bands: FeeBands | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """What one thing issued costs. `further` is the fee of every copy after the first of the same application;
    `account` is whose money it is; `successors` replace the price from a day on."""

    __pydantic_config__ = STRICT
    code: str
    name: Text
    amount: int | None
    unit: str
    law: str
    per: Literal["sheet", "copy"] = "copy"
    further: str = ""
    bands: FeeBands | None = None
    exempt: tuple[Exemption, ...] = ()
    account: Literal["city", "ministry"] = "city"
    local: bool = False
    since: date | None = None
    successors: tuple[FeeRule, ...] = ()
    amended: str = ""
    verified: bool = True
    sources: tuple[str, ...] = ()
    note: str = ""
    disagreement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FineBand:
    """NT$ from this many days late on."""

    __pydantic_config__ = STRICT
    days: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """Late filing: bands, the amount after a reminder, and what excuses; in force for events `since`..`until`."""

    __pydantic_config__ = STRICT
    code: str
    law: str
    bands: tuple[FineBand, ...]
    after_reminder: int
    statutory_range: Mapping[str, int]
    condition: Text
    imposed_by: str
    waived_when: Condition
    reminder_when: Condition
    since: date | None = None
    until: date | None = None
    verified: bool = True
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
