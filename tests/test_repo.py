"""What no linter sees: modules stay short, nothing names the machine it was written on, the lock is whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("app", "forms", "sync", "ui", "resources", "tests", ".ci")
TEXTS = {".css", ".json", ".md", ".py", ".qss", ".svg", ".toml", ".ts", ".txt", ".yaml", ".lock", ""}
MOST_LINES = 400

# Built from pieces, so that this file does not name them either.
PATHS = "|".join(f"/{folder}/[a-z.]" for folder in ("work", "root", "home", "tmp"))
HOSTS = "|".join(rf"\b{host}\.(?:org|com)\b" for host in ("pypi", "pythonhosted", "debian", "npmjs"))
MACHINE = re.compile(f"{PATHS}|{HOSTS}")
INDEX_OPTIONS = re.compile(r"://|--(extra-)?index-url|--find-links|--trusted-host")


def _texts() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXTS)
    for room in ROOMS:
        yield from (path for path in (ROOT / room).rglob("*") if path.is_file() and path.suffix in TEXTS)


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")


def test_modules_stay_short_enough_to_read() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in _texts() if path.suffix == ".py"}
    assert {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_nothing_names_the_machine_it_was_written_on() -> None:
    found = {str(path.relative_to(ROOT)): MACHINE.findall(path.read_text("utf-8")) for path in _texts()}
    assert {name: names for name, names in found.items() if names} == {}


def test_the_lock_holds_every_dependency_by_hash_and_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {_name(line) for line in (*project["dependencies"], *extras["postgresql"], *extras["dev"])} - {"yigui"}
    pinned = re.findall(r"^(\S+)==\S+.*\\\n    --hash=sha256:", lock, re.MULTILINE)
    assert wanted - set(pinned) == set()
    assert len(pinned) == sum(not line.startswith(" ") for line in lock.splitlines())
    assert not INDEX_OPTIONS.search(lock)


def test_everything_that_is_installed_is_listed_with_its_licence() -> None:
    listed = {_name(word) for word in re.findall(r"[\w.-]+", (ROOT / "THIRD-PARTY.md").read_text("utf-8"))}
    pinned = re.findall(r"^(\S+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert set(pinned) - listed == set()
