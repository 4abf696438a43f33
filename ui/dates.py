"""Days as clerks type and read them, over the domain's ROC dates."""

from __future__ import annotations

from datetime import date

from app.domain import roc_date
from ui import words


def typed(text: str) -> date | None:
    """The day meant by 1150203, 115/2/3 or 2026-02-03; None while it is no day."""
    try:
        return roc_date.parse(text.strip())
    except ValueError:
        return None


def for_typing(value: str) -> str:
    """A stored ISO day the way it is typed (1150203; before 1912 in words); anything else as it is."""
    day = _iso(value)
    if day is None:
        return value
    return roc_date.compact(day) if day.year > 1911 else roc_date.written(day)


def told(value: str) -> str:
    """A stored ISO day in words with its weekday; anything else as it is."""
    day = _iso(value)
    return words.day(day) if day else value


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
