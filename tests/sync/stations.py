"""What the sync tests share: a station with a real data file, events to write, and central in the same process."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.clock import MachineClock
from app.domain.events import Event, FeeLine, PartyNamed, ReceiptIssued, ReceiptVoided, VisitOpened
from app.journal.engine import open_engine
from app.journal.entry import Entry
from app.journal.store import Draft, Origin, Store
from sync.central.intake import Intake
from sync.central.serve import Central
from sync.enrol import Enrolment, enrol
from sync.link import Carrier, Link

OFFICE = "sanmin"


class Direct:
    """A perfect wire: central's intake called in the same process."""

    def __init__(self, intake: Intake, enrolling: bool = False) -> None:
        self._work = intake.enrol if enrolling else intake.sync
        self.said: list[bytes] = []
        self.heard: list[bytes] = []

    def exchange(self, data: bytes) -> bytes:
        """Sends and remembers both halves."""
        self.said.append(data)
        self.heard.append(self._work(data).body)
        return self.heard[-1]


@dataclass
class Station:
    """One enrolled station on a file of its own."""

    store: Store
    key: Ed25519PrivateKey
    enrolment: Enrolment

    @property
    def name(self) -> str:
        """Its code."""
        return self.store.origin.station

    def link(self, carrier: Carrier, largest: int = 500) -> Link:
        """Its end of a wire."""
        return Link(self.store, self.key, self.enrolment.central_key, carrier, MachineClock(), largest=largest)

    def write(self, *events: Event, subject: str | None = None) -> list[Entry]:
        """Appends events to one subject, a fresh visit when none is named."""
        subject = subject or f"V-{self.name}-1150302-{secrets.token_hex(4)}"
        drafts = [Draft(subject, event) for event in events or (opened(),)]
        return self.store.append(drafts, clerk="c01", catalogue="2026.1")

    def close(self) -> None:
        """Lets the file go."""
        self.store.engine.dispose()


def station(folder: Path, central: Central, name: str, office: str = OFFICE) -> Station:
    """A new station, enrolled over a perfect wire."""
    key = Ed25519PrivateKey.generate()
    enrolment = enrol(Direct(central.intake, enrolling=True), central.new_code(office), name, key)
    folder.mkdir(parents=True, exist_ok=True)
    engine = open_engine(folder / f"{name}.db", bytes(32))
    return Station(Store(engine, Origin(enrolment.office, name), MachineClock(), ()), key, enrolment)


def opened() -> VisitOpened:
    """A visit begins."""
    return VisitOpened(ticket="A001", opened_on=date(2026, 3, 2))


def named(name: str) -> PartyNamed:
    """A made-up person stands at the counter."""
    return PartyNamed(role="applicant", name=name, phone="0900000000")


def receipt(number: int, total: int) -> ReceiptIssued:
    """A receipt of one line."""
    line = FeeLine(fee="transcript", quantity=1, unit_price=total, amount=total)
    return ReceiptIssued(
        number=number, visit="V-K03-1150302-0001", shift="K03-1150302-1", issued_on=date(2026, 3, 2), lines=(line,),
        total=total, method="cash", tendered=total, change=0, previous="0" * 64,
        digest="0" * 64,
    )  # fmt: skip


def voided(number: int, amount: int) -> ReceiptVoided:
    """That receipt taken back."""
    return ReceiptVoided(
        number=number, visit="V-K03-1150302-0001", amount=amount, method="cash", approver="s01", reason_code="error"
    )
