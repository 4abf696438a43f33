"""The little SQL that SQLite and PostgreSQL say in the same words but SQLAlchemy keeps apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Dialect, MetaData, Table, Text, TypeDecorator
from sqlalchemy.dialects import postgresql, sqlite

from app.journal.codec import canonical

CODE = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared by code point on both, so that a range of prefixes means the same and uses the index."""

LAST = "\U0010ffff"
"""Sorts after any other character: `prefix <= x < prefix + LAST` is every text that begins with the prefix."""


class Values(TypeDecorator[Any]):
    """A column that holds frozen values of one shape, e.g. `tuple[FeeLine, ...]`, as JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return canonical(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return msgspec.json.decode(value, type=self.shape)


_INSERTS: Mapping[str, Callable[[Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@cache
def _insert_new(dialect: str, table: Table) -> Any:
    return _INSERTS[dialect](table).on_conflict_do_nothing()


@cache
def _upsert(dialect: str, table: Table, added: tuple[str, ...]) -> Any:
    insert = _INSERTS[dialect](table)
    kept = {c.name: insert.excluded[c.name] for c in table.columns if not c.primary_key}
    for name in added:
        kept[name] = table.c[name] + insert.excluded[name]
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=kept)


def insert_new(connection: Connection, table: Table) -> Any:
    """An INSERT that leaves rows alone whose key is taken."""
    return _insert_new(connection.dialect.name, table)


def upsert(connection: Connection, table: Table, added: tuple[str, ...] = ()) -> Any:
    """An INSERT that overwrites the row whose key is taken; to the columns in `added` it adds instead."""
    return _upsert(connection.dialect.name, table, added)


def empty(connection: Connection, tables: MetaData) -> None:
    """Deletes every row."""
    for table in reversed(tables.sorted_tables):
        connection.execute(table.delete())
