"""A training profile with made-up people: enough to serve, to take money and to sync with a central on loopback."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from app.settings import CentralSettings, OfficeSettings, Settings

if TYPE_CHECKING:
    from app.staff import Clerk

OFFICE = OfficeSettings(
    code="sanmin",
    name_zh="高雄市三民戶政事務所（訓練）",
    name_en="Sanmin Household Registration Office, Kaohsiung (training)",
    district="三民區",
    phone="(07) 000-0000",
)
STATION = "K03"
CLERK, RECEPTION = "C01", "C02"
PIN = "246810"
QUEUE = (("zh-TW", False), ("vi", False), ("zh-TW", True), ("zh-TW", False))
"""Who waits when the training opens: language, and whether served first."""


def settings(url: str = "") -> Settings:
    """What the training station is, with central at `url`."""
    return Settings(
        office=OFFICE,
        station=STATION,
        counter_zh="櫃檯 3",
        counter_en="Counter 3",
        central=CentralSettings(url),
        training=f"{CLERK} / {PIN}",
    )


def make_profile(profile: Path, url: str, code: str) -> None:
    """Sets the station up and enrols it at the central that answers at `url` and made the one-time `code`."""
    from ui.enrolment import set_up

    set_up(profile, settings(url), people(), code)


def people() -> tuple[Clerk, ...]:
    """Two clerks and a supervisor, made up; all with the training PIN."""
    from app.staff import Clerk, Role, hash_pin

    hashed = hash_pin(PIN)
    return (
        Clerk(CLERK, "王示範", Role.CLERK, hashed),
        Clerk(RECEPTION, "林示範", Role.CLERK, hashed),
        Clerk("S01", "黃示範", Role.SUPERVISOR, hashed),
    )


def fill_queue(profile: Path) -> None:
    """Lets a few people wait, unless some do already."""
    from app.station import open_station

    with closing(open_station(profile)) as station:
        if not station.office.waiting():
            station.office.sign_in(RECEPTION, PIN)
            for language, priority in QUEUE:
                station.office.issue_ticket(language=language, priority=priority)
