"""A central in the same process, and two stations of its office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.central.serve import Central
from tests.sync.stations import Station, station


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """Central on an encrypted file."""
    central = Central(tmp_path / "central")
    yield central
    central.close()


@pytest.fixture
def k03(tmp_path: Path, central: Central) -> Iterator[Station]:
    """Counter 3."""
    one = station(tmp_path, central, "K03")
    yield one
    one.close()


@pytest.fixture
def k04(tmp_path: Path, central: Central) -> Iterator[Station]:
    """Counter 4."""
    one = station(tmp_path, central, "K04")
    yield one
    one.close()
