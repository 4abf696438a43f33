"""What this station is: its office, its name at the counter, its central. One small JSON file in the profile."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path

from app.files import write_over

FILE = "station.json"


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The registration office (戶政事務所) this station belongs to; districts by their Chinese names."""

    code: str
    name_zh: str
    name_en: str
    district: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class CentralSettings:
    """Where central answers and which key its answers are signed with (Ed25519, hex)."""

    url: str = ""
    id: str = ""
    public_key: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """One station. `till` is its drawer's code, printed in every receipt number; `methods` are offered in order;
    `receipt_size` is the receipts' paper, A5 or A4; `training`, where all data is made up, says how to sign in."""

    office: OfficeSettings
    station: str
    counter_zh: str
    counter_en: str
    central: CentralSettings = field(default_factory=CentralSettings)
    methods: tuple[str, ...] = ("cash", "easycard", "ipass", "taiwan-pay", "card")
    favourites: tuple[str, ...] = ()
    progress_url: str = ""
    receipt_size: Literal["A5", "A4"] = "A5"
    training: str = ""

    @property
    def till(self) -> str:
        """One drawer per station: the till bears the station's code."""
        return self.station


def data_folder() -> Path:
    """Where this user's data is kept: `station` once one is set up, `training` and `central` beside it."""
    return user_data_path("yigui")


def station_folder() -> Path:
    """The profile that is meant when none is named."""
    return data_folder() / "station"


def load(profile: Path) -> Settings:
    """Reads the profile's settings. Raises FileNotFoundError when the station was never set up."""
    raw = json.loads((profile / FILE).read_text(encoding="utf-8"))
    return Settings(
        office=OfficeSettings(**raw["office"]),
        station=raw["station"],
        counter_zh=raw["counter_zh"],
        counter_en=raw["counter_en"],
        central=CentralSettings(**raw["central"]),
        methods=tuple(raw["methods"]),
        favourites=tuple(raw["favourites"]),
        progress_url=raw["progress_url"],
        receipt_size=raw.get("receipt_size", "A5"),
        training=raw.get("training", ""),
    )


def save(profile: Path, settings: Settings) -> None:
    """Writes the settings."""
    profile.mkdir(parents=True, exist_ok=True)
    write_over(profile / FILE, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())
