"""Dates of the national calendar (國曆): 民國 year = CE year − 1911; before 1912 counted backwards, no year 0."""

from __future__ import annotations

import re
from datetime import date

_WEEKDAYS = "一二三四五六日"
_PACKED = re.compile(r"^(\d{2,3})(\d{2})(\d{2})$", re.ASCII)
_SPLIT = re.compile(r"^(?:民國)?(前)?\s*(\d{1,3})[/.年-](\d{1,2})[/.月-](\d{1,2})日?$", re.ASCII)
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)


def parse(text: str) -> date:
    """A day typed as `1150203`, `990203`, `115/2/3`, `115年2月3日`, `民國前1年5月6日` or `2026-02-03`.

    ValueError names the text when it is no such day.
    """
    typed = text.strip()
    if _ISO.match(typed):
        return date.fromisoformat(typed)
    if packed := _PACKED.match(typed):
        return _day(text, "", *packed.groups())
    if split := _SPLIT.match(typed):
        return _day(text, *split.groups())
    raise ValueError(f"{text!r} is not a date")


def year_of(day: date) -> str:
    """`115年`, or `前1年` before 1912."""
    return f"{day.year - 1911}年" if day.year > 1911 else f"前{1912 - day.year}年"


def written(day: date, *, weekday: bool = False) -> str:
    """`115年2月3日`, with the weekday `115年2月3日（二）`."""
    plain = f"{year_of(day)}{day.month}月{day.day}日"
    return f"{plain}（{_WEEKDAYS[day.weekday()]}）" if weekday else plain


def compact(day: date) -> str:
    """`1150203`, as typed and as in case numbers; ValueError before 1912, which has no such form."""
    if day.year <= 1911:
        raise ValueError(f"{day} is before 1912")
    return f"{day.year - 1911:03d}{day:%m%d}"


def _day(text: str, before: str | None, year: str, month: str, day: str) -> date:
    count = int(year)
    if count == 0:
        raise ValueError(f"{text!r}: there is no year 0")
    try:
        return date(1912 - count if before else 1911 + count, int(month), int(day))
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date") from error
