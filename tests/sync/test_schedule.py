"""When again: capped, spread, reset by success, hurried by new entries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sync import schedule
from sync.answers import Class

chances = st.floats(0, 1, exclude_max=True)
retried = st.sampled_from([Class.LATER, Class.PERSON])


@given(st.lists(st.tuples(retried, chances), min_size=1, max_size=60))
def test_a_wait_is_never_longer_than_five_minutes_nor_shorter_than_a_second(steps: list[tuple[Class, float]]) -> None:
    plan = schedule.start(0.0)
    for kind, chance in steps:
        plan = schedule.failed(plan, kind, 0.0, chance)
        assert plan.due is not None
        assert 1.0 <= plan.due <= 300.0


def test_waits_double_until_the_cap() -> None:
    plan, waits = schedule.start(0.0), []
    for _ in range(10):
        plan = schedule.failed(plan, Class.LATER, 0.0, 0.0)
        waits.append(plan.due)
    assert waits == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 150.0, 150.0]


@given(chances)
def test_success_forgets_the_failures(chance: float) -> None:
    plan = schedule.start(0.0)
    for _ in range(20):
        plan = schedule.failed(plan, Class.LATER, 0.0, chance)
    assert schedule.succeeded(100.0).failures == 0
    assert schedule.failed(schedule.succeeded(100.0), Class.LATER, 100.0, 0.0).due == 101.0


def test_two_stations_that_lost_the_line_together_do_not_come_back_together() -> None:
    plan = schedule.failed(schedule.start(0.0), Class.LATER, 0.0, 0.1)
    other = schedule.failed(schedule.start(0.0), Class.LATER, 0.0, 0.9)
    assert plan.due != other.due


def test_new_entries_go_out_at_once_on_a_good_line() -> None:
    assert schedule.is_due(schedule.appended(schedule.succeeded(50.0), 51.0), 51.0)


def test_entries_written_during_the_round_go_out_at_once() -> None:
    assert schedule.is_due(schedule.succeeded(50.0, waiting=1), 50.0)
    assert not schedule.is_due(schedule.succeeded(50.0), 64.0)
    assert schedule.is_due(schedule.succeeded(50.0), 65.0)


def test_new_entries_do_not_hammer_a_dead_line_but_do_not_wait_for_the_cap() -> None:
    plan = schedule.start(0.0)
    for _ in range(12):
        plan = schedule.failed(plan, Class.LATER, 1000.0, 0.9)
    hurried = schedule.appended(plan, 1001.0)
    assert not schedule.is_due(hurried, 1001.0)
    assert schedule.is_due(hurried, 1005.0)


def test_never_means_only_when_a_person_asks() -> None:
    plan = schedule.failed(schedule.start(0.0), Class.NEVER, 0.0, 0.5)
    assert not schedule.is_due(schedule.appended(plan, 10.0**9), 10.0**9)
    assert schedule.is_due(schedule.asked(plan, 5.0), 5.0)
