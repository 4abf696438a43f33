"""What is registered once for all services: words, facts, papers and who must verify them, districts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.conditions import ALWAYS, Condition

STRICT = {"extra": "forbid"}
"""Read by the loader: a key the type does not know is an error in the file."""

FactType = Literal["bool", "int", "date", "choice", "district", "text"]
Verifier = Literal["mission", "designated-body", "mofa", "notary", "court"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and English."""

    __pydantic_config__ = STRICT
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """A fact's value that follows from other facts."""

    __pydantic_config__ = STRICT
    when: Condition
    value: bool | int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a number follows from a day: completed years at intake (or `on` another day), days or months since,
    (working) days until; or whether two places (`household`, `destination`, ...) are the `same` district."""

    __pydantic_config__ = STRICT
    age_of: str = ""
    days_since: str = ""
    months_since: str = ""
    days_until: str = ""
    working_days_until: str = ""
    on: str = ""
    same: tuple[str, str] | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The facts that are asked so that this one follows."""
        return tuple(f"{place}_district" for place in self.same) if self.same else (self.source,)

    @property
    def source(self) -> str:
        """The day a number follows from."""
        return self.age_of or self.days_since or self.months_since or self.days_until or self.working_days_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A registered question. `past`: its day cannot lie after the intake. `asked_as`: the fact asked in its place.
    `usual`: the ordinary answer a screen may fill in, visibly; the check itself never assumes it.
    `label` is its short name on a screen; `yes` and `no` are said where they read better than 是 and 否."""

    __pydantic_config__ = STRICT
    code: str
    type: FactType
    question: Text
    label: Text | None = None
    yes: Text | None = None
    no: Text | None = None
    choices: Mapping[str, Text] = field(default_factory=dict)
    past: bool = False
    asked_as: str = ""
    usual: bool | int | str | None = None
    derived: Derivation | None = None
    implied: tuple[Implication, ...] = ()

    @property
    def meaning(self) -> Text:
        return self.question


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Who must have verified a paper when the condition holds; not `asked`: only when someone volunteers the fact."""

    __pydantic_config__ = STRICT
    by: tuple[Verifier, ...]
    law: str
    why: Text
    when: Condition = ALWAYS
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper, once for all services; `verifications` apply where it was made abroad or translated."""

    __pydantic_config__ = STRICT
    code: str
    name: Text
    why: Text | None = None
    law: str = ""
    verifications: tuple[Verification, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district of the city; `office` is None while its household registration office is not verified."""

    __pydantic_config__ = STRICT
    code: str
    zh: str
    en: str
    zip: str
    office: str | None = None
    verified: bool = False
