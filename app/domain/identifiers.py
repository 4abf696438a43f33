"""National ID, resident and household numbers, judged as typed; a reason names the normal form where there is one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""In the order of their values, A = 10 to O = 35 (內政部編碼表)."""
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)

_NATIONAL = re.compile(r"^[A-Z][12]\d{8}$", re.ASCII)
_RESIDENT_NEW = re.compile(r"^[A-Z][89]\d{8}$", re.ASCII)
_RESIDENT_OLD = re.compile(r"^[A-Z][A-D]\d{8}$", re.ASCII)
_HOUSEHOLD = re.compile(r"^[A-Z][0-9A-Z]{6}[0-9]$")

_KINDS = (("national-id", _NATIONAL), ("resident-new", _RESIDENT_NEW), ("resident-old", _RESIDENT_OLD))


@dataclass(frozen=True, slots=True)
class Identified:
    """What a typed number is. `kind` tells its shape even where the check digit is wrong."""

    value: str
    kind: str
    valid: bool
    reason: str


def identify(value: str) -> Identified:
    """Judges the text as it is: blanks, lower case and full-width characters make it invalid."""
    kind = _kind(value)
    if kind == "household":
        return Identified(value, kind, True, "structure only: the check formula of household numbers is not public")
    if kind != "unknown":
        good = _sum(value) % 10 == 0
        return Identified(value, kind, good, "check digit correct" if good else "check digit wrong")
    return _unknown(value)


def normal_form(value: str) -> str:
    """Without blanks, half-width, upper case: what was probably meant."""
    return "".join(unicodedata.normalize("NFKC", value).upper().split())


def check_digit(first_nine: str) -> str:
    """The tenth character of a number whose first nine are given and have a known shape."""
    return str(-_sum(first_nine + "0") % 10)


def _kind(value: str) -> str:
    for kind, shape in _KINDS:
        if shape.fullmatch(value):
            return kind
    return "household" if _HOUSEHOLD.fullmatch(value) else "unknown"


def _unknown(value: str) -> Identified:
    normal = normal_form(value)
    if not normal:
        return Identified(value, "unknown", False, "blank" if value else "empty")
    if normal == value:
        return Identified(value, "unknown", False, _fault(normal))
    return Identified(value, "unknown", False, f"not in normal form; normal form {normal}: {_meant(normal)}")


def _meant(normal: str) -> str:
    meant = identify(normal)
    return meant.reason if meant.kind == "unknown" else f"{meant.kind}, {meant.reason}"


def _fault(value: str) -> str:
    if not re.fullmatch(r"[A-Z0-9]*", value):
        return "characters other than letters and digits"
    if len(value) not in (8, 10):
        return f"{len(value)} characters; ID and resident numbers have 10, household numbers 8"
    if not value[0].isalpha():
        return "does not start with a letter"
    if len(value) == 10 and value[1] not in "1289ABCD":
        return "second character is none of 1, 2, 8, 9, A to D"
    return "letters stand where digits belong"


def _sum(value: str) -> int:
    """Weighted sum of the eleven digits; the old format's second letter gives only its units digit."""
    first = _LETTERS.index(value[0]) + 10
    second = _LETTERS.index(value[1]) % 10 if value[1].isalpha() else int(value[1])
    digits = (first // 10, first % 10, second, *map(int, value[2:]))
    return sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
