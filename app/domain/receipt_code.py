"""What a receipt's QR holds: the facts themselves and a signature over them, readable with no network.

The text is `Y1.` and base64url of: version (1 byte), date (days since the day before ROC 1, 3 bytes), total (5 bytes,
NT$), number (4 bytes), copy (1 byte), the first 16 bytes of the previous receipt's SHA-256 (to find a second receipt
with that beginning stays beyond reach, and the whole digest is in the journal), office and till (a length byte and
UTF-8 each), then the 64 bytes of an Ed25519 signature.  The caller signs and verifies; keys are not this module's.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Sign = Callable[[bytes], bytes]
Verify = Callable[[bytes, bytes], bool]

_PREFIX = "Y1."
_CONTEXT = b"yigui receipt 1\n"  # so that no signature over anything else passes for one over a receipt
_VERSION = 1
_BEFORE_ROC = date(1911, 12, 31).toordinal()
_DIGEST = 16  # bytes
_SIGNATURE = 64
_FIXED = 14
_NAME_LIMIT = 32  # bytes: keeps the whole text under 300 bytes, readable at 45 mm


PREVIOUS = 2 * _DIGEST
"""How many hex digits of the previous receipt's digest the code holds."""


class ReceiptCodeError(ValueError):
    """The text is no receipt code of ours, or its facts do not fit one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFacts:
    """What the QR says: `previous` is the first `PREVIOUS` hex digits of the receipt before; `copy` 0 = original."""

    office: str
    till: str
    number: int
    issued_on: date
    total: int
    copy: int
    previous: str


def pack(facts: ReceiptFacts, sign: Sign) -> str:
    """The QR's text, at most 260 characters; raises ReceiptCodeError when a fact does not fit."""
    body = _body(facts)
    signature = sign(_CONTEXT + body)
    if len(signature) != _SIGNATURE:
        raise ReceiptCodeError(f"a signature has {_SIGNATURE} bytes, not {len(signature)}")
    return _PREFIX + urlsafe_b64encode(body + signature).decode().rstrip("=")


def unpack(text: str, verify: Verify) -> tuple[ReceiptFacts, bool]:
    """The facts, and whether `verify(message, signature)` accepts them; raises ReceiptCodeError for foreign text."""
    raw = _raw(text)
    body, signature = raw[:-_SIGNATURE], raw[-_SIGNATURE:]
    return _facts(body), verify(_CONTEXT + body, signature)


def _body(facts: ReceiptFacts) -> bytes:
    try:
        previous = bytes.fromhex(facts.previous)
        fixed = (
            bytes([_VERSION])
            + (facts.issued_on.toordinal() - _BEFORE_ROC).to_bytes(3, "big")
            + facts.total.to_bytes(5, "big")
            + facts.number.to_bytes(4, "big")
            + facts.copy.to_bytes(1, "big")
        )
    except (OverflowError, ValueError) as error:
        raise ReceiptCodeError(f"the facts do not fit a receipt code: {error}") from error
    if len(previous) != _DIGEST:
        raise ReceiptCodeError(f"previous has {len(previous)} bytes, not {_DIGEST}")
    return fixed + previous + _name(facts.office) + _name(facts.till)


def _name(text: str) -> bytes:
    name = text.encode()
    if len(name) > _NAME_LIMIT:
        raise ReceiptCodeError(f"{text!r} is longer than {_NAME_LIMIT} bytes")
    return bytes([len(name)]) + name


def _raw(text: str) -> bytes:
    if not text.startswith(_PREFIX):
        raise ReceiptCodeError("not a receipt code")
    try:
        raw = urlsafe_b64decode(text[len(_PREFIX) :] + "=" * (-(len(text) - len(_PREFIX)) % 4))
    except (Base64Error, ValueError) as error:
        raise ReceiptCodeError("not a receipt code: damaged text") from error
    if len(raw) < _FIXED + _DIGEST + 2 + _SIGNATURE or raw[0] != _VERSION:
        raise ReceiptCodeError("not a receipt code of this version")
    return raw


def _facts(body: bytes) -> ReceiptFacts:
    names = body[_FIXED + _DIGEST :]
    office, rest = names[1 : 1 + names[0]], names[1 + names[0] :]
    if not rest or len(rest) != 1 + rest[0]:
        raise ReceiptCodeError("not a receipt code: wrong length")
    try:
        return ReceiptFacts(
            office=office.decode(),
            till=rest[1:].decode(),
            number=int.from_bytes(body[9:13], "big"),
            issued_on=date.fromordinal(int.from_bytes(body[1:4], "big") + _BEFORE_ROC),
            total=int.from_bytes(body[4:9], "big"),
            copy=body[13],
            previous=body[_FIXED : _FIXED + _DIGEST].hex(),
        )
    except (UnicodeDecodeError, ValueError, OverflowError) as error:
        raise ReceiptCodeError("not a receipt code: impossible facts") from error
