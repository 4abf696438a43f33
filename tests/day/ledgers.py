"""Every row of every ledger, to compare what was posted as it happened with what is posted anew."""

from __future__ import annotations

from sqlalchemy import Engine, select

from app.ledger.registers import POSTERS


def rows(engine: Engine) -> dict[str, list[str]]:
    """The rows of each table, in an order of their own."""
    tables = [table for poster in POSTERS for table in poster.tables.sorted_tables]
    with engine.connect() as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables}
