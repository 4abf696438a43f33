"""What central itself writes about what arrived: entries set aside, forks seen, receipt numbers allotted ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain import subjects
from app.domain.events import BlockAllotted, Event, ReceiptIssued, SetAside, StationEnrolled
from app.domain.subjects import CENTRAL
from app.journal.codec import to_event
from app.journal.entry import Entry
from app.journal.errors import Collision
from app.journal.store import Draft, Store
from sync.central.blocks import first_block, further_block
from sync.central.news import last_position

NOTED_EVERY = 1000
LOOKED_AT = "central.looked-at"
"""Central's own mark: up to this position every unposted entry has been set aside by an entry."""


def enrolled(store: Store, station: str, public_key: bytes) -> None:
    """The newcomer's entry and its till's first block, once however often it is asked."""
    _once(store, subjects.of_station(station), 1, StationEnrolled(station=station, public_key=public_key.hex()))
    _once(store, subjects.of_blocks(station), 1, first_block(station))


def look_at(store: Store, arrived: Sequence[Entry]) -> None:
    """Everything central owes after a batch. Safe to repeat: what was done already is found done."""
    set_aside(store)
    allot(store, arrived)


def set_aside(store: Store) -> None:
    """An entry for each arrival whose place in its subject was taken, so that a person decides."""
    after, end = int(store.mark(LOOKED_AT) or 0), last_position(store)
    found = store.unposted(after)
    for entry in found:
        aside = SetAside(station=entry.station, number=entry.number, why="version-taken")
        _once(store, subjects.of_set_aside(entry.station, entry.number), 1, aside)
    if found or end - after > NOTED_EVERY:
        store.set_marks({LOOKED_AT: str(end)})


def forked(store: Store, station: str, number: int) -> None:
    """The flag that a station's key signed a second history from this number on."""
    _once(store, subjects.of_fork(station, number), 1, SetAside(station=station, number=number, why="fork"))


def allot(store: Store, arrived: Iterable[Entry]) -> None:
    """Further blocks for the tills whose receipts these are, never the same numbers twice.

    The version of the till's block subject is unique at central, so of two processes only one can allot.
    """
    used: dict[str, int] = {}
    for entry in arrived:
        event = to_event(entry) if entry.kind == ReceiptIssued.KIND else None
        if isinstance(event, ReceiptIssued):
            till = subjects.till_of(entry.subject)
            used[till] = max(used.get(till, 0), event.number)
    for till, highest in used.items():
        entries = store.subject(subjects.of_blocks(till))
        blocks = [event for event in map(to_event, entries) if isinstance(event, BlockAllotted)]
        block = further_block(till, blocks, highest)
        if block is not None:
            _once(store, subjects.of_blocks(till), len(entries) + 1, block)


def _once(store: Store, subject: str, version: int, event: Event) -> None:
    try:
        store.append([Draft(subject, event, version)], clerk=CENTRAL, catalogue="")
    except Collision:
        return  # another process, or an earlier call, wrote it
