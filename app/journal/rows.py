"""Entries to rows of the table `journal` and back."""

from __future__ import annotations

from typing import Any

import msgspec

from app.journal.codec import canonical, parsed
from app.journal.entry import Clock, Entry

_clock = msgspec.json.Decoder(tuple[int | None, int | None, str, int])


def to_row(entry: Entry) -> dict[str, Any]:
    """Column values; bodies and clock as canonical JSON."""
    return {
        "office": entry.office,
        "position": entry.position,
        "station": entry.station,
        "number": entry.number,
        "subject": entry.subject,
        "version": entry.version,
        "kind": entry.kind,
        "schema": entry.schema,
        "at": entry.at,
        "clock": canonical(entry.clock.claims()).decode(),
        "clerk": entry.clerk,
        "catalogue": entry.catalogue,
        "facts": canonical(entry.facts).decode(),
        "facts_salt": entry.facts_salt,
        "facts_digest": entry.facts_digest,
        "person": None if entry.person is None else canonical(entry.person).decode(),
        "person_salt": entry.person_salt,
        "person_digest": entry.person_digest,
        "digest": entry.digest,
    }


def to_entry(row: Any) -> Entry:
    """The entry a row of `select(journal)` holds. Raises msgspec.MsgspecError for a body or clock that is no JSON."""
    offset, age, boot, monotonic = _clock.decode(row.clock)
    return Entry(
        position=row.position,
        office=row.office,
        station=row.station,
        number=row.number,
        subject=row.subject,
        version=row.version,
        kind=row.kind,
        schema=row.schema,
        at=row.at,
        clock=Clock(offset_ms=offset, offset_age_s=age, boot=boot, monotonic_ms=monotonic),
        clerk=row.clerk,
        catalogue=row.catalogue,
        facts=parsed(row.facts),
        facts_salt=row.facts_salt,
        facts_digest=row.facts_digest,
        person=None if row.person is None else parsed(row.person),
        person_salt=row.person_salt,
        person_digest=row.person_digest,
        digest=row.digest,
    )
