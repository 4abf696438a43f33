"""A counter that never rests: run as a program, it forks one for each line it reads, to be killed at its work.

The fork has everything imported, so that twenty of them start in no time; it opens the station itself, and says every
command that is durable. The program says the child's process id and how it ended.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from app import catalogue
from app.domain.events import ReceiptIssued
from app.domain.service import Catalogue
from app.domain.till import Method
from app.office import Office
from app.station import open_station
from tests.day.counter import CLERK, SUPERVISOR, DayClock, arrive, finish, prepare
from ui import demo

VISITS, ROUNDS = 2, 5


def ready(office: Office) -> str:
    """A visit whose two cases wait for payment."""
    visit = arrive(office, "head", "陳小安")
    for service, facts, fee in (
        ("transcript-current", {"applicant_role": "principal"}, "transcript"),
        ("hhcert-replace", {"applicant_role": "head"}, "hh-cert"),
    ):
        finish(office, prepare(office, visit, service, facts), {fee: 1})
    return visit


def pay(office: Office, visit: str) -> int:
    """Takes the money; gives the receipt's number."""
    receipt = next(e for e in office.pay(visit, Method.CASH, 50) if e.kind == ReceiptIssued.KIND)
    number = int(receipt.facts["number"])
    print("paid", number, flush=True)
    return number


def work(profile: Path, rules: Catalogue) -> NoReturn:
    """Signs in, and takes money and gives it back without a pause."""
    office = open_station(profile, DayClock(), rules).office
    office.sign_in(CLERK, demo.PIN)
    while True:
        visits = [ready(office) for _ in range(VISITS)]
        print("ready", VISITS, flush=True)
        for visit in visits * ROUNDS:
            number = pay(office, visit)
            office.void_receipt(number, approver=(SUPERVISOR, demo.PIN), reason_code="wrong-item")
            print("void", number, flush=True)
        for visit in visits:
            pay(office, visit)


def main(profile: Path) -> None:
    """One child after the other, as long as there are lines to read."""
    rules = catalogue.load()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            work(profile, rules)
        print("child", child, flush=True)
        print("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
