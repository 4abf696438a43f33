"""Central on a real PostgreSQL and on an encrypted SQLite file, served over real HTTP on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.carriers import HttpCarrier
from sync.central.serve import Central, embedded
from tests import postgres
from tests.sync.stations import Station, station


@dataclass
class Served:
    """A central, and where it answers."""

    central: Central
    url: str


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A running server."""
    with postgres.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    """Central behind uvicorn, on each of the two databases."""
    if request.param == "sqlite":
        with _served(tmp_path, None) as one:
            yield one
        return
    with postgres.database(request.getfixturevalue("postgresql")) as address, _served(tmp_path, address) as one:
        yield one


@contextmanager
def _served(folder: Path, address: str | None) -> Iterator[Served]:
    central = Central(folder / "central", address)
    try:
        with embedded(central) as url:
            yield Served(central, url)
    finally:
        central.close()


@pytest.fixture
def k03(tmp_path: Path, served: Served) -> Iterator[Station]:
    """Counter 3, enrolled."""
    one = station(tmp_path, served.central, "K03")
    yield one
    one.close()


@pytest.fixture
def k04(tmp_path: Path, served: Served) -> Iterator[Station]:
    """Counter 4, enrolled."""
    one = station(tmp_path, served.central, "K04")
    yield one
    one.close()


@pytest.fixture
def line(served: Served) -> Iterator[HttpCarrier]:
    """A real connection to central."""
    carrier = HttpCarrier(served.url)
    yield carrier
    carrier.close()
