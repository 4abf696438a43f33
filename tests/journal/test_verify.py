"""Whatever is changed, cut or slipped in behind the journal's back is found; what the law blanks is not a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, Text

from app.journal.schema import journal
from app.journal.store import Store
from app.journal.verify import Fault
from tests.journal.stores import Counter, fresh, named, opened, receipt, rows, store, tamper, write

_COLUMNS = [c.name for c in journal.columns if c.name not in ("position", "office", "station", "number")]


def _filled(held: Store) -> None:
    write(held, opened(), named("王小明"))
    write(held, receipt(1, 200), subject="T-K03")
    write(held, named("陳小安"), subject="V-1")


@settings(max_examples=50)
@given(st.integers(1, 4), st.sampled_from(_COLUMNS), st.integers(0, 10_000), st.integers(1, 255))
def test_any_changed_byte_is_found_and_its_entry_named(number: int, column: str, place: int, by: int) -> None:
    with fresh() as held:
        _filled(held)
        value = getattr(rows(held.engine)[number - 1], column)
        if isinstance(journal.c[column].type, Text):
            raw = bytearray(value.encode())
            raw[place % len(raw)] ^= by
            changed = f"CAST(x'{raw.hex()}' AS TEXT)"
        else:
            changed = str(value + by)
        tamper(held.engine, f'UPDATE journal SET "{column}" = {changed} WHERE number = {number}')
        fault = held.verify().fault
        assert fault is not None
        assert (fault.station, fault.number) == ("K03", number)


@pytest.mark.parametrize(
    ("statement", "number", "why"),
    [
        ("UPDATE journal SET clerk = 'c02' WHERE number = 2", 2, "digest"),
        ("UPDATE journal SET facts = '{}' WHERE number = 3", 3, "facts"),
        ("UPDATE journal SET facts = 'no json' WHERE number = 3", 3, "unreadable"),
        ('UPDATE journal SET person = \'{"name":"李小華"}\' WHERE number = 4', 4, "person"),
        ("UPDATE journal SET person = NULL WHERE number = 4", 4, "person"),
        ("DELETE FROM journal WHERE number = 1", 1, "number"),
        ("DELETE FROM journal WHERE number = 3", 3, "number"),
        ("DELETE FROM journal WHERE number = 4", 4, "head"),
        ("DELETE FROM journal", 1, "head"),
        ("UPDATE heads SET digest = ''", 5, "head"),
        ("DELETE FROM heads", 5, "head"),
    ],
)
def test_the_first_bad_entry_is_named_with_the_reason(engine: Engine, statement: str, number: int, why: str) -> None:
    held = store(engine)
    _filled(held)
    assert held.verify().ok
    if engine.dialect.name == "postgresql":
        tamper_postgresql(engine, statement)
    else:
        tamper(engine, statement)
    assert held.verify().fault == Fault("sanmin", "K03", number, why)


def tamper_postgresql(engine: Engine, statement: str) -> None:
    """PostgreSQL names the table of a trigger."""
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE journal DISABLE TRIGGER USER")
        connection.exec_driver_sql(statement)


def test_counts_are_told_for_every_station(engine: Engine) -> None:
    held = store(engine)
    _filled(held)
    with fresh("K04") as other:
        held.accept(write(other, opened(), subject="V-2"))
    assert held.verify().counts == {("sanmin", "K03"): 4, ("sanmin", "K04"): 1}


def test_what_is_blanked_does_not_stay_behind_in_the_write_ahead_log(sqlite: Engine, tmp_path: Path) -> None:
    held = store(sqlite)
    write(held, opened(), named("王小明"))
    assert (tmp_path / "journal.db-wal").stat().st_size > 0
    held.blank([("K03", 2)])
    assert (tmp_path / "journal.db-wal").stat().st_size == 0


def test_blanking_takes_the_person_and_leaves_a_journal_that_verifies(engine: Engine) -> None:
    held = store(engine, "K03", counter := Counter())
    _filled(held)
    held.blank([("K03", 2), ("K03", 4)])
    assert [(row.person, row.person_salt) for row in rows(engine) if row.number in (2, 4)] == [(None, None)] * 2
    assert [entry.person for entry in held.subject("V-1")] == [{}, None, None]
    assert held.verify().ok
    assert len(rows(engine, counter.noted)) == 4
    assert write(held, named("林小美"))[0].number == 5
    assert held.verify().ok
