"""A till worked in any order, with lines, papers and programs that fail: its books stay sound after every step."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app import catalogue
from app.clock import MachineClock
from app.domain.case import Standing
from app.domain.events import FactValue
from app.domain.refusal import Refusal
from app.domain.till import Method
from app.ledger import receipts as receipt_ledger
from app.ledger.registers import POSTERS
from app.station import open_station
from sync.central import blocks
from sync.central.serve import Central
from sync.link import Link
from sync.standing import State
from tests.day.books import Books, read, require_sound
from tests.day.counter import CLERK, SUPERVISOR, Counter, DayClock, arrive, counter, finish, prepare, quick_pins
from tests.day.ledgers import rows
from tests.sync.flaky import Fault, Flaky
from ui import demo

OTHER = "C02"
BLOCK = 3
"""Numbers in a block: so few that a till runs out of them while central is away."""

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing day is short enough to read as it was found, and shrinking one takes minutes."""

SERVICES: dict[str, tuple[dict[str, FactValue], str, int]] = {
    # 戶籍謄本 15 a sheet, 戶口名簿 30, 門牌證明書 20, a death told 20 days late (a fine of 500), and what costs nothing
    "transcript-current": ({"applicant_role": "principal"}, "transcript", 15),
    "hhcert-replace": ({"applicant_role": "head"}, "hh-cert", 30),
    "doorplate-certificate": ({"applicant_role": "principal"}, "doorplate-cert", 20),
    "death-registration": (
        {
            "applicant_role": "spouse", "event_date": "2025-12-15", "deceased_has_spouse": True,
            "photo_reusable": True, "deceased_was_head": False,
        },
        "hh-cert", 30,
    ),
    "id-loss-report": ({"applicant_role": "principal"}, "", 0),
}  # fmt: skip

wishes = st.lists(st.tuples(st.sampled_from(sorted(SERVICES)), st.integers(1, 3)), min_size=1, max_size=2)
methods = st.sampled_from(Method)
tendered = st.sampled_from([0, 0, 0, 0, 0, 5, -1])
"""NT$ more than what is due."""
picks = st.integers(0, 99)
wires = st.lists(st.sampled_from(Fault), max_size=3)


@contextmanager
def refused(*codes: str) -> Iterator[None]:
    """The command is refused for one of these reasons; with no reason expected, it must not be."""
    if not codes:
        yield
        return
    with pytest.raises(Refusal) as refusal:
        yield
    assert refusal.value.code in codes


