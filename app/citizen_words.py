"""The words citizens read on notices and slips, in Chinese, English, Vietnamese, Indonesian and Thai."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.located_yaml import checked, read

LANGUAGES = ("zh", "en", "vi", "id", "th")
NOTES = re.compile(r"（[^）]*）|第\d+[項款]|但書|前段|後段")
SPAN = re.compile(r"(\d+)條至第(\d+)條")
UNITS = {"條": "article", "點": "point"}
ARTICLE = re.compile(r"\d+(?:[-–]\d+|條之\d+)*")

Words = Annotated[str, StringConstraints(min_length=1)]
Section = Mapping[Words, Words]


class UnknownWords(KeyError):
    """A language has no words for this; the caller must not print the notice without them."""

    def __init__(self, language: str, section: str, code: str) -> None:
        super().__init__(f"{language}: no {section} {code!r}")
        self.language = language
        self.section = section
        self.code = code


class WrongValues(ValueError):
    """A phrase was given other values than it names."""


class CitizenWords(BaseModel):
    """All words of one language; every lookup raises `UnknownWords` rather than fall back to another language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Literal["zh", "en", "vi", "id", "th"]
    name: Words
    verified: bool
    note: Words
    day: Words
    weekdays: Annotated[tuple[Words, ...], Field(min_length=7, max_length=7)]
    months: Annotated[tuple[Words, ...], Field(min_length=12, max_length=12)]
    notice: Section
    slip: Section
    phrases: Section
    roles: Section
    places: Section
    stages: Section
    documents: Section
    reasons: Section
    services: Section
    fees: Section
    laws: Section

    def document(self, code: str) -> str:
        """A paper's name."""
        return self._word("documents", self.documents, code)

    def reason(self, document: str) -> str:
        """Why this paper is asked for, in general words."""
        return self._word("reasons", self.reasons, document)

    def service(self, code: str) -> str:
        """A service's name."""
        return self._word("services", self.services, code)

    def fee(self, code: str) -> str:
        """What a fee is paid for."""
        return self._word("fees", self.fees, code)

    def role(self, code: str) -> str:
        """A capacity in which someone applies (fact `applicant_role`)."""
        return self._word("roles", self.roles, code)

    def place(self, scope: str) -> str:
        """Which office may take the case (`Service.office.scope`)."""
        return self._word("places", self.places, scope)

    def stage(self, stage: str) -> str:
        """Where the case stands (`Stage`)."""
        return self._word("stages", self.stages, stage)

    def phrase(self, key: str, **values: object) -> str:
        """A sentence with its values filled in; raises `WrongValues` unless exactly its placeholders are given."""
        text = self._word("phrases", self.phrases, key)
        if placeholders(text) != values.keys():
            raise WrongValues(f"{key} takes {sorted(placeholders(text))}, not {sorted(values)}")
        return text.format_map(values)

    def date(self, day: date) -> str:
        """The day with its weekday; ROC year in Chinese, CE year elsewhere."""
        return self.day.format_map(
            {
                "weekday": self.weekdays[day.weekday()],
                "day": day.day,
                "month": self.months[day.month - 1],
                "month_number": day.month,
                "year": day.year,
                "roc_year": day.year - 1911,
            }
        )

    def law(self, chinese: str) -> str:
        """Articles as the catalogue cites them (戶籍法第6、48-2條；民法第1059條之1), in this language."""
        if self.language == "zh":
            return chinese
        told: list[str] = []
        name = ""
        for part in filter(None, map(str.strip, NOTES.sub("", chinese).split("；"))):
            cited = name + part if part.startswith("施行細則") else part
            name = self._law_named(cited)
            told.append(self._cited(name, cited.removeprefix(name)))
        return "; ".join(told)

    def _law_named(self, cited: str) -> str:
        names = [name for name in words("zh").laws.values() if cited.startswith(name)]
        if not names:
            raise UnknownWords(self.language, "laws", cited)
        return max(names, key=len)

    def _cited(self, name: str, rest: str) -> str:
        code = next(code for code, zh in words("zh").laws.items() if zh == name)
        law = self._word("laws", self.laws, code)
        kind = next((phrase for sign, phrase in UNITS.items() if sign in rest), None)
        articles = (article.replace("條之", "-") for article in ARTICLE.findall(SPAN.sub(r"\1–\2條", rest)))
        return self.phrase(kind, law=law, article=", ".join(articles)) if kind else law

    def _word(self, kind: str, section: Section, code: str) -> str:
        try:
            return section[code]
        except KeyError:
            raise UnknownWords(self.language, kind, code) from None


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def spoken(language: str) -> bool:
    """Whether there are words of the language (`zh-TW` is `zh`)."""
    return _short(language) in LANGUAGES


def _short(language: str) -> str:
    return language.partition("-")[0]


@lru_cache(maxsize=len(LANGUAGES))
def words(language: str) -> CitizenWords:
    """The words of a language (`zh-TW` is `zh`); UnknownWords when there is none, CatalogueError on a bad file."""
    short = _short(language)
    if short not in LANGUAGES:
        raise UnknownWords(language, "language", language)
    return checked(read(Path(str(resources.files("resources"))) / "i18n" / "citizen" / f"{short}.yaml"), CitizenWords)
