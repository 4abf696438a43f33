"""`yigui setup` makes this machine a station of an office: enrolled at its central, with the people who work here."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.settings import Settings
    from app.staff import Clerk

STATION = re.compile(r"[A-Z][0-9A-Z]{1,4}", re.ASCII)
PIN = re.compile(r"[0-9]{6,}", re.ASCII)
FIRST = ("supervisor", "clerk")
"""Who is asked for when no list is given: a receipt is voided by one person and approved by another."""

TROUBLES: Mapping[str, str] = {
    "unreachable": "central does not answer at {url}",
    "timeout": "central does not answer at {url}",
    "not-central": "what answers at {url} is no central",
    "http-404": "what answers at {url} is no central",
    "bad-address": "{url} is no http or https address",
    "tls": "the certificate of {url} cannot be trusted",
    "code-unknown": "central does not know this code",
    "code-used": "this code was used before; ask for a new one",
    "code-expired": "this code is too old; ask for a new one",
    "station-taken": "another machine is station {station} already",
    "wrong-central": "this code was made by another central than the one at {url}",
}


class WrongInput(ValueError):
    """What was typed or given cannot be a station; the sentence says what and why."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the word."""
    words = commands.add_parser("setup", help="make this machine a station of an office")
    words.add_argument("--central", required=True, metavar="URL", help="where central answers")
    words.add_argument("--code", required=True, help="the one-time code that central made for the office")
    words.add_argument("--station", required=True, help="the station's and its drawer's code, such as K03")
    words.add_argument("--office-name", required=True, metavar="NAME", help="the office's Chinese name")
    words.add_argument("--office-name-en", metavar="NAME", default="", help="its English name")
    words.add_argument("--district", required=True, help="its district, such as 三民區")
    words.add_argument("--phone", default="", help="its telephone number, printed on notices")
    words.add_argument("--counter", required=True, metavar="NAME", help="the counter's Chinese name, such as 櫃檯 3")
    words.add_argument("--counter-en", metavar="NAME", default="", help="its English name")
    words.add_argument("--staff", type=Path, metavar="FILE", help="JSON: [{code, name, role, pin}, …]; else it asks")
    words.add_argument("--profile", type=Path, help="the folder to keep data and keys in")
    words.set_defaults(run=_setup)


def _setup(options: argparse.Namespace) -> int:
    """0, or 2 after one sentence on standard error; then nothing counts as set up."""
    from app import settings
    from sync.answers import ExchangeError
    from ui.enrolment import set_up

    profile = options.profile or settings.station_folder()
    try:
        if (profile / settings.FILE).exists():
            raise FileExistsError(f"{profile} holds a station already; nothing was changed")
        mine = _station(options)
        people = _people(_listed(options.staff) if options.staff else _asked())
        made = set_up(profile, mine, people, options.code)
    except ExchangeError as trouble:
        told = TROUBLES.get(trouble.code, f"central refused or could not be understood ({trouble})")
        return _fail(told.format(url=options.central, station=options.station))
    except WrongInput as wrong:
        return _fail(str(wrong))
    except EOFError:
        return _fail("nobody answered; name the people with --staff")
    print(f"station {made.station} of {made.office.name_zh} ({made.office.code}) is set up in {profile}")
    return 0


def _fail(sentence: str) -> int:
    print(f"yigui setup: {sentence}", file=sys.stderr)
    return 2


def _station(options: argparse.Namespace) -> Settings:
    """The settings as they were typed; the office's own code comes with the enrolment."""
    from app import catalogue
    from app.settings import CentralSettings, OfficeSettings, Settings

    if not STATION.fullmatch(options.station):
        raise WrongInput(f"{options.station!r} is no station: one capital letter, then one to four capitals or digits")
    if options.district not in catalogue.load().districts:
        raise WrongInput(f"{options.district!r} is no district the catalogue knows")
    english = options.office_name_en or options.office_name
    return Settings(
        office=OfficeSettings("", options.office_name, english, options.district, options.phone),
        station=options.station,
        counter_zh=options.counter,
        counter_en=options.counter_en or options.counter,
        central=CentralSettings(options.central),
    )


def _people(rows: Iterable[Mapping[str, str]]) -> tuple[Clerk, ...]:
    """The staff, with their PINs hashed. Raises WrongInput naming the person, counted from one."""
    people = tuple(_clerk(row, f"person {at}") for at, row in enumerate(rows, start=1))
    if len({clerk.code for clerk in people}) < len(people):
        raise WrongInput("two people have the same code")
    if not any(clerk.may_work for clerk in people):
        raise WrongInput("there is nobody among the staff who may work at the counter")
    return people


def _listed(path: Path) -> list[dict[str, str]]:
    """The rows of a JSON file. Raises WrongInput, OSError."""
    import msgspec

    try:
        return msgspec.json.decode(path.read_bytes(), type=list[dict[str, str]])
    except msgspec.DecodeError as error:
        raise WrongInput(f"{path}: {error}") from error


def _asked() -> Iterator[dict[str, str]]:
    """The first two people, asked for one by one; what is typed as PIN is not shown. Raises WrongInput, EOFError."""
    for role in FIRST:
        row = {"role": role, "code": input(f"{role}'s code: ").strip(), "name": input(f"{role}'s name: ").strip()}
        row["pin"] = getpass(f"{role}'s PIN: ")
        if getpass("the same PIN again: ") != row["pin"]:
            raise WrongInput("the two PINs differ")
        yield row


def _clerk(row: Mapping[str, str], where: str) -> Clerk:
    from app.staff import Clerk, Role, hash_pin

    if missing := [name for name in ("code", "name", "role", "pin") if not row.get(name)]:
        raise WrongInput(f"{where}: {', '.join(missing)} is missing")
    if row["role"] not in list(Role):
        raise WrongInput(f"{where}: {row['role']!r} is no role; one of {', '.join(Role)}")
    if not PIN.fullmatch(row["pin"]):
        raise WrongInput(f"{where}: a PIN has six digits or more")
    return Clerk(row["code"], row["name"], Role(row["role"]), hash_pin(row["pin"]))
