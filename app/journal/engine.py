"""Opens the database: an encrypted, durable SQLite file, or a PostgreSQL server; its troubles become told errors."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from app.journal.errors import StorageError

BUSY_MS = 5000
"""How long a writer waits for another process before D-105."""

_SQLITE_CODES = {
    sqlite3.SQLITE_FULL: "D-101",
    sqlite3.SQLITE_READONLY: "D-102",
    sqlite3.SQLITE_IOERR: "D-103",
    sqlite3.SQLITE_NOTADB: "D-104",
    sqlite3.SQLITE_BUSY: "D-105",
    sqlite3.SQLITE_LOCKED: "D-105",
    sqlite3.SQLITE_CORRUPT: "D-106",
    sqlite3.SQLITE_CANTOPEN: "D-107",
}
_SQLSTATES = {"53100": "D-101", "25006": "D-102", "58030": "D-103", "55P03": "D-105", "XX001": "D-106"}


def open_engine(path: Path | str, key: bytes) -> Engine:
    """The SQLite file at `path`, made when missing, encrypted with the raw 32-byte `key`.

    Every commit is on the disk when it returns. Raises ValueError for a key of another length, StorageError D-104
    when the key does not fit the file.
    """
    if len(key) != 32:
        raise ValueError("the data key is 32 bytes")

    def connect() -> Any:
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _tell)
    return engine


def _prepare(connection: Any, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong key is told as D-104, not on standard error
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    # Without it, INSERT OR REPLACE would delete a row past the trigger that forbids it.
    connection.execute("PRAGMA recursive_triggers = ON")


def _begin(connection: Connection) -> None:
    # The driver's own transactions are off: a writer takes the lock at once, so that what it reads stays true.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def open_engine_url(url: str) -> Engine:
    """A PostgreSQL server (central), through psycopg; a bare `postgresql://` address will do."""
    if url.startswith("postgresql://"):
        url = "postgresql+psycopg" + url.removeprefix("postgresql")
    engine = create_engine(url, hide_parameters=True)  # errors and logs carry no personal data
    event.listen(engine, "handle_error", _tell)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write."""
    return engine.execution_options(writes=True)


def checkpoint(engine: Engine) -> None:
    """Empties SQLite's write-ahead log into the file, so that nothing blanked stays behind in it."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _tell(context: ExceptionContext) -> None:
    code = _code(context)
    if code is not None:
        raise StorageError(code) from context.original_exception


def _code(context: ExceptionContext) -> str | None:
    """The told error for a driver's error; `None` for a mistake of ours, which stays what it is."""
    error = context.original_exception
    number = getattr(error, "sqlite_errorcode", None)
    if number is not None:
        return _SQLITE_CODES.get(number & 0xFF)  # the low byte is the kind, the rest the detail
    state = getattr(error, "sqlstate", None)
    if state is None:
        return "D-108" if isinstance(context.sqlalchemy_exception, OperationalError) else None
    return "D-108" if state.startswith(("08", "57P")) else _SQLSTATES.get(state)
