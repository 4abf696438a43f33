"""How the clerk likes the window: theme, size and language, kept in the profile."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from app.files import write_over

FILE = "window.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme` is light, dark or contrast; `factor` 1, 1.25 or 1.5; `language` zh_TW or en."""

    theme: str = "light"
    factor: float = 1.0
    language: str = "zh_TW"


def load(profile: Path) -> Preferences:
    """The profile's preferences, the ordinary ones before any were chosen."""
    path = profile / FILE
    return Preferences(**json.loads(path.read_text("utf-8"))) if path.exists() else Preferences()


def save(profile: Path, preferences: Preferences) -> None:
    """Keep them for the next start."""
    write_over(profile / FILE, json.dumps(asdict(preferences)).encode())