class Till(RuleBasedStateMachine):
    """One station with a real file, two clerks and a supervisor, beside a central that is not always there."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="yigui-till-", ignore_cleanup_errors=True)
        root = Path(self.folder.name) / "day"
        shutil.copytree(self.template, root)
        self.clock = DayClock()
        station = open_station(root / demo.STATION, self.clock, catalogue.load())
        self.desk = Counter(root, Central(root / "central", posters=POSTERS), station, self.clock)
        self.desk.office.sign_in(CLERK, demo.PIN)
        self.signed_in = self.drawer = CLERK
        self.owed: dict[str, int] = {}
        self.told: list[str] = []
        self.issued: list[tuple[int, str, int, str, str]] = []
        self.voided: set[int] = set()
        self._connect()

    def _connect(self) -> None:
        station, central = self.desk.station, self.desk.central
        self.wire = Flaky(lambda data: central.intake.sync(data).body)
        key = bytes.fromhex(station.settings.central.public_key)
        self.link = Link(station.store, station.keys.station, key, self.wire, MachineClock())

    def teardown(self) -> None:
        try:
            self._require_rebuilt_equals_live()
        finally:
            self.desk.station.close()
            self.desk.central.close()
            self.folder.cleanup()

    @property
    def shift(self) -> str:
        return self.desk.office.till().shift or ""

    @initialize(first=wishes, second=wishes)
    def begin(self, first: list[tuple[str, int]], second: list[tuple[str, int]]) -> None:
        """Two citizens have paid before anything happens."""
        self.serve(first, Method.CASH, 0)
        self.serve(second, Method.CASH, 0)

    # Citizens -----------------------------------------------------------------------------------------------------

    @precondition(lambda self: len(self.owed) < 10)
    @rule(wishes=wishes, method=methods, more=tendered)
    def serve(self, wishes: list[tuple[str, int]], method: Method, more: int) -> None:
        """A visit from arrival to payment; when that is refused, the visit waits."""
        office, total = self.desk.office, 0
        visit = arrive(office, "", "陳小安")
        for service, copies in wishes:
            facts, fee, price = SERVICES[service]
            finish(office, prepare(office, visit, service, facts), {fee: copies} if fee else {})
            total += copies * price
        self.owed[visit] = total
        assert office.due(visit).total == total
        assert office.due(visit).fines == 500 * sum(service == "death-registration" for service, _ in wishes)
        self._pay(visit, method, more)

    @precondition(lambda self: not self.told)
    @rule()
    def give_notice(self) -> None:
        """A paper is missing: the citizen goes home with a notice."""
        office = self.desk.office
        visit = arrive(office, "", "李小美")
        case = prepare(office, visit, "transcript-current", {"applicant_role": "principal"}, lacking="identity-proof")
        office.give_notice(case, "vi")
        self.told.append(office.notice_code(case))

    @precondition(lambda self: self.told)
    @rule(copies=st.integers(1, 2))
    def resume(self, copies: int) -> None:
        """She comes back with it."""
        office = self.desk.office
        visit = arrive(office, "", "李小美")
        case = office.scan(visit, self.told.pop())[-1].subject
        office.check_paper(case, "identity-proof", Standing.ORIGINAL)
        finish(office, case, {"transcript": copies})
        self.owed[visit] = 15 * copies

    # Money --------------------------------------------------------------------------------------------------------

    @precondition(lambda self: self.owed)
    @rule(pick=picks, method=methods, more=tendered)
    def pay(self, pick: int, method: Method, more: int) -> None:
        """A visit that waits pays; when none does, one pays twice."""
        waiting = [visit for visit in self.owed if not self.desk.office.visit(visit).paid] or list(self.owed)
        self._pay(waiting[pick % len(waiting)], method, more)

    def _pay(self, visit: str, method: Method, more: int) -> None:
        office, total = self.desk.office, self.owed[visit]
        wrong = self._why_not_paid(visit, total, method, more)
        with refused(*wrong):
            office.pay(visit, method, total + more)
        if not wrong and total:
            number = sorted(read(self.desk.station.store).allotted)[len(self.issued)]
            self.issued.append((number, visit, total, method, self.shift))
        if not wrong:
            assert office.visit(visit).paid

    def _why_not_paid(self, visit: str, total: int, method: Method, more: int) -> list[str]:
        if self.desk.office.visit(visit).paid:
            return ["nothing-due"]
        if total == 0:
            return []
        wrong = {
            "other-shift": self.signed_in != self.drawer,
            "no-numbers": len(self.issued) == len(read(self.desk.station.store).allotted),
            "too-little": more < 0,
            "no-change": more > 0 and method is not Method.CASH,
        }
        return [code for code, so in wrong.items() if so]

    @precondition(lambda self: self.issued)
    @rule(pick=picks, approver=st.sampled_from([SUPERVISOR] * 4 + [OTHER]))
    def void(self, pick: int, approver: str) -> None:
        good = [receipt for receipt in self.issued if receipt[0] not in self.voided] or self.issued
        number, visit, _, _, shift = good[pick % len(good)]
        reasons = {
            "approver-needed": approver == OTHER,
            "other-shift": self.signed_in != self.drawer,
            "already-void": number in self.voided,
            "shift-settled": shift != self.shift,
        }
        wrong = [code for code, so in reasons.items() if so]
        with refused(*wrong):
            self.desk.office.void_receipt(number, approver=(approver, demo.PIN), reason_code="wrong-item")
        if not wrong:
            self.voided.add(number)
            assert self.desk.office.due(visit).total == self.owed[visit]

    @rule(clerk=st.sampled_from([CLERK, OTHER]), count=st.sampled_from([True, True, False]))
    def switch(self, clerk: str, count: bool) -> None:
        """Another clerk sits down; the drawer is hers only once it was counted."""
        self.desk.office.sign_in(clerk, demo.PIN)
        self.signed_in = clerk
        if count:
            opened = self.desk.office.open_shift(1000)
            assert bool(opened) == (clerk != self.drawer)
            self.drawer = clerk

    @precondition(lambda self: self.issued)
    @rule(pick=picks, outcome=st.sampled_from(["failed", "printed", "saved"]))
    def print(self, pick: int, outcome: str) -> None:
        """An attempt to print never touches a number."""
        number = self.issued[pick % len(self.issued)][0]
        self.desk.office.printed("receipt", f"K03-{number:07d}", 1, outcome, "P-101" if outcome == "failed" else None)

    # Troubles -----------------------------------------------------------------------------------------------------

    @rule(faults=wires)
    def sync(self, faults: list[Fault]) -> None:
        self.wire.follow(faults)
        self.link.round()

    @rule(rebuilt=st.booleans())
    def restart(self, rebuilt: bool) -> None:
        """The program ends and starts again, with its ledgers as they were or made anew."""
        self.desk.reopen(self.signed_in)
        self._connect()
        if rebuilt:
            self._require_rebuilt_equals_live()

    def _require_rebuilt_equals_live(self) -> None:
        live = rows(self.desk.station.engine)
        self.desk.station.store.rebuild()
        assert rows(self.desk.station.engine) == live

    # What is true after every step --------------------------------------------------------------------------------

    @invariant()
    def the_books_are_sound(self) -> None:
        books = read(self.desk.station.store)
        require_sound(books)
        issued = [(r["number"], r["visit"], r["total"], r["method"], r["shift"]) for r in books.receipts]
        assert (issued, set(books.void)) == (self.issued, self.voided)
        assert self.desk.station.store.verify().ok
        self._require_ledgers_tell(books)

    def _require_ledgers_tell(self, books: Books) -> None:
        office, till = self.desk.office, self.desk.office.till()
        assert till.remaining == len(books.allotted) - len(books.receipts)
        good = [receipt for receipt in office.receipts_today() if not receipt.voided]
        assert {r.printed: r.total for r in good} == {k: r["total"] for k, r in books.standing.items()}
        kept: Tally[str] = Tally()
        with self.desk.station.engine.connect() as connection:
            for shift in books.shifts:
                for part in receipt_ledger.takings(connection, "sanmin", "K03", shift):
                    kept[part.method] += part.net
        assert +kept == books.money
        for visit in self.owed:
            paid = books.visits.get(visit)
            assert (office.visit(visit).paid, office.visit(visit).receipt) == (bool(paid), paid and paid["receipt"])

    @invariant()
    def what_is_called_sent_is_at_central(self) -> None:
        mine, there = self.desk.station.store, self.desk.central.store("sanmin")
        lacking = mine.head("K03").number - there.head("K03").number
        assert self.desk.office.unsent().count >= lacking >= 0
        if self.link.standing().state is State.SYNCED:
            assert there.head("K03") == mine.head("K03")
            assert there.totals("K03") == mine.totals("K03")
            assert read(there).money == read(mine).money


def test_a_till_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK_SIZE", BLOCK)
    monkeypatch.setattr(Till, "template", tmp_path / "template", raising=False)
    with counter(Till.template):
        pass
    quick_pins(Till.template / demo.STATION)
    run_state_machine_as_test(Till, settings=settings(max_examples=12, stateful_step_count=30, phases=PHASES))
