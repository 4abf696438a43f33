"""Entries in as few bytes as they need: column by column, compressed, without the digests the taker recomputes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import msgspec
import zstandard

from app.journal.chain import body_digest, entry_digest
from app.journal.codec import canonical
from app.journal.entry import Clock, Entry

LARGEST = 32 * 1024 * 1024
"""No batch may unpack to more bytes than this."""

Previous = Callable[[str, int], str]
"""The chain digest of a station at a number, as the taker holds it."""


class Stretch(msgspec.Struct, array_like=True, frozen=True):
    """Consecutive entries of one station from number `first`; `digest` is its chain's at the last of them."""

    station: str
    first: int
    digest: bytes


class Columns(msgspec.Struct, array_like=True, frozen=True):
    """A batch: `who` gives for each entry its index in `stretches`; person digests travel only when blanked."""

    stretches: list[Stretch]
    who: list[int]
    subject: list[str]
    version: list[int]
    kind: list[str]
    schema: list[int]
    at: list[str]
    offset_ms: list[int | None]
    offset_age_s: list[int | None]
    boot: list[str]
    monotonic_ms: list[int]
    clerk: list[str]
    catalogue: list[str]
    facts: list[dict[str, Any]]
    facts_salt: list[bytes]
    person: list[dict[str, Any] | None]
    person_salt: list[bytes]


def pack(entries: Sequence[Entry]) -> bytes:
    """One office's entries, each station's consecutive, in this order; empty bytes for none."""
    if not entries:
        return b""
    stretches: dict[str, Stretch] = {}
    index: dict[str, int] = {}
    for entry in entries:
        index.setdefault(entry.station, len(index))
        first = stretches[entry.station].first if entry.station in stretches else entry.number
        stretches[entry.station] = Stretch(entry.station, first, bytes.fromhex(entry.digest))
    columns = Columns(
        stretches=list(stretches.values()),
        who=[index[e.station] for e in entries] if len(index) > 1 else [],
        subject=[e.subject for e in entries],
        version=[e.version for e in entries],
        kind=[e.kind for e in entries],
        schema=[e.schema for e in entries],
        at=[e.at for e in entries],
        offset_ms=[e.clock.offset_ms for e in entries],
        offset_age_s=[e.clock.offset_age_s for e in entries],
        boot=[e.clock.boot for e in entries],
        monotonic_ms=[e.clock.monotonic_ms for e in entries],
        clerk=[e.clerk for e in entries],
        catalogue=[e.catalogue for e in entries],
        facts=[dict(e.facts) for e in entries],
        facts_salt=[bytes.fromhex(e.facts_salt) for e in entries],
        person=[None if e.person is None else dict(e.person) for e in entries],
        person_salt=[bytes.fromhex(e.person_digest if e.person_salt is None else e.person_salt) for e in entries],
    )
    return zstandard.compress(msgspec.msgpack.encode(columns))


def unpack(data: bytes, office: str, previous: Previous) -> list[Entry]:
    """The entries with their digests recomputed on top of what the taker holds.

    `ValueError` when the bytes are no batch or a station's chain does not end in the digest the sender named.
    """
    if not data:
        return []
    columns = _columns(data)
    numbers = [stretch.first for stretch in columns.stretches]
    digests = [previous(stretch.station, stretch.first - 1) for stretch in columns.stretches]
    entries = []
    for row, who in enumerate(columns.who or [0] * len(columns.subject)):
        entry = _entry(columns, row, office, columns.stretches[who].station, numbers[who], digests[who])
        numbers[who], digests[who] = entry.number + 1, entry.digest
        entries.append(entry)
    for stretch, digest in zip(columns.stretches, digests, strict=True):
        if stretch.digest.hex() != digest:
            raise ChainBroken(stretch.station, stretch.first)
    return entries


class ChainBroken(ValueError):
    """The entries do not continue the chain the taker holds of this station."""

    def __init__(self, station: str, first: int) -> None:
        super().__init__(f"{station} from {first}: the chain does not end in the digest named")
        self.station = station
        self.first = first


def _columns(data: bytes) -> Columns:
    try:
        if not 0 < zstandard.frame_content_size(data) <= LARGEST:
            raise ValueError("a batch of unreasonable size")
        columns = msgspec.msgpack.decode(zstandard.decompress(data), type=Columns)
    except (zstandard.ZstdError, msgspec.DecodeError) as error:
        raise ValueError("not a batch") from error
    rows = len(columns.subject)
    lengths = {len(getattr(columns, name)) for name in Columns.__struct_fields__[2:]}
    if lengths != {rows} or len(columns.who) not in (0, rows) or not columns.stretches:
        raise ValueError("columns of different lengths")
    if any(not 0 <= who < len(columns.stretches) for who in columns.who):
        raise ValueError("an entry of no station")
    return columns


def _entry(columns: Columns, row: int, office: str, station: str, number: int, previous: str) -> Entry:
    facts, person, last = columns.facts[row], columns.person[row], columns.person_salt[row].hex()
    facts_salt = columns.facts_salt[row].hex()
    entry = Entry(
        office=office,
        station=station,
        number=number,
        subject=columns.subject[row],
        version=columns.version[row],
        kind=columns.kind[row],
        schema=columns.schema[row],
        at=columns.at[row],
        clock=Clock(
            offset_ms=columns.offset_ms[row],
            offset_age_s=columns.offset_age_s[row],
            boot=columns.boot[row],
            monotonic_ms=columns.monotonic_ms[row],
        ),
        clerk=columns.clerk[row],
        catalogue=columns.catalogue[row],
        facts=facts,
        facts_salt=facts_salt,
        facts_digest=body_digest(facts_salt, canonical(facts)),
        person=person,
        person_salt=None if person is None else last,
        person_digest=last if person is None else body_digest(last, canonical(person)),
        digest="",
    )
    return replace(entry, digest=entry_digest(previous, entry))
