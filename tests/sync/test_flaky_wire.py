"""Two stations and central over bad lines: everything arrives once and in order, and nothing is green too early."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sync.central.serve import Central
from sync.link import Link
from sync.standing import State
from tests.sync.flaky import Fault, Flaky
from tests.sync.stations import OFFICE, Station, opened, receipt, station

names = st.sampled_from(["K03", "K04"])


class Office(RuleBasedStateMachine):
    """Any order of writing, talking over bad lines, late arrivals and restarts of central."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="yigui-flaky-")
        self.root = Path(self.folder.name)
        self.central = Central(self.root / "central")
        self.stations = {name: station(self.root, self.central, name) for name in ("K03", "K04")}
        self.wires = {name: Flaky(lambda data: self.central.intake.sync(data).body) for name in self.stations}
        self.links = {name: one.link(self.wires[name]) for name, one in self.stations.items()}
        self.receipts = 0

    @rule(name=names, count=st.integers(1, 30))
    def write(self, name: str, count: int) -> None:
        self.stations[name].write(*[opened()] * count)

    @rule(name=names, total=st.integers(0, 5000))
    def take_money(self, name: str, total: int) -> None:
        self.receipts += 1
        self.stations[name].write(receipt(self.receipts, total), subject=f"T-{name}")

    @rule(name=names, script=st.lists(st.sampled_from(Fault), max_size=4))
    def talk(self, name: str, script: list[Fault]) -> None:
        self.wires[name].follow(script)
        result = self.links[name].round()
        if not script:
            assert result.problem is None
            assert result.state is State.SYNCED

    @rule(name=names)
    def arrive_late(self, name: str) -> None:
        self.wires[name].deliver_late()

    @rule()
    def restart_central(self) -> None:
        self.central.close()
        self.central = Central(self.root / "central")

    @invariant()
    def nothing_is_green_that_central_does_not_hold(self) -> None:
        for name, one in self.stations.items():
            head, held = one.store.head(name), self.central.store(OFFICE).head(name)
            assert (self.links[name].standing().state is not State.SYNCED) or head == held

    @invariant()
    def central_holds_the_beginning_of_each_chain_once_and_in_order(self) -> None:
        for name, one in self.stations.items():
            theirs = self.central.store(OFFICE).of_station(name, 1, 10**6)
            ours = one.store.of_station(name, 1, len(theirs))
            assert [(e.number, e.digest) for e in theirs] == [(e.number, e.digest) for e in ours]

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        for _ in range(2):
            for name, link in self.links.items():
                self.wires[name].follow([])
                self.wires[name].deliver_late()
                assert link.round().state is State.SYNCED
        holders = [self.central.store(OFFICE), *(one.store for one in self.stations.values())]
        for name in (*self.stations, "central"):
            assert len({holder.head(name) for holder in holders}) == 1
        assert all(holder.verify().ok for holder in holders)
        for one in self.stations.values():
            one.close()
        self.central.close()
        self.folder.cleanup()


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=15, stateful_step_count=25)


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.NONE])
def test_a_resend_after_any_fault_is_invisible(central: Central, k03: Station, fault: Fault) -> None:
    k03.write(*[opened()] * 3)
    wire = Flaky(lambda data: central.intake.sync(data).body)
    link: Link = k03.link(wire)
    wire.follow([fault])
    link.round()
    wire.follow([])
    assert link.round().state is State.SYNCED
    wire.deliver_late()
    assert [e.number for e in central.store(OFFICE).of_station("K03", 1, 99)] == [1, 2, 3]
    assert link.round().state is State.SYNCED
