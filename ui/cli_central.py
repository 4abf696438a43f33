"""`yigui central` serves the stations, or makes an enrolment code; `yigui sync` carries one profile's entries once."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds both words."""
    central = commands.add_parser("central", help="the service all stations sync with")
    central.add_argument("what", nargs="?", choices=["serve", "code"], default="serve", help="serve, or print a code")
    central.add_argument("--data", type=Path, help="folder of the keys and, without a database URL, of the data file")
    central.add_argument("--database-url", help="postgresql://… instead of a file")
    central.add_argument("--host", default="127.0.0.1", help="address to listen at")
    central.add_argument("--port", type=int, default=8114, help="port to listen at; 0 picks a free one")
    central.add_argument(
        "--office", action="append", default=[], help="print a one-time enrolment code of this office; may be repeated"
    )
    central.set_defaults(run=_central)
    sync = commands.add_parser("sync", help="one round with central from the command line")
    sync.add_argument("--profile", type=Path, help="the station's folder; else this user's station")
    sync.add_argument("--enrol", nargs=2, metavar=("URL", "CODE"), help="enrol first, with a code made by central")
    sync.set_defaults(run=_sync)


def _central(options: argparse.Namespace) -> int:
    from app import settings
    from app.ledger.registers import POSTERS
    from sync.central.serve import Central, listening, serve

    if options.what == "code" and not options.office:
        print("yigui central code: name the office with --office", file=sys.stderr)
        return 2
    central = Central(options.data or settings.data_folder() / "central", options.database_url, POSTERS)
    try:
        for office in options.office:
            print(f"{office} {central.new_code(office)}", flush=True)
        if options.what == "serve":
            with listening(options.host, options.port) as sock:
                host, port = sock.getsockname()[:2]
                print(f"central {central.registry.central} http://{host}:{port}", flush=True)
                serve(central, sock)
    finally:
        central.close()
    return 0


def _sync(options: argparse.Namespace) -> int:
    """0 when everything is at central and agrees, else 1."""
    from app import settings
    from app.clock import MachineClock
    from app.station import open_station
    from sync.answers import ExchangeError
    from sync.carriers import HttpCarrier
    from sync.link import Link
    from sync.standing import State

    profile = options.profile or settings.station_folder()
    try:
        if options.enrol:
            _enrol(profile, *options.enrol)
        clock = MachineClock()
        station = open_station(profile, clock)
        with closing(station), closing(HttpCarrier(station.settings.central.url)) as carrier:
            pinned = bytes.fromhex(station.settings.central.public_key)
            result = Link(station.store, station.keys.station, pinned, carrier, clock).round()
    except ExchangeError as error:
        print(f"yigui sync: {error}", file=sys.stderr)
        return 1
    problem = "" if result.problem is None else f", {result.problem.code}"
    print(f"{result.state.value}: {result.held} of {result.head} held, {len(result.received)} received{problem}")
    return 0 if result.state is State.SYNCED else 1


def _enrol(profile: Path, url: str, code: str) -> None:
    """Pins central in the profile's settings. Raises ExchangeError; then the profile is as it was."""
    from app import keys, settings
    from sync.answers import ExchangeError
    from ui.enrolment import enrol_at

    mine = settings.load(profile)
    office, central = enrol_at(url, code, mine.station, keys.load(profile).station)
    if office != mine.office.code:
        raise ExchangeError("wrong-office", office)
    settings.save(profile, replace(mine, central=central))
