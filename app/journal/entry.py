"""One line of the journal, as every holder keeps it: header, two bodies, and the chain that binds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What the device knew of the time: offset last measured from central (ms), its age (s), boot, monotonic (ms)."""

    offset_ms: int | None
    offset_age_s: int | None
    boot: str
    monotonic_ms: int

    def claims(self) -> tuple[int | None, int | None, str, int]:
        """The four values in the order in which they are digested."""
        return self.offset_ms, self.offset_age_s, self.boot, self.monotonic_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact by one station; `(office, station, number)` names it, `(office, subject, version)` orders its subject.

    `position` is where this holder keeps it (arrival order; `0` before it has arrived) and is never part of the
    digest.  `at` is the device's time in ISO 8601 with offset, a claim.  Digests are lower-case hex SHA-256;
    the salts are hex.  `person` and `person_salt` are `None` once blanked by law: the chain still verifies.
    """

    position: int = 0
    office: str
    station: str
    number: int
    subject: str
    version: int
    kind: str
    schema: int
    at: str
    clock: Clock
    clerk: str
    catalogue: str
    facts: Body
    facts_salt: str
    facts_digest: str
    person: Body | None
    person_salt: str | None
    person_digest: str
    digest: str
