"""Text that every holder of the journal can keep: whole characters, and no NUL, which PostgreSQL refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass


def kept_by_all(value: object) -> bool:
    """Whether all the text within a value, an event for one, can be kept: no NUL, no half of a surrogate pair."""
    match value:
        case str():
            return cleaned(value) == value
        case Mapping():
            return all(kept_by_all(name) and kept_by_all(each) for name, each in value.items())
        case Iterable():
            return all(kept_by_all(each) for each in value)
        case _ if is_dataclass(value):
            return all(kept_by_all(getattr(value, field.name)) for field in fields(value))
        case _:
            return True


def cleaned(text: str) -> str:
    """The text without what cannot be kept."""
    return text.replace("\0", "").encode(errors="ignore").decode()
