"""A counter that never rests: run as a program, it says every command that is durable until it is killed."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from app import catalogue
from app.domain.till import Method
from app.office import Office
from app.station import open_station
from tests.day.counter import CLERK, SUPERVISOR, DayClock, arrive, finish, prepare
from ui import demo


def work(office: Office, turn: int) -> None:
    """One visit with two cases, paid; every third receipt is voided and taken again."""
    visit = arrive(office, "head", "陳小安")
    print("arrived", visit, flush=True)
    for service, facts, fee in (
        ("transcript-current", {"applicant_role": "principal"}, "transcript"),
        ("hhcert-replace", {"applicant_role": "head"}, "hh-cert"),
    ):
        finish(office, prepare(office, visit, service, facts), {fee: 1})
    print("signed", visit, flush=True)
    office.pay(visit, Method.CASH, 50)
    print("paid", office.visit(visit).receipt, flush=True)
    if turn % 3 == 0:
        number = office.receipts_of(visit)[0].number
        office.void_receipt(number, approver=(SUPERVISOR, demo.PIN), reason_code="wrong-item")
        print("void", number, flush=True)
        office.pay(visit, Method.EASYCARD, 45)
        print("paid", office.visit(visit).receipt, flush=True)


def main(profile: Path) -> None:
    """Signs in, and works."""
    office = open_station(profile, DayClock(), catalogue.load()).office
    office.sign_in(CLERK, demo.PIN)
    for turn in count():
        work(office, turn)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
