"""Small files written so that a power cut leaves the old one or the new one, never half of either."""

from __future__ import annotations

import os
from pathlib import Path


def write_over(path: Path, data: bytes) -> None:
    """Replaces the file, on the disk when it returns."""
    fresh = _fresh(path, data, 0o644)
    fresh.replace(path)
    _settle(path.parent)


def write_secret(path: Path, data: bytes) -> None:
    """Makes a file that only its owner may read. Raises FileExistsError rather than replace one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = _fresh(path, data, 0o600)
    try:
        os.link(fresh, path)
    finally:
        fresh.unlink()
    _settle(path.parent)


def _fresh(path: Path, data: bytes, mode: int) -> Path:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return fresh


def _settle(folder: Path) -> None:
    """Puts the folder's list of names on the disk; Windows does so by itself and cannot open a folder."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
