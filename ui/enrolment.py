"""Makes a station: its keys, its place at central, its people, and its settings last, for with them it is set up."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app import keys, settings, staff
from app.settings import CentralSettings, Settings
from app.staff import Clerk
from sync.carriers import HttpCarrier
from sync.enrol import PATH, enrol

FAVOURITES = (
    "birth-registration", "id-reissue", "hhcert-replace", "transcript-current", "move-in-registration",
    "marriage-registration", "death-registration", "given-name-change", "seal-certificate",
)  # fmt: skip


def set_up(profile: Path, mine: Settings, people: Sequence[Clerk], code: str) -> Settings:
    """Writes the whole profile, enrolled at `mine.central.url` with the one-time `code`, which tells the office's code.

    After ExchangeError the same call may be tried again: nothing counts as set up before the settings are written.
    Raises FileExistsError when a station is there already.
    """
    if (profile / settings.FILE).exists():
        raise FileExistsError(f"{profile} holds a station already; nothing was changed")
    secret = keys.load(profile) if (profile / keys.FOLDER).exists() else keys.make(profile)
    office, central = enrol_at(mine.central.url, code, mine.station, secret.station)
    made = replace(
        mine,
        office=replace(mine.office, code=office),
        central=central,
        favourites=FAVOURITES,
    )
    staff.save(profile, people)
    settings.save(profile, made)
    return made


def enrol_at(url: str, code: str, station: str, key: Ed25519PrivateKey) -> tuple[str, CentralSettings]:
    """The office the code was made for, and central with its key pinned. Raises ExchangeError."""
    with closing(HttpCarrier(url, PATH)) as carrier:
        enrolled = enrol(carrier, code, station, key)
    return enrolled.office, CentralSettings(url, enrolled.central, enrolled.central_key.hex())
