"""A profile of an older program, with other ledger tables, opens with the ledgers made anew from its journal."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from app.journal.engine import writing
from app.journal.shape import fit
from app.ledger.registers import POSTERS
from tests.day.counter import counter, serve


def test_ledgers_of_an_older_shape_are_made_anew_and_tell_the_same(tmp_path: Path) -> None:
    with counter(tmp_path) as desk:
        serve(desk.office, "transcript-current", {"applicant_role": "principal"}, {"transcript": 1})
        told = (desk.office.receipts_today(), desk.office.worklist(), desk.office.search("陳小安"))
        with writing(desk.station.engine).begin() as connection:
            connection.execute(text("DROP TABLE receipts"))
            connection.execute(text("CREATE TABLE receipts (office TEXT)"))
            connection.execute(text("UPDATE marks SET value = 'older' WHERE name = 'ledgers'"))
            assert fit(connection, POSTERS) == len(desk.station.store.since(0, 1000))
        assert (desk.office.receipts_today(), desk.office.worklist(), desk.office.search("陳小安")) == told


def test_ledgers_of_this_shape_are_left_alone(tmp_path: Path) -> None:
    with counter(tmp_path) as desk, writing(desk.station.engine).begin() as connection:
        assert fit(connection, POSTERS) is None
