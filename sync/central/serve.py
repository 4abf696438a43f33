"""Puts central together and serves it: as a process of its own, or embedded on loopback for a demo or one office."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.clock import MachineClock
from app.domain.subjects import CENTRAL
from app.journal.engine import open_engine, open_engine_url
from app.journal.poster import Poster
from app.journal.store import Origin, Store
from sync.central.app import make_app
from sync.central.intake import Intake
from sync.central.keys import data_key, signing_key
from sync.central.registry import Registry
from sync.wire.envelope import public_bytes

FILE = "central.db"


class Central:
    """Central's parts on one database; one store per office, made when it is first needed."""

    def __init__(self, folder: Path, database_url: str | None = None, posters: Sequence[Poster] = ()) -> None:
        self.key: Ed25519PrivateKey = signing_key(folder)
        self.engine = open_engine_url(database_url) if database_url else open_engine(folder / FILE, data_key(folder))
        self.registry = Registry(self.engine)
        self._clock = MachineClock()
        self._posters = tuple(posters)
        self.store = cache(self._store)
        self.intake = Intake(self.registry, self.key, self.store)

    def _store(self, office: str) -> Store:
        return Store(self.engine, Origin(office, CENTRAL), self._clock, self._posters)

    def new_code(self, office: str) -> str:
        """A one-time code, good for 24 hours, that lets one station of the office enrol."""
        return self.registry.new_code(office, public_bytes(self.key), time.time_ns() // 1_000_000)

    def close(self) -> None:
        """Lets the database go."""
        self.engine.dispose()


def listening(host: str, port: int) -> socket.socket:
    """A socket that takes connections from now on; port 0 picks a free one. Raises OSError when it is taken."""
    return socket.create_server((host, port), backlog=128)


def serve(central: Central, sock: socket.socket) -> None:
    """Serves until the process is told to stop."""
    _server(central).run(sockets=[sock])


@contextmanager
def embedded(central: Central, port: int = 0) -> Iterator[str]:
    """Serves from a thread on loopback; gives the address, and has stopped when the block is left."""
    with listening("127.0.0.1", port) as sock:
        server = _server(central)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, name="central", daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _server(central: Central) -> uvicorn.Server:
    # No access log: addresses and times of who works when are nobody's business here.
    return uvicorn.Server(
        uvicorn.Config(
            make_app(central.intake), access_log=False, log_level="warning", lifespan="off", ws="none",
            timeout_graceful_shutdown=5,
        )
    )  # fmt: skip
