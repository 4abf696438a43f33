"""The one-time enrolment code a person reads aloud or types: a secret, and a mark of central's public key to pin."""

from __future__ import annotations

import base64
import secrets

from sync.wire.envelope import fingerprint

GROUP = 4
SECRET, MARK = 16, 8
"""Characters of base32: 80 secret bits, 40 bits of the key's SHA-256."""


def new_code(public_key: bytes) -> str:
    """A fresh code for a station of the central with this public key, as `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`."""
    plain = base64.b32encode(secrets.token_bytes(SECRET * 5 // 8)).decode() + mark_of(public_key)
    return "-".join(plain[i : i + GROUP] for i in range(0, len(plain), GROUP))


def plain(code: str) -> str:
    """The code without what people add: blanks, dashes, lower case; 0, 1 and 8 read as O, I and B."""
    return "".join(code.split()).replace("-", "").upper().translate(str.maketrans("018", "OIB"))


def mark_of(public_key: bytes) -> str:
    """What the code says of central's public key."""
    return base64.b32encode(fingerprint(public_key)[: MARK * 5 // 8]).decode()


def fits(code: str, public_key: bytes) -> bool:
    """Whether a code was made for the central with this public key."""
    return secrets.compare_digest(plain(code)[SECRET:], mark_of(public_key))


def digest_of(code: str) -> str:
    """What central keeps of a code."""
    return fingerprint(plain(code).encode()).hex()
