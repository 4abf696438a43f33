"""The words all papers share: times, masked numbers, and the languages a paper speaks."""

from __future__ import annotations

from datetime import datetime

from app.citizen_words import CitizenWords
from app.citizen_words import words as citizen_words
from app.domain import roc_date
from app.domain.visit import Party

ZH = "zh"


def issued(at: str) -> str:
    """115年2月3日　10:46, of an ISO time."""
    when = datetime.fromisoformat(at)
    return f"{roc_date.written(when.date())}　{when:%H:%M}"


def issued_in_both(at: str) -> str:
    """115年2月3日（2026-02-03）10:46: the day in both calendars."""
    when = datetime.fromisoformat(at)
    return f"{roc_date.written(when.date())}（{when:%Y-%m-%d}）{when:%H:%M}"


def spoken(language: str) -> tuple[CitizenWords, CitizenWords | None]:
    """Chinese, and the second language where another was chosen; raises UnknownWords for one we do not speak."""
    chinese, chosen = citizen_words(ZH), citizen_words(language)
    return chinese, None if chosen.language == ZH else chosen


def masked_id(number: str) -> str:
    """A1****6789: enough to recognise one's own."""
    return f"{number[:2]}****{number[-4:]}" if len(number) >= 8 else ""


def applicant(party: Party, told: CitizenWords) -> str:
    """The name, with the masked number in Chinese and the capacity in another language."""
    if told.language == ZH:
        return "　".join(filter(None, (party.name, masked_id(party.id_number))))
    return f"{party.name} ({told.role(party.role)})" if party.role else party.name
