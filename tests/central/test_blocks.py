"""Receipt numbers are allotted ahead and never twice, at 30 percent left (lessons F 25, 26)."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import MachineClock
from app.domain.events import BlockAllotted
from app.journal.engine import open_engine
from app.journal.entry import Entry
from app.journal.store import Draft, Origin, Store
from sync.central.blocks import first_block, further_block
from sync.central.duties import allot
from tests.sync.stations import OFFICE, receipt


@pytest.mark.parametrize(("used", "further"), [(0, None), (699, None), (700, (1001, 2000)), (1000, (1001, 2000))])
def test_a_further_block_comes_when_thirty_percent_is_left(used: int, further: tuple[int, int] | None) -> None:
    block = further_block("K03", [first_block("K03")], used)
    assert (None if block is None else (block.first, block.last)) == further


def test_a_block_that_is_not_begun_is_enough() -> None:
    blocks = [first_block("K03"), BlockAllotted(till="K03", first=1001, last=2000)]
    assert further_block("K03", blocks, 1000) is None


@given(st.lists(st.integers(0, 20_000), max_size=60))
def test_numbers_are_never_allotted_twice_and_none_is_left_out(seen: list[int]) -> None:
    blocks = [first_block("K03")]
    for used in seen:
        block = further_block("K03", blocks, used)
        blocks += [block] if block else []
    ends = [(block.first, block.last) for block in blocks]
    assert ends[0][0] == 1
    assert all(after[0] == before[1] + 1 for before, after in pairwise(ends))


class Together(Store):
    """A store whose two users have both read before either of them writes."""

    both = threading.Barrier(2)

    def subject(self, subject: str) -> list[Entry]:
        """Read, then wait for the other."""
        entries = super().subject(subject)
        self.both.wait(10)
        return entries


def test_two_processes_that_allot_at_the_same_moment_allot_once(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "central.db", bytes(32))
    stores = [Together(engine, Origin(OFFICE, "central"), MachineClock(), ()) for _ in range(2)]
    stores[0].append([Draft("B-K03", first_block("K03"))], clerk="central", catalogue="")
    (used,) = stores[0].append([Draft("T-K03", receipt(700, 20))], clerk="c01", catalogue="")
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda store: allot(store, [used]), stores))
    blocks = Store.subject(stores[0], "B-K03")
    assert [(entry.facts["first"], entry.facts["last"]) for entry in blocks] == [(1, 1000), (1001, 2000)]
    engine.dispose()
