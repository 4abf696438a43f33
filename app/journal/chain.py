"""The digests that bind an entry to its bodies and to the entry before it; pure, all lower-case hex SHA-256."""

from __future__ import annotations

import secrets
from hashlib import sha256

from app.journal.codec import canonical
from app.journal.entry import Entry

START = "0" * 64
"""What the first entry of a station names as its predecessor."""


def new_salt() -> str:
    """16 random bytes as hex: without it a blanked body cannot be guessed from its digest."""
    return secrets.token_hex(16)


def body_digest(salt: str, body: bytes) -> str:
    """H(salt ‖ canonical body)."""
    return sha256(salt.encode() + body).hexdigest()


def entry_digest(previous: str, entry: Entry) -> str:
    """H over the predecessor's digest, the header and both body digests; never over `position`."""
    header = (
        entry.office, entry.station, entry.number, entry.subject, entry.version, entry.kind, entry.schema,
        entry.at, entry.clock.claims(), entry.clerk, entry.catalogue,
    )  # fmt: skip
    return sha256(canonical([previous, *header, entry.facts_digest, entry.person_digest])).hexdigest()


def fault(previous: str, entry: Entry, facts: bytes, person: bytes | None) -> str | None:
    """What is wrong with an entry that should follow `previous`; `None` when everything agrees.

    A blanked person body (`None`) is not compared; its digest still counts in the chain.
    """
    if body_digest(entry.facts_salt, facts) != entry.facts_digest:
        return "facts"
    if (person is None) != (entry.person_salt is None):
        return "person"
    if person is not None and body_digest(entry.person_salt or "", person) != entry.person_digest:
        return "person"
    return None if entry_digest(previous, entry) == entry.digest else "digest"
