"""A PostgreSQL for the session, and an empty journal on either database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.journal.engine import open_engine, open_engine_url
from tests import postgres

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a running PostgreSQL."""
    with postgres.server() as address:
        yield address


@pytest.fixture
def postgresql(server: str) -> Iterator[Engine]:
    """A fresh PostgreSQL database."""
    with postgres.database(server) as address:
        engine = open_engine_url(address)
        yield engine
        engine.dispose()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Engine]:
    """A fresh encrypted file."""
    engine = open_engine(tmp_path / "journal.db", KEY)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Either database: what holds on one must hold on the other."""
    opened: Engine = request.getfixturevalue(request.param)
    return opened
