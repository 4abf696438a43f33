"""Ledgers posted again from the journal equal the live ones, here and where the entries were sent."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from sqlalchemy import Engine

from app.domain import case as cases
from app.domain.events import CaseOpened
from app.journal.codec import to_event
from app.journal.store import Draft, Store
from app.ledger import worklist
from app.ledger.registers import POSTERS
from tests.journal.stores import fresh, rows, store
from tests.ledger.visits import a_morning
from tests.made_up import CASES, commands


def _ledgers(held: Store) -> dict[str, list[Any]]:
    """Every row of every ledger table."""
    return {
        table.name: rows(held.engine, table) for poster in POSTERS for table in poster.tables.sorted_tables
    }  # fmt: skip


def _write(held: Store, written: list[list[Draft]]) -> None:
    for drafts in written:
        held.append(drafts, clerk="c01", catalogue="115.1")


@settings(max_examples=30)
@given(commands(max_size=25))
def test_rebuilt_equals_live(written: list[list[Draft]]) -> None:
    with fresh("K03", *POSTERS) as held:
        _write(held, written)
        live = _ledgers(held)
        assert held.rebuild() == sum(map(len, written))
        assert _ledgers(held) == live


@settings(max_examples=15)
@given(commands(max_size=15))
def test_a_receivers_ledgers_equal_the_senders(written: list[list[Draft]]) -> None:
    with fresh("K03", *POSTERS) as sender, fresh("central", *POSTERS) as receiver:
        _write(sender, written)
        receiver.accept(sender.since(0, 1000))
        assert _ledgers(receiver) == _ledgers(sender)


@settings(max_examples=20)
@given(commands(max_size=20))
def test_the_worklists_stage_is_the_stage_the_case_folds_to(written: list[list[Draft]]) -> None:
    with fresh("K03", *POSTERS) as held:
        _write(held, written)
        with held.engine.connect() as connection:
            found = {row.case: row for row in worklist.cases_named(connection, "sanmin", CASES)}
        for number in CASES:
            history = [to_event(entry) for entry in held.subject(number)]
            state = cases.fold(number, history)
            row = found.get(number)
            openings = [event for event in history if isinstance(event, CaseOpened)]
            if len(openings) != 1 or history[0] is not openings[0]:
                continue  # the fold opens a case afresh each time; no station opens one twice or late
            assert row is not None
            assert state is not None
            assert (row.service, row.stage, row.visit, row.due) == (
                state.service, state.stage, state.visit, state.due_date,
            )  # fmt: skip


def test_the_ledgers_work_on_both_databases(engine: Engine) -> None:
    held = store(engine, "K03", *POSTERS)
    a_morning(held)
    a_morning(held, start=4)
    live = _ledgers(held)
    assert all(live[name] for name in ("visits", "cases", "receipts", "prints", "notices", "search_keys", "tills"))
    held.rebuild()
    assert _ledgers(held) == live
