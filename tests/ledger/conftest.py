"""The journal tests' databases, for ledgers too."""

from __future__ import annotations

from tests.journal.conftest import engine, postgresql, server, sqlite

__all__ = ["engine", "postgresql", "server", "sqlite"]
