"""The secrets of one profile, each 32 bytes in a file of its own that only its owner may read.

`data.key` opens the database; whoever has it and the file can read everything. `station.key` signs what this station
sends (Ed25519); it is made here and never leaves. `machine.secret` is this machine's own part of any key that is to
be of no use elsewhere.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.errors import OfficeError
from app.files import write_secret

FOLDER = "keys"
DATA, STATION, MACHINE = "data.key", "station.key", "machine.secret"
LENGTH = 32


class KeyTrouble(OfficeError):
    """A key file is missing (K-101) or holds no key (K-102); `details["name"]` names it."""


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What the profile's folder holds; never printed, never logged."""

    data: bytes
    station: Ed25519PrivateKey
    machine: bytes

    @property
    def public(self) -> str:
        """The station's public key, hex: what central enrols."""
        return self.station.public_key().public_bytes_raw().hex()

    def sign(self, said: bytes) -> bytes:
        """The station's signature, 64 bytes."""
        return self.station.sign(said)


def make(profile: Path) -> Keys:
    """New keys for a new profile. Raises FileExistsError rather than replace one: the old data would be lost."""
    for name in (DATA, STATION, MACHINE):
        write_secret(profile / FOLDER / name, secrets.token_bytes(LENGTH))
    return load(profile)


def load(profile: Path) -> Keys:
    """The profile's keys. Raises KeyTrouble."""
    folder = profile / FOLDER
    station = Ed25519PrivateKey.from_private_bytes(_read(folder / STATION))
    return Keys(_read(folder / DATA), station, _read(folder / MACHINE))


def verify(public: str, said: bytes, signature: bytes) -> bool:
    """Whether the station with this public key (hex) signed `said`; a malformed key or signature did not."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, said)
    except (InvalidSignature, ValueError):
        return False
    return True


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as missing:
        raise KeyTrouble("K-101", name=path.name) from missing
    if len(data) != LENGTH:
        raise KeyTrouble("K-102", name=path.name)
    return data
