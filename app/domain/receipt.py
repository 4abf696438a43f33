"""Receipt numbers as they are printed, and the digest that chains one receipt to the one before."""

from __future__ import annotations

import hashlib
from datetime import date


def printed_number(till: str, number: int) -> str:
    """`K03-0001215`: the till's code and its own series, so that two tills can never print the same number."""
    return f"{till}-{number:07d}"


def parse_number(text: str) -> tuple[str, int] | None:
    """The till and number of a printed receipt number, or `None` when it is none."""
    till, dash, digits = text.strip().upper().rpartition("-")
    if not (dash and till and till.isalnum() and len(digits) == 7 and digits.isascii() and digits.isdecimal()):
        return None
    return till, int(digits)


def digest_of(office: str, till: str, number: int, day: date, total: int, previous: str) -> str:
    """Hex SHA-256 of what a receipt says, its predecessor's digest included."""
    words = "\n".join((office, till, str(number), day.isoformat(), str(total), previous))
    return hashlib.sha256(words.encode()).hexdigest()
