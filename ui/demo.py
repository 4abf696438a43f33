"""A training profile with made-up people: enough to serve, to take money and to sync with a central on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import keys, settings, staff
from app.settings import CentralSettings, OfficeSettings, Settings
from app.staff import Clerk, Role, hash_pin

OFFICE = OfficeSettings(
    code="sanmin",
    name_zh="高雄市三民戶政事務所",
    name_en="Sanmin Household Registration Office, Kaohsiung",
    district="三民區",
    phone="(07) 000-0000",
)
STATION = "K03"
PIN = "246810"
FAVOURITES = (
    "birth-registration", "id-reissue", "hhcert-replace", "transcript-current", "move-in-registration",
    "marriage-registration", "death-registration", "given-name-change", "seal-certificate",
)  # fmt: skip


@contextmanager
def central(folder: Path) -> Iterator[tuple[str, str]]:
    """A central of its own on loopback, while the block lasts: its address and a one-time code."""
    from app.ledger.registers import POSTERS
    from sync.central.serve import Central, embedded

    made = Central(folder, posters=POSTERS)
    try:
        with embedded(made) as url:
            yield url, made.new_code(OFFICE.code)
    finally:
        made.close()


def make_profile(profile: Path, url: str, code: str) -> None:
    """Sets the station up and enrols it at the central that answers at `url` and made the one-time `code`."""
    from sync.carriers import HttpCarrier
    from sync.enrol import PATH, enrol

    secret = keys.make(profile)
    carrier = HttpCarrier(url, PATH)
    try:
        enrolled = enrol(carrier, code, STATION, secret.station)
    finally:
        carrier.close()
    staff.save(profile, people())
    settings.save(
        profile,
        Settings(
            office=OFFICE,
            station=STATION,
            counter_zh="櫃檯 3",
            counter_en="Counter 3",
            central=CentralSettings(url, enrolled.central, enrolled.central_key.hex()),
            favourites=FAVOURITES,
            progress_url=f"{url}/progress",
        ),
    )


def people() -> tuple[Clerk, ...]:
    """Two clerks and a supervisor, made up; all with the training PIN."""
    hashed = hash_pin(PIN)
    return (
        Clerk("C01", "王示範", Role.CLERK, hashed),
        Clerk("C02", "林示範", Role.CLERK, hashed),
        Clerk("S01", "黃示範", Role.SUPERVISOR, hashed),
    )
