"""What sync brings is taken in once, in order and whole; forks, gaps and forgeries leave no trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from app.domain.events import VisitHeld
from app.journal.chain import START, entry_digest
from app.journal.entry import Entry
from app.journal.errors import Foreign, Forged, Fork, Gap
from app.journal.store import Draft, Store
from tests.journal.stores import Counter, fresh, named, opened, receipt, rows, store, write
from tests.made_up import commands


@pytest.fixture
def sent() -> list[Entry]:
    """What station K03 wrote."""
    with fresh() as station:
        return write(station, opened(), named()) + write(station, receipt(1, 200), subject="T-K03")


@pytest.fixture
def central(engine: Engine) -> Store:
    return store(engine, "central", Counter())


def test_the_same_entries_arrive_with_the_same_digests(central: Store, sent: list[Entry]) -> None:
    write(central, opened(), subject="S-K03")
    arrived = central.accept(sent, marks={"cursor": "3"})
    assert arrived == [replace(entry, position=entry.number + 1) for entry in sent]
    assert central.of_station("K03", 1, 3) == arrived
    assert central.head("K03") == (3, sent[-1].digest)
    assert central.totals("K03").money == 200
    assert central.mark("cursor") == "3"
    assert central.verify().ok


def test_saying_it_twice_changes_nothing(central: Store, sent: list[Entry]) -> None:
    central.accept(sent)
    before = rows(central.engine)
    assert central.accept(sent) == []
    assert central.accept(sent[1:2] + sent[:1]) == []
    assert rows(central.engine) == before


def test_marks_are_written_even_when_nothing_is_new(central: Store, sent: list[Entry]) -> None:
    central.accept(sent)
    assert central.accept(sent, marks={"cursor": "9"}) == []
    assert central.accept([], marks={"held": "3"}) == []
    assert (central.mark("cursor"), central.mark("held")) == ("9", "3")


def test_a_second_history_of_a_station_is_a_fork(central: Store, sent: list[Entry]) -> None:
    central.accept(sent[:2])
    with fresh() as clone:
        clone.accept(sent[:1])
        other = write(clone, VisitHeld(), subject="V-1")
    with pytest.raises(Fork) as caught:
        central.accept([sent[2], *other])
    assert (caught.value.station, caught.value.number, caught.value.code) == ("K03", 2, "J-201")
    assert central.head("K03").number == 2
    with pytest.raises(Fork), fresh("central") as empty:
        empty.accept([*sent[:2], *other])


def test_a_batch_ahead_of_its_predecessor_is_a_gap(central: Store, sent: list[Entry]) -> None:
    with pytest.raises(Gap) as caught:
        central.accept(sent[1:], marks={"cursor": "9"})
    assert (caught.value.number, caught.value.expected, caught.value.code) == (2, 1, "J-202")
    assert rows(central.engine) == []
    assert central.mark("cursor") is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda e: replace(e, facts={**e.facts, "role": "agent"}), "facts"),
        (lambda e: replace(e, facts_salt="0" * 32), "facts"),
        (lambda e: replace(e, person={"name": "李小華"}), "person"),
        (lambda e: replace(e, person=None), "person"),
        (lambda e: replace(e, person_salt=None), "person"),
        (lambda e: replace(e, person_digest="0" * 64), "person"),
        (lambda e: replace(e, clerk="c02"), "digest"),
        (lambda e: replace(e, at="2026-03-03T09:30:00.000+00:00"), "digest"),
        (lambda e: replace(e, subject="V-2"), "digest"),
        (lambda e: replace(e, version=7), "digest"),
        (lambda e: replace(e, clock=replace(e.clock, offset_ms=0)), "digest"),
        (lambda e: replace(e, digest="0" * 64), "digest"),
    ],
)
def test_a_changed_entry_is_refused_with_all_its_batch(
    central: Store, sent: list[Entry], change: Callable[[Entry], Entry], why: str
) -> None:
    with pytest.raises(Forged) as caught:
        central.accept([sent[0], change(sent[1]), sent[2]])
    assert (caught.value.station, caught.value.number, caught.value.why) == ("K03", 2, why)
    assert rows(central.engine) == []


def test_another_offices_entry_is_refused(central: Store, sent: list[Entry]) -> None:
    with pytest.raises(Foreign):
        central.accept([replace(sent[0], office="lingya")])
    assert rows(central.engine) == []


def test_a_blanked_entry_still_arrives(central: Store, sent: list[Entry]) -> None:
    central.accept([sent[0], replace(sent[1], person=None, person_salt=None), sent[2]])
    assert central.verify().ok
    assert central.of_station("K03", 2, 2)[0].person is None


def test_what_is_not_understood_is_kept_and_posted_as_newer(engine: Engine) -> None:
    with fresh() as newer:
        entry = replace(write(newer, opened())[0], kind="visit.teleported")
    entry = replace(entry, digest=entry_digest(START, entry))
    central = store(engine, "central", counter := Counter())
    assert [e.kind for e in central.accept([entry])] == ["visit.teleported"]
    assert [row.known for row in rows(engine, counter.noted)] == ["newer"]
    assert central.verify().ok


def test_two_takers_of_one_version_both_arrive_and_the_first_is_posted(engine: Engine) -> None:
    with fresh("K03") as first, fresh("K04") as second:
        ours, theirs = write(first, opened(), named("王小明")), write(second, opened(), VisitHeld())
    central = store(engine, "central", counter := Counter())
    central.accept(ours)
    assert [e.station for e in central.accept([*theirs, *ours])] == ["K04", "K04"]
    assert [e.digest for e in central.subject("V-1")] == [e.digest for e in ours]
    assert [(e.station, e.number) for e in central.unposted()] == [("K04", 1), ("K04", 2)]
    assert [e.number for e in central.unposted(after=3)] == [2]
    assert len(rows(engine, counter.noted)) == 2
    assert central.head("K04").number == 2


def test_two_takers_within_one_batch(engine: Engine) -> None:
    with fresh("K03") as first, fresh("K04") as second:
        batch = write(first, opened()) + write(second, opened())
    central = store(engine, "central", counter := Counter())
    central.accept(batch)
    assert [(e.station, e.number) for e in central.unposted()] == [("K04", 1)]
    assert len(rows(engine, counter.noted)) == 1


@settings(max_examples=25)
@given(commands(), st.data())
def test_any_slices_repeated_and_shuffled_end_in_the_same_journal(
    written: list[list[Draft]], data: st.DataObject
) -> None:
    with fresh() as station, fresh("central") as central:
        entries = [e for drafts in written for e in station.append(drafts, clerk="c01", catalogue="115.1")]
        cuts = st.integers(0, len(entries))
        for start, end in data.draw(st.lists(st.tuples(cuts, cuts), max_size=12)):
            held = central.head("K03").number
            if start > held and start < end:
                with pytest.raises(Gap):
                    central.accept(entries[start:end])
                assert central.head("K03").number == held
            else:
                central.accept(entries[start:end])
                assert central.head("K03").number == max(held, end if start < end else 0)
        central.accept(entries)
        assert central.since(0, 1000) == station.since(0, 1000)
        assert central.totals("K03") == station.totals("K03")
        assert central.verify().ok
