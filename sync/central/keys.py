"""Central's own secrets: the key its answers are signed with, and the key of its data file."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.files import write_secret
from app.keys import LENGTH

SIGNING, DATA = "central.key", "data.key"


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key every answer is signed with; stations pin its public half, so it is backed up with care."""
    return Ed25519PrivateKey.from_private_bytes(_secret(folder / SIGNING))


def data_key(folder: Path) -> bytes:
    """The raw key of the SQLite file."""
    return _secret(folder / DATA)


def _secret(path: Path) -> bytes:
    """Made on first use; of several processes that start at once the first one's counts."""
    with suppress(FileExistsError):
        write_secret(path, secrets.token_bytes(LENGTH))
    return path.read_bytes()
