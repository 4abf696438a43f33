"""A statement and its Ed25519 signature, kept together byte for byte: what proves who said what."""

from __future__ import annotations

from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.answers import ExchangeError

FORMAT = 1
MEDIA_TYPE = "application/x-yigui"
STATION = b"yigui station 1\0"
CENTRAL = b"yigui central 1\0"
ENROLMENT = b"yigui enrolment 1\0"


class Envelope(msgspec.Struct, array_like=True, frozen=True):
    """`signature` covers the speaker's role and `statement`, which names the SHA-256 of `batch` (may be empty)."""

    format: int
    statement: bytes
    signature: bytes
    batch: bytes = b""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Envelope)


def seal(role: bytes, statement: bytes, batch: bytes, key: Ed25519PrivateKey) -> bytes:
    """The bytes to carry. `role` keeps a station's words from ever being taken for central's."""
    return signed(statement, key.sign(role + statement), batch)


def signed(statement: bytes, signature: bytes, batch: bytes) -> bytes:
    """The bytes of an envelope whose signature was made before; always the same for the same parts."""
    return _encoder.encode(Envelope(FORMAT, statement, signature, batch))


def unpack(data: bytes) -> Envelope:
    """The envelope in `data`, nothing verified; `ValueError` when it is none, `ExchangeError` when it is newer."""
    try:
        envelope = _decoder.decode(data)
    except msgspec.DecodeError as error:
        raise ValueError("not an envelope") from error
    if envelope.format != FORMAT:
        raise ExchangeError("newer-format", str(envelope.format))
    return envelope


def is_signed_by(envelope: Envelope, role: bytes, public_key: bytes) -> bool:
    """Whether the holder of `public_key` (32 bytes, raw) signed this statement in this role."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(envelope.signature, role + envelope.statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(data: bytes) -> bytes:
    """SHA-256 of `data`; empty for nothing, so that an idle exchange stays small."""
    return sha256(data).digest() if data else b""


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The raw public half, 32 bytes."""
    return key.public_key().public_bytes_raw()
