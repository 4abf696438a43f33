"""What a station and central say to each other, as small positional msgpack arrays."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


class Request(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """A station's half of an exchange.

    The batch holds its entries `first`..`last` (none when `last == first - 1`), and `digest` is its chain's digest
    at `last`.  `head` and `money` (NT$ issued less voided) say what it holds in all.  `sequence` never repeats,
    `nonce` is random; `cursor` is the position at central up to which it has taken the others' entries.
    """

    office: str
    station: str
    sequence: int
    nonce: bytes
    first: int
    last: int
    digest: bytes
    head: int
    money: int
    cursor: int
    batch: bytes
    program: str = ""


class Answer(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """Central's half, bound to one request by the SHA-256 of its statement.

    `held` entries of the station are durable at central with chain digest `digest`; `kept` of them are in a back-up
    that was read back.  `count` and `money` are central's own sums over what it holds of the station.  The batch
    carries the others' entries at positions `after` < p <= `cursor`; `more` = there are further ones.  `at` is
    central's time (ms since 1970, UTC).  `refused` names a row of the table of outcomes; then nothing else is meant.
    """

    request: bytes
    central: str
    at: int
    refused: str = ""
    held: int = 0
    digest: bytes = bytes(32)
    kept: int = 0
    count: int = 0
    money: int = 0
    after: int = 0
    cursor: int = 0
    more: bool = False
    batch: bytes = b""


class EnrolRequest(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """A new station shows a one-time code and its public key, and signs with the private one to prove it has it."""

    code: str
    station: str
    public_key: bytes
    nonce: bytes


class EnrolAnswer(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """Central's identity for the station to pin, bound to the request like any answer; `office` is where it belongs."""

    request: bytes
    central: str
    refused: str = ""
    public_key: bytes = b""
    office: str = ""


def encode(message: msgspec.Struct) -> bytes:
    """The statement's bytes."""
    return msgspec.msgpack.encode(message)


def decode(data: bytes, kind: type[T]) -> T:
    """A statement read back; `ValueError` when it is not one."""
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise ValueError(f"not a {kind.__name__}") from error
