"""What a station decides is written all or none, in order, once, and stays as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app.domain.events import VisitHeld, VisitRecalled
from app.journal.codec import to_event
from app.journal.errors import Collision
from app.journal.store import Draft, Waiting
from tests.journal.stores import Counter, fresh, named, opened, receipt, rows, store, voided, write
from tests.made_up import commands


def test_numbers_run_per_station_and_versions_per_subject(engine: Engine) -> None:
    held = store(engine)
    drafts = [Draft("V-1", opened()), Draft("V-2", opened()), Draft("V-1", named())]
    entries = held.append(drafts, clerk="c01", catalogue="115.1")
    entries += write(held, VisitHeld(), subject="V-1")
    assert [(e.position, e.number, e.subject, e.version) for e in entries] == [
        (1, 1, "V-1", 1), (2, 2, "V-2", 1), (3, 3, "V-1", 2), (4, 4, "V-1", 3),
    ]  # fmt: skip
    assert {(e.office, e.station, e.clerk, e.catalogue, e.at) for e in entries} == {
        ("sanmin", "K03", "c01", "115.1", "2026-03-02T09:30:00.000+00:00")
    }


def test_what_was_appended_is_read_again(engine: Engine) -> None:
    held = store(engine)
    first = write(held, opened(), named("王𠮷安"))
    second = write(held, opened(), subject="V-2")
    assert held.subject("V-1") == first
    assert [to_event(e) for e in held.subject("V-1")] == [opened(), named("王𠮷安")]
    assert held.since(0, 10) == first + second
    assert held.since(1, 1) == first[1:]
    assert held.of_station("K03", 2, 3) == first[1:] + second
    assert held.head("K03") == (3, second[-1].digest)
    assert held.head("K04") == (0, "0" * 64)
    assert store(engine, "K04").subject("V-1") == first


def test_a_version_that_is_taken_is_a_collision_and_writes_nothing(engine: Engine) -> None:
    held = store(engine, "K03", counter := Counter())
    write(held, opened(), named())
    before = rows(engine)
    with pytest.raises(Collision) as caught:
        held.append([Draft("V-2", opened(), 1), Draft("V-1", VisitHeld(), 2)], clerk="c01", catalogue="1")
    assert (caught.value.subject, caught.value.version, caught.value.code) == ("V-1", 2, "J-101")
    with pytest.raises(Collision):
        held.append([Draft("V-1", VisitHeld(), 4)], clerk="c01", catalogue="1")
    assert rows(engine) == before
    assert len(rows(engine, counter.noted)) == 2
    assert held.append([Draft("V-1", VisitHeld(), 3)], clerk="c01", catalogue="1")[0].version == 3


@pytest.mark.parametrize("break_at", [1, 2, 3])
def test_a_ledger_that_breaks_takes_the_whole_command_back(engine: Engine, break_at: int) -> None:
    counter = Counter(break_at)
    held = store(engine, "K03", counter)
    with pytest.raises(RuntimeError, match="breaks here"):
        write(held, opened(), named(), VisitHeld())
    assert rows(engine) == []
    assert rows(engine, counter.noted) == []
    assert held.head("K03").number == 0
    after = store(engine, "K03", Counter())
    assert [e.position for e in write(after, opened())] == [1]
    assert held.verify().ok


def test_nobody_deletes_or_changes_an_entry(engine: Engine) -> None:
    held = store(engine)
    write(held, opened(), named())
    before = rows(engine)
    forbidden = [
        "DELETE FROM journal",
        "UPDATE journal SET clerk = 'c02'",
        "UPDATE journal SET position = position + 10",
        "UPDATE journal SET facts = '{}' WHERE number = 1",
        "UPDATE journal SET person = '{}'",
        "UPDATE journal SET person = NULL WHERE number = 2",
        "UPDATE journal SET person = NULL, person_salt = NULL, person_digest = '' WHERE number = 2",
    ]
    forbidden.append(
        "INSERT OR REPLACE INTO journal SELECT * FROM journal"
        if engine.dialect.name == "sqlite"
        else "TRUNCATE journal"
    )
    for statement in forbidden:
        with pytest.raises(DBAPIError, match="the journal keeps every entry"), held._writer.begin() as connection:
            connection.execute(text(statement))
    assert rows(engine) == before


def test_money_is_what_receipts_bring_less_what_voids_return(engine: Engine) -> None:
    held = store(engine)
    write(held, receipt(1, 200), receipt(2, 30), voided(1, 200), receipt(3, 15), subject="T-K03")
    write(held, opened())
    assert (held.totals("K03").count, held.totals("K03").money) == (5, 45)
    held.set_marks({"held": "2"})
    assert held.waiting() == Waiting(3, -185, "2026-03-02T09:30:00.000+00:00")
    held.set_marks({"held": "5"})
    assert held.waiting() == Waiting(0, 0, None)


def test_marks_are_written_over_and_belong_to_one_office(engine: Engine) -> None:
    held = store(engine)
    assert held.mark("cursor") is None
    held.set_marks({"cursor": "1", "held": "4"})
    held.set_marks({"cursor": "2"})
    assert (held.mark("cursor"), held.mark("held")) == ("2", "4")


def test_a_series_goes_on_where_it_stopped(engine: Engine) -> None:
    held = store(engine)
    for subject in ("K03-1150302-0002", "K03-1150302-0010", "K03-1150303-0044", "K031150302-0099"):
        write(held, opened(), subject=subject)
    assert held.last_in_series("K03-1150302-") == 10
    assert held.last_in_series("K03-1150304-") == 0


@settings(max_examples=25)
@given(commands(), st.data())
def test_any_commands_leave_a_journal_that_verifies(written: list[list[Draft]], data: st.DataObject) -> None:
    with fresh() as held:
        entries = [e for drafts in written for e in held.append(drafts, clerk="c01", catalogue="115.1")]
        assert held.verify().counts == {("sanmin", "K03"): len(entries)}
        assert held.verify().ok
        assert held.since(0, 1000) == entries
        assert [e.number for e in entries] == list(range(1, len(entries) + 1))
        named_entry = data.draw(st.sampled_from(entries))
        assert named_entry in held.subject(named_entry.subject)


def test_held_and_recalled_visits_are_two_entries_not_one_changed(engine: Engine) -> None:
    held = store(engine)
    write(held, opened(), VisitHeld(reason="copy"), VisitRecalled())
    assert [e.kind for e in held.subject("V-1")] == ["visit.opened", "visit.held", "visit.recalled"]
