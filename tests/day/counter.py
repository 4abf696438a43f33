"""A counter to drive: a training station beside a real central on loopback, and the steps of an ordinary case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher

from app import catalogue, staff
from app.clock import TAIWAN, MachineClock
from app.domain.case import Standing
from app.domain.events import FactValue
from app.domain.till import Method
from app.domain.visit import Party
from app.ledger.registers import POSTERS
from app.office import Office
from app.station import Station, open_station
from sync.carriers import HttpCarrier
from sync.central.serve import Central, embedded
from sync.link import Link, RoundResult
from ui import demo

MORNING = datetime(2026, 2, 3, 9, 0, tzinfo=TAIWAN)
CLERK, SUPERVISOR = "C01", "S01"


class DayClock(MachineClock):
    """Starts on a made-up morning; every look at it is one second later."""

    def __init__(self, start: datetime = MORNING) -> None:
        super().__init__()
        self._now = start

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@dataclass(slots=True)
class Counter:
    """One station and the folder and central it was enrolled at."""

    folder: Path
    central: Central
    station: Station
    clock: DayClock

    @property
    def office(self) -> Office:
        return self.station.office

    @contextmanager
    def line(self) -> Iterator[Link]:
        """The line is up as long as the block lasts."""
        with embedded(self.central) as url:
            carrier = HttpCarrier(url)
            key = bytes.fromhex(self.station.settings.central.public_key)
            try:
                yield Link(self.station.store, self.station.keys.station, key, carrier, MachineClock())
            finally:
                carrier.close()

    def reopen(self, clerk: str = CLERK) -> None:
        """The program ends and starts again, and `clerk` signs in."""
        self.station.close()
        self.station = open_station(self.station.profile, self.clock, catalogue.load())
        self.office.sign_in(clerk, demo.PIN)

    def sync(self) -> RoundResult:
        with self.line() as link:
            return link.round()


@contextmanager
def counter(folder: Path) -> Iterator[Counter]:
    """A counter enrolled this morning, with its block of receipt numbers and its shift open."""
    central = Central(folder / "central", posters=POSTERS)
    with embedded(central) as url:
        demo.make_profile(folder / demo.STATION, url, central.new_code(demo.OFFICE.code))
    clock = DayClock()
    made = Counter(folder, central, open_station(folder / demo.STATION, clock, catalogue.load()), clock)
    made.sync()
    made.office.sign_in(CLERK, demo.PIN)
    made.office.open_shift(2000)
    try:
        yield made
    finally:
        made.station.close()
        central.close()


def quick_pins(profile: Path) -> None:
    """The same people and PIN under the least of hashes, for tests that sign in again and again."""
    least = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(demo.PIN)
    staff.save(profile, [replace(clerk, pin_hash=least) for clerk in demo.people()])


# Steps ------------------------------------------------------------------------------------------------------------


def arrive(office: Office, role: str, name: str) -> str:
    """A party is called and named; gives the visit."""
    visit = office.call_next()[0].subject
    office.name_party(visit, Party(role, name, "A223456781"))
    return visit


def prepare(office: Office, visit: str, service: str, facts: Mapping[str, FactValue], *, lacking: str = "") -> str:
    """Opens the case, answers `facts` and shows every paper but `lacking`; gives the case number."""
    case = office.open_case(visit, service)[0].subject
    office.answer(case, facts)
    for paper in office.check_case(case).required:
        office.check_paper(case, paper.document, Standing.MISSING if paper.document == lacking else Standing.ORIGINAL)
    return case


def finish(office: Office, case: str, copies: Mapping[str, int]) -> None:
    """The case is accepted and signed; then it waits for payment."""
    for fee, number in copies.items():
        office.ask_copies(case, fee, number)
    office.accept(case)
    office.sign(case, "paper", "0" * 64)


def serve(
    office: Office, service: str, facts: Mapping[str, FactValue], copies: Mapping[str, int], role: str = "principal"
) -> str:
    """One visit for one case from arrival to payment in cash; gives the visit."""
    visit = arrive(office, role, "陳小安")
    finish(office, prepare(office, visit, service, facts), copies)
    pay(office, visit)
    return visit


def pay(office: Office, visit: str) -> None:
    office.pay(visit, Method.CASH, office.due(visit).total)
