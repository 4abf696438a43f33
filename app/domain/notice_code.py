"""The one-time notice in a dozen characters: which service, which of its papers were missing, in whose catalogue.

Text of the barcode: `N1`, the service's place in the catalogue (2), a mark of the catalogue's version (2), the rows
told as missing (a bit each, base 36), and a check character (weighted sum, so a swapped or wrong character shows).
Any counter reads it without a network; another version of the catalogue is refused, not misread.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from math import gcd

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PREFIX = "N1"
_PAIR = len(_DIGITS) ** 2
_CHECK_BASE = 37  # prime: every single wrong character and every swap of neighbours changes the sum
_CHECKS = _DIGITS + "-"


class NoticeCodeError(ValueError):
    """The text is no notice code of ours, or was misread."""


class OtherCatalogue(NoticeCodeError):
    """The notice was printed from another version of the catalogue: its rows cannot be told from the code."""


@dataclass(frozen=True, slots=True)
class ToldMissing:
    """What a notice told: the service's index in the catalogue and the indices of the missing rows of that service."""

    service: int
    rows: frozenset[int]


def encode(service: int, rows: Collection[int], catalogue: str) -> str:
    """The barcode's text; `service` and `rows` count from 0, `catalogue` is its version."""
    if not 0 <= service < _PAIR:
        raise ValueError(f"service index {service} is outside 0..{_PAIR - 1}")
    body = f"{_PREFIX}{_base36(service, 2)}{_mark(catalogue)}{_base36(sum(1 << row for row in set(rows)), 1)}"
    return body + _check(body)


def decode(text: str, catalogue: str) -> ToldMissing:
    """What the notice told; raises NoticeCodeError for a misread text, OtherCatalogue for another version."""
    body, check = text[:-1], text[-1:]
    if not body.startswith(_PREFIX) or len(body) < 7 or set(body) - set(_DIGITS) or check != _check(body):
        raise NoticeCodeError(f"not a notice code: {text!r}")
    if body[4:6] != _mark(catalogue):
        raise OtherCatalogue(f"the notice {text} is from another catalogue than {catalogue}")
    bits = int(body[6:], 36)
    return ToldMissing(int(body[2:4], 36), frozenset(row for row in range(bits.bit_length()) if bits >> row & 1))


def _mark(catalogue: str) -> str:
    return _base36(int.from_bytes(sha256(catalogue.encode()).digest()[:4], "big") % _PAIR, 2)


def _check(body: str) -> str:
    weights = (weight for weight in range(2, 10_000) if gcd(weight, _CHECK_BASE) == 1)
    total = sum(weight * _DIGITS.index(character) for weight, character in zip(weights, body, strict=False))
    return _CHECKS[total % _CHECK_BASE]


def _base36(number: int, length: int) -> str:
    text = ""
    while number or len(text) < length:
        number, digit = divmod(number, len(_DIGITS))
        text = _DIGITS[digit] + text
    return text
