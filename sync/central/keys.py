"""Central's own secrets: the key its answers are signed with, and the key of its data file."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SIGNING, DATA = "central.key", "data.key"


def secret(folder: Path, name: str) -> bytes:
    """The 32 secret bytes in `folder/name`, made on first use, readable by the owner only."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if not path.exists():
        _write_once(path, secrets.token_bytes(32))
    return path.read_bytes()


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key every answer is signed with; stations pin its public half, so it is backed up with care."""
    return Ed25519PrivateKey.from_private_bytes(secret(folder, SIGNING))


def _write_once(path: Path, data: bytes) -> None:
    """Whole or not at all, and the first of several processes wins."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
