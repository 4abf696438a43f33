"""Case numbers as they are shown, and the short form that fits a barcode."""

from __future__ import annotations

import re

_SHOWN = re.compile(r"([A-Z][0-9A-Z]{1,4})-(\d{7})-(\d{4,})", re.ASCII)
_SHORT = re.compile(r"([A-Z][0-9A-Z]{1,4}?)(\d{7})(\d{4})", re.ASCII)


def short(case: str) -> str:
    """`K03-1150203-0042` without its hyphens, for a narrow barcode."""
    return case.replace("-", "")


def long(text: str) -> str | None:
    """The shown form of either form of a case number, or `None` when the text is none."""
    found = _SHOWN.fullmatch(text) or _SHORT.fullmatch(text)
    return "-".join(found.groups()) if found else None
