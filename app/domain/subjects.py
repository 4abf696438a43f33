"""How the subjects of the journal are named, every prefix in one place; a case bears its number alone."""

from __future__ import annotations

CENTRAL = "central"
"""The station that central writes as, one per office; only it allots receipt numbers and nobody enrols as it."""

VISIT, TICKET, NOTICE = "V-", "Q-", "N-"
"""Before a station's own series: `V-K03-1150203-0017`. A notice is no subject, but numbered like one."""

_TILL = "T-"


def of_till(till: str) -> str:
    """A till's shifts, receipts, voids and prints."""
    return f"{_TILL}{till}"


def till_of(subject: str) -> str:
    """The till whose own subject this is; empty for any other."""
    return subject.removeprefix(_TILL) if subject.startswith(_TILL) else ""


def of_blocks(till: str) -> str:
    """The receipt numbers central allots to a till."""
    return f"B-{till}"


def of_station(station: str) -> str:
    """A station's enrolment, written by central."""
    return f"S-{station}"


def of_set_aside(station: str, number: int) -> str:
    """What central says of one entry that it does not post."""
    return f"E-{station}-{number}"


def of_fork(station: str, number: int) -> str:
    """What central says of a second history of a station, from this number on."""
    return f"F-{station}-{number}"
